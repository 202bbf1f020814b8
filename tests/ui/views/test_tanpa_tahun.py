"""A file without any year: every screen of a year says what comes first and has the button for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Tambah
from lkjip_desktop.workspace import Workspace
from ui.bridge import Bridge
from ui.screens import SCREENS
from ui.widgets.no_year import NoYear


@pytest.mark.parametrize("kunci", ["beranda", "cetak", "periksa", "tenggat", "lampiran"])
def test_layar_tanpa_tahun_menawarkan_tahun_pertama(qtbot: QtBot, kunci: str) -> None:
    with Workspace.memori("Bapas Contoh") as w:
        bridge = Bridge(w)
        view = next(s for s in SCREENS if s.key == kunci).factory(bridge)
        qtbot.addWidget(view)
        view.resize(740, 620)
        view.show()
        mulai = view.findChild(NoYear)
        assert mulai is not None
        assert mulai.isVisible()
        with qtbot.waitSignal(bridge.year_wanted):
            QTest.mouseClick(mulai.make, Qt.MouseButton.LeftButton)
        w.lakukan(Tambah("laporan", w.id_baru(), {"tahun": 2026}))
        bridge.set_year(2026)
        assert not mulai.isVisible()
        bridge.close()
