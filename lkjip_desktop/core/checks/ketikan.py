"""What was typed and is not stored: half words and refused entries; the paper shows what was there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..schema import TABLES
from ..sebutan import sebut_isian
from ..snapshot import Snapshot
from .masalah import PERINGATAN, Problem

_PANJANG = 40


def ketikan(snapshot: Snapshot, tahun: int, draf: Iterable[tuple[str, str, str, str]]) -> Iterator[Problem]:
    """A problem for each draft (table, row id, column, text) of the year, or of no year."""
    for tabel, id, kolom, teks in draf:
        row = snapshot.row(tabel, id) if tabel in TABLES else None
        nama = sebut_isian(snapshot, tabel, id, kolom)
        if not nama or getattr(row, "tahun", tahun) != tahun:
            continue
        kata = " ".join(teks.split())
        kutip = f"“{kata[:_PANJANG]}{'…' if len(kata) > _PANJANG else ''}”" if kata else "isian yang dikosongkan"
        yield Problem(
            PERINGATAN,
            "ketikan.tertinggal",
            tabel,
            id,
            kolom,
            f"{nama}: {kutip} diketik, tetapi belum tersimpan.",
            "Yang dicetak masih isian sebelumnya; buka isiannya, lalu perbaiki atau tekan Enter.",
            tahun,
        )
