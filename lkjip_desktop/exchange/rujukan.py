"""Do planned rows fit together: references that exist, natural keys that are unique, no circle of parents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from typing import Any

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.periksa_baris import berputar, gambar_hilang, kunci_lengkap, mustahil
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot

from .masalah import Catatan


def periksa_rujukan(
    sesudah: Snapshot, perubahan: Collection[Change], asal: Mapping[tuple[str, str], str], catatan: Catatan
) -> None:
    """Note every broken reference, duplicate key and circle that the changes would leave behind."""
    berubah = {(c.table, c.key) for c in perubahan}
    for c in perubahan:
        if c.after is None:
            continue
        tempat = asal.get((c.table, c.key), f"Tabel {c.table}")
        for kolom, galat in _rujukan_putus(sesudah, c.after):
            catatan.tambah(f"{tempat} kolom {kolom}", galat)
        if galat := mustahil(c.after) or _kembar(sesudah, c.after, berubah):
            catatan.tambah(tempat, galat)
        for k in berputar(sesudah, c.after):
            catatan.tambah(f"{tempat} kolom {k.name}", "rujukannya berputar kembali ke baris ini.")


def _rujukan_putus(sesudah: Snapshot, row: Row) -> Iterable[tuple[str, str]]:
    for c in TABLES[row.TABEL].columns:
        nilai = getattr(row, c.name)
        if not nilai:
            continue
        if c.ref and sesudah.row(c.ref, nilai) is None:
            yield c.name, f"merujuk {TABLES[c.ref].one} {nilai} yang tidak ada."
    for c, id in gambar_hilang(sesudah, row):
        yield c.name, f"memakai gambar {id} yang tidak ada."


def _kembar(sesudah: Snapshot, row: Row, berubah: Set[tuple[str, str]]) -> str:
    """Another row with the same natural key; a key whose required part or kode is empty does not count."""
    t = TABLES[row.TABEL]
    kunci: dict[str, Any] = {k: getattr(row, k) for k in t.unique}
    if not kunci or not kunci_lengkap(t, kunci):
        return ""
    if all(t.by_name[k].kind is Kind.BERKAS for k in kunci):
        return ""  # the same picture under two names is no contradiction
    satu, *lain = sesudah.where(t.row, **kunci)
    if not lain or (satu.id == row.id and any((t.name, r.id) in berubah for r in lain)):
        return ""  # told once, at a later row
    bagian = [
        f"{t.by_name[k].label.lower()} {v}" if t.by_name[k].kind is not Kind.RUJUK else t.by_name[k].label.lower()
        for k, v in kunci.items()
        if v not in (None, "")
    ]
    return f"ada lebih dari satu {t.one} dengan {', '.join(bagian)} yang sama."
