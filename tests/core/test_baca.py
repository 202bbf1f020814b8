"""Typed and pasted numbers: understood, or asked back with a sentence, never guessed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lkjip_desktop.core.baca import Terbaca, baca_angka, baca_bulat, baca_uang

PEMBACA: tuple[Callable[[str], Terbaca], ...] = (baca_angka, baca_uang, baca_bulat)


@pytest.mark.parametrize(
    ("text", "nilai", "dipahami", "satuan"),
    [
        # as the seed (LKjIP 2023 Bapas Lahat) writes them, with its lines
        ("49,26%", "49.26", "49,26%", "%"),  # 78
        ("99.97 %", "99.97", "99,97%", "%"),  # 1152
        ("101,5%", "101.5", "101,5%", "%"),  # 491
        ("10 Unit", "10", "10 Unit", "Unit"),  # 85
        ("1Layanan", "1", "1 Layanan", "Layanan"),  # 772
        ("639,1787 hektar", "639.1787", "639,1787 hektar", "hektar"),  # 1137
        ("Rp 3.733.357.000,-", "3733357000", "Rp3.733.357.000", "Rp"),  # 70
        ("Rp3.994.234.000-", "3994234000", "Rp3.994.234.000", "Rp"),
        ("Rp.564,845,000.00", "564845000", "Rp564.845.000", "Rp"),
        # other usual forms
        ("564,845,000.00", "564845000.00", "564.845.000,00", ""),
        ("1.234,5", "1234.5", "1.234,5", ""),
        ("1,234.5", "1234.5", "1.234,5", ""),
        ("1234.5", "1234.5", "1.234,5", ""),
        ("1.5", "1.5", "1,5", ""),
        ("60,00", "60.00", "60,00", ""),
        ("12.345.678", "12345678", "12.345.678", ""),
        ("12.345,6", "12345.6", "12.345,6", ""),
        ("1.234,567", "1234.567", "1.234,567", ""),
        ("1234,567", "1234.567", "1.234,567", ""),
        ("0,5", "0.5", "0,5", ""),
        ("0.500", "0.500", "0,500", ""),  # no group of three starts with 0
        ("-3", "-3", "-3", ""),
        ("−3,5", "-3.5", "-3,5", ""),
        ("–3", "-3", "-3", ""),  # the dash that a word processor makes of a hyphen
        ("+5", "5", "5", ""),
        ("-0,00", "0.00", "0,00", ""),
        ("007", "7", "7", ""),
        ("49,26 persen", "49.26", "49,26%", "%"),
        ("100 m2", "100", "100 m2", "m2"),
        ("１２，５％", "12.5", "12,5%", "%"),  # full width
        ("3\u00a0733\u00a0357,5", "3733357.5", "3.733.357,5", ""),
        ("1\u202f500", "1500", "1.500", ""),
        ("\u200e\ufeff 80 \n", "80", "80", ""),  # what a spreadsheet may paste around a number
        ("1\u00a0Layanan", "1", "1 Layanan", "Layanan"),
    ],
)
def test_understood_numbers(text: str, nilai: str, dipahami: str, satuan: str) -> None:
    terbaca = baca_angka(text)
    assert terbaca == Terbaca(Decimal(nilai), dipahami, "", satuan)
    assert str(terbaca.nilai) == nilai  # trailing zeros as typed


@pytest.mark.parametrize(
    ("text", "ribuan", "pecahan"),
    [
        ("1.500", "1500", "1.5"),
        ("1,500", "1500", "1.5"),
        ("-1.500", "-1500", "-1.5"),
        ("54.126%", "54126", "54.126"),  # seed, line 1210, where 54,126% is meant
        ("5.000 orang", "5000", "5"),
        ("999,999", "999999", "999.999"),
        ("3,695.296", "3695296", "3695.296"),  # the beginning of the seed's "3,695.296.033.00", line 1158
    ],
)
def test_ambiguous_numbers_are_asked_back(text: str, ribuan: str, pecahan: str) -> None:
    terbaca = baca_angka(text)
    assert terbaca.nilai is None
    assert terbaca.pilihan == (Decimal(ribuan), Decimal(pecahan))
    assert terbaca.galat.startswith(f"“{text}” dapat berarti dua hal")
    # What the sentence tells the officer to write is understood without another question.
    for saran in terbaca.galat.replace(" bila", ",").split(" tulis ")[1].replace("atau ", "").split(", ")[::2]:
        assert baca_angka(saran).nilai in terbaca.pilihan


@pytest.mark.parametrize(
    ("text", "nilai"),
    [
        ("564.845.000", 564845000),
        ("1.500", 1500),
        ("1,500", 1500),
        ("1.500,00", 1500),
        ("1,500.00", 1500),
        ("1500,-", 1500),
        ("1500.-", 1500),
        ("Rp 1.500,--", 1500),
        ("Rp 1.500 ,-", 1500),
        ("Rp3.695.296.033,–", 3695296033),
        ("IDR 5", 5),
        ("5 rupiah", 5),
        ("Rp0", 0),
        ("-Rp5", -5),
        ("Rp -5", -5),
        ("0,00", 0),
        ("Rp\u00a03\u00a0733\u00a0357\u00a0000,00", 3733357000),
        ("9" * 18, 10**18 - 1),
    ],
)
def test_money_is_whole_rupiah(text: str, nilai: int) -> None:
    terbaca = baca_uang(text)
    assert (terbaca.galat, terbaca.utuh, terbaca.satuan) == ("", nilai, "Rp")


@pytest.mark.parametrize(
    ("text", "alasan"),
    [
        ("1.5", "pecahan"),
        ("Rp1.500,50", "pecahan"),
        ("1.500,25", "pecahan"),
        ("1500,000", "pecahan"),
        ("1.500,000", "tidak teratur"),  # 1500 or 1500000
        ("Rp.3,695.296.033.00", "tidak teratur"),  # seed, line 1158
        ("49%", "bukan jumlah uang"),
        ("5 Unit", "bukan jumlah uang"),
        ("3.994.234.000-", "hapus tanda"),  # without "Rp" this could be a negative
        ("3,7 miliar", "semua nolnya"),
        ("5 juta rupiah", "semua nolnya"),
        ("Rp 3,7 M", "semua nolnya"),
        ("Rp -", "nol atau kosong"),
        ("9" * 19, "paling banyak 18 digit"),
    ],
)
def test_refused_money(text: str, alasan: str) -> None:
    terbaca = baca_uang(text)
    assert terbaca.nilai is None
    assert alasan in terbaca.galat


@pytest.mark.parametrize(
    ("text", "nilai", "satuan"),
    [("151", 151, ""), ("1.277", 1277, ""), ("10 Unit", 10, "Unit"), ("2023", 2023, ""), ("-4", -4, "")],
)
def test_whole_numbers(text: str, nilai: int, satuan: str) -> None:
    terbaca = baca_bulat(text)
    assert (terbaca.galat, terbaca.utuh, terbaca.satuan) == ("", nilai, satuan)


@pytest.mark.parametrize(("text", "alasan"), [("1,5", "pecahan"), ("54.126%", "persentase")])
def test_refused_whole_numbers(text: str, alasan: str) -> None:
    assert baca_bulat(text).nilai is None
    assert alasan in baca_bulat(text).galat


@pytest.mark.parametrize(
    ("text", "alasan"),
    [
        ("abc", "tidak terbaca sebagai angka"),
        ("NaN", "tidak terbaca sebagai angka"),
        ("Infinity", "tidak terbaca sebagai angka"),
        ("--3", "tidak terbaca sebagai angka"),
        ("(3)", "kurung"),
        ("1e3", "pangkat"),
        ("1E+3", "pangkat"),
        ("12,", "berakhir dengan tanda baca"),
        (",5", "diawali tanda baca"),
        ("1.2.3", "tidak teratur"),
        ("12.34.567", "tidak teratur"),
        ("1.234.56", "tidak teratur"),
        ("1,234,5", "tidak teratur"),
        ("0.123.456", "tidak teratur"),
        ("2 dari 3", "lebih dari satu angka"),
        ("629/1277", "lebih dari satu angka"),
        ("12 34", "lebih dari satu angka"),
        ("1\t500", "lebih dari satu angka"),
        ("1\n500", "lebih dari satu angka"),
        ("3 ribu", "tanpa “ribu”"),
        ("5 milyar", "tanpa “milyar”"),
        (">= 80", "di depan"),
        ("50%%", "hapus tanda"),
        ("1½", "hapus tanda"),
        ("1" * 41, "paling banyak 40 digit"),
        ("1" * 501, "terlalu panjang"),
    ],
)
def test_refused_numbers(text: str, alasan: str) -> None:
    terbaca = baca_angka(text)
    assert (terbaca.nilai, terbaca.dipahami) == (None, "")
    assert alasan in terbaca.galat


def test_a_space_between_digits_is_asked_back() -> None:
    for baca in PEMBACA:
        terbaca = baca("1 500")
        assert terbaca.nilai is None
        assert terbaca.pilihan == (Decimal(1500),)
        assert "tulis 1500" in terbaca.galat


@pytest.mark.parametrize(
    ("text", "huruf", "pilihan"),
    [
        ("9O", "O", ["90", "9"]),  # the letter beside the zero
        ("3,3o", "o", ["3.30", "3.3"]),
        ("9l", "l", ["91", "9"]),
        ("9a", "a", ["9"]),
        ("-4I", "I", ["-41", "-4"]),
        ("9 O", "O", ["90", "9"]),
        ("12kg", "kg", ["12"]),
    ],
)
def test_a_letter_behind_a_figure_is_asked_back_and_never_dropped(text: str, huruf: str, pilihan: list[str]) -> None:
    """A letter O in the place of a zero was read as a unit, and 9 of 95 went to the paper."""
    t = baca_angka(text)
    assert t.nilai is None
    assert f"“{huruf}”" in t.galat
    assert [str(p) for p in t.pilihan] == pilihan
    assert baca_uang(text).nilai is None


@pytest.mark.parametrize("text", ["3 l", "1Layanan", "5 m", "100 m2", "7 kg", "49,26persen"])
def test_units_stay_units(text: str) -> None:
    assert baca_angka(text).galat == ""


@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "-", "–", "—"])
def test_empty_or_a_dash_is_no_value_and_no_mistake(text: str) -> None:
    for baca in PEMBACA:
        assert baca(text) == Terbaca()


@given(st.one_of(st.text(), st.text("0123456789.,- Rp%eE()\u00a0", max_size=12)))
@example("{} 5")
@example("0.\u00a00")
@example("Rp. , -")
def test_any_text_gets_a_value_or_one_sentence(text: str) -> None:
    for baca in PEMBACA:
        terbaca = baca(text)
        if terbaca.nilai is None:
            assert terbaca.dipahami == ""
            assert len(terbaca.galat) < 250
            assert "\n" not in terbaca.galat
            assert terbaca.galat == "" or terbaca.galat.endswith(".")
        else:
            # The echo means the same number again, or would be asked back with it among the choices.
            ulang = baca(terbaca.dipahami)
            assert ulang.nilai == terbaca.nilai or terbaca.nilai in ulang.pilihan
