"""The fingerprint of the content: SHA-256 over every typed value in key order, the same for the same facts.

Canonical form. Every value is written as one letter for its type, its length in 8 bytes, and its bytes, so that
no two contents can write alike. Tables come by name, rows by id, columns by name. A value that is empty ("" or
None or no) is left out: a column that a later version adds, empty in old rows, changes no fingerprint. Covered
are all tables of the field and the pictures and attachments; not journal, drafts, settings and seal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from .angka import desimal_teks
from .schema import TABLES, Kind, Row
from .snapshot import Snapshot
from .tables import Pk, PkAnggaran, PkButir


class _Penimbang(Protocol):
    def update(self, data: bytes, /) -> None: ...


def sidik(snapshot: Snapshot, berkas: Iterable[str] | None = None) -> str:
    """The fingerprint as 64 hexadecimal digits.

    `berkas` are the SHA-256 keys of the pictures and attachments that the file holds, recomputed from their bytes
    by a caller who verifies; without it, those that the rows name.
    """
    h = hashlib.sha256()
    _isi(h, "v", b"lkjip-1")
    for nama in sorted(TABLES):
        baris = snapshot.tabel.get(nama, {})
        if not baris:
            continue
        _isi(h, "t", nama.encode())
        for id in sorted(baris):
            _baris(h, baris[id])
    for sha in sorted(set(berkas_dirujuk(snapshot) if berkas is None else berkas)):
        _isi(h, "f", sha.encode())
    return h.hexdigest()


def sidik_baris(baris: Iterable[Row]) -> str:
    """The fingerprint of some rows only, by table and id: what a signed paper holds."""
    h = hashlib.sha256()
    _isi(h, "v", b"lkjip-baris-1")
    for r in sorted(baris, key=lambda r: (r.TABEL, r.id)):
        _isi(h, "t", r.TABEL.encode())
        _baris(h, r)
    return h.hexdigest()


def sidik_pk(pk: Pk, butir: Iterable[PkButir], anggaran: Iterable[PkAnggaran]) -> str:
    """The fingerprint of what a signed version holds; whether it is in force yet is no part of it."""
    return sidik_baris((replace(pk, sidik="", status=""), *butir, *anggaran))


def berkas_dirujuk(snapshot: Snapshot) -> Iterator[str]:
    """Keys of the pictures and attachments that the rows name."""
    for t in TABLES.values():
        for kolom in t.columns:
            if kolom.kind is Kind.BERKAS:
                yield from (sha for r in snapshot.tabel.get(t.name, {}).values() if (sha := getattr(r, kolom.name)))


def _baris(h: _Penimbang, r: Row) -> None:
    _isi(h, "r", r.id.encode())
    for nama, nilai in sorted(r.values().items()):
        if nilai is None or nilai is False or nilai == "":
            continue
        _isi(h, "c", nama.encode())
        if isinstance(nilai, bool):
            _isi(h, "b", b"1")
        elif isinstance(nilai, int):
            _isi(h, "i", str(nilai).encode())
        elif isinstance(nilai, Decimal):
            _isi(h, "d", desimal_teks(nilai).encode())
        else:
            _isi(h, "s", str(nilai).encode())


def _isi(h: _Penimbang, jenis: str, isi: bytes) -> None:
    h.update(jenis.encode() + len(isi).to_bytes(8, "big") + isi)
