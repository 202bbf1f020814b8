"""Realisasi: figures that are made of periods stand in the grid, told apart, and give way to what is typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Hapus, Tambah, Ubah
from lkjip_desktop.core.tables import AturanBaris, IndikatorPeriode
from tests.ui.conftest import ikk
from ui.bridge import Bridge
from ui.views.realisasi import RealisasiView
from ui.widgets.grid import Grid
from ui.widgets.grid_column import Tone

CTRL = Qt.KeyboardModifier.ControlModifier
RASIO, HITUNGAN = "SK1.IKK1", "SK2.IKK6"


@pytest.fixture
def layar(qtbot: QtBot, bridge: Bridge) -> RealisasiView:
    """2023 without figures of the year for a ratio and a count, with three quarters of each."""
    for kode in (RASIO, HITUNGAN):
        row = ikk(bridge.workspace, kode)
        bridge.do(Ubah("indikator_tahun", row.id, {"pembilang": None, "penyebut": None, "realisasi": None}))
        for n in (1, 2, 3):
            values: dict[str, Any] = {
                "indikator_id": row.indikator_id,
                "tahun": 2023,
                "jenis": "triwulan",
                "periode": n,
            }
            values |= (
                {"pembilang": Decimal(10 * n), "penyebut": Decimal(100)} if kode == RASIO else {"realisasi": Decimal(n)}
            )
            bridge.do(Tambah("indikator_periode", bridge.new_id(), values))
    view = RealisasiView(bridge)
    qtbot.addWidget(view)
    view.resize(756, 600)
    view.show()
    view.activateWindow()
    QApplication.processEvents()
    return view


def sel(grid: Grid, bridge: Bridge, kode: str, nama: str) -> tuple[int, int]:
    """Row and column of a cell by the indicator's code and the column's title."""
    model = grid.model()
    at = model.row_of(ikk(bridge.workspace, kode).id)
    return at, next(j for j, c in enumerate(model.columns) if c.title == nama)


def tanya(grid: Grid, at: tuple[int, int], role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(grid.model().data(grid.model().index(*at), role) or "")


def ke(grid: Grid, at: tuple[int, int]) -> None:
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(*at))


def ketik(grid: Grid, teks: str) -> None:
    QTest.keyClicks(grid, teks[0])
    editor = QApplication.focusWidget()  # an earlier editor may still wait for its end
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, teks[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_year_made_of_quarters_shows_its_figures_as_computed(layar: RealisasiView, bridge: Bridge) -> None:
    grid = layar.year_page.grid
    QAbstractItemModelTester(grid.model(), QAbstractItemModelTester.FailureReportingMode.Warning)
    for nama, angka in (("Pembilang", "60"), ("Penyebut", "300"), ("Realisasi", "20")):
        at = sel(grid, bridge, RASIO, nama)
        assert grid.model().look(*at) == (angka, Tone.DERIVED)
        kata = "Dihitung dari triwulan I–III (dijumlahkan), keadaan sampai 30 September 2023; ketik untuk mengganti."
        assert tanya(grid, at, Qt.ItemDataRole.ToolTipRole) == kata
        assert tanya(grid, at, Qt.ItemDataRole.AccessibleTextRole) == f"{nama}: {angka}. {kata}"
    assert grid.model().look(*sel(grid, bridge, HITUNGAN, "Realisasi")) == ("6", Tone.DERIVED)
    assert grid.model().look(*sel(grid, bridge, "SK1.IKK2", "Pembilang"))[1] is Tone.TYPED


def test_typing_replaces_the_computed_figure_and_delete_brings_it_back(layar: RealisasiView, bridge: Bridge) -> None:
    grid = layar.year_page.grid
    at = sel(grid, bridge, HITUNGAN, "Realisasi")
    ke(grid, at)
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()  # an earlier editor may still wait for its end
    assert isinstance(editor, QLineEdit)
    assert (editor.text(), editor.placeholderText()) == ("", "6")
    QTest.keyClick(editor, Qt.Key.Key_Return)  # nothing typed: nothing stored
    assert ikk(bridge.workspace, HITUNGAN).realisasi is None
    ke(grid, at)
    ketik(grid, "6")  # the same figure, now the office's own
    assert ikk(bridge.workspace, HITUNGAN).realisasi == 6
    assert grid.model().look(*at) == ("6", Tone.TYPED)
    assert "triwulan I–III memberi 6 " in tanya(grid, at, Qt.ItemDataRole.ToolTipRole)
    ke(grid, at)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.model().look(*at) == ("6", Tone.DERIVED)


def test_half_of_a_fraction_typed_over_says_what_is_missing(layar: RealisasiView, bridge: Bridge) -> None:
    grid = layar.year_page.grid
    ke(grid, sel(grid, bridge, RASIO, "Pembilang"))
    ketik(grid, "75")
    at = sel(grid, bridge, RASIO, "Penyebut")
    assert grid.model().look(*at) == ("", Tone.TYPED)
    assert "isi juga penyebut" in tanya(grid, at, Qt.ItemDataRole.ToolTipRole)
    ke(grid, at)
    ketik(grid, "150")
    at = sel(grid, bridge, RASIO, "Realisasi")
    assert grid.model().look(*at) == ("50", Tone.CLOSED)  # a percentage would count for nothing here
    assert not grid.model().flags(grid.model().index(*at)) & Qt.ItemFlag.ItemIsEditable
    bridge.undo()
    bridge.undo()
    assert grid.model().look(*sel(grid, bridge, RASIO, "Penyebut")) == ("300", Tone.DERIVED)


def test_copying_takes_what_is_seen_and_the_sum_counts_it(layar: RealisasiView, bridge: Bridge) -> None:
    grid = layar.year_page.grid
    row, left = sel(grid, bridge, RASIO, "Pembilang")
    grid.select_block(row, left, row, left + 2)
    QTest.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "60\t300\t20"
    assert grid.sum_of_block().startswith("Jumlah 380 ")


def test_computed_and_typed_figures_sort_as_numbers(layar: RealisasiView, bridge: Bridge) -> None:
    grid = layar.year_page.grid
    at = sel(grid, bridge, RASIO, "Pembilang")[1]
    grid.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    angka = [t for i in range(grid.model().rowCount()) if (t := tanya(grid, (i, at)))]
    assert "60" in angka
    assert angka == sorted(angka, key=lambda t: Decimal(t.replace(".", "")), reverse=True)


def test_a_period_shows_its_percentage_as_typed_and_the_year_beside_it(layar: RealisasiView, bridge: Bridge) -> None:
    layar.tabs.setCurrentWidget(layar.period_page)
    grid = layar.period_page.grid
    assert layar.until.text() == "keadaan sampai 31 Maret 2023"
    layar.period.setCurrentIndex(3)
    assert layar.until.text() == "keadaan sampai 31 Desember 2023"
    ke(grid, sel(grid, bridge, RASIO, "Pembilang"))
    ketik(grid, "40")
    at, tahun = sel(grid, bridge, RASIO, "Realisasi"), sel(grid, bridge, RASIO, "Setahun")
    assert tanya(grid, at, Qt.ItemDataRole.ToolTipRole) == "Penyebut belum diisi."
    assert tanya(grid, tahun) == "-"
    assert "baru terisi pembilang" in tanya(grid, tahun, Qt.ItemDataRole.ToolTipRole)
    ke(grid, sel(grid, bridge, RASIO, "Penyebut"))
    ketik(grid, "80")
    assert grid.model().look(*at) == ("50", Tone.CLOSED)
    assert tanya(grid, tahun) == "26,32%"  # (10 + 20 + 30 + 40) / (3 x 100 + 80)
    assert "triwulan I–IV" in tanya(grid, tahun, Qt.ItemDataRole.ToolTipRole)


def test_a_period_that_does_not_enter_the_year_says_so(layar: RealisasiView, bridge: Bridge) -> None:
    row = ikk(bridge.workspace, HITUNGAN)
    values = {"indikator_id": row.indikator_id, "tahun": 2023, "jenis": "bulan", "periode": 11, "realisasi": Decimal(9)}
    bridge.do(Tambah("indikator_periode", bridge.new_id(), values))
    grid = layar.period_page.grid
    kata = tanya(grid, sel(grid, bridge, HITUNGAN, "Realisasi"), Qt.ItemDataRole.ToolTipRole)
    assert kata == "Angka setahun memakai bulan November."
    assert tanya(grid, sel(grid, bridge, HITUNGAN, "Setahun")).startswith("9 ")


def test_a_grade_is_shown_and_not_typed_as_a_number(layar: RealisasiView, bridge: Bridge) -> None:
    row = ikk(bridge.workspace, HITUNGAN)
    grade = {"jenis_nilai": "predikat", "skala": "B\nBB\nA", "target_predikat": "BB", "realisasi_predikat": "A"}
    bridge.do(Ubah("indikator_tahun", row.id, {**grade, "target": None}))
    grid = layar.year_page.grid
    assert grid.model().look(*sel(grid, bridge, HITUNGAN, "Target"))[1] is Tone.CLOSED
    assert grid.model().look(*sel(grid, bridge, HITUNGAN, "Realisasi")) == ("A", Tone.CLOSED)
    assert "predikat" in tanya(grid, sel(grid, bridge, HITUNGAN, "Realisasi"), Qt.ItemDataRole.ToolTipRole)


def test_a_step_touches_only_the_rows_that_it_changes(layar: RealisasiView, bridge: Bridge) -> None:
    """300 indicators stay fluid: what a step does not change is neither made nor painted anew."""
    grid = layar.year_page.grid
    tersentuh: list[tuple[int, int]] = []
    grid.model().dataChanged.connect(lambda a, b, *_: tersentuh.append((a.row(), b.row())))
    at = sel(grid, bridge, HITUNGAN, "Target")[0]
    bridge.do(Ubah("indikator_tahun", ikk(bridge.workspace, HITUNGAN).id, {"target": Decimal(9)}))
    bridge.undo()
    assert tersentuh == [(at, at)] * 2


@pytest.mark.parametrize("halaman", ["year_page", "period_page"])
def test_what_is_kept_of_the_cells_never_ages(layar: RealisasiView, bridge: Bridge, qtbot: QtBot, halaman: str) -> None:
    """After every kind of step the cells are those of a screen that is made now."""

    def kini(view: RealisasiView) -> list[list[Any]]:
        model = getattr(view, halaman).grid.model()
        columns = range(model.columnCount())
        words = Qt.ItemDataRole.AccessibleTextRole
        return [
            [(*model.look(i, j), model.data(model.index(i, j), words)) for j in columns]
            for i in range(model.rowCount())
        ]

    def sama() -> None:
        baru = RealisasiView(bridge)
        qtbot.addWidget(baru)
        baru.period.setCurrentIndex(layar.period.currentIndex())
        assert kini(layar) == kini(baru)

    row = ikk(bridge.workspace)
    periode = bridge.snapshot.where(IndikatorPeriode, indikator_id=row.indikator_id)[0]
    aturan = bridge.snapshot.one(AturanBaris, jenis="pengukuran")
    assert aturan is not None
    for command in (
        Ubah("indikator_periode", periode.id, {"pembilang": Decimal(17)}),
        Ubah("indikator_tahun", row.id, {"nama": "Nama lain", "polaritas": "turun"}),
        Ubah("aturan", aturan.id, {"isi": aturan.isi.replace('"desimal":2', '"desimal":1')}),
        Hapus("indikator_periode", periode.id),
    ):
        assert bridge.do(command) == ""
        sama()
    bridge.undo()
    sama()
    layar.period.setCurrentIndex(2)
    sama()
    bridge.set_year(2022)
    sama()
    bridge.set_year(2023)
    sama()


def test_emptying_empty_cells_makes_no_row_and_no_step(layar: RealisasiView, bridge: Bridge) -> None:
    layar.tabs.setCurrentWidget(layar.period_page)
    layar.period.setCurrentIndex(3)
    grid, langkah = layar.period_page.grid, bridge.workspace.label_urung
    sebelum = bridge.snapshot.rows(IndikatorPeriode)
    grid.setFocus()
    grid.select_block(0, 2, grid.model().rowCount() - 1, 5)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert bridge.snapshot.rows(IndikatorPeriode) == sebelum
    assert bridge.workspace.label_urung == langkah


def test_delete_throws_away_what_was_refused(layar: RealisasiView, bridge: Bridge) -> None:
    grid = layar.year_page.grid
    at = sel(grid, bridge, HITUNGAN, "Realisasi")
    grid.model().setData(grid.model().index(*at), "banyak")
    assert grid.model().look(*at) == ("banyak", Tone.REFUSED)
    ke(grid, at)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert grid.model().look(*at) == ("6", Tone.DERIVED)


def test_what_is_typed_elsewhere_is_opened_from_its_cell(layar: RealisasiView, bridge: Bridge) -> None:
    diminta: list[tuple[str, str, str]] = []
    bridge.wanted.connect(lambda *of: diminta.append(of))
    row = ikk(bridge.workspace, HITUNGAN)
    bridge.do(Ubah("indikator_tahun", row.id, {"jenis_nilai": "predikat", "skala": "B\nA", "target": None}))
    grid = layar.year_page.grid
    ke(grid, sel(grid, bridge, HITUNGAN, "Satuan"))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    target = grid.visualRect(grid.model().index(*sel(grid, bridge, HITUNGAN, "Realisasi"))).center()
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert diminta == [("indikator_tahun", row.id, "satuan"), ("indikator_tahun", row.id, "realisasi_predikat")]
    layar.tabs.setCurrentWidget(layar.period_page)
    kisi = layar.period_page.grid
    ke(kisi, sel(kisi, bridge, RASIO, "Setahun"))
    QTest.keyClick(kisi, Qt.Key.Key_F2)
    assert layar.tabs.currentWidget() is layar.year_page
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == sel(grid, bridge, RASIO, "Pembilang")


def test_the_menu_of_a_computed_figure_leads_to_its_last_period(
    layar: RealisasiView, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: menus.append(menu))
    grid = layar.year_page.grid

    def pilihan(kode: str) -> QAction:
        ke(grid, sel(grid, bridge, kode, "Penyebut"))
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(grid.viewport(), event)
        return next(a for a in menus[-1].actions() if a.text() == "Lihat asal angka ini")

    assert not pilihan("SK1.IKK2").isEnabled()
    pilihan(RASIO).trigger()
    kisi = layar.period_page.grid
    assert layar.tabs.currentWidget() is layar.period_page
    assert layar.period.currentText() == "Triwulan III"
    assert (kisi.currentIndex().row(), kisi.currentIndex().column()) == sel(kisi, bridge, RASIO, "Penyebut")


def test_a_computed_figure_is_not_filled_into_other_rows(layar: RealisasiView, bridge: Bridge) -> None:
    grid = layar.year_page.grid
    row, column = sel(grid, bridge, RASIO, "Pembilang")
    sebelum = bridge.snapshot
    grid.setFocus()
    grid.select_block(row, column, row + 2, column)
    QTest.keyClick(grid, Qt.Key.Key_D, CTRL)
    grid.fill_from((row, column, row, column), (row, column, row + 2, column))
    assert bridge.snapshot == sebelum
