"""Beranda: where the year stands, what is left to do, and the way to each place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import rupiah
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.kata_dasar import LABEL_STATUS
from ui.bridge import Bridge
from ui.problems import counted
from ui.views.beranda_kerja import Jobs, backup_words
from ui.widgets.chart_picture import ChartPicture
from ui.widgets.field import Label
from ui.widgets.no_year import NoYear
from ui.widgets.preview import Naskah
from ui.widgets.problem_list import ProblemList
from ui.widgets.status import ROLE, SIGN
from ui.widgets.tile import Tile
from ui.widgets.view import View, card, column, scrolled, section

_SHOWN_PROBLEMS = 12
#: Width in characters from which the two pictures stand side by side.
_BESIDE_EM = 66


class Beranda(View):
    """Tiles above, the next jobs and pictures in the middle, problems below; everything leads to its place."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Beranda")
        #: Nothing of the year can be measured yet.
        self.empty = False
        self.mean = Tile("Rata-rata capaian")
        self.reached = Tile("Indikator tercapai")
        self.budget = Tile("Realisasi anggaran")
        self.todo = Tile("Yang perlu dilengkapi")
        self.tiles = QWidget()
        grid = QGridLayout(self.tiles)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for i, tile in enumerate((self.mean, self.reached, self.budget, self.todo)):
            grid.addWidget(tile, i // 2, i % 2)
        self.mean.pressed.connect(self._opener("sasaran"))
        self.reached.pressed.connect(self._opener("realisasi"))
        self.budget.pressed.connect(self._opener("anggaran"))
        self.todo.pressed.connect(self._opener("periksa"))
        self.jobs = Jobs(bridge)
        self.aims = ChartPicture(bridge, "capaian", "Capaian per sasaran")
        self.money = ChartPicture(bridge, "belanja", "Realisasi anggaran per jenis belanja")
        self.aims.pressed.connect(self._opener("sasaran"))
        self.money.pressed.connect(self._opener("anggaran"))
        self.aims_card = card(section("Capaian per sasaran", self.aims))
        self.money_card = card(section("Realisasi anggaran", self.money))
        self.clock = Label("", "awas")
        self.problems = ProblemList(bridge, "Yang perlu dilengkapi")
        self.problems.setMinimumHeight(220)
        self.every = QPushButton("Lihat semuanya")
        self.every.setProperty("tautan", True)
        self.every.clicked.connect(self._opener("periksa"))
        self.backup = QPushButton("Cadangan")
        self.backup.setProperty("tautan", True)
        self.backup.clicked.connect(self._opener("berkas"))
        self.start = NoYear(
            bridge, "Mulai dengan membuat tahun laporan pertama, lalu isi identitas satuan kerja dan sasarannya."
        )
        self.problem_part = section("Yang perlu dilengkapi", self.problems, self.every)
        inner = column(
            self.clock,
            self.jobs.next_card,
            self.jobs.month_card,
            self.tiles,
            self.jobs,
            Beside(self.aims_card, self.money_card),
            self.problem_part,
        )
        self.head_tools.addWidget(self.backup)
        self.area = scrolled(inner)
        self.body.addWidget(self.start)
        self.body.addWidget(self.area, 1)
        bridge.problems.changed.connect(self._problems_arrived)

    def refresh(self) -> None:
        hasil = self.bridge.hasil()
        name = self.bridge.workspace.judul
        year = self.bridge.year
        self.title.setText(f"{name}, {year}" if year else name)
        self.start.stand_in(self.area)
        late = self.bridge.workspace.peringatan_jam()
        self.clock.setText(f"⚠ {late}" if late else "")
        self.clock.setVisible(bool(late))
        if hasil is not None:
            self._show_numbers(hasil)
            self.jobs.show_year(hasil)
            self._show_problems()
            self.bridge.problems.ask()
        QTimer.singleShot(60, self, self._show_backup)  # looks at a folder, which the first paint need not wait for

    def _show_backup(self) -> None:
        self.backup.setText(backup_words(self.bridge.workspace))

    def _show_numbers(self, hasil: Hasil) -> None:
        pill = f"{SIGN[hasil.status]} {LABEL_STATUS[hasil.status]}" if hasil.jumlah_dihitung else ""
        self.mean.show_value(hasil.rata_rata_cetak, "", pill, ROLE[hasil.status])
        missed = ", ".join(h.kode for h in hasil.meleset)
        self.reached.show_value(
            f"{hasil.jumlah_tercapai} dari {hasil.jumlah_dihitung}" if hasil.jumlah_dihitung else "–",
            f"Belum tercapai: {missed}"
            if missed
            else ""
            if hasil.jumlah_dihitung
            else "Belum ada yang dapat dihitung.",
        )
        # A year in which nothing is measured yet has no figures to show: what to do next says more than dashes.
        self.empty = not hasil.jumlah_dihitung and hasil.anggaran.total.pagu is None
        self.tiles.setVisible(not self.empty)
        total = hasil.anggaran.total
        self.budget.show_value(
            total.persen_cetak,
            f"{rupiah(total.realisasi)} dari {rupiah(total.pagu)}"
            if total.pagu and total.realisasi is not None
            else "",
        )
        aims = [s for s in hasil.kegiatan() if s.rata_rata is not None]
        self.aims_card.setVisible(bool(aims))
        self.aims.show_words("\n".join(f"{s.kode} {s.nama}: {s.rata_rata_cetak}" for s in aims))
        money = [b for b in hasil.anggaran.jenis_belanja if b.persen is not None]
        self.money_card.setVisible(bool(money))
        self.money.show_words("\n".join(f"{b.nama}: {b.persen_cetak}" for b in money))

    def _problems_arrived(self) -> None:
        if self.isVisible():
            self._show_problems()

    def _show_problems(self) -> None:
        """What is known so far; the rest comes with the next look."""
        source = self.bridge.problems
        if not source.fresh and not source.found:
            self.todo.show_value("…", "Sedang memeriksa")
            self.problem_part.hide()
            return
        due = [p for p in source.found if p.level != "info"]
        wrong, doubtful = counted(source.found)
        later = sum(p.belum_waktunya for p in source.found)
        words = f"{wrong} kesalahan, {doubtful} peringatan" if due else "Tidak ada yang kurang."
        self.todo.show_value(str(len(due)), f"{words}; {later} belum waktunya" if later else words)
        self.problems.show_problems(due[:_SHOWN_PROBLEMS])
        self.problem_part.setVisible(bool(due) and not self.empty)

    def _opener(self, screen: str) -> Callable[[], None]:
        return lambda: self.bridge.screen_wanted.emit(screen)

    def paper(self) -> Naskah:
        return Naskah("lkjip", "ikhtisar")


class Beside(QWidget):
    """Two cards beside each other, or below each other where there is no room."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        for part in (first, second):
            self._row.addWidget(part, 1)
            box = part.layout()
            if isinstance(box, QVBoxLayout):
                box.addStretch(1)  # the titles stand in one line, however high each picture is

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self.fontMetrics().horizontalAdvance("0") * _BESIDE_EM
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
