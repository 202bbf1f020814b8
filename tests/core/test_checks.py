"""Every slip that was found in a real report, put into the example one by one, is pointed at where it stands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lkjip_desktop.core import naskah
from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.checks import CHECKS, INFO, LEVEL, PERINGATAN, bacaan
from lkjip_desktop.core.checks.masalah import Tinjau
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.schema import TABLES, Row
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import (
    Analisis,
    AnggaranSasaran,
    Identitas,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    Kegiatan,
    Laporan,
    Naskah,
    Pk,
    Prestasi,
    SkorKomponen,
    TargetRenstra,
)

from .bahan_checks import (
    analisis,
    contoh,
    ikk,
    masalah_baru,
    naskah_bagian,
    nomor,
    periksa_contoh,
    satu,
    semula,
)
from .slip import SLIP


@pytest.mark.parametrize("nama", SLIP)
def test_a_slip_is_pointed_at(nama: str) -> None:
    baris, level, aturan, kata = SLIP[nama]
    baru = masalah_baru(*baris)
    cocok = [p for p in baru if p.aturan == aturan and kata in p.teks]
    assert cocok, [(p.level, p.aturan, p.teks) for p in baru]
    assert {p.level for p in cocok} == {level}


def test_a_problem_names_a_row_and_a_column_that_exist() -> None:
    """So that a click on it can open the field."""
    for baris, *_ in SLIP.values():
        s = contoh().apply(Change(r.TABEL, contoh().row(r.TABEL, r.id), r) for r in baris)
        for p in periksa_contoh(s):
            tabel = TABLES[p.tabel]
            assert p.kolom in tabel.by_name, p
            assert not p.kunci or s.row(p.tabel, p.kunci) or p.kunci in {h.id for h in hitung(s, 2023).indikator}, p


# --------------------------------------------------------------------------------------------------- polaritas
def test_the_office_is_shown_all_four_readings_of_a_doubtful_polaritas() -> None:
    """SK1.IKK2: targets fall 60, 55, 55, the name says "menurunnya", 92 of 151 were sentenced, counted as naik."""
    (p,) = [p for p in semula() if p.aturan == "polaritas.bertentangan"]
    assert (p.level, p.kolom) == ("peringatan", "polaritas")
    for kata in ("60% → 55% → 55%", "menurun", "110,78%", "89,22%", "90,27%", "71,04%"):
        assert kata in p.teks
    assert "definisi" in p.saran


def test_a_confirmed_polaritas_is_only_mentioned() -> None:
    (p,) = [p for p in masalah_baru(ikk("SK1.IKK2", polaritas_pasti=True)) if p.aturan.startswith("polaritas")]
    assert p.level == "info"


def test_turun_fits_falling_targets() -> None:
    ada = [p for p in masalah_baru(ikk("SK1.IKK2", polaritas="turun", polaritas_pasti=True)) if "polaritas" in p.aturan]
    assert ada == []
    naik = masalah_baru(ikk("SK1.IKK1", polaritas="turun"))
    assert any(p.aturan == "polaritas.bertentangan" and "targetnya naik (50% → 60% → 60%)" in p.teks for p in naik)


def test_readings_need_numbers() -> None:
    s = contoh()
    h = hitung(s, 2023)
    t = Tinjau(s, h, 2023, aturan_tahun(s, 2023))
    assert bacaan(t, next(x for x in t.semua_indikator() if x.kode == "SS1.IKU1")) == ()


# ---------------------------------------------------------------------------------------------- texts, quietly
@pytest.mark.parametrize(
    "teks",
    [
        "Peraturan Menteri Nomor 53 Tahun 2014 menjadi dasar laporan ini.",
        "Renstra Tahun 2020-2024 berlaku sampai tahun 2024.",
        "Pada tahun 2022 realisasinya 50%, sedangkan pada tahun 2023 49,26%.",
        "Capaian 82,09% berasal dari 629 orang; pagu Rp3.733.357.000 terserap 98,98%.",
        "Tanah seluas 639,1787 hektar dengan register 30405006.",
        "Sebelas dari dua belas target tercapai.",
        "Laman https://e-monev.bappenas.go.id dibuka setiap bulan.",
        "Rata-rata, anak-anak, dan hal-hal lain ditulis dengan tanda hubung.",
    ],
)
def test_a_right_text_is_left_in_peace(teks: str) -> None:
    ada = [p for p in masalah_baru(naskah_bagian(teks)) if p.aturan.startswith(("naskah", "ejaan"))]
    assert ada == []


def test_merge_fields_are_known_and_speak_of_something() -> None:
    def isi(*m: naskah.Medan) -> Naskah:
        return replace(naskah_bagian(), isi=naskah.tulis((naskah.Paragraf(m),)))

    assert [p.aturan for p in masalah_baru(isi(naskah.Medan("hantu")))] == ["naskah.medan"]
    assert [p.aturan for p in masalah_baru(isi(naskah.Medan("capaian", nomor(7))))] == ["naskah.medan_baris"]
    assert [p.aturan for p in masalah_baru(isi(naskah.Medan("kode_satker")))] == ["naskah.medan_kosong"]
    assert masalah_baru(isi(naskah.Medan("rata_rata"))) == []


def test_numbers_of_merge_fields_are_not_taken_for_typed_ones() -> None:
    isi = naskah.tulis((naskah.Paragraf((naskah.Teks("Capaian "), naskah.Medan("rata_rata"), naskah.Teks("% lebih"))),))
    assert [p for p in masalah_baru(replace(naskah_bagian(), isi=isi)) if p.aturan == "naskah.angka"] == []


# --------------------------------------------------------------------------------------------- years and dates
def test_a_year_without_targets_is_an_error() -> None:
    s = dari_baris([Laporan(id=nomor(1), tahun=2025), Identitas(id=nomor(2), nama="Satker")])
    kesalahan = [p.aturan for p in periksa_contoh(s, 2025) if p.level == "kesalahan"]
    assert "target.tahun" in kesalahan


def test_what_is_not_due_yet_is_information() -> None:
    """In March the realisasi of the year and the analyses are not missing, they are ahead."""
    s = contoh().apply([Change("indikator_tahun", ikk("SK1.IKK1"), ikk("SK1.IKK1", pembilang=None, penyebut=None))])
    for hari_ini, level in (("2023-03-01", "info"), ("2023-12-20", "kesalahan"), (None, "kesalahan")):
        (p,) = [p for p in periksa_contoh(s, 2023, hari_ini) if p.aturan == "realisasi.kosong"]
        assert p.level == level
        assert (p.saran == "Belum waktunya diisi.") == (level == "info")


def test_an_unsigned_pk_is_late_only_after_its_deadline() -> None:
    draf = [replace(p, status="draf") for p in contoh().where(Pk, tahun=2023)]
    s = contoh().apply(Change("pk", contoh().row("pk", p.id), p) for p in draf)
    for hari_ini, terlambat in (("2023-01-20", False), ("2023-02-01", True), (None, False)):
        aturan = [p.aturan for p in periksa_contoh(s, 2023, hari_ini)]
        assert ("tenggat.pk" in aturan) == terlambat
        assert "pk.belum_ada" in aturan


def test_a_late_dipa_moves_the_deadline_of_the_pk() -> None:
    """One month after the DIPA, or 31 January if that is later (PermenPAN-RB 53/2014)."""
    lap = replace(satu(Laporan, tahun=2023), tanggal_dipa="2023-02-10")
    pk = replace(satu(Pk, tahun=2023), tanggal="2023-03-10")
    assert not [p for p in masalah_baru(lap, pk) if p.aturan == "tenggat.pk"]
    assert [p for p in masalah_baru(lap, replace(pk, tanggal="2023-03-11")) if p.aturan == "tenggat.pk"]


def test_an_indicator_does_not_vanish_without_a_word() -> None:
    it = satu(IndikatorTahun, tahun=2023, kode="SK2.IKK4")
    i = satu(Indikator, id=it.indikator_id)
    hilang = [Change("indikator_tahun", it, None)]
    aturan = [p.aturan for p in periksa_contoh(contoh().apply(hilang))]
    assert "indikator.hilang" in aturan
    assert "pk.tanpa_indikator" in aturan
    tamat = [*hilang, Change("indikator", i, replace(i, tahun_akhir=2022))]
    assert "indikator.hilang" not in [p.aturan for p in periksa_contoh(contoh().apply(tamat))]


def test_cumulative_figures_fall_only_with_a_reason() -> None:
    it = ikk("SK1.IKK1", kumulatif=True)
    periode = [
        IndikatorPeriode(
            id=nomor(n), indikator_id=it.indikator_id, tahun=2023, jenis="triwulan", periode=n, pembilang=Decimal(p)
        )
        for n, p in ((1, 100), (2, 90))
    ]
    assert [p.kolom for p in masalah_baru(it, *periode) if p.aturan == "periode.turun"] == ["alasan_koreksi"]
    beralasan = replace(periode[1], alasan_koreksi="Data ganda dihapus")
    assert not [p for p in masalah_baru(it, periode[0], beralasan) if p.aturan == "periode.turun"]
    # A period that is not filled yet hides no fall.
    bolong = masalah_baru(
        it, periode[0], replace(periode[1], pembilang=None), replace(periode[1], id=nomor(3), periode=3)
    )
    assert [p.kunci for p in bolong if p.aturan == "periode.turun"] == [nomor(3)]


def test_a_year_summed_up_of_its_periods_has_no_gap() -> None:
    """Three months and the last quarter: the months are not part of the year's figure, and nobody would see it."""
    it = ikk("SK2.IKK6", realisasi=None)

    def isi(jenis: str, *urut: int) -> list[IndikatorPeriode]:
        return [
            IndikatorPeriode(
                id=nomor(n), indikator_id=it.indikator_id, tahun=2023, jenis=jenis, periode=n, realisasi=Decimal(2)
            )
            for n in urut
        ]

    def teks(*baris: Row) -> list[str]:
        return [p.teks for p in masalah_baru(*baris) if p.aturan == "periode.bolong"]

    assert teks(it, *isi("bulan", 1, 2, 3)) == []
    assert teks(it, *isi("bulan", 1, 2, 3), *isi("triwulan", 4)) == [
        "SK2.IKK6: angka setahun dihitung dari triwulan IV saja, tanpa I, II, dan III; angka bulan yang ada tidak ikut."
    ]
    assert teks(it, *isi("bulan", 1, 3)) == [
        "SK2.IKK6: angka setahun dihitung dari bulan Januari dan Maret saja, tanpa Februari."
    ]
    assert teks(replace(it, konsolidasi="terakhir"), *isi("triwulan", 4)) == []
    assert teks(replace(it, kumulatif=True), *isi("triwulan", 4)) == []


