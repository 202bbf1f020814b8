"""A Grid as a Word table: repeated header, merged cells, widths and decimal commas as on the printed page."""

from __future__ import annotations

from dataclasses import replace

from lkjip_desktop.errors import GagalCetak
from lkjip_desktop.report.blocks import Cell, Grid, GridRow
from lkjip_desktop.report.docx.gaya import garis, hex_warna
from lkjip_desktop.report.docx.keterangan import kalimat_sumber, keterangan
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.teks import huruf, isi_runs, teruraikan
from lkjip_desktop.report.docx.xml import Elemen, paragraf, sifat, teks, twip, w
from lkjip_desktop.report.numbering import teks_polos
from lkjip_desktop.report.pdf.style import (
    GARIS_KEPALA,
    LATAR_TOTAL,
    LUAR_TABEL,
    SEL_ATAS,
    SEL_BAWAH,
    SEL_TEPI,
    TEBAL_LUAR,
    Gaya,
)
from lkjip_desktop.report.pdf.table_model import Larik, Sel, Ukuran, ukur

_RATA = {"kiri": "left", "tengah": "center", "kanan": "right", "desimal": "right", "rata": "left"}
#: A row higher than this part of a page may part, so that nothing of it is lost.
_BAGIAN_UTUH = 0.5
#: A table that should stay whole does, where it is lower than this part of a page or has few rows (as in print).
_TABEL_UTUH = 0.34
_BARIS_UTUH = 6
#: Word calls a file with more columns damaged.
_KOLOM_MAKS = 63
#: Room that Word's rounding may take in a column, in points.
_LONGGAR = 0.8


def tabel(grid: Grid, k: Konteks, *, utuh: bool = False) -> list[Elemen]:
    """Caption, table, sources and notes; `utuh` keeps all of it with what follows row by row."""
    u = _ukur(grid, k)
    tinggi = sum(x.tinggi + SEL_ATAS + SEL_BAWAH for x in (*u.kepala, *u.baris))
    utuh = utuh or (grid.utuh and (tinggi <= k.tinggi * _TABEL_UTUH or len(u.baris) < _BARIS_UTUH))
    hasil: list[Elemen] = []
    if grid.judul is not None:
        hasil.append(keterangan(grid.judul, k, atas=True))
    rows = (*grid.kepala, *grid.baris)
    lariks = [*u.kepala, *u.baris]
    akhir = len(rows) - 1
    ada_bawah = bool(grid.sumber.strip() or grid.catatan)
    badan = []
    for r, (baris, larik) in enumerate(zip(rows, lariks, strict=True)):
        bawah = lariks[r + 1].satu if r < akhir else frozenset()
        ikut = r < len(u.kepala) or (utuh and (r < akhir or ada_bawah)) or (r == akhir and ada_bawah)
        badan.append(_baris(baris, larik, bawah, u, grid, k, kepala=r < len(u.kepala), ikut=ikut))
    judul = teks_polos(grid.judul or (), k.numbered)
    if badan:
        hasil.append(bingkai("TabelPolos" if grid.polos else "TabelLaporan", u.kolom, badan, judul))
    kecil = [*grid.catatan, *([kalimat_sumber(grid.sumber)] if grid.sumber.strip() else [])]
    for i, kalimat in enumerate(kecil):
        p = paragraf("Sumber", huruf(kalimat))
        if i < len(kecil) - 1:
            sifat(p, w("keepNext"))
        jarak = {"before": twip(k.tata.sumber.ukuran * 0.45)} if i == 0 else {}
        if i == len(kecil) - 1:
            jarak["after"] = twip(LUAR_TABEL)
        if jarak:
            sifat(p, w("spacing", **jarak))
        hasil.append(p)
    if not kecil:
        # Two tables that touch would become one.
        hasil.append(sela(0.0 if grid.polos else LUAR_TABEL))
    return hasil


def _ukur(grid: Grid, k: Konteks) -> Ukuran:
    """The table measured as Word will set it: sizes in half points, a hair of room in each column."""
    banyak = max([len(grid.lebar), 1, *(sum(s.kolom for s in b.sel) for b in grid.kepala + grid.baris)])
    if banyak > _KOLOM_MAKS:
        raise GagalCetak(
            f"Tabel “{teks_polos(grid.judul or (), k.numbered)[:80]}” punya {banyak} kolom, sedangkan Word hanya "
            f"menerima {_KOLOM_MAKS}.",
            "Bagi tabel itu menjadi dua.",
        )
    t = replace(k.tata, sel=_setengah(k.tata.sel), sel_polos=_setengah(k.tata.sel_polos))
    u = ukur(grid, k.lebar - _LONGGAR * banyak, t, lambda isi: teruraikan(isi, k))
    u.kolom = [c + _LONGGAR for c in u.kolom]
    return u


