"""A grid with its buttons: add and remove rows, move them, fill down, and what a spreadsheet user has to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.commands import SalinTabel
from lkjip_desktop.core.salin_tabel import asal_salinan
from lkjip_desktop.core.schema import TABLES
from ui.bridge import Bridge
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.grid import Grid
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_empty import ELSEWHERE, WORDS, Deed, EmptyGrid
from ui.widgets.label import Steady

_HINT = "F2 menyunting, mengetik menimpa, Enter turun, Ctrl+V menempel blok dari Excel, Ctrl+D mengisi ke bawah."


def typed(table: str, *names: str, width: int = 0, **widths: int) -> list[GridColumn]:
    """Grid columns straight from the columns of a table; `widths` in characters by name."""
    out = []
    for name in names:
        spec = TABLES[table].by_name[name]
        out.append(GridColumn(spec.label, spec, width=widths.get(name, width or 14)))
    return out


class GridPage(QWidget):
    """Grid and buttons below each other. While there are no rows, `empty` and the ways to the first ones stand there;
    a page that is opened has its keys in the cells.

    `adds` are other ways to a new row than "Tambah baris". `first` says what has to be there before any row, and gives
    the way to it; None when it is. `filtered` False: a list too short to be searched.
    """

    def __init__(
        self,
        bridge: Bridge,
        source: Source,
        columns: Sequence[GridColumn],
        name: str,
        help: str = "",
        empty: str = "",
        parent: QWidget | None = None,
        adds: Sequence[Deed] = (),
        first: Callable[[], tuple[str, Deed] | None] | None = None,
        filtered: bool = True,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._source, self._first = bridge, source, first
        self._adds = tuple(adds) or (Deed("Tambah baris", "tambah", "Tambah baris", self._add),)
        self.grid = Grid(bridge, source, columns, name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        if help:
            box.addWidget(Label(help, "redup"))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        self._parts: list[QWidget] = []  # what is of no use without rows
        if source.new_values is not None:
            for deed in self._adds:
                self._button(deed.words, deed.icon, deed.act, deed.tip)
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
        # First into the page, then filled: a stack without a parent shows its first widget as a window, which takes
        # the keys away from the real one.
        self._places = QStackedLayout()
        box.addLayout(self._places, 1)
        title, self._words = f"{name} belum diisi", empty or WORDS.get(source.table, "")
        if source.new_values is None:
            title, self._words = ELSEWHERE.get(source.table, (title, self._words, "", ""))[:2]
        self.empty = EmptyGrid(title, self._paste if source.new_values is not None else None, self)
        self._places.addWidget(self.grid)
        self._places.addWidget(self.empty)
        self.hint = Steady("bantuan", like=_HINT)
        box.addWidget(self.hint)
        self._parts.append(self.hint)
        if filtered:
            self._parts.append(self.filter)
        else:
            self.filter.hide()
        # The sum of a block waits until the keys are done: a block that grows would be added up at every step.
        self._later, self._opened = QTimer(self), QTimer(self)
        for timer, act in ((self._later, self._say), (self._opened, self._begin)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(act)
        self.grid.model().modelReset.connect(self._say)
        self.grid.selectionModel().selectionChanged.connect(self._wait)
        self.grid.model().dataChanged.connect(self._wait)
        bridge.changed.connect(self._wait)
        bridge.year_changed.connect(self._wait)
        self._say()

    # ---------------------------------------------------------------------------------------------------- keys
    def start(self) -> None:
        """Put the keys into the cells, on the first one that is typed, or on the first button while there are none."""
        if self._places.currentWidget() is self.empty:
            self.empty.start()
            return
        model = self.grid.model()
        if not self.grid.currentIndex().isValid() and model.rowCount():
            at = next((j for j, c in enumerate(model.columns) if c.spec is not None), 0)
            self.grid.setCurrentIndex(model.index(0, at))
        self.grid.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()
        self._opened.start()  # after Qt has moved the keys of the page that was left: into the filter, the first there

    def _begin(self) -> None:
        focus, place = QApplication.focusWidget(), self._places.currentWidget()
        if focus is None or place is None or focus is place or place.isAncestorOf(focus):
            return
        if self.isAncestorOf(focus):
            self.start()

    # ---------------------------------------------------------------------------------------------------- deeds
    def _add(self) -> None:
        self.filter.clear()  # a new row is empty and would be hidden
        self.grid.add_row()

    def _paste(self) -> None:
        text = QApplication.clipboard().text()
        if not text.strip():
            self._bridge.told.emit("Papan klip masih kosong; salin dahulu bloknya di Excel.", True)
            return
        self.grid.paste(text)
        self.start()

    def _copy(self) -> None:
        bridge, table = self._bridge, self._source.table
        year = asal_salinan(bridge.snapshot, table, bridge.year)
        if year and not bridge.do(SalinTabel(table, year, bridge.year, bridge.new_id())):
            bridge.told.emit(f"Disalin dari tahun {year} tanpa angkanya; isilah angka tahun {bridge.year}.", False)
            self.start()

    def _deeds(self) -> list[Deed]:
        """The ways to the first rows, as far as there are some now."""
        bridge, table = self._bridge, self._source.table
        if self._source.new_values is None:
            _, _, screen, name = ELSEWHERE.get(table, ("", "", "", ""))
            go = Deed(f"Buka layar {name.replace('&', '&&')}", "", "", lambda: bridge.screen_wanted.emit(screen))
            return [go] if screen else []
        if bridge.read_only:
            return []
        deeds = [
            self._adds[0],
            Deed("Tempel dari Excel", "tempel", "Menempel blok yang disalin di Excel atau LibreOffice", self._paste),
        ]
        if year := asal_salinan(bridge.snapshot, table, bridge.year):
            deeds.append(Deed(f"Salin dari tahun {year}", "salin", "Baris yang sama, tanpa angkanya", self._copy))
        return deeds

    def _button(self, text: str, icon: str, act: Callable[[], object], words: str = "") -> None:
        button = QPushButton(text)
        pasang(button, icon)
        button.setToolTip(words or text)
        button.setAccessibleName(text or words)
        if not text:
            button.setProperty("polos", True)
        button.clicked.connect(lambda: act())
        self.tools.addWidget(button)
        self._parts.append(button)

    # --------------------------------------------------------------------------------------------------- words
    def _wait(self, *_what: object) -> None:
        if self.isVisible():
            self._later.start()

    def _say(self) -> None:
        none = self.grid.model().rowCount() == 0
        empty = none and not self.filter.text()
        if empty:
            before = self._first() if self._first is not None and not self._bridge.read_only else None
            words, deeds = (before[0], [before[1]]) if before is not None else (self._words, self._deeds())
            self.empty.offer(words, deeds)
        if empty != (self._places.currentWidget() is self.empty):
            focus = QApplication.focusWidget()
            had = focus is not None and self.isAncestorOf(focus)
            self._places.setCurrentWidget(self.empty if empty else self.grid)
            for part in self._parts:
                part.setVisible(not empty)
            if had:
                self.start()
        self.hint.setText("Tidak ada baris yang cocok dengan saringan." if none else self.grid.sum_of_block() or _HINT)
