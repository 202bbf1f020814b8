"""The mark dilanjutkan, diubah, baru follows what the years say (domain.md section 7: Renstra 2025-2029)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lkjip_desktop.core.kelanjutan import tahun_sebelum, usul_kelanjutan, yang_berubah
from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.core.tables import Indikator, IndikatorTahun

from .bahan_checks import ikk, masalah_baru, satu


def _tahun(tahun: int, **nilai: Any) -> IndikatorTahun:
    dasar = {"nama": "Persentase klien yang bekerja", "satuan": "%", "polaritas": "naik", "kelanjutan": "dilanjutkan"}
    return IndikatorTahun(id=f"it{tahun}", indikator_id="i", tahun=tahun, kode="SK1.IKK1", **(dasar | nilai))


def _isi(*baris: IndikatorTahun) -> Snapshot:
    return dari_baris([Indikator(id="i", sasaran_id="s"), *baris])


@pytest.mark.parametrize(
    ("nilai", "usul", "kata"),
    [
        ({}, "", ""),
        ({"nama": "Persentase Klien yang bekerja."}, "", ""),  # capitals and marks are no difference
        ({"rumus": "Klien bekerja dibagi semua klien"}, "", ""),  # written down for the first time
        ({"nama": "Persentase klien yang bekerja tetap"}, "diubah", "nama indikator"),
        ({"satuan": "orang", "jenis_nilai": "indeks", "polaritas": "turun"}, "diubah", "jenis nilai, satuan, dan"),
        ({"nama": "Lain sama sekali", "kelanjutan": "diubah"}, "", ""),
        ({"kelanjutan": ""}, "dilanjutkan", "tahun 2024"),
        ({"kelanjutan": "baru"}, "dilanjutkan", "tahun 2024"),
        ({"nama": "Lain sama sekali", "kelanjutan": "dihapus"}, "", ""),
    ],
)
def test_tanda_mengikuti_tahun_sebelumnya(nilai: dict[str, Any], usul: str, kata: str) -> None:
    baru = _tahun(2025, **nilai)
    tanda, sebab = usul_kelanjutan(_isi(_tahun(2024), baru), baru)
    assert tanda == usul
    assert kata in sebab


def test_tanpa_tahun_sebelumnya_baru() -> None:
    baru = _tahun(2025)
    lain = IndikatorTahun(id="lain", indikator_id="j", tahun=2024, kode="SK1.IKK2")
    assert usul_kelanjutan(_isi(baru, lain), baru)[0] == "baru"
    assert usul_kelanjutan(_isi(baru, lain, _tahun(2026)), baru)[0] == "baru"
    assert usul_kelanjutan(_isi(baru), baru) == ("", "")  # the first year of a file needs no marks
    assert tahun_sebelum(_isi(_tahun(2022), _tahun(2024), baru), baru) == _tahun(2024)  # the last one before


def test_yang_berubah_disebut_dengan_nama_isiannya() -> None:
    assert yang_berubah(_tahun(2024), _tahun(2025, satuan="orang")) == ("satuan",)


def test_pemeriksaan_dan_tanda_sependapat() -> None:
    """Marks within a name make no other wording, neither for the mark nor for the check."""
    it = ikk("SK1.IKK1")
    lama = satu(IndikatorTahun, indikator_id=it.indikator_id, tahun=2022)
    bertanda = replace(it, nama=lama.nama.replace(" ", " – ", 1))
    (p,) = [p for p in masalah_baru(bertanda) if p.aturan == "indikator.nama_berubah"]
    assert "huruf besar atau tanda baca" in p.teks
    assert "nama indikator" not in yang_berubah(lama, bertanda)
