"""The command line as scripts and the Kanwil use it: contract, exit codes, one sentence when refused, no traceback."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import main as program
from lkjip_desktop import cli
from lkjip_desktop.cli import perintah, urai
from lkjip_desktop.workspace import Workspace

AKAR = Path(__file__).resolve().parent.parent


class Jawaban(NamedTuple):
    """What a command line gave."""

    kode: int
    keluar: str
    galat: str

    @property
    def json(self) -> Any:
        return json.loads(self.keluar)


Jalankan = Callable[..., Jawaban]


@pytest.fixture
def lkjip(capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run the command line in this process."""

    def jalankan(*kata: object) -> Jawaban:
        capsys.readouterr()
        kode = cli.main([str(k) for k in kata])
        keluar, galat = capsys.readouterr()
        return Jawaban(kode, keluar, galat)

    return jalankan


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The example file, only read by the tests."""
    path = tmp_path_factory.mktemp("contoh") / "contoh.lkjip"
    Workspace.contoh(path).tutup()
    yield path
    assert [p.name for p in path.parent.iterdir()] == ["contoh.lkjip"]


@pytest.fixture
def tanpa_target(tmp_path: Path) -> Path:
    """A file with a name and a year, nothing else."""
    path = tmp_path / "kosong.lkjip"
    Workspace.baru(path, "Bapas Contoh", 2025).tutup()
    return path


def ditolak(j: Jawaban, *kata: str) -> None:
    """Refused as the contract wants it: exit 2, nothing on standard output, one line on standard error."""
    assert j.kode == 2
    assert j.keluar == ""
    assert j.galat.count("\n") == 1
    assert "Traceback" not in j.galat
    for k in kata:
        assert k in j.galat


def _proses(
    *kata: str | Path, env: Mapping[str, str] | None = None, keluar: int = subprocess.PIPE, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as another process."""
    semua: list[str | Path] = [sys.executable, AKAR / "main.py", *kata]
    return subprocess.run(semua, env=env, cwd=cwd, stdout=keluar, stderr=subprocess.PIPE, timeout=120)


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


