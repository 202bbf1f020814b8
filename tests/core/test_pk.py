"""Which PK is in force, what drafts and signed versions show, and how two versions differ."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip_desktop.core.pk import bagian_pernyataan, beda, berlaku, isi_pk
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    Identitas,
    Indikator,
    IndikatorTahun,
    Kegiatan,
    Pk,
    PkAnggaran,
    PkButir,
    PkCakupan,
    Posisi,
)

from .bahan import D, bapas, hapus, tambah, ubah


@pytest.fixture(scope="module")
def s() -> Snapshot:
    return bapas()


def pk(s: Snapshot, id: str) -> Pk:
    row = s.get(Pk, id)
    assert row is not None
    return row


def versi(n: int, **isi: Any) -> Pk:
    return Pk(id=f"v{n}", tahun=2023, nomor=n, **{"status": "terkunci", **isi})


# ------------------------------------------------------------------------------------------------------ in force
@pytest.mark.parametrize(
    ("pada", "id"),
    [
        (None, "v2"),
        ("2023-12", "v2"),
        ("2023-08-31", "v1"),
        ("2023-05-01", "v1"),
        ("2023-04-30", "v0"),
        ("2023-01-01", "v0"),  # signed in January without a day: in force from its first day
        ("2022-12-31", None),
    ],
)
def test_last_version_in_force_at_a_date(pada: str | None, id: str | None) -> None:
    s = dari_baris(
        [
            versi(0, tanggal="2023-01"),
            versi(1, tanggal="2023-04-20", berlaku_dari="2023-05-01"),
            versi(2, tanggal="2023-09-01", status="berlaku"),
            versi(3, tanggal="2023-10-01", status="draf"),
            versi(4, tanggal="2023-11-01", posisi_id="kasubag"),
            Posisi(id="kasubag"),
        ]
    )
    ada = berlaku(s, 2023, pada)
    assert (ada.id if ada else None) == id


def test_undated_revision_supersedes_the_first_version() -> None:
    s = dari_baris([versi(0, tanggal="2023-01-03"), versi(1)])
    assert berlaku(s, 2023) == s.get(Pk, "v1")


def test_lower_official_has_an_agreement_of_his_own() -> None:
    s = dari_baris([versi(0), versi(1, posisi_id="kasubag"), Posisi(id="kasubag")])
    ada = berlaku(s, 2023, posisi_id="kasubag")
    assert ada is not None
    assert ada.id == "v1"


# ------------------------------------------------------------------------------------------------------ contents
def test_signed_pk_2023_of_the_seed(s: Snapshot) -> None:
    isi = isi_pk(s, pk(s, "pk.2023"))
    assert isi.beku
    assert [(t.tingkat, len(t.sasaran)) for t in isi.tingkat] == [("strategis", 2), ("program", 1), ("kegiatan", 2)]
    assert [b.target.cetak for b in isi.butir()] == [
        "50%", "80", "85", "85", "85", "60%", "55%", "35%",
        "1 Layanan", "1 Layanan", "1 Layanan", "1 Layanan", "1 Layanan",
        "10 Unit", "54 Unit", "52 Unit", "1 Unit",
    ]  # fmt: skip
    assert isi.total == 3_227_338_000
    assert (isi.pihak1.nama_cetak, isi.pihak2.nama_cetak) == ("Perimansyah", "Ilham Djaya")
    assert isi.judul[0] == "PERJANJIAN KINERJA TAHUN 2023"
    assert isi.identitas is not None


def test_signed_pk_2022_has_its_own_parties_and_targets(s: Snapshot) -> None:
    isi = isi_pk(s, pk(s, "pk.2022"))
    assert isi.pihak1.nama_cetak == "Perimansyah, S.Sos."
    assert (isi.pihak2.nama_cetak, isi.total) == ("Dadi Mulyadi", 3_503_481_000)
    assert [b.target.cetak for b in isi.butir()][:5] == ["45%", "77,5", "80", "80", "80"]


def test_signed_version_does_not_follow_later_edits(s: Snapshot) -> None:
    lama = isi_pk(s, pk(s, "pk.2023"))
    kini = ubah(s, "indikator_tahun", "SK1.IKK1.2023", target=D(99), nama="lain")
    kini = ubah(kini, "sasaran_tahun", "SK1.2023", nama="lain")
    kini = ubah(kini, "pejabat", "kakanwil", nama="Orang lain")
    kini = ubah(kini, "kegiatan", "program0.2023", anggaran=1)
    assert isi_pk(kini, pk(kini, "pk.2023")) == lama


def test_draft_shows_working_values_and_officials_of_its_date(s: Snapshot) -> None:
    s = tambah(s, Pk(id="d", tahun=2023, nomor=1, tanggal="2023-03", tempat="Palembang"))
    isi = isi_pk(ubah(s, "indikator_tahun", "SK1.IKK1.2023", target=D(61)), pk(s, "d"))
    assert not isi.beku
    assert isi.butir()[5].target.cetak == "61%"
    assert isi.butir()[5].baris_id == "SK1.IKK1.2023"
    assert isi.total == 3_227_338_000
    assert (isi.pihak1.nama_cetak, isi.pihak2.nama_cetak) == ("Perimansyah, S.Sos.", "Ilham Djaya")
    assert isi.pihak2.pejabat_id == "kakanwil"
    assert isi.judul == (
        "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023",
        "KEPALA BALAI PEMASYARAKATAN KELAS II LAHAT DENGAN",
        "KEPALA KANTOR WILAYAH KEMENTERIAN HUKUM DAN HAM SUMATERA SELATAN",
    )


def test_superior_of_2022_was_the_head_of_division(s: Snapshot) -> None:
    s = tambah(s, Pk(id="d", tahun=2022, nomor=1, tanggal="2022-06"))
    isi = isi_pk(s, pk(s, "d"))
    assert isi.pihak2.nama_cetak == "Dadi Mulyadi, Bc.I.P., S.H., M.H."
    assert isi.judul[2] == ("KEPALA DIVISI PEMASYARAKATAN KANTOR WILAYAH KEMENTERIAN HUKUM DAN HAM SUMATERA SELATAN")


def test_typed_parties_and_titles_come_first(s: Snapshot) -> None:
    draf = Pk(
        id="d",
        tahun=2023,
        judul="BARIS SATU\n\nBARIS DUA",
        judul_lampiran="LAMPIRAN",
        p1_nama="Pengganti",
        p1_jenis="plt",
        p2_cetak_gelar=False,
        pernyataan="Satu\n[PIHAK PERTAMA]\nDua",
    )
    isi = isi_pk(tambah(s, draf), draf)
    # Degrees and NIP of the list belong to another person than the one typed.
    assert (isi.pihak1.nama_cetak, isi.pihak1.nip) == ("Pengganti", "")
    assert isi.pihak1.jabatan_cetak == "Plt. Kepala Balai Pemasyarakatan Kelas II Lahat"
    assert isi.judul == ("PERJANJIAN KINERJA TAHUN 2023", "BARIS SATU", "BARIS DUA")
    assert isi.judul_lampiran == ("PERJANJIAN KINERJA TAHUN 2023", "LAMPIRAN")
    assert isi.pernyataan == (("paragraf", "Satu"), ("pihak1", ""), ("paragraf", "Dua"))


def test_shipped_statement_is_the_prescribed_one(s: Snapshot) -> None:
    isi = isi_pk(s, pk(s, "pk.2023")).pernyataan
    # PermenPAN-RB 53/2014; seed lines 370-386, with "di bawah ini" spelt right.
    assert [j for j, _ in isi] == ["paragraf", "pihak1", "paragraf", "pihak2", "paragraf", "paragraf", "paragraf"]
    assert isi[0][1].endswith("kami yang bertanda tangan di bawah ini:")
    assert isi[5][1].startswith("Pihak pertama berjanji akan mewujudkan target kinerja")
    assert isi[6][1].endswith("pemberian penghargaan dan sanksi.")


def test_empty_draft_prints_too() -> None:
    draf = Pk(id="d", tahun=2030)
    isi = isi_pk(dari_baris([draf]), draf)
    assert (isi.butir(), isi.anggaran, isi.total, isi.pihak1.nama_cetak) == ((), (), None, "")
    assert isi.judul == ("PERJANJIAN KINERJA TAHUN 2030",)
    assert bagian_pernyataan("") == ()


def test_identity_is_that_of_the_date_of_the_paper(s: Snapshot) -> None:
    s = ubah(s, "identitas", "idn", berlaku_sampai="2024-10-20")
    s = tambah(s, Identitas(id="baru", nama="Bapas Lahat", berlaku_dari="2024-10-21"))
    for tanggal, id in (("2024-01", "idn"), ("2024-11-01", "baru"), ("", "idn")):
        draf = Pk(id="d", tahun=2024, tanggal=tanggal)
        identitas = isi_pk(tambah(s, draf), draf).identitas
        assert identitas is not None
        assert identitas.id == id
    pilih = Pk(id="d", tahun=2024, tanggal="2024-01", identitas_id="baru")
    assert isi_pk(tambah(s, pilih), pilih).identitas == s.get(Identitas, "baru")


def test_agreement_of_a_lower_official(s: Snapshot) -> None:
    draf = Pk(id="d", tahun=2023, posisi_id="kasubag")
    s = tambah(
        s,
        Posisi(id="kepala.p", jabatan="Kepala", pejabat_id="kepala"),
        Posisi(id="kasubag", induk_id="kepala.p", jabatan="Kepala Urusan Tata Usaha"),
        Indikator(id="x", sasaran_id="SK2", posisi_id="kasubag"),
        IndikatorTahun(id="x.2023", indikator_id="x", tahun=2023, kode="TU.1", target=D(10), satuan="Berkas"),
        draf,
    )
    sendiri = isi_pk(s, draf)
    assert [b.target.cetak for b in sendiri.butir()] == ["10 Berkas"]
    assert sendiri.pihak2.nama == "Perimansyah"
    # Chosen indicators of the satker, one with a target of his own.
    pilih = tambah(
        s,
        PkCakupan(id="c1", pk_id="d", urut=1, indikator_id="SK2.IKK6", target=D(4)),
        PkCakupan(id="c2", pk_id="d", urut=2, indikator_id="SK2.IKK7"),
    )
    isi = isi_pk(pilih, draf)
    assert [b.target.cetak for b in isi.butir()] == ["4 Unit", "54 Unit"]
    assert [(a.jenis, a.nilai) for a in isi.anggaran] == [("kegiatan", 2_662_493_000)]
    assert isi.total == 2_662_493_000


def test_programme_without_an_amount_shows_the_sum_of_its_activities(s: Snapshot) -> None:
    draf = Pk(id="d", tahun=2023)
    kosong = ubah(tambah(s, draf), "kegiatan", "program0.2023", anggaran=None)
    isi = isi_pk(kosong, draf)
    assert isi.anggaran[0].nilai == 564_845_000
    assert isi.total == 3_227_338_000


def test_a_programme_is_not_the_sum_of_some_of_its_activities(s: Snapshot) -> None:
    """Half of it would be signed as the budget of the whole."""
    draf = Pk(id="d", tahun=2023)
    lain = Kegiatan(id="lain", tahun=2023, urut=9, induk_id="program0.2023", nama="Kegiatan lain")
    s = ubah(tambah(s, draf, lain), "kegiatan", "program0.2023", anggaran=None)
    assert isi_pk(s, draf).anggaran[0].nilai is None
    s = ubah(s, "kegiatan", "lain", anggaran=5)
    assert isi_pk(s, draf).anggaran[0].nilai == 564_845_005


# --------------------------------------------------------------------------------------------------- differences
def test_revision_shows_what_differs(s: Snapshot) -> None:
    s = hapus(s, "indikator_tahun", "SK2.IKK9.2023")
    s = tambah(
        s,
        Pk(id="d", tahun=2023, nomor=1, p1_nama="Perimansyah", p2_nama="Pengganti", p2_jenis="plt"),
        Indikator(id="x", sasaran_id="SK2"),
        IndikatorTahun(id="x.2023", indikator_id="x", tahun=2023, urut=99, kode="SK2.IKK10", nama="Baru", target=D(2)),
    )
    s = ubah(s, "indikator_tahun", "SK1.IKK1.2023", target=D(62))
    s = ubah(s, "indikator_tahun", "SK1.IKK2.2023", nama="Nama diperbaiki")
    s = ubah(s, "sasaran_tahun", "SK1.2023", nama="Rumusan diperbaiki")
    s = ubah(s, "kegiatan", "program1.2023", anggaran=3_000_000_000)
    hasil = beda(s, pk(s, "pk.2023"), pk(s, "d"))
    assert [(b.jenis, b.kunci, b.dari, b.ke) for b in hasil if b.jenis in ("target", "tambah", "hapus")] == [
        ("target", "SK1.IKK1", "60%", "62%"),
        ("tambah", "x", "", "2"),
        ("hapus", "SK2.IKK9", "1 Unit", ""),
    ]
    assert [(b.label, b.ke) for b in hasil if b.jenis == "rumusan"] == [
        ("Rumusan SK1", "Rumusan diperbaiki"),
        ("Nama SK1.IKK2", "Nama diperbaiki"),
    ]
    assert [(b.label, b.dari, b.ke) for b in hasil if b.jenis == "anggaran"] == [
        ("Program Dukungan Manajemen", "Rp2.662.493.000", "Rp3.000.000.000"),
        ("Jumlah anggaran", "Rp3.227.338.000", "Rp3.564.845.000"),
    ]
    pihak = [(b.kunci, b.label, b.dari, b.ke) for b in hasil if b.jenis == "pihak"]
    assert ("pihak2", "Pihak Kedua: nama", "Ilham Djaya", "Pengganti") in pihak


def test_equal_versions_do_not_differ(s: Snapshot) -> None:
    assert beda(s, pk(s, "pk.2023"), pk(s, "pk.2023")) == ()


def test_target_retyped_with_other_zeros_is_the_same(s: Snapshot) -> None:
    a, b = versi(0), versi(1)
    isi: dict[str, Any] = {"indikator_id": "SK1.IKK1", "indikator_kode": "K", "satuan": "%"}
    s = tambah(
        s,
        a,
        b,
        PkButir(id="a", pk_id="v0", target=D("60"), **isi),
        PkButir(id="b", pk_id="v1", target=D("60.0"), **isi),
        PkAnggaran(id="c", pk_id="v1", jenis="program", nama="P", nilai=None),
    )
    assert [(x.jenis, x.label) for x in beda(s, a, b)] == [("anggaran", "P")]
