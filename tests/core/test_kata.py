"""Words follow the numbers: every status, direction, judgement and gap, each from hand-made results."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from lkjip_desktop.core import kata
from lkjip_desktop.core.hasil import (
    Banding,
    BandingBelanja,
    BarisAnggaran,
    Capaian,
    Efisiensi,
    Gabungan,
    HasilIndikator,
    HasilSasaran,
    HasilSkor,
    KomponenSkor,
    Status,
    TahunIndikator,
    TargetMenengah,
    Ukur,
)
from lkjip_desktop.core.kata import polos
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import Indikator, IndikatorTahun

KOSONG = Ukur(None, "-")


def ukur(nilai: str, satuan: str = "%") -> Ukur:
    teks = nilai.replace(".", ",")
    return Ukur(Fraction(nilai), f"{teks}%" if satuan == "%" else f"{teks} {satuan}", polos=teks)


def capaian(nilai: str, status: Status, alasan: str = "", terhitung: str = "") -> Capaian:
    if not nilai:
        return Capaian(None, None, "-", "-", status, alasan)
    cetak = f"{nilai.replace('.', ',')}%"
    hitung = terhitung or nilai
    return Capaian(Fraction(nilai), Fraction(hitung), cetak, f"{hitung.replace('.', ',')}%", status, alasan, "naik")


def tahun_ind(
    tahun: int, target: str = "", realisasi: str = "", c: str = "", ada: bool = True, nama: str = "Nama A"
) -> TahunIndikator:
    return TahunIndikator(
        tahun,
        ada,
        "i1",
        f"b{tahun}" if ada else "",
        "SK1.IKK1",
        nama,
        ukur(target) if target else KOSONG,
        ukur(realisasi) if realisasi else KOSONG,
        capaian(c, "tercapai") if c else capaian("", "tidak_dapat_dihitung", "realisasi belum diisi"),
    )


def indikator(
    target: str = "60",
    realisasi: str = "49.26",
    c: Capaian | None = None,
    riwayat: tuple[TahunIndikator, ...] = (),
    banding: Banding | None = None,
    polaritas: str = "naik",
    satuan: str = "%",
    **lain: object,
) -> HasilIndikator:
    dasar = HasilIndikator(
        id="i1",
        baris_id="b2023",
        sasaran_id="s1",
        tingkat="kegiatan",
        jenis="IKK",
        kode="SK1.IKK1",
        nomor=1,
        nama="Nama A",
        satuan=satuan,
        polaritas=polaritas,
        jenis_nilai="rasio" if satuan == "%" else "hitungan",
        target=ukur(target, satuan) if target else KOSONG,
        target_asal="pk",
        target_pk=KOSONG,
        target_renstra=KOSONG,
        realisasi=ukur(realisasi, satuan) if realisasi else KOSONG,
        pembilang=None,
        penyebut=None,
        diketik=True,
        dari_periode=False,
        capaian=c or capaian("82.09", "tidak_tercapai"),
        kategori="",
        riwayat=riwayat,
        banding=banding,
        menengah=(),
        standar=KOSONG,
        standar_sumber="",
        standar_selisih_cetak="",
    )
    return replace(dasar, **lain)  # type: ignore[arg-type]


def banding(selisih: str, arah: str, nilaian: str, arah_capaian: str) -> Banding:
    return Banding(
        2022,
        Fraction(selisih),
        f"{selisih.lstrip('-').replace('.', ',')} poin persen",
        arah,  # type: ignore[arg-type]
        nilaian,  # type: ignore[arg-type]
        Fraction(1),
        "17,91 poin persen",
        arah_capaian,  # type: ignore[arg-type]
    )


SNAPSHOT = dari_baris(
    [
        Indikator(id="i1", sasaran_id="s1", tahun_mulai=2022),
        IndikatorTahun(
            id="b2023", indikator_id="i1", tahun=2023, label_pembilang="Jumlah A", label_penyebut="Jumlah B"
        ),
    ]
)


# ------------------------------------------------------------------------------------------------ 1 status words
@pytest.mark.parametrize(
    ("status", "ada", "tidak_ada"),
    [
        ("melampaui", "melampaui target 60%", "belum"),
        ("tercapai", "mencapai target 60%", "belum"),
        ("tidak_tercapai", "belum mencapai target 60%", "melampaui"),
    ],
)
def test_status_word_follows_the_status(status: Status, ada: str, tidak_ada: str) -> None:
    kalimat = polos(kata.kalimat_capaian(indikator(c=capaian("82.09", status)), 2023))
    assert ada in kalimat
    assert tidak_ada not in kalimat
    assert "Pada tahun 2023" in kalimat
    assert "82,09%" in kalimat


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
    assert polos(kata.kalimat_capaian(h, 2023)).startswith(
        "Capaian tahun 2023 tidak dapat dihitung karena realisasi belum diisi (target 60%"
    )


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


# --------------------------------------------------------------------------- 2 direction and judgement apart
@pytest.mark.parametrize(
    ("polaritas", "arah", "nilaian", "kata_sifat"),
    [
        ("naik", "turun", "memburuk", "makin tinggi nilainya makin baik, kinerjanya memburuk"),
        ("turun", "turun", "membaik", "makin rendah nilainya makin baik, kinerjanya membaik"),
        ("turun", "naik", "memburuk", "makin rendah nilainya makin baik, kinerjanya memburuk"),
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
    assert "sama dengan tahun 2022" in polos(*kata.kalimat_banding(h, 2023, SNAPSHOT))


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
    assert "Target tahun 2023 dalam Renstra X sebesar 60%, sedangkan realisasinya 49,26% atau 82,09%" in teks
    assert "target tahun terakhir Renstra (2024) sebesar 65%, masih terdapat selisih 15,74 poin persen" in teks
    assert "Untuk tahun 2021 tidak ada target" in teks
    assert "berbeda" not in teks


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
    assert teks == "Tidak terdapat standar nasional yang ditetapkan sebagai pembanding indikator ini."


# ----------------------------------------------------------------------------------------- 6 efficiency
def sasaran(e: Efisiensi, *ind: HasilIndikator) -> HasilSasaran:
    return HasilSasaran(
        "s1",
        "bs1",
        None,
        "kegiatan",
        "SK1",
        1,
        "Sasaran A",
        ind,
        Fraction("101.5"),
        "101,50%",
        "tercapai_sebagian",
        2,
        "tercapai sebagian (2 dari 3 indikator)",
        e,
    )


def efisiensi(kata_: str, efisien: bool, catatan: str = "") -> Efisiensi:
    return Efisiensi(
        "ie_te",
        Fraction("101.5"),
        Fraction("99.97"),
        Fraction("1.0153"),
        Fraction("0.0153"),
        "1,02",
        "0,02",
        efisien,
        kata_,
        catatan,
    )


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
    assert "1 dari 1 layanan" in polos(kata.kalimat_satu_dari_satu(h))
    assert kata.kalimat_satu_dari_satu(indikator("10", "10", capaian("100", "tercapai"), satuan="Unit")) == ()


def test_efficiency_that_cannot_be_computed_says_why() -> None:
    e = Efisiensi(
        "ie_te", None, None, None, None, "-", "-", False, "tidak dapat dihitung", "Penyerapan belum diketahui."
    )
    assert "tidak dapat dihitung karena penyerapan belum diketahui." in polos(*kata.kalimat_efisiensi(sasaran(e), 2023))


# --------------------------------------------------------------------------------------------------- budget
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


# ------------------------------------------------------------------------------------------------------ base
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
