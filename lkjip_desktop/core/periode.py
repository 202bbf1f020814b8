"""Periods of the medium-term plans: which one a report year lies in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Periode:
    """First and last year of a plan, and the regulation that set it."""

    awal: int
    akhir: int
    sumber: str = ""

    @property
    def nama(self) -> str:
        """E.g. "2025-2029"."""
        return f"{self.awal}-{self.akhir}"


def periode_pada(tahun: int, daftar: Iterable[Periode]) -> Periode | None:
    """The period that holds a year; None outside of what is known, which nobody should guess."""
    return next((p for p in daftar if p.awal <= tahun <= p.akhir), None)
