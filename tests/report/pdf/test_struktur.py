"""A screen reader finds headings, lists, tables with their heads, and figures in words."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pypdfium2
import pypdfium2.raw as mentah

from lkjip_desktop.report.blocks import (
    Block,
    Cell,
    Chart,
    Contents,
    Formula,
    Frac,
    Grid,
    Heading,
    Items,
    Node,
    Para,
    Run,
    Seri,
    Tree,
    runs,
)
from lkjip_desktop.report.pdfium import KUNCI
from tests.report.pdf.bantu import KALIMAT, baris, cetak, tabel

Simpul = tuple[str, str, list["Simpul"]]  # kind, description, children


def _kata(ambil: Callable[..., int], elemen: Any) -> str:
    panjang = ambil(elemen, None, 0)
    wadah = ctypes.create_string_buffer(max(panjang, 2))
    ambil(elemen, wadah, panjang)
    return wadah.raw[: max(panjang - 2, 0)].decode("utf-16-le")


def _simpul(elemen: Any) -> Simpul:
    anak = []
    for i in range(mentah.FPDF_StructElement_CountChildren(elemen)):
        satu = mentah.FPDF_StructElement_GetChildAtIndex(elemen, i)
        if satu:
            anak.append(_simpul(satu))
    return (
        _kata(mentah.FPDF_StructElement_GetType, elemen),
        _kata(mentah.FPDF_StructElement_GetAltText, elemen),
        anak,
    )


def struktur(*blok: Block) -> list[list[Simpul]]:
    """The children of Document for each page."""
    hasil: list[list[Simpul]] = []
    with KUNCI, pypdfium2.PdfDocument(cetak(*blok).isi) as pdf:
        assert pdf.is_tagged()
        for i in range(len(pdf)):
            halaman = pdf[i]
            pohon = mentah.FPDF_StructTree_GetForPage(halaman)
            akar = [
                _simpul(mentah.FPDF_StructTree_GetChildAtIndex(pohon, j))
                for j in range(mentah.FPDF_StructTree_CountChildren(pohon))
            ]
            mentah.FPDF_StructTree_Close(pohon)
            assert [a[0] for a in akar] == ["Document"]
            hasil.append(akar[0][2])
    return hasil


def jenis(simpul: list[Simpul]) -> list[str]:
    return [s[0] for s in simpul]


def test_judul_dan_paragraf() -> None:
    (halaman,) = struktur(
        Heading(0, "SATU", "b1", label="BAB"), Heading(1, "A", "a"), Heading(2, "1", "a1"), Para(runs(KALIMAT))
    )
    assert jenis(halaman) == ["H1", "H2", "H3", "P"]


def test_daftar_berbutir() -> None:
    (halaman,) = struktur(Items((runs("satu"), runs("dua"))), Items((runs("tiga"),), "-"))
    assert jenis(halaman) == ["L", "L"]
    assert jenis(halaman[0][2]) == ["LI", "LI"]
    assert jenis(halaman[0][2][0][2]) == ["Lbl", "LBody"]


def test_tabel_dengan_kepala() -> None:
    grid = Grid(
        (baris("No", Cell(runs("2023"), kolom=2)), baris("", "a", "b")),
        (baris("1", "x", "y"), baris("", "z", "w")),
        (1, 2, 2),
        judul=runs("J"),
        kunci="t",
        gabung=(0,),
    )
    (halaman,) = struktur(Heading(0, "S", "b", label="BAB"), grid)
    assert jenis(halaman) == ["H1", "Table"]
    isi = halaman[1][2]
    assert jenis(isi) == ["Caption", "TR", "TR", "TR", "TR"]
    assert [jenis(r[2]) for r in isi[1:]] == [["TH"] * 2, ["TH"] * 2, ["TD"] * 3, ["TD"] * 2]


def test_setiap_baris_sama_banyak_kolomnya() -> None:
    """Rows that end early are filled up, or a reader would count wrongly (PDF/UA-1, 7.2)."""
    grid = Grid(
        (baris("a", Cell(runs("b"), kolom=2)), baris("")),
        (baris("1"), baris("", "2"), baris("9", "2", "3")),
        (1, 2, 3),
        gabung=(0,),
        judul=runs("J"),
        kunci="t",
    )
    isi = cetak(grid).isi
    # 2 and, below the merged one, 2 cells of the head; 3, 2 beside the merged one, and 3 cells of the rows.
    assert (isi.count(b"/S /TH "), isi.count(b"/S /TD ")) == (2 + 2, 3 + 2 + 3)


def test_tabel_berhalaman_tetap_satu_tabel() -> None:
    grid = tabel(["a", "b"], [baris(str(i), "x") for i in range(80)])
    halaman = struktur(grid)
    assert len(halaman) > 1
    # Each row once; heads repeated on later pages are no content.
    rows = [r for h in halaman for r in h[0][2] if r[0] == "TR"]
    assert len(rows) == 81
    assert sum(jenis(r[2]) == ["TH", "TH"] for r in rows) == 1
    assert cetak(grid).isi.count(b"/S /Table ") == 1


def test_gambar_berkata_kata() -> None:
    (halaman,) = struktur(
        Chart("garis", ("2022",), (Seri("Target", (Fraction(1),), ("1%",)),), None, alt="Naik dari tahun ke tahun"),
        Chart("garis", ("2022",), (Seri("Target", (Fraction(1),), ("1%",)),), None),
        Tree(Node("Kepala", "Nama", (Node("Staf"),)), None),
        Formula((("a", (Frac(runs("b"), runs("c")),)),)),
    )
    assert [(s[0], s[1]) for s in halaman] == [
        ("Figure", "Naik dari tahun ke tahun"),
        ("Figure", "Grafik. Target: 2022 1%."),
        ("Figure", "Kepala Nama (Staf)"),
        ("Formula", "a = b dibagi c"),
    ]


def test_daftar_isi() -> None:
    halaman = struktur(
        Heading(0, "DAFTAR ISI", "di", nomor=False), Contents("isi"), Heading(0, "SATU", "b1", label="BAB")
    )
    assert jenis(halaman[0]) == ["H1", "TOC"]
    assert jenis(halaman[0][1][2]) == ["TOCI", "TOCI"]
    assert [jenis(x[2]) for x in halaman[0][1][2]] == [["Reference"], ["Reference"]]
    assert [jenis(x[2][0][2]) for x in halaman[0][1][2]] == [["Link"], ["Link"]]


def test_baris_identitas_bukan_tabel() -> None:
    """Columns that only align the lines of a letter are no table to a reader."""
    grid = Grid((), (baris("Nomor", ":", "1"), baris("Hal", ":", "Laporan")), (2, 0.3, 9), polos=True)
    (halaman,) = struktur(grid)
    assert jenis(halaman) == ["Div"]
    assert jenis(halaman[0][2]) == ["P", "P"]
    assert [jenis(p[2]) for p in halaman[0][2]] == [["Span"] * 3] * 2


def test_rujukan_dalam_kalimat_menjadi_tautan() -> None:
    isi = Para(runs("Lihat ", Run("", rujuk="t"), " di bawah."))
    grid = Grid((baris("a"),), (baris("1"),), (1,), judul=runs("J"), kunci="t")
    blok = (Heading(0, "SATU", "b1", label="BAB"), isi, grid)
    (halaman,) = struktur(*blok)
    assert jenis(halaman) == ["H1", "P", "Table"]
    assert jenis(halaman[1][2]) == ["Link"]
    pdf = cetak(*blok).isi
    (tautan,) = re.findall(
        rb"<<[^<>]*?/Contents \((.*?)\)[^<>]*?/StructParent (\d+)[^<>]*?/Subtype /Link[^<>]*?>>", pdf
    )
    assert tautan[0].startswith(b"\\376\\377")  # its name, as Unicode
    assert re.search(rb"/Nums \[.* " + tautan[1] + rb" \d+ 0 R\]", pdf)
    assert b"/Type /OBJR" in pdf


def test_rumus_terbaca_dengan_kata() -> None:
    f = Formula((("Realisasi", (Frac(runs("629"), runs("1277")), runs("× 100% = 49,26%"))), ("", (runs("= 49,26%"),))))
    lisan = "Realisasi = 629 dibagi 1277 × 100% = 49,26%; = 49,26%"
    assert f"/Alt <FEFF{lisan.encode('utf-16-be').hex()}>".encode() in cetak(f).isi
