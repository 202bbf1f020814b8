"""The first columns of a wide grid stay in sight, and are worked there as anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Banyak, Tambah
from lkjip_desktop.core.tables import AnggaranBelanja
from ui.bridge import Bridge
from ui.tema import tema
from ui.widgets.grid import Grid
from ui.widgets.grid_column import Source
from ui.widgets.grid_frozen import FrozenPart, GridHeader
from ui.widgets.grid_page import typed

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
KIRI = Qt.MouseButton.LeftButton


@pytest.fixture
def kisi(qtbot: QtBot, bridge: Bridge) -> Iterator[Grid]:
    """The budget by jenis belanja of 2023, in half of the room that it wants."""
    grid = Grid(
        bridge,
        Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y), lambda y: {"tahun": y}),
        [
            *typed("anggaran_belanja", "kode", "nama", kode=7, nama=22),
            *typed("anggaran_belanja", "pagu", "realisasi", "pagu_awal", "blokir", "tanggal_data", "sumber", width=17),
        ],
        "Anggaran",
    )
    tema().gayakan(grid)
    grid.resize(560, 300)
    qtbot.addWidget(grid)
    grid.show()
    grid.activateWindow()
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 0))
    QApplication.processEvents()
    yield grid
    tema().paksa(False)


def bagian(grid: Grid) -> FrozenPart:
    part = grid.findChild(FrozenPart)
    assert part is not None
    return part


def ke_ujung(grid: Grid) -> None:
    grid.setCurrentIndex(grid.model().index(0, grid.model().columnCount() - 1))
    QApplication.processEvents()
    assert grid.horizontalScrollBar().value() > 0


def di(grid: Grid, row: int, column: int) -> QPoint:
    """Where a cell is seen, in the viewport."""
    return grid.visualRect(grid.model().index(row, column)).center()


def letak(grid: Grid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_only_a_grid_wider_than_its_view_keeps_columns(kisi: Grid) -> None:
    assert kisi.kept_columns() == 2
    assert bagian(kisi).isHidden()  # nothing is scrolled away yet
    ke_ujung(kisi)
    assert bagian(kisi).isVisible()
    kisi.resize(2000, 300)
    QApplication.processEvents()
    assert kisi.kept_columns() == 0
    assert bagian(kisi).isHidden()


@pytest.mark.parametrize("gelap", [False, True])
def test_what_stays_looks_as_it_did(kisi: Grid, gelap: bool) -> None:
    """Heights of rows, wrapping, headings, selection and the frame of the cursor agree to the pixel."""
    tema().paksa(gelap)
    tema().gayakan(kisi)
    kisi.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    kisi.model().setData(kisi.model().index(1, 1), "Belanja " + "pemasyarakatan " * 5)
    kisi.setCurrentIndex(kisi.model().index(1, 1))
    QApplication.processEvents()
    place = QRect(kisi.viewport().x(), kisi.horizontalHeader().y(), kisi.kept_width() - 2, 200)

    def gambar() -> QImage:
        QApplication.processEvents()
        return kisi.grab(place).toImage()

    kisi.horizontalScrollBar().setValue(0)
    sebelum = gambar()
    kisi.horizontalScrollBar().setValue(kisi.horizontalScrollBar().maximum())
    assert bagian(kisi).isVisible()
    assert gambar() == sebelum


def test_the_cursor_never_hides_behind_the_kept_columns(kisi: Grid) -> None:
    model, bar = kisi.model(), kisi.horizontalScrollBar()
    last = model.columnCount() - 1
    for key, steps in ((Qt.Key.Key_Right, last), (Qt.Key.Key_Left, last), (Qt.Key.Key_Tab, 2 * last)):
        for _ in range(steps):
            QTest.keyClick(kisi, key)
            rect = kisi.visualRect(kisi.currentIndex())
            kept = letak(kisi)[1] < kisi.kept_columns()
            assert rect.left() >= (0 if kept else kisi.kept_width()), letak(kisi)
            assert rect.right() <= kisi.viewport().width(), letak(kisi)
            # No figure without its first digits: some column begins where the kept ones end.
            assert bar.value() in (0, *kisi._edges())
    ke_ujung(kisi)
    before = bar.value()
    QTest.keyClick(kisi, Qt.Key.Key_Home)
    assert letak(kisi) == (0, 0)
    assert bar.value() == before  # it is in sight already


def test_a_click_takes_the_cell_that_is_seen(kisi: Grid) -> None:
    ke_ujung(kisi)
    before = kisi.horizontalScrollBar().value()
    for cell in ((1, 1), (2, 0), (1, 5)):
        QTest.mouseClick(kisi.viewport(), KIRI, NONE, di(kisi, *cell))
        assert letak(kisi) == cell
        assert kisi.horizontalScrollBar().value() == before


def test_blocks_by_shift_click_by_keys_and_by_dragging(kisi: Grid) -> None:
    ke_ujung(kisi)
    QTest.mouseClick(kisi.viewport(), KIRI, NONE, di(kisi, 0, 5))
    QTest.mouseClick(kisi.viewport(), KIRI, SHIFT, di(kisi, 2, 1))
    assert kisi._block() == (0, 1, 2, 5)
    QTest.mouseClick(kisi.viewport(), KIRI, SHIFT, di(kisi, 1, 7))
    assert kisi._block() == (0, 5, 1, 7)
    kisi.setCurrentIndex(kisi.model().index(0, 1))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(kisi, key, SHIFT)
    assert kisi._block() == (0, 1, 1, 2)
    ke_ujung(kisi)
    QTest.mousePress(kisi.viewport(), KIRI, NONE, di(kisi, 0, 0))
    for cell in ((1, 1), (1, 5), (2, 6)):
        QTest.mouseMove(kisi.viewport(), di(kisi, *cell))
    QTest.mouseRelease(kisi.viewport(), KIRI, NONE, di(kisi, 2, 6))
    assert kisi._block() == (0, 0, 2, 6)


def test_a_kept_cell_is_edited_where_it_is_seen(kisi: Grid, bridge: Bridge) -> None:
    ke_ujung(kisi)
    QTest.mouseClick(kisi.viewport(), KIRI, NONE, di(kisi, 1, 1))
    QTest.mouseDClick(kisi.viewport(), KIRI, NONE, di(kisi, 1, 1))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    place = QRect(kisi.viewport().mapFromGlobal(editor.mapToGlobal(QPoint(0, 0))), editor.size())
    assert place.topLeft() == kisi.visualRect(kisi.model().index(1, 1)).topLeft()
    assert kisi.childAt(editor.mapTo(kisi, editor.rect().center())) is editor  # nothing lies over it
    QTest.keyClicks(editor, "Belanja lain")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    row = kisi.model().row_at(1)
    assert isinstance(row, AnggaranBelanja)
    assert row.nama == "Belanja lain"
    assert letak(kisi) == (2, 1)


def test_headings_that_stay_sort_and_change_their_width(kisi: Grid) -> None:
    QAbstractItemModelTester(kisi.model(), QAbstractItemModelTester.FailureReportingMode.Warning)
    ke_ujung(kisi)
    header = kisi.horizontalHeader()
    x, y = kisi.columnWidth(0) + 30, header.height() // 2
    QTest.mouseClick(header.viewport(), KIRI, NONE, QPoint(x, y))
    assert header.sortIndicatorSection() == 1
    border, semula = kisi.kept_width() - 1, kisi.columnWidth(1)
    QTest.mousePress(header.viewport(), KIRI, NONE, QPoint(border, y))
    QTest.mouseMove(header.viewport(), QPoint(border + 25, y))
    QTest.mouseMove(header.viewport(), QPoint(border + 40, y))
    QTest.mouseRelease(header.viewport(), KIRI, NONE, QPoint(border + 40, y))
    assert kisi.columnWidth(1) == semula + 40
    QTest.mouseDClick(header.viewport(), KIRI, NONE, QPoint(kisi.kept_width() - 1, y))
    assert kisi.columnWidth(1) == max(kisi.sizeHintForColumn(1), header.sectionSizeHint(1))


def test_after_dragging_the_bar_a_column_begins_beside_the_kept_ones(kisi: Grid) -> None:
    bar = kisi.horizontalScrollBar()
    for value in (35, bar.maximum() - 20, 3):
        bar.setSliderDown(True)
        bar.setSliderPosition(value)
        bar.setSliderDown(False)
        assert bar.value() in kisi._edges()


def test_the_menu_of_a_heading_sorts_and_gives_the_widths_back(kisi: Grid, monkeypatch: pytest.MonkeyPatch) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menus.append(menu))
    header, lebar = kisi.horizontalHeader(), [kisi.columnWidth(j) for j in range(kisi.model().columnCount())]

    def pilih(x: int, kata: str) -> None:
        header.customContextMenuRequested.emit(QPoint(x, 5))
        next(a for a in menus[-1].actions() if a.text() == kata).trigger()

    ke_ujung(kisi)
    pilih(kisi.columnWidth(0) + 20, "Urutkan turun")
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (1, Qt.SortOrder.DescendingOrder)
    pilih(30, "Urutan semula")
    assert not kisi.model().sorted_or_filtered
    kisi.setColumnWidth(0, 200)
    pilih(30, "Sesuaikan lebar kolom ini")
    assert kisi.columnWidth(0) < 200
    kisi.setColumnWidth(2, 300)
    pilih(30, "Sesuaikan lebar semua kolom")
    assert [kisi.columnWidth(j) for j in range(kisi.model().columnCount())] == lebar


def test_a_screen_reader_finds_the_kept_cells_where_they_are_seen(kisi: Grid) -> None:
    ke_ujung(kisi)
    tabel = QAccessible.queryAccessibleInterface(kisi)
    sel = [c for k in range(tabel.childCount()) if (c := tabel.child(k)).role() == QAccessible.Role.Cell]
    nama = sel[kisi.model().columnCount() + 1]
    words = nama.text(QAccessible.Text.Name)
    assert words == "Jenis belanja: Belanja Barang"
    at = kisi.viewport().mapToGlobal(di(kisi, 1, 1))
    assert nama.rect().contains(at)
    assert tabel.childAt(at.x(), at.y()).text(QAccessible.Text.Name) == words


def test_an_editor_in_a_kept_column_stays_with_its_row(kisi: Grid, bridge: Bridge) -> None:
    rows = [Tambah("anggaran_belanja", bridge.new_id(), {"tahun": 2023, "nama": f"Belanja {n}"}) for n in range(30)]
    bridge.do(Banyak("Isi", tuple(rows)))
    QApplication.processEvents()
    assert kisi.kept_columns()
    at = kisi.model().index(3, 0)
    kisi.setCurrentIndex(at)
    kisi.edit(at)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    bar, place = kisi.verticalScrollBar(), kisi.viewport().geometry()
    headings = QRect(0, 0, place.right(), place.top())
    before = kisi.grab(headings).toImage()
    for by in (20, kisi.rowViewportPosition(3) + 5, bar.maximum(), 0):
        bar.setValue(by)
        row = kisi.visualRect(at).translated(place.topLeft())
        if row.intersects(place):
            assert editor.geometry() == row
        else:
            assert not editor.geometry().intersects(kisi.rect())
        assert kisi.grab(headings).toImage() == before
    assert editor.hasFocus()


def test_the_right_button_on_a_heading_gives_no_width_by_hand(kisi: Grid) -> None:
    header = kisi.horizontalHeader()
    assert isinstance(header, GridHeader)
    held = []
    QTest.mousePress(header.viewport(), Qt.MouseButton.RightButton, pos=QPoint(5, 5))  # let go in its menu
    held.append(header.by_hand)
    QTest.mousePress(header.viewport(), KIRI, pos=QPoint(5, 5))
    held.append(header.by_hand)
    QTest.mouseRelease(header.viewport(), KIRI, pos=QPoint(5, 5))
    held.append(header.by_hand)
    assert held == [False, True, False]


def test_widths_of_other_columns_are_left_aside(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    bridge.settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)

    def make(*names: str) -> Grid:
        source = Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y))
        grid = Grid(bridge, source, typed("anggaran_belanja", *names), "Anggaran")
        qtbot.addWidget(grid)
        grid.show()
        return grid

    header = make("kode", "nama", "pagu").horizontalHeader()
    assert isinstance(header, GridHeader)
    header.by_hand = True
    header.resizeSection(0, 222)
    assert make("kode", "nama", "pagu").columnWidth(0) == 222
    other = make("nama", "pagu")
    assert other.horizontalHeader().count() == 2  # Qt would keep a third one without a column
    assert other.columnWidth(0) != 222
