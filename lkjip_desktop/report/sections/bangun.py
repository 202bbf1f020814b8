"""Small makers of blocks that every chapter uses: runs from sentences, cells, header rows, numbers for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from lkjip_desktop.core.angka import angka, rupiah
from lkjip_desktop.core.hasil import Capaian, Ukur
from lkjip_desktop.core.kata import Kalimat, Potong, gabung
from lkjip_desktop.report.blocks import Asal, Block, Cell, Grid, GridRow, Heading, Items, Para, Rata, Run, Runs

Format = Literal["", "angka", "persen", "rupiah"]
Gaya = Literal["isi", "rapat", "kecil", "catatan", "tengah", "judul", "kutip", "kanan"]


def asal(p: Potong) -> Asal | None:
    """Where a piece of a sentence lives."""
    return Asal(p.tabel, p.kunci, p.kolom) if p.tabel and p.kunci else None


def runs_kata(*kalimat: Kalimat) -> Runs:
    """Sentences as runs, joined by spaces; pieces without a field are melted together."""
    hasil: list[Run] = []
    for p in gabung(kalimat):
        if not p.teks:
            continue
        r = Run(p.teks, tebal=p.tebal, asal=asal(p))
        if hasil and r.asal is None and hasil[-1].asal is None and hasil[-1].tebal == r.tebal:
            hasil[-1] = Run(hasil[-1].teks + r.teks, tebal=r.tebal)
        else:
            hasil.append(r)
    return tuple(hasil)


def para(
    *kalimat: Kalimat, gaya: Gaya = "isi", rujuk: str | Sequence[str] = "", sebut: str = "Rinciannya"
) -> list[Block]:
    """One paragraph of sentences; nothing when all of them are empty. `rujuk` are the keys of the tables and figures
    that follow: the paragraph ends by pointing at them, `sebut` saying what they hold."""
    r = runs_kata(*kalimat)
    kunci = [rujuk] if isinstance(rujuk, str) else list(rujuk)
    if r and any(kunci):
        r = (*r, Run(f" {sebut} disajikan pada "), *runs_rujuk([x for x in kunci if x]), Run("."))
    return [Para(r, gaya)] if r else []


def runs_rujuk(kunci: Sequence[str]) -> Runs:
    """Cross references as a reader counts them: "Tabel III.4 dan Gambar III.4"."""
    hasil: list[Run] = []
    for i, x in enumerate(kunci):
        if i:
            koma = "," if len(kunci) > 2 else ""
            hasil.append(Run(f"{koma} dan " if i == len(kunci) - 1 else ", "))
        hasil.append(Run("", rujuk=x))
    return tuple(hasil)


def berbutir(butir: Sequence[Runs], gaya: Literal["1", "a", "-"] = "1") -> Items:
    """Items of one sentence: a semicolon after each, a full stop after the last. An item that begins with a capital is
    a sentence of its own and ends with a full stop (EYD); an item's own stop is kept."""
    hasil: list[Runs] = []
    for i, isi in enumerate(butir):
        teks = "".join(r.teks for r in isi).rstrip()
        sendiri = i == len(butir) - 1 or bool(isi and isi[0].rujuk) or teks[:1].isupper()
        tanda = "" if not teks or teks[-1] in ".;:,!?" else "." if sendiri else ";"
        hasil.append((*isi[:-1], replace(isi[-1], teks=isi[-1].teks.rstrip() + tanda)) if tanda and isi else isi)
    return Items(tuple(hasil), gaya)


def teks(isi: str, gaya: Gaya = "isi", asal: Asal | None = None) -> Para:
    """A paragraph of plain characters."""
    return Para((Run(isi, asal=asal),), gaya)


def baris_teks(isi: str, gaya: Gaya = "isi", asal: Asal | None = None) -> list[Block]:
    """One paragraph for each non-empty line of a plain text."""
    return [Para((Run(b.strip(), asal=asal),), gaya) for b in isi.split("\n") if b.strip()]


