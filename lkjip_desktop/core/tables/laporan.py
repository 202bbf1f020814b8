"""The report of one year: letter, texts, other performance, awards, pictures, checklists."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..schema import Kind, Row, kolom, table
from .pilihan import KOSONGKAN, urut


@table("laporan", "Laporan tahun", "laporan", order=("tahun",), unique=("tahun",), title=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan(Row):
    """One report year: its existence makes the year; place, date and signer of the LKjIP."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, minimum=1990, maximum=2100)
    nama_dokumen: str = kolom(
        Kind.TEKS,
        "Nama dokumen",
        "Dicetak pada sampul dan judul.",
        default="Laporan Kinerja Instansi Pemerintah",
    )
    singkatan: str = kolom(Kind.TEKS, "Singkatan dokumen", default="LKjIP")
    tempat: str = kolom(Kind.TEKS, "Tempat", "Kosong berarti kota kedudukan satker.")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal", "Tanggal kata pengantar; boleh tanpa hari.")
    penandatangan_id: str | None = kolom(Kind.RUJUK, "Penanda tangan", ref="pejabat", on_delete=KOSONGKAN)
    elektronik: bool = kolom(
        Kind.YATIDAK,
        "Catatan tanda tangan elektronik",
        "Di bawah tanda tangan, untuk naskah yang ditandatangani secara elektronik.",
    )
    gambar_sampul_id: str | None = kolom(Kind.RUJUK, "Gambar sampul", ref="gambar", on_delete=KOSONGKAN)
    tanggal_dipa: str = kolom(Kind.TANGGAL, "Tanggal DIPA", "Dasar batas waktu Perjanjian Kinerja.")
    batas_lkjip: str = kolom(Kind.TANGGAL, "Batas penyampaian LKjIP")


