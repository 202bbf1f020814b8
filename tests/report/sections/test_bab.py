"""Chapters on the example and its variations: front pages, Bab I and II, budget, scores, other performance, annexes."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from lkjip_desktop.core.kata import MEDAN
from lkjip_desktop.core.naskah import Blok, Daftar, GambarSendiri, Medan, Paragraf, TabelSendiri, Teks, tulis
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    Bukti,
    Ceklis,
    DataDukung,
    Ilustrasi,
    Naskah,
    Pindaian,
    Pk,
    PkButir,
    Posisi,
    Prestasi,
    Rekomendasi,
    Ro,
)
from lkjip_desktop.report.blocks import Block, Figure, Grid, Heading, Items, Part, ScanPages, Signatures, Tree
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.sections import blok_bagian
from tests.report.sections.contoh import (
    atur,
    grid,
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


# ------------------------------------------------------------------------------------------------ front pages
def test_foreword_is_signed_at_place_and_date() -> None:
    ttd = next(b for b in blok_bagian(konteks_lahat(), "kata_pengantar") if isinstance(b, Signatures))
    assert ttd.tempat_tanggal == "Lahat, 31 Desember 2023"
    assert (ttd.blok[0].pembuka, ttd.blok[0].nama) == (("Kepala,",), "Perimansyah, S.Sos.")
    assert ttd.blok[0].bawah == ("NIP 19681106 199203 1 002",)


def test_a_signed_scan_replaces_the_foreword() -> None:
    s = tambah(
        lahat(), Pindaian(id="p", tahun=2023, naskah="kata_pengantar", berkas="ab", mime="application/pdf", halaman=2)
    )
    isi = blok_bagian(konteks_lahat(s), "kata_pengantar")
    assert [type(b) for b in isi] == [Heading, ScanPages]


def test_summary_table_of_the_ikhtisar_ends_with_the_mean() -> None:
    isi = blok_bagian(konteks_lahat(), "ikhtisar")
    g = grid(isi, "tabel.ikhtisar")
    assert sel_teks(g)[-1] == ["Nilai Rata-rata", "100,38%"]
    assert g.gabung == (0, 1)
    items = next(b for b in isi if isinstance(b, Items))
    assert len(items.butir) == 2
    assert (
        "IKK 3 “Persentase klien Anak yang terpenuhi hak pendidikannya” terealisasi 39,07% dari target 35%, sehingga"
        in polos(items.butir[0])
    )
    # Nine that came out just as promised are told in one sentence.
    assert polos(items.butir[1]).count("IKK ") == 9
    assert polos(items.butir[1]).endswith("sama dengan targetnya, sehingga capaian masing-masing 100%.")


def test_indicators_with_a_measure_only_share_one_table_of_the_manual() -> None:
    (g,) = (b for b in blok_bagian(konteks_lahat(), "lampiran.manual") if isinstance(b, Grid))
    assert len(g.baris) == 12
    assert sel_teks(g)[-1] == ["SK II IKK 9: Jumlah Gedung/Bangunan", "-", "Unit", "Makin tinggi nilainya makin baik"]


def test_a_filled_manual_prints_known_rows_only() -> None:
    s = ubah_ind(lahat(), "SK1.IKK1", definisi="Klien yang bekerja.", penanggung_jawab="Kasubsi")
    satu, lain = (b for b in blok_bagian(konteks_lahat(s), "lampiran.manual") if isinstance(b, Grid))
    kolom = [r[0] for r in sel_teks(satu)]
    assert kolom == ["Definisi operasional", "Rumus", "Satuan dan polaritas", "Penanggung jawab"]
    assert sel_teks(satu)[2][1] == "%, makin tinggi nilainya makin baik"
    assert len(lain.baris) == 11


def test_the_outline_names_the_annexes_that_there_are() -> None:
    assert "Perjanjian Kinerja Tahun 2022, Perjanjian Kinerja Tahun 2023, dan Manual" in teks(
        blok_bagian(konteks_lahat(), "bab1.sistematika")
    )
    s = atur(lahat(), "cetak", sembunyi=["lampiran.pk", "lampiran.pk_lalu"])
    assert "memuat Manual Indikator Kinerja Kegiatan" in teks(blok_bagian(konteks_lahat(s), "bab1.sistematika"))


# ---------------------------------------------------------------------------------------------------- Bab I
def test_organisation_chart_is_drawn_from_positions() -> None:
    bagan = next(b for b in blok_bagian(konteks_lahat(), "bab1.tugas_fungsi") if isinstance(b, Tree))
    assert bagan.akar.teks == "Kepala Balai"
    assert len(bagan.akar.anak) == 3


def test_positions_in_a_circle_are_still_drawn() -> None:
    posisi = lahat().rows(Posisi)
    putar = [dataclasses.replace(p, induk_id=posisi[(n + 1) % len(posisi)].id) for n, p in enumerate(posisi)]
    s = tambah(lahat(), *putar)
    assert [b for b in blok_bagian(konteks_lahat(s), "bab1.tugas_fungsi") if isinstance(b, Tree)]


def test_staff_table_adds_up_each_category() -> None:
    s = tambah(
        lahat(),
        *(
            DataDukung(
                id=f"d{n}", tahun=2023, urut=n, kelompok="pegawai", kategori="Pendidikan", uraian=u, jumlah=Decimal(j)
            )
            for n, (u, j) in enumerate((("S-1", 12), ("SMA", 8)))
        ),
    )
    g = grid(blok_bagian(konteks_lahat(s), "bab1.tugas_fungsi"), "tabel.pegawai")
    assert sel_teks(g)[-1] == ["Jumlah pendidikan", "20", "orang"]


def test_outline_names_only_what_is_printed_and_gives_way_to_an_own_text() -> None:
    tanpa_bab4 = blok_bagian(konteks_lahat(atur(lahat(), "cetak", sembunyi=["bab4"])), "bab1.sistematika")
    assert "[bab3]" in teks(tanpa_bab4)
    assert "[bab4]" not in teks(tanpa_bab4)
    s = tambah(
        lahat(),
        Naskah(id="n", tahun=2023, bagian="bab1.sistematika", isi=tulis((Paragraf((Teks("Susunan sendiri."),)),))),
    )
    assert teks(blok_bagian(konteks_lahat(s), "bab1.sistematika")) == "SISTEMATIKA LAPORAN\nSusunan sendiri."


# --------------------------------------------------------------------------------------------------- Bab II
def test_renstra_matrix_has_a_column_for_each_year() -> None:
    g = grid(blok_bagian(konteks_lahat(), "bab2"), "tabel.renstra")
    assert [polos(c.isi) for c in g.kepala[1].sel][3:] == ["2020", "2021", "2022", "2023", "2024"]
    assert len(g.baris) == 12


def test_pk_stands_in_full_as_tables_or_by_reference() -> None:
    isi = blok_bagian(konteks_lahat(), "bab2.pk")
    for t in ("strategis", "program", "kegiatan", "anggaran"):
        assert grid(isi, f"tabel.pk.{t}").judul
    assert sel_teks(grid(isi, "tabel.pk.anggaran"))[-1] == ["Jumlah", "Rp3.227.338.000"]
    rujuk = blok_bagian(konteks_lahat(atur(lahat(), "cetak", bagian={"pk_bab2": "rujukan"})), "bab2.pk")
    assert "[lampiran.pk]" in teks(rujuk)
    assert not [b for b in rujuk if isinstance(b, Grid)]


def test_by_reference_without_the_annex_prints_in_full() -> None:
    s = atur(lahat(), "cetak", bagian={"pk_bab2": "rujukan"}, sembunyi=["lampiran.pk"])
    assert len(grid(blok_bagian(konteks_lahat(s), "bab2.pk"), "tabel.pk.kegiatan").baris) == 12


def test_after_a_revision_the_changed_targets_stand_side_by_side_with_the_reason() -> None:
    s = lahat()
    awal = next(r for r in s.rows(Pk) if r.tahun == 2023)
    baru = dataclasses.replace(
        awal, id="pk1", nomor=1, alasan="pejabat", alasan_uraian="Kepala satuan kerja berganti.", tanggal="2023-07-03"
    )
    butir = [
        dataclasses.replace(
            b, id=f"x{n}", pk_id="pk1", target=Decimal(50) if b.indikator_kode == "SK1.IKK1" else b.target
        )
        for n, b in enumerate(s.where(PkButir, pk_id=awal.id))
    ]
    k = konteks_lahat(tambah(s, baru, *butir))
    isi = blok_bagian(k, "bab2.pk")
    g = grid(isi, "tabel.pk.perubahan")
    assert [r[2:] for r in sel_teks(g)] == [["60%", "50%", "perubahan ke-1: Kepala satuan kerja berganti"]]
    assert "telah diubah 1 (satu) kali" in teks(isi)
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023" in teks(blok_bagian(k, "lampiran.pk"))


def test_core_values_are_a_text_figure() -> None:
    pohon = [b for b in blok_bagian(konteks_lahat(), "bab2.renstra") if isinstance(b, Tree)]
    assert [p.akar.teks for p in pohon] == ["BerAKHLAK", "PASTI"]
    assert [n.teks for n in pohon[1].akar.anak] == ["Profesional", "Akuntabel", "Sinergi", "Transparan", "Inovatif"]


# ------------------------------------------------------------------------------------------- Bab III A to D
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


# --------------------------------------------------------------------------------------------------- annexes
def _dengan_lampiran() -> Snapshot:
    return tambah(
        lahat(),
        Rekomendasi(
            id="r", tahun=2023, rekomendasi="Perbaiki data", tindak_lanjut="Sudah", status="selesai", bukti="Nota"
        ),
        Ceklis(id="c", tahun=2023, jenis="reviu", kode="F1", jawaban="ya"),
        Bukti(id="b", tahun=2023, nama="Laporan bulanan", lokasi="Lemari 1", tanggal="2023-05"),
        Prestasi(id="p", tahun=2023, nama="WBK", pemberi="KemenPAN-RB", tanggal="2023-12"),
        Naskah(id="n", tahun=2023, bagian="lampiran.lain", isi=tulis((Paragraf((Teks("Tambahan."),)),))),
    )


@pytest.mark.parametrize(
    ("kunci", "isi"),
    [
        ("lampiran.tindak_lanjut", ["Perbaiki data", "Selesai", "Nota"]),
        ("lampiran.bukti", ["Laporan bulanan", "Lemari 1", "Mei 2023"]),
        ("lampiran.prestasi", ["WBK", "KemenPAN-RB", "Desember 2023"]),
        ("lampiran.lain", ["Tambahan."]),
        ("lampiran.manual", ["Rumus", "Satuan", "SK I IKK 1: Persentase klien usia produktif"]),
    ],
)
def test_annexes_print_what_the_year_has(kunci: str, isi: list[str]) -> None:
    k = konteks_lahat(_dengan_lampiran())
    assert kunci in k.dicetak
    ada = teks(blok_bagian(k, kunci))
    assert all(x in ada for x in isi)
    if kunci != "lampiran.manual":
        assert kunci not in konteks_lahat().dicetak


def test_the_checklist_prints_only_when_answered() -> None:
    assert "lampiran.reviu" not in konteks_lahat().dicetak
    kode = konteks_lahat().aturan.ceklis_reviu.kelompok[0].butir[0].kode
    s = tambah(lahat(), Ceklis(id="c", tahun=2023, jenis="reviu", kode=kode, jawaban="ya", catatan="Lengkap"))
    rows = sel_teks(grid(blok_bagian(konteks_lahat(s), "lampiran.reviu"), "tabel.reviu"))
    assert rows[1][2:] == ["√", "", "Lengkap"]
    assert sum(len(r) == 5 for r in rows) == 23


def test_a_scan_of_the_pk_replaces_the_generated_one() -> None:
    s = lahat()
    pk = next(r for r in s.rows(Pk) if r.tahun == 2023)
    s = tambah(
        s, Pindaian(id="x", tahun=2023, naskah="pk", pk_id=pk.id, berkas="ab", mime="application/pdf", halaman=3)
    )
    isi = blok_bagian(konteks_lahat(s), "lampiran.pk")
    assert [b.halaman for b in isi if isinstance(b, ScanPages)] == [3]
    assert "Selanjutnya disebut" not in teks(isi)
    tidak = ubah(s, "pindaian", lambda _r: True, pakai=False)
    assert "Selanjutnya disebut" in teks(blok_bagian(konteks_lahat(tidak), "lampiran.pk"))


# ------------------------------------------------------------------------------------------------- own texts
def _naskah(*blok: Blok) -> Snapshot:
    return tambah(lahat(), Naskah(id="n", tahun=2023, bagian="bab1.maksud_tujuan", isi=tulis(blok)))


def _isi(*blok: Blok) -> tuple[Block, ...]:
    return blok_bagian(konteks_lahat(_naskah(*blok)), "bab1.maksud_tujuan")


def test_an_unknown_merge_field_is_a_visible_marker_never_raw() -> None:
    isi = teks(_isi(Paragraf((Teks("Nilai "), Medan("capaiann"), Teks(".")))))
    assert "Nilai «medan tidak dikenal: capaiann»." in isi


def test_a_merge_field_without_a_value_says_what_is_missing() -> None:
    isi = teks(_isi(Paragraf((Medan("capaian"),))))
    assert f"«{MEDAN['capaian'].label}: belum ada»" in isi


def test_typed_braces_and_stars_print_as_typed() -> None:
    assert "{tahun} *tebal* <b>" in teks(_isi(Paragraf((Teks("{tahun} *tebal* <b>"),))))


def test_own_lists_tables_and_pictures_are_captioned_like_ours() -> None:
    gambar = next(iter(lahat().tabel["gambar"]))
    isi = list(
        jalan(
            _isi(
                Daftar(False, ((Teks("butir", tebal=True),),)),
                TabelSendiri("Data kunjungan", "Buku tamu", 1, (("Bulan", "Jumlah"), ("Mei", "4"))),
                GambarSendiri("Kegiatan", "Dokumentasi", ((gambar, 60), (gambar, 60))),
                GambarSendiri("", "", (("hilang", 0),)),
            )
        )
    )
    g = next(b for b in isi if isinstance(b, Grid))
    assert (polos(g.judul), g.sumber, len(g.kepala), sel_teks(g)) == ("Data kunjungan", "Buku tamu", 1, [["Mei", "4"]])
    f = next(b for b in isi if isinstance(b, Figure))
    assert (polos(f.judul), len(f.gambar), f.gambar[0].lebar_mm) == ("Kegiatan", 2, 60)
    assert "«gambar tidak ditemukan»" in teks(isi)


def test_a_broken_text_never_stops_printing() -> None:
    s = tambah(lahat(), Naskah(id="n", tahun=2023, bagian="bab1.maksud_tujuan", isi='[{"t":"x"}]'))
    assert teks(blok_bagian(konteks_lahat(s), "bab1.maksud_tujuan")) == "MAKSUD DAN TUJUAN"


def test_pictures_of_one_group_share_a_caption() -> None:
    gambar = next(iter(lahat().tabel["gambar"]))
    s = tambah(
        lahat(),
        *(
            Ilustrasi(id=f"g{n}", tahun=2023, bagian="bab4.saran", urut=n, gambar_id=gambar, judul=j, kelompok=g)
            for n, (j, g) in enumerate((("A", 1), ("", 1), ("C", None)))
        ),
    )
    f = [b for b in blok_bagian(konteks_lahat(s), "bab4.saran") if isinstance(b, Figure)]
    assert [(polos(b.judul), len(b.gambar)) for b in f] == [("A", 2), ("C", 1)]
