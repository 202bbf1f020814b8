"""Drawn things: charts, trees, formulas, pictures and scans show all their words and stay inside the page."""

from __future__ import annotations

import hashlib
import io
from fractions import Fraction

import pytest
from PIL import Image

from lkjip_desktop.report.blocks import (
    Block,
    Chart,
    Cover,
    Document,
    Figure,
    Formula,
    Frac,
    Heading,
    Kertas,
    Letterhead,
    Node,
    Para,
    Picture,
    Rendered,
    ScanPages,
    Seri,
    Tree,
    runs,
)
from lkjip_desktop.report.pdf.charts import KotakGrafik, sumbu
from lkjip_desktop.report.pdf.render import lukis, render
from lkjip_desktop.report.pdf.style import tata
from lkjip_desktop.report.pdfium import halaman_png, halaman_rgb, jumlah_halaman, teks, ukuran_halaman
from tests.report.pdf.bantu import KALIMAT, baca, baca_halaman, cetak, lipat

BAB = Heading(0, "SATU", "b1", label="BAB")


def pecahan(*nilai: int | str | None) -> tuple[Fraction | None, ...]:
    return tuple(None if v is None else Fraction(v) for v in nilai)


def gambar(w: int, h: int, jenis: str, warna: str = "navy") -> bytes:
    aliran = io.BytesIO()
    Image.new("RGB", (w, h), warna).save(aliran, jenis)
    return aliran.getvalue()


def cetak_dengan(berkas: dict[str, bytes], *blok: Block) -> Rendered:
    return render(Document(blok, "j", "p"), lambda k: berkas[k])


# ------------------------------------------------------------------------------------------------- charts
@pytest.mark.parametrize("jenis", ["batang", "baring", "garis"])
def test_grafik_mencetak_semua_namanya(jenis: str) -> None:
    c = Chart(
        jenis,  # type: ignore[arg-type]  # the parameter runs over the allowed words
        ("2021", "2022", "Tahun 2023"),
        (
            Seri("Target", pecahan(60, 65, 70), ("60%", "65%", "70%")),
            Seri("Realisasi", pecahan("55.5", None, 71), ("55,50%", "", "71%")),
        ),
        runs("Judul grafik"),
        "g",
        sumber="Diolah",
        satuan="persen",
        acuan=Fraction(100),
    )
    r = cetak(BAB, c)
    semua = baca(r)
    for s in ("2021", "2022", "Tahun2023", "Target", "Realisasi", "55,50%", "71%", "(persen)", "100", "Diolah"):
        assert s in semua, s
    assert "GambarI.1Judulgrafik" in semua
    assert r.tujuan["g"] == 0


def test_enam_puluh_indikator_muat_dan_lengkap() -> None:
    nama = tuple(f"IKK-{i:02d} dengan nama yang panjang" for i in range(60))
    c = Chart("batang", nama, (Seri("Capaian", pecahan(*range(60))),), runs("Banyak"), "g")
    r = cetak(BAB, c)
    semua = baca(r)
    assert all(f"IKK-{i:02d}" in semua for i in range(60))


@pytest.mark.parametrize(
    "nilai", [(), (None,), (0,), (-5, 10), (-3, -1), (1, 10**12), (Fraction(1, 10**6),), (Fraction(1, 3),) * 12]
)
def test_nilai_apa_pun_tidak_menggagalkan(nilai: tuple[int | None, ...]) -> None:
    isi = tuple(None if v is None else Fraction(v) for v in nilai)
    for jenis in ("batang", "baring", "garis"):
        c = Chart(jenis, tuple("k" for _ in isi), (Seri("s", isi), Seri("t", ())), None)
        assert cetak(c).halaman == 1


def test_sumbu_bertanda_bulat_dan_memuat_semua_nilai() -> None:
    s = sumbu(Chart("batang", ("a",), (Seri("s", pecahan(82, "111.64")),), None, acuan=Fraction(100)))
    assert (s.dari, s.sampai) == (0, 125)
    assert [t for _, t in s.tanda] == ["0", "25", "50", "75", "100", "125"]
    besar = sumbu(Chart("batang", ("a",), (Seri("s", pecahan(3_733_357_000)),), None, satuan="rupiah"))
    assert besar.satuan == "miliar rupiah"
    assert [t for _, t in besar.tanda] == ["0", "1", "2", "3", "4"]
    negatif = sumbu(Chart("garis", ("a",), (Seri("s", pecahan(-7, 3)),), None))
    assert negatif.dari <= -7 < 3 <= negatif.sampai


