"""Rows of one table as a list with the form of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Hapus, Pindah, Tambah
from lkjip_desktop.core.schema import TABLES, Row, judul_baris
from lkjip_desktop.core.snapshot import Snapshot
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.lines import choose_stand_in
from ui.widgets.parts import icon_button
from ui.widgets.view import scrolled
from ui.widgets.whole_names import WholeNames


class RowPanel(Protocol):
    """What shows one row: a Form, or a panel of several."""

    def show_row(self, row_id: str) -> None: ...
    def commit(self) -> bool: ...
    def focus_column(self, name: str) -> bool: ...


class Records(QWidget):
    """A list at the left, `panel` at the right. `new_values` None = no rows are added or removed here;
    `first` is another way to the first row, with the words of its button."""

    picked = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        table: str,
        panel: RowPanel,
        content: QWidget,
        rows: Callable[[Snapshot, int], Sequence[Row]],
        new_values: Callable[[int], dict[str, Any]] | None = None,
        title: Callable[[Row], str] = judul_baris,
        empty: str = "",
        list_width: int = 210,
        parent: QWidget | None = None,
        first: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = first
        self.bridge = bridge
        self.table = TABLES[table]
        self.panel = panel
        self._rows, self._new_values, self._title = rows, new_values, title
        self.list = QListWidget()
        self.list.setAccessibleName(self.table.label)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeNames(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # the heights follow the width
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_empty(empty))
        self._stack.addWidget(scrolled(content))
        self._left = left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.list, 1)
        box.addLayout(self._buttons())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._stack)
        split.setStretchFactor(1, 1)
        split.setSizes([list_width, 560])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)
        bridge.changed.connect(self._on_changed)
        bridge.year_changed.connect(self.fill)
        self.fill()

    def _make_empty(self, words: str) -> QWidget:
        """What stands in place of list and form while there is no row: what belongs here, and the way to the first."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setSpacing(10)
        sentence = Label(words or f"Belum ada {self.table.one}.", "redup")
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words, act = self._first or (f"Tambah {self.table.one}", self.add)
        self.first = QPushButton(words)
        pasang(self.first, "tambah")
        self.first.clicked.connect(lambda: act())
        box.addStretch(2)
        box.addWidget(sentence)
        box.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        return holder

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.add_button = QPushButton("Tambah")
        pasang(self.add_button, "tambah")
        self.add_button.setToolTip(f"Tambah {self.table.one}")
        self.add_button.clicked.connect(self.add)
        row.addWidget(self.add_button)
        row.addStretch()
        ordered = "urut" in self.table.by_name
        buttons = (
            [("naik", "Naikkan", lambda: self._move(-1)), ("turun", "Turunkan", lambda: self._move(1))]
            if ordered
            else []
        )
        for icon, words, act in (*buttons, ("hapus", f"Hapus {self.table.one}", self.remove)):
            button = icon_button(icon, words, act)
            row.addWidget(button)
            if self._new_values is None:
                button.hide()  # never shown here: without a parent yet it would be a window
        if self._new_values is None:
            self.add_button.hide()
        return row

    # ----------------------------------------------------------------------------------------------------- rows
    def fill(self, _year: int = 0) -> None:
        """Show the rows of now; what was chosen stays chosen."""
        before = self.current()
        rows = list(self._rows(self.bridge.snapshot, self.bridge.year))
        ids = [r.id for r in rows]
        if [self._id(i) for i in range(self.list.count())] != ids:
            self.list.blockSignals(True)
            self.list.clear()
            for row in rows:
                item = QListWidgetItem(self.list)
                item.setData(Qt.ItemDataRole.UserRole, row.id)
            self.list.blockSignals(False)
        for i, row in enumerate(rows):
            words = " ".join(self._title(row).split())
            self.list.item(i).setText(words)
            self.list.item(i).setToolTip(words)
        self._left.setVisible(bool(rows))
        self._offer_first()
        if not rows:
            lost = (focus := QApplication.focusWidget()) is not None and self.isAncestorOf(focus)
            self._stack.setCurrentIndex(0)
            if lost:
                self.first.setFocus()
        elif before in ids and self.current() == before:
            return
        elif not self.choose(before):
            self.list.setCurrentRow(0)

    def _offer_first(self) -> None:
        added = self._new_values is not None and not self.add_button.isHidden()
        self.first.setVisible(added or self._first is not None)
        self.first.setEnabled(not self.bridge.read_only)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_first()

    def current(self) -> str:
        """Id of the chosen row, "" when none is."""
        at = self.list.currentRow()
        return self._id(at) if at >= 0 else ""

    def choose(self, row_id: str, column: str = "") -> bool:
        """Choose a row, and put the cursor into one of its fields when asked so."""
        for i in range(self.list.count()):
            if self._id(i) == row_id:
                self.list.setCurrentRow(i)
                if column:
                    self.panel.focus_column(column)
                return True
        return False

    def _id(self, at: int) -> str:
        return str(self.list.item(at).data(Qt.ItemDataRole.UserRole))

    def add(self) -> None:
        """Add a row and put the cursor into its first field."""
        if self._new_values is None:
            return
        new_id = self.bridge.new_id()
        if not self.bridge.do(Tambah(self.table.name, new_id, self._new_values(self.bridge.year))):
            self.choose(new_id, (self.table.title or ("",))[0])
            choose_stand_in()

    def remove(self) -> None:
        row = self.bridge.snapshot.row(self.table.name, self.current())
        if row is None:
            return
        words = f"Hapus {self.table.one} “{self._title(row)[:80]}”?\n\nLangkah ini dapat diurungkan."
        if ask(self, "Hapus", words, ["Hapus"], danger=True) == 0:
            self.bridge.do(Hapus(self.table.name, row.id))

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + by < self.list.count():
            self.bridge.do(Pindah(self.table.name, self.current(), at + by))

    def commit(self) -> bool:
        return self.panel.commit()

    # ------------------------------------------------------------------------------------------------ internals
    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        row_id = str(item.data(Qt.ItemDataRole.UserRole))
        self._stack.setCurrentIndex(1)
        self.panel.show_row(row_id)
        self.picked.emit(row_id)
        if self.isVisible():
            self.bridge.focused.emit(self.table.name, row_id, "")

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(self.table.name):
            self.fill()
