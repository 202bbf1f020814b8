"""The tie between .lkjip files and this program for one user of this computer, so that a double click opens them.

Nothing outside the user's own settings is touched and no administrator is needed: on Linux the shared MIME database,
a desktop entry and the default of the desktop (freedesktop.org: shared-mime-info, desktop-entry, mime-apps), on
Windows the keys under HKEY_CURRENT_USER that Explorer reads.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lkjip_desktop.errors import BelumTersedia, GagalSimpan
from lkjip_desktop.tempat import NAMA

_AKAR = Path(__file__).resolve().parent.parent
_MIME = "application/x-lkjip"
_ENTRI = "lkjip-desktop.desktop"
_KELAS = "LKjIPDesktop.Berkas"
_TIDAK_DAPAT = "Kaitan berkas .lkjip tidak dapat ditulis di komputer ini."
_LEWAT_BUKA = "Berkas tetap dapat dibuka lewat Berkas, Buka."
_LAMA = 20  # seconds that a tool of the desktop may take


def perintah() -> list[str]:
    """The words that start the window of this program; a file's path follows them."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    python = Path(sys.executable)
    if (tanpa_konsol := python.with_name("pythonw.exe")).exists():
        python = tanpa_konsol
    return [str(python), str(_AKAR / "main.py")]


def terkait() -> bool:
    """Whether a double click on a .lkjip opens this very program."""
    if sys.platform == "win32":
        kunci = kunci_windows(perintah())
        return all(_baca_windows(nama) == isi for nama, isi in kunci.items())
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        entri = (_folder_pengguna() / "applications" / _ENTRI).read_text(encoding="utf-8")
        return entri == entri_desktop(perintah()) and _ENTRI in _tanya("query", "default", _MIME)
    return False


def kaitkan() -> None:
    """Tie them; doing it again repairs a tie after the program has moved.

    Raises BelumTersedia where the desktop has no tools for it, GagalSimpan when the settings cannot be written.
    """
    try:
        if sys.platform == "win32":
            _tulis_windows(kunci_windows(perintah()))
        else:
            _kaitkan_linux()
    except (OSError, subprocess.SubprocessError) as galat:
        raise GagalSimpan(_TIDAK_DAPAT, _LEWAT_BUKA) from galat


def lepaskan() -> None:
    """Take the tie away; what was not there stays away. Raises as `kaitkan`."""
    try:
        if sys.platform == "win32":
            _hapus_windows()
        else:
            folder = _folder_pengguna()
            for berkas in (folder / "mime" / "packages" / "lkjip-desktop.xml", folder / "applications" / _ENTRI):
                berkas.unlink(missing_ok=True)
            _segarkan(folder)
    except (OSError, subprocess.SubprocessError) as galat:
        raise GagalSimpan(_TIDAK_DAPAT, _LEWAT_BUKA) from galat


# ------------------------------------------------------------------------------------------------------- Linux
def jenis_mime() -> str:
    """The XML that tells the desktop what a .lkjip is; it weighs more than the SQLite file that it also is."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f"  <mime-type type={quoteattr(_MIME)}>\n"
        "    <comment>Berkas LKjIP</comment>\n"
        '    <sub-class-of type="application/vnd.sqlite3"/>\n'
        '    <glob pattern="*.lkjip" weight="80"/>\n'
        "  </mime-type>\n"
        "</mime-info>\n"
    )


def entri_desktop(kata: list[str]) -> str:
    """The desktop entry that starts these words with a file."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        f"Name={NAMA}\n"
        "Comment=Menyusun LKjIP dan Perjanjian Kinerja\n"
        f"Exec={' '.join(_kutip_desktop(k) for k in kata)} %f\n"
        f"Icon={_AKAR / 'resources' / 'icons' / 'lkjip.svg'}\n"
        f"MimeType={_MIME};\n"
        "Categories=Office;\n"
        "Terminal=false\n"
    )


def _kutip_desktop(kata: str) -> str:
    """One word of an Exec line: quoted, with the two rounds of escapes that the specification asks for."""
    for tanda in '\\"`$':
        kata = kata.replace(tanda, "\\" + tanda)
    return f'"{kata}"'.replace("\\", "\\\\").replace("%", "%%")


def _folder_pengguna() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _kaitkan_linux() -> None:
    if not (shutil.which("update-mime-database") and (shutil.which("xdg-mime") or shutil.which("gio"))):
        raise BelumTersedia("Desktop ini tidak menyediakan cara mengaitkan jenis berkas.", _LEWAT_BUKA)
    folder = _folder_pengguna()
    for tempat, isi in (
        (folder / "mime" / "packages" / "lkjip-desktop.xml", jenis_mime()),
        (folder / "applications" / _ENTRI, entri_desktop(perintah())),
    ):
        tempat.parent.mkdir(parents=True, exist_ok=True)
        tempat.write_text(isi, encoding="utf-8")
    _segarkan(folder)
    _tanya("default", _ENTRI, _MIME)


def _segarkan(folder: Path) -> None:
    for alat, bagian in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        if shutil.which(alat) and (folder / bagian).is_dir():
            _jalankan([alat, str(folder / bagian)])


def _tanya(perintah_xdg: str, *kata: str) -> str:
    """`xdg-mime`, or `gio mime` where only that is there; gives what it answers."""
    if shutil.which("xdg-mime"):
        return _jalankan(["xdg-mime", perintah_xdg, *kata])
    if perintah_xdg == "query":
        return _jalankan(["gio", "mime", kata[-1]])
    entri, mime = kata
    return _jalankan(["gio", "mime", mime, entri])


def _jalankan(kata: list[str]) -> str:
    return subprocess.run(kata, check=True, capture_output=True, text=True, timeout=_LAMA).stdout


# ----------------------------------------------------------------------------------------------------- Windows
def kunci_windows(kata: list[str]) -> dict[str, str]:
    """Keys under HKEY_CURRENT_USER\\Software\\Classes and their default values."""
    return {
        _KELAS: "Berkas LKjIP",
        rf"{_KELAS}\shell\open\command": " ".join(f'"{k}"' for k in [*kata, "%1"]),
        ".lkjip": _KELAS,
    }


if sys.platform == "win32":
    import ctypes
    import winreg

    _CLASSES = r"Software\Classes" + "\\"

    def _baca_windows(nama: str) -> str:
        with contextlib.suppress(OSError):
            return winreg.QueryValue(winreg.HKEY_CURRENT_USER, _CLASSES + nama)
        return ""

    def _tulis_windows(kunci: dict[str, str]) -> None:
        for nama, isi in kunci.items():
            winreg.SetValue(winreg.HKEY_CURRENT_USER, _CLASSES + nama, winreg.REG_SZ, isi)
        _kabari_windows()

    def _hapus_windows() -> None:
        cabang = [rf"{_KELAS}\shell\open\command", rf"{_KELAS}\shell\open", rf"{_KELAS}\shell", _KELAS]
        if _baca_windows(".lkjip") == _KELAS:  # another program may have taken it over since
            cabang.append(".lkjip")
        for nama in cabang:
            with contextlib.suppress(FileNotFoundError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, _CLASSES + nama)
        _kabari_windows()

    def _kabari_windows() -> None:
        ctypes.windll.shell32.SHChangeNotify(0x0800_0000, 0, None, None)  # SHCNE_ASSOCCHANGED
