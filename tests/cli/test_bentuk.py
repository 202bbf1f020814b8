"""One sentence when refused and no traceback: bad files, wrong words, no screen, odd consoles."""

from __future__ import annotations

import contextlib
import io
import os
import sqlite3
import sys
from pathlib import Path

import pytest

import main as program
from lkjip_desktop import cli
from lkjip_desktop.cli import perintah, urai
from lkjip_desktop.workspace import Workspace

from .bahan import Jalankan, Jawaban, ditolak, proses


# --------------------------------------------------------------------------------------------------- bad files
def test_files_that_are_not_ours(lkjip: Jalankan, berkas: Path, tmp_path: Path) -> None:
    kosong, teks, lain, baru = (tmp_path / n for n in ("kosong.lkjip", "teks.lkjip", "lain.lkjip", "baru.lkjip"))
    kosong.touch()
    teks.write_text("bukan data", encoding="utf-8")
    with contextlib.closing(sqlite3.connect(lain)) as c:
        c.execute("create table a (b)")
    baru.write_bytes(berkas.read_bytes())
    with contextlib.closing(sqlite3.connect(baru)) as c:
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
        p = proses("hitung", path, "--tahun", "2023")
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
    p = proses(env=env, cwd=tmp_path)
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
    p = proses("periksa", berkas, "--tahun", "2023", env=env)
    assert (p.returncode, p.stderr) == (0, b"")
    assert "60% → 55%" in p.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="a pipe that closes early is told of otherwise on Windows")
def test_a_reader_that_leaves_early_is_no_fault(berkas: Path) -> None:
    baca, tulis = os.pipe()
    os.close(baca)
    p = proses("periksa", berkas, "--tahun", "2023", keluar=tulis)
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
