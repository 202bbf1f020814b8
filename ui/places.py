"""PLACES: the screens by key, title, icon and the tables whose rows are edited there, in the order of a year's work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One entry of the navigation; a click on a number in the preview leads by its `tables`."""

    key: str
    title: str
    icon: str
    tables: tuple[str, ...] = ()


PLACES: tuple[Place, ...] = (
    Place("beranda", "Beranda", "beranda"),
    Place("identitas", "Identitas", "identitas", ("identitas", "pejabat", "posisi")),
    Place(
        "renstra",
        "Renstra",
        "renstra",
        ("renstra", "renstra_butir", "tata_nilai", "dasar_hukum", "target_renstra"),
    ),
    Place(
        "sasaran",
        "Sasaran & IKK",
        "sasaran",
        ("sasaran_tahun", "sasaran", "indikator_tahun", "indikator", "analisis"),
    ),
    Place("pk", "Perjanjian Kinerja", "pk", ("pk", "pk_butir", "pk_anggaran", "pk_cakupan", "pindaian")),
    Place("realisasi", "Realisasi", "realisasi", ("indikator_periode",)),
    Place(
        "anggaran",
        "Anggaran",
        "anggaran",
        ("kegiatan", "ro", "ro_indikator", "anggaran_sasaran", "anggaran_belanja", "skor", "skor_komponen"),
    ),
    Place(
        "naskah",
        "Naskah",
        "naskah",
        ("naskah", "kinerja_lain", "data_dukung", "prestasi", "rekomendasi", "surat", "laporan"),
    ),
    Place("cetak", "Cetak", "cetak"),
    Place("periksa", "Periksa", "periksa"),
    Place(
        "lampiran",
        "Lampiran",
        "gambar",
        ("ceklis", "bukti", "rencana_aksi", "ilustrasi", "kinerja_lain_angka", "gambar"),
    ),
    Place("tenggat", "Tenggat", "kalender", ("tenggat",)),
    Place("aturan", "Aturan", "aturan", ("aturan",)),
    Place("berkas", "Berkas & cadangan", "cadangan", ("kunci",)),
)


def place_of(table: str) -> Place | None:
    """The first screen on which the rows of a table are edited."""
    return next((p for p in PLACES if table in p.tables), None)
