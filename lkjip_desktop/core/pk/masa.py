"""Which version of a Perjanjian Kinerja is in force at a date, and how far each one has come.

draf: not signed, shows the working values. terkunci: signed, its contents never change again. berlaku: signed, and its
date of effect has come. What is measured never waits for anybody to say so: a signed version counts from its date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..snapshot import Snapshot
from ..tables import Indikator, Pk, PkButir
from ..tanggal import akhir, awal, tanggal_cetak
from .jenis import BEKU


@dataclass(frozen=True, slots=True)
class Keadaan:
    """How far a version has come at a date; `teks` says it in words, `kata` in one."""

    jenis: Literal["draf", "terkunci", "berlaku", "diganti"]
    kata: str
    teks: str


def mulai_berlaku(pk: Pk) -> str:
    """The first day of a version as full ISO text; without a (readable) date it counts from 1 January of its year."""
    dari = pk.berlaku_dari or pk.tanggal
    try:
        return awal(dari or f"{pk.tahun or 1:04}-01-01")
    except ValueError:
        return f"{pk.tahun or 1:04}-01-01"


def berlaku(snapshot: Snapshot, tahun: int, pada: str | None = None, posisi_id: str | None = None) -> Pk | None:
    """The signed version in force at `pada` (default 31 December of the year) of the head of the satker, or of the
    official at `posisi_id`; None when none is signed. A later revision supersedes an earlier one."""
    batas = akhir(pada or f"{tahun:04}-12-31")
    calon = [
        p
        for p in snapshot.where(Pk, tahun=tahun)
        if p.posisi_id == posisi_id and p.status in BEKU and mulai_berlaku(p) <= batas
    ]
    return max(calon, key=lambda p: (p.nomor, mulai_berlaku(p), p.id), default=None)


def butir_berlaku(snapshot: Snapshot, tahun: int) -> dict[str, PkButir]:
    """The frozen line of every indicator that a PK in force on 31 December promises, by indicator id.

    The head's agreement covers the indicators of the satker, that of a lower official only his own.
    """
    hasil: dict[str, PkButir] = {}
    posisi = {p.posisi_id for p in snapshot.where(Pk, tahun=tahun)}
    for pos in sorted(posisi, key=lambda x: x or ""):
        pk = berlaku(snapshot, tahun, posisi_id=pos)
        for b in snapshot.where(PkButir, pk_id=pk.id) if pk else ():
            ind = snapshot.get(Indikator, b.indikator_id)
            if ind is not None and ind.posisi_id == pos:
                hasil[ind.id] = b
    return hasil


def keadaan(snapshot: Snapshot, pk: Pk, pada: str) -> Keadaan:
    """The state of a version on the day `pada` (ISO): draft, signed and waiting for its date, in force, or superseded
    by a later signed version whose date has come."""
    if pk.status not in BEKU:
        return Keadaan("draf", "Draf", "Belum ditandatangani; isinya mengikuti target dan anggaran kerja.")
    mulai = mulai_berlaku(pk)
    sejak = tanggal_cetak(pk.berlaku_dari or pk.tanggal, ruang_hari=False) or f"1 Januari {pk.tahun}"
    if mulai > pada:
        return Keadaan("terkunci", "Terkunci", f"Sudah ditandatangani dan terkunci; berlaku mulai {sejak}.")
    kini = berlaku(snapshot, pk.tahun or 0, pada, pk.posisi_id)
    if kini is not None and kini.id != pk.id and kini.nomor > pk.nomor:
        return Keadaan("diganti", "Digantikan", f"Digantikan oleh Perubahan ke-{kini.nomor}; tetap terkunci.")
    return Keadaan("berlaku", "Berlaku", f"Sudah ditandatangani dan terkunci; berlaku sejak {sejak}.")
