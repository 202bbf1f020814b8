"""How a table lies on a sheet: which columns, which of them are hidden, and the words that stand for rows and texts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from lkjip_desktop.core import naskah
from lkjip_desktop.core.schema import TABLES, Column, Kind, Table
from lkjip_desktop.core.sebutan import sebutan
from lkjip_desktop.core.snapshot import Snapshot

#: First cell of every sheet of ours, followed by the name of its table.
TANDA = "lkjip-desktop:1:"
#: Rows above the data: names for the program (hidden), titles for people.
BARIS_KEPALA = 2
#: Most characters that a cell of a spreadsheet holds.
MUAT_SEL = 32_000
#: Columns of the form for realisasi: those that are filled in, and with what tells the indicator.
DIISI = ("pembilang", "penyebut", "realisasi", "realisasi_predikat", "tanggal_data")
ISIAN_REALISASI = ("tahun", "kode", "nama", "satuan", "target", *DIISI)

Peran = Literal["id", "nilai", "kunci", "sebutan", "susunan", "sambungan", "bacaan"]


@dataclass(frozen=True, slots=True)
class Lajur:
    """One column of a sheet.

    peran: "id" of the row; "nilai" a value; "kunci" id and name of a referenced row, hidden, with its "sebutan" (the
    name alone, which a person may change) beside it; "susunan" JSON, long ones going on in "sambungan"; "bacaan" the
    plain words of a long text.
    """

    nama: str  # in the hidden row: "target", "indikator_id:sebutan", "isi:2"
    judul: str
    peran: Peran
    kolom: Column | None = None
    tampak: bool = True


def lajur(t: Table, sambungan: Mapping[str, int], hanya: Collection[str] = ()) -> tuple[Lajur, ...]:
    """The columns of a table's sheet; `sambungan` tells how many cells the longest value of a column needs."""
    hasil = [Lajur("id", "Pengenal (jangan diubah)", "id", tampak=False)]
    for c in t.columns:
        if hanya and c.name not in hanya:
            continue
        match c.kind:
            case Kind.RUJUK:
                hasil.append(Lajur(c.name, f"{c.label} (pengenal)", "kunci", c, tampak=False))
                hasil.append(Lajur(f"{c.name}:sebutan", c.label, "sebutan", c))
            case Kind.NASKAH | Kind.DATA:
                sendiri = c.kind is Kind.DATA
                judul = c.label if sendiri else f"{c.label} (susunan)"
                hasil.append(Lajur(c.name, judul, "susunan", c, tampak=sendiri))
                hasil += (
                    Lajur(f"{c.name}:{n}", f"{judul} {n}", "sambungan", c, tampak=False)
                    for n in range(2, sambungan.get(c.name, 1) + 1)
                )
                if not sendiri:
                    hasil.append(Lajur(f"{c.name}:bacaan", c.label, "bacaan", c))
            case _:
                hasil.append(Lajur(c.name, c.label, "nilai", c, tampak=c.kind is not Kind.BERKAS))
    return tuple(hasil)


def nama_lembar(t: Table, ada: Collection[str] = ()) -> str:
    """The sheet's name: at most 31 characters, none that spreadsheets forbid, unlike those in `ada`."""
    bersih = "".join(" " if c in "[]:*?/\\" else c for c in t.label)
    nama = bersih if len(bersih) <= 31 else bersih[:30].rstrip() + "…"
    return nama if nama not in ada else f"{nama[:25].rstrip()} {t.name}"[:31]


def sebutan_baris(s: Snapshot, tabel: str) -> dict[str, str]:
    """The words for every row of a table, by id, no two alike."""
    sebut = {r.id: " ".join(sebutan(s, r).split()) for r in s.rows(TABLES[tabel].row)}
    jumlah: dict[str, int] = {}
    for kata in sebut.values():
        jumlah[kata] = jumlah.get(kata, 0) + 1
    return {id: kata if jumlah[kata] == 1 else f"{kata} #{id[:8]}" for id, kata in sebut.items()}


def bacaan(isi: str) -> str:
    """The plain words of a stored long text, as far as a cell holds them."""
    kata = naskah.polos(naskah.baca(isi)) if isi else ""
    return kata if len(kata) <= MUAT_SEL else kata[: MUAT_SEL - 1] + "…"


def polos_saja(isi: str) -> bool:
    """True when a long text is nothing but plain paragraphs, so that its words alone give it back."""
    return not isi or naskah.tulis(naskah.dari_teks(naskah.polos(naskah.baca(isi)))) == isi
