"""Small documents and ways to read a printed page back."""

from __future__ import annotations

import re

from lkjip_desktop.report.blocks import Block, Cell, Document, Grid, GridRow, Kertas, Rendered, Run, runs
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pdfium import teks, teks_halaman

KALIMAT = (
    "Pelaksanaan kegiatan pembimbingan sepanjang tahun anggaran memperlihatkan hasil yang dapat "
    "dipertanggungjawabkan, baik dari sisi keluaran maupun dari sisi penggunaan anggaran. "
)


def tanpa_berkas(kunci: str) -> bytes:
    raise KeyError(kunci)


def cetak(*blok: Block, kertas: Kertas | None = None, konsep: bool = False, tanggal: str = "2024-01-12") -> Rendered:
    dok = Document(blok, "Judul", "Satker", tanggal=tanggal, konsep=konsep, kertas=kertas or Kertas())
    return render(dok, tanpa_berkas)


def lipat(s: str) -> str:
    """Without any white space: lines end where the printer wants."""
    return re.sub(r"\s+", "", s)


def baca(r: Rendered) -> str:
    return lipat(teks(r.isi))


def baca_halaman(r: Rendered) -> list[str]:
    return [lipat(h) for h in teks_halaman(r.isi)]


def baris(*sel: str | Cell | Run, jenis: str = "isi") -> GridRow:
    isi = tuple(s if isinstance(s, Cell) else Cell(runs(s)) for s in sel)
    return GridRow(isi, jenis)  # type: ignore[arg-type]  # tests name the kind as text


def tabel(kepala: list[str], isi: list[GridRow], **lain: object) -> Grid:
    pilihan: dict[str, object] = {"lebar": tuple(1.0 for _ in kepala), "judul": runs("Judul tabel"), "kunci": "t"}
    pilihan |= lain
    return Grid(kepala=(baris(*kepala),), baris=tuple(isi), **pilihan)  # type: ignore[arg-type]  # any field of Grid
