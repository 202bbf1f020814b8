"""The menu's word for a double click: it says how it stands, asks, and does only what was asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from lkjip_desktop import kaitan
from lkjip_desktop.errors import BelumTersedia
from tests.ui.conftest import TUNGGU
from ui.main_window import MainWindow


class Komputer:
    """A computer whose tie is a flag."""

    def __init__(self) -> None:
        self._terkait = False
        self.dapat = True

    def terkait(self) -> bool:
        return self._terkait

    def kaitkan(self) -> None:
        if not self.dapat:
            raise BelumTersedia("Desktop ini tidak menyediakannya.")
        self._terkait = True

    def lepaskan(self) -> None:
        self._terkait = False


@pytest.fixture
def komputer(monkeypatch: pytest.MonkeyPatch) -> Komputer:
    k = Komputer()
    monkeypatch.setattr(kaitan, "terkait", k.terkait)
    monkeypatch.setattr(kaitan, "kaitkan", k.kaitkan)
    monkeypatch.setattr(kaitan, "lepaskan", k.lepaskan)
    return k


def _jawab(qtbot: QtBot, jendela: MainWindow, *tombol: str) -> list[str]:
    """Choose the menu's word and press one button of each box that comes; what the boxes said."""
    kata: list[str] = []

    def tekan() -> None:
        kotak = QApplication.activeModalWidget()
        if isinstance(kotak, QMessageBox):
            yang = next(b for b in kotak.buttons() if b.text() == tombol[len(kata)])
            kata.append(kotak.text())
            yang.click()

    jam = QTimer(jendela)
    jam.timeout.connect(tekan)
    jam.start(0)
    jendela.double_click_action.trigger()
    qtbot.waitUntil(lambda: len(kata) == len(tombol), timeout=TUNGGU)
    jam.stop()
    return kata


def test_kaitkan_lalu_lepaskan(qtbot: QtBot, jendela: MainWindow, komputer: Komputer) -> None:
    assert "diklik ganda?" in _jawab(qtbot, jendela, "Batal")[0]
    assert not komputer.terkait()
    _jawab(qtbot, jendela, "Kaitkan")
    qtbot.waitUntil(lambda: "klik ganda" in jendela.message.text(), timeout=TUNGGU)
    assert komputer.terkait()
    assert "sudah dibuka" in _jawab(qtbot, jendela, "Batal")[0]
    assert komputer.terkait()
    _jawab(qtbot, jendela, "Lepaskan kaitannya")
    qtbot.waitUntil(lambda: not komputer.terkait(), timeout=TUNGGU)


def test_desktop_yang_tidak_dapat_mengatakannya(qtbot: QtBot, jendela: MainWindow, komputer: Komputer) -> None:
    komputer.dapat = False
    kata = _jawab(qtbot, jendela, "Kaitkan", "Tutup")
    assert kata[1] == "Desktop ini tidak menyediakannya."
    assert not komputer.terkait()
