"""The lines of one table from an earlier year, without their figures: a budget keeps its programmes and kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from lkjip_desktop.errors import Ditolak

from .change import Change, Step
from .langkah import ganti
from .periksa_nilai import rapikan_id
from .salin import SalinTahun
from .schema import TABLES, Kind, Row
from .snapshot import Snapshot
from .tables import IndikatorTahun, Laporan, SasaranTahun

#: Table -> the choice of `SALIN` that says what of it goes along.
SALIN_TABEL = {
    "kegiatan": "kegiatan",
    "ro": "kegiatan",
    "ro_indikator": "kegiatan",
    "anggaran_sasaran": "anggaran",
    "anggaran_belanja": "anggaran",
    "data_dukung": "data_dukung",
    "rencana_aksi": "rencana_aksi",
    "tenggat": "tenggat",
}
#: A table that only says how much of a line serves something keeps its shares; all other figures are of their year.
_TETAP = ("ro_indikator", "data_dukung")
#: Identities that go through the years, and the rows that say in which of them they are.
_MENURUT_TAHUN: dict[str, type[Row]] = {"sasaran": SasaranTahun, "indikator": IndikatorTahun}


@dataclass(frozen=True, slots=True)
class SalinTabel:
    """Add the lines of `tabel` of year `dari` to year `ke` as one step. `benih` (a UUID) gives the ids."""

    tabel: str
    dari: int
    ke: int
    benih: str

    @property
    def label(self) -> str:
        """E.g. "Salin program dan kegiatan dari tahun 2023"."""
        nama = TABLES[self.tabel].label
        return f"Salin {nama[:1].lower()}{nama[1:]} dari tahun {self.dari}"

    def plan(self, now: Snapshot) -> Step:
        """Adds the rows; refuses when the earlier year has none that the later one can take."""
        rapikan_id(self.benih)
        changes = tuple(Change(self.tabel, None, r) for r in self._baris(now))
        if not changes:
            raise Ditolak(f"Tahun {self.dari} tidak mempunyai baris yang dapat disalin ke tahun {self.ke}.")
        return Step(self.label, changes)

    def _baris(self, now: Snapshot) -> Iterator[Row]:
        tahun = SalinTahun(self.dari, self.ke, frozenset({SALIN_TABEL[self.tabel]}), self.benih)
        lama = list(tahun.pasangan(now, self.tabel))
        peta = {r.id: tahun.id_baru(r) for r, _ in lama}
        for asal, r in lama:
            nilai: dict[str, Any] = {}
            for c in TABLES[self.tabel].columns:
                if c.kind is Kind.RUJUK and (ada := getattr(asal, c.name)):
                    nilai[c.name] = peta.get(ada) or _padanan(now, c.ref, ada, self.ke)
                elif c.kind in (Kind.UANG, Kind.ANGKA) and self.tabel not in _TETAP:
                    nilai[c.name] = None
            if any(c.kind is Kind.RUJUK and c.required and not nilai.get(c.name) for c in TABLES[self.tabel].columns):
                continue
            if TABLES[self.tabel].has_year:
                nilai["tahun"] = self.ke
            yield replace(ganti(r, nilai), id=peta[asal.id])


def asal_salinan(now: Snapshot, tabel: str, ke: int) -> int:
    """The nearest earlier year whose lines of a table can be taken over, 0 when there is none."""
    if tabel not in SALIN_TABEL or not ke:
        return 0
    tahun = sorted({r.tahun for r in now.rows(Laporan) if r.tahun and r.tahun < ke}, reverse=True)
    return next((t for t in tahun if any(True for _ in SalinTabel(tabel, t, ke, "")._baris(now))), 0)


def _padanan(now: Snapshot, tabel: str, key: str, ke: int) -> str | None:
    """What stands for a row in another year: itself when it has no year, else the row of the same code or name; a
    sasaran or an indicator only where that year has it."""
    if (kelas := _MENURUT_TAHUN.get(tabel)) is not None and now.one(kelas, **{f"{tabel}_id": key}, tahun=ke) is None:
        return None
    row = now.row(tabel, key)
    if row is None or not TABLES[tabel].has_year:
        return key if row is not None else None
    sebaya: Iterable[Any] = now.where(TABLES[tabel].row, tahun=ke)
    for nama in ("kode", "nama"):
        if sama := getattr(row, nama, ""):
            return next((r.id for r in sebaya if getattr(r, nama) == sama), None)
    return None
