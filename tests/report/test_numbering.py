"""Numbers of headings, tables and figures: counted by chapter, listed in order, referred to by key."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lkjip_desktop.errors import GagalCetak
from lkjip_desktop.report.blocks import (
    Block,
    Cell,
    Chart,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    GridRow,
    Heading,
    Items,
    Keep,
    Node,
    Para,
    Run,
    Seri,
    Tree,
    runs,
)
from lkjip_desktop.report.numbering import Numbered, berentri, jalan, nomori, teks_polos


def tabel(judul: str | None, kunci: str = "", isi: str | Run = "x") -> Grid:
    return Grid(
        kepala=(),
        baris=(GridRow((Cell(runs(isi)),)),),
        lebar=(1.0,),
        judul=None if judul is None else runs(judul),
        kunci=kunci,
    )


def grafik(judul: str | None, kunci: str = "") -> Chart:
    return Chart("garis", ("2023",), (Seri("a", (Fraction(1),)),), None if judul is None else runs(judul), kunci)


def bab(judul: str, kunci: str, label: str = "BAB") -> Heading:
    return Heading(0, judul, kunci, label=label)


def beri(*blok: Block) -> Numbered:
    return nomori(Document(blok, "Judul", "Satker"))


def test_nomor_judul_menurut_tingkat() -> None:
    n = beri(
        bab("PENDAHULUAN", "b1"),
        Heading(1, "Latar Belakang", "b1.a"),
        Heading(1, "Tugas", "b1.b"),
        Heading(2, "Umum", "b1.b.1"),
        Heading(2, "Khusus", "b1.b.2"),
        Heading(3, "Rincian", "b1.b.2.a"),
        Heading(1, "Sistematika", "b1.c"),
        Heading(2, "Isi", "b1.c.1"),
        bab("PERENCANAAN", "b2"),
        Heading(1, "Renstra", "b2.a"),
    )
    assert [e.nomor for e in n.entri] == ["BAB I", "A.", "B.", "1.", "2.", "a.", "C.", "1.", "BAB II", "A."]
    assert n.rujukan("b2") == "Bab II"
    assert n.rujukan("b1.b.2.a") == "Bab I.B.2.a"
    assert n.rujukan("b2.a") == "Bab II.A"


def test_tabel_dan_gambar_dihitung_per_bab() -> None:
    n = beri(
        bab("SATU", "b1"),
        tabel("Pertama", "t1"),
        grafik("Grafik", "g1"),
        bab("DUA", "b2"),
        tabel("Kedua", "t2"),
        tabel("Ketiga", "t3"),
        Tree(Node("a"), runs("Pohon"), "g2"),
        Figure((), runs("Foto"), "g3"),
    )
    assert [n.nomor(k) for k in ("t1", "t2", "t3")] == ["Tabel I.1", "Tabel II.1", "Tabel II.2"]
    assert [n.nomor(k) for k in ("g1", "g2", "g3")] == ["Gambar I.1", "Gambar II.1", "Gambar II.2"]
    assert [e.judul for e in n.daftar("tabel")] == ["Pertama", "Kedua", "Ketiga"]
    assert [n.entri[i].kunci for i in n.urutan_daftar("gambar")] == ["g1", "g2", "g3"]


def test_bagian_depan_tanpa_nomor() -> None:
    n = beri(
        Heading(0, "KATA PENGANTAR", "kata", nomor=False),
        tabel("Ringkasan", "t0"),
        Heading(0, "DAFTAR ISI", "di", nomor=False, daftar=False),
        bab("SATU", "b1"),
        tabel("Satu", "t1"),
    )
    assert [e.nomor for e in n.entri] == ["", "", "", "BAB I", "Tabel I.1"]
    assert n.rujukan("t0") == "Ringkasan"
    assert [e.judul for e in n.daftar("isi")] == ["KATA PENGANTAR", "SATU"]
    assert [e.kunci for e in n.daftar("tabel")] == ["t1"]


def test_lampiran_berhitung_sendiri() -> None:
    n = beri(
        bab("SATU", "b1"),
        bab("PERJANJIAN KINERJA", "l1", "LAMPIRAN"),
        tabel("Sasaran", "t1"),
        bab("REVIU", "l2", "LAMPIRAN"),
        bab("DUA", "b2"),
    )
    assert [n.nomor(k) for k in ("b1", "l1", "l2", "b2")] == ["BAB I", "LAMPIRAN I", "LAMPIRAN II", "BAB II"]
    assert n.nomor("t1") == "Tabel L.I.1"
    assert n.rujukan("l2") == "Lampiran II"


def test_lebih_dari_dua_puluh_enam() -> None:
    n = beri(bab("SATU", "b1"), *(Heading(1, f"Judul {i}", f"j{i}") for i in range(28)))
    assert [n.nomor(f"j{i}") for i in (0, 25, 26, 27)] == ["A.", "Z.", "AA.", "AB."]


def test_judul_anak_tanpa_nomor_tidak_menghitung() -> None:
    n = beri(bab("SATU", "b1"), Heading(1, "a", "x", nomor=False), Heading(1, "b", "y"))
    assert (n.nomor("x"), n.nomor("y"), n.rujukan("x")) == ("", "A.", "a")


def test_tanpa_judul_tidak_bernomor_dan_isi_keep_terhitung() -> None:
    blok: tuple[Block, ...] = (
        bab("SATU", "b1"),
        tabel(None),
        Keep((tabel("Dalam", "t1"), Keep((grafik("Dalam lagi", "g1"),)))),
        tabel("Luar", "t2"),
    )
    n = beri(*blok)
    assert (n.nomor("t1"), n.nomor("g1"), n.nomor("t2")) == ("Tabel I.1", "Gambar I.1", "Tabel I.2")
    # Printers pair blocks and entries by walking: both have the same order and length.
    assert len([b for b in jalan(blok) if berentri(b)]) == len(n.entri)


def test_judul_yang_merujuk_mendapat_teks_rujukannya() -> None:
    g = Grid((), (), (1.0,), judul=runs("Lanjutan ", Run("", rujuk="t2")), kunci="t1")
    n = beri(bab("SATU", "b1"), g, tabel("Kedua", "t2"))
    assert n.menurut_kunci["t1"].judul == "Lanjutan Tabel I.2"
    assert n.daftar("tabel")[0].judul == "Lanjutan Tabel I.2"


@pytest.mark.parametrize(
    "blok",
    [
        Para(runs(Run("", rujuk="hilang"))),
        Items((runs(Run("", rujuk="hilang")),)),
        Formula((("a", (Frac(runs(Run("", rujuk="hilang")), runs("b")),)),)),
        Formula((("a", (runs(Run("", rujuk="hilang")),)),)),
        tabel(None, isi=Run("", rujuk="hilang")),
        Keep((Para(runs(Run("", rujuk="hilang"))),)),
        Grid((), (), (1.0,), judul=runs(Run("", rujuk="hilang"))),
    ],
)
def test_rujukan_yang_tidak_ada_disebut(blok: Block) -> None:
    with pytest.raises(GagalCetak, match="hilang"):
        beri(bab("SATU", "b1"), blok)


def test_semua_rujukan_yang_tidak_ada_disebut_sekaligus() -> None:
    with pytest.raises(GagalCetak, match=r"aa, zz"):
        beri(Para(runs(Run("", rujuk="zz"), Run("", rujuk="aa"))))


def test_kunci_ganda_disebut() -> None:
    with pytest.raises(GagalCetak, match="t1"):
        beri(tabel("a", "t1"), tabel("b", "t1"))


def test_teks_polos() -> None:
    n = beri(bab("SATU", "b1"), tabel("a", "t1"))
    assert teks_polos(runs("Lihat ", Run("", rujuk="t1"), "."), n) == "Lihat Tabel I.1."
