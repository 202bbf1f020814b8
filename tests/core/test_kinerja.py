"""Target and realisasi as measured values: fraction, typed, consolidated, and how they print."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.aturan import Aturan, Pengukuran
from lkjip_desktop.core.kinerja import Terukur, akhiran_satuan, ukur_baris
from lkjip_desktop.core.rerata import rerata, vonis
from lkjip_desktop.core.tables import IndikatorPeriode, IndikatorTahun, PkButir

from .bahan import D

ATURAN = Aturan(tahun=2023)
P2 = replace(ATURAN, pengukuran=Pengukuran(pembulatan="P2"))


def baris(**isi: Any) -> IndikatorTahun:
    """A row of 2023 with naik and 60 as target unless said otherwise."""
    nilai: dict[str, Any] = {"polaritas": "naik", "target": D("60"), "jenis_nilai": "hitungan", **isi}
    for k, v in nilai.items():
        if k in ("target", "target_atas", "pembilang", "penyebut", "realisasi") and isinstance(v, str):
            nilai[k] = D(v)
    return IndikatorTahun(id="it", indikator_id="i", tahun=2023, kode="K", **nilai)


def ukur(row: IndikatorTahun, *periode: IndikatorPeriode, aturan: Aturan = ATURAN) -> Terukur:
    return ukur_baris(row, periode, None, aturan)


def bulan(n: int, jenis: str = "bulan", **isi: Any) -> IndikatorPeriode:
    nilai: dict[str, Any] = {k: D(v) if k in ("pembilang", "penyebut", "realisasi") else v for k, v in isi.items()}
    return IndikatorPeriode(id=f"{jenis}{n}", indikator_id="i", tahun=2023, jenis=jenis, periode=n, **nilai)


# ------------------------------------------------------------------------------------------------------ printing
@pytest.mark.parametrize(
    ("jenis", "satuan", "target", "cetak"),
    [
        # As the PK of the seed prints them (lines 1340-1460).
        ("rasio", "%", "60", "60%"),
        ("rasio", "persen", "60", "60%"),
        ("rasio", "", "60", "60%"),
        ("hitungan", "Layanan", "1", "1 Layanan"),
        ("hitungan", "Unit", "10", "10 Unit"),
        ("indeks", "Indeks", "77.5", "77,5"),
        ("indeks", "nilai", "80", "80"),
        ("indeks", "Poin", "80.50", "80,50 Poin"),
        ("hitungan", "Orang", "1277", "1.277 Orang"),
        ("hitungan", "", "3", "3"),
    ],
)
def test_typed_numbers_print_as_typed_with_their_unit(jenis: str, satuan: str, target: str, cetak: str) -> None:
    t = ukur(baris(jenis_nilai=jenis, satuan=satuan, target=target, realisasi=target))
    assert (t.target.cetak, t.realisasi.ukur.cetak) == (cetak, cetak)


def test_ratio_prints_two_decimals_and_none_when_whole() -> None:
    assert ukur(baris(jenis_nilai="rasio", pembilang="629", penyebut="1277")).realisasi.ukur.cetak == "49,26%"
    assert ukur(baris(jenis_nilai="rasio", pembilang="1", penyebut="8")).realisasi.ukur.cetak == "12,50%"
    setengah = ukur(baris(jenis_nilai="rasio", pembilang="1", penyebut="2")).realisasi.ukur
    assert (setengah.cetak, setengah.polos) == ("50%", "50")


def test_band_prints_both_bounds() -> None:
    t = ukur(baris(polaritas="rentang", target="40", target_atas="60", satuan="%", realisasi="50"))
    assert (t.target.cetak, t.target.nilai, t.capaian.cetak) == ("40–60%", Fraction(40), "100%")


def test_grade_prints_as_typed() -> None:
    t = ukur(
        baris(
            jenis_nilai="predikat",
            skala="B\nBB\nA",
            target=None,
            target_predikat="BB",
            realisasi_predikat="A",
        )
    )
    assert (t.target.cetak, t.realisasi.ukur.cetak, t.capaian.status) == ("BB", "A", "melampaui")


def test_hidden_units_are_a_rule() -> None:
    assert akhiran_satuan("indeks", "Indeks", ()) == " Indeks"


# ----------------------------------------------------------------------------------------------------- realisasi
def test_fraction_keeps_its_parts_and_its_exact_value() -> None:
    r = ukur(baris(jenis_nilai="rasio", pembilang="629", penyebut="1277")).realisasi
    assert (r.ukur.nilai, r.pembilang, r.penyebut) == (Fraction(62900, 1277), D(629), D(1277))
    assert not r.diketik
    assert not r.dari_periode


def test_typed_percentage_of_a_ratio_is_told_apart() -> None:
    t = ukur(baris(jenis_nilai="rasio", satuan="%", realisasi="50", target="50"))
    assert (t.realisasi.diketik, t.realisasi.ukur.cetak, t.capaian.cetak) == (True, "50%", "100%")


def test_known_fraction_comes_before_a_typed_percentage() -> None:
    assert ukur(baris(jenis_nilai="rasio", pembilang="1", penyebut="2", realisasi="49")).realisasi.ukur.nilai == 50


def test_half_a_fraction_gives_way_to_a_typed_percentage() -> None:
    assert ukur(baris(jenis_nilai="rasio", pembilang="1", realisasi="49")).realisasi.ukur.nilai == 49


@pytest.mark.parametrize(
    ("isi", "alasan"),
    [
        ({"pembilang": "5"}, "penyebut belum diisi"),
        ({"penyebut": "5"}, "pembilang belum diisi"),
        ({"pembilang": "5", "penyebut": "0"}, "penyebut bernilai 0"),
        ({}, "realisasi belum diisi"),
        ({"target": None}, "target dan realisasi belum diisi"),
        ({"target": None, "pembilang": "5", "penyebut": "0"}, "target belum diisi; penyebut bernilai 0"),
    ],
)
def test_missing_parts_of_a_ratio_are_named(isi: dict[str, Any], alasan: str) -> None:
    t = ukur(baris(jenis_nilai="rasio", **isi))
    assert (t.capaian.cetak, t.capaian.alasan) == ("-", alasan)
    assert t.realisasi.ukur.cetak == "-"


def test_p2_rounds_the_realisasi_before_anything_else() -> None:
    t = ukur(baris(jenis_nilai="rasio", pembilang="629", penyebut="1277"), aturan=P2)
    assert (t.realisasi.ukur.nilai, t.capaian.mentah, t.capaian.cetak) == (
        Fraction("49.26"),
        Fraction("82.1"),
        "82,10%",
    )


def test_p2_rounds_typed_figures_too_and_p1_leaves_them() -> None:
    row = baris(satuan="%", realisasi="49.256")
    assert [ukur(row, aturan=a).realisasi.ukur.cetak for a in (ATURAN, P2)] == ["49,256%", "49,26%"]


def test_thirty_digits_stay_exact() -> None:
    angka = "123456789012345678901234567.891"
    t = ukur(baris(satuan="Unit", target=angka, realisasi=angka))
    assert t.realisasi.ukur.nilai == Fraction(angka)
    assert t.capaian.mentah == 100


# ------------------------------------------------------------------------------------------------- consolidation
@pytest.mark.parametrize(
    ("cara", "kumulatif", "cetak"),
    [
        ("jumlah", False, "60,5 Unit"),
        ("rata", False, "20,17 Unit"),
        ("terakhir", False, "30 Unit"),
        ("maksimum", False, "30,5 Unit"),
        ("jumlah", True, "30 Unit"),  # a cumulative figure holds those before it
    ],
)
def test_year_from_its_periods(cara: str, kumulatif: bool, cetak: str) -> None:
    row = baris(satuan="Unit", konsolidasi=cara, kumulatif=kumulatif)
    periode = [bulan(1, realisasi="0"), bulan(3, realisasi="30"), bulan(2, realisasi="30.5")]
    r = ukur(row, *periode).realisasi
    assert (r.ukur.cetak, r.dari_periode) == (cetak, True)


def test_a_figure_that_misses_its_target_does_not_print_as_the_target() -> None:
    """(3,25 + 3,30 + 3,28 + 3,35) / 4 = 3,295, which is 99,85% of 3,30; a hair's breadth prints and counts as equal."""
    row = baris(jenis_nilai="indeks", konsolidasi="rata", target="3.30")
    t = ukur(row, *(bulan(n, realisasi=a) for n, a in enumerate(("3.25", "3.30", "3.28", "3.35"), 1)))
    assert (t.realisasi.ukur.polos, t.capaian.cetak, t.capaian.status) == ("3,295", "99,85%", "tidak_tercapai")
    t = ukur(baris(jenis_nilai="rasio", satuan="%", target="60", pembilang="5999", penyebut="9999"))
    assert (t.realisasi.ukur.cetak, t.capaian.cetak) == ("59,996%", "99,99%")
    t = ukur(baris(jenis_nilai="rasio", satuan="%", target="60", pembilang="599999", penyebut="1000000"))
    assert (t.realisasi.ukur.cetak, t.capaian.cetak, t.capaian.status) == ("60%", "100%", "tercapai")
    assert ukur(baris(satuan="%", target="60", realisasi="59.9951")).realisasi.ukur.cetak == "59,9951%"


