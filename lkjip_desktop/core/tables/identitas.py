"""Who the satker is: names and letterhead by date, officials, positions, pictures."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Kind, Row, kolom, table
from .pilihan import JENIS_PEJABAT, KOSONGKAN, urut


@table("gambar", "Gambar", "gambar", order=("nama",), unique=("berkas",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Gambar(Row):
    """A picture master: sRGB PNG or JPEG without EXIF, longest side at most 2480 px."""

    nama: str = kolom(Kind.TEKS, "Nama")
    berkas: str = kolom(Kind.BERKAS, "Isi gambar", required=True)
    mime: str = kolom(Kind.TEKS, "Jenis", hidden=True)
    lebar_px: int | None = kolom(Kind.BULAT, "Lebar", unit="piksel", hidden=True)
    tinggi_px: int | None = kolom(Kind.BULAT, "Tinggi", unit="piksel", hidden=True)


@table("identitas", "Identitas satker", "identitas satker", order=("berlaku_dari",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Identitas(Row):
    """Names, codes and letterhead of the satker, valid from-to by date; a paper takes those of its own date."""

    berlaku_dari: str = kolom(Kind.TANGGAL, "Berlaku dari", "Kosong berarti sejak awal.", group="Masa berlaku")
    berlaku_sampai: str = kolom(Kind.TANGGAL, "Berlaku sampai", "Kosong berarti masih berlaku.", group="Masa berlaku")
    nama: str = kolom(
        Kind.TEKS,
        "Nama satker",
        "Tulis lengkap, misalnya Balai Pemasyarakatan Kelas II Lahat.",
        required=True,
    )
    singkatan: str = kolom(
        Kind.TEKS, "Nama singkat", "Dipakai dalam kalimat dan judul tabel, misalnya Bapas Kelas II Lahat."
    )
    kode_satker: str = kolom(Kind.TEKS, "Kode satker", "Enam angka pada DIPA; dipakai sebagai nama berkas kiriman.")
    kota: str = kolom(Kind.TEKS, "Kota kedudukan", "Tempat pada tanggal surat, misalnya Lahat.")
    kementerian: str = kolom(Kind.TEKS, "Kementerian", group="Instansi induk")
    kementerian_singkat: str = kolom(
        Kind.TEKS, "Nama singkat kementerian", "Misalnya Kementerian Imipas.", group="Instansi induk"
    )
    eselon_satu: str = kolom(
        Kind.TEKS, "Unit eselon I", "Misalnya Direktorat Jenderal Pemasyarakatan.", group="Instansi induk"
    )
    kanwil: str = kolom(
        Kind.TEKS,
        "Kantor wilayah",
        "Misalnya Kantor Wilayah Direktorat Jenderal Pemasyarakatan Sumatera Selatan.",
        group="Instansi induk",
    )
    kota_kanwil: str = kolom(Kind.TEKS, "Kota kantor wilayah", group="Instansi induk")
    kop: str = kolom(
        Kind.PARAGRAF,
        "Baris kop surat",
        "Satu baris untuk setiap baris kop; baris terakhir dicetak tebal sebagai nama satker.",
        group="Kop surat",
    )
    alamat: str = kolom(Kind.TEKS, "Alamat", group="Kop surat")
    telepon: str = kolom(Kind.TEKS, "Telepon", group="Kop surat")
    faksimile: str = kolom(Kind.TEKS, "Faksimile", group="Kop surat")
    laman: str = kolom(Kind.TEKS, "Laman", group="Kop surat")
    surel: str = kolom(Kind.TEKS, "Surel", group="Kop surat")
    logo_id: str | None = kolom(Kind.RUJUK, "Logo", ref="gambar", on_delete=KOSONGKAN, group="Kop surat")
    pola_nomor: str = kolom(
        Kind.TEKS,
        "Pola nomor surat",
        "Misalnya W.6.PAS.PAS21-PR.03-; nomor urut ditulis pada suratnya.",
        group="Kop surat",
    )


@table("pejabat", "Pejabat", "pejabat", order=("urut",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat(Row):
    """An official with the term in which he or she holds the post (TMT) and the kind of appointment."""

    urut: int = urut()
    nama: str = kolom(Kind.TEKS, "Nama tanpa gelar", required=True)
    gelar_depan: str = kolom(Kind.TEKS, "Gelar depan")
    gelar_belakang: str = kolom(Kind.TEKS, "Gelar belakang", "Misalnya S.Sos. atau Bc.I.P., S.H., M.H.")
    nip: str = kolom(Kind.TEKS, "NIP", "18 angka; dicetak 19681106 199203 1 002.")
    pangkat: str = kolom(Kind.TEKS, "Pangkat/golongan")
    jabatan: str = kolom(Kind.PARAGRAF, "Jabatan", "Seperti tercetak di atas tanda tangan.", required=True)
    unit: str = kolom(Kind.TEKS, "Unit kerja", "Unit tempat jabatan itu, bila bukan satker ini.")
    jenis: str = kolom(
        Kind.PILIHAN,
        "Status jabatan",
        "Plt., Plh., atau Pj. tercetak di depan jabatannya.",
        choices=JENIS_PEJABAT,
        default="definitif",
    )
    tmt_dari: str = kolom(Kind.TANGGAL, "TMT", "Mulai menjabat; kosong bila belum diketahui.")
    tmt_sampai: str = kolom(Kind.TANGGAL, "Sampai")
    peran: str = kolom(
        Kind.PILIHAN,
        "Peran",
        "Menentukan siapa yang menandatangani.",
        choices=(("kepala", "Kepala satker"), ("atasan", "Atasan langsung"), ("lain", "Pejabat lain")),
        default="lain",
    )


@table("posisi", "Struktur organisasi", "jabatan", order=("urut",), siblings=("induk_id",), title=("jabatan",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Posisi(Row):
    """A position of the organisation chart; also the unit and level of party of a lower official's PK."""

    urut: int = urut()
    induk_id: str | None = kolom(Kind.RUJUK, "Di bawah", ref="posisi")
    jabatan: str = kolom(Kind.TEKS, "Jabatan", required=True)
    unit: str = kolom(Kind.TEKS, "Unit kerja")
    pejabat_id: str | None = kolom(Kind.RUJUK, "Pejabat", ref="pejabat", on_delete=KOSONGKAN)
    tugas: str = kolom(Kind.PARAGRAF, "Tugas", "Satu atau dua kalimat untuk Bab I.")
    tahun_dari: int | None = kolom(Kind.TAHUN, "Mulai tahun")
    tahun_sampai: int | None = kolom(Kind.TAHUN, "Sampai tahun")
