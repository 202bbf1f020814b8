"""Tenggat: the dates of the year's work, those of the office's rules and those that it notes itself."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.agenda import Acara, agenda
from lkjip_desktop.core.tables import Tenggat
from lkjip_desktop.core.tanggal import tanggal_cetak
from ui.bridge import Bridge
from ui.widgets.form import section
from ui.widgets.grid_column import Source
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.history_table import WordTable
from ui.widgets.no_year import NoYear
from ui.widgets.preview import Naskah
from ui.widgets.view import View, card, scrolled

_WORD = {"lewat": "✕ Lewat", "dekat": "◐ Segera", "nanti": "– Nanti", "selesai": "✓ Selesai"}
#: Dates in view at once: the grid below needs its room on a small screen.
_SHOWN = 6


class _Dates(GridPage):
    """Takes the room that is left: Qt asks of what has a height for its width that it gets all of it, and would cut the
    table above."""

    def hasHeightForWidth(self) -> bool:
        return False


class TenggatView(View):
    """Above what the rules give, below the grid of the office's own dates."""

    tables = ("tenggat",)
    watches = ("tenggat", "aturan", "laporan", "pk", "surat")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Tenggat", "Yang sudah lewat atau tinggal dua minggu tampil juga di Beranda.")
        self.rules = QPushButton("Ubah aturan tenggat…")
        self.rules.clicked.connect(lambda: bridge.screen_wanted.emit("aturan"))
        self.head_tools.addWidget(self.rules)
        self.table = WordTable("Semua tenggat tahun ini", ("Tanggal", "Kegiatan", "Keadaan"), stretch=1)
        self.table.setToolTip("Klik ganda atau Enter untuk membuka tempatnya")
        self.table.cellActivated.connect(self._follow)
        self._shown: tuple[Acara, ...] = ()
        self.grid = _Dates(
            bridge,
            Source("tenggat", lambda s, y: s.where(Tenggat, tahun=y), lambda y: {"tahun": y, "nama": ""}),
            typed("tenggat", "tanggal", "nama", "selesai", "catatan", tanggal=18, nama=36, selesai=8, catatan=30),
            "Tenggat kantor",
        )
        self.grid.setMinimumHeight(self.fontMetrics().height() * 12)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(card(section("Jadwal tahun ini", self.table)))
        box.addWidget(section("Tenggat kantor sendiri"))
        box.addWidget(self.grid, 1)
        self.start = NoYear(bridge, "Jadwalnya dihitung dari tahun itu dan dari aturan kantor.")
        self.body.addWidget(self.start)
        self.area = scrolled(whole)
        self.body.addWidget(self.area, 1)  # long names or large text need more than a small screen has

    def refresh(self) -> None:
        self.start.stand_in(self.area)
        hasil = self.bridge.hasil()
        if hasil is None:
            return
        today = self.bridge.workspace.sekarang()[:10]
        dates = agenda(self.bridge.snapshot, hasil.tahun, today)
        # What is left to do first; each part by date.
        dates = tuple(sorted(dates, key=lambda a: a.keadaan == "selesai"))
        self._shown = dates[:_SHOWN]
        rows = [(tanggal_cetak(a.tanggal), a.nama, _WORD[a.keadaan]) for a in self._shown]
        if rest := len(dates) - len(self._shown):
            rows.append(("", f"dan {rest} lagi", ""))
        self.table.fill(rows or [("", "Tidak ada tenggat.", "")])

    def _follow(self, row: int, _column: int) -> None:
        """Lead to what is due; the office's own dates are in the grid below."""
        if row < len(self._shown) and self._shown[row].tabel:
            a = self._shown[row]
            self.bridge.wanted.emit(a.tabel, a.kunci, a.kolom)

    def paper(self) -> Naskah:
        return Naskah("lkjip", "ikhtisar")

    def show_place(self, table: str, key: str, column: str) -> bool:
        return table == "tenggat" and self.grid.grid.go_to_value(table, key, column)
