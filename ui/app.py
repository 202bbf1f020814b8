"""Start of the window: application, look, words of Qt, crash hook, the file to open, one window for one user."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui.bahasa import KataQt
from ui.crash import CrashHook
from ui.dialogs import tell
from ui.main_window import MainWindow
from ui.opening import open_workspace
from ui.pemulung import Pemulung
from ui.tema import tema
from ui.tunggal import SingleInstance


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

    Without a file the last one is opened again; where there is none, the example with a welcome before it. When a
    window of this user is open already it takes the file and comes to the front instead.
    """
    app = aplikasi()
    tunggal = SingleInstance(parent=app)
    if tunggal.hand_over([str(berkas.absolute())] if berkas else []):
        return 0
    tunggal.listen()
    kait = CrashHook()
    pemulung = Pemulung(app)
    setelan = QSettings()
    tema().atur_zoom(_bilangan(setelan.value("zoom"), 100))
    warna = str(setelan.value("warna") or "")
    if warna:
        tema().paksa(warna == "gelap")
    workspace, sambut = _buka(berkas, setelan)
    jendela = MainWindow(workspace, setelan)
    tunggal.asked.connect(jendela.take_over)
    jendela.show()
    pemulung.settle()  # before work in the background begins, of which much is garbage soon
    jendela.bridge.opened.connect(pemulung.renew)
    QTimer.singleShot(400, jendela, lambda: _settle(jendela))
    if words := jendela.files.opening_words():
        jendela.say(words, False)
    if sambut is not None:
        QTimer.singleShot(0, jendela, lambda: jendela.files.welcome(sambut))
    try:
        return app.exec()
    finally:
        tunggal.close()
        if jendela.isVisible():  # left by the system or a signal, not by its own button
            jendela.close()
        pemulung.close()
        kait.release()
        _end_log()


def _settle(jendela: MainWindow) -> None:
    """What the first paint need not wait for: the log, which looks up versions, and what the first edit needs."""
    from lkjip_desktop import catatan

    catatan.mulai()
    jendela.bridge.jobs.run("siap", lambda _overtaken: Workspace.siapkan(), lambda _nothing: None)


def _end_log() -> None:
    from lkjip_desktop import catatan

    catatan.selesai()


def _buka(berkas: Path | None, setelan: QSettings) -> tuple[Workspace, str | None]:
    """(the workspace to start with, what the welcome should tell or None for no welcome).

    The file asked for, else the last one, else the example. One that cannot be opened is told of.
    """
    terakhir = Path(str(setelan.value("berkas") or ""))
    # Not Path.is_file: it raises for a share that does not answer or asks for a password, and nothing would start.
    ada = os.path.isfile(terakhir)
    calon = berkas if berkas is not None else terakhir if ada else None
    if calon is not None:
        workspace = open_workspace(None, calon)
        if workspace is not None:
            return workspace, None
    hilang = berkas is None and str(setelan.value("berkas") or "") and not ada
    pesan = f"Berkas terakhir, “{terakhir.name}”, tidak ditemukan lagi di tempatnya." if hilang else ""
    try:
        return Workspace.buka(Workspace.contoh_pengguna()), pesan
    except LkjipError as galat:
        tell(None, "Berkas contoh tidak dapat dibuka", str(galat), bad=True)
    return Workspace.memori(), pesan


def _bilangan(nilai: object, bawaan: int) -> int:
    try:
        return int(str(nilai))
    except ValueError:
        return bawaan
