"""The seal: it comes back as written, and anything else is no seal."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.segel import Segel, baca_segel, kaki, nama_kiriman

SEGEL = Segel(
    kode_satker="401234",
    nama_satker="Bapas “Uji”",
    tahun=2026,
    revisi=42,
    waktu="2026-11-24T08:15:03+07:00",
    sidik="7f000001" + "ab" * 28,
    sebelum="cd" * 32,
    aplikasi="1.0",
    skema=1,
    baris={"pk": 2, "indikator": 12},
    berkas=3,
)


def test_kembali_seperti_ditulis() -> None:
    assert baca_segel(SEGEL.teks()) == SEGEL


def test_nama_muat_di_fat32_dan_terbaca_orang() -> None:
    nama = nama_kiriman(SEGEL)
    assert nama == "LKJIP_401234_2026_20261124-0815_r0042_lusab.lkjip"
    aneh = dataclasses.replace(SEGEL, kode_satker="a/b:c*?\\CON.")
    assert not set(nama_kiriman(aneh)) & set('/\\:*?"<>|')
    assert nama_kiriman(dataclasses.replace(SEGEL, kode_satker="")).startswith("LKJIP_satker_")


@given(st.text(max_size=400), st.integers(0, 2100), st.integers(0, 10**9))
def test_nama_kiriman_selalu_pendek_dan_ascii(kode: str, tahun: int, revisi: int) -> None:
    nama = nama_kiriman(dataclasses.replace(SEGEL, kode_satker=kode, tahun=tahun, revisi=revisi))
    assert nama.isascii()
    assert len(nama) < 80
    assert not set(nama) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.")


def test_kaki_naskah() -> None:
    assert kaki(42, SEGEL.sidik) == "Data r0042 · lusab-babad-povor"


@given(st.data())
def test_satu_huruf_yang_berubah_ketahuan(data: st.DataObject) -> None:
    teks = SEGEL.teks()
    n = data.draw(st.integers(0, len(teks) - 1))
    huruf = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda c: c != teks[n]))
    assert baca_segel(teks[:n] + huruf + teks[n + 1 :]) is None


@pytest.mark.parametrize(
    ("kolom", "nilai"),
    [
        ("tahun", "2026"),
        ("tahun", True),
        ("tahun", -1),
        ("revisi", 1.5),
        ("sidik", "zz" * 32),
        ("sebelum", "abc"),
        ("baris", []),
        ("baris", {"pk": "2"}),
        ("nama_satker", None),
        ("nama_satker", "x" * 1001),
        ("asing", 1),
    ],
)
def test_isi_yang_tidak_mungkin_ditolak_walau_capnya_cocok(kolom: str, nilai: object) -> None:
    """A forger can make the stamp; the types and forms still have to be right."""
    import hashlib

    isi = {k: v for k, v in json.loads(SEGEL.teks()).items() if k != "cap"} | {kolom: nilai}
    rapat = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    isi["cap"] = hashlib.sha256(rapat.encode()).hexdigest()
    assert baca_segel(json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))) is None
