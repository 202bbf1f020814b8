"""A narrow window, or a large text in it, leaves its room to the form."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from lkjip_desktop.workspace import Workspace
from ui.main_window import MainWindow
from ui.tema import tema


@pytest.mark.parametrize(("width", "zoom"), [(1366, 150), (1024, 100)])
def test_narrow_window_needs_no_scrolling_sideways(jendela: MainWindow, qtbot: QtBot, width: int, zoom: int) -> None:
    whole = jendela.navigation.width()
    assert not jendela.navigation.compact
    assert jendela.preview.isVisible()
    try:
        tema().atur_zoom(zoom)
        jendela.resize(width, 768)
        qtbot.waitUntil(lambda: jendela.navigation.compact)
        assert jendela.navigation.width() < whole / 2
        assert not jendela.preview.isVisible()
        assert not jendela.preview_action.isChecked()
        for key in ("identitas", "sasaran", "realisasi", "naskah"):
            view = jendela.show_screen(key)
            qtbot.wait(1)
            for area in view.findChildren(QScrollArea):
                assert not area.isVisible() or area.horizontalScrollBar().maximum() == 0, key
            assert view.minimumSizeHint().width() <= view.width(), key
    finally:
        tema().atur_zoom(100)
        jendela.resize(1366, 768)
    qtbot.waitUntil(lambda: jendela.preview.isVisible() and not jendela.navigation.compact)


def test_icons_keep_their_names_and_keys(jendela: MainWindow, qtbot: QtBot) -> None:
    jendela.resize(1024, 768)
    qtbot.waitUntil(lambda: jendela.navigation.compact)
    entry = jendela.navigation.item(1)
    assert entry.text() == "Identitas"
    assert entry.toolTip() == "Identitas (Ctrl+2)"
    QTest.keyClick(jendela, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert jendela.current is jendela.show_screen("identitas")


def test_what_the_user_chose_for_the_preview_wins(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "jendela.ini"), QSettings.Format.IniFormat)
    w = MainWindow(workspace, settings)
    qtbot.addWidget(w)
    w.resize(1024, 768)
    w.show()
    assert not w.preview.isVisible()
    w.preview_action.trigger()
    assert w.preview.isVisible()
    w.resize(960, 700)
    assert w.preview.isVisible()
    w.preview_action.trigger()
    w.resize(1600, 900)
    assert not w.preview.isVisible(), "closed by hand: stays closed, however wide"
    w.close()
    assert settings.value("pratinjau") == "tidak"
