"""The dialog for a new report year: empty, or from a year before with a choice of what comes along."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.commands import SALIN, Perintah, SalinTahun, Tambah
from lkjip_desktop.core.salin import berlanjut, yang_dapat_disalin
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, Renstra, SasaranTahun
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.parts import labelled

_ID = Qt.ItemDataRole.UserRole
_TREE_EM = 46


class NewYearDialog(QDialog):
    """Gives one command that makes the year."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setWindowTitle("Tahun baru")
        years = bridge.workspace.tahun()
        self._year = QSpinBox()
        self._year.setRange(1990, 2100)
        self._year.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet does not reach into a spin box
        self._year.setValue(years[-1] + 1 if years else date.today().year)
        self._from = QComboBox()
        for year in reversed(years):
            self._from.addItem(str(year), year)
        self._copy = QRadioButton("&Salin dari tahun lain: sasaran, indikator, dan pilihan di bawah ini")
        self._empty = QRadioButton("&Mulai dari yang kosong")
        self._checks: dict[str, QCheckBox] = {}
        self._there: dict[str, int] = {}  # how many rows each choice would take along
        self.indicators = QTreeWidget()
        self._note, self._problem = Label("", "awas"), Label("", "buruk")
        self._lay_out(bool(years))
        (self._copy if years else self._empty).setChecked(True)
        self._year.valueChanged.connect(self._refill)
        self._from.currentIndexChanged.connect(self._refill)
        self._copy.toggled.connect(self._enable)
        self._refill()

    def _lay_out(self, copies: bool) -> None:
        box = QVBoxLayout(self)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(labelled("&Tahun laporan", self._year))
        if copies:
            head.addWidget(labelled("Disalin &dari", self._from))
        head.addStretch()
        box.addLayout(head)
        if copies:
            box.addWidget(self._copy)
            columns = QHBoxLayout()
            columns.setContentsMargins(26, 0, 0, 0)
            columns.setSpacing(18)
            left = QVBoxLayout()
            left.setSpacing(6)
            for key, words, on in SALIN:
                check = QCheckBox(words)
                check.setChecked(on)
                self._checks[key] = check
                left.addWidget(check)
            left.addStretch()
            columns.addLayout(left)
            right = QVBoxLayout()
            right.setSpacing(3)
            title = Label("Indikator yang dilanjutkan", "label")
            title.setBuddy(self.indicators)
            right.addWidget(title)
            self.indicators.setHeaderHidden(True)
            self.indicators.setAccessibleName("Indikator yang dilanjutkan")
            self.indicators.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * _TREE_EM)
            self.indicators.itemChanged.connect(lambda _item: self._count())
            right.addWidget(self.indicators, 1)
            self._ended = Label("", "bantuan")
            right.addWidget(self._ended)
            columns.addLayout(right, 1)
            box.addLayout(columns, 1)
            box.addWidget(self._empty)
        box.addWidget(self._note)
        box.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addStretch()
        cancel = QPushButton("Batal")
        cancel.clicked.connect(self.reject)
        self._make = QPushButton("Buat tahun")
        self._make.setDefault(True)
        self._make.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(self._make)
        box.addLayout(buttons)

    # ------------------------------------------------------------------------------------------------ what is chosen
    def year(self) -> int:
        return self._year.value()

    def command(self) -> Perintah:
        """The step that makes the year."""
        if self._copies():
            chosen = frozenset(k for k, check in self._checks.items() if check.isChecked() and check.isEnabled())
            return SalinTahun(self._source(), self.year(), chosen, self._bridge.new_id(), self._left_out())
        return Tambah("laporan", self._bridge.new_id(), {"tahun": self.year()})

    def summary(self) -> str:
        """What the step made, for the status bar."""
        s, year = self._bridge.snapshot, self.year()
        aims, indicators = len(s.where(SasaranTahun, tahun=year)), len(s.where(IndikatorTahun, tahun=year))
        if not aims:
            return f"Tahun {year} dibuat, masih kosong."
        return f"Tahun {year} dibuat dengan {aims} sasaran dan {indicators} indikator. Ctrl+Z mengurungkannya."

    def _copies(self) -> bool:
        return self._from.count() > 0 and self._copy.isChecked()

    def _source(self) -> int:
        return int(self._from.currentData() or 0)

    def _left_out(self) -> frozenset[str]:
        out = []
        for i in range(self.indicators.topLevelItemCount()):
            aim = self.indicators.topLevelItem(i)
            for n in range(aim.childCount() if aim is not None else 0):
                item = aim.child(n) if aim is not None else None
                if item is not None and item.checkState(0) == Qt.CheckState.Unchecked:
                    out.append(str(item.data(0, _ID)))
        return frozenset(out)

    # ---------------------------------------------------------------------------------------------------- internals
    def _refill(self) -> None:
        """Another year to make, or to copy from."""
        taken = self.year() in self._bridge.workspace.tahun()
        self._problem.setText(f"⚠ Tahun {self.year()} sudah ada." if taken else "")
        self._problem.setVisible(taken)
        self._make.setEnabled(not taken)
        if not self._from.count():
            self._note.hide()
            return
        there = yang_dapat_disalin(self._bridge.snapshot, self._source(), self.year())
        for key, words, on in SALIN:
            check = self._checks[key]
            check.setText(words if there[key] else f"{words}: belum ada")
            if not there[key]:
                check.setChecked(False)
            elif not self._there.get(key):
                check.setChecked(on)
        # A target that the plan has for the year is its own word; last year's is only a help.
        self._checks["target_renstra"].setChecked(there["target_renstra"] > 0)
        self._there = there
        self._fill_indicators()
        self._enable()
        self._note.setText(f"⚠ {words}" if (words := self._plan_note()) else "")
        self._note.setVisible(bool(words))

    def _enable(self) -> None:
        on = self._copies()
        for key, check in self._checks.items():
            check.setEnabled(on and self._there[key] > 0)
        self.indicators.setEnabled(on)
        self._from.setEnabled(on)

    def _fill_indicators(self) -> None:
        s, source = self._bridge.snapshot, self._source()
        kept = self._left_out()
        self.indicators.blockSignals(True)
        self.indicators.clear()
        below: dict[str | None, list[IndikatorTahun]] = {}
        for row in s.where(IndikatorTahun, tahun=source):
            known = s.get(Indikator, row.indikator_id)
            if berlanjut(s, row, self.year()):
                below.setdefault(known.sasaran_id if known else None, []).append(row)
        for aim in s.where(SasaranTahun, tahun=source):
            rows = below.get(aim.sasaran_id, [])
            if not rows:
                continue
            top = QTreeWidgetItem(self.indicators, [f"{aim.kode}  {aim.nama}"])
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            top.setToolTip(0, aim.nama)
            for row in rows:
                item = QTreeWidgetItem(top, [f"{row.kode}  {row.nama}"])
                item.setToolTip(0, row.nama)
                item.setData(0, _ID, row.indikator_id)
                on = row.indikator_id not in kept
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.indicators.expandAll()
        self.indicators.blockSignals(False)
        self._count()

    def _count(self) -> None:
        out = len(self._left_out())
        self._ended.setText(
            f"{out} indikator tidak dilanjutkan ke tahun {self.year()}."
            if out
            else f"Hapus centangnya bila sebuah indikator tidak dilanjutkan ke tahun {self.year()}."
        )

    def _plan_note(self) -> str:
        """Whether the new year lies outside of every plan that the file has."""
        plans = [r for r in self._bridge.snapshot.rows(Renstra) if r.tahun_awal and r.tahun_akhir]
        if not plans or any((r.tahun_awal or 0) <= self.year() <= (r.tahun_akhir or 0) for r in plans):
            return ""
        last = max(plans, key=lambda r: r.tahun_akhir or 0)
        return (
            f"Belum ada Renstra yang memuat tahun {self.year()}; yang terakhir {last.tahun_awal}-{last.tahun_akhir}. "
            "Sasaran dan indikatornya dapat berganti: lepaskan yang tidak dilanjutkan, tambahkan yang baru kemudian."
        )
