"""A new year begins with the structure of the year before and empty numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip_desktop.core.commands import SalinTahun, Tambah, Ubah, rencana
from lkjip_desktop.core.salin import SALIN, yang_dapat_disalin
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    AnggaranSasaran,
    Identitas,
    Indikator,
    IndikatorTahun,
    Kegiatan,
    KinerjaLain,
    KinerjaLainAngka,
    Laporan,
    Naskah,
    Pejabat,
    Pk,
    Prestasi,
    Ro,
    RoIndikator,
    SasaranTahun,
    Surat,
    TargetRenstra,
    Tenggat,
)

from .bahan_perintah import dasar, lakukan, sebab

SEMUA = frozenset(("kegiatan", "naskah", "surat", "kinerja_lain", "data_dukung", "rencana_aksi", "tenggat", "skor"))


def tahun_penuh() -> Snapshot:
    return dasar(
        Identitas(id="id", nama="Bapas"),
        Pejabat(id="p", nama="Lama", tmt_sampai="2024-05"),
        Kegiatan(id="pg", tahun=2023, jenis="program", kode="BF", nama="Program", anggaran=100),
        Kegiatan(id="kg", tahun=2023, induk_id="pg", kode="BF.1", nama="Kegiatan", sasaran_id="s", anggaran=90),
        Ro(id="ro", tahun=2023, kegiatan_id="kg", nama="RO", pagu=5, target_volume=Decimal(2), realisasi=4),
        RoIndikator(id="ri", ro_id="ro", indikator_id="i1", porsi=Decimal(100)),
        AnggaranSasaran(id="as", tahun=2023, sasaran_id="s", pagu=7, realisasi=6, tanggal_data="2023-12-31"),
        Naskah(id="n", tahun=2023, bagian="bab1", isi='[{"i":[{"s":"x"}],"t":"p"}]'),
        Surat(id="su", tahun=2023, nomor="W.6", tanggal="2024-01-03", yth="Kakanwil"),
        KinerjaLain(id="kl", tahun=2023, judul="Target kinerja", target=Decimal(5)),
        KinerjaLainAngka(id="kla", kinerja_lain_id="kl", bulan=1, nilai=Decimal(3)),
        Tenggat(id="tg", tahun=2023, tanggal="2024-02-29", nama="Kirim", selesai=True),
        TargetRenstra(id="tr", indikator_id="i2", tahun=2024, nilai=Decimal("57.5")),
        Pk(id="pk", tahun=2023),
        Prestasi(id="pr", tahun=2023, nama="WBK"),
    )


def test_a_new_year_has_the_structure_and_empty_numbers() -> None:
    now = lakukan(tahun_penuh(), SalinTahun(2023, 2024, SEMUA, "benih"))
    (l24,) = now.where(Laporan, tahun=2024)
    assert (l24.tempat, l24.tanggal) == ("Lahat", "")
    (st,) = now.where(SasaranTahun, tahun=2024)
    assert (st.sasaran_id, st.kode, st.nama) == ("s", "SK1", "Sasaran satu")
    it1, _ = now.where(IndikatorTahun, tahun=2024)
    assert (it1.indikator_id, it1.kode, it1.nama, it1.kelanjutan) == ("i1", "SK1.IKK1", "Klien", "dilanjutkan")
    assert (it1.target, it1.pembilang, it1.penyebut) == (None, None, None)
    pg, kg = now.where(Kegiatan, tahun=2024)
    assert (kg.induk_id, kg.sasaran_id, kg.anggaran) == (pg.id, "s", None)
    (ro,) = now.where(Ro, tahun=2024)
    assert (ro.kegiatan_id, ro.pagu, ro.target_volume) == (kg.id, None, None)
    (ri,) = now.where(RoIndikator, ro_id=ro.id)
    assert (ri.indikator_id, ri.porsi) == ("i1", Decimal(100))
    (su,) = now.where(Surat, tahun=2024)
    assert (su.nomor, su.tanggal, su.yth) == ("", "", "Kakanwil")
    (tg,) = now.where(Tenggat, tahun=2024)
    assert (tg.tanggal, tg.selesai) == ("2025-02-28", False)
    for cls in (Pk, Prestasi, AnggaranSasaran):
        assert now.where(cls, tahun=2024) == ()
    assert len(now.rows(KinerjaLainAngka)) == 1


def test_what_is_taken_along_is_chosen() -> None:
    sedikit = lakukan(tahun_penuh(), SalinTahun(2023, 2024, frozenset(), "benih"))
    baru = {(t, r.id) for t, rows in sedikit.tabel.items() for r in rows.values() if r.id not in tahun_penuh().tabel[t]}
    assert sorted(t for t, _ in baru) == ["indikator_tahun", "indikator_tahun", "laporan", "sasaran_tahun"]
    angka = lakukan(tahun_penuh(), SalinTahun(2023, 2024, frozenset({"target", "target_renstra", "anggaran"}), "b"))
    assert [i.target for i in angka.where(IndikatorTahun, tahun=2024)] == [Decimal(60), Decimal("57.5")]
    (a,) = angka.where(AnggaranSasaran, tahun=2024)
    assert (a.pagu, a.realisasi, a.tanggal_data) == (7, None, "")
    assert [k.anggaran for k in angka.where(Kegiatan, tahun=2024)] == [100, 90]


def test_the_same_seed_gives_the_same_rows() -> None:
    a, b, c = (rencana(tahun_penuh(), SalinTahun(2023, 2024, SEMUA, s)).changes for s in ("x", "x", "y"))
    assert a == b
    assert {x.key for x in a}.isdisjoint(x.key for x in c)


def test_an_ended_indicator_and_an_ended_term_stay_behind() -> None:
    now = tahun_penuh()
    now = lakukan(now, Ubah("indikator", "i2", {"tahun_akhir": 2023}))
    now = lakukan(now, Ubah("laporan", "l23", {"penandatangan_id": "p"}))
    now = lakukan(now, SalinTahun(2023, 2024, frozenset(), "b"))
    assert [i.kode for i in now.where(IndikatorTahun, tahun=2024)] == ["SK1.IKK1"]
    assert [x.penandatangan_id for x in now.where(Laporan, tahun=2024)] == [None]


def test_a_year_that_is_filled_or_missing_is_not_copied() -> None:
    now = tahun_penuh()
    assert "sudah berisi" in sebab(
        lakukan(now, SalinTahun(2023, 2024, frozenset(), "b")), SalinTahun(2023, 2024, SEMUA, "c")
    )
    assert "belum ada" in sebab(now, SalinTahun(2020, 2024, SEMUA, "c"))
    assert "sama" in sebab(now, SalinTahun(2023, 2023, SEMUA, "c"))
    assert [sebab(now, SalinTahun(2023, n, SEMUA, "c")) for n in (-5, 99999)] == [
        "Tahun: Paling kecil 1990.",
        "Tahun: Paling besar 2100.",
    ]
    assert "tidak dikenal: hujan" in sebab(now, SalinTahun(2023, 2024, frozenset({"hujan"}), "c"))
    kosong = lakukan(now, Tambah("laporan", "l24", {"tahun": 2024}))
    assert len(lakukan(kosong, SalinTahun(2023, 2024, SEMUA, "c")).where(Laporan, tahun=2024)) == 1


def test_an_indicator_left_behind_ends_with_its_year() -> None:
    now = lakukan(tahun_penuh(), SalinTahun(2023, 2024, SEMUA | {"anggaran"}, "b", frozenset({"i1"})))
    assert [i.indikator_id for i in now.where(IndikatorTahun, tahun=2024)] == ["i2"]
    berakhir = now.get(Indikator, "i1")
    assert berakhir is not None
    assert berakhir.tahun_akhir == 2023
    ro = now.where(Ro, tahun=2024)
    assert not now.where(RoIndikator, ro_id=ro[0].id)  # its output no longer serves it
    # With its last indicator a sasaran stays behind as well, and its budget.
    kosong = lakukan(tahun_penuh(), SalinTahun(2023, 2024, SEMUA | {"anggaran"}, "b", frozenset({"i1", "i2"})))
    assert kosong.where(SasaranTahun, tahun=2024) == ()
    assert kosong.where(AnggaranSasaran, tahun=2024) == ()
    assert [k.sasaran_id for k in kosong.where(Kegiatan, tahun=2024)] == [None, None]
    assert kosong.where(Laporan, tahun=2024)


@pytest.mark.parametrize(("ada_juga", "ke", "akhir"), [(2024, 2025, 2024), (2025, 2024, None)])
def test_an_indicator_left_behind_ends_with_the_last_year_that_has_it(ada_juga: int, ke: int, akhir: int) -> None:
    """Copied over a year between the two, or into a gap before a later year."""
    now = lakukan(
        tahun_penuh(),
        Tambah("indikator_tahun", "itx", {"indikator_id": "i1", "tahun": ada_juga, "kode": "K", "nama": "Klien"}),
    )
    now = lakukan(now, SalinTahun(2023, ke, frozenset(), "b", frozenset({"i1"})))
    berakhir = now.get(Indikator, "i1")
    assert berakhir is not None
    assert berakhir.tahun_akhir == akhir


def test_what_there_is_to_copy_is_counted() -> None:
    ada = yang_dapat_disalin(tahun_penuh(), 2023, 2024)
    assert ada["kegiatan"] == 3  # programme, kegiatan, output
    assert (ada["target"], ada["target_renstra"], ada["rencana_aksi"]) == (2, 1, 0)
    assert yang_dapat_disalin(tahun_penuh(), 2023, 2025)["target_renstra"] == 0
    assert set(ada) == {k for k, _, _ in SALIN}
