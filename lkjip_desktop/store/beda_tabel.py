"""What a restore would change, table by table, told by short fingerprints of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.sidik import sidik_baris
from lkjip_desktop.core.snapshot import Snapshot


def sidik_tiap_baris(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """Table -> id -> short fingerprint of the row."""
    return {t: {id: sidik_baris([r])[:16] for id, r in baris.items()} for t, baris in snapshot.tabel.items() if baris}


@dataclass(frozen=True, slots=True)
class BedaTabel:
    """Rows of one table that a restore would add, change and remove."""

    tabel: str
    label: str
    tambah: int
    ubah: int
    hapus: int


def beda_tabel(kini: Mapping[str, Mapping[str, str]], nanti: Mapping[str, Mapping[str, str]]) -> tuple[BedaTabel, ...]:
    """What differs, in the order of the tables; equal tables are left out."""
    keluar = []
    for nama, tabel in TABLES.items():
        a, b = kini.get(nama, {}), nanti.get(nama, {})
        tambah, hapus = len(b.keys() - a.keys()), len(a.keys() - b.keys())
        ubah = sum(1 for id in a.keys() & b.keys() if a[id] != b[id])
        if tambah or ubah or hapus:
            keluar.append(BedaTabel(nama, tabel.label, tambah, ubah, hapus))
    return tuple(keluar)
