"""The words by which a person knows a row, for step labels and refusals: "SK1.IKK1", not its id."""

from __future__ import annotations

from typing import Any

from .schema import TABLES, Column, Kind, Row
from .snapshot import Snapshot
from .tables import Indikator, IndikatorTahun, Pk, Posisi, Sasaran, SasaranTahun

_PANJANG = 60  # characters of a name within a label


def sebutan(now: Snapshot, row: Row) -> str:
    """The first word of a row's title, and the code of the indicator or sasaran to which it belongs."""
    t = TABLES[row.TABEL]
    kata = ""
    for nama in t.title:
        if kata := _kata(t.by_name[nama], getattr(row, nama)):
            break
    if isinstance(row, Pk):
        posisi = now.get(Posisi, row.posisi_id)
        pihak = f" {posisi.jabatan}" if posisi is not None else ""
        return f"PK {row.tahun}{pihak} " + (f"Perubahan ke-{row.nomor}" if row.nomor else "Awal")
    pemilik = "" if isinstance(row, (IndikatorTahun, SasaranTahun)) else _pemilik(now, row)
    if t.title == ("periode",) or t.title == ("nomor",):
        kata = f"{getattr(row, 'jenis', '')} {kata}".strip()
    return " ".join(w for w in (kata, pemilik) if w) or t.one


def label_kolom(kolom: Column) -> str:
    """The column's label within a sentence: "target", but "NIP"."""
    kata = kolom.label.rstrip("?")
    return kata if kata[1:2].isupper() else kata[:1].lower() + kata[1:]


def _kata(kolom: Column, nilai: Any) -> str:
    if nilai in (None, ""):
        return ""
    kata = kolom.choice_label(nilai) if kolom.kind is Kind.PILIHAN else str(nilai)
    kata = " ".join(kata.split())
    return kata if len(kata) <= _PANJANG else kata[: _PANJANG - 1] + "…"


def _pemilik(now: Snapshot, row: Row) -> str:
    """The code of the indicator or sasaran that the row speaks of, in its own year or the latest known."""
    tahun = getattr(row, "tahun", None)
    calon: list[tuple[IndikatorTahun | SasaranTahun, ...]] = []
    if id := row.id if isinstance(row, Indikator) else getattr(row, "indikator_id", None):
        calon.append(now.where(IndikatorTahun, indikator_id=id))
    if id := row.id if isinstance(row, Sasaran) else getattr(row, "sasaran_id", None):
        calon.append(now.where(SasaranTahun, sasaran_id=id))
    for semua in calon:
        pas = [r for r in semua if r.tahun == tahun] or list(semua[-1:])
        if pas and pas[0].kode:
            return pas[0].kode
    return ""


def sebut_isian(snapshot: Snapshot, tabel: str, id: str, kolom: str) -> str:
    """How a person finds a field; "" for one that this version does not know."""
    spec = TABLES[tabel].by_name.get(kolom) if tabel in TABLES else None
    if spec is None:
        return ""
    row = snapshot.row(tabel, id)
    return f"{label_kolom(spec)} pada {sebutan(snapshot, row)}" if row is not None else label_kolom(spec)
