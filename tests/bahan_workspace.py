"""A clock, and an aim with one indicator: what the tests of the one door share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from lkjip_desktop.core.commands import (
    Banyak,
    Tambah,
)
from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.workspace import Workspace

AKAR = Path(__file__).parents[1]
WIB = timezone(timedelta(hours=7))


def jam_dinding() -> Callable[[], datetime]:
    """A clock that goes on by a minute at every look."""
    saat = datetime(2024, 1, 5, 8, 0, tzinfo=WIB)

    def kini() -> datetime:
        nonlocal saat
        saat += timedelta(minutes=1)
        return saat

    return kini


def indikator(ws: Workspace) -> str:
    """Add an aim with one indicator as one step; gives the id of the indicator's row of 2023."""
    ws.lakukan(
        Banyak(
            "Tambah indikator SK1.IKK1",
            (
                Tambah("sasaran", "s"),
                Tambah("sasaran_tahun", "st", {"sasaran_id": "s", "tahun": 2023, "kode": "SK1"}),
                Tambah("indikator", "i", {"sasaran_id": "s"}),
                Tambah("indikator_tahun", "it", {"indikator_id": "i", "tahun": 2023, "kode": "SK1.IKK1"}),
            ),
        )
    )
    return "it"


def target(ws: Workspace) -> Decimal | None:
    row = ws.snapshot.get(IndikatorTahun, "it")
    return row.target if row else None
