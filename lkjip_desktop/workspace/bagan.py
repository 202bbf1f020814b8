"""Charts of the report as pictures for a screen; those drawn last are kept."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_desktop.report.blocks import Chart

#: (width, height in pixels, packed RGB rows)
Raster = tuple[int, int, bytes]
_Kunci = tuple[object, float, float, tuple[tuple[str, str], ...]]
_TERSIMPAN = 12
#: Width in points below which upright bars would have no room for their values.
_SEMPIT = 300.0
_TEGAK = 2  # of which so many still have it

_kunci = threading.Lock()
_raster: OrderedDict[_Kunci, Raster] = OrderedDict()


def raster_bagan(bagan: Chart, lebar: float, skala: float, palet: Mapping[str, str]) -> Raster:
    """A chart as wide as `lebar` points at `skala` pixels a point, in the colours of `palet` (fields of
    report.blocks.Palet); in any thread. The same chart, size and colours are drawn once."""
    kunci = (bagan, round(lebar, 2), skala, tuple(sorted(palet.items())))
    with _kunci:
        ada = _raster.get(kunci)
        if ada is not None:
            _raster.move_to_end(kunci)
            return ada
    from lkjip_desktop.report import pdfium
    from lkjip_desktop.report.blocks import Kertas, Palet
    from lkjip_desktop.report.pdf.render import lukis
    from lkjip_desktop.report.pdf.style import MM

    jenis = "baring" if lebar < _SEMPIT and len(bagan.kategori) > _TEGAK else bagan.jenis
    polos = replace(bagan, jenis=jenis, judul=None, sumber="", rendah=True)
    pdf, _, _ = lukis(polos, Kertas(), lebar / MM, Palet(**palet))
    raster = pdfium.halaman_rgb(pdf, 0, skala)
    with _kunci:
        _raster[kunci] = raster
        while len(_raster) > _TERSIMPAN:
            _raster.popitem(last=False)
    return raster
