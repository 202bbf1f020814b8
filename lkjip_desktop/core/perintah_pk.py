"""Commands of the Perjanjian Kinerja: a new version from the last one, and signing, which freezes it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import Any

from lkjip_desktop.errors import Ditolak

from .change import Change, Step
from .kunci import pk_terkunci
from .periksa_nilai import rapikan_id, rapikan_semua
from .schema import TABLES
from .sebutan import sebutan
from .snapshot import Snapshot
from .tables import Laporan, Pk, PkCakupan

_BEKU = ("nama", "gelar_depan", "gelar_belakang", "pangkat", "nip", "jenis", "jabatan", "unit")


@dataclass(frozen=True, slots=True)
class PkBaru:
    """Start a version of the year's PK: Awal, or the next Perubahan, from the last version there is."""

    tahun: int
    id: str
    alasan: str = ""
    alasan_uraian: str = ""
    posisi_id: str | None = None

    @property
    def label(self) -> str:
        """E.g. "Buat Perjanjian Kinerja 2023"."""
        return f"Buat Perjanjian Kinerja {self.tahun}"

    def plan(self, now: Snapshot) -> Step:
        """Adds the draft; layout and parties are those of the last version, in this year or before."""
        if now.one(Laporan, tahun=self.tahun) is None:
            raise Ditolak(f"Tahun {self.tahun} belum ada di berkas ini.")
        milik = now.where(Pk, posisi_id=self.posisi_id)
        setahun = [p for p in milik if p.tahun == self.tahun]
        if draf := next((p for p in setahun if not pk_terkunci(p)), None):
            raise Ditolak(f"{sebutan(now, draf)} masih draf.", "Tandatangani atau hapus draf itu lebih dahulu.")
        lama = max(
            (p for p in milik if (p.tahun or 0) <= self.tahun),
            key=lambda p: (p.tahun or 0, p.nomor),
            default=None,
        )
        nomor = max((p.nomor for p in setahun), default=-1) + 1
        nilai = rapikan_semua(
            TABLES[Pk.TABEL],
            (
                ("tahun", self.tahun),
                ("nomor", nomor),
                ("posisi_id", self.posisi_id),
                ("status", "draf"),
                ("alasan", self.alasan or ("awal" if nomor == 0 else "")),
                ("alasan_uraian", self.alasan_uraian),
                ("berlaku_dari", ""),
                ("tanggal", ""),
                ("sidik", ""),
                ("identitas_id", None),
            ),
        )
        dasar = Pk(id=rapikan_id(self.id)) if lama is None else _tanpa_nama_beku(lama)
        baru = replace(dasar, id=rapikan_id(self.id), **nilai)
        changes = [Change(Pk.TABEL, None, baru)]
        for c in now.where(PkCakupan, pk_id=lama.id) if lama else ():
            id = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.id}/{c.id}"))
            changes.append(Change(PkCakupan.TABEL, None, replace(c, id=id, pk_id=self.id)))
        return Step(self.label, tuple(changes))


def _tanpa_nama_beku(pk: Pk) -> Pk:
    """The version with the names of parties that the list of officials knows taken out again."""
    kosong: dict[str, Any] = {}
    for pihak in ("p1", "p2"):
        if getattr(pk, f"{pihak}_pejabat_id"):
            kosong |= {f"{pihak}_{k}": "" for k in _BEKU}
    return replace(pk, **kosong)


@dataclass(frozen=True, slots=True)
class TandaTanganiPk:
    """Sign a draft: names, targets, levels and budget are copied into it and never change again."""

    pk_id: str

    @property
    def label(self) -> str:
        """The plan adds which one."""
        return "Tanda tangani"

    def plan(self, now: Snapshot) -> Step:
        """Freezes the draft; a barrier that undo does not cross."""
        pk = now.get(Pk, self.pk_id)
        if pk is None:
            raise Ditolak("Perjanjian Kinerja itu sudah tidak ada.")
        if pk_terkunci(pk):
            raise Ditolak(f"{sebutan(now, pk)} sudah ditandatangani.")
        raise Ditolak("Penandatanganan belum tersedia.")
