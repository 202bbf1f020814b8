"""All tables of the data file, one frozen dataclass each, by topic.

Add a table to the module of its topic, name it here, and append a migration to store/migrations.py (a test compares
the two). Texts of `help` are shown in the form; sources in brackets are the regulation.
"""

from __future__ import annotations

from ..schema import check_references

# The order of import is the order of tables in forms, exchange and help.
# isort: off
from .identitas import Gambar, Identitas, Pejabat, Posisi
from .renstra import DasarHukum, Renstra, RenstraButir, TataNilai
from .kinerja import (
    Analisis,
    Bukti,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    RencanaAksi,
    Sasaran,
    SasaranTahun,
    TargetRenstra,
)
from .perjanjian import Pindaian, Pk, PkAnggaran, PkButir, PkCakupan
from .anggaran import AnggaranBelanja, AnggaranSasaran, Kegiatan, Ro, RoIndikator, Skor, SkorKomponen
from .laporan import (
    Ceklis,
    DataDukung,
    Ilustrasi,
    KinerjaLain,
    KinerjaLainAngka,
    Laporan,
    Naskah,
    Prestasi,
    Rekomendasi,
    Surat,
    Tenggat,
)
from .aturan import AturanBaris, KunciPeriode
from .pilihan import (
    ALASAN_PK,
    JENIS_NILAI,
    JENIS_PEJABAT,
    JENIS_PERIODE,
    JENIS_SKOR,
    KELANJUTAN,
    KONSOLIDASI,
    POLARITAS,
    STATUS_PK,
    TINGKAT,
)
# isort: on

__all__ = [
    "ALASAN_PK",
    "JENIS_NILAI",
    "JENIS_PEJABAT",
    "JENIS_PERIODE",
    "JENIS_SKOR",
    "KELANJUTAN",
    "KONSOLIDASI",
    "POLARITAS",
    "STATUS_PK",
    "TINGKAT",
    "Analisis",
    "AnggaranBelanja",
    "AnggaranSasaran",
    "AturanBaris",
    "Bukti",
    "Ceklis",
    "DasarHukum",
    "DataDukung",
    "Gambar",
    "Identitas",
    "Ilustrasi",
    "Indikator",
    "IndikatorPeriode",
    "IndikatorTahun",
    "Kegiatan",
    "KinerjaLain",
    "KinerjaLainAngka",
    "KunciPeriode",
    "Laporan",
    "Naskah",
    "Pejabat",
    "Pindaian",
    "Pk",
    "PkAnggaran",
    "PkButir",
    "PkCakupan",
    "Posisi",
    "Prestasi",
    "Rekomendasi",
    "RencanaAksi",
    "Renstra",
    "RenstraButir",
    "Ro",
    "RoIndikator",
    "Sasaran",
    "SasaranTahun",
    "Skor",
    "SkorKomponen",
    "Surat",
    "TargetRenstra",
    "TataNilai",
    "Tenggat",
]

check_references()
