"""The parts of the report in the print rule: which are printed, under which title, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from lkjip_desktop.core.bagian import BAGIAN, Bagian
from ui.widgets.parts import icon_button

_KEY = Qt.ItemDataRole.UserRole


class PartsTable(QWidget):
    """`edited` gives (own titles by key, order of all keys, hidden keys) after every change."""

    edited = Signal(dict, list, list)

    def __init__(
        self,
        titles: Mapping[str, str],
        order: Sequence[str],
        hidden: Sequence[str],
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Bagian laporan")
        self.tree.setHeaderLabels(["Dicetak", "Judul sendiri"])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, 170)
        self.tree.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.tree.setMinimumHeight(420)
        place = {key: n for n, key in enumerate(order)}
        self._items: dict[str, QTreeWidgetItem] = {}
        for bab in ("", *(b.kunci for b in BAGIAN if not b.bab)):
            parts = [b for b in BAGIAN if b.bab == bab]
            parent_item = self._items.get(bab, self.tree.invisibleRootItem())
            for part in sorted(parts, key=lambda b: place.get(b.kunci, -1)) if place else parts:
                self._items[part.kunci] = self._item(parent_item, part, titles, hidden)
        self.tree.expandAll()
        self.tree.itemChanged.connect(lambda *_: self.edited.emit(*self.value()))
        if not read_only:
            self.tree.itemDoubleClicked.connect(self._edit)
            self.tree.itemActivated.connect(self._edit)
        row = QHBoxLayout()
        for icon, words, by in (("naik", "Naikkan bagian", -1), ("turun", "Turunkan bagian", 1)):
            button = icon_button(icon, words, partial(self.move_part, by))
            button.setEnabled(not read_only)
            row.addWidget(button)
        rename = QPushButton("Ubah judul")
        rename.setEnabled(not read_only)
        rename.clicked.connect(lambda: self._edit(self.tree.currentItem()))
        row.addWidget(rename)
        row.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tree)
        box.addLayout(row)

    def _item(
        self, parent: QTreeWidgetItem, part: Bagian, titles: Mapping[str, str], hidden: Sequence[str]
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [part.judul, titles.get(part.kunci, "")])
        item.setData(0, _KEY, part.kunci)
        item.setToolTip(0, part.bantuan or part.judul)
        item.setCheckState(0, Qt.CheckState.Unchecked if part.kunci in hidden else Qt.CheckState.Checked)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def value(self) -> tuple[dict[str, str], list[str], list[str]]:
        """Titles, order and hidden keys as they stand; order empty while it is the program's own."""
        titles = {k: w for k, i in self._items.items() if (w := " ".join(i.text(1).split()))}
        hidden = [k for k, i in self._items.items() if i.checkState(0) == Qt.CheckState.Unchecked]
        order = self._order(self.tree.invisibleRootItem())
        return titles, [] if order == _own_order() else order, hidden

    def _order(self, parent: QTreeWidgetItem) -> list[str]:
        out = []
        for i in range(parent.childCount()):
            child = parent.child(i)
            assert child is not None
            out += [str(child.data(0, _KEY)), *self._order(child)]
        return out

    def move_part(self, by: int) -> None:
        """Move the chosen part among its neighbours."""
        item = self.tree.currentItem()
        if item is None:
            return
        parent = item.parent() or self.tree.invisibleRootItem()
        at = parent.indexOfChild(item)
        if not 0 <= at + by < parent.childCount():
            return
        open_ = item.isExpanded()
        parent.removeChild(item)
        parent.insertChild(at + by, item)
        item.setExpanded(open_)
        self.tree.setCurrentItem(item)
        self.edited.emit(*self.value())

    def _edit(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.tree.editItem(item, 1)


def _own_order() -> list[str]:
    out = []
    for b in BAGIAN:
        if not b.bab:
            out += [b.kunci, *(x.kunci for x in BAGIAN if x.bab == b.kunci)]
    return out
