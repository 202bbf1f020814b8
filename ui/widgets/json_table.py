"""A small table over a list of flat objects: cells edited in place, rows added and removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.field import Label
from ui.widgets.grid_keys import leave


class _Cells(QTableWidget):
    """Tab walks the cells and goes on to what comes after the last one, back before the first one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Tab: (self.rowCount() - 1, self.columnCount() - 1),
            Qt.Key.Key_Backtab: (0, 0),
        }
        here = (self.currentRow(), self.currentColumn())
        if (end := ends.get(event.key())) is not None and (here in (end, (-1, -1)) or not self.rowCount()):
            leave(self, event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)


class JsonTable(QWidget):
    """`edited` gives the whole list anew. A cell keeps the type that its column has: number, yes or no, text."""

    edited = Signal(list)

    def __init__(
        self, name: str, rows: list[dict[str, Any]], words: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        for row in rows:
            self._keys += [k for k in row if k not in self._keys]
        self._types = {k: next((type(r[k]) for r in rows if r.get(k) is not None), str) for k in self._keys}
        self.table = _Cells(0, len(self._keys))
        self.table.setAccessibleName(name)
        self.table.setHorizontalHeaderLabels([words(k) for k in self._keys])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        long = max(
            range(len(self._keys)), key=lambda j: max(len(str(r.get(self._keys[j], ""))) for r in rows), default=0
        )
        self.table.horizontalHeader().setSectionResizeMode(long, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self._fill(rows)
        self.table.itemChanged.connect(self._changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table)
        buttons = QHBoxLayout()
        for text, act in (("+ Baris", self._add), ("− Baris", self._drop)):
            button = QPushButton(text)
            button.clicked.connect(act)
            buttons.addWidget(button)
        buttons.addStretch()
        box.addLayout(buttons)
        self._line = Label("", "buruk")
        self._line.hide()
        box.addWidget(self._line)

    def _fill(self, rows: list[dict[str, Any]]) -> None:
        self.table.setRowCount(len(rows))
        for i, row in enumerate(rows):
            for j, key in enumerate(self._keys):
                item = QTableWidgetItem()
                if self._types[key] is bool:
                    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsEditable)
                    item.setCheckState(Qt.CheckState.Checked if row.get(key) else Qt.CheckState.Unchecked)
                else:
                    item.setText("" if row.get(key) is None else str(row[key]))
                self.table.setItem(i, j, item)
        self._fit()

    def _fit(self) -> None:
        height = sum(self.table.rowHeight(i) for i in range(self.table.rowCount()))
        top = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(min(height, 360) + top + 2 * self.table.frameWidth() + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def rows(self) -> list[dict[str, Any]]:
        """The list as it stands; empty cells are left out, as in the shipped rules."""
        out = []
        for i in range(self.table.rowCount()):
            row: dict[str, Any] = {}
            for j, key in enumerate(self._keys):
                item = self.table.item(i, j)
                if item is None:
                    continue
                if self._types[key] is bool:
                    if item.checkState() == Qt.CheckState.Checked:
                        row[key] = True
                elif text := item.text().strip():
                    row[key] = (
                        int(text) if self._types[key] is int and text.lstrip("-").isdigit() else self._text(key, text)
                    )
            if row:
                out.append(row)
        return out

    def say(self, reason: str) -> None:
        """Why the rows as typed are not stored, "" when they are."""
        self._line.setText(f"⚠ Belum tersimpan. {reason}" if reason else "")
        self._line.setVisible(bool(reason))

    def _text(self, key: str, text: str) -> str:
        """A typed number with a comma is stored with a point, where the column holds numbers."""
        plain = text.replace(",", ".")
        return plain if key in ("bobot", "lebih_dari", "paling_sedikit", "batas") else text

    def _changed(self, _item: QTableWidgetItem) -> None:
        self.edited.emit(self.rows())

    def _add(self) -> None:
        self.table.blockSignals(True)
        self.table.setRowCount(self.table.rowCount() + 1)
        self.table.blockSignals(False)
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self._fit()

    def _drop(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.edited.emit(self.rows())
