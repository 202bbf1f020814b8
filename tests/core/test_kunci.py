"""A signed paper and a closed period are not touched by any road, and the refusal says what to do."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip_desktop.core.change import Change, Step
from lkjip_desktop.core.commands import (
    Banyak,
    BukaKunci,
    Hapus,
    KunciBagian,
    Perintah,
    Pindah,
    SalinTahun,
    Tambah,
    Terapkan,
    Ubah,
    rencana,
)
from lkjip_desktop.core.kunci import tolak
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    AnggaranBelanja,
    AturanBaris,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    Kegiatan,
    KinerjaLain,
    KinerjaLainAngka,
    KunciPeriode,
    Laporan,
    Pejabat,
    Pk,
    PkAnggaran,
    PkButir,
    PkCakupan,
    Ro,
    RoIndikator,
    Sasaran,
    SasaranTahun,
)
from lkjip_desktop.errors import Ditolak


def berkas(*lain: Row) -> Snapshot:
    return dari_baris(
        [
            Laporan(id="l", tahun=2023),
            Pejabat(id="p", nama="Mulyadi"),
            Sasaran(id="s"),
            SasaranTahun(id="st", sasaran_id="s", tahun=2023, urut=1, kode="SK1"),
            Indikator(id="i", sasaran_id="s"),
            IndikatorTahun(id="it", indikator_id="i", tahun=2023, urut=1, kode="SK1.IKK1", target=Decimal(60)),
            IndikatorPeriode(id="t1", indikator_id="i", tahun=2023, jenis="triwulan", periode=1),
            IndikatorPeriode(id="t2", indikator_id="i", tahun=2023, jenis="triwulan", periode=2),
            IndikatorPeriode(id="b3", indikator_id="i", tahun=2023, jenis="bulan", periode=3),
            KinerjaLain(id="kl", tahun=2023, judul="Lain"),
            KinerjaLainAngka(id="ka", kinerja_lain_id="kl", bulan=4),
            AnggaranBelanja(id="ab", tahun=2023, kode="51"),
            Kegiatan(id="kg", tahun=2023, nama="Kegiatan"),
            Ro(id="ro", tahun=2023, kegiatan_id="kg", nama="RO"),
            RoIndikator(id="ri", ro_id="ro", indikator_id="i"),
            Pk(id="draf", tahun=2023, nomor=1),
            PkCakupan(id="pcd", pk_id="draf", indikator_id="i"),
            Pk(id="pk", tahun=2022, status="terkunci", p1_pejabat_id="p", p1_nama="Mulyadi"),
            PkButir(id="pb", pk_id="pk", indikator_id="i", target=Decimal(60)),
            PkAnggaran(id="pa", pk_id="pk", nama="Program", nilai=1),
            PkCakupan(id="pc", pk_id="pk", indikator_id="i"),
            *lain,
        ]
    )


def sebab(now: Snapshot, perintah: Perintah) -> str:
    """The refusal, "" when the command may be done."""
    try:
        rencana(now, perintah)
    except Ditolak as e:
        return str(e)
    return ""


# ----------------------------------------------------------------------------------------------- signed papers
@pytest.mark.parametrize("status", ["terkunci", "berlaku"])
@pytest.mark.parametrize(
    "perintah",
    [
        Ubah("pk", "pk", {"tanggal": "2022-02"}),
        Ubah("pk", "pk", {"status": "draf"}),
        Hapus("pk", "pk"),
        Ubah("pk_butir", "pb", {"target": Decimal(61)}),
        Hapus("pk_butir", "pb"),
        Tambah("pk_butir", "baru", {"pk_id": "pk"}),
        Pindah("pk_butir", "pb", 3),
        Ubah("pk_butir", "pb", {"pk_id": "draf"}),
        Ubah("pk_cakupan", "pcd", {"pk_id": "pk"}),
        Ubah("pk_anggaran", "pa", {"nilai": 2}),
        Ubah("pk_cakupan", "pc", {"target": Decimal(1)}),
        Terapkan("Impor", (Change("pk_anggaran", PkAnggaran(id="pa", pk_id="pk", nama="Program", nilai=1), None),)),
        Banyak("Tempel", (Ubah("pejabat", "p", {"nip": "1"}), Ubah("pk_butir", "pb", {"satuan": "%"}))),
    ],
)
def test_a_signed_paper_is_not_touched_by_any_road(perintah: Perintah, status: str) -> None:
    now = berkas(Pk(id="pk", tahun=2022, status=status, p1_pejabat_id="p", p1_nama="Mulyadi"))
    assert sebab(now, perintah) == (
        "Perjanjian Kinerja 2022 sudah ditandatangani dan tidak dapat diubah. "
        "Buat Perubahan bila isinya perlu berganti."
    )


def test_undo_is_refused_by_the_same_rule() -> None:
    c = Change("pk_butir", berkas().row("pk_butir", "pb"), PkButir(id="pb", pk_id="pk", indikator_id="i"))
    assert tolak(berkas(), Step("Ubah target", (c,)))


def test_a_draft_is_free_but_is_not_signed_by_a_plain_edit() -> None:
    assert sebab(berkas(), Ubah("pk", "draf", {"tempat": "Lahat"})) == ""
    assert sebab(berkas(), Ubah("pk_cakupan", "pcd", {"target": Decimal(1)})) == ""
    assert sebab(berkas(), Hapus("pk", "draf")) == ""
    assert "hanya dapat dikunci lewat penandatanganan" in sebab(berkas(), Ubah("pk", "draf", {"status": "terkunci"}))


def test_a_signed_paper_may_arrive_whole_and_gets_its_scan() -> None:
    banyak = Banyak(
        "Impor",
        (
            Tambah("pk", "baru", {"tahun": 2021, "status": "terkunci"}),
            Tambah("pk_butir", "bb", {"pk_id": "baru", "target": Decimal(5)}),
        ),
    )
    now = berkas().apply(rencana(berkas(), banyak).changes)
    assert "sudah ditandatangani" in sebab(now, Tambah("pk_butir", "bc", {"pk_id": "baru"}))
    assert sebab(now, Tambah("pindaian", "pi", {"tahun": 2022, "naskah": "pk", "pk_id": "pk"})) == ""


def test_what_a_working_year_says_may_change_after_signing() -> None:
    assert sebab(berkas(), Ubah("indikator_tahun", "it", {"target": Decimal(65)})) == ""
    assert sebab(berkas(), Ubah("pejabat", "p", {"nama": "Mulyadi S."})) == ""


# --------------------------------------------------------------------------------------------- closed periods
def kunci(cakupan: str, periode: str = "") -> KunciPeriode:
    return KunciPeriode(id="k", tahun=2023, cakupan=cakupan, periode=periode, alasan="Sudah dilaporkan.")


DI_DALAM: tuple[Perintah, ...] = (
    Ubah("indikator_tahun", "it", {"pembilang": Decimal(1)}),
    Ubah("indikator_periode", "t1", {"realisasi": Decimal(1)}),
    Ubah("anggaran_belanja", "ab", {"realisasi": 5}),
)
SELURUH: tuple[Perintah, ...] = (
    *DI_DALAM,
    Hapus("laporan", "l"),
    Hapus("kinerja_lain", "kl"),
    Ubah("kinerja_lain_angka", "ka", {"nilai": Decimal(1)}),
    Ubah("ro_indikator", "ri", {"porsi": Decimal(1)}),
    Tambah("ro_indikator", "rj", {"ro_id": "ro"}),
    Ubah("pk", "draf", {"tempat": "Lahat"}),
    Ubah("pk_cakupan", "pcd", {"target": Decimal(1)}),
    Tambah("prestasi", "pr", {"tahun": 2023, "nama": "WBK"}),
    Ubah("sasaran_tahun", "st", {"tahun": 2024}),
    Hapus("sasaran_tahun", "st"),
    Ubah("sasaran", "s", {"tingkat": "program"}),
    SalinTahun(2022, 2023, frozenset(), "b"),
)


@pytest.mark.parametrize("perintah", SELURUH)
def test_a_closed_year_is_closed_in_all_its_rows(perintah: Perintah) -> None:
    lain: tuple[Row, ...] = ()
    if isinstance(perintah, SalinTahun):  # its target year must still be empty of aims
        now = dari_baris([Laporan(id="l22", tahun=2022), SasaranTahun(id="a", tahun=2022, kode="SK1"), kunci("semua")])
    else:
        now = berkas(kunci("semua"), *lain)
    assert sebab(now, perintah) == (
        "Tahun 2023 sudah dikunci (Sudah dilaporkan). Buka kuncinya dengan alasan lebih dahulu."
    )


@pytest.mark.parametrize(
    "perintah",
    [
        Ubah("pejabat", "p", {"nip": "1"}),
        Tambah("laporan", "l24", {"tahun": 2024}),
        Ubah("indikator", "i", {"tahun_akhir": 2023}),
        SalinTahun(2023, 2024, frozenset({"naskah"}), "b"),
        Tambah("pindaian", "pi", {"tahun": 2023, "naskah": "surat"}),
        KunciBagian("k2", 2023, "anggaran"),
    ],
)
def test_the_world_goes_on_beside_a_closed_year(perintah: Perintah) -> None:
    assert sebab(berkas(kunci("semua")), perintah) == ""


@pytest.mark.parametrize(
    ("perintah", "boleh"),
    [
        (Ubah("aturan", "u", {"isi": '{"batas":"100"}'}), False),
        (Ubah("aturan", "u", {"berlaku_dari": "2024"}), False),
        (Ubah("aturan", "u", {"sumber": "SK Kepala"}), True),
        (Hapus("aturan", "u"), False),
        (Tambah("aturan", "v", {"jenis": "pengukuran", "berlaku_dari": "2023", "isi": '{"batas":"100"}'}), False),
        (Tambah("aturan", "v", {"jenis": "pengukuran", "berlaku_dari": "2024", "isi": '{"batas":"100"}'}), True),
        (Ubah("aturan", "c", {"isi": '{"kertas":"F4"}'}), True),
    ],
)
def test_the_rules_of_which_a_closed_year_was_computed_stay(perintah: Perintah, boleh: bool) -> None:
    aturan = (
        AturanBaris(id="u", jenis="pengukuran", isi='{"batas":"120"}'),
        AturanBaris(id="c", jenis="cetak", isi='{"kertas":"A4"}'),
    )
    hasil = sebab(berkas(*aturan, kunci("semua")), perintah)
    assert hasil.startswith("" if boleh else "Aturan pengukuran ini berlaku bagi tahun 2023 yang sudah dikunci.")
    assert bool(hasil) is not boleh
    assert sebab(berkas(*aturan, kunci("realisasi")), perintah) == ""


@pytest.mark.parametrize(
    ("cakupan", "periode", "perintah", "kata"),
    [
        ("realisasi", "", Ubah("indikator_tahun", "it", {"penyebut": Decimal(2)}), "Realisasi tahun 2023"),
        ("realisasi", "", Ubah("indikator_periode", "t2", {"pembilang": Decimal(2)}), "Realisasi tahun 2023"),
        ("realisasi", "", Ubah("indikator_tahun", "it", {"target": Decimal(2), "definisi": "x"}), ""),
        ("realisasi", "", Ubah("anggaran_belanja", "ab", {"pagu": 1}), ""),
        ("realisasi", "", Hapus("indikator_periode", "t1"), ""),  # it holds no figure
        ("anggaran", "", Ubah("anggaran_belanja", "ab", {"pagu": 1}), "Anggaran tahun 2023"),
        ("anggaran", "", Tambah("skor", "sk", {"tahun": 2023, "jenis": "smart"}), "Anggaran tahun 2023"),
        ("anggaran", "", Ubah("kegiatan", "kg", {"anggaran": 1}), "Anggaran tahun 2023"),
        ("anggaran", "", Ubah("kegiatan", "kg", {"nama": "Lain"}), ""),
        ("anggaran", "", Ubah("indikator_tahun", "it", {"realisasi": Decimal(2)}), ""),
        ("periode", "triwulan-1", Ubah("indikator_periode", "t1", {"kendala": "x"}), "Triwulan 1 tahun 2023"),
        ("periode", "triwulan-1", Ubah("indikator_periode", "b3", {"kendala": "x"}), "Triwulan 1 tahun 2023"),
        ("periode", "triwulan-1", Ubah("indikator_periode", "t2", {"kendala": "x"}), ""),
        ("periode", "bulan-03", Ubah("indikator_periode", "b3", {"target": Decimal(1)}), "Bulan 3 tahun 2023"),
        ("periode", "bulan-03", Ubah("indikator_periode", "t1", {"target": Decimal(1)}), ""),
        ("periode", "bulan-04", Ubah("kinerja_lain_angka", "ka", {"nilai": Decimal(1)}), "Bulan 4 tahun 2023"),
        ("periode", "triwulan-2", Tambah("kinerja_lain_angka", "kb", {"kinerja_lain_id": "kl", "bulan": 7}), ""),
    ],
)
def test_a_part_is_closed_and_no_more(cakupan: str, periode: str, perintah: Perintah, kata: str) -> None:
    hasil = sebab(berkas(kunci(cakupan, periode)), perintah)
    assert bool(hasil) == bool(kata)
    assert hasil.startswith(kata)


def test_a_lock_is_set_and_opened_only_with_a_reason() -> None:
    pasang = KunciBagian(
        "k", 2023, "realisasi", alasan="Sudah dilaporkan", oleh="Sari", waktu="2024-01-05T08:00:00+07:00"
    )
    step = rencana(berkas(), pasang)
    assert step.pagar
    now = berkas().apply(step.changes)
    assert now.get(KunciPeriode, "k") == KunciPeriode(
        id="k",
        tahun=2023,
        cakupan="realisasi",
        alasan="Sudah dilaporkan",
        oleh="Sari",
        waktu="2024-01-05T08:00:00+07:00",
    )
    assert "sudah dikunci" in sebab(now, KunciBagian("k2", 2023, "realisasi"))
    assert "hanya dapat dibuka dengan alasan" in sebab(now, Hapus("kunci", "k"))
    assert "hanya dapat dibuka dengan alasan" in sebab(now, Ubah("kunci", "k", {"cakupan": "anggaran"}))
    assert "Tulis alasan" in sebab(now, BukaKunci("k", "  "))
    assert "tidak sedang dikunci" in sebab(now, BukaKunci("lain", "x"))
    step = rencana(now, BukaKunci("k", "salah ketik\npenyebut"))
    assert step.pagar
    assert step.label == "Buka kunci realisasi 2023: salah ketik penyebut"
    assert now.apply(step.changes) == berkas()


@pytest.mark.parametrize("periode", ["", "triwulan-5", "bulan-3", "minggu-1"])
def test_a_period_that_is_none_is_not_closed(periode: str) -> None:
    assert "tidak sah" in sebab(berkas(), KunciBagian("k", 2023, "periode", periode))


def test_an_official_named_in_a_signed_paper_stays_in_the_list() -> None:
    kata = sebab(berkas(), Hapus("pejabat", "p"))
    assert "sudah ditandatangani dan menyebut pejabat ini" in kata
    assert "Buat Perubahan" not in kata


def test_no_version_is_born_signed_without_its_contents() -> None:
    baru = Tambah("pk", "baru", {"tahun": 2023, "nomor": 2, "status": "berlaku"})
    assert "hanya dapat dikunci lewat penandatanganan" in sebab(berkas(), baru)
    # From another file it comes whole.
    utuh = (
        Change("pk", None, Pk(id="baru", tahun=2023, nomor=2, status="berlaku")),
        Change("pk_butir", None, PkButir(id="x", pk_id="baru", indikator_id="i")),
    )
    assert sebab(berkas(), Terapkan("Impor", utuh)) == ""
