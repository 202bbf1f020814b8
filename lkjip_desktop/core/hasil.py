"""Every derived number of one year, computed once for a snapshot and never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Status = Literal["melampaui", "tercapai", "tidak_tercapai", "tercapai_sebagian", "tidak_dapat_dihitung"]
Arah = Literal["naik", "turun", "tetap", ""]
Nilaian = Literal["membaik", "memburuk", "tetap", ""]


@dataclass(frozen=True, slots=True)
class Ukur:
    """A measured value: exact, and as printed. None = not known, then `alasan` says why in Indonesian."""

    nilai: Fraction | None
    cetak: str  # with its unit: "49,26%", "1 Layanan", "80"; "-" when None
    alasan: str = ""
    polos: str = ""  # the printed figure without unit ("49,26"), "" when None

    @property
    def diketahui(self) -> bool:
        """True when a value is known, be it a number or a grade on a scale."""
        return self.nilai is not None or bool(self.polos)


@dataclass(frozen=True, slots=True)
class Capaian:
    """Achievement of a target in percent of it."""

    mentah: Fraction | None  # before the cap, may be negative
    terhitung: Fraction | None  # after cap and floor; what enters means
    cetak: str  # the printed text of `mentah` (or of the capped one, if the office prints that), "82,09%"
    cetak_terhitung: str
    status: Status
    alasan: str = ""  # why it cannot be computed, or that a cap or floor applied
    rumus: str = (
        ""  # key of the formula: "naik", "turun_lan", "turun_tr", "rentang_bawah", "rentang_dalam", "rentang_atas"
    )


@dataclass(frozen=True, slots=True)
class TahunIndikator:
    """One indicator in one year: the row that a comparison table prints. ada False = not an indicator that year."""

    tahun: int
    ada: bool
    indikator_id: str  # of that year (a predecessor may have another id)
    baris_id: str  # id of indikator_tahun, "" when not ada
    kode: str
    nama: str
    target: Ukur
    realisasi: Ukur
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class Banding:
    """This year against an earlier one: difference in poin persen (or in the unit), direction and judgement."""

    tahun_lalu: int
    selisih: Fraction | None  # realisasi now minus then, in its own unit
    selisih_cetak: str  # absolute, printed: "0,74 poin persen", "2 Unit"
    arah: Arah
    nilaian: Nilaian
    selisih_capaian: Fraction | None
    selisih_capaian_cetak: str
    arah_capaian: Arah


@dataclass(frozen=True, slots=True)
class TargetMenengah:
    """Renstra target of one year beside the realisasi of that year."""

    tahun: int
    target: Ukur
    realisasi: Ukur
    capaian_cetak: str  # realisasi against the Renstra target of that year
    baris_id: str = ""  # row of the target, "" when there is none


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Analysis 6: IE = % capaian output / % penyerapan; TE = (IE - SE) / SE with SE = 1 (method by aturan)."""

    metode: str
    capaian: Fraction | None
    penyerapan: Fraction | None
    indeks: Fraction | None
    tingkat: Fraction | None
    indeks_cetak: str
    tingkat_cetak: str
    efisien: bool
    kata: str  # "efisien", "tidak efisien", "serapan lebih rendah, target belum tercapai", "tidak dapat dihitung"
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class HasilPeriode:
    """One month or quarter of an indicator: its own figure, and whether the year is made of it."""

    baris_id: str  # indikator_periode.id
    jenis: str  # bulan | triwulan
    periode: int
    sampai: str  # last day that it covers, ISO
    realisasi: Ukur
    diketik: bool  # typed, not pembilang over penyebut
    dipakai: bool  # enters the year; of cumulative or last figures only the last one does


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """Everything derived of one indicator in the year of the report."""

    id: str  # indikator.id
    baris_id: str  # indikator_tahun.id
    sasaran_id: str
    tingkat: str  # strategis | program | kegiatan
    jenis: str  # IKU | IKP | IKK
    kode: str
    nomor: int  # 1-based within its sasaran
    nama: str
    satuan: str
    polaritas: str
    jenis_nilai: str
    target: Ukur
    target_asal: str  # "pk" (in force on 31 December) or "kerja" (working target)
    target_pk: Ukur  # of the PK in force; nilai None when there is none
    target_renstra: Ukur
    realisasi: Ukur
    pembilang: Decimal | None
    penyebut: Decimal | None
    diketik: bool  # a ratio whose percentage was typed because the fraction is not known
    dari_periode: bool  # realisasi consolidated from months or quarters
    capaian: Capaian
    kategori: str  # predikat of the capaian by the category table of the year, "" when none
    riwayat: tuple[TahunIndikator, ...]  # oldest first, this year last; years of the report's look-back
    banding: Banding | None  # against last year; None when there is nothing to compare
    menengah: tuple[TargetMenengah, ...]
    standar: Ukur
    standar_sumber: str
    standar_selisih_cetak: str
    periode: tuple[HasilPeriode, ...] = ()  # those with a row, months and quarters each in order
    gabungan: Ukur | None = None  # what the periods make of the year, used or not; None when there are none
    cara_gabung: str = "jumlah"  # jumlah | rata | terakhir | maksimum, as used

    @property
    def sebutan(self) -> str:
        """What a list calls it: its code, or between quotation marks its name where it has none."""
        return self.kode.strip() or f"“{self.nama}”"

    @property
    def kolom_realisasi(self) -> str:
        """The column of indikator_tahun in which its realisasi is typed; of a ratio the first of the two."""
        if self.jenis_nilai == "predikat":
            return "realisasi_predikat"
        return "pembilang" if self.jenis_nilai == "rasio" and not self.diketik else "realisasi"


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """One sasaran with its indicators, its mean and its verdict."""

    id: str
    baris_id: str
    induk_id: str | None
    tingkat: str
    kode: str
    nomor: int  # 1-based within its level
    nama: str
    indikator: tuple[HasilIndikator, ...]
    rata_rata: Fraction | None
    rata_rata_cetak: str
    status: Status
    tercapai: int  # indicators that reached their target
    kata: str  # "tercapai", "tercapai sebagian (2 dari 3 indikator)", ...
    efisiensi: Efisiensi
    rata_lalu: Fraction | None = None
    rata_lalu_cetak: str = "-"


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """A budget line: pagu, realisasi, percentage; `baris_id` "" for totals, `sasaran_id` only in the cut by sasaran."""

    kode: str
    nama: str
    baris_id: str
    pagu_awal: int | None
    pagu: int | None
    blokir: int | None
    realisasi: int | None
    persen: Fraction | None
    persen_cetak: str
    sisa: int | None = None
    sasaran_id: str = ""


