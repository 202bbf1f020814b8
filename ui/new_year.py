"""The dialog for a new report year: empty, or from the year before with a choice of what comes along."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.commands import SALIN, Perintah, SalinTahun, Tambah
from ui.bridge import Bridge
from ui.widgets.field import Label


class NewYearDialog(QDialog):
    """Gives one command that makes the year."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setWindowTitle("Tahun baru")
        years = bridge.workspace.tahun()
        self._from = years[-1] if years else 0
        box = QVBoxLayout(self)
        box.setSpacing(8)
        label = QLabel("&Tahun laporan")
        label.setProperty("peran", "label")
        self._year = QSpinBox()
        self._year.setAccessibleName("Tahun laporan")
        self._year.setRange(1990, 2100)
        self._year.setValue(self._from + 1 if self._from else date.today().year)
        self._year.valueChanged.connect(self._check)
        label.setBuddy(self._year)
        box.addWidget(label)
        box.addWidget(self._year)
        self._copy = QRadioButton(f"&Salin dari tahun {self._from}: sasaran, indikator, dan pilihan di bawah ini")
        self._empty = QRadioButton("&Mulai dari yang kosong")
        self._choices: list[tuple[str, QCheckBox]] = []
        if self._from:
            box.addWidget(self._copy)
            for key, words, on in SALIN:
                check = QCheckBox(words)
                check.setChecked(on)
                row = QHBoxLayout()
                row.addSpacing(26)
                row.addWidget(check)
                box.addLayout(row)
                self._choices.append((key, check))
                self._copy.toggled.connect(check.setEnabled)
            box.addWidget(self._empty)
            self._copy.setChecked(True)
        else:
            self._empty.setChecked(True)
        self._problem = Label("", "buruk")
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
        self._check()

    def year(self) -> int:
        return self._year.value()

    def command(self) -> Perintah:
        """The step that makes the year."""
        if self._from and self._copy.isChecked():
            chosen = frozenset(key for key, check in self._choices if check.isChecked())
            return SalinTahun(self._from, self.year(), chosen, self._bridge.new_id())
        return Tambah("laporan", self._bridge.new_id(), {"tahun": self.year()})

    def _check(self) -> None:
        taken = self.year() in self._bridge.workspace.tahun()
        self._problem.setText(f"⚠ Tahun {self.year()} sudah ada." if taken else "")
        self._problem.setVisible(taken)
        self._make.setEnabled(not taken)
