"""Means over achievements, and the verdict on a group of indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .hasil import Status


@dataclass(frozen=True, slots=True)
class Rerata:
    """A mean; None over nothing. `bobot_kurang`: weights were asked for but not complete, so none were used."""

    nilai: Fraction | None
    bobot_kurang: bool = False


def rerata(isi: Sequence[tuple[Fraction | None, Decimal | None]], pakai_bobot: bool = False) -> Rerata:
    """The mean of the known values of (value, weight), exact.

    Weighted only when the office rules so and every counted value has a weight above 0: an empty weight has no meaning
    beside filled ones, and guessing one would change the year's figure without a word. All empty = all alike.
    """
    dihitung = [(n, b) for n, b in isi if n is not None]
    if not dihitung:
        return Rerata(None)
    bobot = [b for _, b in dihitung if b is not None]
    lengkap = len(bobot) == len(dihitung) and all(b > 0 for b in bobot)
    if pakai_bobot and lengkap:
        jumlah = sum((Fraction(b) for b in bobot), Fraction(0))
        return Rerata(sum((n * Fraction(b) for (n, _), b in zip(dihitung, bobot, strict=True)), Fraction(0)) / jumlah)
    nilai = sum((n for n, _ in dihitung), Fraction(0)) / len(dihitung)
    return Rerata(nilai, pakai_bobot and bool(bobot))


def vonis(status: Iterable[Status]) -> tuple[Status, int]:
    """(verdict, indicators that reached their target) of a sasaran or a year.

    tercapai only when all of them are; tercapai_sebagian when some are; one that cannot be computed is not reached,
    and a group of nothing else cannot be judged.
    """
    semua = tuple(status)
    tercapai = sum(s in ("tercapai", "melampaui") for s in semua)
    if not semua or all(s == "tidak_dapat_dihitung" for s in semua):
        return "tidak_dapat_dihitung", 0
    if tercapai == len(semua):
        return "tercapai", tercapai
    return ("tercapai_sebagian" if tercapai else "tidak_tercapai"), tercapai
