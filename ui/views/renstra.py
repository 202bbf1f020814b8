"""Renstra: the plan, its vision, missions and aims, core values, legal bases, and the targets year by year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QTabWidget

from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import DasarHukum, IndikatorTahun, Renstra, RenstraButir, TargetRenstra, TataNilai
from lkjip_desktop.workspace.usulan import periode_renstra
from ui.bridge import Bridge
from ui.widgets.form import Form
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_empty import Deed
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.preview import Naskah
from ui.widgets.records import Records
from ui.widgets.view import View, card, column


class RenstraView(View):
    """One tab a kind of row; the targets stand as indicators by years."""

    tables = ("renstra", "renstra_butir", "tata_nilai", "dasar_hukum", "target_renstra")
    watches = ("renstra",)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Renstra")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.body.addWidget(self.tabs, 1)
        self.form = Form(
            bridge,
            "renstra",
            (),
            dict.fromkeys(("tahun_awal", "tahun_akhir", "tahun_tabel_dari"), 4)
            | dict.fromkeys(("nama", "sumber_visi_nasional", "sumber_visi"), 12),
        )
        self.documents = Records(
            bridge,
            "renstra",
            self.form,
            column(card(self.form)),
            lambda s, _y: s.rows(Renstra),
            _new_plan,
            empty="Nama, tahun, dan visi Renstra; misi, tujuan, dan targetnya diisi pada tab berikutnya.",
        )
        self.items = GridPage(
            bridge,
            Source("renstra_butir", lambda s, y: s.where(RenstraButir, renstra_id=self.plan_id(y)), self._new_item),
            typed("renstra_butir", "jenis", "teks", jenis=16, teks=60),
            "Misi, tujuan, dan strategi",
            first=self._no_plan,
        )
        self.values = GridPage(
            bridge,
            Source("tata_nilai", lambda s, _y: s.rows(TataNilai), lambda _y: {"kelompok": "BerAKHLAK"}),
            typed(
                "tata_nilai", "kelompok", "nama", "uraian", "sumber", "tahun_dari", "tahun_sampai", uraian=40, sumber=20
            ),
            "Tata nilai",
        )
        self.laws = GridPage(
            bridge,
            Source("dasar_hukum", lambda s, _y: s.rows(DasarHukum), lambda _y: {"nama": ""}),
            typed("dasar_hukum", "nama", "tentang", "berlaku_dari", "berlaku_sampai", nama=40, tentang=40),
            "Dasar hukum",
        )
        self.targets = self._target_page()
        self.details = self._detail_page()
        for page, words in (
            (self.documents, "Dokumen"),
            (self.items, "Misi dan tujuan"),
            (self.targets, "Target"),
            (self.details, "Target rinci"),
            (self.values, "Tata nilai"),
            (self.laws, "Dasar hukum"),
        ):
            self.tabs.addTab(page, words)

    def plan(self, year: int) -> Renstra | None:
        """The plan that covers a year, else the last one."""
        plans = self.bridge.snapshot.rows(Renstra)
        covering = [p for p in plans if (p.tahun_awal or 0) <= year <= (p.tahun_akhir or 9999)]
        found = covering or list(plans)
        return found[-1] if found else None

    def plan_id(self, year: int) -> str:
        plan = self.plan(year)
        return plan.id if plan else ""

    def _new_item(self, year: int) -> dict[str, Any]:
        return {"renstra_id": self.plan_id(year) or None, "jenis": "misi"}

    def _target_page(self) -> GridPage:
        spec = TABLES["target_renstra"].by_name["nilai"]
        columns = [
            GridColumn("Kode", shown=lambda r: r.kode, width=9),
            GridColumn("Indikator", shown=lambda r: r.nama, width=34),
            GridColumn("Satuan", shown=lambda r: r.satuan, width=7),
        ]
        columns += [
            GridColumn(str(year), spec, width=7, table="target_renstra", keys=self._keys(year))
            for year in self._years()
        ]
        return GridPage(
            self.bridge,
            Source("indikator_tahun", lambda s, y: s.where(IndikatorTahun, tahun=y), also=("renstra",)),
            columns,
            "Target Renstra menurut tahun",
            "Target setiap indikator menurut tahun Renstra; target kerja diisi pada layar Sasaran & IKK.",
        )

    def _detail_page(self) -> GridPage:
        """Which plan a target belongs to is said only where there are several."""
        several = ("renstra_id",) if len(self.bridge.snapshot.rows(Renstra)) > 1 else ()
        return GridPage(
            self.bridge,
            Source(
                "target_renstra",
                lambda s, y: s.where(TargetRenstra, renstra_id=self.plan_id(y)),
                lambda y: {"renstra_id": self.plan_id(y) or None, "tahun": y},
                ("renstra", "indikator_tahun"),
            ),
            typed(
                "target_renstra",
                *several,
                "indikator_id",
                "tahun",
                "nilai",
                "nilai_atas",
                "predikat",
                renstra_id=20,
                indikator_id=36,
                tahun=8,
            ),
            "Target Renstra baris demi baris",
            "Untuk target berupa rentang atau predikat, dan untuk indikator yang tidak ada pada tahun ini.",
            first=self._no_plan,
        )

    def _no_plan(self) -> tuple[str, Deed] | None:
        """Everything here belongs to a plan."""
        if self.bridge.snapshot.rows(Renstra):
            return None

        def make() -> None:
            self.tabs.setCurrentWidget(self.documents)
            self.documents.add()

        words = "Buat dahulu dokumen Renstranya: nama dan tahunnya cukup."
        return words, Deed("Buat dokumen Renstra", "tambah", "Tab Dokumen", make)

    def _keys(self, year: int) -> Callable[[Any], dict[str, Any]]:
        """Where the target of one year lives."""

        def keys(row: Any) -> dict[str, Any]:
            plan = self.plan_id(self.bridge.year) or None
            return {"renstra_id": plan, "indikator_id": row.indikator_id, "tahun": year}

        return keys

    def _years(self) -> tuple[int, ...]:
        plan = self.plan(self.bridge.year)
        if plan is None or not plan.tahun_awal or not plan.tahun_akhir:
            return (self.bridge.year,) if self.bridge.year else ()
        return tuple(range(plan.tahun_awal, min(plan.tahun_akhir, plan.tahun_awal + 9) + 1))

    def refresh(self) -> None:
        # The columns are the years of the plan: another plan or other years need another grid.
        shown = [c.title for c in self.targets.grid.model().columns[3:]]
        if shown != [str(y) for y in self._years()]:
            self.targets = self._replaced(self.targets, self._target_page())
        several = len(self.bridge.snapshot.rows(Renstra)) > 1
        if several != (self.details.grid.model().column_of("renstra_id") >= 0):
            self.details = self._replaced(self.details, self._detail_page())
        self.items.grid.model().reset()

    def _replaced(self, old: GridPage, new: GridPage) -> GridPage:
        """Put a page in the place of another one; the tab on view stays."""
        at, here = self.tabs.indexOf(old), self.tabs.currentIndex()
        words = self.tabs.tabText(at)
        self.tabs.removeTab(at)
        old.deleteLater()
        self.tabs.insertTab(at, new, words)
        self.tabs.setCurrentIndex(here)
        return new

    def paper(self) -> Naskah:
        return Naskah("lkjip", "bab2")

    def commit(self) -> bool:
        return self.documents.commit()

    def show_place(self, table: str, key: str, column: str) -> bool:
        if table == "renstra":
            self.tabs.setCurrentWidget(self.documents)
            return self.documents.choose(key, column) or not key
        pages = {
            "renstra_butir": (self.items,),
            "tata_nilai": (self.values,),
            "dasar_hukum": (self.laws,),
            "target_renstra": (self.targets, self.details) if column in ("", "nilai") else (self.details,),
        }.get(table, ())
        for page in pages:
            self.tabs.setCurrentWidget(page)
            if page.grid.go_to_value(table, key, column):
                return True
        return False


def _new_plan(year: int) -> dict[str, Any]:
    """A plan of the period that the year lies in (RPJMN), or of five years from it on."""
    period = periode_renstra(year)
    first, last = (period.awal, period.akhir) if period is not None else (year, year + 4)
    return {"nama": "Renstra baru", "tahun_awal": first, "tahun_akhir": last}
