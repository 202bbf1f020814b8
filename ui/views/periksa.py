"""Periksa: everything that is not in order in the year, by severity; each line leads to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.bridge import Bridge
from ui.problems import counted
from ui.widgets.field import Label
from ui.widgets.preview import Naskah
from ui.widgets.problem_list import ProblemList
from ui.widgets.search_line import SearchLine
from ui.widgets.view import View

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem

_KINDS = (
    ("semua", "Semua"),
    ("kesalahan", "Kesalahan"),
    ("peringatan", "Peringatan"),
    ("info", "Keterangan"),
    ("nanti", "Belum waktunya"),
)


def kind(p: Problem) -> str:
    """The heap that a problem lies on."""
    return "nanti" if p.belum_waktunya else p.level


class PeriksaView(View):
    """Buttons choose a kind, the line at the right looks for words."""

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
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("saring", True)
            button.clicked.connect(self._show)
            self.buttons[key] = button
            row.addWidget(button)
        self.buttons["semua"].setChecked(True)
        row.addStretch()
        self.words = SearchLine("Saring menurut kata…")
        self.words.setMinimumWidth(self.words.fontMetrics().horizontalAdvance("Saring menurut kata…") + 60)
        self.words.setMaximumWidth(320)
        self.words.textChanged.connect(self._show)
        self.list = ProblemList(bridge, "Daftar yang perlu diperiksa")
        self.state = Label("", "redup")
        below = QHBoxLayout()
        below.addWidget(self.state, 1)
        below.addWidget(self.words)
        self.body.addWidget(bar)
        self.body.addLayout(below)
        self.body.addWidget(self.list, 1)
        bridge.problems.changed.connect(self._arrived)

    def refresh(self) -> None:
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
        self.list.show_problems(sorted(shown, key=lambda p: p.belum_waktunya))
        self.state.setText(self._sentence(bool(shown)))

    def _sentence(self, any_shown: bool) -> str:
        if not self.bridge.year:
            return "Buat dahulu tahun laporan: pilih “Buat tahun…” pada kotak Tahun di atas."
        if not self.bridge.problems.fresh and not self.bridge.problems.found:
            return "Sedang memeriksa…"
        wrong, doubtful = counted(self.bridge.problems.found)
        later = sum(p.belum_waktunya for p in self.bridge.problems.found)
        words = f"{wrong} kesalahan dan {doubtful} peringatan." if wrong or doubtful else "Semua beres."
        if later:
            words += f" {later} isian belum waktunya dan tidak dihitung."
        return (
            words if any_shown or not self.bridge.problems.found else f"{words} Tidak ada yang cocok dengan saringan."
        )
