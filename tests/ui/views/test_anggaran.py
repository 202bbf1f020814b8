"""Anggaran: the scores that the rules of a year know have a tab, and what is typed there is what the report prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Hapus, KunciBagian, SalinTahun, Tambah, Ubah
from lkjip_desktop.core.tables import AnggaranSasaran, Kegiatan, Ro, Skor, SkorKomponen
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.views.anggaran import AnggaranView


@pytest.fixture
def view(qtbot: QtBot, bridge: Bridge) -> AnggaranView:
    v = AnggaranView(bridge)
    qtbot.addWidget(v)
    v.resize(1100, 640)
    v.show()
    v.activateWindow()
    return v


def nama_tab(view: AnggaranView) -> list[str]:
    return [view.tabs.tabText(i) for i in range(view.tabs.count()) if view.tabs.isTabVisible(i)]


def isi(view: AnggaranView, jenis: str, kolom: str, teks: str) -> None:
    page = view.scores[jenis]
    view.tabs.setCurrentWidget(page)
    page.show_place("skor", "", kolom)
    editor = page.form.fields[kolom].findChild(QLineEdit)
    assert editor is not None
    editor.setFocus()
    QTest.keyClicks(editor, teks)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_nilai_kinerja_anggaran_baru_ada_sejak_2024(view: AnggaranView, bridge: Bridge) -> None:
    """PMK 62/2023 holds for budget years from 2024; before it there is no NKA to type."""
    assert nama_tab(view)[-3:] == ["SMART", "IKPA", "AKIP"]
    bridge.do(SalinTahun(2023, 2024, frozenset({"skor"}), bridge.new_id()))
    bridge.set_year(2024)
    assert nama_tab(view)[-4:] == ["SMART", "IKPA", "NKA", "AKIP"]


def test_nilai_akip_diketik_dan_dibaca_hasil(view: AnggaranView, bridge: Bridge) -> None:
    isi(view, "akip", "nilai_resmi", "72,35")
    row = bridge.snapshot.one(Skor, tahun=2023, jenis="akip")
    assert row is not None
    assert row.nilai_resmi == Decimal("72.35")
    hasil = bridge.hasil()
    assert hasil is not None
    assert hasil.akip is not None
    assert (hasil.akip.resmi_cetak, hasil.akip.kategori_dari_resmi) == ("72,35", "BB")


def test_komponen_akip_disebut_dengan_aspeknya(view: AnggaranView) -> None:
    model = view.scores["akip"].page.grid.model()
    nama = [str(model.index(r, 0).data()) for r in range(model.rowCount())]
    assert nama[:2] == ["Perencanaan Kinerja: Keberadaan", "Perencanaan Kinerja: Kualitas"]
    assert len(set(nama)) == len(nama) == 12


def test_nilai_resmi_yang_sama_tidak_disebut_berbeda(view: AnggaranView) -> None:
    assert view.scores["smart"].computed.text() == "Dihitung: 90,21 (sangat baik); sama dengan nilai resmi"
    assert view.scores["ikpa"].computed.text() == "Dihitung: 97,77 (sangat baik); nilai resmi berbeda 0,23"


def test_mengetik_nilai_beruntun_tetap_pada_tabelnya(view: AnggaranView, bridge: Bridge) -> None:
    """The first value of a component makes its row; the cursor and the keys stay in the column all the same."""
    page = view.scores["akip"]
    view.tabs.setCurrentWidget(page)
    grid = page.page.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 1))
    for teks in ("80", "75,5", "60"):
        QTest.keyClicks(grid, teks[0])
        editor = grid.findChildren(QLineEdit)[-1]
        QTest.keyClicks(editor, teks[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is grid
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (3, 1)
    rows = {r.kode: r.nilai for r in bridge.snapshot.where(SkorKomponen, tahun=2023, jenis="akip")}
    assert rows == {
        "perencanaan_keberadaan": Decimal(80),
        "perencanaan_kualitas": Decimal("75.5"),
        "perencanaan_pemanfaatan": Decimal(60),
    }


def test_yang_ditolak_disebut_dengan_namanya(view: AnggaranView, bridge: Bridge) -> None:
    """The list hands over the id of the chosen row; what is refused is shown by its words all the same."""
    grid = view.pages["anggaran_sasaran"].grid
    bridge.do(KunciBagian(bridge.new_id(), 2023, "anggaran", alasan="Sudah dilaporkan"))
    model = grid.model()
    lain = bridge.snapshot.where(AnggaranSasaran, tahun=2023)[1].sasaran_id or ""
    assert not model.setData(model.index(0, 0), lain)
    assert str(model.index(0, 0).data()).startswith("SK2")
    assert "kunci" in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_the_summary_keeps_its_room_while_figures_are_typed(qtbot: QtBot, jendela: MainWindow) -> None:
    layar = jendela.show_screen("anggaran")
    assert isinstance(layar, AnggaranView)
    QApplication.processEvents()
    sebelum = layar.tabs.y()
    baris = layar.bridge.snapshot.where(AnggaranSasaran, tahun=2023)[0]
    layar.bridge.do(Ubah("anggaran_sasaran", baris.id, {"pagu": (baris.pagu or 0) + 1}))
    assert "belum sama" in layar.total.text()
    for _ in range(3):
        QApplication.processEvents()
    assert layar.tabs.y() == sebelum
    for r in layar.bridge.snapshot.where(AnggaranSasaran, tahun=2023):
        layar.bridge.do(Hapus("anggaran_sasaran", r.id))
    for _ in range(3):
        QApplication.processEvents()
    assert layar.tabs.y() == sebelum


def tombol(layar: AnggaranView, kunci: str, kata: str) -> QPushButton:
    page = layar.pages[kunci]
    layar.tabs.setCurrentWidget(page)
    QApplication.processEvents()
    return next(b for b in page.findChildren(QPushButton) if b.text() == kata and b.isVisible())


def test_a_kegiatan_stands_below_its_program_and_the_first_row_is_a_program(view: AnggaranView, bridge: Bridge) -> None:
    page = view.pages["kegiatan"]
    program = bridge.snapshot.where(Kegiatan, tahun=2023, jenis="program")[0]
    klik = tombol(view, "kegiatan", "Tambah kegiatan")
    page.grid.go_to(program.id)
    QTest.mouseClick(klik, Qt.MouseButton.LeftButton)
    baris = bridge.snapshot.where(Kegiatan, tahun=2023)
    baru = baris[2]
    assert (baru.jenis, baru.induk_id, baru.nama) == ("kegiatan", program.id, "")
    assert [r.jenis for r in baris] == ["program", "kegiatan", "kegiatan", "program", "kegiatan"]
    assert page.grid.model().columns[page.grid.currentIndex().column()].title == "Kode"
    QTest.mouseClick(tombol(view, "kegiatan", "Tambah program"), Qt.MouseButton.LeftButton)
    akhir = bridge.snapshot.where(Kegiatan, tahun=2023)[-1]
    assert (akhir.jenis, akhir.induk_id) == ("program", None)
    bridge.do(Tambah("laporan", bridge.new_id(), {"tahun": 2024}))
    bridge.set_year(2024)
    QTest.mouseClick(tombol(view, "kegiatan", "Tambah program"), Qt.MouseButton.LeftButton)
    page.grid.add_row()
    assert [r.jenis for r in bridge.snapshot.where(Kegiatan, tahun=2024)] == ["program", "kegiatan"]


def test_what_has_to_be_there_before_is_said_with_the_way_to_it(view: AnggaranView, bridge: Bridge) -> None:
    assert "output" in view.pages["ro_indikator"].empty.words.text()
    QTest.mouseClick(tombol(view, "ro_indikator", "Isi output"), Qt.MouseButton.LeftButton)
    assert view.tabs.currentWidget() is view.pages["ro"]
    QTest.mouseClick(tombol(view, "ro", "Tambah baris"), Qt.MouseButton.LeftButton)
    assert tombol(view, "ro_indikator", "Tambah baris").isEnabled()


def test_tab_goes_from_the_official_score_to_its_components(view: AnggaranView) -> None:
    page = view.scores["ikpa"]
    view.tabs.setCurrentWidget(page)
    page.form.focus_column("sumber")
    editor = QApplication.focusWidget()
    assert editor is page.form.fields["sumber"].editor
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.page.grid
    QTest.keyClick(page.page.grid, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is not view.tabs.tabBar(), "back into the form"


def test_a_new_line_of_the_ties_between_outputs_and_indicators_is_seen(view: AnggaranView, bridge: Bridge) -> None:
    if not bridge.snapshot.where(Ro, tahun=2023):
        bridge.do(Tambah("ro", bridge.new_id(), {"tahun": 2023, "kode": "001", "nama": "Layanan"}))
    grid = view.pages["ro_indikator"].grid
    before = grid.model().rowCount()
    new_id = grid.add_row()
    assert grid.model().rowCount() == before + 1
    assert grid.model().row_at(grid.currentIndex().row()).id == new_id
    at = grid.model().index(grid.currentIndex().row(), 0)
    assert grid.model().setData(at, bridge.snapshot.where(Ro, tahun=2023)[0].id)
    assert grid.model().rowCount() == before + 1
