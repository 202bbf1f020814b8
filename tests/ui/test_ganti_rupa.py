"""Changing theme or zoom restyles the screen on view; a hidden one takes the new look on when it is next shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.workspace import Workspace
from ui.main_window import MainWindow
from ui.tema import GELAP, tema
from ui.widgets.dates import DateField


@pytest.fixture(autouse=True)
def rupa_semula() -> Iterator[None]:
    yield
    tema().paksa(None)
    tema().atur_zoom(100)


def test_hidden_screen_takes_the_look_when_shown(jendela: MainWindow, qtbot: QtBot) -> None:
    hidden = jendela.show_screen("identitas")
    jendela.show_screen("beranda")
    tema().paksa(True)
    tema().atur_zoom(125)
    QApplication.processEvents()  # the font comes with the next turn of the event loop
    assert not jendela.isAncestorOf(hidden)
    assert not hidden.isVisible()
    assert jendela.show_screen("identitas") is hidden
    assert jendela.isAncestorOf(hidden)
    assert hidden.isVisible()
    fields = [f for f in hidden.findChildren(QLineEdit) if f.isVisible() and f.isEnabled() and not f.isReadOnly()]
    assert fields
    for field in fields:
        assert field.font().pointSizeF() == pytest.approx(tema().pt)
        assert field.palette().color(QPalette.ColorRole.Text).name() == GELAP.teks


def test_hidden_screen_gets_its_icons_in_the_new_colours(jendela: MainWindow, qtbot: QtBot) -> None:
    hidden = jendela.show_screen("anggaran")
    button = next(b for b in hidden.findChildren(QAbstractButton) if b.property("ikon") and b.isVisible())
    jendela.show_screen("beranda")
    before = button.icon().cacheKey()
    tema().paksa(True)
    jendela.show_screen("anggaran")
    assert button.icon().cacheKey() != before


def test_the_calendar_of_a_date_is_seen_in_both_themes(jendela: MainWindow, qtbot: QtBot) -> None:
    view = jendela.show_screen("sasaran")
    field = next(f for f in view.findChildren(DateField) if f.isVisible())
    before = field.calendar_action.icon().cacheKey()
    tema().paksa(True)
    assert field.calendar_action.icon().cacheKey() != before


def test_what_was_typed_in_a_screen_survives_the_change(jendela: MainWindow, qtbot: QtBot) -> None:
    view = jendela.show_screen("identitas")
    fields = [f for f in view.findChildren(QLineEdit) if f.isVisible()]
    before = [f.text() for f in fields]
    jendela.show_screen("beranda")
    tema().paksa(True)
    jendela.show_screen("identitas")
    assert [f.text() for f in fields] == before
    assert all(f.isVisible() for f in fields)


def test_held_zoom_key_is_told_at_once_and_answered_once(jendela: MainWindow, qtbot: QtBot) -> None:
    spy = QSignalSpy(tema().berganti)
    for percent in (110, 125, 150):
        jendela.larger_action.trigger()
        assert f"{percent}%" in jendela.message.text()
    jendela.smaller_action.trigger()
    assert "125%" in jendela.message.text()
    assert (tema().zoom, spy.count()) == (100, 0)
    qtbot.waitUntil(lambda: tema().zoom == 125)
    assert spy.count() == 1
    jendela.normal_action.trigger()
    qtbot.waitUntil(lambda: tema().zoom == 100)


def test_window_that_opens_enlarged_has_the_icons_of_one_enlarged_later(jendela: MainWindow, qtbot: QtBot) -> None:
    tema().atur_zoom(150)
    with Workspace.contoh_memori() as workspace:
        opened = MainWindow(workspace)
        assert opened.toolbar.iconSize() == jendela.toolbar.iconSize()
        assert opened.navigation.iconSize() == jendela.navigation.iconSize()
        opened.close()
        opened.deleteLater()
