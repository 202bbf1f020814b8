"""Word and Excel packages with the same bytes for the same parts: no clock, no trace of the machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

#: The first moment that a ZIP directory can hold.
_SAAT = (1980, 1, 1, 0, 0, 0)


def kemas_ulang(
    isi: bytes,
    ganti: Mapping[str, bytes] | None = None,
    olah: Callable[[str, bytes], bytes] | None = None,
) -> bytes:
    """A ZIP package written anew: parts in their order, one fixed date, no system marks.

    `ganti` puts other bytes in the place of parts of these names; `olah(name, bytes)` may rewrite any part.
    """
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w") as baru:
        for nama in lama.namelist():
            data = (ganti or {}).get(nama)
            if data is None:
                data = lama.read(nama)
            if olah is not None:
                data = olah(nama, data)
            info = zipfile.ZipInfo(nama, _SAAT)
            info.create_system = 0  # the writer would tell Windows from Linux
            info.external_attr = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            baru.writestr(info, data, compresslevel=6)
    return keluar.getvalue()


def saat(tanggal: str) -> str:
    """A date that may lack its day, its month or all ("2024-01", "") as the moment that file properties ask for."""
    bagian = [b for b in tanggal.split("-") if b.isdigit()]
    tahun, bulan, hari = (int(b) for b in (*bagian, *("1980", "1", "1")[len(bagian) :])[:3])
    if not (1 <= tahun <= 9999 and 1 <= bulan <= 12 and 1 <= hari <= 31):
        tahun, bulan, hari = 1980, 1, 1
    return f"{tahun:04d}-{bulan:02d}-{hari:02d}T00:00:00Z"
