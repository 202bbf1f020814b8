"""The value of a spreadsheet cell for a column, never guessed: what can mean two things is asked back."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from lkjip_desktop.core.baca import baca_angka, baca_bulat, baca_uang
from lkjip_desktop.core.periksa_nilai import rapikan
from lkjip_desktop.core.schema import Column, Kind
from lkjip_desktop.core.tanggal import baca_tanggal

from .masalah import potong


class _Lewati:
    """An empty cell that says nothing."""


#: The value stays as it is (an old row), or takes its default (a new one).
LEWATI: Final = _Lewati()

_YA = {"ya": True, "y": True, "true": True, "benar": True, "1": True, "v": True, "x": True}
_TIDAK = {"tidak": False, "t": False, "false": False, "salah": False, "0": False}
_DIGIT_PASTI = 15
_TERLALU_PANJANG = "angka sepanjang ini dibulatkan Excel; tulis sebagai teks, diawali tanda petik satu."


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell: its content, number format, and whether it holds an error of the spreadsheet (#N/A)."""

    isi: Any
    format: str = ""
    galat: bool = False


def teks_sel(isi: Any) -> str:
    """The content of a cell as text: "" for an empty one, a whole number without decimals."""
    if isi is None:
        return ""
    if isinstance(isi, bool):
        return "Ya" if isi else "Tidak"
    if isinstance(isi, (datetime.datetime, datetime.date)):
        return isi.isoformat()[:10]
    if isinstance(isi, float) and isi.is_integer() and abs(isi) < 10**_DIGIT_PASTI:
        return str(int(isi))
    return str(isi)


def nilai_sel(c: Column, sel: Sel, *, baru: bool) -> tuple[Any, str]:
    """(value as it is stored, "") or (None, why not); LEWATI for an empty cell whose column always holds something."""
    kosong = sel.isi is None or (isinstance(sel.isi, str) and not sel.isi.strip())
    if kosong and (c.kind is Kind.YATIDAK or (baru and c.default not in (None, ""))):
        return LEWATI, ""
    nilai, galat = (_KOSONG[c.kind], "") if kosong else _baca(c, sel)
    if galat:
        return None, galat
    return rapikan(c, nilai)


_KOSONG: dict[Kind, Any] = dict.fromkeys(Kind, "") | dict.fromkeys(
    (Kind.ANGKA, Kind.UANG, Kind.BULAT, Kind.TAHUN, Kind.RUJUK), None
)


def _baca(c: Column, sel: Sel) -> tuple[Any, str]:
    match c.kind:
        case Kind.ANGKA:
            return _angka(sel)
        case Kind.UANG | Kind.BULAT | Kind.TAHUN:
            return _bulat(c, sel)
        case Kind.YATIDAK:
            kata = teks_sel(sel.isi).strip().casefold()
            ya = (_YA | _TIDAK).get(kata)
            return (ya, "") if ya is not None else (None, f"{potong(kata)} harus Ya atau Tidak.")
        case Kind.TANGGAL:
            return _tanggal(sel)
        case Kind.PILIHAN:
            return _pilihan(c, teks_sel(sel.isi))
        case _:
            return _teks(sel)


def _angka(sel: Sel) -> tuple[Decimal | None, str]:
    """A number with its decimals: those of its value, or more if its format shows more."""
    if isinstance(sel.isi, (bool, datetime.datetime, datetime.date, datetime.time)):
        return None, f"{potong(teks_sel(sel.isi))} bukan angka; periksa format selnya."
    if isinstance(sel.isi, (int, float)):
        if "%" in sel.format:
            return None, f"sel ini berformat persen dan berisi {sel.isi}; ubah formatnya menjadi angka biasa."
        # repr gives the shortest digits of the same number, which are those that were typed.
        d = Decimal(repr(sel.isi) if isinstance(sel.isi, float) else sel.isi)
        if not d.is_finite():
            return None, "bukan angka."
        if abs(d) >= 10**_DIGIT_PASTI:
            return None, _TERLALU_PANJANG
        tampil = len(m[1]) if (m := re.match(r"[#,0]*0\.(0+)", sel.format)) else 0
        pecahan = max(0, -int(d.as_tuple().exponent))
        d = Decimal(format(d, "f"))
        if d == d.to_integral_value() and not tampil:
            return Decimal(int(d)), ""
        return (d.quantize(Decimal(1).scaleb(-tampil)) if tampil > pecahan else d), ""
    baca = baca_angka(str(sel.isi))
    return baca.nilai, baca.galat


def _bulat(c: Column, sel: Sel) -> tuple[int | None, str]:
    if isinstance(sel.isi, (bool, datetime.datetime, datetime.date, datetime.time)):
        return None, f"{potong(teks_sel(sel.isi))} bukan bilangan; periksa format selnya."
    if isinstance(sel.isi, (int, float)):
        if isinstance(sel.isi, float) and not sel.isi.is_integer():
            return None, f"{sel.isi} mempunyai pecahan; isian ini bilangan bulat."
        if abs(sel.isi) >= 10**_DIGIT_PASTI:
            return None, _TERLALU_PANJANG
        return int(sel.isi), ""
    baca = (baca_uang if c.kind is Kind.UANG else baca_bulat)(str(sel.isi))
    return baca.utuh, baca.galat


def _tanggal(sel: Sel) -> tuple[str, str]:
    if isinstance(sel.isi, (datetime.datetime, datetime.date)):
        return sel.isi.isoformat()[:10], ""
    if isinstance(sel.isi, (int, float)) and not 1900 <= sel.isi <= 2199:
        return "", f"{potong(teks_sel(sel.isi))} bukan tanggal; tulis misalnya 31 Desember 2023."
    return baca_tanggal(teks_sel(sel.isi))


def _pilihan(c: Column, kata: str) -> tuple[str, str]:
    kata = " ".join(kata.split())
    for nilai, label in c.choices:
        if kata.casefold() in (nilai.casefold(), " ".join(label.split()).casefold()):
            return nilai, ""
    return "", f"{potong(kata)} bukan pilihan; pilihannya: {', '.join(label for _, label in c.choices)}."


def _teks(sel: Sel) -> tuple[str, str]:
    if isinstance(sel.isi, (int, float)) and not isinstance(sel.isi, bool) and abs(sel.isi) >= 10**_DIGIT_PASTI:
        # An NIP of 18 digits typed as a number has lost its last ones.
        return "", "angka sepanjang ini dibulatkan Excel; ketik ulang sebagai teks, diawali tanda petik satu."
    return teks_sel(sel.isi), ""