def test_the_index_of_a_year_is_no_sum_of_its_quarters() -> None:
    """9,25 + 9,30 + 9,28 + 9,35 = 37,18 against the promised 10 would print an achievement of 371,8%."""
    it = ikk("SK2.IKK6", jenis_nilai="indeks", realisasi=None)
    triwulan = [
        IndikatorPeriode(
            id=nomor(n), indikator_id=it.indikator_id, tahun=2023, jenis="triwulan", periode=n, realisasi=Decimal(r)
        )
        for n, r in enumerate(("9.25", "9.30", "9.28", "9.35"), 1)
    ]

    def aturan(it: IndikatorTahun, *baris: Row) -> set[str]:
        return {p.aturan for p in masalah_baru(it, *baris)} & {"periode.indeks_jumlah", "realisasi.jauh"}

    assert aturan(it, *triwulan) == {"periode.indeks_jumlah", "realisasi.jauh"}
    assert aturan(replace(it, konsolidasi="rata"), *triwulan) == set()
    assert aturan(replace(it, kumulatif=True), *triwulan) == set()
    assert aturan(replace(it, jenis_nilai="hitungan"), *triwulan) == {"realisasi.jauh"}
    assert aturan(it, triwulan[0]) == set()


def _triwulan(it: IndikatorTahun, **isi: tuple[str, ...]) -> list[IndikatorPeriode]:
    """Quarters with these columns, from the first one on."""
    keluar = []
    for k, nilai in enumerate(zip(*isi.values(), strict=True)):
        angka: dict[str, Any] = dict(zip(isi, map(Decimal, nilai), strict=True))
        keluar.append(
            IndikatorPeriode(
                id=nomor(k), indikator_id=it.indikator_id, tahun=it.tahun, jenis="triwulan", periode=k + 1, **angka
            )
        )
    return keluar


