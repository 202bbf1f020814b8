"""Text is data: whatever is typed comes back from the page, on lines that fit, with its sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_desktop.report.blocks import Asal, Heading, Items, Kertas, Para, Run, runs
from lkjip_desktop.report.pdf.fonts import KOTAK, kurang, muka, siap
from lkjip_desktop.report.pdf.lines import renggang, satu_baris, susun
from lkjip_desktop.report.pdf.style import tata
from tests.report.pdf.bantu import KALIMAT, baca, baris, cetak, lipat, tabel

JAHAT = [
    "<b>tebal</b> & <i>miring",
    "a < b dan c > d && e",
    '<img src="/etc/passwd"/>',
    '<font color="[[].__class__]">merah</font>',
    "<para><br/><a href='http://x'>klik</a></para>",
    "{capaian} {x!r} %s %(a)s $y ${z}",
    "&amp; &lt; &#65; &nonsense;",
    r"\(kurung\) \101 ) ( \\ \n",
    "=SUM(A1) @x +1 -1",
    "undang-undang/peraturan—dan rata-rata: 1.277/629",
    "é ß ñ Ł ő ž œ … – — “kutip” ‘satu’ € £ ° ² × ÷ ≥ ≤",
    "x" * 20_000,
    "kata " * 4_000,
    "ab\ncd\n\n  ef   gh\tij",
]


@pytest.mark.parametrize("teks", JAHAT, ids=range(len(JAHAT)))
def test_teks_jahat_tercetak_apa_adanya(teks: str) -> None:
    hasil = baca(cetak(Para(runs(teks))))
    assert hasil == lipat(siap(teks, muka("sans"), set()))
    # Everywhere else that shows text of the user, too.
    if len(teks) < 1000:
        hasil = baca(
            cetak(
                Heading(1, teks, "k"),
                Items((runs(teks),), "-"),
                tabel(["a", "b"], [baris(teks, "1")], judul=runs(teks), sumber=f"Sumber: {teks}", catatan=(teks,)),
            )
        )
        assert hasil.count(lipat(siap(teks, muka("sans"), set()))) == 6


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc", "Cf", "Cn", "Mn"])),
            st.booleans(),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_setiap_huruf_kembali(bagian: list[tuple[str, bool, bool]]) -> None:
    isi = tuple(Run(t, tebal=b, miring=i) for t, b, i in bagian)
    glif: set[str] = set()
    harap = "".join(siap(r.teks, muka("sans", r.tebal, r.miring), glif) for r in isi)
    r = cetak(Para(isi), Para(runs("akhir")))
    assert baca(r) == lipat(harap + "akhir")
    assert r.glif == glif


def test_huruf_yang_tidak_ada_menjadi_kotak_dan_dilaporkan() -> None:
    r = cetak(Para(runs("ada \U0001f600 dan ✓ lalu الف")))
    assert r.glif == frozenset("\U0001f600✓الف")
    assert baca(r) == lipat(f"ada {KOTAK} dan {KOTAK} lalu {KOTAK * 3}")
    assert kurang(["polos", "✓"]) == {"✓"}


def test_tanda_tak_tampak_tidak_menjadi_kotak() -> None:
    r = cetak(Para(runs("a\u200bb\u00adc\ufe0fd\u2011e\x00f\u2009g")))
    assert r.glif == frozenset()
    assert baca(r) == "abcd-efg"


@pytest.mark.parametrize("huruf", ["sans", "serif"])
def test_baris_tidak_melewati_lebar_dan_rapi(huruf: str) -> None:
    t = tata(Kertas(huruf="serif" if huruf == "serif" else "sans"))
    teks = susun(runs(KALIMAT * 6, Run("tebal sekali", tebal=True), KALIMAT), t.isi, 440.0)
    assert len(teks.baris) > 10
    for b in teks.baris:
        sela = renggang(b, t.isi, 440.0)
        assert b.inden + b.lebar + sela * b.spasi <= 440.5
        if not b.akhir:
            # Justified to the edge, and without gaping.
            assert b.inden + b.lebar + sela * b.spasi == pytest.approx(440.0, abs=0.5)
            assert sela < t.isi.ukuran * 0.8


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 14), min_size=1, max_size=60), st.sampled_from(["isi", "butir", "tengah", "kanan"]))
def test_tidak_ada_baris_yang_keluar_dari_lebarnya(panjang: list[int], nama: str) -> None:
    gaya = tata(Kertas()).gaya(nama)
    teks = susun(runs(" ".join("n" * n for n in panjang)), gaya, 200.0)
    for b in teks.baris:
        assert b.inden + b.lebar + renggang(b, gaya, 200.0) * b.spasi <= 200.05
    assert sum(len(r.teks.replace(" ", "")) for b in teks.baris for r in b.ruas) == sum(panjang)


def test_judul_di_tengah_tidak_bersisa_satu_kata() -> None:
    gaya = tata(Kertas()).judul
    teks = susun(runs("KEPALA KANTOR WILAYAH KEMENTERIAN HUKUM DAN HAM SUMATERA SELATAN"), gaya, 440.0)
    assert len(teks.baris) == 2
    assert min(b.lebar for b in teks.baris) > 0.7 * max(b.lebar for b in teks.baris)


def test_kata_panjang_dipatah_di_dalam_lebar() -> None:
    t = tata(Kertas())
    teks = susun(runs("a" * 500), t.sel, 60.0)
    assert max(b.lebar for b in teks.baris) <= 60.01
    assert sum(len(r.teks) for b in teks.baris for r in b.ruas) == 500


def test_huruf_lebih_lebar_dari_kolom_tetap_tercetak() -> None:
    teks = susun(runs("WWW"), tata(Kertas()).sel, 2.0)
    assert len(teks.baris) == 3


def test_spasi_dan_baris_baru_dipertahankan() -> None:
    t = tata(Kertas())
    sempit = satu_baris("Palembang, Januari 2023", t.rapat).terlebar
    renggang_ = satu_baris("Palembang,     Januari 2023", t.rapat).terlebar
    assert renggang_ > sempit + 4 * muka("sans").lebar(" ") * t.rapat.ukuran - 0.1
    assert len(susun(runs("satu\ndua\n\ntiga"), t.isi, 400.0).baris) == 4


def test_nilai_bersumber_menjadi_tempat_klik() -> None:
    asal = Asal("realisasi", "r1", "nilai")
    r = cetak(Para(runs("awal ", Run("49,26%", asal=asal), " akhir")), Para(runs(Run("", asal=Asal("a", "kosong")))))
    hit, kosong = r.hits
    assert (hit.asal, hit.halaman) == (asal, 0)
    assert hit.x0 > 85
    assert hit.x1 - hit.x0 == pytest.approx(muka("sans").lebar("49,26%") * 11, abs=0.5)
    assert 8 < hit.y1 - hit.y0 < 16
    assert kosong.asal.kunci == "kosong"
    assert kosong.x1 > kosong.x0


def test_nilai_yang_terbelah_baris_punya_tempat_di_kedua_baris() -> None:
    r = cetak(Para(runs(Run(KALIMAT * 2, asal=Asal("t", "k", "c")))))
    assert len(r.hits) > 2
    assert len({h.y0 for h in r.hits}) == len(r.hits)


def test_nilai_ada_di_tempat_kliknya() -> None:
    """The rectangle really holds the characters, also in justified lines and aligned cells."""
    import pypdfium2

    from lkjip_desktop.report.pdfium import KUNCI

    isi = [baris("nama", Run("1.234,5", asal=Asal("a", "1"))), baris("lain", Run("7,25", asal=Asal("a", "2")))]
    r = cetak(
        Para(runs(KALIMAT, Run("nilainya", asal=Asal("a", "0")), " ", KALIMAT)),
        tabel(["x", "y"], isi, rata=("kiri", "desimal")),
    )
    with KUNCI, pypdfium2.PdfDocument(r.isi) as pdf:
        halaman = pdf[0].get_textpage()
        teks = [halaman.get_text_bounded(h.x0 - 0.5, h.y0, h.x1 + 0.5, h.y1) for h in r.hits]
    assert [t.strip() for t in teks] == ["nilainya", "1.234,5", "7,25"]


def test_paragraf_seribu_halaman_tidak_meledak() -> None:
    """200,000 characters in one paragraph stay linear (a well-known trap of paragraph engines)."""
    teks = susun(runs(KALIMAT * 1200), tata(Kertas()).isi, 440.0)
    assert sum(len(r.teks) for b in teks.baris for r in b.ruas) > 150_000
