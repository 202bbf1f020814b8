"""Every indicator of one year measured by the rules of that year, and its line of predecessors over the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import is_

from .aturan import Aturan, aturan_tahun
from .kinerja import Terukur, ukur_baris
from .pk import butir_berlaku
from .schema import Row
from .snapshot import Snapshot
from .tables import Indikator, IndikatorPeriode, IndikatorTahun, Laporan


@dataclass(frozen=True, slots=True)
class Tahunan:
    """One year: its rules and its measured indicators by indikator.id."""

    tahun: int
    aturan: Aturan
    terukur: Mapping[str, Terukur]


def ukur_tahun(snapshot: Snapshot, tahun: int, aturan: Aturan | None = None) -> Tahunan:
    """All indicators that have a row in `tahun`, of every level and party."""
    aturan = aturan or aturan_tahun(snapshot, tahun)
    butir = butir_berlaku(snapshot, tahun)
    periode: dict[str | None, list[IndikatorPeriode]] = {}
    for p in snapshot.where(IndikatorPeriode, tahun=tahun):
        periode.setdefault(p.indikator_id, []).append(p)
    ingatan = snapshot.ingatan(("terukur", aturan.pengukuran, aturan.cetak.satuan_tersembunyi))
    terukur: dict[str, Terukur] = {}
    for r in snapshot.where(IndikatorTahun, tahun=tahun):
        if r.indikator_id is None:
            continue
        bahan: tuple[Row | None, ...] = (r, butir.get(r.indikator_id), *periode.get(r.indikator_id, ()))
        lama = ingatan.get(r.id)
        if lama is None or not sama(lama[0], bahan):
            lama = ingatan[r.id] = (
                bahan,
                ukur_baris(r, periode.get(r.indikator_id, ()), butir.get(r.indikator_id), aturan),
            )
        terukur[r.indikator_id] = lama[1]
    return Tahunan(tahun, aturan, terukur)


def sama(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    """True when both hold the very same objects."""
    return len(a) == len(b) and all(map(is_, a, b))


def tahun_riwayat(snapshot: Snapshot, tahun: int, banyak: int) -> tuple[int, ...]:
    """The years that a comparison shows, oldest first, `tahun` last: those of the last `banyak` that hold data."""
    ada = {r.tahun for r in snapshot.rows(Laporan)}
    awal = tahun - banyak + 1
    return tuple(t for t in range(awal, tahun + 1) if t == tahun or t in ada or snapshot.where(IndikatorTahun, tahun=t))


def silsilah(snapshot: Snapshot, indikator_id: str) -> Iterator[str]:
    """The indicator and those it continues (successor links backwards), nearest first; a circle ends."""
    terlihat: set[str] = set()
    antre = [indikator_id]
    while antre:
        kini = antre.pop(0)
        if kini in terlihat:
            continue
        terlihat.add(kini)
        yield kini
        antre.extend(i.id for i in snapshot.where(Indikator, penerus_id=kini))


def pendahulu(snapshot: Snapshot, indikator_id: str, tahunan: Tahunan) -> Terukur | None:
    """The indicator, or the nearest that it continues, as measured in an earlier year; None when it was not there."""
    langsung = tahunan.terukur.get(indikator_id)
    if langsung is not None:
        return langsung
    return next((t for i in silsilah(snapshot, indikator_id) if (t := tahunan.terukur.get(i)) is not None), None)