def _setengah(g: Gaya) -> Gaya:
    ukuran = round(g.ukuran * 2) / 2
    return replace(g, ukuran=ukuran, jarak=g.jarak * ukuran / g.ukuran)


def bingkai(gaya: str, kolom: list[float], baris: list[Elemen], judul: str = "") -> Elemen:
    """A table of a style from rows; `kolom` are widths in points, `judul` is told by screen readers."""
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=gaya),
            w("tblW", w=sum(twip(c) for c in kolom), type="dxa"),
            w("jc", val="left"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
            w("tblCaption", val=teks(judul)) if judul else None,
        ),
        w("tblGrid", *(w("gridCol", w=twip(c)) for c in kolom)),
        *baris,
    )


def sela(poin: float) -> Elemen:
    """A paragraph of no height but its gap."""
    p = paragraf("Sela")
    if poin:
        sifat(p, w("spacing", after=twip(poin)))
    return p


def _baris(
    baris: GridRow,
    larik: Larik,
    bawah: frozenset[int],
    u: Ukuran,
    grid: Grid,
    k: Konteks,
    *,
    kepala: bool,
    ikut: bool,
) -> Elemen:
    """One row; `bawah` are the columns that go on in the row below."""
    sel: list[Elemen] = []
    kolom = 0
    letak = {s.kolom: s for s in larik.sel}
    for s in baris.sel:
        tcpr = w("tcPr", w("tcW", w=sum(twip(c) for c in u.kolom[kolom : kolom + s.kolom]), type="dxa"))
        if s.kolom > 1:
            tcpr.append(w("gridSpan", val=s.kolom))
        lanjut = kolom in larik.satu
        if lanjut:
            tcpr.append(w("vMerge"))
        elif s.kolom == 1 and kolom in bawah:
            tcpr.append(w("vMerge", val="restart"))
        if kepala and baris.jenis != "nomor" and not grid.polos:
            tcpr.append(w("tcBorders", garis("bottom", TEBAL_LUAR, GARIS_KEPALA)))
        if not grid.polos and (kepala or baris.jenis == "total"):
            warna = k.tata.latar_kepala if kepala else LATAR_TOTAL
            tcpr.append(w("shd", val="clear", color="auto", fill=hex_warna(warna)))
        if kepala:
            tcpr.append(w("vAlign", val="center"))
        p = _isi_sel(s, baris, letak.get(kolom), u, grid, k, kepala=kepala, kosong=lanjut)
        if ikut:
            sifat(p, w("keepNext"))
        sel.append(w("tc", tcpr, p))
        kolom += s.kolom
    if kolom < len(u.kolom):
        # A row that ends early is closed by an empty cell, so that the right border stands.
        sisa = len(u.kolom) - kolom
        lebar = sum(twip(c) for c in u.kolom[kolom:])
        isi = w("tcPr", w("tcW", w=lebar, type="dxa"), w("gridSpan", val=sisa) if sisa > 1 else None)
        sel.append(w("tc", isi, paragraf("IsiTabel")))
    trpr = w("trPr")
    if larik.tinggi <= k.tinggi * _BAGIAN_UTUH:
        trpr.append(w("cantSplit"))
    if kepala:
        trpr.append(w("tblHeader"))
    return w("tr", trpr, *sel)


def _isi_sel(
    s: Cell,
    baris: GridRow,
    letak: Sel | None,
    u: Ukuran,
    grid: Grid,
    k: Konteks,
    *,
    kepala: bool,
    kosong: bool,
) -> Elemen:
    """The paragraph of a cell; figures of decimal columns stand where the printed page puts them."""
    dasar = k.tata.sel_polos if grid.polos else k.tata.sel
    if baris.jenis == "nomor":
        gaya, ukuran = "NomorKolom", 0.0
    else:
        gaya = "KepalaTabel" if kepala else "IsiPolos" if grid.polos else "IsiTabel"
        # A table that was set smaller to fit: Word knows half points, so the next lower one.
        ukuran = int(u.gaya.ukuran * 2 + 0.01) / 2 if u.gaya.ukuran < dasar.ukuran - 0.26 else 0.0
    tebal = not kepala and (s.tebal or baris.jenis == "total")
    p = paragraf(gaya, *([] if kosong else isi_runs(s.isi, k, tebal=tebal, ukuran=ukuran)))
    if kepala or baris.jenis == "nomor":
        return p
    if letak is None:
        return p
    if letak.geser is not None:
        tepi = SEL_TEPI * 0.5 if grid.polos else SEL_TEPI
        sifat(p, w("ind", left=max(0, twip(letak.geser - tepi))))
    elif _RATA[letak.teks.gaya.rata] != "left":
        sifat(p, w("jc", val=_RATA[letak.teks.gaya.rata]))
    return p
