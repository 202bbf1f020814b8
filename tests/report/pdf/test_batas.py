"""Absurdly long texts in every field of every block: all of it is printed, and nothing leaves the sheet."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pypdfium2
import pytest

from lkjip_desktop.report.blocks import (
    Block,
    Cell,
    Chart,
    Cover,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    GridRow,
    Heading,
    Items,
    Keep,
    Letterhead,
    Node,
    Para,
    Rendered,
    Seri,
    Signatures,
    Signer,
    Tree,
    runs,
)
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pdfium import KUNCI
from tests.report.pdf.bantu import baca, baris, lipat, tanpa_berkas

BAB = Heading(0, "SATU", "b1", label="BAB")
KATA = "".join(f"w{i:04d} " for i in range(900))
HURUF = "".join(f"{i:05d}" for i in range(1000))


def cetak(*blok: Block) -> Rendered:
    return render(Document(blok, "j", "p", kepala=("k" * 300, "s" * 300)), tanpa_berkas)


def di_dalam_lembar(r: Rendered) -> str:
    """The characters whose middle lies on the sheet."""
    hasil = []
    with KUNCI, pypdfium2.PdfDocument(r.isi) as pdf:
        for halaman in pdf:
            w, h = halaman.get_size()
            hasil.append(
                halaman.get_textpage().get_text_bounded(0, 0, w, h).replace("\x02", "-").replace("\ufffe", "-")
            )
    return lipat("".join(hasil))


def grid(isi: str, **lain: object) -> Grid:
    return Grid(
        kepala=(baris("a", "b"),),
        baris=(baris("x", "y"), baris(isi, "z"), baris("u", "v")),
        lebar=(1, 1),
        judul=runs("J"),
        kunci="t",
        **lain,  # type: ignore[arg-type]  # any field
    )


BLOK: dict[str, Callable[[str], Block]] = {
    "alinea": lambda s: Para(runs(s)),
    "judul": lambda s: Heading(2, s, "h"),
    "bab": lambda s: Heading(0, s, "h", label="BAB"),
    "butir": lambda s: Items((runs("satu"), runs(s))),
    "sel": grid,
    "sel menyatu": lambda s: Grid((), (baris(s, "1"), baris("", "2"), baris("", "3")), (1, 1), gabung=(0,)),
    "sel total": lambda s: Grid((), (GridRow((Cell(runs(s), kolom=2),), "total"),), (1, 1)),
    "kepala tabel": lambda s: Grid((baris(s, "b"), baris("", "c")), (baris("x", "y"),), (1, 1), judul=runs("J")),
    "judul tabel": lambda s: Grid((baris("a"),), (baris("x"),), (1,), judul=runs(s), kunci="t"),
    "sumber tabel": lambda s: grid("x", sumber=s),
    "catatan tabel": lambda s: grid("x", catatan=(s, "dua")),
    "rumus": lambda s: Formula((("kiri", (Frac(runs(s), runs("b")),)),), keterangan="k"),
    "rumus kiri": lambda s: Formula(((s, (runs("b"),)),)),
    "kategori": lambda s: Chart("baring", (s, "b"), (Seri("x", (Fraction(1), Fraction(2))),), None),
    "nama seri": lambda s: Chart("batang", ("a",), (Seri(s, (Fraction(1),)), Seri("y", (Fraction(1),))), None),
    "judul gambar": lambda s: Chart("garis", ("a",), (Seri("x", (Fraction(1),)),), runs(s)),
    "sumber gambar": lambda s: Figure((), runs("x"), sumber=s),
    "bagan": lambda s: Tree(Node("akar", "", (Node(s), Node("b"))), None),
    "tanda tangan": lambda s: Signatures("Lahat", (Signer((s,), "nama"), Signer(("b",), "nama", ("n",)))),
    "kop": lambda s: Letterhead(("a", s), ("k",)),
    "kelompok": lambda s: Keep((Para(runs("awal")), Para(runs(s)))),
    "sampul": lambda s: Cover(("atas",), (s[:1500],), ("bawah",)),
}


@pytest.mark.parametrize("isi", [KATA, HURUF], ids=["kata", "huruf"])
@pytest.mark.parametrize("nama", list(BLOK))
def test_teks_sangat_panjang_tercetak_di_dalam_lembar(nama: str, isi: str) -> None:
    r = cetak(BAB, Para(runs("pembuka")), BLOK[nama](isi), Para(runs("penutup")))
    harap = lipat(isi[:1500] if nama == "sampul" else isi)
    semua = baca(r)
    utuh = lipat(semua.replace("TabelI.1(lanjutan)", "").replace("(lanjutan)", ""))
    if isi is HURUF:
        potong = [harap[i : i + 5] for i in range(0, len(harap), 5)]
    else:
        potong = harap.replace("w", " w").split()
    posisi = -1
    for p in potong:
        # In order, wherever the lines and pages end (page numbers and heads may stand between).
        berikut = utuh.find(p, posisi + 1)
        if berikut < 0 and isi is HURUF:
            continue  # five digits may be torn by a line with a page end between
        assert berikut > posisi, (nama, p)
        posisi = berikut
    assert di_dalam_lembar(r) == semua
    assert r.halaman < 60
    assert "pembuka" in semua
    assert "penutup" in semua
