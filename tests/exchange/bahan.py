"""What the exchange tests share: the example, and a plan against any snapshot."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.exchange.rencana import RencanaImpor, rencana_json

CONTOH = Path(__file__).resolve().parents[2] / "resources" / "contoh" / "bapas-lahat.json"


@cache
def isi_contoh() -> bytes:
    """The bytes of the shipped example."""
    return CONTOH.read_bytes()


def dokumen() -> dict[str, Any]:
    """The example as a JSON value that a test may spoil."""
    isi: dict[str, Any] = json.loads(isi_contoh())
    return isi


def _id() -> Iterator[str]:
    n = 0
    while True:
        n += 1
        yield str(uuid.UUID(int=n))


def rencana(isi: object, now: Snapshot | None = None) -> RencanaImpor:
    """The plan for a JSON value (or raw bytes) against a snapshot that holds no blobs."""
    data = isi if isinstance(isi, bytes) else json.dumps(isi).encode()
    return rencana_json(now or Snapshot(), data, _id().__next__, lambda _: False)


@cache
def snapshot_contoh() -> Snapshot:
    """The example as a snapshot."""
    r = rencana(isi_contoh())
    assert r.masalah == ()
    return Snapshot().apply(r.perubahan)


def berkas_contoh() -> dict[str, bytes]:
    """The pictures of the example."""
    return dict(rencana(isi_contoh()).berkas)
