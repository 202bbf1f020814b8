"""Progress of each chapter of the report, and what the present month wants; by the rows of the example and of none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from lkjip_desktop.core.agenda import Acara
from lkjip_desktop.core.bulan_ini import berikutnya, bulan_ini
from lkjip_desktop.core.commands import SalinTahun, Tambah, Ubah
from lkjip_desktop.core.kemajuan import kemajuan
from lkjip_desktop.core.kemajuan_bab import KemajuanBab, kemajuan_bab
from lkjip_desktop.core.tables import Analisis, IndikatorTahun, Renstra
from lkjip_desktop.workspace import Workspace


@pytest.fixture
def contoh() -> Iterator[Workspace]:
    with Workspace.contoh_memori() as w:
        yield w


def _bab(w: Workspace, tahun: int, hari: str = "") -> dict[str, KemajuanBab]:
    return {b.kunci: b for b in kemajuan_bab(w.snapshot, w.hasil(tahun), tahun, hari)}


def test_bab_contoh_lengkap_sampai_sebuah_target_dikosongkan(contoh: Workspace) -> None:
    bab = _bab(contoh, 2023)
    assert list(bab) == ["depan", "bab1", "bab2", "bab3", "bab4", "lampiran"]
    assert all(bab[k].penuh for k in ("depan", "bab1", "bab2", "bab3", "bab4"))
    baris = contoh.snapshot.one(IndikatorTahun, tahun=2023, kode="SK1.IKK2")
    assert baris is not None
    contoh.lakukan(Ubah("indikator_tahun", baris.id, {"realisasi": None, "pembilang": None, "penyebut": None}))
    bab = _bab(contoh, 2023)
    celah = bab["bab3"].celah
    assert celah is not None
    assert (celah.nama, celah.tabel, celah.kunci) == ("realisasi SK1.IKK2", "indikator_tahun", baris.id)
    assert bab["bab3"].semua - bab["bab3"].selesai == 1
    assert not bab["bab4"].penuh  # its conclusion speaks of a figure that is not there


def test_analisis_yang_setengah_dijawab_belum_lengkap(contoh: Workspace) -> None:
    """As the list of jobs has it: a chapter is not full beside a job that is open."""
    a = next(a for a in contoh.snapshot.where(Analisis, tahun=2023) if a.nomor == 5)
    contoh.lakukan(Ubah("analisis", a.id, {"isi": "", "peristiwa": "Klien bertambah.", "sebab": "", "tindakan": ""}))
    celah = _bab(contoh, 2023)["bab3"].celah
    assert celah is not None
    assert (celah.tabel, celah.kunci, celah.kolom) == ("analisis", a.id, "sebab")
    kerja = kemajuan(contoh.snapshot, contoh.hasil(2023), 2023)
    assert [k.celah for k in kerja if k.judul == "Analisis sebab dan program"] == [("analisis", a.id, "")]


def test_bab_empat_lengkap_juga_bila_capaian_tidak_dapat_dihitung(contoh: Workspace) -> None:
    """Of a target of 0 no realisasi makes a capaian; nothing more can be filled in."""
    contoh.lakukan(SalinTahun(2023, 2024, frozenset({"target"}), contoh.id_baru()))
    for baris in contoh.snapshot.where(IndikatorTahun, tahun=2024):
        nol = {"target": Decimal(0)} if baris.kode == "SK2.IKK6" else {}
        rasio = {"pembilang": Decimal(1), "penyebut": Decimal(2)} if baris.jenis_nilai == "rasio" else {}
        isi = {**nol, **(rasio or {"realisasi": Decimal(1)})}
        contoh.lakukan(Ubah("indikator_tahun", baris.id, isi))
    hasil = contoh.hasil(2024)
    assert any(h.capaian.mentah is None for h in hasil.indikator)
    assert {b.nama: b.ada for b in _bab(contoh, 2024)["bab4"].butir}["simpulan capaian kinerja"]


def test_tahun_kosong_tidak_menghitung_yang_belum_waktunya() -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        maret = _bab(w, 2026, "2026-03-10")
        assert (maret["bab3"].selesai, maret["bab3"].semua, maret["bab3"].celah) == (0, 0, None)
        assert maret["bab3"].nanti
        assert not maret["bab3"].penuh
        celah = maret["bab1"].celah
        assert celah is not None
        assert (maret["bab1"].selesai, celah.kolom) == (1, "kementerian")  # the name is there
        assert all(b.semua for b in _bab(w, 2026).values())  # without a day all is due


def test_celah_pindah_ke_isian_berikut_sesudah_diisi() -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        celah = _bab(w, 2026)["bab2"].celah
        assert celah is not None
        assert (celah.tabel, celah.kunci) == ("renstra", "")  # no row yet
        w.lakukan(
            Tambah("renstra", w.id_baru(), {"nama": "Renstra 2025-2029", "tahun_awal": 2025, "tahun_akhir": 2029})
        )
        celah = _bab(w, 2026)["bab2"].celah
        assert celah is not None
        assert (celah.kolom, celah.kunci) == ("visi", w.snapshot.rows(Renstra)[0].id)


def test_bulan_ini_tenggat_dekat_lewat_dan_tindak_lanjut() -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        nama = {a.nama: a for a in bulan_ini(w.snapshot, w.hasil(2026), "2026-03-02")}
        assert nama["Pelaporan e-Performance bulan Februari 2026"].keadaan == "dekat"
        assert nama["Penandatanganan Perjanjian Kinerja 2026"].keadaan == "lewat"
        w.lakukan(Tambah("rekomendasi", w.id_baru(), {"tahun": 2026, "rekomendasi": "Susun SOP", "tenggat": "2026-03"}))
        w.lakukan(Tambah("tenggat", w.id_baru(), {"tahun": 2026, "nama": "Rapat", "tanggal": "2026-05-20"}))
        acara = bulan_ini(w.snapshot, w.hasil(2026), "2026-03-02")
        assert [a.nama for a in acara if a.tabel == "rekomendasi"] == ["Tindak lanjut evaluasi: Susun SOP"]
        assert "Rapat" not in {a.nama for a in acara}
        sesudah = berikutnya(w.snapshot, 2026, "2026-03-12")
        assert sesudah is not None
        assert sesudah.tanggal == "2026-04-10"


def test_triwulan_yang_berakhir_diminta_bila_kantor_mencatatnya(contoh: Workspace) -> None:
    baris = contoh.snapshot.one(IndikatorTahun, tahun=2023, kode="SK1.IKK3")
    assert baris is not None
    contoh.lakukan(Ubah("indikator_tahun", baris.id, {"realisasi": None, "pembilang": None, "penyebut": None}))
    assert not _periode(contoh)  # an office without periods is not asked for them
    nilai = {"indikator_id": baris.indikator_id, "tahun": 2023, "jenis": "triwulan", "periode": 1}
    isi = {"pembilang": Decimal(1), "penyebut": Decimal(4)}
    contoh.lakukan(Tambah("indikator_periode", contoh.id_baru(), {**nilai, **isi}))
    acara = _periode(contoh)
    assert [a.nama for a in acara] == ["Realisasi triwulan III 2023: 1 indikator belum diisi"]
    assert (acara[0].tanggal, acara[0].keadaan) == ("2023-10-10", "dekat")


def test_predikat_tidak_diminta_setiap_periode(contoh: Workspace) -> None:
    baris = contoh.snapshot.one(IndikatorTahun, tahun=2023, kode="SK2.IKK6")
    lain = contoh.snapshot.one(IndikatorTahun, tahun=2023, kode="SK1.IKK3")
    assert baris is not None
    assert lain is not None
    contoh.lakukan(Ubah("indikator_tahun", baris.id, {"realisasi": None, "jenis_nilai": "predikat"}))
    contoh.lakukan(Ubah("indikator_tahun", lain.id, {"pembilang": None, "penyebut": None}))
    for n in (1, 2, 3):
        isi = {"pembilang": Decimal(n), "penyebut": Decimal(4), "indikator_id": lain.indikator_id, "tahun": 2023}
        contoh.lakukan(Tambah("indikator_periode", contoh.id_baru(), {**isi, "jenis": "triwulan", "periode": n}))
    assert not _periode(contoh)


def test_bulan_dan_triwulan_diminta_masing_masing(contoh: Workspace) -> None:
    """One indicator by months does not make the quarters of the others late months."""
    for baris in contoh.snapshot.where(IndikatorTahun, tahun=2023):
        contoh.lakukan(Ubah("indikator_tahun", baris.id, {"realisasi": None, "pembilang": None, "penyebut": None}))
        jenis, sampai = ("bulan", 8) if baris.kode == "SK2.IKK6" else ("triwulan", 3)
        angka = {"pembilang": Decimal(1), "penyebut": Decimal(2)} if baris.jenis_nilai == "rasio" else {}
        for n in range(1, sampai + 1):
            isi = {"indikator_id": baris.indikator_id, "tahun": 2023, "jenis": jenis, "periode": n}
            contoh.lakukan(
                Tambah("indikator_periode", contoh.id_baru(), {**isi, **(angka or {"realisasi": Decimal(1)})})
            )
    assert [a.nama for a in _periode(contoh)] == ["Realisasi bulan September 2023: 1 indikator belum diisi"]


def _periode(w: Workspace) -> list[Acara]:
    return [a for a in bulan_ini(w.snapshot, w.hasil(2023), "2023-10-02") if a.tabel == "indikator_periode"]
