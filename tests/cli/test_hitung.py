"""The numbers and the problems of a year, for scripts and for people: contract and exit codes."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from .bahan import Jalankan, ditolak


# -------------------------------------------------------------------------------------------------- hitung --json
def test_hitung_json_has_exactly_the_keys_of_the_contract(lkjip: Jalankan, berkas: Path) -> None:
    h = lkjip("hitung", berkas, "--tahun", 2023, "--json").json
    assert list(h) == [
        "tahun",
        "indikator",
        "sasaran",
        "rata_rata",
        "rata_rata_cetak",
        "anggaran",
        "smart",
        "ikpa",
        "gabungan",
    ]
    assert list(h["indikator"][0]) == [
        "kode",
        "uraian",
        "target",
        "realisasi",
        "capaian",
        "capaian_terhitung",
        "capaian_cetak",
        "status",
        "alasan",
    ]
    assert list(h["sasaran"][0]) == ["kode", "rata_rata", "rata_rata_cetak", "status"]
    assert list(h["anggaran"]) == ["sasaran", "jenis_belanja", "total", "pk"]
    assert list(h["anggaran"]["sasaran"][0]) == ["kode", "pagu", "realisasi", "persen_cetak"]
    assert list(h["anggaran"]["jenis_belanja"][0]) == ["kode", "nama", "pagu", "realisasi", "persen_cetak"]
    assert list(h["anggaran"]["pk"]) == ["total", "selisih"]
    assert set(h["smart"]) == {"nilai", "nilai_cetak", "kategori", "nilai_efisiensi", "resmi"}
    assert set(h["ikpa"]) == {"nilai", "nilai_cetak", "kategori", "resmi"}
    assert set(h["gabungan"]) == {"nilai", "nilai_cetak", "dari_resmi_cetak"}


def test_hitung_json_gives_the_golden_numbers(lkjip: Jalankan, berkas: Path) -> None:
    """LKjIP 2023 of Bapas Kelas II Lahat under P1: 629/1277 at 60, 92/151 at 55, 59/151 at 35."""
    j = lkjip("hitung", berkas, "--tahun", 2023, "--json")
    assert (j.kode, j.galat) == (0, "")
    h = j.json
    ikk = {i["kode"]: i for i in h["indikator"]}
    assert len(ikk) == 12
    assert ikk["SK1.IKK1"]["realisasi"] == "49.2560689115"
    assert ikk["SK1.IKK1"]["capaian"] == ikk["SK1.IKK1"]["capaian_terhitung"] == "82.0934481859"
    assert [ikk[f"SK1.IKK{n}"]["capaian_cetak"] for n in (1, 2, 3)] == ["82,09%", "110,78%", "111,64%"]
    assert [ikk[f"SK1.IKK{n}"]["status"] for n in (1, 2, 3)] == ["tidak_tercapai", "melampaui", "melampaui"]
    assert [(s["kode"], s["rata_rata_cetak"], s["status"]) for s in h["sasaran"]] == [
        ("SK1", "101,50%", "tercapai_sebagian"),
        ("SK2", "100%", "tercapai"),
    ]
    assert (h["tahun"], h["rata_rata_cetak"]) == (2023, "100,38%")
    assert h["anggaran"]["total"] == {
        "pagu": "3733357000.0000000000",
        "realisasi": "3695296033.0000000000",
        "persen_cetak": "98,98%",
    }
    assert h["anggaran"]["pk"] == {"total": "3227338000.0000000000", "selisih": "506019000.0000000000"}
    assert h["smart"]["nilai"] == "90.2108900000"
    assert (h["smart"]["nilai_efisiensi"], h["smart"]["kategori"]) == ("70.9500000000", "sangat baik")
    assert (h["ikpa"]["nilai"], h["ikpa"]["resmi"]) == ("97.7740000000", "98.0000000000")
    assert (h["gabungan"]["nilai_cetak"], h["gabungan"]["dari_resmi_cetak"]) == ("93,24", "93,33")
    for i in h["indikator"]:
        for k in ("target", "realisasi", "capaian", "capaian_terhitung"):
            assert -Decimal(i[k]).as_tuple().exponent == 10  # type: ignore[operator]  # finite


def test_hitung_for_a_person(lkjip: Jalankan, berkas: Path) -> None:
    teks = lkjip("hitung", berkas, "--tahun", 2023).keluar
    for kata in ("SK1.IKK1", "49,26%", "82,09%", "Tidak tercapai", "tercapai sebagian (2 dari 3 indikator)", "100,38%"):
        assert kata in teks
    assert "Rp3.733.357.000" in teks
    assert max(map(len, teks.splitlines())) < 160


# ------------------------------------------------------------------------------------------------------- periksa
def test_periksa_json(lkjip: Jalankan, berkas: Path) -> None:
    for tahun in (2022, 2023):
        j = lkjip("periksa", berkas, "--tahun", tahun, "--json")
        assert (j.kode, j.galat) == (0, "")
        assert {p["level"] for p in j.json} == {"peringatan", "info"}
        for p in j.json:
            assert list(p) == ["level", "aturan", "tabel", "kunci", "kolom", "teks", "saran"]
            assert all(isinstance(v, str) for v in p.values())


def test_periksa_for_a_person(lkjip: Jalankan, berkas: Path) -> None:
    j = lkjip("periksa", berkas, "--tahun", 2023)
    assert j.kode == 0
    assert "PERINGATAN (" in j.keluar
    assert "110,78%; makin rendah (LAN) 89,22%" in " ".join(j.keluar.split())
    assert "Tahun 2023: 0 kesalahan," in j.keluar


def test_periksa_finds_an_error(lkjip: Jalankan, tanpa_target: Path) -> None:
    j = lkjip("periksa", tanpa_target, "--tahun", 2025, "--json")
    assert j.kode == 1
    assert "Tahun 2025 belum mempunyai target." in [p["teks"] for p in j.json if p["level"] == "kesalahan"]
    assert "KESALAHAN (" in lkjip("periksa", tanpa_target, "--tahun", 2025).keluar


def test_a_year_without_targets_or_not_in_the_file(
    lkjip: Jalankan, berkas: Path, tanpa_target: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "a.pdf"
    for kertas in ("lkjip", "pk", "surat", "ringkasan"):
        ditolak(lkjip("cetak", kertas, tanpa_target, "--tahun", 2025, "-o", pdf), "belum mempunyai target")
        ditolak(lkjip("cetak", kertas, berkas, "--tahun", 2021, "-o", pdf), "Tahun 2021 belum ada")
    ditolak(lkjip("hitung", tanpa_target, "--tahun", 2025, "--json"), "belum mempunyai target")
    ditolak(lkjip("hitung", berkas, "--tahun", 2021), "2022, 2023")
    j = lkjip("periksa", berkas, "--tahun", 2021, "--json")
    assert j.kode == 1
    assert [p["level"] for p in j.json] == ["kesalahan"]
    assert not pdf.exists()
