"""The four faces of a family, their widths, and what to print for a character that they lack."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from lkjip_desktop.core.teks import bersih
from lkjip_desktop.errors import GagalCetak

# Binary streams need no text armour: a third less time and a fifth less file.
rl_config.useA85 = 0

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "fonts"
KOTAK = "\u25a1"
_KELUARGA = {"sans": "LiberationSans", "serif": "LiberationSerif", "bookman": "LKBonum"}
_RAGAM = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
_kunci = threading.Lock()
_muka: dict[tuple[str, bool, bool], Muka] = {}


class Muka:
    """One face: character widths as parts of the size, and its glyphs."""

    __slots__ = ("_kata", "_lebar", "font", "nama")

    def __init__(self, nama: str) -> None:
        try:
            self.font: Any = TTFont(nama, str(FOLDER / f"{nama}.ttf"))
        except OSError as e:
            raise GagalCetak(f"Huruf {nama} tidak ditemukan di folder program.", "Pasang ulang aplikasi ini.") from e
        self.nama = nama
        # A canvas asks for its first face by name; without one of ours it would name Helvetica, which is not embedded.
        pdfmetrics.registerFont(self.font)
        face = self.font.face
        self._lebar: dict[str, float] = {chr(k): face.charWidths.get(k, 0) / 1000 for k in face.charToGlyph}
        # Printed as a space, so it must be as wide as one.
        self._lebar["\xa0"] = self._lebar[" "]
        self._kata: dict[str, float] = {}

    def punya(self, huruf: str) -> bool:
        """Whether the face has a glyph for one character."""
        return huruf in self._lebar

    def lebar(self, teks: str) -> float:
        """Width at size 1; characters without a glyph count as nothing (`siap` replaces them first)."""
        w = self._kata.get(teks)
        if w is None:
            lebar = self._lebar
            w = sum([lebar.get(h, 0.0) for h in teks])
            if len(teks) < 24:
                if len(self._kata) > 20000:
                    self._kata.clear()
                self._kata[teks] = w
        return w

    def lebar_huruf(self, teks: str) -> list[float]:
        """Width of each character at size 1."""
        lebar = self._lebar
        return [lebar.get(h, 0.0) for h in teks]


def muka(keluarga: str, tebal: bool = False, miring: bool = False) -> Muka:
    """A face, read on first use. Raises GagalCetak when its file is missing."""
    kunci = (keluarga, tebal, miring)
    m = _muka.get(kunci)
    if m is None:
        with _kunci:
            m = _muka.get(kunci)
            if m is None:
                m = _muka[kunci] = Muka(f"{_KELUARGA[keluarga]}-{_RAGAM[tebal, miring]}")
    return m


def siap(teks: str, m: Muka, glif: set[str]) -> str:
    """The one way of a user's text to paper: NFC without control characters, tabs as spaces, □ for a character
    that the face lacks (added to `glif`). Characters that are invisible by nature are left out."""
    if teks.isascii() and teks.isprintable():
        return teks
    bersih_, _ = bersih(teks)
    bersih_ = bersih_.replace("\t", "    ")
    kurang = {h for h in bersih_ if h != "\n" and not m.punya(h)}
    if not kurang:
        return bersih_.translate(_TAK_TAMPAK)
    ganti: dict[int, str] = dict(_TAK_TAMPAK)
    for h in kurang:
        if h.isspace():
            ganti[ord(h)] = " "
        elif _tak_tampak(h):
            ganti[ord(h)] = ""
        elif h in _PADANAN and all(map(m.punya, _PADANAN[h])):
            ganti[ord(h)] = _PADANAN[h]
        else:
            ganti[ord(h)] = KOTAK
            glif.add(h)
    return bersih_.translate(ganti)


def kurang(teks: Iterable[str], keluarga: str = "sans") -> frozenset[str]:
    """Characters of some texts that would print as □."""
    glif: set[str] = set()
    m = muka(keluarga)
    for t in teks:
        siap(t, m, glif)
    return frozenset(glif)


# Same sign, other code point: what word processors put in on their own.
_PADANAN = {"\u2011": "-", "\u2010": "-", "\u2012": "–", "\u2015": "—", "\u2032": "'", "\u2033": '"', "\u2215": "/"}
# Zero-width space and joiners, bidi marks: the faces draw some of them as boxes or lines. Soft hyphens are not
# used: the field's texts are set without hyphenation.
_TAK_TAMPAK: dict[int, str] = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF), "")


def _tak_tampak(h: str) -> bool:
    """Whether a character shows nothing by itself (variation selectors, tags)."""
    return unicodedata.category(h) == "Cf" or "\ufe00" <= h <= "\ufe0f" or "\U000e0100" <= h <= "\U000e01ef"
