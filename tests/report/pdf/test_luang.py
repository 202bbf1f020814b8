"""How pages are filled: text before a figure or a turned page, the end of a chapter, numbers kept with their words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lkjip_desktop.report.blocks import Block, Chart, Heading, Items, Keep, Kertas, Para, Part, Seri, Space, runs
from lkjip_desktop.report.pdf.chart_marks import corak
from lkjip_desktop.report.pdf.charts import KotakGrafik
from lkjip_desktop.report.pdf.lines import susun
from lkjip_desktop.report.pdf.pages import bidang
from lkjip_desktop.report.pdf.style import MM, tata, terang
from tests.report.pdf.bantu import KALIMAT, baca_halaman, baris, cetak, lipat, tabel

SERI = (Seri("Target", (Fraction(50), Fraction(60)), ("50%", "60%")),)
GRAFIK = Chart("batang", ("2022", "2023"), SERI, runs("Perkembangan"), "g", satuan="%")
BAB = Heading(0, "Judul", "b", label="BAB")


def _turun(poin: float) -> Space:
    """Empty height above what a test looks at."""
    return Space(poin / MM)


def _luang() -> float:
    return bidang(Kertas(), lanskap=False).tinggi


# ------------------------------------------------------------------------------------------------- figures
def test_teks_mengisi_halaman_sebelum_gambar() -> None:
    isi = baca_halaman(cetak(BAB, _turun(_luang() - 200), GRAFIK, Para(runs("Kalimat sesudah gambar."))))
    assert "Kalimatsesudahgambar." in isi[0]
    assert "Perkembangan" in isi[1]


@pytest.mark.parametrize(("level", "lewat"), [(2, False), (3, False), (4, True)])
def test_judul_indikator_tidak_dilewati(level: int, lewat: bool) -> None:
    isi: list[Block] = [BAB, Heading(1, "A", "a"), Heading(2, "B", "c"), Heading(3, "C", "d")]
    isi += [_turun(_luang() - 300), GRAFIK, Heading(level, "Berikut", "e"), Para(runs("Isinya."))]
    assert ("Isinya." in baca_halaman(cetak(*isi))[0]) is lewat


def test_gambar_tidak_berdiri_di_tengah_analisis_berikut() -> None:
    isi: list[Block] = [BAB, _turun(_luang() - 200), GRAFIK, Para(runs("Milik gambar.")), Heading(4, "Berikut", "e")]
    panjang = tabel(["x"], [baris(str(n)) for n in range(12)], utuh=True)
    sebelum, sesudah = baca_halaman(cetak(*isi, Para(runs("Isinya.")), panjang))
    # The next analysis has a table too, so all of it stands behind the figure; what belongs to the figure goes before.
    assert "Milikgambar." in sebelum
    assert "Berikut" not in sebelum
    assert sesudah.index("Perkembangan") < sesudah.index("Berikut") < sesudah.index("Isinya.")


def test_gambar_tidak_saling_mendahului() -> None:
    dua = Chart("batang", ("a",), (Seri("s", (Fraction(1),)),), runs("Kedua"), "h", rendah=True)
    isi = baca_halaman(cetak(BAB, _turun(_luang() - 200), GRAFIK, dua))
    assert "Kedua" not in isi[0]


def test_grafik_mendatar_menipis_sedikit() -> None:
    nama = tuple(f"IKK {n}" for n in range(12))
    c = Chart("baring", nama, (Seri("s", tuple(map(Fraction, range(12)))),), None)
    kotak = KotakGrafik(c, 450, tata(Kertas()))
    kecil = kotak.susutkan(kotak.tinggi - 30)
    assert kecil is not None
    assert kecil.tinggi == pytest.approx(kotak.tinggi - 30)
    assert kotak.susutkan(kotak.tinggi - 120) is None


# -------------------------------------------------------------------------------------------- turned pages
def _lanskap(*sesudah: Block) -> list[str]:
    lebar = tabel(["x"], [baris("1")], kunci="lebar", judul=runs("Tabel lebar"))
    r = cetak(Part("arab", 1), BAB, _turun(300), Part("arab", lanskap=True), lebar, Part("arab"), *sesudah)
    return baca_halaman(r)


def test_teks_mengisi_halaman_sebelum_halaman_melintang() -> None:
    isi = _lanskap(Heading(2, "Nilai Gabungan", "ng"), Para(runs("Rinciannya dihitung.")))
    assert len(isi) == 2
    assert "Rinciannyadihitung." in isi[0]
    assert "Tabellebar" in isi[1]


def test_tabel_bernomor_dan_bagian_baru_tidak_mendahului_halaman_melintang() -> None:
    kecil = tabel(["x"], [baris("2")], kunci="kecil", judul=runs("Tabel kecil"))
    assert "Tabelkecil" in _lanskap(kecil)[2]
    assert "Lainnya" in _lanskap(Heading(1, "Lainnya", "l"), Para(runs("x")))[2]


# ---------------------------------------------------------------------------------------- end of a chapter
def test_dua_baris_terakhir_bab_tidak_membuka_halaman() -> None:
    satu = Para(runs("baris"), "rapat")
    banyak = next(n for n in range(20, 80) if len(baca_halaman(cetak(*[satu] * n))) == 2)
    # One line more than the page holds goes below the text area; a whole paragraph more opens a page.
    assert len(baca_halaman(cetak(*[satu] * (banyak - 1), BAB, satu))) == 2
    assert len(baca_halaman(cetak(*[satu] * (banyak + 6), BAB, satu))) == 3


def test_nomor_tidak_terpisah_dari_katanya() -> None:
    gaya = tata(Kertas()).rapat
    for lebar in range(60, 260, 3):
        teks = susun(runs("Rinciannya disajikan pada Tabel III.3 dan Gambar III.4 untuk IKK 1."), gaya, float(lebar))
        for b in teks.baris:
            kata = "".join(p.teks for p in b.ruas).replace("\xa0", " ").split()
            assert not kata or kata[-1] not in ("Tabel", "Gambar", "IKK")


# ------------------------------------------------------------------------------------ settings of the office
def test_margin_jilid_berganti_sisi() -> None:
    kertas = Kertas(cermin=True, margin_kiri=35, margin_kanan=15)
    assert bidang(kertas, lanskap=False).kiri == pytest.approx(35 * MM)
    assert bidang(kertas, lanskap=False, kiri=True).kiri == pytest.approx(15 * MM)
    # The upper edge of a turned page is the bound one, on a left-hand page the lower one.
    assert bidang(kertas, lanskap=True, kiri=True).bawah == pytest.approx(35 * MM)
    satu_sisi = Kertas(margin_kiri=35, margin_kanan=15)
    assert bidang(satu_sisi, lanskap=False, kiri=True).kiri == pytest.approx(35 * MM)


def test_jarak_baris_mengikuti_aturan() -> None:
    jarak = [tata(Kertas(spasi=s)).isi.jarak / tata(Kertas(spasi=s)).isi.ukuran for s in (100, 115, 150)]
    assert jarak == pytest.approx([1.149, 1.149 * 1.15, 1.149 * 1.5])
    kata = Para(runs(KALIMAT * 40))
    assert cetak(kata, kertas=Kertas(spasi=150)).halaman > cetak(kata, kertas=Kertas(spasi=100)).halaman


def test_lembar_yang_harus_satu_halaman_merapat_sebelum_mengecil() -> None:
    isi = Keep(tuple(Para(runs(KALIMAT * 3)) for _ in range(9)), satu_halaman=True)
    assert cetak(isi, kertas=Kertas(spasi=200)).halaman == 1
    assert cetak(BAB, Keep(isi.isi, satu_halaman=True, sisakan_mm=26), kertas=Kertas(spasi=200)).halaman == 1


def test_warna_kantor_tetap_terbaca_hitam_putih() -> None:
    t = tata(Kertas(warna_latar="000000", warna_garis="112233"))
    assert terang(t.latar_kepala) >= 0.8  # dark letters stand on it
    assert t.garis == pytest.approx((0x11 / 255, 0x22 / 255, 0x33 / 255))
    seri = [Seri("T", (), (), "target"), Seri("R", (), (), "realisasi"), Seri("C", (), (), "capaian")]
    beda = tata(Kertas(warna_target="A6A6A6", warna_realisasi="1F3864", warna_capaian="C55A11"))
    assert [c.pola for c in corak(seri, beda.aksen, beda.seri)] == ["penuh", "penuh", "miring"]
    sama = tata(Kertas(warna_target="333333", warna_realisasi="1F3864", warna_capaian="C55A11"))
    assert [c.pola for c in corak(seri, sama.aksen, sama.seri)] == ["penuh", "miring", "miring"]


def test_huruf_ketiga() -> None:
    r = cetak(Para(runs("Balai ☃")), Items((runs("a"), runs("b"))), kertas=Kertas(huruf="bookman"))
    assert b"LKBonum-Regular" in r.isi
    assert r.glif == {"☃"}
    assert baca_halaman(r)[0].startswith(lipat("Balai □"))
