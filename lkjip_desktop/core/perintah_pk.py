"""Commands of the Perjanjian Kinerja: a new version from the last one, and signing, which freezes it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import Any

from lkjip_desktop.errors import Ditolak

from .aturan import aturan_tahun
from .change import Change, Step
from .kunci import pk_terkunci
from .langkah import gabung, ganti
from .periksa_nilai import rapikan_id, rapikan_semua
from .pk import IsiPk, Pihak, isi_pk, mulai_berlaku
from .schema import TABLES
from .sebutan import sebutan
from .sidik import sidik_pk
from .snapshot import Snapshot
from .tables import Laporan, Pk, PkAnggaran, PkButir, PkCakupan
from .tanggal import tanggal_cetak

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
                ("pagu", None),
                ("nama_naskah", ""),
                ("sebutan_pertama", ""),
                ("sebutan_kedua", ""),
            ),
        )
        dasar = Pk(id=rapikan_id(self.id)) if lama is None else _bebaskan(now, lama)
        baru = replace(dasar, id=rapikan_id(self.id), **nilai)
        changes = [Change(Pk.TABEL, None, baru)]
        for c in now.where(PkCakupan, pk_id=lama.id) if lama else ():
            id = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.id}/{c.id}"))
            changes.append(Change(PkCakupan.TABEL, None, replace(c, id=id, pk_id=self.id)))
        return Step(self.label, tuple(changes))


def _bebaskan(now: Snapshot, pk: Pk) -> Pk:
    """The version with all that signing put in taken out again, and all that was typed kept.

    Names go where the list of officials knows the person, and the person too where the date alone chose him; title
    lines and wording go where they are what the program would have written by itself.
    """
    if not pk_terkunci(pk):
        return pk
    kosong: dict[str, Any] = {"status": "draf"}
    for pihak in ("p1", "p2"):
        if getattr(pk, f"{pihak}_pejabat_id"):
            kosong |= {f"{pihak}_{k}": "" for k in _BEKU} | {f"{pihak}_pejabat_id": None}
    sendiri = isi_pk(now, ganti(pk, kosong))
    for pihak, orang in (("p1", sendiri.pihak1), ("p2", sendiri.pihak2)):
        if orang.pejabat_id != (id := getattr(pk, f"{pihak}_pejabat_id")):
            kosong[f"{pihak}_pejabat_id"] = id
    if isi_pk(now, replace(pk, judul="")).judul[1:] == tuple(pk.judul.split("\n")):
        kosong["judul"] = ""
    if isi_pk(now, replace(sendiri.pk, tempat="")).tempat == pk.tempat:
        kosong["tempat"] = ""
    if pk.pernyataan == aturan_tahun(now, pk.tahun or 0).pernyataan_pk.naskah:
        kosong["pernyataan"] = ""
    return ganti(pk, kosong)


@dataclass(frozen=True, slots=True)
class TandaTanganiPk:
    """Sign a draft: names, targets, levels and budget are copied into it and never change again.

    `pada` is the day of signing (ISO). A version whose date of effect has come by then is "berlaku", one that begins
    later, or whose day of signing is not told, "terkunci"; both are frozen alike.
    """

    pk_id: str
    pada: str = ""

    @property
    def label(self) -> str:
        """The plan adds which one."""
        return "Tanda tangani"

    def plan(self, now: Snapshot) -> Step:
        """Freezes the draft as it would be printed now; a barrier that undo does not cross."""
        pk = _pk(now, self.pk_id)
        nama = sebutan(now, pk)
        if pk_terkunci(pk):
            raise Ditolak(f"{nama} sudah ditandatangani.")
        isi = isi_pk(now, pk)
        if not isi.butir():
            raise Ditolak(f"{nama} belum berisi indikator.", "Isi sasaran dan indikator tahun itu lebih dahulu.")
        for pihak, kata in ((isi.pihak1, "Pihak Pertama"), (isi.pihak2, "Pihak Kedua")):
            if not pihak.nama.strip():
                raise Ditolak(f"{kata} pada {nama} belum ditentukan.", "Pilih pejabatnya, lalu tanda tangani.")
        beku = ganti(pk, {**_pihak("p1", isi.pihak1), **_pihak("p2", isi.pihak2), **_kata(now, isi)})
        butir, anggaran = _butir(isi), _anggaran(isi)
        status = "berlaku" if self.pada and mulai_berlaku(beku) <= self.pada else "terkunci"
        beku = replace(beku, status=status, sidik=sidik_pk(beku, butir, anggaran))
        lama = (*now.where(PkButir, pk_id=pk.id), *now.where(PkAnggaran, pk_id=pk.id))
        changes = [Change(r.TABEL, r, None) for r in lama]
        changes += [Change(r.TABEL, None, r) for r in (*butir, *anggaran)]
        changes.append(Change(Pk.TABEL, pk, beku))
        return Step(f"{self.label} {nama}", gabung(changes), pagar=True, izin=frozenset({pk.id}))


@dataclass(frozen=True, slots=True)
class BerlakukanPk:
    """Mark a signed version as in force once its date has come; its contents stay as they were signed.

    `pada` is today (ISO); with it a version whose date of effect lies ahead is refused.
    """

    pk_id: str
    pada: str = ""

    @property
    def label(self) -> str:
        """The plan adds which one."""
        return "Berlakukan"

    def plan(self, now: Snapshot) -> Step:
        """Changes the status alone; a barrier like signing."""
        pk = _pk(now, self.pk_id)
        if pk.status != "terkunci":
            raise Ditolak(f"{sebutan(now, pk)} {'sudah berlaku' if pk_terkunci(pk) else 'belum ditandatangani'}.")
        if self.pada and (mulai := mulai_berlaku(pk)) > self.pada:
            raise Ditolak(f"{sebutan(now, pk)} baru berlaku mulai {tanggal_cetak(mulai)}.")
        baru = replace(pk, status="berlaku")
        return Step(
            f"{self.label} {sebutan(now, pk)}", (Change(Pk.TABEL, pk, baru),), pagar=True, izin=frozenset({pk.id})
        )


def _pk(now: Snapshot, id: str) -> Pk:
    pk = now.get(Pk, id)
    if pk is None:
        raise Ditolak("Perjanjian Kinerja itu sudah tidak ada.")
    return pk


def _pihak(awalan: str, pihak: Pihak) -> dict[str, Any]:
    """The columns that hold a party."""
    return {f"{awalan}_pejabat_id": pihak.pejabat_id} | {f"{awalan}_{k}": getattr(pihak, k) for k in _BEKU}


def _kata(now: Snapshot, isi: IsiPk) -> dict[str, Any]:
    """Words that would else follow later changes of the office's rules: title lines, wording, identity."""
    pk = isi.pk
    return {
        "judul": "\n".join(isi.judul[1:]),
        "judul_lampiran": "\n".join(isi.judul_lampiran[1:]) if pk.judul_lampiran.strip() else "",
        "pernyataan": pk.pernyataan.strip() or aturan_tahun(now, pk.tahun or 0).pernyataan_pk.naskah,
        "identitas_id": isi.identitas.id if isi.identitas else None,
        "tempat": isi.tempat,
        "nama_naskah": isi.judul[0],
        "sebutan_pertama": isi.sebutan[0],
        "sebutan_kedua": isi.sebutan[1],
    }


