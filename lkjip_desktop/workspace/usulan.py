"""The proposals that come with the program: words of indicator names, periods of the medium-term plans."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from lkjip_desktop.core.periode import Periode, periode_pada
from lkjip_desktop.core.usul_indikator import KataIndikator, urai_kata

_FOLDER = Path(__file__).parents[2] / "resources" / "usulan"


@cache
def kata_indikator() -> KataIndikator:
    """The words by which an indicator's way of measuring is proposed from its name."""
    return urai_kata(_baca("nama_indikator"))


def periode_renstra(tahun: int) -> Periode | None:
    """The period of the plan of a year (RPJMN, UU 25/2004), None where no regulation says it."""
    return periode_pada(tahun, _periode())


@cache
def _periode() -> tuple[Periode, ...]:
    return tuple(Periode(p["awal"], p["akhir"], p["sumber"]) for p in _baca("periode_renstra"))


def _baca(nama: str) -> Any:
    return json.loads((_FOLDER / f"{nama}.json").read_text(encoding="utf-8"))
