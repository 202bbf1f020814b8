"""The closed choices that several tables share, and the order column."""

from __future__ import annotations

from ..schema import Kind, SaatHapus, kolom

KOSONGKAN, TOLAK = SaatHapus.KOSONGKAN, SaatHapus.TOLAK

TINGKAT = (
    ("strategis", "Sasaran Strategis"),
    ("program", "Sasaran Program"),
    ("kegiatan", "Sasaran Kegiatan"),
)
JENIS_PEJABAT = (("definitif", "Definitif (pejabat tetap)"), ("plt", "Plt."), ("plh", "Plh."), ("pj", "Pj."))
JENIS_NILAI = (
    ("rasio", "Rasio (pembilang / penyebut)"),
    ("hitungan", "Hitungan (jumlah)"),
    ("indeks", "Indeks / nilai"),
    ("predikat", "Predikat pada skala"),
)
POLARITAS = (
    ("naik", "Makin tinggi makin baik"),
    ("turun", "Makin rendah makin baik"),
    ("rentang", "Dalam rentang paling baik"),
)
KONSOLIDASI = (
    ("jumlah", "Jumlah"),
    ("rata", "Rata-rata"),
    ("terakhir", "Nilai terakhir"),
    ("maksimum", "Nilai tertinggi"),
)
KELANJUTAN = (("baru", "Baru"), ("dilanjutkan", "Dilanjutkan"), ("diubah", "Diubah"), ("dihapus", "Dihapus"))
STATUS_PK = (("draf", "Draf"), ("terkunci", "Terkunci (ditandatangani)"), ("berlaku", "Berlaku"))
ALASAN_PK = (
    ("awal", "Perjanjian awal"),
    ("pejabat", "Pergantian atau mutasi pejabat"),
    ("strategi", "Perubahan strategi, program, kegiatan, atau alokasi anggaran"),
    ("prioritas", "Perubahan prioritas atau asumsi"),
)
JENIS_PERIODE = (("bulan", "Bulan"), ("triwulan", "Triwulan"))
JENIS_SKOR = (
    ("smart", "SMART (Kinerja Anggaran)"),
    ("ikpa", "IKPA"),
    ("nka", "Nilai Kinerja Anggaran"),
    ("akip", "Evaluasi AKIP"),
)


def urut() -> int:
    """The hidden column that keeps the place of a row among its siblings."""
    value: int = kolom(Kind.BULAT, "Urutan", hidden=True, default=0)
    return value
