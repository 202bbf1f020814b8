"""What a version promises: indicators with targets beside Renstra and measurement, budget beside the pagu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import rupiah
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.pk import IsiPk, JanjiIndikator, banding_pagu, janji
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import IndikatorTahun, Kegiatan, Pk, PkCakupan
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.grid import Grid
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.history_table import WordTable
from ui.widgets.parts import button
from ui.widgets.reveal import reveal
from ui.widgets.view import button_row, section

#: Rows of a grid before it scrolls by itself.
_MOST_ROWS = 80
_NO_TARGETS = "Indikator dibuat pada layar Sasaran & IKK; targetnya tampil di sini."
_NO_SCOPE = (
    "Pilih indikatornya di atas, atau tetapkan jabatan ini sebagai penanggung jawabnya pada layar Sasaran & IKK."
)
_NONE = "Tahun ini belum dihitung."


class IsiPanel(QWidget):
    """A draft of the head is edited in place (working targets and budget); what is signed is a table of words."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self._content: IsiPk | None = None
        self._promises: dict[str, JanjiIndikator] = {}
        self.scope = GridPage(
            bridge,
            Source("pk_cakupan", self._scope_rows, lambda _y: {"pk_id": self._pk_id}, ("indikator_tahun",)),
            typed("pk_cakupan", "indikator_id", "target", indikator_id=36, target=12),
            "Indikator pejabat ini",
            "Pilih indikator yang dijanjikan pejabat ini; target dikosongkan bila sama dengan target indikator.",
            "Tanpa pilihan di sini, dipakai indikator yang penanggung jawabnya jabatan ini.",
        )
        self.targets = Grid(
            bridge,
            Source("indikator_tahun", self._target_rows, None, ("pk", "pk_cakupan", "target_renstra")),
            [
                GridColumn("Kode", shown=lambda r: r.kode, width=8),
                GridColumn("Indikator", shown=lambda r: r.nama, width=34, name=True),
                *typed("indikator_tahun", "target", width=7),
                GridColumn("Satuan", shown=lambda r: r.satuan, width=6),
                GridColumn("Renstra", shown=lambda r: self._renstra(r.indikator_id), width=8, right=True),
                GridColumn("Diukur", shown=lambda r: self._measured(r.indikator_id), width=10),
            ],
            "Indikator dan target",
        )
        self.targets.verticalHeader().hide()
        self.money = Grid(
            bridge,
            Source("kegiatan", self._money_rows, None, ("pk", "pk_cakupan")),
            [
                GridColumn("Program/kegiatan", shown=lambda r: r.nama, width=34),
                *typed("kegiatan", "anggaran", width=17),
            ],
            "Anggaran perjanjian",
        )
        self.signed_targets = WordTable(
            "Indikator dan target yang dibekukan", ("Kode", "Indikator", "Target", "Renstra", "Diukur"), 1
        )
        self.signed_money = WordTable("Anggaran yang dibekukan", ("Program/kegiatan", "Anggaran"))
        self.thread_words = Label("", "redup")  # below the table: it grows while targets are typed
        self.no_targets = _Missing(
            _NO_TARGETS,
            "Buka layar Sasaran && IKK",
            lambda: bridge.screen_wanted.emit("sasaran"),
        )
        self.no_money = _Missing(
            "Program dan kegiatan diisi satu kali pada layar Anggaran, tab Program; anggarannya tampil di sini.",
            "Isi program dan kegiatan",
            self._open_activities,
        )
        self.more = QPushButton("Tambah atau ubah program dan kegiatan…")
        self.more.setProperty("tautan", True)
        self.more.setToolTip("Membuka layar Anggaran, tab Program")
        self.more.clicked.connect(self._open_activities)
        self.gap = WordTable("Anggaran dibanding pagu", ("Dibanding", "Pagu", "Selisih"))
        self.total = Label("", "label")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        self._scope_section = section("Indikator pejabat ini", self.scope)
        box.addWidget(self._scope_section)
        parts: tuple[QWidget, ...] = (self.targets, self.signed_targets, self.no_targets, self.thread_words)
        box.addWidget(section("Indikator dan target", *parts))
        parts = (self.money, self.signed_money, self.no_money, self.total, button_row(self.more), self.gap)
        box.addWidget(section("Anggaran", *parts))
        box.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Names need other lines in another width, and the grids are as tall as their rows.
        super().resizeEvent(event)
        for grid in (self.targets, self.money):
            if not grid.isHidden():
                _fit(grid)

    # ------------------------------------------------------------------------------------------------ showing
    def show_version(self, content: IsiPk) -> None:
        """Everything of a version of now."""
        self._content = content
        hasil = self._hasil(content.pk)
        promises = janji(content, hasil) if hasil is not None else ()
        self._promises = {p.butir.indikator_id or "": p for p in promises}
        draft = not content.beku and not self.bridge.read_only
        self._scope_section.setVisible(draft and content.pk.posisi_id is not None)
        if draft:
            self.scope.grid.model().reset()
            for grid in (self.targets, self.money):
                grid.model().reset()
                _fit(grid)
        self.signed_targets.fill(
            [
                (b.kode, b.nama, b.target.cetak, self._renstra(b.indikator_id), self._measured(b.indikator_id))
                for b in content.butir()
            ],
            right=(2, 3),
        )
        self.signed_money.fill(
            [
                (("" if a.jenis == "program" else "   ") + a.nama, rupiah(a.nilai) if a.nilai is not None else "–")
                for a in content.anggaran
            ],
            right=(1,),
        )
        for grid, table, missing, some in (
            (self.targets, self.signed_targets, self.no_targets, bool(content.butir())),
            (self.money, self.signed_money, self.no_money, bool(content.anggaran)),
        ):
            grid.setVisible(draft and some)
            table.setVisible(some and not draft)
            missing.setVisible(not some)
        self.no_targets.words.setText(_NO_TARGETS if content.pk.posisi_id is None else _NO_SCOPE)
        self.more.setVisible(draft and bool(content.anggaran))
        self.thread_words.setVisible(bool(content.butir()))
        self.thread_words.setText(thread(promises) if hasil is not None else _NONE)
        self.total.setText(
            f"Jumlah: {rupiah(content.total)}" if content.total is not None else "Jumlah: belum ada anggaran"
        )
        self._show_gap(content, hasil)

    def show_row(self, row_id: str) -> bool:
        """Mark a line of a signed version: what is frozen has no field, but it is found."""
        content = self._content
        if content is None:
            return False
        for table, ids in (
            (self.signed_targets, [b.baris_id for b in content.butir()]),
            (self.signed_money, [a.baris_id for a in content.anggaran]),
        ):
            if row_id in ids and not table.isHidden():
                table.setFocus()
                table.setCurrentCell(ids.index(row_id), 0)
                QTimer.singleShot(
                    0, table, lambda table=table: reveal(table, table.visualItemRect(table.currentItem()))
                )
                return True
        return False

    def _show_gap(self, content: IsiPk, hasil: Hasil | None) -> None:
        b = banding_pagu(self.bridge.snapshot, content, hasil.anggaran.total.pagu if hasil is not None else None)
        self.gap.setVisible(content.pk.posisi_id is None)
        self.gap.fill(
            [
                ("Pagu pada tanggal perjanjian", _money(b.pagu), _gap(b.selisih)),
                ("Pagu akhir tahun", _money(b.pagu_akhir), _gap(b.selisih_akhir)),
            ],
            right=(1, 2),
        )

    def _open_activities(self) -> None:
        """Lead to the rows that make the budget of an agreement; a name is easier found than an empty end."""
        rows = self.bridge.snapshot.where(Kegiatan, tahun=self.bridge.year)
        self.bridge.wanted.emit("kegiatan", rows[-1].id if rows else "", "nama")

    # ------------------------------------------------------------------------------------------------- sources
    @property
    def _pk_id(self) -> str:
        return self._content.pk.id if self._content is not None else ""

    def _scope_rows(self, snapshot: Snapshot, _year: int) -> list[Row]:
        return list(snapshot.where(PkCakupan, pk_id=self._pk_id)) if self._content is not None else []

    def _target_rows(self, snapshot: Snapshot, _year: int) -> list[Row]:
        rows = [snapshot.get(IndikatorTahun, b.baris_id) for b in self._content.butir()] if self._content else []
        return [r for r in rows if r is not None]

    def _money_rows(self, snapshot: Snapshot, _year: int) -> list[Row]:
        rows = [snapshot.get(Kegiatan, a.baris_id) for a in self._content.anggaran] if self._content else []
        return [r for r in rows if r is not None]

    def _hasil(self, pk: Pk) -> Hasil | None:
        return self.bridge.hasil() if pk.tahun == self.bridge.year else None

    def _renstra(self, indicator: str | None) -> str:
        p = self._promises.get(indicator or "")
        if p is None or p.renstra is None:
            return "–"
        return f"≠ {p.renstra.cetak}" if p.beda_renstra else p.renstra.cetak

    def _measured(self, indicator: str | None) -> str:
        p = self._promises.get(indicator or "")
        return "✓ sudah" if p is not None and p.terukur else "○ belum"


