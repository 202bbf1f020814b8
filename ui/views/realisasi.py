"""Realisasi: the year's figures of every indicator in one grid, and those of each month or quarter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QTabWidget

from lkjip_desktop.core.hasil import HasilIndikator
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Indikator as IndikatorRow
from lkjip_desktop.core.tables import IndikatorPeriode, IndikatorTahun, Sasaran, SasaranTahun
from lkjip_desktop.core.tanggal import NAMA_BULAN
from ui.bridge import Bridge
from ui.views.indikator_panel import ARROW
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.preview import Naskah
from ui.widgets.status import status_text
from ui.widgets.view import View

_PERIODS = (
    *(("triwulan", n, f"Triwulan {r}") for n, r in enumerate(("I", "II", "III", "IV"), 1)),
    *(("bulan", n, name) for n, name in enumerate(NAMA_BULAN, 1)),
)


class RealisasiView(View):
    """Two tabs: the year, and one period at a time."""

    tables = ("indikator_tahun", "indikator_periode")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Realisasi", "Capaian dihitung begitu Anda selesai mengisi satu sel.")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.body.addWidget(self.tabs, 1)
        self.year_page = self._year_page()
        self.period_page = self._period_page()
        self.tabs.addTab(self.year_page, "Setahun")
        self.tabs.addTab(self.period_page, "Menurut periode")

    def _result(self, row: Any) -> HasilIndikator | None:
        hasil = self.bridge.hasil()
        return hasil.per_indikator.get(row.indikator_id or "") if hasil else None

    def _year_page(self) -> GridPage:
        def shown(what: str) -> Any:
            def text(row: Any) -> str:
                h = self._result(row)
                if h is None:
                    return ""
                match what:
                    case "realisasi":
                        return h.realisasi.cetak
                    case "capaian":
                        return h.capaian.cetak
                    case _:
                        return status_text(h.capaian.status)

            return text

        columns = [
            GridColumn("Kode", shown=lambda r: r.kode, width=9),
            GridColumn("Indikator", shown=lambda r: r.nama, width=36),
            *typed("indikator_tahun", "target", width=8),
            *(replace(c, closed=_no_fraction) for c in typed("indikator_tahun", "pembilang", "penyebut", width=8)),
            *typed("indikator_tahun", "realisasi", width=8),
            GridColumn("Capaian", shown=shown("capaian"), width=9, right=True),
            GridColumn("Arah", shown=lambda r: ARROW.get(r.polaritas, "?"), width=4, help="Arah yang baik (polaritas)"),
            GridColumn("Hasil", shown=shown("realisasi"), width=9, right=True, help="Realisasi seperti dicetak"),
            GridColumn("Status", shown=shown("status"), width=18),
            GridColumn("Satuan", shown=lambda r: r.satuan, width=8),
        ]
        return GridPage(
            self.bridge,
            Source(
                "indikator_tahun",
                ordered,
                also=("indikator", "sasaran", "pk", "pk_butir", "indikator_periode", "aturan"),
            ),
            columns,
            "Target dan realisasi tahun ini",
            empty="Belum ada indikator pada tahun ini; tambahkan pada layar Sasaran & IKK.",
        )

    def _period_page(self) -> GridPage:
        self.period = QComboBox()
        self.period.setAccessibleName("Periode")
        for kind, number, words in _PERIODS:
            self.period.addItem(words, (kind, number))

        def keys(row: Any) -> dict[str, Any]:
            kind, number = self.period.currentData()
            return {"indikator_id": row.indikator_id, "tahun": self.bridge.year, "jenis": kind, "periode": number}

        columns = [
            GridColumn("Kode", shown=lambda r: r.kode, width=9),
            GridColumn("Indikator", shown=lambda r: r.nama, width=36),
            GridColumn("Satuan", shown=lambda r: r.satuan, width=8),
        ]
        for name, width in (
            ("target", 8),
            ("pembilang", 9),
            ("penyebut", 9),
            ("realisasi", 9),
            ("kendala", 22),
            ("solusi", 22),
            ("tindak_lanjut", 22),
            ("penanggung_jawab", 16),
            ("tenggat", 14),
            ("alasan_koreksi", 18),
        ):
            spec = TABLES["indikator_periode"].by_name[name]
            closed = _no_fraction if name in ("pembilang", "penyebut") else None
            columns.append(
                GridColumn(spec.label, spec, width=width, table="indikator_periode", keys=keys, closed=closed)
            )
        page = GridPage(
            self.bridge,
            Source("indikator_tahun", ordered),
            columns,
            "Target dan realisasi menurut periode",
            empty="Belum ada indikator pada tahun ini; tambahkan pada layar Sasaran & IKK.",
        )
        label = QLabel("Periode")
        label.setBuddy(self.period)
        page.tools.insertWidget(0, label)
        page.tools.insertWidget(1, self.period)
        self.period.currentIndexChanged.connect(lambda _i: page.grid.model().reset())
        return page

    def paper(self) -> Naskah:
        return Naskah("lkjip", "bab3")

    def show_place(self, table: str, key: str, column: str) -> bool:
        if table == "indikator_tahun":
            self.tabs.setCurrentWidget(self.year_page)
            return self.year_page.grid.go_to_value(table, key, column)
        row = self.bridge.snapshot.get(IndikatorPeriode, key)
        if row is None:
            return False
        self.period.setCurrentIndex(max(0, self.period.findData((row.jenis, row.periode))))
        self.tabs.setCurrentWidget(self.period_page)
        return self.period_page.grid.go_to_value(table, key, column)


def _no_fraction(row: Any) -> str:
    """Only a ratio has two parts; a figure put there by mistake would count for nothing."""
    return "" if row.jenis_nilai == "rasio" else "Indikator ini bukan rasio; isi kolom Realisasi."


def ordered(s: Snapshot, year: int) -> list[IndikatorTahun]:
    """Indicators of a year in the order of print: by level, sasaran, own place."""
    levels = {"strategis": 0, "program": 1, "kegiatan": 2}
    places: dict[str, tuple[int, int]] = {}
    for aim in s.where(SasaranTahun, tahun=year):
        known = s.get(Sasaran, aim.sasaran_id)
        places[aim.sasaran_id or ""] = (levels.get(known.tingkat if known else "", 3), aim.urut)

    def key(row: IndikatorTahun) -> tuple[tuple[int, int], int]:
        indicator = s.get(IndikatorRow, row.indikator_id)
        return places.get((indicator.sasaran_id if indicator else "") or "", (9, 0)), row.urut

    return sorted(s.where(IndikatorTahun, tahun=year), key=key)
