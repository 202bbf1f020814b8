"""Grades, bands and the edge cases of measurement as they are told and set on the pages of an indicator."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip_desktop.core.snapshot import Snapshot
from tests.report.sections.contoh import atur, ind, konteks_lahat, lahat, teks, ubah, ubah_ind
from tests.report.sections.contoh_indikator import bagian, baris_rumus, blok_ikk, kepala


def _predikat(realisasi: str) -> Snapshot:
    kode = "SK1.IKK3"
    id = ind(lahat(), kode).indikator_id
    s = ubah_ind(
        lahat(),
        kode,
        jenis_nilai="predikat",
        satuan="Predikat",
        skala="CC\nB\nBB\nA\nAA",
        target=None,
        target_predikat="BB",
        pembilang=None,
        penyebut=None,
        realisasi_predikat=realisasi,
    )
    return ubah(
        s,
        "pk_butir",
        lambda r: bool(r.indikator_id == id),
        jenis_nilai="predikat",
        satuan="Predikat",
        target=None,
        target_predikat="BB",
    )


@pytest.mark.parametrize(
    ("realisasi", "kalimat", "penyebab"),
    [
        ("A", "Predikat yang diraih pada tahun 2023 ialah A, melampaui target BB.", "Penyebab Keberhasilan"),
        ("BB", "Predikat yang diraih pada tahun 2023 ialah BB, sama dengan targetnya.", "Penyebab Keberhasilan"),
        ("B", "Predikat yang diraih pada tahun 2023 ialah B, belum mencapai target BB.", "Penyebab Kegagalan"),
        ("", "tidak dapat dihitung karena realisasi belum diisi", "Analisis Penyebab"),
    ],
)
def test_a_grade_has_a_status_and_no_invented_number(realisasi: str, kalimat: str, penyebab: str) -> None:
    k = konteks_lahat(_predikat(realisasi))
    _, blok = blok_ikk(k, "SK1.IKK3")
    satu = bagian(blok, "Perbandingan Target dan Realisasi Kinerja Tahun 2023")
    assert kalimat in satu
    assert "%" not in satu
    assert penyebab in kepala(blok)


def test_a_grade_ruled_by_rank_shows_the_ranks() -> None:
    s = atur(_predikat("B"), "pengukuran", predikat="peringkat")
    assert "((2)/(3))× 100% = 66,67%" in baris_rumus(blok_ikk(konteks_lahat(s), "SK1.IKK3")[1])


@pytest.mark.parametrize(
    ("pembilang", "baris", "kalimat"),
    [
        (59, "((2 × 38%) − (59/151 × 100%)) / 38% = 97,18%", "di atas rentang target 30–38%"),
        (50, "100%, karena realisasi berada dalam rentang target", "dalam rentang target 30–38%"),
        (40, "(40/151 × 100%) / 30% = 88,30%", "di bawah rentang target 30–38%"),
    ],
)
def test_a_band_uses_the_bound_that_was_missed(pembilang: int, baris: str, kalimat: str) -> None:
    kode = "SK1.IKK3"
    id = ind(lahat(), kode).indikator_id
    batas = {"polaritas": "rentang", "target": Decimal(30), "target_atas": Decimal(38)}
    s = ubah_ind(
        lahat(), kode, pembilang=Decimal(pembilang), polaritas="rentang", target=Decimal(30), target_atas=Decimal(38)
    )
    s = ubah(s, "pk_butir", lambda r: bool(r.indikator_id == id), **batas)
    _, blok = blok_ikk(konteks_lahat(s), kode)
    assert baris in baris_rumus(blok)
    assert kalimat in teks(blok)


@pytest.mark.parametrize(
    ("target", "realisasi", "kalimat"),
    [
        (0, 5, "tidak dapat dihitung karena target bernilai 0"),
        (10, 0, "capaiannya 0%"),
        (7, 20, "capaiannya 285,71%"),
    ],
)
def test_edge_cases_of_measurement_are_said_in_words(target: int, realisasi: int, kalimat: str) -> None:
    kode = "SK2.IKK6"
    id = ind(lahat(), kode).indikator_id
    s = ubah_ind(lahat(), kode, target=Decimal(target), realisasi=Decimal(realisasi))
    s = ubah(s, "pk_butir", lambda r: bool(r.indikator_id == id), target=Decimal(target))
    s = atur(s, "pengukuran", batas="120")
    isi = teks(blok_ikk(konteks_lahat(s), kode)[1])
    assert kalimat in isi
    assert ("diperhitungkan dalam rata-rata adalah 120%" in isi) == (realisasi == 20)
