"""A second start hands its file to the first window; what a crash left behind does not stand in the way."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU
from ui import tunggal
from ui.main_window import MainWindow
from ui.tunggal import SingleInstance

ANAK = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.tunggal import SingleInstance
app = QCoreApplication([])
sys.exit(0 if SingleInstance(sys.argv[1]).hand_over(sys.argv[2:]) else 3)
"""
# Dies without a word while it is the first: its socket file stays.
MATI = """
import os, sys
from PySide6.QtCore import QCoreApplication
from ui.tunggal import SingleInstance
app = QCoreApplication([])
s = SingleInstance(sys.argv[1])
assert s.listen()
os._exit(0)
"""
# Listens, but is busy building its window for longer than a connection may take.
SIBUK = """
import sys, threading
from PySide6.QtCore import QCoreApplication, QTimer
from ui.tunggal import SingleInstance
app = QCoreApplication([])
s = SingleInstance(sys.argv[1])
assert s.listen()
s.asked.connect(lambda paths: QTimer.singleShot(0, app.quit))
print("siap", flush=True)
threading.Event().wait(0.4)
app.exec()
"""


def anak(kode: str, *kata: str) -> int:
    akar = Path(__file__).parents[2]
    return subprocess.run([sys.executable, "-c", kode, *kata], cwd=akar, timeout=60, check=False).returncode


@pytest.fixture
def nama() -> str:
    return f"uji-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def pertama(qtbot: QtBot, nama: str) -> Iterator[SingleInstance]:
    s = SingleInstance(nama)
    assert s.listen()
    yield s
    s.close()


def test_mulai_kedua_menyerahkan_berkasnya(
    qtbot: QtBot, pertama: SingleInstance, nama: str, jendela: MainWindow, tmp_path: Path
) -> None:
    baru = tmp_path / "baru.lkjip"
    Workspace.baru(baru, "Bapas Kelas II Contoh", 2025).tutup()
    pertama.asked.connect(jendela.take_over)
    jendela.showMinimized()
    akar = Path(__file__).parents[2]
    with (
        qtbot.waitSignal(pertama.asked, timeout=TUNGGU),
        subprocess.Popen([sys.executable, "-c", ANAK, nama, str(baru)], cwd=akar) as proses,
    ):
        qtbot.waitUntil(lambda: proses.poll() is not None, timeout=TUNGGU)
        assert proses.returncode == 0
    assert jendela.bridge.workspace.path == baru
    assert not jendela.isMinimized()


def test_tanpa_jendela_pertama_tidak_ada_yang_diserahkan(nama: str) -> None:
    assert anak(ANAK, nama, "a.lkjip") == 3


def test_sisa_yang_mati_mendadak_dibersihkan(qtbot: QtBot, nama: str) -> None:
    assert anak(MATI, nama) == 0
    s = SingleInstance(nama)
    assert not s.hand_over([])
    assert s.listen()
    s.close()


def test_pesan_asing_diabaikan(qtbot: QtBot, pertama: SingleInstance, nama: str) -> None:
    dapat: list[object] = []
    pertama.asked.connect(dapat.append)
    for isi in (b"bukan json\n", b'{"a": 1}\n', b"[1, 2]\n", b"x" * 70_000):
        soket = QLocalSocket()
        soket.connectToServer(nama)
        assert soket.waitForConnected(TUNGGU)
        soket.write(isi)
        soket.flush()
        qtbot.wait(30)  # the server reads in this very thread
        soket.abort()
    assert dapat == []
    QLocalServer.removeServer(nama)


def test_yang_pertama_masih_sibuk_ditunggu(qtbot: QtBot, nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An impatient second double click, while the first window is still being built, must not open another one, which
    would find the file in use."""
    monkeypatch.setattr(tunggal, "_WAIT_MS", 100)
    akar = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", SIBUK, nama], cwd=akar, stdout=subprocess.PIPE) as proses:
        assert proses.stdout is not None
        assert proses.stdout.readline() == b"siap\n"
        assert SingleInstance(nama).hand_over(["a.lkjip"])