@table("surat", "Surat pengantar", "surat pengantar", order=("tahun",), unique=("tahun",), title=("perihal",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Surat(Row):
    """The covering letter of one year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    nomor: str = kolom(Kind.TEKS, "Nomor", "Kosong berarti ruang untuk ditulis tangan.")
    tempat: str = kolom(Kind.TEKS, "Tempat", "Kosong berarti kota kedudukan satker.")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal")
    sifat: str = kolom(Kind.TEKS, "Sifat")
    lampiran: str = kolom(Kind.TEKS, "Lampiran", "Misalnya 1 (satu) berkas.")
    perihal: str = kolom(Kind.PARAGRAF, "Perihal")
    yth: str = kolom(Kind.PARAGRAF, "Yth.", "Satu baris untuk setiap baris alamat.")
    di: str = kolom(Kind.TEKS, "di", "Kota tujuan.")
    dasar: str = kolom(Kind.PARAGRAF, "Surat yang ditindaklanjuti", "Asal, nomor, tanggal, dan perihalnya.")
    isi: str = kolom(Kind.NASKAH, "Isi surat", "Kosong berarti isi baku.")
    tembusan: str = kolom(Kind.PARAGRAF, "Tembusan", "Satu baris untuk setiap tembusan.")
    penandatangan_id: str | None = kolom(Kind.RUJUK, "Penanda tangan", ref="pejabat", on_delete=KOSONGKAN)
    elektronik: bool = kolom(Kind.YATIDAK, "Ditandatangani secara elektronik")


@table("naskah", "Naskah", "naskah", order=("tahun", "bagian"), unique=("tahun", "bagian"), title=("bagian",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Naskah(Row):
    """The office's own text of one part of the report in one year; part keys are those of report.sections."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    bagian: str = kolom(Kind.TEKS, "Bagian", required=True, hidden=True)
    judul: str = kolom(Kind.TEKS, "Judul sendiri", "Kosong berarti judul baku.")
    isi: str = kolom(Kind.NASKAH, "Isi")
    tampil: bool = kolom(Kind.YATIDAK, "Dicetak", default=True)


@table(
    "data_dukung",
    "Data pegawai dan klien",
    "data",
    order=("tahun", "urut"),
    siblings=("tahun", "kelompok"),
    title=("uraian",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class DataDukung(Row):
    """A line of the staff and client tables in Bab I."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    kelompok: str = kolom(
        Kind.PILIHAN,
        "Tabel",
        choices=(("pegawai", "Pegawai"), ("klien", "Klien"), ("sarana", "Sarana")),
        default="pegawai",
    )
    kategori: str = kolom(Kind.TEKS, "Kategori", "Misalnya Menurut pendidikan.")
    uraian: str = kolom(Kind.TEKS, "Uraian", required=True)
    jumlah: Decimal | None = kolom(Kind.ANGKA, "Jumlah")
    satuan: str = kolom(Kind.TEKS, "Satuan", default="orang")


@table(
    "kinerja_lain",
    "Kinerja lainnya",
    "kinerja lainnya",
    order=("tahun", "urut"),
    siblings=("tahun",),
    title=("judul",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaLain(Row):
    """One free item of Bab III D: title, text, figures, deadline, source."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    judul: str = kolom(Kind.TEKS, "Judul", required=True)
    isi: str = kolom(Kind.NASKAH, "Uraian")
    tenggat: str = kolom(Kind.TEKS, "Batas pelaporan")
    sumber: str = kolom(Kind.TEKS, "Sumber")
    target: Decimal | None = kolom(Kind.ANGKA, "Target")
    realisasi: Decimal | None = kolom(Kind.ANGKA, "Realisasi")
    satuan: str = kolom(Kind.TEKS, "Satuan")


@table(
    "kinerja_lain_angka",
    "Angka bulanan kinerja lainnya",
    "angka bulanan",
    order=("label", "bulan"),
    title=("label",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaLainAngka(Row):
    """A monthly figure of an item of Bab III D."""

    kinerja_lain_id: str | None = kolom(Kind.RUJUK, "Kinerja lainnya", ref="kinerja_lain", required=True)
    label: str = kolom(Kind.TEKS, "Baris", "Misalnya Realisasi anggaran.")
    bulan: int | None = kolom(Kind.BULAT, "Bulan", minimum=1, maximum=12)
    nilai: Decimal | None = kolom(Kind.ANGKA, "Nilai")


@table("prestasi", "Prestasi dan penghargaan", "prestasi", order=("tahun", "urut"), siblings=("tahun",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Prestasi(Row):
    """An award: what, from whom, when."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    nama: str = kolom(Kind.TEKS, "Nama penghargaan", required=True)
    pemberi: str = kolom(Kind.TEKS, "Pemberi")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal")
    keterangan: str = kolom(Kind.TEKS, "Keterangan")
    gambar_id: str | None = kolom(Kind.RUJUK, "Gambar piagam", ref="gambar", on_delete=KOSONGKAN)


@table(
    "ilustrasi",
    "Gambar dalam laporan",
    "gambar laporan",
    order=("tahun", "bagian", "urut"),
    siblings=("tahun", "bagian"),
    title=("judul",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Ilustrasi(Row):
    """A picture at a part of the report, with caption, source and print width; equal `kelompok` = one caption."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    bagian: str = kolom(Kind.TEKS, "Bagian", required=True, hidden=True)
    pemilik_id: str = kolom(Kind.TEKS, "Milik", "Id baris pemilik, misalnya kinerja lainnya.", hidden=True)
    urut: int = urut()
    gambar_id: str | None = kolom(Kind.RUJUK, "Gambar", ref="gambar", required=True)
    judul: str = kolom(Kind.TEKS, "Judul gambar")
    sumber: str = kolom(Kind.TEKS, "Sumber")
    lebar_mm: int | None = kolom(Kind.BULAT, "Lebar cetak", unit="mm", minimum=20, maximum=250)
    kelompok: int | None = kolom(Kind.BULAT, "Satu judul dengan nomor", hidden=True)


@table(
    "rekomendasi",
    "Tindak lanjut evaluasi",
    "rekomendasi",
    order=("tahun", "urut"),
    siblings=("tahun",),
    title=("rekomendasi",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Rekomendasi(Row):
    """A recommendation of last year's evaluation and what became of it."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun laporan", required=True, hidden=True)
    urut: int = urut()
    rekomendasi: str = kolom(Kind.PARAGRAF, "Rekomendasi", required=True)
    sumber: str = kolom(Kind.TEKS, "Sumber", "Misalnya evaluasi AKIP tahun lalu.")
    tindak_lanjut: str = kolom(Kind.PARAGRAF, "Tindak lanjut")
    status: str = kolom(
        Kind.PILIHAN,
        "Status",
        choices=(("belum", "Belum"), ("proses", "Dalam proses"), ("selesai", "Selesai")),
        default="belum",
    )
    bukti: str = kolom(Kind.TEKS, "Bukti")
    penanggung_jawab: str = kolom(Kind.TEKS, "Penanggung jawab")
    tenggat: str = kolom(Kind.TANGGAL, "Tenggat")


@table(
    "ceklis",
    "Jawaban daftar periksa",
    "jawaban",
    order=("tahun", "jenis", "kode"),
    unique=("tahun", "jenis", "kode"),
    title=("kode",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Ceklis(Row):
    """The answer to one point of a checklist; the points come from the rule set of the year."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    jenis: str = kolom(Kind.TEKS, "Daftar", default="reviu", hidden=True)
    kode: str = kolom(Kind.TEKS, "Butir", required=True, hidden=True)
    jawaban: str = kolom(Kind.PILIHAN, "Jawaban", choices=(("ya", "Ya"), ("tidak", "Tidak")))
    catatan: str = kolom(Kind.PARAGRAF, "Catatan")


@table("tenggat", "Tenggat", "tenggat", order=("tahun", "tanggal"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat(Row):
    """A date of the office: what is due, and whether it is done."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal")
    nama: str = kolom(Kind.TEKS, "Kegiatan", required=True)
    selesai: bool = kolom(Kind.YATIDAK, "Selesai")
    catatan: str = kolom(Kind.TEKS, "Catatan")
