"""Numbers as people type and paste them, understood or asked back, never guessed.

Indonesian marks come first ("1.234,5"); English ones are understood where they can mean only one thing
("564,845,000.00", "1.5"). "1.500" and "1,500" can mean two things and are asked back with both, except in
whole-number fields, where only the whole reading is possible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from lkjip_desktop.core.angka import BATAS_DIGIT, angka, angka_jelas, rupiah, terlalu_panjang

#: Most digits of money and whole numbers: what an INTEGER of the file holds with certainty.
BATAS_DIGIT_BULAT = 18

# No-break and narrow spaces group digits; the ordinary space may as well part two cells, so it is asked back.
_SPASI_RIBUAN = "\u00a0\u2007\u2008\u2009\u200a\u202f"
_SPASI = dict.fromkeys(map(ord, _SPASI_RIBUAN), "\u00a0")
_TAK_TAMPAK = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff"))
_LEBAR_PENUH = {n: n - 0xFEE0 for n in range(0xFF01, 0xFF5F)}  # full-width digits and signs -> ASCII
_BENTUK = {**_SPASI, **_TAK_TAMPAK, **_LEBAR_PENUH}
_GARIS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63"), "-")

_DEPAN = re.compile(r"(?P<t1>[-+]?)\s*(?:(?P<rp>rp|idr)\s*\.?\s*)?(?P<t2>[-+]?)\s*(?=[0-9.,])", re.IGNORECASE)
_BADAN = re.compile(r"[0-9](?:[0-9.,]|[\u00a0 ](?=[0-9]))*")
_KELOMPOK = re.compile(r"[1-9][0-9]{0,2}(?:[.,\u00a0 ][0-9]{3})+")
# The dash after an amount (",-", or "-" behind an "Rp"): the old way of writing "and no sen".
_TANPA_SEN = re.compile(r"([.,]?)\s*-+")
_PANGKAT = re.compile(r"e\s*[+-]?\s*[0-9]", re.IGNORECASE)
_SATUAN_KUADRAT = re.compile(r"\b[a-z]{0,2}m[23]\b", re.IGNORECASE)  # m2, km2, m3: the only digits of a unit
_PENGALI = re.compile(
    r"(?:puluh|belas|ratus|ribu|rbu?|juta|jta?|mil(?:i|li|y)ar|mlyr|mly|mld|tril(?:i|y)un|trn)", re.IGNORECASE
)
_KALI = (
    (re.compile(r"ribu|rbu?", re.IGNORECASE), 3),
    (re.compile(r"juta|jta?", re.IGNORECASE), 6),
    (re.compile(r"mil(?:i|li|y)ar|mlyr|mly|mld", re.IGNORECASE), 9),
    (re.compile(r"tril(?:i|y)un|trn", re.IGNORECASE), 12),
)
#: Letters that are typed for a digit, and those of them that are no unit where they stand alone: "3 l" is three litres.
_MIRIP = {"O": "0", "o": "0", "I": "1", "l": "1", "S": "5", "B": "8"}
_SENDIRI = ("O", "o", "I")
_SINGKAT = 2
_KACAU = "Pemisah ribuan pada {} tidak teratur; tulis misalnya 1234567 atau 1.234.567."


@dataclass(frozen=True, slots=True)
class Terbaca:
    """What a typed text was understood as.

    `nilai` is None when the field is empty (`galat` is "") or not understood (`galat` is the sentence to
    show; `pilihan` holds the values it could mean, for one click each). `dipahami` is the value printed our
    way, to be shown back; `satuan` is the unit beside it ("%", "Rp", "Layanan", "").
    """

    nilai: Decimal | None = None
    dipahami: str = ""
    galat: str = ""
    satuan: str = ""
    pilihan: tuple[Decimal, ...] = ()

    @property
    def utuh(self) -> int | None:
        """The value as int (money, whole numbers); None when there is none or it has a fraction."""
        if self.nilai is None or self.nilai.as_integer_ratio()[1] != 1:
            return None
        return int(self.nilai)


@dataclass(frozen=True, slots=True)
class _Urai:
    """A text taken apart: sign, digits with their marks, unit, and whether it is money."""

    kutip: str
    negatif: bool
    badan: str
    satuan: str
    uang: bool


def baca_angka(text: str) -> Terbaca:
    """A number with or without decimals, sign and unit: "49,26%", "1.234,5", "1 Layanan".

    Decimals are kept as typed ("60,00" -> Decimal("60.00")). A text that says it is money ("Rp", ",-",
    "rupiah") is read by the rules of `baca_uang`.
    """
    urai = _uraikan(text)
    if isinstance(urai, Terbaca):
        return urai
    return _jadi(urai, utuh=urai.uang)


def baca_uang(text: str) -> Terbaca:
    """Whole rupiah: "Rp 3.733.357.000,-", "564,845,000.00", "1.500" (= 1500, there are no sen in use)."""
    urai = _uraikan(text)
    if isinstance(urai, Terbaca):
        return urai
    if urai.satuan:
        return Terbaca(galat=f"{urai.kutip} bukan jumlah uang; tulis rupiahnya saja, tanpa “{urai.satuan}”.")
    return _jadi(_Urai(urai.kutip, urai.negatif, urai.badan, "", uang=True), utuh=True)


def baca_bulat(text: str) -> Terbaca:
    """A whole number, with or without unit: "10 Unit", "1.277" (= 1277), "151"; a percentage is refused."""
    urai = _uraikan(text)
    if isinstance(urai, Terbaca):
        return urai
    if urai.satuan == "%":  # "54.126%" (seed, line 1210) must not become 54126
        return Terbaca(galat=f"{urai.kutip} adalah persentase; isian ini meminta bilangan bulat tanpa %.")
    return _jadi(urai, utuh=True)


# ------------------------------------------------------------------------------------------------- the parts
def _uraikan(text: str) -> _Urai | Terbaca:
    """The parts of a text, or at once the answer where there is no number to read."""
    if len(text) > 500:
        return Terbaca(galat="Isian ini terlalu panjang untuk sebuah angka.")
    s = text.translate(_BENTUK).strip()
    baris = s.translate(_GARIS)  # same length as s: places in one are places in the other
    if not baris.strip("-"):
        return Terbaca()  # empty, or the dash that tables print for "none"
    kutip = f"“{' '.join(s.split())[:40]}”"
    if re.fullmatch(r"(?:rp|idr)\s*\.?\s*-", baris, re.IGNORECASE):
        # What a spreadsheet copies for zero, and what a table prints for "none".
        return Terbaca(galat=f"{kutip} dapat berarti nol atau kosong; tulis 0 bila nol.", pilihan=(Decimal(0),))
    if not re.search(r"[0-9]", baris):
        return Terbaca(galat=f"{kutip} tidak terbaca sebagai angka.")
    if baris[0] == "(" and baris[-1] == ")":
        return Terbaca(galat="Angka di dalam kurung tidak diterima; bila negatif, tulis dengan minus: -3.")
    depan = _DEPAN.match(baris)
    if not depan or (depan["t1"] and depan["t2"]):
        return Terbaca(galat=f"{kutip} tidak terbaca sebagai angka; tulis angkanya di depan.")
    badan = _BADAN.match(baris, depan.end())
    if not badan:
        return Terbaca(galat=f"Angka pada {kutip} diawali tanda baca; tulis misalnya 0,5.")
    angka_saja, ekor = badan[0], baris[badan.end() :].strip()
    uang = bool(depan["rp"])
    if (m := _TANPA_SEN.match(ekor)) and (angka_saja[-1] in ".," or m[1] or uang):
        ekor, uang = ekor[m.end() :].strip(), True
        angka_saja = angka_saja.rstrip(".,")
    elif angka_saja[-1] in ".,":
        return Terbaca(galat=f"Angka pada {kutip} berakhir dengan tanda baca; lengkapi atau hapus tanda itu.")
    satuan = s[len(s) - len(ekor) :] if ekor else ""
    if ekor.lower().rstrip(".") in ("rupiah", "rp", "idr"):
        satuan, uang = "", True
    elif (salah := _salah_ketik(baris[badan.end() :])) and not _galat_satuan(ekor, kutip):
        return Terbaca(
            galat=f"{kutip} memuat huruf “{salah}” di belakang angkanya; hapus atau ganti dengan angka, atau beri "
            "spasi bila itu satuan.",
            pilihan=_tanpa_huruf(angka_saja, salah, "-" in (depan["t1"], depan["t2"])),
        )
    elif galat := _galat_satuan(ekor, kutip):
        minus = "-" in (depan["t1"], depan["t2"])
        return Terbaca(galat=galat, pilihan=_dengan_nol(angka_saja, ekor, minus))
    elif ekor.lower() == "persen":
        satuan = "%"
    if uang and satuan:
        return Terbaca(galat=f"{kutip} bukan jumlah uang; tulis rupiahnya saja, tanpa “{satuan[:40]}”.")
    negatif = "-" in (depan["t1"], depan["t2"])
    return _Urai(kutip, negatif, angka_saja, " ".join(satuan.split()), uang)


def _salah_ketik(ekor: str) -> str:
    """The letters behind the digits that are likelier a slip of the hand than a unit: one or two that touch them
    ("9O", "3,3o"), or a lone letter that looks like a digit; "" when there are none."""
    kata = re.split(r"[\s.,]", ekor.strip(), maxsplit=1)[0]
    menempel = ekor[:1].isalpha() and len(kata) <= _SINGKAT
    return kata if kata.isalpha() and (menempel or kata in _SENDIRI) else ""


def _tanpa_huruf(badan: str, huruf: str, negatif: bool) -> tuple[Decimal, ...]:
    """What a number with a slip behind it can mean: the letter as the digit that it looks like, then without it."""
    mirip = badan + "".join(_MIRIP.get(h, "") for h in huruf) if all(h in _MIRIP for h in huruf) else ""
    keluar: list[Decimal] = []
    for teks in filter(None, (mirip, badan)):
        calon, galat = _calon(teks, utuh=False)
        if not galat and len(calon) == 1:
            keluar += [d.copy_negate() if negatif else d for d in calon]
    return tuple(keluar)


def _dengan_nol(badan: str, ekor: str, negatif: bool) -> tuple[Decimal, ...]:
    """What "1,5 juta" and "500 ribu rupiah" mean in figures, to be taken with a click; () for other words."""
    kata, _, sisa = ekor.partition(" ")
    pangkat = next((n for pola, n in _KALI if pola.fullmatch(kata.rstrip(".,-"))), 0)
    if not pangkat or sisa.strip(" .,-").lower() not in ("", "rupiah", "rp", "idr"):
        return ()
    calon, galat = _calon(badan, utuh=False)
    kali = [Decimal(format(d.scaleb(pangkat), "f")) for d in calon] if not galat else []
    utuh = [d.copy_negate() if negatif else d for d in kali if d.as_integer_ratio()[1] == 1]
    return tuple(Decimal(int(d)) for d in utuh if len(d.as_tuple().digits) <= BATAS_DIGIT_BULAT)


def _galat_satuan(ekor: str, kutip: str) -> str:
    """Why the text behind the digits is no unit; "" when it is one."""
    if ekor in ("", "%"):
        return ""
    if _PANGKAT.match(ekor):
        return f"Bentuk pangkat {kutip} tidak diterima; tulis angkanya lengkap, misalnya 1000."
    kata = re.split(r"[\s.,]", ekor, maxsplit=1)[0]
    if _PENGALI.fullmatch(kata) or ekor.rstrip(".") in ("M", "T"):  # "3,7 M" is a milliard, not metres
        return f"Tulis angkanya lengkap dengan semua nolnya, tanpa “{kata}”."
    if re.search(r"[0-9]", _SATUAN_KUADRAT.sub("", ekor)):
        return f"{kutip} berisi lebih dari satu angka; tulis satu angka saja."
    if not (ekor[0].isalpha() or ekor[0] in "°‰") or len(ekor) > 60:
        return f"{kutip} tidak terbaca sebagai angka; hapus tanda di belakang angkanya."
    return ""


# ------------------------------------------------------------------------------------------------ the digits
def _jadi(urai: _Urai, utuh: bool) -> Terbaca:
    """The value of a text taken apart; `utuh` asks for a whole number."""
    calon, galat = _calon(urai.badan, utuh)
    batas = BATAS_DIGIT_BULAT if utuh else BATAS_DIGIT
    if any(sum(c.isdigit() for c in format(d, "f")) > batas for d in calon):
        return Terbaca(galat=terlalu_panjang(batas))
    if urai.negatif:
        calon = [d.copy_negate() if d else d for d in calon]
    satuan = "Rp" if urai.uang else urai.satuan
    if not galat and len(calon) == 2:
        ribuan, pecahan = map(angka_jelas, calon)
        galat = f"{{}} dapat berarti dua hal; tulis {ribuan} bila ribuan, atau {pecahan} bila pecahan."
    if galat:
        return Terbaca(galat=galat.replace("{}", urai.kutip), satuan=satuan, pilihan=tuple(calon))
    (nilai,) = calon
    if urai.uang:
        dipahami = rupiah(int(nilai))
    else:
        dipahami = angka(nilai) + ("%" if satuan == "%" else f" {satuan}" if satuan else "")
    return Terbaca(nilai, dipahami, "", satuan)


def _calon(badan: str, utuh: bool) -> tuple[list[Decimal], str]:
    """(what the digits can mean, why they are refused, {} standing for the quoted text).

    One value and no sentence: understood. Two values: ambiguous, the whole one first. A sentence may come
    with the value that was probably meant.
    """
    if " " in badan:
        if not _KELOMPOK.fullmatch(badan):
            return [], "{} berisi lebih dari satu angka; tulis satu angka saja."
        rapat = badan.replace(" ", "")
        return [Decimal(rapat)], f"{{}} berisi spasi di antara angka; tulis {rapat} bila itu satu angka."
    digit = re.sub(r"[^0-9]", "", badan)
    letak = max(badan.rfind("."), badan.rfind(","))
    depan, ekor = (badan[:letak], badan[letak + 1 :]) if letak >= 0 else (badan, "")
    # A thousands mark is of one kind, in groups of three; a decimal mark stands once, last, and differs.
    ribuan = _terkelompok(badan)
    pecahan = ekor.isdigit() and badan[letak] not in depan and (depan.isdigit() or _terkelompok(depan))
    if not badan.isdigit() and not ribuan and not pecahan:
        return [], _KACAU
    if not pecahan:
        return [Decimal(digit)], ""
    nilai = Decimal(digit[: -len(ekor)] + "." + ekor)
    if not utuh:
        # "3,695.296": marks get mixed (seed, line 1158), so three digits after a point prove nothing.
        ragu = ribuan or (not depan.isdigit() and len(ekor) == 3 and badan[letak] == "." and "," in depan)
        return ([Decimal(digit), _ringkas(nilai)] if ragu else [nilai]), ""
    if ribuan:
        return [Decimal(digit)], ""
    if len(ekor) == 3 and not depan.isdigit():
        return [Decimal(digit)], _KACAU
    if ekor.strip("0") or len(ekor) > 2:
        return [], "{} mempunyai pecahan; tulis bilangan bulat, tanpa angka di belakang koma."
    return [Decimal(digit[: -len(ekor)])], ""


def _terkelompok(badan: str) -> bool:
    """True for digits in groups of three, parted by marks of one kind: "12.345.678"."""
    return len({c for c in badan if not c.isdigit()}) == 1 and bool(_KELOMPOK.fullmatch(badan))


def _ringkas(d: Decimal) -> Decimal:
    """d (with decimals) without trailing zeros: an offered reading of "1.500" is 1.5, not 1.500."""
    return Decimal(format(d, "f").rstrip("0").rstrip("."))
