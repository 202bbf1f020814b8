"""The journal as values: steps written as text and read back, and the undo stacks that follow from it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from lkjip_desktop.errors import Ditolak

from .angka import desimal_teks, teks_desimal
from .change import Change
from .schema import TABLES, Kind, Row
from .snapshot import Snapshot

LANGKAH, BATAL, ULANG = "langkah", "batal", "ulang"


@dataclass(frozen=True, slots=True)
class Catatan:
    """One journal row: who did what when (ISO time with offset), and the row it takes back, if any.

    `nomor` is 0 until the file has numbered it; `isi` are the changes as written by `tulis_isi`.
    """

    waktu: str
    oleh: str
    label: str
    isi: str
    jenis: str = LANGKAH
    membatalkan: int | None = None
    pagar: bool = False
    nomor: int = 0


@dataclass(slots=True)
class Tumpukan:
    """Numbers and labels of the journal rows that undo and redo would take back next (last = next)."""

    urung: list[tuple[int, str]] = field(default_factory=list)
    ulang: list[tuple[int, str]] = field(default_factory=list)

    def catat(self, c: Catatan) -> None:
        """Take in one more journal row, new or read at opening."""
        if c.pagar:
            self.urung.clear()
            self.ulang.clear()
        elif c.jenis == BATAL:
            del self.urung[-1:]
            self.ulang.append((c.nomor, c.label))
        elif c.jenis == ULANG:
            del self.ulang[-1:]
            self.urung.append((c.nomor, c.label))
        else:
            self.ulang.clear()
            self.urung.append((c.nomor, c.label))


def ke_json(value: object) -> object:
    """A column value as JSON knows it; a Decimal becomes its text."""
    return desimal_teks(value) if isinstance(value, Decimal) else value


def dari_json(kind: Kind, value: object) -> Any:
    """The way back of `ke_json`."""
    return teks_desimal(value) if kind is Kind.ANGKA and isinstance(value, str) else value


def tulis_isi(changes: Iterable[Change]) -> str:
    """Changes as JSON: "u" holds [before, after] of the changed columns, "+" and "-" hold whole rows."""
    keluar: list[dict[str, Any]] = []
    for c in changes:
        satu: dict[str, Any] = {"t": c.table, "id": c.key}
        if c.before is not None and c.after is not None:
            lama, kini = c.before.values(), c.after.values()
            satu["u"] = {
                k: [ke_json(lama[k]), ke_json(kini[k])]
                for k in lama
                if lama[k] != kini[k] or str(lama[k]) != str(kini[k])
            }
        elif c.after is not None:
            satu["+"] = {k: ke_json(v) for k, v in c.after.values().items()}
        elif c.before is not None:
            satu["-"] = {k: ke_json(v) for k, v in c.before.values().items()}
        keluar.append(satu)
    return json.dumps(keluar, ensure_ascii=False, separators=(",", ":"))


def balik(isi: str, now: Snapshot) -> tuple[Change, ...]:
    """The changes that take a journal row back, on the rows of today.

    Raises:
        Ditolak: when the rows are no longer as that row left them.
    """
    keluar: list[Change] = []
    for satu in reversed(json.loads(isi)):
        nama, id = satu["t"], satu["id"]
        t = TABLES.get(nama)
        kini = now.row(nama, id)
        if t is None:
            raise _berubah()
        if "u" in satu:
            if kini is None:
                raise _berubah()
            nilai: dict[str, Any] = {}
            for k, (lama, baru) in satu["u"].items():
                kolom = t.by_name.get(k)
                if kolom is None or getattr(kini, k) != dari_json(kolom.kind, baru):
                    raise _berubah()
                nilai[k] = dari_json(kolom.kind, lama)
            keluar.append(Change(nama, kini, dataclasses.replace(kini, **nilai)))
        elif "+" in satu:
            if kini is None or kini != _baris(t.row, id, satu["+"]):
                raise _berubah()
            keluar.append(Change(nama, kini, None))
        else:
            if kini is not None:
                raise _berubah()
            keluar.append(Change(nama, None, _baris(t.row, id, satu["-"])))
    return tuple(keluar)


def riwayat_baris(isi: str, tabel: str, id: str, kolom: str | None = None) -> list[tuple[str, Any, Any]]:
    """(column, before, after) that a journal row says of one row; an added or removed row has None beside."""
    keluar: list[tuple[str, Any, Any]] = []
    for satu in json.loads(isi):
        if satu["t"] != tabel or satu["id"] != id:
            continue
        if "u" in satu:
            nilai = {k: (lama, baru) for k, (lama, baru) in satu["u"].items()}
        elif "+" in satu:
            nilai = {k: (None, v) for k, v in satu["+"].items()}
        else:
            nilai = {k: (v, None) for k, v in satu["-"].items()}
        for k, (lama, baru) in nilai.items():
            c = TABLES[tabel].by_name.get(k)
            if c is not None and kolom in (None, k):
                keluar.append((k, dari_json(c.kind, lama), dari_json(c.kind, baru)))
    return keluar


def _baris(cls: type[Row], id: str, nilai: dict[str, Any]) -> Row:
    kolom = TABLES[cls.TABEL].by_name
    return cls(id=id, **{k: dari_json(kolom[k].kind, v) for k, v in nilai.items() if k in kolom})


def _berubah() -> Ditolak:
    return Ditolak("Langkah itu tidak dapat dibatalkan karena datanya sudah berubah.")
