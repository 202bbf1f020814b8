"""Every polaritas formula and every edge case of it, with its source, and what holds for all numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.aturan import Pengukuran
from lkjip_desktop.core.capaian import baca_skala, capaian_predikat, hitung_capaian, status_nilai, ukur_predikat
from lkjip_desktop.core.hasil import Capaian

P = Pengukuran()
TR = Pengukuran(rumus_turun="tr")


def capaian(polaritas: str, t: str | None, r: str | None, p: Pengukuran = P, atas: str | None = None) -> Capaian:
    """hitung_capaian of numbers as text."""
    return hitung_capaian(polaritas, _f(t), _f(r), p, _f(atas))


def _f(x: str | None) -> Fraction | None:
    return None if x is None else Fraction(x)


@pytest.mark.parametrize(
    ("polaritas", "t", "r", "p", "cetak", "status", "rumus"),
    [
        # R / T x 100; the three ratios of the seed (lines 534-640).
        ("naik", "60", "62900/1277", P, "82,09%", "tidak_tercapai", "naik"),
        ("naik", "55", "9200/151", P, "110,78%", "melampaui", "naik"),
        ("naik", "35", "5900/151", P, "111,64%", "melampaui", "naik"),
        # The same IKK I.2 read as lower-is-better: (2T - R) / T x 100 (LAN) and T / R x 100.
        ("turun", "55", "9200/151", P, "89,22%", "tidak_tercapai", "turun_lan"),
        ("turun", "55", "9200/151", TR, "90,27%", "tidak_tercapai", "turun_tr"),
        # Read by its name, as the complement 59/151.
        ("naik", "55", "5900/151", P, "71,04%", "tidak_tercapai", "naik"),
        # Window test of the house: 700 of 1277 at 60.
        ("naik", "60", "70000/1277", P, "91,36%", "tidak_tercapai", "naik"),
        ("turun", "10", "10", P, "100%", "tercapai", "turun_lan"),
        ("turun", "10", "8", P, "120%", "melampaui", "turun_lan"),
        ("turun", "10", "8", TR, "125%", "melampaui", "turun_tr"),
    ],
)
def test_formulas(polaritas: str, t: str, r: str, p: Pengukuran, cetak: str, status: str, rumus: str) -> None:
    c = capaian(polaritas, t, r, p)
    assert (c.cetak, c.status, c.rumus, c.alasan) == (cetak, status, rumus, "")
    assert c.mentah == c.terhitung


@pytest.mark.parametrize(
    ("r", "cetak", "rumus"),
    [
        ("30", "75%", "rentang_bawah"),  # 30 / 40
        ("40", "100%", "rentang_dalam"),
        ("50", "100%", "rentang_dalam"),
        ("60", "100%", "rentang_dalam"),
        ("75", "75%", "rentang_atas"),  # (2 x 60 - 75) / 60
        ("0", "0%", "rentang_bawah"),
    ],
)
def test_band_uses_its_lower_bound_below_and_its_upper_bound_above(r: str, cetak: str, rumus: str) -> None:
    c = capaian("rentang", "40", r, atas="60")
    assert (c.cetak, c.rumus) == (cetak, rumus)


def test_band_above_by_the_other_formula() -> None:
    assert capaian("rentang", "40", "75", TR, atas="60").cetak == "80%"  # 60 / 75


@pytest.mark.parametrize(
    ("polaritas", "t", "r", "p", "cetak", "alasan"),
    [
        # domain.md section 2, "Edge cases, as shipped".
        ("naik", "0", "5", P, "-", "target bernilai 0"),
        ("naik", "0", "0", P, "-", "target bernilai 0"),
        ("turun", "0", "5", P, "-", "target bernilai 0"),
        ("turun", "0", "5", TR, "-", "target bernilai 0"),
        ("turun", "0", "0", P, "100%", "target dan realisasi bernilai 0; capaian 100% menurut aturan pengukuran"),
        ("turun", "0", "0", TR, "100%", "target dan realisasi bernilai 0; capaian 100% menurut aturan pengukuran"),
        ("naik", "10", "0", P, "0%", "realisasi bernilai 0; capaian 0% menurut aturan pengukuran"),
        ("turun", "10", "0", P, "200%", "realisasi bernilai 0; capaian 200% menurut aturan pengukuran"),
        ("turun", "10", "0", TR, "-", "realisasi bernilai 0"),
        ("naik", None, "5", P, "-", "target belum diisi"),
        ("naik", "5", None, P, "-", "realisasi belum diisi"),
        ("turun", None, None, P, "-", "target dan realisasi belum diisi"),
        ("", "5", "5", P, "-", "polaritas belum dipilih"),
        ("naik", "-5", "5", P, "-", "target kurang dari 0"),
        ("turun", "-5", "5", TR, "-", "target kurang dari 0"),
        ("turun", "5", "-5", TR, "-", "realisasi kurang dari 0"),
        ("rentang", "40", "5", P, "-", "batas atas rentang belum diisi"),
    ],
)
def test_edge_cases_are_a_value_or_a_reason(
    polaritas: str, t: str | None, r: str | None, p: Pengukuran, cetak: str, alasan: str
) -> None:
    c = capaian(polaritas, t, r, p)
    assert (c.cetak, c.alasan) == (cetak, alasan)
    assert (c.mentah is None) == (cetak == "-") == (c.status == "tidak_dapat_dihitung")


def test_a_band_turned_round_says_so() -> None:
    assert "lebih rendah" in capaian("rentang", "60", "50", atas="40").alasan


def test_negative_result_keeps_its_raw_value_and_counts_as_zero() -> None:
    c = capaian("turun", "10", "25")  # (20 - 25) / 10
    assert (c.mentah, c.terhitung, c.cetak, c.cetak_terhitung) == (Fraction(-50), Fraction(0), "-50%", "0%")
    assert c.status == "tidak_tercapai"
    assert "0%" in c.alasan


def test_cap_keeps_the_raw_value_beside_the_counted_one() -> None:
    c = capaian("naik", "35", "100", Pengukuran(batas=Decimal(120)))
    assert (c.cetak, c.cetak_terhitung, c.terhitung) == ("285,71%", "120%", Fraction(120))
    assert c.mentah == Fraction(10000, 35)
    assert c.status == "melampaui"
    assert c.alasan == "dihitung 120% sebagai batas capaian"


def test_without_a_cap_six_hundred_percent_is_printed() -> None:
    c = capaian("naik", "1", "6")
    assert (c.cetak, c.cetak_terhitung) == ("600%", "600%")


def test_office_that_prints_the_capped_value_judges_it_too() -> None:
    p = Pengukuran(batas=Decimal(100), cetak_capaian="terhitung")
    c = capaian("naik", "10", "12", p)
    assert (c.cetak, c.status, c.mentah) == ("100%", "tercapai", Fraction(120))


def test_edge_cases_are_settings_of_the_office() -> None:
    p = Pengukuran(target_nol_naik=Decimal(100), realisasi_nol_turun_tr=Decimal(200), rumus_turun="tr")
    assert capaian("naik", "0", "5", p).cetak == "100%"
    assert capaian("turun", "5", "0", p).cetak == "200%"


@pytest.mark.parametrize(
    ("nilai", "status"),
    [("99.996", "tercapai"), ("99.994", "tidak_tercapai"), ("100.004", "tercapai"), ("100.005", "melampaui")],
)
def test_status_follows_the_value_as_printed(nilai: str, status: str) -> None:
    assert status_nilai(Fraction(nilai)) == status


# ------------------------------------------------------------------------------------------------------ predikat
SKALA = baca_skala("E\nD\n C \nCC\n\nB\nBB\nA\nAA")


def predikat(target: str, realisasi: str, p: Pengukuran = P, polaritas: str = "naik") -> Capaian:
    t, r = (ukur_predikat(x, SKALA, n) for x, n in ((target, "target"), (realisasi, "realisasi")))
    return capaian_predikat(polaritas, t, r, len(SKALA), p)


@pytest.mark.parametrize(
    ("target", "realisasi", "status", "cetak"),
    [
        ("BB", "BB", "tercapai", "Tercapai"),
        ("BB", "A", "melampaui", "Melampaui"),
        ("BB", "b", "tidak_tercapai", "Tidak tercapai"),
    ],
)
def test_grade_is_reached_when_equal_or_better(target: str, realisasi: str, status: str, cetak: str) -> None:
    c = predikat(target, realisasi)
    assert (c.status, c.cetak, c.mentah, c.terhitung) == (status, cetak, None, None)


def test_grade_as_number_only_where_the_office_rules_so() -> None:
    c = predikat("BB", "B", Pengukuran(predikat="peringkat"))
    assert (c.mentah, c.cetak, c.status) == (Fraction(500, 6), "83,33%", "tidak_tercapai")


def test_grade_that_is_not_on_the_scale_says_so() -> None:
    c = predikat("BB", "Baik sekali")
    assert (c.status, c.alasan) == ("tidak_dapat_dihitung", "realisasi “Baik sekali” tidak ada pada skala")
    assert predikat("", "").alasan == "target dan realisasi belum diisi"


def test_lower_grade_is_better_when_polaritas_is_turun() -> None:
    assert predikat("D", "E", polaritas="turun").status == "melampaui"


# ---------------------------------------------------------------------------------------------------- properties
positif = st.fractions(min_value=Fraction(1, 1000), max_value=10**6, max_denominator=1000)
apa_pun = st.none() | st.fractions(max_denominator=1000)
aturan = st.builds(
    Pengukuran,
    rumus_turun=st.sampled_from(["lan", "tr"]),
    batas=st.none() | st.just(Decimal(120)),
    minimum=st.none() | st.just(Decimal(0)),
    cetak_capaian=st.sampled_from(["mentah", "terhitung"]),
)


@given(st.sampled_from(["naik", "turun", "rentang", ""]), apa_pun, apa_pun, apa_pun, aturan)
def test_any_numbers_give_a_value_or_a_reason(
    polaritas: str, t: Fraction | None, r: Fraction | None, atas: Fraction | None, p: Pengukuran
) -> None:
    c = hitung_capaian(polaritas, t, r, p, atas)
    assert (c.mentah is None) == (c.terhitung is None) == (c.status == "tidak_dapat_dihitung") == (c.cetak == "-")
    assert c.mentah is not None or c.alasan
    if c.terhitung is not None and p.batas is not None:
        assert c.terhitung <= p.batas
    if c.terhitung is not None and p.minimum is not None:
        assert c.terhitung >= p.minimum


@given(positif, positif, positif, aturan)
def test_more_is_better_or_worse_by_polaritas(t: Fraction, r: Fraction, lebih: Fraction, p: Pengukuran) -> None:
    for polaritas, arah in (("naik", 1), ("turun", -1)):
        a, b = (hitung_capaian(polaritas, t, x, p).mentah for x in (r, r + lebih))
        assert a is not None
        assert b is not None
        assert (b - a) * arah > 0


@given(positif, positif, aturan)
def test_meeting_the_target_is_one_hundred_percent(t: Fraction, lebar: Fraction, p: Pengukuran) -> None:
    for polaritas in ("naik", "turun", "rentang"):
        assert hitung_capaian(polaritas, t, t, p, t + lebar).mentah == 100
    assert hitung_capaian("rentang", t, t + lebar, p, t + lebar).mentah == 100


@given(positif, positif, positif, aturan)
def test_outside_a_band_is_below_one_hundred_and_sinks(
    bawah: Fraction, lebar: Fraction, jauh: Fraction, p: Pengukuran
) -> None:
    atas = bawah + lebar
    satu, dua = (hitung_capaian("rentang", bawah, atas + x, p, atas).mentah for x in (jauh, 2 * jauh))
    assert satu is not None
    assert dua is not None
    assert dua < satu < 100
