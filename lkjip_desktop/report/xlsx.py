"""The tables of a report as a workbook: a sheet for each, numbers as numbers, text never as a formula."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from lkjip_desktop.core.angka import bulat
from lkjip_desktop.core.teks import bersih
from lkjip_desktop.report.blocks import Cell, Document, Grid, GridRow, Part, Runs
from lkjip_desktop.report.kemasan import kemas_ulang, sifat_aplikasi, sifat_inti
from lkjip_desktop.report.numbering import Entri, Numbered, berentri, jalan, nomori

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_DAFTAR = "Daftar Tabel"
_HURUF = "Arial"
_TERLARANG = re.compile(r"[\[\]:*?/\\]")
_NAMA_MAKS = 31  # letters of a sheet's name
_SEL_MAKS = 32_767  # characters of a cell
_DIGIT = 15  # significant digits that a spreadsheet keeps
_SUKU_MAKS = 30  # cells that a sum names one by one
_KEPALA = 3  # row at which tables begin, below caption and way back
_LEBAR = {False: 88.0, True: 128.0}  # characters over all columns of a table, upright and turned
_BARIS = 13.0  # height of a line in points
_LEBAR_PALING = 60.0
_KERTAS = {(210, 297): 9, (215, 330): 14, (216, 330): 14}  # A4, Folio (F4)
_TIPIS = Side(style="thin", color="808080")
_BINGKAI = Border(_TIPIS, _TIPIS, _TIPIS, _TIPIS)
# A text that begins so would be computed when someone leaves the cell after an edit.
_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def tulis(document: Document) -> bytes:
    """The workbook of a document's captioned tables behind a list with links; same document, same bytes.

    Raises GagalCetak for references to nothing (see numbering.nomori).
    """
    numbered = nomori(document)
    buku = Workbook()
    daftar = buku.active
    assert daftar is not None
    daftar.title = _DAFTAR
    nama_ada = {_DAFTAR.lower()}
    hasil: dict[str, dict[str, str]] = {}
    isi_daftar: list[tuple[Entri, str]] = []
    for grid, entri, lanskap in _tabel(document, numbered):
        nama = _nama(grid.lembar or entri.nomor or entri.judul, nama_ada)
        lembar = buku.create_sheet(nama)
        penulis = _Lembar(lembar, grid, entri, document, numbered)
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
    dasar = _TERLARANG.sub(" ", _bersih(usul)).strip().strip("'").strip() or "Tabel"
    n, nama = 1, dasar[:_NAMA_MAKS].strip()
    while nama.lower() in ada:
        n += 1
        akhir = f" ({n})"
        nama = dasar[: _NAMA_MAKS - len(akhir)].strip() + akhir
    ada.add(nama.lower())
    return nama


def _bersih(teks: str) -> str:
    return bersih(teks)[0]


def _teks(sel: Any, isi: str) -> None:
    """Text into a cell, as text whatever it begins with."""
    isi = _bersih(isi)
    if len(isi) > _SEL_MAKS:
        catatan = " … (lanjutannya ada di laporan)"
        isi = isi[: _SEL_MAKS - len(catatan)] + catatan
    sel.value = isi
    if isi:
        sel.data_type = "s"
        sel.quotePrefix = isi.startswith(_RUMUS)


def _isi_hasil(data: bytes, hasil: dict[str, str]) -> bytes:
    """Results beside the formulas of a sheet, so that viewers that do not compute show them too."""
    for sel, nilai in hasil.items():
        pola = rf'(<c r="{sel}"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?'.encode()
        data = re.sub(pola, rb"\g<1><v>" + nilai.encode() + b"</v>", data)
    return data


@dataclass
class _Lembar:
    """Writes one table; `hasil` gathers what its formulas give, by cell."""

    lembar: Worksheet
    grid: Grid
    entri: Entri
    document: Document
    numbered: Numbered
    hasil: dict[str, str] = field(default_factory=dict)

    def tulis(self, lanskap: bool) -> None:
        """Caption, header, rows, notes, print set-up."""
        grid, ws = self.grid, self.lembar
        kepala, isi = list(grid.kepala), list(grid.baris)
        while isi and isi[0].jenis == "nomor" and kepala:
            kepala.append(isi.pop(0))  # column numbers repeat with the header
        banyak = max([len(grid.lebar), 1, *(sum(s.kolom for s in b.sel) for b in kepala + isi)])
        self._judul()
        for r, baris in enumerate(kepala, start=_KEPALA):
            self._baris(r, baris, kepala=True)
        self._gabung(kepala, _KEPALA, None)
        mulai = _KEPALA + len(kepala)
        for r, baris in enumerate(isi, start=mulai):
            self._baris(r, baris, kepala=False)
        self._gabung(isi, mulai, {c + 1 for c in grid.gabung})
        self._jumlah(isi, mulai)
        akhir = mulai + len(isi)
        sumber = grid.sumber.strip()
        if sumber and not sumber.lower().startswith("sumber"):
            sumber = f"Sumber: {sumber}"
        for teks in (*grid.catatan, *((sumber,) if sumber else ())):
            _teks(ws.cell(akhir, 1), teks)
            ws.cell(akhir, 1).font = Font(name=_HURUF, size=8, italic=True)
            akhir += 1
        lanskap = lanskap or banyak > 7
        self._lebar(kepala + isi, banyak, lanskap)
        self._tinggi(kepala + isi)
        if kepala:
            ws.freeze_panes = f"A{mulai}"
            ws.print_title_rows = f"{_KEPALA}:{mulai - 1}"
        ws.print_area = f"A1:{get_column_letter(banyak)}{max(akhir - 1, _KEPALA)}"
        _atur_cetak(ws, self.document, lanskap)

    def _judul(self) -> None:
        judul = f"{self.entri.nomor} {self.entri.judul}".strip()
        _teks(self.lembar["A1"], judul)
        self.lembar["A1"].font = Font(name=_HURUF, size=11, bold=True)
        balik = self.lembar["A2"]
        _teks(balik, f"Kembali ke {_DAFTAR}")
        _tautan(balik, _DAFTAR)

    def _polos(self, isi: Runs) -> str:
        return "".join(self.numbered.rujukan(r.rujuk) if r.rujuk else r.teks for r in isi)

    def _baris(self, r: int, baris: GridRow, *, kepala: bool) -> None:
        ws, k = self.lembar, 1
        warna = self.document.kertas.warna
        for s in baris.sel:
            arah = s.rata or (self.grid.rata[k - 1] if k <= len(self.grid.rata) else "kiri")
            sel: Any = ws.cell(r, k)
            self._isi(sel, s)
            tebal = kepala or s.tebal or baris.jenis == "total"
            for c in range(k, k + s.kolom):
                ws.cell(r, c).border = _BINGKAI
                if kepala:
                    ws.cell(r, c).fill = PatternFill("solid", fgColor=_muda(warna))
                elif baris.jenis == "total":
                    ws.cell(r, c).fill = PatternFill("solid", fgColor="EDEDED")
            sel.font = Font(name=_HURUF, size=8 if baris.jenis == "nomor" else 10, bold=tebal)
            kanan = _muat(s) or arah in ("kanan", "desimal")
            mendatar = "center" if kepala or arah == "tengah" else "right" if kanan else "left"
            sel.alignment = Alignment(
                horizontal=mendatar,
                vertical="center" if kepala else "top",
                wrap_text=True,
                indent=1 if baris.jenis == "anak" and mendatar == "left" else 0,
            )
            if s.kolom > 1:
                ws.merge_cells(start_row=r, end_row=r, start_column=k, end_column=k + s.kolom - 1)
            k += s.kolom

    def _isi(self, sel: Any, s: Cell) -> None:
        teks = self._polos(s.isi)
        if not _muat(s):
            _teks(sel, teks)
            return
        sel.value = _angka(s)
        sel.number_format = _format(s, teks)

    def _gabung(self, rows: list[GridRow], mulai: int, hanya: set[int] | None) -> None:
        """Empty cells below a filled one are part of it: in the header everywhere, else in the columns `hanya`."""
        atas: dict[int, int] = {}  # column -> row at which its text stands
        for r, baris in enumerate(rows, start=mulai):
            satu = dict.fromkeys(range(1, 1 + sum(s.kolom for s in baris.sel)), False)
            for s, k in _berkolom(baris):
                boleh = baris.jenis in ("isi", "anak") and (hanya is None or k in hanya)
                satu[k] = boleh
                if boleh and (self._polos(s.isi).strip() or k not in atas):
                    self._tutup(atas, k, r - 1)
                    atas[k] = r
            for k, boleh in satu.items():
                if not boleh:
                    self._tutup(atas, k, r - 1)
        for k in list(atas):
            self._tutup(atas, k, mulai + len(rows) - 1)

    def _tutup(self, atas: dict[int, int], k: int, akhir: int) -> None:
        mulai = atas.pop(k, None)
        if mulai is not None and akhir > mulai:
            self.lembar.merge_cells(start_row=mulai, end_row=akhir, start_column=k, end_column=k)

    # ---------------------------------------------------------------------------------------------- sums
    def _jumlah(self, isi: list[GridRow], mulai: int) -> None:
        """Sums in total rows, only where they give exactly what is printed."""
        atas: dict[int, list[tuple[int, str, Fraction]]] = {}
        for r, baris in enumerate(isi, start=mulai):
            k = 1
            for s in baris.sel:
                if s.nilai is not None and _muat(s) and s.format in ("rupiah", "angka") and s.kolom == 1:
                    if baris.jenis == "total":
                        self._rumus(r, k, s, atas.get(k, []))
                    else:
                        atas.setdefault(k, []).append((r, baris.jenis, s.nilai))
                k += s.kolom
            if baris.jenis == "total":
                atas = {}

    def _rumus(self, r: int, k: int, s: Cell, atas: list[tuple[int, str, Fraction]]) -> None:
        """A formula over all rows above, or those of one level only."""
        kolom = get_column_letter(k)
        for jenis in ("", "isi", "anak"):
            pilih = [(b, n) for b, j, n in atas if jenis in ("", j)]
            if len(pilih) < 2 or sum((n for _, n in pilih), Fraction(0)) != s.nilai:
                continue
            baris = [b for b, _ in pilih]
            if baris == [b for b, _, _ in atas if baris[0] <= b <= baris[-1]]:
                rentang = f"{kolom}{baris[0]}:{kolom}{baris[-1]}"  # rows without a number do not count
            elif len(baris) <= _SUKU_MAKS:
                rentang = ",".join(f"{kolom}{b}" for b in baris)
            else:
                return
            self.lembar[f"{kolom}{r}"] = f"=SUM({rentang})"
            teks = format(_angka(s), "f")
            self.hasil[f"{kolom}{r}"] = teks.rstrip("0").rstrip(".") if "." in teks else teks
            return

    # ---------------------------------------------------------------------------------------------- sizes
    def _lebar(self, rows: list[GridRow], banyak: int, lanskap: bool) -> None:
        """Column widths in the proportions of the page, but wide enough for the widest figure."""
        minta = [max(x, 0.01) for x in self.grid.lebar[:banyak]]
        minta += [sum(minta) / len(minta) if minta else 1.0] * (banyak - len(minta))
        angka = [6.0] * banyak
        for baris in rows:
            for s, k in _berkolom(baris):
                if s.nilai is not None:
                    angka[k - 1] = max(angka[k - 1], len(self._polos(s.isi)) + 3.0)
        for c, bagian in enumerate(minta):
            lebar = max(_LEBAR[lanskap] * bagian / sum(minta), angka[c])
            self.lembar.column_dimensions[get_column_letter(c + 1)].width = round(min(lebar, _LEBAR_PALING), 1)

    def _tinggi(self, rows: list[GridRow]) -> None:
        """Row heights by the number of lines, since not every program counts them when it opens the file."""
        ws = self.lembar
        gabung = {(g.min_row, g.min_col): g.max_row for g in ws.merged_cells.ranges if g.max_row > g.min_row}
        lebar = [ws.column_dimensions[get_column_letter(c + 1)].width for c in range(ws.max_column)]
        tinggi = [1] * len(rows)
        sisa: list[tuple[int, int, int]] = []  # first row, last row, lines over all of them
        for i, baris in enumerate(rows):
            k = 1
            for s in baris.sel:
                n = _banyak_baris(self._polos(s.isi), sum(lebar[k - 1 : k - 1 + s.kolom]))
                akhir = gabung.get((_KEPALA + i, k))
                if akhir is None:
                    tinggi[i] = max(tinggi[i], n)
                else:
                    sisa.append((i, akhir - _KEPALA, n))
                k += s.kolom
        for awal, akhir, n in sisa:
            tinggi[akhir] += max(0, n - sum(tinggi[awal : akhir + 1]))
        for i, n in enumerate(tinggi):
            ws.row_dimensions[_KEPALA + i].height = min(n * _BARIS + 3.0, 409.0)


def _banyak_baris(teks: str, lebar: float) -> int:
    """Lines that a text takes in a column of so many characters; letters are narrower than figures on the whole."""
    return sum(max(1, len(textwrap.wrap(b, max(1, int(lebar * 1.02))))) for b in teks.split("\n"))


def _berkolom(baris: GridRow) -> Iterator[tuple[Cell, int]]:
    """Cells of one column with their place (from 1)."""
    k = 1
    for s in baris.sel:
        if s.kolom == 1:
            yield s, k
        k += s.kolom


def _muat(s: Cell) -> bool:
    """Whether a spreadsheet keeps every whole digit of a cell's number; a longer one stays text, as it is printed."""
    return s.nilai is not None and abs(s.nilai) < 10**_DIGIT