def _butir(isi: IsiPk) -> list[PkButir]:
    keluar: list[PkButir] = []
    for tingkat in isi.tingkat:
        for s in tingkat.sasaran:
            for b in s.butir:
                n = len(keluar) + 1
                keluar.append(
                    PkButir(
                        id=_turunan(isi.pk.id, "butir", n),
                        pk_id=isi.pk.id,
                        urut=n,
                        tingkat=tingkat.tingkat,
                        sasaran_id=s.sasaran_id,
                        sasaran_kode=s.kode,
                        sasaran_nama=s.nama,
                        indikator_id=b.indikator_id,
                        indikator_kode=b.kode,
                        indikator_nama=b.nama,
                        satuan=b.satuan,
                        jenis_nilai=b.jenis_nilai,
                        polaritas=b.polaritas,
                        target=b.angka,
                        target_atas=b.atas,
                        target_predikat=b.predikat,
                    )
                )
    return keluar


def _anggaran(isi: IsiPk) -> list[PkAnggaran]:
    return [
        PkAnggaran(
            id=_turunan(isi.pk.id, "anggaran", n),
            pk_id=isi.pk.id,
            urut=n,
            jenis=a.jenis,
            kode=a.kode,
            nama=a.nama,
            nilai=a.nilai,
        )
        for n, a in enumerate(isi.anggaran, start=1)
    ]


def _turunan(pk_id: str, jenis: str, n: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{pk_id}/{jenis}/{n}"))
