"""Closed parts of a year: close one, open it again with a reason that stays on record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.commands import BukaKunci, KunciBagian
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import KunciPeriode
from lkjip_desktop.core.tanggal import NAMA_BULAN
from ui.bridge import Bridge
from ui.history_dialog import moment
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.parts import button, buttons, fit_rows, labelled
from ui.widgets.view import card, column, scrolled
from ui.widgets.work import WorkBar

PERIODS = (
    *((f"triwulan-{n}", f"Triwulan {r}") for n, r in enumerate(("I", "II", "III", "IV"), 1)),
    *((f"bulan-{n:02}", name) for n, name in enumerate(NAMA_BULAN, 1)),
)
#: Locks in view at once.
_SHOWN = 8


class KunciPage(QWidget):
    """Above what is closed in the year, below how to close more."""

    def __init__(self, bridge: Bridge, work: WorkBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.work = bridge, work
        self.list = QTreeWidget()
        self.list.setAccessibleName("Bagian yang dikunci")
        self.list.setHeaderLabels(["Tahun", "Bagian", "Periode", "Alasan", "Oleh", "Waktu"])
        self.list.setRootIsDecorated(False)
        self.none = Label("Belum ada bagian yang dikunci.")
        self.unlock = button("Buka kunci…", "kunci", self.open_part)
        self.part = QComboBox()
        for value, words in TABLES["kunci"].by_name["cakupan"].choices:
            self.part.addItem(words, value)
        self.part.currentIndexChanged.connect(self._part_chosen)
        self.period = QComboBox()
        for key, name in PERIODS:
            self.period.addItem(name, key)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("mis. sudah dilaporkan ke Kanwil")
        self.reason.returnPressed.connect(self.close_part)
        inner = column(
            card(
                section(
                    "Bagian yang dikunci",
                    Label("Angka pada bagian yang dikunci tidak dapat diubah, juga lewat impor dan urungkan.", "redup"),
                    self.list,
                    self.none,
                    buttons(self.unlock),
                )
            ),
            card(
                section(
                    "Kunci bagian tahun ini",
                    labelled("Bagian", self.part),
                    labelled("&Periode", self.period),
                    labelled("Alasan", self.reason),
                    buttons(button("Kunci", "kunci", self.close_part)),
                )
            ),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(scrolled(inner))
        self._part_chosen()

    def refresh(self) -> None:
        """Show the locks of every year, those of the year on screen first."""
        year = self.bridge.year
        rows = sorted(self.bridge.snapshot.rows(KunciPeriode), key=lambda k: (k.tahun != year, -(k.tahun or 0)))
        column_of = TABLES["kunci"].by_name["cakupan"]
        names = dict(PERIODS)
        self.list.clear()
        for k in rows:
            words = [
                str(k.tahun or ""),
                column_of.choice_label(k.cakupan),
                names.get(k.periode, k.periode),
                k.alasan,
                k.oleh,
                moment(k.waktu),
            ]
            item = QTreeWidgetItem(words)
            item.setData(0, Qt.ItemDataRole.UserRole, k.id)
            for i, text in enumerate(words):
                item.setToolTip(i, text)
            self.list.addTopLevelItem(item)
        fit_rows(self.list, _SHOWN)
        self.none.setVisible(not rows)
        self.unlock.setEnabled(bool(rows))
        for i in range(5):
            self.list.resizeColumnToContents(i)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)

    def choose(self, key: str) -> bool:
        """Mark a lock in the list."""
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            if item is not None and item.data(0, Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentItem(item)
                self.list.setFocus()
                return True
        return False

    def _part_chosen(self) -> None:
        self.period.setEnabled(self.part.currentData() == "periode")

    def close_part(self) -> None:
        """Close the chosen part of the year on screen."""
        if not self.bridge.year:
            self.work.say("Buat dahulu tahun laporan.", bad=True)
            return
        part = str(self.part.currentData())
        period = str(self.period.currentData()) if part == "periode" else ""
        command = KunciBagian(self.bridge.new_id(), self.bridge.year, part, period, self.reason.text().strip())
        refused = self.bridge.do(command)
        self.work.say(refused or "Dikunci.", bad=bool(refused))
        if not refused:
            self.reason.clear()
        self.refresh()

    def open_part(self) -> None:
        """Open the chosen lock; the reason is required."""
        item = self.list.currentItem()
        if item is None:
            self.work.say("Pilih dahulu kunci yang dibuka.", bad=True)
            return
        dialog = ReasonDialog(self.window())
        agreed, reason = bool(dialog.exec()), dialog.reason()
        dialog.deleteLater()
        if agreed:
            refused = self.bridge.do(BukaKunci(str(item.data(0, Qt.ItemDataRole.UserRole)), reason))
            self.work.say(refused or "Kunci dibuka; alasannya tercatat.", bad=bool(refused))
            self.refresh()


class ReasonDialog(QDialog):
    """Asks why a lock is opened; goes on only with words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Buka kunci")
        self.yes = QPushButton("Buka kunci")
        self.line = QLineEdit()
        self.line.setMinimumWidth(380)
        self.line.textChanged.connect(lambda text: self.yes.setEnabled(bool(text.strip())))
        box = QVBoxLayout(self)
        box.addWidget(
            Label("Alasan tercatat pada riwayat dan tidak dapat dihapus. Cadangan dibuat lebih dahulu.", "redup")
        )
        box.addWidget(labelled("&Alasan membuka kunci", self.line))
        row = QHBoxLayout()
        row.addStretch()
        no = QPushButton("Batal")
        no.clicked.connect(self.reject)
        self.yes.setDefault(True)
        self.yes.setEnabled(False)
        self.yes.clicked.connect(self.accept)
        row.addWidget(no)
        row.addWidget(self.yes)
        box.addLayout(row)

    def reason(self) -> str:
        """The words, trimmed."""
        return " ".join(self.line.text().split())
