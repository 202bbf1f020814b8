"""The workbook: a list of its tables with links, then a sheet for each."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from lkjip_desktop.core.teks import bersih
from lkjip_desktop.report.blocks import Document, Grid, Part
from lkjip_desktop.report.kemasan import kemas_ulang, sifat_aplikasi, sifat_inti
from lkjip_desktop.report.numbering import Entri, Numbered, berentri, jalan, nomori
from lkjip_desktop.report.xlsx.lembar import DAFTAR, Lembar
from lkjip_desktop.report.xlsx.sel import BINGKAI, HURUF, isi_teks, muda, tautan
from lkjip_desktop.report.xlsx.ukuran import atur_cetak

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TERLARANG = re.compile(r"[\[\]:*?/\\]")
_NAMA_MAKS = 31  # letters of a sheet's name


def tulis(document: Document) -> bytes:
    """The workbook of a document's captioned tables behind a list with links; same document, same bytes.

    Raises GagalCetak for references to nothing (see numbering.nomori).
    """
    numbered = nomori(document)
    buku = _kosong()
    daftar = buku.active
    assert daftar is not None
    daftar.title = DAFTAR
    nama_ada = {DAFTAR.lower()}
    hasil: dict[str, dict[str, str]] = {}
    isi_daftar: list[tuple[Entri, str]] = []
    for grid, entri, lanskap in _tabel(document, numbered):
        nama = _nama(grid.lembar or entri.nomor or entri.judul, nama_ada)
        lembar = buku.create_sheet(nama)
        penulis = Lembar(lembar, grid, entri, document, numbered)
        penulis.tulis(lanskap)
        hasil[f"xl/worksheets/sheet{len(buku.worksheets)}.xml"] = penulis.hasil
        isi_daftar.append((entri, nama))
    _tulis_daftar(daftar, isi_daftar, document)
    keluar = io.BytesIO()
    buku.save(keluar)
    return kemas_ulang(
        keluar.getvalue(),
        {"docProps/core.xml": sifat_inti(document), "docProps/app.xml": sifat_aplikasi(document)},
        lambda bagian, data: _isi_hasil(data, hasil.get(bagian, {})),
    )


def _kosong() -> Workbook:
    """A workbook whose own face is ours: widths of columns are counted in its figures."""
    buku: Any = Workbook()
    huruf = Font(name=HURUF, size=10, family=2)
    buku._fonts.clear()
    buku._fonts.add(huruf)
    buku._named_styles["Normal"].font = huruf
    assert isinstance(buku, Workbook)
    return buku


def _tabel(document: Document, numbered: Numbered) -> list[tuple[Grid, Entri, bool]]:
    """Captioned tables with their entries, and whether they stand on turned pages.

    A paper without any (a Perjanjian Kinerja) gives its ruled ones, counted from 1.
    """
    entri = iter(numbered.entri)
    lanskap = False
    berjudul: list[tuple[Grid, Entri, bool]] = []
    lain: list[tuple[Grid, Entri, bool]] = []
    for b in jalan(document.blok):
        e = next(entri) if berentri(b) else None
        if isinstance(b, Part):
            lanskap = b.lanskap
        elif isinstance(b, Grid) and e is not None:
            berjudul.append((b, e, lanskap))
        elif isinstance(b, Grid) and not b.polos:
            nomor = f"Tabel {len(lain) + 1}"
            lain.append((b, Entri("tabel", 0, nomor, "", nomor), lanskap))
    return berjudul or lain


def _nama(usul: str, ada: set[str]) -> str:
    """A name that a sheet may have and no other one has."""
    dasar = _TERLARANG.sub(" ", bersih(usul)[0]).strip().strip("'").strip() or "Tabel"
    n, nama = 1, dasar[:_NAMA_MAKS].strip()
    while nama.lower() in ada:
        n += 1
        akhir = f" ({n})"
        nama = dasar[: _NAMA_MAKS - len(akhir)].strip() + akhir
    ada.add(nama.lower())
    return nama


def _isi_hasil(data: bytes, hasil: dict[str, str]) -> bytes:
    """Results beside the formulas of a sheet, so that viewers that do not compute show them too."""
    for sel, nilai in hasil.items():
        pola = rf'(<c r="{sel}"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?'.encode()
        data = re.sub(pola, rb"\g<1><v>" + nilai.encode() + b"</v>", data)
    return data


def _tulis_daftar(ws: Worksheet, isi: list[tuple[Entri, str]], document: Document) -> None:
    """The first sheet: what the workbook holds, each line a link."""
    isi_teks(ws["A1"], document.judul)
    ws["A1"].font = Font(name=HURUF, size=13, bold=True)
    isi_teks(ws["A2"], document.penulis)
    ws["A2"].font = Font(name=HURUF, size=10)
    for k, judul in enumerate(("No.", "Tabel", "Judul"), start=1):
        sel = ws.cell(4, k, judul)
        sel.font = Font(name=HURUF, size=10, bold=True)
        sel.fill = PatternFill("solid", fgColor=muda(document.kertas.warna))
        sel.border = BINGKAI
        sel.alignment = Alignment(horizontal="center")
    for n, (entri, nama) in enumerate(isi, start=1):
        r = 4 + n
        ws.cell(r, 1, n).alignment = Alignment(horizontal="center", vertical="top")
        ws.cell(r, 1).font = Font(name=HURUF, size=10)
        isi_teks(ws.cell(r, 2), nama)
        tautan(ws.cell(r, 2), nama)
        ws.cell(r, 2).alignment = Alignment(vertical="top")
        isi_teks(ws.cell(r, 3), entri.judul)
        ws.cell(r, 3).font = Font(name=HURUF, size=10)
        ws.cell(r, 3).alignment = Alignment(wrap_text=True, vertical="top")
        for k in (1, 2, 3):
            ws.cell(r, k).border = BINGKAI
    for kolom, lebar in (("A", 6.0), ("B", 22.0), ("C", 90.0)):
        ws.column_dimensions[kolom].width = lebar
    ws.freeze_panes = "A5"
    ws.print_title_rows = "4:4"
    ws.print_area = f"A1:C{4 + max(len(isi), 1)}"
    atur_cetak(ws, document, lanskap=True)
