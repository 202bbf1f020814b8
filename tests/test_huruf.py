"""The fonts shipped with the program: all eight faces, their licence, and the letters that papers rely on."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WAJAH = [
    f"Liberation{rumpun}-{gaya}" for rumpun in ("Sans", "Serif") for gaya in ("Regular", "Bold", "Italic", "BoldItalic")
]

LATIN = [chr(k) for k in range(0x20, 0x250) if unicodedata.category(chr(k)) != "Cc"]
# □ stands in for what the font lacks, so the font itself must have it.
LAIN = "□≥≤≠×÷−±√∑≈•–—“”‘’…§°²³½→←↑↓■●"


@cache
def huruf(wajah: str) -> dict[int, int]:
    return dict(TTFontFace(str(FOLDER / f"{wajah}.ttf")).charToGlyph)


@pytest.mark.parametrize("wajah", WAJAH)
def test_wajah_memuat_latin_dan_tanda(wajah: str) -> None:
    assert [h for h in (*LATIN, *LAIN) if ord(h) not in huruf(wajah)] == []


def test_kedelapan_wajah_sama_cakupannya() -> None:
    """A letter that prints upright also prints bold and italic (signs of the planets aside)."""
    teks = [{k for k in huruf(wajah) if unicodedata.category(chr(k))[0] in "LMNP"} for wajah in WAJAH]
    assert all(cakupan == teks[0] for cakupan in teks)


def test_lisensi_ikut_serta() -> None:
    teks = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "Reserved Font Name Liberation" in teks
    assert "SIL OPEN FONT LICENSE" in teks.upper()


# ------------------------------------------------------------------------------------- equal to Bookman Old Style
BONUM = [f"LKBonum-{gaya}" for gaya in ("Regular", "Bold", "Italic", "BoldItalic")]


@pytest.mark.parametrize("wajah", BONUM)
def test_bonum_memuat_yang_dipakai_naskah(wajah: str) -> None:
    latin1 = [chr(k) for k in range(0x20, 0x180) if unicodedata.category(chr(k)) != "Cc"]
    # Letters of languages that papers of an office do not hold print as □, as in any face.
    jarang = set("ĸŉŦŧƀ")
    assert [h for h in (*latin1, *LAIN) if ord(h) not in huruf(wajah) and h not in jarang] == []


def test_bonum_selebar_bookman() -> None:
    """Widths of Bookman Light as the metrics file of URW gives them (in 1/1000 em)."""
    muka = TTFontFace(str(FOLDER / "LKBonum-Regular.ttf"))
    lebar = {h: round(muka.charWidths[ord(h)]) for h in "aKn0,"}
    assert lebar == {"a": 580, "K": 720, "n": 660, "0": 620, ",": 320}


def test_lisensi_bonum_ikut_serta() -> None:
    assert "LaTeX Project Public" in (FOLDER / "GUST-FONT-LICENSE.txt").read_text(encoding="utf-8")
