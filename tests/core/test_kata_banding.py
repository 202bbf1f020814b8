"""Words that hold an indicator against earlier years, the Renstra and a national standard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip_desktop.core import kata
from lkjip_desktop.core.hasil import TargetMenengah
from lkjip_desktop.core.kata import polos
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import Indikator

from .bahan_kata import KOSONG, SNAPSHOT, banding, capaian, indikator, tahun_ind, ukur


@pytest.mark.parametrize(
    ("polaritas", "arah", "nilaian", "kata_sifat"),
    [
        ("naik", "turun", "memburuk", "Makin tinggi nilai indikator ini makin baik, sehingga kinerjanya memburuk."),
        ("turun", "turun", "membaik", "Makin rendah nilai indikator ini makin baik, sehingga kinerjanya membaik."),
        ("turun", "naik", "memburuk", "Makin rendah nilai indikator ini makin baik, sehingga kinerjanya memburuk."),
    ],
)
def test_direction_and_judgement_are_two_words(polaritas: str, arah: str, nilaian: str, kata_sifat: str) -> None:
    h = indikator(
        polaritas=polaritas,
        riwayat=(tahun_ind(2022, "50", "50", "100"), tahun_ind(2023, "60", "49.26", "82.09")),
        banding=banding("-0.74", arah, nilaian, "turun"),
    )
    teks = polos(*kata.kalimat_banding(h, 2023, SNAPSHOT))
    assert f"realisasi {arah} 0,74 poin persen, dari 50% menjadi 49,26%" in teks
    assert kata_sifat in teks
    assert "Capaian turun 17,91 poin persen, dari 100% pada tahun 2022 menjadi 82,09% pada tahun 2023." in teks


def test_equal_years_are_said_to_be_equal() -> None:
    h = indikator(
        riwayat=(tahun_ind(2022, "50", "50", "100"), tahun_ind(2023, "50", "50", "100")),
        banding=banding("0", "tetap", "tetap", "tetap"),
    )
    teks = polos(*kata.kalimat_banding(h, 2023, SNAPSHOT))
    assert teks == "Realisasi dan capaian tahun 2023 sama dengan tahun 2022, yaitu 49,26% dan 82,09%."


@pytest.mark.parametrize(
    ("dulu", "kalimat"), [("50", "Targetnya naik dari 50% menjadi 60%."), ("65", "Targetnya turun dari 65% menjadi")]
)
def test_a_target_that_moved_is_told_beside_the_capaian(dulu: str, kalimat: str) -> None:
    """A capaian falls by 17,91 with a realisasi that fell by 0,74 only because the target rose from 50 to 60."""
    h = indikator(
        riwayat=(tahun_ind(2022, dulu, "50", "100"), tahun_ind(2023, "60", "49.26", "82.09")),
        banding=banding("-0.74", "turun", "memburuk", "turun"),
    )
    assert kalimat in polos(*kata.kalimat_banding(h, 2023, SNAPSHOT))


def test_years_before_the_indicator_existed_are_named() -> None:
    h = indikator(
        riwayat=(tahun_ind(2020, ada=False), tahun_ind(2021, ada=False), tahun_ind(2022, ada=False), tahun_ind(2023))
    )
    s = dari_baris([Indikator(id="i1", sasaran_id="s1", tahun_mulai=2023)])
    teks = polos(*kata.kalimat_banding(h, 2023, s))
    assert (
        teks
        == "Pada tahun 2020 sampai 2022 indikator ini belum menjadi indikator kinerja, sehingga tidak ada pembanding."
    )


def test_a_year_without_data_is_not_called_a_year_before_the_indicator() -> None:
    h = indikator(riwayat=(tahun_ind(2021, ada=False), tahun_ind(2022, ada=False), tahun_ind(2023)))
    s = dari_baris([Indikator(id="i1", sasaran_id="s1", tahun_mulai=2022)])
    teks = polos(*kata.kalimat_banding(h, 2023, s))
    assert "Pada tahun 2021 indikator ini belum menjadi" in teks
    assert "Data tahun 2022 tidak tersedia." in teks


def test_a_predecessor_of_another_name_is_named() -> None:
    h = indikator(
        riwayat=(tahun_ind(2022, "50", "50", "100", nama="Nama lama"), tahun_ind(2023)),
        banding=banding("-0.74", "turun", "memburuk", "turun"),
    )
    assert "Pada tahun 2022 indikator ini dirumuskan sebagai “Nama lama”." in polos(
        *kata.kalimat_banding(h, 2023, SNAPSHOT)
    )


def test_three_years_name_the_highest_and_the_lowest() -> None:
    h = indikator(
        riwayat=(
            tahun_ind(2021, "50", "40", "80"),
            tahun_ind(2022, "50", "60", "120"),
            tahun_ind(2023, "60", "49.26", "82.09"),
        ),
        banding=banding("-10.74", "turun", "memburuk", "turun"),
    )
    assert "tertinggi 120% pada tahun 2022 dan terendah 80% pada tahun 2021" in polos(
        *kata.kalimat_banding(h, 2023, SNAPSHOT)
    )


# ------------------------------------------------------------------------------------------------ 3 and 4
def _menengah(t: int, target: str, realisasi: str = "") -> TargetMenengah:
    return TargetMenengah(
        t, ukur(target) if target else KOSONG, ukur(realisasi) if realisasi else KOSONG, "82,09%" if realisasi else "-"
    )


def test_renstra_names_year_last_year_and_the_years_without_target() -> None:
    h = indikator(
        menengah=(
            _menengah(2021, ""),
            _menengah(2022, "50", "50"),
            _menengah(2023, "60", "49.26"),
            _menengah(2024, "65"),
        )
    )
    teks = polos(*kata.kalimat_menengah(h, 2023, "Renstra X"))
    assert (
        "Realisasi sampai dengan tahun 2023 sebesar 49,26%, sedangkan target tahun itu dalam Renstra X sebesar 60%, "
        "sehingga capaiannya 82,09%."
    ) in teks
    assert "target akhir periode (2024) sebesar 65% masih terdapat selisih 15,74 poin persen" in teks
    assert "Target tahun 2021 tidak ditetapkan." in teks
    assert "berbeda" not in teks


def test_one_sentence_tells_of_a_year_and_a_period_that_were_met_alike() -> None:
    h = indikator("1", "1", capaian("100", "tercapai"), satuan="Layanan")
    h = replace(h, menengah=tuple(TargetMenengah(t, ukur("1", "Layanan"), h.realisasi, "100%") for t in (2023, 2024)))
    assert polos(*kata.kalimat_menengah(h, 2023, "Renstra X")) == (
        "Realisasi sampai dengan tahun 2023 sama dengan target tahun itu dalam Renstra X dan target akhir periodenya "
        "(2024), yaitu 1 Layanan."
    )
    assert "target akhir periode Renstra X, yaitu 1 Layanan" in polos(*kata.kalimat_menengah(h, 2024, "Renstra X"))


def test_the_capaian_of_an_indicator_that_should_fall_is_not_called_a_part_of_its_target() -> None:
    h = indikator("55", "60.93", capaian("89.22", "tidak_tercapai"), polaritas="turun")
    h = replace(h, menengah=(TargetMenengah(2023, ukur("55"), h.realisasi, "89,22%"),))
    teks = polos(*kata.kalimat_menengah(h, 2023, "Renstra X"))
    assert "sedangkan target akhir periode Renstra X sebesar 55%, sehingga capaiannya 89,22%." in teks


def test_without_a_renstra_nothing_is_said_of_what_it_holds() -> None:
    teks = polos(*kata.kalimat_menengah(indikator(), 2023, ""))
    assert teks == "Target jangka menengah indikator ini belum tersedia sebagai pembanding."


def test_a_renstra_target_other_than_the_pk_is_said_so() -> None:
    h = indikator(target="55", menengah=(_menengah(2023, "60", "49.26"),))
    assert "berbeda dari target Perjanjian Kinerja sebesar 55%" in polos(*kata.kalimat_menengah(h, 2023))


@pytest.mark.parametrize(
    ("polaritas", "nilai"), [("naik", "belum sebaik standar"), ("turun", "lebih baik daripada standar")]
)
def test_national_standard_is_judged_by_polaritas(polaritas: str, nilai: str) -> None:
    h = indikator(
        polaritas=polaritas, standar=ukur("70"), standar_sumber="BPS", standar_selisih_cetak="20,74 poin persen"
    )
    teks = polos(kata.kalimat_standar(h, 2023))
    assert "Standar nasional menurut BPS sebesar 70%" in teks
    assert "berada 20,74 poin persen di bawah standar itu" in teks
    assert nilai in teks


def test_no_national_standard_invents_no_reason() -> None:
    teks = polos(kata.kalimat_standar(indikator(), 2023))
    assert teks == "Tidak ada standar nasional yang digunakan sebagai pembanding indikator ini."
