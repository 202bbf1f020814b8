"""Sizes of a sheet: widths of columns, heights of rows, the page on which it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from lkjip_desktop.core.teks import bersih
from lkjip_desktop.report.blocks import Cell, Document, Grid, GridRow, Run
from lkjip_desktop.report.pdf.lines import susun
from lkjip_desktop.report.pdf.style import Gaya

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

_LEBAR = {False: 88.0, True: 128.0}  # characters over all columns of a table, upright and turned
_BARIS = 13.0  # height of a line in points
_TINGGI_PALING = 409.0
_LEBAR_PALING = 60.0
# A character of Arial 10 is 7 pixels wide; a cell keeps some for its edges. The last figure is for programs that set
# letters a little wider.
_POIN_KARAKTER, _TEPI, _LEGA = 5.25, 4.0, 0.96
_KERTAS = {(210, 297): 9, (215, 330): 14, (216, 330): 14}  # A4, Folio (F4)


def lebar_kolom(ws: Worksheet, grid: Grid, rows: list[GridRow], polos: Callable[[Cell], str], *, lanskap: bool) -> None:
    """Column widths in the proportions of the page, but wide enough for the widest figure."""
    banyak = banyak_kolom(grid, rows)
    minta = [max(x, 0.01) for x in grid.lebar[:banyak]]
    minta += [sum(minta) / len(minta) if minta else 1.0] * (banyak - len(minta))
    angka = [6.0] * banyak
    for baris in rows:
        for s, k in berkolom(baris):
            if s.nilai is not None:
                angka[k - 1] = max(angka[k - 1], len(polos(s)) + 3.0)
    for c, bagian in enumerate(minta):
        lebar = max(_LEBAR[lanskap] * bagian / sum(minta), angka[c])
        ws.column_dimensions[get_column_letter(c + 1)].width = round(min(lebar, _LEBAR_PALING), 1)


def tinggi_baris(ws: Worksheet, rows: list[GridRow], mulai: int, polos: Callable[[Cell], str], *, kepala: int) -> None:
    """Row heights by the number of lines, since not every program counts them when it opens the file.

    `mulai` is the sheet's row of the first of `rows`, of which `kepala` are of the head.
    """
    gabung = {(g.min_row, g.min_col): g.max_row for g in ws.merged_cells.ranges if g.max_row > g.min_row}
    lebar = lebar_semua(ws)
    tinggi = [1] * len(rows)
    sisa: list[tuple[int, int, int]] = []  # first row, last row, lines over all of them
    for i, baris in enumerate(rows):
        k = 1
        for s in baris.sel:
            n = banyak_baris(polos(s), sum(lebar[k - 1 : k - 1 + s.kolom]), tebal=i < kepala or s.tebal)
            akhir = gabung.get((mulai + i, k))
            if akhir is None:
                tinggi[i] = max(tinggi[i], n)
            else:
                sisa.append((i, akhir - mulai, n))
            k += s.kolom
    for awal, akhir, n in sisa:
        tinggi[akhir] += max(0, n - sum(tinggi[awal : akhir + 1]))
    for i, n in enumerate(tinggi):
        ws.row_dimensions[mulai + i].height = min(n * _BARIS + 3.0, _TINGGI_PALING)


def lebar_semua(ws: Worksheet) -> list[float]:
    """Widths of all columns in characters."""
    return [ws.column_dimensions[get_column_letter(c + 1)].width for c in range(ws.max_column)]


def banyak_kolom(grid: Grid, rows: list[GridRow]) -> int:
    """Columns of a table."""
    return max([len(grid.lebar), 1, *(sum(s.kolom for s in b.sel) for b in rows)])


def banyak_baris(teks: str, lebar: float, *, ukuran: float = 10.0, tebal: bool = False) -> int:
    """Lines that a text takes in a column of so many characters, by the widths of Arial."""
    poin = max(ukuran, (lebar * _POIN_KARAKTER - _TEPI) * _LEGA)
    return max(1, len(susun((Run(teks),), Gaya(ukuran, ukuran * 1.2, tebal=tebal), poin).baris))


def berkolom(baris: GridRow) -> Iterator[tuple[Cell, int]]:
    """Cells of one column with their place (from 1)."""
    k = 1
    for s in baris.sel:
        if s.kolom == 1:
            yield s, k
        k += s.kolom


def atur_cetak(ws: Worksheet, document: Document, *, lanskap: bool) -> None:
    kertas = document.kertas
    ws.page_setup.paperSize = _KERTAS.get((kertas.lebar_mm, kertas.tinggi_mm), 9)
    ws.page_setup.orientation = "landscape" if lanskap else "portrait"
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_options.horizontalCentered = True
    # "&" begins a code in a foot line.
    kaki: Any = ws.oddFooter
    kaki.left.text = bersih(document.judul)[0].replace("&", "&&")[:120]
    kaki.right.text = "&A, halaman &P dari &N"
    kaki.left.size = kaki.right.size = 8