# --------------------------------------------------------------------------------------------------------- cetak
@pytest.mark.parametrize("kertas", ["pk", "surat", "ringkasan"])
def test_cetak_writes_a_pdf(lkjip: Jalankan, berkas: Path, tmp_path: Path, kertas: str) -> None:
    pdf = tmp_path / f"{kertas}.pdf"
    j = lkjip("cetak", kertas, berkas, "--tahun", 2023, "-o", pdf)
    assert (j.kode, j.keluar) == (0, f"Ditulis: {pdf}\n")
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_cetak_pk_by_version(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "pk.pdf"
    assert lkjip("cetak", "pk", berkas, "--tahun", 2022, "--versi", "awal", "-o", pdf).kode == 0
    teks = " ".join(Workspace.teks_halaman(pdf.read_bytes()))
    assert "PERJANJIAN KINERJA TAHUN 2022" in teks
    assert "Dadi Mulyadi, Bc.I.P., S.H., M.H." in teks
    ditolak(lkjip("cetak", "pk", berkas, "--tahun", 2022, "--versi", "1", "-o", pdf), "Perubahan ke-1")
    ditolak(lkjip("cetak", "lkjip", berkas, "--tahun", 2022, "--versi", "1", "-o", pdf), "--versi")


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("a.txt", "berakhiran"),
        ("a", "berakhiran"),
        ("folder.pdf", "adalah folder"),
        ("tidak/ada/a.pdf", "tidak dapat ditulis"),
    ],
)
def test_cetak_refuses_a_place_that_is_none(
    lkjip: Jalankan, berkas: Path, tmp_path: Path, nama: str, kata: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    ditolak(lkjip("cetak", "pk", berkas, "--tahun", 2023, "-o", tmp_path / nama), kata)


def test_results_never_overwrite_the_data_file(lkjip: Jalankan, tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    Workspace.contoh(data).tutup()
    semula = data.read_bytes()
    ditolak(lkjip("ekspor", data, "-o", data), "tidak dapat ditimpa")
    tautan = tmp_path / "sama.json"
    tautan.hardlink_to(data)
    ditolak(lkjip("ekspor", data, "-o", tautan), "tidak dapat ditimpa")
    assert data.read_bytes() == semula


# --------------------------------------------------------------------------------------------- contoh and exchange
def test_contoh_does_not_overwrite(lkjip: Jalankan, tmp_path: Path) -> None:
    path = tmp_path / "baru.lkjip"
    j = lkjip("contoh", path)
    assert (j.kode, j.galat) == (0, "")
    semula = path.read_bytes()
    ditolak(lkjip("contoh", path), "sudah ada")
    assert path.read_bytes() == semula
    ditolak(lkjip("contoh", tmp_path / "tidak" / "ada.lkjip"))


def test_export_and_import_into_a_new_file_give_the_same_rows(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    isi, baru = tmp_path / "isi.json", tmp_path / "baru.lkjip"
    assert lkjip("ekspor", berkas, "-o", isi).kode == 0
    assert lkjip("impor", isi, baru, "--coba").keluar.endswith("tidak ada yang ditulis.\n")
    assert not baru.exists()
    assert lkjip("impor", isi, baru).kode == 0
    with Workspace.buka(berkas, hanya_baca=True) as a, Workspace.buka(baru, hanya_baca=True) as b:
        assert a.snapshot == b.snapshot
        for g in a.snapshot.tabel["gambar"].values():
            assert a.isi_berkas(g.values()["berkas"]) == b.isi_berkas(g.values()["berkas"])
    lagi = tmp_path / "lagi.json"
    assert lkjip("ekspor", baru, "-o", lagi).kode == 0
    assert lagi.read_bytes() == isi.read_bytes()
    assert lkjip("impor", isi, baru).keluar.endswith("Tidak ada yang berubah.\n")


def test_a_removed_shipped_rule_stays_removed_in_the_new_file(tmp_path: Path) -> None:
    from lkjip_desktop.core.commands import Hapus
    from lkjip_desktop.core.tables import AturanBaris

    isi = tmp_path / "isi.json"
    with Workspace.contoh_memori() as w:
        w.lakukan(Hapus("aturan", w.snapshot.rows(AturanBaris)[0].id))
        w.ekspor(isi)
        b, _ = Workspace.dari_ekspor(isi, tmp_path / "baru.lkjip")
        with b:
            assert b.snapshot == w.snapshot


def test_import_changes_one_number_as_one_step(lkjip: Jalankan, tmp_path: Path) -> None:
    path, isi = tmp_path / "data.lkjip", tmp_path / "isi.json"
    Workspace.contoh(path).tutup()
    tabel = {"indikator_tahun": [{"tahun": 2023, "kode": "SK1.IKK1", "pembilang": "700"}]}
    isi.write_text(json.dumps({"format": "lkjip-desktop", "versi": 1, "tabel": tabel}), encoding="utf-8")
    semula = path.read_bytes()
    assert "1 berubah" in lkjip("impor", isi, path, "--coba").keluar
    assert path.read_bytes() == semula
    assert lkjip("impor", isi, path).kode == 0
    ikk = lkjip("hitung", path, "--tahun", 2023, "--json").json["indikator"][0]
    # 700/1277 = 54,82% at 60: 91,36%
    assert ikk["capaian_cetak"] == "91,36%"


def test_tables_go_out_as_a_workbook_and_come_back_unchanged(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    buku = tmp_path / "tabel.xlsx"
    keluar = lkjip("ekspor", berkas, "-o", buku)
    assert keluar.kode == 0
    assert "Gambar dan lampiran tidak ikut" in keluar.keluar
    kembali = lkjip("impor", buku, berkas, "--coba")
    assert (kembali.kode, kembali.galat) == (0, "")
    assert kembali.keluar.endswith("Tidak ada yang berubah.\n")


def test_the_form_of_realisasi_is_for_one_year(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    assert lkjip("ekspor", berkas, "-o", tmp_path / "f.xlsx", "--formulir", 2023).kode == 0
    assert lkjip("impor", tmp_path / "f.xlsx", berkas, "--coba").kode == 0
    for kata in (["f.json", "--formulir", 2023], ["f2.xlsx", "--formulir", 2031]):
        ditolak = lkjip("ekspor", berkas, "-o", tmp_path / str(kata[0]), *kata[1:])
        assert ditolak.kode == 2
        assert len(ditolak.galat.splitlines()) == 1


def test_a_bad_import_lists_everything_and_writes_nothing(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    isi = tmp_path / "rusak.json"
    tabel = {"hantu": [], "laporan": [{"tahun": "2023", "thn": 1}], "pk_butir": [{"pk_id": "x"}]}
    isi.write_text(json.dumps({"format": "lkjip-desktop", "versi": 1, "tabel": tabel}), encoding="utf-8")
    semula = berkas.read_bytes()
    for kata in ([berkas], [berkas, "--coba"], [tmp_path / "baru.lkjip"]):
        j = lkjip("impor", isi, *kata)
        assert j.kode == 2
        assert j.keluar.count("\n- ") + 1 >= 4
        for tempat in ("“hantu”", "baris 1 kolom tahun", "“thn”", "kolom pk_id"):
            assert tempat in j.keluar
        assert j.galat.count("\n") == 1
        assert "tidak ada yang ditulis" in j.galat
    assert berkas.read_bytes() == semula
    assert not (tmp_path / "baru.lkjip").exists()
    isi.write_bytes(b"\x00\xff")
    assert lkjip("impor", isi, berkas).kode == 2
    ditolak(lkjip("impor", tmp_path / "tidak.json", berkas), "tidak ditemukan")


def test_skema_is_json_schema(lkjip: Jalankan) -> None:
    s = lkjip("skema").json
    assert s["$schema"].endswith("2020-12/schema")
    assert "indikator_tahun" in s["properties"]["tabel"]["properties"]


# ------------------------------------------------------------------------------------------- to and from a stick
def test_backup_and_restore(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    stik = tmp_path / "stik"
    stik.mkdir()
    assert lkjip("cadangkan", berkas, stik).kode == 0
    (salinan,) = stik.glob("*.lkjip")
    kembali = tmp_path / "kembali.lkjip"
    assert lkjip("pulihkan", salinan, kembali).kode == 0
    lain = tmp_path / "lain.lkjip"
    Workspace.baru(lain, "Bapas Lain", 2024).tutup()
    j = lkjip("pulihkan", salinan, lain)
    assert (j.kode, "Berkas sebelumnya disimpan:" in j.keluar) == (0, True)
    with Workspace.buka(berkas, hanya_baca=True) as a:
        for path in (kembali, lain):
            with Workspace.buka(path, hanya_baca=True) as b:
                assert a.snapshot == b.snapshot
    rusak = stik / "rusak.lkjip"
    rusak.write_bytes(salinan.read_bytes()[:20_000])
    semula = lain.read_bytes()
    ditolak(lkjip("pulihkan", rusak, lain), "tidak dapat dipakai")
    ditolak(lkjip("pulihkan", rusak, tmp_path / "baru.lkjip"), "tidak dapat dipakai")
    assert lain.read_bytes() == semula
    assert not list(tmp_path.glob("*baru*"))
    ditolak(lkjip("cadangkan", berkas, tmp_path / "tidak" / "ada"))


def test_send_verify_and_receipt(lkjip: Jalankan, tmp_path: Path) -> None:
    path, stik = tmp_path / "data.lkjip", tmp_path / "stik"
    stik.mkdir()
    Workspace.contoh(path).tutup()
    j = lkjip("kirim", path, stik)
    assert j.kode == 0
    assert "Perhatian: Kode satker belum diisi" in j.keluar
    assert "Kiriman tahun 2023" in j.keluar
    (kiriman,) = stik.glob("*.lkjip")
    j = lkjip("verifikasi", kiriman)
    assert (j.kode, f"{kiriman.name}: asli" in j.keluar) == (0, True)
    assert "tahun 2023" in j.keluar
    # A code of another file, and a file that was never sealed, are "not in order"; a word that is no code is refused.
    assert lkjip("verifikasi", kiriman, "--kode", "babab-babab-babab-babab-babab").kode == 1
    assert lkjip("verifikasi", path).kode == 1
    ditolak(lkjip("verifikasi", kiriman, "--kode", "x"))
    pdf = tmp_path / "terima.pdf"
    assert lkjip("tanda-terima", kiriman, "-o", pdf).kode == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    ditolak(lkjip("tanda-terima", path, "-o", pdf), "hanya dibuat untuk kiriman yang asli")
    ditolak(lkjip("kirim", path, stik, "--tahun", "2019"), "Tahun 2019 belum ada")


# --------------------------------------------------------------------------------------------------- bad files
def test_files_that_are_not_ours(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    kosong, teks, lain, baru = (tmp_path / n for n in ("kosong.lkjip", "teks.lkjip", "lain.lkjip", "baru.lkjip"))
    kosong.touch()
    teks.write_text("bukan data", encoding="utf-8")
    with sqlite3.connect(lain) as c:
        c.execute("create table a (b)")
    baru.write_bytes(berkas.read_bytes())
    with sqlite3.connect(baru) as c:
        c.execute("pragma user_version = 9999")
    terpotong = tmp_path / "terpotong.lkjip"
    terpotong.write_bytes(berkas.read_bytes()[:5000])
    isi = {p: p.read_bytes() for p in (kosong, teks, lain, baru, terpotong)}
    for p in isi:
        for kata in (
            ["hitung", p, "--tahun", 2023],
            ["periksa", p, "--tahun", 2023],
            ["ekspor", p, "-o", tmp_path / "x.json"],
        ):
            ditolak(lkjip(*kata))
    ditolak(lkjip("hitung", tmp_path / "tidak.lkjip", "--tahun", 2023), "tidak ditemukan")
    ditolak(lkjip("hitung", tmp_path, "--tahun", 2023))
    assert {p: p.read_bytes() for p in isi} == isi
    assert not (tmp_path / "x.json").exists()


def test_a_file_that_is_open_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "dipakai.lkjip"
    with Workspace.contoh(path):
        p = _proses("hitung", path, "--tahun", "2023")
        ditolak(Jawaban(p.returncode, p.stdout.decode(), p.stderr.decode()), "sedang dibuka")


# ------------------------------------------------------------------------------------------------------ wrong use
@pytest.mark.parametrize(
    ("kata", "sebut"),
    [
        ("hitung", "Masih kurang: BERKAS, --tahun"),
        ("hitung a.lkjip --tahun", "--tahun memerlukan satu isi"),
        ("hitung a.lkjip --tahun dua", "“dua” bukan tahun"),
        ("hitung a.lkjip --tahun 2023 --jsn", "Tidak dikenal: --jsn"),
        ("cetak surt a.lkjip --tahun 2023 -o a.pdf", "pilihannya: lkjip, pk, surat, ringkasan"),
        ("cetak pk a.lkjip --tahun 2023", "Masih kurang: -o"),
        ("cetak pk a.lkjip --tahun 2023 --versi x -o a.pdf", "“x” bukan versi"),
        ("periksa a.lkjip --tahun 2023 --json=1", "--json tidak memakai isi"),
        ("hitng a.lkjip", "“hitng” bukan perintah"),
        ("--apa", "Masih kurang"),
    ],
)
def test_wrong_words_are_answered_in_indonesian(lkjip: Jalankan, kata: str, sebut: str) -> None:
    ditolak(lkjip(*kata.split()), sebut, "--help")


def test_unknown_words_of_a_later_argparse_are_still_indonesian() -> None:
    assert urai.terjemah("something new went wrong") == "Kata perintahnya tidak dapat dipahami."
    # Python 3.12 and later leave the quotes out.
    assert "pilihannya: a, b." in urai.terjemah("argument x: invalid choice: y (choose from a, b)")


@pytest.mark.parametrize("kata", ["--help", "-h", "--bantuan", "cetak --help", "periksa -h", "--version"])
def test_help_is_indonesian_and_complete(lkjip: Jalankan, kata: str) -> None:
    j = lkjip(*kata.split())
    assert (j.kode, j.galat) == (0, "")
    for inggris in ("usage:", "options:", "positional", "show this help", "show program"):
        assert inggris not in j.keluar
    if kata == "--help":
        for p in perintah.PERINTAH:
            assert f"\n    {p}" in j.keluar


def test_every_word_of_the_help_has_its_work() -> None:
    assert set(urai.PERINTAH) == set(perintah.PERINTAH)


def test_a_fault_of_ours_is_a_sentence_and_a_log(
    lkjip: Jalankan, berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rusak(*_: object, **__: object) -> None:
        raise ZeroDivisionError("rahasia 196811061992031002")

    monkeypatch.setattr(perintah, "hasil_json", rusak)
    j = lkjip("hitung", berkas, "--tahun", 2023, "--json")
    ditolak(j, "ZeroDivisionError", "Catatannya ada di")
    assert "rahasia" not in j.galat


# --------------------------------------------------------------------------------------------- screen and window
def test_words_and_files_choose_the_door(
    monkeypatch: pytest.MonkeyPatch, berkas: Path, tmp_path: Path, lkjip: Jalankan
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.untuk_jendela([])
    assert cli.untuk_jendela([str(berkas)])
    assert not cli.untuk_jendela(["hitung"])
    assert not cli.untuk_jendela(["--help"])
    assert not cli.untuk_jendela([str(tmp_path / "tidak.lkjip")])
    ditolak(lkjip(tmp_path / "tidak.lkjip"), "tidak ditemukan")
    for nama in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(nama, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    if os.name == "posix":
        assert not cli.untuk_jendela([])
        assert not cli.untuk_jendela([str(berkas)])
        ditolak(lkjip(berkas), "Tidak ada layar")


def test_main_hands_the_file_to_the_window(monkeypatch: pytest.MonkeyPatch, berkas: Path) -> None:
    dibuka: list[Path | None] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def jalan(path: Path | None = None) -> int:
        dibuka.append(path)
        return 0

    monkeypatch.setattr("ui.app.jalan", jalan)
    assert program.main([str(berkas)]) == 0
    assert program.main([]) == 0
    assert dibuka == [berkas, None]


@pytest.mark.skipif(os.name != "posix", reason="only a Unix can be without a screen")
def test_without_a_screen_the_example_is_printed(tmp_path: Path) -> None:
    """python main.py where no window can be shown: LKjIP 2023, PK 2022 and PK 2023 in keluaran/, exit 0."""
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    p = _proses(env=env, cwd=tmp_path)
    assert (p.returncode, p.stderr) == (0, b"")
    assert sorted(f.name for f in (tmp_path / "keluaran").iterdir()) == ["LKjIP-2023.pdf", "PK-2022.pdf", "PK-2023.pdf"]
    assert "Tidak ada layar" in p.stdout.decode()
    assert "keluaran" in p.stdout.decode()


def test_the_example_of_the_user_is_made_once() -> None:
    """In the documents folder of the (temporary) home; a second start finds it again."""
    path = Workspace.contoh_pengguna()
    assert path.parent.name == "LKjIP"
    semula = path.stat().st_mtime_ns
    assert Workspace.contoh_pengguna() == path
    assert path.stat().st_mtime_ns == semula


# ------------------------------------------------------------------------------------------------- odd consoles
def test_a_console_of_another_encoding_gets_utf8(berkas: Path) -> None:
    env = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    p = _proses("periksa", berkas, "--tahun", "2023", env=env)
    assert (p.returncode, p.stderr) == (0, b"")
    assert "60% → 55%" in p.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="a pipe that closes early is told of otherwise on Windows")
def test_a_reader_that_leaves_early_is_no_fault(berkas: Path) -> None:
    baca, tulis = os.pipe()
    os.close(baca)
    p = _proses("periksa", berkas, "--tahun", "2023", keluar=tulis)
    os.close(tulis)
    assert (p.returncode, p.stderr) == (0, b"")


def test_standard_output_that_cannot_be_set_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch, berkas: Path) -> None:
    aliran = io.StringIO()
    monkeypatch.setattr(sys, "stdout", aliran)
    assert cli.main(["hitung", str(berkas), "--tahun", "2023"]) == 0
    assert "82,09%" in aliran.getvalue()


def test_a_program_without_standard_output_does_its_work(
    monkeypatch: pytest.MonkeyPatch, berkas: Path, tmp_path: Path
) -> None:
    """So starts a window program of Windows, and a shell that closed it (">&-")."""
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.main(["ekspor", str(berkas), "-o", str(tmp_path / "a.json")]) == 0
    assert (tmp_path / "a.json").stat().st_size > 100_000
