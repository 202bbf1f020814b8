"""Charts of the report as pictures for the screen: the colours asked for, drawn once, nothing for an empty year."""

from __future__ import annotations

from collections import Counter

import pytest

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.tables import AnggaranBelanja
from lkjip_desktop.errors import Ditolak
from lkjip_desktop.workspace import Workspace

GELAP = {
    "latar": "#1f252d",
    "teks": "#e7ebf1",
    "redup": "#a9b4c2",
    "kisi": "#323b47",
    "realisasi": "#86b8f0",
    "lalu": "#6f7d8e",
}


def _warna(rgb: bytes) -> Counter[str]:
    return Counter(f"#{rgb[i : i + 3].hex()}" for i in range(0, len(rgb), 3))


@pytest.mark.parametrize("nama", ["capaian", "belanja"])
@pytest.mark.parametrize("lebar", [220.0, 460.0])
def test_bagan_memakai_warna_tema(nama: str, lebar: float) -> None:
    with Workspace.contoh_memori() as w:
        raster = w.gambar_bagan(w.snapshot, nama, 2023, lebar, 2.0, GELAP)
        assert raster is not None
        lebar_px, tinggi_px, rgb = raster
        assert lebar_px == round(lebar * 2)
        assert len(rgb) == lebar_px * tinggi_px * 3
        warna = _warna(rgb)
        assert warna.most_common(1)[0][0] == GELAP["latar"]
        assert warna[GELAP["realisasi"]] > 200
        assert warna[GELAP["lalu"]] > 200
        assert warna["#ffffff"] == 0  # nothing of the paper is left


def test_bagan_yang_sama_digambar_sekali_saja() -> None:
    with Workspace.contoh_memori() as w:
        pertama = w.gambar_bagan(w.snapshot, "belanja", 2023, 300, 1.5, GELAP)
        assert w.gambar_bagan(w.snapshot, "belanja", 2023, 300, 1.5, dict(GELAP)) is pertama
        baris = w.snapshot.where(AnggaranBelanja, tahun=2023)[0]
        w.lakukan(Ubah("anggaran_belanja", baris.id, {"realisasi": 1}))
        assert w.gambar_bagan(w.snapshot, "belanja", 2023, 300, 1.5, GELAP) != pertama
        w.urungkan()
        assert w.gambar_bagan(w.snapshot, "belanja", 2023, 300, 1.5, GELAP) is pertama


def test_tahun_kosong_tidak_bergambar() -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        for nama in ("capaian", "belanja"):
            assert w.gambar_bagan(w.snapshot, nama, 2026, 300, 1.5, GELAP) is None
        with pytest.raises(Ditolak):
            w.gambar_bagan(w.snapshot, "capaian", 2020, 300, 1.5, GELAP)
