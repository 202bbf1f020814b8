"""Tables keep every row and figure, repeat their head, part where they must and look merged without spans."""

from __future__ import annotations

import re

import pytest

from lkjip_desktop.report.blocks import Asal, Cell, Grid, GridRow, Heading, Kertas, Para, Part, Rendered, Run, runs
from lkjip_desktop.report.pdf.style import SEL_TEPI, tata
from lkjip_desktop.report.pdf.table_model import ukur
from lkjip_desktop.report.pdf.table_widths import Isi, seimbang
from tests.report.pdf.bantu import KALIMAT, baca, baca_halaman, baris, cetak, tabel

BAB = Heading(0, "SATU", "b1", label="BAB")


def x_hit(r: Rendered, kunci: str) -> tuple[float, float]:
    h = next(h for h in r.hits if h.asal.kunci == kunci)
    return h.x0, h.x1


def test_dua_ratus_baris_lengkap_dengan_kepala_di_setiap_halaman() -> None:
    isi = [baris(f"{i}.", f"kegiatan-nomor-{i:03d}", f"{i},25") for i in range(200)]
    r = cetak(BAB, tabel(["Urut", "Kegiatan", "Angka"], isi, lebar=(1, 6, 2), rata=("tengah", "kiri", "desimal")))
    halaman = baca_halaman(r)
    assert len(halaman) > 3
    assert [int(n) for n in re.findall(r"kegiatan-nomor-(\d{3})", "".join(halaman))] == list(range(200))
    for h in halaman:
        assert "UrutKegiatanAngka" in h
    assert all(h.startswith("TabelI.1(lanjutan)") for h in halaman[1:])
    assert halaman[0].count("Judultabel") == 1
    # No row stands on two pages: each number is printed with its figure.
    assert len(re.findall(r"\d{3}(\d+),25", "".join(halaman))) == 200


def test_keterangan_kepala_dan_baris_pertama_tidak_berpisah() -> None:
    isi = [baris(f"baris{i}", "1") for i in range(12)]
    for banyak in range(30, 52):
        r = cetak(BAB, *(Para(runs("isi")) for _ in range(banyak)), tabel(["a", "b"], isi))
        halaman = baca_halaman(r)
        pertama = next(h for h in halaman if "Judultabel" in h)
        assert "baris0" in pertama, banyak


def test_sel_lebih_tinggi_dari_halaman_terbelah_tanpa_kehilangan_kata() -> None:
    kata = [f"kata{i:04d}" for i in range(1500)]
    r = cetak(BAB, tabel(["a", "b", "c"], [baris("x", " ".join(kata), "akhir"), baris("y", "z", "w")], lebar=(1, 4, 1)))
    assert len(baca_halaman(r)) > 2
    assert re.findall(r"kata\d{4}", baca(r)) == kata
    assert baca(r).count("akhir") == 1


def test_kolom_menyatu_enam_puluh_baris_muncul_lagi_di_halaman_berikut() -> None:
    isi = [baris("Sasaran yang sama" if i == 0 else "", f"indikator-{i:02d}", "1,5") for i in range(60)]
    r = cetak(BAB, tabel(["Sasaran", "Indikator", "Target"], isi, gabung=(0,), lebar=(3, 5, 2)))
    halaman = baca_halaman(r)
    assert len(halaman) >= 2
    assert re.findall(r"indikator-(\d\d)", "".join(halaman)) == [f"{i:02d}" for i in range(60)]
    assert halaman[0].count("Sasaranyangsama") == 1
    assert all("Sasaranyangsama(lanjutan)" in h for h in halaman[1:])


def test_sel_sama_pun_menyatu_dan_kelompok_baru_memutus() -> None:
    isi = [baris("1", "SS1", "a"), baris("1", "SS1", "b"), baris("2", "SS1", "c"), baris("2", "", "d")]
    r = cetak(BAB, tabel(["No", "Sasaran", "Isi"], isi, gabung=(0, 1)))
    # Equal neighbours print once; a new number above opens a new cell even for the same words.
    assert baca(r).count("SS1") == 2


def test_teks_menyatu_lebih_tinggi_dari_barisnya_tidak_hilang() -> None:
    kata = [f"kata{i:03d}" for i in range(400)]
    isi = [baris(" ".join(kata) if i == 0 else "", f"b{i}", "c") for i in range(3)]
    r = cetak(BAB, tabel(["a", "b", "c"], isi, gabung=(0,), lebar=(2, 1, 1)))
    ditemukan = re.findall(r"kata\d{3}", baca(r))
    assert ditemukan[: len(kata)] == kata
    assert all(f"b{i}" in baca(r) for i in range(3))


