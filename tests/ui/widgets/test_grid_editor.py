"""What opens over a cell: choices narrowed by words, several lines, the caret at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import RenstraButir
from ui.bridge import Bridge
from ui.views.renstra import RenstraView
from ui.widgets.choice_line import ChoiceLine
from ui.widgets.grid import Grid
from ui.widgets.grid_keys import edge

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def butir(qtbot: QtBot, bridge: Bridge) -> Grid:
    """Renstra > Misi dan tujuan: a choice and a paragraph in every row."""
    layar = RenstraView(bridge)
    qtbot.addWidget(layar)
    layar.resize(900, 650)
    layar.tabs.setCurrentWidget(layar.items)
    layar.show()
    layar.activateWindow()
    grid = layar.items.grid
    grid.setCurrentIndex(grid.model().index(0, 0))
    grid.setFocus()
    QApplication.processEvents()
    return grid


def baris(grid: Grid, i: int = 0) -> RenstraButir:
    row = grid.model().row_at(i)
    assert isinstance(row, RenstraButir)
    return row


def ketik(grid: Grid, teks: str) -> ChoiceLine:
    QTest.keyClicks(grid, teks[0])
    editor = QApplication.focusWidget()
    assert isinstance(editor, ChoiceLine)
    QTest.keyClicks(editor, teks[1:])
    return editor


def terdaftar(editor: ChoiceLine) -> list[str]:
    return [editor.list.item(i).text() for i in range(editor.list.count())]


def test_typed_words_narrow_the_choices_and_the_exact_one_wins(butir: Grid) -> None:
    labels = dict(butir.model().columns[0].spec.choices)  # type: ignore[union-attr]  # the column is typed
    semula = baris(butir).jenis
    lain = next(v for v in labels if v not in (semula, "misi"))
    butir.model().setData(butir.model().index(0, 0), lain)
    editor = ketik(butir, "Misi")
    assert editor.isVisible()
    assert editor.list.isVisible()
    assert baris(butir).jenis == lain  # nothing is taken while typing
    assert editor.value() == "misi"
    assert all("misi" in words.lower() for words in terdaftar(editor))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert baris(butir).jenis == "misi"
    assert butir.currentIndex().row() == 1
    assert not editor.list.isVisible()


def test_escape_restores_the_choice_and_tab_takes_it(butir: Grid) -> None:
    semula = baris(butir).jenis
    editor = ketik(butir, "tuj")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert baris(butir).jenis == semula
    assert butir.currentIndex().row() == 0
    editor = ketik(butir, "tuj")
    assert editor.value() == "tujuan"
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert baris(butir).jenis == "tujuan"
    assert butir.currentIndex().column() == 1


def test_words_that_fit_no_choice_stay_open_with_the_reason(butir: Grid, bridge: Bridge, qtbot: QtBot) -> None:
    semula = baris(butir).jenis
    editor = ketik(butir, "xyz")
    with qtbot.waitSignal(bridge.told) as kata:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "bukan salah satu pilihan" in kata.args[0]
    assert editor.isVisible()
    butir.window().setFocus()  # leaving takes no half word
    assert baris(butir).jenis == semula


def test_arrows_walk_the_list_and_a_click_takes(butir: Grid) -> None:
    QTest.keyClick(butir, Qt.Key.Key_Down, ALT)
    editor = QApplication.focusWidget()
    assert isinstance(editor, ChoiceLine)
    assert len(terdaftar(editor)) > 2
    QTest.keyClick(editor, Qt.Key.Key_PageUp)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    dipilih = editor.value()
    assert editor.text() == editor.list.item(1).text()
    letak = editor.list.visualItemRect(editor.list.item(1)).center()
    QTest.mouseClick(editor.list.viewport(), Qt.MouseButton.LeftButton, pos=letak)
    assert baris(butir).jenis == dipilih


def test_f2_writes_on_at_the_end_and_a_paragraph_takes_lines(butir: Grid) -> None:
    butir.setCurrentIndex(butir.model().index(0, 1))
    semula = baris(butir).teks
    QTest.keyClick(butir, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.height() > 4 * editor.fontMetrics().lineSpacing()
    QTest.keyClicks(editor, " dua")
    QTest.keyClick(editor, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(editor, "tiga")
    QTest.keyClick(editor, Qt.Key.Key_Return, ALT)
    QTest.keyClicks(editor, "empat")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert baris(butir).teks == f"{semula} dua\ntiga\nempat"
    assert butir.currentIndex().row() == 1


def test_backspace_empties_the_cell_and_begins_to_write(butir: Grid) -> None:
    butir.setCurrentIndex(butir.model().index(0, 1))
    QTest.keyClick(butir, Qt.Key.Key_Backspace)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == ""
    QTest.keyClicks(editor, "baru")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert baris(butir).teks == "baru"


def test_ctrl_and_arrow_go_to_the_edge_of_the_filled_cells() -> None:
    terisi = [True, True, True, False, False, True, False]
    assert [edge(terisi.__getitem__, 7, at, 1) for at in (0, 2, 3, 5, 6)] == [2, 5, 5, 6, 6]
    assert [edge(terisi.__getitem__, 7, at, -1) for at in (6, 5, 2, 0)] == [5, 2, 0, 0]


def test_ctrl_and_arrow_by_keys_and_with_shift_as_a_block(butir: Grid) -> None:
    akhir = butir.model().rowCount() - 1
    assert akhir > 1
    QTest.keyClick(butir, Qt.Key.Key_Down, CTRL)
    assert butir.currentIndex().row() == akhir
    QTest.keyClick(butir, Qt.Key.Key_Up, CTRL | SHIFT)
    assert butir._block() == (0, 0, akhir, 0)
    QTest.keyClick(butir, Qt.Key.Key_Right, CTRL | SHIFT)
    assert butir._block() == (0, 0, akhir, 1)
