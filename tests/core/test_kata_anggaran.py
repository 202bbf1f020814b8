"""Words of the budget and of its scores follow their numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from lkjip_desktop.core import kata
from lkjip_desktop.core.hasil import BandingBelanja, BarisAnggaran, Gabungan, HasilSkor, KomponenSkor
from lkjip_desktop.core.kata import polos


def anggaran(persen: str, pagu: int = 100, realisasi: int = 99) -> BarisAnggaran:
    return BarisAnggaran(
        "51", "Belanja Pegawai", "x", None, pagu, None, realisasi, Fraction(persen), f"{persen.replace('.', ',')}%"
    )


def test_spending_of_two_years_differs_in_poin_persen() -> None:
    b = BandingBelanja(
        "51", "Belanja Pegawai", anggaran("96.05"), anggaran("99.05"), Fraction(3), "3 poin persen", "naik"
    )
    assert polos(kata.kalimat_belanja(b, 2023)) == (
        "Belanja Pegawai tahun 2023 terserap 99,05%, naik 3 poin persen dari 96,05% pada tahun 2022."
    )


def test_a_kind_of_spending_without_last_year_is_not_compared() -> None:
    b = BandingBelanja("57", "Bantuan Sosial", None, anggaran("99.05"), None, "", "")
    teks = polos(kata.kalimat_belanja(b, 2023))
    assert "tidak ada dalam data tahun 2022" in teks
    assert "poin persen" not in teks


# --------------------------------------------------------------------------------------------------- scores
def skor(resmi: str | None, nilai: str | None, **lain: object) -> HasilSkor:
    dasar = HasilSkor(
        jenis="ikpa",
        nama="Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)",
        baris_id="k1",
        ada=True,
        komponen=(
            KomponenSkor(
                "a",
                "Revisi DIPA",
                "Aspek",
                "r",
                Fraction(100),
                "100",
                Fraction(100),
                "100",
                Decimal(10),
                True,
                Fraction(10),
                "10,00",
            ),
        ),
        aspek=(),
        total=Fraction(nilai) if nilai else None,
        bobot_berlaku=Decimal(100),
        nilai=Fraction(nilai) if nilai else None,
        nilai_cetak=nilai.replace(".", ",") if nilai else "-",
        kategori="sangat baik",
        resmi=Decimal(resmi) if resmi else None,
        resmi_cetak=resmi.replace(".", ",") if resmi else "-",
        kategori_resmi="Baik",
        kategori_dari_resmi="sangat baik",
        selisih_cetak="0,23" if resmi and nilai else "",
        sendiri=False,
    )
    return replace(dasar, **lain)  # type: ignore[arg-type]


def test_official_and_recomputed_score_stand_side_by_side() -> None:
    teks = polos(*kata.kalimat_skor(skor("98.00", "97.77"), 2023))
    assert "sebesar 98,00 dengan kategori baik." in teks
    assert "Menurut tabel kategori yang berlaku, nilai tersebut termasuk sangat baik." in teks
    assert "Perhitungan ulang dari komponennya menghasilkan 97,77" in teks
    assert "selisihnya dengan nilai resmi 0,23" in teks


def test_equal_scores_are_said_to_be_equal() -> None:
    assert "sama dengan nilai resmi" in polos(*kata.kalimat_skor(skor("97.77", "97.77", selisih_cetak="0,00"), 2023))


def test_an_unconfirmed_rule_set_is_called_own_computation() -> None:
    assert "Perhitungan sendiri" in polos(*kata.kalimat_skor(skor("98.00", "97.77", sendiri=True), 2023))


def test_the_combined_score_states_its_basis() -> None:
    g = Gabungan(Decimal(60), Decimal(40), Fraction("93.2362"), "93,24", Fraction("93.326"), "93,33", "54,13", "39,20")
    teks = polos(*kata.kalimat_gabungan(g, 2023))
    assert "60% nilai SMART dan 40% nilai IKPA" in teks
    assert "Dengan dasar nilai resmi, nilai gabungannya 93,33." in teks
    assert "Dengan dasar hasil perhitungan ulang, nilainya 93,24." in teks
