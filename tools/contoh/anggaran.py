"""Programmes, budgets by both cuts and the scores of the example."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.tables import AnggaranBelanja, AnggaranSasaran, Kegiatan, Skor, SkorKomponen

from .dasar import d, id_baris

#: By year: key, programme, activity, kode of the sasaran it serves, budget promised in the PK (rupiah).
PROGRAM: dict[int, tuple[tuple[str, str, str, str, int], ...]] = {
    2022: (
        (
            "hukum",
            "Program Penegakan dan Pelayanan Hukum",
            "Penyelenggaraan Pemasyarakatan di Wilayah",
            "SK1",
            1_023_370_000,
        ),
        (
            "dukman",
            "Program Dukungan Manajemen",
            "Dukungan Manajemen dan Teknis Lainnya UPT Pemasyarakatan",
            "SK2",
            2_480_111_000,
        ),
    ),
    2023: (
        (
            "hukum",
            "Program Pelayanan dan Penegakan Hukum",
            "Penyelenggaraan Pemasyarakatan di Wilayah",
            "SK1",
            564_845_000,
        ),
        (
            "dukman",
            "Program Dukungan Manajemen",
            "Dukungan Manajemen dan Teknis Lainnya UPT Pemasyarakatan",
            "SK2",
            2_662_493_000,
        ),
    ),
}

_SASARAN_2023 = (("SK1", "hukum", 564_845_000, 564_699_000), ("SK2", "dukman", 3_168_512_000, 3_130_597_033))

_BELANJA = {
    2022: (
        ("51", "Belanja Pegawai", 2_183_109_000, 2_096_827_125),
        ("52", "Belanja Barang", 1_775_125_000, 1_557_948_941),
        ("53", "Belanja Modal", 36_000_000, 35_042_630),
    ),
    2023: (
        ("51", "Belanja Pegawai", 2_148_733_000, 2_128_276_743),
        ("52", "Belanja Barang", 1_492_165_000, 1_474_867_490),
        ("53", "Belanja Modal", 92_459_000, 92_151_800),
    ),
}

SMART = id_baris("skor", "2023/smart")
IKPA = id_baris("skor", "2023/ikpa")

#: Kode of the component (as in the rule set of the year), value, weighted value as printed by its system.
KOMPONEN: dict[str, tuple[tuple[str, str, str], ...]] = {
    "smart": (
        ("capaian_ro", "99.41", ""),
        ("efisiensi", "8.38", ""),
        ("konsistensi", "97.9", ""),
        ("penyerapan", "91.32", ""),
    ),
    "ikpa": (
        ("revisi_dipa", "100", "10.00"),
        ("deviasi", "83.74", "8.37"),
        ("penyerapan", "100.00", "20.00"),
        ("kontraktual", "94.00", "9.40"),
        ("tagihan", "100.00", "10.00"),
        ("up_tup", "100.00", "10.00"),
        ("dispensasi", "100.00", "5.00"),
        ("capaian_output", "100.00", "25.00"),
    ),
}


def baris() -> Iterator[Row]:
    """Rows of kegiatan, anggaran_sasaran, anggaran_belanja, skor and skor_komponen."""
    for tahun, program in PROGRAM.items():
        yield from _kegiatan(tahun, program)
    for n, (kode, kunci, pagu, realisasi) in enumerate(_SASARAN_2023, start=1):
        yield AnggaranSasaran(
            id=id_baris("anggaran_sasaran", f"2023/{kode}"),
            tahun=2023,
            urut=n,
            sasaran_id=id_baris("sasaran", kode),
            kegiatan_id=id_baris("kegiatan", f"2023/{kunci}/kegiatan"),
            pagu=pagu,
            realisasi=realisasi,
            tanggal_data="2023-12",
            sumber="Aplikasi SAKTI",
        )
    for tahun, belanja in _BELANJA.items():
        for kode, nama, pagu, realisasi in belanja:
            yield AnggaranBelanja(
                id=id_baris("anggaran_belanja", f"{tahun}/{kode}"),
                tahun=tahun,
                kode=kode,
                nama=nama,
                pagu=pagu,
                realisasi=realisasi,
                sumber="Aplikasi OM-SPAN",
            )
    yield Skor(
        id=SMART,
        tahun=2023,
        jenis="smart",
        nilai_resmi=d("90.21"),
        kategori_resmi="Sangat Baik",
        sumber="Aplikasi SMART-DJA",
    )
    yield Skor(
        id=IKPA,
        tahun=2023,
        jenis="ikpa",
        nilai_resmi=d("98.00"),
        kategori_resmi="Baik",
        tanggal_data="2023-12-31",
        sumber="Aplikasi OM-SPAN",
    )
    for jenis, komponen in KOMPONEN.items():
        for kode, nilai, akhir in komponen:
            yield SkorKomponen(
                id=id_baris("skor_komponen", f"2023/{jenis}/{kode}"),
                tahun=2023,
                jenis=jenis,
                kode=kode,
                nilai=d(nilai),
                nilai_akhir_resmi=d(akhir) if akhir else None,
            )


def _kegiatan(tahun: int, program: tuple[tuple[str, str, str, str, int], ...]) -> Iterator[Row]:
    n = 0
    for kunci, nama_program, nama_kegiatan, sasaran, nilai in program:
        induk = id_baris("kegiatan", f"{tahun}/{kunci}/program")
        n += 2
        yield Kegiatan(
            id=induk,
            tahun=tahun,
            urut=n - 1,
            jenis="program",
            nama=nama_program,
            sasaran_id=id_baris("sasaran", sasaran),
            anggaran=nilai,
        )
        yield Kegiatan(
            id=id_baris("kegiatan", f"{tahun}/{kunci}/kegiatan"),
            tahun=tahun,
            urut=n,
            induk_id=induk,
            nama=nama_kegiatan,
            sasaran_id=id_baris("sasaran", sasaran),
            anggaran=nilai,
        )