class _Missing(QWidget):
    """What is not there yet, where it comes from, and the way to it."""

    def __init__(self, words: str, go: str, act: Callable[[], object]) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.words = Label(words, "redup")
        box.addWidget(self.words)
        self.button = button(go, "", act)
        box.addWidget(button_row(self.button))


def thread(promises: tuple[JanjiIndikator, ...]) -> str:
    """What of the promises differs from the Renstra, and which IKU and IKP nobody measures."""
    if not promises:
        return "Belum ada indikator yang dijanjikan."
    out = []
    differing = [p.butir.kode for p in promises if p.beda_renstra]
    if differing:
        out.append(f"≠ Target berbeda dari Renstra: {', '.join(differing)}.")
    # An empty Renstra is no agreement with it: saying "all the same" there misled a reader.
    missing = [p.butir.kode for p in promises if p.renstra is None or p.renstra.cetak in ("", "-")]
    if missing:
        out.append(f"– Target Renstra belum diisi: {', '.join(missing)}.")
    silent = [f"{p.jenis} {p.butir.kode}" for p in promises if p.jenis in ("IKU", "IKP") and not p.terukur]
    if silent:
        out.append(f"○ Dijanjikan tetapi belum diukur: {', '.join(silent)}.")
    return "\n".join(out) or "Semua target sama dengan Renstra, dan semua IKU serta IKP diukur."


def _money(n: int | None) -> str:
    return rupiah(n) if n is not None else "belum diketahui"


def _gap(n: int | None) -> str:
    if n is None:
        return "–"
    return "sama dengan PK" if not n else f"{'lebih' if n > 0 else 'kurang'} {rupiah(abs(n))} dari PK"


def _fit(grid: Grid) -> None:
    """As tall as its rows, so that the page scrolls and not the grid."""
    shown = min(_MOST_ROWS, grid.model().rowCount())
    rows = sum(grid.rowHeight(i) for i in range(shown)) or grid.verticalHeader().defaultSectionSize()
    height = grid.horizontalHeader().sizeHint().height() + rows
    wide = grid.verticalHeader().width() * (not grid.verticalHeader().isHidden()) + grid.horizontalHeader().length()
    bar = grid.horizontalScrollBar().sizeHint().height() if wide > grid.width() - 2 * grid.frameWidth() else 0
    grid.setFixedHeight(height + bar + 2 * grid.frameWidth())
