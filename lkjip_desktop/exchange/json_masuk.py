"""Read a foreign exchange JSON with limits: well-formed tables and checked blobs come out, or the reasons why not."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from lkjip_desktop.core.periksa_nilai import pecahan_utuh
from lkjip_desktop.core.schema import TABLES

from .json_keluar import FORMAT, VERSI
from .masalah import Catatan, potong

#: Largest exchange file, deepest nesting, most rows, and largest blob that are taken in.
BATAS_UKURAN = 400 * 1024 * 1024
BATAS_DALAM = 40
BATAS_BARIS = 200_000
BATAS_BERKAS = 25 * 1024 * 1024

_KUNCI = ("format", "versi", "tabel", "berkas")
_SHA = re.compile(r"[0-9a-f]{64}")
_TIDAK_TERBACA = "Berkas ini bukan berkas pertukaran yang dapat dibaca"


@dataclass(frozen=True, slots=True)
class Masukan:
    """Rows by table as JSON objects (values not looked at yet) and blobs by SHA-256, verified."""

    tabel: Mapping[str, tuple[Mapping[str, Any], ...]]
    berkas: Mapping[str, bytes]


class _Tolak(ValueError):
    """A JSON that is well-formed but not acceptable; the text is for the user."""


def baca(data: bytes, catatan: Catatan) -> Masukan:
    """The content of an exchange file; every problem goes to `catatan`, and what is wrong is left out."""
    kosong = Masukan({}, {})
    if len(data) > BATAS_UKURAN:
        catatan.tambah("", f"Berkas ini lebih besar dari {BATAS_UKURAN // 1024 // 1024} MB.")
        return kosong
    dokumen = _urai(data, catatan)
    if dokumen is None or not _kepala(dokumen, catatan):
        return kosong
    return Masukan(_tabel(dokumen.get("tabel", {}), catatan), _berkas(dokumen.get("berkas", {}), catatan))


def _urai(data: bytes, catatan: Catatan) -> dict[str, Any] | None:
    try:
        dokumen = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_tanpa_kembar,
            parse_constant=_konstanta,
            parse_int=_bulat,
            parse_float=_pecahan,
        )
    except UnicodeDecodeError:
        catatan.tambah("", f"{_TIDAK_TERBACA}: tulisannya bukan UTF-8.")
    except json.JSONDecodeError as e:
        catatan.tambah("", f"{_TIDAK_TERBACA}: JSON rusak pada baris {e.lineno} kolom {e.colno}.")
    except _Tolak as e:
        catatan.tambah("", f"{_TIDAK_TERBACA}: {e}")
    except RecursionError:
        catatan.tambah("", f"{_TIDAK_TERBACA}: isinya bersarang terlalu dalam.")
    else:
        if not isinstance(dokumen, dict):
            catatan.tambah("", f"{_TIDAK_TERBACA}: isinya harus sebuah objek JSON.")
        elif _dalam(dokumen):
            catatan.tambah("", f"{_TIDAK_TERBACA}: isinya bersarang terlalu dalam.")
        else:
            return dokumen
    return None


def _tanpa_kembar(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    objek: dict[str, Any] = {}
    for kunci, nilai in pasangan:
        # JSON readers silently keep the last one; a value that vanishes without a word is worse than a refusal.
        if kunci in objek:
            raise _Tolak(f"kunci {potong(kunci)} tertulis dua kali dalam satu objek.")
        objek[kunci] = nilai
    return objek


def _konstanta(kata: str) -> NoReturn:
    raise _Tolak(f"{kata} bukan angka JSON.")


def _bulat(teks: str) -> int:
    if len(teks) > 20:
        raise _Tolak(f"bilangan {potong(teks, 20)} terlalu panjang.")
    return int(teks)


def _pecahan(teks: str) -> float:
    try:
        return pecahan_utuh(teks)
    except ValueError:
        raise _Tolak(f"bilangan {potong(teks, 20)} terlalu panjang; tulis sebagai teks dalam tanda kutip.") from None


def _dalam(dokumen: object) -> bool:
    """True when the nesting passes the limit; walked level by level, so that depth cannot exhaust the stack."""
    lapis: list[object] = [dokumen]
    for _ in range(BATAS_DALAM):
        berikut: list[object] = []
        for b in lapis:
            if isinstance(b, dict):
                berikut += [v for v in b.values() if isinstance(v, (dict, list))]
            elif isinstance(b, list):
                berikut += [v for v in b if isinstance(v, (dict, list))]
        if not berikut:
            return False
        lapis = berikut
    return True


def _kepala(dokumen: dict[str, Any], catatan: Catatan) -> bool:
    """True when the file says that it is one of ours, of a version that we know."""
    if dokumen.get("format") != FORMAT:
        catatan.tambah("", f"{_TIDAK_TERBACA}: kunci “format” harus berisi “{FORMAT}”.")
        return False
    versi = dokumen.get("versi")
    if isinstance(versi, int) and not isinstance(versi, bool) and versi > VERSI:
        catatan.tambah("", "Berkas ini dibuat oleh versi program yang lebih baru; perbarui program ini dahulu.")
        return False
    if versi != VERSI or isinstance(versi, bool):
        catatan.tambah("", f"{_TIDAK_TERBACA}: kunci “versi” harus berisi {VERSI}.")
        return False
    for kunci in dokumen:
        if kunci not in _KUNCI:
            catatan.tambah("", f"Kunci {potong(kunci)} tidak dikenal; yang dikenal: {', '.join(_KUNCI)}.")
    return True


def _tabel(isi: object, catatan: Catatan) -> dict[str, tuple[Mapping[str, Any], ...]]:
    if not isinstance(isi, dict):
        catatan.tambah("tabel", "harus sebuah objek berisi daftar baris menurut nama tabel.")
        return {}
    hasil: dict[str, tuple[Mapping[str, Any], ...]] = {}
    jumlah = 0
    for nama, baris in isi.items():
        if nama not in TABLES:
            catatan.tambah("tabel", f"tabel {potong(nama)} tidak dikenal.")
        elif not isinstance(baris, list):
            catatan.tambah(f"Tabel {nama}", "harus berisi daftar baris.")
        elif (jumlah := jumlah + len(baris)) > BATAS_BARIS:
            catatan.tambah("tabel", f"jumlah baris melebihi {BATAS_BARIS}.")
            return {}
        else:
            for n, b in enumerate(baris, start=1):
                if not isinstance(b, dict):
                    catatan.tambah(f"Tabel {nama} baris {n}", "harus sebuah objek berisi nilai menurut nama kolom.")
            # A wrong row keeps its place as an empty one, so that the numbers of the others stay right.
            hasil[nama] = tuple(b if isinstance(b, dict) else {} for b in baris)
    return hasil


def _berkas(isi: object, catatan: Catatan) -> dict[str, bytes]:
    if not isinstance(isi, dict):
        catatan.tambah("berkas", "harus sebuah objek berisi isi berkas (base64) menurut SHA-256.")
        return {}
    hasil: dict[str, bytes] = {}
    for sha, teks in isi.items():
        tempat = f"Berkas {sha[:12]}…" if _SHA.fullmatch(sha) else f"Berkas {potong(sha)}"
        if not _SHA.fullmatch(sha):
            catatan.tambah(tempat, "namanya harus SHA-256, yaitu 64 angka heksadesimal huruf kecil.")
        elif not isinstance(teks, str):
            catatan.tambah(tempat, "isinya harus teks base64.")
        elif len(teks) > BATAS_BERKAS * 4 // 3 + 4:
            catatan.tambah(tempat, f"isinya lebih besar dari {BATAS_BERKAS // 1024 // 1024} MB.")
        elif (data := _base64(teks)) is None:
            catatan.tambah(tempat, "isinya bukan base64 yang sah.")
        elif hashlib.sha256(data).hexdigest() != sha:
            catatan.tambah(tempat, "isinya tidak cocok dengan SHA-256-nya; berkas ini berubah atau rusak.")
        else:
            hasil[sha] = data
    return hasil


def _base64(teks: str) -> bytes | None:
    try:
        return base64.b64decode(teks.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        return None
