"""Write everything of a data file as the exchange JSON: rows with their ids, pictures and attachments in base64."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from lkjip_desktop.core.angka import desimal_teks
from lkjip_desktop.core.schema import TABLES, Column, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot

FORMAT = "lkjip-desktop"
VERSI = 1


def tulis(snapshot: Snapshot, isi_berkas: Callable[[str], bytes]) -> bytes:
    """The exchange file as UTF-8: tables in the order of the schema, rows in the order of their table.

    The same snapshot always gives the same bytes, so that two exports can be compared line by line.
    `isi_berkas` gives the content of a blob by its SHA-256.
    """
    tabel = {t.name: [baris_keluar(r) for r in snapshot.rows(t.row)] for t in TABLES.values()}
    berkas = {sha: base64.b64encode(isi_berkas(sha)).decode("ascii") for sha in sorted(berkas_dirujuk(snapshot))}
    dokumen = {"format": FORMAT, "versi": VERSI, "tabel": {n: r for n, r in tabel.items() if r}, "berkas": berkas}
    return (json.dumps(dokumen, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def berkas_dirujuk(snapshot: Snapshot) -> set[str]:
    """SHA-256 of every blob that a row names."""
    return {sha for t in TABLES.values() for r in snapshot.rows(t.row) for sha in berkas_baris(r)}


def berkas_baris(row: Row) -> Iterator[str]:
    """SHA-256 of every blob that this row names."""
    for c in TABLES[row.TABEL].columns:
        if c.kind is Kind.BERKAS and (sha := getattr(row, c.name)):
            yield sha


def baris_keluar(row: Row) -> dict[str, Any]:
    """One row as JSON values, id first, columns in their order."""
    return {"id": row.id} | {c.name: nilai_keluar(c, getattr(row, c.name)) for c in TABLES[row.TABEL].columns}


def nilai_keluar(kolom: Column, nilai: Any) -> Any:
    """A value as JSON: Decimal as text with its digits as typed; naskah and rule data nested, null when empty."""
    if kolom.kind is Kind.ANGKA and isinstance(nilai, Decimal):
        return desimal_teks(nilai)
    if kolom.kind in (Kind.NASKAH, Kind.DATA):
        return json.loads(nilai) if nilai else None
    return nilai
