"""What a person of Excel expects of the keys, the mouse and the menu of a grid."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.tables import AnggaranBelanja, SkorKomponen
from tests.ui.conftest import ikk
from ui.bridge import Bridge
from ui.views.anggaran import AnggaranView
from ui.views.realisasi import RealisasiView
from ui.widgets.grid import Grid
from ui.widgets.grid_column import Source
from ui.widgets.grid_page import typed

CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
K = Qt.Key


@pytest.fixture
def kisi(qtbot: QtBot, bridge: Bridge) -> Grid:
    """The budget by jenis belanja of 2023: three rows, five columns."""
    grid = Grid(
        bridge,
        Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y), lambda y: {"tahun": y}),
        typed("anggaran_belanja", "kode", "nama", "pagu", "realisasi", "tanggal_data"),
        "Anggaran",
    )
    grid.resize(900, 400)
    return siap(qtbot, grid, 0, 2)


def siap(qtbot: QtBot, grid: Grid, row: int, column: int) -> Grid:
    qtbot.addWidget(grid)
    grid.show()
    grid.activateWindow()
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(row, column))
    QApplication.processEvents()
    return grid


@pytest.fixture
def tahun(qtbot: QtBot, bridge: Bridge) -> Grid:
    """Realisasi > Setahun: typed and computed columns side by side."""
    view = RealisasiView(bridge)
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show()
    view.activateWindow()
    grid = view.year_page.grid
    grid.setFocus()
    QApplication.processEvents()
    return grid


def letak(grid: Grid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def isi(grid: Grid, i: int, j: int) -> str:
    return grid.model().look(i, j)[0]


def tekan(*keys: Any) -> None:
    """Keys to whatever has them now: the grid, or the editor over a cell."""

    def widget() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(widget(), letter)
        elif isinstance(key, tuple):
            QTest.keyClick(widget(), *key)
        else:
            QTest.keyClick(widget(), key)


def baris(bridge: Bridge) -> list[AnggaranBelanja]:
    return list(bridge.snapshot.where(AnggaranBelanja, tahun=2023))


def test_arrows_end_what_was_typed_over_a_cell_and_move_on(kisi: Grid, bridge: Bridge) -> None:
    tekan("15", K.Key_Right, "25", K.Key_Down, "35", K.Key_Left, "45", K.Key_Up)
    rows = baris(bridge)
    assert (rows[0].pagu, rows[0].realisasi, rows[1].realisasi, rows[1].pagu) == (15, 25, 35, 45)
    assert letak(kisi) == (0, 2)
    assert bridge.workspace.label_urung.startswith("Ubah")


def test_after_f2_and_a_click_arrows_are_for_the_words(kisi: Grid, bridge: Bridge) -> None:
    tekan(K.Key_F2, K.Key_Left, K.Key_Left)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.cursorPosition() == len(editor.text()) - 2
    tekan(K.Key_Escape, "7", K.Key_F2, K.Key_Left, "1", K.Key_Return)  # F2 changes over while typing
    assert baris(bridge)[0].pagu == 17


def test_what_cannot_be_read_stays_open_on_an_arrow_too(kisi: Grid, bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.told):
        tekan("dua", K.Key_Down)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert letak(kisi) == (0, 2)


def test_enter_after_a_run_of_tabs_goes_on_below_its_first_cell(kisi: Grid, bridge: Bridge) -> None:
    tekan("1", K.Key_Tab, "2", K.Key_Return, "3", K.Key_Tab, "4", K.Key_Return)
    assert [(b.pagu, b.realisasi) for b in baris(bridge)[:2]] == [(1, 2), (3, 4)]
    assert letak(kisi) == (2, 2)
    tekan(K.Key_Up, K.Key_Tab, K.Key_Down, K.Key_Up, K.Key_Return)  # an arrow ends the run
    assert letak(kisi) == (2, 3)


def test_tab_goes_from_one_open_cell_to_the_next(tahun: Grid, bridge: Bridge) -> None:
    model = tahun.model()
    row = model.row_of(ikk(bridge.workspace, "SK2.IKK6").id)  # no ratio: target and realisasi only
    tahun.setCurrentIndex(model.index(row, model.column_of("target")))
    tekan(K.Key_Tab)
    assert letak(tahun) == (row, model.column_of("realisasi"))
    tekan(K.Key_Tab)
    assert letak(tahun) == (row + 1, model.column_of("target"))
    tekan((K.Key_Tab, SHIFT))
    assert letak(tahun) == (row, model.column_of("realisasi"))


def test_enter_and_tab_walk_round_inside_a_chosen_block(kisi: Grid, bridge: Bridge) -> None:
    kisi.select_block(0, 2, 1, 3)
    tekan("1", K.Key_Return, "2", K.Key_Return, "3", K.Key_Return, "4", K.Key_Return)
    assert [(b.pagu, b.realisasi) for b in baris(bridge)[:2]] == [(1, 3), (2, 4)]
    assert letak(kisi) == (0, 2)
    assert kisi._block() == (0, 2, 1, 3)
    tekan(K.Key_Tab, K.Key_Tab, (K.Key_Tab, SHIFT))
    assert letak(kisi) == (0, 3)


def test_ctrl_enter_fills_the_block_as_one_step(kisi: Grid, bridge: Bridge) -> None:
    semula = baris(bridge)
    kisi.select_block(0, 2, 2, 3)
    tekan("99", (K.Key_Return, CTRL))
    assert {(b.pagu, b.realisasi) for b in baris(bridge)} == {(99, 99)}
    assert bridge.workspace.label_urung == "Isi 6 sel"
    bridge.undo()
    assert baris(bridge) == semula


def test_fill_right_and_fill_down_into_a_single_cell(kisi: Grid, bridge: Bridge) -> None:
    pagu = baris(bridge)[0].pagu
    kisi.setCurrentIndex(kisi.model().index(1, 2))
    tekan((K.Key_D, CTRL))
    assert baris(bridge)[1].pagu == pagu
    kisi.select_block(0, 2, 1, 3)
    tekan((K.Key_R, CTRL))
    assert [b.realisasi for b in baris(bridge)[:2]] == [pagu, pagu]
    assert bridge.workspace.label_urung == "Isi ke kanan"


def test_home_end_page_and_whole_lines(kisi: Grid) -> None:
    tekan((K.Key_End, CTRL))
    assert letak(kisi) == (2, 4)
    tekan((K.Key_Home, CTRL))
    assert letak(kisi) == (0, 0)
    tekan(K.Key_Down, K.Key_Right, (K.Key_End, SHIFT))
    assert kisi._block() == (1, 1, 1, 4)
    tekan(K.Key_Home, (K.Key_End, CTRL | SHIFT))
    assert kisi._block() == (1, 0, 2, 4)
    kisi.setCurrentIndex(kisi.model().index(1, 2))
    tekan((K.Key_Space, CTRL))
    assert kisi._block() == (0, 2, 2, 2)
    kisi.setCurrentIndex(kisi.model().index(1, 2))
    tekan((K.Key_Space, SHIFT))
    assert kisi._block() == (1, 0, 1, 4)
    assert not kisi.findChildren(QLineEdit)  # no editor was opened by the space


def test_a_letter_on_a_computed_cell_says_why_and_moves_nothing(tahun: Grid, bridge: Bridge, qtbot: QtBot) -> None:
    model = tahun.model()
    kode, status = (next(j for j, c in enumerate(model.columns) if c.title == t) for t in ("Kode", "Status"))
    tahun.setCurrentIndex(model.index(0, status))
    with qtbot.waitSignal(bridge.told) as kata:
        tekan("S")
    assert kata.args == ["Kolom Status diisi oleh program.", True]
    tahun.setCurrentIndex(model.index(0, kode))
    with qtbot.waitSignal(bridge.told) as kata:
        tekan("S")
    assert kata.args == ["Kode diubah di tempat lain; tekan F2 untuk membukanya.", True]
    assert letak(tahun) == (0, kode)
    bukan = model.index(model.row_of(ikk(bridge.workspace, "SK2.IKK6").id), model.column_of("pembilang"))
    tahun.setCurrentIndex(bukan)
    with qtbot.waitSignal(bridge.told) as kata:
        tekan(K.Key_F2)
    assert "bukan rasio" in kata.args[0]


def test_space_ticks_a_box(qtbot: QtBot, bridge: Bridge) -> None:
    view = AnggaranView(bridge)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    page = view.scores["smart"]
    view.tabs.setCurrentWidget(page)
    view.show()
    view.activateWindow()
    grid = page.page.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, grid.model().column_of("berlaku")))
    QApplication.processEvents()

    def berlaku() -> list[bool]:
        return [k.berlaku for k in bridge.snapshot.where(SkorKomponen, tahun=2023, jenis="smart")]

    semula = berlaku()[0]
    tekan(K.Key_Space)
    assert berlaku()[0] is not semula
    tekan(K.Key_Space)
    assert berlaku()[0] is semula


def test_the_menu_belongs_to_the_cell_and_offers_what_can_be_done(
    kisi: Grid, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menus.append(menu))
    QApplication.clipboard().setText("")

    def menu(event: QContextMenuEvent) -> dict[str, bool]:
        QApplication.sendEvent(kisi.viewport(), event)
        return {a.text().split("\t")[0]: a.isEnabled() for a in menus[-1].actions() if a.text()}

    at = kisi.visualRect(kisi.model().index(1, 3)).center()
    QTest.mouseClick(kisi.viewport(), Qt.MouseButton.RightButton, NONE, at)
    assert letak(kisi) == (1, 3)
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, kisi.viewport().mapToGlobal(at))
    pilihan = menu(mouse)
    assert all(pilihan[k] for k in ("Sunting", "Potong", "Isi ke kanan", "Riwayat isian ini…"))
    assert not pilihan["Tempel…"]  # nothing to paste
    kisi.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert not menu(mouse)["Naikkan baris"]
    diminta: list[tuple[str, str, str]] = []
    bridge.history_wanted.connect(lambda *of: diminta.append(of))
    kisi.setCurrentIndex(kisi.model().index(2, 2))
    menu(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    next(a for a in menus[-1].actions() if a.text().startswith("Riwayat")).trigger()
    assert diminta == [("anggaran_belanja", kisi.model().row_at(2).id, "pagu")]  # of the cursor, not of the mouse


def test_typing_in_a_sorted_grid_moves_no_row(kisi: Grid, bridge: Bridge) -> None:
    kisi.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    urutan = [kisi.model().row_at(i).id for i in range(3)]
    kisi.setCurrentIndex(kisi.model().index(0, 2))
    tekan("999999999999", K.Key_Return)
    assert [kisi.model().row_at(i).id for i in range(3)] == urutan
    assert letak(kisi) == (1, 2)
    kisi.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert kisi.model().row_at(0).id == urutan[0]
    kisi.model().set_filter("barang")
    bridge.do(Ubah("anggaran_belanja", kisi.model().row_at(0).id, {"nama": "Belanja lain"}))
    assert isi(kisi, 0, 1) == "Belanja lain"  # still in sight, until the filter is typed anew
    kisi.add_row()
    assert kisi.model().rowCount() == 2
    kisi.model().set_filter("barang")
    assert kisi.model().rowCount() == 0


def seret(grid: Grid, dari: QPoint, *ke: QPoint) -> None:
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, NONE, dari)
    for at in ke:
        QTest.mouseMove(grid.viewport(), at)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, NONE, ke[-1])


def test_the_square_at_the_corner_fills_what_it_is_dragged_over(kisi: Grid, bridge: Bridge) -> None:
    semula = baris(bridge)
    pagu = semula[0].pagu

    def tengah(row: int, column: int) -> QPoint:
        return kisi.visualRect(kisi.model().index(row, column)).center()

    seret(kisi, kisi.handle_rect().center(), tengah(1, 2), tengah(2, 2))
    assert [b.pagu for b in baris(bridge)] == [pagu] * 3
    assert bridge.workspace.label_urung == "Isi ke bawah"
    assert kisi._block() == (0, 2, 2, 2)
    bridge.undo()
    assert baris(bridge) == semula
    kisi.select_block(0, 2, 1, 2)
    seret(kisi, kisi.handle_rect().center(), tengah(1, 3))
    assert [b.realisasi for b in baris(bridge)] == [semula[0].pagu, semula[1].pagu, semula[2].realisasi]
    bridge.undo()
    langkah = bridge.workspace.label_urung
    kisi.select_block(0, 2, 0, 2)
    seret(kisi, kisi.handle_rect().center(), tengah(0, 4))  # money is no date
    assert [b.tanggal_data for b in baris(bridge)] == [b.tanggal_data for b in semula]
    assert baris(bridge)[0].realisasi == pagu
    bridge.undo()
    seret(kisi, kisi.handle_rect().center(), tengah(1, 2), tengah(0, 2))  # back again: nothing
    assert bridge.workspace.label_urung == langkah


def test_no_square_where_nothing_is_filled(tahun: Grid, bridge: Bridge) -> None:
    model = tahun.model()
    tahun.setCurrentIndex(model.index(0, model.columnCount() - 1))
    assert tahun.handle_rect().isEmpty()
    tahun.setCurrentIndex(model.index(0, model.column_of("target")))
    assert not tahun.handle_rect().isEmpty()
