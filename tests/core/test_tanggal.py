"""Dates with missing parts: printed, read, ordered."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.tanggal import RUANG_HARI, akhir, awal, baca_tanggal, bulan, tanggal_cetak

LENGKAP = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
SEBAGIAN = st.one_of(LENGKAP, LENGKAP.map(lambda t: t[:7]), LENGKAP.map(lambda t: t[:4]), st.just(""))


@pytest.mark.parametrize(
    ("t", "hasil"),
    [
        ("2023-12-31", "31 Desember 2023"),
        ("2022-01-03", "3 Januari 2022"),
        ("2023-01", "\u00a0\u00a0\u00a0\u00a0\u00a0Januari 2023"),  # the PK of the seed, signed by hand, line 442
        ("2023", "2023"),
        ("", ""),
    ],
)
def test_printed(t: str, hasil: str) -> None:
    assert tanggal_cetak(t) == hasil
    assert tanggal_cetak(t, ruang_hari=False) == hasil.lstrip(RUANG_HARI)


@pytest.mark.parametrize(
    "text",
    [
        "31 Desember 2023",
        "31Desember2023",  # seed, line 56
        "31 desember 2023.",
        "31-12-2023",
        "31/12/2023",
        "31.12.2023",
        "31 12 2023",
        "31 - 12 - 2023",
        "2023-12-31",
        "2023/12/31",
        "31 Des 2023",
        "31 Des. 2023",
        "31-Dec-2023",
        "December 31, 2023",
        "Minggu, 31 Desember 2023",
        "tanggal 31 Desember 2023",
        "Tgl. 31 Desember 2023",
        "2023-12-31 00:00:00",  # a date cell of a spreadsheet
        "３１ Desember ２０２３",
    ],
)
def test_full_dates(text: str) -> None:
    assert baca_tanggal(text) == ("2023-12-31", "")


@pytest.mark.parametrize(
    ("text", "hasil"),
    [
        ("Januari 2023", "2023-01"),
        ("     Januari 2023", "2023-01"),
        ("..... Januari 2023", "2023-01"),  # dots for the day, as in a form on paper
        ("__ Januari 2023", "2023-01"),
        ("1/2023", "2023-01"),
        ("01-2023", "2023-01"),
        ("2023-01", "2023-01"),
        ("Nopember 2023", "2023-11"),
        ("Agt 2023", "2023-08"),
        ("2023", "2023"),
        ("tahun 2023", "2023"),
        ("29 Februari 2024", "2024-02-29"),
        ("1/2/2023", "2023-02-01"),  # the order of the field is day, month
        ("", ""),
        ("  ", ""),
        ("-", ""),
    ],
)
def test_partial_dates(text: str, hasil: str) -> None:
    assert baca_tanggal(text) == (hasil, "")


@pytest.mark.parametrize(
    ("text", "alasan"),
    [
        ("31 April 2023", "31 April 2023 tidak ada; bulan itu bertanggal 1 sampai 30"),
        ("29-02-2023", "29 Februari 2023 tidak ada"),
        ("0 Januari 2023", "0 Januari 2023 tidak ada"),
        ("13/2023", "Bulan 13 tidak ada"),
        ("12/31/2023", "lalu bulan: 31/12/2023"),
        ("31-12-23", "empat angka"),
        ("Mei 23", "empat angka"),
        ("31 Desember", "belum lengkap"),
        ("31/12", "belum lengkap"),
        ("1899", "di luar 1900 sampai 2199"),
        ("1 Smarch 2023", "“smarch” tidak dikenali"),
        ("Selasa, 2 Januari 2023", "jatuh pada hari Senin, bukan Selasa"),
        ("2023-12-31 07:30", "tidak terbaca"),
        ("2020-2024", "tidak terbaca"),
        ("20231231", "tidak terbaca"),
        ("31 Desember 2023 s.d. 1 Januari 2024", "tidak terbaca"),
        ("segera", "tidak terbaca"),
        ("x" * 100_000, "tidak terbaca"),
    ],
)
def test_refused_dates(text: str, alasan: str) -> None:
    hasil, galat = baca_tanggal(text)
    assert hasil == ""
    assert alasan in galat
    assert len(galat) < 200


@given(SEBAGIAN)
def test_printed_and_stored_dates_read_back_equal(t: str) -> None:
    assert baca_tanggal(tanggal_cetak(t)) == (t, "")
    assert baca_tanggal(tanggal_cetak(t, ruang_hari=False)) == (t, "")
    assert baca_tanggal(t) == (t, "")


@given(LENGKAP)
def test_all_orders_of_the_field_mean_the_same_day(t: str) -> None:
    d = date.fromisoformat(t)
    for text in (f"{d.day}/{d.month}/{d.year}", f"{d:%d-%m-%Y}", f"{d.day} {bulan(d.month)[:3].upper()} {d.year}"):
        assert baca_tanggal(text) == (t, "")


@given(st.text(max_size=40))
def test_any_text_gets_a_date_or_one_sentence(text: str) -> None:
    hasil, galat = baca_tanggal(text)
    assert not (hasil and galat)
    if hasil:
        assert baca_tanggal(tanggal_cetak(hasil)) == (hasil, "")


def test_first_and_last_day() -> None:
    assert (awal("2023-12-31"), akhir("2023-12-31")) == ("2023-12-31", "2023-12-31")
    assert (awal("2024-02"), akhir("2024-02")) == ("2024-02-01", "2024-02-29")
    assert (awal("2023"), akhir("2023")) == ("2023-01-01", "2023-12-31")
    # an open end: valid since ever, for ever
    assert awal("") < awal("1900")
    assert akhir("") > akhir("2199")


@given(SEBAGIAN, LENGKAP)
def test_a_day_lies_in_a_partial_date_exactly_when_it_starts_so(t: str, hari: str) -> None:
    assert (awal(t) <= hari <= akhir(t)) == hari.startswith(t)


@pytest.mark.parametrize("t", ["2023-13", "2023-00", "31-12-2023", "2023-1", "23", "2023-12-32", "besok"])
def test_only_stored_forms_are_printed_and_ordered(t: str) -> None:
    for fungsi in (tanggal_cetak, awal, akhir):
        with pytest.raises(ValueError, match="not a stored date"):
            fungsi(t)


def test_month_names() -> None:
    assert bulan(1) == "Januari"
    assert bulan(12) == "Desember"
    with pytest.raises(ValueError, match="13"):
        bulan(13)
