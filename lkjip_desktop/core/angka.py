"""Numbers and money as Indonesian text, rounded exactly; no locale, no float.

Babel is not used: it rounds half to even (2.345 -> 2,34), while every paper of the field is rounded half up.
Reading text back is the duty of core.baca.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from lkjip_desktop.errors import Ditolak

#: Most digits that a typed number may have, before and after the comma together.
BATAS_DIGIT = 40

_TEKS_DESIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

_ROMAWI = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


# ------------------------------------------------------------------------------------------------ rounding
def bulat(x: Fraction | Decimal | int, desimal: int) -> Decimal:
    """x rounded half up, away from zero, to exactly `desimal` (>= 0) places: 2.345 -> 2.35, -2.345 -> -2.35.

    Exact for any size, independent of the decimal context; a result of zero has no sign. Raises TypeError
    for a float (it no longer is the number that was typed) and ValueError for NaN or a negative `desimal`.
    """
    # Built from text: Decimal arithmetic would round to the 28 digits of the default context.
    return Decimal(f"{skala(x, desimal)}E-{desimal}")


def skala(x: Fraction | Decimal | int, desimal: int) -> int:
    """x times 10**desimal, rounded half up, away from zero: the figure that `bulat` holds, as an integer (2.345 with
    two places: 235). Raises as `bulat`."""
    if isinstance(x, bool) or not isinstance(x, (int, Decimal, Fraction)):
        raise TypeError(f"exact number expected, not {type(x).__name__}")
    if desimal < 0:
        raise ValueError("desimal must not be negative")
    p, q = x.as_integer_ratio()
    n: int = (2 * abs(p) * 10**desimal + q) // (2 * q)
    return -n if p < 0 else n


# ------------------------------------------------------------------------------------------- numbers as text
def angka(x: Fraction | Decimal | int, desimal: int | None = None, paksa: bool = False) -> str:
    """x as Indonesian text: "1.234,56".

    Without `desimal` a Decimal prints as typed, trailing zeros kept (a Fraction must then be whole, else
    ValueError). With it x is rounded half up; trailing zeros are dropped ("101,5", "100") unless `paksa`
    ("101,50", "100,00").
    """
    if desimal is not None:
        teks = format(bulat(x, desimal), "f")
    elif isinstance(x, Decimal) and x.is_finite():
        teks = format(x, "f")
    elif isinstance(x, Fraction) and x.denominator != 1:
        raise ValueError("a fraction prints only with a number of decimals")
    else:
        teks = format(bulat(x, 0), "f")
    utuh, _, pecahan = teks.lstrip("-").partition(".")
    if desimal is not None and not paksa:
        pecahan = pecahan.rstrip("0")
    minus = "-" if teks[0] == "-" and teks.strip("-0.") else ""
    return f"{minus}{_ribuan(utuh)}{',' if pecahan else ''}{pecahan}"


def persen(x: Fraction | Decimal | int, desimal: int = 2, paksa: bool = True, utuh_tanpa_desimal: bool = True) -> str:
    """x, already in percent, as printed: "82,09%", "101,50%", "100%".

    A value that is whole after rounding prints without decimals unless `utuh_tanpa_desimal` is False
    ("100,00%"); any other has exactly `desimal` of them, or no trailing zeros without `paksa` ("101,5%").
    """
    return persen_skala(skala(x, desimal), desimal, paksa, utuh_tanpa_desimal)


def persen_skala(n: int, desimal: int, paksa: bool = True, utuh_tanpa_desimal: bool = True) -> str:
    """`persen` of a figure that `skala` has rounded: 8209 with two places prints "82,09%"."""
    utuh, sisa = divmod(abs(n), 10**desimal)
    pecahan = f"{sisa:0{desimal}}" if desimal and (sisa or not utuh_tanpa_desimal) else ""
    if not paksa:
        pecahan = pecahan.rstrip("0")
    return f"{'-' if n < 0 else ''}{_ribuan(str(utuh))}{',' if pecahan else ''}{pecahan}%"


def rupiah(n: int) -> str:
    """Whole rupiah as printed: "Rp3.733.357.000", "-Rp5"."""
    return f"{'-' if n < 0 else ''}Rp{_ribuan(str(abs(n)))}"


def angka_jelas(d: Decimal) -> str:
    """d for an edit field: no thousands marks, so that core.baca.baca_angka reads back the same number.

    1500 -> "1500"; 1.234 -> "1,2340", because "1,234" would be asked back as ambiguous.
    """
    utuh, _, pecahan = desimal_teks(d).partition(".")
    if len(pecahan) == 3 and len(utuh.lstrip("-")) <= 3 and utuh.lstrip("-") != "0":
        pecahan += "0"
    return f"{utuh}{',' if pecahan else ''}{pecahan}"


def _ribuan(digit: str) -> str:
    """Digits with a dot before every group of three, leading zeros dropped."""
    if len(digit) <= 3 and (digit[0] != "0" or digit == "0"):
        return digit
    return f"{int(digit):,}".replace(",", ".")


# ----------------------------------------------------------------------------------------- numbers as words
_SATUAN = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_BILANGAN = ((5, "kuadriliun"), (4, "triliun"), (3, "miliar"), (2, "juta"), (1, "ribu"), (0, ""))


def terbilang(n: int) -> str:
    """n (below 10**18 either way) in words: 1000 -> "seribu", 0 -> "nol", -5 -> "minus lima"."""
    if abs(n) >= 10**18:
        raise ValueError("too large to be written in words")
    if n < 0:
        return f"minus {terbilang(-n)}"
    if n == 0:
        return "nol"
    kata: list[str] = []
    for pangkat, nama in _BILANGAN:
        kelompok = n // 1000**pangkat % 1000
        if kelompok == 1 and nama == "ribu":
            kata.append("seribu")
        elif kelompok:
            kata += [*_ratusan(kelompok), nama]
    return " ".join(k for k in kata if k)


def _ratusan(n: int) -> list[str]:
    """1 to 999 in words."""
    ratus, sisa = divmod(n, 100)
    kata = ["seratus"] if ratus == 1 else [_SATUAN[ratus], "ratus"] if ratus else []
    puluh, satuan = divmod(sisa, 10)
    if sisa in (10, 11):
        return [*kata, "sepuluh" if sisa == 10 else "sebelas"]
    if puluh == 1:
        return [*kata, _SATUAN[satuan], "belas"]
    return [*kata, *([_SATUAN[puluh], "puluh"] if puluh else []), *([_SATUAN[satuan]] if satuan else [])]


def rupiah_kata(n: int) -> str:
    """Whole rupiah in words: 1_000_000 -> "satu juta rupiah"."""
    return f"{terbilang(n)} rupiah"


def jumlah_kata(n: int) -> str:
    """A count with its word, as letters write it: "2 (dua)"."""
    return f"{angka(n)} ({terbilang(n)})"


# --------------------------------------------------------------------------------------- numbers of headings
def romawi(n: int, kecil: bool = False) -> str:
    """n (1 to 3999) as a Roman number: "IV", or "iv" with `kecil`; ValueError outside."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman number for {n}")
    hasil = ""
    for nilai, tanda in _ROMAWI:
        kali, n = divmod(n, nilai)
        hasil += tanda * kali
    return hasil.lower() if kecil else hasil


