"""The mutation run on a sample: a changed input leaves no old derived value behind, and would be noticed if it did."""

from __future__ import annotations

import pytest

from tests.report.sections.contoh import lahat
from tools import mutasi
from tools.mutasi import Ubahan, ada, periksa, ubahan

_SEMUA = tuple(ubahan(lahat()))


@pytest.mark.parametrize("u", _SEMUA[::13], ids=str)
def test_no_page_keeps_an_old_value(u: Ubahan) -> None:
    assert periksa(u)[1] == []


def test_the_inputs_of_the_example_are_found() -> None:
    assert len(_SEMUA) > 150
    assert {u.tabel for u in _SEMUA} >= {"indikator_tahun", "pk_butir", "anggaran_belanja", "skor_komponen"}


def test_a_value_that_stays_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same run over a report that is not rebuilt must fail."""
    u = next(u for u in _SEMUA if (u.tabel, u.kolom) == ("indikator_tahun", "pembilang"))
    isi = mutasi.dasar()[2]
    monkeypatch.setattr(mutasi, "teks", lambda _d: isi)
    salah = periksa(u)[1]
    assert any("masih tercetak" in x for x in salah)
    assert any("tidak tercetak" in x for x in salah)


@pytest.mark.parametrize(
    ("teks", "benar"), [("nilai 49,26%.", True), ("149,26%", False), ("49,26%%", False), ("-49,26%", False)]
)
def test_a_value_is_looked_for_by_itself(teks: str, benar: bool) -> None:
    assert ada("49,26%", teks) is benar
