"""One cell: text that stays text, numbers that show as they are printed, colours, links."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from lkjip_desktop.core.angka import bulat
from lkjip_desktop.core.teks import bersih
from lkjip_desktop.report.blocks import Cell

HURUF = "Arial"
_SEL_MAKS = 32_767  # characters of a cell
_DIGIT = 15  # significant digits that a spreadsheet keeps
_TIPIS = Side(style="thin", color="808080")
BINGKAI = Border(_TIPIS, _TIPIS, _TIPIS, _TIPIS)
_ANGKA = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})*(?:,\d+%?|%)")
# A text that begins so would be computed when someone leaves the cell after an edit.
_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def isi_teks(sel: Any, isi: str) -> None:
    """Text into a cell, as text whatever it begins with."""
    isi = bersih(isi)[0]
    if len(isi) > _SEL_MAKS:
        catatan = " … (lanjutannya ada di laporan)"
        isi = isi[: _SEL_MAKS - len(catatan)] + catatan
    sel.value = isi
    if isi:
        sel.data_type = "s"
        sel.quotePrefix = isi.startswith(_RUMUS)


def terbaca(s: Cell, teks: str) -> Cell:
    """A cell that names no number but shows one beyond doubt (a percentage, a decimal comma): the number as printed.

    Whole figures stay as they are: a year or a code is none to count with.
    """
    if s.nilai is not None or not _ANGKA.fullmatch(teks):
        return s
    nilai = Fraction(teks.rstrip("%").replace(".", "").replace(",", ".").replace("−", "-"))
    return replace(s, nilai=nilai, format="persen" if teks.endswith("%") else "angka")


def muat(s: Cell) -> bool:
    """Whether a spreadsheet keeps every whole digit of a cell's number; a longer one stays text, as it is printed."""
    return s.nilai is not None and abs(s.nilai) < 10**_DIGIT


def angka_sel(s: Cell) -> Decimal:
    """The number of a cell as a spreadsheet keeps it: percentages as parts of one, at most 15 digits."""
    assert s.nilai is not None
    nilai = s.nilai / 100 if s.format == "persen" else s.nilai
    utuh = len(str(abs(nilai.numerator) // nilai.denominator))
    return bulat(nilai, max(0, _DIGIT - utuh))


def format_sel(s: Cell, teks: str) -> str:
    """The number format that shows the value as it is printed: with as many decimals."""
    _, _, pecahan = teks.partition(",")
    desimal = len(re.match(r"\d*", pecahan).group())  # type: ignore[union-attr]  # "\d*" matches any text
    nol = f"0.{'0' * desimal}" if desimal else "0"
    if s.format == "persen":
        return f"{nol}%"
    return f'"Rp"#,##{nol};-"Rp"#,##{nol}' if s.format == "rupiah" else f"#,##{nol}"


def muda(warna: str) -> str:
    """A colour thinned with white, as the header rows of the printed page."""
    try:
        rgb = bytes.fromhex(warna.strip().lstrip("#"))[:3]
    except ValueError:
        rgb = bytes(3)
    return "".join(f"{round(c + (255 - c) * 0.86):02X}" for c in rgb.ljust(3, b"\0"))


def tautan(sel: Any, lembar: str) -> None:
    tujuan = lembar.replace("'", "''")
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"'{tujuan}'!A1")
    sel.font = Font(name=HURUF, size=9, underline="single", color="1F3864")
