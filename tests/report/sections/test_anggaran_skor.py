"""Bab III on the example: sums of achievement, budget, scores and other performance."""

from __future__ import annotations

from decimal import Decimal

from lkjip_desktop.core.tables import (
    Ro,
)
from lkjip_desktop.report.blocks import Figure, Grid, Heading, Part
from lkjip_desktop.report.sections import blok_bagian
from tests.report.sections.contoh import (
    atur,
    grid,
    konteks_lahat,
    lahat,
    sel_teks,
    tambah,
    tanpa,
    teks,
    ubah,
)


def test_table_of_sasaran_carries_the_rounding_rule_once() -> None:
    isi = blok_bagian(konteks_lahat(), "bab3.capaian")
    g = grid(isi, "tabel.sasaran")
    assert sel_teks(g)[0][2:] == ["3", "101,50%", "Tercapai sebagian (2 dari 3 indikator)"]
    assert teks(isi).count("Pembulatan:") == 1
    p2 = grid(blok_bagian(konteks_lahat(atur(lahat(), "pengukuran", pembulatan="P2")), "bab3.capaian"), "tabel.sasaran")
    assert "realisasi dibulatkan lebih dahulu" in p2.catatan[0]


def test_iku_and_ikp_of_the_pk_are_listed_measured_or_not() -> None:
    isi = blok_bagian(konteks_lahat(), "bab3.capaian")
    g = grid(isi, "tabel.iku")
    assert [r[1] for r in sel_teks(g)] == ["IKU", "IKU", "IKP", "IKP", "IKP"]
    assert {r[-1] for r in sel_teks(g)} == {"Belum diukur"}
    assert "belum satu pun diukur" in teks(isi)
    s = ubah(
        lahat(), "indikator_tahun", lambda r: bool(r.kode == "SP1.IKP1" and r.tahun == 2023), realisasi=Decimal(86)
    )
    baris = sel_teks(grid(blok_bagian(konteks_lahat(s), "bab3.capaian"), "tabel.iku"))[2]
    assert baris[3:] == ["85", "86", "101,18%", "Melampaui"]


def test_budget_tables_of_the_seed() -> None:
    isi = blok_bagian(konteks_lahat(), "bab3.anggaran")
    sasaran = grid(isi, "tabel.anggaran.sasaran")
    assert [r[-1] for r in sel_teks(sasaran)] == ["99,97%", "98,80%", "98,98%"]
    belanja = grid(isi, "tabel.anggaran.belanja")
    assert [c.kolom for c in belanja.kepala[0].sel] == [1, 1, 3, 3]
    assert [(r[4], r[7]) for r in sel_teks(belanja)[:3]] == [
        ("96,05%", "99,05%"),
        ("87,77%", "98,84%"),
        ("97,34%", "99,67%"),
    ]
    assert (sel_teks(belanja)[-1][3], sel_teks(belanja)[-1][6]) == ("92,38%", "98,98%")
    assert belanja.sumber.startswith("Aplikasi OM-SPAN")
    assert sel_teks(grid(isi, "tabel.anggaran.pk"))[-1][-1] == "Rp506.019.000"


def test_outputs_have_a_table_only_when_there_are_any() -> None:
    assert "Rincian Output Tahun" not in teks(blok_bagian(konteks_lahat(), "bab3.anggaran"))
    s = tambah(
        lahat(),
        Ro(
            id="r",
            tahun=2023,
            kode="5252.QAA",
            nama="Bimbingan",
            satuan="Orang",
            target_volume=Decimal(100),
            realisasi_volume=Decimal(90),
            pagu=10,
            realisasi=9,
        ),
    )
    g = grid(blok_bagian(konteks_lahat(s), "bab3.anggaran"), "tabel.ro")
    assert sel_teks(g)[0] == ["5252.QAA", "Bimbingan", "100 Orang", "90 Orang", "-", "Rp10", "Rp9"]


def test_smart_names_e_and_ne_apart() -> None:
    isi = blok_bagian(konteks_lahat(), "bab3.kinerja_anggaran")
    rows = sel_teks(grid(isi, "tabel.smart"))
    e, ne = (next(r for r in rows if akhir in r[1]) for akhir in ("(E)", "(NE)"))
    assert e[2:] == ["8,38", "", ""]
    assert ne[2:4] == ["70,95", "28,6%"]
    assert rows[-1][-1] == "90,21"
    assert "8,38" in teks(isi)