@pytest.mark.parametrize(
    ("angka", "cetak"), [(("3.25", "3.30", "3.28", "3.35"), "3,30"), (("3", "4"), "3,50"), (("3", "5"), "4")]
)
def test_a_mean_prints_with_the_decimals_of_a_derived_figure(angka: tuple[str, ...], cetak: str) -> None:
    """3,295 beside a target of 3,20 is 3,30 and not 3,3."""
    row = baris(jenis_nilai="indeks", konsolidasi="rata")
    assert ukur(row, *(bulan(n, realisasi=a) for n, a in enumerate(angka, 1))).realisasi.ukur.polos == cetak


@pytest.mark.parametrize(
    ("cara", "pembilang", "penyebut"),
    [("jumlah", 60, 200), ("rata", 60, 200), ("terakhir", 50, 100), ("maksimum", 50, 100)],
)
def test_ratio_consolidates_its_parts_never_its_percentages(cara: str, pembilang: int, penyebut: int) -> None:
    row = baris(jenis_nilai="rasio", konsolidasi=cara)
    r = ukur(row, bulan(1, pembilang="10", penyebut="100"), bulan(2, pembilang="50", penyebut="100")).realisasi
    assert (r.pembilang, r.penyebut, r.ukur.nilai) == (D(pembilang), D(penyebut), Fraction(pembilang * 100, penyebut))


