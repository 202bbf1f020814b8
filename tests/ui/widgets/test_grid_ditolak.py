"""What a cell refused stays with that cell, not with an id or a place that changes; an entry may take its row away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import AnggaranBelanja, Ceklis
from ui.bridge import Bridge
from ui.views.lampiran import LampiranView
from ui.views.realisasi import RealisasiView
from ui.widgets.grid import Grid
from ui.widgets.grid_column import Source, Tone
from ui.widgets.grid_page import typed


@pytest.fixture
def realisasi(qtbot: QtBot, bridge: Bridge) -> RealisasiView:
    view = RealisasiView(bridge)
    qtbot.addWidget(view)
    view.tabs.setCurrentWidget(view.period_page)
    view.show()
    return view


def test_refused_words_stay_in_their_period(realisasi: RealisasiView, bridge: Bridge) -> None:
    grid = realisasi.period_page.grid
    model = grid.model()
    at = model.index(0, model.column_of("target"))
    model.setData(at, "sepuluh kurang")
    assert model.look(at.row(), at.column()) == ("sepuluh kurang", Tone.REFUSED)
    realisasi.period.setCurrentIndex(1)
    assert model.look(at.row(), at.column())[1] is Tone.TYPED
    assert model.data(at) == ""
    grid.drafts.keep()
    assert ["periode=1" in key for _, key, _ in bridge.drafts()] == [True]
    realisasi.period.setCurrentIndex(0)
    assert model.look(at.row(), at.column()) == ("sepuluh kurang", Tone.REFUSED)


def test_a_draft_of_another_period_is_shown_in_it(qtbot: QtBot, realisasi: RealisasiView, bridge: Bridge) -> None:
    model = realisasi.period_page.grid.model()
    at = model.index(0, model.column_of("target"))
    realisasi.period.setCurrentIndex(2)
    model.setData(at, "sepuluh kurang")
    realisasi.period_page.grid.drafts.keep()
    again = RealisasiView(bridge)
    qtbot.addWidget(again)
    model = again.period_page.grid.model()
    at = model.index(at.row(), at.column())
    assert model.data(at) == ""
    again.period.setCurrentIndex(2)
    assert model.data(at) == "sepuluh kurang"


def test_a_good_entry_after_a_refused_one_clears_a_row_that_was_not_stored(qtbot: QtBot, bridge: Bridge) -> None:
    view = LampiranView(bridge)
    qtbot.addWidget(view)
    grid = next(g for g in view.findChildren(Grid) if g.model().source.table == "ceklis")
    model = grid.model()
    row = next(i for i in range(model.rowCount()) if bridge.snapshot.get(Ceklis, model.row_at(i).id) is None)
    at, note = model.index(row, model.column_of("jawaban")), model.index(row, model.column_of("catatan"))
    model.setData(note, "x" * 10_000)
    model.setData(at, "barangkali")
    assert model.look(at.row(), at.column())[1] is Tone.REFUSED
    assert model.setData(at, "ya")
    assert bridge.snapshot.get(Ceklis, model.row_at(row).id) is not None
    assert model.look(at.row(), at.column()) == ("Ya", Tone.TYPED)
    assert model.look(note.row(), note.column())[1] is Tone.REFUSED  # the other cell still waits
    QApplication.processEvents()
    grid.drafts.keep()
    assert [column for table, _, column in bridge.drafts() if table == "ceklis"] == ["catatan"]


def test_an_entry_may_take_its_row_from_the_list(qtbot: QtBot, bridge: Bridge) -> None:
    def staying(s: Snapshot, year: int) -> list[AnggaranBelanja]:
        return [r for r in s.where(AnggaranBelanja, tahun=year) if r.nama != "pindah"]

    grid = Grid(bridge, Source("anggaran_belanja", staying), typed("anggaran_belanja", "kode", "nama"), "Belanja")
    qtbot.addWidget(grid)
    model = grid.model()
    count = model.rowCount()
    assert model.setData(model.index(count - 1, 1), "pindah")
    assert model.rowCount() == count - 1
