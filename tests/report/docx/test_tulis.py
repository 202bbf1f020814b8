"""The Word file says what the blocks say and what the PDF says, and is built as Word itself builds files."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest

from lkjip_desktop.report.blocks import Document, Heading, Items, Kertas, NewPage, Para, Part, Rendered, Run, runs
from lkjip_desktop.report.docx.tulis import tulis
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pdfium import lepas, teks_halaman
from tests.report.contoh_blok import dokumen, isi_berkas
from tests.report.docx.baca import Baca, W, lipat, rapat
from tests.report.harap import Harapan


@pytest.fixture(scope="module")
def cetakan() -> Iterator[Rendered]:
    yield render(dokumen(), isi_berkas)
    lepas()


@pytest.fixture(scope="module")
def word(cetakan: Rendered) -> Baca:
    return Baca(tulis(dokumen(), isi_berkas, cetakan))


@pytest.fixture(scope="module")
def harapan(cetakan: Rendered) -> Harapan:
    return Harapan(dokumen(), {k: cetakan.label[h] for k, h in cetakan.tujuan.items()})


def test_semua_teks_sama_dengan_blok(word: Baca, harapan: Harapan) -> None:
    assert word.paragraf() == harapan.paragraf


def test_sel_tabel_sama_dengan_blok(word: Baca, harapan: Harapan) -> None:
    assert word.tabel("TabelLaporan") == harapan.tabel


def test_semua_teks_sama_dengan_pdf(word: Baca, cetakan: Rendered) -> None:
    halaman = teks_halaman(cetakan.isi)
    semua = re.sub(r"\.{3,}", "", rapat("".join(halaman)))  # leader dots
    for teks in word.paragraf():
        pecahan = teks.startswith("=")  # numerator and denominator are drawn above each other
        assert pecahan or rapat(teks) in semua, teks
    kata_word, kata_pdf = (Counter(" ".join(t).replace(" . ", " ").split()) for t in (word.paragraf(), halaman))
    assert not kata_word - kata_pdf
    # What only the PDF has: dots, page numbers, running heads, the code of a part, words inside drawings.
    hiasan = (
        "i ii iii 1 2 3 4 5 6 Laporan Kinerja Balai Uji 2023 Laporan Kinerja Balai Uji 2023 "
        "Data r0042 Data r0042 Data r0042 Kepala Eselon IV Urusan TU Subseksi "
        "Target Realisasi 2021 2022 2023 (%) 0 20 40 60 80 100 100 60 55"
    )
    assert {k for k in kata_pdf - kata_word - Counter(hiasan.split()) if k.strip(".·-–") != ""} == set()


def test_byte_sama_dan_tanpa_jejak(word: Baca, cetakan: Rendered) -> None:
    assert tulis(dokumen(), isi_berkas, cetakan) == word.isi
    semua = b"".join(word.bagian.values())
    assert b"python-docx" not in semua
    with zipfile.ZipFile(BytesIO(word.isi)) as z:
        assert {i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    inti = word.bagian["docProps/core.xml"].decode()
    assert "2024-01-01T00:00:00Z" in inti
    assert "Balai Pemasyarakatan Uji" in inti
    assert "id-ID" in inti


def test_python_docx_membacanya(word: Baca) -> None:
    import docx

    d = docx.Document(BytesIO(word.isi))
    nama = {p.style.name for p in d.paragraphs if p.style is not None}
    assert {"Heading 1", "Heading 2", "Heading 3", "Heading 4", "Caption", "List Number", "List Bullet"} <= nama
    assert {"toc 1", "toc 2", "table of figures", "Body Text", "Quote"} <= nama
    assert d.core_properties.title == "Laporan Kinerja 2023"
    assert d.styles["Normal"].font.name == "Arial"
    serif = replace(dokumen(), kertas=Kertas(huruf="serif"))
    assert docx.Document(BytesIO(tulis(serif, isi_berkas))).styles["Normal"].font.name == "Times New Roman"


def test_keterangan_bernomor_dengan_medan(word: Baca) -> None:
    p = next(p for p in word.badan.iter(W + "p") if word.gaya(p) == "Caption" and "Tabel II.2" in word.teks(p))
    kode = [lipat(e.text) for e in p.iter(W + "instrText")]
    assert kode == ["STYLEREF 1 \\s", "SEQ Tabel \\* ARABIC \\s 1"]
    assert p.find(f"{W}pPr/{W}keepNext") is not None
    semua = {lipat(e.text) for e in word.badan.iter(W + "instrText")}
    assert 'TOC \\h \\z \\c "Tabel"' in semua
    assert any(k.startswith("TOC \\o") for k in semua)
    rujuk = next(k for k in semua if k.startswith("REF "))
    assert rujuk.split()[1] in {e.get(W + "name") for e in word.badan.iter(W + "bookmarkStart")}


def test_setiap_medan_tertutup_dan_setiap_penanda_unik(word: Baca) -> None:
    tanda = [e.get(W + "fldCharType") for e in word.badan.iter(W + "fldChar")]
    assert tanda.count("begin") == tanda.count("separate") == tanda.count("end")
    mulai = [(e.get(W + "id"), e.get(W + "name")) for e in word.badan.iter(W + "bookmarkStart")]
    assert len({i for i, _ in mulai}) == len({n for _, n in mulai}) == len(mulai)
    assert {i for i, _ in mulai} == {e.get(W + "id") for e in word.badan.iter(W + "bookmarkEnd")}
    jangkar = {e.get(W + "anchor") for e in word.badan.iter(W + "hyperlink")}
    assert jangkar <= {n for _, n in mulai}


def test_tabel_mengulang_kepala_dan_menggabung_sel(word: Baca) -> None:
    t = next(t for t in word.badan.iter(W + "tbl") if word.gaya(t) == "TabelLaporan")
    rows = t.findall(W + "tr")
    assert [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows] == [True] * 3 + [False] * 4
    assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows)
    gabung = [[_gabung(tc) for tc in r.findall(W + "tc")] for r in rows]
    assert gabung[0] == ["restart", "restart", "2", "2"]
    assert gabung[1] == ["lanjut", "lanjut", "", "", "", ""]
    assert gabung[3][:2] == ["restart", "restart"]
    assert gabung[4][:2] == ["lanjut", "lanjut"]
    assert gabung[6] == ["5", ""]


def _gabung(tc: object) -> str:
    tcpr = tc.find(W + "tcPr")  # type: ignore[attr-defined]  # lxml has no types
    v, g = tcpr.find(W + "vMerge"), tcpr.find(W + "gridSpan")
    if v is not None:
        return "restart" if v.get(W + "val") == "restart" else "lanjut"
    return g.get(W + "val") if g is not None else ""


def test_lebar_sel_menutup_lebar_tabel(word: Baca) -> None:
    """Word draws torn borders where the widths of a row do not add up."""
    for t in word.badan.iter(W + "tbl"):
        kisi = sum(int(c.get(W + "w")) for c in t.find(W + "tblGrid"))
        for tr in t.findall(W + "tr"):
            lebar = sum(int(tc.find(f"{W}tcPr/{W}tcW").get(W + "w")) for tc in tr.findall(W + "tc"))
            assert lebar == kisi
        assert t.getnext() is not None
        assert t.getnext().tag == W + "p"  # two tables that touch would become one


def test_bagian_halaman(word: Baca) -> None:
    bagian = list(word.badan.iter(W + "sectPr"))
    nomor = [b.find(W + "pgNumType") for b in bagian]
    bentuk = [n.get(W + "fmt") for n in nomor]
    assert bentuk[0] == "decimal"
    assert bentuk[1] == "lowerRoman"
    assert bentuk[-1] == "decimal"
    assert [n.get(W + "start") for n in nomor if n.get(W + "start")] == ["1", "1"]
    lanskap = [b.find(W + "pgSz") for b in bagian if b.find(W + "pgSz").get(W + "orient") == "landscape"]
    assert len(lanskap) == 1
    assert int(lanskap[0].get(W + "w")) > int(lanskap[0].get(W + "h"))
    assert "oddPage" in [b.find(W + "type").get(W + "val") for b in bagian]
    kaki = [word.bagian[n].decode() for n in word.bagian if n.startswith("word/footer")]
    assert sum("PAGE" in k for k in kaki) == 3
    assert sum("PAGE" not in k for k in kaki) == 1  # the cover


def test_konsep_di_setiap_kepala() -> None:
    word = Baca(tulis(dokumen(konsep=True), isi_berkas))
    kepala = [word.bagian[n] for n in word.bagian if n.startswith("word/header")]
    assert kepala
    assert all(b'string="KONSEP"' in k for k in kepala)


def test_medan_diisi_word_bila_halaman_belum_diketahui(word: Baca) -> None:
    setelan = Baca(tulis(dokumen(), isi_berkas)).xml("word/settings.xml")
    nama = [e.tag.removeprefix(W) for e in setelan]
    assert nama.index("characterSpacingControl") < nama.index("updateFields") < nama.index("compat")  # the schema's
    assert b"updateFields" not in word.bagian["word/settings.xml"]


def test_penomoran_word_mengikuti_penomoran_dokumen() -> None:
    """Front matter with numbered parts, chapters, lampiran, skipped and unnumbered levels."""
    kepala = [
        Heading(0, "PENGANTAR", "p", nomor=False),
        Heading(1, "Satu", "p1"),
        Heading(1, "Dua", "p2"),
        Heading(0, "IKHTISAR", "i", nomor=False),
        Heading(1, "Lagi", "i1"),
        Heading(0, "SATU", "b1", label="BAB"),
        Heading(1, "A", "b1a"),
        Heading(2, "1", "b1a1"),
        Heading(1, "Tanpa nomor", "b1x", nomor=False),
        Heading(2, "1 lagi", "b1x1"),
        Heading(2, "2", "b1x2"),
        Heading(3, "a", "b1x2a"),
        Heading(4, "1)", "b1x2a1"),
        Heading(5, "a)", "b1x2a1a"),
        Heading(6, "1) lagi", "b1x2a1a1"),
        Heading(0, "DUA", "b2", label="BAB"),
        Heading(2, "langsung", "b2-1"),
        Heading(1, "A", "b2a"),
        Heading(0, "L SATU", "l1", label="LAMPIRAN"),
        Heading(1, "A", "l1a"),
        Heading(0, "L DUA", "l2", label="LAMPIRAN"),
        Heading(0, "TIGA", "b3", label="BAB"),
        Heading(0, "EMPAT", "b4"),
        Heading(0, "PENUTUP", "z", nomor=False, daftar=False),
    ]
    d = Document(tuple(kepala), "", "")
    word = Baca(tulis(d, isi_berkas))
    assert word.paragraf() == Harapan(d, {}).paragraf


def test_setiap_daftar_mulai_dari_awal() -> None:
    butir = Items(tuple(runs(f"butir {i}") for i in range(30)), "a")
    d = Document((butir, Para(runs("sela")), butir, Items((runs("x"),), "1")), "", "")
    assert Baca(tulis(d, isi_berkas)).paragraf() == Harapan(d, {}).paragraf


@pytest.mark.parametrize("teks", ["a\x0bb", "ᮞᮥᮔ᮪ᮓ", "\ud800", "<w:p>&amp;", "]]>", " dua  spasi ", "😀", "", "\ufffe"])
def test_teks_apa_pun_dapat_ditulis(teks: str) -> None:
    d = Document(
        (Para(runs(teks)), Heading(0, teks, "k"), Items((runs(teks),)), Para((Run("", rujuk="k"),))), teks, teks
    )
    Baca(tulis(d, isi_berkas))


def test_tanpa_isi_dan_tanpa_halaman_kosong() -> None:
    assert Baca(tulis(Document((), "", ""), isi_berkas)).paragraf() == []
    # Breaks that follow each other make one page, as in the PDF.
    d = Document(
        (NewPage(), Part("arab", 1), NewPage(), Para(runs("a")), NewPage(), NewPage(), Para(runs("b"))), "", ""
    )
    word = Baca(tulis(d, isi_berkas))
    assert len(list(word.badan.iter(W + "pageBreakBefore"))) == 1
    assert len(list(word.badan.iter(W + "sectPr"))) == 1


def test_gambar_rusak_tidak_menghentikan_pencetakan() -> None:
    def tidak_ada(sha: str) -> bytes:
        raise KeyError(sha)

    word = Baca(tulis(dokumen(), tidak_ada))
    assert "Gambar tidak dapat dibaca" in word.paragraf()
