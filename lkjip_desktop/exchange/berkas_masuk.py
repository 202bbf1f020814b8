"""Are the blobs that planned rows name there, and are pictures really pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.tables import Gambar

from .json_keluar import berkas_baris
from .masalah import Catatan

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
        if isinstance(c.after, Gambar) and (isi := berkas.get(c.after.berkas)):
            tanda = _TANDA.get(c.after.mime)
            if tanda is None or not isi.startswith(tanda):
                catatan.tambah(tempat, "isi gambar ini bukan PNG atau JPEG seperti yang tertulis pada kolom mime.")
