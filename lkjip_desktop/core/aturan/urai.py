"""Reading the JSON of a rule set into its typed value; what is wrong becomes a sentence, never an exception."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from .cetak import AturanCetak
from .jenis import (
    AturanKomponen,
    AturanMusim,
    AturanSkor,
    AturanTenggat,
    BobotGabungan,
    ButirPeriksa,
    DaftarPeriksa,
    JenisBelanja,
    Kategori,
    KelompokPeriksa,
    Musim,
    Pengukuran,
    PernyataanPk,
    TabelKategori,
)

T = TypeVar("T")


class _Salah(Exception):
    """One place that cannot be read; the text is the sentence for the user."""


@lru_cache(maxsize=512)
def urai(jenis: str, isi: str) -> tuple[Any, tuple[str, ...]]:
    """(value, sentences on what is wrong) of the JSON of one rule set; value None when nothing can be used.

    A flat set (pengukuran, cetak, pernyataan_pk) keeps its default where one key is wrong; a score or a list that has
    a wrong part is not used at all, because half a set of weights gives a wrong number without a word.
    """
    baca = _PEMBACA.get(jenis)
    if baca is None:
        return None, (f"jenis aturan “{jenis}” tidak dikenal",)
    try:
        data = json.loads(isi, parse_float=Decimal)
    except (ValueError, RecursionError):
        return None, ("isinya tidak terbaca",)
    if not isinstance(data, dict):
        return None, ("isinya bukan daftar pasangan kunci dan nilai",)
    masalah: list[str] = []
    try:
        return baca(data, masalah), tuple(masalah)
    except _Salah as e:
        return None, (*masalah, str(e))


# ------------------------------------------------------------------------------------------------ single values
def _angka(nilai: object, tempat: str) -> Decimal:
    if isinstance(nilai, bool) or not isinstance(nilai, str | int | Decimal):
        raise _Salah(f"“{tempat}” bukan angka")
    try:
        d = Decimal(nilai)
    except InvalidOperation:
        raise _Salah(f"“{tempat}” bukan angka") from None
    if not d.is_finite() or abs(d.adjusted()) > 20:
        raise _Salah(f"“{tempat}” bukan angka yang wajar")
    return d


def _bulat(nilai: object, tempat: str) -> int:
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        raise _Salah(f"“{tempat}” bukan bilangan bulat")
    return nilai


def _teks(nilai: object, tempat: str) -> str:
    if not isinstance(nilai, str):
        raise _Salah(f"“{tempat}” bukan teks")
    return nilai


def _daftar(nilai: object, tempat: str) -> list[Any]:
    if not isinstance(nilai, list):
        raise _Salah(f"“{tempat}” bukan daftar")
    return nilai


def _objek(nilai: object, tempat: str) -> dict[str, Any]:
    if not isinstance(nilai, dict):
        raise _Salah(f"“{tempat}” bukan pasangan kunci dan nilai")
    return nilai


# ------------------------------------------------------------------------------------------------- flat sets
def _nilai_isian(f: dataclasses.Field[Any], bawaan: Any, mentah: object) -> Any:
    """The value of one field of a flat set, of the kind that its default and annotation tell."""
    if f.type == "Decimal | None":
        return None if mentah is None else _angka(mentah, f.name)
    if isinstance(bawaan, bool):
        if not isinstance(mentah, bool):
            raise _Salah(f"“{f.name}” harus ya atau tidak")
        return mentah
    if isinstance(bawaan, int):
        n = _bulat(mentah, f.name)
        if not 0 <= n <= 400:
            raise _Salah(f"“{f.name}” di luar batas yang wajar")
        return n
    if isinstance(bawaan, tuple):
        anggota: Callable[[object, str], Any] = _bulat if f.type == "tuple[int, ...]" else _teks
        return tuple(anggota(v, f.name) for v in _daftar(mentah, f.name))
    if isinstance(bawaan, Mapping):
        # Keys that the office leaves out keep their default, so an old set still knows a newer word.
        sendiri = {_teks(k, f.name): _teks(v, f.name) for k, v in _objek(mentah, f.name).items()}
        return MappingProxyType({**bawaan, **sendiri})
    teks = _teks(mentah, f.name)
    pilihan = f.metadata.get("pilihan", ())
    if pilihan and teks not in dict(pilihan):
        raise _Salah(f"“{f.name}” berisi pilihan yang tidak dikenal: {teks[:40]}")
    return teks


def _datar(kelas: type[T]) -> Callable[[dict[str, Any], list[str]], T]:
    """A reader for a dataclass of simple fields; a wrong key is reported and keeps its default."""

    def baca(data: dict[str, Any], masalah: list[str]) -> T:
        bawaan = kelas()
        isi: dict[str, Any] = {}
        fields = {f.name: f for f in dataclasses.fields(kelas)}  # type: ignore[arg-type]  # only dataclasses come here
        for kunci, mentah in data.items():
            if kunci not in fields:
                masalah.append(f"kunci “{kunci[:40]}” tidak dikenal")
                continue
            try:
                isi[kunci] = _nilai_isian(fields[kunci], getattr(bawaan, kunci), mentah)
            except _Salah as e:
                masalah.append(f"{e}; dipakai nilai bawaan")
        return kelas(**isi)

    return baca


def _pengukuran(data: dict[str, Any], masalah: list[str]) -> Pengukuran:
    p = _datar(Pengukuran)(data, masalah)
    if p.desimal > 6:
        masalah.append("“desimal” paling banyak 6; dipakai 2")
        p = dataclasses.replace(p, desimal=2)
    if p.batas is not None and p.batas <= 0:
        masalah.append("“batas” harus lebih dari 0; capaian tidak dibatasi")
        p = dataclasses.replace(p, batas=None)
    if not 1 <= p.tahun_riwayat <= 20:
        masalah.append("“tahun_riwayat” harus 1 sampai 20; dipakai 5")
        p = dataclasses.replace(p, tahun_riwayat=5)
    return p


# ------------------------------------------------------------------------------------------- structured sets
def _kategori(nilai: object) -> TabelKategori:
    butir: list[Kategori] = []
    for i, b in enumerate(_daftar(nilai, "kategori"), start=1):
        o = _objek(b, f"kategori {i}")
        kata = _teks(o.get("kata"), f"kata kategori {i}")
        if "mulai" in o:
            butir.append(Kategori(kata, _angka(o["mulai"], f"batas kategori {i}"), True))
        elif "lebih_dari" in o:
            butir.append(Kategori(kata, _angka(o["lebih_dari"], f"batas kategori {i}")))
        else:
            butir.append(Kategori(kata))
    batas = [b.batas for b in butir if b.batas is not None]
    if batas != sorted(batas, reverse=True) or any(b.batas is None for b in butir[:-1]):
        raise _Salah("kategori harus urut dari batas tertinggi, dan yang tanpa batas di akhir")
    return TabelKategori(tuple(butir))


def _skor(data: dict[str, Any], masalah: list[str]) -> AturanSkor:
    komponen: list[AturanKomponen] = []
    for i, b in enumerate(_daftar(data.get("komponen"), "komponen"), start=1):
        o = _objek(b, f"komponen {i}")
        kode = _teks(o.get("kode"), f"kode komponen {i}")
        jenis = _teks(o.get("jenis", "biasa"), f"jenis komponen {kode}")
        if jenis not in ("biasa", "efisiensi", "pengurang"):
            raise _Salah(f"jenis komponen “{kode}” tidak dikenal: {jenis[:40]}")
        bobot = _angka(o.get("bobot", "0"), f"bobot {kode}")
        if bobot < 0 or (jenis != "pengurang" and bobot == 0):
            raise _Salah(f"bobot “{kode}” harus lebih dari 0")
        komponen.append(
            AturanKomponen(
                kode,
                _teks(o.get("nama", kode), f"nama {kode}"),
                _teks(o.get("aspek", ""), f"aspek {kode}"),
                bobot,
                jenis,
                _teks(o.get("dari", ""), f"asal {kode}"),
            )
        )
    if not komponen:
        raise _Salah("belum ada komponen")
    if len({k.kode for k in komponen}) != len(komponen):
        raise _Salah("ada dua komponen dengan kode yang sama")
    jumlah = sum((k.bobot for k in komponen), Decimal(0))
    if jumlah != 100:
        masalah.append(f"jumlah bobot {format(jumlah.normalize(), 'f').replace('.', ',')}, bukan 100")
    ne_batas = _angka(data.get("ne_batas", "20"), "ne_batas")
    if ne_batas <= 0:
        raise _Salah("“ne_batas” harus lebih dari 0")
    return AturanSkor(
        _teks(data.get("nama", ""), "nama"),
        tuple(komponen),
        _kategori(data.get("kategori", [])),
        ne_batas,
        _angka(data.get("ne_dasar", "50"), "ne_dasar"),
        _angka(data.get("ne_faktor", "50"), "ne_faktor"),
    )


def _gabungan(data: dict[str, Any], masalah: list[str]) -> BobotGabungan:
    smart, ikpa = _angka(data.get("smart"), "smart"), _angka(data.get("ikpa"), "ikpa")
    if smart < 0 or ikpa < 0:
        raise _Salah("bobot tidak boleh kurang dari 0")
    if smart + ikpa != 100:
        masalah.append("jumlah bobot SMART dan IKPA bukan 100")
    return BobotGabungan(smart, ikpa, _teks(data.get("dasar", ""), "dasar"))


def _periksa(data: dict[str, Any], masalah: list[str]) -> DaftarPeriksa:
    kelompok: list[KelompokPeriksa] = []
    kode: set[str] = set()
    for k in _daftar(data.get("kelompok"), "kelompok"):
        o = _objek(k, "kelompok")
        butir = tuple(
            ButirPeriksa(_teks(b.get("kode"), "kode butir"), _teks(b.get("teks"), "teks butir"))
            for b in (_objek(x, "butir") for x in _daftar(o.get("butir"), "butir"))
        )
        if kode & (baru := {b.kode for b in butir}) or len(baru) != len(butir):
            raise _Salah("ada dua butir dengan kode yang sama")
        kode |= baru
        kelompok.append(
            KelompokPeriksa(_teks(o.get("kode"), "kode kelompok"), _teks(o.get("nama"), "nama kelompok"), butir)
        )
    if not kelompok:
        masalah.append("daftar periksa masih kosong")
    return DaftarPeriksa(
        _teks(data.get("judul", ""), "judul"), _teks(data.get("pengantar", ""), "pengantar"), tuple(kelompok)
    )


def _belanja(data: dict[str, Any], masalah: list[str]) -> tuple[JenisBelanja, ...]:
    del masalah
    return tuple(
        JenisBelanja(_teks(o.get("kode"), "kode"), _teks(o.get("nama"), "nama"))
        for o in (_objek(b, "jenis belanja") for b in _daftar(data.get("jenis"), "jenis"))
    )


def _tenggat(data: dict[str, Any], masalah: list[str]) -> tuple[AturanTenggat, ...]:
    del masalah
    hasil: list[AturanTenggat] = []
    for o in (_objek(b, "tenggat") for b in _daftar(data.get("tenggat"), "tenggat")):
        kode = _teks(o.get("kode"), "kode")
        jenis = _teks(o.get("jenis"), f"jenis {kode}")
        hari, bulan = _bulat(o.get("hari"), f"hari {kode}"), _bulat(o.get("bulan", 1), f"bulan {kode}")
        if jenis not in ("bulanan", "tahunan", "pk") or not 1 <= hari <= 31 or not 1 <= bulan <= 12:
            raise _Salah(f"tenggat “{kode}” tidak wajar")
        nama, tambah = _teks(o.get("nama"), f"nama {kode}"), _bulat(o.get("tambah", 0), f"tambah {kode}")
        hasil.append(AturanTenggat(kode, nama, jenis, hari, bulan, tambah))
    return tuple(hasil)


def _musim(data: dict[str, Any], masalah: list[str]) -> Musim:
    del masalah
    butir: list[AturanMusim] = []
    for o in (_objek(b, "musim") for b in _daftar(data.get("mulai"), "mulai")):
        tabel = _teks(o.get("tabel"), "tabel")
        bulan = _bulat(o.get("bulan"), f"bulan {tabel}")
        if not 1 <= bulan <= 24:
            raise _Salah(f"bulan untuk “{tabel}” harus 1 sampai 24")
        butir.append(AturanMusim(tabel, _teks(o.get("kolom", ""), "kolom"), bulan))
    return Musim(tuple(butir))


def _kategori_capaian(data: dict[str, Any], masalah: list[str]) -> TabelKategori:
    del masalah
    return _kategori(data.get("kategori"))


_PEMBACA: Mapping[str, Callable[[dict[str, Any], list[str]], Any]] = {
    "pengukuran": _pengukuran,
    "kategori_capaian": _kategori_capaian,
    "smart": _skor,
    "ikpa": _skor,
    "nka": _skor,
    "akip": _skor,
    "gabungan": _gabungan,
    "ceklis_reviu": _periksa,
    "ceklis_evaluasi": _periksa,
    "cetak": _datar(AturanCetak),
    "pernyataan_pk": _datar(PernyataanPk),
    "jenis_belanja": _belanja,
    "tenggat": _tenggat,
    "musim": _musim,
}

#: Every kind of rule set, in the order in which they are shown.
JENIS_ATURAN: tuple[str, ...] = tuple(_PEMBACA)
