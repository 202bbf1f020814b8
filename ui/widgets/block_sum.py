"""Sum, mean and count of a chosen block of figures, as a spreadsheet says them below its cells."""

from __future__ import annotations

from fractions import Fraction

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.schema import Kind
from ui.widgets.grid_model import GridModel

#: What can be added up: years and words cannot.
_SUMMED = (Kind.ANGKA, Kind.UANG, Kind.BULAT)


def sum_of_block(model: GridModel, top: int, left: int, bottom: int, right: int) -> str:
    """The three in words, money as money; "" for fewer than two figures. Edges count as in the block."""
    if top < 0 or left < 0 or bottom >= model.rowCount():
        return ""
    columns = [c for c in model.columns[left : right + 1] if c.spec is not None and c.spec.kind in _SUMMED]
    rows = [model.row_at(i) for i in range(top, bottom + 1)]
    known = [v for c in columns for r in rows if (v := model.figure(r, c)) is not None]
    if len(known) < 2:
        return ""
    total = sum((Fraction(v) for v in known), Fraction(0))
    sign = "Rp" if all(c.spec is not None and c.spec.kind is Kind.UANG for c in columns) else ""
    mean = angka(total / len(known), 2)
    # What is typed is summed to its last digit; a computed figure has no last digit.
    digits = 2 if any(isinstance(v, Fraction) for v in known) else 6
    return f"Jumlah {sign}{angka(total, digits)}   Rata-rata {sign}{mean}   Banyaknya {len(known)}"
