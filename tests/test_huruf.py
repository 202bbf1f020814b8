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
