"""The row that looks for words on the pages: an answer that comes late marks nothing any more."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import TUNGGU
from ui.bridge import Bridge
from ui.widgets.page_search import PageSearch
from ui.widgets.page_view import PageView, Paper


def test_words_taken_out_again_leave_no_marks(qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = PageView(bridge.raster)
    search = PageSearch(bridge, pages)
    qtbot.addWidget(pages)
    qtbot.addWidget(search)
    made = bridge.workspace.bangun("ringkasan", 2023)
    pages.set_paper(Paper(made.isi, bridge.page_sizes(made.isi), made.hits))
    may_answer, find = threading.Event(), bridge.workspace.cari_teks

    def slowly(content: bytes, words: str) -> Any:
        may_answer.wait(TUNGGU / 1000)
        return find(content, words)

    monkeypatch.setattr(bridge.workspace, "cari_teks", slowly)
    search.open_(True)
    search.line.setText("kinerja")
    search.look()
    search.line.clear()
    search.look()
    search._timer.stop()
    may_answer.set()
    done: list[bool] = []
    bridge.jobs.run("sesudahnya", lambda _overtaken: True, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=TUNGGU)
    assert pages.step_find(0) == (0, 0)
    assert search.count.text() == ""
