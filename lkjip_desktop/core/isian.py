"""What a person types into a column and back: one reading for forms, grids, pasted blocks and spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .angka import angka, angka_jelas, rupiah
from .baca import baca_angka, baca_bulat, baca_uang
from .kode_satker import baca_kode_satker
from .schema import TABLES, Column, Kind, Row, judul_baris
from .snapshot import Snapshot
from .tables import Indikator, IndikatorTahun, Pejabat, Pk, Sasaran, SasaranTahun
from .tanggal import TAHUN_AKHIR, TAHUN_AWAL, baca_tanggal, tanggal_cetak, usul_tanggal
from .teks import bersih

_YA = {"ya", "y", "1", "x", "v", "√", "✓", "benar", "true"}
_TIDAK = {"tidak", "t", "0", "", "-", "salah", "false"}


@dataclass(frozen=True, slots=True)
class Isian:
    """A text read for a column. `galat` "" = understood as `nilai` (None or "" when empty).

    `dipahami` is the value shown back when it looks unlike the typed text; `pilihan` are (words, text to type
    instead) that an ambiguous entry could mean; `catatan` tells of removed characters, `dibaca` how a text was read
    that is stored otherwise than it was typed, `satuan` which unit stood beside a number.
    """

    nilai: Any = None
    dipahami: str = ""
    galat: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()
    catatan: str = ""
    dibaca: str = ""
    satuan: str = ""


def baca_isian(kolom: Column, teks: str, snapshot: Snapshot | None = None, tahun: int | None = None) -> Isian:
    """Read a typed or pasted text for a column; never raises. References need the snapshot (and may need the year)."""
    match kolom.kind:
        case Kind.ANGKA:
            return _angka(kolom, teks)
        case Kind.UANG | Kind.BULAT | Kind.TAHUN:
            return _utuh(kolom, teks)
        case Kind.TANGGAL:
            tanggal, galat = baca_tanggal(teks)
            usul = [tanggal_cetak(t, ruang_hari=False) for t in usul_tanggal(teks, tahun)] if galat else []
            dipahami = tanggal_cetak(tanggal, ruang_hari=False) if tanggal else ""
            return Isian(tanggal, dipahami, galat, tuple((t, t) for t in usul))
        case Kind.YATIDAK:
            kata = teks.strip().lower()
            if kata in _YA or kata in _TIDAK:
                return Isian(kata in _YA, "Ya" if kata in _YA else "Tidak")
            return Isian(galat=f"“{teks.strip()[:40]}” tidak dipahami; tulis ya atau tidak.")
        case Kind.PILIHAN:
            return _pilihan(kolom, teks)
        case Kind.RUJUK:
            return _rujukan(kolom, teks, snapshot, tahun)
        case _:
            return _teks(kolom, teks)


def teks_isian(kolom: Column, nilai: Any) -> str:
    """The text that an edit field starts from; `baca_isian` reads it back as the same value (not for references)."""
    if nilai is None or nilai == "":
        return ""
    match kolom.kind:
        case Kind.ANGKA:
            return angka_jelas(nilai)
        case Kind.UANG:
            return angka(nilai)
        case Kind.TANGGAL:
            return tanggal_cetak(nilai, ruang_hari=False)
        case Kind.YATIDAK:
            return "Ya" if nilai else "Tidak"
        case Kind.PILIHAN:
            return kolom.choice_label(nilai)
        case _:
            return str(nilai)


def cetak_isian(kolom: Column, nilai: Any, snapshot: Snapshot | None = None, tahun: int | None = None) -> str:
    """The text that a table on the screen shows."""
    if nilai is None or nilai == "":
        return ""
    match kolom.kind:
        case Kind.ANGKA:
            return angka(nilai)
        case Kind.UANG:
            return rupiah(nilai)
        case Kind.RUJUK:
            return judul_rujukan(snapshot, kolom.ref, nilai, tahun) if snapshot else str(nilai)
        case _:
            return teks_isian(kolom, nilai)


def judul_rujukan(snapshot: Snapshot, tabel: str, id: str, tahun: int | None = None) -> str:
    """How a person knows the row that a reference points at; sasaran and indikator by what that year says of them."""
    row = snapshot.row(tabel, id)
    match row:
        case None:
            return "(tidak ditemukan)"
        case Sasaran():
            return _menurut_tahun(snapshot.where(SasaranTahun, sasaran_id=id), tahun, row)
        case Indikator():
            return _menurut_tahun(snapshot.where(IndikatorTahun, indikator_id=id), tahun, row)
        case Pejabat():
            return row.nama or judul_baris(row)
        case Pk():
            versi = "Awal" if not row.nomor else f"Perubahan ke-{row.nomor}"
            return f"{versi} {row.tahun or ''}".strip()
        case _:
            return judul_baris(row)


def _menurut_tahun(baris: tuple[Any, ...], tahun: int | None, row: Row) -> str:
    if not baris:
        return TABLES[row.TABEL].one
    pilih = next((b for b in baris if b.tahun == tahun), baris[-1])
    return f"{pilih.kode} {pilih.nama}".strip()


# ------------------------------------------------------------------------------------------------ the kinds
def _batas(kolom: Column, nilai: Decimal | int) -> str:
    """Why a value is outside what the column allows, "" when it is inside."""
    if kolom.minimum is not None and nilai < kolom.minimum:
        return f"{kolom.label} paling kecil {kolom.minimum}."
    if kolom.maximum is not None and nilai > kolom.maximum:
        return f"{kolom.label} paling besar {kolom.maximum}."
    return ""


def _angka(kolom: Column, teks: str) -> Isian:
    t = baca_angka(teks)
    if t.galat:
        return Isian(galat=t.galat, pilihan=tuple((angka_jelas(p), angka_jelas(p)) for p in t.pilihan))
    if t.nilai is None:
        return Isian(None)
    galat = _batas(kolom, t.nilai)
    return Isian(None if galat else t.nilai, t.dipahami, galat, satuan=t.satuan)


def _utuh(kolom: Column, teks: str) -> Isian:
    t = baca_uang(teks) if kolom.kind is Kind.UANG else baca_bulat(teks)
    if t.galat:
        return Isian(galat=t.galat, pilihan=tuple((angka(p), angka_jelas(p)) for p in t.pilihan))
    n = t.utuh
    if n is None:
        return Isian(None)
    if kolom.kind is Kind.TAHUN and not TAHUN_AWAL <= n <= TAHUN_AKHIR:
        return Isian(galat="Tahun ditulis dengan empat angka, misalnya 2025.")
    galat = _batas(kolom, n)
    return Isian(None if galat else n, str(n) if kolom.kind is Kind.TAHUN else t.dipahami, galat)


def _teks(kolom: Column, teks: str) -> Isian:
    isi, dibuang = bersih(teks)
    if kolom.kind is Kind.TEKS:
        isi = isi.replace("\n", " ").replace("\t", " ").strip()
    elif kolom.kind is Kind.PARAGRAF:
        isi = isi.strip("\n").rstrip()
    if kolom.max_length and len(isi) > kolom.max_length:
        lebih = angka(len(isi) - kolom.max_length)
        return Isian(
            galat=f"{kolom.label} paling panjang {angka(kolom.max_length)} huruf; teks ini lebih {lebih} huruf."
        )
    catatan = f"{dibuang} tanda yang tidak dapat dicetak dihapus." if dibuang else ""
    if kolom.name == "kode_satker" and (kode := baca_kode_satker(isi)) not in ("", isi):
        return Isian(kode, dipahami=f"{kode} (enam angka)", catatan=catatan, dibaca=f"“{isi[:40]}” dibaca {kode}.")
    return Isian(isi, catatan=catatan)


def _pilihan(kolom: Column, teks: str) -> Isian:
    kata = " ".join(teks.split()).lower()
    if not kata or kata == "-":
        return Isian("")
    cocok = [
        (nilai, label)
        for nilai, label in kolom.choices
        if kata in (nilai.lower(), label.lower(), label.lower().split(" (")[0])
    ] or [(nilai, label) for nilai, label in kolom.choices if label.lower().startswith(kata)]
    if len(cocok) == 1:
        return Isian(cocok[0][0], cocok[0][1])
    daftar = ", ".join(label for _, label in kolom.choices)
    return Isian(
        galat=f"“{teks.strip()[:40]}” bukan salah satu pilihan: {daftar}.",
        pilihan=tuple((label, label) for _, label in kolom.choices),
    )


def _rujukan(kolom: Column, teks: str, snapshot: Snapshot | None, tahun: int | None) -> Isian:
    kata = " ".join(teks.split())
    if not kata or kata == "-":
        return Isian(None)
    rows = snapshot.tabel.get(kolom.ref, {}) if snapshot else {}
    if kata in rows:
        return Isian(kata)
    assert snapshot is not None or not rows
    cocok: list[tuple[str, str]] = []
    for id in rows:
        judul = judul_rujukan(snapshot, kolom.ref, id, tahun) if snapshot else ""
        # A code alone ("SK1.IKK2") is the first word of what the reference shows, the name what follows it.
        kode, _, nama = " ".join(judul.split()).lower().partition(" ")
        if kata.lower() in (f"{kode} {nama}".strip(), kode, nama):
            cocok.append((id, judul))
    if len(cocok) == 1:
        return Isian(cocok[0][0], cocok[0][1])
    sebab = "cocok dengan lebih dari satu" if cocok else "tidak ditemukan pada"
    return Isian(galat=f"“{kata[:40]}” {sebab} {TABLES[kolom.ref].label.lower()}.")
