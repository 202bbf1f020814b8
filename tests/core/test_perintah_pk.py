"""From draft to signed: what is frozen stays, whatever happens to the working values afterwards."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import (
    Banyak,
    BerlakukanPk,
    Hapus,
    Perintah,
    PkBaru,
    Tambah,
    TandaTanganiPk,
    Ubah,
    rencana,
)
from lkjip_desktop.core.pk import berlaku, isi_pk
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.sidik import sidik_pk
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    AturanBaris,
    Identitas,
    Indikator,
    IndikatorTahun,
    Kegiatan,
    Laporan,
    Pejabat,
    Pk,
    PkAnggaran,
    PkButir,
    PkCakupan,
    Posisi,
    Sasaran,
    SasaranTahun,
)
from lkjip_desktop.errors import Ditolak


def berkas(*lain: Row) -> Snapshot:
    return dari_baris(
        [
            Laporan(id="l", tahun=2023),
            Identitas(id="id", nama="Bapas Kelas II Lahat"),
            Pejabat(id="k", nama="Perimansyah", gelar_belakang="S.Sos.", jabatan="Kepala", peran="kepala"),
            Pejabat(id="a", nama="Dadi Mulyadi", jenis="plt", jabatan="Kepala Divisi", peran="atasan"),
            Posisi(id="po", jabatan="Kasubag TU", pejabat_id="k"),
            Sasaran(id="sp", tingkat="program"),
            Sasaran(id="sk", tingkat="kegiatan"),
            SasaranTahun(id="st1", sasaran_id="sk", tahun=2023, urut=1, kode="SK1", nama="Kegiatan satu"),
            SasaranTahun(id="st2", sasaran_id="sp", tahun=2023, urut=2, kode="SP1", nama="Program satu"),
            Indikator(id="i1", sasaran_id="sk"),
            Indikator(id="i2", sasaran_id="sp"),
            IndikatorTahun(
                id="it1", indikator_id="i1", tahun=2023, urut=1, kode="SK1.IKK1", satuan="%", target=Decimal("60.0")
            ),
            IndikatorTahun(id="it2", indikator_id="i2", tahun=2023, urut=2, kode="SP1.IKP1", target=Decimal(2)),
            Kegiatan(id="pg", tahun=2023, urut=1, jenis="program", nama="Program", anggaran=100),
            *lain,
        ]
    )


def lakukan(now: Snapshot, *perintah: Perintah) -> Snapshot:
    for p in perintah:
        now = now.apply(rencana(now, p).changes)
    return now


def sebab(now: Snapshot, perintah: Perintah) -> str:
    with pytest.raises(Ditolak) as e:
        rencana(now, perintah)
    return str(e.value)


@pytest.fixture
def bertanda() -> Snapshot:
    return lakukan(
        berkas(), PkBaru(2023, "pk"), Ubah("pk", "pk", {"tanggal": "2023-01", "tempat": "Lahat"}), TandaTanganiPk("pk")
    )


def test_the_first_version_is_awal_and_a_draft() -> None:
    now = lakukan(berkas(), PkBaru(2023, "pk"))
    assert now.get(Pk, "pk") == Pk(id="pk", tahun=2023, nomor=0, status="draf", alasan="awal")
    assert berlaku(now, 2023) is None
    assert "PK 2023 Awal masih draf" in sebab(now, PkBaru(2023, "pk2"))
    assert "belum ada" in sebab(now, PkBaru(2030, "pk2"))


def test_signing_copies_what_the_draft_shows(bertanda: Snapshot) -> None:
    draf = lakukan(berkas(), PkBaru(2023, "pk"), Ubah("pk", "pk", {"tanggal": "2023-01", "tempat": "Lahat"}))
    a, b = (isi_pk(s, s.rows(Pk)[0]) for s in (draf, bertanda))
    assert [t.tingkat for t in b.tingkat] == ["program", "kegiatan"]
    for nama in ("judul", "judul_lampiran", "pihak1", "pihak2", "pernyataan", "identitas", "total"):
        assert getattr(a, nama) == getattr(b, nama), nama
    assert [(x.kode, x.nama, x.satuan, x.target.cetak, str(x.angka)) for x in a.butir()] == [
        (x.kode, x.nama, x.satuan, x.target.cetak, str(x.angka)) for x in b.butir()
    ]
    assert [(x.jenis, x.nama, x.nilai) for x in b.anggaran] == [("program", "Program", 100)]
    pk = bertanda.rows(Pk)[0]
    assert (pk.status, pk.p1_nama, pk.p1_gelar_belakang, pk.p2_nama, pk.p2_jenis) == (
        "terkunci",
        "Perimansyah",
        "S.Sos.",
        "Dadi Mulyadi",
        "plt",
    )
    assert pk.sidik == sidik_pk(pk, bertanda.rows(PkButir), bertanda.rows(PkAnggaran))
    assert berlaku(bertanda, 2023) == pk


def test_signing_is_a_barrier_with_leave_for_this_paper_only() -> None:
    step = rencana(lakukan(berkas(), PkBaru(2023, "pk")), TandaTanganiPk("pk"))
    assert (step.label, step.pagar, step.izin) == ("Tanda tangani PK 2023 Awal", True, frozenset({"pk"}))


def test_nothing_that_happens_later_changes_a_signed_paper(bertanda: Snapshot) -> None:
    isi = isi_pk(bertanda, bertanda.rows(Pk)[0])
    kini = lakukan(
        bertanda,
        Ubah("indikator_tahun", "it1", {"target": Decimal(70), "nama": "Lain", "satuan": "orang"}),
        Ubah("sasaran_tahun", "st1", {"nama": "Lain"}),
        Ubah("pejabat", "k", {"nama": "Orang Lain", "jabatan": "Lain"}),
        Ubah("kegiatan", "pg", {"anggaran": 1}),
        Tambah("pejabat", "baru", {"nama": "Baru", "peran": "kepala"}),
        Hapus("indikator_tahun", "it2"),
    )
    assert isi_pk(kini, kini.rows(Pk)[0]) == isi
    assert "sudah ditandatangani" in sebab(kini, Ubah("pk", "pk", {"tempat": "x"}))
    assert "sudah ditandatangani" in sebab(kini, TandaTanganiPk("pk"))
    assert "tidak dapat dihapus" in sebab(kini, Hapus("indikator", "i1"))


def test_the_seat_of_the_satker_is_the_place_until_another_is_typed() -> None:
    """The town is typed once; signing writes it down, so that a later move changes no signed paper."""
    now = lakukan(berkas(), Ubah("identitas", "id", {"kota": "Lahat"}), PkBaru(2023, "pk"))
    assert isi_pk(now, now.rows(Pk)[0]).tempat == "Lahat"
    lain = lakukan(now, Ubah("pk", "pk", {"tempat": "Palembang"}))
    assert isi_pk(lain, lain.rows(Pk)[0]).tempat == "Palembang"
    now = lakukan(now, TandaTanganiPk("pk"), Ubah("identitas", "id", {"kota": "Pagar Alam"}), PkBaru(2023, "pk1"))
    lama, baru = now.get(Pk, "pk"), now.get(Pk, "pk1")
    assert lama is not None
    assert baru is not None
    assert (lama.tempat, isi_pk(now, lama).tempat) == ("Lahat", "Lahat")
    assert lama.sidik == sidik_pk(lama, now.where(PkButir, pk_id="pk"), now.where(PkAnggaran, pk_id="pk"))
    assert isi_pk(now, baru).tempat == "Lahat"  # typed or not is no longer known: what was signed goes on
    kosong = lakukan(berkas(), PkBaru(2023, "pk"), TandaTanganiPk("pk"), Ubah("identitas", "id", {"kota": "Lahat"}))
    assert isi_pk(kosong, kosong.rows(Pk)[0]).tempat == ""


def test_the_next_version_starts_from_the_last(bertanda: Snapshot) -> None:
    now = lakukan(
        bertanda, Ubah("indikator_tahun", "it1", {"target": Decimal(70)}), PkBaru(2023, "pk1", alasan="strategi")
    )
    baru = now.get(Pk, "pk1")
    assert baru is not None
    assert (baru.nomor, baru.status, baru.alasan, baru.tempat, baru.tanggal) == (1, "draf", "strategi", "Lahat", "")
    # The parties are chosen by date again, so that a new official shows.
    assert (baru.p1_pejabat_id, baru.p1_nama, baru.sidik, baru.identitas_id) == (None, "", "", None)
    # So are the title lines and the wording that signing froze.
    assert (baru.judul, baru.pernyataan) == ("", "")
    assert [str(b.angka) for b in isi_pk(now, baru).butir()] == ["2", "70"]
    dua = lakukan(now, Ubah("pk", "pk1", {"tanggal": "2023-06-01"}), TandaTanganiPk("pk1"))
    kini = berlaku(dua, 2023)
    assert kini is not None
    assert kini.id == "pk1"


def test_a_chosen_official_stays_chosen() -> None:
    now = berkas(Pejabat(id="lain", nama="Pelaksana", jabatan="Kepala"))
    now = lakukan(now, PkBaru(2023, "pk"), Ubah("pk", "pk", {"p1_pejabat_id": "lain"}), TandaTanganiPk("pk"))
    now = lakukan(now, Ubah("pejabat", "lain", {"nama": "Pelaksana Harian"}), PkBaru(2023, "pk1"))
    baru = now.get(Pk, "pk1")
    assert baru is not None
    assert (baru.p1_pejabat_id, baru.p2_pejabat_id) == ("lain", None)
    assert isi_pk(now, baru).pihak1.nama == "Pelaksana Harian"


def test_typed_words_are_kept_from_version_to_version() -> None:
    now = lakukan(
        berkas(),
        PkBaru(2023, "pk"),
        Ubah("pk", "pk", {"judul": "KEPALA BAPAS DENGAN\nKEPALA DIVISI", "pernyataan": "Kami berjanji."}),
        TandaTanganiPk("pk"),
        PkBaru(2023, "pk1"),
    )
    baru = now.get(Pk, "pk1")
    assert baru is not None
    assert (baru.judul, baru.pernyataan) == ("KEPALA BAPAS DENGAN\nKEPALA DIVISI", "Kami berjanji.")


def test_a_paper_comes_into_force_without_a_change_of_its_contents(bertanda: Snapshot) -> None:
    now = lakukan(bertanda, BerlakukanPk("pk"))
    (lama,), (pk,) = bertanda.rows(Pk), now.rows(Pk)
    assert pk == replace(lama, status="berlaku")
    assert pk.sidik == sidik_pk(pk, now.rows(PkButir), now.rows(PkAnggaran))
    assert "sudah berlaku" in sebab(now, BerlakukanPk("pk"))
    assert "belum ditandatangani" in sebab(lakukan(berkas(), PkBaru(2023, "pk")), BerlakukanPk("pk"))


def test_later_rules_of_the_office_do_not_reword_a_signed_paper() -> None:
    naskah = AturanBaris(id="a", jenis="pernyataan_pk", isi='{"naskah": "Kami berjanji."}')
    bertanda = lakukan(berkas(naskah), PkBaru(2023, "pk"), TandaTanganiPk("pk"))
    isi = isi_pk(bertanda, bertanda.rows(Pk)[0])
    assert isi.pernyataan == (("paragraf", "Kami berjanji."),)
    aturan = AturanBaris(
        id="a",
        jenis="pernyataan_pk",
        isi='{"judul": "JANJI {tahun}", "judul_perubahan": "JANJI BARU {tahun}", "naskah": "Lain.", '
        '"sebutan_kedua": "Atasan", "sebutan_pertama": "Bawahan"}',
    )
    kini = bertanda.apply((Change("aturan", naskah, aturan),))
    assert isi_pk(kini, kini.rows(Pk)[0]) == isi
    # A new version takes the rules of now.
    baru = lakukan(kini, PkBaru(2023, "pk1"))
    draf = isi_pk(baru, next(p for p in baru.rows(Pk) if p.id == "pk1"))
    assert (draf.judul[0], draf.sebutan) == ("JANJI BARU 2023", ("Bawahan", "Atasan"))


def test_an_unfinished_draft_is_not_signed() -> None:
    now = lakukan(berkas(), PkBaru(2023, "pk"))
    assert "Pihak Kedua pada PK 2023 Awal belum ditentukan" in sebab(
        lakukan(now, Hapus("pejabat", "a")), TandaTanganiPk("pk")
    )
    kosong = lakukan(now, Banyak("", (Hapus("indikator_tahun", "it1"), Hapus("indikator_tahun", "it2"))))
    assert "belum berisi indikator" in sebab(kosong, TandaTanganiPk("pk"))
    assert "sudah tidak ada" in sebab(now, TandaTanganiPk("hilang"))


def test_a_lower_official_has_versions_and_targets_of_his_own() -> None:
    now = lakukan(
        berkas(),
        PkBaru(2023, "pk"),
        TandaTanganiPk("pk"),
        PkBaru(2023, "tu", posisi_id="po"),
        Tambah("pk_cakupan", "c", {"pk_id": "tu", "indikator_id": "i1", "target": Decimal(50)}),
        Ubah("pk", "tu", {"p1_nama": "Sari", "p2_nama": "Perimansyah"}),
        TandaTanganiPk("tu"),
    )
    (butir,) = now.where(PkButir, pk_id="tu")
    assert (butir.indikator_id, butir.target) == ("i1", Decimal(50))
    now = lakukan(now, PkBaru(2023, "tu1", posisi_id="po"))
    (c,) = now.where(PkCakupan, pk_id="tu1")
    assert (c.indikator_id, c.target) == ("i1", Decimal(50))
    assert [p.nomor for p in now.where(Pk, posisi_id="po")] == [0, 1]


def test_a_party_has_one_version_of_a_number_in_a_year() -> None:
    """A second first agreement, e.g. from an import, would be printed or measured by chance."""
    now = lakukan(berkas(), PkBaru(2023, "a1"), Tambah("pk", "b1", {"tahun": 2023, "nomor": 0, "posisi_id": "po"}))
    assert "sudah ada (PK 2023 Awal)" in sebab(now, Tambah("pk", "a2", {"tahun": 2023, "nomor": 0}))
    assert "sudah ada" in sebab(now, Tambah("pk", "b2", {"tahun": 2023, "nomor": 0, "posisi_id": "po"}))
    assert lakukan(now, Tambah("pk", "a2", {"tahun": 2023, "nomor": 1})).row("pk", "a2") is not None