@pytest.mark.parametrize("awal", [0, 7, 18, 29, 33, 41])
def test_campuran_apa_pun_kata_tetap_lengkap(awal: int) -> None:
    """Merged columns, tall cells, totals and notes at many places of the page: each word once, in every row."""
    isi: list[GridRow] = []
    for k in range(4):
        for i in range(5):
            panjang = " ".join(f"u{k}{i}x{n:03d}" for n in range(120 if (k, i) == (2, 3) else 4 + 9 * i))
            isi.append(baris(f"{k + 1}" if i == 0 else "", f"kelompok{k}" * 3 if i == 0 else "", panjang, f"{k}{i},5"))
        isi.append(baris(Cell(runs(f"jumlah{k}"), kolom=3), f"{k},75", jenis="total"))
    grid = tabel(
        ["No", "Kelompok", "Uraian", "Nilai"],
        isi,
        lebar=(1, 3, 6, 2),
        gabung=(0, 1),
        rata=("tengah", "kiri", "kiri", "desimal"),
        sumber="catatan sumber",
        catatan=("catatan pertama",),
    )
    r = cetak(BAB, *(Para(runs("isi")) for _ in range(awal)), grid, Para(runs("sesudah")))
    semua = baca(r)
    harap = [w for b in isi for w in re.findall(r"u\d\dx\d{3}", b.sel[2].isi[0].teks if len(b.sel) > 2 else "")]
    assert sorted(re.findall(r"u\d\dx\d{3}", semua)) == sorted(harap)
    for k in range(4):
        assert semua.count(f"jumlah{k}") == 1
        assert f"{k},75" in semua
    assert semua.index("catatanpertama") < semua.index("Sumber:catatansumber") < semua.index("sesudah")


def test_desimal_sejajar_pada_koma() -> None:
    asal = [Asal("t", str(i)) for i in range(5)]
    nilai = ["49,26%", "100%", "1.234,5", "-7,125", "Rp3.000"]
    isi = [baris("x", Run(n, asal=a)) for n, a in zip(nilai, asal, strict=True)]
    r = cetak(BAB, tabel(["a", "b"], isi, rata=("kiri", "desimal")))
    from lkjip_desktop.report.pdf.fonts import muka

    m, ukuran = muka("sans"), tata(Kertas()).sel.ukuran
    koma = [
        x_hit(r, str(i))[0] + m.lebar(re.match(r"[^\d]*[\d.]*", n).group()) * ukuran  # type: ignore[union-attr]  # matches
        for i, n in enumerate(nilai)
    ]
    assert max(koma) - min(koma) < 0.3


def test_kata_tidak_patah_selama_kolom_lain_punya_ruang() -> None:
    t = tata(Kertas())
    grid = tabel(["No", "Pagu", "Uraian"], [baris("1", "Rp3.733.357.000", KALIMAT)], lebar=(1, 1, 10))
    u = ukur(grid, 450.0, t, lambda isi: isi)
    assert sum(u.kolom) == pytest.approx(450.0)
    pagu = next(s for s in u.baris[0].sel if s.kolom == 1)
    assert len(pagu.teks.baris) == 1
    assert pagu.teks.baris[0].lebar <= u.kolom[1] - 2 * SEL_TEPI + 0.3


def test_tabel_sangat_lebar_diperkecil_sebelum_dipatah() -> None:
    kepala = [f"Kolom{i:02d}" for i in range(14)]
    r = cetak(BAB, tabel(kepala, [baris(*(f"nilai{i:02d}" for i in range(14)))]))
    assert all(f"nilai{i:02d}" in baca(r) for i in range(14))


def test_kepala_dua_tingkat_dan_nomor_kolom() -> None:
    grid = Grid(
        kepala=(
            baris("No", Cell(runs("2022"), kolom=2), Cell(runs("2023"), kolom=2)),
            baris("", "Target", "Realisasi", "Target", "Realisasi"),
            baris("(1)", "(2)", "(3)", "(4)", "(5)", jenis="nomor"),
        ),
        baris=tuple(baris(str(i), "1", "2", "3", "4") for i in range(80)),
        lebar=(1, 2, 2, 2, 2),
        judul=runs("Dua tahun"),
        kunci="t",
    )
    for h in baca_halaman(cetak(BAB, grid)):
        assert "No20222023TargetRealisasiTargetRealisasi(1)(2)(3)(4)(5)" in h


