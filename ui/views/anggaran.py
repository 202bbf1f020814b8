"""Anggaran: budget by sasaran and by jenis belanja, programmes and outputs, and the scores of budget performance."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import angka, rupiah
from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.commands import Tambah
from lkjip_desktop.core.hasil import HasilSkor
from lkjip_desktop.core.schema import TABLES, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    AnggaranBelanja,
    AnggaranSasaran,
    Kegiatan,
    Ro,
    RoIndikator,
    SasaranTahun,
    Skor,
    SkorKomponen,
)
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_empty import Deed
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.label import Steady
from ui.widgets.preview import Naskah
from ui.widgets.view import View, card, commit_all

# The scores that can be typed, with the words of their tabs.
SCORES = {"smart": "SMART", "ikpa": "IKPA", "nka": "NKA", "akip": "AKIP"}
_MONEY = {"pagu_awal": 15, "pagu": 16, "blokir": 14, "realisasi": 16}


class AnggaranView(View):
    """Grids by tab; under the budget grids stands the total and whether both cuts agree."""

    tables = ("kegiatan", "ro", "ro_indikator", "anggaran_sasaran", "anggaran_belanja", "skor", "skor_komponen")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Anggaran")
        self.total = Steady(lines=2)  # its sentences come and go with the figures that are typed below
        self.body.addWidget(self.total)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.body.addWidget(self.tabs, 1)
        self.pages = {
            "anggaran_sasaran": self._by_aim(),
            "anggaran_belanja": self._by_kind(),
            "kegiatan": self._activities(),
            "ro": self._outputs(),
            "ro_indikator": self._shares(),
        }
        self.scores = {kind: ScorePage(bridge, kind) for kind in SCORES}
        for key, words in (
            ("anggaran_sasaran", "Sasaran"),
            ("anggaran_belanja", "Belanja"),
            ("kegiatan", "Program"),
            ("ro", "Output"),
            ("ro_indikator", "Kaitan"),
        ):
            self.tabs.addTab(self.pages[key], words)
        for kind, words in SCORES.items():
            self.tabs.addTab(self.scores[kind], words)
        bridge.year_changed.connect(self._show_scores)
        self._show_scores()

    def _show_scores(self, _year: int = 0) -> None:
        """A score without rules for the year and without a typed value has no tab: NKA begins in 2024."""
        year = self.bridge.year
        rules = aturan_tahun(self.bridge.snapshot, year) if year else None
        for kind, page in self.scores.items():
            typed_here = bool(year) and self.bridge.snapshot.one(Skor, tahun=year, jenis=kind) is not None
            self.tabs.setTabVisible(self.tabs.indexOf(page), getattr(rules, kind, None) is not None or typed_here)

    def _percent(self, where: str) -> GridColumn:
        def text(row: Any) -> str:
            hasil = self.bridge.hasil()
            lines = getattr(hasil.anggaran, where) if hasil else ()
            return next((line.persen_cetak for line in lines if line.baris_id == row.id), "")

        return GridColumn("Serapan", shown=text, width=9, right=True)

    def _by_aim(self) -> GridPage:
        return GridPage(
            self.bridge,
            Source(
                "anggaran_sasaran",
                lambda s, y: s.where(AnggaranSasaran, tahun=y),
                lambda y: {"tahun": y},
                ("sasaran_tahun",),
            ),
            [
                *typed("anggaran_sasaran", "sasaran_id", width=22),
                *typed("anggaran_sasaran", "pagu", "realisasi", **_MONEY),
                self._percent("sasaran"),
                *typed("anggaran_sasaran", "pagu_awal", "blokir", **_MONEY),
                *typed("anggaran_sasaran", "kegiatan_id", "tanggal_data", "sumber", width=18),
            ],
            "Anggaran menurut sasaran",
            first=self._no_aims,
        )

    def _by_kind(self) -> GridPage:
        return GridPage(
            self.bridge,
            Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y), self._next_kind),
            [
                *typed("anggaran_belanja", "kode", "nama", kode=7, nama=22),
                *typed("anggaran_belanja", "pagu", "realisasi", **_MONEY),
                self._percent("jenis_belanja"),
                *typed("anggaran_belanja", "pagu_awal", "blokir", **_MONEY),
                *typed("anggaran_belanja", "tanggal_data", "sumber", width=18),
            ],
            "Anggaran menurut jenis belanja",
        )

    def _next_kind(self, year: int) -> dict[str, Any]:
        """The first jenis belanja of the office's list that the year does not have yet."""
        taken = {r.kode for r in self.bridge.snapshot.where(AnggaranBelanja, tahun=year)}
        for kind in aturan_tahun(self.bridge.snapshot, year).jenis_belanja:
            if kind.kode not in taken:
                return {"tahun": year, "kode": kind.kode, "nama": kind.nama}
        return {"tahun": year}

    def _activities(self) -> GridPage:
        return GridPage(
            self.bridge,
            Source("kegiatan", lambda s, y: s.where(Kegiatan, tahun=y), self._new_activity),
            typed(
                "kegiatan",
                "jenis",
                "kode",
                "nama",
                "anggaran",
                "induk_id",
                "sasaran_id",
                jenis=10,
                kode=13,
                nama=36,
                induk_id=20,
                sasaran_id=20,
                anggaran=17,
            ),
            "Program dan kegiatan",
            "Tercetak pada Perjanjian Kinerja; jumlah anggarannya adalah jumlah baris program.",
            adds=(
                Deed("Tambah program", "tambah", "Baris program baru di akhir", lambda: self._add("program")),
                Deed("Tambah kegiatan", "tambah", "Kegiatan baru pada program ini", lambda: self._add("kegiatan")),
            ),
        )

    def _new_activity(self, year: int) -> dict[str, Any]:
        """A year begins with a programme; what comes after it are mostly activities."""
        begun = bool(self.bridge.snapshot.where(Kegiatan, tahun=year, jenis="program"))
        return {"tahun": year, "jenis": "kegiatan" if begun else "program"}

    def _add(self, kind: str) -> None:
        """A programme comes last; an activity below those of the programme under the cursor."""
        bridge, page = self.bridge, self.pages["kegiatan"]
        page.filter.clear()
        rows = bridge.snapshot.where(Kegiatan, tahun=bridge.year)
        values: dict[str, Any] = {"tahun": bridge.year, "jenis": kind}
        place = None
        if kind == "kegiatan":
            now = page.grid.currentIndex()
            here = page.grid.model().row_at(now.row()) if now.isValid() else None
            last = next((r.id for r in reversed(rows) if r.jenis == "program"), None)
            above = last if not isinstance(here, Kegiatan) else here.id if here.jenis == "program" else here.induk_id
            values["induk_id"] = above
            places = [i for i, r in enumerate(rows) if above and above in (r.id, r.induk_id)]
            place = places[-1] + 1 if places else None
        new_id = bridge.new_id()
        if not bridge.do(Tambah("kegiatan", new_id, values, place), page.grid):
            page.grid.go_to(new_id, "kode")

    def _outputs(self) -> GridPage:
        return GridPage(
            self.bridge,
            Source("ro", lambda s, y: s.where(Ro, tahun=y), lambda y: {"tahun": y}),
            typed(
                "ro",
                "jenis",
                "kode",
                "nama",
                "kegiatan_id",
                "induk_id",
                "satuan",
                "target_volume",
                "realisasi_volume",
                "progres",
                "pagu",
                "realisasi",
                nama=32,
                jenis=7,
                pagu=17,
                realisasi=17,
            ),
            "Rincian output",
        )

    def _shares(self) -> GridPage:
        def rows(s: Snapshot, year: int) -> list[Row]:
            own = {r.id for r in s.where(Ro, tahun=year)}
            # What names no output yet, as a new row, is of no year: it stays in sight to be completed.
            return [r for r in s.rows(RoIndikator) if not r.ro_id or r.ro_id in own]

        return GridPage(
            self.bridge,
            Source("ro_indikator", rows, lambda _y: {}, ("ro", "indikator_tahun")),
            typed("ro_indikator", "ro_id", "indikator_id", "porsi", ro_id=36, indikator_id=40, porsi=9),
            "Kaitan output dan indikator",
            "Bagian dari setiap output yang menunjang sebuah indikator; dipakai untuk efisiensi sumber daya.",
            first=self._no_outputs,
        )

    def _no_outputs(self) -> tuple[str, Deed] | None:
        if self.bridge.snapshot.where(Ro, tahun=self.bridge.year):
            return None
        go = Deed("Isi output", "", "Buka tab Output", lambda: self.tabs.setCurrentWidget(self.pages["ro"]))
        return "Isi dahulu output kegiatan; sesudah itu bagiannya dikaitkan dengan indikator di sini.", go

    def _no_aims(self) -> tuple[str, Deed] | None:
        if self.bridge.snapshot.where(SasaranTahun, tahun=self.bridge.year):
            return None
        go = Deed("Buka layar Sasaran && IKK", "", "", lambda: self.bridge.screen_wanted.emit("sasaran"))
        return "Buat dahulu sasarannya; sesudah itu pagu dan realisasinya diisi di sini.", go

    def refresh(self) -> None:
        hasil = self.bridge.hasil()
        if hasil is None or hasil.anggaran.total.pagu is None:
            self.total.setText("Belum ada angka anggaran pada tahun ini.")
            return
        a = hasil.anggaran
        first = f"Pagu {rupiah(a.total.pagu or 0)}, realisasi {rupiah(a.total.realisasi or 0)} ({a.total.persen_cetak})"
        second = []
        if a.pk_total is not None:
            gap = f", selisih {rupiah(a.pk_selisih)}" if a.pk_selisih else ""
            second.append(f"Dalam PK {rupiah(a.pk_total)}{gap}")
        if not a.potongan_sama:
            second.append("⚠ Sasaran dan jenis belanja belum sama")
        self.total.setText("\n".join(x for x in (first, " · ".join(second)) if x))

    def paper(self) -> Naskah:
        return Naskah("lkjip", "bab3")

    def commit(self) -> bool:
        return commit_all([page.form for page in self.scores.values()])

    def show_place(self, table: str, key: str, column: str) -> bool:
        if table in self.pages:
            page = self.pages[table]
            self.tabs.setCurrentWidget(page)
            return page.grid.go_to_value(table, key, column)
        row = self.bridge.snapshot.row(table, key)
        score = self.scores.get(getattr(row, "jenis", "") or key.removeprefix("baru:"))
        if score is None:
            return False
        self.tabs.setCurrentWidget(score)
        return score.show_place(table, key, column)


