"""How far the work of a year has come, part by part, and which place comes next; counted from the rows alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .aturan import aturan_tahun
from .banding import renstra_berlaku
from .hasil import Hasil
from .identitas import identitas_pada, pejabat_pada
from .pk import berlaku
from .schema import TABLES, Row, kunci_baru
from .snapshot import Snapshot
from .tables import (
    Analisis,
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


#: (table, row id, column) where a thing is filled; the id is "" while the year has no row, None where only the screen
#: is known.
Tempat = tuple[str, str, str] | None
#: Whether a thing is there, and where it is filled.
Isi = tuple[object, Tempat]


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """One part of the year's work: `selesai` of `semua` things are there. `layar` is the screen where it is done,
    `celah` the place of the first thing that is missing, `pekerjaan` what to do there, for a list of jobs. `belum`:
    its season has not come."""

    judul: str
    selesai: int
    semua: int
    layar: str
    pekerjaan: str
    celah: Tempat = None
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


def _hitung(judul: str, isi: Iterable[Isi], layar: str, pekerjaan: str) -> Kemajuan:
    daftar = list(isi)
    celah = next((tempat for ada, tempat in daftar if not ada), None)
    return Kemajuan(judul, sum(bool(ada) for ada, _ in daftar), len(daftar), layar, pekerjaan, celah)


def _kolom(tabel: str, baris: Row | None, *kolom: str) -> list[Isi]:
    """Columns of a row that should be filled, or of one that is still missing."""
    kunci = baris.id if baris is not None else ""
    return [(baris is not None and getattr(baris, k), (tabel, kunci, k)) for k in kolom]


def _identitas(s: Snapshot, tahun: int) -> Kemajuan:
    akhir = f"{tahun}-12-31"
    kolom = ("nama", "kota", "kementerian", "kanwil", "kop", "alamat")
    isi = _kolom("identitas", identitas_pada(s, akhir), *kolom)
    isi += [(pejabat_pada(s, peran, akhir), ("pejabat", "", "nama")) for peran in ("kepala", "atasan")]
    return _hitung("Identitas dan pejabat", isi, "identitas", "Lengkapi identitas, kop surat, dan pejabat")


def _renstra(s: Snapshot, tahun: int) -> Kemajuan:
    r = renstra_berlaku(s, tahun)
    jenis = {b.jenis for b in s.where(RenstraButir, renstra_id=r.id)} if r else set()
    isi: list[Isi] = [(r, None), *_kolom("renstra", r, "visi"), ("misi" in jenis, None), ("tujuan" in jenis, None)]
    return _hitung("Renstra", isi, "renstra", "Isi Renstra")


def _sasaran(s: Snapshot, hasil: Hasil, tahun: int) -> Kemajuan:
    baris = s.where(IndikatorTahun, tahun=tahun)
    isi: list[Isi] = [(s.where(SasaranTahun, tahun=tahun), None), (baris, None)]
    bertarget = {h.baris_id for x in hasil.sasaran for h in x.indikator if h.target.nilai is not None}
    for r in baris:
        target = r.id in bertarget or r.target_predikat
        kurang = "nama" if not r.nama else "satuan" if not r.satuan else "target"
        isi.append((r.nama and r.satuan and target, (r.TABEL, r.id, kurang)))
    return _hitung("Sasaran, indikator, dan target", isi, "sasaran", "Tulis sasaran, indikator, dan targetnya")


def _pk(s: Snapshot, tahun: int) -> Kemajuan:
    return _hitung(
        "Perjanjian Kinerja",
        ((s.where(Pk, tahun=tahun), None), (berlaku(s, tahun), None)),
        "pk",
        "Buat dan tanda tangani Perjanjian Kinerja",
    )


def _realisasi(hasil: Hasil) -> Kemajuan:
    isi: list[Isi] = [
        (
            h.realisasi.diketahui,
            (IndikatorTahun.TABEL, h.baris_id, h.kolom_realisasi),
        )
        for x in hasil.kegiatan()
        for h in x.indikator
    ]
    return _hitung("Realisasi indikator", isi or [(False, None)], "realisasi", "Isi realisasi setiap indikator")


def _analisis(s: Snapshot, hasil: Hasil, tahun: int) -> Kemajuan:
    tabel = TABLES[Analisis.TABEL]
    isi: list[Isi] = []
    for h in (h for x in hasil.kegiatan() for h in x.indikator):
        for n in DITANYAKAN:
            baris = s.one(Analisis, indikator_id=h.id, tahun=tahun, nomor=n)
            kunci = baris.id if baris is not None else kunci_baru(tabel, {"indikator_id": h.id, "nomor": n})
            isi.append((uraian_dicetak(s, h.id, tahun, n).lengkap, (tabel.name, kunci, "")))
    return _hitung(
        "Analisis sebab dan program",
        isi or [(False, None)],
        "sasaran",
        "Tulis analisis penyebab dan program penunjang",
    )


def _anggaran(s: Snapshot, tahun: int, pagu_saja: bool) -> Kemajuan:
    """Before the season of the spending only the pagu is asked for."""
    kolom = ("pagu",) if pagu_saja else ("pagu", "realisasi")
    isi: list[Isi] = [
        (getattr(r, k) is not None, (r.TABEL, r.id, k)) for r in s.where(AnggaranSasaran, tahun=tahun) for k in kolom
    ]
    if pagu_saja:
        return _hitung("Pagu anggaran", isi or [(False, None)], "anggaran", "Isi pagu anggaran")
    pekerjaan = "Isi pagu dan realisasi anggaran"
    return _hitung("Pagu dan realisasi anggaran", isi or [(False, None)], "anggaran", pekerjaan)


def _lampiran(s: Snapshot, tahun: int) -> Kemajuan:
    daftar = aturan_tahun(s, tahun).ceklis_reviu
    dijawab = {c.kode for c in s.where(Ceklis, tahun=tahun, jenis="reviu") if c.jawaban}
    isi: list[Isi] = [(b.kode in dijawab, None) for k in daftar.kelompok for b in k.butir]
    isi += [x for r in s.where(Rekomendasi, tahun=tahun) for x in _kolom(r.TABEL, r, "tindak_lanjut")]
    return _hitung("Reviu dan tindak lanjut", isi, "lampiran", "Jawab daftar periksa reviu")


def _surat(s: Snapshot, tahun: int) -> Kemajuan:
    isi = _kolom(Laporan.TABEL, s.one(Laporan, tahun=tahun), "tanggal", "penandatangan_id")
    isi += _kolom(Surat.TABEL, s.one(Surat, tahun=tahun), "yth", "perihal")
    return _hitung("Tanda tangan dan surat pengantar", isi, "naskah", "Isi tanggal, penanda tangan, dan surat")
