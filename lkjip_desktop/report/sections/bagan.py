"""The charts of the report that the window shows too, by their names."""

from __future__ import annotations

from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.report.blocks import Chart
from lkjip_desktop.report.sections.bab3_anggaran import grafik_belanja
from lkjip_desktop.report.sections.bab3_capaian import grafik_sasaran
from lkjip_desktop.report.sections.konteks import konteks

_BAGAN = {"capaian": grafik_sasaran, "belanja": grafik_belanja}


def bagan_laporan(snapshot: Snapshot, hasil: Hasil, nama: str) -> Chart | None:
    """The chart "capaian" (per sasaran) or "belanja" (absorption per kind of spending) as Bab III prints it; None while
    it has no value to show."""
    bagan = _BAGAN[nama](konteks(snapshot, hasil))
    return bagan if any(v is not None for s in bagan.seri for v in s.nilai) else None
