"""Start of the window: application, look, words of Qt, crash hook, the file to open."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSettings
from PySide6.QtWidgets import QApplication

from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui.bahasa import KataQt
from ui.crash import CrashHook
from ui.dialogs import tell
from ui.main_window import MainWindow
from ui.tema import tema


def aplikasi(argv: Sequence[str] = ()) -> QApplication:
    """The application with look and words set up; the one there is, when there is one."""
    ada = QApplication.instance()
    if isinstance(ada, QApplication):
        return ada
    QCoreApplication.setOrganizationName("LKjIP")
    QCoreApplication.setApplicationName("LKjIP Desktop")
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    app = QApplication([sys.argv[0], *argv])
    kata = KataQt(app)
    app.installTranslator(kata)
    tema()
    return app


def jalan(berkas: Path | None = None) -> int:
    """Show the window on a file and run until it is closed; exit code of the program.

    Without a file the last one is opened again, and where there is none the example.
    """
    app = aplikasi()
    kait = CrashHook()
    setelan = QSettings()
    tema().atur_zoom(_bilangan(setelan.value("zoom"), 100))
    warna = str(setelan.value("warna") or "")
    if warna:
        tema().paksa(warna == "gelap")
    workspace = _buka(berkas, setelan)
    jendela = MainWindow(workspace, setelan)
    jendela.show()
    try:
        return app.exec()
    finally:
        kait.release()


def _buka(berkas: Path | None, setelan: QSettings) -> Workspace:
    """The workspace to start with: the file asked for, else the last one, else the example. One that cannot be
    opened is told of, and the next one stands in for it."""
    terakhir = Path(str(setelan.value("berkas") or ""))
    calon: list[Callable[[], Path]] = []
    if berkas is not None:
        calon.append(lambda: berkas)
    if terakhir.is_file() and berkas is None:
        calon.append(lambda: terakhir)
    if not calon:
        calon.append(Workspace.contoh_pengguna)
    for cari in calon:
        try:
            return Workspace.buka(cari())
        except LkjipError as galat:
            tell(None, "Berkas tidak dapat dibuka", str(galat), bad=True)
    return Workspace.memori()


def _bilangan(nilai: object, bawaan: int) -> int:
    try:
        return int(str(nilai))
    except ValueError:
        return bawaan
