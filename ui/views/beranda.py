"""Beranda: where the year stands, what is left to do, and the way to each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from lkjip_desktop.core.angka import rupiah
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.kata_dasar import LABEL_STATUS
from lkjip_desktop.errors import LkjipError
from ui.bridge import Bridge
from ui.ikon import ikon
from ui.widgets.bars import Bar, BarChart
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.preview import Naskah
from ui.widgets.status import ROLE, SIGN
from ui.widgets.tile import Tile
from ui.widgets.view import View, card, column, scrolled

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem

_ICON = {"kesalahan": ("salah", "buruk"), "peringatan": ("awas", "awas"), "info": ("info", "teks_redup")}
_SHOWN_PROBLEMS = 40


class Beranda(View):
    """Tiles above, pictures in the middle, problems below; everything leads to its place."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Beranda")
        self.mean = Tile("Rata-rata capaian")
        self.reached = Tile("Indikator tercapai")
        self.budget = Tile("Realisasi anggaran")
        self.todo = Tile("Yang perlu dilengkapi")
        tiles = QWidget()
        grid = QGridLayout(tiles)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for i, tile in enumerate((self.mean, self.reached, self.budget, self.todo)):
            grid.addWidget(tile, i // 2, i % 2)
        self.mean.pressed.connect(lambda: self._open("sasaran"))
        self.reached.pressed.connect(lambda: self._open("realisasi"))
        self.budget.pressed.connect(lambda: self._open("anggaran"))
        self.aims = BarChart("Capaian per sasaran")
        self.money = BarChart("Realisasi anggaran per jenis belanja")
        self.problems = QListWidget()
        self.problems.setAccessibleName("Yang perlu dilengkapi")
        self.problems.setWordWrap(True)
        self.problems.setSpacing(1)
        self.problems.setMinimumHeight(220)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.todo.pressed.connect(self.problems.setFocus)
        self.problems.itemActivated.connect(self._follow)
        self.problems.itemClicked.connect(self._follow)
        make = QPushButton("Buat tahun laporan…")
        make.setProperty("utama", True)
        make.clicked.connect(bridge.year_wanted)
        self.start = card(
            Label("Belum ada tahun laporan.", "sub"),
            Label(
                "Mulai dengan membuat tahun laporan pertama, lalu isi identitas satuan kerja dan sasarannya.", "redup"
            ),
            make,
        )
        inner = column(
            tiles,
            card(section("Capaian per sasaran", self.aims)),
            card(section("Realisasi anggaran", self.money)),
            section("Yang perlu dilengkapi", self.problems),
        )
        self.area = scrolled(inner)
        self.body.addWidget(self.start)
        self.body.addWidget(self.area, 1)
        self.body.addStretch()

    def refresh(self) -> None:
        hasil = self.bridge.hasil()
        name = self.bridge.workspace.judul
        year = self.bridge.year
        self.title.setText(f"{name}, {year}" if year else name)
        self.start.setVisible(hasil is None)
        self.area.setVisible(hasil is not None)
        if hasil is not None:
            self._show_numbers(hasil)
            self._show_problems()

    def _show_numbers(self, hasil: Hasil) -> None:
        pill = f"{SIGN[hasil.status]} {LABEL_STATUS[hasil.status]}" if hasil.jumlah_dihitung else ""
        self.mean.show_value(hasil.rata_rata_cetak, "", pill, ROLE[hasil.status])
        missed = ", ".join(h.kode for h in hasil.meleset)
        self.reached.show_value(
            f"{hasil.jumlah_tercapai} dari {hasil.jumlah_dihitung}", f"Belum tercapai: {missed}" if missed else ""
        )
        total = hasil.anggaran.total
        self.budget.show_value(
            total.persen_cetak,
            f"{rupiah(total.realisasi)} dari {rupiah(total.pagu)}"
            if total.pagu and total.realisasi is not None
            else "",
        )
        self.aims.show_bars(
            [
                Bar(
                    f"{s.kode} {s.nama}",
                    float(s.rata_rata) if s.rata_rata is not None else None,
                    s.rata_rata_cetak,
                    _colour(s.status),
                )
                for s in hasil.kegiatan()
            ]
        )
        self.money.show_bars(
            [
                Bar(b.nama, float(b.persen) if b.persen is not None else None, b.persen_cetak)
                for b in hasil.anggaran.jenis_belanja
            ]
        )

    def _show_problems(self) -> None:
        try:
            found = self.bridge.workspace.periksa(self.bridge.year)
        except LkjipError:
            found = ()
        serious = [p for p in found if p.level != "info"]
        wrong = sum(p.level == "kesalahan" for p in found)
        words = f"{wrong} kesalahan, {len(serious) - wrong} peringatan"
        self.todo.show_value(str(len(serious)), words if serious else "Tidak ada yang kurang.")
        self.problems.clear()
        for p in found[:_SHOWN_PROBLEMS]:
            self._add_problem(p)
        self.problems.setVisible(bool(found))

    def _add_problem(self, p: Problem) -> None:
        icon, role = _ICON.get(p.level, _ICON["info"])
        item = QListWidgetItem(ikon(icon, role), f"{p.teks} {p.saran}".strip(), self.problems)
        item.setData(Qt.ItemDataRole.UserRole, (p.tabel, p.kunci, p.kolom))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{p.level}: {p.teks} {p.saran}")
        item.setToolTip("Klik untuk membuka isiannya")

    def _follow(self, item: QListWidgetItem) -> None:
        table, key, column = item.data(Qt.ItemDataRole.UserRole)
        if table:
            self.bridge.wanted.emit(table, key, column)

    def _open(self, screen: str) -> None:
        self.bridge.screen_wanted.emit(screen)

    def paper(self) -> Naskah:
        return Naskah("lkjip", "ikhtisar")


def _colour(status: str) -> str:
    return {"baik": "baik", "buruk": "buruk", "awas": "awas"}.get(ROLE.get(status, ""), "aksen")
