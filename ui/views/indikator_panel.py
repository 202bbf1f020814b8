"""The form of one indicator in one year: figures with the live capaian, the way of measuring, its other facts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.change import Change, Changed
from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.hasil import Hasil, HasilIndikator
from lkjip_desktop.core.kelanjutan import usul_kelanjutan
from lkjip_desktop.core.schema import TABLES, Kind
from lkjip_desktop.core.tables import POLARITAS, Analisis, IndikatorPeriode, IndikatorTahun, TargetRenstra
from lkjip_desktop.core.usul_indikator import KOLOM, Usulan, ikut_nama, usul_indikator
from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace.usulan import kata_indikator
from ui.bridge import Bridge
from ui.views.analisis_panel import AnalisisPanel
from ui.views.bukti_panel import EvidencePanel
from ui.views.riwayat_indikator import IndicatorHistory
from ui.widgets.field import Label
from ui.widgets.form import Form, section
from ui.widgets.label import Steady
from ui.widgets.lines import LineField
from ui.widgets.measure import MeasureCard
from ui.widgets.problem_list import ProblemList
from ui.widgets.view import card, column, commit_all, scrolled

_LIVE_MS = 120
#: Tables from which the figures on view are made.
_SHOWN_FROM = ("indikator_tahun", "indikator", "indikator_periode", "pk", "target_renstra")
_PROBLEMS_LINES = 7
#: Polaritas as a sign on every row.
ARROW = {"naik": "↑", "turun": "↓", "rentang": "↔"}
_NAME = ("kode", "nama", "kelanjutan")
_FIGURES = (
    "target",
    "target_atas",
    "target_predikat",
    "pembilang",
    "penyebut",
    "realisasi",
    "realisasi_predikat",
    "tanggal_data",
)
_WAY = (
    "jenis_nilai",
    "satuan",
    "polaritas",
    "polaritas_pasti",
    "target",
    "target_atas",
    "target_predikat",
    "label_pembilang",
    "label_penyebut",
    "satuan_hitung",
    "skala",
    "konsolidasi",
    "kumulatif",
    "bobot",
)
_TARGET = {"target", "target_atas", "target_predikat"}
_DEFINITION = ("definisi", "rumus")
_MANUAL = (
    "sumber",
    "penanggung_jawab",
    "frekuensi",
    "standar_nasional",
    "sumber_standar",
)
_IDENTITY = ("sasaran_id", "posisi_id", "tahun_mulai", "tahun_akhir", "penerus_id")


class IndikatorPanel(QWidget):
    """Bound to one row of indikator_tahun by `show_row`."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.row_id = ""
        self._typed_here = False  # the realisasi of a fraction, since this row is shown
        self._proposed = Usulan()
        self._marked = ""
        table = "indikator_tahun"
        self.name_form = Form(bridge, table, _NAME, {"kode": 4, "kelanjutan": 5})
        self.name_form.along = {"nama": self._with_name}
        self.figures = Form(bridge, table, _FIGURES, dict.fromkeys(_FIGURES, 4), headings=False)
        self.figures.along = {name: partial(self._with_unit, self.figures, name) for name in ("target", "realisasi")}
        self.way = Form(
            bridge,
            table,
            _WAY,
            {"polaritas": 12, "satuan": 4, "jenis_nilai": 6, **dict.fromkeys(_TARGET, 4)},
            headings=False,
        )
        self.way.along = {
            "polaritas": {"polaritas_pasti": True},  # who chooses it by hand is sure of it
            "target": partial(self._with_unit, self.way, "target"),
        }
        self.definition = Form(bridge, table, _DEFINITION, headings=False)
        self.manual = Form(bridge, table, _MANUAL, {"standar_nasional": 4}, headings=False)
        self.evidence = EvidencePanel(bridge)
        self.identity = Form(bridge, "indikator", _IDENTITY, {"sasaran_id": 12})
        self.forms = (self.name_form, self.figures, self.way, self.definition, self.manual, self.identity)
        self.heading = Label("", "label")
        self.direction = Label("", "redup")
        self.problems = ProblemList(bridge, "Temuan pada indikator ini")
        self.problems.setFixedHeight(_PROBLEMS_LINES * self.fontMetrics().lineSpacing())
        self.trouble = section("Temuan", self.problems)
        self.trouble.hide()
        # Above the choices that it speaks of, with its room kept: what stands below never moves.
        self.proposal = Steady(lines=2)
        self.take = QPushButton("Pakai usulan ini")
        kept = self.take.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.take.setSizePolicy(kept)
        self.take.clicked.connect(self._confirm)
        self.since = Steady()
        self.mark = QPushButton()
        self.mark.setSizePolicy(kept)
        self.mark.clicked.connect(self._mark)
        self.measure = MeasureCard()
        self.years = IndicatorHistory()
        self.analyses = AnalisisPanel(bridge)
        self._live_timer = QTimer(self)
        self._live_timer.setSingleShot(True)
        self._live_timer.setInterval(_LIVE_MS)
        self._live_timer.timeout.connect(self._show_result)
        self.figures.typed.connect(self._live_timer.start)
        self.figures.committed.connect(lambda _name: self._show_result())
        self.way.committed.connect(lambda _name: self._shape())
        self.name_form.committed.connect(lambda _name: self._shape())
        bridge.changed.connect(self._on_changed)
        bridge.problems.changed.connect(self._show_problems)
        self._tabs()

    def _tabs(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(
            scrolled(
                column(
                    self.heading,
                    self.direction,
                    card(self.figures),
                    self.measure,
                    self.trouble,
                    self.years,
                )
            ),
            "Angka",
        )
        self.tabs.addTab(
            scrolled(
                column(
                    card(self.name_form, _row(self.since, self.mark)),
                    card(section("Cara mengukur", _row(self.proposal, self.take), self.way)),
                    card(section("Definisi dan rumus", self.definition)),
                )
            ),
            "Definisi",
        )
        self.tabs.addTab(self.analyses, "Analisis")
        self.tabs.addTab(
            scrolled(
                column(
                    card(section("Bukti dukung", self.evidence)),
                    card(section("Sumber dan pembanding", self.manual)),
                    card(section("Kaitan", self.identity)),
                )
            ),
            "Bukti dan sumber",
        )
        self.tabs.currentChanged.connect(self._start_page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)

    def _start_page(self, page: int) -> None:
        """A page that was chosen begins at its first field, not where another indicator was left."""
        shown, focus = self.tabs.currentWidget(), QApplication.focusWidget()
        if focus is not None and shown.isAncestorOf(focus):
            self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the first field of the page on view."""
        form = {0: self.figures, 1: self.name_form}.get(self.tabs.currentIndex())
        if form is not None:
            form.focus_first()
        elif self.tabs.currentWidget() is self.analyses:
            self.analyses.list.setFocus()
        else:
            self.evidence.add_button.setFocus()

    # ------------------------------------------------------------------------------------------------- binding
    def show_row(self, row_id: str) -> None:
        """Show an indicator of the year."""
        self.row_id = row_id
        self._typed_here = False
        row = self._row()
        for form in (self.name_form, self.figures, self.way, self.definition, self.manual):
            form.show_row(row_id)
        if row is not None and row.indikator_id:
            self.identity.show_row(row.indikator_id)
            self.analyses.show_indicator(row.indikator_id)
            self.evidence.show_indicator(row.indikator_id)
        self._shape()
        self.proposal.release()
        self.since.release()
        self._show_result()
        self.bridge.problems.ask()
        self._show_problems()

    def show_place(self, column: str, table: str = "indikator_tahun", key: str = "") -> bool:
        """Open the tab of a column and put the cursor there."""
        if table == "analisis":
            self.tabs.setCurrentWidget(self.analyses)
            return self.analyses.show_place(key, column)
        for form in self.forms:
            if form.table.name == table and column in form.fields:
                for i in range(self.tabs.count()):
                    if (page := self.tabs.widget(i)) is not None and page.isAncestorOf(form):
                        self.tabs.setCurrentIndex(i)
                return form.focus_column(column)
        return True

    def commit(self) -> bool:
        """Commit every form."""
        done = commit_all((self.analyses, self.evidence))
        for form in self.forms:
            done = form.commit() and done
        return done

    def _row(self) -> IndikatorTahun | None:
        return self.bridge.snapshot.get(IndikatorTahun, self.row_id)

    # ----------------------------------------------------------------------------------------------- what is shown
    def _shape(self) -> None:
        """Show the fields that this kind of value needs, under the names that the indicator gives them."""
        row = self._row()
        if row is None:
            return
        shown = {"tanggal_data"}
        shown |= {"target_predikat", "realisasi_predikat"} if row.jenis_nilai == "predikat" else {"target"}
        if row.jenis_nilai == "rasio":
            shown |= {"pembilang", "penyebut"}
            # A typed percentage is only for a fraction that is not known. Its field stays, closed, while the fraction
            # is being typed: what stands below would jump up under the pointer.
            known = row.pembilang is not None and row.penyebut is not None
            if not known or self._typed_here:
                shown.add("realisasi")
            self._typed_here = "realisasi" in shown
            self.figures.fields["realisasi"].set_read_only(known or self.bridge.read_only)
        elif row.jenis_nilai != "predikat":
            shown.add("realisasi")
        if row.polaritas == "rentang":
            shown.add("target_atas")
        self.figures.arrange([n for n in _FIGURES if n in shown])
        self.heading.setText(f"{row.kode}  {row.nama}")
        sure = "" if row.polaritas_pasti or not row.polaritas else " (perkiraan program; pastikan pada tab Definisi)"
        self.direction.setText(f"{ARROW.get(row.polaritas, '')} {dict(POLARITAS).get(row.polaritas, '')}{sure}".strip())
        self.direction.setVisible(bool(row.polaritas))
        self._propose(row)
        unit = f" ({row.satuan_hitung})" if row.satuan_hitung else ""
        for name, words, label in (
            ("pembilang", "Pembilang", row.label_pembilang),
            ("penyebut", "Penyebut", row.label_penyebut),
        ):
            self.figures.set_label(name, words + unit, label)
        unit = f" ({row.satuan})" if row.satuan else ""
        for form in (self.figures, self.way):
            form.set_label("target", f"Target{unit}")
        help = TABLES["indikator_tahun"].by_name["realisasi"].help if row.jenis_nilai == "rasio" else ""
        self.figures.set_label("realisasi", f"Realisasi{unit}", help)
        ratio = {"label_pembilang", "label_penyebut", "satuan_hitung"} if row.jenis_nilai == "rasio" else set()
        scale = {"skala"} if row.jenis_nilai == "predikat" else set()
        target = shown & _TARGET
        optional = {"label_pembilang", "label_penyebut", "satuan_hitung", "skala", *_TARGET}
        self.way.arrange([n for n in _WAY if n not in optional or n in ratio | scale | target])
        self._since_last_year(row)

    def _since_last_year(self, row: IndikatorTahun) -> None:
        """Whether the mark "dilanjutkan, diubah, baru" says what the years say."""
        self._marked, why = usul_kelanjutan(self.bridge.snapshot, row)
        self.since.setText(why)
        self.mark.setText(f"Tandai {self._marked}")
        self.mark.setVisible(bool(self._marked))

    def _mark(self) -> None:
        self.bridge.do(Ubah("indikator_tahun", self.row_id, {"kelanjutan": self._marked}))

    def _with_name(self, name: Any) -> dict[str, Any]:
        """What a new name brings along, visible below it and free to be changed."""
        row = self._row()
        return ikut_nama(row, str(name), kata_indikator()) if row is not None else {}

    def _with_unit(self, form: Form, name: str, _value: Any) -> dict[str, Any]:
        """The unit that was typed beside a number, where the indicator has none yet: "12 Layanan"."""
        row, unit = self._row(), form.fields[name].unit
        return {"satuan": unit} if row is not None and unit and not row.satuan else {}

    def _propose(self, row: IndikatorTahun) -> None:
        """What name and targets speak for, until somebody has confirmed a polaritas."""
        if row.polaritas_pasti:
            self.proposal.setText("✓ Arah yang baik (polaritas) indikator ini sudah dipastikan.")
            self.take.hide()
            return
        years = self.bridge.snapshot.where(IndikatorTahun, indikator_id=row.indikator_id)
        self._proposed = usul_indikator(row.nama, kata_indikator(), [r.target for r in years])
        self.proposal.setText(self._proposed.alasan)
        self.take.setText("Benar, pastikan" if not self._other(row) else "Pakai usulan ini")
        self.take.setVisible(bool(self._proposed.polaritas) and row.polaritas != "rentang")

    def _other(self, row: IndikatorTahun) -> dict[str, Any]:
        """The proposed values that the indicator does not have; the way of measuring only while none is chosen."""
        chosen = row.jenis_nilai != TABLES["indikator_tahun"].by_name["jenis_nilai"].default or bool(row.satuan)
        proposed = {k: getattr(self._proposed, k) for k in KOLOM if k == "polaritas" or not chosen}
        return {k: v for k, v in proposed.items() if v and v != getattr(row, k)}

    def _confirm(self) -> None:
        if (row := self._row()) is not None:
            # The button goes; the keys would go on at the first field of the form, chosen and ready to be overwritten.
            self.way.focus_column("polaritas")
            self.bridge.do(Ubah("indikator_tahun", self.row_id, {**self._other(row), "polaritas_pasti": True}))

    def _typed(self) -> dict[str, Any]:
        """Figures that are typed and understood, but not stored yet."""
        out: dict[str, Any] = {}
        for name, field in self.figures.fields.items():
            if field.committing or field.column.kind is not Kind.ANGKA or not field.dirty:
                continue
            if not (isian := field.read()).galat:
                out[name] = isian.nilai
        return out

    def _result(self) -> tuple[Hasil | None, bool]:
        """The year's results, with what is being typed taken in."""
        row, typed = self._row(), self._typed()
        if row is None or not typed:
            return self.bridge.hasil(), False
        from lkjip_desktop.core.hitung import hitung

        supposed = self.bridge.snapshot.apply([Change("indikator_tahun", row, replace(row, **typed))])
        try:
            return hitung(supposed, self.bridge.year), True
        except LkjipError:
            return self.bridge.hasil(), False

    def _show_result(self) -> None:
        row = self._row()
        hasil, pending = self._result()
        h = hasil.per_indikator.get(row.indikator_id or "") if hasil and row else None
        self.measure.show_result(h, hasil.pembulatan if hasil else "P1", pending)
        self.years.show_result(h)
        self._show_computed(h)

    def _show_computed(self, h: HasilIndikator | None) -> None:
        """What the periods make of the year stands in the empty fields, until a figure is typed over it."""
        known: dict[str, str] = {}
        if h is not None and h.dari_periode:
            parts = {"pembilang": h.pembilang, "penyebut": h.penyebut}
            known = {name: angka(part) for name, part in parts.items() if part is not None}
            if not known:
                known["realisasi"] = h.realisasi.polos
        for name in ("pembilang", "penyebut", "realisasi"):
            field = self.figures.fields.get(name)
            if isinstance(field, LineField):
                words = f"{known[name]} (dari periode)" if name in known else ""
                field.line.setPlaceholderText(words)

    def _show_problems(self) -> None:
        """What the checks find at this indicator, whichever of its rows it is."""
        row = self._row()
        if row is None:
            return
        s, year = self.bridge.snapshot, self.bridge.year
        ids = {row.id, row.indikator_id}
        for cls in (Analisis, IndikatorPeriode, TargetRenstra):
            ids |= {r.id for r in s.where(cls, indikator_id=row.indikator_id, tahun=year)}
        found = [p for p in self.bridge.problems.found if p.kunci in ids and p.level != "info"]
        self.problems.show_problems(found)
        self.trouble.setVisible(bool(found))

    def _on_changed(self, changed: Changed) -> None:
        if self.row_id and self.isVisible() and changed.touches(*_SHOWN_FROM):
            self._shape()
            self._show_result()


def _row(words: QWidget, button: QWidget) -> QWidget:
    """Words with the button of what they say beside them."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(words, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return holder
