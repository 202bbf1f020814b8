"""Realisasi: the year's figures of every indicator in one grid, and those of each month or quarter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QTabWidget

from lkjip_desktop.core.hasil import HasilIndikator
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Indikator as IndikatorRow
from lkjip_desktop.core.tables import IndikatorPeriode, IndikatorTahun, Sasaran, SasaranTahun
from lkjip_desktop.core.tanggal import NAMA_BULAN, akhir_periode, tanggal_cetak
from ui.bridge import Bridge
from ui.views.indikator_panel import ARROW
from ui.views.realisasi_angka import (
    FRACTION_FIRST,
    no_figure,
    no_fraction,
    no_percentage,
    period_part,
    sentence,
    target_part,
    year_in_words,
    year_part,
)
from ui.widgets.field import Label
from ui.widgets.grid_column import Computed, GridColumn, Source
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.preview import Naskah
from ui.widgets.status import status_text
from ui.widgets.view import View

_PERIODS = (
    *(("triwulan", n, f"Triwulan {r}") for n, r in enumerate(("I", "II", "III", "IV"), 1)),
    *(("bulan", n, name) for n, name in enumerate(NAMA_BULAN, 1)),
)
_FIGURES = ("pembilang", "penyebut", "realisasi")


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

    def _of(self, what: Callable[[HasilIndikator], str]) -> Callable[[Any], str]:
        def text(row: Any) -> str:
            h = self._result(row)
            return what(h) if h is not None else ""

        return text

    def _form(self, column: str) -> Callable[[Any], bool]:
        """To the field of the indicator's form in which a column is typed."""

        def go(row: Any) -> bool:
            self.bridge.wanted.emit("indikator_tahun", row.id, column)
            return True

        return go

    def _grade(self, column: str) -> Callable[[Any], bool]:
        """A grade is chosen in the form."""
        form = self._form(f"{column}_predikat")
        return lambda row: row.jenis_nilai == "predikat" and form(row)

    def _last_period(self, column: str) -> Callable[[Any], bool]:
        """To the last period of which the year's figure is made."""

        def go(row: Any) -> bool:
            h = self._result(row)
            used = [p for p in h.periode if p.dipakai] if h is not None else []
            return bool(used) and self.show_place("indikator_periode", used[-1].baris_id, column)

        return go

    def _own_year(self, row: Any) -> bool:
        """To the tab of the year, where its own figure is typed."""
        rasio = row.jenis_nilai == "rasio"
        return self.show_place("indikator_tahun", row.id, "pembilang" if rasio else "realisasi")

    def _reach(self) -> GridColumn:
        """The capaian of the year and, where there is none, why."""
        return GridColumn(
            "Capaian",
            shown=self._of(lambda h: h.capaian.cetak),
            width=9,
            right=True,
            computed=lambda r: _said(self._result(r), lambda h: sentence(h.capaian.alasan)),
        )

    def _year_page(self) -> GridPage:
        columns = [
            GridColumn("Kode", shown=lambda r: r.kode, width=9, elsewhere=self._form("kode")),
            GridColumn("Indikator", shown=lambda r: r.nama, width=36, elsewhere=self._form("nama")),
            *(
                replace(
                    c,
                    closed=closed,
                    computed=computed,
                    elsewhere=self._grade(c.spec.name if c.spec else ""),
                    origin=self._last_period(c.spec.name) if c.spec and c.spec.name in _FIGURES else None,
                )
                for c, closed, computed in zip(
                    typed("indikator_tahun", "target", "pembilang", "penyebut", "realisasi", width=8),
                    (no_figure, no_fraction, no_fraction, no_percentage),
                    (target_part(self._result), *(year_part(n, self._result) for n in _FIGURES)),
                    strict=True,
                )
            ),
            self._reach(),
            GridColumn("Satuan", shown=lambda r: r.satuan, width=8, elsewhere=self._form("satuan")),
            GridColumn("Status", shown=self._of(lambda h: status_text(h.capaian.status)), width=18),
            GridColumn(
                "Arah",
                shown=lambda r: ARROW.get(r.polaritas, "?"),
                width=4,
                help="Arah yang baik (polaritas)",
                elsewhere=self._form("polaritas"),
            ),
        ]
        return GridPage(
            self.bridge,
            Source(
                "indikator_tahun",
                ordered,
                also=("indikator", "sasaran", "pk", "pk_butir", "indikator_periode", "aturan"),
                basis=lambda r: (self._result(r),),
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

        def part(row: Any) -> Computed | None:
            h, own = self._result(row), self.bridge.snapshot.one(IndikatorPeriode, **keys(row))
            return period_part(h, own) if h is not None and own is not None else None

        def percentage(row: Any) -> str:
            own = self.bridge.snapshot.one(IndikatorPeriode, **keys(row))
            known = own is not None and own.pembilang is not None and own.penyebut is not None
            return FRACTION_FIRST if known and row.jenis_nilai == "rasio" else no_figure(row)

        columns = [
            GridColumn("Kode", shown=lambda r: r.kode, width=9, elsewhere=self._form("kode")),
            GridColumn("Indikator", shown=lambda r: r.nama, width=36, elsewhere=self._form("nama")),
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
            column = GridColumn(spec.label, spec, width=width, table="indikator_periode", keys=keys)
            if name in ("pembilang", "penyebut"):
                column = replace(column, closed=no_fraction)
            elif name == "realisasi":
                column = replace(column, closed=percentage, computed=part, elsewhere=self._grade("realisasi"))
            columns.append(column)
            if name == "realisasi":
                columns += [self._whole_year(), self._reach()]
                columns.append(GridColumn("Satuan", shown=lambda r: r.satuan, width=8, elsewhere=self._form("satuan")))
        page = GridPage(
            self.bridge,
            Source(
                "indikator_tahun",
                ordered,
                also=("indikator", "sasaran", "pk", "pk_butir", "aturan"),
                basis=lambda r: (self._result(r), self.bridge.snapshot.one(IndikatorPeriode, **keys(r))),
            ),
            columns,
            "Target dan realisasi menurut periode",
            empty="Belum ada indikator pada tahun ini; tambahkan pada layar Sasaran & IKK.",
        )
        label = QLabel("Periode")
        label.setBuddy(self.period)
        page.tools.insertWidget(0, label)
        page.tools.insertWidget(1, self.period)
        self.until = Label("", "redup", wrap=False)
        page.tools.insertWidget(2, self.until)
        self.period.currentIndexChanged.connect(self._show_period)
        self.bridge.year_changed.connect(self._say_until)
        self._say_until()
        return page

    def _whole_year(self) -> GridColumn:
        """What the year comes to, beside the figures of one period."""
        return GridColumn(
            "Setahun",
            shown=self._of(lambda h: h.realisasi.cetak),
            width=9,
            right=True,
            help="Realisasi setahun: disusun dari angka periode, kecuali yang diketik pada tab Setahun.",
            computed=lambda r: _said(self._result(r), year_in_words),
            elsewhere=self._own_year,
        )

    def _show_period(self) -> None:
        self._say_until()
        self.period_page.grid.model().reset(arrange=True)
        self.period_page.grid.drafts.restore()  # those of this period

    def _say_until(self, _year: int = 0) -> None:
        kind, number = self.period.currentData()
        day = akhir_periode(self.bridge.year, kind, number) if self.bridge.year else ""
        self.until.setText(f"keadaan sampai {tanggal_cetak(day)}" if day else "")

    def paper(self) -> Naskah:
        return Naskah("lkjip", "bab3")

    def show_place(self, table: str, key: str, column: str) -> bool:
        if table == "indikator_tahun":
            self.tabs.setCurrentWidget(self.year_page)
            return self.year_page.grid.go_to_value(table, key, column)
        row = self.bridge.snapshot.get(IndikatorPeriode, key)
        if row is None:
            return False
        # Not by findData: Qt does not find a pair again.
        self.period.setCurrentIndex(next((i for i, p in enumerate(_PERIODS) if p[:2] == (row.jenis, row.periode)), 0))
        self.tabs.setCurrentWidget(self.period_page)
        return self.period_page.grid.go_to_value(table, key, column)


def _said(h: HasilIndikator | None, words: Callable[[HasilIndikator], str]) -> Computed | None:
    """Words of a computed column."""
    said = words(h) if h is not None else ""
    return Computed(words=said) if said else None


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
