"""Is this a value that the column can hold? The one place for commands and import: type, choices, length, range.

A value comes back in the one form in which it is stored, or with a sentence that says why it is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

from lkjip_desktop.errors import Ditolak

from . import naskah, tanggal, teks
from .angka import desimal_teks
from .schema import Column, Kind, Row, Table

_ID = re.compile(r"[0-9a-z][0-9a-z_-]{0,63}")
_SHA = re.compile(r"[0-9a-f]{64}")
#: Whole numbers that an INTEGER of the file holds with certainty.
BATAS_BULAT = 10**18


def rapikan(kolom: Column, nilai: object) -> tuple[Any, str]:
    """(value as it is stored, "") or (None, why not, one Indonesian sentence without the column's name)."""
    match kolom.kind:
        case Kind.TEKS | Kind.PARAGRAF:
            return _teks(kolom, nilai)
        case Kind.NASKAH | Kind.DATA:
            return _json(kolom, nilai)
        case Kind.ANGKA:
            return _angka(kolom, nilai)
        case Kind.UANG | Kind.BULAT | Kind.TAHUN:
            return _bulat(kolom, nilai)
        case Kind.YATIDAK:
            return (nilai, "") if isinstance(nilai, bool) else (None, "Isian ini hanya ya atau tidak.")
        case Kind.RUJUK:
            return _rujuk(nilai)
        case Kind.TANGGAL | Kind.PILIHAN | Kind.BERKAS:
            return _kata(kolom, nilai)


def rapikan_semua(t: Table, nilai: Iterable[tuple[str, object]]) -> dict[str, Any]:
    """Values of a row as they are stored.

    Raises:
        Ditolak: at the first column that is unknown or cannot hold its value; the sentence names the column.
    """
    keluar: dict[str, Any] = {}
    for nama, isi in nilai:
        kolom = t.by_name.get(nama)
        if kolom is None:
            raise Ditolak(f"Kolom “{nama}” tidak ada pada tabel {t.label}.")
        rapi, galat = rapikan(kolom, isi)
        if galat:
            raise Ditolak(f"{kolom.label}: {galat}")
        keluar[nama] = rapi
    return keluar


def rapikan_id(id: object) -> str:
    """The id of a new row; raises Ditolak when it is none."""
    if not isinstance(id, str) or not _ID.fullmatch(id):
        raise Ditolak("Tanda pengenal baris tidak sah.", "Gunakan UUID dengan huruf kecil.")
    return id


def sama(a: object, b: object) -> bool:
    """True when two values are stored alike; 60 and 60,00 are not."""
    return a == b and (not isinstance(a, Decimal) or not isinstance(b, Decimal) or format(a, "f") == format(b, "f"))


def baris_sama(a: Row | None, b: Row | None) -> bool:
    """True when two rows are stored alike."""
    if a is None or b is None:
        return a is b
    return a == b and all(sama(x, y) for x, y in zip(a.values().values(), b.values().values(), strict=True))


# ------------------------------------------------------------------------------------------------ by the kind
def _panjang(kolom: Column, isi: str) -> str:
    if kolom.max_length and len(isi) > kolom.max_length:
        return f"Paling panjang {kolom.max_length} karakter; sekarang {len(isi)}."
    return ""


def _teks(kolom: Column, nilai: object) -> tuple[Any, str]:
    if not isinstance(nilai, str):
        return None, "Isian ini harus berupa teks."
    isi, _ = teks.bersih(nilai)
    if kolom.kind is Kind.TEKS:
        isi = isi.replace("\n", " ").replace("\t", " ").strip(" ")
    galat = _panjang(kolom, isi)
    return (None, galat) if galat else (isi, "")


def _json(kolom: Column, nilai: object) -> tuple[Any, str]:
    if not isinstance(nilai, str):
        return None, "Isian ini harus berupa teks."
    if not nilai:
        return "", ""
    try:
        bersih = _bersihkan(json.loads(nilai, parse_constant=_bukan_angka, parse_float=pecahan_utuh))
        isi = json.dumps(bersih, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if kolom.kind is Kind.NASKAH:
            isi = naskah.tulis(naskah.baca(isi))
    except (ValueError, RecursionError):
        return None, "Susunan isinya tidak terbaca."
    galat = _panjang(kolom, isi)
    return (None, galat) if galat else (isi, "")


def _bersihkan(isi: object) -> object:
    """Clean every text inside: JSON may hide what a plain text cannot hold (\\u0000)."""
    if isinstance(isi, str):
        return teks.bersih(isi)[0]
    if isinstance(isi, list):
        return [_bersihkan(v) for v in isi]
    if isinstance(isi, dict):
        return {teks.bersih(k)[0]: _bersihkan(v) for k, v in isi.items()}
    return isi


def _bukan_angka(teks_angka: str) -> object:
    raise ValueError(teks_angka)


def pecahan_utuh(teks_angka: str) -> float:
    """A fraction within JSON, as long as the float that json writes again is the number that was typed.

    Raises ValueError where it is not ("1e999", more than some 16 digits): such a number is exact only as text.
    """
    f = float(teks_angka)
    try:
        utuh = isfinite(f) and Decimal(repr(f)) == Decimal(teks_angka)
    except InvalidOperation:
        utuh = False
    if not utuh:
        raise ValueError(teks_angka)
    return f


def _rentang(kolom: Column, nilai: Decimal | int, bawah: int | None, atas: int | None) -> str:
    satuan = f" {kolom.unit}" if kolom.unit else ""
    if bawah is not None and nilai < bawah:
        return f"Paling kecil {bawah}{satuan}."
    if atas is not None and nilai > atas:
        return f"Paling besar {atas}{satuan}."
    return ""


def _angka(kolom: Column, nilai: object) -> tuple[Any, str]:
    if nilai is None:
        return None, ""
    if isinstance(nilai, bool) or not isinstance(nilai, (Decimal, int)):
        return None, "Isian ini harus berupa angka."
    try:
        rapi = Decimal(desimal_teks(Decimal(nilai)))
    except Ditolak as e:
        return None, e.pesan
    galat = _rentang(kolom, rapi, kolom.minimum, kolom.maximum)
    return (None, galat) if galat else (rapi, "")


def _bulat(kolom: Column, nilai: object) -> tuple[Any, str]:
    if nilai is None:
        # A column that always has a number (order, version) falls back to its first one.
        return (kolom.default, "") if isinstance(kolom.default, int) else (None, "")
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        return None, "Isian ini harus berupa bilangan bulat."
    bawah, atas = kolom.minimum, kolom.maximum
    if kolom.kind is Kind.TAHUN:
        bawah = tanggal.TAHUN_AWAL if bawah is None else bawah
        atas = tanggal.TAHUN_AKHIR if atas is None else atas
    if abs(nilai) >= BATAS_BULAT:
        return None, "Angkanya terlalu besar."
    galat = _rentang(kolom, nilai, bawah, atas)
    return (None, galat) if galat else (nilai, "")


def _rujuk(nilai: object) -> tuple[Any, str]:
    if nilai is None or nilai == "":
        return None, ""
    if not isinstance(nilai, str) or not _ID.fullmatch(nilai):
        return None, "Rujukannya tidak sah."
    return nilai, ""


def _kata(kolom: Column, nilai: object) -> tuple[Any, str]:
    if not isinstance(nilai, str):
        return None, "Isian ini harus berupa teks."
    if not nilai:
        return "", ""
    if kolom.kind is Kind.PILIHAN:
        if nilai not in dict(kolom.choices):
            return None, "Pilih salah satu: " + ", ".join(v for _, v in kolom.choices) + "."
    elif kolom.kind is Kind.BERKAS:
        if not _SHA.fullmatch(nilai):
            return None, "Tanda berkasnya tidak sah."
    elif tanggal.baca_tanggal(nilai) != (nilai, ""):
        return None, "Tanggalnya tidak ada; tulis tahun, bulan dan tahun, atau tanggal lengkap."
    return nilai, ""
