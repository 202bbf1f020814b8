"""Are the blobs that planned rows name there, and are pictures really pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.tables import Gambar
from lkjip_desktop.errors import GambarDitolak
from lkjip_desktop.gambar import SISI_MAKS, ukuran

from .json_keluar import berkas_baris
from .masalah import Catatan

_EXIF = b"Exif\0\0"
_TANDA = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


def periksa_berkas(
    perubahan: Iterable[Change],
    berkas: Mapping[str, bytes],
    asal: Mapping[tuple[str, str], str],
    ada_berkas: Callable[[str], bool],
    catatan: Catatan,
) -> None:
    """Note every blob that neither the foreign file nor ours holds, and every picture that is none."""
    for c in perubahan:
        if c.after is None:
            continue
        tempat = asal.get((c.table, c.key), f"Tabel {c.table}")
        for sha in berkas_baris(c.after):
            if sha not in berkas and not ada_berkas(sha):
                catatan.tambah(tempat, f"isi berkas {sha[:12]}… tidak disertakan.")
        if isinstance(c.after, Gambar) and (isi := berkas.get(c.after.berkas)) and (galat := _gambar(c.after, isi)):
            catatan.tambah(tempat, galat)


def _gambar(g: Gambar, isi: bytes) -> str:
    """Why these bytes are no master of a picture as the program itself keeps it; "" when they are."""
    tanda = _TANDA.get(g.mime)
    if tanda is None or not isi.startswith(tanda):
        return "isi gambar ini bukan PNG atau JPEG seperti yang tertulis pada kolom mime."
    try:
        lebar, tinggi = ukuran(isi)
    except GambarDitolak as e:
        return str(e)
    if (g.lebar_px, g.tinggi_px) not in ((lebar, tinggi), (None, None)):
        return f"gambar ini {lebar} × {tinggi} piksel, bukan seperti yang tertulis pada kolom lebar_px dan tinggi_px."
    if max(lebar, tinggi) > SISI_MAKS:
        return f"gambar ini {lebar} × {tinggi} piksel; sisinya paling panjang {SISI_MAKS} piksel."
    if _EXIF in isi[:4096]:  # where a camera writes who took it, when and at which place
        return "gambar ini memuat catatan kamera (EXIF); masukkan gambarnya lewat program."
    return ""
