"""Both themes can be read: contrast of every text and of every border that carries meaning (WCAG 2.1 AA)."""

from __future__ import annotations

import pytest

from ui.tema import GELAP, TERANG, Warna, kontras, lembar_gaya

TEKS = ("teks", "teks_redup", "aksen", "baik", "awas", "buruk")
LATAR = ("latar", "kartu", "isian", "isian_mati", "aksen_lembut", "samping")


@pytest.mark.parametrize("w", [TERANG, GELAP], ids=["terang", "gelap"])
def test_kontras_teks(w: Warna) -> None:
    kurang = {(t, b): round(k, 2) for t in TEKS for b in LATAR if (k := kontras(getattr(w, t), getattr(w, b))) < 4.5}
    assert kurang == {}
    assert kontras(w.aksen_teks, w.aksen) >= 4.5
    for keadaan in ("baik", "awas", "buruk"):
        assert kontras(getattr(w, keadaan), getattr(w, f"{keadaan}_lembut")) >= 4.5


@pytest.mark.parametrize("w", [TERANG, GELAP], ids=["terang", "gelap"])
def test_garis_isian_dan_fokus_terlihat(w: Warna) -> None:
    for latar in ("latar", "kartu", "isian"):
        assert kontras(w.garis_isian, getattr(w, latar)) >= 3
        assert kontras(w.aksen, getattr(w, latar)) >= 3


def test_kontras_menurut_wcag() -> None:
    assert kontras("#000000", "#ffffff") == pytest.approx(21)
    assert kontras("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("w", [TERANG, GELAP], ids=["terang", "gelap"])
def test_lembar_gaya_tidak_menyisakan_kunci(w: Warna) -> None:
    isi = lembar_gaya(w, 10)
    for nama in ("{teks}", "{aksen}", "{p1}", "{kotak}", "{centang}", "{panah}", "{kecil}"):
        assert nama not in isi
