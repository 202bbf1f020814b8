"""Sasaran & IKK: the tree of three levels, and a form for each sasaran and each indicator of the year."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lkjip_desktop.core.commands import Banyak, Hapus, Pindah, Tambah
from lkjip_desktop.core.tables import TINGKAT, Analisis, Indikator, IndikatorTahun, Sasaran, SasaranTahun
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.views.indikator_panel import IndikatorPanel
from ui.views.sasaran_panel import SasaranPanel
from ui.views.sasaran_tree import SasaranTree
from ui.widgets.field import Label
from ui.widgets.lines import choose_stand_in
from ui.widgets.parts import icon_button
from ui.widgets.preview import Naskah
from ui.widgets.view import View

_CODE = {"strategis": ("SS", "IKU"), "program": ("SP", "IKP"), "kegiatan": ("SK", "IKK")}


class SasaranView(View):
    """Tree at the left, the form of what is chosen at the right."""

    tables = ("sasaran", "sasaran_tahun", "indikator", "indikator_tahun", "analisis")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Sasaran & IKK")
        self.subtitle.hide()
        self.tree = SasaranTree()
        self.tree.chosen.connect(self._show)
        self.sasaran = SasaranPanel(bridge)
        self.indikator = IndikatorPanel(bridge)
        self.empty = Label("Belum ada sasaran pada tahun ini. Tekan “+ Sasaran” untuk menambah yang pertama.", "redup")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.panels = QStackedWidget()
        for panel in (self.empty, self.sasaran, self.indikator):
            self.panels.addWidget(panel)
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.tree, 1)
        box.addLayout(self._buttons())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.panels)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([225, 520])
        self.body.addWidget(split, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.add_aim = QPushButton("+ Sasaran")
        self.add_aim.setToolTip("Tambah sasaran pada tingkat yang dipilih")
        self.add_aim.clicked.connect(self._add_aim)
        self.add_indicator = QPushButton("+ Indikator")
        self.add_indicator.setToolTip("Tambah indikator pada sasaran yang dipilih")
        self.add_indicator.clicked.connect(self._add_indicator)
        row.addWidget(self.add_aim)
        row.addWidget(self.add_indicator)
        row.addStretch()
        for icon, words, act in (
            ("naik", "Naikkan", lambda: self._move(-1)),
            ("turun", "Turunkan", lambda: self._move(1)),
            ("hapus", "Hapus", self._remove),
        ):
            row.addWidget(icon_button(icon, words, act))
        return row

    # ------------------------------------------------------------------------------------------------- as a View
    def refresh(self) -> None:
        self.tree.fill(self.bridge.snapshot, self.bridge.year, self.bridge.hasil())
        if self.tree.current()[1] == "":
            self.panels.setCurrentWidget(self.empty)

    def paper(self) -> Naskah:
        return Naskah("lkjip", "bab3")

    def commit(self) -> bool:
        panel = self.panels.currentWidget()
        return panel.commit() if isinstance(panel, SasaranPanel | IndikatorPanel) else True

    def show_place(self, table: str, key: str, column: str) -> bool:
        s, year = self.bridge.snapshot, self.bridge.year
        target, row_id = table, key
        if table == "analisis":
            analysis = s.get(Analisis, key)
            # One that is not written yet is told of by its indicator, on paper as "baru:<indikator>:<nomor>".
            of = key.removeprefix("baru:").partition(":")[0]
            row = (
                s.one(IndikatorTahun, indikator_id=analysis.indikator_id, tahun=analysis.tahun)
                if analysis
                else s.one(IndikatorTahun, indikator_id=of, tahun=year) or s.get(IndikatorTahun, key)
            )
            target, row_id = "indikator_tahun", row.id if row else ""
        elif table == "indikator":
            row = s.one(IndikatorTahun, indikator_id=key, tahun=year)
            target, row_id = "indikator_tahun", row.id if row else ""
        elif table == "sasaran":
            aim = s.one(SasaranTahun, sasaran_id=key, tahun=year)
            target, row_id = "sasaran_tahun", aim.id if aim else ""
        stored = s.row(target, row_id)
        if stored is None:
            return False
        if (wanted := getattr(stored, "tahun", year)) != year:
            self.bridge.set_year(wanted)
        if not self.tree.choose(target, row_id):
            return False
        if target == "sasaran_tahun":
            return self.sasaran.show_place(column, table)
        return self.indikator.show_place(column, table, key)

    def _show(self, table: str, row_id: str) -> None:
        before = self.panels.currentWidget()
        if isinstance(before, SasaranPanel | IndikatorPanel) and before.row_id == row_id:
            return
        if isinstance(before, SasaranPanel | IndikatorPanel):
            before.commit()
        if table == "sasaran_tahun":
            self.sasaran.show_row(row_id)
            self.panels.setCurrentWidget(self.sasaran)
        elif table == "indikator_tahun":
            self.indikator.show_row(row_id)
            self.panels.setCurrentWidget(self.indikator)
        else:
            self.panels.setCurrentWidget(self.empty)
        if self.isVisible():
            self.bridge.focused.emit(table, row_id, "")

    # ----------------------------------------------------------------------------------------------------- rows
    def _level(self) -> str:
        """Level of what is chosen; kegiatan when nothing is."""
        table, row_id = self.tree.current()
        s = self.bridge.snapshot
        aim_id: str | None = None
        if table == "sasaran_tahun" and (aim := s.get(SasaranTahun, row_id)):
            aim_id = aim.sasaran_id
        elif table == "indikator_tahun" and (row := s.get(IndikatorTahun, row_id)):
            indicator = s.get(Indikator, row.indikator_id)
            aim_id = indicator.sasaran_id if indicator else None
        elif table == "tingkat":
            return row_id
        known = s.get(Sasaran, aim_id)
        return known.tingkat if known else "kegiatan"

    def _aim_of_choice(self) -> tuple[str, str, str]:
        """(id, code, level) of the sasaran that is chosen or holds what is chosen, empty when none is."""
        s, (table, row_id) = self.bridge.snapshot, self.tree.current()
        aim_id: str | None = None
        if table == "sasaran_tahun" and (aim := s.get(SasaranTahun, row_id)):
            aim_id = aim.sasaran_id
        elif table == "indikator_tahun" and (row := s.get(IndikatorTahun, row_id)):
            indicator = s.get(Indikator, row.indikator_id)
            aim_id = indicator.sasaran_id if indicator else None
        known = s.get(Sasaran, aim_id)
        of_year = s.one(SasaranTahun, sasaran_id=aim_id, tahun=self.bridge.year) if known else None
        return (known.id, of_year.kode if of_year else "", known.tingkat) if known else ("", "", "")

    def _add_aim(self) -> None:
        if not self._has_year():
            return
        level = self._level()
        prefix = _CODE[level][0]
        taken = {r.kode for r in self.bridge.snapshot.where(SasaranTahun, tahun=self.bridge.year)}
        code = next(f"{prefix}{n}" for n in range(1, 10_000) if f"{prefix}{n}" not in taken)
        aim_id, row_id = self.bridge.new_id(), self.bridge.new_id()
        values = {"sasaran_id": aim_id, "tahun": self.bridge.year, "kode": code, "nama": "Sasaran baru"}
        step = Banyak(
            f"Tambah {dict(TINGKAT)[level].lower()} {code}",
            (Tambah("sasaran", aim_id, {"tingkat": level}), Tambah("sasaran_tahun", row_id, values)),
        )
        if not self.bridge.do(step):
            self.tree.choose("sasaran_tahun", row_id)
            self.sasaran.show_place("nama")
            choose_stand_in()

    def _add_indicator(self) -> None:
        if not self._has_year():
            return
        aim_id, aim_code, level = self._aim_of_choice()
        if not aim_id:
            self.bridge.told.emit("Pilih dahulu sasaran tempat indikator ini.", True)
            return
        prefix = f"{aim_code}.{_CODE[level][1]}"
        taken = {r.kode for r in self.bridge.snapshot.where(IndikatorTahun, tahun=self.bridge.year)}
        code = next(f"{prefix}{n}" for n in range(1, 10_000) if f"{prefix}{n}" not in taken)
        new_id, row_id = self.bridge.new_id(), self.bridge.new_id()
        values = {
            "indikator_id": new_id,
            "tahun": self.bridge.year,
            "kode": code,
            "nama": "Indikator baru",
            "kelanjutan": "baru",
        }
        step = Banyak(
            f"Tambah indikator {code}",
            (
                Tambah("indikator", new_id, {"sasaran_id": aim_id, "tahun_mulai": self.bridge.year}),
                Tambah("indikator_tahun", row_id, values),
            ),
        )
        if not self.bridge.do(step):
            self.tree.choose("indikator_tahun", row_id)
            self.indikator.show_place("nama")
            choose_stand_in()

    def _has_year(self) -> bool:
        if not self.bridge.year:
            self.bridge.told.emit("Buat dahulu tahun laporan: pilih “Buat tahun…” pada kotak Tahun di atas.", True)
        return bool(self.bridge.year)

    def _move(self, by: int) -> None:
        table, row_id = self.tree.current()
        if table in ("sasaran_tahun", "indikator_tahun"):
            to = self.tree.place_after(table, row_id, by, self.bridge.snapshot, self.bridge.year)
            if to >= 0:
                self.bridge.do(Pindah(table, row_id, to))

    def _remove(self) -> None:
        """Take what is chosen out of this year; the identity goes too when no other year knows it."""
        table, row_id = self.tree.current()
        s = self.bridge.snapshot
        if table == "sasaran_tahun" and (aim := s.get(SasaranTahun, row_id)):
            others = [r for r in s.where(SasaranTahun, sasaran_id=aim.sasaran_id) if r.id != row_id]
            words = f"Hapus sasaran {aim.kode} dari tahun {aim.tahun}?"
            command = Hapus(table, row_id) if others else Hapus("sasaran", aim.sasaran_id or "")
            if not others:
                words += "\n\nIndikator di bawahnya ikut terhapus. Langkah ini dapat diurungkan."
        elif table == "indikator_tahun" and (row := s.get(IndikatorTahun, row_id)):
            elsewhere = [r for r in s.where(IndikatorTahun, indikator_id=row.indikator_id) if r.id != row_id]
            words = f"Hapus indikator {row.kode} dari tahun {row.tahun}?\n\nLangkah ini dapat diurungkan."
            command = Hapus(table, row_id) if elsewhere else Hapus("indikator", row.indikator_id or "")
        else:
            return
        if ask(self, "Hapus", words, ["Hapus"], danger=True) == 0:
            self.bridge.do(command)
