"""The faces that a Word file names, described so that a machine without them takes the nearest of its own."""

from __future__ import annotations

from lkjip_desktop.report.blocks import Kertas
from lkjip_desktop.report.docx.gaya import HURUF
from lkjip_desktop.report.docx.xml import Elemen, teks, w

#: Shape of the letters in PANOSE's ten figures, and Word's family.
_RUPA = {
    "Arial": ("020B0604020202020204", "swiss"),
    "Times New Roman": ("02020603050405020304", "roman"),
    "Bookman Old Style": ("02050604050505020204", "roman"),
    "Cambria Math": ("02040503050406030204", "roman"),
}


def tabel_huruf(kertas: Kertas) -> Elemen:
    """The font table part."""
    baku = HURUF[kertas.huruf]
    panose, rumpun = _RUPA[baku]
    semua = {teks(kertas.huruf_word) or baku: (panose if not kertas.huruf_word else "", rumpun)}
    semua["Cambria Math"] = _RUPA["Cambria Math"]
    return w(
        "fonts",
        *(
            w(
                "font",
                w("panose1", val=bentuk) if bentuk else None,
                w("charset", val="00"),
                w("family", val=keluarga),
                w("pitch", val="variable"),
                name=nama,
            )
            for nama, (bentuk, keluarga) in semua.items()
        ),
    )
