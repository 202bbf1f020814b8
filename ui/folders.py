"""Where the file dialogs begin: in the folder chosen last for this kind of file, or on a flash disk."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings

from lkjip_desktop import tempat

#: Copies that leave the computer go to a flash disk where there is one.
_PORTABLE = ("salinan", "kirim")

_settings: list[QSettings] = []
_last: dict[str, str] = {}


def use(settings: QSettings | None) -> None:
    """Remember in these settings from now on; None = until the program ends."""
    _settings[:] = [settings] if settings is not None else []
    _last.clear()


def start(kind: str) -> Path | None:
    """The folder in which a dialog of this kind begins, None when nothing is known of it."""
    known = _last.get(kind) or (str(_settings[0].value(f"folder/{kind}", "")) if _settings else "")
    last = Path(known) if known and os.path.isdir(known) else None
    if kind in _PORTABLE and (disks := tempat.flashdisk()):
        on_disk = last is not None and any(d == last or d in last.parents for d in disks)
        return last if on_disk else disks[0]
    return last


def keep(kind: str, path: str, itself: bool = False) -> str:
    """Remember the folder of a chosen path (`itself`: it is the folder); gives the path as it came."""
    if path:
        _last[kind] = str(Path(path) if itself else Path(path).parent)
        if _settings:
            _settings[0].setValue(f"folder/{kind}", _last[kind])
    return path


def disk_words() -> str:
    """The flash disk that is plugged in, in words: "flashdisk KINGSTON", "flashdisk E:"; "" when there is none."""
    disks = tempat.flashdisk()
    return f"flashdisk {disks[0].name or disks[0].drive}" if disks else ""