def test_a_part_is_not_larger_than_its_whole_in_a_quarter_either() -> None:
    it = ikk("SK1.IKK1", pembilang=None, penyebut=None)
    baris = _triwulan(it, pembilang=("60", "50"), penyebut=("50", "60"))
    teks = [(p.kunci, p.teks) for p in masalah_baru(it, *baris) if p.aturan == "periode.rasio_lebih"]
    assert teks == [(nomor(0), "SK1.IKK1, triwulan I: pembilang 60 lebih besar dari penyebut 50.")]


def test_a_year_typed_beside_quarters_that_say_something_else() -> None:
    """Four quarters of 9,3 on average and 3,9 typed for the year: the typed one is printed, and nobody would see it."""
    it = ikk("SK2.IKK6", jenis_nilai="indeks", konsolidasi="rata", realisasi=Decimal("3.9"))
    empat = _triwulan(it, realisasi=("9.25", "9.30", "9.28", "9.37"))

    def beda(it: IndikatorTahun, *baris: Row) -> list[str]:
        return [p.teks for p in masalah_baru(it, *baris) if p.aturan == "periode.beda_setahun"]

    assert beda(it, *empat) == [
        "SK2.IKK6: angka setahun 3,9 Unit yang dicetak berbeda dari 9,30 Unit menurut periodenya."
    ]
    assert beda(replace(it, realisasi=Decimal("9.30")), *empat) == []
    assert beda(it, *empat[:3]) == [], "the year is not over"
    assert beda(it) == []
    desember = [replace(p, jenis="bulan", periode=n) for p, n in zip(empat, (1, 2, 3, 12), strict=True)]
    assert beda(it, *desember) == [], "four months are no year"
    assert beda(replace(it, konsolidasi="maksimum"), *desember) == []
    assert beda(replace(it, konsolidasi="terakhir"), *desember)


