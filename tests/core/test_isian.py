"""What is typed into a column is understood as the column's kind, or refused with a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.isian import baca_isian, cetak_isian, judul_rujukan, teks_isian
from lkjip_desktop.core.periksa_nilai import rapikan, sama
from lkjip_desktop.core.schema import TABLES, Column, Kind
from lkjip_desktop.core.snapshot import dari_baris
from lkjip_desktop.core.tables import Sasaran, SasaranTahun


def _kolom(tabel: str, nama: str) -> Any:
    return TABLES[tabel].by_name[nama]


@pytest.mark.parametrize(
    ("tabel", "kolom", "teks", "nilai"),
    [
        ("indikator_tahun", "target", "60%", Decimal(60)),
        ("indikator_tahun", "pembilang", "1.234,50", Decimal("1234.50")),
        ("anggaran_belanja", "pagu", "Rp 564.845.000,-", 564845000),
        ("laporan", "tahun", "2023", 2023),
        ("laporan", "tanggal", "Januari 2024", "2024-01"),
        ("indikator_tahun", "polaritas", "makin rendah makin baik", "turun"),
        ("indikator_tahun", "polaritas", "turun", "turun"),
        ("pejabat", "jenis", "plt.", "plt"),
        ("naskah", "tampil", "Ya", True),
        ("identitas", "nama", " Balai\nPemasyarakatan ", "Balai Pemasyarakatan"),
        ("identitas", "kop", "A\r\nB\n", "A\nB"),
        ("indikator_tahun", "target", " ", None),
    ],
)
def test_dipahami(tabel: str, kolom: str, teks: str, nilai: object) -> None:
    isian = baca_isian(_kolom(tabel, kolom), teks)
    assert isian.galat == ""
    assert isian.nilai == nilai


@pytest.mark.parametrize(
    ("tabel", "kolom", "teks", "kata"),
    [
        ("indikator_tahun", "target", "1.500", "dua hal"),
        ("laporan", "tahun", "23", "empat angka"),
        ("renstra", "tahun_akhir", "2200", "empat angka"),
        ("ilustrasi", "lebar_mm", "900", "paling besar 250"),
        ("indikator_tahun", "polaritas", "samping", "bukan salah satu pilihan"),
        ("identitas", "nama", "x" * 501, "paling panjang 500"),
        ("naskah", "tampil", "barangkali", "ya atau tidak"),
    ],
)
def test_ditolak_dengan_kalimat(tabel: str, kolom: str, teks: str, kata: str) -> None:
    assert kata in baca_isian(_kolom(tabel, kolom), teks).galat


def test_angka_rancu_menawarkan_dua_bacaan() -> None:
    isian = baca_isian(_kolom("indikator_tahun", "target"), "1.500")
    bacaan = [baca_isian(_kolom("indikator_tahun", "target"), teks).nilai for _, teks in isian.pilihan]
    assert bacaan == [Decimal(1500), Decimal("1.5")]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_angka_kembali_sama(d: Decimal) -> None:
    kolom = _kolom("indikator_tahun", "target")
    assert baca_isian(kolom, teks_isian(kolom, d)).nilai == d


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_uang_kembali_sama(n: int) -> None:
    kolom = _kolom("anggaran_belanja", "pagu")
    assert baca_isian(kolom, teks_isian(kolom, n)).nilai == n
    assert baca_isian(kolom, cetak_isian(kolom, n)).nilai == n


def test_rujukan_disebut_menurut_tahun_dan_ditemukan_dari_kodenya() -> None:
    s = dari_baris(
        (
            Sasaran(id="a"),
            SasaranTahun(id="b", sasaran_id="a", tahun=2022, urut=1, kode="SK1", nama="Lama"),
            SasaranTahun(id="c", sasaran_id="a", tahun=2023, urut=1, kode="SK1", nama="Baru"),
        )
    )
    assert judul_rujukan(s, "sasaran", "a", 2022) == "SK1 Lama"
    assert judul_rujukan(s, "sasaran", "a") == "SK1 Baru"
    kolom = _kolom("indikator", "sasaran_id")
    for tulisan in ("sk1", "baru", " Baru ", "SK1 Baru", "SK1  baru"):
        assert baca_isian(kolom, tulisan, s, 2023).nilai == "a", tulisan
    assert "tidak ditemukan" in baca_isian(kolom, "SK9", s, 2023).galat


#: Kinds that are typed as one text; the others are chosen, or written in an editor of their own.
_DIKETIK = [
    k
    for t in TABLES.values()
    for k in t.columns
    if k.kind not in (Kind.RUJUK, Kind.NASKAH, Kind.DATA, Kind.BERKAS) and k.name != "urut"
]
_KETIKAN = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="0123456789.,-% Rp:/", max_size=24),
    st.from_regex(r"-?[0-9]{1,45}(?:[.,][0-9]{1,6})?", fullmatch=True),
    st.sampled_from(["2199", "2200", "31-12-2023", "Januari 2024", "0\t0"]),
)


@given(st.sampled_from(_DIKETIK), _KETIKAN)
def test_yang_dipahami_disimpan_apa_adanya_dan_terbaca_kembali(kolom: Column, teks: str) -> None:
    """What a form understands the command takes without changing it, and a form shows it as a text that reads back."""
    isian = baca_isian(kolom, teks)
    if isian.galat:
        return
    nilai, galat = rapikan(kolom, isian.nilai)
    if isian.nilai is None and kolom.default is not None:  # a column that always has a number takes its first one
        assert (nilai, galat) == (kolom.default, "")
        return
    assert galat == ""
    assert sama(nilai, isian.nilai)
    kembali = baca_isian(kolom, teks_isian(kolom, isian.nilai))
    assert (kembali.galat, sama(kembali.nilai, isian.nilai)) == ("", True)


@pytest.mark.parametrize("teks", ["692.421", "692 421", " 692-421 ", "SP DIPA-013.05.2.692421/2023"])
def test_kode_satker_dibaca_dari_cara_tulis_biasa(teks: str) -> None:
    isian = baca_isian(_kolom("identitas", "kode_satker"), teks)
    assert (isian.nilai, isian.galat) == ("692421", "")
    assert "dibaca 692421" in isian.dibaca


@pytest.mark.parametrize("teks", ["692421", "69242", "692421 dan 409251", "tidak ada", ""])
def test_kode_satker_lain_tetap_seperti_ditulis(teks: str) -> None:
    isian = baca_isian(_kolom("identitas", "kode_satker"), teks)
    assert (isian.nilai, isian.dibaca) == (teks, "")


@pytest.mark.parametrize(
    ("tabel", "kolom", "teks", "tawaran"),
    [
        ("anggaran_belanja", "pagu", "1,5 juta", ["1.500.000"]),
        ("anggaran_belanja", "pagu", "Rp 2 miliar", ["2.000.000.000"]),
        ("anggaran_belanja", "pagu", "1.500 juta", ["1.500.000.000", "1.500.000"]),
        ("anggaran_belanja", "pagu", "3 M", []),  # no word, no offer
        ("laporan", "tanggal", "4-11-26", ["4 November 2026"]),
        ("laporan", "tanggal", "4/11", ["4 November 2025", "4 November 2026", "April 2011"]),
        ("laporan", "tanggal", "Nov", ["November 2025", "November 2026"]),
        ("laporan", "tanggal", "04112026", ["4 November 2026"]),
        ("laporan", "tanggal", "11/14/2026", ["14 November 2026"]),
        ("laporan", "tanggal", "31 Feb 26", []),
    ],
)
def test_yang_ditolak_menawarkan_bacaannya(tabel: str, kolom: str, teks: str, tawaran: list[str]) -> None:
    isian = baca_isian(_kolom(tabel, kolom), teks, None, 2025)
    assert isian.galat
    assert [kata for kata, _ in isian.pilihan] == tawaran
    for _, pilih in isian.pilihan:  # what is offered is understood
        assert not baca_isian(_kolom(tabel, kolom), pilih, None, 2025).galat
