"""Sentences as values: pieces, lists, years, reasons."""

from __future__ import annotations

import pytest

from lkjip_desktop.core import kata
from lkjip_desktop.core.kata import polos


def test_values_are_never_read_as_a_pattern() -> None:
    assert polos(kata.susun("Nama {n}.", n="{x} <b> %s")) == "Nama {x} <b> %s."


@pytest.mark.parametrize(
    ("butir", "teks"), [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_lists_read_as_indonesian(butir: list[kata.Isian], teks: str) -> None:
    assert polos(kata.daftar(butir)) == teks


@pytest.mark.parametrize(
    ("tahun", "teks"),
    [
        ([2021], "2021"),
        ([2020, 2021], "2020 dan 2021"),
        ([2019, 2020, 2021], "2019 sampai 2021"),
        ([2018, 2020, 2021], "2018, 2020, dan 2021"),
    ],
)
def test_years_read_as_a_range_only_when_in_a_row(tahun: list[int], teks: str) -> None:
    assert kata.daftar_tahun(tahun) == teks


def test_a_reason_keeps_its_abbreviation() -> None:
    assert kata.klausa("PAGU belum diisi.") == "PAGU belum diisi"
    assert kata.klausa("Realisasi belum diisi.") == "realisasi belum diisi"
