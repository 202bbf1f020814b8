"""This year against others: two words for a change, successors, units, and the medium-term targets."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.banding import arah_dari, cetak_selisih, renstra_berlaku, tercetak
from lkjip_desktop.core.hasil import Banding, Ukur
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Indikator, Renstra

from .bahan import D, atur, bapas, tambah, ubah


@pytest.fixture(scope="module")
def s() -> Snapshot:
    return bapas()


def dua_tahun(s: Snapshot, lalu: str, kini: str, **isi: Any) -> Banding:
    """IKK II.1 with these two realisasi; `isi` is set in both years."""
    s = ubah(s, "indikator_tahun", "SK2.IKK1.2022", realisasi=D(lalu), **isi)
    s = ubah(s, "indikator_tahun", "SK2.IKK1.2023", realisasi=D(kini), **isi)
    b = hitung(s, 2023).per_indikator["SK2.IKK1"].banding
    assert b is not None
    return b


@pytest.mark.parametrize(
    ("polaritas", "lalu", "kini", "arah", "nilaian"),
    [
        ("naik", "5", "7", "naik", "membaik"),
        ("naik", "7", "5", "turun", "memburuk"),
        ("turun", "5", "7", "naik", "memburuk"),
        ("turun", "7", "5", "turun", "membaik"),
        ("naik", "5", "5.00", "tetap", "tetap"),
        ("", "5", "7", "naik", ""),
        # Band 4-6: nearer is better, inside it nothing is.
        ("rentang", "9", "7", "turun", "membaik"),
        ("rentang", "1", "3", "naik", "membaik"),
        ("rentang", "4", "6", "naik", "tetap"),
        ("rentang", "5", "9", "naik", "memburuk"),
    ],
)
def test_direction_and_judgement_are_two_words(
    s: Snapshot, polaritas: str, lalu: str, kini: str, arah: str, nilaian: str
) -> None:
    s = tambah_pk_kosong(s)
    b = dua_tahun(s, lalu, kini, polaritas=polaritas, target=D(4), target_atas=D(6))
    assert (b.arah, b.nilaian) == (arah, nilaian)


def tambah_pk_kosong(s: Snapshot) -> Snapshot:
    """Without agreements, so that the working targets hold."""
    for t in (2022, 2023):
        s = ubah(s, "pk", f"pk.{t}", status="draf")
    return s


def test_difference_of_percentages_is_in_points(s: Snapshot) -> None:
    b = hitung(s, 2023).per_indikator["SK1.IKK1"].banding
    assert b is not None
    # 49,26 - 50 as printed
    assert (b.tahun_lalu, b.selisih, b.selisih_cetak, b.arah) == (2022, Fraction("-0.74"), "0,74 poin persen", "turun")
    assert (b.selisih_capaian_cetak, b.arah_capaian, b.nilaian) == ("17,91 poin persen", "turun", "memburuk")


def test_difference_of_achievements_is_that_of_what_is_printed(s: Snapshot) -> None:
    """60% at 60 last year, 110,78% this year; an office that caps at 110 and prints so has risen by 10 points."""
    for cetak, selisih in (("mentah", "10,78 poin persen"), ("terhitung", "10 poin persen")):
        h = hitung(atur(s, "pengukuran", batas="110", cetak_capaian=cetak), 2023)
        b = h.per_indikator["SK1.IKK2"].banding
        assert b is not None
        assert b.selisih_capaian_cetak == selisih


def test_difference_of_typed_percentages_is_not_rounded_away(s: Snapshot) -> None:
    b = dua_tahun(s, "49.261", "49.263", jenis_nilai="indeks", satuan="%")
    assert (b.selisih_cetak, b.arah) == ("0,002 poin persen", "naik")


def test_difference_of_counts_has_its_unit(s: Snapshot) -> None:
    assert dua_tahun(s, "1", "3").selisih_cetak == "2 Layanan"
    assert dua_tahun(s, "80.25", "80.125", jenis_nilai="indeks", satuan="Indeks").selisih_cetak == "0,125"


def test_another_unit_cannot_be_compared(s: Snapshot) -> None:
    s = ubah(s, "indikator_tahun", "SK2.IKK1.2022", satuan="Dokumen")
    b = hitung(s, 2023).per_indikator["SK2.IKK1"].banding
    assert b is not None
    assert (b.selisih, b.selisih_cetak, b.arah, b.nilaian) == (None, "", "", "")
    assert b.selisih_capaian_cetak == "0 poin persen"


def test_missing_realisasi_gives_no_direction(s: Snapshot) -> None:
    s = ubah(s, "indikator_tahun", "SK2.IKK1.2022", realisasi=None)
    b = hitung(s, 2023).per_indikator["SK2.IKK1"].banding
    assert b is not None
    assert (b.selisih, b.arah, b.selisih_capaian) == (None, "", None)


def test_grades_have_a_direction_and_no_difference(s: Snapshot) -> None:
    isi = {"jenis_nilai": "predikat", "skala": "B\nBB\nA", "target_predikat": "BB", "target": None}
    s = ubah(tambah_pk_kosong(s), "indikator_tahun", "SK2.IKK1.2022", realisasi_predikat="B", **isi)
    s = ubah(s, "indikator_tahun", "SK2.IKK1.2023", realisasi_predikat="BB", **isi)
    i = hitung(s, 2023).per_indikator["SK2.IKK1"]
    assert i.banding is not None
    assert (i.banding.selisih_cetak, i.banding.arah, i.banding.nilaian) == ("", "naik", "membaik")
    assert [r.capaian.status for r in i.riwayat] == ["tidak_tercapai", "tercapai"]


def test_history_goes_on_through_the_successor_link(s: Snapshot) -> None:
    # IKK II.5 began in 2023 as successor of II.4, which then has no row of its own any more.
    s = ubah(s, "indikator", "SK2.IKK4", penerus_id="SK2.IKK5")
    i = hitung(s, 2023).per_indikator["SK2.IKK5"]
    assert [(r.ada, r.indikator_id, r.kode, r.realisasi.cetak) for r in i.riwayat] == [
        (True, "SK2.IKK4", "SK2.IKK4", "1 Layanan"),
        (True, "SK2.IKK5", "SK2.IKK5", "1 Layanan"),
    ]
    assert i.banding is not None
    assert [m.target.cetak for m in i.menengah] == ["-", "1 Layanan", "1 Layanan", "1 Layanan"]


def test_a_circle_of_successors_ends(s: Snapshot) -> None:
    s = ubah(s, "indikator", "SK2.IKK5", penerus_id="SK2.IKK6")
    s = ubah(s, "indikator", "SK2.IKK6", penerus_id="SK2.IKK5")
    assert [r.ada for r in hitung(s, 2023).per_indikator["SK2.IKK5"].riwayat] == [False, True]


def test_look_back_is_a_rule_and_needs_data(s: Snapshot) -> None:
    assert hitung(s, 2023).tahun_riwayat == (2022, 2023)
    satu = hitung(atur(s, "pengukuran", tahun_riwayat=1), 2023)
    assert satu.tahun_riwayat == (2023,)


def test_judgement_of_a_year_uses_its_own_medium_term_target(s: Snapshot) -> None:
    s = ubah(s, "target_renstra", "tr.SK1.IKK1.2023", nilai=D("50"))
    i = hitung(s, 2023).per_indikator["SK1.IKK1"]
    # 49,26 against the 50 of the Renstra, while the PK promised 60.
    assert (i.menengah[2].target.cetak, i.menengah[2].capaian_cetak, i.capaian.cetak) == ("50%", "98,51%", "82,09%")


def test_indicator_without_medium_term_targets_has_no_table(s: Snapshot) -> None:
    baru = tambah(s, Indikator(id="x", sasaran_id="SK1"))
    row = baru.row("indikator_tahun", "SK1.IKK1.2023")
    assert row is not None
    s = ubah(baru, "indikator_tahun", "SK1.IKK1.2023", indikator_id="x")
    i = hitung(s, 2023).per_indikator["x"]
    assert (i.menengah, i.target_renstra.alasan) == ((), "target Renstra belum diisi")


def test_renstra_in_force_is_that_of_the_year() -> None:
    a = Renstra(id="a", tahun_awal=2020, tahun_akhir=2024)
    b = Renstra(id="b", tahun_awal=2025, tahun_akhir=2029)
    s = dari_baris([a, b, Renstra(id="c")])
    assert [renstra_berlaku(s, t) for t in (2019, 2020, 2024, 2025, 2030)] == [None, a, a, b, None]


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=1000))
def test_printed_difference_fits_the_printed_figures(x: Fraction) -> None:
    a, b = Ukur(x, "", polos="1,25"), Ukur(Fraction(50), "", polos="50")
    p, q = tercetak(a, 2), tercetak(b, 2)
    assert p is not None
    assert q is not None
    selisih = p - q
    angka = cetak_selisih(selisih, "%").removesuffix(" poin persen")
    assert Decimal(angka.replace(".", "").replace(",", ".")) == abs(Decimal(selisih.numerator) / selisih.denominator)
    assert (arah_dari(selisih) == "naik") == (selisih > 0)
