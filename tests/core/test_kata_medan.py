"""Merge fields: the fixed list, what each resolves to on the example, and what it says when there is nothing."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.kata import MEDAN
from lkjip_desktop.core.schema import TABLES
from tests.report.sections.contoh import hasil_lahat, ind, lahat, tanpa


@pytest.mark.parametrize(
    ("nama", "teks"),
    [
        ("nama_satker", "Balai Pemasyarakatan Kelas II Lahat"),
        ("singkatan_satker", "Bapas Kelas II Lahat"),
        ("tahun", "2023"),
        ("tahun_lalu", "2022"),
        ("rata_rata", "100,38%"),
        ("pagu", "Rp3.733.357.000"),
        ("realisasi_anggaran", "Rp3.695.296.033"),
        ("persen_anggaran", "98,98%"),
        ("anggaran_pk", "Rp3.227.338.000"),
        ("kepala", "Perimansyah, S.Sos."),
        ("nip_kepala", "19681106 199203 1 002"),
        ("jumlah_indikator", "12 (dua belas)"),
        ("jumlah_meleset", "1 (satu)"),
        ("nilai_smart", "90,21"),
        ("nilai_gabungan", "93,33"),
        ("periode_renstra", "2020-2024"),
    ],
)
def test_fields_of_satker_and_year(nama: str, teks: str) -> None:
    assert MEDAN[nama].isi(lahat(), hasil_lahat()) == teks


@pytest.mark.parametrize(
    ("nama", "teks"),
    [
        ("capaian", "82,09%"),
        ("target", "60%"),
        ("realisasi", "49,26%"),
        ("pembilang", "629"),
        ("penyebut", "1.277"),
        ("realisasi_lalu", "50%"),
        ("kode", "SK1.IKK1"),
        ("satuan", "%"),
        ("status", "belum mencapai target"),
    ],
)
def test_fields_of_an_indicator_by_identity_and_by_row(nama: str, teks: str) -> None:
    s, h = lahat(), hasil_lahat()
    baris = ind(s, "SK1.IKK1")
    assert MEDAN[nama].isi(s, h, baris.indikator_id) == teks
    assert MEDAN[nama].isi(s, h, baris.id) == teks
    assert MEDAN[nama].butuh == "indikator"


def test_a_sasaran_is_found_by_its_indicator_too() -> None:
    s, h = lahat(), hasil_lahat()
    assert MEDAN["capaian_sasaran"].isi(s, h, ind(s, "SK1.IKK1").id) == "101,50%"
    assert MEDAN["persen_sasaran"].isi(s, h, h.kegiatan()[0].id) == "99,97%"


def test_a_field_without_its_row_is_empty() -> None:
    assert MEDAN["capaian"].isi(lahat(), hasil_lahat(), "tidak-ada") == ""
    assert MEDAN["capaian"].isi(lahat(), hasil_lahat()) == ""


def test_a_field_without_data_is_empty() -> None:
    s = tanpa(lahat(), "pejabat")
    assert MEDAN["kepala"].isi(s, hasil_lahat(s)) == ""


def test_every_field_has_a_label_and_never_fails() -> None:
    s, h = lahat(), hasil_lahat()
    baris = ind(s, "SK1.IKK1").indikator_id
    for nama, m in MEDAN.items():
        assert m.nama == nama
        assert m.label
        assert m.kelompok
        p = m.potong(s, h, baris)
        if p.tabel:
            assert p.tabel in TABLES
            assert not p.kolom or p.kolom in TABLES[p.tabel].by_name, nama
            assert s.row(p.tabel, p.kunci) is not None, nama
