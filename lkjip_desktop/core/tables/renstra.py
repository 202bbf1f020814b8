"""The medium-term plan: vision, missions, core values, legal bases."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Kind, Row, kolom, table
from .pilihan import urut


@table("renstra", "Renstra", "Renstra", order=("tahun_awal",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Renstra(Row):
    """A medium-term plan with its years, vision and sources."""

    nama: str = kolom(Kind.TEKS, "Nama dokumen", required=True)
    tahun_awal: int | None = kolom(Kind.TAHUN, "Tahun awal", required=True)
    tahun_akhir: int | None = kolom(Kind.TAHUN, "Tahun akhir", required=True)
    visi_nasional: str = kolom(Kind.PARAGRAF, "Visi nasional")
    sumber_visi_nasional: str = kolom(Kind.TEKS, "Sumber visi nasional", "Misalnya Perpres Nomor 18 Tahun 2020.")
    visi: str = kolom(Kind.PARAGRAF, "Visi", "Rumusan resmi, dikutip apa adanya.")
    sumber_visi: str = kolom(Kind.TEKS, "Sumber visi dan misi")
    tahun_tabel_dari: int | None = kolom(
        Kind.TAHUN, "Tabel target mulai tahun", "Tahun pertama pada tabel target jangka menengah."
    )


@table(
    "renstra_butir",
    "Misi, tujuan, dan strategi",
    "butir Renstra",
    order=("urut",),
    siblings=("renstra_id", "jenis"),
    title=("teks",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class RenstraButir(Row):
    """One mission, aim, strategy or presidential direction of a Renstra, in order."""

    renstra_id: str | None = kolom(Kind.RUJUK, "Renstra", ref="renstra", required=True)
    urut: int = urut()
    jenis: str = kolom(
        Kind.PILIHAN,
        "Jenis",
        choices=(
            ("misi_nasional", "Misi nasional"),
            ("arahan", "Arahan Presiden"),
            ("misi", "Misi"),
            ("tujuan", "Tujuan"),
            ("strategi", "Strategi"),
            ("fungsi", "Fungsi satker"),
        ),
        default="misi",
    )
    teks: str = kolom(Kind.PARAGRAF, "Isi", required=True)


@table("tata_nilai", "Tata nilai", "tata nilai", order=("urut",), siblings=("kelompok",))
@dataclass(frozen=True, slots=True, kw_only=True)
class TataNilai(Row):
    """One core value of a named set (PASTI, BerAKHLAK), valid in years."""

    urut: int = urut()
    kelompok: str = kolom(Kind.TEKS, "Kelompok", "Misalnya BerAKHLAK atau PASTI.", required=True)
    nama: str = kolom(Kind.TEKS, "Nilai", required=True)
    uraian: str = kolom(Kind.PARAGRAF, "Uraian")
    sumber: str = kolom(Kind.TEKS, "Sumber")
    tahun_dari: int | None = kolom(Kind.TAHUN, "Mulai tahun")
    tahun_sampai: int | None = kolom(Kind.TAHUN, "Sampai tahun")


@table("dasar_hukum", "Dasar hukum", "dasar hukum", order=("urut",))
@dataclass(frozen=True, slots=True, kw_only=True)
class DasarHukum(Row):
    """A legal basis with its validity by date."""

    urut: int = urut()
    nama: str = kolom(Kind.TEKS, "Nama dan nomor", "Misalnya Peraturan Presiden Nomor 29 Tahun 2014.", required=True)
    tentang: str = kolom(Kind.TEKS, "Tentang")
    berlaku_dari: str = kolom(Kind.TANGGAL, "Berlaku dari")
    berlaku_sampai: str = kolom(Kind.TANGGAL, "Sampai")
