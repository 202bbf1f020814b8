"""Which characters of a text have no glyph in the faces of paper and would print as □."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from .glif_rentang import RENTANG, RENTANG_BOOKMAN

#: Ranges of a family of faces with their beginnings.
_BIASA = (RENTANG, tuple(a for a, _ in RENTANG))
_MENURUT_HURUF = {"bookman": (RENTANG_BOOKMAN, tuple(a for a, _ in RENTANG_BOOKMAN))}
# As the printer treats them (report.pdf.fonts): left out because nothing shows, or replaced by a like sign.
_TAK_TAMPAK = frozenset((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))
_BERPADANAN = frozenset("\u2010\u2011\u2012\u2015\u2032\u2033\u2215")


def tercetak(huruf: str, keluarga: str = "") -> bool:
    """True when one character prints as itself, as a space or like sign, or is invisible by nature. `keluarga` is the
    family of faces that the office prints with ("bookman" holds fewer letters)."""
    titik = ord(huruf)
    if titik in _TAK_TAMPAK or huruf in _BERPADANAN or huruf.isspace():
        return True
    rentang, awal = _MENURUT_HURUF.get(keluarga, _BIASA)
    n = bisect_right(awal, titik) - 1
    if n >= 0 and titik <= rentang[n][1]:
        return True
    return unicodedata.category(huruf) == "Cf" or "\ufe00" <= huruf <= "\ufe0f" or "\U000e0100" <= huruf <= "\U000e01ef"


def tak_tercetak(teks: str, keluarga: str = "") -> tuple[str, ...]:
    """The characters that would print as □, each once, in the order in which they first stand."""
    if teks.isascii():
        return ()
    return tuple(dict.fromkeys(h for h in unicodedata.normalize("NFC", teks) if not tercetak(h, keluarga)))


def sebut(huruf: str) -> str:
    """A character with its code, because the screen may lack it too: "😀 (U+1F600)"."""
    return f"{huruf} (U+{ord(huruf):04X})"
