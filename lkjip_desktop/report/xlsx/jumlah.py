"""Sums as formulas, with their results beside them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from lkjip_desktop.report.blocks import Cell, GridRow
from lkjip_desktop.report.xlsx.sel import angka_sel, muat

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SUKU_MAKS = 30  # cells that a sum names one by one


def jumlahkan(ws: Worksheet, isi: list[GridRow], mulai: int) -> dict[str, str]:
    """Put sums into total rows, only where they give exactly what is printed; gives their results by cell."""
    hasil: dict[str, str] = {}
    atas: dict[int, list[tuple[int, str, Fraction]]] = {}
    for r, baris in enumerate(isi, start=mulai):
        k = 1
        for s in baris.sel:
            if s.nilai is not None and muat(s) and s.format in ("rupiah", "angka") and s.kolom == 1:
                if baris.jenis == "total":
                    hasil |= _rumus(ws, r, k, s, atas.get(k, []))
                else:
                    atas.setdefault(k, []).append((r, baris.jenis, s.nilai))
            k += s.kolom
        if baris.jenis == "total":
            atas = {}
    return hasil


def _rumus(ws: Worksheet, r: int, k: int, s: Cell, atas: list[tuple[int, str, Fraction]]) -> dict[str, str]:
    """A formula over all rows above, or those of one level only."""
    kolom = get_column_letter(k)
    for jenis in ("", "isi", "anak"):
        pilih = [(b, n) for b, j, n in atas if jenis in ("", j)]
        if len(pilih) < 2 or sum((n for _, n in pilih), Fraction(0)) != s.nilai:
            continue
        baris = [b for b, _ in pilih]
        if baris == [b for b, _, _ in atas if baris[0] <= b <= baris[-1]]:
            rentang = f"{kolom}{baris[0]}:{kolom}{baris[-1]}"  # rows without a number do not count
        elif len(baris) <= _SUKU_MAKS:
            rentang = ",".join(f"{kolom}{b}" for b in baris)
        else:
            break
        ws[f"{kolom}{r}"] = f"=SUM({rentang})"
        teks = format(angka_sel(s), "f")
        return {f"{kolom}{r}": teks.rstrip("0").rstrip(".") if "." in teks else teks}
    return {}
