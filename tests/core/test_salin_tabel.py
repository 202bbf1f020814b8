"""Lines of one table from an earlier year: the same lines, no figure of that year, references of the new one."""

from __future__ import annotations

from decimal import Decimal

from lkjip_desktop.core.commands import SalinTabel, Tambah
from lkjip_desktop.core.salin_tabel import SALIN_TABEL, asal_salinan
from lkjip_desktop.core.schema import TABLES, Kind
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    AnggaranBelanja,
    AnggaranSasaran,
    IndikatorTahun,
    Kegiatan,
    Laporan,
    RencanaAksi,
    Ro,
    RoIndikator,
    SasaranTahun,
    Tenggat,
)

from .bahan_perintah import dasar, lakukan, sebab


def dua_tahun() -> Snapshot:
    return dasar(
        Laporan(id="l25", tahun=2025),
        SasaranTahun(id="st25", sasaran_id="s", tahun=2025, kode="SK1", nama="Sasaran satu"),
        IndikatorTahun(id="it25", indikator_id="i1", tahun=2025, kode="SK1.IKK1", nama="Klien"),
        Kegiatan(id="kg", tahun=2023, induk_id="pg", kode="BF.1", nama="Kegiatan", sasaran_id="s", anggaran=90),
        Kegiatan(id="pg", tahun=2023, jenis="program", kode="BF", nama="Program", anggaran=100),
        Ro(id="ro", tahun=2023, kegiatan_id="kg", kode="BF.1.A", nama="RO", pagu=5, target_volume=Decimal(2)),
        RoIndikator(id="ri", ro_id="ro", indikator_id="i1", porsi=Decimal(60)),
        AnggaranBelanja(id="b", tahun=2023, kode="51", nama="Belanja Pegawai", pagu=7, realisasi=6, sumber="SAKTI"),
        Tenggat(id="tg", tahun=2023, tanggal="2024-02-29", nama="Kirim", selesai=True),
    )


def test_programmes_come_without_their_money_and_stay_below_each_other() -> None:
    now = lakukan(dua_tahun(), SalinTabel("kegiatan", 2023, 2025, "benih"))
    baru = {k.kode: k for k in now.where(Kegiatan, tahun=2025)}
    assert {k: r.anggaran for k, r in baru.items()} == {"BF.1": None, "BF": None}
    assert baru["BF.1"].induk_id == baru["BF"].id
    assert (baru["BF.1"].sasaran_id, baru["BF"].jenis) == ("s", "program")
    assert len(now.where(Kegiatan, tahun=2023)) == 2


def test_outputs_find_the_activity_of_their_own_year_by_its_code() -> None:
    alone = lakukan(dua_tahun(), SalinTabel("ro", 2023, 2025, "benih"))
    (ro,) = alone.where(Ro, tahun=2025)
    assert (ro.kegiatan_id, ro.pagu, ro.target_volume, ro.kode) == (None, None, None, "BF.1.A")
    both = lakukan(lakukan(dua_tahun(), SalinTabel("kegiatan", 2023, 2025, "benih")), SalinTabel("ro", 2023, 2025, "x"))
    (ro,) = both.where(Ro, tahun=2025)
    assert ro.kegiatan_id in {k.id for k in both.where(Kegiatan, tahun=2025)}
    (kaitan,) = [
        r for r in lakukan(both, SalinTabel("ro_indikator", 2023, 2025, "y")).rows(RoIndikator) if r.ro_id == ro.id
    ]
    assert (kaitan.indikator_id, kaitan.porsi) == ("i1", Decimal(60))


def test_kinds_of_expenditure_keep_their_source_and_dates_move_along() -> None:
    now = lakukan(dua_tahun(), SalinTabel("anggaran_belanja", 2023, 2025, "benih"))
    (b,) = now.where(AnggaranBelanja, tahun=2025)
    assert (b.kode, b.nama, b.pagu, b.realisasi, b.sumber) == ("51", "Belanja Pegawai", None, None, "SAKTI")
    now = lakukan(dua_tahun(), SalinTabel("tenggat", 2023, 2025, "benih"))
    (t,) = now.where(Tenggat, tahun=2025)
    assert (t.tanggal, t.selesai) == ("2026-02-28", False)


def test_what_belongs_to_a_sasaran_or_indicator_comes_only_where_the_year_has_it() -> None:
    """A new Renstra has other sasaran: a budget line of an old one would be a line of nothing."""
    now = lakukan(dua_tahun(), Tambah("sasaran", "s2", {}))
    for tabel, id, isi in (
        ("anggaran_sasaran", "a1", {"sasaran_id": "s", "pagu": 7}),
        ("anggaran_sasaran", "a2", {"sasaran_id": "s2", "pagu": 8}),
        ("rencana_aksi", "ra1", {"indikator_id": "i1", "uraian": "Satu"}),
        ("rencana_aksi", "ra2", {"indikator_id": "i2", "uraian": "Dua"}),
        ("kegiatan", "k2", {"kode": "BF.2", "nama": "Lain", "sasaran_id": "s2"}),
    ):
        now = lakukan(now, Tambah(tabel, id, {"tahun": 2023, **isi}))
    for tabel in ("anggaran_sasaran", "rencana_aksi", "kegiatan"):
        now = lakukan(now, SalinTabel(tabel, 2023, 2025, "benih"))
    assert [a.sasaran_id for a in now.where(AnggaranSasaran, tahun=2025)] == ["s"]
    assert [r.uraian for r in now.where(RencanaAksi, tahun=2025)] == ["Satu"]
    assert {k.kode: k.sasaran_id for k in now.where(Kegiatan, tahun=2025)} == {"BF": None, "BF.1": "s", "BF.2": None}
    assert asal_salinan(dua_tahun(), "anggaran_sasaran", 2025) == 0


def test_what_can_be_taken_over_is_known_beforehand() -> None:
    now = dua_tahun()
    assert asal_salinan(now, "kegiatan", 2025) == 2023
    assert asal_salinan(now, "kegiatan", 2023) == 0, "no year before"
    assert asal_salinan(now, "rencana_aksi", 2025) == 0, "nothing in it"
    assert asal_salinan(now, "ro_indikator", 2025) == 0, "its outputs are not there yet"
    assert asal_salinan(now, "tata_nilai", 2025) == 0, "has no year"
    assert "tidak mempunyai baris" in sebab(now, SalinTabel("rencana_aksi", 2023, 2025, "benih"))
    assert SalinTabel("kegiatan", 2023, 2025, "b").label == "Salin program dan kegiatan dari tahun 2023"


def test_no_money_of_the_year_before_comes_along() -> None:
    uang = {n: [c.name for c in TABLES[n].columns if c.kind is Kind.UANG] for n in SALIN_TABEL}
    disalin = {n for n in SALIN_TABEL if uang[n] and asal_salinan(dua_tahun(), n, 2025)}
    assert disalin == {"kegiatan", "ro", "anggaran_belanja"}
    for name in disalin:
        now = lakukan(dua_tahun(), SalinTabel(name, 2023, 2025, "b"))
        for row in now.where(TABLES[name].row, tahun=2025):
            assert [getattr(row, c) for c in uang[name]] == [None] * len(uang[name]), name
