"""Write every table of a data file as a sheet that people can read and fill in, and that comes back exactly.

Blobs (pictures, scans, attachments) are not in it, only their SHA-256: for those there is the exchange JSON.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_desktop.core.angka import angka_jelas
from lkjip_desktop.core.schema import TABLES, Kind, Row, Table
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.core.tanggal import tanggal_cetak

from .xlsx_bentuk import (
    BARIS_KEPALA,
    DIISI,
    ISIAN_REALISASI,
    MUAT_SEL,
    TANDA,
    Lajur,
    bacaan,
    lajur,
    nama_lembar,
    sebutan_baris,
)

_DIGIT_PASTI = 15  # what a spreadsheet's number holds with certainty
_KEPALA = PatternFill("solid", fgColor="1F3864")
_ISIAN = PatternFill("solid", fgColor="FFF8E1")
_TINGGI, _BARIS_PALING = 15, 20  # points of a line, most lines of a row
_ATAS = Alignment(vertical="top", wrap_text=True)
_LEBAR = {
    Kind.PARAGRAF: 60,
    Kind.NASKAH: 80,
    Kind.DATA: 60,
    Kind.UANG: 18,
    Kind.ANGKA: 14,
    Kind.BULAT: 12,
    Kind.TAHUN: 8,
    Kind.YATIDAK: 10,
}


def tulis(s: Snapshot) -> bytes:
    """All tables as a workbook, one sheet each, in the order of the schema."""
    return _buku(s, [(t, s.rows(t.row), ()) for t in TABLES.values()], _PETUNJUK)


def tulis_formulir(s: Snapshot, tahun: int) -> bytes:
    """The form for the realisasi of one year: its indicators with the cells to fill in; imported like the rest."""
    t = TABLES[IndikatorTahun.TABEL]
    return _buku(s, [(t, s.where(IndikatorTahun, tahun=tahun), ISIAN_REALISASI)], _PETUNJUK_FORMULIR)


_PETUNJUK = (
    "Setiap lembar memuat satu tabel berkas data. Ubah atau tambah baris, simpan, lalu impor ke program.",
    "Baris baru ditulis di bawah baris terakhir. Baris yang dihapus di sini tidak terhapus di program.",
    "Kolom rujukan diisi dengan sebutan baris yang dirujuk, misalnya kode indikator.",
    "Teks panjang yang memakai isian otomatis, tabel, atau huruf tebal diubah di program, bukan di sini.",
    "Gambar dan lampiran tidak ada di berkas ini; untuk itu pakai ekspor berakhiran .json.",
    "Kolom dan baris tersembunyi dipakai program untuk mengenali isi; jangan dihapus.",
)
_PETUNJUK_FORMULIR = (
    "Isi pembilang dan penyebut, atau realisasi, setiap indikator pada lembar berikutnya, simpan, lalu impor.",
    "Indikator rasio cukup diisi pembilang dan penyebutnya; realisasinya dihitung program.",
    "Kolom dan baris tersembunyi dipakai program untuk mengenali isi; jangan dihapus.",
)


def _buku(s: Snapshot, isi: Sequence[tuple[Table, Sequence[Row], tuple[str, ...]]], petunjuk: Sequence[str]) -> bytes:
    buku = Workbook()
    buku.properties.creator = "LKjIP Desktop"
    buku.properties.title = "Data kinerja satuan kerja"
    depan = buku.active
    assert isinstance(depan, Worksheet)  # a new workbook has one sheet
    depan.title = "Petunjuk"
    sebut: dict[str, Mapping[str, str]] = {}
    baris_depan: list[tuple[str, str]] = [(x, "") for x in petunjuk]
    for t, rows, hanya in isi:
        ws = buku.create_sheet(nama_lembar(t, buku.sheetnames))
        _lembar(ws, s, t, rows, hanya, sebut)
        baris_depan.append((ws.title, f"{len(rows)} baris"))
    for n, (kiri, kanan) in enumerate(baris_depan, start=1):
        _teks(depan.cell(n, 1), kiri)
        if kanan:
            _teks(depan.cell(n, 2), kanan)
            depan.cell(n, 1).hyperlink = f"#'{kiri}'!A{BARIS_KEPALA + 1}"
    depan.column_dimensions["A"].width = 110
    _atur_cetak(depan)
    if len(isi) == 1:
        buku.active = 1
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _lembar(
    ws: Worksheet,
    s: Snapshot,
    t: Table,
    rows: Sequence[Row],
    hanya: tuple[str, ...],
    sebut: dict[str, Mapping[str, str]],
) -> None:
    panjang = {
        c.name: max((-(-len(getattr(r, c.name)) // MUAT_SEL) for r in rows), default=1)
        for c in t.columns
        if c.kind in (Kind.NASKAH, Kind.DATA)
    }
    semua = lajur(t, panjang, hanya)
    for n, x in enumerate(semua, start=1):
        _teks(ws.cell(1, n), TANDA + t.name if x.peran == "id" else x.nama)
        _judul(ws.cell(2, n), x.judul)
        kolom = ws.column_dimensions[get_column_letter(n)]
        kolom.hidden = not x.tampak
        kolom.width = _lebar(x)
        if x.kolom is not None and x.kolom.ref and x.kolom.ref not in sebut:
            sebut[x.kolom.ref] = sebutan_baris(s, x.kolom.ref)
        _pilihan(ws, n, x)
    ws.row_dimensions[1].hidden = True
    ws.freeze_panes = f"B{BARIS_KEPALA + 1}"
    for m, r in enumerate(rows, start=BARIS_KEPALA + 1):
        tinggi = 1
        for n, x in enumerate(semua, start=1):
            sel = ws.cell(m, n)
            _isi(sel, x, r, sebut)
            if x.tampak and isinstance(sel.value, str):
                tinggi = max(tinggi, _banyak_baris(sel.value, _lebar(x)))
            if hanya and x.nama in DIISI:
                sel.fill = _ISIAN
        # Programs that open the file do not all make room for wrapped lines by themselves.
        ws.row_dimensions[m].height = _TINGGI * min(tinggi, _BARIS_PALING)
    ws.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    _atur_cetak(ws)


def _atur_cetak(ws: Worksheet) -> None:
    """On paper as wide as the sheet, turned, over as many pages as it is long."""
    ws.page_setup.orientation = "landscape"
    ws.page_setup.fitToHeight = 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _lebar(x: Lajur) -> int:
    """Width of a column in characters."""
    return _LEBAR.get(x.kolom.kind, 22) if x.kolom else 38


def _banyak_baris(isi: str, lebar: int) -> int:
    return sum(-(-len(b) // max(1, lebar - 2)) or 1 for b in isi.split("\n"))


def _judul(sel: Any, isi: str) -> None:
    _teks(sel, isi)
    sel.font = Font(bold=True, color="FFFFFF")
    sel.fill = _KEPALA


def _isi(sel: Any, x: Lajur, r: Row, sebut: Mapping[str, Mapping[str, str]]) -> None:
    """One value into its cell; empty values leave the cell empty."""
    if x.kolom is None:
        _teks(sel, r.id)
        return
    nilai = getattr(r, x.kolom.name)
    if nilai is None or nilai == "":
        return
    match x.peran:
        case "kunci":
            _teks(sel, f"{nilai} {sebut[x.kolom.ref].get(nilai, '')}".strip())
        case "sebutan":
            _teks(sel, sebut[x.kolom.ref].get(nilai, nilai))
        case "susunan":
            _teks(sel, nilai[:MUAT_SEL])
        case "sambungan":
            awal = (int(x.nama.rpartition(":")[2]) - 1) * MUAT_SEL
            _teks(sel, nilai[awal : awal + MUAT_SEL])
        case "bacaan":
            _teks(sel, bacaan(nilai))
        case _:
            _nilai(sel, x, nilai)


def _nilai(sel: Any, x: Lajur, nilai: Any) -> None:
    assert x.kolom is not None
    match x.kolom.kind:
        case Kind.ANGKA:
            _desimal(sel, nilai)
        case Kind.UANG | Kind.BULAT | Kind.TAHUN:
            if len(str(abs(nilai))) > _DIGIT_PASTI:
                _teks(sel, str(nilai))
            else:
                _angka(sel, nilai, "#,##0" if x.kolom.kind is Kind.UANG else "0")
        case Kind.YATIDAK:
            _teks(sel, "Ya" if nilai else "Tidak")
        case Kind.PILIHAN:
            _teks(sel, x.kolom.choice_label(nilai))
        case Kind.TANGGAL:
            _teks(sel, tanggal_cetak(nilai, ruang_hari=False))
        case _:
            _teks(sel, nilai)


def _desimal(sel: Any, d: Decimal) -> None:
    """A number with the decimals that were typed, which its format keeps; one too long for a spreadsheet as text."""
    teks = format(d, "f")
    pecahan = len(teks.partition(".")[2])
    if sum(c.isdigit() for c in teks.replace(".", "").lstrip("-0")) > _DIGIT_PASTI or pecahan > _DIGIT_PASTI:
        _teks(sel, angka_jelas(d))
        return
    _angka(sel, float(d) if pecahan else int(d), "0" + ("." + "0" * pecahan if pecahan else ""))


def _angka(sel: Any, nilai: float, bentuk: str) -> None:
    sel.value = nilai
    sel.number_format = bentuk
    sel.alignment = _ATAS


def _teks(sel: Any, isi: str) -> None:
    """A text, never a formula, whatever it begins with; `quotePrefix` keeps it so when Excel saves the file."""
    sel.value = isi
    sel.data_type = "s"
    sel.quotePrefix = True
    sel.number_format = "@"
    sel.alignment = _ATAS


def _pilihan(ws: Worksheet, n: int, x: Lajur) -> None:
    """A list to choose from, where the words of a choice fit into one."""
    if x.kolom is None or x.kolom.kind not in (Kind.PILIHAN, Kind.YATIDAK):
        return
    kata = [label for _, label in x.kolom.choices] or ["Ya", "Tidak"]
    daftar = ",".join(kata)
    if len(daftar) <= 250 and not any("," in k or '"' in k for k in kata):
        v = DataValidation("list", formula1=f'"{daftar}"', allow_blank=True, showErrorMessage=True)
        v.error, v.errorTitle = "Pilih salah satu dari daftar.", x.kolom.label
        huruf = get_column_letter(n)
        v.add(f"{huruf}{BARIS_KEPALA + 1}:{huruf}5000")
        ws.add_data_validation(v)