def test_a_target_other_than_that_of_the_plan_is_only_mentioned_once_the_office_writes_of_it() -> None:
    id = ikk("SK1.IKK1").indikator_id
    target = replace(satu(TargetRenstra, indikator_id=id, tahun=2023), nilai=Decimal(90))

    def tingkat(*baris: Row) -> list[str]:
        return [p.level for p in masalah_baru(target, *baris) if p.aturan == "renstra.target"]

    assert tingkat() == [PERINGATAN]
    assert tingkat(analisis("SK1.IKK1", 5, "Target diturunkan dari target Renstra karena pagu berkurang.")) == [INFO]
    lima = replace(
        satu(Analisis, indikator_id=id, tahun=2023, nomor=5), isi="", sebab="Rencana Strategis disusun dini."
    )
    assert tingkat(lima) == [INFO]


def test_a_score_typed_in_the_place_of_a_deduction() -> None:
    """Since 2024 Dispensasi SPM takes points off; 100 "of 100" would leave an IKPA below zero."""

    def aturan(nilai: str) -> set[str]:
        rows: list[Row] = [
            Laporan(id=nomor(0), tahun=2024),
            SkorKomponen(id=nomor(1), tahun=2024, jenis="ikpa", kode="dispensasi", nilai=Decimal(nilai)),
        ]
        return {p.aturan for p in periksa_contoh(contoh().apply([Change(r.TABEL, None, r) for r in rows]), 2024)}

    assert "skor.potongan" in aturan("100")
    assert "skor.potongan" not in aturan("0.5")


def test_a_wrong_figure_is_told_before_its_season() -> None:
    """In March the year's figure is not due; one that cannot be right is wrong already."""
    it = ikk("SK1.IKK1", pembilang=Decimal(60), penyebut=Decimal(50))
    s = contoh().apply([Change(it.TABEL, contoh().row(it.TABEL, it.id), it)])
    (p,) = [p for p in periksa_contoh(s, hari_ini="2023-03-01") if p.aturan == "rasio.lebih"]
    assert p.level == PERINGATAN


