"""A fault of the program: one dialog, however often it comes back; the window goes on, and closes in order."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import Identitas
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, tampil
from ui.crash import CrashDialog, CrashHook, rincian
from ui.main_window import MainWindow
from ui.views.identitas import IdentitasView


@pytest.fixture
def kait(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHook]:
    """The hook of the program in place of pytest's."""
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    hook = CrashHook()
    yield hook
    hook.release()


@pytest.fixture
def tampak(qapp: QApplication) -> Iterator[list[str]]:
    """What the dialogs of faults said; each is continued as soon as it stands (it has a loop of its own)."""
    kata: list[str] = []

    def lanjutkan() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, CrashDialog) and dialog.isVisible():
                teks = dialog.findChild(QPlainTextEdit)
                assert teks is not None
                kata.append(teks.toPlainText())
                salin = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Salin rincian")
                QTest.keyClick(salin, Qt.Key.Key_Space)
                dialog.accept()

    jam = QTimer()
    jam.timeout.connect(lanjutkan)
    jam.start(10)
    yield kata
    jam.stop()


def galat(hook: CrashHook, pesan: str) -> None:
    """A fault as Qt hands it over."""
    try:
        raise ValueError(pesan)
    except ValueError as e:
        hook._caught(type(e), e, e.__traceback__)


def test_dialog_tidak_berdiri_di_dalam_yang_gagal(qtbot: QtBot, kait: CrashHook, tampak: list[str]) -> None:
    """Found by attack: it stood inside the painting that failed, which painted, and failed, below it."""
    galat(kait, "uji")
    assert tampak == []  # the hook has returned already
    qtbot.waitUntil(lambda: bool(tampak), timeout=TUNGGU)
    assert "ValueError: uji" in tampak[0]
    assert QApplication.clipboard().text() == tampak[0]


class Rusak(QWidget):
    """Paints itself by a fault, as a broken picture would."""

    def __init__(self, hook: CrashHook) -> None:
        super().__init__()
        self.hook = hook
        self.dilukis = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.dilukis += 1
        galat(self.hook, "lukis")


def test_galat_saat_melukis_tampil_sekali(qtbot: QtBot, kait: CrashHook, tampak: list[str]) -> None:
    """Found by attack: 34 dialogs in a second and a half, each opened by closing the one before."""
    w = Rusak(kait)
    qtbot.addWidget(w)
    w.show()
    qtbot.waitUntil(lambda: bool(tampak), timeout=TUNGGU)
    sebelum = w.dilukis
    w.update()
    qtbot.waitUntil(lambda: w.dilukis > sebelum, timeout=TUNGGU)
    galat(kait, "galat yang lain")  # another one is shown
    qtbot.waitUntil(lambda: len(tampak) > 1, timeout=TUNGGU)
    assert ["lukis" in t for t in tampak] == [True, False]


@pytest.mark.parametrize(
    "pesan",
    [
        "nilai /home/sari/Dokumen/Bapas Rahasia.lkjip salah",
        "NIP 196701011990031001 ganda",
        "C:\\Users\\Sari\\Documents\\rahasia.lkjip",
        "'Perimansyah' tidak ada",
        "Berkas “rahasia.lkjip” rusak",
    ],
)
def test_rincian_tanpa_data_pribadi(qapp: QApplication, pesan: str) -> None:
    e = ValueError(pesan)
    isi = rincian(ValueError, e, None)
    for rahasia in ("sari", "Sari", "Users", "196701011990031001", "Perimansyah", "“rahasia"):
        assert rahasia not in isi


def test_galat_saat_menutup_diberitahukan_lalu_berkas_tertutup(
    qtbot: QtBot, berkas: Path, kait: CrashHook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by attack: the window went away and left its file open and locked."""
    jendela = tampil(qtbot, MainWindow(Workspace.buka(berkas)))
    jendela.preview_action.trigger()
    jendela.show_screen("identitas")

    def gagal(_self: IdentitasView) -> bool:
        raise ValueError("uji galat")

    with monkeypatch.context() as m:
        m.setattr(IdentitasView, "commit", gagal)
        with pytest.raises(ValueError, match="uji galat"):
            jendela.close()
        assert jendela.isVisible()  # told of by the hook in the program; nothing is lost
        assert jendela.close()  # who wants to go may go
    jendela.deleteLater()
    with Workspace.buka(berkas) as w:
        assert w.snapshot.rows(Identitas)
        assert w.pesan_buka == ""  # it had been closed in order
