"""One check for every way in: what a value of a column may be."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lkjip_desktop.core.periksa_nilai import periksa_baris, periksa_id, periksa_nilai
from lkjip_desktop.core.schema import TABLES, Kind
from lkjip_desktop.core.tables import IndikatorTahun, Pejabat

ID = "3f2b8c1e-52a7-4d2c-9a53-1f0b7c1e2d34"


def _galat(tabel: str, kolom: str, nilai: Any) -> str:
    return periksa_nilai(TABLES[tabel].by_name[kolom], nilai)


def test_every_default_of_every_table_is_allowed() -> None:
    for t in TABLES.values():
        assert periksa_baris(t.row(id=ID)) == ()


@pytest.mark.parametrize(
    ("tabel", "kolom", "nilai"),
    [
        ("indikator_tahun", "target", Decimal("60.00")),
        ("indikator_tahun", "target", None),
        ("anggaran_belanja", "pagu", 3_733_357_000),
        ("pk", "tanggal", "2023-01"),
        ("surat", "yth", "Kepala Kantor Wilayah\nKementerian Hukum dan HAM"),
        ("naskah", "isi", '[{"i":[{"s":"Teks"}],"t":"p"}]'),
        ("aturan", "isi", '{"a":1}'),
        ("gambar", "berkas", "0" * 64),
    ],
)
def test_values_that_are_allowed(tabel: str, kolom: str, nilai: Any) -> None:
    assert _galat(tabel, kolom, nilai) == ""


@pytest.mark.parametrize(
    ("tabel", "kolom", "nilai", "kata"),
    [
        ("indikator_tahun", "target", 60, "harus angka"),
        ("indikator_tahun", "target", 49.26, "harus angka"),
        ("indikator_tahun", "target", Decimal("NaN"), "bukan angka"),
        ("indikator_tahun", "target", Decimal("1E+999999"), "terlalu panjang"),
        ("anggaran_belanja", "pagu", True, "rupiah bulat"),
        ("anggaran_belanja", "pagu", 10**18, "paling banyak"),
        ("laporan", "tahun", 1700, "di luar"),
        ("indikator_periode", "periode", 13, "paling besar 12"),
        ("pk", "tanggal", "2023-02-30", "30 Februari 2023 tidak ada"),
        ("pk", "tanggal", "31-12-2023", "berbentuk"),
        ("pk", "status", "ditandatangani", "bukan pilihan"),
        ("pejabat", "nama", "Dua\nbaris", "satu baris"),
        ("pejabat", "nama", "a" * 501, "paling panjang 500"),
        ("pejabat", "nama", "bunyi\x07", "tidak dapat disimpan"),
        ("pejabat", "nama", None, "harus berupa teks"),
        ("identitas", "logo_id", "LOGO", "UUID"),
        ("naskah", "isi", '[{"t":"p"}]', "naskah"),
        ("naskah", "isi", '[{"t": "p", "i": []}]', "bentuk baku"),
        ("naskah", "isi", "[" * 100_000, "naskah"),
        ("aturan", "isi", "{", "JSON"),
        ("gambar", "berkas", "ABC", "SHA-256"),
    ],
)
def test_values_that_are_refused_with_a_reason(tabel: str, kolom: str, nilai: Any, kata: str) -> None:
    assert kata in _galat(tabel, kolom, nilai)


def test_a_row_is_refused_by_its_columns_and_its_id() -> None:
    row = replace(IndikatorTahun(id=ID, tahun=1700), satuan="a\nb")
    assert [k for k, _ in periksa_baris(row)] == ["tahun", "satuan"]
    assert periksa_baris(Pejabat(id="satu"))[0][0] == "id"
    assert periksa_id(ID.upper()) != ""


def test_kinds_are_all_known() -> None:
    """A new kind must be decided here: an empty value of it is allowed, a foreign type is not."""
    for kind in Kind:
        kolom = next(c for t in TABLES.values() for c in t.columns if c.kind is kind)
        assert periksa_nilai(kolom, object()) != ""
