"""Opening for a person: who holds a file is named, looking on is offered, a damaged file gets its rescue."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU
from ui import opening
from ui.main_window import MainWindow

PEMEGANG = """
import sys
from lkjip_desktop.workspace import Workspace
w = Workspace.buka(sys.argv[1], petugas="Budi")
print("siap", flush=True)
sys.stdin.read()
w.tutup()
"""


@pytest.fixture
def dipegang(berkas: Path) -> Iterator[Path]:
    """The example, open in another process by an officer called Budi."""
    akar = Path(__file__).parents[2]
    proses = subprocess.Popen(
        [sys.executable, "-c", PEMEGANG, str(berkas)], cwd=akar, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert proses.stdout is not None
    assert proses.stdout.readline() == b"siap\n"
    yield berkas
    proses.communicate()


def jawab(monkeypatch: pytest.MonkeyPatch, *jawaban: int) -> list[str]:
    """Answer the questions of `opening` in turn; gives what was asked and told."""
    antre, kata = list(jawaban), []

    def ask(_parent: object, _title: str, text: str, _verbs: object, danger: bool = False) -> int:
        kata.append(text)
        return antre.pop(0)

    monkeypatch.setattr(opening, "ask", ask)
    monkeypatch.setattr(opening, "tell", lambda _p, _t, text, bad=False: kata.append(text))
    return kata


def test_pemegang_disebut_dan_dapat_dibuka_hanya_baca(
    qtbot: QtBot, dipegang: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kata = jawab(monkeypatch, 0)
    workspace = opening.open_workspace(None, dipegang)
    assert workspace is not None
    assert "Budi" in kata[0]
    assert workspace.hanya_baca
    assert "Budi" in workspace.alasan_hanya_baca
    workspace.tutup()


def test_batal_membiarkan_berkas_tertutup(qtbot: QtBot, dipegang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jawab(monkeypatch, -1)
    assert opening.open_workspace(None, dipegang) is None


def test_berkas_rusak_diganti_cadangan(
    qtbot: QtBot, berkas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lkjip_desktop.tempat.folder_data", lambda: tmp_path / "data")
    with Workspace.buka(berkas) as w:
        w.cadangkan_otomatis("tangan")
    isi = bytearray(berkas.read_bytes())
    isi[4096 * 3 : 4096 * 9] = b"\xff" * (4096 * 6)
    berkas.write_bytes(isi)
    kata = jawab(monkeypatch, 0)
    workspace = opening.open_workspace(None, berkas)
    assert workspace is not None, kata
    assert workspace.tahun() == (2022, 2023)
    workspace.tutup()


def test_berkas_yang_dijatuhkan_dibuka(qtbot: QtBot, jendela: MainWindow, berkas: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(berkas.with_name("gambar.png"))), QUrl.fromLocalFile(str(berkas))])
    aksi, tombol, papan = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    masuk = QDragEnterEvent(QPoint(5, 5), aksi, data, tombol, papan)
    jendela.dragEnterEvent(masuk)
    assert masuk.isAccepted()
    jendela.dropEvent(QDropEvent(QPointF(5, 5), aksi, data, tombol, papan))
    qtbot.waitUntil(lambda: jendela.bridge.workspace.path == berkas, timeout=TUNGGU)
