"""Clean text: what a user types or pastes, in the one form in which it is stored."""

from __future__ import annotations

import re
import unicodedata

# Every sign that means "next line": CR LF and CR, the soft break that Word pastes (VT), NEL and the Unicode
# line and paragraph separators that text fields hand out.
_BARIS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")

# Control characters but tab and LF, surrogates, and the code points that are no characters (XML, and so Word,
# refuses them), with the byte order mark.
_BUKAN_TEKS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(chr(bidang << 16 | akhir) for bidang in range(17) for akhir in (0xFFFE, 0xFFFF))
    + "]"
)


def bersih(text: str) -> tuple[str, int]:
    """(text in NFC with LF line ends, number of characters removed), so that the user can be told.

    Removed are control characters but tab and LF, surrogates, non-characters and byte order marks; a changed
    line end is not counted. Cleaning clean text changes nothing.
    """
    text, dibuang = _BUKAN_TEKS.subn("", _BARIS.sub("\n", text))
    return unicodedata.normalize("NFC", text), dibuang
