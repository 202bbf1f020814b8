"""Fixtures of the window's tests: the example in memory, a bridge over it, a whole window."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.store.store import Store
from lkjip_desktop.workspace import Workspace
from ui.app import aplikasi
from ui.bridge import Bridge
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _pemulung() -> Iterator[None]:
    """As in the program (ui.pemulung): cycles that hold widgets are collected on the GUI thread, never by a worker."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it: look, font, words."""
    return aplikasi()


@pytest.fixture(scope="session")
def _contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "contoh.lkjip"
    Workspace.contoh(path).tutup()
    return path


@pytest.fixture
def berkas(_contoh: Path, tmp_path: Path) -> Path:
    """A fresh copy of the example file."""
    path = tmp_path / "contoh.lkjip"
    path.write_bytes(_contoh.read_bytes())
    return path


@pytest.fixture(scope="session")
def _isi_contoh() -> bytes:
    """The database of the example in memory: reading its bytes takes a fraction of making it anew for every test."""
    with Workspace.contoh_memori() as w:
        return w._store._conn.serialize()


@pytest.fixture
def workspace(_isi_contoh: bytes) -> Iterator[Workspace]:
    """The example in memory."""
    store = Store.memori()
    store._conn.deserialize(_isi_contoh)
    with Workspace(store) as w:
        yield w


@pytest.fixture
def bridge(qtbot: QtBot, workspace: Workspace) -> Iterator[Bridge]:
    """A bridge over the example in memory, at 2023."""
    b = Bridge(workspace)
    yield b
    b.close()


@pytest.fixture
def jendela(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    """The whole window on the example in memory, as on the smallest screen."""
    w = tampil(qtbot, MainWindow(workspace))
    yield w
    w.close()
    w.deleteLater()


#: Longest wait for anything in the background, milliseconds; only a fault ever takes so long.
TUNGGU = 20_000


def tampil(qtbot: QtBot, jendela: MainWindow) -> MainWindow:
    """Show a window as on the smallest screen, with the focus in it."""
    jendela.resize(1366, 768)
    jendela.show()
    jendela.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is jendela, timeout=TUNGGU)
    return jendela


def ikk(workspace: Workspace, kode: str = "SK1.IKK1", tahun: int = 2023) -> IndikatorTahun:
    """An indicator of a year by its code."""
    row = workspace.snapshot.one(IndikatorTahun, tahun=tahun, kode=kode)
    assert row is not None
    return row
