"""What archives ask of a file: metadata that programs read without opening a page, and the meaning of its colours."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from lkjip_desktop.core.teks import bersih
from lkjip_desktop.report.blocks import Document

#: Made with LittleCMS ("No copyright, use freely"), its date and fingerprint set to fixed values.
_PROFIL = Path(__file__).resolve().parents[3] / "resources" / "warna" / "sRGB.icc"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>id</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{judul}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{penulis}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subjek}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>LKjIP Desktop</xmp:CreatorTool>
<xmp:CreateDate>{waktu}</xmp:CreateDate>
<xmp:ModifyDate>{waktu}</xmp:ModifyDate>
<pdf:Producer>LKjIP Desktop</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class _Aliran(pdfdoc.PDFObject):
    """A stream whose bytes stand in the file as they are, so that a search without a PDF reader finds them."""

    def __init__(self, kamus: str, isi: bytes) -> None:
        self._kamus, self._isi = kamus, isi

    def format(self, document: Any) -> bytes:  # noqa: ARG002 (the library's signature)
        kepala = f"<</Length {len(self._isi)} {self._kamus}>>\nstream\n".encode()
        return kepala + self._isi + b"\nendstream"


class _Mentah(pdfdoc.PDFObject):
    """A small object written by us."""

    def __init__(self, isi: str) -> None:
        self._isi = isi

    def format(self, document: Any) -> bytes:  # noqa: ARG002 (the library's signature)
        return self._isi.encode()


@cache
def _profil() -> bytes:
    return _PROFIL.read_bytes()


def tambahkan(c: Any, dok: Document, waktu: tuple[int, int, int]) -> None:
    """Put the metadata stream and the output intent (sRGB) into a file; `waktu` is the date of its information."""
    doc = c._doc
    tahun, bulan, hari = waktu
    xmp = _XMP.format(
        judul=escape(bersih(dok.judul)[0]),
        penulis=escape(bersih(dok.penulis)[0]),
        subjek=escape(bersih(dok.subjek)[0]),
        waktu=f"{tahun:04d}-{bulan:02d}-{hari:02d}T00:00:00Z",
    )
    metadata = doc.Reference(_Aliran("/Type /Metadata /Subtype /XML", xmp.encode("utf-8")), "Xmp")
    doc.Reference(_Aliran("/N 3", _profil()), "ProfilWarna")
    profil = int(doc.idToObjectNumberAndVersion["ProfilWarna"][0])
    doc.Catalog.__NoDefault__ = [*doc.Catalog.__NoDefault__, "Metadata", "OutputIntents"]
    doc.Catalog.Metadata = metadata
    doc.Catalog.OutputIntents = _Mentah(
        "[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        f"/Info (sRGB IEC61966-2.1) /DestOutputProfile {profil} 0 R>>]"
    )
