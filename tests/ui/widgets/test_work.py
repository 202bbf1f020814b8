"""Long work of a screen: what stands there when its file is left in the midst of it."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from tests.ui.conftest import TUNGGU
from ui.bridge import Bridge
from ui.widgets.work import Report, WorkBar


def test_work_of_a_file_that_was_left_is_not_said_to_go_on(qtbot: QtBot, bridge: Bridge) -> None:
    work = WorkBar(bridge)
    qtbot.addWidget(work)
    begun, ends = threading.Event(), list[object]()

    def job(report: Report) -> None:
        begun.set()
        work._stop.wait(TUNGGU / 1000)
        report("Menyusun", 1, 2)

    def done(answer: object) -> str:
        ends.append(answer)
        return "Selesai."

    work.run("Menyusun naskah…", job, done)
    assert begun.wait(TUNGGU / 1000)
    assert work.words.text() == "Menyusun naskah…"
    bridge.closing.emit()
    assert not work.busy
    assert work.words.text() == ""
    assert work.isHidden()
    assert ends == []
