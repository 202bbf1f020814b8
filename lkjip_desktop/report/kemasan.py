"""Word and Excel packages with the same bytes for the same parts: no clock, no trace of the machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from lkjip_desktop import __version__
from lkjip_desktop.core.teks import bersih
from lkjip_desktop.report.blocks import Document

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"

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


def sifat_inti(document: Document) -> bytes:
    """docProps/core.xml: title, author, language, and the paper's own date instead of the clock."""
    inti = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for ruang, nama, isi in (
        (_DC, "title", document.judul),
        (_DC, "subject", document.subjek),
        (_DC, "creator", document.penulis),
        (_DC, "language", "id-ID"),
        (_CP, "lastModifiedBy", document.penulis),
        (_CP, "revision", "1"),
        (_TERMS, "created", saat(document.tanggal)),
        (_TERMS, "modified", saat(document.tanggal)),
    ):
        e = etree.SubElement(inti, f"{{{ruang}}}{nama}")
        e.text = bersih(isi)[0]
        if ruang == _TERMS:
            e.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return _xml(inti)


def sifat_aplikasi(document: Document) -> bytes:
    """docProps/app.xml: this program and the satker."""
    sifat = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})
    mayor, minor = [*__version__.split("."), "0"][:2]
    for nama, isi in (
        ("Application", "LKjIP Desktop"),
        ("Company", bersih(document.penulis)[0]),
        ("AppVersion", f"{int(mayor):02d}.{int(minor):04d}"),
    ):
        etree.SubElement(sifat, f"{{{_APP}}}{nama}").text = isi
    return _xml(sifat)


def _xml(akar: Any) -> bytes:
    return bytes(etree.tostring(akar, encoding="UTF-8", standalone=True))