@dataclass(frozen=True, slots=True)
class BandingBelanja:
    """One kind of expenditure over two years; None = not in that year. Differences in poin persen."""

    kode: str
    nama: str
    lalu: BarisAnggaran | None
    kini: BarisAnggaran | None
    selisih: Fraction | None
    selisih_cetak: str
    arah: Arah


@dataclass(frozen=True, slots=True)
class HasilAnggaran:
    """Budget of the year by both cuts, the PK budget and the gaps between them."""

    sasaran: tuple[BarisAnggaran, ...]
    jenis_belanja: tuple[BarisAnggaran, ...]
    banding: tuple[BandingBelanja, ...]
    total: BarisAnggaran
    total_sasaran: BarisAnggaran
    total_belanja: BarisAnggaran
    total_lalu: BarisAnggaran | None
    potongan_sama: bool  # both cuts agree in pagu and realisasi
    pk_total: int | None
    pk_selisih: int | None  # pagu - pk_total
    pk_baris: tuple[tuple[str, str, str, int | None], ...] = ()  # (jenis, kode, nama, nilai)
    tanggal_data: str = ""
    sumber_sasaran: str = ""
    sumber_belanja: str = ""


@dataclass(frozen=True, slots=True)
class KomponenSkor:
    """One component of a score. `nilai_dipakai` may be derived (NE from E); terbobot = nilai_dipakai x bobot / 100."""

    kode: str
    nama: str
    aspek: str
    baris_id: str
    nilai: Fraction | None  # as typed
    nilai_cetak: str
    nilai_dipakai: Fraction | None
    nilai_dipakai_cetak: str
    bobot: Decimal
    berlaku: bool
    terbobot: Fraction | None
    terbobot_cetak: str
    resmi_cetak: str = ""
    pengurang: bool = False  # its value is points that are taken off


@dataclass(frozen=True, slots=True)
class AspekSkor:
    """An aspect of IKPA: the plain mean of its applicable components."""

    nama: str
    nilai: Fraction | None
    cetak: str
    jumlah_komponen: int = 0


@dataclass(frozen=True, slots=True)
class HasilSkor:
    """A recomputed score beside the official one."""

    jenis: str
    nama: str  # as the rule set of the year calls it
    baris_id: str
    ada: bool  # any component or official value typed
    komponen: tuple[KomponenSkor, ...]
    aspek: tuple[AspekSkor, ...]
    total: Fraction | None  # sum of weighted values
    bobot_berlaku: Decimal  # sum of applicable weights
    nilai: Fraction | None  # total / bobot_berlaku x 100
    nilai_cetak: str
    kategori: str
    resmi: Decimal | None
    resmi_cetak: str
    kategori_resmi: str
    kategori_dari_resmi: str  # the category that the official value should have by the table
    selisih_cetak: str  # official minus recomputed, "" when either is missing
    sendiri: bool  # rule set not confirmed: print "perhitungan sendiri"
    alasan: str = ""
    sumber: str = ""
    tanggal_data: str = ""


@dataclass(frozen=True, slots=True)
class Gabungan:
    """SMART and IKPA combined by the weights of the office, from recomputed and from official values."""

    bobot_smart: Decimal
    bobot_ikpa: Decimal
    nilai: Fraction | None
    nilai_cetak: str
    dari_resmi: Fraction | None
    dari_resmi_cetak: str
    bagian_smart_cetak: str  # weighted part printed, official basis when present
    bagian_ikpa_cetak: str


@dataclass(frozen=True, slots=True)
class Hasil:
    """All derived numbers of one year. `sasaran` holds all three levels in order; IKK are those of level kegiatan."""

    tahun: int
    sasaran: tuple[HasilSasaran, ...]
    indikator: tuple[HasilIndikator, ...]  # IKK in order
    rata_rata: Fraction | None  # of the year, by the rule of the office
    rata_rata_cetak: str
    rata_cara: str  # "indikator" | "sasaran"
    status: Status
    jumlah_tercapai: int
    jumlah_dihitung: int
    meleset: tuple[HasilIndikator, ...]  # IKK below target
    tak_terhitung: tuple[HasilIndikator, ...]
    anggaran: HasilAnggaran
    smart: HasilSkor
    ikpa: HasilSkor
    nka: HasilSkor
    gabungan: Gabungan
    pk_id: str | None  # PK of the head of the satker in force on 31 December
    pembulatan: str  # "P1" | "P2"
    batas: Decimal | None
    tahun_riwayat: tuple[int, ...]
    per_indikator: Mapping[str, HasilIndikator]  # every level, by indikator.id
    catatan: tuple[str, ...] = ()
    akip: HasilSkor | None = None  # self-assessment by the rule set of the year

    def kegiatan(self) -> tuple[HasilSasaran, ...]:
        """Sasaran kegiatan in order."""
        return tuple(s for s in self.sasaran if s.tingkat == "kegiatan")
