"""How much of each chapter of the report is filled, piece by piece, with the place of every gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .aturan import Aturan, aturan_tahun
from .banding import renstra_berlaku
from .hasil import Hasil
from .identitas import identitas_pada
from .pk import berlaku
from .schema import TABLES, Row, kunci_baru
from .snapshot import Snapshot
from .tables import (
    Analisis,
    AnggaranSasaran,
    Bukti,
    Ceklis,
    DasarHukum,
    IndikatorTahun,
    Laporan,
    Pk,
    Posisi,
    Rekomendasi,
    Renstra,
    RenstraButir,
    SasaranTahun,
    Surat,
    TataNilai,
)
from .uraian_analisis import DITANYAKAN, uraian_dicetak

_ANALISIS = {5: "penyebab keberhasilan atau kegagalan", 7: "program penunjang"}
_JUDUL = {
    "depan": "Pengantar dan surat",
    "bab1": "Bab I Pendahuluan",
    "bab2": "Bab II Perencanaan Kinerja",
    "bab3": "Bab III Akuntabilitas Kinerja",
    "bab4": "Bab IV Penutup",
    "lampiran": "Lampiran",
}


@dataclass(frozen=True, slots=True)
class Butir:
    """One piece that a chapter prints. (tabel, kunci, kolom) is where it is filled; kunci "" while the row is missing.
    `belum`: it is missing, but its season has not come."""

    nama: str
    ada: bool
    tabel: str
    kunci: str
    kolom: str = ""
    belum: bool = False


@dataclass(frozen=True, slots=True)
class KemajuanBab:
    """One chapter with its pieces in printing order. What is not due yet is not counted."""

    kunci: str
    judul: str
    butir: tuple[Butir, ...]

    @property
    def selesai(self) -> int:
        """Pieces that are there."""
        return sum(i.ada for i in self.butir)

    @property
    def semua(self) -> int:
        """Pieces that are there or due."""
        return sum(not i.belum for i in self.butir)

    @property
    def penuh(self) -> bool:
        """True when every piece is there."""
        return all(i.ada for i in self.butir)

    @property
    def celah(self) -> Butir | None:
        """The first gap that is due, else None."""
        return next((i for i in self.butir if not i.ada and not i.belum), None)

    @property
    def nanti(self) -> int:
        """Pieces whose season has not come."""
        return sum(i.belum for i in self.butir)


def kemajuan_bab(snapshot: Snapshot, hasil: Hasil, tahun: int, hari_ini: str = "") -> tuple[KemajuanBab, ...]:
    """The chapters in the order of the report. `hari_ini` ("YYYY-MM-DD") leaves out what is not due yet by the season
    of the office; without it all is due."""
    aturan = aturan_tahun(snapshot, tahun)
    isi: dict[str, Callable[[], Iterator[Butir]]] = {
        "depan": lambda: _depan(snapshot, tahun),
        "bab1": lambda: _bab1(snapshot, tahun),
        "bab2": lambda: _bab2(snapshot, hasil, tahun),
        "bab3": lambda: _bab3(snapshot, hasil, tahun),
        "bab4": lambda: _bab4(hasil),
        "lampiran": lambda: _lampiran(snapshot, hasil, tahun, aturan),
    }

    def bermusim(i: Butir) -> Butir:
        if i.ada or not aturan.musim.belum_waktunya(i.tabel, i.kolom, tahun, hari_ini):
            return i
        return Butir(i.nama, False, i.tabel, i.kunci, i.kolom, belum=True)

    return tuple(KemajuanBab(k, _JUDUL[k], tuple(bermusim(i) for i in buat())) for k, buat in isi.items())


def _di(nama: str, row: Row | None, tabel: str, kolom: str, ada: object = None) -> Butir:
    """A piece that is the column of a row, or `ada` where the column alone does not tell."""
    nilai = getattr(row, kolom, None) if ada is None and row is not None else ada
    return Butir(nama, bool(nilai), tabel, row.id if row is not None else "", kolom)


def _depan(s: Snapshot, tahun: int) -> Iterator[Butir]:
    lap, surat = s.one(Laporan, tahun=tahun), s.one(Surat, tahun=tahun)
    yield _di("tanggal laporan", lap, "laporan", "tanggal")
    yield _di("penanda tangan laporan", lap, "laporan", "penandatangan_id")
    yield _di("tujuan surat pengantar", surat, "surat", "yth")
    yield _di("perihal surat pengantar", surat, "surat", "perihal")


def _bab1(s: Snapshot, tahun: int) -> Iterator[Butir]:
    i = identitas_pada(s, f"{tahun}-12-31")
    for kolom, nama in (("nama", "nama satuan kerja"), ("kementerian", "kementerian"), ("kanwil", "kantor wilayah")):
        yield _di(nama, i, "identitas", kolom)
    hukum = s.rows(DasarHukum)
    yield _di("dasar hukum", hukum[0] if hukum else None, "dasar_hukum", "nama", bool(hukum))
    yield _butir(s, tahun, "fungsi", "fungsi satuan kerja")
    posisi = s.rows(Posisi)
    yield _di("struktur organisasi", posisi[0] if posisi else None, "posisi", "jabatan", bool(posisi))


def _butir(s: Snapshot, tahun: int, jenis: str, nama: str) -> Butir:
    r = renstra_berlaku(s, tahun)
    if r is None:
        return Butir(nama, False, Renstra.TABEL, "", "nama")
    butir = s.where(RenstraButir, renstra_id=r.id, jenis=jenis)
    return Butir(nama, bool(butir), RenstraButir.TABEL, butir[0].id if butir else "", "teks")


def _bab2(s: Snapshot, hasil: Hasil, tahun: int) -> Iterator[Butir]:
    r = renstra_berlaku(s, tahun)
    yield Butir("Renstra yang berlaku", r is not None, Renstra.TABEL, r.id if r else "", "nama")
    yield _di("visi", r, "renstra", "visi")
    yield _butir(s, tahun, "misi", "misi")
    yield _butir(s, tahun, "tujuan", "tujuan")
    nilai = s.rows(TataNilai)
    yield _di("tata nilai", nilai[0] if nilai else None, "tata_nilai", "nama", bool(nilai))
    sasaran = s.where(SasaranTahun, tahun=tahun)
    if not sasaran:
        yield Butir("sasaran kegiatan", False, SasaranTahun.TABEL, "", "nama")
    baris = s.where(IndikatorTahun, tahun=tahun)
    if not baris:
        yield Butir("indikator kinerja", False, IndikatorTahun.TABEL, "", "nama")
    bertarget = {h.baris_id for x in hasil.sasaran for h in x.indikator if h.target.diketahui}
    for h in baris:
        sebut = h.kode.strip() or h.nama.strip() or "indikator baru"
        yield _di(f"nama {sebut}", h, IndikatorTahun.TABEL, "nama")
        yield _di(f"satuan {sebut}", h, IndikatorTahun.TABEL, "satuan")
        yield _di(f"target {sebut}", h, IndikatorTahun.TABEL, "target", h.id in bertarget)
    draf = next((p for p in s.where(Pk, tahun=tahun) if p.posisi_id is None), None)
    yield _di("Perjanjian Kinerja", draf, Pk.TABEL, "tanggal", draf is not None)
    yield _di("Perjanjian Kinerja yang ditandatangani", draf, Pk.TABEL, "tanggal", berlaku(s, tahun) is not None)
    pagu = s.where(AnggaranSasaran, tahun=tahun)
    if not pagu:
        yield Butir("pagu anggaran", False, AnggaranSasaran.TABEL, "", "pagu")
    for n, a in enumerate(pagu, start=1):
        yield _di(f"pagu anggaran sasaran {n}", a, AnggaranSasaran.TABEL, "pagu", a.pagu is not None)


def _bab3(s: Snapshot, hasil: Hasil, tahun: int) -> Iterator[Butir]:
    if not hasil.indikator:
        yield Butir("realisasi indikator", False, IndikatorTahun.TABEL, "", "realisasi")
    for h in hasil.indikator:
        ada = h.realisasi.diketahui
        yield Butir(f"realisasi {h.sebutan}", ada, IndikatorTahun.TABEL, h.baris_id, h.kolom_realisasi)
        for nomor in DITANYAKAN:
            u = uraian_dicetak(s, h.id, tahun, nomor)
            kunci = kunci_baru(TABLES[Analisis.TABEL], {"indikator_id": h.id, "nomor": nomor})
            if u.baris is not None:
                kunci = u.baris.id
            yield Butir(f"{_ANALISIS[nomor]} {h.sebutan}", u.lengkap, Analisis.TABEL, kunci, u.kolom_celah)
    belanja = hasil.anggaran.sasaran
    if not belanja:
        yield Butir("realisasi anggaran", False, AnggaranSasaran.TABEL, "", "realisasi")
    for n, b in enumerate(belanja, start=1):
        nama = f"realisasi anggaran {b.kode or f'sasaran {n}'}"
        yield Butir(nama, b.realisasi is not None, AnggaranSasaran.TABEL, b.baris_id, "realisasi")
    if not hasil.anggaran.jenis_belanja:
        yield Butir("anggaran menurut jenis belanja", False, "anggaran_belanja", "", "realisasi")
    for b in hasil.anggaran.jenis_belanja:
        yield Butir(f"realisasi {b.nama}", b.realisasi is not None, "anggaran_belanja", b.baris_id, "realisasi")
    for skor, nama in ((hasil.smart, "nilai SMART"), (hasil.ikpa, "nilai IKPA")):
        ada = skor.ada or (skor is hasil.smart and hasil.nka.ada)  # NKA takes the place of SMART
        kunci = skor.baris_id or kunci_baru(TABLES["skor"], {"jenis": skor.jenis})
        yield Butir(nama, ada, "skor", kunci, "nilai_resmi")


def _bab4(hasil: Hasil) -> Iterator[Butir]:
    """Its sentences are written from the numbers: they are there when the numbers are."""
    # An achievement that cannot be computed (of a target of 0) is told as such.
    kurang = next((h for h in hasil.indikator if not h.realisasi.diketahui), None)
    kunci, kolom = (kurang.baris_id, kurang.kolom_realisasi) if kurang else ("", "realisasi")
    lengkap = bool(hasil.indikator) and kurang is None
    yield Butir("simpulan capaian kinerja", lengkap, IndikatorTahun.TABEL, kunci, kolom)
    a = hasil.anggaran
    celah = next((b.baris_id for b in a.sasaran if b.realisasi is None), "")
    ada = a.total.persen is not None
    yield Butir("simpulan penyerapan anggaran", ada, AnggaranSasaran.TABEL, celah, "realisasi")


def _lampiran(s: Snapshot, hasil: Hasil, tahun: int, aturan: Aturan) -> Iterator[Butir]:
    draf = next((p for p in s.where(Pk, tahun=tahun) if p.posisi_id is None), None)
    yield _di("Perjanjian Kinerja", draf, Pk.TABEL, "tanggal", draf is not None)
    if aturan.cetak.tampil("manual_ikk"):
        if not hasil.indikator:
            yield Butir("manual indikator", False, IndikatorTahun.TABEL, "", "definisi")
        for h in hasil.indikator:
            it = s.get(IndikatorTahun, h.baris_id)
            yield _di(f"definisi {h.sebutan}", it, IndikatorTahun.TABEL, "definisi")
    if aturan.cetak.tampil("tindak_lanjut"):
        for n, r in enumerate(s.where(Rekomendasi, tahun=tahun), start=1):
            yield _di(f"tindak lanjut rekomendasi {n}", r, Rekomendasi.TABEL, "tindak_lanjut")
    if aturan.cetak.tampil("ceklis_reviu"):
        dijawab = {c.kode: c for c in s.where(Ceklis, tahun=tahun, jenis="reviu")}
        for k in aturan.ceklis_reviu.kelompok:
            for b in k.butir:
                yield _di(f"jawaban daftar periksa {b.kode}", dijawab.get(b.kode), Ceklis.TABEL, "jawaban")
    if aturan.cetak.tampil("daftar_bukti"):
        bukti = s.where(Bukti, tahun=tahun)
        yield _di("daftar bukti dukung", bukti[0] if bukti else None, Bukti.TABEL, "nama", bool(bukti))
