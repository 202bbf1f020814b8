"""Plan an import: which rows are new or changed, or everything that is wrong, before anything is written.

Rows are matched by id, else by the natural key of their table; a sasaran or indicator also by (year, kode) of what a
year says of it. A column that the file leaves out stays as it is. Nothing is ever removed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lkjip_desktop.core.change import Change, Step
from lkjip_desktop.core.kunci import tolak
from lkjip_desktop.core.periksa_nilai import baris_sama
from lkjip_desktop.core.schema import TABLES, Kind, Row, Table
from lkjip_desktop.core.snapshot import Snapshot

from .baris_masuk import BarisMasuk, baca_baris
from .berkas_masuk import periksa_berkas
from .cocok import Cocok
from .json_keluar import berkas_baris
from .json_masuk import baca
from .masalah import Catatan
from .rujukan import periksa_rujukan


@dataclass(frozen=True, slots=True)
class RencanaImpor:
    """What an import would do. `masalah` lists every reason against it; then `perubahan` is empty."""

    perubahan: tuple[Change, ...]
    berkas: Mapping[str, bytes]  # new blobs by SHA-256
    masalah: tuple[str, ...]
    ringkas: tuple[str, ...]  # one line a table: "Indikator menurut tahun: 12 baru, 3 berubah, 7 sama"
    baris: frozenset[tuple[str, str]] = frozenset()  # (table, id) of every row that the file holds

    @property
    def kosong(self) -> bool:
        """True when the import would change nothing."""
        return not self.perubahan


def rencana_json(
    now: Snapshot, data: bytes, id_baru: Callable[[], str], ada_berkas: Callable[[str], bool]
) -> RencanaImpor:
    """The plan for an exchange JSON.

    `id_baru` makes ids for rows without one; `ada_berkas` tells whether the data file already holds a blob.
    """
    catatan = Catatan()
    masukan = baca(data, catatan)
    baris = {nama: baca_baris(TABLES[nama], isi, catatan) for nama, isi in masukan.tabel.items()}
    return rencana_baris(now, baris, masukan.berkas, catatan, id_baru, ada_berkas)


def rencana_baris(
    now: Snapshot,
    baris: Mapping[str, tuple[BarisMasuk, ...]],
    berkas: Mapping[str, bytes],
    catatan: Catatan,
    id_baru: Callable[[], str],
    ada_berkas: Callable[[str], bool],
) -> RencanaImpor:
    """The plan for rows of any origin whose values have been read; `catatan` holds what was wrong so far."""
    cocok = Cocok(now, baris, catatan, id_baru)
    perubahan: list[Change] = []
    ringkas: list[str] = []
    asal: dict[tuple[str, str], str] = {}
    semua: set[tuple[str, str]] = set()
    # Tables in the order of the schema: a natural key may hold a reference, which is matched before it. Every row is
    # matched before any is made, since one may refer to a row that stands behind it.
    tempat = {t.name: [(cocok.id(t, b), b) for b in baris.get(t.name, ())] for t in TABLES.values()}
    for t in TABLES.values():
        hitung = {"baru": 0, "berubah": 0, "sama": 0}
        for id, b in tempat[t.name]:
            if not id:
                continue  # it cannot be placed, which is noted
            change, jenis = _perubahan(now, t, id, b, cocok, catatan)
            hitung[jenis] += 1
            semua.add((t.name, change.key))
            if jenis != "sama":
                perubahan.append(change)
                asal[t.name, change.key] = b.tempat
        if any(hitung.values()):
            ringkas.append(f"{t.label}: " + ", ".join(f"{n} {kata}" for kata, n in hitung.items() if n))
    periksa_rujukan(now.apply(perubahan), perubahan, asal, catatan)
    periksa_berkas(perubahan, berkas, asal, ada_berkas, catatan)
    if sebab := tolak(now, Step("", tuple(perubahan))):
        catatan.tambah("", sebab)
    if masalah := catatan.semua():
        return RencanaImpor((), {}, masalah, tuple(ringkas))
    dipakai = {sha for c in perubahan if c.after for sha in berkas_baris(c.after)}
    baru = {sha: isi for sha, isi in berkas.items() if sha in dipakai and not ada_berkas(sha)}
    return RencanaImpor(tuple(perubahan), baru, (), tuple(ringkas), frozenset(semua))


def _perubahan(now: Snapshot, t: Table, id: str, b: BarisMasuk, cocok: Cocok, catatan: Catatan) -> tuple[Change, str]:
    """The change of one row, which we know or will know by this id, and its kind."""
    nilai: dict[str, Any] = {kolom: cocok.nilai(t.by_name[kolom], isi) for kolom, isi in b.nilai.items()}
    lama: Row | None = now.row(t.name, id)
    baru: Row = replace(lama, **nilai) if lama else t.row(id=id, **nilai)
    if lama is None and not b.id and nilai:
        for kolom in _pijakan(t):
            if getattr(baru, kolom) is None:
                catatan.tambah(f"{b.tempat} kolom {kolom}", "wajib diisi; tanpanya baris ini tidak tampil di mana pun.")
    if baris_sama(lama, baru):
        return Change(t.name, lama, baru), "sama"
    return Change(t.name, lama, baru), "berubah" if lama else "baru"


def _pijakan(t: Table) -> tuple[str, ...]:
    """Columns on which a row stands: its year, and the row of which it says something. A file that is written by hand
    leaves them out with the id; an exported row that lacks them has its id and comes back as it was."""
    return tuple(
        c.name for c in t.columns if c.required and (c.kind is Kind.TAHUN or (c.kind is Kind.RUJUK and c.hidden))
    )
