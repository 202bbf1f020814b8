"""Find for every foreign row the row of the file that it speaks of, and carry its references along."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from lkjip_desktop.core.periksa_baris import kunci_lengkap
from lkjip_desktop.core.schema import TABLES, Column, Kind, Table
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, Sasaran, SasaranTahun

from .baris_masuk import BarisMasuk
from .masalah import Catatan

#: Identity tables without a key of their own: their rows are known by (year, kode) of the table that describes them.
_IDENTITAS = (
    (Sasaran.TABEL, SasaranTahun, "sasaran_id"),
    (Indikator.TABEL, IndikatorTahun, "indikator_id"),
)


class Cocok:
    """The ids under which the foreign rows are taken in."""

    def __init__(
        self,
        now: Snapshot,
        baris: Mapping[str, tuple[BarisMasuk, ...]],
        catatan: Catatan,
        id_baru: Callable[[], str],
    ) -> None:
        self._now = now
        self._catatan = catatan
        self._id_baru = id_baru
        # Foreign id -> our id, where they differ; ids are unique over all tables, so one map is enough.
        self._ganti: dict[str, str] = {}
        self._kunci: dict[str, dict[tuple[Any, ...], str]] = {}
        self._diambil: dict[tuple[str, str], str] = {}
        for nama, cls, kolom in _IDENTITAS:
            self._kenali(nama, TABLES[cls.TABEL], kolom, baris.get(cls.TABEL, ()))

    def id(self, t: Table, b: BarisMasuk) -> str:
        """The id of the row in our file, new or known; "" (and a note) when two foreign rows would be one."""
        id = self._ganti.get(b.id, b.id)
        if not id or self._now.row(t.name, id) is None:
            dikenal = self._menurut_kunci(t, b)
            if dikenal:
                if b.id:
                    self._ganti[b.id] = dikenal
                id = dikenal
            elif not id:
                id = self._id_baru()
        if lain := self._diambil.get((t.name, id)):
            self._catatan.tambah(b.tempat, f"menunjuk baris yang sama dengan {lain}.")
            return ""
        self._diambil[t.name, id] = b.tempat
        return id

    def nilai(self, kolom: Column, nilai: Any) -> Any:
        """The value with foreign ids exchanged for ours."""
        if not self._ganti or not nilai:
            return nilai
        if kolom.kind is Kind.RUJUK or kolom.name == "pemilik_id":
            return self._ganti.get(nilai, nilai)
        if kolom.kind is Kind.NASKAH and any(id in nilai for id in self._ganti):
            return json.dumps(self._tukar(json.loads(nilai)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return nilai

    def _tukar(self, isi: Any) -> Any:
        """A text with the ids of merge fields ("r") and pictures ("g") exchanged; typed words are left alone."""
        if isinstance(isi, list):
            return [self._tukar(b) for b in isi]
        if not isinstance(isi, dict):
            return isi
        if isi.get("t") == "gambar":
            return isi | {"g": [[self._ganti.get(id, id), lebar] for id, lebar in isi["g"]]}
        if "f" in isi:
            return isi | {"r": self._ganti.get(isi.get("r", ""), isi.get("r", ""))}
        return {k: self._tukar(v) if isinstance(v, list) and isi.get("t") != "tabel" else v for k, v in isi.items()}

    def _kenali(self, nama: str, tahunan: Table, kolom: str, baris: tuple[BarisMasuk, ...]) -> None:
        """A foreign sasaran or indicator whose (year, kode) we know is ours, whatever its id."""
        for b in baris:
            asing = b.nilai.get(kolom)
            dikenal = self._menurut_kunci(tahunan, b)
            if not asing or not dikenal or self._now.row(nama, asing) is not None:
                continue
            kita = getattr(self._now.row(tahunan.name, dikenal), kolom)
            if self._ganti.setdefault(asing, kita) != kita:
                self._catatan.tambah(b.tempat, f"kode ini sudah dipakai {TABLES[nama].one} lain pada berkas data.")

    def _menurut_kunci(self, t: Table, b: BarisMasuk) -> str:
        """Id of our row with the natural key of a foreign row, "" when there is none."""
        if not t.unique:
            return ""
        kunci = {k: self.nilai(t.by_name[k], b.nilai.get(k, t.by_name[k].default)) for k in t.unique}
        if not kunci_lengkap(t, kunci):
            return ""
        if t.name not in self._kunci:
            self._kunci[t.name] = {tuple(getattr(r, k) for k in t.unique): r.id for r in self._now.rows(t.row)}
        return self._kunci[t.name].get(tuple(kunci.values()), "")
