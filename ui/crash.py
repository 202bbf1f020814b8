"""The one dialog for a fault of the program: the last step is safe, and the details can be copied."""

from __future__ import annotations

import re
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from lkjip_desktop import __version__

#: The very same fault is not shown again so soon after its dialog was closed; the log has every one.
_AGAIN_MS = 10_000


class CrashHook(QObject):
    """Takes over sys.excepthook while the window lives; from any thread the dialog opens on the GUI thread."""

    _fault = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.excepthook
        self._open = False
        self._last, self._since = "", QElapsedTimer()
        # Queued: a dialog inside the hook would stand inside the slot, or the painting, that failed.
        self._fault.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._caught

    def release(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def _caught(self, jenis: type[BaseException], galat: BaseException, jejak: TracebackType | None) -> None:
        if issubclass(jenis, KeyboardInterrupt):
            QApplication.quit()
            return
        log_fault(galat)
        self._before(jenis, galat, jejak)  # standard error keeps it for whoever looks there
        self._fault.emit(rincian(jenis, galat, jejak))

    def _show(self, isi: str) -> None:
        if self._open:  # a fault inside a timer must not pile up dialogs
            return
        if isi == self._last and self._since.elapsed() < _AGAIN_MS:  # nor one inside a painting come back for ever
            return
        self._open = True
        try:
            CrashDialog(isi, QApplication.activeWindow()).exec()
        finally:
            self._open = False
            self._last = isi
            self._since.start()


def rincian(jenis: type[BaseException], galat: BaseException, jejak: TracebackType | None) -> str:
    """What a fault report needs, without paths of the user's folders and without any data of the file."""
    from lkjip_desktop.catatan import bersihkan  # loads what a start without a fault does not need

    # Quoted parts of a message may be something the user typed.
    pesan = bersihkan(re.sub(r"'[^']*'|\"[^\"]*\"|“[^”]*”", "'…'", str(galat))[:300])
    langkah = [
        f"{f.filename.replace(chr(92), '/').rsplit('/', 2)[-1]}:{f.lineno} {f.name}"
        for f in traceback.extract_tb(jejak)
    ]
    return "\n".join(
        (
            f"LKjIP Desktop {__version__}, Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}",
            f"{jenis.__name__}: {pesan}",
            *langkah,
        )
    )


class CrashDialog(QDialog):
    """Says that the last step is safe and offers the details."""

    def __init__(self, isi: str, parent: QObject | None = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]  # activeWindow() is a QWidget or None
        self._isi = isi
        self.setWindowTitle("Program menemui kesalahan")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        tata = QVBoxLayout(self)
        tata.setSpacing(12)
        judul = QLabel("Program menemui kesalahan")
        judul.setProperty("peran", "sub")
        tata.addWidget(judul)
        kata = QLabel(
            "Langkah terakhir yang sudah tersimpan aman di dalam berkas. "
            "Anda dapat melanjutkan pekerjaan; bila kesalahan berulang, tutup lalu buka kembali program."
        )
        kata.setWordWrap(True)
        kata.setMinimumWidth(460)
        tata.addWidget(kata)
        rinci = QPlainTextEdit(isi)
        rinci.setReadOnly(True)
        rinci.setAccessibleName("Rincian kesalahan")
        tata.addWidget(rinci)
        tombol = QHBoxLayout()
        salin = QPushButton("Salin rincian")
        salin.clicked.connect(lambda: QGuiApplication.clipboard().setText(isi))
        self.lapor = QPushButton("Buat laporan galat…")
        self.lapor.clicked.connect(self._report)
        lanjut = QPushButton("Lanjutkan")
        lanjut.setDefault(True)
        lanjut.clicked.connect(self.accept)
        tombol.addWidget(salin)
        tombol.addWidget(self.lapor)
        tombol.addStretch()
        tombol.addWidget(lanjut)
        tata.addLayout(tombol)

    def _report(self) -> None:
        from ui.fault_report import save_fault_report

        save_fault_report(self, self._isi)


def log_fault(galat: BaseException) -> None:
    """Put a fault into the log, without what it says of the user's data."""
    from lkjip_desktop import catatan  # loads what a start without a fault does not need

    catatan.galat("kesalahan program", galat)
