"""How the parts of a Word file are built: styles, order of properties, scans, what keeps together, limits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lkjip_desktop.errors import GagalCetak
from lkjip_desktop.report.blocks import (
    Contents,
    Document,
    Grid,
    GridRow,
    Heading,
    Keep,
    Kertas,
    Para,
    Part,
    ScanPages,
    runs,
)
from lkjip_desktop.report.docx.tulis import tulis
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pdfium import lepas
from tests.report.contoh_blok import LEMBAR, baris, dokumen, isi_berkas, sel
from tests.report.docx.baca import Baca, W, lipat

_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
# The order of the schema (ECMA-376, CT_PPr); Word calls a file with another order damaged.
_URUTAN = [
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "tabs"),
    *("spacing", "ind", "jc", "outlineLvl", "sectPr"),
]


@pytest.fixture(scope="module")
def word() -> Baca:
    return Baca(tulis(dokumen(konsep=True), isi_berkas))


def gaya(word: Baca) -> dict[str, Any]:
    return {s.get(W + "styleId"): s for s in word.xml("word/styles.xml").iter(W + "style")}


def test_setiap_judul_menempel_pada_isinya(word: Baca) -> None:
    semua = gaya(word)
    for n in range(1, 7):
        ppr = semua[f"Heading{n}"].find(W + "pPr")
        assert [ppr.find(W + x) is not None for x in ("keepNext", "keepLines", "numPr", "outlineLvl")] == [True] * 4
        assert semua[f"JudulLuar{n}"].find(f"{W}pPr/{W}outlineLvl").get(W + "val") == "9"


def test_setiap_gaya_yang_dipakai_memang_ada(word: Baca) -> None:
    semua = gaya(word)
    assert {word.gaya(e) for e in word.badan.iter(W + "p", W + "tbl")} <= set(semua)
    assert {s.find(W + "basedOn").get(W + "val") for s in semua.values() if s.find(W + "basedOn") is not None} <= set(
        semua
    )
    angka = word.xml("word/numbering.xml")
    dipakai = {e.get(W + "val") for s in semua.values() for e in s.iter(W + "numId")}
    dipakai |= {e.get(W + "val") for e in word.badan.iter(W + "numId")}
    assert dipakai - {"0"} <= {n.get(W + "numId") for n in angka.iter(W + "num")}
    nsid = [n.get(W + "val") for n in angka.iter(W + "nsid")]
    assert len(nsid) == len(set(nsid))


def test_sifat_paragraf_menurut_urutan_skema(word: Baca) -> None:
    for nama in word.bagian:
        if nama.startswith("word/") and nama.endswith(".xml"):
            for ppr in word.xml(nama).iter(W + "pPr"):
                letak = [_URUTAN.index(e.tag.removeprefix(W)) for e in ppr]
                assert letak == sorted(set(letak)), nama


def test_judul_di_tengah_berbaris_seimbang() -> None:
    """A title of two lines is drawn in, so that no word stands alone below; a short one and a paragraph are not."""
    judul = "PERJANJIAN KINERJA KEPALA BALAI PEMASYARAKATAN KELAS II LAHAT DENGAN KEPALA KANTOR WILAYAH SUMATERA"
    isi = (Para(runs(judul), "judul"), Para(runs("PENDEK"), "judul"), Para(runs(judul * 3), "isi"))
    word = Baca(tulis(Document(isi, "", ""), isi_berkas))
    inden = [p.find(f"{W}pPr/{W}ind") for p in list(word.badan.iter(W + "p"))[:3]]
    assert inden[1] is inden[2] is None
    assert inden[0].get(W + "left") == inden[0].get(W + "right")
    assert int(inden[0].get(W + "left")) > 20 * 14 / 2


@pytest.mark.parametrize(("banyak", "utuh"), [(4, True), (12, True), (40, False)])
def test_tabel_yang_utuh_pecah_bila_panjang(banyak: int, *, utuh: bool) -> None:
    """As in print: a table that should stay whole does while it is low, else it parts between its rows."""
    g = Grid((baris("a", "b"),), tuple(baris(str(n), "x") for n in range(banyak)), (1, 4), utuh=True)
    word = Baca(tulis(Document((g,), "", ""), isi_berkas))
    rows = next(word.badan.iter(W + "tbl")).findall(W + "tr")
    menempel = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in r.iter(W + "p")) for r in rows]
    assert menempel[0]
    assert menempel[1:-1] == [utuh] * (banyak - 1)


def test_tabel_huruf_menyebut_yang_dipakai() -> None:
    for kertas, nama in ((Kertas(huruf="bookman"), "Bookman Old Style"), (Kertas(huruf_word="Garamond"), "Garamond")):
        word = Baca(tulis(Document((Para(runs("a")),), "", "", kertas=kertas), isi_berkas))
        ada = {f.get(W + "name") for f in word.xml("word/fontTable.xml")}
        assert ada == {nama, "Cambria Math"}
        dipakai = {
            f.get(W + "ascii") for n in ("styles", "document") for f in word.xml(f"word/{n}.xml").iter(W + "rFonts")
        }
        assert dipakai <= ada


def test_pindaian_pdf_satu_halaman_satu_gambar() -> None:
    pindai = render(Document((Para(runs("satu")), Heading(0, "DUA", "d", nomor=False)), "", ""), isi_berkas).isi
    d = Document((Para(runs("depan")), ScanPages("x", "application/pdf", 2, "Pindaian"), Para(runs("sesudah"))), "", "")
    word = Baca(tulis(d, lambda _: pindai))
    lepas()
    assert len(list(word.badan.iter(_PIC))) == 2
    assert len(list(word.badan.iter(W + "pageBreakBefore"))) == 3
    assert word.paragraf() == ["depan", "Pindaian", "sesudah"]


def test_yang_disatukan_saling_menempel() -> None:
    tabel = Grid((), (baris("Nama", "Budi"), baris("NIP", "1")), (1, 3), polos=True)
    d = Document((Keep((Para(runs("a")), tabel, Para(runs("b")))), Para(runs("c"))), "", "")
    word = Baca(tulis(d, isi_berkas))
    menempel = [word.teks(p) for p in word.badan.iter(W + "p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert menempel == ["a", "Nama", "Budi", "NIP", "1", ""]


def test_pernyataan_panjang_diperkecil_agar_satu_halaman() -> None:
    def ukuran(banyak: int) -> set[str]:
        isi = tuple(Para(runs(f"Paragraf {i} " + "kata " * 90), "rapat") for i in range(banyak))
        word = Baca(tulis(Document((Keep(isi, satu_halaman=True),), "", ""), isi_berkas))
        assert len(word.paragraf()) == banyak
        return {e.get(W + "val") for e in word.badan.iter(W + "sz")}

    assert ukuran(3) == set()
    kecil = ukuran(9)  # 11 points would need more than a page
    assert len(kecil) == 1
    assert 14 <= int(kecil.pop()) < 22


def test_tabel_terlalu_lebar_untuk_word_ditolak_dengan_namanya() -> None:
    g = Grid((), (GridRow(tuple(sel("1") for _ in range(64))),), (1,) * 64, judul=runs("Harian"), kunci="h")
    with pytest.raises(GagalCetak, match=r"Harian.*64 kolom"):
        tulis(Document((g,), "", ""), isi_berkas)


def test_bagian_tidak_berakhir_pada_baris_daftar(word: Baca) -> None:
    """LibreOffice drops the page numbers of a section whose end stands in a line of a contents list."""
    for p in word.badan.iter(W + "p"):
        if p.find(f"{W}pPr/{W}sectPr") is not None:
            assert not word.gaya(p).startswith("TOC")
            assert word.gaya(p) != "TableofFigures"


def test_halaman_bab_tanpa_kepala_hanya_bila_ada_kepala() -> None:
    isi = (Part("arab", 1), Para(runs("a")), Heading(0, "BAB", "b", label="BAB"), Para(runs("b")))
    berkepala = Baca(tulis(Document(isi, "", "", kepala=("Satker", "2023")), isi_berkas))
    polos = Baca(tulis(Document(isi, "", ""), isi_berkas))
    assert len(list(berkepala.badan.iter(W + "titlePg"))) == 1
    assert len(list(polos.badan.iter(W + "titlePg"))) == 0
    assert len(list(polos.badan.iter(W + "pageBreakBefore"))) == 1


def test_judul_yang_tampil_sebagai_pindaian_tetap_masuk_daftar_isi() -> None:
    isi = (
        Contents("isi"),
        Heading(0, 'KATA "PENGANTAR"', "kp", nomor=False, tampak=False),
        ScanPages("x", "image/png", 1, sambung=True),
    )
    word = Baca(tulis(Document(isi, "", ""), lambda _: LEMBAR))
    assert word.paragraf() == ['KATA "PENGANTAR"']  # the line of the list only
    kode = [lipat(e.text) for e in word.badan.iter(W + "instrText")]
    assert 'TC "KATA \\"PENGANTAR\\"" \\l 1' in kode
    assert any(k.startswith("TOC ") and k.endswith("\\f") for k in kode)
    assert len(list(word.badan.iter(W + "pageBreakBefore"))) == 1


def test_aturan_kantor_sampai_di_word() -> None:
    biasa = Baca(tulis(dokumen(), isi_berkas))
    kertas = replace(dokumen().kertas, cermin=True, huruf_word="Cambria", warna_garis="112233", spasi=150)
    word = Baca(tulis(replace(dokumen(), kertas=kertas), isi_berkas))
    assert b"mirrorMargins" in word.bagian["word/settings.xml"]
    assert b"mirrorMargins" not in biasa.bagian["word/settings.xml"]
    huruf = {f.get(W + "ascii") for f in word.xml("word/styles.xml").iter(W + "rFonts")}
    assert huruf == {"Cambria"}
    assert b"112233" in word.bagian["word/styles.xml"]
    jarak = [int(gaya(x)["BodyText"].find(f"{W}pPr/{W}spacing").get(W + "line")) for x in (biasa, word)]
    assert jarak == [276, 360]  # 1.15 and 1.5 lines
