"""The shipped example holds the facts of a real report (LKjIP 2023 of Bapas Kelas II Lahat), rightly spelt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from lkjip_desktop.core.checks import ejaan, periksa
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.identitas import identitas_pada
from lkjip_desktop.core.pk import berlaku, isi_pk
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    Gambar,
    Identitas,
    Ilustrasi,
    IndikatorTahun,
    KinerjaLain,
    KinerjaLainAngka,
    Pejabat,
    Posisi,
    Renstra,
    RenstraButir,
    SkorKomponen,
    Surat,
    TargetRenstra,
    TataNilai,
)
from lkjip_desktop.workspace import Workspace
from tools import buat_contoh

HARI_INI = "2026-11-24"


@pytest.fixture(scope="module")
def contoh() -> Iterator[Workspace]:
    with Workspace.contoh_memori() as w:
        yield w


@pytest.fixture
def s(contoh: Workspace) -> Snapshot:
    return contoh.snapshot


@pytest.fixture
def kini(contoh: Workspace) -> Hasil:
    return contoh.hasil(2023)


def test_the_committed_file_is_what_its_facts_make() -> None:
    assert buat_contoh.TUJUAN.read_bytes() == buat_contoh.isi()


def test_two_years_of_one_satker(contoh: Workspace) -> None:
    assert contoh.tahun() == (2022, 2023)
    assert contoh.judul == "Bapas Kelas II Lahat"


# ------------------------------------------------------------------------------------------ measured (P1 rounding)
CAPAIAN_2023 = {
    "SK1.IKK1": ("60%", "49,26%", "82,09%", "tidak_tercapai"),
    "SK1.IKK2": ("55%", "60,93%", "110,78%", "melampaui"),
    "SK1.IKK3": ("35%", "39,07%", "111,64%", "melampaui"),
    "SK2.IKK1": ("1 Layanan", "1 Layanan", "100%", "tercapai"),
    "SK2.IKK2": ("1 Layanan", "1 Layanan", "100%", "tercapai"),
    "SK2.IKK3": ("1 Layanan", "1 Layanan", "100%", "tercapai"),
    "SK2.IKK4": ("1 Layanan", "1 Layanan", "100%", "tercapai"),
    "SK2.IKK5": ("1 Layanan", "1 Layanan", "100%", "tercapai"),
    "SK2.IKK6": ("10 Unit", "10 Unit", "100%", "tercapai"),
    "SK2.IKK7": ("54 Unit", "54 Unit", "100%", "tercapai"),
    "SK2.IKK8": ("52 Unit", "52 Unit", "100%", "tercapai"),
    "SK2.IKK9": ("1 Unit", "1 Unit", "100%", "tercapai"),
}


def test_the_twelve_ikk_of_2023(kini: Hasil) -> None:
    ada = {h.kode: (h.target.cetak, h.realisasi.cetak, h.capaian.cetak, h.capaian.status) for h in kini.indikator}
    assert ada == CAPAIAN_2023
    assert [(s.kode, s.rata_rata_cetak) for s in kini.kegiatan()] == [("SK1", "101,50%"), ("SK2", "100%")]
    assert kini.rata_rata_cetak == "100,38%"
    assert [h.kode for h in kini.meleset] == ["SK1.IKK1"]


def test_the_ratios_name_their_parts(s: Snapshot) -> None:
    ada = {
        it.kode: (it.pembilang, it.label_pembilang, it.penyebut, it.label_penyebut)
        for it in s.where(IndikatorTahun, tahun=2023)
        if it.penyebut is not None
    }
    assert {k: f"{a}/{c}" for k, (a, _, c, _) in ada.items()} == {
        "SK1.IKK1": "629/1277",
        "SK1.IKK2": "92/151",
        "SK1.IKK3": "59/151",
    }
    assert ada["SK1.IKK1"][3] == "Jumlah klien usia produktif"
    assert ada["SK1.IKK2"][1] == "Jumlah Anak yang mendapatkan putusan pidana penjara"


def test_2022_had_seven_ikk_with_bare_percentages(contoh: Workspace) -> None:
    h = contoh.hasil(2022)
    assert [(i.kode, i.target.cetak, i.realisasi.cetak, i.capaian.cetak, i.diketik) for i in h.indikator] == [
        ("SK1.IKK1", "50%", "50%", "100%", True),
        ("SK1.IKK2", "60%", "60%", "100%", True),
        ("SK1.IKK3", "30%", "30%", "100%", True),
        *((f"SK2.IKK{n}", "1 Layanan", "1 Layanan", "100%", False) for n in (1, 2, 3, 4)),
    ]
    baru = [i for i in contoh.hasil(2023).indikator if not i.riwayat[-2].ada]
    assert [i.kode for i in baru] == [f"SK2.IKK{n}" for n in (5, 6, 7, 8, 9)]


def test_all_count_upwards_and_one_is_not_certain(s: Snapshot) -> None:
    baris = s.rows(IndikatorTahun)
    assert {it.polaritas for it in baris} == {"naik"}
    assert {(it.tahun, it.kode) for it in baris if not it.polaritas_pasti} == {(2022, "SK1.IKK2"), (2023, "SK1.IKK2")}


def test_renstra_targets(s: Snapshot) -> None:
    (r,) = s.rows(Renstra)
    assert (r.tahun_awal, r.tahun_akhir) == (2020, 2024)
    kode = {it.indikator_id: it.kode for it in s.where(IndikatorTahun, tahun=2023)}
    target = {(kode[t.indikator_id], t.tahun): t.nilai for t in s.rows(TargetRenstra)}
    assert len(target) == 7 * 3 + 5 * 2
    assert [target["SK1.IKK1", y] for y in (2022, 2023, 2024)] == [50, 60, 60]
    assert [target["SK1.IKK2", y] for y in (2022, 2023, 2024)] == [60, 55, 55]
    assert [target["SK1.IKK3", y] for y in (2022, 2023, 2024)] == [30, 35, 35]
    assert [target["SK2.IKK7", y] for y in (2023, 2024)] == [54, 54]
    assert ("SK2.IKK5", 2022) not in target


def test_vision_missions_and_values(s: Snapshot) -> None:
    (r,) = s.rows(Renstra)
    assert r.visi_nasional.startswith("Terwujudnya Indonesia Maju")
    assert "Andal, Profesional, Inovatif, dan Berintegritas" in r.visi
    assert r.sumber_visi
    assert "Nomor 18 Tahun 2020" in r.sumber_visi_nasional
    jumlah = {j: len(s.where(RenstraButir, jenis=j)) for j in ("misi_nasional", "arahan", "misi", "fungsi")}
    assert jumlah == {"misi_nasional": 9, "arahan": 5, "misi": 7, "fungsi": 6}
    # The source says "masyarakat" in missions 3 and 6, where the ministry's own text has "pemasyarakatan".
    misi = [b.teks for b in s.where(RenstraButir, jenis="misi")]
    assert "pemasyarakatan" in misi[2]
    assert "pemasyarakatan" in misi[5]
    nilai = {k: [v.nama for v in s.where(TataNilai, kelompok=k)] for k in ("PASTI", "BerAKHLAK")}
    assert nilai["PASTI"] == ["Profesional", "Akuntabel", "Sinergi", "Transparan", "Inovatif"]
    assert len(nilai["BerAKHLAK"]) == 7


# ------------------------------------------------------------------------------------------- who signed and when
def test_pk_2022(s: Snapshot) -> None:
    pk = berlaku(s, 2022)
    assert pk is not None
    isi = isi_pk(s, pk)
    assert (pk.tempat, pk.tanggal) == ("Lahat", "2022-01-03")
    assert isi.judul == (
        "PERJANJIAN KINERJA TAHUN 2022",
        "KEPALA BALAI PEMASYARAKATAN KELAS II LAHAT",
        "DENGAN",
        "KEPALA DIVISI PEMASYARAKATAN",
        "KANTOR WILAYAH KEMENTERIAN HUKUM DAN HAM SUMATERA SELATAN",
    )
    assert (isi.pihak1.nama_cetak, isi.pihak1.nip) == ("Perimansyah, S.Sos.", "196811061992031002")
    assert (isi.pihak2.nama_cetak, isi.pihak2.nip) == ("Dadi Mulyadi, Bc.I.P., S.H., M.H.", "196301091987031001")
    assert isi.total == 3_503_481_000
    assert _tingkat(isi) == [("strategis", 2, 2), ("program", 1, 3), ("kegiatan", 2, 7)]
    assert [b.target.cetak for b in isi.butir()][:5] == ["45%", "77,5", "80", "80", "80"]


def test_pk_2023(s: Snapshot) -> None:
    pk = berlaku(s, 2023)
    assert pk is not None
    isi = isi_pk(s, pk)
    assert (pk.tempat, pk.tanggal) == ("Palembang", "2023-01")
    assert (isi.pihak1.nama_cetak, isi.pihak2.nama_cetak) == ("Perimansyah", "Ilham Djaya")
    assert isi.pihak2.nip == "196412201991031002"
    assert isi.pihak2.jabatan == "Kepala Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan"
    assert isi.total == 3_227_338_000
    assert _tingkat(isi) == [("strategis", 2, 2), ("program", 1, 3), ("kegiatan", 2, 12)]
    assert [b.target.cetak for b in isi.butir()][:5] == ["50%", "80", "85", "85", "85"]
    assert [(a.jenis, a.nama, a.nilai) for a in isi.anggaran] == [
        ("program", "Program Pelayanan dan Penegakan Hukum", 564_845_000),
        ("kegiatan", "Penyelenggaraan Pemasyarakatan di Wilayah", 564_845_000),
        ("program", "Program Dukungan Manajemen", 2_662_493_000),
        ("kegiatan", "Dukungan Manajemen dan Teknis Lainnya UPT Pemasyarakatan", 2_662_493_000),
    ]


def _tingkat(isi: Any) -> list[tuple[str, int, int]]:
    return [(t.tingkat, len(t.sasaran), sum(len(x.butir) for x in t.sasaran)) for t in isi.tingkat]


def test_letterhead_letter_and_positions(s: Snapshot) -> None:
    i = identitas_pada(s, "2023-12-31")
    assert i is not None
    assert (i.nama, i.kementerian) == ("Balai Pemasyarakatan Kelas II Lahat", "Kementerian Hukum dan Hak Asasi Manusia")
    assert (i.alamat, i.telepon) == ("Jl. Bhayangkara No. 9 Bandar Jaya Lahat 31414", "(0731) 325738")
    baru = identitas_pada(s, "2025-01-01")
    assert baru is not None
    assert baru.kementerian == "Kementerian Imigrasi dan Pemasyarakatan"
    (surat,) = s.rows(Surat)
    assert (surat.nomor, surat.tanggal, surat.lampiran) == ("W.6.PAS.PAS21-PR.03-1167", "2023-12-31", "1 (satu) berkas")
    assert "W.6.PR.03-0325 tanggal 30 November 2023" in surat.dasar
    assert len(s.rows(Posisi)) == 4
    assert all(p.nip and p.jabatan for p in s.rows(Pejabat))


# ---------------------------------------------------------------------------------------------- money and scores
def test_budget_by_both_cuts(kini: Hasil, contoh: Workspace) -> None:
    a = kini.anggaran
    assert [(b.kode, b.pagu, b.realisasi, b.persen_cetak) for b in a.sasaran] == [
        ("SK1", 564_845_000, 564_699_000, "99,97%"),
        ("SK2", 3_168_512_000, 3_130_597_033, "98,80%"),
    ]
    assert [(b.kode, b.nama, b.pagu, b.realisasi, b.persen_cetak) for b in a.jenis_belanja] == [
        ("51", "Belanja Pegawai", 2_148_733_000, 2_128_276_743, "99,05%"),
        ("52", "Belanja Barang", 1_492_165_000, 1_474_867_490, "98,84%"),
        ("53", "Belanja Modal", 92_459_000, 92_151_800, "99,67%"),
    ]
    assert (a.total.pagu, a.total.realisasi, a.total.persen_cetak) == (3_733_357_000, 3_695_296_033, "98,98%")
    assert a.potongan_sama
    lalu = contoh.hasil(2022).anggaran
    assert [b.persen_cetak for b in (*lalu.jenis_belanja, lalu.total)] == ["96,05%", "87,77%", "97,34%", "92,38%"]
    assert (lalu.pk_selisih, a.pk_selisih) == (490_753_000, 506_019_000)


def test_scores(kini: Hasil, s: Snapshot) -> None:
    assert (kini.smart.nilai_cetak, kini.smart.kategori, kini.smart.resmi) == ("90,21", "sangat baik", Decimal("90.21"))
    assert (kini.ikpa.nilai_cetak, kini.ikpa.kategori, kini.ikpa.resmi) == ("97,77", "sangat baik", Decimal("98.00"))
    assert (kini.gabungan.nilai_cetak, kini.gabungan.dari_resmi_cetak) == ("93,24", "93,33")
    # Every typed component has its weight in the rule set of the year.
    assert {k.kode for k in s.where(SkorKomponen, jenis="ikpa")} == {k.kode for k in kini.ikpa.komponen}
    assert {k.kode for k in s.where(SkorKomponen, jenis="smart")} == {k.kode for k in kini.smart.komponen}


def test_other_performance_and_pictures(s: Snapshot, contoh: Workspace) -> None:
    assert len(s.where(KinerjaLain, tahun=2023)) == 4
    assert len(s.rows(KinerjaLainAngka)) == 24
    for g in s.rows(Gambar):
        assert "contoh" in g.nama
        isi = contoh.isi_berkas(g.berkas)
        assert len(isi) < 25_000
        assert (int.from_bytes(isi[16:20], "big"), int.from_bytes(isi[20:24], "big")) == (g.lebar_px, g.tinggi_px)
    dipakai = {x.gambar_id for x in s.rows(Ilustrasi)} | {i.logo_id for i in s.rows(Identitas)}
    assert {g.id for g in s.rows(Gambar)} <= dipakai


# -------------------------------------------------------------------------------------------------------- checks
@pytest.mark.parametrize("tahun", [2022, 2023])
def test_warnings_and_no_errors(contoh: Workspace, tahun: int) -> None:
    masalah = periksa(contoh.snapshot, contoh.hasil(tahun), tahun, HARI_INI)
    level = [p.level for p in masalah]
    assert "peringatan" in level
    assert [p for p in masalah if p.level == "kesalahan"] == []
    assert [p for p in masalah if p.aturan.startswith("ejaan")] == []


def test_what_the_source_got_wrong_is_pointed_at(contoh: Workspace) -> None:
    peringatan = {p.aturan for p in contoh.periksa(2023) if p.level == "peringatan"}
    assert {"polaritas.bertentangan", "pk.pagu", "skor.beda", "skor.kategori", "realisasi.iku"} <= peringatan
    info = {p.aturan for p in contoh.periksa(2023) if p.level == "info"}
    assert {"skor.penyerapan", "anggaran.rasio_nominal", "kegiatan.nama", "sasaran.rata_menutupi"} <= info


def test_no_misspelling_of_the_source_came_along() -> None:
    teks = buat_contoh.TUJUAN.read_text(encoding="utf-8")
    assert ejaan.salah_eja(teks) == ()
    for kata in ("Permansyah", "Iham", "Penegakandan", "DukunganManajemen", "IPT Pemasyarakatan", "Sinergis"):
        assert kata not in teks
    assert json.loads(teks)["format"] == "lkjip-desktop"
