"""Tentang program: versions, licences of all parts, where the data are, details for a fault report."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from lkjip_desktop import __version__, catatan, tempat
from lkjip_desktop.workspace import Workspace
from ui.dialogs import size_for_text
from ui.fault_report import save_fault_report
from ui.ikon import gambar
from ui.widgets.field import Label
from ui.widgets.history_table import WordTable
from ui.widgets.view import column, scrolled

#: What the program is made of: distribution, what for, licence as its makers state it.
PARTS = (
    ("PySide6_Essentials", "jendela (Qt)", "LGPL-3.0"),
    ("shiboken6", "penghubung Qt", "LGPL-3.0"),
    ("reportlab", "PDF", "BSD-3-Clause"),
    ("pypdfium2", "gambar halaman (PDFium)", "Apache-2.0 / BSD-3-Clause"),
    ("sqlite-utils", "berkas data", "Apache-2.0"),
    ("Pillow", "gambar", "MIT-CMU"),
    ("python-docx", "Word", "MIT"),
    ("lxml", "XML", "BSD-3-Clause"),
    ("openpyxl", "Excel", "MIT"),
    ("defusedxml", "XML yang aman", "PSF-2.0"),
    ("platformdirs", "tempat berkas", "MIT"),
    ("segno", "kode QR", "BSD-3-Clause"),
    ("pyHanko", "tanda tangan elektronik", "MIT"),
    ("pyrage", "penyandian", "MIT / Apache-2.0"),
)
_OTHERS = (
    ("Python", "bahasa program", "PSF-2.0"),
    ("SQLite", "basis data", "domain publik"),
    ("Liberation Sans dan Serif", "huruf cetak", "SIL OFL 1.1"),
    ("Inter", "huruf layar", "SIL OFL 1.1"),
)


def details(workspace: Workspace) -> str:
    """Versions that matter for a fault report; no path, no name."""
    sqlite, schema = workspace.versi_berkas()
    screen = QGuiApplication.primaryScreen()
    return "\n".join(
        (
            f"{catatan.mesin()}, Qt {qVersion()}, SQLite {sqlite}, bentuk berkas {schema}",
            f"Layar {screen.size().width()} × {screen.size().height()}, kerapatan {screen.devicePixelRatio():g}, "
            f"{QGuiApplication.platformName()}",
        )
    )


def parts() -> list[tuple[str, str, str]]:
    """(name and version, what for, licence) of every part; one that is not installed is left out."""
    out = []
    for name, use, licence in PARTS:
        try:
            out.append((f"{name} {metadata(name)['Version']}", use, licence))
        except PackageNotFoundError:
            continue
    return out + list(_OTHERS)


class AboutDialog(QDialog):
    """Two tabs, and buttons for who mends the program."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tentang program")
        self.details = details(workspace)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(gambar("lkjip", 48, ""))
        head.addWidget(picture)
        words = QVBoxLayout()
        words.addWidget(Label(f"LKjIP Desktop {__version__}", "judul"))
        words.addWidget(Label("Laporan kinerja dan perjanjian kinerja satuan kerja.", "redup"))
        head.addLayout(words, 1)
        box.addLayout(head)
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        where = WordTable("Tempat data", ("Apa", "Di mana"), stretch=1)
        where.fill(
            [
                ("Berkas data", str(workspace.path or "hanya di ingatan")),
                ("Cadangan otomatis", str(workspace.folder_cadangan or tempat.folder_cadangan())),
                ("Catatan program", str(tempat.folder_log())),
            ]
        )
        tabs.addTab(scrolled(column(Label(self.details), where)), "Versi dan tempat")
        licences = WordTable("Lisensi", ("Bagian", "Untuk", "Lisensi"), stretch=1)
        licences.fill(parts())
        tabs.addTab(scrolled(column(licences)), "Lisensi")
        box.addWidget(tabs, 1)
        row = QHBoxLayout()
        self.copy = QPushButton("Salin rincian")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details))
        self.report = QPushButton("Buat laporan galat…")
        self.report.clicked.connect(lambda: save_fault_report(self))
        close = QPushButton("Tutup")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(self.copy)
        row.addWidget(self.report)
        row.addStretch()
        row.addWidget(close)
        box.addLayout(row)
        size_for_text(self, 640, 480)
