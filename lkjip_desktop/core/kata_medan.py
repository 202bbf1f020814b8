"""MEDAN: the fixed list of merge fields that a user may place in a text, each resolved from the data at print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lkjip_desktop.core.angka import angka, jumlah_kata, rupiah, rupiah_kata
from lkjip_desktop.core.banding import renstra_berlaku
from lkjip_desktop.core.hasil import Hasil, HasilIndikator, HasilSasaran, HasilSkor
from lkjip_desktop.core.identitas import identitas_pada, jabatan_cetak, nama_pejabat, pejabat_pada
from lkjip_desktop.core.kata_dasar import KATA_STATUS, NAMA_JENIS, NAMA_TINGKAT, Potong
from lkjip_desktop.core.kata_indikator import (
    potong_capaian,
    potong_nama,
    potong_realisasi,
    potong_target,
)
from lkjip_desktop.core.kata_tahun import potong_rata, potong_sasaran
from lkjip_desktop.core.nip import nip_cetak
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Identitas, IndikatorTahun, Laporan, Pejabat, Renstra, SasaranTahun
from lkjip_desktop.core.tanggal import tanggal_cetak

Cari = Callable[[Snapshot, Hasil, str], Potong]


@dataclass(frozen=True, slots=True)
class MedanBaku:
    """One merge field. `butuh` is "" or the kind of row it speaks of ("indikator", "sasaran"): Medan.baris_id is
    then the id of that row (identity or row of the year), and empty means the row of the place where it stands."""

    nama: str
    label: str
    kelompok: str
    butuh: str
    potong: Cari

    def isi(self, snapshot: Snapshot, hasil: Hasil, baris_id: str = "") -> str:
        """The printed text; "" when the data hold no value."""
        return self.potong(snapshot, hasil, baris_id).teks


# -------------------------------------------------------------------------------------- what the year says
def laporan_tahun(snapshot: Snapshot, tahun: int) -> Laporan | None:
    """The report row of the year."""
    return snapshot.one(Laporan, tahun=tahun)


def tanggal_laporan(snapshot: Snapshot, tahun: int) -> str:
    """The date whose names and codes the report of a year takes: its own, else 31 December."""
    lap = laporan_tahun(snapshot, tahun)
    return lap.tanggal if lap is not None and lap.tanggal else f"{tahun}-12-31"


def identitas_laporan(snapshot: Snapshot, tahun: int) -> Identitas | None:
    """The identity of the satker for the report of a year."""
    return identitas_pada(snapshot, tanggal_laporan(snapshot, tahun))


def penandatangan_laporan(snapshot: Snapshot, tahun: int) -> Pejabat | None:
    """Who signs the report: the chosen official, else the head of the satker on its date."""
    lap = laporan_tahun(snapshot, tahun)
    if lap is not None and lap.penandatangan_id:
        p = snapshot.get(Pejabat, lap.penandatangan_id)
        if p is not None:
            return p
    return pejabat_pada(snapshot, "kepala", tanggal_laporan(snapshot, tahun))


def cari_indikator(snapshot: Snapshot, hasil: Hasil, baris_id: str) -> HasilIndikator | None:
    """The indicator of a field by identity id or by its row of any year."""
    if baris_id in hasil.per_indikator:
        return hasil.per_indikator[baris_id]
    it = snapshot.get(IndikatorTahun, baris_id)
    return hasil.per_indikator.get(it.indikator_id or "") if it is not None else None


def cari_sasaran(snapshot: Snapshot, hasil: Hasil, baris_id: str) -> HasilSasaran | None:
    """The sasaran of a field by identity id, by its row of any year, or by one of its indicators."""
    st = snapshot.get(SasaranTahun, baris_id)
    kunci = st.sasaran_id if st is not None else baris_id
    h = cari_indikator(snapshot, hasil, baris_id)
    if h is not None:
        kunci = h.sasaran_id
    return next((s for s in hasil.sasaran if s.id == kunci), None)


# ------------------------------------------------------------------------------------------------- makers
_SEMUA: dict[str, MedanBaku] = {}


def _daftar(nama: str, label: str, kelompok: str, cari: Cari, butuh: str = "") -> None:
    _SEMUA[nama] = MedanBaku(nama, label, kelompok, butuh, cari)


def _identitas(nama: str, label: str, kolom: str, kelompok: str = "Satuan kerja", ganti: str = "") -> None:
    def cari(s: Snapshot, h: Hasil, _: str) -> Potong:
        i = identitas_laporan(s, h.tahun)
        if i is None:
            return Potong("")
        nilai = str(getattr(i, kolom)) or (str(getattr(i, ganti)) if ganti else "")
        return Potong(nilai, "identitas", i.id, kolom)

    _daftar(nama, label, kelompok, cari)


def _indikator(nama: str, label: str, isi: Callable[[HasilIndikator, Snapshot], Potong]) -> None:
    def cari(s: Snapshot, h: Hasil, baris_id: str) -> Potong:
        x = cari_indikator(s, h, baris_id)
        return isi(x, s) if x is not None else Potong("")

    _daftar(nama, label, "Indikator", cari, "indikator")


def _sasaran(nama: str, label: str, isi: Callable[[HasilSasaran, Hasil], Potong]) -> None:
    def cari(s: Snapshot, h: Hasil, baris_id: str) -> Potong:
        x = cari_sasaran(s, h, baris_id)
        return isi(x, h) if x is not None else Potong("")

    _daftar(nama, label, "Sasaran", cari, "sasaran")


def _tahunan(nama: str, label: str, kelompok: str, isi: Callable[[Hasil], str]) -> None:
    _daftar(nama, label, kelompok, lambda _s, h, _b: Potong(isi(h)))


# ------------------------------------------------------------------------------------------ satuan kerja
_identitas("nama_satker", "Nama satuan kerja", "nama")
_identitas("singkatan_satker", "Nama singkat satuan kerja", "singkatan", ganti="nama")
_identitas("kode_satker", "Kode satuan kerja", "kode_satker")
_identitas("kota", "Kota kedudukan", "kota")
_identitas("alamat", "Alamat", "alamat")
_identitas("telepon", "Telepon", "telepon")
_identitas("surel", "Surel", "surel")
_identitas("laman", "Laman", "laman")
_identitas("kementerian", "Kementerian", "kementerian")
_identitas("kementerian_singkat", "Nama singkat kementerian", "kementerian_singkat", ganti="kementerian")
_identitas("eselon_satu", "Unit eselon I", "eselon_satu")
_identitas("kanwil", "Kantor wilayah", "kanwil")
_identitas("kota_kanwil", "Kota kantor wilayah", "kota_kanwil")


# ------------------------------------------------------------------------------------------------ pejabat
def _pejabat(nama: str, label: str, peran: str, isi: Callable[[Pejabat], str], kolom: str) -> None:
    def cari(s: Snapshot, h: Hasil, _: str) -> Potong:
        if peran == "kepala":
            p = penandatangan_laporan(s, h.tahun)
        else:
            p = pejabat_pada(s, peran, tanggal_laporan(s, h.tahun))
        return Potong(isi(p), "pejabat", p.id, kolom) if p is not None else Potong("")

    _daftar(nama, label, "Pejabat", cari)


for _peran, _sebut in (("kepala", "kepala satuan kerja"), ("atasan", "atasan langsung")):
    _pejabat(_peran, f"Nama {_sebut}", _peran, lambda p: nama_pejabat(p), "nama")
    _pejabat(f"nip_{_peran}", f"NIP {_sebut}", _peran, lambda p: nip_cetak(p.nip), "nip")
    _pejabat(
        f"jabatan_{_peran}",
        f"Jabatan {_sebut}",
        _peran,
        lambda p: " ".join(jabatan_cetak(p.jenis, p.jabatan).split()),
        "jabatan",
    )
    _pejabat(f"pangkat_{_peran}", f"Pangkat {_sebut}", _peran, lambda p: p.pangkat, "pangkat")


# ------------------------------------------------------------------------------------------------ laporan
def _laporan(nama: str, label: str, isi: Callable[[Laporan], str], kolom: str) -> None:
    def cari(s: Snapshot, h: Hasil, _: str) -> Potong:
        lap = laporan_tahun(s, h.tahun)
        return Potong(isi(lap), "laporan", lap.id, kolom) if lap is not None else Potong("")

    _daftar(nama, label, "Laporan", cari)


def _renstra(nama: str, label: str, isi: Callable[[Renstra], str], kolom: str) -> None:
    def cari(s: Snapshot, h: Hasil, _: str) -> Potong:
        r = renstra_berlaku(s, h.tahun)
        return Potong(isi(r), "renstra", r.id, kolom) if r is not None else Potong("")

    _daftar(nama, label, "Laporan", cari)


def _periode(r: Renstra) -> str:
    return f"{r.tahun_awal}-{r.tahun_akhir}" if r.tahun_awal and r.tahun_akhir else ""


_tahunan("tahun", "Tahun laporan", "Laporan", lambda h: str(h.tahun))
_tahunan("tahun_lalu", "Tahun lalu", "Laporan", lambda h: str(h.tahun - 1))
_tahunan("tahun_depan", "Tahun depan", "Laporan", lambda h: str(h.tahun + 1))
_laporan("nama_dokumen", "Nama dokumen", lambda p: p.nama_dokumen, "nama_dokumen")
_laporan("singkatan_dokumen", "Singkatan dokumen", lambda p: p.singkatan, "singkatan")
_laporan("tanggal_laporan", "Tanggal laporan", lambda p: tanggal_cetak(p.tanggal), "tanggal")
_renstra("nama_renstra", "Nama dokumen Renstra", lambda r: r.nama, "nama")
_renstra("periode_renstra", "Periode Renstra", _periode, "tahun_awal")
_renstra("visi", "Visi", lambda r: r.visi, "visi")


# ---------------------------------------------------------------------------------------------- indikator
def _nilai_lalu(kolom: str) -> Callable[[HasilIndikator, Snapshot], Potong]:
    def isi(h: HasilIndikator, _s: Snapshot) -> Potong:
        if len(h.riwayat) < 2:
            return Potong("-")
        t = h.riwayat[-2]
        if not t.ada:
            return Potong("-")
        return Potong(str(getattr(t, kolom).cetak), "indikator_tahun", t.baris_id, "realisasi")

    return isi


def _kolom(kolom: str) -> Callable[[HasilIndikator, Snapshot], Potong]:
    def isi(h: HasilIndikator, s: Snapshot) -> Potong:
        it = s.get(IndikatorTahun, h.baris_id)
        return Potong(str(getattr(it, kolom)) if it is not None else "", "indikator_tahun", h.baris_id, kolom)

    return isi


_indikator("nama_indikator", "Nama indikator", lambda h, _s: potong_nama(h))
_indikator("kode", "Kode indikator", lambda h, _s: Potong(h.kode, "indikator_tahun", h.baris_id, "kode"))
_indikator("jenis_indikator", "Jenis indikator", lambda h, _s: Potong(NAMA_JENIS.get(h.jenis, h.jenis)))
_indikator("nomor_indikator", "Nomor indikator", lambda h, _s: Potong(str(h.nomor)))
_indikator("satuan", "Satuan", lambda h, _s: Potong(h.satuan, "indikator_tahun", h.baris_id, "satuan"))
_indikator("target", "Target", lambda h, _s: potong_target(h))
_indikator("realisasi", "Realisasi", lambda h, _s: potong_realisasi(h))
_indikator("capaian", "Capaian", lambda h, _s: potong_capaian(h))
_indikator(
    "status", "Status capaian", lambda h, _s: Potong(KATA_STATUS[h.capaian.status], "indikator_tahun", h.baris_id)
)
_indikator("kategori", "Kategori capaian", lambda h, _s: Potong(h.kategori))
_indikator("target_lalu", "Target tahun lalu", _nilai_lalu("target"))
_indikator("realisasi_lalu", "Realisasi tahun lalu", _nilai_lalu("realisasi"))
_indikator("capaian_lalu", "Capaian tahun lalu", _nilai_lalu("capaian"))
_indikator(
    "selisih_realisasi",
    "Selisih realisasi dengan tahun lalu",
    lambda h, _s: Potong(h.banding.selisih_cetak if h.banding is not None else "-"),
)
_indikator(
    "pembilang",
    "Pembilang",
    lambda h, _s: Potong(
        angka(h.pembilang) if h.pembilang is not None else "-", "indikator_tahun", h.baris_id, "pembilang"
    ),
)
_indikator(
    "penyebut",
    "Penyebut",
    lambda h, _s: Potong(
        angka(h.penyebut) if h.penyebut is not None else "-", "indikator_tahun", h.baris_id, "penyebut"
    ),
)
_indikator("target_renstra", "Target Renstra tahun ini", lambda h, _s: Potong(h.target_renstra.cetak))
_indikator(
    "standar",
    "Standar nasional",
    lambda h, _s: Potong(h.standar.cetak, "indikator_tahun", h.baris_id, "standar_nasional"),
)
_indikator("definisi", "Definisi operasional", _kolom("definisi"))
_indikator("penanggung_jawab", "Penanggung jawab indikator", _kolom("penanggung_jawab"))


# ------------------------------------------------------------------------------------------------ sasaran
def _anggaran_sasaran(kolom: str) -> Callable[[HasilSasaran, Hasil], Potong]:
    def isi(s: HasilSasaran, h: Hasil) -> Potong:
        b = next((b for b in h.anggaran.sasaran if b.sasaran_id == s.id), None)
        if b is None:
            return Potong("-")
        if kolom == "persen":
            return Potong(b.persen_cetak, "anggaran_sasaran", b.baris_id, "realisasi")
        nilai = getattr(b, kolom)
        return Potong("-" if nilai is None else rupiah(nilai), "anggaran_sasaran", b.baris_id, kolom)

    return isi


_sasaran("nama_sasaran", "Rumusan sasaran", lambda s, _h: potong_sasaran(s))
_sasaran("kode_sasaran", "Kode sasaran", lambda s, _h: Potong(s.kode, "sasaran_tahun", s.baris_id, "kode"))
_sasaran("tingkat_sasaran", "Tingkat sasaran", lambda s, _h: Potong(NAMA_TINGKAT.get(s.tingkat, "Sasaran")))
_sasaran("nomor_sasaran", "Nomor sasaran", lambda s, _h: Potong(str(s.nomor)))
_sasaran("capaian_sasaran", "Rata-rata capaian sasaran", lambda s, _h: potong_rata(s))
_sasaran("status_sasaran", "Status sasaran", lambda s, _h: Potong(s.kata))
_sasaran("jumlah_indikator_sasaran", "Jumlah indikator sasaran", lambda s, _h: Potong(jumlah_kata(len(s.indikator))))
_sasaran("pagu_sasaran", "Pagu sasaran", _anggaran_sasaran("pagu"))
_sasaran("realisasi_sasaran", "Realisasi anggaran sasaran", _anggaran_sasaran("realisasi"))
_sasaran("persen_sasaran", "Penyerapan anggaran sasaran", _anggaran_sasaran("persen"))


# ------------------------------------------------------------------------------------------- seluruh tahun
def _uang(n: int | None) -> str:
    return "-" if n is None else rupiah(n)


_tahunan("rata_rata", "Rata-rata capaian tahun ini", "Tahun ini", lambda h: h.rata_rata_cetak)
_tahunan("jumlah_sasaran", "Jumlah sasaran kegiatan", "Tahun ini", lambda h: jumlah_kata(len(h.kegiatan())))
_tahunan("jumlah_indikator", "Jumlah IKK", "Tahun ini", lambda h: jumlah_kata(len(h.indikator)))
_tahunan("jumlah_tercapai", "Jumlah IKK yang mencapai target", "Tahun ini", lambda h: jumlah_kata(h.jumlah_tercapai))
_tahunan("jumlah_meleset", "Jumlah IKK yang belum mencapai target", "Tahun ini", lambda h: jumlah_kata(len(h.meleset)))
_tahunan("pagu", "Pagu anggaran", "Anggaran", lambda h: _uang(h.anggaran.total.pagu))
_tahunan("realisasi_anggaran", "Realisasi anggaran", "Anggaran", lambda h: _uang(h.anggaran.total.realisasi))
_tahunan("persen_anggaran", "Penyerapan anggaran", "Anggaran", lambda h: h.anggaran.total.persen_cetak)
_tahunan(
    "sisa_anggaran",
    "Sisa anggaran",
    "Anggaran",
    lambda h: (
        _uang(h.anggaran.total.pagu - h.anggaran.total.realisasi)
        if h.anggaran.total.pagu is not None and h.anggaran.total.realisasi is not None
        else "-"
    ),
)
_tahunan(
    "pagu_terbilang",
    "Pagu anggaran dengan huruf",
    "Anggaran",
    lambda h: rupiah_kata(h.anggaran.total.pagu) if h.anggaran.total.pagu is not None else "-",
)
_tahunan("anggaran_pk", "Anggaran dalam Perjanjian Kinerja", "Anggaran", lambda h: _uang(h.anggaran.pk_total))


def _skor(s: HasilSkor) -> str:
    return s.resmi_cetak if s.resmi is not None else s.nilai_cetak


_tahunan("nilai_smart", "Nilai SMART", "Nilai", lambda h: _skor(h.smart))
_tahunan("nilai_ikpa", "Nilai IKPA", "Nilai", lambda h: _skor(h.ikpa))
_tahunan(
    "nilai_gabungan",
    "Nilai gabungan",
    "Nilai",
    lambda h: h.gabungan.dari_resmi_cetak if h.gabungan.dari_resmi is not None else h.gabungan.nilai_cetak,
)

#: Every merge field by name, in the order of a menu.
MEDAN: Mapping[str, MedanBaku] = dict(_SEMUA)
