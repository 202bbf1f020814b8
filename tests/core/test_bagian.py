"""Default texts of the report: every merge field in them is known, and none of them states a number of its own."""

from __future__ import annotations

import re

import pytest

from lkjip_desktop.core.bagian import BAGIAN, BAGIAN_MENURUT_KUNCI, Bagian, bagian_teks
from lkjip_desktop.core.kata import MEDAN
from lkjip_desktop.core.naskah import baca, medan_dipakai, polos, tulis
from lkjip_desktop.core.teks_bawaan import isi_surat
from tests.report.sections.contoh import hasil_lahat, lahat


def test_keys_are_unique_and_every_part_belongs_to_a_chapter_before_it() -> None:
    kunci = [b.kunci for b in BAGIAN]
    assert len(kunci) == len(set(kunci)) == len(BAGIAN_MENURUT_KUNCI)
    for n, b in enumerate(BAGIAN):
        assert not b.bab or b.bab in kunci[:n]
        assert not b.berteks or b.bantuan


@pytest.mark.parametrize("bagian", bagian_teks(), ids=lambda b: b.kunci)
def test_default_texts_use_known_fields_and_resolve_on_the_example(bagian: Bagian) -> None:
    s, h = lahat(), hasil_lahat()
    isi = bagian.isi_bawaan(s, h)
    assert baca(tulis(isi)) == isi
    for m in medan_dipakai(isi):
        assert MEDAN[m.nama].isi(s, h, m.baris_id), m


@pytest.mark.parametrize("bagian", bagian_teks(), ids=lambda b: b.kunci)
def test_default_texts_state_no_number_of_their_own(bagian: Bagian) -> None:
    """Numbers come from merge fields; the names of regulations are the only digits."""
    teks = polos(bagian.isi_bawaan(lahat(), hasil_lahat()), medan="")
    teks = re.sub(r"Nomor \d+ Tahun \d+", "", teks)
    assert not re.search(r"\d", teks)


def test_the_letter_has_a_body() -> None:
    s, h = lahat(), hasil_lahat()
    assert all(MEDAN[m.nama].isi(s, h) for m in medan_dipakai(isi_surat(s, h)))