def test_ikpa_has_three_aspects_four_rows_and_three_totals_below() -> None:
    isi = blok_bagian(konteks_lahat(), "bab3.kinerja_anggaran")
    g = grid(isi, "tabel.ikpa")
    assert [c.kolom for c in g.kepala[0].sel] == [1, 2, 5, 1]
    assert [r[0] for r in sel_teks(g)][:4] == ["Nilai", "Bobot", "Nilai Akhir", "Nilai Aspek"]
    assert sel_teks(g)[4:] == [["Nilai Total", "97,77"], ["Konversi Bobot", "100%"], ["Nilai Akhir", "97,77"]]
    assert sel_teks(g)[3][1:4] == ["91,87", "98,80", "100,00"]
    assert not [b for b in isi if isinstance(b, Part)]


def test_ikpa_in_wide_letters_stands_on_its_side() -> None:
    isi = blok_bagian(konteks_lahat(atur(lahat(), "cetak", huruf="bookman")), "bab3.kinerja_anggaran")
    n = next(i for i, b in enumerate(isi) if isinstance(b, Grid) and b.kunci == "tabel.ikpa")
    g = isi[n]
    assert isinstance(g, Grid)
    assert [c.kolom for c in g.kepala[0].sel] == [1, 2, 5, 1, 1, 1, 1]
    assert [r[0] for r in sel_teks(g)] == ["Nilai", "Bobot", "Nilai Akhir", "Nilai Aspek"]
    assert sel_teks(g)[0][-3:] == ["97,77", "100%", "97,77"]
    assert sel_teks(g)[2][1:9] == ["10,00", "8,37", "20,00", "9,40", "10,00", "10,00", "5,00", "25,00"]
    assert sel_teks(g)[3][1:4] == ["91,87", "98,80", "100,00"]
    assert (isi[n - 1], isi[n + 1]) == (Part("arab", lanskap=True), Part("arab"))


def test_a_component_that_does_not_apply_divides_the_total() -> None:
    s = ubah(
        lahat(),
        "skor_komponen",
        lambda r: bool((r.tahun, r.jenis, r.kode) == (2023, "ikpa", "kontraktual")),
        berlaku=False,
    )
    isi = blok_bagian(konteks_lahat(s), "bab3.kinerja_anggaran")
    assert ["Konversi Bobot", "90%"] in sel_teks(grid(isi, "tabel.ikpa"))
    assert "Belanja Kontraktual, tidak diperhitungkan" in teks(isi)


def test_combined_score_is_written_as_lines_with_its_basis() -> None:
    isi = teks(blok_bagian(konteks_lahat(), "bab3.kinerja_anggaran"))
    assert "SMART = 90,21 × 60% = 54,126" in isi
    assert "IKPA = 98,00 × 40% = 39,2" in isi
    assert "Gabungan = 54,126 + 39,2 = 93,33" in isi
    assert "Dasar perhitungan: nilai resmi" in isi


def test_without_official_scores_the_basis_is_the_recomputed_one() -> None:
    isi = teks(blok_bagian(konteks_lahat(tanpa(lahat(), "skor")), "bab3.kinerja_anggaran"))
    assert "Dasar perhitungan: hasil perhitungan ulang" in isi
    assert "93,24" in isi
    assert "98,00" not in isi


def test_other_performance_prints_in_its_order_with_pictures_under_one_caption() -> None:
    isi = blok_bagian(konteks_lahat(), "bab3.lainnya")
    assert [b.judul for b in isi if isinstance(b, Heading) and b.level == 2] == [
        "E-Performance",
        "E-Tarja (Target Kinerja)",
        "E-Monev Bappenas",
        "Kegiatan Prioritas Nasional",
    ]
    gambar = [b for b in isi if isinstance(b, Figure)]
    assert [len(b.gambar) for b in gambar] == [2, 1, 1, 1]
    bulanan = next(b for b in isi if isinstance(b, Grid))
    assert [r[0] for r in sel_teks(bulanan)][::11] == ["Januari", "Desember"]
