"""Chapters on the example and its variations: front pages, Bab I and II."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from lkjip_desktop.core.naskah import Paragraf, Teks, tulis
from lkjip_desktop.core.tables import (
    DataDukung,
    Naskah,
    Pindaian,
    Pk,
    PkButir,
    Posisi,
)
from lkjip_desktop.report.blocks import Grid, Heading, Items, ScanPages, Signatures, Tree
from lkjip_desktop.report.sections import blok_bagian
from tests.report.sections.contoh import (
    atur,
    grid,
    konteks_lahat,
    lahat,
    polos,
    sel_teks,
    tambah,
    teks,
    ubah,
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
    assert [r[2:] for r in sel_teks(g)] == [["60%", "50%", "Kepala satuan kerja berganti"]]
    assert "telah diubah 1 (satu) kali. Alasannya: Kepala satuan kerja berganti." in teks(isi)
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023" in teks(blok_bagian(k, "lampiran.pk"))


def test_a_plan_is_named_with_its_years_once() -> None:
    assert "Tahun 2020-2024, selanjutnya disebut Renstra" in teks(blok_bagian(konteks_lahat(), "bab2.renstra"))
    tanpa = ubah(lahat(), "renstra", lambda r: True, nama="Rencana Strategis Kementerian")
    isi = teks(blok_bagian(konteks_lahat(tanpa), "bab2.renstra"))
    assert "Rencana Strategis Kementerian Tahun 2020-2024, selanjutnya disebut Renstra" in isi


def test_core_values_are_a_text_figure() -> None:
    pohon = [b for b in blok_bagian(konteks_lahat(), "bab2.renstra") if isinstance(b, Tree)]
    assert [p.akar.teks for p in pohon] == ["BerAKHLAK", "PASTI"]
    assert [n.teks for n in pohon[1].akar.anak] == ["Profesional", "Akuntabel", "Sinergi", "Transparan", "Inovatif"]


def test_only_what_has_a_name_is_counted_among_the_sasaran() -> None:
    """The start guide begins one row of each: nothing is counted before its name is typed."""
    whole = teks(blok_bagian(konteks_lahat(), "bab2"))
    assert "2 (dua) Sasaran Kegiatan dengan 12 (dua belas)" in whole
    s = ubah(lahat(), "sasaran_tahun", lambda r: r.tahun == 2023 and r.kode == "SK1", nama=" ")
    assert "1 (satu) Sasaran Kegiatan dengan 9 (sembilan)" in teks(blok_bagian(konteks_lahat(s), "bab2"))
    s = ubah(s, "sasaran_tahun", lambda r: r.tahun == 2023, nama="")
    assert "diukur melalui" not in teks(blok_bagian(konteks_lahat(s), "bab2"))
