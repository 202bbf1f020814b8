"""Commands plan what they say, refuse what cannot be, and change nothing else."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from lkjip_desktop.core import commands
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import Banyak, Hapus, Perintah, Pindah, SalinTahun, Tambah, Terapkan, Ubah, rencana
from lkjip_desktop.core.langkah import urut_terakhir
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    Analisis,
    Gambar,
    IndikatorTahun,
    Kegiatan,
    Naskah,
    Pejabat,
    Posisi,
    SasaranTahun,
)

from .bahan_perintah import dasar, lakukan, sebab


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


def test_a_text_names_only_pictures_that_are_there() -> None:
    """E.g. a text pasted from another data file; the export of such a file could not be taken in again."""
    isi = '[{"t":"gambar","j":"","s":"","g":[["g",80]]}]'
    now = dasar(Naskah(id="n", tahun=2023, bagian="bab1.latar"))
    assert "memakai gambar yang tidak ada" in sebab(now, Ubah("naskah", "n", {"isi": isi}))
    now = dasar(Naskah(id="n", tahun=2023, bagian="bab1.latar"), Gambar(id="g"))
    assert lakukan(now, Ubah("naskah", "n", {"isi": isi})).get(Naskah, "n") is not None


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


def test_satu_blok_menomori_seperti_satu_per_satu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found by attack: 5,000 pasted rows took a minute, each looking through all before it for the last number."""
    dicari: list[Row] = []

    def cari(now: Snapshot, row: Row) -> int:
        dicari.append(row)
        return urut_terakhir(now, row)

    monkeypatch.setattr(commands, "urut_terakhir", cari)
    perintah: list[Perintah] = [Tambah("sasaran", "sasaran", {})]
    perintah += [Tambah("sasaran_tahun", f"a{n}", {"sasaran_id": "sasaran", "tahun": 2023}) for n in range(200)]
    perintah += [Tambah("sasaran_tahun", f"b{n}", {"sasaran_id": "sasaran", "tahun": 2024}) for n in range(3)]
    perintah += [Hapus("sasaran_tahun", "a199"), Tambah("sasaran_tahun", "c", {"sasaran_id": "sasaran", "tahun": 2023})]
    perintah += [Tambah("sasaran_tahun", "d", {"sasaran_id": "sasaran", "tahun": 2023}, posisi=0)]
    perintah += [Tambah("sasaran_tahun", "e", {"sasaran_id": "sasaran", "tahun": 2023})]
    kosong = Snapshot()
    sekaligus = kosong.apply(Banyak("Tempel", tuple(perintah)).plan(kosong).changes)
    assert len(dicari) == 4  # once for 2023, once for 2024, once after each of the others
    satu = kosong
    for p in perintah:
        satu = satu.apply(p.plan(satu).changes)
    assert sekaligus == satu
    assert [r.urut for r in sekaligus.where(SasaranTahun, tahun=2024)] == [1, 2, 3]
