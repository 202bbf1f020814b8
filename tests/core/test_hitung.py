"""The golden numbers of the LKjIP 2023 of Bapas Kelas II Lahat, and how the parts of a year come together."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, Laporan, Pk, PkButir, Posisi, Sasaran, SasaranTahun
from lkjip_desktop.errors import Ditolak

from .bahan import D, atur, bapas, hapus, tambah, ubah


@pytest.fixture(scope="module")
def s() -> Snapshot:
    return bapas()


@pytest.fixture(scope="module")
def h(s: Snapshot) -> Hasil:
    return hitung(s, 2023)


def capaian(h: Hasil) -> list[str]:
    return [i.capaian.cetak for i in h.indikator]


def rata(h: Hasil, kode: str) -> str:
    return next(x.rata_rata_cetak for x in h.sasaran if x.kode == kode)


# ------------------------------------------------------------------------------------------------ golden numbers
def test_three_ratios_of_the_seed_under_p1(h: Hasil) -> None:
    assert [(i.realisasi.cetak, i.capaian.cetak) for i in h.indikator[:3]] == [
        ("49,26%", "82,09%"),
        ("60,93%", "110,78%"),
        ("39,07%", "111,64%"),  # the seed prints 111,63, which is the figure of P2
    ]
    assert capaian(h)[3:] == ["100%"] * 9


def test_means_under_p1(s: Snapshot, h: Hasil) -> None:
    assert (rata(h, "SK1"), rata(h, "SK2"), h.rata_rata_cetak) == ("101,50%", "100%", "100,38%")
    assert hitung(atur(s, "pengukuran", rata_cara="sasaran"), 2023).rata_rata_cetak == "100,75%"


def test_three_ratios_and_mean_under_p2(s: Snapshot) -> None:
    h = hitung(atur(s, "pengukuran", pembulatan="P2"), 2023)
    assert capaian(h)[:3] == ["82,10%", "110,78%", "111,63%"]
    assert (h.rata_rata_cetak, h.pembulatan) == ("100,38%", "P2")


def test_i2_as_lower_is_better(s: Snapshot) -> None:
    turun = ubah(s, "indikator_tahun", "SK1.IKK2.2023", polaritas="turun")
    h = hitung(turun, 2023)
    assert (capaian(h)[1], rata(h, "SK1"), h.rata_rata_cetak) == ("89,22%", "94,32%", "98,58%")
    assert capaian(hitung(atur(turun, "pengukuran", rumus_turun="tr"), 2023))[1] == "90,27%"


def test_verdicts(h: Hasil) -> None:
    assert [(x.kode, x.status, x.kata) for x in h.kegiatan()] == [
        ("SK1", "tercapai_sebagian", "tercapai sebagian (2 dari 3 indikator)"),
        ("SK2", "tercapai", "tercapai"),
    ]
    assert (h.status, h.jumlah_tercapai, h.jumlah_dihitung) == ("tercapai_sebagian", 11, 12)
    assert [i.kode for i in h.meleset] == ["SK1.IKK1"]
    assert h.tak_terhitung == ()


def test_levels_promised_and_not_measured_are_there(h: Hasil) -> None:
    assert [x.tingkat for x in h.sasaran] == ["strategis", "strategis", "program", "kegiatan", "kegiatan"]
    assert [x.nomor for x in h.sasaran] == [1, 2, 1, 1, 2]
    iku = h.per_indikator["SS2.IKU1"]
    assert (iku.jenis, iku.target.cetak, iku.capaian.alasan) == ("IKU", "80", "realisasi belum diisi")
    assert h.per_indikator["SP1.IKP3"].nomor == 3
    assert len(h.per_indikator) == 17


def test_year_before_an_indicator_existed_prints_a_dash(h: Hasil) -> None:
    lama, baru = h.per_indikator["SK1.IKK1"], h.per_indikator["SK2.IKK5"]
    assert h.tahun_riwayat == (2022, 2023)
    assert [(r.tahun, r.target.cetak, r.realisasi.cetak, r.capaian.cetak) for r in lama.riwayat] == [
        (2022, "50%", "50%", "100%"),
        (2023, "60%", "49,26%", "82,09%"),
    ]
    assert [(r.ada, r.target.cetak, r.realisasi.cetak, r.capaian.cetak) for r in baru.riwayat] == [
        (False, "-", "-", "-"),
        (True, "1 Layanan", "1 Layanan", "100%"),
    ]
    assert baru.banding is None


def test_mean_of_last_year_stands_beside_this_one(h: Hasil) -> None:
    assert [x.rata_lalu_cetak for x in h.kegiatan()] == ["100%", "100%"]


def test_medium_term_targets_with_the_realisasi_of_each_year(h: Hasil) -> None:
    i = h.per_indikator["SK1.IKK1"]
    assert [(m.tahun, m.target.cetak, m.realisasi.cetak, m.capaian_cetak) for m in i.menengah] == [
        (2021, "-", "-", "-"),
        (2022, "50%", "50%", "100%"),
        (2023, "60%", "49,26%", "82,09%"),
        (2024, "60%", "-", "-"),
    ]
    assert i.target_renstra.cetak == "60%"


def test_report_of_2022_does_not_know_2023(s: Snapshot) -> None:
    h = hitung(s, 2022)
    assert [m.realisasi.cetak for m in h.per_indikator["SK1.IKK1"].menengah] == ["-", "50%", "-", "-"]
    assert h.tahun_riwayat == (2022,)
    assert len(h.indikator) == 7


# ------------------------------------------------------------------------------------------------ PK and targets
def test_target_comes_from_the_pk_in_force_on_31_december(s: Snapshot) -> None:
    kerja = ubah(s, "indikator_tahun", "SK1.IKK1.2023", target=D("70"))
    i = hitung(kerja, 2023).per_indikator["SK1.IKK1"]
    assert (i.target.cetak, i.target_asal, i.capaian.cetak) == ("60%", "pk", "82,09%")
    tanpa = hitung(bapas(pk=False), 2023)
    assert tanpa.pk_id is None
    assert {i.target_asal for i in tanpa.indikator} == {"kerja"}
    assert tanpa.anggaran.pk_total == 3_227_338_000  # working budget until one is signed


def test_a_revision_in_force_replaces_the_first_version(s: Snapshot) -> None:
    baru = tambah(
        s,
        Pk(id="pk.2023.1", tahun=2023, nomor=1, status="berlaku", tanggal="2023-09-01", alasan="strategi"),
        PkButir(id="x", pk_id="pk.2023.1", indikator_id="SK1.IKK1", target=D("50")),
    )
    h = hitung(baru, 2023)
    satu, dua = h.per_indikator["SK1.IKK1"], h.per_indikator["SK1.IKK2"]
    assert (h.pk_id, satu.target.cetak, satu.capaian.cetak) == ("pk.2023.1", "50%", "98,51%")
    # An indicator that the revision no longer names is measured by its working target.
    assert (dua.target.cetak, dua.target_asal) == ("55%", "kerja")


def test_indicators_of_lower_officials_stay_out_of_the_means(s: Snapshot) -> None:
    bawah = tambah(
        s,
        Posisi(id="kasubag", jabatan="Kepala Urusan Tata Usaha"),
        Indikator(id="x", sasaran_id="SK2", posisi_id="kasubag"),
        IndikatorTahun(
            id="x.2023",
            indikator_id="x",
            tahun=2023,
            kode="TU.1",
            polaritas="naik",
            target=D(10),
            realisasi=D(1),
        ),
    )
    h = hitung(bawah, 2023)
    assert len(h.indikator) == 12
    assert rata(h, "SK2") == "100%"
    assert h.per_indikator["x"].capaian.cetak == "10%"


def test_dropped_and_homeless_indicators_are_not_counted(s: Snapshot) -> None:
    h = hitung(ubah(s, "indikator_tahun", "SK1.IKK1.2023", kelanjutan="dihapus"), 2023)
    assert len(h.indikator) == 11
    assert "SK1.IKK1" in h.per_indikator
    tanpa = hitung(hapus(s, "sasaran_tahun", "SK1.2023"), 2023)
    assert len(tanpa.indikator) == 9
    assert sum("sasarannya belum ada" in c for c in tanpa.catatan) == 3


# ---------------------------------------------------------------------------------------------------- notes, cap
def test_uncomputable_indicator_is_left_out_and_said_so(s: Snapshot) -> None:
    h = hitung(ubah(s, "indikator_tahun", "SK1.IKK1.2023", penyebut=D(0)), 2023)
    i = h.per_indikator["SK1.IKK1"]
    assert (i.capaian.cetak, i.capaian.alasan) == ("-", "penyebut bernilai 0")
    assert [x.kode for x in h.tak_terhitung] == ["SK1.IKK1"]
    assert rata(h, "SK1") == "111,21%"  # mean of the two others
    assert h.catatan == ("Rata-rata dihitung dari 11 dari 12 indikator; tidak ikut dihitung: SK1.IKK1.",)


def test_cap_changes_the_mean_and_not_the_print(s: Snapshot) -> None:
    h = hitung(atur(s, "pengukuran", batas="100"), 2023)
    assert capaian(h)[:3] == ["82,09%", "110,78%", "111,64%"]
    assert rata(h, "SK1") == "94,03%"
    assert "sesudah dibatasi untuk SK1.IKK2, SK1.IKK3" in h.catatan[0]


def test_weights_of_the_office(s: Snapshot) -> None:
    bobot = {"SK1.IKK1": "50", "SK1.IKK2": "25", "SK1.IKK3": "25"}
    b = s
    for kode, n in bobot.items():
        b = ubah(b, "indikator_tahun", f"{kode}.2023", bobot=D(n))
    assert rata(hitung(b, 2023), "SK1") == "101,50%"
    h = hitung(atur(b, "pengukuran", pakai_bobot=True), 2023)
    assert rata(h, "SK1") == "96,65%"  # (2 x 82,0934 + 110,7766 + 111,6367) / 4
    assert h.rata_rata_cetak == "100,38%"
    assert "Bobot belum lengkap, sehingga rata-rata dihitung tanpa bobot." in h.catatan


def test_weights_that_lack_within_one_sasaran_are_told_also_where_the_year_takes_the_mean_of_sasaran(
    s: Snapshot,
) -> None:
    kurang = ubah(s, "indikator_tahun", "SK1.IKK1.2023", bobot=D(50))
    h = hitung(atur(kurang, "pengukuran", pakai_bobot=True, rata_cara="sasaran"), 2023)
    assert "Bobot belum lengkap, sehingga rata-rata dihitung tanpa bobot." in h.catatan
    assert hitung(atur(s, "pengukuran", pakai_bobot=True, rata_cara="sasaran"), 2023).catatan == ()


def test_category_of_the_achievement_follows_the_table_of_the_year(h: Hasil) -> None:
    assert [i.kategori for i in h.indikator[:2]] == ["tinggi", "sangat tinggi"]


def test_national_standard(s: Snapshot) -> None:
    h = hitung(ubah(s, "indikator_tahun", "SK1.IKK1.2023", standar_nasional=D("60")), 2023)
    i = h.per_indikator["SK1.IKK1"]
    assert (i.standar.cetak, i.standar_selisih_cetak) == ("60%", "10,74 poin persen")
    assert h.per_indikator["SK1.IKK2"].standar.nilai is None


# ------------------------------------------------------------------------------------------------ empty and fast
def test_a_year_that_does_not_exist_is_refused_in_words(s: Snapshot) -> None:
    with pytest.raises(Ditolak, match="Tahun 2031 belum ada"):
        hitung(s, 2031)


def test_an_empty_year_is_an_empty_result() -> None:
    h = hitung(dari_baris([Laporan(id="l", tahun=2030)]), 2030)
    assert (h.sasaran, h.indikator, h.rata_rata, h.rata_rata_cetak) == ((), (), None, "-")
    assert (h.status, h.anggaran.total.persen_cetak, h.smart.ada) == ("tidak_dapat_dihitung", "-", False)


def test_indicator_without_an_identity_row_stops_nothing() -> None:
    rows = [
        Laporan(id="l", tahun=2030),
        Sasaran(id="a"),
        SasaranTahun(id="b", sasaran_id="a", tahun=2030),
        IndikatorTahun(id="c", indikator_id="tiada", tahun=2030),
        IndikatorTahun(id="d", tahun=2030),
    ]
    h = hitung(dari_baris(rows), 2030)
    assert h.indikator == ()
    assert h.sasaran[0].kata == "belum ada indikator"


def test_earlier_years_keep_the_rules_of_their_own_year(s: Snapshot) -> None:
    # A cap that begins in 2023 leaves what was reported for 2022 alone.
    lama = ubah(s, "indikator_tahun", "SK1.IKK1.2022", realisasi=D("100"))
    asli = next(r for r in lama.tabel["aturan"].values() if getattr(r, "jenis", "") == "pengukuran")
    baru = replace(asli, id="cap", berlaku_dari="2023", isi='{"batas":"120","cetak_capaian":"terhitung"}')  # type: ignore[call-arg]  # a row of table aturan
    h = hitung(tambah(lama, baru), 2023)
    assert h.batas == 120
    assert h.per_indikator["SK1.IKK1"].riwayat[0].capaian.cetak == "200%"


def test_equal_snapshots_give_equal_results(s: Snapshot, h: Hasil) -> None:
    assert hitung(bapas(), 2023) == h


def test_one_edit_measures_one_indicator_anew(s: Snapshot) -> None:
    a = hitung(s, 2023)
    b = hitung(ubah(s, "indikator_tahun", "SK1.IKK1.2023", pembilang=D("700")), 2023)
    assert b.per_indikator["SK1.IKK1"].capaian.cetak == "91,36%"
    lain = [k for k in a.per_indikator if k != "SK1.IKK1"]
    assert all(a.per_indikator[k] is b.per_indikator[k] for k in lain)


def test_memo_never_outlives_a_change(s: Snapshot) -> None:
    """Whatever changes, the result equals that of a snapshot without any memo."""
    langkah = [
        ubah(s, "indikator_tahun", "SK1.IKK1.2022", realisasi=D("40")),
        ubah(s, "target_renstra", "tr.SK1.IKK1.2023", nilai=D("65")),
        ubah(s, "pk_butir", "butir.SK1.IKK1.2023", target=D("65")),
        ubah(s, "indikator", "SK1.IKK2", penerus_id="SK1.IKK1"),
        ubah(s, "renstra", "ren", tahun_tabel_dari=2022),
        atur(s, "pengukuran", pembulatan="P2"),
        atur(s, "kategori_capaian", kategori=[{"kata": "semua"}]),
        atur(s, "cetak", satuan_tersembunyi=["Unit"]),
        hapus(s, "indikator_tahun", "SK1.IKK1.2022"),
        s.apply([Change("sasaran", s.row("sasaran", "SK1"), Sasaran(id="SK1", tingkat="program"))]),
    ]
    for x in langkah:
        assert hitung(x, 2023) == hitung(Snapshot(x.tabel), 2023)


def test_mean_of_the_year_is_exact(h: Hasil) -> None:
    jumlah = Fraction(62900, 1277) / 60 + Fraction(9200, 151) / 55 + Fraction(5900, 151) / 35 + 9
    assert h.rata_rata == jumlah * 100 / 12


def test_unreadable_dates_of_a_foreign_file_stop_nothing(s: Snapshot, h: Hasil) -> None:
    buruk = ubah(s, "pk", "pk.2023", tanggal="Januari")
    buruk = ubah(buruk, "pejabat", "kadiv", tmt_sampai="2022-99")
    buruk = ubah(buruk, "identitas", "idn", berlaku_dari="?")
    assert hitung(buruk, 2023).rata_rata == h.rata_rata
