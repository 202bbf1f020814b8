"""Look into a foreign workbook before a library opens it: its size unpacked, its parts, macros and links."""

from __future__ import annotations

import io
import zipfile

#: Largest file, most parts, most bytes unpacked, and the highest ratio of a part that is taken in.
BATAS_UKURAN = 25 * 1024 * 1024
BATAS_BAGIAN = 200
BATAS_ISI = 50 * 1024 * 1024
BATAS_RASIO = 150

_LAMA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel 97-2003, or a newer file with a password
_ISI = "xl/workbook.xml"
_TERLARANG = (
    ("vbaproject", "berisi makro"),
    ("xl/macrosheets", "berisi makro"),
    ("xl/externallinks", "berisi tautan ke berkas lain"),
    ("xl/embeddings", "berisi objek sisipan"),
    ("xl/activex", "berisi kendali ActiveX"),
)


def tolak(data: bytes) -> str:
    """Why this file is not opened, one Indonesian sentence; "" when it may be."""
    if len(data) > BATAS_UKURAN:
        return f"Berkas ini lebih besar dari {BATAS_UKURAN // 1024 // 1024} MB."
    if data.startswith(_LAMA):
        return "Berkas ini memakai kata sandi atau berjenis lama (.xls); simpan sebagai .xlsx tanpa kata sandi."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as z:
            bagian = z.infolist()
            if len(bagian) > BATAS_BAGIAN:
                return f"Berkas ini berisi {len(bagian)} bagian; paling banyak {BATAS_BAGIAN}."
            galat = _bagian(bagian)
            return galat or _jenis(z)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        return "Berkas ini bukan berkas Excel (.xlsx) yang utuh."


def _bagian(bagian: list[zipfile.ZipInfo]) -> str:
    nama = [b.filename.lower() for b in bagian]
    if len(set(nama)) != len(nama):
        return "Berkas ini berisi bagian kembar; simpan ulang dari Excel."
    # The sizes are those that the archive declares; the reader never unpacks more than declared.
    if sum(b.file_size for b in bagian) > BATAS_ISI:
        return f"Isi berkas ini lebih besar dari {BATAS_ISI // 1024 // 1024} MB setelah dibuka."
    for b in bagian:
        if b.flag_bits & 0x1:
            return "Berkas ini memakai kata sandi; simpan tanpa kata sandi."
        if b.file_size > 64 * 1024 and b.file_size > BATAS_RASIO * max(b.compress_size, 1):
            return "Isi berkas ini mengembang tidak wajar; berkas ini tidak dibuka."
    for potong, sebab in _TERLARANG:
        if any(potong in n for n in nama):
            return f"Berkas ini {sebab}; simpan sebagai .xlsx biasa tanpa itu."
    return ""


def _jenis(z: zipfile.ZipFile) -> str:
    jenis = z.read("[Content_Types].xml") if "[Content_Types].xml" in z.namelist() else b""
    if _ISI not in z.namelist() or b"spreadsheetml" not in jenis:
        return "Berkas ini bukan berkas Excel (.xlsx) yang utuh."
    if b"macroEnabled" in jenis:
        return "Berkas ini berjenis makro (.xlsm); simpan sebagai .xlsx biasa."
    return ""


def berumus(data: bytes) -> bool:
    """True when a sheet holds a formula."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        lembar = [n for n in z.namelist() if n.startswith("xl/worksheets/") and n.endswith(".xml")]
        return any(b"<f>" in isi or b"<f " in isi for isi in (z.read(n) for n in lembar))
