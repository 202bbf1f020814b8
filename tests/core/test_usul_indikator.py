"""The way of measuring is proposed from the name with its reason, and left open where the signs disagree
(domain.md section 8, 3)."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lkjip_desktop.core.periode import Periode, periode_pada
from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.core.usul_indikator import ikut_nama, urai_kata, usul_indikator, usul_polaritas
from lkjip_desktop.workspace.usulan import kata_indikator, periode_renstra

KATA = kata_indikator()


@pytest.mark.parametrize(
    ("nama", "target", "polaritas", "kata"),
    [
        (
            "Persentase klien usia produktif yang memperoleh pekerjaan",
            (50, 60),
            "naik",
            "“memperoleh” dan targetnya naik",
        ),
        (
            "Persentase menurunnya anak yang mendapat pidana penjara",
            (60, 55, 55),
            "turun",
            "“menurunnya” dan targetnya turun",
        ),
        ("Persentase penurunan pelanggaran", (), "", "definisi operasional"),
        ("Jumlah pelanggaran tata tertib", (), "turun", "“pelanggaran”"),
        ("Persentase pengaduan yang diselesaikan", (), "naik", "“diselesaikan”"),
        ("Persentase temuan yang belum ditindaklanjuti", (), "turun", "“belum ditindaklanjuti”"),
        ("Persentase klien yang mengulangi tindak pidana", (), "turun", "“mengulangi”"),
        ("Persentase klien yang tidak mengulangi tindak pidana", (), "naik", "“tidak mengulangi”"),
        ("Persentase klien yang tidak lagi melanggar", (), "naik", "“tidak lagi melanggar”"),
        ("Rata-rata waktu tunggu layanan", (), "turun", "“waktu tunggu”"),
        ("Jumlah keluhan masyarakat", (), "turun", "“keluhan”"),
        ("Jumlah temuan BPK", (), "turun", "“temuan”"),
        ("Persentase satker bebas dari temuan", (), "naik", "“bebas dari temuan”"),
        ("Jumlah kendaraan bermotor", (10, 10), "naik", "kebanyakan indikator"),
        ("Jumlah kendaraan bermotor", (10, 8), "turun", "targetnya turun"),
        ("Persentase penurunan residivis", (10, 20), "", "bertentangan"),
        ("Jumlah kendaraan bermotor", (10, 12, 11), "naik", "kebanyakan indikator"),
    ],
)
def test_polaritas_dengan_alasannya(nama: str, target: tuple[int, ...], polaritas: str, kata: str) -> None:
    usulan = usul_polaritas(nama, KATA, [Decimal(t) for t in target])
    assert usulan.polaritas == polaritas
    assert kata in usulan.alasan
    assert usulan.alasan.endswith(".")


def test_target_yang_belum_ada_dilewati() -> None:
    assert usul_polaritas("Jumlah kendaraan", KATA, [None, Decimal(5), None, Decimal(3)]).polaritas == "turun"


@pytest.mark.parametrize(
    ("nama", "jenis", "satuan", "konsolidasi"),
    [
        ("Persentase klien yang memperoleh pekerjaan", "rasio", "%", "jumlah"),
        ("Prosentase Klien yang memperoleh pekerjaan", "rasio", "%", "jumlah"),
        ("Jumlah Layanan Perkantoran", "hitungan", "Layanan", "jumlah"),
        ("Jumlah Kendaraan Bermotor", "hitungan", "Unit", "jumlah"),
        ("Jumlah laporan tentang klien anak", "hitungan", "Laporan", "jumlah"),  # the first thing that is counted
        ("Jumlah perkunjungan", "hitungan", "", "jumlah"),
        ("Indeks Kepuasan Layanan Pemasyarakatan", "indeks", "Indeks", "terakhir"),
        ("Nilai AKIP", "indeks", "Nilai", "terakhir"),
        ("Rata-rata lama pelayanan", "indeks", "", "rata"),
        ("Predikat SAKIP", "predikat", "Predikat", "terakhir"),
        ("Tersusunnya dokumen rencana kerja", "", "", ""),
        ("Nilainya siapa", "", "", ""),
    ],
)
def test_cara_mengukur_dari_awal_nama(nama: str, jenis: str, satuan: str, konsolidasi: str) -> None:
    usulan = usul_indikator(nama, KATA)
    assert (usulan.jenis_nilai, usulan.satuan, usulan.konsolidasi) == (jenis, satuan, konsolidasi)
    assert usulan.alasan.endswith(".")


def test_alasan_menyebut_kata_yang_dibaca() -> None:
    assert usul_indikator("Persentase klien yang memperoleh pekerjaan", KATA).alasan == (
        "Usulan: rasio dalam %, karena namanya diawali “Persentase”; makin tinggi makin baik, "
        "karena namanya menyebut “memperoleh”."
    )


def _baris(**nilai: Any) -> IndikatorTahun:
    return IndikatorTahun(id="it", indikator_id="i", tahun=2025, kode="SK1.IKK1", **nilai)


def test_nama_membawa_usulannya_sampai_seseorang_memilih() -> None:
    baru = _baris(nama="Indikator baru")
    dari_nama = ikut_nama(baru, "Persentase klien yang mengulangi tindak pidana", KATA)
    assert dari_nama == {"jenis_nilai": "rasio", "satuan": "%", "polaritas": "turun"}
    row = replace(baru, nama="Persentase klien yang mengulangi tindak pidana", **dari_nama)
    # Another name, another proposal; what the name does not speak for goes back to empty.
    assert ikut_nama(row, "Jumlah kendaraan", KATA) == {"jenis_nilai": "hitungan", "satuan": "Unit", "polaritas": ""}
    # Chosen by hand stays.
    for sendiri in (replace(row, satuan="per mil", polaritas_pasti=True), replace(row, polaritas_pasti=True)):
        assert ikut_nama(sendiri, "Jumlah kendaraan", KATA) == {}
    # A name that says nothing of it takes no unit away.
    assert "satuan" not in ikut_nama(row, "Klien yang mengulangi tindak pidana", KATA)
    assert ikut_nama(row, "Rata-rata waktu tunggu", KATA) == {
        "jenis_nilai": "indeks",
        "satuan": "",
        "konsolidasi": "rata",
    }
    # What counts something is not made a percentage by a new wording.
    layanan = _baris(nama="Layanan perkantoran", satuan="Layanan", polaritas="naik", polaritas_pasti=True)
    assert ikut_nama(layanan, "Persentase layanan perkantoran", KATA) == {}
    # Figures depend on the kind of value.
    terisi = replace(row, pembilang=Decimal(1), polaritas_pasti=True)
    assert ikut_nama(terisi, "Jumlah kendaraan", KATA) == {}


def test_tanpa_tanda_tidak_ada_yang_diisi() -> None:
    assert ikut_nama(_baris(nama="Indikator baru"), "Tersedianya sarana", KATA) == {}
    assert usul_indikator("Tersedianya sarana", KATA).lemah


def test_sumber_setiap_usulan_disebut() -> None:
    data = json.loads((Path(__file__).parents[2] / "resources/usulan/nama_indikator.json").read_text("utf-8"))
    assert all(a["sumber"] for a in [*data["awalan"], data["arah"]])
    assert urai_kata(data) == KATA
    data["awalan"][0]["isi"]["jenis_nilai"] = "pecahan"
    with pytest.raises(ValueError, match="pecahan"):
        urai_kata(data)


@pytest.mark.parametrize(("tahun", "nama"), [(2023, "2020-2024"), (2025, "2025-2029"), (2029, "2025-2029")])
def test_periode_renstra_dari_rpjmn(tahun: int, nama: str) -> None:
    periode = periode_renstra(tahun)
    assert periode is not None
    assert periode.nama == nama
    assert "Perpres" in periode.sumber


def test_periode_yang_belum_ditetapkan_tidak_ditebak() -> None:
    assert periode_renstra(2099) is None
    assert periode_pada(2021, [Periode(2020, 2024)]) == Periode(2020, 2024)