@pytest.mark.parametrize(
    ("realisasi", "polaritas", "jauh"),
    [
        ("1.1", "naik", False),
        ("1", "naik", True),
        ("29.9", "naik", False),
        ("30", "naik", True),
        ("1", "turun", False),
        ("30", "turun", True),
        ("0", "naik", False),
    ],
)
def test_a_figure_of_another_order_than_its_target(realisasi: str, polaritas: str, jauh: bool) -> None:
    """The promised target is 10."""
    it = ikk("SK2.IKK6", realisasi=Decimal(realisasi), polaritas=polaritas)
    assert [p.kolom for p in masalah_baru(it) if p.aturan == "realisasi.jauh"] == ["realisasi"] * jauh


def test_the_first_quarter_of_a_year_is_not_far_from_its_target() -> None:
    """1 of the promised 10 by the end of March is a quarter's work; by the end of December it is too little."""
    it = ikk("SK2.IKK6", jenis_nilai="hitungan", realisasi=None)

    def jauh(*baris: Row) -> bool:
        return any(p.aturan == "realisasi.jauh" for p in masalah_baru(it, *baris))

    assert not jauh(*_triwulan(it, realisasi=("1",)))
    assert jauh(*_triwulan(it, realisasi=("1", "0", "0", "0")))
    assert jauh(*_triwulan(it, realisasi=("30",)))


def test_a_negative_part_of_a_ratio_is_an_error() -> None:
    for kolom in ("pembilang", "penyebut"):
        salah = [p for p in masalah_baru(ikk("SK1.IKK1", **{kolom: Decimal(-5)})) if p.aturan == "rasio.negatif"]
        assert [(p.level, p.kolom) for p in salah] == [("kesalahan", kolom)]


def test_filled_parts_silence_their_notes() -> None:
    aturan = {p.aturan for p in semula()}
    assert "prestasi.kosong" in aturan
    s = contoh().apply([Change("prestasi", None, Prestasi(id=nomor(1), tahun=2023, nama="Piagam"))])
    assert "prestasi.kosong" not in {p.aturan for p in periksa_contoh(s)}


def test_2022_percentages_without_counts_equal_to_their_targets() -> None:
    (p,) = [p for p in periksa_contoh(contoh(), 2022) if p.aturan == "realisasi.sama_target"]
    assert "SK1.IKK1, SK1.IKK2, dan SK1.IKK3" in p.teks


def test_gravest_first_each_once_and_the_same_every_time() -> None:
    masalah = periksa_contoh(contoh())
    assert [LEVEL.index(p.level) for p in masalah] == sorted(LEVEL.index(p.level) for p in masalah)
    assert len(set(masalah)) == len(masalah)
    assert periksa_contoh(contoh()) == masalah
    assert len(set(CHECKS)) == len(CHECKS)
    assert all(p.teks.strip() and p.teks[-1] in ".”" for p in masalah)


def test_pk_lines_of_the_budget_keep_their_amount() -> None:
    k = satu(Kegiatan, tahun=2023, nama="Program Dukungan Manajemen")
    (p,) = [p for p in masalah_baru(replace(k, anggaran=2_662_493_001)) if p.aturan == "pk.anggaran"]
    assert "Rp2.662.493.001 berbeda dari PK 2023 (Rp2.662.493.000)" in p.teks


def test_pk_lines_of_the_budget_are_told_in_their_order_in_every_process() -> None:
    semua = [replace(k, anggaran=1) for k in contoh().where(Kegiatan, tahun=2023)]
    beda = [p.kunci for p in masalah_baru(*semua) if p.aturan == "pk.anggaran"]
    assert (len(beda), beda) == (4, [k.id for k in semua])


def test_a_reason_ends_as_a_sentence() -> None:
    for ganti in ({"penyebut": Decimal(0)}, {"pembilang": Decimal(0)}, {"pembilang": Decimal(-1)}):
        assert all(p.teks.endswith(".") for p in masalah_baru(ikk("SK1.IKK1", **ganti)))
    kosong = replace(satu(SkorKomponen, tahun=2023, kode="capaian_output"), nilai=None)
    assert all(p.teks.endswith(".") for p in masalah_baru(kosong))


def test_missing_budget_by_sasaran() -> None:
    s = contoh().apply(Change("anggaran_sasaran", r, None) for r in contoh().rows(AnggaranSasaran))
    (p,) = [p for p in periksa_contoh(s) if p.aturan == "anggaran.sasaran"]
    assert p.level == "peringatan"
