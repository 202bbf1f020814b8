"""Find words anywhere in the file, with the place where each value is edited."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .isian import cetak_isian, judul_rujukan
from .naskah import baca, polos
from .schema import TABLES, Column, Kind, Row, judul_baris
from .snapshot import Snapshot

_DICARI = frozenset(Kind) - {Kind.DATA, Kind.BERKAS, Kind.RUJUK, Kind.YATIDAK}
_KONTEKS = 40  # characters of a long text left and right of what was found


@dataclass(frozen=True, slots=True)
class Kena:
    """One value that holds the words: where it lives, and how a person knows the place and the value."""

    tabel: str
    kunci: str
    kolom: str
    tahun: int | None
    tempat: str  # "Indikator menurut tahun: SK1.IKK1 Persentase ..."
    isian: str  # label of the column
    cuplikan: str


def cari(snapshot: Snapshot, kata: str, batas: int = 300) -> tuple[Kena, ...]:
    """Values that contain `kata`, without regard to case and accents, at most `batas`, in the order of the tables.

    Numbers are found as they are shown ("1.277") and as they are typed ("1277").
    """
    dicari = _rata(kata)
    if not dicari:
        return ()
    hasil: list[Kena] = []
    for kena in _semua(snapshot, dicari):
        hasil.append(kena)
        if len(hasil) >= batas:
            break
    return tuple(hasil)


def _semua(snapshot: Snapshot, dicari: str) -> Iterator[Kena]:
    for tabel in TABLES.values():
        kolom = [c for c in tabel.columns if c.kind in _DICARI and not _mesin(c)]
        for row in sorted(snapshot.tabel.get(tabel.name, {}).values(), key=lambda r: getattr(r, "tahun", 0) or 0):
            for c in kolom:
                teks = _teks(c, getattr(row, c.name))
                if teks and dicari in _rata(teks):
                    yield _kena(snapshot, row, c, teks, dicari)


def _mesin(kolom: Column) -> bool:
    """Columns that no form shows: order, fingerprints, media types."""
    return kolom.hidden and kolom.kind is not Kind.TAHUN


def _teks(kolom: Column, nilai: object) -> str:
    if nilai is None or nilai == "":
        return ""
    if kolom.kind is Kind.NASKAH:
        try:
            return polos(baca(str(nilai)), "")
        except ValueError:
            return ""
    cetak = cetak_isian(kolom, nilai)
    if kolom.kind in (Kind.ANGKA, Kind.UANG, Kind.BULAT):
        return f"{cetak} {str(nilai).replace('.', ',')}"
    return cetak


def _kena(snapshot: Snapshot, row: Row, kolom: Column, teks: str, dicari: str) -> Kena:
    tabel = TABLES[row.TABEL]
    tahun = getattr(row, "tahun", None)
    pemilik = next(
        (
            judul_rujukan(snapshot, ref, id, tahun)
            for ref, nama in (("indikator", "indikator_id"), ("sasaran", "sasaran_id"))
            if nama in tabel.by_name and tabel.name not in ("indikator_tahun", "sasaran_tahun")
            if (id := getattr(row, nama))
        ),
        "",
    )
    judul = pemilik or " ".join(judul_baris(row).split())
    if kolom.kind in (Kind.ANGKA, Kind.UANG, Kind.BULAT):
        cuplikan = cetak_isian(kolom, getattr(row, kolom.name))
    else:
        cuplikan = _cuplikan(teks, dicari)
    return Kena(tabel.name, row.id, kolom.name, tahun, f"{tabel.label}: {judul[:80]}", kolom.label, cuplikan)


def _cuplikan(teks: str, dicari: str) -> str:
    rata = " ".join(teks.split())
    di = _rata(rata).find(dicari)
    # Folding can change lengths (accents), so the place is only about right; the words are shown either way.
    awal, akhir = max(0, di - _KONTEKS), di + len(dicari) + _KONTEKS
    return f"{'…' if awal else ''}{rata[awal:akhir]}{'…' if akhir < len(rata) else ''}"


def _rata(teks: str) -> str:
    """Lower case without accents and with single spaces."""
    urai = unicodedata.normalize("NFKD", teks.casefold())
    return " ".join("".join(c for c in urai if not unicodedata.combining(c)).split())
