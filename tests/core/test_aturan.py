"""Rule sets: which one holds in a year, what a broken one does, and that the shipped ones are whole."""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.aturan import (
    JENIS_ATURAN,
    NAMA_ATURAN,
    AturanCetak,
    Kategori,
    Pengukuran,
    PernyataanPk,
    TabelKategori,
    aturan_tahun,
    bawaan,
    urai,
)
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import AturanBaris

from .bahan import ATURAN, aturan_bawaan


@pytest.fixture(scope="module")
def s() -> Snapshot:
    return dari_baris(aturan_bawaan())


def baris(jenis: str, isi: Any, dari: str = "", id: str = "x") -> AturanBaris:
    return AturanBaris(id=id, jenis=jenis, berlaku_dari=dari, isi=isi if isinstance(isi, str) else json.dumps(isi))


# -------------------------------------------------------------------------------------------------- shipped sets
def test_every_kind_is_shipped_and_named(s: Snapshot) -> None:
    assert {b.jenis for b in s.rows(AturanBaris)} == set(JENIS_ATURAN) == set(NAMA_ATURAN)
    assert {f.stem for f in ATURAN.glob("*.json")} == set(JENIS_ATURAN)


@pytest.mark.parametrize("tahun", [2015, 2020, 2022, 2023, 2024, 2030])
def test_shipped_sets_are_read_without_a_complaint(s: Snapshot, tahun: int) -> None:
    assert aturan_tahun(s, tahun).masalah == ()


def test_defaults_of_the_code_are_the_shipped_values(s: Snapshot) -> None:
    a = aturan_tahun(s, 2023)
    assert a.pengukuran == Pengukuran()
    assert a.cetak == AturanCetak()
    assert dataclasses.replace(a.pernyataan_pk, naskah="") == PernyataanPk()


def test_shipped_sets_say_where_they_come_from(s: Snapshot) -> None:
    assert all(b.sumber for b in s.rows(AturanBaris))
    belum = {(b.jenis, b.berlaku_dari) for b in s.rows(AturanBaris) if not b.terkonfirmasi}
    # What nobody has compared with its source prints "perhitungan sendiri".
    assert {("smart", "2024"), ("nka", "2024")} <= belum
    assert not {("smart", "2021"), ("ikpa", "2022")} & belum


def test_weights_of_every_score_add_up_to_one_hundred(s: Snapshot) -> None:
    for tahun in (2023, 2024):
        a = aturan_tahun(s, tahun)
        for skor in (a.smart, a.ikpa, a.nka, a.akip):
            assert skor is None or sum(k.bobot for k in skor.komponen) == 100


def test_points_of_the_review_checklist(s: Snapshot) -> None:
    # PermenPAN-RB 53/2014, Lampiran III: 6, 7 and 10 points.
    reviu = aturan_tahun(s, 2023).ceklis_reviu
    assert [len(k.butir) for k in reviu.kelompok] == [6, 7, 10]
    assert [len(k.butir) for k in aturan_tahun(s, 2023).ceklis_evaluasi.kelompok] == [3, 3, 3, 3]


def test_ids_are_the_same_on_every_machine(s: Snapshot) -> None:
    data = [{"jenis": "gabungan", "berlaku_dari": "", "isi": {"smart": "60", "ikpa": "40"}}]
    assert bawaan(data)[0].id == "f778dcbd-fc38-5fba-b93d-35975a92cc38"
    assert len({b.id for b in s.rows(AturanBaris)}) == len(s.rows(AturanBaris))


def test_a_broken_shipped_set_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match="ikpa"):
        bawaan([{"jenis": "ikpa", "isi": {"komponen": []}}])


# ------------------------------------------------------------------------------------------------------ validity
@pytest.mark.parametrize(
    ("tahun", "nama"),
    [
        (2020, None),
        (2021, "Nilai Kinerja Anggaran (SMART)"),
        (2023, "Nilai Kinerja Anggaran (SMART)"),
        (2024, "Nilai Kinerja Perencanaan Anggaran"),
    ],
)
def test_smart_changes_with_the_budget_year(s: Snapshot, tahun: int, nama: str | None) -> None:
    smart = aturan_tahun(s, tahun).smart
    assert (smart.nama if smart else None) == nama


def test_dispensation_is_a_component_until_2023_and_a_deduction_after(s: Snapshot) -> None:
    jenis = []
    for tahun in (2023, 2024):
        ikpa = aturan_tahun(s, tahun).ikpa
        assert ikpa is not None
        jenis.append(next((k.jenis, k.bobot) for k in ikpa.komponen if k.kode == "dispensasi"))
    assert jenis == [("biasa", Decimal(5)), ("pengurang", Decimal(0))]


def test_set_in_force_on_31_december_holds() -> None:
    s = dari_baris(
        [
            baris("pengukuran", {"batas": "100"}, id="a"),
            baris("pengukuran", {"batas": "110"}, "2023-12-31", id="b"),
            baris("pengukuran", {"batas": "120"}, "2024-07", id="c"),
        ]
    )
    assert [aturan_tahun(s, t).pengukuran.batas for t in (2022, 2023, 2024, 2025)] == [100, 110, 120, 120]
    assert aturan_tahun(s, 2023).baris["pengukuran"].id == "b"


# ------------------------------------------------------------------------------------------------ missing, broken
def test_missing_sets_fall_back_and_are_named() -> None:
    a = aturan_tahun(dari_baris([]), 2023)
    assert (a.pengukuran, a.cetak, a.smart) == (Pengukuran(), AturanCetak(), None)
    assert "Aturan pengukuran untuk tahun 2023 belum ada." in [m.teks for m in a.masalah]


