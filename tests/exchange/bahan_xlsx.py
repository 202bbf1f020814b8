"""The example as a workbook, and the plan with which one is taken in."""

from __future__ import annotations

from functools import cache

from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.exchange.rencana import RencanaImpor
from lkjip_desktop.exchange.xlsx_keluar import tulis
from lkjip_desktop.exchange.xlsx_masuk import rencana_xlsx

from .bahan import snapshot_contoh

ID2 = "3f2b8c1e-52a7-4d2c-9a53-1f0b7c1e2d35"


def rencana(data: bytes, now: Snapshot | None = None, ada: bool = True) -> RencanaImpor:
    return rencana_xlsx(now or Snapshot(), data, lambda: ID2, lambda _: ada)


@cache
def contoh() -> bytes:
    return tulis(snapshot_contoh())
