"""The Perjanjian Kinerja, the covering letter and the one-page summary as blocks."""

from __future__ import annotations

import dataclasses

import pytest

from lkjip_desktop.core.tables import Pk, RencanaAksi, Surat
from lkjip_desktop.report.blocks import Document, Grid, Keep, Letterhead, Part, Signatures
from lkjip_desktop.report.numbering import jalan, nomori
from lkjip_desktop.report.sections import dokumen_pk, dokumen_ringkasan, dokumen_surat
from tests.report.sections.contoh import (
    hasil_lahat,
    ind,
    lahat,
    polos,
    sel_teks,
    tambah,
    tanpa,
    teks,
    ubah,
    ubah_ind,
)


def pk(tahun: int) -> Pk:
    return next(r for r in lahat().rows(Pk) if r.tahun == tahun)


def dokumen(tahun: int = 2023, **kolom: object) -> Document:
    p = dataclasses.replace(pk(tahun), **kolom)  # type: ignore[arg-type]  # columns of pk
    return dokumen_pk(tambah(lahat(), p), p)


def ttd(d: Document) -> list[Signatures]:
    return [b for b in jalan(d.blok) if isinstance(b, Signatures)]


def tabel(d: Document) -> list[Grid]:
    return [b for b in jalan(d.blok) if isinstance(b, Grid) and not b.polos]


def test_a_letter_without_a_place_is_written_at_the_seat_of_the_satker() -> None:
    surat = next(r for r in lahat().rows(Surat) if r.tahun == 2023)
    tanpa_tempat = tambah(lahat(), dataclasses.replace(surat, tempat=""))
    assert any(
        b.startswith("Lahat, ") for b in teks(dokumen_surat(tanpa_tempat, hasil_lahat(tanpa_tempat))).split("\n")
    )


@pytest.mark.parametrize(
    ("tahun", "tempat", "kedua"),
    [
        (2022, "Lahat, 3 Januari 2022", ("Dadi Mulyadi, Bc.I.P., S.H., M.H.", "NIP 19630109 198703 1 001")),
        (2023, "Palembang, \u00a0\u00a0\u00a0\u00a0\u00a0Januari 2023", ("Ilham Djaya", "NIP 19641220 199103 1 002")),
    ],
)
def test_pihak_kedua_left_pihak_pertama_right_twice(tahun: int, tempat: str, kedua: tuple[str, str]) -> None:
    """Seed lines 1324-1338 (2022) and 442-460 (2023); a day that is not known leaves room for ink."""
    dua = ttd(dokumen(tahun))
    assert len(dua) == 2
    for t in dua:
        assert t.tempat_tanggal == tempat
        kiri, kanan = t.blok
        assert kiri.pembuka[0] == "Pihak Kedua,"
        assert (kiri.nama, kiri.bawah[-1]) == kedua
        assert kanan.pembuka == ("Pihak Pertama,", "Kepala Balai Pemasyarakatan Kelas II Lahat")
        assert kanan.bawah == ("NIP 19681106 199203 1 002",)
        assert [x.kunci.partition(".")[0] for x in t.blok] == ["p2", "p1"]


def test_titles_and_the_prescribed_statement() -> None:
    isi = teks(dokumen(2022))
    assert isi.startswith("PERJANJIAN KINERJA TAHUN 2022\nKEPALA BALAI PEMASYARAKATAN KELAS II LAHAT\nDENGAN\n")
    assert "Selanjutnya disebut Pihak Pertama" in isi
    assert "Selaku atasan pihak pertama, selanjutnya disebut Pihak Kedua" in isi
    assert "Kepala Divisi Pemasyarakatan Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan" in isi


def test_one_table_a_level_with_column_numbers_then_the_budget_with_its_total() -> None:
    t = tabel(dokumen())
    assert [polos(g.kepala[0].sel[1].isi) for g in t[:3]] == [
        "Sasaran Strategis",
        "Sasaran Program",
        "Sasaran Kegiatan",
    ]
    for g in t[:3]:
        assert [polos(c.isi) for c in g.kepala[1].sel] == ["(1)", "(2)", "(3)", "(4)"]
        assert g.kepala[1].jenis == "nomor"
    assert [len(g.baris) for g in t] == [2, 3, 12, 5]
    assert sel_teks(t[2])[0][2:] == [
        "1. Persentase klien usia produktif yang memperoleh atau melanjutkan pekerjaan di luar lembaga",
        "60%",
    ]
    assert sel_teks(t[0])[1][2:] == ["Indeks Kepuasan Masyarakat Terhadap Layanan Publik Bidang Hukum", "80"]
    assert sel_teks(t[3])[-1] == ["Jumlah", "Rp3.227.338.000"]
    assert sel_teks(tabel(dokumen(2022))[3])[-1] == ["Jumlah", "Rp3.503.481.000"]


def test_the_statement_is_kept_on_its_page_and_can_be_printed_alone() -> None:
    d = dokumen_pk(lahat(), pk(2023), bagian="pernyataan")
    assert [type(b) for b in d.blok] == [Part, Keep]
    assert not tabel(d)
    lampiran = dokumen_pk(lahat(), pk(2023), bagian="lampiran")
    assert len(tabel(lampiran)) == 4
    assert "Selanjutnya" not in teks(lampiran)


def test_a_signed_version_keeps_its_values_when_the_year_changes() -> None:
    s = ubah_ind(lahat(), "SK1.IKK1", nama="Nama yang berubah")
    assert "Nama yang berubah" not in teks(dokumen_pk(s, pk(2023)))


