"""The log of the program and the fault report: what happened, without data, names or folders of the user."""

from __future__ import annotations

import contextlib
import faulthandler
import getpass
import io
import logging
import logging.handlers
import os
import platform
import re
import traceback
import zipfile
from pathlib import Path
from typing import TextIO

from . import __version__, tempat

_UKURAN, _JUMLAH = 512 * 1024, 4
_BERKAS, _MACET = "lkjip.log", "macet.log"

_log = logging.getLogger("lkjip")
_macet: TextIO | None = None


def mulai(folder: Path | None = None) -> Path | None:
    """Begin to write the log (rotated, at most 2.5 MB in all) and to catch hard crashes; gives the folder.

    A place that cannot be written gives None: the program works without a log.
    """
    global _macet
    folder = folder or tempat.folder_log()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        catat = logging.handlers.RotatingFileHandler(
            folder / _BERKAS, maxBytes=_UKURAN, backupCount=_JUMLAH, encoding="utf-8", delay=True
        )
        _macet = open(folder / _MACET, "a", encoding="utf-8")  # noqa: SIM115  (faulthandler writes to it to the end)
    except OSError:
        return None
    catat.setFormatter(_Bersih("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    akar = logging.getLogger("lkjip")
    for lama in list(akar.handlers):
        akar.removeHandler(lama)
        lama.close()
    akar.addHandler(catat)
    akar.setLevel(logging.INFO)
    akar.propagate = False
    faulthandler.enable(_macet)
    _log.info("mulai %s", mesin())
    return folder


def selesai() -> None:
    """Close the log, e.g. at the end of a test."""
    global _macet
    akar = logging.getLogger("lkjip")
    for lama in list(akar.handlers):
        akar.removeHandler(lama)
        lama.close()
    akar.propagate = True
    if _macet is not None:
        faulthandler.disable()
        _macet.close()
        _macet = None


def galat(apa: str, e: BaseException) -> None:
    """Log an exception by its kind and places in the code; its text may hold data and stays out."""
    _log.error("%s: %s", apa, rincian(e))


def rincian(e: BaseException) -> str:
    """Kind of an exception and the lines of the program it passed, without its text."""
    langkah = [
        f"{f.filename.replace(chr(92), '/').rsplit('/', 2)[-1]}:{f.lineno} {f.name}"
        for f in traceback.extract_tb(e.__traceback__)
    ]
    sebab = e.__cause__ or e.__context__
    nomor = f" [errno {e.errno}]" if isinstance(e, OSError) else ""
    ekor = f" <- {rincian(sebab)}" if sebab is not None and sebab is not e else ""
    return f"{type(e).__name__}{nomor} ({' > '.join(langkah)}){ekor}"


def mesin() -> str:
    """Versions that matter: program, Python, SQLite, system."""
    from importlib.metadata import PackageNotFoundError, version

    pustaka = []
    for nama in ("PySide6_Essentials", "reportlab", "sqlite-utils", "Pillow"):
        with contextlib.suppress(PackageNotFoundError):
            pustaka.append(f"{nama} {version(nama)}")
    return (
        f"LKjIP Desktop {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}, "
        f"{', '.join(pustaka)}"
    )


def buat_laporan_galat(tujuan: Path, tambahan: str = "", folder: Path | None = None) -> Path:
    """Write a zip of the log for whoever mends the program: no data, no names, no folders of the user.

    `tambahan` are the details of the crash dialog. Raises OSError when the place refuses; then no file is left.
    """
    folder = folder or tempat.folder_log()
    isi = {"mesin.txt": mesin()}
    if tambahan:
        isi["rincian.txt"] = tambahan
    with contextlib.suppress(OSError):
        for p in sorted(folder.iterdir()):
            if p.name.startswith((_BERKAS, _MACET)):
                isi[p.name] = p.read_text(encoding="utf-8", errors="replace")
    penampung = io.BytesIO()
    with zipfile.ZipFile(penampung, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, teks in isi.items():
            z.writestr(nama, bersihkan(teks))
    bagian = tujuan.with_name(tujuan.name + ".part")
    try:
        bagian.write_bytes(penampung.getvalue())
        os.replace(bagian, tujuan)
    except OSError:
        with contextlib.suppress(OSError):
            bagian.unlink(missing_ok=True)
        raise
    return tujuan


_LINTASAN = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][^\\/:*?\"<>|\r\n\s]+){2,}[\\/]?")
_KUTIP = re.compile("“[^”\n]*”")
_ANGKA_PANJANG = re.compile(r"\d{9,}")


def bersihkan(teks: str) -> str:
    """Text without login, PC name, paths, quoted file names and long numbers (NIP)."""
    teks = _KUTIP.sub("“…”", teks)
    teks = _LINTASAN.sub(lambda m: "…/" + re.split(r"[\\/]", m[0].rstrip("\\/"))[-1], teks)
    for nama in _pribadi():
        teks = re.sub(rf"(?<!\w){re.escape(nama)}(?!\w)", "…", teks, flags=re.IGNORECASE)
    return _ANGKA_PANJANG.sub("…", teks)


def _pribadi() -> list[str]:
    nama = {platform.node(), platform.node().split(".")[0], Path.home().name}
    with contextlib.suppress(OSError, KeyError, ImportError):
        nama.add(getpass.getuser())
    return sorted((n for n in nama if len(n) > 1), key=len, reverse=True)


class _Bersih(logging.Formatter):
    """Every line is cleaned before it reaches the disk."""

    def format(self, record: logging.LogRecord) -> str:
        return bersihkan(super().format(record))
