"""Words of one indicator follow its numbers: status, distance, cap, headings, efficiency."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from lkjip_desktop.core import kata
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.hasil import Efisiensi, Status, Ukur
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.kata import polos
from lkjip_desktop.core.tables import IndikatorPeriode

from .bahan_checks import contoh, ikk, nomor
from .bahan_kata import banding, capaian, efisiensi, indikator, sasaran


@pytest.mark.parametrize(
    ("status", "ada", "tidak_ada"),
    [
        ("melampaui", "melampaui target 60%", "belum"),
        ("tidak_tercapai", "belum mencapai target 60%", "melampaui"),
    ],
)
def test_status_word_follows_the_status(status: Status, ada: str, tidak_ada: str) -> None:
    kalimat = polos(kata.kalimat_capaian(indikator(c=capaian("82.09", status)), 2023))
    assert ada in kalimat
    assert tidak_ada not in kalimat
    assert "Realisasi tahun 2023 sebesar 49,26%" in kalimat
    assert "capaiannya 82,09%" in kalimat


@pytest.mark.parametrize(
    ("target", "realisasi", "status", "polaritas", "rumus", "kalimat"),
    [
        ("10", "10", "tercapai", "naik", "naik", "sama dengan targetnya, sehingga capaiannya 90%."),
        ("10", "12", "melampaui", "naik", "naik", "melampaui target 10% dengan selisih 2 poin persen, sehingga"),
        ("10", "8", "melampaui", "turun", "turun_lan", "lebih rendah daripada batas target 10% dengan selisih 2 poin"),
        ("10", "12", "tidak_tercapai", "turun", "turun_lan", "masih lebih tinggi daripada target 10%; selisihnya"),
        ("10", "9", "tercapai", "rentang", "rentang_dalam", "berada dalam rentang target 10%"),
        ("10", "30", "tidak_tercapai", "rentang", "rentang_atas", "berada di atas rentang target 10%"),
        ("10", "3", "tidak_tercapai", "rentang", "rentang_bawah", "berada di bawah rentang target 10%"),
    ],
)
def test_the_sentence_tells_where_the_result_lies(
    target: str, realisasi: str, status: Status, polaritas: str, rumus: str, kalimat: str
) -> None:
    c = replace(capaian("90", status), rumus=rumus)
    h = indikator(target, realisasi, c, polaritas=polaritas)
    assert kalimat in polos(kata.kalimat_capaian(h, 2023))


@pytest.mark.parametrize(
    ("status", "realisasi", "kalimat"),
    [
        ("tidak_tercapai", "B", "ialah B, belum mencapai target BB, sehingga capaiannya 75%."),
        ("tercapai", "BB", "ialah BB, sama dengan targetnya, sehingga capaiannya 75%."),
        ("melampaui", "A", "ialah A, melampaui target BB, sehingga capaiannya 75%."),
    ],
)
def test_a_grade_is_reached_not_an_amount(status: Status, realisasi: str, kalimat: str) -> None:
    nilai = Ukur(Fraction(3), realisasi, polos=realisasi)
    h = indikator(c=capaian("75", status), jenis_nilai="predikat")
    h = replace(h, target=Ukur(Fraction(4), "BB", polos="BB"), realisasi=nilai)
    assert polos(kata.kalimat_capaian(h, 2023)) == f"Predikat yang diraih pada tahun 2023 {kalimat}"


def test_the_analysis_of_causes_begins_with_what_has_to_be_explained() -> None:
    """A miss and a result worse than last year's need a reason; a target that was met stands in analysis 1."""
    buruk = banding("-0.74", "turun", "memburuk", "turun")
    meleset = indikator(banding=buruk)
    assert polos(kata.kalimat_hasil(meleset)) == (
        "Target indikator ini belum tercapai (82,09%) dan kinerjanya memburuk dibandingkan dengan tahun 2022."
    )
    tercapai = indikator(c=capaian("100", "tercapai"), banding=buruk)
    assert polos(kata.kalimat_hasil(tercapai)) == (
        "Target indikator ini tercapai (100%), tetapi kinerjanya memburuk dibandingkan dengan tahun 2022."
    )
    assert kata.kalimat_hasil(indikator(c=capaian("100", "tercapai"))) == ()


def test_a_miss_states_its_distance_in_poin_persen_as_a_reader_would_subtract() -> None:
    """60 - 49,26 = 10,74; the printed values are subtracted, not the exact ones."""
    h = indikator(realisasi="49.2560")
    h = replace(h, realisasi=Ukur(Fraction(62900, 1277), "49,26%", polos="49,26"))
    assert "selisihnya terhadap target 10,74 poin persen" in polos(kata.kalimat_capaian(h, 2023))


def test_a_miss_of_a_count_is_told_in_its_unit() -> None:
    h = indikator("10", "8", capaian("80", "tidak_tercapai"), satuan="Unit")
    assert "selisihnya terhadap target 2 Unit" in polos(kata.kalimat_capaian(h, 2023))


