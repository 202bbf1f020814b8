"""Lampiran: what stands behind the report: checklists, evidence, plans of action, pictures, figures by month."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from lkjip_desktop.core.aturan import DaftarPeriksa, aturan_tahun
from lkjip_desktop.core.schema import TABLES, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Bukti, Ceklis, KinerjaLain, KinerjaLainAngka, RencanaAksi
from lkjip_desktop.core.tanggal import bulan
from ui.bridge import Bridge
from ui.views.lampiran_gambar import GambarPage, IlustrasiPage
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.no_year import NoYear
from ui.widgets.preview import Naskah
from ui.widgets.records import Records
from ui.widgets.view import View, card, column, commit_all

_PLAN = ("indikator_id", "uraian", "keluaran", "tw1", "tw2", "tw3", "tw4", "anggaran", "penanggung_jawab")


class LampiranView(View):
    """One tab a kind of annex."""

    tables = ("ceklis", "bukti", "rencana_aksi", "ilustrasi", "kinerja_lain_angka", "gambar")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Lampiran")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.start = NoYear(bridge, "Daftar periksa, bukti, rencana aksi, dan gambar dicatat menurut tahunnya.")
        self.body.addWidget(self.start)
        self.body.addWidget(self.tabs, 1)
        self.review = ChecklistPage(bridge, "reviu", lambda a: a.ceklis_reviu)
        self.evaluation = ChecklistPage(bridge, "evaluasi", lambda a: a.ceklis_evaluasi)
        self.evidence_form = Form(
            bridge, "bukti", ("nama", "indikator_id", "lokasi", "tanggal", "berkas"), {"nama": 12, "indikator_id": 12}
        )
        self.evidence = Records(
            bridge,
            "bukti",
            self.evidence_form,
            column(card(self.evidence_form)),
            lambda s, y: s.where(Bukti, tahun=y),
            lambda y: {"tahun": y, "nama": "Bukti"},
            empty="Belum ada bukti. Tekan “Tambah”, lalu tulis tempat simpannya atau lampirkan berkasnya.",
        )
        self.plan = GridPage(
            bridge,
            Source("rencana_aksi", lambda s, y: s.where(RencanaAksi, tahun=y), self._new_plan),
            typed("rencana_aksi", *_PLAN, indikator_id=22, uraian=34, keluaran=18, anggaran=16, penanggung_jawab=18),
            "Rencana aksi",
            "Dilampirkan pada Perjanjian Kinerja bila pilihan “Lampirkan rencana aksi” dicentang.",
        )
        self.pictures = IlustrasiPage(bridge)
        self.all_pictures = GambarPage(bridge)
        self.months = self._month_page()
        for page, words in (
            (self.review, "Reviu"),
            (self.evaluation, "Evaluasi"),
            (self.evidence, "Bukti"),
            (self.plan, "Rencana aksi"),
            (self.pictures, "Gambar"),
            (self.months, "Angka bulanan"),
            (self.all_pictures, "Semua gambar"),
        ):
            self.tabs.addTab(page, words)
        self.tabs.currentChanged.connect(lambda _i: self.commit())
        self.pages: dict[str, QWidget] = {
            "bukti": self.evidence,
            "rencana_aksi": self.plan,
            "ilustrasi": self.pictures,
            "kinerja_lain_angka": self.months,
            "gambar": self.all_pictures,
        }

    def _new_plan(self, year: int) -> dict[str, Any]:
        return {"tahun": year, "uraian": ""}

    def _month_page(self) -> GridPage:
        """One line for every row of figures; a new one belongs to the item of the line above."""

        def rows(s: Snapshot, year: int) -> list[KinerjaLainAngka]:
            own = {r.id for r in s.where(KinerjaLain, tahun=year)}
            # What names no item is of no year: it stays in sight to be completed.
            found = [r for r in s.rows(KinerjaLainAngka) if not r.kinerja_lain_id or r.kinerja_lain_id in own]
            return sorted(found, key=lambda r: (r.kinerja_lain_id or "", r.label, r.bulan or 0))

        def new(year: int) -> dict[str, Any]:
            before = rows(self.bridge.snapshot, year)
            if before:
                last = before[-1]
                return {
                    "kinerja_lain_id": last.kinerja_lain_id,
                    "label": last.label,
                    "bulan": (last.bulan or 0) % 12 + 1,
                }
            items = self.bridge.snapshot.where(KinerjaLain, tahun=year)
            return {"kinerja_lain_id": items[0].id if items else None, "label": "Realisasi", "bulan": 1}

        return GridPage(
            self.bridge,
            Source("kinerja_lain_angka", rows, new, ("kinerja_lain",)),
            [
                *typed(
                    "kinerja_lain_angka", "kinerja_lain_id", "label", "bulan", kinerja_lain_id=34, label=24, bulan=7
                ),
                GridColumn("Nama bulan", shown=lambda r: bulan(r.bulan) if r.bulan else "", width=12),
                *typed("kinerja_lain_angka", "nilai", width=16),
            ],
            "Angka bulanan kinerja lainnya",
            "Angka menurut bulan dari butir pada layar Naskah, tab Kinerja lainnya.",
        )

    def refresh(self) -> None:
        self.start.stand_in(self.tabs)

    def commit(self) -> bool:
        return commit_all((self.evidence, self.pictures, self.all_pictures))

    def paper(self) -> Naskah:
        return Naskah("lkjip", "lampiran")

    def show_place(self, table: str, key: str, column: str) -> bool:
        if table == "ceklis":
            row = self.bridge.snapshot.get(Ceklis, key)
            page = self.evaluation if row is not None and row.jenis == "evaluasi" else self.review
            self.tabs.setCurrentWidget(page)
            return page.page.grid.go_to_value(table, key, column) or not key
        shown = self.pages.get(table)
        if shown is None:
            return False
        self.tabs.setCurrentWidget(shown)
        if isinstance(shown, GridPage):
            return shown.grid.go_to_value(table, key, column)
        records = shown if isinstance(shown, Records) else getattr(shown, "records", None)
        return isinstance(records, Records) and records.choose(key, column)


def _point(code: str) -> str:
    """A point by its number or in words: "I.1" stays, "perencanaan_keberadaan" is "Perencanaan: keberadaan"."""
    return code.capitalize().replace("_", ": ", 1).replace("_", " ") if "_" in code else code


class ChecklistPage(QWidget):
    """The points of a checklist of the year; an answer makes its row when it is first given."""

    def __init__(
        self, bridge: Bridge, kind: str, points: Callable[[Any], DaftarPeriksa], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.kind, self._points = bridge, kind, points
        self.words = Label("", "redup")
        spec = TABLES["ceklis"].by_name

        def keys(row: Any) -> dict[str, Any]:
            return {"tahun": bridge.year, "jenis": kind, "kode": row.kode}

        def text(row: Any) -> str:
            return self._texts().get(row.kode, ("", ""))[1]

        self.page = GridPage(
            bridge,
            Source("ceklis", self._rows, also=("aturan",)),
            [
                GridColumn("Butir", shown=lambda r: _point(r.kode), width=9 if kind == "reviu" else 18),
                GridColumn("Pernyataan", shown=text, width=52),
                GridColumn("Jawaban", spec["jawaban"], width=12, table="ceklis", keys=keys),
                GridColumn("Catatan", spec["catatan"], width=30, table="ceklis", keys=keys),
            ],
            f"Daftar periksa {kind}",
            empty="Aturan tahun ini tidak memuat daftar periksa itu; susun pada layar Aturan.",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.words)
        box.addWidget(self.page, 1)
        bridge.changed.connect(self._count)
        bridge.year_changed.connect(self._count)
        self._count()

    def _list(self) -> DaftarPeriksa:
        return self._points(aturan_tahun(self.bridge.snapshot, self.bridge.year))

    def _texts(self) -> dict[str, tuple[str, str]]:
        return {b.kode: (k.nama, b.teks) for k in self._list().kelompok for b in k.butir}

    def _rows(self, s: Snapshot, year: int) -> list[Row]:
        out: list[Row] = []
        for code in self._texts() if year else ():
            stored = s.one(Ceklis, tahun=year, jenis=self.kind, kode=code)
            out.append(stored or Ceklis(id=f"{self.kind}-{code}", tahun=year, jenis=self.kind, kode=code))
        return out

    def _count(self, _what: object = None) -> None:
        codes = self._texts() if self.bridge.year else {}
        found = self.bridge.snapshot.where(Ceklis, tahun=self.bridge.year, jenis=self.kind)
        answered = sum(bool(c.jawaban) for c in found if c.kode in codes)
        intro = self._list().pengantar if codes else ""
        self.words.setText(f"{intro} Terjawab {answered} dari {len(codes)} butir.".strip() if codes else "")
