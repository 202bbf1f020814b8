"""Commands plan what they say, refuse what cannot be, and change nothing else."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import Banyak, Hapus, Perintah, Pindah, SalinTahun, Tambah, Terapkan, Ubah, rencana
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    Analisis,
    AnggaranSasaran,
    Bukti,
    Gambar,
    Identitas,
    Ilustrasi,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    Kegiatan,
    KinerjaLain,
    KinerjaLainAngka,
    Laporan,
    Naskah,
    Pejabat,
    Pk,
    PkButir,
    PkCakupan,
    Posisi,
    Prestasi,
    RencanaAksi,
    Renstra,
    Ro,
    RoIndikator,
    Sasaran,
    SasaranTahun,
    Surat,
    TargetRenstra,
    Tenggat,
)
from lkjip_desktop.errors import Ditolak


def dasar(*lain: Row) -> Snapshot:
    """One aim with two indicators in 2023."""
    return dari_baris(
        [
            Laporan(id="l23", tahun=2023, tempat="Lahat", tanggal="2024-01"),
            Sasaran(id="s"),
            SasaranTahun(id="st", sasaran_id="s", tahun=2023, urut=1, kode="SK1", nama="Sasaran satu"),
            Indikator(id="i1", sasaran_id="s"),
            Indikator(id="i2", sasaran_id="s"),
            IndikatorTahun(
                id="it1",
                indikator_id="i1",
                tahun=2023,
                urut=1,
                kode="SK1.IKK1",
                nama="Klien",
                target=Decimal(60),
                pembilang=Decimal(629),
                penyebut=Decimal(1277),
            ),
            IndikatorTahun(id="it2", indikator_id="i2", tahun=2023, urut=2, kode="SK1.IKK2", target=Decimal(55)),
            *lain,
        ]
    )


def lakukan(now: Snapshot, perintah: Perintah) -> Snapshot:
    return now.apply(rencana(now, perintah).changes)


def sebab(now: Snapshot, perintah: Perintah) -> str:
    with pytest.raises(Ditolak) as e:
        rencana(now, perintah)
    return str(e.value)


# ----------------------------------------------------------------------------------------------------- adding
def test_a_quarter_has_a_number_up_to_four() -> None:
    nilai = {"indikator_id": "i1", "tahun": 2023, "jenis": "triwulan", "periode": 5}
    assert "Triwulan 5 tidak ada" in sebab(dasar(), Tambah("indikator_periode", "p", nilai))
    now = lakukan(dasar(), Tambah("indikator_periode", "p", nilai | {"jenis": "bulan"}))
    assert "Triwulan 5 tidak ada" in sebab(now, Ubah("indikator_periode", "p", {"jenis": "triwulan"}))


def test_a_row_is_added_last_in_its_list() -> None:
    now = lakukan(dasar(), Tambah("sasaran_tahun", "baru", {"sasaran_id": "s", "tahun": 2023, "kode": "SK2"}))
    assert [r.id for r in now.where(SasaranTahun, tahun=2023)] == ["st", "baru"]
    assert now.row("sasaran_tahun", "baru") == SasaranTahun(id="baru", sasaran_id="s", tahun=2023, urut=2, kode="SK2")


def test_a_row_is_added_at_a_place() -> None:
    now = lakukan(dasar(), Tambah("sasaran_tahun", "baru", {"tahun": 2023, "kode": "SK0"}, posisi=0))
    assert [(r.id, r.urut) for r in now.where(SasaranTahun, tahun=2023)] == [("baru", 1), ("st", 2)]


@pytest.mark.parametrize(
    ("perintah", "kata"),
    [
        (Tambah("sasaran", "s"), "sudah ada"),
        (Tambah("sasaran", "HURUF BESAR"), "Tanda pengenal"),
        (Tambah("tidak_ada", "x"), "Tabel “tidak_ada” tidak ada"),
        (Tambah("sasaran", "x", {"warna": "biru"}), "Kolom “warna” tidak ada"),
        (Tambah("sasaran", "x", {"induk_id": "hantu"}), "Mendukung sasaran: baris yang dirujuk tidak ada"),
        (Ubah("indikator_tahun", "it1", {"target": 1.5}), "Target: Isian ini harus berupa angka"),
        (Ubah("indikator_tahun", "it1", {"tahun": 1066}), "Tahun: Paling kecil 1900"),
        (Ubah("indikator_tahun", "it1", {"polaritas": "miring"}), "Polaritas: Pilih salah satu: Makin tinggi"),
        (Ubah("indikator_tahun", "it1", {"sumber": "x" * 501}), "Paling panjang 500 karakter; sekarang 501"),
        (Ubah("indikator_tahun", "hilang", {"kode": ""}), "sudah tidak ada"),
        (Hapus("indikator_tahun", "hilang"), "sudah tidak ada"),
        (Pindah("renstra", "hilang", 0), "sudah tidak ada"),
        (Ubah("indikator_tahun", "it1", {"kode": "SK1.IKK2"}), "Kode SK1.IKK2 sudah dipakai pada indikator"),
        (Tambah("laporan", "l", {"tahun": 2023}), "Laporan tahun 2023 sudah ada."),
        (Tambah("analisis", "b", {"indikator_id": "i1", "tahun": 2023, "nomor": 1}), "sudah ada (1 SK1.IKK1)"),
        (
            Tambah("gambar", "g", {"berkas": "0" * 64}, blobs={"0" * 64: b"x"}),
            "tidak cocok dengan sidiknya",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(perintah: Perintah, kata: str) -> None:
    assert kata in sebab(dasar(Analisis(id="a", indikator_id="i1", tahun=2023, nomor=1)), perintah)


def test_a_blob_comes_with_its_row() -> None:
    sha = hashlib.sha256(b"x").hexdigest()
    step = rencana(dasar(), Tambah("gambar", "g", {"berkas": sha}, blobs={sha: b"x"}))
    assert step.blobs == {sha: b"x"}


def test_two_pictures_may_be_the_same_and_two_codes_may_be_empty() -> None:
    sha = hashlib.sha256(b"x").hexdigest()
    now = dasar(Gambar(id="g1", nama="A", berkas=sha), Kegiatan(id="k1", tahun=2023, nama="a"))
    now = lakukan(now, Tambah("gambar", "g2", {"nama": "B", "berkas": sha}))
    now = lakukan(now, Tambah("kegiatan", "k2", {"tahun": 2023, "nama": "b"}))
    assert (len(now.rows(Gambar)), len(now.rows(Kegiatan))) == (2, 2)


# ---------------------------------------------------------------------------------------------------- changing
@pytest.mark.parametrize(
    ("perintah", "label"),
    [
        (Ubah("indikator_tahun", "it1", {"target": Decimal(61)}), "Ubah target SK1.IKK1"),
        (Ubah("indikator_tahun", "it1", {"target": None, "satuan": "%"}), "Ubah 2 isian SK1.IKK1"),
        (Ubah("laporan", "l23", {"tempat": "Palembang"}), "Ubah tempat laporan 2023"),
        (Ubah("pejabat", "p", {"nip": "1"}), "Ubah NIP Mulyadi"),
        (Ubah("analisis", "a", {"sebab": "x"}), "Ubah mengapa analisis 1 SK1.IKK1"),
        (Hapus("indikator_tahun", "it1"), "Hapus indikator SK1.IKK1"),
        (Hapus("indikator", "i1"), "Hapus indikator SK1.IKK1"),
        (Tambah("pejabat", "q", {"nama": "Sari"}), "Tambah pejabat Sari"),
        (Tambah("pejabat", "q"), "Tambah pejabat"),
        (Pindah("indikator_tahun", "it2", 0), "Pindahkan indikator SK1.IKK2"),
        (Banyak("Tempel 3 baris", (Ubah("pejabat", "p", {"nip": "1"}),)), "Tempel 3 baris"),
        (SalinTahun(2023, 2024, frozenset(), "b"), "Salin tahun 2023 ke 2024"),
    ],
)
def test_the_undo_menu_says_what_was_done(perintah: Perintah, label: str) -> None:
    now = dasar(Pejabat(id="p", nama="Mulyadi"), Analisis(id="a", indikator_id="i1", tahun=2023, nomor=1))
    assert rencana(now, perintah).label == label


def test_typing_the_same_again_is_no_change_but_other_zeros_are() -> None:
    assert rencana(dasar(), Ubah("indikator_tahun", "it1", {"target": Decimal(60), "kode": "SK1.IKK1"})).changes == ()
    (c,) = rencana(dasar(), Ubah("indikator_tahun", "it1", {"target": Decimal("60.00")})).changes
    assert isinstance(c.after, IndikatorTahun)
    assert str(c.after.target) == "60.00"


def test_moving_renumbers_the_list() -> None:
    now = lakukan(dasar(), Pindah("indikator_tahun", "it2", 0))
    assert [(r.kode, r.urut) for r in now.where(IndikatorTahun, tahun=2023)] == [("SK1.IKK2", 1), ("SK1.IKK1", 2)]
    assert rencana(now, Pindah("indikator_tahun", "it2", 0)).changes == ()
    assert lakukan(now, Pindah("indikator_tahun", "it2", 99)) == dasar()


def test_many_see_what_those_before_them_did_and_make_one_step() -> None:
    banyak = Banyak(
        "Tambah indikator",
        (
            Tambah("indikator", "baru", {"sasaran_id": "s"}),
            Tambah("indikator_tahun", "itb", {"indikator_id": "baru", "tahun": 2023, "kode": "SK1.IKK3"}),
            Ubah("indikator_tahun", "itb", {"target": Decimal(1)}),
            Ubah("indikator_tahun", "it1", {"target": Decimal(1)}),
            Ubah("indikator_tahun", "it1", {"target": Decimal(60)}),
        ),
    )
    step = rencana(dasar(), banyak)
    assert {(c.key, c.before is None) for c in step.changes} == {("baru", True), ("itb", True)}
    now = dasar().apply(step.changes)
    baru = now.get(IndikatorTahun, "itb")
    assert baru is not None
    assert (baru.urut, baru.target) == (3, Decimal(1))


def test_codes_may_be_swapped_within_one_step() -> None:
    tukar = Banyak(
        "Tukar kode",
        (
            Ubah("indikator_tahun", "it1", {"kode": "SK1.IKK2"}),
            Ubah("indikator_tahun", "it2", {"kode": "SK1.IKK1"}),
        ),
    )
    assert [r.kode for r in lakukan(dasar(), tukar).where(IndikatorTahun, tahun=2023)] == ["SK1.IKK2", "SK1.IKK1"]


def test_nothing_becomes_its_own_parent_or_successor() -> None:
    now = dasar(Posisi(id="a"), Posisi(id="b", induk_id="a"), Posisi(id="c", induk_id="b"))
    for tabel, id, nilai in (
        ("posisi", "a", {"induk_id": "a"}),
        ("posisi", "a", {"induk_id": "c"}),
        ("sasaran", "s", {"induk_id": "s"}),
        ("indikator", "i1", {"penerus_id": "i1"}),
    ):
        assert "berputar kembali" in sebab(now, Ubah(tabel, id, nilai))
    assert lakukan(now, Ubah("posisi", "c", {"induk_id": "a"})).get(Posisi, "c") == Posisi(id="c", induk_id="a")


# ---------------------------------------------------------------------------------------------------- removing
def test_what_belongs_to_a_row_goes_with_it_and_the_rest_forgets_it() -> None:
    now = dasar(
        Analisis(id="a1", indikator_id="i1", tahun=2023, nomor=1),
        Analisis(id="a2", indikator_id="i2", tahun=2023, nomor=1, sama_dengan_id="i1"),
        Sasaran(id="anak", induk_id="s"),
        Ilustrasi(id="il", tahun=2023, bagian="x", pemilik_id="a1"),
    )
    sesudah = lakukan(now, Hapus("indikator", "i1"))
    assert {(t, id) for t, rows in now.tabel.items() for id in rows if not sesudah.row(t, id)} == {
        ("indikator", "i1"),
        ("indikator_tahun", "it1"),
        ("analisis", "a1"),
        ("ilustrasi", "il"),
    }
    a2 = sesudah.get(Analisis, "a2")
    assert a2 is not None
    assert a2.sama_dengan_id is None
    tanpa = lakukan(now, Hapus("sasaran", "s"))
    assert tanpa.get(Sasaran, "anak") == Sasaran(id="anak")


def test_a_row_that_must_stay_holds_what_it_names() -> None:
    now = dasar(
        Posisi(id="po", jabatan="Kasubag TU"),
        Pk(id="pk", tahun=2023, posisi_id="po"),
        PkButir(id="pb", pk_id="pk", sasaran_id="s", indikator_id="i1", indikator_kode="SK1.IKK1"),
    )
    assert sebab(now, Hapus("posisi", "po")) == (
        "Jabatan Kasubag TU tidak dapat dihapus karena dipakai pada perjanjian kinerja (PK 2023 Kasubag TU Awal)."
    )
    assert "tidak dapat dihapus" in sebab(now, Hapus("sasaran", "s"))
    # With the paper itself gone nothing holds them.
    tanpa = lakukan(now, Banyak("", (Hapus("pk", "pk"), Hapus("sasaran", "s"), Hapus("posisi", "po"))))
    assert tanpa == dari_baris([Laporan(id="l23", tahun=2023, tempat="Lahat", tanggal="2024-01")])


def hilang(now: Snapshot, perintah: Perintah) -> set[str]:
    sesudah = lakukan(now, perintah)
    return {id for t, rows in now.tabel.items() for id in rows if not sesudah.row(t, id)}


def test_an_indicator_leaves_a_year_with_all_that_the_year_says_of_it() -> None:
    now = dasar(
        IndikatorTahun(id="it22", indikator_id="i1", tahun=2022, kode="SK1.IKK1"),
        Analisis(id="a23", indikator_id="i1", tahun=2023, nomor=1),
        Analisis(id="a22", indikator_id="i1", tahun=2022, nomor=1),
        IndikatorPeriode(id="p23", indikator_id="i1", tahun=2023, periode=1),
        RencanaAksi(id="r23", indikator_id="i1", tahun=2023, uraian="x"),
        Bukti(id="b", indikator_id="i1", tahun=2023, nama="SK"),
        Ro(id="ro", tahun=2023, nama="RO"),
        RoIndikator(id="ri", ro_id="ro", indikator_id="i1"),
        Pk(id="draf", tahun=2023),
        PkCakupan(id="c", pk_id="draf", indikator_id="i1"),
    )
    milik_2023 = {"it1", "a23", "p23", "r23", "ri", "c"}
    assert hilang(now, Hapus("indikator_tahun", "it1")) == milik_2023
    # Without another year the identity goes as well, and with it what no year says.
    sisa = lakukan(now, Hapus("indikator_tahun", "it22"))
    assert hilang(sisa, Hapus("indikator_tahun", "it1")) == milik_2023 | {"i1"}
    bukti = lakukan(sisa, Hapus("indikator_tahun", "it1")).get(Bukti, "b")
    assert bukti is not None
    assert bukti.indikator_id is None


def test_an_aim_leaves_a_year_with_its_indicators() -> None:
    now = dasar(
        AnggaranSasaran(id="as", tahun=2023, sasaran_id="s"),
        AnggaranSasaran(id="kosong", tahun=2023),
        TargetRenstra(id="tr", indikator_id="i2", tahun=2025),
    )
    assert hilang(now, Hapus("sasaran_tahun", "st")) == {"st", "it1", "it2", "i1", "as"}
    janji = dasar(Pk(id="pk", tahun=2022, status="terkunci"), PkButir(id="pb", pk_id="pk", indikator_id="i1"))
    assert hilang(janji, Hapus("sasaran_tahun", "st")) == {"st", "it1", "it2", "i2"}


def test_many_rows_may_be_removed_of_which_one_takes_another_along() -> None:
    now = dasar(
        Kegiatan(id="pg", tahun=2023, jenis="program", nama="P"), Kegiatan(id="kg", tahun=2023, induk_id="pg", nama="K")
    )
    banyak = Banyak("Hapus 2 baris", (Hapus("kegiatan", "pg"), Hapus("kegiatan", "kg")))
    assert hilang(now, banyak) == {"pg", "kg"}
    assert "sudah tidak ada" in sebab(now, Banyak("", (Hapus("kegiatan", "hantu"),)))


def test_a_picture_within_a_text_stays() -> None:
    isi = '[{"g":[["gb",80]],"j":"","s":"","t":"gambar"}]'
    now = dasar(Gambar(id="gb", nama="Apel pagi"), Naskah(id="n", tahun=2023, bagian="bab1", isi=isi))
    assert sebab(now, Hapus("gambar", "gb")).startswith("Gambar Apel pagi masih dipakai di dalam naskah (bab1).")


def test_the_year_goes_whole_and_leaves_the_others() -> None:
    tahun_lain = (
        Laporan(id="l22", tahun=2022),
        IndikatorTahun(id="it22", indikator_id="i1", tahun=2022, kode="SK1.IKK1"),
        SasaranTahun(id="st22", sasaran_id="s", tahun=2022, kode="SK1"),
        Renstra(id="r", nama="Renstra"),
        TargetRenstra(id="tr", renstra_id="r", indikator_id="i1", tahun=2023, nilai=Decimal(60)),
    )
    now = dasar(*tahun_lain, Prestasi(id="pr", tahun=2023, nama="WBK"), Surat(id="su", tahun=2023))
    sesudah = lakukan(now, Hapus("laporan", "l23"))
    # Indicator i2 was known to 2023 only; i1 and the aim have another year.
    assert sesudah == dari_baris([*tahun_lain, Sasaran(id="s"), Indikator(id="i1", sasaran_id="s")])


# ---------------------------------------------------------------------------------------------------- applying
def test_a_plan_is_applied_only_to_the_rows_it_was_made_for() -> None:
    now = dasar()
    lama = now.get(SasaranTahun, "st")
    assert lama is not None
    rapi = SasaranTahun(id="st", sasaran_id="s", tahun=2023, urut=1, kode="SK1 ", nama="Sasaran\x00 satu")
    step = rencana(now, Terapkan("Impor", (Change("sasaran_tahun", lama, rapi),), pagar=True))
    assert step.changes == ()  # tidied, it is what is there
    assert step.pagar
    berubah = lakukan(now, Ubah("sasaran_tahun", "st", {"nama": "Lain"}))
    assert "berubah sejak rencana ini dibuat" in sebab(
        berubah, Terapkan("Impor", (Change("sasaran_tahun", lama, None),))
    )
    assert "tidak dapat dihapus" in sebab(now, Terapkan("Impor", (Change("sasaran", now.row("sasaran", "s"), None),)))


# ------------------------------------------------------------------------------------------------- a new year
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
