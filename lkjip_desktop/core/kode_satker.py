"""The code of a satker: six digits, read from any usual way of writing it down."""

from __future__ import annotations

import re

DIGIT = 6
_PEMISAH = re.compile(r"[\s.\-_/]+")


def baca_kode_satker(text: str) -> str:
    """The six digits of a text: "692421", "692.421", "692 421", or the one part of six digits in a longer number
    ("SP DIPA-013.05.2.692421/2023"); "" when there is none, or more than one."""
    rapat = _PEMISAH.sub("", text)
    if rapat.isascii() and rapat.isdigit() and len(rapat) == DIGIT:
        return rapat
    bagian = re.findall(rf"(?<![0-9])[0-9]{{{DIGIT}}}(?![0-9])", text)
    return bagian[0] if len(bagian) == 1 else ""
