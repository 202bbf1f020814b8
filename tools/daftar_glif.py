"""Write lkjip_desktop/core/glif.py: which characters every face of resources/fonts can print.

The check of texts must know it without reading a font, which would cost a third of a second at start. Run
`python -m tools.daftar_glif` after a change of fonts.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFont

AKAR = Path(__file__).resolve().parent.parent
TUJUAN = AKAR / "lkjip_desktop" / "core" / "glif_rentang.py"

_KEPALA = '''"""Code points that every face of resources/fonts has; written by tools/daftar_glif.py, not by hand."""

from __future__ import annotations

#: (first, last), both included, ascending.
RENTANG: tuple[tuple[int, int], ...] = (
'''


_KEPALA_BOOKMAN = """#: The same of the third family (LK Bonum), which holds fewer letters.
RENTANG_BOOKMAN: tuple[tuple[int, int], ...] = (
"""


def titik(awalan: str = "Liberation") -> set[int]:
    """Code points common to all faces whose file names begin so."""
    muka = sorted((AKAR / "resources" / "fonts").glob(f"{awalan}*.ttf"))
    return set.intersection(*(set(TTFont(p.stem, str(p)).face.charToGlyph) for p in muka))


def rentang(titik: Iterable[int]) -> list[tuple[int, int]]:
    """Code points as ranges."""
    hasil: list[tuple[int, int]] = []
    for n in sorted(titik):
        if hasil and hasil[-1][1] == n - 1:
            hasil[-1] = (hasil[-1][0], n)
        else:
            hasil.append((n, n))
    return hasil


def isi() -> str:
    """The module's text."""
    biasa, bookman = (
        "".join(f"    (0x{a:04X}, 0x{z:04X}),\n" for a, z in rentang(titik(awalan)))
        for awalan in ("Liberation", "LKBonum")
    )
    return f"{_KEPALA}{biasa})\n{_KEPALA_BOOKMAN}{bookman})\n"


if __name__ == "__main__":
    TUJUAN.write_text(isi(), encoding="utf-8")
