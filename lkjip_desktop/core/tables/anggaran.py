"""Budget: programmes, outputs, both cuts of the money, scores."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..schema import Kind, Row, kolom, table
from .pilihan import JENIS_SKOR, KOSONGKAN, urut


@table(
    "kegiatan",
    "Program dan kegiatan",
    "program atau kegiatan",
    order=("tahun", "urut"),
    unique=("tahun", "kode"),
    siblings=("tahun",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan(Row):
    """A programme or an activity of one year with the budget that the PK promises."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    jenis: str = kolom(
        Kind.PILIHAN,
        "Jenis",
        choices=(("program", "Program"), ("kegiatan", "Kegiatan")),
        default="kegiatan",
        required=True,
    )
    induk_id: str | None = kolom(Kind.RUJUK, "Bagian dari program", ref="kegiatan")
    kode: str = kolom(Kind.TEKS, "Kode", "Misalnya 013.05.BF; boleh kosong bila belum diketahui.")
    nama: str = kolom(Kind.TEKS, "Nama", required=True)
    sasaran_id: str | None = kolom(Kind.RUJUK, "Mendukung sasaran", ref="sasaran", on_delete=KOSONGKAN)
    anggaran: int | None = kolom(Kind.UANG, "Anggaran dalam PK")


@table("ro", "Rincian output", "rincian output", order=("tahun", "urut"), siblings=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Ro(Row):
    """A KRO or RO below an activity with volumes, progress and money."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    jenis: str = kolom(Kind.PILIHAN, "Jenis", choices=(("kro", "KRO"), ("ro", "RO")), default="ro")
    kegiatan_id: str | None = kolom(Kind.RUJUK, "Kegiatan", ref="kegiatan")
    induk_id: str | None = kolom(Kind.RUJUK, "Bagian dari KRO", ref="ro", on_delete=KOSONGKAN)
    kode: str = kolom(Kind.TEKS, "Kode")
    nama: str = kolom(Kind.TEKS, "Nama", required=True)
    satuan: str = kolom(Kind.TEKS, "Satuan")
    target_volume: Decimal | None = kolom(Kind.ANGKA, "Target volume")
    realisasi_volume: Decimal | None = kolom(Kind.ANGKA, "Realisasi volume")
    progres: Decimal | None = kolom(Kind.ANGKA, "Progres", unit="%")
    pagu: int | None = kolom(Kind.UANG, "Pagu")
    realisasi: int | None = kolom(Kind.UANG, "Realisasi anggaran")


@table(
    "ro_indikator",
    "Kaitan output dan indikator",
    "kaitan output",
    order=("porsi",),
    unique=("ro_id", "indikator_id"),
    title=("porsi",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class RoIndikator(Row):
    """The share of a RO that serves an indicator, in percent."""

    ro_id: str | None = kolom(Kind.RUJUK, "Rincian output", ref="ro", required=True)
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    porsi: Decimal | None = kolom(Kind.ANGKA, "Porsi", "Bagian output yang menunjang indikator ini.", unit="%")


@table(
    "anggaran_sasaran",
    "Anggaran menurut sasaran",
    "anggaran sasaran",
    order=("tahun", "urut"),
    unique=("tahun", "sasaran_id", "kegiatan_id"),
    siblings=("tahun",),
    title=("tahun",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranSasaran(Row):
    """Budget and spending of one sasaran (or of one activity of it) in one year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    sasaran_id: str | None = kolom(Kind.RUJUK, "Sasaran", ref="sasaran", required=True)
    kegiatan_id: str | None = kolom(Kind.RUJUK, "Kegiatan", ref="kegiatan", on_delete=KOSONGKAN)
    pagu_awal: int | None = kolom(Kind.UANG, "Pagu awal")
    pagu: int | None = kolom(Kind.UANG, "Pagu setelah revisi", required=True)
    blokir: int | None = kolom(Kind.UANG, "Blokir", "Bagian pagu yang belum dapat dicairkan.")
    realisasi: int | None = kolom(Kind.UANG, "Realisasi", required=True)
    tanggal_data: str = kolom(Kind.TANGGAL, "Keadaan data per")
    sumber: str = kolom(Kind.TEKS, "Sumber", "Misalnya aplikasi SAKTI.")


@table(
    "anggaran_belanja",
    "Anggaran menurut jenis belanja",
    "jenis belanja",
    order=("tahun", "kode"),
    unique=("tahun", "kode"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranBelanja(Row):
    """Budget and spending of one kind of expenditure (51, 52, 53, 57) in one year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    kode: str = kolom(Kind.TEKS, "Kode", "51 pegawai, 52 barang, 53 modal, 57 bantuan sosial.", required=True)
    nama: str = kolom(Kind.TEKS, "Jenis belanja", required=True)
    pagu_awal: int | None = kolom(Kind.UANG, "Pagu awal")
    pagu: int | None = kolom(Kind.UANG, "Pagu setelah revisi", required=True)
    blokir: int | None = kolom(Kind.UANG, "Blokir", "Bagian pagu yang belum dapat dicairkan.")
    realisasi: int | None = kolom(Kind.UANG, "Realisasi", required=True)
    tanggal_data: str = kolom(Kind.TANGGAL, "Keadaan data per")
    sumber: str = kolom(Kind.TEKS, "Sumber", "Misalnya aplikasi OM-SPAN.")


@table(
    "skor",
    "Nilai kinerja anggaran",
    "nilai",
    order=("tahun", "jenis"),
    unique=("tahun", "jenis"),
    title=("jenis",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Skor(Row):
    """The official score as typed from the ministry's system, beside the recomputed one."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    jenis: str = kolom(Kind.PILIHAN, "Jenis nilai", choices=JENIS_SKOR, required=True)
    nilai_resmi: Decimal | None = kolom(Kind.ANGKA, "Nilai resmi", "Seperti tercetak pada aplikasinya.")
    kategori_resmi: str = kolom(Kind.TEKS, "Kategori resmi")
    tanggal_data: str = kolom(Kind.TANGGAL, "Keadaan data per")
    sumber: str = kolom(Kind.TEKS, "Sumber")


@table(
    "skor_komponen",
    "Komponen nilai",
    "komponen nilai",
    order=("tahun", "jenis", "kode"),
    unique=("tahun", "jenis", "kode"),
    title=("kode",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class SkorKomponen(Row):
    """The typed value of one component of a score; weights and order come from the rule set of the year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    jenis: str = kolom(Kind.PILIHAN, "Jenis nilai", choices=JENIS_SKOR, required=True)
    kode: str = kolom(Kind.TEKS, "Komponen", required=True)
    nilai: Decimal | None = kolom(Kind.ANGKA, "Nilai")
    berlaku: bool = kolom(
        Kind.YATIDAK,
        "Diperhitungkan",
        "Kosongkan centangnya bila komponen ini tidak berlaku bagi satker.",
        default=True,
    )
    nilai_akhir_resmi: Decimal | None = kolom(
        Kind.ANGKA, "Nilai akhir resmi", "Nilai tertimbang seperti tercetak pada aplikasinya."
    )
    catatan: str = kolom(Kind.TEKS, "Catatan")
