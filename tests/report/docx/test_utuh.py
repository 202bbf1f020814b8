"""No paper, also an odd one, breaks a rule of the Word package; and the rules do see a breach."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.pk import berlaku
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.report.blocks import (
    Block,
    Chart,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    Heading,
    Keep,
    Kertas,
    Para,
    Part,
    Picture,
    Run,
    Seri,
    runs,
)
from lkjip_desktop.report.docx.tulis import tulis
from lkjip_desktop.report.pdfium import lepas
from lkjip_desktop.report.sections import dokumen_lkjip, dokumen_pk, dokumen_ringkasan, dokumen_surat
from lkjip_desktop.workspace import Workspace
from tests.report import bahan_berat
from tests.report.bahan_berat import TAHUN
from tests.report.contoh_blok import SHA, baris, dokumen, isi_berkas, sel
from tests.report.docx.pemeriksa import langgar
from tests.report.sections.contoh import lahat


@pytest.fixture(scope="module")
def gambar() -> Iterator[Workspace]:
    with Workspace.contoh_memori() as w:
        yield w
    lepas()


def _pk(s: Snapshot) -> Document:
    pk = berlaku(s, TAHUN)
    assert pk is not None
    return dokumen_pk(s, pk)


BUAT: dict[str, Callable[[Snapshot], Document]] = {
    "lkjip": lambda s: dokumen_lkjip(s, hitung(s, TAHUN)),
    "surat": lambda s: dokumen_surat(s, hitung(s, TAHUN)),
    "ringkasan": lambda s: dokumen_ringkasan(s, hitung(s, TAHUN)),
    "pk": _pk,
}
DATA: dict[str, Callable[[], Snapshot]] = {
    "contoh": lahat,
    **{n: getattr(bahan_berat, n) for n in ("nama_panjang", "kantor_lain", "tanpa_logo", "tahun_kosong")},
}


@pytest.mark.parametrize("data", list(DATA))
@pytest.mark.parametrize("jenis", list(BUAT))
def test_tidak_satu_naskah_pun_melanggar(gambar: Workspace, jenis: str, data: str) -> None:
    if (jenis, data) == ("pk", "tahun_kosong"):
        pytest.skip("a year without a PK prints none")
    d = BUAT[jenis](DATA[data]())
    assert langgar(tulis(replace(d, konsep=data == "kantor_lain"), gambar.isi_berkas)) == []


@pytest.mark.parametrize("kertas", [Kertas(), Kertas(215, 330, huruf="bookman", cermin=True, huruf_word="Garamond")])
@pytest.mark.parametrize("konsep", [False, True])
def test_semua_jenis_blok(kertas: Kertas, *, konsep: bool) -> None:
    assert langgar(tulis(replace(dokumen(konsep=konsep), kertas=kertas), isi_berkas)) == []


def _janggal() -> tuple[Block, ...]:
    logo = Picture(SHA, 20, 60, 40, "Logo")
    banyak = tuple(Figure((logo,) * (n % 5 + 1), runs(f"Gambar ke-{n}"), f"g{n}") for n in range(40))
    lebar = Grid((), (baris(*("1" for _ in range(63))),), (1,) * 63, judul=runs("Lebar"), kunci="lebar")
    compang = Grid(
        (baris("a", sel("b", kolom=2)), baris("", "c", "d")),
        (baris("1"), baris("", "2"), baris(sel("", kolom=3), jenis="total"), baris()),
        (1, 2, 3),
        gabung=(0, 1, 2),
        judul=runs("Compang"),
        kunci="compang",
    )
    panjang = runs("Jumlah klien pemasyarakatan yang memperoleh layanan pembimbingan " * 4)
    rumus = Formula(
        (
            ("", ()),
            ("Kiri", ((), runs("= "), Frac(panjang, runs("")), runs(""))),
            ("A", (Frac((), ()),)),
            ("", (runs("="),)),
        )
    )
    kosong = Grid((), (), (1,), judul=runs(""), kunci="kosong")
    grafik = Chart("baring", ("a",), (Seri("S", (Fraction(0),)),), runs("G"), "grafik")
    rujuk = Para(runs(" awal ", Run("", rujuk="g3"), Run("", rujuk="compang"), "\xa0", Run("", rujuk="k"), "\n"))
    return (
        *(Part("romawi", None, lanskap=n % 2 == 0) for n in range(4)),
        Heading(0, 'Judul "aneh" \\l <1>', "k", nomor=False, tampak=False),
        rujuk,
        *banyak,
        lebar,
        Part("arab", 1, lanskap=True),
        compang,
        compang_lain(compang),
        rumus,
        kosong,
        Keep((grafik, rujuk)),
        Part("", kepala=False),
    )


def compang_lain(g: Grid) -> Grid:
    """The same table again, without rules and captions."""
    return replace(g, polos=True, judul=None, kunci="")


def test_blok_yang_janggal() -> None:
    d = Document(_janggal(), "", "", kepala=("\x00Satker", ""), konsep=True, kode="a-b")
    assert langgar(tulis(d, isi_berkas)) == []
    assert langgar(tulis(Document((), "", ""), isi_berkas)) == []


RUSAK = {
    "id of a drawing": (b'<wp:docPr id="', b'<wp:docPr id="0" x="'),
    "stay open": (b'<w:fldChar w:fldCharType="end"/>', b""),
    "width of a cell": (b"<w:tcW w:w=", b'<w:tcW w:w="7" w:x='),
    "bookmarks stay open": (b"<w:bookmarkEnd", b"<w:proofErr"),
    "link to nothing": (b'w:anchor="_Toc', b'w:anchor="_Tic'),
    "no style": (b'<w:pStyle w:val="Caption"/>', b'<w:pStyle w:val="Keterangan"/>'),
    "is no relation": (b'r:embed="rId', b'r:embed="rIx'),
    "fraction without": (b"<m:den>", b"<m:num>"),
}


@pytest.mark.parametrize("kata", list(RUSAK))
def test_pemeriksa_melihat_pelanggaran(kata: str) -> None:
    lama, baru = RUSAK[kata]
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(tulis(dokumen(), isi_berkas))) as z, zipfile.ZipFile(keluar, "w") as o:
        for n in z.namelist():
            isi = z.read(n)
            if n == "word/document.xml":
                assert lama in isi
                isi = isi.replace(lama, baru)
                isi = isi.replace(b"</m:den>", b"</m:num>") if b"<m:den>" not in isi else isi
            o.writestr(n, isi)
    assert any(kata in x for x in langgar(keluar.getvalue()))
