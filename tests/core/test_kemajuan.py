"""Progress counted from the rows of the example and of an empty year; dates of the year's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from lkjip_desktop.core.agenda import Acara, agenda
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import Tambah, Ubah
from lkjip_desktop.core.kemajuan import kemajuan, pekerjaan_berikut
from lkjip_desktop.core.tables import Laporan, Surat, Tenggat
from lkjip_desktop.workspace import Workspace


@pytest.fixture(scope="module")
def contoh() -> Iterator[Workspace]:
    with Workspace.contoh_memori() as w:
        yield w


def test_tahun_contoh_hampir_selesai(contoh: Workspace) -> None:
    bagian = {k.judul: k for k in kemajuan(contoh.snapshot, contoh.hasil(2023), 2023)}
    assert (bagian["Realisasi indikator"].selesai, bagian["Realisasi indikator"].semua) == (12, 12)
    assert bagian["Perjanjian Kinerja"].penuh
    assert not bagian["Reviu dan tindak lanjut"].penuh  # the checklist of the example is unanswered
    assert [k.layar for k in pekerjaan_berikut(bagian.values())] == ["lampiran"]


def test_tahun_kosong_menyebut_tiga_pekerjaan() -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        berikut = pekerjaan_berikut(kemajuan(w.snapshot, w.hasil(2026), 2026))
        assert [k.layar for k in berikut] == ["identitas", "renstra", "sasaran"]
        assert all(k.semua for k in kemajuan(w.snapshot, w.hasil(2026), 2026))  # nothing is complete by being empty


def test_yang_belum_waktunya_bukan_pekerjaan_berikut() -> None:
    """By the shipped seasons figures and texts come due in December, the reviu in January after."""
    with Workspace.memori("Bapas Contoh", 2026) as w:
        for hari, belum in (
            ("2026-03-10", {"realisasi", "sasaran", "lampiran", "naskah"}),
            ("2026-07-10", {"realisasi", "sasaran", "lampiran", "naskah"}),
            ("2026-12-01", {"lampiran"}),
            ("2027-01-05", set()),
            ("", set()),
        ):
            bagian = kemajuan(w.snapshot, w.hasil(2026), 2026, hari)
            assert {k.layar for k in bagian if k.belum} == belum
            assert not [k for k in pekerjaan_berikut(bagian, 9) if k.belum]
        judul = {k.judul for k in kemajuan(w.snapshot, w.hasil(2026), 2026, "2026-03-10")}
        assert "Pagu anggaran" in judul  # what was spent is not asked for yet


def test_tenggat_bulanan_jatuh_tanggal_10_bulan_berikutnya(contoh: Workspace) -> None:
    acara = agenda(contoh.snapshot, 2023, "2023-11-24")
    nama = {a.nama: a for a in acara}
    assert nama["Pelaporan e-Performance bulan November 2023"].tanggal == "2023-12-10"
    assert nama["Penandatanganan Perjanjian Kinerja 2023"].keadaan == "selesai"
    akhir = agenda(contoh.snapshot, 2023, "2023-12-11")
    assert "Pelaporan e-Performance bulan Desember 2023" in {a.nama for a in akhir}
    assert next(a for a in akhir if "Desember" in a.nama).tanggal == "2024-01-10"
    assert not [a for a in agenda(contoh.snapshot, 2023, "2024-06-01") if "bulan" in a.nama]


def test_tenggat_kantor_dan_batas_lkjip_sendiri() -> None:
    with Workspace.memori("Bapas Contoh", 2025) as w:
        w.lakukan(Tambah("tenggat", w.id_baru(), {"tahun": 2025, "tanggal": "2025-07", "nama": "Rapat evaluasi"}))
        laporan = w.snapshot.one(Laporan, tahun=2025)
        assert laporan is not None
        w.lakukan(Ubah("laporan", laporan.id, {"batas_lkjip": "2026-02-28"}))
        acara = {a.nama: a for a in agenda(w.snapshot, 2025, "2025-07-20")}
        assert (acara["Rapat evaluasi"].tanggal, acara["Rapat evaluasi"].keadaan) == ("2025-07-31", "dekat")
        assert acara["Penyampaian LKjIP 2025"].tanggal == "2026-02-28"
        assert acara["Penandatanganan Perjanjian Kinerja 2025"].keadaan == "lewat"
        baris = w.snapshot.one(Tenggat, tahun=2025)
        assert baris is not None
        w.lakukan(Ubah("tenggat", baris.id, {"selesai": True}))
        lagi = {a.nama: a for a in agenda(w.snapshot, 2025, "2025-09-01")}
        assert lagi["Rapat evaluasi"].keadaan == "selesai"


def test_laporan_disampaikan_bila_tanggal_suratnya_tiba(contoh: Workspace) -> None:
    """The number may be written by hand (it stays empty then)."""
    surat = contoh.snapshot.one(Surat, tahun=2023)
    assert surat is not None

    def acara(hari_ini: str, **isi: Any) -> Acara:
        s = contoh.snapshot.apply([Change(surat.TABEL, surat, replace(surat, **isi))])
        return next(a for a in agenda(s, 2023, hari_ini) if a.nama == "Penyampaian LKjIP 2023")

    assert acara("2024-01-10").keadaan == "selesai"
    assert acara("2024-01-10", nomor="").keadaan == "selesai"
    assert acara("2023-11-24").keadaan != "selesai", "the letter is dated ahead"
    kosong = acara("2024-01-10", tanggal="")
    assert kosong.keadaan != "selesai"
    assert (kosong.tabel, kosong.kunci, kosong.kolom) == ("surat", surat.id, "tanggal")