def test_seri_berbeda_juga_dalam_hitam_putih() -> None:
    """The bars of two series have clearly different grey levels or patterns."""
    c = Chart("batang", ("a",), tuple(Seri(f"s{i}", pecahan(10)) for i in range(4)), None)
    pdf, lebar, tinggi = lukis(c, Kertas(), 160)
    w, h, rgb = halaman_rgb(pdf, 0, 2.0)
    im = Image.frombytes("RGB", (w, h), rgb).convert("L")
    kotak = KotakGrafik(c, lebar, tata(Kertas()))
    x0, ruang = kotak.kiri, lebar - kotak.kiri - kotak.kanan
    batang = min(ruang * 0.74 / 4, 34.0)
    ciri = []
    for i in range(4):
        tengah = x0 + (ruang - batang * 4) / 2 + batang * (i + 0.5)
        potong = im.crop(
            (int((tengah - 8) * 2), int((tinggi - 120) * 2), int((tengah + 8) * 2), int((tinggi - 70) * 2))
        )
        isi = list(potong.tobytes())
        rata = sum(isi) / len(isi)
        sebar = (sum((v - rata) ** 2 for v in isi) / len(isi)) ** 0.5
        ciri.append((rata, sebar))
    for i in range(4):
        for j in range(i):
            assert abs(ciri[i][0] - ciri[j][0]) > 12 or abs(ciri[i][1] - ciri[j][1]) > 12, (i, j, ciri)


def test_grafik_merendah_sedikit_daripada_meninggalkan_halaman_kosong() -> None:
    c = Chart("batang", ("2023",), (Seri("s", pecahan(10), ("10",)),), runs("G"), "g")
    sendiri = [cetak(BAB, *[Para(runs("isi"))] * n, c).tujuan["g"] for n in range(32)]
    assert sendiri == sorted(sendiri)
    # It stays on the first page for as long as a lower one fits there, and is whole on the next after that.
    batas = sendiri.index(1)
    r = cetak(BAB, *[Para(runs("isi"))] * (batas - 1), c)
    assert "GambarI.1G" in baca_halaman(r)[0]
    assert r.halaman == 1


# -------------------------------------------------------------------------------------------------- trees
def pohon(lebar: int, dalam: int, teks_: str = "Kotak") -> Node:
    return Node(
        f"{teks_} {dalam}", "Nama Pejabat", tuple(pohon(lebar, dalam - 1, teks_) for _ in range(lebar)) if dalam else ()
    )


@pytest.mark.parametrize("gaya", ["bagan", "cabang"])
@pytest.mark.parametrize(("lebar", "dalam"), [(1, 0), (2, 2), (4, 2), (8, 1), (14, 1), (1, 6), (5, 3)])
def test_pohon_selalu_muat_dan_lengkap(gaya: str, lebar: int, dalam: int) -> None:
    akar = pohon(lebar, dalam)
    r = cetak(BAB, Tree(akar, runs("Pohon"), "p", gaya=gaya))  # type: ignore[arg-type]  # one of the two words
    banyak = sum(lebar**i for i in range(dalam + 1))
    assert baca(r).count("NamaPejabat") == banyak
    assert r.halaman <= 2


def test_lukis_sendiri_seukuran_gambarnya() -> None:
    pdf, w, h = lukis(Tree(pohon(2, 1), None), Kertas(), 150)
    assert jumlah_halaman(pdf) == 1
    lebar, tinggi = ukuran_halaman(pdf, 0)
    assert lebar == pytest.approx(w, abs=0.1)
    assert tinggi == pytest.approx(h, abs=0.1)
    assert "Kotak 1" in teks(pdf)
    px, py, png = halaman_png(pdf, 0, 1.0)
    assert (px, py) == Image.open(io.BytesIO(png)).size


# ----------------------------------------------------------------------------------------------- formulas
def test_rumus_mencetak_pembilang_penyebut_dan_satu_tanda_sama_dengan_per_baris() -> None:
    f = Formula(
        (
            ("Realisasi", (Frac(runs("Jumlah klien " * 12), runs("Seluruh klien")), runs("× 100%"))),
            ("", (Frac(runs("629"), runs("1.277")), runs("× 100%"))),
            ("", (runs("= 49,26%"),)),
        ),
        keterangan="Dibulatkan saat dicetak.",
    )
    semua = baca(cetak(f))
    assert semua.count("=") == 3
    assert "Jumlahklien" * 12 in semua
    for s in ("Realisasi", "Seluruhklien", "629", "1.277", "49,26%", "Dibulatkansaatdicetak."):
        assert s in semua
    assert semua.index("629") < semua.index("1.277")


