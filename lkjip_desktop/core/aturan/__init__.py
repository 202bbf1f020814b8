"""The rules of the office that hold in one year, from the rows of table `aturan`.

Year N uses of each kind the set that began last on or before 31 December N. A missing or broken set never stops
anything: measurement and print fall back to the shipped values, a score is not recomputed, and `masalah` says so.
"""

from __future__ import annotations

import dataclasses
import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..snapshot import Snapshot
from ..tables import AturanBaris
from ..tanggal import awal
from .cetak import AturanCetak
from .jenis import (
    PIHAK_KEDUA,
    PIHAK_PERTAMA,
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
from .urai import JENIS_ATURAN, urai

__all__ = [
    "JENIS_ATURAN",
    "NAMA_ATURAN",
    "PIHAK_KEDUA",
    "PIHAK_PERTAMA",
    "Aturan",
    "AturanCetak",
    "AturanKomponen",
    "AturanMusim",
    "AturanSkor",
    "AturanTenggat",
    "BobotGabungan",
    "ButirPeriksa",
    "DaftarPeriksa",
    "JenisBelanja",
    "Kategori",
    "KelompokPeriksa",
    "MasalahAturan",
    "Musim",
    "Pengukuran",
    "PernyataanPk",
    "TabelKategori",
    "aturan_tahun",
    "bawaan",
    "urai",
]

NAMA_ATURAN: Mapping[str, str] = {
    "pengukuran": "Aturan pengukuran",
    "kategori_capaian": "Kategori capaian",
    "smart": "Bobot SMART",
    "ikpa": "Bobot IKPA",
    "nka": "Bobot Nilai Kinerja Anggaran",
    "akip": "Bobot evaluasi AKIP",
    "gabungan": "Bobot gabungan SMART dan IKPA",
    "ceklis_reviu": "Daftar periksa reviu",
    "ceklis_evaluasi": "Daftar periksa evaluasi AKIP",
    "cetak": "Aturan cetak",
    "pernyataan_pk": "Naskah pernyataan Perjanjian Kinerja",
    "jenis_belanja": "Jenis belanja",
    "tenggat": "Tenggat",
    "musim": "Musim pemeriksaan",
}

# A score rule begins with a regulation, so a year before it has none: that is no problem.
_BOLEH_TIADA = frozenset({"smart", "ikpa", "nka", "gabungan", "akip", "ceklis_evaluasi", "kategori_capaian"})

# Names the rows that a new file is given; never change it, or every file gets its defaults twice.
_RUANG_ID = uuid.UUID("6c6b6a69-7000-5000-8000-6174757261e0")


@dataclass(frozen=True, slots=True)
class MasalahAturan:
    """A rule set that is missing or cannot be read in full; baris_id "" when there is no row."""

    jenis: str
    baris_id: str
    teks: str


@dataclass(frozen=True, slots=True)
class Aturan:
    """Every rule of one year. `baris` names the row that a kind came from. Score rules are None where none holds."""

    tahun: int
    pengukuran: Pengukuran = dataclasses.field(default_factory=Pengukuran)
    kategori_capaian: TabelKategori = dataclasses.field(default_factory=TabelKategori)
    smart: AturanSkor | None = None
    ikpa: AturanSkor | None = None
    nka: AturanSkor | None = None
    akip: AturanSkor | None = None
    gabungan: BobotGabungan | None = None
    ceklis_reviu: DaftarPeriksa = dataclasses.field(default_factory=DaftarPeriksa)
    ceklis_evaluasi: DaftarPeriksa = dataclasses.field(default_factory=DaftarPeriksa)
    cetak: AturanCetak = dataclasses.field(default_factory=AturanCetak)
    pernyataan_pk: PernyataanPk = dataclasses.field(default_factory=PernyataanPk)
    jenis_belanja: tuple[JenisBelanja, ...] = ()
    tenggat: tuple[AturanTenggat, ...] = ()
    musim: Musim = dataclasses.field(default_factory=Musim)
    masalah: tuple[MasalahAturan, ...] = ()
    baris: Mapping[str, AturanBaris] = dataclasses.field(default_factory=lambda: MappingProxyType({}))


def aturan_tahun(snapshot: Snapshot, tahun: int) -> Aturan:
    """The rules that hold in `tahun` (in force on 31 December); never raises."""
    batas = f"{tahun:04}-12-31"
    terpilih: dict[str, tuple[str, AturanBaris]] = {}
    masalah: list[MasalahAturan] = []
    for b in snapshot.rows(AturanBaris):
        try:
            mulai = awal(b.berlaku_dari)
        except ValueError:
            masalah.append(MasalahAturan(b.jenis, b.id, f"{_nama(b.jenis)}: tanggal berlakunya tidak terbaca."))
            continue
        if mulai <= batas and (b.jenis not in terpilih or mulai >= terpilih[b.jenis][0]):
            terpilih[b.jenis] = (mulai, b)

    isi: dict[str, Any] = {}
    for jenis in JENIS_ATURAN:
        if jenis not in terpilih:
            if jenis not in _BOLEH_TIADA:
                teks = f"{_nama(jenis)} untuk tahun {tahun} belum ada."
                masalah.append(MasalahAturan(jenis, "", teks))
            continue
        baris = terpilih[jenis][1]
        nilai, salah = urai(jenis, baris.isi)
        masalah.extend(MasalahAturan(jenis, baris.id, f"{_nama(jenis)}: {s}.") for s in salah)
        if isinstance(nilai, AturanSkor | BobotGabungan | DaftarPeriksa):
            nilai = dataclasses.replace(nilai, sumber=baris.sumber, terkonfirmasi=baris.terkonfirmasi)
        if nilai is not None:
            isi[jenis] = nilai
    dipakai = MappingProxyType({j: b for j, (_, b) in terpilih.items()})
    return Aturan(tahun=tahun, **isi, masalah=tuple(masalah), baris=dipakai)


def bawaan(data: Iterable[Mapping[str, Any]]) -> tuple[AturanBaris, ...]:
    """Rows for a new file from the shipped rule sets ({"jenis", "berlaku_dari", "isi", "sumber", "terkonfirmasi"}).

    Ids follow from kind and date, so two files made on two machines name the same rule alike. Raises ValueError
    for a set that cannot be read in full: a fault of this program, found by its tests.
    """
    rows: list[AturanBaris] = []
    for d in data:
        jenis, dari = d["jenis"], d.get("berlaku_dari", "")
        isi = json.dumps(d["isi"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        _, salah = urai(jenis, isi)
        awal(dari)
        if salah:
            raise ValueError(f"shipped rule set {jenis} {dari}: {salah}")
        rows.append(
            AturanBaris(
                id=str(uuid.uuid5(_RUANG_ID, f"{jenis}:{dari}")),
                jenis=jenis,
                berlaku_dari=dari,
                isi=isi,
                sumber=d.get("sumber", ""),
                terkonfirmasi=bool(d.get("terkonfirmasi", False)),
            )
        )
    return tuple(rows)


def _nama(jenis: str) -> str:
    return NAMA_ATURAN.get(jenis, f"Aturan “{jenis[:40]}”")
