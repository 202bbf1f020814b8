"""PDF read back through one lock: pictures of pages, text, outline, and a sentence for what is no PDF."""

from __future__ import annotations

import io
import threading

import pytest
from PIL import Image

from lkjip_desktop.errors import LkjipError
from lkjip_desktop.report.blocks import Heading, Para, runs
from lkjip_desktop.report.pdfium import (
    daftar_isi,
    halaman_png,
    halaman_rgb,
    jumlah_halaman,
    lepas,
    teks,
    teks_halaman,
    ukuran_halaman,
)
from tests.report.pdf.bantu import KALIMAT, cetak


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return cetak(Heading(0, "SATU", "a", label="BAB"), Para(runs("isi satu")), Heading(0, "DUA", "b", label="BAB")).isi


def test_gambar_halaman(pdf: bytes) -> None:
    w, h, rgb = halaman_rgb(pdf, 0, 2.0)
    lebar, tinggi = ukuran_halaman(pdf, 0)
    assert abs(w - lebar * 2) < 2
    assert abs(h - tinggi * 2) < 2
    assert len(rgb) == w * h * 3
    assert rgb[:3] == b"\xff\xff\xff"
    png_w, png_h, png = halaman_png(pdf, 0, 2.0)
    assert (png_w, png_h) == (w, h)
    assert Image.open(io.BytesIO(png)).convert("RGB").tobytes() == rgb


def test_teks_dan_kerangka(pdf: bytes) -> None:
    assert jumlah_halaman(pdf) == 2
    assert "isi satu" in teks(pdf)
    assert "DUA" in teks_halaman(pdf)[1]
    assert daftar_isi(pdf) == ((0, "BAB I SATU", 0), (0, "BAB II DUA", 1))


def test_tanda_hubung_di_ujung_baris_kembali() -> None:
    hasil = teks(cetak(Para(runs(("undang-undang " * 30).strip()))).isi)
    assert "".join(hasil.split()) == "undang-undang" * 30


def test_bukan_pdf_ditolak_dengan_kalimat() -> None:
    with pytest.raises(LkjipError, match="tidak dapat dibaca"):
        jumlah_halaman(b"bukan pdf")
    with pytest.raises(LkjipError):
        halaman_rgb(cetak(Para(runs("x"))).isi, 7, 1.0)


def test_banyak_utas_bergantian(pdf: bytes) -> None:
    lain = cetak(Para(runs(KALIMAT))).isi
    harap = {id(p): halaman_rgb(p, 0, 0.5) for p in (pdf, lain)}
    sama: list[bool] = []

    def baca(p: bytes) -> None:
        sama.append(all(halaman_rgb(p, 0, 0.5) == harap[id(p)] for _ in range(10)))

    utas = [threading.Thread(target=baca, args=(p,)) for p in (pdf, lain, pdf, lain)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert sama == [True] * 4
    lepas()
    assert jumlah_halaman(pdf) == 2
