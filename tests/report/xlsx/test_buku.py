"""The workbook of a report: each captioned table a sheet, numbers as numbers that show as printed, text as text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import openpyxl
import pytest

from lkjip_desktop.core.angka import angka, bulat
from lkjip_desktop.report.blocks import Cell, Document, Grid, GridRow, Heading, runs
from lkjip_desktop.report.numbering import jalan, nomori
from lkjip_desktop.report.sections import dokumen_lkjip
from lkjip_desktop.report.xlsx import tulis
from lkjip_desktop.workspace import Workspace
from tests.report.contoh_blok import baris, dokumen, persen, uang


@pytest.fixture(scope="module")
def contoh() -> Iterator[Document]:
    with Workspace.contoh_memori() as w:
        yield dokumen_lkjip(w.snapshot, w.hasil(2023))


#: What cannot be read but as a number.
_PASTI = re.compile(r"-?\d{1,3}(\.\d{3})*(,\d+%?|%)")


def buka(isi: bytes, *, hasil: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(isi), data_only=hasil)


def tampak(sel: Any) -> str:
    """What a spreadsheet with Indonesian settings shows in a cell."""
    nilai, bentuk = sel.value, sel.number_format
    if isinstance(nilai, str) or nilai is None:
        return str(nilai or "")
    x = Fraction(str(nilai)) * (100 if bentuk.endswith("%") else 1)
    desimal = len(bentuk.partition(";")[0].rstrip("%").partition(".")[2])
    teks = angka(bulat(x, desimal))
    if bentuk.startswith('"Rp"'):
        teks = f"-Rp{teks[1:]}" if teks.startswith("-") else f"Rp{teks}"
    return teks + ("%" if bentuk.endswith("%") else "")


def tabel(d: Document) -> list[tuple[str, Grid]]:
    numbered = nomori(d)
    grids = [b for b in jalan(d.blok) if isinstance(b, Grid) and b.judul is not None]
    return [(e.nomor, g) for e, g in zip(numbered.daftar("tabel"), grids, strict=True)]


def periksa_isi(d: Document) -> tuple[int, int]:
    """Compare every cell with its block; (cells, numbers)."""
    buku = buka(tulis(d), hasil=True)
    sel = bilangan = 0
    for nama, g in tabel(d):
        ws = buku[nama]
        for r, b in enumerate((*g.kepala, *g.baris), start=3):
            k = 1
            for s in b.sel:
                teks = "".join(x.teks for x in s.isi)
                ada = ws.cell(r, k)
                assert tampak(ada) == teks, (nama, ada.coordinate)
                bilang = s.nilai is not None or (b in g.baris and bool(_PASTI.fullmatch(teks)))
                assert isinstance(ada.value, str | None) != bilang, (nama, ada.coordinate)
                sel += 1
                bilangan += bilang
                k += s.kolom
    return sel, bilangan


def test_setiap_sel_tampak_seperti_tercetak(contoh: Document) -> None:
    assert periksa_isi(dokumen()) == (56, 17)
    sel, bilangan = periksa_isi(contoh)
    assert sel > 1000
    assert bilangan > 150


def test_setiap_tabel_berjudul_jadi_lembar_dengan_tautan() -> None:
    buku = buka(tulis(dokumen()))
    assert buku.sheetnames == ["Daftar Tabel", "Tabel II.1", "Tabel II.2", "Tabel L.I.1"]
    daftar = buku["Daftar Tabel"]
    assert [daftar.cell(r, 2).hyperlink.location for r in (5, 6, 7)] == [
        "'Tabel II.1'!A1",
        "'Tabel II.2'!A1",
        "'Tabel L.I.1'!A1",
    ]
    assert daftar["C5"].value == "Perbandingan capaian, dua tahun"
    ws = buku["Tabel II.1"]
    assert ws["A1"].value == "Tabel II.1 Perbandingan capaian, dua tahun"
    assert ws.print_title_rows == "$3:$5"
    assert ws.print_area == "'Tabel II.1'!$A$1:$F$11"
    assert ws.freeze_panes == "A6"
    assert {str(m) for m in ws.merged_cells.ranges} == {
        "A3:A4",
        "B3:B4",
        "C3:D3",
        "E3:F3",
        "A6:A7",
        "B6:B7",
        "A9:E9",
    } | {
        "A10:F10",
        "A11:F11",
    }
    assert buku["Tabel II.2"].page_setup.orientation == "landscape"


def test_jumlah_hanya_bila_sama_dengan_yang_tercetak() -> None:
    isi = tulis(dokumen())
    rumus, hasil = buka(isi)["Tabel II.2"], buka(isi, hasil=True)["Tabel II.2"]
    assert rumus["B6"].value == "=SUM(B4:B5)"
    assert hasil["B6"].value == 1_500_000
    assert rumus["C6"].value == 1_300_001  # printed otherwise than its rows give: the printed one stands
    assert rumus["D6"].value == pytest.approx(0.8667)


def test_jumlah_satu_tingkat_saja() -> None:
    g = Grid(
        (baris("Uraian", "Anggaran"),),
        (
            baris("Program A", uang(30)),
            baris("Kegiatan A1", uang(10), jenis="anak"),
            baris("Kegiatan A2", uang(20), jenis="anak"),
            baris("Program B", uang(5)),
            baris("Kegiatan B1", uang(5), jenis="anak"),
            baris("Jumlah", uang(35), jenis="total"),
        ),
        (3, 1),
        judul=runs("Anggaran"),
    )
    ws = buka(tulis(Document((Heading(0, "X", "x", label="BAB"), g), "", "")))["Tabel I.1"]
    assert ws["B9"].value == "=SUM(B4,B7)"


def test_teks_tidak_pernah_jadi_rumus() -> None:
    ws = buka(tulis(dokumen()))["Tabel II.2"]
    assert (ws["A4"].value, ws["A4"].data_type, ws["A4"].quotePrefix) == ("=Belanja Pegawai", "s", True)
    assert (ws["A5"].value, ws["A5"].data_type, ws["A5"].quotePrefix) == ("+Belanja Barang", "s", True)
    jahat = ("=cmd|'/c calc'!A1", "@SUM(1)", "-1+1", "\t=1", "a\x00b", "=" * 40_000, "＝1", "", "\ufffe")
    g = Grid((), tuple(baris(t) for t in jahat), (1,), judul=runs("=HYPERLINK(1)"), lembar="=A1:[x]/\\?*'")
    d = Document((g,), "=JUDUL()", "@penulis")
    isi = tulis(d)
    assert b"<f>" not in b"".join(_bagian(isi).values())
    buku = buka(isi)
    assert buku.sheetnames == ["Daftar Tabel", "=A1  x"]
    assert buku["Daftar Tabel"]["A1"].quotePrefix is True
    assert all(isinstance(c.value, str | int | None) for ws in buku for r in ws.iter_rows() for c in r)


def test_nama_lembar_unik_dan_pendek() -> None:
    g = Grid((), (baris("a"),), (1,), judul=runs("Tabel yang judulnya amat sangat panjang sekali"))
    nama = buka(tulis(Document((g, g, g), "", ""))).sheetnames
    assert len({n.lower() for n in nama}) == 4
    assert all(len(n) <= 31 for n in nama)


def test_byte_sama_dan_tanpa_jejak() -> None:
    isi = tulis(dokumen())
    assert tulis(dokumen()) == isi
    bagian = _bagian(isi)
    semua = b"".join(bagian.values())
    assert b"openpyxl" not in semua
    assert b"2024-01-01T00:00:00Z" in bagian["docProps/core.xml"]
    assert b"Balai Pemasyarakatan Uji" in bagian["docProps/core.xml"]


def _bagian(isi: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        assert {i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {n: z.read(n) for n in z.namelist()}


def test_angka_persis_sampai_lima_belas_digit() -> None:
    sel = (Cell(runs("49,26%"), nilai=Fraction(62900, 1277), format="persen"), uang(-5), persen("0%"))
    g = Grid((), (GridRow(sel),), (1, 1, 1), judul=runs("T"))
    ws = buka(tulis(Document((g,), "", "")))["T"]
    assert ws["A3"].value == pytest.approx(629 / 1277, rel=1e-14)
    assert ws["B3"].value == -5
    assert ws["C3"].value == 0


def test_angka_yang_lebih_panjang_tetap_teks() -> None:
    besar = 10**40 - 1
    isi = tuple(GridRow((uang(n),)) for n in (besar, 1))
    g = Grid((), (*isi, GridRow((uang(besar + 1),), "total")), (1,), judul=runs("T"))
    ws = buka(tulis(Document((g,), "", "")))["T"]
    assert [ws[f"A{n}"].value for n in (3, 4, 5)] == ["Rp" + ".".join(["9", *["999"] * 13]), 1, "Rp10" + ".000" * 13]


def test_tanpa_tabel() -> None:
    assert buka(tulis(Document((), "Judul", ""))).sheetnames == ["Daftar Tabel"]


def test_kertas_tanpa_keterangan_memberi_tabel_bergarisnya() -> None:
    g = Grid((baris("No", "Target"),), (baris("1", "60%"),), (1, 1))
    polos = Grid((), (baris("Nama", "Budi"),), (1, 1), polos=True)
    buku = buka(tulis(Document((polos, g, g), "", "")))
    assert buku.sheetnames == ["Daftar Tabel", "Tabel 1", "Tabel 2"]
    assert buku["Tabel 1"]["A4"].value == "1"


def test_pintu_ruang_kerja_memberi_buku_kerja() -> None:
    with Workspace.contoh_memori() as w:
        assert buka(w.bangun("pk", 2023, format="xlsx").isi).sheetnames[:2] == ["Daftar Tabel", "Tabel 1"]


def test_catatan_panjang_tampak_seluruhnya_di_lebar_tabel() -> None:
    catatan = "Angka sasaran ini hanya menunjukkan ada atau tidak adanya keluaran dan perlu dibaca hati-hati. " * 4
    g = Grid((baris("a", "b"),), (baris("1", "2"),), (1, 1), judul=runs("T"), catatan=(catatan, "pendek"))
    ws = buka(tulis(Document((g,), "", "")))["T"]
    assert {str(m) for m in ws.merged_cells.ranges} == {"A5:B5", "A6:B6"}
    assert ws["A5"].alignment.wrap_text
    assert ws.row_dimensions[5].height > 3 * ws.row_dimensions[6].height


def test_baris_setinggi_isinya() -> None:
    """By the widths of the letters, not by their number."""
    g = Grid((baris("x"),), (baris("i" * 60), baris("W" * 60)), (1,), judul=runs("T"))
    ws = buka(tulis(Document((g,), "", "")))["T"]
    assert ws.column_dimensions["A"].width == 60
    assert ws.row_dimensions[4].height == 16
    assert ws.row_dimensions[5].height == 2 * 13 + 3


def test_judul_lebih_panjang_dari_tabelnya_tidak_terpotong() -> None:
    g = Grid((baris("a", "b"),), (baris("1", "2"),), (1, 1), judul=runs("Judul yang panjang sekali " * 8))
    ws = buka(tulis(Document((g,), "", ""))).worksheets[1]
    assert "A1:B1" in {str(m) for m in ws.merged_cells.ranges}
    assert ws.row_dimensions[1].height > 2 * 14


def test_angka_yang_pasti_jadi_bilangan_meski_diketik() -> None:
    teks = ("82,09%", "-1.234,5", "55%", "2023", "001", "2.", "1,2,3", "12.5%", "=1,0")
    g = Grid((baris("80%"),), tuple(baris(t) for t in teks), (1,), judul=runs("T"))
    ws = buka(tulis(Document((g,), "", "")))["T"]
    assert ws["A3"].value == "80%"  # a head names, it does not count
    isi = [ws.cell(r, 1).value for r in range(4, 13)]
    assert [x if isinstance(x, str) else round(float(x), 6) for x in isi] == [0.8209, -1234.5, 0.55, *teks[3:]]
    assert [tampak(ws.cell(r, 1)) for r in range(4, 13)] == list(teks)
