"""Values of foreign rows, column by column, in the form in which they are stored, or the reason why not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lkjip_desktop.core.angka import teks_desimal
from lkjip_desktop.core.periksa_nilai import rapikan
from lkjip_desktop.core.schema import Column, Kind, Table
from lkjip_desktop.core.teks import bersih
from lkjip_desktop.errors import Ditolak

from .masalah import Catatan, potong

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class BarisMasuk:
    """One row of the file: its place for messages, its id ("" = none given), and the values that it gives."""

    tempat: str
    id: str
    nilai: Mapping[str, Any]


def baca_baris(t: Table, isi: Iterable[Mapping[str, Any]], catatan: Catatan) -> tuple[BarisMasuk, ...]:
    """The rows of a table; a value that is refused is noted and left out."""
    hasil: list[BarisMasuk] = []
    ada: dict[str, int] = {}
    for n, objek in enumerate(isi, start=1):
        tempat = f"Tabel {t.name} baris {n}"
        id = _id(objek.get("id"), tempat, catatan)
        if id and id in ada:
            catatan.tambah(tempat, f"id {id} sudah dipakai baris {ada[id]}.")
            continue
        ada[id] = n
        nilai: dict[str, Any] = {}
        for nama, v in objek.items():
            kolom = t.by_name.get(nama)
            if nama == "id":
                continue
            if kolom is None:
                catatan.tambah(tempat, f"kolom {potong(nama)} tidak dikenal.")
                continue
            rapi, galat = _nilai(kolom, v)
            if galat:
                catatan.tambah(f"{tempat} kolom {nama}", galat)
            else:
                nilai[nama] = rapi
        hasil.append(BarisMasuk(tempat, id, nilai))
    return tuple(hasil)


def id_sah(id: object) -> bool:
    """True for a UUID in small letters."""
    return isinstance(id, str) and _UUID.fullmatch(id) is not None


def _id(id: object, tempat: str, catatan: Catatan) -> str:
    if id is None:
        return ""
    if isinstance(id, str) and id_sah(id):
        return id
    catatan.tambah(f"{tempat} kolom id", f"{_sebut(id)} bukan UUID dengan huruf kecil.")
    return ""


def _nilai(kolom: Column, v: Any) -> tuple[Any, str]:
    """(stored value, "") or (None, why not)."""
    match kolom.kind:
        case Kind.ANGKA if v is not None:
            if not isinstance(v, str):
                return None, f'{_sebut(v)} harus angka sebagai teks dengan titik desimal, misalnya "49.26".'
            try:
                v = teks_desimal(v)
            except Ditolak as e:
                return None, str(e)
        case Kind.UANG | Kind.BULAT | Kind.TAHUN if v is not None and (isinstance(v, bool) or not isinstance(v, int)):
            return None, f"{_sebut(v)} harus bilangan bulat tanpa tanda kutip."
        case Kind.YATIDAK if not isinstance(v, bool):
            return None, f"{_sebut(v)} harus true atau false."
        case Kind.NASKAH | Kind.DATA:
            return _susunan(kolom, v)
        case Kind.TEKS | Kind.PARAGRAF if isinstance(v, str) and bersih(v)[1]:
            return None, "berisi tanda kendali yang tidak dapat disimpan."
        case Kind.RUJUK if v == "":
            return None, "rujukan kosong ditulis null."
        case Kind.TEKS | Kind.PARAGRAF | Kind.TANGGAL | Kind.PILIHAN | Kind.BERKAS if not isinstance(v, str):
            return None, f"{_sebut(v)} harus teks."
    rapi, galat = rapikan(kolom, v)
    return rapi, f"{_sebut(v)}: {galat}" if galat else ""


def _susunan(kolom: Column, v: Any) -> tuple[Any, str]:
    """Nested JSON of a text or a rule set."""
    if v is None or (v == [] and kolom.kind is Kind.NASKAH):
        return "", ""
    if not isinstance(v, (list, dict)):
        return None, f"{_sebut(v)} harus susunan JSON, bukan satu nilai."
    rapi, galat = rapikan(kolom, json.dumps(v, ensure_ascii=False))
    return rapi, galat


def _sebut(v: object) -> str:
    kata = {True: "true", False: "false"}[v] if isinstance(v, bool) else "null" if v is None else v
    return potong(kata) if isinstance(kata, (str, int, float)) else "isinya"
