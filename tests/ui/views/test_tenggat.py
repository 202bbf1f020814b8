"""Tenggat: what is left first, the way to its place, and room for the office's own dates."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Tambah
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU
from ui.bridge import Bridge
from ui.views.tenggat import TenggatView


@pytest.fixture
def tahun() -> Workspace:
    saat = datetime(2026, 3, 2, 8, 0).astimezone()
    w = Workspace.memori("Bapas Contoh", 2026, jam=lambda: saat)
    for n in range(10):
        isi = {"tahun": 2026, "nama": f"Rapat {n}", "tanggal": f"2026-02-{n + 10}", "selesai": n < 3}
        w.lakukan(Tambah("tenggat", w.id_baru(), isi))
    return w


def test_yang_belum_selesai_lebih_dahulu(qtbot: QtBot, tahun: Workspace) -> None:
    bridge = Bridge(tahun)
    view = TenggatView(bridge)
    qtbot.addWidget(view)
    view.resize(740, 620)
    view.show()
    tabel = view.table
    isi = [[(x.text() if (x := tabel.item(i, j)) else "") for j in range(3)] for i in range(tabel.rowCount())]
    assert isi[0][1:] == ["Penandatanganan Perjanjian Kinerja 2026", "✕ Lewat"]
    assert not [r for r in isi if r[2] == "✓ Selesai"]
    assert isi[-1][1].startswith("dan ")
    # Nothing of it is cut off, although the grid below wants more room than there is.
    qtbot.waitUntil(lambda: tabel.visibleRegion().boundingRect().height() >= tabel.height() - 2, timeout=TUNGGU)
    tabel.setFocus()
    tabel.setCurrentCell(1, 1)
    with qtbot.waitSignal(bridge.wanted) as sinyal:
        QTest.keyClick(tabel, Qt.Key.Key_Return)
    assert sinyal.args[0] == "tenggat"
    assert view.show_place(*sinyal.args)
    bridge.close()
    tahun.tutup()
