"""Prepared print streams of pictures, kept in the process and, if a folder is given, between runs.

Nothing depends on it but speed: it may be emptied at any time, a damaged or foreign file is made anew.
"""

from __future__ import annotations

import os
import re
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from lkjip_desktop.gambar import Cetakan

_BATAS = 96_000_000  # bytes kept in a process
_BATAS_FOLDER = 300_000_000
_TANDA = b"LKC1"
_RUANG = ("DeviceGray", "DeviceRGB")
_SARING = ("FlateDecode", "DCTDecode")
_KEPALA = struct.Struct(">4sIIBBI")

Kunci = tuple[str, int, int]  # blob, width in mm, page of a scan (-1 = a picture)

_ingat: OrderedDict[Kunci, Cetakan] = OrderedDict()
_kunci = threading.Lock()


def ambil(kunci: Kunci, folder: Path | None, buat: Callable[[], Cetakan]) -> Cetakan:
    """The stream of a picture: remembered, read from the folder, or made."""
    with _kunci:
        ada = _ingat.get(kunci)
        if ada is not None:
            _ingat.move_to_end(kunci)
            return ada
    berkas = _berkas(kunci, folder)
    baru = _baca(berkas) if berkas else None
    if baru is None:
        baru = buat()
        if berkas:
            _tulis(berkas, baru)
    with _kunci:
        _ingat[kunci] = baru
        while sum(len(c.isi) for c in _ingat.values()) > _BATAS and len(_ingat) > 1:
            _ingat.popitem(last=False)
    return baru


def lupakan() -> None:
    """Forget what this process remembers."""
    with _kunci:
        _ingat.clear()


def _berkas(kunci: Kunci, folder: Path | None) -> Path | None:
    nama, mm, halaman = kunci
    # Only a digest is a safe file name, and only what is named by its content may outlive the process.
    if folder is None or not re.fullmatch(r"[0-9a-f]{64}", nama):
        return None
    return folder / f"{nama}-{mm}-{halaman}.cetak"


def _baca(berkas: Path) -> Cetakan | None:
    with suppress(OSError, struct.error, IndexError):
        data = berkas.read_bytes()
        tanda, lebar, tinggi, ruang, saring, jumlah = _KEPALA.unpack_from(data)
        isi = data[_KEPALA.size :]
        if tanda == _TANDA and zlib.crc32(isi) == jumlah:
            return Cetakan(lebar, tinggi, _RUANG[ruang], _SARING[saring], isi)
    return None


def _tulis(berkas: Path, c: Cetakan) -> None:
    """Keep a stream; a full or read-only disk only costs speed."""
    sementara = berkas.with_name(f"{berkas.name}.{os.getpid()}.{threading.get_ident()}")
    with suppress(OSError):
        berkas.parent.mkdir(parents=True, exist_ok=True)
        kepala = _KEPALA.pack(
            _TANDA, c.lebar, c.tinggi, _RUANG.index(c.ruang), _SARING.index(c.saring), zlib.crc32(c.isi)
        )
        sementara.write_bytes(kepala + c.isi)
        os.replace(sementara, berkas)
        _rapikan(berkas.parent)
    with suppress(OSError):
        sementara.unlink(missing_ok=True)


def _rapikan(folder: Path) -> None:
    """Drop the oldest files of a folder that has grown too large."""
    isi = sorted(((f.stat().st_mtime, f.stat().st_size, f) for f in folder.glob("*.cetak")), key=lambda b: b[0])
    lebih = sum(besar for _, besar, _ in isi) - _BATAS_FOLDER
    for _, besar, f in isi:
        if lebih <= 0:
            break
        f.unlink(missing_ok=True)
        lebih -= besar