@pytest.mark.parametrize(
    ("jenis", "isi", "teks"),
    [
        ("pengukuran", "{", "Aturan pengukuran: isinya tidak terbaca."),
        ("pengukuran", "[]", "Aturan pengukuran: isinya bukan daftar pasangan kunci dan nilai."),
        ("pengukuran", "[" * 100_000, "Aturan pengukuran: isinya tidak terbaca."),
        (
            "pengukuran",
            {"pembulatan": "P3"},
            "Aturan pengukuran: “pembulatan” berisi pilihan yang tidak dikenal: P3; dipakai nilai bawaan.",
        ),
        ("pengukuran", {"batas": "seratus"}, "Aturan pengukuran: “batas” bukan angka; dipakai nilai bawaan."),
        ("pengukuran", {"batas": "0"}, "Aturan pengukuran: “batas” harus lebih dari 0; capaian tidak dibatasi."),
        ("pengukuran", {"btas": "1"}, "Aturan pengukuran: kunci “btas” tidak dikenal."),
        ("pengukuran", {"desimal": 99}, "Aturan pengukuran: “desimal” paling banyak 6; dipakai 2."),
        ("pengukuran", {"desimal": True}, "Aturan pengukuran: “desimal” bukan bilangan bulat; dipakai nilai bawaan."),
        ("cetak", {"analisis": ["satu"]}, "Aturan cetak: “analisis” bukan bilangan bulat; dipakai nilai bawaan."),
        ("smart", {"komponen": []}, "Bobot SMART: belum ada komponen."),
        ("smart", {"komponen": [{"kode": "a", "bobot": "NaN"}]}, "Bobot SMART: “bobot a” bukan angka yang wajar."),
        ("ikpa", {"komponen": [{"kode": "a", "bobot": "90"}]}, "Bobot IKPA: jumlah bobot 90, bukan 100."),
        ("musim", {"mulai": [{"tabel": "x", "bulan": 40}]}, "Musim pemeriksaan: bulan untuk “x” harus 1 sampai 24."),
        ("entah", {}, "Aturan “entah”: jenis aturan “entah” tidak dikenal."),
    ],
)
def test_what_is_wrong_is_said_and_stops_nothing(jenis: str, isi: Any, teks: str) -> None:
    a = aturan_tahun(dari_baris([baris(jenis, isi)]), 2023)
    ada = [m.teks for m in a.masalah if m.baris_id == "x"]
    assert ada == ([teks] if jenis in JENIS_ATURAN else [])
    if jenis not in JENIS_ATURAN:
        assert urai(jenis, json.dumps(isi))[1] == (f"jenis aturan “{jenis}” tidak dikenal",)


def test_one_wrong_key_leaves_the_others() -> None:
    a = aturan_tahun(dari_baris([baris("pengukuran", {"batas": "x", "pembulatan": "P2"})]), 2023)
    assert (a.pengukuran.pembulatan, a.pengukuran.batas) == ("P2", None)


def test_half_a_table_of_weights_is_not_used() -> None:
    a = aturan_tahun(dari_baris([baris("smart", {"komponen": [{"kode": "a", "bobot": "50"}, {"kode": "a"}]})]), 2023)
    assert a.smart is None


def test_words_that_the_office_leaves_out_keep_their_default() -> None:
    a = aturan_tahun(dari_baris([baris("cetak", {"judul_kolom": {"capaian": "Kinerja"}})]), 2023)
    assert (a.cetak.judul_kolom["capaian"], a.cetak.judul_kolom["target"]) == ("Kinerja", "Target")


def test_unreadable_date_is_named() -> None:
    a = aturan_tahun(dari_baris([baris("pengukuran", {}, "31-12-2023")]), 2023)
    assert "tanggal berlakunya tidak terbaca" in a.masalah[0].teks


json_apa_pun = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(st.sampled_from(
        ["komponen", "kategori", "kode", "bobot", "kata", "mulai", "batas", "desimal", "kelompok", "butir", "bagian"]
    ), x, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.sampled_from(JENIS_ATURAN), json_apa_pun)
def test_no_json_whatever_raises(jenis: str, isi: object) -> None:
    nilai, masalah = urai(jenis, json.dumps(isi))
    assert nilai is not None or masalah


# ---------------------------------------------------------------------------------------------- small rule values
def test_category_bounds() -> None:
    t = TabelKategori((Kategori("A", Decimal(90)), Kategori("B", Decimal(80), True), Kategori("C")))
    assert [t.kata(Decimal(n)) for n in ("90.01", "90", "80", "79.99")] == ["A", "B", "B", "C"]
    assert t.kata(None) == TabelKategori().kata(Decimal(1)) == ""


@pytest.mark.parametrize(
    ("tabel", "kolom", "hari", "belum"),
    [
        ("indikator_tahun", "realisasi", "2023-11-30", True),
        ("indikator_tahun", "realisasi", "2023-12-01", False),
        ("indikator_tahun", "target", "2023-01-02", False),
        ("skor", "nilai_resmi", "2023-12-31", True),  # the scores come in January
        ("skor", "nilai_resmi", "2024-01-01", False),
        ("naskah", "isi", "2023-05-01", True),
        ("naskah", "isi", "", False),
        ("pk", "tanggal", "2023-01-01", False),
    ],
)
def test_season_of_problems(s: Snapshot, tabel: str, kolom: str, hari: str, belum: bool) -> None:
    assert aturan_tahun(s, 2023).musim.belum_waktunya(tabel, kolom, 2023, hari) is belum


def test_season_names_only_tables_and_columns_that_exist(s: Snapshot) -> None:
    from lkjip_desktop.core.schema import TABLES

    for m in aturan_tahun(s, 2023).musim.butir:
        assert m.tabel in TABLES
        assert not m.kolom or m.kolom in TABLES[m.tabel].by_name