def test_percentages_alone_cannot_be_added_up() -> None:
    periode = [bulan(1, realisasi="40"), bulan(2, realisasi="50")]
    assert "tanpa pembilang" in ukur(baris(jenis_nilai="rasio"), *periode).capaian.alasan
    terakhir = ukur(baris(jenis_nilai="rasio", konsolidasi="terakhir"), *periode).realisasi
    assert (terakhir.ukur.cetak, terakhir.diketik) == ("50%", True)


def test_half_filled_period_stops_the_sum() -> None:
    periode = [bulan(1, pembilang="10", penyebut="100"), bulan(2, pembilang="50")]
    assert "baru terisi pembilang" in ukur(baris(jenis_nilai="rasio"), *periode).capaian.alasan


def test_kind_of_period_that_reaches_further_counts() -> None:
    tw = [bulan(n, "triwulan", realisasi="5") for n in (1, 2)]
    assert ukur(baris(), bulan(1, realisasi="1"), *tw).realisasi.ukur.nilai == 10
    assert ukur(baris(), bulan(7, realisasi="1"), *tw).realisasi.ukur.nilai == 1


def test_own_figure_of_the_year_comes_before_its_periods() -> None:
    r = ukur(baris(realisasi="7"), bulan(1, realisasi="1")).realisasi
    assert (r.ukur.nilai, r.dari_periode) == (Fraction(7), False)


def test_every_period_has_its_own_figure_and_its_last_day() -> None:
    tw = [
        bulan(2, "triwulan", pembilang="1", penyebut="8"),
        bulan(1, "triwulan", pembilang="1", penyebut="2"),
        bulan(3, "triwulan", pembilang="1"),
    ]
    t = ukur(baris(jenis_nilai="rasio", satuan="%"), *tw)
    assert [(p.baris_id, p.sampai, p.realisasi.cetak, p.diketik, p.dipakai) for p in t.periode] == [
        ("triwulan1", "2023-03-31", "50%", False, True),
        ("triwulan2", "2023-06-30", "12,50%", False, True),
        ("triwulan3", "2023-09-30", "-", False, False),
    ]
    assert t.periode[2].realisasi.alasan == "penyebut belum diisi"
    assert t.gabungan is not None
    assert "baru terisi pembilang" in t.gabungan.alasan


