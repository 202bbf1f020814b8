"""Budget by both cuts, last year beside this one, the PK budget and its gap, and efficiency."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from lkjip_desktop.core.anggaran import capaian_ro, efisiensi_ro
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import AnggaranBelanja, AnggaranSasaran, AturanBaris, Ro

from .bahan import D, atur, bapas, hapus, tambah, ubah


@pytest.fixture(scope="module")
def s() -> Snapshot:
    return bapas()


@pytest.fixture(scope="module")
def h(s: Snapshot) -> Hasil:
    return hitung(s, 2023)


def test_table_iii_39_by_sasaran(h: Hasil) -> None:
    a = h.anggaran
    assert [(b.kode, b.persen_cetak) for b in a.sasaran] == [("SK1", "99,97%"), ("SK2", "98,80%")]
    assert (a.total_sasaran.pagu, a.total_sasaran.realisasi) == (3_733_357_000, 3_695_296_033)
    assert (a.total_sasaran.persen_cetak, a.total_sasaran.sisa) == ("98,98%", 38_060_967)
    assert (a.sumber_sasaran, a.tanggal_data) == ("SAKTI", "2023-12-31")


def test_table_iii_40_by_kind_over_two_years(h: Hasil) -> None:
    a = h.anggaran
    persen = [(b.lalu.persen_cetak, b.kini.persen_cetak) for b in a.banding if b.lalu and b.kini]
    assert persen == [("96,05%", "99,05%"), ("87,77%", "98,84%"), ("97,34%", "99,67%")]
    assert a.total_lalu is not None
    assert (a.total_lalu.persen_cetak, a.total_belanja.persen_cetak) == ("92,38%", "98,98%")
    assert a.potongan_sama


def test_differences_are_those_of_the_printed_figures(h: Hasil) -> None:
    # 98,84 - 87,77 = 11,07 on the reader's calculator; unrounded it would be 11,08.
    assert [(b.selisih_cetak, b.arah) for b in h.anggaran.banding] == [
        ("3 poin persen", "naik"),
        ("11,07 poin persen", "naik"),
        ("2,33 poin persen", "naik"),
    ]


@pytest.mark.parametrize(
    ("tahun", "total", "selisih"), [(2022, 3_503_481_000, 490_753_000), (2023, 3_227_338_000, 506_019_000)]
)
def test_pk_budget_counts_one_level_and_shows_its_gap(s: Snapshot, tahun: int, total: int, selisih: int) -> None:
    a = hitung(s, tahun).anggaran
    assert (a.pk_total, a.pk_selisih) == (total, selisih)
    assert [b[0] for b in a.pk_baris] == ["program", "kegiatan"] * 2


def test_cuts_that_disagree_are_told(s: Snapshot) -> None:
    a = hitung(ubah(s, "anggaran_belanja", "b51.2023", realisasi=1), 2023).anggaran
    assert not a.potongan_sama
    assert a.total == a.total_belanja


def test_one_cut_alone_gives_the_total(s: Snapshot) -> None:
    a = hitung(hapus(s, "anggaran_belanja", "b51.2023", "b52.2023", "b53.2023"), 2023).anggaran
    assert a.potongan_sama
    assert a.total.pagu == 3_733_357_000
    assert [b.kini for b in a.banding] == [None] * 3


def test_kind_of_one_year_only_has_no_difference(s: Snapshot) -> None:
    baru = AnggaranBelanja(id="b57", tahun=2023, kode="57", nama="Belanja Bantuan Sosial", pagu=10, realisasi=5)
    b = hitung(tambah(s, baru), 2023).anggaran.banding[-1]
    assert (b.nama, b.lalu, b.selisih_cetak, b.arah) == ("Belanja Bantuan Sosial", None, "", "")


@pytest.mark.parametrize(("pagu", "realisasi"), [(None, 5), (0, 5), (10, None)])
def test_unknown_or_zero_budget_prints_a_dash(s: Snapshot, pagu: int | None, realisasi: int | None) -> None:
    b = hitung(ubah(s, "anggaran_sasaran", "as.SK1.2023", pagu=pagu, realisasi=realisasi), 2023)
    assert b.anggaran.sasaran[0].persen_cetak == "-"
    efisiensi = b.kegiatan()[0].efisiensi
    assert (efisiensi.kata, efisiensi.indeks_cetak) == ("tidak dapat dihitung", "-")


def test_activities_of_one_sasaran_are_added_up(s: Snapshot) -> None:
    lain = AnggaranSasaran(id="x", tahun=2023, urut=9, sasaran_id="SK1", pagu=1000, realisasi=0, sumber="SAKTI")
    b = hitung(tambah(s, lain), 2023).anggaran.sasaran[0]
    assert (b.pagu, b.realisasi, b.baris_id) == (564_846_000, 564_699_000, "")


def test_blocked_money_counts_where_the_office_rules_so(s: Snapshot) -> None:
    s = ubah(s, "anggaran_sasaran", "as.SK1.2023", pagu=1000, blokir=200, realisasi=400)
    assert hitung(s, 2023).anggaran.sasaran[0].persen_cetak == "40%"
    efektif = hitung(atur(s, "pengukuran", penyerapan_dasar="efektif"), 2023)
    assert efektif.anggaran.sasaran[0].persen_cetak == "50%"


# ---------------------------------------------------------------------------------------------------- efficiency
def test_efficiency_by_ie_and_te(h: Hasil) -> None:
    satu, dua = (x.efisiensi for x in h.kegiatan())
    # 101,5022 / 99,9742 = 1,0153; TE = IE - 1
    assert (satu.indeks_cetak, satu.tingkat_cetak, satu.kata) == ("1,02", "0,02", "efisien")
    assert satu.catatan == "dari 3 (tiga) indikator sasaran ini, 1 (satu) belum mencapai target"
    assert (dua.indeks_cetak, dua.efisien) == ("1,01", True)
    assert dua.catatan.startswith("dari 9 (sembilan) indikator sasaran ini, 6 (enam) bertarget 1")


def efisiensi(s: Snapshot, pembilang: int, realisasi: int, **aturan: str) -> tuple[str, str, str]:
    """Sasaran I with only IKK 1 (target 60) measured as pembilang / 100, and a budget of 1000."""
    for kode in ("SK1.IKK2", "SK1.IKK3"):
        s = hapus(s, "indikator_tahun", f"{kode}.2023")
    s = ubah(s, "indikator_tahun", "SK1.IKK1.2023", pembilang=D(pembilang), penyebut=D(100))
    s = ubah(s, "anggaran_sasaran", "as.SK1.2023", pagu=1000, realisasi=realisasi)
    e = hitung(atur(s, "pengukuran", **aturan) if aturan else s, 2023).kegiatan()[0].efisiensi
    return e.indeks_cetak, e.tingkat_cetak, e.kata


def test_below_target_is_never_called_efficient(s: Snapshot) -> None:
    assert efisiensi(s, 30, 400) == ("1,25", "0,25", "serapan lebih rendah, target belum tercapai")
    assert efisiensi(s, 30, 1000) == ("0,50", "-0,50", "tidak efisien")
    assert efisiensi(s, 66, 1000) == ("1,10", "0,10", "efisien")
    assert efisiensi(s, 60, 1200)[2] == "tidak efisien"


def test_te_is_that_of_the_printed_ie(s: Snapshot) -> None:
    # 995% / 1000% = 0,995, printed 1,00; TE = 1,00 - 1 and not the rounded -0,005
    assert efisiensi(s, 597, 10_000) == ("1,00", "0,00", "efisien")


def test_other_methods_of_efficiency(s: Snapshot) -> None:
    assert efisiensi(s, 66, 1000, efisiensi="selisih") == ("10 poin persen", "-", "efisien")
    assert efisiensi(s, 30, 605, efisiensi="selisih") == ("-10,50 poin persen", "-", "tidak efisien")
    # E = (110 - 100) / 110 = 9,09%; NE = 50 + 9,0909 / 20 x 50
    assert efisiensi(s, 66, 1000, efisiensi="pmk22") == ("9,09%", "72,73", "efisien")
    assert efisiensi(s, 0, 1000, efisiensi="pmk22")[2] == "tidak dapat dihitung"


def test_ne_takes_its_limits_from_the_smart_rule_of_the_year(s: Snapshot) -> None:
    # 50 + 9,0909 / 10 x 50 by a limit of 10; E is clamped to it: (150 - 100) / 150 = 33,33% gives 100
    lama, _baru = s.where(AturanBaris, jenis="smart")
    s = ubah(s, "aturan", lama.id, isi=json.dumps({**json.loads(lama.isi), "ne_batas": "10"}))
    assert efisiensi(s, 66, 1000, efisiensi="pmk22")[:2] == ("9,09%", "95,45")
    assert efisiensi(s, 90, 1000, efisiensi="pmk22")[:2] == ("33,33%", "100,00")


def test_efficiency_uses_the_uncapped_achievement(s: Snapshot) -> None:
    assert efisiensi(s, 120, 1000, batas="100")[0] == "2,00"


# ------------------------------------------------------------------------------------------------------- outputs
def test_outputs_give_achievement_and_efficiency_only_when_all_are_known() -> None:
    a = Ro(id="a", tahun=2023, target_volume=D(4), realisasi_volume=D(5), pagu=100, realisasi=100)
    b = Ro(id="b", tahun=2023, target_volume=D(4), pagu=100)
    s = dari_baris([a, b])
    assert (capaian_ro(s, 2023), efisiensi_ro(s, 2023)) == (None, None)
    s = ubah(s, "ro", "b", realisasi_volume=D(3), realisasi=50)
    assert capaian_ro(s, 2023) == Fraction(175, 2)  # 125% counts 100
    assert efisiensi_ro(s, 2023) == 25  # (125 + 75 - 150) / 200
    assert capaian_ro(s, 2022) is None
