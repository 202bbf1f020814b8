"""NIP: any usual form in, four groups out."""

from __future__ import annotations

import pytest

from lkjip_desktop.core.nip import baca_nip, nip_cetak


@pytest.mark.parametrize(
    "text",
    [
        "196811061992031002",  # seed, line 401
        "19681106 199203 1 002",
        "NIP. 19681106 199203 1 002",  # seed, line 64
        "Nip. 19681106 199203 1 002",  # seed, line 42
        "NIP.19681106 199203 1 002",  # seed, line 1338
        "NIP196811061992031002",
        "19681106\u00a0199203\u00a01\u00a0002",
    ],
)
def test_forms_of_the_seed(text: str) -> None:
    assert baca_nip(text) == ("196811061992031002", "")


def test_printed_in_groups_and_read_back() -> None:
    assert nip_cetak("196811061992031002") == "19681106 199203 1 002"
    assert baca_nip(nip_cetak("196811061992031002")) == ("196811061992031002", "")


@pytest.mark.parametrize("lain", ["", "75060123", "19681106199203100X"])
def test_another_number_prints_as_it_is(lain: str) -> None:
    assert nip_cetak(lain) == lain


def test_pppk() -> None:
    assert baca_nip("NI PPPK: 19900101 202121 1 001") == ("199001012021211001", "")


@pytest.mark.parametrize("kosong", ["", "  ", "-"])
def test_empty(kosong: str) -> None:
    assert baca_nip(kosong) == ("", "")


@pytest.mark.parametrize(
    ("text", "alasan"),
    [
        ("19681106 199203 1 02", "18 angka; yang ditulis 17"),
        ("19681306 199203 1 002", "tanggal lahir"),
        ("19681106 199213 1 002", "pengangkatan"),
        ("19681106 199203 3 002", "1 (pria) atau 2 (wanita)"),
        ("19681106 199203 1 00O", "hanya berisi angka"),
        ("NIP", "hanya berisi angka"),
    ],
)
def test_refused(text: str, alasan: str) -> None:
    nip, galat = baca_nip(text)
    assert nip == ""
    assert alasan in galat
