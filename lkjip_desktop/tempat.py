"""Folders of the program on this computer: backups, log; outside the document folder, the backup place changeable."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

NAMA = "LKjIP Desktop"


def folder_data() -> Path:
    """The user's folder for data of this program."""
    import platformdirs

    return Path(platformdirs.user_data_dir(NAMA, False))


def folder_log() -> Path:
    """The folder of the log."""
    import platformdirs

    return Path(platformdirs.user_log_dir(NAMA, False))


def folder_cadangan() -> Path:
    """Where automatic backups go: the chosen place, else beside the user's data."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        isi = json.loads(_pengaturan().read_text(encoding="utf-8"))
        if isi["cadangan"]:
            return Path(isi["cadangan"])
    return folder_data() / "cadangan"


def atur_folder_cadangan(folder: Path | None) -> Path:
    """Choose another place for backups (None = the usual one); gives the place. Backups made so far stay there.

    Raises OSError when the place cannot be written.
    """
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        coba = folder / f".coba-{os.getpid()}"
        coba.write_bytes(b"")
        coba.unlink()
    pengaturan = _pengaturan()
    pengaturan.parent.mkdir(parents=True, exist_ok=True)
    baru = pengaturan.with_suffix(".baru")
    baru.write_text(json.dumps({"cadangan": str(folder.absolute()) if folder else ""}), encoding="utf-8")
    os.replace(baru, pengaturan)
    return folder_cadangan()


def flashdisk(induk: Iterable[Path] | None = None) -> tuple[Path, ...]:
    """Roots of the flash disks that are plugged in, none when the system does not tell. Network drives are not asked:
    one that is away would let the window wait. `induk` are the folders under which a Unix system mounts them."""
    if sys.platform == "win32":
        import ctypes

        ada = ctypes.windll.kernel32.GetLogicalDrives()
        huruf = [chr(65 + n) for n in range(2, 26) if ada >> n & 1]  # A and B were floppy disks
        return tuple(Path(f"{h}:\\") for h in huruf if ctypes.windll.kernel32.GetDriveTypeW(f"{h}:\\") == 2)
    if induk is None:
        siapa = os.environ.get("USER", "")
        induk = (Path("/run/media") / siapa, Path("/media") / siapa) if siapa else ()
    keluar: list[Path] = []
    for folder in induk:
        with contextlib.suppress(OSError):
            keluar += sorted(p for p in folder.iterdir() if os.path.ismount(p) and os.access(p, os.W_OK))
    return tuple(keluar)


def _pengaturan() -> Path:
    return folder_data() / "pengaturan.json"
