"""What archives read: metadata like the information of the file, the colour profile, links that print, no clock."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from lkjip_desktop.report.blocks import Contents, Document, Heading, Para, ScanPages, runs
from lkjip_desktop.report.pdf.render import render
from tests.report.contoh_blok import SHA, dokumen, isi_berkas
from tests.report.pdf.bantu import tanpa_berkas

_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"


def _isi(judul: str = "LKjIP & <Tahun 2023>", tanggal: str = "2023-12") -> bytes:
    blok = (Heading(0, "Isi", "i", nomor=False), Contents("isi"), Para(runs("teks")))
    return render(Document(blok, judul, "Bapas “Uji”", "Subjek", tanggal=tanggal), tanpa_berkas).isi


def _metadata(isi: bytes) -> ElementTree.Element:
    """The stream that the catalogue names."""
    nomor = re.search(rb"/Metadata (\d+) 0 R", isi)
    assert nomor is not None
    objek = re.search(rb"\n" + nomor[1] + rb" 0 obj\s+<<.*?>>\s+stream\n(.*?)\nendstream", isi, re.DOTALL)
    assert objek is not None
    return ElementTree.fromstring(objek[1].decode("utf-8"))


def test_metadata_sama_dengan_keterangan_berkas() -> None:
    akar = _metadata(_isi())

    def nilai(nama: str) -> str:
        e = next(akar.iter(nama))
        return "".join(e.itertext()).strip()

    assert nilai(_DC + "title") == "LKjIP & <Tahun 2023>"
    assert nilai(_DC + "creator") == "Bapas “Uji”"
    assert nilai(_DC + "language") == "id"
    assert nilai(_XMP + "CreateDate") == "2023-12-01T00:00:00Z"


def test_warna_dan_tautan() -> None:
    isi = _isi()
    assert b"/OutputIntents" in isi
    assert b"sRGB IEC61966-2.1" in isi
    tautan = re.findall(rb"/Border \[0 0 0\].*?/Annot", isi, re.DOTALL)
    assert tautan
    assert all(b"/F 4" in t for t in tautan)


def test_klaim_menurut_isi() -> None:
    """What was found to hold with veraPDF 1.29 (profiles PDF/A-2a, 2u and PDF/UA-1) is said in the file."""
    xmp = _isi()
    assert b"<pdfaid:part>2</pdfaid:part>" in xmp
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp
    pindai = render(Document((ScanPages(SHA, "image/png", 1, "Pindaian"),), "", ""), isi_berkas).isi
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in pindai
    assert b"pdfuaid" not in pindai


def test_setiap_aliran_tertutup_pada_baris_sendiri() -> None:
    isi = render(dokumen(), isi_berkas).isi
    panjang = [(m.end(), int(m[1])) for m in re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?stream\n", isi, re.DOTALL)]
    assert len(panjang) > 10
    assert all(isi[a + n : a + n + 10] == b"\nendstream" for a, n in panjang)


def test_byte_tetap_sama() -> None:
    assert _isi() == _isi()
    assert _isi() != _isi(tanggal="2024")
