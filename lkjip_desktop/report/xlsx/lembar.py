"""One table as a sheet: caption, head, rows, merged cells, notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from lkjip_desktop.report.blocks import Cell, Document, Grid, GridRow, Runs
from lkjip_desktop.report.numbering import Entri, Numbered
from lkjip_desktop.report.xlsx.jumlah import jumlahkan
from lkjip_desktop.report.xlsx.sel import BINGKAI, HURUF, angka_sel, format_sel, isi_teks, muat, muda, tautan, terbaca
from lkjip_desktop.report.xlsx.ukuran import (
    atur_cetak,
    banyak_baris,
    banyak_kolom,
    berkolom,
    lebar_kolom,
    lebar_semua,
    tinggi_baris,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: The sheet with which a workbook opens.
DAFTAR = "Daftar Tabel"
#: Row at which tables begin, below caption and way back.
KEPALA = 3
_KOLOM_TEGAK = 7  # columns that go on an upright page
_UKURAN_KAKI = 8
_UKURAN_JUDUL = 11


@dataclass
class Lembar:
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
        kepala, isi = list(grid.kepala), [self._terbaca(b) for b in grid.baris]
        while isi and isi[0].jenis == "nomor" and kepala:
            kepala.append(isi.pop(0))  # column numbers repeat with the header
        banyak = banyak_kolom(grid, kepala + isi)
        self._judul()
        for r, baris in enumerate(kepala, start=KEPALA):
            self._baris(r, baris, kepala=True)
        self._gabung(kepala, KEPALA, None)
        mulai = KEPALA + len(kepala)
        for r, baris in enumerate(isi, start=mulai):
            self._baris(r, baris, kepala=False)
        self._gabung(isi, mulai, {c + 1 for c in grid.gabung})
        self.hasil |= jumlahkan(ws, isi, mulai)
        lanskap = lanskap or banyak > _KOLOM_TEGAK
        lebar_kolom(ws, grid, kepala + isi, self._polos_sel, lanskap=lanskap)
        if kepala:
            ws.freeze_panes = f"A{mulai}"
            ws.print_title_rows = f"{KEPALA}:{mulai - 1}"
        tinggi_baris(ws, kepala + isi, KEPALA, self._polos_sel, kepala=len(kepala))
        self._lega_judul(banyak)
        akhir = self._kaki(mulai + len(isi), banyak)
        ws.print_area = f"A1:{get_column_letter(banyak)}{max(akhir - 1, KEPALA)}"
        atur_cetak(ws, self.document, lanskap=lanskap)

    def _kaki(self, r: int, banyak: int) -> int:
        """Notes and source below the table, over its whole width; gives the row behind them."""
        ws, sumber = self.lembar, self.grid.sumber.strip()
        if sumber and not sumber.lower().startswith("sumber"):
            sumber = f"Sumber: {sumber}"
        for teks in (*self.grid.catatan, *((sumber,) if sumber else ())):
            sel: Any = ws.cell(r, 1)
            isi_teks(sel, teks)
            sel.font = Font(name=HURUF, size=_UKURAN_KAKI, italic=True)
            sel.alignment = Alignment(wrap_text=True, vertical="top")
            if banyak > 1:
                ws.merge_cells(start_row=r, end_row=r, start_column=1, end_column=banyak)
            n = banyak_baris(teks, sum(lebar_semua(ws)[:banyak]), ukuran=_UKURAN_KAKI)
            ws.row_dimensions[r].height = min(n * _UKURAN_KAKI * 1.3 + 2.0, 409.0)
            r += 1
        return r

    def _judul(self) -> None:
        judul = f"{self.entri.nomor} {self.entri.judul}".strip()
        isi_teks(self.lembar["A1"], judul)
        self.lembar["A1"].font = Font(name=HURUF, size=_UKURAN_JUDUL, bold=True)
        balik = self.lembar["A2"]
        isi_teks(balik, f"Kembali ke {DAFTAR}")
        tautan(balik, DAFTAR)

    def _lega_judul(self, banyak: int) -> None:
        """A caption wider than its table stands in lines over it, or print would cut it off."""
        ws = self.lembar
        n = banyak_baris(str(ws["A1"].value), sum(lebar_semua(ws)[:banyak]), ukuran=_UKURAN_JUDUL, tebal=True)
        if n > 1 and banyak > 1:
            ws.merge_cells(start_row=1, end_row=1, start_column=1, end_column=banyak)
            ws["A1"].alignment = Alignment(wrap_text=True, vertical="top")
            ws.row_dimensions[1].height = n * _UKURAN_JUDUL * 1.3 + 2.0

    def _polos(self, isi: Runs) -> str:
        return "".join(self.numbered.rujukan(r.rujuk) if r.rujuk else r.teks for r in isi)

    def _terbaca(self, baris: GridRow) -> GridRow:
        return replace(baris, sel=tuple(terbaca(s, self._polos(s.isi)) for s in baris.sel))

    def _polos_sel(self, s: Cell) -> str:
        return self._polos(s.isi)

    def _baris(self, r: int, baris: GridRow, *, kepala: bool) -> None:
        ws, k = self.lembar, 1
        warna = self.document.kertas.warna
        for s in baris.sel:
            arah = s.rata or (self.grid.rata[k - 1] if k <= len(self.grid.rata) else "kiri")
            sel: Any = ws.cell(r, k)
            self._isi(sel, s)
            tebal = kepala or s.tebal or baris.jenis == "total"
            for c in range(k, k + s.kolom):
                ws.cell(r, c).border = BINGKAI
                if kepala:
                    ws.cell(r, c).fill = PatternFill("solid", fgColor=muda(warna))
                elif baris.jenis == "total":
                    ws.cell(r, c).fill = PatternFill("solid", fgColor="EDEDED")
            sel.font = Font(name=HURUF, size=8 if baris.jenis == "nomor" else 10, bold=tebal)
            kanan = muat(s) or arah in ("kanan", "desimal")
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
        if not muat(s):
            isi_teks(sel, teks)
            return
        sel.value = angka_sel(s)
        sel.number_format = format_sel(s, teks)

    def _gabung(self, rows: list[GridRow], mulai: int, hanya: set[int] | None) -> None:
        """Empty cells below a filled one are part of it: in the header everywhere, else in the columns `hanya`."""
        atas: dict[int, int] = {}  # column -> row at which its text stands
        for r, baris in enumerate(rows, start=mulai):
            satu = dict.fromkeys(range(1, 1 + sum(s.kolom for s in baris.sel)), False)
            for s, k in berkolom(baris):
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
