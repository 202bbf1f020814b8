"""A grid with its buttons: what stands there without rows, where the keys go, when a block is added up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Banyak, Hapus, Tambah
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import AnggaranBelanja, IndikatorTahun, Kegiatan, Renstra, TataNilai
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.views.anggaran import AnggaranView
from ui.views.realisasi import RealisasiView
from ui.views.renstra import RenstraView
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_empty import ELSEWHERE, WORDS
from ui.widgets.grid_page import GridPage, typed
from ui.widgets.grid_paste import PasteDialog


@pytest.fixture
def kosong(qtbot: QtBot, bridge: Bridge) -> GridPage:
    """The core values, none of them left."""
    bridge.do(Banyak("Hapus", tuple(Hapus("tata_nilai", r.id) for r in bridge.snapshot.rows(TataNilai))))
    page = GridPage(
        bridge,
        Source("tata_nilai", lambda s, _y: s.rows(TataNilai), lambda _y: {"kelompok": "BerAKHLAK"}),
        typed("tata_nilai", "kelompok", "nama", "uraian", "sumber", "tahun_dari", "tahun_sampai"),
        "Tata nilai",
    )
    qtbot.addWidget(page)
    page.resize(400, 400)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    return page


def kata(page: GridPage) -> list[str]:
    return [b.text() for b in page.empty.buttons]


def tekan(tombol: QPushButton) -> None:
    QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)


def test_without_rows_words_and_buttons_stand_in_place_of_the_table(kosong: GridPage) -> None:
    assert kosong.empty.isVisible()
    assert kosong.empty.title.text() == "Tata nilai belum diisi"
    assert "Bab II" in kosong.empty.words.text()
    assert kata(kosong) == ["Tambah baris", "Tempel dari Excel"]  # core values have no year to copy from
    assert not kosong.grid.isVisible()  # no cut headings, no scroll bar
    assert not kosong.filter.isVisible()
    kosong.start()
    assert QApplication.focusWidget() is kosong.empty.buttons[0]
    QTest.keyClick(kosong.empty.buttons[0], Qt.Key.Key_Space)
    assert kosong.grid.hasFocus()
    assert kosong.grid.model().rowCount() == 1
    assert kosong.filter.isVisible()
    QTest.keyClick(kosong.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert kosong.empty.isVisible()
    assert QApplication.focusWidget() is kosong.empty.buttons[0]


def test_a_block_of_excel_becomes_the_first_rows(
    kosong: GridPage, bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().clear()
    with qtbot.waitSignal(bridge.told) as pesan:
        tekan(kosong.empty.buttons[1])
    assert "Papan klip masih kosong" in pesan.args[0]
    monkeypatch.setattr(PasteDialog, "exec", lambda _dialog: 1)
    QApplication.clipboard().setText("BerAKHLAK\tKompeten\nBerAKHLAK\tLoyal\n")
    QTest.keyClick(kosong.empty.buttons[1], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [r.nama for r in bridge.snapshot.rows(TataNilai)] == ["Kompeten", "Loyal"]
    assert kosong.grid.hasFocus()


def test_the_lines_of_the_year_before_come_by_one_button(jendela: MainWindow) -> None:
    bridge = jendela.bridge
    bridge.do(Tambah("laporan", bridge.new_id(), {"tahun": 2024}))
    layar = jendela.show_screen("anggaran")
    assert isinstance(layar, AnggaranView)
    bridge.set_year(2024)
    page = layar.pages["kegiatan"]
    layar.tabs.setCurrentWidget(page)
    assert kata(page) == ["Tambah program", "Tempel dari Excel", "Salin dari tahun 2023"]
    lalu = [k.kode for k in bridge.snapshot.where(Kegiatan, tahun=2023)]
    tekan(page.empty.buttons[2])
    baru = bridge.snapshot.where(Kegiatan, tahun=2024)
    assert [k.kode for k in baru] == lalu
    assert not any(k.anggaran for k in baru)
    assert page.grid.hasFocus()
    assert "tanpa angkanya" in jendela.message.text()
    jendela.undo_action.trigger()
    assert page.empty.isVisible()


def test_a_grid_whose_rows_are_made_elsewhere_leads_there(qtbot: QtBot, jendela: MainWindow) -> None:
    bridge = jendela.bridge
    bridge.do(Tambah("laporan", bridge.new_id(), {"tahun": 2024}))
    layar = jendela.show_screen("realisasi")
    assert isinstance(layar, RealisasiView)
    bridge.set_year(2024)
    page = layar.year_page
    assert page.empty.title.text() == "Belum ada indikator pada tahun ini"
    with qtbot.waitSignal(bridge.screen_wanted) as tujuan:
        tekan(page.empty.buttons[0])
    assert tujuan.args == ["sasaran"]


def test_words_are_only_of_tables_that_there_are() -> None:
    assert {*WORDS, *ELSEWHERE} <= set(TABLES)


def test_a_filter_without_finds_keeps_the_table_and_its_filter(qtbot: QtBot, bridge: Bridge) -> None:
    layar = RealisasiView(bridge)
    qtbot.addWidget(layar)
    layar.show()
    page = layar.year_page
    page.filter.setText("tidak ada yang begini")
    assert page.filter.isVisible()
    assert page.grid.isVisible()
    assert page.hint.text().startswith("Tidak ada baris yang cocok")


def test_a_tab_of_a_grid_opens_in_its_first_typed_cell(qtbot: QtBot, jendela: MainWindow) -> None:
    layar = jendela.show_screen("renstra")
    assert isinstance(layar, RenstraView)
    layar.documents.list.setFocus()
    layar.tabs.setCurrentWidget(layar.targets)
    qtbot.waitUntil(layar.targets.grid.hasFocus)
    now = layar.targets.grid.currentIndex()
    assert (now.row(), now.column()) == (0, 3)  # after code, name and unit, which are not typed here
    layar.targets.filter.setFocus()  # and what was left there is not taken up again
    layar.tabs.setCurrentWidget(layar.items)
    qtbot.waitUntil(layar.items.grid.hasFocus)
    layar.tabs.setCurrentWidget(layar.targets)
    qtbot.waitUntil(layar.targets.grid.hasFocus)


def test_a_block_is_added_up_once_after_the_keys(qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    banyak = tuple(
        Tambah("anggaran_belanja", bridge.new_id(), {"tahun": 2023, "kode": f"9{n}", "nama": "x", "pagu": n})
        for n in range(300)
    )
    assert bridge.do(Banyak("Banyak", banyak)) == ""
    page = GridPage(
        bridge,
        Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y)),
        typed("anggaran_belanja", "kode", "nama", "pagu", "realisasi"),
        "Anggaran",
    )
    qtbot.addWidget(page)
    page.show()
    page.grid.setFocus()
    QApplication.processEvents()
    dijumlah: list[str] = []
    asli = page.grid.sum_of_block

    def jumlah() -> str:
        dijumlah.append(asli())
        return dijumlah[-1]

    monkeypatch.setattr(page.grid, "sum_of_block", jumlah)
    for _ in range(5):
        QTest.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.grid.selectAll()
    assert len(dijumlah) <= 1
    qtbot.waitUntil(lambda: "Jumlah" in page.hint.text())
    assert "Banyaknya 30" in page.hint.text()


def test_rows_of_a_plan_begin_with_the_plan_itself(qtbot: QtBot, jendela: MainWindow) -> None:
    bridge = jendela.bridge
    for plan in bridge.snapshot.rows(Renstra):
        bridge.do(Hapus("renstra", plan.id))
    layar = jendela.show_screen("renstra")
    assert isinstance(layar, RenstraView)
    layar.tabs.setCurrentWidget(layar.items)
    assert kata(layar.items) == ["Buat dokumen Renstra"]
    tekan(layar.items.empty.buttons[0])
    assert layar.tabs.currentWidget() is layar.documents
    assert len(bridge.snapshot.rows(Renstra)) == 1
    layar.tabs.setCurrentWidget(layar.details)
    assert kata(layar.details) == ["Tambah baris", "Tempel dari Excel"]


def test_the_plan_of_a_target_is_a_column_only_where_there_are_several(jendela: MainWindow) -> None:
    bridge = jendela.bridge
    layar = jendela.show_screen("renstra")
    assert isinstance(layar, RenstraView)
    assert layar.details.grid.model().column_of("renstra_id") < 0
    bridge.do(Tambah("renstra", bridge.new_id(), {"nama": "Renstra baru", "tahun_awal": 2025, "tahun_akhir": 2029}))
    assert layar.details.grid.model().column_of("renstra_id") == 0
    assert [layar.tabs.tabText(i) for i in range(4)] == ["Dokumen", "Misi dan tujuan", "Target", "Target rinci"]
    bridge.undo()
    assert layar.details.grid.model().column_of("renstra_id") < 0


def test_no_code_is_broken_whatever_its_letters(qtbot: QtBot, bridge: Bridge) -> None:
    codes = [f"SK{a}.IKK{b}{c}" for a in (1, 7) for b in (1, 2, 8) for c in (1, 4, 8)]
    rows = [IndikatorTahun(id=c, tahun=2023, kode=c, nama="Nama yang panjang sekali " * 6) for c in codes]
    page = GridPage(
        bridge,
        Source("indikator_tahun", lambda _s, _y: rows),
        [
            GridColumn("Kode", shown=lambda r: r.kode, width=9),
            GridColumn("Indikator", shown=lambda r: r.nama, width=36),
        ],
        "Kode",
    )
    qtbot.addWidget(page)
    page.resize(420, 400)
    page.show()
    QApplication.processEvents()
    widest = max(page.grid.fontMetrics().horizontalAdvance(c) for c in codes)
    assert page.grid.columnWidth(0) >= widest + 8
