"""How far the work of a year has come, part by part, and which place comes next; counted from the rows alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .aturan import aturan_tahun
from .banding import renstra_berlaku
from .hasil import Hasil
from .identitas import identitas_pada, pejabat_pada
from .pk import berlaku
from .snapshot import Snapshot
from .tables import (
    AnggaranSasaran,
    Ceklis,
    IndikatorTahun,
    Laporan,
    Pk,
    Rekomendasi,
    RenstraButir,
    SasaranTahun,
    Surat,
)
from .uraian_analisis import DITANYAKAN, uraian_dicetak

#: The column by whose season a part of the work comes due.
_MUSIM = {
    "Realisasi indikator": ("indikator_tahun", "realisasi"),
    "Analisis sebab dan program": ("analisis", ""),
    "Reviu dan tindak lanjut": ("ceklis", ""),
    "Tanda tangan dan surat pengantar": ("surat", ""),
}


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """One part of the year's work: `selesai` of `semua` things are there. `layar` is the screen where it is done,
    `pekerjaan` what to do there, for a list of jobs. `belum`: its season has not come."""

    judul: str
    selesai: int
    semua: int
    layar: str
    pekerjaan: str
    belum: bool = False

    @property
    def penuh(self) -> bool:
        """True when nothing is left of it."""
        return self.selesai >= self.semua


def kemajuan(snapshot: Snapshot, hasil: Hasil, tahun: int, hari_ini: str = "") -> tuple[Kemajuan, ...]:
    """The parts in the order of the work of a year. `hari_ini` ("YYYY-MM-DD") marks those that are not due yet by the
    season of the office; without it all are due."""
    musim = aturan_tahun(snapshot, tahun).musim
    realisasi_belum = musim.belum_waktunya("anggaran_sasaran", "realisasi", tahun, hari_ini)
    semua = (
        _identitas(snapshot, tahun),
        _renstra(snapshot, tahun),
        _sasaran(snapshot, hasil, tahun),
        _pk(snapshot, tahun),
        _realisasi(hasil),
        _analisis(snapshot, hasil, tahun),
        _anggaran(snapshot, tahun, realisasi_belum),
        _lampiran(snapshot, tahun),
        _surat(snapshot, tahun),
    )
    return tuple(
        replace(k, belum=not k.penuh and musim.belum_waktunya(*_MUSIM[k.judul], tahun, hari_ini))
        if k.judul in _MUSIM
        else k
        for k in semua
    )


def pekerjaan_berikut(bagian: Iterable[Kemajuan], banyak: int = 3) -> tuple[Kemajuan, ...]:
    """The next jobs: the first parts that are due and not complete."""
    return tuple(k for k in bagian if not k.penuh and not k.belum)[:banyak]


def _hitung(judul: str, ada: Iterable[object], layar: str, pekerjaan: str) -> Kemajuan:
    daftar = [bool(a) for a in ada]
    return Kemajuan(judul, sum(daftar), len(daftar), layar, pekerjaan)


def _identitas(s: Snapshot, tahun: int) -> Kemajuan:
    akhir = f"{tahun}-12-31"
    i = identitas_pada(s, akhir)
    isi = (i.nama, i.kota, i.kementerian, i.kanwil, i.kop, i.alamat) if i else ("",) * 6
    pejabat = (pejabat_pada(s, "kepala", akhir), pejabat_pada(s, "atasan", akhir))
    return _hitung("Identitas dan pejabat", (*isi, *pejabat), "identitas", "Lengkapi identitas, kop surat, dan pejabat")


def _renstra(s: Snapshot, tahun: int) -> Kemajuan:
    r = renstra_berlaku(s, tahun)
    jenis = {b.jenis for b in s.where(RenstraButir, renstra_id=r.id)} if r else set()
    return _hitung("Renstra", (r, r and r.visi, "misi" in jenis, "tujuan" in jenis), "renstra", "Isi Renstra")


def _sasaran(s: Snapshot, hasil: Hasil, tahun: int) -> Kemajuan:
    baris = s.where(IndikatorTahun, tahun=tahun)
    ada: list[object] = [s.where(SasaranTahun, tahun=tahun), baris]
    bertarget = {h.baris_id for x in hasil.sasaran for h in x.indikator if h.target.nilai is not None}
    ada += [r.nama and r.satuan and (r.id in bertarget or r.target_predikat) for r in baris]
    return _hitung("Sasaran, indikator, dan target", ada, "sasaran", "Tulis sasaran, indikator, dan targetnya")


def _pk(s: Snapshot, tahun: int) -> Kemajuan:
    return _hitung(
        "Perjanjian Kinerja",
        (s.where(Pk, tahun=tahun), berlaku(s, tahun)),
        "pk",
        "Buat dan tanda tangani Perjanjian Kinerja",
    )


def _realisasi(hasil: Hasil) -> Kemajuan:
    ikk = [h for x in hasil.kegiatan() for h in x.indikator]
    ada = [h.realisasi.nilai is not None or h.realisasi.cetak != "-" for h in ikk] or [False]
    return _hitung("Realisasi indikator", ada, "realisasi", "Isi realisasi setiap indikator")


def _analisis(s: Snapshot, hasil: Hasil, tahun: int) -> Kemajuan:
    ikk = [h.id for x in hasil.kegiatan() for h in x.indikator]
    ada: list[object] = [uraian_dicetak(s, id, tahun, n).lengkap for id in ikk for n in DITANYAKAN] or [False]
    return _hitung("Analisis sebab dan program", ada, "sasaran", "Tulis analisis penyebab dan program penunjang")


def _anggaran(s: Snapshot, tahun: int, pagu_saja: bool) -> Kemajuan:
    """Before the season of the spending only the pagu is asked for."""
    baris = s.where(AnggaranSasaran, tahun=tahun)
    if pagu_saja:
        pagu = [r.pagu is not None for r in baris] or [False]
        return _hitung("Pagu anggaran", pagu, "anggaran", "Isi pagu anggaran")
    ada = [x for r in baris for x in (r.pagu is not None, r.realisasi is not None)] or [False]
    return _hitung("Pagu dan realisasi anggaran", ada, "anggaran", "Isi pagu dan realisasi anggaran")


def _lampiran(s: Snapshot, tahun: int) -> Kemajuan:
    daftar = aturan_tahun(s, tahun).ceklis_reviu
    dijawab = {c.kode for c in s.where(Ceklis, tahun=tahun, jenis="reviu") if c.jawaban}
    ada: list[object] = [b.kode in dijawab for k in daftar.kelompok for b in k.butir]
    ada += [r.tindak_lanjut for r in s.where(Rekomendasi, tahun=tahun)]
    return _hitung("Reviu dan tindak lanjut", ada, "lampiran", "Jawab daftar periksa reviu")


def _surat(s: Snapshot, tahun: int) -> Kemajuan:
    lap, surat = s.one(Laporan, tahun=tahun), s.one(Surat, tahun=tahun)
    isi = (lap and lap.tanggal, lap and lap.penandatangan_id, surat and surat.yth, surat and surat.perihal)
    return _hitung("Tanda tangan dan surat pengantar", isi, "naskah", "Isi tanggal, penanda tangan, dan surat")
