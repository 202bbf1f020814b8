"""The Perjanjian Kinerja: versions, frozen contents, signed scans."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..schema import Kind, Row, kolom, table
from .pilihan import (
    ALASAN_PK,
    JENIS_NILAI,
    JENIS_PEJABAT,
    KOSONGKAN,
    POLARITAS,
    STATUS_PK,
    TINGKAT,
    TOLAK,
    urut,
)


@table(
    "pk",
    "Perjanjian Kinerja",
    "Perjanjian Kinerja",
    order=("tahun", "nomor"),
    unique=("tahun", "nomor", "posisi_id"),
    title=("tahun",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Pk(Row):
    """One version of a PK: Awal (nomor 0) or Perubahan ke-n. While a draft it shows working values; signing
    freezes names into the p1_/p2_ columns and targets and budget into pk_butir and pk_anggaran.

    Status: "terkunci" = signed, its contents never change again; "berlaku" = signed and its date of effect had come.
    """

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    nomor: int = kolom(Kind.BULAT, "Perubahan ke-", "0 untuk perjanjian awal.", default=0, minimum=0, hidden=True)
    posisi_id: str | None = kolom(
        Kind.RUJUK,
        "Pihak yang berjanji",
        "Kosong untuk kepala satker; diisi untuk pejabat di bawahnya.",
        ref="posisi",
        on_delete=TOLAK,
    )
    status: str = kolom(Kind.PILIHAN, "Status", choices=STATUS_PK, default="draf", hidden=True)
    alasan: str = kolom(Kind.PILIHAN, "Alasan", choices=ALASAN_PK, default="awal")
    alasan_uraian: str = kolom(Kind.PARAGRAF, "Uraian alasan", "Dicetak pada tabel perubahan di Bab II.")
    berlaku_dari: str = kolom(Kind.TANGGAL, "Mulai berlaku", "Kosong berarti sejak tanggal penandatanganan.")
    tempat: str = kolom(Kind.TEKS, "Tempat penandatanganan", "Kosong berarti kota kedudukan satker.")
    tanggal: str = kolom(Kind.TANGGAL, "Tanggal", "Boleh tanpa hari; ruang hari dikosongkan untuk ditulis tangan.")
    judul: str = kolom(
        Kind.PARAGRAF,
        "Baris judul",
        "Baris di bawah PERJANJIAN KINERJA TAHUN ...; kosong berarti disusun dari jabatan para pihak.",
    )
    judul_lampiran: str = kolom(
        Kind.PARAGRAF, "Baris judul lampiran", "Kosong berarti sama dengan judul halaman pertama."
    )
    pakai_kop: bool = kolom(Kind.YATIDAK, "Cetak kop surat", "Bila tidak, hanya logo yang dicetak.")
    elektronik: bool = kolom(
        Kind.YATIDAK,
        "Catatan tanda tangan elektronik",
        "Di bawah tanda tangan, untuk naskah yang ditandatangani secara elektronik.",
    )
    cetak_rencana_aksi: bool = kolom(Kind.YATIDAK, "Lampirkan rencana aksi")
    cetak_kode: bool = kolom(
        Kind.YATIDAK, "Cetak kode data di kaki halaman", "Kode pendek untuk mencocokkan cetakan dengan datanya."
    )
    p1_pejabat_id: str | None = kolom(
        Kind.RUJUK, "Pihak Pertama", ref="pejabat", on_delete=KOSONGKAN, group="Pihak Pertama"
    )
    p1_nama: str = kolom(
        Kind.TEKS,
        "Nama Pihak Pertama",
        "Kosong berarti dari daftar pejabat; terisi saat ditandatangani.",
        group="Pihak Pertama",
    )
    p1_gelar_depan: str = kolom(Kind.TEKS, "Gelar depan", group="Pihak Pertama")
    p1_gelar_belakang: str = kolom(Kind.TEKS, "Gelar belakang", group="Pihak Pertama")
    p1_pangkat: str = kolom(Kind.TEKS, "Pangkat/golongan", group="Pihak Pertama")
    p1_nip: str = kolom(Kind.TEKS, "NIP", group="Pihak Pertama")
    p1_jenis: str = kolom(Kind.PILIHAN, "Status jabatan", choices=JENIS_PEJABAT, group="Pihak Pertama")
    p1_jabatan: str = kolom(Kind.PARAGRAF, "Jabatan di atas tanda tangan", group="Pihak Pertama")
    p1_unit: str = kolom(Kind.TEKS, "Unit kerja", group="Pihak Pertama")
    p1_cetak_gelar: bool = kolom(Kind.YATIDAK, "Cetak gelar", default=True, group="Pihak Pertama")
    p1_cetak_pangkat: bool = kolom(Kind.YATIDAK, "Cetak pangkat", group="Pihak Pertama")
    p1_cetak_nip: bool = kolom(Kind.YATIDAK, "Cetak NIP", default=True, group="Pihak Pertama")
    p2_pejabat_id: str | None = kolom(
        Kind.RUJUK, "Pihak Kedua", ref="pejabat", on_delete=KOSONGKAN, group="Pihak Kedua"
    )
    p2_nama: str = kolom(Kind.TEKS, "Nama Pihak Kedua", group="Pihak Kedua")
    p2_gelar_depan: str = kolom(Kind.TEKS, "Gelar depan", group="Pihak Kedua")
    p2_gelar_belakang: str = kolom(Kind.TEKS, "Gelar belakang", group="Pihak Kedua")
    p2_pangkat: str = kolom(Kind.TEKS, "Pangkat/golongan", group="Pihak Kedua")
    p2_nip: str = kolom(Kind.TEKS, "NIP", group="Pihak Kedua")
    p2_jenis: str = kolom(Kind.PILIHAN, "Status jabatan", choices=JENIS_PEJABAT, group="Pihak Kedua")
    p2_jabatan: str = kolom(Kind.PARAGRAF, "Jabatan di atas tanda tangan", group="Pihak Kedua")
    p2_unit: str = kolom(Kind.TEKS, "Unit kerja", group="Pihak Kedua")
    p2_cetak_gelar: bool = kolom(Kind.YATIDAK, "Cetak gelar", default=True, group="Pihak Kedua")
    p2_cetak_pangkat: bool = kolom(Kind.YATIDAK, "Cetak pangkat", group="Pihak Kedua")
    p2_cetak_nip: bool = kolom(Kind.YATIDAK, "Cetak NIP", default=True, group="Pihak Kedua")
    identitas_id: str | None = kolom(
        Kind.RUJUK,
        "Identitas satker",
        "Kosong berarti yang berlaku pada tanggal PK.",
        ref="identitas",
        on_delete=TOLAK,
    )
    pernyataan: str = kolom(
        Kind.PARAGRAF,
        "Naskah pernyataan",
        "Kosong berarti naskah baku PermenPAN-RB 53/2014 dari aturan kantor.",
    )
    sidik: str = kolom(Kind.TEKS, "Sidik isi beku", "Terisi saat ditandatangani.", hidden=True)
    pagu: int | None = kolom(
        Kind.UANG,
        "Pagu DIPA pada tanggal ini",
        "Pembanding anggaran perjanjian; boleh kosong bila belum diketahui.",
    )
    nama_naskah: str = kolom(Kind.TEKS, "Nama naskah", "Terisi saat ditandatangani.", hidden=True)
    sebutan_pertama: str = kolom(Kind.TEKS, "Sebutan Pihak Pertama", "Terisi saat ditandatangani.", hidden=True)
    sebutan_kedua: str = kolom(Kind.TEKS, "Sebutan Pihak Kedua", "Terisi saat ditandatangani.", hidden=True)


@table(
    "pk_cakupan",
    "Indikator dalam Perjanjian Kinerja",
    "indikator PK",
    order=("urut",),
    unique=("pk_id", "indikator_id"),
    siblings=("pk_id",),
    title=("urut",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PkCakupan(Row):
    """An indicator chosen for a draft PK of a lower official, with that party's own target if it differs."""

    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk", required=True, hidden=True)
    urut: int = urut()
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", required=True)
    target: Decimal | None = kolom(Kind.ANGKA, "Target pihak ini", "Kosong berarti sama dengan target indikator.")


