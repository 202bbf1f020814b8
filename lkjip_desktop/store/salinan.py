"""Bytes to another place with proof that they arrived: .part, fsync, re-read past the cache, rename, .sha256."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lkjip_desktop.errors import BerkasTerkunci, GagalSimpan, LkjipError

from . import berkas

#: (what is done, how much, of how much); raise errors.Dibatalkan in it to stop.
Lapor = Callable[[str, int, int], None]

_log = logging.getLogger("lkjip.salinan")
_POTONG = 1 << 18
_BATAS_FAT32 = 4 * 1024**3 - 1
#: Seconds between tries while a virus scanner holds a new file for a moment; only Windows knows such holders.
_JEDA: tuple[float, ...] = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()


def diam(_apa: str, _selesai: int, _jumlah: int) -> None:
    """A Lapor for callers without a progress bar."""


def sidik_berkas(path: Path, lapor: Lapor = diam) -> str:
    """SHA-256 of the bytes of a file that this process has not open as a database."""
    if berkas.terbuka(path):  # reading it would drop SQLite's lock: see berkas
        raise BerkasTerkunci(f"Berkas “{path.name}” sedang dibuka di program ini.")
    h, n, jumlah = hashlib.sha256(), 0, path.stat().st_size
    with open(path, "rb") as f:
        while isi := f.read(_POTONG):
            h.update(isi)
            n += len(isi)
            lapor("Menghitung sidik", n, jumlah)
    return h.hexdigest()


def terbitkan(sumber: Path, tujuan: Path, lapor: Lapor = diam, *, sha256: bool = True) -> str:
    """Copy a finished file to its place; the name appears only when the bytes were read back equal.

    Gives the SHA-256. `sha256` writes NAME.sha256 beside it, in the form that sha256sum -c and certutil know.

    Raises:
        GagalSimpan: the place refused or lied; no file with the final name was made or changed.
        Dibatalkan: from `lapor`.
    """
    if berkas.terbuka(tujuan) or berkas.terbuka(sumber):
        raise BerkasTerkunci(f"Berkas “{tujuan.name}” sedang dibuka di program ini.")
    bagian = tujuan.with_name(tujuan.name + ".part")
    with _menulis(tujuan, bagian):
        ukuran = sumber.stat().st_size
        cukup(tujuan.parent, ukuran)
        h, n = hashlib.sha256(), 0
        with open(sumber, "rb") as dari, open(bagian, "wb") as ke:
            while isi := dari.read(_POTONG):
                h.update(isi)
                ke.write(isi)
                n += len(isi)
                lapor("Menyalin", n, ukuran)
            ke.flush()
            os.fsync(ke.fileno())
            _lupakan(ke.fileno())
        _cocokkan(bagian, h.hexdigest(), ukuran, lapor)
        if sha256:
            hapus(Path(f"{tujuan}.sha256"))  # of a former file of this name; it must never accuse the new one
        ganti_nama(bagian, tujuan)
        berkas.sinkron_folder(tujuan.parent)
    if sha256:
        tulis_kecil(Path(f"{tujuan}.sha256"), f"{h.hexdigest()}  {tujuan.name}\n".encode())
    return h.hexdigest()


def tulis_kecil(tujuan: Path, isi: bytes) -> None:
    """Write a small file whole or not at all; raises GagalSimpan."""
    bagian = tujuan.with_name(tujuan.name + ".part")
    with _menulis(tujuan, bagian):
        with open(bagian, "wb") as f:
            f.write(isi)
            f.flush()
            os.fsync(f.fileno())
        ganti_nama(bagian, tujuan)
        berkas.sinkron_folder(tujuan.parent)


def baca_sha256(path: Path) -> str:
    """The SHA-256 that NAME.sha256 beside a file states; "" when there is none or it is about another name."""
    try:
        with open(f"{path}.sha256", encoding="utf-8") as f:
            sidik, _, nama = f.read(4096).strip().partition(" ")
    except (OSError, UnicodeDecodeError):
        return ""
    sah = len(sidik) == 64 and not set(sidik.lower()) - set("0123456789abcdef")
    return sidik.lower() if sah and nama.strip().lstrip("*") == path.name else ""


def cukup(folder: Path, perlu: int) -> None:
    """Raise GagalSimpan, with the room there is, when a folder has no room for `perlu` bytes."""
    if perlu > _BATAS_FAT32:
        raise GagalSimpan("Berkas lebih dari 4 GB; flashdisk FAT32 tidak dapat memuatnya.", "Kurangi lampirannya.")
    bebas = shutil.disk_usage(folder).free
    if bebas < perlu + 65536:
        nama = folder.name or str(folder)
        raise GagalSimpan(
            f"Ruang di “{nama}” tidak cukup: perlu {ukuran_teks(perlu)}, tersisa {ukuran_teks(bebas)}.",
            "Kosongkan ruang, atau pilih tempat lain.",
        )


def ukuran_teks(byte: int) -> str:
    """Bytes for a person: "1,2 MB"."""
    for satuan, besar in (("GB", 1024**3), ("MB", 1024**2), ("KB", 1024)):
        if byte >= besar:
            puluh = byte * 10 // besar
            return f"{puluh // 10},{puluh % 10} {satuan}"
    return f"{byte} byte"


def ganti_nama(dari: Path, ke: Path) -> None:
    """os.replace that waits for a scanner which holds the file for a moment."""
    _sabar(lambda: os.replace(dari, ke))


def hapus(path: Path) -> None:
    """Remove a file of ours, patiently; one that is not there is fine."""
    _sabar(lambda: path.unlink(missing_ok=True))


def _sabar(kerja: Callable[[], None]) -> None:
    for jeda in _JEDA:
        try:
            return kerja()
        except PermissionError:
            time.sleep(jeda)
    return kerja()


@contextlib.contextmanager
def _menulis(tujuan: Path, bagian: Path) -> Iterator[None]:
    """Nothing is left of `bagian` when the work inside fails; what the disk says becomes one sentence."""
    try:
        yield
    except BaseException as e:
        with contextlib.suppress(OSError):
            hapus(bagian)
        _log.error("salinan tidak jadi: %s %s", type(e).__name__, getattr(e, "errno", ""))
        if isinstance(e, OSError):
            raise gagal(e, tujuan) from e
        raise


def gagal(e: OSError, tujuan: Path) -> LkjipError:
    """The sentence for a refused write to another place."""
    if e.errno in (28, 122, 27):  # ENOSPC, EDQUOT, EFBIG
        return GagalSimpan(f"“{tujuan.name}” tidak jadi ditulis: tempatnya penuh.", "Kosongkan ruang, lalu ulangi.")
    if isinstance(e, FileNotFoundError | NotADirectoryError):
        return GagalSimpan(f"Folder “{tujuan.parent}” tidak ditemukan.", "Periksa apakah flashdisk masih terpasang.")
    if isinstance(e, PermissionError) or e.errno == 30:
        return GagalSimpan(f"“{tujuan.parent}” tidak dapat ditulis.", "Pilih tempat lain, atau buka kunci medianya.")
    return GagalSimpan(f"“{tujuan.name}” tidak jadi ditulis: medianya tidak menjawab.", "Pasang lagi, lalu ulangi.")


def _cocokkan(bagian: Path, sidik: str, ukuran: int, lapor: Lapor) -> None:
    """Read back what the medium really holds; a stick may lie about a sync or about its size."""
    h, n = hashlib.sha256(), 0
    for isi in _baca_dari_media(bagian):
        h.update(isi)
        n += len(isi)
        lapor("Membaca ulang", n, ukuran)
    if n != ukuran or h.hexdigest() != sidik:
        raise GagalSimpan(
            "Isi yang terbaca kembali tidak sama dengan yang ditulis.",
            "Medianya mungkin rusak atau palsu: periksa, lalu pakai yang lain.",
        )


def _lupakan(fd: int) -> None:
    """Ask the system to drop what it remembers of a file, so that reading it asks the medium."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)


