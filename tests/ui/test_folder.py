"""File dialogs begin where the user was last, or on the flash disk that is plugged in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lkjip_desktop import tempat
from ui import folders
from ui.dialogs import choose_file, choose_folder, choose_save
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _sendiri() -> Iterator[None]:
    folders.use(None)
    yield
    folders.use(None)


@pytest.fixture
def mulai(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where each dialog began; it answers with a name in a folder of its own."""
    mulai: list[str] = []
    (tmp_path / "hasil").mkdir()

    def jawab(_parent: object, _judul: str, awal: str, *_lain: object) -> tuple[str, str]:
        mulai.append(awal)
        return str(tmp_path / "hasil" / "a.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", jawab)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", jawab)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda p, j, awal: jawab(p, j, awal)[0])
    return mulai


def test_folder_terakhir_diingat_menurut_jenisnya(qtbot: QtBot, tmp_path: Path, mulai: list[str]) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    folders.use(settings)
    choose_save(None, "Simpan", "satu.pdf")
    choose_save(None, "Simpan", "dua.pdf")
    assert mulai[1] == str(tmp_path / "hasil" / "dua.pdf")
    choose_file(None, "Buka", "*", "tukar")  # type: ignore[arg-type]  # no parent is needed here
    assert mulai[2] != str(tmp_path / "hasil")  # another kind of file, another folder
    folders.use(settings)  # the next start of the program
    assert folders.start("kertas") == tmp_path / "hasil"
    assert folders.start("tukar") == tmp_path / "hasil"


def test_folder_yang_hilang_tidak_dipakai(tmp_path: Path) -> None:
    folders.keep("kertas", str(tmp_path / "pergi" / "a.pdf"))
    assert folders.start("kertas") is None
    assert folders.keep("kertas", "") == ""


def test_flashdisk_diusulkan_untuk_salinan_dan_kiriman(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mulai: list[str]
) -> None:
    disk = tmp_path / "KINGSTON"
    (disk / "LKjIP").mkdir(parents=True)
    monkeypatch.setattr(tempat, "flashdisk", lambda: (disk,))
    choose_folder(None, "Cadangkan", "salinan")  # type: ignore[arg-type]  # no parent is needed here
    assert mulai == [str(disk)]
    assert folders.start("salinan") == disk  # what was chosen last lies on the computer
    folders.keep("salinan", str(disk / "LKjIP"), itself=True)
    assert folders.start("salinan") == disk / "LKjIP"
    assert folders.start("kertas") is None
    assert folders.disk_words() == "flashdisk KINGSTON"
    monkeypatch.setattr(tempat, "flashdisk", lambda: ())
    assert folders.disk_words() == ""


@pytest.mark.skipif(os.name != "posix", reason="on Windows drives have letters")
def test_flashdisk_yang_terpasang_saja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for nama in ("KINGSTON", "bukan"):
        (tmp_path / nama).mkdir()
    monkeypatch.setattr(os.path, "ismount", lambda p: Path(p).name == "KINGSTON")
    assert tempat.flashdisk([tmp_path, tmp_path / "tidak ada"]) == (tmp_path / "KINGSTON",)
    assert tempat.flashdisk([]) == ()


def test_salinan_tersimpan_menawarkan_foldernya(
    qtbot: QtBot, jendela: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jendela.preview_action.trigger()
    tujuan = tmp_path / "Bapas <b>& anak.lkjip"
    dibuka: list[Path | None] = []
    monkeypatch.setattr("ui.file_deeds.choose_save", lambda *_a, **_k: str(tujuan))
    monkeypatch.setattr("ui.file_deeds.open_folder", dibuka.append)
    jendela.copy_action.trigger()
    assert tujuan.exists()
    assert "Buka folder" in jendela.message.text()
    assert "<b>" not in jendela.message.text()  # a name is no markup
    jendela.message.linkActivated.emit("#")
    assert dibuka == [tujuan]