def test_rumus_panjang_dilipat_di_dalam_halaman() -> None:
    f = Formula((("Nilai", tuple(Frac(runs(f"Pembilang ke-{i}"), runs("Penyebut")) for i in range(9))),))
    r = cetak(f)
    assert all(f"Pembilangke-{i}" in baca(r) for i in range(9))


# --------------------------------------------------------------------------------------------- pictures
def test_gambar_dengan_keterangan_di_bawahnya() -> None:
    berkas = {"a": gambar(800, 600, "JPEG"), "b": gambar(300, 300, "PNG")}
    f = Figure(
        (Picture("a", lebar_mm=70, lebar_px=800, tinggi_px=600), Picture("b", lebar_mm=70)),
        runs("Dua gambar"),
        "g",
        sumber="Foto kantor",
    )
    for banyak in range(0, 45, 4):
        r = cetak_dengan(berkas, BAB, *[Para(runs("isi"))] * banyak, f)
        h = baca_halaman(r)[r.tujuan["g"]]
        assert h.index("GambarI.1Duagambar") < h.index("Sumber:Fotokantor")
        assert r.isi.count(b"/Subtype /Image") == 2


def test_gambar_sama_disimpan_sekali() -> None:
    f = Figure((Picture("a", lebar_mm=60),), None)
    r = cetak_dengan({"a": gambar(400, 300, "JPEG")}, f, f, f)
    assert r.isi.count(b"/Subtype /Image") == 1


def test_gambar_tinggi_tetap_satu_halaman_dengan_keterangannya() -> None:
    r = cetak_dengan({"a": gambar(200, 2000, "PNG")}, BAB, Figure((Picture("a"),), runs("Tinggi"), "g"))
    assert r.halaman == 1


def test_gambar_hilang_diberi_bingkai_bukan_galat() -> None:
    r = cetak_dengan({"b": b"rusak"}, Figure((Picture("a"), Picture("b")), runs("X")), Para(runs("akhir")))
    assert "Gambartidakdapatdibaca" in baca(r)
    assert "akhir" in baca(r)


def test_logo_dan_sampul_bergambar() -> None:
    berkas = {"logo": gambar(100, 110, "PNG"), "foto": gambar(1200, 800, "JPEG")}
    r = cetak_dengan(
        berkas,
        Cover(("A",), ("B",), ("C",), Picture("logo"), Picture("foto")),
        Letterhead(("D", "E"), ("F",), Picture("logo")),
        Para(runs(KALIMAT)),
    )
    assert r.halaman == 2
    assert r.isi.count(b"/Subtype /Image") == 2  # the logo, shown twice, is stored once


def test_jpeg_di_dalam_pdf_tanpa_exif() -> None:
    aliran = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    Image.new("RGB", (60, 40), "red").save(aliran, "JPEG", exif=exif)
    r = cetak_dengan({"a": aliran.getvalue()}, Figure((Picture("a"),), None))
    assert b"rahasia" not in r.isi
    assert b"Exif" not in r.isi


# ------------------------------------------------------------------------------------------------- scans
def test_pindaian_pdf_satu_halaman_satu_lembar() -> None:
    sumber = cetak(Para(runs("halaman asli satu")), *[Para(runs(KALIMAT * 4))] * 20).isi
    n = jumlah_halaman(sumber)
    kunci = hashlib.sha256(sumber).hexdigest()
    r = cetak_dengan(
        {kunci: sumber},
        Para(runs("awal")),
        ScanPages(kunci, "application/pdf", n, "Perjanjian Kinerja"),
        Para(runs("z")),
    )
    halaman = baca_halaman(r)
    assert n > 1
    assert len(halaman) == n + 2
    assert (halaman[0], halaman[1], halaman[-1]) == ("awal", "PerjanjianKinerja", "z")
    assert r.isi.count(b"/Subtype /Image") == n
    # The raster really shows the page: some ink, mostly paper.
    w, h, rgb = halaman_rgb(r.isi, 2, 1.0)
    abu = Image.frombytes("RGB", (w, h), rgb).convert("L").tobytes()
    assert 0.005 < sum(v < 160 for v in abu) / len(abu) < 0.5


def test_pindaian_gambar_dan_yang_rusak() -> None:
    berkas = {"g": gambar(600, 900, "JPEG"), "pindaian-rusak": b"%PDF-1.7 rusak"}
    rusak = ScanPages("pindaian-rusak", "application/pdf", 1)  # a name of its own: prepared streams are kept by name
    r = cetak_dengan(berkas, ScanPages("g", "image/jpeg", 1), rusak, Para(runs("z")))
    halaman = baca_halaman(r)
    assert len(halaman) == 3
    assert "tidakdapatdibaca" in halaman[1]
    assert lipat("z") == halaman[2]
