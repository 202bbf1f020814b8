"""Do rows fit together: what they refer to is there, nothing is its own parent, and no key stands for two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from . import naskah
from .change import Change
from .schema import TABLES, Column, Kind, Row, Table
from .sebutan import sebutan
from .snapshot import Snapshot
from .tables import Gambar, IndikatorPeriode


def tolak_rujukan(sesudah: Snapshot, changes: Iterable[Change]) -> str:
    """Why the rows do not fit together after the changes, "" = they do: references, pictures, circles, natural keys."""
    for c in changes:
        t = TABLES[c.table]
        if c.after is None:
            if galat := _masih_dirujuk(sesudah, c):
                return galat
            continue
        for kolom in t.columns:
            tujuan = getattr(c.after, kolom.name) if kolom.ref else None
            if tujuan is not None and sesudah.row(kolom.ref, tujuan) is None:
                return f"{kolom.label}: baris yang dirujuk tidak ada ({TABLES[kolom.ref].one})."
        for kolom, _ in gambar_hilang(sesudah, c.after):
            if c.before is None or getattr(c.before, kolom.name) != getattr(c.after, kolom.name):
                return f"{kolom.label}: memakai gambar yang tidak ada di dalam berkas ini."
        for kolom in berputar(sesudah, c.after):
            if c.before is None or getattr(c.before, kolom.name) != getattr(c.after, kolom.name):
                return f"{kolom.label}: rujukannya berputar kembali ke baris ini."
        if galat := mustahil(c.after) or _kembar(sesudah, t, c):
            return galat
    return ""


def gambar_hilang(sesudah: Snapshot, row: Row) -> Iterator[tuple[Column, str]]:
    """Texts of a row with the id of a picture in them that is not there."""
    for c in TABLES[row.TABEL].columns:
        if c.kind is Kind.NASKAH and (isi := getattr(row, c.name)):
            yield from (
                (c, id) for id in naskah.gambar_dipakai(naskah.baca(isi)) if sesudah.row(Gambar.TABEL, id) is None
            )


def berputar(sesudah: Snapshot, row: Row) -> Iterator[Column]:
    """Columns that point into their own table and lead back to the row: nothing is its own parent or successor."""
    for c in TABLES[row.TABEL].columns:
        if c.ref != row.TABEL:
            continue
        dilalui = {row.id}
        kini = getattr(row, c.name)
        while kini and kini not in dilalui:
            dilalui.add(kini)
            berikut = sesudah.row(row.TABEL, kini)
            kini = getattr(berikut, c.name) if berikut else None
        if kini == row.id:
            yield c


def mustahil(row: Row) -> str:
    """Why no row can hold these values together, each of which its column allows; "" when it can."""
    if isinstance(row, IndikatorPeriode) and row.jenis == "triwulan" and (row.periode or 0) > 4:
        return f"Triwulan {row.periode} tidak ada; triwulan ditulis 1 sampai 4."
    return ""


def kunci_lengkap(t: Table, kunci: Mapping[str, object]) -> bool:
    """True when a natural key tells rows apart; one whose required part or kode is still empty does not."""
    return not any(v in (None, "") and (t.by_name[k].required or k == "kode") for k, v in kunci.items())


def _masih_dirujuk(sesudah: Snapshot, c: Change) -> str:
    if sesudah.row(c.table, c.key) is not None or c.before is None:
        return ""
    for t in TABLES.values():
        for kolom in t.columns:
            if kolom.ref == c.table and sesudah.where(t.row, **{kolom.name: c.key}):
                nama = sebutan(sesudah, c.before)
                return f"{nama} tidak dapat dihapus karena masih dipakai pada {t.label}."
    return ""


def _kembar(sesudah: Snapshot, t: Table, c: Change) -> str:
    """A second row of the same natural key; keys that are not filled yet do not count.

    A picture may be kept twice under two names: its key serves only to match rows at import.
    """
    baru = c.after
    if baru is None or not t.unique or all(t.by_name[k].kind is Kind.BERKAS for k in t.unique):
        return ""
    kunci = {k: getattr(baru, k) for k in t.unique}
    if c.before is not None and all(getattr(c.before, k) == v for k, v in kunci.items()):
        return ""
    if not kunci_lengkap(t, kunci) or len(sesudah.where(t.row, **kunci)) < 2:
        return ""
    tahun = f" tahun {kunci['tahun']}" if kunci.get("tahun") else ""
    if "kode" in kunci:
        return f"Kode {kunci['kode']} sudah dipakai pada {t.label.lower()}{tahun}."
    nama = sebutan(sesudah, baru)
    yang = f" ({nama})" if nama not in (str(kunci.get("tahun")), t.one) else ""
    return f"{t.one[:1].upper()}{t.one[1:]}{tahun} sudah ada{yang}."