def _angka(s: Cell) -> Decimal:
    """The number of a cell as a spreadsheet keeps it: percentages as parts of one, at most 15 digits."""
    assert s.nilai is not None
    nilai = s.nilai / 100 if s.format == "persen" else s.nilai
    utuh = len(str(abs(nilai.numerator) // nilai.denominator))
    return bulat(nilai, max(0, _DIGIT - utuh))


def _format(s: Cell, teks: str) -> str:
    """The number format that shows the value as it is printed: with as many decimals."""
    _, _, pecahan = teks.partition(",")
    desimal = len(re.match(r"\d*", pecahan).group())  # type: ignore[union-attr]  # "\d*" matches any text
    nol = f"0.{'0' * desimal}" if desimal else "0"
    if s.format == "persen":
        return f"{nol}%"
    return f'"Rp"#,##{nol};-"Rp"#,##{nol}' if s.format == "rupiah" else f"#,##{nol}"


def _muda(warna: str) -> str:
    """A colour thinned with white, as the header rows of the printed page."""
    try:
        rgb = bytes.fromhex(warna.strip().lstrip("#"))[:3]
    except ValueError:
        rgb = bytes(3)
    return "".join(f"{round(c + (255 - c) * 0.86):02X}" for c in rgb.ljust(3, b"\0"))


def _tautan(sel: Any, lembar: str) -> None:
    tujuan = lembar.replace("'", "''")
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"'{tujuan}'!A1")
    sel.font = Font(name=_HURUF, size=9, underline="single", color="1F3864")


def _atur_cetak(ws: Worksheet, document: Document, lanskap: bool) -> None:
    kertas = document.kertas
    ws.page_setup.paperSize = _KERTAS.get((kertas.lebar_mm, kertas.tinggi_mm), 9)
    ws.page_setup.orientation = "landscape" if lanskap else "portrait"
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_options.horizontalCentered = True
    # "&" begins a code in a foot line.
    kaki: Any = ws.oddFooter
    kaki.left.text = _bersih(document.judul).replace("&", "&&")[:120]
    kaki.right.text = "&A, halaman &P dari &N"
    kaki.left.size = kaki.right.size = 8


def _tulis_daftar(ws: Worksheet, isi: list[tuple[Entri, str]], document: Document) -> None:
    """The first sheet: what the workbook holds, each line a link."""
    _teks(ws["A1"], document.judul)
    ws["A1"].font = Font(name=_HURUF, size=13, bold=True)
    _teks(ws["A2"], document.penulis)
    ws["A2"].font = Font(name=_HURUF, size=10)
    for k, judul in enumerate(("No.", "Tabel", "Judul"), start=1):
        sel = ws.cell(4, k, judul)
        sel.font = Font(name=_HURUF, size=10, bold=True)
        sel.fill = PatternFill("solid", fgColor=_muda(document.kertas.warna))
        sel.border = _BINGKAI
        sel.alignment = Alignment(horizontal="center")
    for n, (entri, nama) in enumerate(isi, start=1):
        r = 4 + n
        ws.cell(r, 1, n).alignment = Alignment(horizontal="center", vertical="top")
        ws.cell(r, 1).font = Font(name=_HURUF, size=10)
        _teks(ws.cell(r, 2), nama)
        _tautan(ws.cell(r, 2), nama)
        _teks(ws.cell(r, 3), entri.judul)
        ws.cell(r, 3).font = Font(name=_HURUF, size=10)
        ws.cell(r, 3).alignment = Alignment(wrap_text=True, vertical="top")
        for k in (1, 2, 3):
            ws.cell(r, k).border = _BINGKAI
    for kolom, lebar in (("A", 6.0), ("B", 22.0), ("C", 90.0)):
        ws.column_dimensions[kolom].width = lebar
    ws.freeze_panes = "A5"
    ws.print_title_rows = "4:4"
    ws.print_area = f"A1:C{4 + max(len(isi), 1)}"
    _atur_cetak(ws, document, lanskap=True)
