"""Commands that close a part of a year, and open it again with a reason; undo crosses neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip_desktop.errors import Ditolak

from .change import Change, Step
from .periksa_nilai import rapikan_id, rapikan_semua
from .schema import TABLES
from .snapshot import Snapshot
from .tables import KunciPeriode

_PERIODE = re.compile(r"triwulan-[1-4]|bulan-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class KunciBagian:
    """Close a part of a year; `oleh` and `waktu` (ISO, with offset) are those of the journal."""

    id: str
    tahun: int
    cakupan: str = "semua"
    periode: str = ""
    alasan: str = ""
    oleh: str = ""
    waktu: str = ""

    @property
    def label(self) -> str:
        """E.g. "Kunci realisasi 2023"."""
        return f"Kunci {self.periode or self.cakupan} {self.tahun}"

    def plan(self, now: Snapshot) -> Step:
        """Adds the lock."""
        if (self.cakupan == "periode") != bool(self.periode) or (self.periode and not _PERIODE.fullmatch(self.periode)):
            raise Ditolak("Periode yang dikunci tidak sah.", "Tulis misalnya triwulan-1 atau bulan-03.")
        nilai = rapikan_semua(
            TABLES[KunciPeriode.TABEL],
            (
                ("tahun", self.tahun),
                ("cakupan", self.cakupan),
                ("periode", self.periode),
                ("alasan", self.alasan),
                ("oleh", self.oleh),
                ("waktu", self.waktu),
            ),
        )
        if now.one(KunciPeriode, tahun=self.tahun, cakupan=self.cakupan, periode=self.periode):
            raise Ditolak("Bagian itu sudah dikunci.")
        baru = KunciPeriode(id=rapikan_id(self.id), **nilai)
        return Step(self.label, (Change(KunciPeriode.TABEL, None, baru),), pagar=True)


@dataclass(frozen=True, slots=True)
class BukaKunci:
    """Open a closed part again; the reason stands in the journal for ever."""

    id: str
    alasan: str

    @property
    def label(self) -> str:
        """The plan adds which part and why."""
        return "Buka kunci"

    def plan(self, now: Snapshot) -> Step:
        """Removes the lock."""
        kunci = now.get(KunciPeriode, self.id)
        if kunci is None:
            raise Ditolak("Bagian itu tidak sedang dikunci.")
        alasan = " ".join(self.alasan.split())
        if not alasan:
            raise Ditolak("Tulis alasan membuka kunci; alasan itu dicatat.")
        label = f"{self.label} {kunci.periode or kunci.cakupan} {kunci.tahun}: {alasan[:300]}"
        return Step(label, (Change(KunciPeriode.TABEL, kunci, None),), pagar=True, izin=frozenset({kunci.id}))
