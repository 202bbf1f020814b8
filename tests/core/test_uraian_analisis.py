"""What an analysis prints: another's text where that is chosen, else the own paragraph, else the three answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.kemajuan import kemajuan
from lkjip_desktop.core.naskah import dari_teks, tulis
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Analisis
from lkjip_desktop.core.uraian_analisis import paragraf_jawaban, tidak_dapat_dipakai, uraian_dicetak
from tests.report.sections.contoh import ind, lahat, tambah, tanpa

SENDIRI = tulis(dari_teks("Paragraf yang disunting sendiri."))


def a(indikator: str, **isi: Any) -> Analisis:
    return replace(Analisis(id=f"a-{indikator}", indikator_id=indikator, tahun=2023, nomor=5), **isi)


def s(*baris: Analisis) -> Snapshot:
    return tambah(tanpa(lahat(), "analisis"), *baris)


@pytest.mark.parametrize(
    ("isi", "jenis", "lengkap"),
    [
        ({}, "kosong", False),
        ({"peristiwa": "a"}, "jawaban", False),
        ({"peristiwa": "a", "sebab": "b", "tindakan": "c"}, "jawaban", True),
        ({"peristiwa": "  \n "}, "kosong", False),
        ({"isi": SENDIRI}, "sendiri", True),
        ({"isi": SENDIRI, "peristiwa": "a"}, "sendiri", True),
    ],
)
def test_the_own_paragraph_goes_before_the_answers(isi: dict[str, str], jenis: str, lengkap: bool) -> None:
    u = uraian_dicetak(s(a("i1", **isi)), "i1", 2023, 5)
    assert (u.jenis, u.lengkap, u.lewat) == (jenis, lengkap, ())


def test_a_chosen_other_indicator_goes_before_what_is_written_here() -> None:
    semua = s(
        a("i1", isi=SENDIRI), a("i2", isi=SENDIRI, peristiwa="x", sama_dengan_id="i1"), a("i3", sama_dengan_id="i2")
    )
    u = uraian_dicetak(semua, "i3", 2023, 5)
    assert u.baris is not None
    assert (u.baris.indikator_id, [x.indikator_id for x in u.lewat]) == ("i1", ["i3", "i2"])
    u = uraian_dicetak(semua, "i2", 2023, 5)
    assert u.baris is not None
    assert u.baris.indikator_id == "i1"


@pytest.mark.parametrize("putar", [("i1",), ("i2", "i1"), ("i2", "i3", "i1")])
def test_texts_in_a_circle_print_nothing(putar: tuple[str, ...]) -> None:
    semua = s(*(a(f"i{n}", sama_dengan_id=ke, isi=SENDIRI) for n, ke in enumerate(putar, 1)))
    assert uraian_dicetak(semua, "i1", 2023, 5).jenis == "kosong"


def test_no_circle_is_offered() -> None:
    semua = s(a("i2", sama_dengan_id="i1"), a("i3", sama_dengan_id="i2"), a("i4"))
    assert tidak_dapat_dipakai(semua, "i1", 2023, 5) == {"i1", "i2", "i3"}
    assert tidak_dapat_dipakai(semua, "i4", 2023, 5) == {"i4"}
    assert tidak_dapat_dipakai(semua, "i3", 2023, 7) == {"i3"}


def test_answers_become_sentences_of_one_paragraph() -> None:
    jawaban = a("i1", peristiwa="realisasi turun ", sebab="Alat rusak!\nlistrik  padam", tindakan="e-Lapor dipakai.")
    assert paragraf_jawaban(jawaban) == (
        (("peristiwa", "Realisasi turun."), ("sebab", "Alat rusak!")),
        (("sebab", "Listrik padam."), ("tindakan", "e-Lapor dipakai.")),
    )


def test_progress_counts_what_the_form_marks_as_filled() -> None:
    semua = tanpa(lahat(), "analisis")
    satu, dua = (ind(semua, f"SK2.IKK{n}").indikator_id or "" for n in (6, 7))

    def selesai(*baris: Analisis) -> int:
        penuh = tambah(semua, *baris)
        return next(
            k.selesai
            for k in kemajuan(penuh, hitung(penuh, 2023), 2023, date(2024, 1, 2).isoformat())
            if k.judul == "Analisis sebab dan program"
        )

    assert selesai(a(satu, sebab="b")) == 0
    assert selesai(a(satu, peristiwa="a", sebab="b", tindakan="c"), a(dua, sama_dengan_id=satu)) == 2
    assert selesai(a(dua, sama_dengan_id=satu)) == 0