def test_baris_nomor_di_awal_isi_ikut_berulang() -> None:
    isi = [baris("(1)", "(2)", jenis="nomor"), *(baris(str(i), "x") for i in range(90))]
    for h in baca_halaman(cetak(BAB, tabel(["a", "b"], isi))):
        assert "(1)(2)" in h


@pytest.mark.parametrize(("banyak", "alinea", "halaman"), [(10, 28, 1), (25, 30, 1), (25, 10, 2)])
def test_utuh_tidak_dibelah_kecuali_meninggalkan_halaman_kosong(banyak: int, alinea: int, halaman: int) -> None:
    isi = [baris(f"baris{i}", "1") for i in range(banyak)]
    r = cetak(BAB, *(Para(runs("isi")) for _ in range(alinea)), tabel(["a", "b"], isi, utuh=True))
    assert sum("baris" in h for h in baca_halaman(r)) == halaman


def test_baris_terakhir_dan_jumlah_tidak_sendiri_di_halaman_berikut() -> None:
    jumlah = baris("Jumlah", "9", jenis="total")
    for banyak in range(30, 60):
        isi = [*(baris(f"baris{i}", "1") for i in range(banyak)), jumlah]
        halaman = [h for h in baca_halaman(cetak(BAB, tabel(["a", "b"], isi))) if "baris" in h]
        assert len(halaman) == 1 or halaman[-1].count("baris") >= 2


def test_judul_kelompok_tidak_di_kaki_halaman() -> None:
    for banyak in range(30, 60):
        kelompok = GridRow((Cell(runs("KELOMPOK"), kolom=2),), "total")
        isi = [*(baris(f"baris{i}", "1") for i in range(banyak)), kelompok, *(baris("sesudah", "1") for _ in range(9))]
        for h in baca_halaman(cetak(BAB, tabel(["a", "b"], isi))):
            assert "KELOMPOK" not in h or "KELOMPOKsesudah" in h


def test_kolom_seimbang_bila_teks_berdiri_di_kolom_sempit() -> None:
    isi = [baris("1.", KALIMAT * 6, "Selesai", "Lemari")]
    pendek = cetak(BAB, tabel(["No.", "Uraian", "Status", "Bukti"], isi, lebar=(1, 3, 3, 3)))
    assert pendek.halaman == 1
    biasa, tinggi_ = [60.0, 100.0, 100.0], [10.0] * 3
    assert seimbang(biasa, tinggi_, [Isi(1, 0, 0, 500.0)], 4) == biasa  # some lines are no reason to change widths
    baru = seimbang(biasa, tinggi_, [Isi(1, 0, 0, 2500.0), Isi(2, 0, 0, 30.0)], 4)
    assert sum(baru) == pytest.approx(260)
    assert baru[1] > 150
    assert min(baru) >= 10


def test_tanpa_judul_tanpa_keterangan_dan_polos() -> None:
    isi = [baris("Nama", ": Siapa"), baris("NIP", ": 1")]
    r = cetak(Grid((), tuple(isi), (1, 4), polos=True))
    assert baca(r) == "Nama:SiapaNIP:1"


def test_sel_lebih_banyak_dari_lebar_tetap_tercetak() -> None:
    r = cetak(Grid((), (baris("satu", "dua", "tiga"),), (1.0,)))
    assert baca(r) == "satuduatiga"


def test_tabel_kosong_mencetak_kepala() -> None:
    assert "ab" in baca(cetak(BAB, tabel(["a", "b"], [])))


def test_catatan_tidak_berpisah_dari_baris_terakhir() -> None:
    for banyak in range(40, 58):
        isi = [baris(f"baris{i:02d}", "1") for i in range(banyak)]
        halaman = baca_halaman(cetak(BAB, tabel(["a", "b"], isi, sumber="asal angka")))
        akhir = next(h for h in halaman if "Sumber:asalangka" in h)
        assert f"baris{banyak - 1:02d}" in akhir, banyak


def test_bagian_mendatar_memakai_lebar_kertas_mendatar() -> None:
    isi = [baris("x", Run("akhir", asal=Asal("t", "k")))]
    r = cetak(
        Part("arab", 1, lanskap=True), tabel(["a", "b"], isi, rata=("kiri", "kanan")), Part("arab"), Para(runs("y"))
    )
    (hit,) = r.hits
    assert hit.x1 > 700
    assert r.label == ("1", "2")
