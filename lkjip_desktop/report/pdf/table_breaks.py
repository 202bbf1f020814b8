"""Where a table that goes on over the page is better parted."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_desktop.report.pdf.table_model import Larik, Ukuran

#: Rows that at least stand on each side of a break.
BARIS_SISI = 2
_SENJANG = 0.12  # part of a page that may be left empty for the rows below


def judul_kelompok(u: Ukuran, larik: Larik) -> bool:
    """A shaded row of one cell over all columns names the rows below it."""
    return larik.jenis == "total" and len(larik.sel) == 1 and larik.sel[0].lintang == len(u.kolom)


def batas_baik(u: Ukuran, mulai: int, batas: int, tinggi: Mapping[int, float], penuh: float) -> int:
    """The row at which the next page better begins: neither the last row alone nor a total without what it sums, and
    no title of a group at the foot. `mulai` is the first row of this page, `batas` the one that has no more room,
    `tinggi` the heights of the rows of this page; `batas` itself where the break is well as it is."""

    def isi(dari: int) -> int:
        return sum(b.jenis != "total" for b in u.baris[dari:])

    baik = batas
    while baik < len(u.baris) and isi(baik) < min(BARIS_SISI, isi(mulai)):
        baik -= 1
        if baik not in tinggi or isi(mulai) - isi(baik) < BARIS_SISI:
            baik = batas
            break
    if sum(h for r, h in tinggi.items() if r >= baik) > _SENJANG * penuh:
        baik = batas
    while baik - 1 in tinggi and baik - 1 > mulai and judul_kelompok(u, u.baris[baik - 1]):
        baik -= 1
    return baik
