"""The example of Bapas Lahat as a snapshot, and blocks as plain text, for the tests of the chapters."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from lkjip_desktop.core.aturan import bawaan
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.report.blocks import (
    Block,
    Chart,
    Cover,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    Heading,
    Items,
    Letterhead,
    Para,
    Runs,
    Signatures,
    Tree,
)
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.sections import Konteks, konteks
from lkjip_desktop.report.sections.lkjip import siapkan

_AKAR = Path(__file__).resolve().parents[3]


@cache
def lahat() -> Snapshot:
    """The shipped example with the shipped rule sets."""
    data = json.loads((_AKAR / "resources/contoh/bapas-lahat.json").read_text("utf-8"))
    rows: list[Row] = []
    for nama, isi in data["tabel"].items():
        t = TABLES[nama]
        for b in isi:
            nilai = {k: _nilai(t.by_name[k].kind, v) for k, v in b.items() if k != "id" and k in t.by_name}
            rows.append(t.row(id=b["id"], **nilai))
    if "aturan" not in data["tabel"]:
        aturan = [
            x for f in sorted((_AKAR / "resources/aturan").glob("*.json")) for x in json.loads(f.read_text("utf-8"))
        ]
        rows += bawaan(aturan)
    return dari_baris(rows)


def _nilai(kind: Kind, v: Any) -> Any:
    if kind is Kind.ANGKA:
        return None if v is None else Decimal(v)
    if kind in (Kind.NASKAH, Kind.DATA):
        return "" if not v else json.dumps(v, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return v


def ubah(s: Snapshot, tabel: str, pilih: Callable[[Any], bool], **nilai: Any) -> Snapshot:
    """The snapshot with these values in the rows that `pilih` picks (at least one)."""
    isi = dict(s.tabel[tabel])
    kena = [r for r in isi.values() if pilih(r)]
    assert kena, f"no row of {tabel} picked"
    for r in kena:
        isi[r.id] = dataclasses.replace(r, **nilai)
    return Snapshot({**s.tabel, tabel: isi})


def tambah(s: Snapshot, *rows: Row) -> Snapshot:
    """The snapshot with more rows."""
    tabel = {n: dict(r) for n, r in s.tabel.items()}
    for r in rows:
        tabel.setdefault(r.TABEL, {})[r.id] = r
    return Snapshot(tabel)


def tanpa(s: Snapshot, tabel: str, pilih: Callable[[Any], bool] = lambda _r: True) -> Snapshot:
    """The snapshot without the rows that `pilih` picks."""
    return Snapshot({**s.tabel, tabel: {i: r for i, r in s.tabel.get(tabel, {}).items() if not pilih(r)}})


def konteks_lahat(s: Snapshot | None = None, tahun: int = 2023) -> Konteks:
    """The context of the example's report."""
    s = s if s is not None else lahat()
    return siapkan(konteks(s, hitung(s, tahun)))


def hasil_lahat(s: Snapshot | None = None, tahun: int = 2023) -> Hasil:
    """The numbers of the example."""
    return hitung(s if s is not None else lahat(), tahun)


# ------------------------------------------------------------------------------------------------- as text
def polos(isi: Runs | None) -> str:
    """Characters of runs; a cross reference shows as [key]."""
    return "".join(f"[{r.rujuk}]" if r.rujuk else r.teks for r in isi or ())


def baris_teks(blok: Iterable[Block]) -> Iterator[str]:
    """Every line of text that blocks print, in order."""
    for b in jalan(blok):
        match b:
            case Heading():
                yield b.judul
            case Para():
                yield polos(b.isi)
            case Items():
                yield from (polos(x) for x in b.butir)
            case Grid():
                yield polos(b.judul)
                yield from (polos(c.isi) for r in (*b.kepala, *b.baris) for c in r.sel)
                yield b.sumber
                yield from b.catatan
            case Formula():
                for kiri, suku in b.baris:
                    isi = [f"({polos(x.atas)})/({polos(x.bawah)})" if isinstance(x, Frac) else polos(x) for x in suku]
                    yield f"{kiri} = {' '.join(isi)}"
                yield b.keterangan
            case Chart():
                yield polos(b.judul)
                yield from (x for s in b.seri for x in s.label)
            case Tree() | Figure():
                yield polos(b.judul)
            case Signatures():
                yield b.tempat_tanggal
                for s in b.blok:
                    yield from (*s.pembuka, s.catatan, s.nama, *s.bawah)
            case Cover():
                yield from (*b.atas, *b.judul, *b.bawah)
            case Letterhead():
                yield from (*b.baris, *b.kontak)


def teks(blok: Iterable[Block] | Document) -> str:
    """All text of blocks, one line each."""
    isi = blok.blok if isinstance(blok, Document) else blok
    return "\n".join(x for x in baris_teks(isi) if x)


def grid(blok: Iterable[Block], kunci: str) -> Grid:
    """The table with this key."""
    return next(b for b in jalan(blok) if isinstance(b, Grid) and b.kunci == kunci)


def sel_teks(g: Grid) -> list[list[str]]:
    """The cells of a table's body as text."""
    return [[polos(c.isi) for c in r.sel] for r in g.baris]


def atur(s: Snapshot, jenis: str, **isi: Any) -> Snapshot:
    """The snapshot with these keys of a rule set changed."""

    def pilih(r: Any) -> bool:
        return bool(r.jenis == jenis)

    baris = [r for r in s.tabel["aturan"].values() if pilih(r)]
    baru = {
        r.id: dataclasses.replace(r, isi=json.dumps({**json.loads(r.isi), **isi}))  # type: ignore[call-arg, attr-defined]  # rows of aturan
        for r in baris
    }
    return Snapshot({**s.tabel, "aturan": {**s.tabel["aturan"], **baru}})


def ind(s: Snapshot, kode: str, tahun: int = 2023) -> Any:
    """The row of an indicator by its code."""
    return next(r for r in s.tabel["indikator_tahun"].values() if (r.kode, r.tahun) == (kode, tahun))  # type: ignore[attr-defined]  # rows of indikator_tahun


def ubah_ind(s: Snapshot, kode: str, tahun: int = 2023, **nilai: Any) -> Snapshot:
    """The snapshot with these values of one indicator."""
    id = ind(s, kode, tahun).id
    return ubah(s, "indikator_tahun", lambda r: bool(r.id == id), **nilai)