def huruf(n: int, kecil: bool = False) -> str:
    """n (from 1) as a letter: "A", ..., "Z", "AA", or "a", "b" with `kecil`; ValueError below 1."""
    if n < 1:
        raise ValueError(f"no letter for {n}")
    hasil = ""
    while n:
        n, sisa = divmod(n - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil.lower() if kecil else hasil


# ------------------------------------------------------------------------------- typed numbers in the file
def desimal_teks(d: Decimal) -> str:
    """The form in which a typed number is stored: digits, a dot, trailing zeros as typed ("60.00").

    Raises Ditolak for NaN, Infinity and more than BATAS_DIGIT digits. Zero has no sign.
    """
    if not d.is_finite():
        raise Ditolak("Nilai ini bukan angka.")
    # The exponent is looked at first: format() of 1E+999999 would write a million digits.
    eksponen = d.as_tuple().exponent
    if abs(d.adjusted()) > BATAS_DIGIT or (isinstance(eksponen, int) and -eksponen >= BATAS_DIGIT):
        raise Ditolak(terlalu_panjang())
    teks = format(d or d.copy_abs(), "f")
    if sum(c.isdigit() for c in teks) > BATAS_DIGIT:
        raise Ditolak(terlalu_panjang())
    return teks


def teks_desimal(s: str) -> Decimal:
    """A stored or exchanged number text ("-12.50") as Decimal, trailing zeros kept.

    Raises Ditolak for anything else: NaN, Infinity, an exponent, a comma, more than BATAS_DIGIT digits.
    """
    # The length is looked at first, so that a hostile file cannot make the pattern run over megabytes.
    if len(s) > BATAS_DIGIT + 2 or not _TEKS_DESIMAL.fullmatch(s):
        if len(s) > BATAS_DIGIT + 2 and _TEKS_DESIMAL.fullmatch(s[:1000]):
            raise Ditolak(terlalu_panjang())
        raise Ditolak(f"“{s[:40]}” bukan angka yang sah.", "Tulis dengan titik desimal, misalnya 49.26.")
    d = Decimal(s)
    desimal_teks(d)
    return d or d.copy_abs()


def terlalu_panjang(batas: int = BATAS_DIGIT) -> str:
    """The sentence that refuses a number of too many digits."""
    return f"Angka terlalu panjang; paling banyak {batas} digit."
