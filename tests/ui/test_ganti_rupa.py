"""Changing theme or zoom restyles the screen on view; a hidden one takes the new look on when it is next shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.tema import GELAP, tema


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


def test_what_was_typed_in_a_screen_survives_the_change(jendela: MainWindow, qtbot: QtBot) -> None:
    view = jendela.show_screen("identitas")
    fields = [f for f in view.findChildren(QLineEdit) if f.isVisible()]
    before = [f.text() for f in fields]
    jendela.show_screen("beranda")
    tema().paksa(True)
    jendela.show_screen("identitas")
    assert [f.text() for f in fields] == before
    assert all(f.isVisible() for f in fields)