def test_periods_say_what_they_make_of_the_year_also_beside_its_own_figure() -> None:
    t = ukur(baris(satuan="Unit", kumulatif=True, realisasi="7"), bulan(1, realisasi="1"), bulan(2, realisasi="3"))
    assert t.gabungan is not None
    assert (t.realisasi.ukur.cetak, t.gabungan.cetak) == ("7 Unit", "3 Unit")
    assert [p.dipakai for p in t.periode] == [False, True]  # a cumulative figure holds the one before it
    assert ukur(baris(), bulan(1, kendala="Belum ada data")).gabungan is None


@given(
    st.lists(st.decimals(min_value=0, max_value=10**9, places=3), min_size=1, max_size=12),
    st.sampled_from(["jumlah", "rata", "terakhir", "maksimum"]),
)
def test_consolidation_stays_within_its_periods(nilai: list[Decimal], cara: str) -> None:
    periode = [bulan(i, realisasi=str(n)) for i, n in enumerate(nilai, start=1)]
    hasil = ukur(baris(konsolidasi=cara), *periode).realisasi.ukur.nilai
    assert hasil is not None
    if cara == "jumlah":
        assert hasil == sum(Fraction(n) for n in nilai)
    else:
        assert min(nilai) <= hasil <= max(nilai)


# -------------------------------------------------------------------------------------------------- PK in force
def test_target_of_the_pk_in_force_comes_before_the_working_one() -> None:
    row = baris(realisasi="30", satuan="Unit")
    t = ukur_baris(row, (), PkButir(id="b", target=D("40")), ATURAN)
    assert (t.target.cetak, t.target_asal, t.target_pk.cetak, t.capaian.cetak) == ("40 Unit", "pk", "40 Unit", "75%")
    kosong = ukur_baris(row, (), PkButir(id="b"), ATURAN)
    assert (kosong.target.cetak, kosong.target_asal, kosong.target_pk.nilai) == ("60 Unit", "kerja", None)


# --------------------------------------------------------------------------------------------- means and verdict
def test_mean_leaves_out_what_cannot_be_computed() -> None:
    assert rerata([(Fraction(100), None), (None, None), (Fraction(50), None)]).nilai == 75
    assert rerata([(None, None)]).nilai is None


def test_weights_count_only_when_complete() -> None:
    penuh = [(Fraction(100), D(3)), (Fraction(0), D(1))]
    assert rerata(penuh, True).nilai == 75
    assert rerata(penuh, False).nilai == 50
    kurang = rerata([(Fraction(100), D(3)), (Fraction(0), None)], True)
    assert (kurang.nilai, kurang.bobot_kurang) == (Fraction(50), True)
    assert not rerata([(Fraction(100), None)], True).bobot_kurang


@given(
    st.lists(
        st.tuples(
            st.none() | st.fractions(min_value=-1000, max_value=1000, max_denominator=100),
            st.none() | st.decimals(min_value=0, max_value=100, places=1),
        ),
        max_size=20,
    ),
    st.booleans(),
)
def test_mean_lies_between_smallest_and_largest(isi: list[tuple[Fraction | None, Decimal | None]], bobot: bool) -> None:
    hasil = rerata(isi, bobot).nilai
    nilai = [n for n, _ in isi if n is not None]
    if not nilai:
        assert hasil is None
    else:
        assert hasil is not None
        assert min(nilai) <= hasil <= max(nilai)


@pytest.mark.parametrize(
    ("status", "hasil"),
    [
        (["tercapai", "melampaui"], ("tercapai", 2)),
        (["tercapai", "tidak_tercapai", "melampaui"], ("tercapai_sebagian", 2)),
        (["tercapai", "tidak_dapat_dihitung"], ("tercapai_sebagian", 1)),
        (["tidak_tercapai", "tidak_dapat_dihitung"], ("tidak_tercapai", 0)),
        (["tidak_dapat_dihitung"], ("tidak_dapat_dihitung", 0)),
        ([], ("tidak_dapat_dihitung", 0)),
    ],
)
def test_a_sasaran_is_reached_only_when_all_its_indicators_are(status: Any, hasil: tuple[str, int]) -> None:
    assert vonis(status) == hasil
