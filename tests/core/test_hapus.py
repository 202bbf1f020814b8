"""What goes with a removed row, what forgets it, and what holds it."""

from __future__ import annotations

from decimal import Decimal

from lkjip_desktop.core.commands import Banyak, Hapus, Perintah
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import (
    Analisis,
    AnggaranSasaran,
    Bukti,
    Gambar,
    Ilustrasi,
    Indikator,
    IndikatorPeriode,
    IndikatorTahun,
    Kegiatan,
    Laporan,
    Naskah,
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
)

from .bahan_perintah import dasar, lakukan, sebab


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
