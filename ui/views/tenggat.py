"""Tenggat: the dates of the year's work, those of the office's rules and those that it notes itself."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from lkjip_desktop.core.agenda import agenda
from lkjip_desktop.core.tables import Tenggat
from lkjip_desktop.core.tanggal import tanggal_cetak
from ui.bridge import Bridge
from ui.widgets.form import section
from ui.widgets.grid_column import Source
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.history_table import WordTable
from ui.widgets.preview import Naskah
from ui.widgets.view import View, card

_WORD = {"lewat": "✕ Lewat", "dekat": "◐ Segera", "nanti": "– Nanti", "selesai": "✓ Selesai"}


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
        self.grid = GridPage(
            bridge,
            Source("tenggat", lambda s, y: s.where(Tenggat, tahun=y), lambda y: {"tahun": y, "nama": ""}),
            typed("tenggat", "tanggal", "nama", "selesai", "catatan", tanggal=18, nama=36, selesai=8, catatan=30),
            "Tenggat kantor",
            empty="Belum ada tenggat sendiri; tekan “Tambah baris”.",
        )
        self.body.addWidget(card(section("Jadwal tahun ini", self.table)))
        self.body.addWidget(section("Tenggat kantor sendiri"))
        self.body.addWidget(self.grid, 1)

    def refresh(self) -> None:
        hasil = self.bridge.hasil()
        if hasil is None:
            self.table.fill([("", "Buat dahulu tahun laporan.", "")])
            return
        today = self.bridge.workspace.sekarang()[:10]
        dates = agenda(self.bridge.snapshot, hasil.tahun, today)
        rows = [(tanggal_cetak(a.tanggal), a.nama, _WORD[a.keadaan]) for a in dates]
        self.table.fill(rows[:8] or [("", "Tidak ada tenggat.", "")])

    def paper(self) -> Naskah:
        return Naskah("lkjip", "ikhtisar")

    def show_place(self, table: str, key: str, column: str) -> bool:
        return table == "tenggat" and self.grid.grid.go_to_value(table, key, column)