@table(
    "pk_butir",
    "Isi Perjanjian Kinerja yang dibekukan",
    "butir PK",
    order=("urut",),
    siblings=("pk_id",),
    title=("indikator_kode", "indikator_nama"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PkButir(Row):
    """A frozen line of a signed PK: one indicator with its sasaran and target as promised."""

    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk", required=True)
    urut: int = urut()
    tingkat: str = kolom(Kind.PILIHAN, "Tingkat", choices=TINGKAT)
    sasaran_id: str | None = kolom(Kind.RUJUK, "Sasaran", ref="sasaran", on_delete=TOLAK)
    sasaran_kode: str = kolom(Kind.TEKS, "Kode sasaran")
    sasaran_nama: str = kolom(Kind.PARAGRAF, "Rumusan sasaran")
    indikator_id: str | None = kolom(Kind.RUJUK, "Indikator", ref="indikator", on_delete=TOLAK)
    indikator_kode: str = kolom(Kind.TEKS, "Kode indikator")
    indikator_nama: str = kolom(Kind.PARAGRAF, "Nama indikator")
    satuan: str = kolom(Kind.TEKS, "Satuan")
    jenis_nilai: str = kolom(Kind.PILIHAN, "Jenis nilai", choices=JENIS_NILAI)
    polaritas: str = kolom(Kind.PILIHAN, "Polaritas", choices=POLARITAS)
    target: Decimal | None = kolom(Kind.ANGKA, "Target")
    target_atas: Decimal | None = kolom(Kind.ANGKA, "Batas atas")
    target_predikat: str = kolom(Kind.TEKS, "Predikat")


@table(
    "pk_anggaran",
    "Anggaran Perjanjian Kinerja yang dibekukan",
    "anggaran PK",
    order=("urut",),
    siblings=("pk_id",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PkAnggaran(Row):
    """A frozen budget line of a signed PK; totals count the programme level only."""

    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk", required=True)
    urut: int = urut()
    jenis: str = kolom(Kind.PILIHAN, "Jenis", choices=(("program", "Program"), ("kegiatan", "Kegiatan")))
    kode: str = kolom(Kind.TEKS, "Kode")
    nama: str = kolom(Kind.TEKS, "Nama")
    nilai: int | None = kolom(Kind.UANG, "Anggaran")


@table("pindaian", "Pindaian bertanda tangan", "pindaian", order=("tahun", "urut"), title=("nama_berkas",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Pindaian(Row):
    """The signed scan of a paper: a PDF or a picture, at most 20 MB."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True, hidden=True)
    urut: int = urut()
    naskah: str = kolom(
        Kind.PILIHAN,
        "Naskah",
        choices=(
            ("pk", "Perjanjian Kinerja"),
            ("surat", "Surat pengantar"),
            ("kata_pengantar", "Kata pengantar"),
        ),
    )
    pk_id: str | None = kolom(Kind.RUJUK, "Perjanjian Kinerja", ref="pk")
    nama_berkas: str = kolom(Kind.TEKS, "Nama berkas")
    mime: str = kolom(Kind.TEKS, "Jenis berkas", hidden=True)
    berkas: str = kolom(Kind.BERKAS, "Berkas", required=True)
    halaman: int | None = kolom(Kind.BULAT, "Jumlah halaman", hidden=True)
    pakai: bool = kolom(Kind.YATIDAK, "Cetak pindaian di Lampiran", "Menggantikan naskah buatan program.", default=True)
