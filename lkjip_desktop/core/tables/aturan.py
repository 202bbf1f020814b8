"""Rule sets of the office and closed periods."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Kind, Row, kolom, table


@table(
    "aturan",
    "Aturan kantor",
    "aturan",
    order=("jenis", "berlaku_dari"),
    unique=("jenis", "berlaku_dari"),
    title=("jenis",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class AturanBaris(Row):
    """A rule set valid from a date; year N uses the set in force on 31 December N (core.aturan reads `isi`)."""

    jenis: str = kolom(Kind.TEKS, "Aturan", required=True)
    berlaku_dari: str = kolom(Kind.TANGGAL, "Berlaku dari")
    isi: str = kolom(Kind.DATA, "Isi", required=True)
    sumber: str = kolom(Kind.TEKS, "Sumber")
    terkonfirmasi: bool = kolom(
        Kind.YATIDAK,
        "Sudah dicocokkan dengan sumbernya",
        "Bila belum, laporan mencetak 'perhitungan sendiri'.",
    )


@table(
    "kunci",
    "Periode yang dikunci",
    "kunci",
    order=("tahun", "cakupan"),
    unique=("tahun", "cakupan", "periode"),
    title=("tahun", "cakupan"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class KunciPeriode(Row):
    """A closed part of a year; unlocking removes the row with a reason in the step's label."""

    tahun: int | None = kolom(Kind.TAHUN, "Tahun", required=True)
    cakupan: str = kolom(
        Kind.PILIHAN,
        "Bagian",
        choices=(
            ("semua", "Seluruh tahun"),
            ("realisasi", "Realisasi"),
            ("anggaran", "Anggaran"),
            ("periode", "Satu periode"),
        ),
        default="semua",
    )
    periode: str = kolom(Kind.TEKS, "Periode", "Misalnya triwulan-1 atau bulan-03.")
    alasan: str = kolom(Kind.TEKS, "Alasan")
    oleh: str = kolom(Kind.TEKS, "Oleh")
    waktu: str = kolom(Kind.TEKS, "Waktu")
