"""Naskah: the office's own text of every part of the report, and the lists of Bab I, Bab III D and the annexes."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import DataDukung, KinerjaLain, Prestasi, Rekomendasi
from ui.bridge import Bridge
from ui.views.bagian_panel import BagianPanel
from ui.widgets.form import Form, section
from ui.widgets.grid_column import Source
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.preview import Naskah
from ui.widgets.records import Records
from ui.widgets.view import View, card, column, commit_all, scrolled


class NaskahView(View):
    """One tab a kind of text."""

    tables = ("naskah", "kinerja_lain", "data_dukung", "prestasi", "rekomendasi", "surat", "laporan")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Naskah")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.body.addWidget(self.tabs, 1)
        self.parts = BagianPanel(bridge)
        shown = [c.name for c in TABLES["laporan"].columns if not c.hidden and c.name != "tahun"]
        self.report = Form(
            bridge, "laporan", shown, {"nama_dokumen": 8, "singkatan": 4, "penandatangan_id": 8, "gambar_sampul_id": 12}
        )
        self.letter = Form(bridge, "surat", (), {"yth": 12, "penandatangan_id": 8})
        self.other_form = Form(bridge, "kinerja_lain", (), {"judul": 12, "target": 4, "realisasi": 4, "satuan": 4})
        self.other = Records(
            bridge,
            "kinerja_lain",
            self.other_form,
            column(card(self.other_form)),
            lambda s, y: s.where(KinerjaLain, tahun=y),
            lambda y: {"tahun": y, "judul": "Kinerja lainnya"},
        )
        self.award_form = Form(bridge, "prestasi", (), {"nama": 12, "gambar_id": 12})
        self.awards = Records(
            bridge,
            "prestasi",
            self.award_form,
            column(card(self.award_form)),
            lambda s, y: s.where(Prestasi, tahun=y),
            lambda y: {"tahun": y, "nama": "Penghargaan"},
        )
        self.data = GridPage(
            bridge,
            Source("data_dukung", lambda s, y: s.where(DataDukung, tahun=y), lambda y: {"tahun": y}),
            typed("data_dukung", "kelompok", "kategori", "uraian", "jumlah", "satuan", uraian=34, kategori=22),
            "Data pegawai dan klien",
        )
        self.follow_up = GridPage(
            bridge,
            Source(
                "rekomendasi", lambda s, y: s.where(Rekomendasi, tahun=y), lambda y: {"tahun": y, "rekomendasi": ""}
            ),
            typed(
                "rekomendasi",
                "rekomendasi",
                "sumber",
                "tindak_lanjut",
                "status",
                "penanggung_jawab",
                "tenggat",
                "bukti",
                rekomendasi=34,
                tindak_lanjut=34,
                sumber=18,
            ),
            "Tindak lanjut evaluasi",
        )
        first = scrolled(column(card(section("Laporan", self.report)), card(section("Surat pengantar", self.letter))))
        for page, words in (
            (self.parts, "Bab"),
            (first, "Laporan dan surat"),
            (self.other, "Kinerja lainnya"),
            (self.awards, "Prestasi"),
            (self.data, "Pegawai dan klien"),
            (self.follow_up, "Tindak lanjut"),
        ):
            self.tabs.addTab(page, words)
        self._first = first
        #: What "Laporan dan surat" shows: the paper of the field that was last entered.
        self._first_paper = Naskah("surat")
        self.tabs.currentChanged.connect(self._turned)
        self.parts.turned.connect(self.paper_changed)
        bridge.focused.connect(self._entered)
        bridge.year_changed.connect(self._bind)
        self._bind()

    def _bind(self, _year: int = 0) -> None:
        year = self.bridge.year
        if not year:
            return
        self.letter.show_keys(tahun=year)
        self.report.show_keys(tahun=year)

    def paper(self) -> Naskah:
        page = self.tabs.currentWidget()
        if page is self._first:
            return self._first_paper
        of_page = {self.other: "bab3", self.awards: "lampiran", self.data: "bab1", self.follow_up: "lampiran"}
        return Naskah("lkjip", of_page.get(page) or self.parts.chapter())

    def _turned(self, _tab: int) -> None:
        self.commit()
        self.paper_changed.emit()

    def _entered(self, table: str, _key: str, column: str) -> None:
        """The report's own facts stand on its cover or at its foreword, those of the letter in the letter."""
        if not self.isVisible() or table not in ("laporan", "surat"):
            return
        cover = column in ("nama_dokumen", "singkatan", "gambar_sampul_id")
        part = "sampul" if cover else "kata_pengantar"
        self._first_paper = Naskah("surat") if table == "surat" else Naskah("lkjip", part)
        self.paper_changed.emit()

    def commit(self) -> bool:
        return commit_all((self.parts, self.report, self.letter, self.other, self.awards))

    def show_place(self, table: str, key: str, column: str) -> bool:
        match table:
            case "naskah":
                self.tabs.setCurrentWidget(self.parts)
                return self.parts.show_place(key, column)
            case "laporan" | "surat":
                self.tabs.setCurrentWidget(self._first)
                return (self.report if table == "laporan" else self.letter).focus_column(column)
            case "kinerja_lain" | "prestasi":
                records = self.other if table == "kinerja_lain" else self.awards
                self.tabs.setCurrentWidget(records)
                return records.choose(key, column)
            case "data_dukung" | "rekomendasi":
                page = self.data if table == "data_dukung" else self.follow_up
                self.tabs.setCurrentWidget(page)
                return page.grid.go_to_value(table, key, column)
        return False
