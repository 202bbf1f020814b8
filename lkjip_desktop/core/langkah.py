"""From a command to a step that may be written: planned, tidied, whole in its references, and not locked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from lkjip_desktop.errors import Ditolak

from .change import Change, Step
from .kunci import tolak
from .periksa_baris import tolak_rujukan
from .periksa_nilai import baris_sama, rapikan_id, rapikan_semua
from .schema import TABLES, Row, Table
from .snapshot import Snapshot

R = TypeVar("R", bound=Row)


class Perintah(Protocol):
    """What an edit is: a frozen value with a pure plan. `label` may be "" where only the plan knows it."""

    @property
    def label(self) -> str:
        """The words of the undo menu, as far as they are known before planning."""
        ...

    def plan(self, now: Snapshot) -> Step:
        """The step on these rows; raises Ditolak when it cannot be done."""
        ...


def rencana(now: Snapshot, perintah: Perintah) -> Step:
    """The step that this command makes of these rows, without changes that change nothing.

    Raises:
        Ditolak: with one sentence, when a value, a reference, a duplicate or a lock forbids it.
    """
    step = perintah.plan(now)
    step = replace(step, changes=gabung(step.changes))
    if sebab := tolak(now, step) or tolak_rujukan(now.apply(step.changes), step.changes):
        raise Ditolak(sebab)
    for sha, isi in step.blobs.items():
        if hashlib.sha256(isi).hexdigest() != sha:
            raise Ditolak("Isi gambar atau lampiran tidak cocok dengan sidiknya.")
    return step


def gabung(changes: Iterable[Change]) -> tuple[Change, ...]:
    """At most one change a row, first state to last; rows that end as they began are left out."""
    satu: dict[tuple[str, str], Change] = {}
    for c in changes:
        ada = satu.get((c.table, c.key))
        satu[c.table, c.key] = Change(c.table, ada.before, c.after) if ada else c
    return tuple(c for c in satu.values() if not baris_sama(c.before, c.after))


def tabel(nama: str) -> Table:
    """The table of this name; raises Ditolak when there is none."""
    t = TABLES.get(nama)
    if t is None:
        raise Ditolak(f"Tabel “{nama}” tidak ada.")
    return t


def baris(now: Snapshot, nama: str, id: str) -> Row:
    """The row; raises Ditolak when it is gone."""
    row = now.row(tabel(nama).name, id)
    if row is None:
        raise Ditolak(f"{tabel(nama).label}: baris itu sudah tidak ada.")
    return row


def ganti(row: R, nilai: Mapping[str, Any]) -> R:
    """The row with these columns changed; names and values are those of its table, checked before."""
    return replace(row, **nilai)


def baris_baru(t: Table, id: str, nilai: Iterable[tuple[str, Any]]) -> Row:
    """A new row of checked values; columns that are not given take their default."""
    return t.row(id=rapikan_id(id), **rapikan_semua(t, nilai))


def sekelompok(now: Snapshot, row: Row) -> list[Row]:
    """The rows of the ordered list to which this one belongs, in order, itself left out."""
    t = TABLES[row.TABEL]
    sama = {k: getattr(row, k) for k in t.siblings}
    return [r for r in now.where(t.row, **sama) if r.id != row.id]


def urut_terakhir(now: Snapshot, row: Row) -> int:
    """The highest number in the ordered list to which a row belongs, 0 when the list is empty. Looks without an index:
    a table that has just changed would be sorted anew."""
    sama = tuple((k, getattr(row, k)) for k in TABLES[row.TABEL].siblings)
    terakhir = 0
    for r in now.tabel.get(row.TABEL, {}).values():
        n = getattr(r, "urut", None) or 0
        if n > terakhir and all(getattr(r, k) == v for k, v in sama):
            terakhir = n
    return terakhir


def urutkan(baris_baris: Iterable[Row], lama: Snapshot) -> list[Change]:
    """Changes that number these rows 1, 2, 3...; `lama` tells what each was before."""
    keluar: list[Change] = []
    for n, r in enumerate(baris_baris, start=1):
        if getattr(r, "urut", None) != n:
            r = ganti(r, {"urut": n})
        keluar.append(Change(r.TABEL, lama.row(r.TABEL, r.id), r))
    return keluar
