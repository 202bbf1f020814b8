"""What archives ask of a file: metadata that programs read without opening a page, and the meaning of its colours."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from lkjip_desktop.core.teks import bersih
from lkjip_desktop.report.blocks import Document, ScanPages
from lkjip_desktop.report.numbering import jalan

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
</rdf:Description>{klaim}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

#: PDF/A-2 (ISO 19005-2), level "A" (structure) or "U" (text as Unicode).
_PDFA = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>{tingkat}</pdfaid:conformance>
</rdf:Description>"""

#: PDF/UA-1 (ISO 14289-1). PDF/A does not know its property, so the file has to describe it.
_PDFUA = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


class _Aliran(pdfdoc.PDFObject):
    """A stream whose bytes stand in the file as they are, so that a search without a PDF reader finds them."""

    def __init__(self, kamus: str, isi: bytes) -> None:
        self._kamus, self._isi = kamus, isi

    def format(self, document: Any) -> bytes:  # noqa: ARG002 (the library's signature)
        kepala = f"<</Length {len(self._isi)} {self._kamus}>>\nstream\n".encode()
        return kepala + self._isi + b"\nendstream"


class _Isi(pdfdoc.PDFObject):
    """The bytes of a stream, an end of line behind them that its length does not count."""

    def __init__(self, isi: bytes) -> None:
        self._isi = isi

    def __len__(self) -> int:
        return len(self._isi)

    def format(self, document: Any) -> bytes:  # noqa: ARG002 (the library's signature)
        return self._isi + b"\n"


class Utuh(pdfdoc.NoEncryption):
    """Streams as PDF/A wants them: "endstream" on a line of its own. The library asks here for what it writes."""

    def encode(self, t: bytes) -> _Isi:
        """A stream on its way into the file."""
        return _Isi(t)


class _Mentah(pdfdoc.PDFObject):
    """A small object written by us."""

    def __init__(self, isi: str) -> None:
        self._isi = isi

    def format(self, document: Any) -> bytes:  # noqa: ARG002 (the library's signature)
        return self._isi.encode()


@cache
def _profil() -> bytes:
    return _PROFIL.read_bytes()


def _klaim(dok: Document) -> str:
    """What the file says of itself. A scanned page is a picture that nobody reads aloud: such a paper promises that it
    lasts, not that it is accessible."""
    if any(isinstance(b, ScanPages) for b in jalan(dok.blok)):
        return _PDFA.format(tingkat="U")
    return _PDFA.format(tingkat="A") + _PDFUA


def tambahkan(c: Any, dok: Document, waktu: tuple[int, int, int]) -> None:
    """Put the metadata stream and the output intent (sRGB) into a file; `waktu` is the date of its information."""
    doc = c._doc
    tahun, bulan, hari = waktu
    xmp = _XMP.format(
        judul=escape(bersih(dok.judul)[0]),
        penulis=escape(bersih(dok.penulis)[0]),
        subjek=escape(bersih(dok.subjek)[0]),
        waktu=f"{tahun:04d}-{bulan:02d}-{hari:02d}T00:00:00Z",
        klaim=_klaim(dok),
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
