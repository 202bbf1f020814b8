"""The command line: words in, exit code out; refused with one Indonesian sentence on standard error, no traceback."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["main", "untuk_jendela"]

#: Where papers go when there is no screen, below the current folder.
_KELUARAN = "keluaran"


def untuk_jendela(argv: Sequence[str]) -> bool:
    """True when these words open the window: none or a file, and there is a screen."""
    if not ada_layar():
        return False
    return not argv or (len(argv) == 1 and _berkas(argv[0]) and Path(argv[0]).exists())


def ada_layar() -> bool:
    """True when a window can be shown (or was told to draw off screen)."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def main(argv: Sequence[str]) -> int:
    """Do what the words say. Exit 0 done, 1 "not in order", 2 wrong use or refused."""
    _keluaran_utf8()
    # One word, and the process ends: looking for cycles of garbage meanwhile takes a twentieth of a print.
    pemulung = gc.isenabled()
    gc.disable()
    try:
        kode = _jalankan(argv)
        if sys.stdout is not None:  # None without a console, and where the caller closed it
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Nothing may be written any more, not even at exit.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    finally:
        if pemulung:
            gc.enable()
    return kode


def _jalankan(argv: Sequence[str]) -> int:
    from lkjip_desktop.errors import LkjipError

    from .berkas import DITOLAK
    from .perintah import PERINTAH, tanpa_layar
    from .urai import SalahPakai, urai

    try:
        if not argv:
            return tanpa_layar(Path(_KELUARAN))
        if len(argv) == 1 and argv[0] not in PERINTAH and _berkas(argv[0]):
            raise SalahPakai(_tolak_berkas(argv[0]))
        a = urai(argv)
        return PERINTAH[a.perintah](a)
    except SystemExit as e:  # --help and --version have printed their text
        return int(e.code or 0)
    except (SalahPakai, LkjipError) as e:
        _galat(str(e))
        return DITOLAK
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        _galat("Dihentikan.")
        return DITOLAK
    except Exception as e:  # noqa: BLE001  the last net: a sentence and the log instead of a traceback
        _galat(_catat(e))
        return DITOLAK


def _berkas(kata: str) -> bool:
    """True when the word is meant as a file and not as a command."""
    return not kata.startswith("-") and (kata.lower().endswith(".lkjip") or os.sep in kata or Path(kata).is_file())


def _tolak_berkas(kata: str) -> str:
    nama = Path(kata).name
    if not Path(kata).exists():
        return f"Berkas “{nama}” tidak ditemukan."
    return f"Tidak ada layar untuk membuka “{nama}”. Pakai salah satu perintah; lihat: main.py --help"


def _galat(kalimat: str) -> None:
    """One line on standard error; a closed one is no reason to fail."""
    with contextlib.suppress(OSError, ValueError):
        print(" ".join(kalimat.split()), file=sys.stderr)


def _catat(e: Exception) -> str:
    """Log a fault of ours, and say where."""
    from lkjip_desktop import catatan

    folder = catatan.mulai()
    try:
        catatan.galat("perintah", e)
    finally:
        catatan.selesai()
    tempat = f" Catatannya ada di {folder}." if folder else ""
    return f"Terjadi kesalahan pada program ({type(e).__name__}); data terakhir yang tersimpan aman.{tempat}"


def _keluaran_utf8() -> None:
    """JSON and names leave as UTF-8, whatever the console or the locale says."""
    for aliran in (sys.stdout, sys.stderr):
        atur = getattr(aliran, "reconfigure", None)
        if atur is not None:
            with contextlib.suppress(OSError, ValueError):
                atur(encoding="utf-8", errors="replace")
