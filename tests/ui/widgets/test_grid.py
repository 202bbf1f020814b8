"""The grid is worked like a spreadsheet, and its model keeps Qt's rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Tambah, Ubah
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import AnggaranBelanja, IndikatorTahun, TargetRenstra
from tests.ui.conftest import ikk
from ui.bridge import Bridge
from ui.tema import tema
from ui.views.realisasi import RealisasiView
from ui.widgets.cell_paint import CellPainter
from ui.widgets.cell_text import CellTexts
from ui.widgets.grid import Grid
from ui.widgets.grid_column import GridColumn, Source, broken
from ui.widgets.grid_page import typed
from ui.widgets.grid_paste import PasteDialog, _reasons, plan_paste
from ui.widgets.tsv import read_tsv

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kisi(qtbot: QtBot, bridge: Bridge) -> Grid:
    """The budget by jenis belanja of 2023: three rows."""
    grid = Grid(
        bridge,
        Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y), lambda y: {"tahun": y}),
        typed("anggaran_belanja", "kode", "nama", "pagu", "realisasi", "tanggal_data"),
        "Anggaran",
    )
    grid.resize(900, 400)
    qtbot.addWidget(grid)
    grid.show()
    grid.activateWindow()
    grid.setCurrentIndex(grid.model().index(0, 2))
    grid.setFocus()
    return grid


def baris(bridge: Bridge) -> list[Any]:
    return list(bridge.snapshot.where(AnggaranBelanja, tahun=2023))


def isi(grid: Grid, i: int, j: int) -> str:
    return str(grid.model().data(grid.model().index(i, j)))


def ketik(grid: Grid, teks: str) -> QLineEdit:
    """Begin to type over the cell, as in a spreadsheet; the open editor."""
    QTest.keyClicks(grid, teks[0])
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    if len(teks) > 1:
        QTest.keyClicks(editor, teks[1:])
    return editor


def test_model_memenuhi_aturan_qt(kisi: Grid, bridge: Bridge) -> None:
    penguji = QAbstractItemModelTester(kisi.model(), QAbstractItemModelTester.FailureReportingMode.Warning)
    id = bridge.new_id()
    bridge.do(Tambah("anggaran_belanja", id, {"tahun": 2023, "kode": "57", "nama": "Bantuan sosial"}))
    bridge.do(Ubah("anggaran_belanja", id, {"pagu": 10}))
    bridge.undo()
    bridge.undo()
    bridge.set_year(2022)
    bridge.set_year(2023)
    assert kisi.model().rowCount() == 3
    assert penguji.model() is kisi.model()


def test_mengetik_menimpa_dan_enter_turun(kisi: Grid, bridge: Bridge) -> None:
    editor = ketik(kisi, "Rp 1.234.567,-")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert baris(bridge)[0].pagu == 1234567
    assert isi(kisi, 0, 2) == "Rp1.234.567"
    assert (kisi.currentIndex().row(), kisi.currentIndex().column()) == (1, 2)
    assert bridge.workspace.label_urung.startswith("Ubah pagu setelah revisi")


def test_tab_ke_kanan_dan_f2_menyunting_isi_lama(kisi: Grid, bridge: Bridge) -> None:
    QTest.keyClick(kisi, Qt.Key.Key_F2)
    editor = kisi.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == f"{baris(bridge)[0].pagu:,}".replace(",", ".")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert kisi.currentIndex().column() == 2
    editor = ketik(kisi, "5")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert baris(bridge)[0].pagu == 5
    assert kisi.currentIndex().column() == 3


def test_isian_yang_ditolak_tetap_terbuka_dengan_sebabnya(kisi: Grid, bridge: Bridge, qtbot: QtBot) -> None:
    semula = baris(bridge)[0].pagu
    editor = ketik(kisi, "dua juta")
    with qtbot.waitSignal(bridge.told) as dikatakan:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "tidak terbaca" in dikatakan.args[0]
    assert editor.isVisible()
    assert editor.text() == "dua juta"
    assert baris(bridge)[0].pagu == semula


def test_yang_ditolak_saat_ditinggalkan_tidak_hilang(kisi: Grid, bridge: Bridge) -> None:
    model = kisi.model()
    letak = model.index(0, 2)
    assert not model.setData(letak, "1.5.0")
    assert isi(kisi, 0, 2) == "1.5.0"
    assert str(model.data(letak, Qt.ItemDataRole.ToolTipRole)).startswith("⚠ ")
    assert model.setData(letak, "150")
    assert baris(bridge)[0].pagu == 150
    assert not model.has_refused


def test_salin_dan_isi_ke_bawah(kisi: Grid, bridge: Bridge) -> None:
    kisi.select_block(0, 0, 1, 1)
    QTest.keyClick(kisi, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "51\tBelanja Pegawai\n52\tBelanja Barang"
    kisi.select_block(0, 4, 2, 4)
    bridge.do(Ubah("anggaran_belanja", baris(bridge)[0].id, {"tanggal_data": "2023-12-31"}))
    kisi.select_block(0, 4, 2, 4)
    QTest.keyClick(kisi, Qt.Key.Key_D, CTRL)
    assert {b.tanggal_data for b in baris(bridge)} == {"2023-12-31"}
    assert bridge.workspace.label_urung == "Isi ke bawah"


def test_tempel_blok_satu_langkah_dengan_pratinjau(kisi: Grid, bridge: Bridge, monkeypatch: pytest.MonkeyPatch) -> None:
    terlihat: list[PasteDialog] = []

    def setuju(dialog: PasteDialog) -> int:
        terlihat.append(dialog)
        return 1

    monkeypatch.setattr(PasteDialog, "exec", setuju)
    semula = baris(bridge)
    blok = 'Rp 564.845.000,-\t"500.000.000"\n1.500.000\tlima\n1,500,000.00\t7\n9\t8\n'
    kisi.select_block(0, 2, 0, 2)
    QApplication.clipboard().setText(blok)
    QTest.keyClick(kisi, Qt.Key.Key_V, CTRL)
    assert len(terlihat) == 1
    kini = baris(bridge)
    angka = [(b.pagu, b.realisasi) for b in kini]
    assert sorted(angka, key=str) == sorted(
        [(564845000, 500000000), (1500000, semula[1].realisasi), (1500000, 7), (9, 8)], key=str
    )
    assert bridge.workspace.label_urung == "Tempel 7 sel"
    bridge.undo()
    assert baris(bridge) == semula


def test_rencana_tempel(kisi: Grid) -> None:
    rencana = plan_paste(kisi.model(), read_tsv("1.500\t60%\tx"), 2, 3)
    assert [c.isian.nilai for c in rencana.cells if not c.isian.galat] == [1500]
    assert [bool(c.isian.galat) for c in rencana.cells] == [False, True]  # 60% is no date
    assert rencana.outside == 1
    semua = plan_paste(kisi.model(), [["7"]], 0, 2, bottom=2, right=3)
    assert len(semua.cells) == 6  # one cell fills the chosen block
    assert plan_paste(kisi.model(), read_tsv("1\n2\n3"), 2, 2).new_rows == 2


def test_baris_ditambah_dihapus_dan_dikosongkan(kisi: Grid, bridge: Bridge) -> None:
    QTest.keyClick(kisi, Qt.Key.Key_Plus, CTRL)
    assert len(baris(bridge)) == 4
    QTest.keyClick(kisi, Qt.Key.Key_Minus, CTRL)
    assert len(baris(bridge)) == 3
    kisi.select_block(0, 2, 2, 3)
    QTest.keyClick(kisi, Qt.Key.Key_Delete)
    assert {(b.pagu, b.realisasi) for b in baris(bridge)} == {(None, None)}
    bridge.undo()
    assert all(b.pagu for b in baris(bridge))


def test_sel_yang_hidup_di_baris_lain(qtbot: QtBot, bridge: Bridge) -> None:
    """Targets by year: a cell makes its row when it is first typed into."""
    satu = bridge.snapshot.where(TargetRenstra, indikator_id=ikk(bridge.workspace).indikator_id, tahun=2023)[0]

    def rumah(tahun: int) -> Any:
        return lambda r: {"renstra_id": satu.renstra_id, "indikator_id": r.indikator_id, "tahun": tahun}

    kolom = [
        GridColumn(
            str(tahun),
            TABLES["target_renstra"].by_name["nilai"],
            table="target_renstra",
            keys=rumah(tahun),
        )
        for tahun in (2023, 2031)
    ]
    grid = Grid(bridge, Source("indikator_tahun", lambda s, y: s.where(IndikatorTahun, tahun=y)), kolom, "Target")
    qtbot.addWidget(grid)
    model = grid.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    ada = model.row_of(ikk(bridge.workspace).id)
    sebelum = len(bridge.snapshot.where(TargetRenstra))
    assert isi(grid, 0, 1) == ""
    assert model.setData(model.index(0, 1), "62,5%")
    assert isi(grid, 0, 1) == "62,5"
    assert len(bridge.snapshot.where(TargetRenstra)) == sebelum + 1
    assert model.apply("Tempel", [(1, 1, 5), (2, 1, 6), (ada, 0, 7)]) == ""
    assert len(bridge.snapshot.where(TargetRenstra)) == sebelum + 3
    assert isi(grid, ada, 0) == "7"


def test_urut_dan_saring_hanya_di_layar(qtbot: QtBot, kisi: Grid, bridge: Bridge) -> None:
    model = kisi.model()
    semula = baris(bridge)
    kisi.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    pagu = [model.row_at(i).pagu for i in range(model.rowCount())]  # type: ignore[attr-defined]  # rows of AnggaranBelanja
    assert pagu == sorted((b.pagu for b in semula), reverse=True)
    with qtbot.waitSignal(bridge.told):
        kisi.move_row(1)
    model.set_filter("barang")
    assert [isi(kisi, i, 1) for i in range(model.rowCount())] == ["Belanja Barang"]
    assert model.setData(model.index(0, 3), "9")  # edits find their row, whatever is hidden
    assert next(b for b in baris(bridge) if b.nama == "Belanja Barang").realisasi == 9
    model.set_filter("")
    kisi.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [model.row_at(i).id for i in range(model.rowCount())] == [b.id for b in semula]
    assert not model.sorted_or_filtered


def test_angka_tercetak_diurut_sebagai_angka(qtbot: QtBot, bridge: Bridge) -> None:
    nilai = {"51": "98,5%", "52": "100%", "53": "9,75%"}
    kolom = [GridColumn("Serapan", shown=lambda r: nilai[r.kode]), *typed("anggaran_belanja", "kode")]
    grid = Grid(bridge, Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y)), kolom, "Serapan")
    qtbot.addWidget(grid)
    grid.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [isi(grid, i, 0) for i in range(3)] == ["9,75%", "98,5%", "100%"]


def test_a_cell_that_a_row_has_no_value_for_is_closed_also_to_pasting(qtbot: QtBot, bridge: Bridge) -> None:
    layar = RealisasiView(bridge)
    qtbot.addWidget(layar)
    model = layar.year_page.grid.model()
    kolom = model.column_of("penyebut")
    rasio, bukan = (model.row_of(ikk(bridge.workspace, k).id) for k in ("SK1.IKK1", "SK2.IKK6"))
    edit = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(rasio, kolom)) & edit
    assert not model.flags(model.index(bukan, kolom)) & edit
    (cell,) = plan_paste(model, [["5"]], bukan, kolom).cells
    assert cell.isian.galat == "Indikator ini bukan rasio; isi kolom Realisasi."
    assert not plan_paste(model, [["5"]], rasio, kolom).cells[0].isian.galat


def test_a_refused_cell_of_a_block_says_its_place_and_reason(kisi: Grid) -> None:
    kata = _reasons(kisi.model(), plan_paste(kisi.model(), [["1", "x"], ["y", "2"]], 0, 2))
    assert kata.splitlines() == [
        "• baris 1, Realisasi: “x” tidak terbaca sebagai angka.",
        "• baris 2, Pagu setelah revisi: “y” tidak terbaca sebagai angka.",
    ]


def test_names_go_on_in_the_next_lines_and_figures_are_never_cut(qtbot: QtBot, bridge: Bridge) -> None:
    """As wide as the smallest screen leaves beside the preview: three names that begin alike are told apart."""
    layar = RealisasiView(bridge)
    qtbot.addWidget(layar)
    layar.resize(756, 650)
    layar.show()
    grid = layar.year_page.grid
    model, pelukis = grid.model(), grid.itemDelegate()
    assert isinstance(pelukis, CellPainter)
    lebar = [grid.columnWidth(j) for j in range(model.columnCount())]
    for i in range(model.rowCount()):
        for j, kolom in enumerate(model.columns):
            if not kolom.wraps:
                assert not pelukis.cut(model, i, j, lebar[j]), (i, kolom.title)
    nama = next(j for j, k in enumerate(model.columns) if k.title == "Indikator")
    panjang = max(range(model.rowCount()), key=lambda i: len(isi(grid, i, nama)))
    assert grid.rowHeight(panjang) > 2 * grid.fontMetrics().height()
    pendek = model.index(panjang, nama)
    assert model.setData(pendek, "x") is False  # computed: its words come from elsewhere


def test_a_text_is_laid_in_at_most_three_lines(qtbot: QtBot) -> None:
    texts = CellTexts(QApplication.font())
    assert len(texts.lay("satu", 400).lines) == 1
    laid = texts.lay("Tersusunnya dokumen rencana kerja " * 8, 160)
    assert (len(laid.lines), laid.cut) == (3, True)
    assert laid.width <= 160
    two = texts.lay("satu\ndua", 400)
    assert (len(two.lines), two.cut) == (2, False)
    assert texts.lay("satu\ndua", 400, lines=1).cut is False


def test_a_long_heading_stands_in_two_lines() -> None:
    assert [broken(t) for t in ("Pagu", "Diperhitungkan", "Pagu setelah revisi", "Nilai akhir resmi")] == [
        "Pagu",
        "Diperhitungkan",
        "Pagu setelah\nrevisi",
        "Nilai akhir\nresmi",
    ]


def test_sum_mean_and_count_of_a_block_of_figures(kisi: Grid, bridge: Bridge) -> None:
    for b, pagu in zip(baris(bridge), (1_000, 2_000, 3_001), strict=True):
        bridge.do(Ubah("anggaran_belanja", b.id, {"pagu": pagu}))
    kisi.select_block(0, 1, 2, 2)  # names are left aside
    assert kisi.sum_of_block() == "Jumlah Rp6.001   Rata-rata Rp2.000,33   Banyaknya 3"
    kisi.select_block(0, 2, 0, 2)
    assert kisi.sum_of_block() == ""


def test_tab_di_sel_terakhir_meninggalkan_kisi(kisi: Grid, qtbot: QtBot) -> None:
    """Qt answers focusNextPrevChild of a table by a Tab to the table itself; that once ended the program."""
    wadah = QWidget()
    qtbot.addWidget(wadah)
    kotak = QVBoxLayout(wadah)
    sebelum, sesudah = QLineEdit(), QLineEdit()
    for w in (sebelum, kisi, sesudah):
        kotak.addWidget(w)
    wadah.show()
    wadah.activateWindow()
    model = kisi.model()
    for (r, c), kunci, tujuan in (
        ((model.rowCount() - 1, model.columnCount() - 1), Qt.Key.Key_Tab, sesudah),
        ((0, 0), Qt.Key.Key_Backtab, sebelum),
    ):
        kisi.setFocus()
        kisi.setCurrentIndex(model.index(r, c))
        QTest.keyClick(kisi, kunci)
        assert wadah.focusWidget() is tujuan
        assert kisi.tabKeyNavigation()
    kisi.setParent(None)  # it goes by its own fixture


def test_angka_yang_menjadi_panjang_tidak_terpotong(kisi: Grid, bridge: Bridge) -> None:
    """A column is as wide as its longest figure, also when that is typed later."""
    semula = kisi.columnWidth(2)
    editor = ketik(kisi, "Rp 123.456.789.012.345,-")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert isi(kisi, 0, 2) == "Rp123.456.789.012.345"
    assert kisi.columnWidth(2) >= kisi.sizeHintForColumn(2)
    assert kisi.columnWidth(2) > semula


def test_headings_stay_whole_at_every_zoom(qtbot: QtBot, kisi: Grid) -> None:
    """The style pads a heading by the size of the letters; a fixed room cut "Penyebut" at 150%."""
    try:
        for zoom in (100, 150, 200):
            tema().atur_zoom(zoom)
            tema().gayakan(kisi)
            QApplication.processEvents()
            header = kisi.horizontalHeader()
            header.setSortIndicatorShown(False)  # its room is wanted by the sorted column only
            for j in range(kisi.model().columnCount() - 1):
                judul = kisi.model().columns[j].title
                assert kisi.columnWidth(j) >= header.sectionSizeHint(j), (zoom, judul)
                assert kisi.columnWidth(j) >= kisi.sizeHintForColumn(j), (zoom, judul)
    finally:
        tema().atur_zoom(100)


def test_own_widths_are_kept_and_grow_with_the_letters(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    bridge.settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)

    def buat() -> Grid:
        grid = Grid(
            bridge,
            Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y)),
            typed("anggaran_belanja", "kode", "nama", "pagu"),
            "Anggaran",
        )
        qtbot.addWidget(grid)
        tema().gayakan(grid)
        grid.resize(900, 300)
        grid.show()
        return grid

    satu = buat()
    header = satu.horizontalHeader()
    x, y = satu.columnWidth(0), header.height() // 2
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x - 1, y))
    for away in (30, 60):
        QTest.mouseMove(header.viewport(), QPoint(x - 1 + away, y))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x + 59, y))
    assert satu.columnWidth(0) == x + 60
    try:
        tema().atur_zoom(150)
        assert satu.columnWidth(0) == pytest.approx((x + 60) * 1.5, rel=0.03)
        assert buat().columnWidth(0) == pytest.approx((x + 60) * 1.5, rel=0.03)
    finally:
        tema().atur_zoom(100)
    assert satu.columnWidth(0) == pytest.approx(x + 60, abs=2)
    satu.fit_again()
    assert buat().columnWidth(0) == x