def _baca_dari_media(path: Path) -> Iterator[bytes]:
    if sys.platform == "win32":
        mulai = False
        try:
            for isi in _baca_tanpa_cache(path):
                mulai = True
                yield isi
            return
        except OSError:  # a volume that does not take such reads refuses the first one
            if mulai:
                raise
    with open(path, "rb") as f:
        _lupakan(f.fileno())
        while isi := f.read(_POTONG):
            yield isi


if sys.platform == "win32":

    def _baca_tanpa_cache(path: Path) -> Iterator[bytes]:
        """Read with FILE_FLAG_NO_BUFFERING; needs a buffer on a page boundary and reads of whole sectors."""
        import ctypes
        import mmap
        from ctypes import wintypes

        k = ctypes.WinDLL("kernel32", use_last_error=True)
        k.CreateFileW.restype = wintypes.HANDLE
        pegang = k.CreateFileW(str(path), 0x80000000, 1, None, 3, 0x20000000 | 0x08000000, None)
        if pegang == wintypes.HANDLE(-1).value:
            raise OSError(ctypes.get_last_error(), "CreateFileW")
        try:
            ruang = mmap.mmap(-1, _POTONG)
            alamat = (ctypes.c_char * _POTONG).from_buffer(ruang)
            dibaca = wintypes.DWORD()
            while True:
                if not k.ReadFile(wintypes.HANDLE(pegang), alamat, _POTONG, ctypes.byref(dibaca), None):
                    raise OSError(ctypes.get_last_error(), "ReadFile")
                if not dibaca.value:
                    return
                yield ruang[: dibaca.value]
        finally:
            k.CloseHandle(wintypes.HANDLE(pegang))