# ------------------------------------------------------------------------------------------------ cells
def sel(
    isi: str | Potong | Kalimat | Run | Runs,
    *,
    tebal: bool = False,
    rata: Rata | None = None,
    kolom: int = 1,
    nilai: Fraction | Decimal | int | None = None,
    format: Format = "",
    asal_baris: Asal | None = None,
) -> Cell:
    """A cell of text, of a value piece, or of runs; `nilai` is the number behind it for Excel."""
    r: Runs
    if asal_baris is not None and not asal_baris.kunci:
        asal_baris = None  # the value has no row of its own yet
    if isinstance(isi, str):
        r = (Run(isi, asal=asal_baris),)
    elif isinstance(isi, Run):
        r = (isi,)
    elif isinstance(isi, Potong):
        r = runs_kata((isi,))
    else:
        r = tuple(x if isinstance(x, Run) else Run(x.teks, tebal=x.tebal, asal=asal(x)) for x in isi)
    return Cell(r, tebal, rata, kolom, Fraction(nilai) if nilai is not None else None, format)


def sel_ukur(u: Ukur, asal_baris: Asal | None = None) -> Cell:
    """A measured value with its unit. In Excel a percentage is a number; a value with a unit, a band and a grade, whose
    number is only its lower bound or its rank, stay text."""
    if u.nilai is None or angka(u.nilai, len(u.polos.partition(",")[2]), paksa=True) != u.polos:
        return sel(u.cetak, asal_baris=asal_baris)
    if u.cetak.endswith("%"):
        return sel(u.cetak, nilai=u.nilai, format="persen", asal_baris=asal_baris)
    if u.cetak == u.polos:
        return sel(u.cetak, nilai=u.nilai, format="angka", asal_baris=asal_baris)
    return sel(u.cetak, asal_baris=asal_baris)


def sel_capaian(c: Capaian, asal_baris: Asal | None = None) -> Cell:
    """A capaian; "-" when it cannot be computed."""
    return sel_persen(c.mentah, c.cetak, asal_baris)


def sel_persen(nilai: Fraction | None, cetak: str, asal_baris: Asal | None = None) -> Cell:
    """A percentage as printed with its number."""
    return sel(cetak or "-", nilai=nilai, format="persen" if nilai is not None else "", asal_baris=asal_baris)


def sel_uang(n: int | None, asal_baris: Asal | None = None) -> Cell:
    """Money as printed with its number; "-" when unknown."""
    if n is None:
        return sel("-", asal_baris=asal_baris)
    return sel(rupiah(n), nilai=n, format="rupiah", asal_baris=asal_baris)


# ------------------------------------------------------------------------------------------------- rows
def kepala(*judul: str | Cell) -> GridRow:
    """A header row of titles; a Cell may span columns."""
    return GridRow(tuple(j if isinstance(j, Cell) else sel(j, tebal=True, rata="tengah") for j in judul))


def kepala_lebar(judul: str, kolom: int) -> Cell:
    """A header cell over several columns."""
    return sel(judul, tebal=True, rata="tengah", kolom=kolom)


def nomor_kolom(n: int) -> GridRow:
    """The row (1) (2) (3) ... under a header."""
    return GridRow(tuple(sel(f"({i})", rata="tengah") for i in range(1, n + 1)), "nomor")


def baris(*isi: str | Cell, jenis: Literal["isi", "total", "nomor", "anak"] = "isi") -> GridRow:
    """A row of cells; plain strings become text cells."""
    return GridRow(tuple(c if isinstance(c, Cell) else sel(c) for c in isi), jenis)


def identitas_grid(
    pasangan: Sequence[tuple[str, str | Runs]], lebar: tuple[float, float, float] = (2.2, 0.3, 9)
) -> Grid:
    """Lines "Nama : Perimansyah" as a plain grid."""
    return Grid(
        kepala=(),
        baris=tuple(
            GridRow((sel(label), sel(":" if label else ""), sel(isi) if isinstance(isi, str) else Cell(isi)))
            for label, isi in pasangan
        ),
        lebar=lebar,
        rata=("kiri", "kiri", "kiri"),
        polos=True,
    )


def judul_tabel(isi: str | Runs) -> Runs:
    """A caption."""
    return (Run(isi),) if isinstance(isi, str) else isi


def sub(
    level: int, judul: str, kunci: str, *, nomor: bool = True, daftar: bool = True, a: Asal | None = None
) -> Heading:
    """A heading below a chapter."""
    return Heading(level, judul, kunci, nomor=nomor, daftar=daftar, asal=a)


def rapat(blok: Iterable[Block | Iterable[Block]]) -> list[Block]:
    """Blocks and lists of blocks as one flat list."""
    hasil: list[Block] = []
    for b in blok:
        if isinstance(b, list | tuple):
            hasil.extend(b)
        else:
            hasil.append(b)  # type: ignore[arg-type]  # a Block is never a list or tuple
    return hasil
