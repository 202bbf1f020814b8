"""What a careful publisher looks for: sentences that can be signed, nothing told twice, nothing drawn for nothing."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from lkjip_desktop.core.kata import judul_biasa
from lkjip_desktop.core.tables import Laporan, Skor, SkorKomponen
from lkjip_desktop.report.blocks import Chart, Cover, Formula, Grid, Heading, Items, Keep, Para, Runs, Tree, runs
from lkjip_desktop.report.numbering import jalan, nomori
from lkjip_desktop.report.sections.bangun import berbutir, runs_rujuk
from lkjip_desktop.report.sections.kertas import kertas
from lkjip_desktop.report.sections.lkjip import blok_bagian, dokumen_lkjip
from lkjip_desktop.report.sections.surat import dokumen_surat
from tests.report.sections.contoh import (
    atur,
    grid,
    hasil_lahat,
    konteks_lahat,
    lahat,
    polos,
    sel_teks,
    tambah,
    tanpa,
    teks,
    ubah,
    ubah_ind,
)
from tests.report.sections.contoh_indikator import bagian, blok_ikk


# --------------------------------------------------------------------------------------------- small makers
@pytest.mark.parametrize(
    ("teks_", "hasil"),
    [
        ("TUGAS, FUNGSI, DAN STRUKTUR ORGANISASI", "Tugas, Fungsi, dan Struktur Organisasi"),
        ("TINDAK LANJUT HASIL EVALUASI AKIP", "Tindak Lanjut Hasil Evaluasi AKIP"),
        ("PEMBINAAN WBP DAN BMN DI BAPAS KELAS II", "Pembinaan WBP dan BMN di Bapas Kelas II"),
        ("Nilai Kinerja", "Nilai Kinerja"),
        ("", ""),
    ],
)
def test_judul_dalam_kalimat(teks_: str, hasil: str) -> None:
    assert judul_biasa(teks_) == hasil


def test_butir_satu_kalimat_bertitik_koma() -> None:
    isi: list[Runs] = [runs("satu"), runs("dua;"), runs("tiga. Lanjut."), runs("empat ")]
    assert [polos(b) for b in berbutir(isi).butir] == ["satu;", "dua;", "tiga. Lanjut.", "empat."]


def test_rujukan_dirangkai() -> None:
    assert polos(runs_rujuk(["a"])) == "[a]"
    assert polos(runs_rujuk(["a", "b"])) == "[a] dan [b]"
    assert polos(runs_rujuk(["a", "b", "c"])) == "[a], [b], dan [c]"


# -------------------------------------------------------------------------------------------------- the cover
def test_sampul_memakai_baris_kop_dan_judul_dua_baris() -> None:
    c = next(b for b in blok_bagian(konteks_lahat(), "sampul") if isinstance(b, Cover))
    assert c.atas == (
        "KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA",
        "REPUBLIK INDONESIA",
        "KANTOR WILAYAH SUMATERA SELATAN",
    )
    assert c.judul == (
        "LAPORAN KINERJA\nINSTANSI PEMERINTAH (LKjIP)",
        "BALAI PEMASYARAKATAN KELAS II LAHAT",
        "TAHUN 2023",
    )
    lain = ubah(lahat(), "laporan", lambda r: r.tahun == 2023, nama_dokumen="Laporan Kinerja", singkatan="LKj")
    c = next(b for b in blok_bagian(konteks_lahat(lain), "sampul") if isinstance(b, Cover))
    assert c.judul[0] == "LAPORAN KINERJA (LKj)"


# ---------------------------------------------------------------------------------------- told once, drawn once
def test_efisiensi_dihitung_sekali_setiap_sasaran() -> None:
    k = konteks_lahat()
    for kode, ada in (("SK1.IKK1", True), ("SK1.IKK2", False), ("SK2.IKK1", True), ("SK2.IKK9", False)):
        _, blok = blok_ikk(k, kode)
        isi = bagian(blok, "Analisis Efisiensi Penggunaan Sumber Daya")
        assert ("IE = " in isi) is ada
        if not ada:
            assert "telah dihitung pada IKK 1" in isi
    isi = bagian(blok_ikk(k, "SK2.IKK9")[1], "Analisis Efisiensi Penggunaan Sumber Daya")
    assert "keluaran indikator ini hanya 1 Unit" in isi
    assert "hati-hati" not in bagian(blok_ikk(k, "SK2.IKK6")[1], "Analisis Efisiensi Penggunaan Sumber Daya")


def _grafik(kode: str, tahun: int = 2023) -> Chart | None:
    _, blok = blok_ikk(konteks_lahat(tahun=tahun), kode)
    return next((b for b in blok if isinstance(b, Chart)), None)


def test_grafik_menurut_satuan() -> None:
    persen, satu = _grafik("SK1.IKK1"), _grafik("SK2.IKK1")
    assert persen is not None
    assert [s.peran for s in persen.seri] == ["target", "realisasi", "capaian"]
    assert satu is not None
    assert [s.peran for s in satu.seri] == ["capaian"]
    assert satu.kategori[0] == "2022 (realisasi 1 Layanan dari 1 Layanan)"
    assert satu.rendah
    assert _grafik("SK2.IKK6") is None  # one year is no development
    assert _grafik("SK1.IKK1", 2022) is None


def test_tidak_ada_grafik_berbatang_sama() -> None:
    kunci = {b.kunci for b in blok_bagian(konteks_lahat(tahun=2022), "bab3") if isinstance(b, Chart)}
    assert not kunci & {"gambar.capaian_sasaran", "gambar.capaian_ikk"}
    kunci = {b.kunci for b in blok_bagian(konteks_lahat(), "bab3") if isinstance(b, Chart)}
    assert {"gambar.capaian_sasaran", "gambar.capaian_ikk", "gambar.belanja"} <= kunci


@pytest.mark.parametrize("bab", ["bab1", "bab2", "bab3"])
@pytest.mark.parametrize("tahun", [2022, 2023])
def test_setiap_tabel_dan_gambar_dirujuk_dari_teks(bab: str, tahun: int) -> None:
    blok = list(jalan(blok_bagian(konteks_lahat(tahun=tahun), bab)))
    dirujuk = {r.rujuk for b in blok if isinstance(b, Para) for r in b.isi}
    assert {b.kunci for b in blok if isinstance(b, Grid | Chart | Tree) and b.judul is not None} <= dirujuk


def test_satu_rumus_menjadi_kalimat_beberapa_menjadi_butir() -> None:
    assert "dihitung dengan membagi realisasi dengan target" in teks(blok_bagian(konteks_lahat(), "bab3.capaian"))
    s = ubah_ind(lahat(), "SK1.IKK2", polaritas="turun")
    isi = [b for b in blok_bagian(konteks_lahat(s), "bab3.capaian") if isinstance(b, Items)]
    assert len(isi[0].butir) == 2


# ------------------------------------------------------------------------------------------ years without data
def test_tahun_pertama_berkata_tidak_ada_pembanding() -> None:
    k = konteks_lahat(tahun=2022)
    h, blok = blok_ikk(k, "SK1.IKK1")
    isi = bagian(blok, "Perbandingan Realisasi dan Capaian Kinerja Tahun 2022 dengan Tahun Sebelumnya")
    assert "Data kinerja tahun 2021 tidak tersedia, sehingga belum ada pembanding." in isi
    assert sel_teks(grid(blok, f"tabel.{h.id}.banding"))[0][1:] == ["-", "-", "-", "50%", "50%", "100%"]


def test_belanja_tanpa_tahun_lalu() -> None:
    blok = blok_bagian(konteks_lahat(tahun=2022), "bab3.anggaran")
    g = grid(blok, "tabel.anggaran.belanja")
    assert len(g.rata) == 5
    assert "Tahun 2021" not in teks(blok)
    assert "Belanja Barang terserap 87,77%" in teks(blok)
    assert len(grid(blok_bagian(konteks_lahat(), "bab3.anggaran"), "tabel.anggaran.belanja").rata) == 8


def test_nilai_yang_belum_ada_tidak_berjudul() -> None:
    blok = blok_bagian(konteks_lahat(tahun=2022), "bab3.kinerja_anggaran")
    assert [b.kunci for b in blok if isinstance(b, Heading)] == ["bab3.kinerja_anggaran"]
    assert "Nilai kinerja anggaran tahun 2022 belum tersedia" in teks(blok)


# ------------------------------------------------------------------------------------------------- sentences
def test_komponen_smart_menimbang_nilai_efisiensi() -> None:
    isi = teks(blok_bagian(konteks_lahat(), "bab3.kinerja_anggaran"))
    assert "nilai efisiensi (NE) 70,95 yang berasal dari efisiensi (E) 8,38 (bobot 28,6%)" in isi


def test_ringkasan_nilai_tanpa_perincian() -> None:
    isi = teks(blok_bagian(konteks_lahat(), "ikhtisar"))
    assert "Nilai gabungan 60% SMART dan 40% IKPA berdasarkan nilai resmi sebesar 93,33." in isi
    assert "98,00 dengan kategori baik menurut aplikasi (sangat baik menurut tabel kategori yang berlaku)" in isi
    assert "Perhitungan ulang dari komponennya" not in isi


def test_bab_perencanaan_tidak_membahas_realisasi() -> None:
    isi = teks(blok_bagian(konteks_lahat(), "bab2.pk"))
    assert "direalisasikan" not in isi
    assert "lebih besar Rp506.019.000" in isi


def test_gelar_diapit_koma() -> None:
    isi = teks(blok_bagian(konteks_lahat(tahun=2022), "bab2.pk"))
    assert "oleh Perimansyah, S.Sos., selaku Kepala Balai" in isi


def test_kalimat_tidak_diawali_angka() -> None:
    for tahun in (2022, 2023):
        for b in jalan(dokumen_lkjip(lahat(), hasil_lahat(tahun=tahun)).blok):
            if isinstance(b, Para):
                isi = polos(b.isi)
                assert not any(x[:1].isdigit() for x in isi.split(". ") if len(x) > 40), isi


# ---------------------------------------------------------------------------------------------------- annexes
def test_perjanjian_berdiri_di_bawah_judul_lampirannya() -> None:
    blok = blok_bagian(konteks_lahat(), "lampiran.pk")
    assert isinstance(blok[0], Heading)
    lembar = next(b for b in blok if isinstance(b, Keep) and b.satu_halaman)
    assert lembar.sisakan_mm > 0
    assert not [b for b in blok if isinstance(b, Grid) and "Versi" in polos(b.kepala[0].sel[0].isi)]


def test_sistematika_berhuruf_dan_menyebut_bab() -> None:
    isi = next(b for b in blok_bagian(konteks_lahat(), "bab1.sistematika") if isinstance(b, Items))
    assert isi.gaya == "a"
    assert [polos(b) for b in isi.butir][2].startswith("[bab1] Pendahuluan menjelaskan latar belakang")
    assert polos(isi.butir[-1]).endswith(".")


# -------------------------------------------------------------------------------------------- rules of the office
def test_aturan_cetak_menjadi_kertas() -> None:
    c = dataclasses.replace(
        konteks_lahat().aturan.cetak,
        huruf="bookman",
        huruf_word=" Cambria ",
        spasi_baris="1,5",
        bolak_balik=True,
        jilid=12,
        kertas="F4",
    )
    k = kertas(c)
    assert (k.huruf, k.huruf_word, k.spasi, k.cermin, k.margin_kiri) == ("bookman", "Cambria", 150, True, 37)
    assert (k.lebar_mm, k.tinggi_mm) == (215, 330)
    surat = kertas(c, dinas=True)
    assert (surat.spasi, surat.cermin) == (115, False)
    assert kertas(dataclasses.replace(c, spasi_baris="longgar")).spasi == 115
    assert kertas(dataclasses.replace(c, huruf="aneh")).huruf == "serif"


def test_sampul_di_halaman_kanan_bila_bolak_balik() -> None:
    d = dokumen_lkjip(atur(lahat(), "cetak", bolak_balik=True), hasil_lahat())
    n = next(i for i, b in enumerate(d.blok) if isinstance(b, Cover))
    assert getattr(d.blok[n - 1], "kanan", False)


def test_rumus_dan_grafik_ikut_hilang_bila_dimatikan() -> None:
    s = atur(lahat(), "cetak", bagian={"grafik": "tidak"}, analisis=[1, 5])
    d = dokumen_lkjip(s, hasil_lahat(s))
    nomori(d)  # no sentence points at a figure that is left out
    assert not [b for b in jalan(d.blok) if isinstance(b, Chart)]
    assert [b for b in jalan(d.blok) if isinstance(b, Formula)]


def test_file_tanpa_tabel_lain_tetap_utuh() -> None:
    s = tanpa(tanpa(lahat(), "anggaran_belanja"), "posisi")
    s = ubah_ind(s, "SK1.IKK1", pembilang=Decimal(700))
    nomori(dokumen_lkjip(s, hasil_lahat(s)))


def test_banyak_yang_meleset_disebut_singkat() -> None:
    s = lahat()
    for kode in ("SK1.IKK1", "SK1.IKK2", "SK1.IKK3"):
        s = ubah_ind(s, kode, pembilang=Decimal(1))
    for n in (6, 7):
        s = ubah_ind(s, f"SK2.IKK{n}", realisasi=Decimal(1))
    isi = teks(blok_bagian(konteks_lahat(s), "bab3.capaian"))
    assert "5 (lima) belum mencapai target, yaitu SK I IKK 1 (0,13%), SK I IKK 2 (1,20%)" in isi


# ------------------------------------------------------------------------------------------- scores of later years
def test_akip_menyebut_aspeknya_dan_predikatnya_dengan_huruf_besar() -> None:
    """PermenPAN-RB 88/2021: four aspects with the same three parts; the predicates are marks, not words."""
    kode = ("perencanaan_keberadaan", "perencanaan_kualitas", "perencanaan_pemanfaatan")
    s = tambah(
        tanpa(lahat(), "kinerja_lain"),
        Skor(id="akip", tahun=2023, jenis="akip", nilai_resmi=Decimal("72.35"), kategori_resmi="bb"),
        *(SkorKomponen(id=f"a.{x}", tahun=2023, jenis="akip", kode=x, nilai=Decimal(80)) for x in kode),
    )
    blok = blok_bagian(konteks_lahat(s), "bab3.lainnya")
    isi = teks(blok)
    assert "sebesar 72,35 dengan kategori BB" in isi
    assert "Tidak ada capaian kinerja lain" not in isi
    g = grid(blok, "tabel.akip")
    aspek = [polos(r.sel[0].isi) for r in g.baris if r.sel[0].kolom == 3 and r.jenis == "isi"]
    assert aspek[:2] == ["Perencanaan Kinerja", "Pengukuran Kinerja"]
    assert [polos(c.isi) for c in g.baris[0].sel] == ["Perencanaan Kinerja", "30%", "24,00"]
    assert [polos(c.isi) for c in g.baris[4].sel] == ["Pengukuran Kinerja", "30%", "-"]


def test_sejak_ada_nka_tidak_ada_gabungan_lain() -> None:
    s = tambah(
        lahat(),
        Laporan(id="l24", tahun=2024),
        *(Skor(id=f"{j}24", tahun=2024, jenis=j, nilai_resmi=Decimal(n)) for j, n in (("smart", 90), ("ikpa", 80))),
    )
    blok = blok_bagian(konteks_lahat(s, tahun=2024), "bab3.kinerja_anggaran")
    judul = [b.judul for b in blok if isinstance(b, Heading)]
    assert "Nilai Kinerja Perencanaan Anggaran" in judul
    assert "Nilai Gabungan" not in judul
    assert "85,00" in teks(blok)
    assert "SMART dan" not in teks(blok)


def test_surat_ditujukan_kepada_pejabat_bukan_kantor() -> None:
    s = ubah(lahat(), "surat", lambda r: r.tahun == 2023, yth="")
    isi = teks(dokumen_surat(s, hasil_lahat(s)))
    assert "Yth.\nKepala Kantor Wilayah Kementerian Hukum" in isi
