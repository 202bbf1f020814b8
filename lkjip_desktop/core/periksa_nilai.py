"""What a value of a column may be: the one check behind commands, import and the reading of a file."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from lkjip_desktop.errors import Ditolak

from . import naskah
from .angka import angka, desimal_teks
from .baca import BATAS_DIGIT_BULAT
from .schema import TABLES, Column, Kind, Row
from .tanggal import TAHUN_AKHIR, TAHUN_AWAL, awal, baca_tanggal
from .teks import bersih

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SHA = re.compile(r"[0-9a-f]{64}")

_BENTUK = {
    Kind.ANGKA: "angka",
    Kind.UANG: "rupiah bulat",
    Kind.BULAT: "bilangan bulat",
    Kind.TAHUN: "tahun",
    Kind.YATIDAK: "ya atau tidak",
}


def periksa_id(id: object) -> str:
    """Why this is no row id (lower-case UUID), "" when it is one."""
    if isinstance(id, str) and _ID.fullmatch(id):
        return ""
    return "id baris harus UUID huruf kecil, misalnya 3f2b8c1e-52a7-4d2c-9a53-1f0b7c1e2d34."


def periksa_baris(row: Row) -> tuple[tuple[str, str], ...]:
    """(column, sentence) for every value of a row that its column does not allow; ("id", ...) for a bad id."""
    salah = [("id", periksa_id(row.id))]
    salah += [(c.name, periksa_nilai(c, getattr(row, c.name))) for c in TABLES[row.TABEL].columns]
    return tuple((kolom, galat) for kolom, galat in salah if galat)


def periksa_nilai(kolom: Column, nilai: object) -> str:
    """Why the column does not allow this value, "" when it does; whether a reference exists is not looked at."""
    match kolom.kind:
        case Kind.ANGKA:
            return "" if nilai is None else _angka(kolom, nilai)
        case Kind.UANG | Kind.BULAT | Kind.TAHUN:
            # `nomor` of a PK has 0 as its empty value, so None is always allowed: a missing number is a Problem later.
            return "" if nilai is None else _utuh(kolom, nilai)
        case Kind.YATIDAK:
            return "" if isinstance(nilai, bool) else _bukan(kolom)
        case Kind.RUJUK:
            return "" if nilai is None else periksa_id(nilai)
        case _:
            return _teks(kolom, nilai) if isinstance(nilai, str) else f"{kolom.label} harus berupa teks."


def _bukan(kolom: Column) -> str:
    return f"{kolom.label} harus {_BENTUK[kolom.kind]}."


def _batas(kolom: Column, nilai: Decimal | int) -> str:
    if kolom.minimum is not None and nilai < kolom.minimum:
        return f"{kolom.label} paling kecil {kolom.minimum}."
    if kolom.maximum is not None and nilai > kolom.maximum:
        return f"{kolom.label} paling besar {kolom.maximum}."
    return ""


def _angka(kolom: Column, nilai: object) -> str:
    if not isinstance(nilai, Decimal):
        return _bukan(kolom)
    try:
        desimal_teks(nilai)
    except Ditolak as e:
        return f"{kolom.label}: {e.pesan}"
    return _batas(kolom, nilai)


def _utuh(kolom: Column, nilai: object) -> str:
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        return _bukan(kolom)
    if abs(nilai) >= 10**BATAS_DIGIT_BULAT:
        return f"{kolom.label} paling banyak {BATAS_DIGIT_BULAT} angka."
    if kolom.kind is Kind.TAHUN and not TAHUN_AWAL <= nilai <= TAHUN_AKHIR:
        return f"{kolom.label} {nilai} di luar {TAHUN_AWAL} sampai {TAHUN_AKHIR}."
    return _batas(kolom, nilai)


def _teks(kolom: Column, nilai: str) -> str:
    # The length is looked at first: nothing below should have to walk over megabytes of a hostile file.
    if kolom.max_length and len(nilai) > kolom.max_length:
        return f"{kolom.label} paling panjang {angka(kolom.max_length)} huruf; isinya {angka(len(nilai))} huruf."
    if bersih(nilai)[0] != nilai:
        return f"{kolom.label} berisi tanda yang tidak dapat disimpan."
    match kolom.kind:
        case Kind.TEKS if "\n" in nilai:
            return f"{kolom.label} hanya satu baris."
        case Kind.TANGGAL:
            return _tanggal(kolom, nilai)
        case Kind.PILIHAN if nilai and nilai not in {c for c, _ in kolom.choices}:
            return f"{kolom.label} “{nilai[:40]}” bukan pilihan; pilihannya: {', '.join(c for c, _ in kolom.choices)}."
        case Kind.BERKAS if nilai and not _SHA.fullmatch(nilai):
            return f"{kolom.label} harus SHA-256, 64 angka heksadesimal huruf kecil."
        case Kind.NASKAH if nilai:
            return _naskah(kolom, nilai)
        case Kind.DATA if nilai:
            return _data(kolom, nilai)
    return ""


def _tanggal(kolom: Column, nilai: str) -> str:
    bentuk = f"{kolom.label} “{nilai[:40]}” harus tanggal berbentuk 2023-12-31, 2023-12, atau 2023."
    try:
        awal(nilai)
    except ValueError:
        return bentuk
    return f"{kolom.label}: {baca_tanggal(nilai)[1]}" if nilai and baca_tanggal(nilai)[1] else ""


def _naskah(kolom: Column, nilai: str) -> str:
    try:
        isi = naskah.baca(nilai)
    except (ValueError, RecursionError):
        return f"{kolom.label} tidak berbentuk naskah yang dikenal."
    return "" if naskah.tulis(isi) == nilai else f"{kolom.label} tidak ditulis dalam bentuk baku naskah."


def _data(kolom: Column, nilai: str) -> str:
    try:
        json.loads(nilai)
    except (ValueError, RecursionError):
        return f"{kolom.label} bukan JSON yang sah."
    return ""
