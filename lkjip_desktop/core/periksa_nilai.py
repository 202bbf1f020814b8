"""Is this a value that the column can hold? The one place for commands and import: type, choices, length, range.

A value comes back in the one form in which it is stored, or with a sentence that says why it is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any

from lkjip_desktop.errors import Ditolak

from . import naskah, tanggal, teks
from .angka import desimal_teks
from .change import Change
from .schema import TABLES, Column, Kind, Row, Table
from .sebutan import sebutan
from .snapshot import Snapshot
from .tables import Gambar, IndikatorPeriode

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


# ------------------------------------------------------------------------------------------ the rows together
def tolak_rujukan(sesudah: Snapshot, changes: Iterable[Change]) -> str:
    """Why the rows do not fit together after the changes, "" = they do: references, pictures, circles, natural keys."""
    for c in changes:
        t = TABLES[c.table]
        if c.after is None:
            if galat := _masih_dirujuk(sesudah, c):
                return galat
            continue
        for kolom in t.columns:
            tujuan = getattr(c.after, kolom.name) if kolom.ref else None
            if tujuan is not None and sesudah.row(kolom.ref, tujuan) is None:
                return f"{kolom.label}: baris yang dirujuk tidak ada ({TABLES[kolom.ref].one})."
        for kolom, _ in gambar_hilang(sesudah, c.after):
            if c.before is None or getattr(c.before, kolom.name) != getattr(c.after, kolom.name):
                return f"{kolom.label}: memakai gambar yang tidak ada di dalam berkas ini."
        for kolom in berputar(sesudah, c.after):
            if c.before is None or getattr(c.before, kolom.name) != getattr(c.after, kolom.name):
                return f"{kolom.label}: rujukannya berputar kembali ke baris ini."
        if galat := mustahil(c.after) or _kembar(sesudah, t, c):
            return galat
    return ""


def gambar_hilang(sesudah: Snapshot, row: Row) -> Iterator[tuple[Column, str]]:
    """Texts of a row with the id of a picture in them that is not there."""
    for c in TABLES[row.TABEL].columns:
        if c.kind is Kind.NASKAH and (isi := getattr(row, c.name)):
            yield from (
                (c, id) for id in naskah.gambar_dipakai(naskah.baca(isi)) if sesudah.row(Gambar.TABEL, id) is None
            )


def berputar(sesudah: Snapshot, row: Row) -> Iterator[Column]:
    """Columns that point into their own table and lead back to the row: nothing is its own parent or successor."""
    for c in TABLES[row.TABEL].columns:
        if c.ref != row.TABEL:
            continue
        dilalui = {row.id}
        kini = getattr(row, c.name)
        while kini and kini not in dilalui:
            dilalui.add(kini)
            berikut = sesudah.row(row.TABEL, kini)
            kini = getattr(berikut, c.name) if berikut else None
        if kini == row.id:
            yield c


def mustahil(row: Row) -> str:
    """Why no row can hold these values together, each of which its column allows; "" when it can."""
    if isinstance(row, IndikatorPeriode) and row.jenis == "triwulan" and (row.periode or 0) > 4:
        return f"Triwulan {row.periode} tidak ada; triwulan ditulis 1 sampai 4."
    return ""


def kunci_lengkap(t: Table, kunci: Mapping[str, object]) -> bool:
    """True when a natural key tells rows apart; one whose required part or kode is still empty does not."""
    return not any(v in (None, "") and (t.by_name[k].required or k == "kode") for k, v in kunci.items())


def _masih_dirujuk(sesudah: Snapshot, c: Change) -> str:
    if sesudah.row(c.table, c.key) is not None or c.before is None:
        return ""
    for t in TABLES.values():
        for kolom in t.columns:
            if kolom.ref == c.table and sesudah.where(t.row, **{kolom.name: c.key}):
                nama = sebutan(sesudah, c.before)
                return f"{nama} tidak dapat dihapus karena masih dipakai pada {t.label}."
    return ""


def _kembar(sesudah: Snapshot, t: Table, c: Change) -> str:
    """A second row of the same natural key; keys that are not filled yet do not count.

    A picture may be kept twice under two names: its key serves only to match rows at import.
    """
    baru = c.after
    if baru is None or not t.unique or all(t.by_name[k].kind is Kind.BERKAS for k in t.unique):
        return ""
    kunci = {k: getattr(baru, k) for k in t.unique}
    if c.before is not None and all(getattr(c.before, k) == v for k, v in kunci.items()):
        return ""
    if not kunci_lengkap(t, kunci) or len(sesudah.where(t.row, **kunci)) < 2:
        return ""
    tahun = f" tahun {kunci['tahun']}" if kunci.get("tahun") else ""
    if "kode" in kunci:
        return f"Kode {kunci['kode']} sudah dipakai pada {t.label.lower()}{tahun}."
    nama = sebutan(sesudah, baru)
    yang = f" ({nama})" if nama not in (str(kunci.get("tahun")), t.one) else ""
    return f"{t.one[:1].upper()}{t.one[1:]}{tahun} sudah ada{yang}."


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