def test_a_draft_shows_working_values_and_is_marked() -> None:
    d = dokumen(status="draf")
    assert d.konsep
    assert not dokumen().konsep
    assert len(tabel(d)[2].baris) == 12


def test_a_revision_a_plt_and_an_empty_date() -> None:
    d = dokumen(
        nomor=1,
        p1_jenis="plt",
        tanggal="",
        elektronik=True,
        p1_cetak_pangkat=True,
        p1_pangkat="Penata Tk. I",
        p1_cetak_gelar=True,
    )
    isi = teks(d)
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023" in isi
    kanan = ttd(d)[0].blok[1]
    assert kanan.pembuka[1] == "Plt. Kepala Balai Pemasyarakatan Kelas II Lahat"
    assert kanan.bawah == ("Penata Tk. I", "NIP 19681106 199203 1 002")
    assert kanan.nama == "Perimansyah, S.Sos."
    assert kanan.catatan == "Ditandatangani secara elektronik oleh:"
    assert ttd(d)[0].tempat_tanggal.startswith("Palembang, \u00a0")


def test_letterhead_or_logo() -> None:
    assert [b for b in jalan(dokumen(pakai_kop=True).blok) if isinstance(b, Letterhead)]
    assert not [b for b in jalan(dokumen().blok) if isinstance(b, Letterhead)]


def test_action_plan_is_printed_only_when_asked_for() -> None:
    id = ind(lahat(), "SK1.IKK1").indikator_id
    s = tambah(lahat(), RencanaAksi(id="r", tahun=2023, indikator_id=id, uraian="Pelatihan", tw1="10%", tw4="60%"))
    assert "RENCANA AKSI" not in teks(dokumen_pk(s, pk(2023)))
    p = dataclasses.replace(pk(2023), cetak_rencana_aksi=True)
    isi = dokumen_pk(tambah(s, p), p)
    assert "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2023" in teks(isi)
    assert [b.lanskap for b in isi.blok if isinstance(b, Part)][-1]


def test_the_code_is_printed_only_when_the_version_asks_for_it() -> None:
    assert dokumen_pk(lahat(), pk(2023), kode="abc").blok[0] == Part("", kepala=False)
    p = dataclasses.replace(pk(2023), cetak_kode=True)
    assert dokumen_pk(tambah(lahat(), p), p, kode="abc").blok[0] == Part("", kepala=False, kode="abc")


# --------------------------------------------------------------------------------------------------- letter
def test_letter_of_the_example() -> None:
    d = dokumen_surat(lahat(), hasil_lahat())
    isi = teks(d)
    assert "W.6.PAS.PAS21-PR.03-1167" in isi
    assert "Menindaklanjuti surat Kepala Kantor Wilayah" in isi
    assert "31 Desember 2023" in isi
    assert ttd(d)[0].blok[0].catatan
    assert not nomori(d).entri


def test_letter_without_number_date_and_row_leaves_room() -> None:
    s = tanpa(lahat(), "surat")
    isi = teks(dokumen_surat(s, hasil_lahat(s)))
    assert "W.6.PAS.PAS21-PR.03-\u00a0" in isi or "\u00a0" * 20 in isi
    assert "Laporan Kinerja Instansi Pemerintah (LKjIP) Tahun 2023" in isi


def test_copies_stand_at_the_end() -> None:
    s = ubah(lahat(), "surat", lambda _r: True, tembusan="Kepala Divisi\nArsip", sifat="Biasa")
    isi = teks(dokumen_surat(s, hasil_lahat(s)))
    catatan = isi.rpartition("\n")[2]
    assert isi.endswith("Tembusan:\nKepala Divisi\nArsip\n" + catatan)
    assert catatan.startswith("Catatan: surat ini ditandatangani secara elektronik")
    tinta = ubah(s, "surat", lambda _r: True, elektronik=False)
    assert teks(dokumen_surat(tinta, hasil_lahat(tinta))).endswith("Tembusan:\nKepala Divisi\nArsip")
    assert "Biasa" in isi


def test_letter_row_is_optional_in_the_report() -> None:
    assert lahat().one(Surat, tahun=2022) is None


# -------------------------------------------------------------------------------------------------- summary
def test_summary_names_misses_budget_scores_and_decisions() -> None:
    d = dokumen_ringkasan(lahat(), hasil_lahat())
    isi = teks(d)
    for x in ("100,38%", "SK1.IKK1", "82,09%", "98,98%", "93,33", "Rp506.019.000", "belum diukur"):
        assert x in isi, x
    assert (d.kertas.lebar_mm, d.kertas.tinggi_mm) == (210, 297)


def test_summary_of_an_empty_year() -> None:
    s = tanpa(tanpa(lahat(), "indikator_tahun"), "skor_komponen")
    assert "Yang perlu diputuskan" in teks(dokumen_ringkasan(s, hasil_lahat(s)))


def test_summary_is_one_page_whatever_the_year_holds() -> None:
    d = dokumen_ringkasan(lahat(), hasil_lahat())
    assert [type(b) for b in d.blok] == [Part, Keep]
    assert not nomori(d).entri
    assert (
        "Dari 12 (dua belas) Indikator Kinerja Kegiatan tahun 2023, 11 (sebelas) mencapai target dan 1 (satu)"
        in teks(d)
    )
