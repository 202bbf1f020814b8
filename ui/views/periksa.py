"""Periksa: everything that is not in order in the year, in groups, gravest first; each line leads to its field."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from ui.bridge import Bridge
from ui.dialogs import choose_save
from ui.problem_groups import HIDDEN, Group, by_indicator, by_screen, flat, lines
from ui.problems import counted
from ui.widgets.field import Label
from ui.widgets.no_year import NoYear
from ui.widgets.parts import button
from ui.widgets.preview import Naskah
from ui.widgets.problem_list import ProblemList
from ui.widgets.search_line import SearchLine
from ui.widgets.view import View, button_row, card
from ui.widgets.written import WrittenFile

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem

_KINDS = (
    ("semua", "Semua"),
    ("kesalahan", "Kesalahan"),
    ("peringatan", "Peringatan"),
    ("info", "Keterangan"),
    ("nanti", "Belum waktunya"),
)
_ORDERS = (("layar", "Menurut layar"), ("indikator", "Menurut sasaran dan indikator"), ("rata", "Tanpa kelompok"))
_FILTER = "Berkas PDF (*.pdf);;Teks (*.txt)"


def kind(p: Problem) -> str:
    """The heap that a problem lies on."""
    return "nanti" if p.belum_waktunya else p.level


class PeriksaView(View):
    """Buttons choose a kind, the box at the right the groups, the line below looks for words."""

    watches = ()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            bridge,
            "Periksa",
            "Tidak ada yang menghalangi pencetakan; yang belum lengkap dicetak sebagai konsep.",
        )
        self.buttons: dict[str, QPushButton] = {}
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key, words in _KINDS:
            choice = QPushButton(words)
            choice.setCheckable(True)
            choice.setAutoExclusive(True)
            choice.setProperty("saring", True)
            choice.clicked.connect(self._show)
            self.buttons[key] = choice
            row.addWidget(choice)
        self.buttons["semua"].setChecked(True)
        row.addStretch()
        self.words = SearchLine("Saring menurut kata…")
        self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance("Saring menurut kata…") + 60)
        self.words.setMaximumWidth(320)
        self.words.textChanged.connect(self._show)
        self.order = QComboBox()
        self.order.setAccessibleName("Kelompok")
        self.order.setToolTip("Cara mengelompokkan daftar")
        for key, words in _ORDERS:
            self.order.addItem(words, key)
        if bridge.settings is not None:
            at = self.order.findData(str(bridge.settings.value("periksa_kelompok", "layar")))
            self.order.setCurrentIndex(max(0, at))
        self.order.currentIndexChanged.connect(self._reorder)
        self.list = ProblemList(bridge, "Daftar yang perlu diperiksa")
        self.list.menu = self._menu_words
        self.list.menu_chosen.connect(self._put_aside)
        self.words.down.connect(self.list.setFocus)  # from the words straight into what they found
        self.state = Label("", "redup")
        self.groups: tuple[Group, ...] = ()
        below = QHBoxLayout()
        below.addWidget(self.order)
        below.addStretch(1)
        below.addWidget(self.words)
        self.fine = self._build_fine()
        self.after = WrittenFile()
        self.tools = button_row(
            button("Salin daftar", "salin", self.copy),
            button("Cetak daftar…", "cetak", self.print),
            button("Simpan daftar…", "simpan", self.save),
        )
        self.start = NoYear(bridge, "Setelah itu semua yang kurang atau bertentangan terkumpul di sini.")
        self.body.addWidget(self.start)
        self._bars = (bar, self.order, self.words)
        self.body.addWidget(bar)
        self.body.addLayout(below)
        self.body.addWidget(self.state)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.fine)
        self.body.addWidget(self.tools)
        self.body.addWidget(self.after)
        self._room = Label("")
        self.body.addWidget(self._room, 1)
        bridge.problems.changed.connect(self._arrived)
        bridge.year_changed.connect(lambda _year: self.after.forget())

    def _build_fine(self) -> QFrame:
        """What stands in the place of an empty list."""
        self.fine_words = Label("", "sub")
        self.fine_hint = Label("Laporan siap dibaca sekali lagi dan dicetak.", "redup")
        go = button("Buka Cetak", "cetak", lambda: self.bridge.screen_wanted.emit("cetak"))
        return card(self.fine_words, self.fine_hint, button_row(go))

    def refresh(self) -> None:
        self.start.stand_in(*self._bars)
        self.bridge.problems.ask()
        self._show()

    def paper(self) -> Naskah:
        return Naskah("lkjip", "bab3")

    def chosen(self) -> str:
        """Key of the kind on view."""
        return next((key for key, b in self.buttons.items() if b.isChecked()), "semua")

    def _arrived(self) -> None:
        if self.isVisible():
            self._show()

    def _reorder(self) -> None:
        if self.bridge.settings is not None:
            self.bridge.settings.setValue("periksa_kelompok", self.order.currentData())
        self._show()

    def _show(self) -> None:
        found = self.bridge.problems.found
        for key, words in _KINDS:
            n = sum(key == kind(p) or (key == "semua" and kind(p) != "nanti") for p in found)
            self.buttons[key].setText(f"{words} ({n})")
        chosen, looked_for = self.chosen(), self.words.text().casefold().split()
        shown = [
            p
            for p in found
            if (chosen == "semua" or kind(p) == chosen)
            and all(w in f"{p.teks} {p.saran}".casefold() for w in looked_for)
        ]
        self.groups = self._grouped(shown)
        hidden = self._hidden(looked_for) if chosen == "semua" else ()
        if hidden:
            self.groups += (Group(HIDDEN, hidden),)
        self.list.show_groups([(g.title, g.problems) for g in self.groups], hidden)
        wrong, doubtful = counted(found)
        known = bool(self.bridge.year) and (self.bridge.problems.fresh or bool(found))
        fine = known and not shown and not looked_for and chosen == "semua"
        listed = bool(shown or hidden)
        self.fine_words.setText(f"✓ Semua isian tahun {self.bridge.year} beres.")
        for part, on in (
            (self.fine, fine),
            (self.list, listed),
            (self.tools, listed),
            (self._room, not listed and bool(self.bridge.year)),
            (self.state, not fine and bool(self.bridge.year)),
        ):
            part.setVisible(on)
        self.state.setText(self._sentence(bool(shown), wrong, doubtful))

    def _hidden(self, looked_for: list[str]) -> tuple[Problem, ...]:
        found = self.bridge.problems.hidden
        return tuple(p for p in found if all(w in f"{p.teks} {p.saran}".casefold() for w in looked_for))

    def _menu_words(self, p: Problem) -> str:
        if p in self.bridge.problems.hidden:
            return "Tampilkan dan hitung lagi"
        return "" if p.level == "kesalahan" or p.belum_waktunya else "Sembunyikan, sudah diketahui"

    def _put_aside(self, p: Problem) -> None:
        if refused := self.bridge.problems.put_aside(p, p not in self.bridge.problems.hidden):
            self.bridge.told.emit(refused, True)

    def _grouped(self, shown: list[Problem]) -> tuple[Group, ...]:
        match self.order.currentData():
            case "indikator":
                return by_indicator(shown, self.bridge.snapshot, self.bridge.year)
            case "rata":
                return flat(shown)
            case _:
                return by_screen(shown)

    def _sentence(self, any_shown: bool, wrong: int, doubtful: int) -> str:
        found = self.bridge.problems.found
        if not self.bridge.problems.fresh and not found:
            return "Sedang memeriksa…"
        later = sum(p.belum_waktunya for p in found)
        words = f"{wrong} kesalahan dan {doubtful} peringatan." if wrong or doubtful else "Semua beres."
        if later:
            words += f" {later} isian belum waktunya dan tidak dihitung."
        if self.bridge.problems.hidden:
            words += f" {len(self.bridge.problems.hidden)} disembunyikan."
        if any_shown or not found:
            return words
        if self.words.text().strip():
            return f"{words} Tidak ada yang memuat “{self.words.text().strip()}”."
        return f"{words} Tidak ada yang termasuk “{dict(_KINDS)[self.chosen()]}”."

    # ------------------------------------------------------------------------------------------------ the list
    def _title(self) -> str:
        return f"Daftar periksa LKjIP {self.bridge.year}"

    def copy(self) -> None:
        """The list on view to the clipboard, for a table or a letter."""
        QGuiApplication.clipboard().setText(lines(self.groups))
        self.bridge.told.emit(f"{self.list.problem_count()} baris disalin; tempelkan ke Excel atau Word.", False)

    def print(self) -> None:
        """The list on view through the print dialog."""
        from ui.problem_paper import print_list

        if said := print_list(self, self._title(), self.groups):
            self.bridge.told.emit(said, False)

    def save(self) -> None:
        """The list on view as a PDF or text file."""
        target = choose_save(self, "Simpan daftar", f"{self._title()}.pdf", _FILTER, suffix="pdf")
        if target:
            self.save_to(Path(target))

    def save_to(self, path: Path) -> None:
        """Write the list on view; by the ending a PDF or text."""
        from ui.problem_paper import save_list

        try:
            save_list(path, self._title(), self.groups)
        except OSError:
            self.after.forget()
            self.bridge.told.emit(f"{path.name} tidak dapat ditulis; mungkin sedang dibuka atau folder terkunci.", True)
            return
        self.after.show_file(path)
        self.bridge.told.emit(f"Tersimpan: {path.name}", False)
