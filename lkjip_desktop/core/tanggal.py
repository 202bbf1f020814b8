"""Dates that may lack their day or month, as Indonesian text and back.

A date is text in one of four forms, stored as it is known: "2023-12-31", "2023-12", "2023" or "" (unknown).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from .angka import romawi

TAHUN_AWAL = 1900
TAHUN_AKHIR = 2199

#: Room that a missing day leaves for ink: no-break spaces, which neither wrap nor shrink.
RUANG_HARI = "\u00a0" * 5

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Names and short forms as offices write them, and the English ones that spreadsheets paste.
_BULAN: dict[str, int] = {
    nama: n
    for n, daftar in enumerate(
        (
            "januari jan january",
            "februari feb pebruari peb february",
            "maret mar mrt march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu ags agt agust aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov nopember nop",
            "desember des december dec",
        ),
        start=1,
    )
    for nama in daftar.split()
}
_HARI = {nama.lower(): n for n, nama in enumerate(NAMA_HARI)} | {"jum'at": 4, "jum’at": 4, "ahad": 6}

_SAH = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")

_AWALAN = re.compile(r"(?:(?:tanggal|tgl|bulan|tahun|thn)\b\.?\s*)")
_JAM_NOL = re.compile(r"[ t]0?0[:.]00(?:[:.]00(?:\.0+)?)?z?$")
_HARI_DEPAN = re.compile(r"([a-z][a-z'’]*)\s*,?\s*(?=[0-9])")
_NAMA = re.compile(r"(?:(?P<h>[0-9]{1,2})|[._…\s-]*?)[\s.,/-]*(?P<b>[a-z]+)[\s.,/-]*(?P<t>[0-9]{4})")
_INGGRIS = re.compile(r"(?P<b>[a-z]+)[\s.]*(?P<h>[0-9]{1,2})\s*,\s*(?P<t>[0-9]{4})")
_ANGKA = (
    re.compile(r"(?P<t>[0-9]{4})([-/.])(?P<b>[0-9]{1,2})\2(?P<h>[0-9]{1,2})"),
    re.compile(r"(?P<h>[0-9]{1,2})([-/. ])(?P<b>[0-9]{1,2})\2(?P<t>[0-9]{4})"),
    re.compile(r"(?P<t>[0-9]{4})[-/.](?P<b>[0-9]{1,2})(?P<h>)"),
    re.compile(r"(?P<b>[0-9]{1,2})[-/.](?P<t>[0-9]{4})(?P<h>)"),
    re.compile(r"(?P<t>[0-9]{4})(?P<b>)(?P<h>)"),
)
# A day and month, or a month name, with a year of two digits or none.
_TAHUN_KURANG = re.compile(
    r"[0-9]{1,2}[-/. ][0-9]{1,2}(?:[-/. ][0-9]{2})?|(?:[0-9]{1,2}[\s./-]*)?(?P<b>[a-z]+)(?:[\s./-]*[0-9]{2})?"
)

_CONTOH = "Tulis misalnya 31-12-2025, 31 Desember 2025, Desember 2025, atau 2025."


def bulan(n: int) -> str:
    """The name of month n (1 to 12): "Januari"; ValueError outside."""
    if not 1 <= n <= 12:
        raise ValueError(f"no month {n}")
    return NAMA_BULAN[n - 1]


def tanggal_cetak(t: str, ruang_hari: bool = True) -> str:
    """A date as printed: "31 Desember 2023"; "2023"; "" for "".

    A missing day leaves RUANG_HARI before the month, room for ink (seed, line 442), or nothing without
    `ruang_hari`. Raises ValueError when t is not one of the four forms.
    """
    tahun, bln, hari = _bagian(t)
    if not bln:
        return tahun
    depan = f"{int(hari)} " if hari else RUANG_HARI if ruang_hari else ""
    return f"{depan}{bulan(int(bln))} {tahun}"


def awal(t: str) -> str:
    """The first day that t can mean, as full ISO text; "" (since ever) gives "0001-01-01".

    With `akhir` it makes validity periods comparable as text: awal(dari) <= hari <= akhir(sampai).
    """
    tahun, bln, hari = _bagian(t)
    return f"{tahun or '0001'}-{bln or '01'}-{hari or '01'}"


def akhir(t: str) -> str:
    """The last day that t can mean, as full ISO text; "" (for ever) gives "9999-12-31"."""
    tahun, bln, hari = _bagian(t)
    if not tahun:
        return "9999-12-31"
    bln = bln or "12"
    return f"{tahun}-{bln}-{hari or _panjang_bulan(int(tahun), int(bln))}"


def akhir_periode(tahun: int, jenis: str, periode: int) -> str:
    """The last day of a month or quarter ("bulan" | "triwulan") as full ISO text; "" when the year has none such."""
    bln = periode * (3 if jenis == "triwulan" else 1)
    return akhir(f"{tahun}-{bln:02d}") if 1 <= bln <= 12 else ""


def sebut_periode(jenis: str, periode: int) -> str:
    """What a month or quarter is called within a sentence: "bulan Maret", "triwulan IV"."""
    return f"triwulan {romawi(periode)}" if jenis == "triwulan" else f"bulan {bulan(periode)}"


def baca_tanggal(text: str) -> tuple[str, str]:
    """(date in one of the four forms, "") or ("", why not); empty text gives ("", "").

    Understands numbers in the order day, month, year or year, month, day, and month names, full or short,
    with or without a day; a date that does not exist and a year of two digits are refused, never repaired.
    """
    asal = " ".join(unicodedata.normalize("NFKC", text[:200]).split())
    s = asal.lower().rstrip(".,;")
    s = _JAM_NOL.sub("", s)
    s = re.sub(r"\s*([-/.])\s*", r"\1", s)
    if not s.strip("._-… "):
        return ("", "") if not asal.strip("-–— ") else ("", _tidak_terbaca(asal))
    s = _AWALAN.sub("", s, count=1) if _AWALAN.match(s) else s
    hari_pekan: int | None = None
    if (m := _HARI_DEPAN.match(s)) and m[1] in _HARI:
        hari_pekan, s = _HARI[m[1]], s[m.end() :]

    if m := _NAMA.fullmatch(s) or _INGGRIS.fullmatch(s):
        if m["b"] not in _BULAN:
            return "", f"Nama bulan “{m['b']}” tidak dikenali. {_CONTOH}"
        return _susun(m["t"], _BULAN[m["b"]], m["h"] or "", hari_pekan)
    for pola in _ANGKA:
        if m := pola.fullmatch(s):
            return _susun(m["t"], int(m["b"]) if m["b"] else None, m["h"], hari_pekan)
    if (m := _TAHUN_KURANG.fullmatch(s)) and (m["b"] is None or m["b"] in _BULAN):
        return "", f"Tahun pada “{asal[:40]}” belum lengkap; tulis dengan empat angka, misalnya 31-12-2025."
    return "", _tidak_terbaca(asal)


def usul_tanggal(text: str, tahun: int | None = None) -> tuple[str, ...]:
    """Dates that a refused text can mean, the likeliest first: a year of two digits, none (`tahun` and the next one),
    digits without marks, month before day. Nothing is guessed: they are offered, to be taken with a click."""
    s = " ".join(unicodedata.normalize("NFKC", text[:40]).lower().split()).rstrip(".,;")
    calon: list[str] = []
    if tahun and (m := re.fullmatch(r"[0-9]{1,2}([-/.])[0-9]{1,2}|(?:[0-9]{1,2}[\s./-]*)?[a-z]+", s)):
        calon += [f"{s}{m[1] or ' '}{t}" for t in (tahun, tahun + 1)]
    if m := re.fullmatch(r"(.+?[-/. ])([0-9]{2})", s):
        calon.append(f"{m[1]}20{m[2]}")
    if m := re.fullmatch(r"([0-9]{2})([0-9]{2})([0-9]{4})", s):
        calon.append(f"{m[1]}-{m[2]}-{m[3]}")
    if m := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", s):
        calon.append(f"{m[1]}-{m[2]}-{m[3]}")
    if m := re.fullmatch(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})", s):
        calon.append(f"{m[3]}-{m[1]}-{m[4]}")
    hasil = [baca_tanggal(c)[0] for c in calon]
    return tuple(dict.fromkeys(t for t in hasil if t))


def _susun(tahun: str, bln: int | None, hari: str, hari_pekan: int | None) -> tuple[str, str]:
    """The date of checked parts, or the sentence that refuses it."""
    if not TAHUN_AWAL <= int(tahun) <= TAHUN_AKHIR:
        return "", f"Tahun {tahun} di luar {TAHUN_AWAL} sampai {TAHUN_AKHIR}."
    if bln is None:
        return tahun, ""
    if not 1 <= bln <= 12:
        saran = ""
        if hari and 1 <= int(hari) <= 12 < bln <= 31:  # an American date; not swapped, because never guessed
            saran = f" Tulis tanggal dahulu, lalu bulan: {bln}/{int(hari)}/{tahun}."
        return "", f"Bulan {bln} tidak ada; bulan ditulis 1 sampai 12.{saran}"
    if not hari:
        return f"{tahun}-{bln:02}", ""
    jumlah = _panjang_bulan(int(tahun), bln)
    if not 1 <= int(hari) <= jumlah:
        return "", (f"Tanggal {int(hari)} {bulan(bln)} {tahun} tidak ada; bulan itu bertanggal 1 sampai {jumlah}.")
    lengkap = date(int(tahun), bln, int(hari))
    if hari_pekan is not None and lengkap.weekday() != hari_pekan:
        return "", (
            f"{int(hari)} {bulan(bln)} {tahun} jatuh pada hari {NAMA_HARI[lengkap.weekday()]}, "
            f"bukan {NAMA_HARI[hari_pekan]}."
        )
    return lengkap.isoformat(), ""


def _panjang_bulan(tahun: int, bln: int) -> int:
    """Days of a month; not calendar.monthrange, because calendar loads the locale."""
    return 31 if bln == 12 else (date(tahun, bln + 1, 1) - timedelta(days=1)).day


def _tidak_terbaca(asal: str) -> str:
    return f"“{asal[:40]}” tidak terbaca sebagai tanggal. {_CONTOH}"


def _bagian(t: str) -> tuple[str, str, str]:
    """(year, month, day) of a stored date, "" where a part is missing; ValueError for another form."""
    if not t:
        return "", "", ""
    m = _SAH.fullmatch(t)
    if not m:
        raise ValueError(f"not a stored date: {t!r}")
    return m[1], m[2] or "", m[3] or ""
