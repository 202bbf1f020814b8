"""A grid with its buttons: add and remove rows, move them, fill down, and what a spreadsheet user has to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from lkjip_desktop.core.schema import TABLES
from ui.bridge import Bridge
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.grid import Grid
from ui.widgets.grid_column import GridColumn, Source

_HINT = "F2 menyunting, mengetik menimpa, Enter turun, Ctrl+V menempel blok dari Excel, Ctrl+D mengisi ke bawah."


def typed(table: str, *names: str, width: int = 0, **widths: int) -> list[GridColumn]:
    """Grid columns straight from the columns of a table; `widths` in characters by name."""
    out = []
    for name in names:
        spec = TABLES[table].by_name[name]
        out.append(GridColumn(spec.label, spec, width=widths.get(name, width or 14)))
    return out


class GridPage(QWidget):
    """Grid and buttons below each other; `empty` says what to do while there are no rows."""

    def __init__(
        self,
        bridge: Bridge,
        source: Source,
        columns: Sequence[GridColumn],
        name: str,
        help: str = "",
        empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.grid = Grid(bridge, source, columns, name)
        self._empty_words = empty
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        if help:
            box.addWidget(Label(help, "redup"))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        if source.new_values is not None:
            self._button("Tambah baris", "tambah", self._add)
            self._button("", "hapus", self.grid.remove_rows, "Hapus baris yang dipilih")
            if "urut" in TABLES[source.table].by_name:
                self._button("", "naik", lambda: self.grid.move_row(-1), "Naikkan baris")
                self._button("", "turun", lambda: self.grid.move_row(1), "Turunkan baris")
        self.tools.addStretch()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Saring…")
        self.filter.setAccessibleName(f"Saring {name.lower()}")
        self.filter.setMaximumWidth(180)
        self.filter.setClearButtonEnabled(True)
        for button in self.filter.findChildren(QToolButton):
            button.setAccessibleName("Kosongkan saringan")
        self.filter.textChanged.connect(self.grid.model().set_filter)
        self.tools.addWidget(self.filter)
        box.addLayout(self.tools)
        box.addWidget(self.grid, 1)
        self.hint = Label(_HINT, "bantuan")
        box.addWidget(self.hint)
        self.grid.model().modelReset.connect(self._say)
        self.grid.selectionModel().selectionChanged.connect(self._say)
        self.grid.model().dataChanged.connect(self._say)
        self._say()

    def _add(self) -> None:
        self.filter.clear()  # a new row is empty and would be hidden
        self.grid.add_row()

    def _button(self, text: str, icon: str, act: Callable[[], object], words: str = "") -> None:
        button = QPushButton(text)
        pasang(button, icon)
        button.setToolTip(words or text)
        button.setAccessibleName(words or text)
        if not text:
            button.setProperty("polos", True)
        button.clicked.connect(lambda: act())
        self.tools.addWidget(button)

    def _say(self) -> None:
        if self.filter.text() and self.grid.model().rowCount() == 0:
            self.hint.setText("Tidak ada baris yang cocok dengan saringan.")
            return
        none = self.grid.model().rowCount() == 0
        words = self._empty_words or "Belum ada baris; tekan “Tambah baris”." if none else _HINT
        self.hint.setText(self.grid.sum_of_block() or words)
