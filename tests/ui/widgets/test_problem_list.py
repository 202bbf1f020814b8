"""The list of problems: its menu belongs to the line below the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.checks import Problem
from ui.bridge import Bridge
from ui.widgets.problem_list import ProblemList


def test_a_title_and_the_void_have_no_menu(qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menus.append(menu))
    problems = ProblemList(bridge, "Masalah")
    qtbot.addWidget(problems)
    problems.menu = lambda _problem: "Sembunyikan"
    problems.show_groups([(words, [Problem("info", "a", "", "", "", words)]) for words in ("Satu", "Dua")])
    problems.resize(300, 300)
    problems.show()
    problems.setCurrentRow(1)
    line, title = (problems.visualItemRect(problems.item(row)).center() for row in (1, 2))
    counts = []
    for at in (title, QPoint(10, problems.viewport().height() - 5), line):
        place = problems.viewport().mapToGlobal(at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, place)
        QApplication.sendEvent(problems.viewport(), event)
        counts.append(len(menus))
    assert counts == [0, 0, 1]
