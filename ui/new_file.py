"""The dialog for a new data file: a name and a year, nothing else is required."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ui.widgets.field import Label


class NewFileDialog(QDialog):
    """Asks for the name of the satker and the first report year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Berkas baru")
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addWidget(Label("Satu berkas memuat satu satuan kerja dengan semua tahunnya.", "redup"))
        self._name = QLineEdit()
        self._name.setPlaceholderText("mis. Balai Pemasyarakatan Kelas II Lahat")
        self._name.setMinimumWidth(420)
        self._year = QSpinBox()
        self._year.setRange(1990, 2100)
        self._year.setValue(date.today().year)
        for words, widget in (("&Nama satuan kerja", self._name), ("&Tahun laporan pertama", self._year)):
            label = QLabel(words)
            label.setProperty("peran", "label")
            label.setBuddy(widget)
            widget.setAccessibleName(words.replace("&", ""))
            box.addWidget(label)
            box.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch()
        cancel = QPushButton("Batal")
        cancel.clicked.connect(self.reject)
        make = QPushButton("Buat berkas…")
        make.setDefault(True)
        make.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(make)
        box.addSpacing(6)
        box.addLayout(buttons)

    def name(self) -> str:
        """The name of the satker, "" when left out."""
        return " ".join(self._name.text().split())

    def year(self) -> int:
        return self._year.value()

    def file_name(self) -> str:
        """A file name from the name of the satker."""
        return re.sub(r"[^\w .-]", "", self.name())[:80].strip() or "LKjIP"
