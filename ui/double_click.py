"""Lets the user say whether a double click on a .lkjip opens this program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from lkjip_desktop.errors import LkjipError
from ui.bridge import Bridge
from ui.dialogs import ask, tell

_TITLE = "Buka dengan klik ganda"
_TRACK = "kaitan"


def arrange_double_click(parent: QWidget, bridge: Bridge) -> None:
    """Look how it stands, ask, and do it; the tools of the desktop are slow and run off the GUI thread."""
    from lkjip_desktop import kaitan

    def failed(galat: LkjipError) -> None:
        tell(parent, _TITLE, str(galat), bad=True)

    def do(deed: Callable[[], None], words: str) -> None:
        bridge.jobs.run(_TRACK, lambda _overtaken: deed(), lambda _: bridge.told.emit(words, False), failed)

    def asked(tied: bool) -> None:
        if tied:
            words = "Berkas .lkjip di komputer ini sudah dibuka dengan LKjIP Desktop bila diklik ganda."
            if ask(parent, _TITLE, words, ["Lepaskan kaitannya"], danger=True) == 0:
                do(kaitan.lepaskan, "Kaitan berkas .lkjip dilepas.")
            return
        words = (
            "Buka berkas .lkjip dengan LKjIP Desktop bila diklik ganda?\n\n"
            "Kaitan ini berlaku bagi Anda saja di komputer ini dan dapat dilepas lagi dari menu yang sama. "
            "Bila folder program dipindahkan, kaitkan sekali lagi."
        )
        if ask(parent, _TITLE, words, ["Kaitkan"]) == 0:
            do(kaitan.kaitkan, "Berkas .lkjip kini terbuka dengan klik ganda.")

    bridge.jobs.run(_TRACK, lambda _overtaken: kaitan.terkait(), asked, failed)
