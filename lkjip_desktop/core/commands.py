"""The commands: frozen values with a pure plan, the only way in which rows change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lkjip_desktop.errors import Ditolak

from .change import Change, Step
from .hapus import hapus_baris
from .langkah import Perintah, baris, baris_baru, gabung, ganti, rencana, sekelompok, tabel, urut_terakhir, urutkan
from .periksa_nilai import baris_sama, rapikan_id, rapikan_semua
from .perintah_kunci import BukaKunci, KunciBagian
from .perintah_pk import BerlakukanPk, PkBaru, TandaTanganiPk
from .salin import SALIN, SalinTahun
from .salin_tabel import SalinTabel
from .schema import TABLES
from .sebutan import label_kolom, sebutan
from .snapshot import Snapshot

__all__ = [
    "SALIN",
    "Banyak",
    "BerlakukanPk",
    "BukaKunci",
    "Hapus",
    "KunciBagian",
    "Perintah",
    "Pindah",
    "PkBaru",
    "SalinTabel",
    "SalinTahun",
    "Tambah",
    "TandaTanganiPk",
    "Terapkan",
    "Ubah",
    "rencana",
]


@dataclass(frozen=True, slots=True)
class Tambah:
    """Add a row. It comes last in its list, or at `posisi` (0 = first), unless `values` holds its `urut`."""

    table: str
    id: str
    values: Mapping[str, Any] = field(default_factory=dict)
    posisi: int | None = None
    blobs: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """E.g. "Tambah indikator"."""
        return f"Tambah {tabel(self.table).one}"

    def plan(self, now: Snapshot, ekor: dict[tuple[Any, ...], int] | None = None) -> Step:
        """Adds the row and, at a position, renumbers its list. `ekor` holds the last numbers of lists, for the next."""
        t = tabel(self.table)
        if now.row(t.name, rapikan_id(self.id)) is not None:
            raise Ditolak(f"{t.label}: baris dengan tanda pengenal itu sudah ada.")
        baru = baris_baru(t, self.id, self.values.items())
        changes = [Change(t.name, None, baru)]
        if "urut" in t.by_name and (self.posisi is not None or "urut" not in self.values):
            if self.posisi is None:
                ekor = {} if ekor is None else ekor
                daftar = (t.name, *(getattr(baru, k) for k in t.siblings))
                if daftar not in ekor:
                    ekor[daftar] = urut_terakhir(now, baru)
                ekor[daftar] += 1
                changes = [Change(t.name, None, ganti(baru, {"urut": ekor[daftar]}))]
            else:
                lain = sekelompok(now, baru)
                lain.insert(max(0, self.posisi), baru)
                changes = urutkan(lain, now)
        return Step(f"{self.label} {_nama(now, baru)}".strip(), tuple(changes), self.blobs)


@dataclass(frozen=True, slots=True)
class Ubah:
    """Change columns of one row."""

    table: str
    id: str
    values: Mapping[str, Any]
    blobs: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """E.g. "Ubah target"; the step adds which row."""
        t = tabel(self.table)
        if len(self.values) == 1:
            (nama,) = self.values
            kolom = t.by_name.get(nama)
            return f"Ubah {label_kolom(kolom)}" if kolom else "Ubah"
        return f"Ubah {len(self.values)} isian"

    def plan(self, now: Snapshot) -> Step:
        """Changes the row; a value that it has already is no change."""
        t = tabel(self.table)
        lama = baris(now, t.name, self.id)
        baru = ganti(lama, rapikan_semua(t, self.values.items()))
        nama = sebutan(now, lama)
        jenis = f"{t.one} " if nama[:1].isdigit() and not nama.startswith(t.one) else ""
        return Step(f"{self.label} {jenis}{nama}", (Change(t.name, lama, baru),), self.blobs)


@dataclass(frozen=True, slots=True)
class Hapus:
    """Remove a row with what belongs to it; the row of a report year takes the whole year along."""

    table: str
    id: str

    @property
    def label(self) -> str:
        """E.g. "Hapus indikator"."""
        return f"Hapus {tabel(self.table).one}"

    def plan(self, now: Snapshot) -> Step:
        """Removes, empties references or refuses, as each referring column's `on_delete` says."""
        row = baris(now, self.table, self.id)
        return Step(f"{self.label} {_nama(now, row)}".strip(), hapus_baris(now, row))


@dataclass(frozen=True, slots=True)
class Pindah:
    """Move a row to place `ke` (0 = first) of its ordered list."""

    table: str
    id: str
    ke: int

    @property
    def label(self) -> str:
        """E.g. "Pindahkan indikator"."""
        return f"Pindahkan {tabel(self.table).one}"

    def plan(self, now: Snapshot) -> Step:
        """Renumbers the list."""
        t = tabel(self.table)
        row = baris(now, t.name, self.id)
        if "urut" not in t.by_name:
            raise Ditolak(f"{t.label} tidak dapat dipindahkan.")
        lain = sekelompok(now, row)
        lain.insert(max(0, self.ke), row)
        return Step(f"{self.label} {_nama(now, row)}".strip(), tuple(urutkan(lain, now)))


@dataclass(frozen=True, slots=True)
class Banyak:
    """Several commands as one step; each sees what those before it did."""

    label: str
    perintah: tuple[Perintah, ...]

    def plan(self, now: Snapshot) -> Step:
        """All changes together; a barrier or permission of one holds for the step."""
        changes: list[Change] = []
        blobs: dict[str, bytes] = {}
        pagar, izin, label = False, frozenset[str](), self.label
        awal = now
        # A pasted block adds thousands of rows to one list: its end is looked up once, until something else is done.
        ekor: dict[tuple[Any, ...], int] = {}
        for p in self.perintah:
            if isinstance(p, Hapus) and awal.row(p.table, p.id) and not now.row(p.table, p.id):
                continue  # it went along with a row that was removed before it
            if isinstance(p, Tambah) and p.posisi is None and "urut" not in p.values:
                step = p.plan(now, ekor)
            else:
                ekor.clear()
                step = p.plan(now)
            now = now.apply(step.changes)
            changes += step.changes
            blobs |= step.blobs
            pagar, izin = pagar or step.pagar, izin | step.izin
            label = label or step.label
        return Step(label, gabung(changes), blobs, pagar, izin)


@dataclass(frozen=True, slots=True)
class Terapkan:
    """Apply changes that were planned before (import, restore); refused when the rows changed meanwhile."""

    label: str
    changes: tuple[Change, ...]
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    pagar: bool = False

    def plan(self, now: Snapshot) -> Step:
        """The changes with every value checked as if it had been typed."""
        changes: list[Change] = []
        for c in self.changes:
            t = tabel(c.table)
            if not baris_sama(now.row(t.name, c.key), c.before):
                raise Ditolak(f"{t.label} berubah sejak rencana ini dibuat.", "Buat rencananya sekali lagi.")
            baru = None if c.after is None else baris_baru(t, c.key, c.after.values().items())
            changes.append(Change(t.name, c.before, baru))
        return Step(self.label, tuple(changes), self.blobs, self.pagar)


def _nama(now: Snapshot, row: Any) -> str:
    """How the row is called, "" where that says no more than the word of its table."""
    nama = sebutan(now, row)
    return "" if nama == TABLES[row.TABEL].one else nama