class ScorePage(QWidget):
    """The official score as typed above, the components by the rule set of the year below."""

    def __init__(self, bridge: Bridge, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.kind = kind
        self.form = Form(
            bridge,
            "skor",
            ("nilai_resmi", "kategori_resmi", "tanggal_data", "sumber"),
            {"nilai_resmi": 3, "kategori_resmi": 2, "tanggal_data": 4, "sumber": 3},
        )
        self.computed = Label("", "label")

        def keys(row: Any) -> dict[str, Any]:
            return {"tahun": bridge.year, "jenis": kind, "kode": row.kode}

        def part(what: str) -> Any:
            def text(row: Any) -> str:
                score = self._score()
                known = next((k for k in score.komponen if k.kode == row.kode), None) if score else None
                if known and what == "nama" and kind == "akip":
                    return f"{known.aspek}: {known.nama}"  # "Keberadaan" alone stands there four times
                if known and what == "nama" and known.pengurang:
                    return f"{known.nama} (poin pengurang)"
                value = getattr(known, what) if known else ""
                return angka(value) if isinstance(value, Decimal) else str(value)

            return text

        spec = TABLES["skor_komponen"].by_name
        typed_here = [
            GridColumn(title, spec[n], width=8, table="skor_komponen", keys=keys)
            for n, title in (("nilai", "Nilai"), ("berlaku", "Dihitung"))
        ]
        last = [
            GridColumn(spec[n].label, spec[n], width=w, table="skor_komponen", keys=keys)
            for n, w in (("nilai_akhir_resmi", 10), ("catatan", 12))
        ]
        self.page = GridPage(
            bridge,
            Source("skor_komponen", self._rows, also=("aturan", "skor")),
            [
                GridColumn("Komponen", shown=part("nama"), width=15),
                *typed_here,
                GridColumn("Bobot", shown=part("bobot"), width=7, right=True),
                GridColumn("Dipakai", shown=part("nilai_dipakai_cetak"), width=8, right=True),
                GridColumn("Tertimbang", shown=part("terbobot_cetak"), width=10, right=True),
                *last,
            ],
            f"Komponen {kind.upper()}",
            filtered=False,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(card(self.form))
        box.addWidget(self.computed)
        box.addWidget(self.page, 1)
        QWidget.setTabOrder(self.form.fields["sumber"].editor, self.page.grid)
        bridge.changed.connect(self._show)
        bridge.year_changed.connect(self._bind)
        self._bind()

    def _bind(self, _year: int = 0) -> None:
        if self.bridge.year:
            self.form.show_keys(tahun=self.bridge.year, jenis=self.kind)
        self._show()

    def _score(self) -> HasilSkor | None:
        hasil = self.bridge.hasil()
        score: HasilSkor | None = getattr(hasil, self.kind, None)
        return score

    def _rows(self, s: Snapshot, year: int) -> list[Row]:
        rule = getattr(aturan_tahun(s, year), self.kind) if year else None
        out: list[Row] = []
        for part in rule.komponen if rule else ():
            stored = s.one(SkorKomponen, tahun=year, jenis=self.kind, kode=part.kode)
            # A component without a row yet is shown by a row that is not stored; its cells know where they live.
            out.append(
                stored or SkorKomponen(id=f"{self.kind}-{part.kode}", tahun=year, jenis=self.kind, kode=part.kode)
            )
        return out

    def _show(self, _changed: object = None) -> None:
        score = self._score()
        if score is None or score.nilai is None:
            self.computed.setText("Nilai dihitung setelah komponennya diisi.")
            return
        words = f"Dihitung: {score.nilai_cetak} ({score.kategori})"
        if score.selisih_cetak:
            same = not score.selisih_cetak.strip("-0,")
            words += "; sama dengan nilai resmi" if same else f"; nilai resmi berbeda {score.selisih_cetak}"
        self.computed.setText(words)

    def show_place(self, table: str, key: str, column: str) -> bool:
        if table == "skor":
            return self.form.focus_column(column)
        return self.page.grid.go_to_value(table, key, column)
