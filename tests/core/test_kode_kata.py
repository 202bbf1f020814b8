"""The spoken and typed form of a digest: worked example, way back, and tolerance for how people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_desktop.core.kode_kata import baca_kode, basis32, kata, kelompok
from lkjip_desktop.errors import Ditolak

# The address example of the proquint proposal: 127.0.0.1 is lusab-babad (arXiv:0901.4016).
CONTOH = "7f000001" + "00" * 28
SIDIK = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_kata_seperti_contoh_penemunya() -> None:
    assert kata(CONTOH, 2) == "lusab-babad"


def test_basis32_dari_bilangan_yang_mudah_dihitung() -> None:
    assert basis32("0000000000000000001f" + "00" * 22) == "0000-0000-0000-000Z"
    assert basis32("ffffffffffffffffffff" + "00" * 22) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"


@given(SIDIK)
def test_keduanya_kembali_menjadi_delapan_puluh_bit_pertama(sidik: str) -> None:
    for teks in (kata(sidik), basis32(sidik), kelompok(sidik), f"LKJIP1|401234|2026|{sidik}"):
        kode = baca_kode(teks)
        assert kode.cocok(sidik)
        assert len(kode.awal) >= 20


@given(SIDIK, st.sampled_from([" ", "-", "", ". ", "\n", "  –  "]), st.booleans())
def test_pemisah_dan_huruf_besar_tidak_penting(sidik: str, pemisah: str, besar: bool) -> None:
    for tampil in (kata(sidik), basis32(sidik)):
        teks = tampil.replace("-", pemisah)
        assert baca_kode(teks.upper() if besar else teks.lower()).awal == sidik[:20]


def test_tiga_kata_di_kaki_laporan_cukup_untuk_membandingkan() -> None:
    kode = baca_kode(kata(CONTOH, 3))
    assert kode.awal == CONTOH[:12]
    assert kode.cocok(CONTOH)
    assert not kode.cocok("00" * 32)


def test_huruf_yang_mirip_angka_dibaca_sebagai_angka() -> None:
    assert baca_kode("OOOO-IIII-LLLL-0000").awal == baca_kode("0000-1111-1111-0000").awal


@given(SIDIK, st.data())
def test_satu_kata_lain_tidak_pernah_cocok(sidik: str, data: st.DataObject) -> None:
    k = kata(sidik).split("-")
    n = data.draw(st.integers(0, 4))
    lain = data.draw(st.integers(0, 0xFFFF).map(lambda v: kata(f"{v:04x}", 1)).filter(lambda w: w != k[n]))
    k[n] = lain
    assert not baca_kode(" ".join(k)).cocok(sidik)


@pytest.mark.parametrize(
    ("teks", "sebut"),
    [
        ("", "kosong"),
        ("jipin-fuvok-bugap-kaduh-hoteg", "hoteg"),
        ("jip1n-fuvok-bugap-kaduh-hotig", "jip1n"),
        ("jipin fuvok bugap kaduh hotigg", "hotigg"),
        ("ATCJ-Z9GC-S9G7-8JT*", "*"),
        ("ABC", "3 huruf"),
        ("LKJIP1|401234|2026|abc", "QR"),
    ],
)
def test_kode_yang_tidak_terbaca_disebut(teks: str, sebut: str) -> None:
    with pytest.raises(Ditolak, match=sebut.replace("*", r"\*")):
        baca_kode(teks)


@given(st.text(max_size=80))
def test_teks_apa_pun_terbaca_atau_ditolak_dengan_kalimat(teks: str) -> None:
    try:
        awal = baca_kode(teks).awal
    except Ditolak:
        return
    assert len(awal) in (12, 20, 64)
