"""Every kind of value is tidied into the one form in which it is stored, or refused with a reason."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core import naskah
from lkjip_desktop.core.periksa_nilai import baris_sama, rapikan, sama
from lkjip_desktop.core.schema import Column, Kind
from lkjip_desktop.core.tables import IndikatorTahun


def kolom(kind: Kind, **sifat: object) -> Column:
    return Column("a", kind, "A", **sifat)  # type: ignore[arg-type]  # the properties differ by kind


@pytest.mark.parametrize(
    ("kind", "nilai", "rapi"),
    [
        (Kind.TEKS, "  SK1\n", "SK1"),
        (Kind.TEKS, "a\x00b\r\nc\td", "ab c d"),
        (Kind.TEKS, "e\u0301", "é"),
        (Kind.TEKS, "{x} *b* <i>", "{x} *b* <i>"),
        (Kind.PARAGRAF, " satu\r\n\ndua\u2028tiga ", " satu\n\ndua\ntiga "),
        (Kind.NASKAH, "", ""),
        (Kind.NASKAH, '[{"t":"p", "i":[{"s":"a\\u0000b"}]}]', '[{"i":[{"s":"ab"}],"t":"p"}]'),
        (Kind.DATA, '{"b": 1, "a": "x"}', '{"a":"x","b":1}'),
        (Kind.DATA, '{"bobot": 43.50}', '{"bobot":43.5}'),
        (Kind.ANGKA, Decimal("1E+3"), Decimal(1000)),
        (Kind.ANGKA, Decimal("-0.00"), Decimal("0.00")),
        (Kind.ANGKA, 5, Decimal(5)),
        (Kind.ANGKA, None, None),
        (Kind.UANG, -5, -5),
        (Kind.TAHUN, None, None),
        (Kind.YATIDAK, True, True),
        (Kind.RUJUK, "", None),
        (Kind.TANGGAL, "2024-02-29", "2024-02-29"),
        (Kind.TANGGAL, "2024", "2024"),
        (Kind.TANGGAL, "", ""),
        (Kind.BERKAS, "0" * 64, "0" * 64),
    ],
)
def test_a_value_is_tidied(kind: Kind, nilai: object, rapi: object) -> None:
    hasil, galat = rapikan(kolom(kind), nilai)
    assert galat == ""
    assert (type(hasil), str(hasil)) == (type(rapi), str(rapi))


@pytest.mark.parametrize(
    ("kind", "nilai"),
    [
        (Kind.TEKS, None),
        (Kind.TEKS, 5),
        (Kind.NASKAH, "bukan json"),
        (Kind.NASKAH, '{"t":"p"}'),
        (Kind.NASKAH, '[{"t":"asing"}]'),
        (Kind.NASKAH, "[" * 100_000),
        (Kind.DATA, '{"a": NaN}'),
        (Kind.DATA, '{"a": 1e999}'),
        (Kind.DATA, '{"a": 1e-99999999999999999999}'),
        (Kind.DATA, '{"bobot": 33.3333333333333333333}'),
        (Kind.ANGKA, 0.1),
        (Kind.ANGKA, True),
        (Kind.ANGKA, "5"),
        (Kind.ANGKA, Decimal("NaN")),
        (Kind.ANGKA, Decimal("1E+999999")),
        (Kind.ANGKA, Decimal("1" * 41)),
        (Kind.UANG, Decimal(5)),
        (Kind.UANG, 10**18),
        (Kind.TAHUN, 23),
        (Kind.YATIDAK, 1),
        (Kind.YATIDAK, None),
        (Kind.RUJUK, "A B"),
        (Kind.TANGGAL, "2023-02-30"),
        (Kind.TANGGAL, "31-12-2023"),
        (Kind.BERKAS, "ABC"),
    ],
)
def test_what_the_column_cannot_hold_is_refused(kind: Kind, nilai: object) -> None:
    hasil, galat = rapikan(kolom(kind), nilai)
    assert hasil is None
    assert galat.endswith(".")


def test_limits_of_a_column() -> None:
    assert rapikan(kolom(Kind.TEKS, max_length=3), "abcd")[1] == "Paling panjang 3 karakter; sekarang 4."
    assert rapikan(kolom(Kind.BULAT, minimum=1, maximum=12), 13)[1] == "Paling besar 12."
    assert rapikan(kolom(Kind.BULAT, minimum=20, unit="mm"), 5)[1] == "Paling kecil 20 mm."
    assert rapikan(kolom(Kind.BULAT, default=0), None) == (0, "")
    pilihan = kolom(Kind.PILIHAN, choices=(("ya", "Ya"), ("tidak", "Tidak")))
    assert rapikan(pilihan, "mungkin")[1] == "Pilih salah satu: Ya, Tidak."
    assert rapikan(pilihan, "") == ("", "")


@given(st.text())
def test_tidied_text_stays_as_it_is(teks: str) -> None:
    for kind in (Kind.TEKS, Kind.PARAGRAF):
        rapi, galat = rapikan(kolom(kind), teks)
        assert galat == ""
        assert rapikan(kolom(kind), rapi) == (rapi, "")
        rapi.encode()  # no surrogate is left


@given(st.lists(st.text(min_size=1), min_size=1))
def test_tidied_long_text_is_canonical(baris: list[str]) -> None:
    isi = tuple(naskah.Paragraf((naskah.Teks(b),)) for b in baris)
    rapi, galat = rapikan(kolom(Kind.NASKAH), naskah.tulis(isi))
    assert galat == ""
    assert naskah.tulis(naskah.baca(rapi)) == rapi
    assert rapikan(kolom(Kind.NASKAH), rapi) == (rapi, "")


def test_equal_numbers_of_other_digits_are_not_the_same() -> None:
    assert sama(Decimal(60), Decimal(60))
    assert not sama(Decimal(60), Decimal("60.00"))
    a, b = (IndikatorTahun(id="a", target=Decimal(t)) for t in ("60", "60.0"))
    assert a == b
    assert not baris_sama(a, b)
    assert baris_sama(None, None)
    assert not baris_sama(a, None)
