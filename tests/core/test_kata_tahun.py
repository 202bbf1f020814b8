"""The verdict of a sasaran and of the year names the misses, counts what went beyond, and never hides one in a mean."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip_desktop.core import kata
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.kata import polos

from .bahan import bapas, ubah


def _hasil(**realisasi: str | None) -> Hasil:
    s = bapas()
    for kode, nilai in realisasi.items():
        id = f"{kode.replace('_', '.')}.2023"
        s = ubah(s, "indikator_tahun", id, pembilang=None, penyebut=None, realisasi=Decimal(nilai) if nilai else None)
    return hitung(s, 2023)


def test_the_verdict_of_the_example_names_the_miss_and_counts_what_went_beyond() -> None:
    teks = polos(*kata.kalimat_putusan(_hasil()))
    assert teks.startswith(
        "Dari 12 (dua belas) indikator yang dihitung pada tahun 2023, 11 (sebelas) mencapai target, termasuk 2 (dua) "
        "yang melampauinya, dan 1 (satu) belum mencapai target, yaitu “Klien usia produktif yang bekerja”"
    )
    assert teks.endswith("(82,09%).")


def test_a_year_without_a_miss_is_a_success() -> None:
    teks = polos(*kata.kalimat_putusan(_hasil(SK1_IKK1="60")))
    assert teks == (
        "Target seluruh 12 (dua belas) indikator tercapai, 2 (dua) di antaranya terlampaui, sehingga kinerja tahun "
        "2023 dinyatakan berhasil."
    )


def test_what_could_not_be_computed_keeps_the_year_from_being_called_a_success() -> None:
    teks = polos(*kata.kalimat_putusan(_hasil(SK1_IKK1="60", SK2_IKK6=None)))
    assert teks.startswith(
        "Seluruh 11 (sebelas) indikator yang dapat dihitung pada tahun 2023 mencapai target, termasuk 2 (dua) yang "
        "melampauinya."
    )
    assert "Sebanyak 1 (satu) indikator tidak dapat dihitung" in teks
    assert "berhasil" not in teks


def test_a_year_of_misses_alone_is_told_as_such() -> None:
    h = _hasil()
    meleset = hitung(bapas(), 2023).meleset
    h = replace(h, jumlah_tercapai=0, jumlah_dihitung=1, meleset=meleset)
    assert polos(*kata.kalimat_putusan(h)).startswith("Satu-satunya indikator yang dihitung pada tahun 2023, yaitu “")
    h = replace(h, jumlah_dihitung=2, meleset=meleset * 2)
    assert polos(*kata.kalimat_putusan(h)).startswith("Seluruh 2 (dua) indikator yang dihitung pada tahun 2023 belum")


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({}, "Dari 12 (dua belas) Indikator Kinerja Kegiatan tahun 2023, 11 (sebelas) mencapai target dan 1 (satu) "),
        ({"SK1_IKK1": "60"}, "Seluruh 12 (dua belas) Indikator Kinerja Kegiatan tahun 2023 mencapai target."),
        (
            {"SK1_IKK1": None},
            "Dari 12 (dua belas) Indikator Kinerja Kegiatan tahun 2023, 11 (sebelas) mencapai target dan 1 (satu) "
            "tidak dapat dihitung.",
        ),
    ],
)
def test_the_short_verdict_counts_only_what_there_is(isi: dict[str, str | None], kalimat: str) -> None:
    assert polos(kata.kalimat_putusan_singkat(_hasil(**isi))).startswith(kalimat)


def test_a_sasaran_is_held_against_its_mean_of_last_year() -> None:
    """Seed: 101,50 in 2023, the three typed percentages of 2022 all at 100."""
    satu, dua = _hasil().kegiatan()
    assert polos(kata.kalimat_status_sasaran(satu, 2023)) == (
        "Rata-rata capaian Sasaran Kegiatan I tahun 2023 sebesar 101,50%, naik 1,50 poin persen dari 100% pada tahun "
        "2022; sasaran ini dinyatakan tercapai sebagian (2 dari 3 indikator)."
    )
    assert "sebesar 100%, sama dengan tahun 2022; sasaran" in polos(kata.kalimat_status_sasaran(dua, 2023))


def test_the_budget_is_held_against_last_year() -> None:
    """Seed, Tabel III.40: 3.994.234.000 and 92,38% in 2022, 3.733.357.000 and 98,98% in 2023."""
    assert polos(kata.kalimat_serapan_lalu(_hasil())) == (
        "Dibandingkan dengan tahun 2022, pagu turun Rp260.877.000, sedangkan penyerapan naik 6,60 poin persen dari "
        "92,38% menjadi 98,98%."
    )
    assert kata.kalimat_serapan_lalu(hitung(bapas([2022]), 2022)) == ()


def test_notes_on_efficiency_speak_of_all_where_it_is_all() -> None:
    dua = _hasil(**{f"SK2_IKK{n}": "0" for n in range(1, 10)}).kegiatan()[1]
    assert dua.efisiensi.indeks is None or "seluruh 9 (sembilan) indikator sasaran ini belum" in dua.efisiensi.catatan
    h = _hasil(**{f"SK2_IKK{n}": "0.5" for n in range(1, 10)}).kegiatan()[1]
    assert h.efisiensi.catatan.startswith("seluruh 9 (sembilan) indikator sasaran ini belum mencapai target; dari 9")