def test_what_cannot_be_computed_says_why() -> None:
    h = indikator(realisasi="", c=capaian("", "tidak_dapat_dihitung", "Realisasi belum diisi."))
    assert polos(kata.kalimat_capaian(h, 2023)) == (
        "Capaian tahun 2023 tidak dapat dihitung karena realisasi belum diisi; targetnya 60%."
    )
    h = replace(h, target=h.realisasi)
    assert polos(kata.kalimat_capaian(h, 2023)).endswith("karena realisasi belum diisi.")


def test_a_cap_says_what_entered_the_mean() -> None:
    h = indikator(c=capaian("285.71", "melampaui", "dibatasi 120%", terhitung="120"))
    assert polos(kata.kalimat_batas(h)) == "Nilai yang diperhitungkan dalam rata-rata adalah 120% (dibatasi 120%)."
    assert kata.kalimat_batas(indikator()) == ()


@pytest.mark.parametrize(
    ("status", "penyebab", "program"),
    [
        ("melampaui", "Penyebab Keberhasilan", "Menunjang Keberhasilan"),
        ("tercapai", "Penyebab Keberhasilan", "Menunjang Keberhasilan"),
        ("tidak_tercapai", "Penyebab Kegagalan", "Memengaruhi Kegagalan"),
        ("tidak_dapat_dihitung", "Analisis Penyebab", "Memengaruhi Kinerja"),
    ],
)
def test_headings_follow_the_status(status: Status, penyebab: str, program: str) -> None:
    h = indikator(c=capaian("82.09", status))
    assert kata.judul_penyebab(h) == penyebab
    assert kata.judul_program(h).endswith(program)


# --------------------------------------------------------------------------------------------------- efficiency
def test_efficiency_names_its_level_index_and_verdict() -> None:
    teks = polos(*kata.kalimat_efisiensi(sasaran(efisiensi("efisien", True, "1 dari 3 belum")), 2023))
    assert "Sasaran Kegiatan I" in teks
    assert "rata-rata capaian 101,50% dengan penyerapan anggaran 99,97%" in teks
    assert "(IE) yang diperoleh 1,02 dan tingkat efisiensi (TE) 0,02" in teks
    assert "dinilai efisien. 1 dari 3 belum." in teks


def test_low_spending_below_target_is_never_called_efficient() -> None:
    e = efisiensi("serapan lebih rendah, target belum tercapai", False)
    teks = polos(*kata.kalimat_efisiensi(sasaran(e), 2023))
    assert "belum dapat disebut efisien" in teks
    assert "dinilai efisien" not in teks


def test_a_missed_indicator_of_an_efficient_sasaran_is_not_efficient_itself() -> None:
    s = sasaran(efisiensi("efisien", True))
    assert "indikator ini belum dapat disebut efisien" in polos(kata.kalimat_belum_efisien(indikator(), s))
    assert kata.kalimat_belum_efisien(indikator(c=capaian("100", "tercapai")), s) == ()


def test_one_of_one_gets_a_caution() -> None:
    h = indikator("1", "1", capaian("100", "tercapai"), satuan="Layanan")
    assert polos(kata.kalimat_satu_dari_satu(h)).endswith("karena keluaran indikator ini hanya 1 Layanan.")
    assert kata.kalimat_satu_dari_satu(indikator("10", "10", capaian("100", "tercapai"), satuan="Unit")) == ()


def test_efficiency_that_cannot_be_computed_says_why() -> None:
    e = Efisiensi(
        "ie_te", None, None, None, None, "-", "-", False, "tidak dapat dihitung", "Penyerapan belum diketahui."
    )
    assert "tidak dapat dihitung karena penyerapan belum diketahui." in polos(*kata.kalimat_efisiensi(sasaran(e), 2023))


@pytest.mark.parametrize(
    ("cara", "kumulatif", "kalimat"),
    [
        ("jumlah", False, "berasal dari angka periode yang dijumlahkan."),
        ("rata", False, "berasal dari angka periode yang dirata-ratakan."),
        ("jumlah", True, "adalah angka kumulatif pada periode terakhir."),
    ],
)
def test_where_the_figure_of_the_year_comes_from(cara: str, kumulatif: bool, kalimat: str) -> None:
    """Of 8, 17, 26 and 32 counted up to each quarter 32 is the last one and no sum."""
    it = ikk("SK2.IKK6", realisasi=None, konsolidasi=cara, kumulatif=kumulatif)
    triwulan = [
        IndikatorPeriode(
            id=nomor(n), indikator_id=it.indikator_id, tahun=2023, jenis="triwulan", periode=n, realisasi=Decimal(r)
        )
        for n, r in enumerate((8, 17, 26, 32), 1)
    ]
    s = contoh().apply([Change(it.TABEL, contoh().row(it.TABEL, it.id), it)])
    s = s.apply([Change(r.TABEL, None, r) for r in triwulan])
    (h,) = [h for h in hitung(s, 2023).indikator if h.baris_id == it.id]
    assert kalimat in polos(kata.kalimat_asal(h, s))
