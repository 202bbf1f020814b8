"""Prepared picture streams are remembered and kept between runs, and nothing but speed hangs on them."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from PIL import Image

from lkjip_desktop.gambar import Cetakan
from lkjip_desktop.report.blocks import Document, Figure, Picture
from lkjip_desktop.report.pdf import print_cache
from lkjip_desktop.report.pdf.print_cache import ambil, lupakan
from lkjip_desktop.report.pdf.render import render

SIDIK = "a" * 64
ISI = Cetakan(2, 1, "DeviceRGB", "FlateDecode", b"isi")


@pytest.fixture(autouse=True)
def _kosong() -> None:
    lupakan()


def gagal() -> Cetakan:
    raise AssertionError("made again")


def test_diingat_di_dalam_proses() -> None:
    assert ambil((SIDIK, 10, -1), None, lambda: ISI) is ISI
    assert ambil((SIDIK, 10, -1), None, gagal) is ISI
    with pytest.raises(AssertionError, match="made again"):
        ambil((SIDIK, 11, -1), None, gagal)


def test_disimpan_antarproses(tmp_path: Path) -> None:
    folder = tmp_path / "baru"
    ambil((SIDIK, 10, 3), folder, lambda: ISI)
    lupakan()
    assert ambil((SIDIK, 10, 3), folder, gagal) == ISI
    assert [f.name for f in folder.iterdir()] == [f"{SIDIK}-10-3.cetak"]


@pytest.mark.parametrize("rusak", [b"", b"LKC1", b"x" * 40])
def test_berkas_rusak_dibuat_ulang(tmp_path: Path, rusak: bytes) -> None:
    berkas = tmp_path / f"{SIDIK}-10--1.cetak"
    berkas.write_bytes(rusak)
    assert ambil((SIDIK, 10, -1), tmp_path, lambda: ISI) == ISI
    lupakan()
    assert ambil((SIDIK, 10, -1), tmp_path, gagal) == ISI


def test_isi_yang_berubah_ketahuan(tmp_path: Path) -> None:
    ambil((SIDIK, 10, -1), tmp_path, lambda: ISI)
    berkas = tmp_path / f"{SIDIK}-10--1.cetak"
    data = bytearray(berkas.read_bytes())
    data[-1] ^= 1
    berkas.write_bytes(data)
    lupakan()
    with pytest.raises(AssertionError, match="made again"):
        ambil((SIDIK, 10, -1), tmp_path, gagal)


def test_nama_yang_bukan_sidik_tidak_menjadi_berkas(tmp_path: Path) -> None:
    ambil(("../../etc/passwd", 10, -1), tmp_path, lambda: ISI)
    assert list(tmp_path.iterdir()) == []


def test_folder_yang_tidak_dapat_ditulis_tidak_menggagalkan(tmp_path: Path) -> None:
    berkas = tmp_path / "berkas"
    berkas.write_text("bukan folder")
    assert ambil((SIDIK, 10, -1), berkas, lambda: ISI) == ISI


def test_yang_tertua_dibuang_bila_terlalu_besar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_cache, "_BATAS_FOLDER", 60)
    for i in range(5):
        ambil((SIDIK, i, -1), tmp_path, lambda: ISI)
    assert sum(f.stat().st_size for f in tmp_path.iterdir()) <= 60


def test_bita_sama_dengan_atau_tanpa_simpanan(tmp_path: Path) -> None:
    aliran = io.BytesIO()
    Image.linear_gradient("L").resize((900, 700)).convert("RGB").save(aliran, "JPEG")
    kunci = hashlib.sha256(aliran.getvalue()).hexdigest()
    dok = Document((Figure((Picture(kunci, lebar_mm=60),), None),), "j", "p")
    polos = render(dok, lambda _: aliran.getvalue())
    lupakan()
    satu = render(dok, lambda _: aliran.getvalue(), simpanan=tmp_path)
    lupakan()
    dua = render(dok, lambda _: aliran.getvalue(), simpanan=tmp_path)
    assert polos.isi == satu.isi == dua.isi
    assert len(list(tmp_path.iterdir())) == 1
