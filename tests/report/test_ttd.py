"""Signature fields over the right blocks, a test signature made offline, and the verdict on both."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from lkjip_desktop.errors import BelumTersedia, Ditolak
from lkjip_desktop.report import ttd
from lkjip_desktop.report.blocks import Document, NewPage, Para, Signatures, Signer, runs
from lkjip_desktop.report.pdf.render import RuangTtd, render
from lkjip_desktop.report.pdfium import teks_halaman
from tests.report.pdf.bantu import tanpa_berkas

PERTAMA, KEDUA = "TTD_Pihak_Pertama", "TTD_Pihak_Kedua"


@cache
def naskah() -> tuple[bytes, dict[str, RuangTtd]]:
    """A paper with the same two blocks on its first and third page."""

    def blok(tempat: str) -> Signatures:
        dua = (("Pihak Kedua,", f"p2{tempat}"), ("Pihak Pertama,", f"p1{tempat}"))
        return Signatures("Lahat, 3 Januari 2022", tuple(Signer((s,), "Nama", kunci=k) for s, k in dua))

    isi = (Para(runs("Satu")), blok(""), NewPage(), Para(runs("Dua")), NewPage(), blok(".lampiran"))
    ruang: dict[str, RuangTtd] = {}
    return render(Document(isi, "PK", "Satker"), tanpa_berkas, ruang_ttd=ruang).isi, ruang


@cache
def p12(sandi: bytes = b"rahasia") -> bytes:
    """A self-signed certificate of one day."""
    kunci = ec.generate_private_key(ec.SECP256R1())
    nama = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Perimansyah")])
    kini = datetime.now(UTC)
    pakai = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    cert = (
        x509.CertificateBuilder()
        .subject_name(nama)
        .issuer_name(nama)
        .public_key(kunci.public_key())
        .serial_number(7)
        .not_valid_before(kini - timedelta(hours=1))
        .not_valid_after(kini + timedelta(days=1))
        .add_extension(pakai, critical=True)
        .sign(kunci, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(b"uji", kunci, cert, None, BestAvailableEncryption(sandi))


@pytest.fixture(autouse=True)
def tanpa_jaringan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may go on the line."""

    def tolak(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", tolak)
    monkeypatch.setattr(socket, "getaddrinfo", tolak)


def bermedan() -> bytes:
    isi, ruang = naskah()
    return ttd.beri_medan(isi, ruang)


def test_fields_are_appended_empty_and_visible_over_their_blocks() -> None:
    isi, ruang = naskah()
    hasil = ttd.beri_medan(isi, ruang)
    assert hasil.startswith(isi), "the printed bytes stay as they are"
    pertama, kedua = ttd.periksa(hasil)
    assert (pertama.nama, kedua.nama) == (PERTAMA, KEDUA)
    for m, r in ((pertama, ruang["p1"]), (kedua, ruang["p2"])):
        assert (m.halaman, m.terisi) == (0, False)
        x0, y0, x1, y1 = m.kotak
        assert r.x0 <= x0 < x1 <= r.x1
        assert r.y0 <= y0 < y1 <= r.y1
        assert x1 - x0 > 100
        assert y1 - y0 > 30
        assert "siap ditandatangani" in m.putusan
    assert kedua.kotak[2] < pertama.kotak[0], "Pihak Kedua left"
    assert teks_halaman(hasil) == teks_halaman(isi)


def test_the_same_paper_gets_the_same_bytes() -> None:
    isi, ruang = naskah()
    assert ttd.beri_medan(isi, ruang) == ttd.beri_medan(isi, ruang)


def test_only_the_lampiran_has_its_fields_there() -> None:
    isi, ruang = naskah()
    hasil = ttd.beri_medan(isi, {k: r for k, r in ruang.items() if k.endswith(".lampiran")})
    assert [m.halaman for m in ttd.periksa(hasil)] == [2, 2]
    with pytest.raises(Ditolak, match="tidak mempunyai tempat tanda tangan"):
        ttd.beri_medan(isi, {})


def test_a_signature_is_valid_and_any_later_change_is_seen() -> None:
    tertanda = ttd.tanda_tangani(bermedan(), PERTAMA, p12(), "rahasia", alasan="Menyetujui", tempat="Lahat")
    pertama, kedua = ttd.periksa(tertanda)
    assert (pertama.terisi, pertama.utuh, pertama.seluruh, pertama.penanda) == (True, True, True, "Perimansyah")
    assert not kedua.terisi
    rusak = bytearray(tertanda)
    rusak[tertanda.index(b"/Producer") + 12] ^= 1
    pertama, _ = ttd.periksa(bytes(rusak))
    assert (pertama.terisi, pertama.utuh) == (True, False)
    assert "TIDAK sah" in pertama.putusan


def test_both_parties_sign_one_after_the_other() -> None:
    dua = bermedan()
    for medan in (KEDUA, PERTAMA):
        dua = ttd.tanda_tangani(dua, medan, p12(), "rahasia")
    assert all(m.utuh for m in ttd.periksa(dua))


@pytest.mark.parametrize(
    ("medan", "sertifikat", "sandi", "kata"),
    [
        (PERTAMA, None, "salah", "tidak dapat dibuka"),
        (PERTAMA, b"bukan p12", "rahasia", "tidak dapat dibuka"),
        ("TTD_Lain", None, "rahasia", f"Yang kosong: {PERTAMA}, {KEDUA}"),
    ],
)
def test_what_does_not_do_is_refused(medan: str, sertifikat: bytes | None, sandi: str, kata: str) -> None:
    with pytest.raises(Ditolak, match=kata):
        ttd.tanda_tangani(bermedan(), medan, p12() if sertifikat is None else sertifikat, sandi)


def test_a_field_is_signed_once() -> None:
    satu = ttd.tanda_tangani(bermedan(), PERTAMA, p12(), "rahasia")
    with pytest.raises(Ditolak, match="sudah terisi"):
        ttd.tanda_tangani(satu, PERTAMA, p12(), "rahasia")


def test_a_print_without_fields_and_what_is_no_pdf() -> None:
    assert ttd.periksa(naskah()[0]) == ()
    with pytest.raises(Ditolak, match="bukan PDF"):
        ttd.periksa(b"halo")


def test_without_the_library_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ttd, "tersedia", lambda: False)
    with pytest.raises(BelumTersedia, match="pyHanko"):
        ttd.periksa(naskah()[0])
