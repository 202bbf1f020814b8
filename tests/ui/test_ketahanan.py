"""What a year of work asks of the window: long undo, problems that lead home, large files that stay quick."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Banyak, Perintah, Tambah
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import Laporan
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk, tampil
from ui.main_window import MainWindow
from ui.screens import SCREENS
from ui.views.periksa import PeriksaView
from ui.views.realisasi import RealisasiView
from ui.widgets.cell_paint import CellPainter
from ui.widgets.form import Form
from ui.widgets.grid import Grid
from ui.widgets.grid_paste import PasteDialog, plan_paste
from ui.widgets.json_table import JsonTable

CTRL = Qt.KeyboardModifier.ControlModifier


def test_lima_puluh_langkah_diurungkan_dan_diulangi_lewat_tutup_buka(qtbot: QtBot, berkas: Path) -> None:
    jendela = tampil(qtbot, MainWindow(Workspace.buka(berkas)))
    w = jendela.bridge.workspace
    semula = ikk(w).pembilang
    jendela.preview_action.trigger()  # pages have their own tests
    view = jendela.show_screen("sasaran")
    assert view.show_place("indikator_tahun", ikk(w).id, "pembilang")
    isian = QApplication.focusWidget()
    assert isinstance(isian, QLineEdit)
    for n in range(50):
        isian.selectAll()
        QTest.keyClicks(isian, str(700 + n))
        QTest.keyClick(isian, Qt.Key.Key_Return)
    assert ikk(w).pembilang == 749
    for _ in range(30):
        QTest.keyClick(isian, Qt.Key.Key_Z, CTRL)
    assert ikk(w).pembilang == 719
    jendela.close()
    jendela.deleteLater()

    jendela = tampil(qtbot, MainWindow(Workspace.buka(berkas)))
    w = jendela.bridge.workspace
    for _ in range(20):
        QTest.keyClick(jendela, Qt.Key.Key_Z, CTRL)
    assert ikk(w).pembilang == semula
    assert not jendela.undo_action.isEnabled() or "pembilang" not in jendela.undo_action.text()
    for _ in range(10):
        QTest.keyClick(jendela, Qt.Key.Key_Y, CTRL)
    assert ikk(w).pembilang == 709
    jendela.close()
    jendela.deleteLater()


@pytest.mark.parametrize("tahun", [2022, 2023, 2026])
def test_setiap_masalah_membawa_ke_tempatnya(
    qtbot: QtBot, jendela: MainWindow, tahun: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    w = jendela.bridge.workspace
    jendela.preview_action.trigger()  # pages have their own tests
    if tahun == 2026:  # an empty year, where everything is missing
        w.lakukan(Tambah("laporan", w.id_baru(), {"tahun": tahun}))
    jendela.bridge.set_year(tahun)
    buntu: list[str] = []
    dikatakan: list[str] = []
    monkeypatch.setattr(jendela, "say", lambda kata, _tolak=False: dikatakan.append(kata))
    for p in w.periksa(tahun):
        if not p.tabel:
            continue
        layar = [s.key for s in SCREENS if p.tabel in s.tables]
        dikatakan.clear()
        jendela.go_to(p.tabel, p.kunci, p.kolom)
        if jendela._key not in layar or (p.kunci and any("ditulis oleh program" in k for k in dikatakan)):
            buntu.append(f"{p.aturan} {p.tabel}.{p.kolom} {'(baris)' if p.kunci else '(tahun)'} -> {jendela._key}")
    assert buntu == []


def test_daftar_periksa_menyaring_dan_membawa(qtbot: QtBot, jendela: MainWindow) -> None:
    view = jendela.show_screen("periksa")
    assert isinstance(view, PeriksaView)
    qtbot.waitUntil(lambda: jendela.bridge.problems.fresh, timeout=TUNGGU)
    semua = view.list.problem_count()
    assert semua > 5
    view.buttons["kesalahan"].click()
    assert view.list.problem_count() == 0  # the example has warnings and no errors
    view.buttons["peringatan"].click()
    assert 0 < view.list.problem_count() < semua
    QTest.keyClicks(view.words, "polaritas")
    assert view.list.problem_count() == 1
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert jendela._key == "sasaran"


def test_yang_belum_waktunya_kelabu_dan_tidak_dihitung(qtbot: QtBot) -> None:
    """In a year that has just begun realisasi is not due: shown apart, and no problem."""
    with Workspace.contoh_memori() as w:
        tahun = int(w.sekarang()[:4])
        w.lakukan(Tambah("laporan", w.id_baru(), {"tahun": tahun + 1}))
        jendela = tampil(qtbot, MainWindow(w))
        jendela.bridge.set_year(tahun + 1)
        view = jendela.show_screen("periksa")
        assert isinstance(view, PeriksaView)
        qtbot.waitUntil(lambda: jendela.bridge.problems.fresh, timeout=TUNGGU)
        nanti = [p for p in jendela.bridge.problems.found if p.belum_waktunya]
        assert nanti
        assert all(p.level == "info" for p in nanti)
        view.buttons["nanti"].click()
        assert view.list.problem_count() == len(nanti)
        assert "tidak dihitung" in view.state.text()
        jendela.close()
        jendela.deleteLater()


BANYAK, TAHUN = 300, 10


@pytest.fixture(scope="module")
def besar() -> Any:
    """300 indicators over ten years, with figures."""
    w = Workspace.memori("Bapas Besar", 2014)
    perintah: list[Perintah] = []
    perintah += [Tambah("laporan", w.id_baru(), {"tahun": t}) for t in range(2015, 2014 + TAHUN)]
    sasaran = w.id_baru()
    perintah.append(Tambah("sasaran", sasaran, {"tingkat": "kegiatan"}))
    for t in range(2014, 2014 + TAHUN):
        nilai = {"sasaran_id": sasaran, "tahun": t, "kode": "SK1", "nama": "Sasaran", "urut": 1}
        perintah.append(Tambah("sasaran_tahun", w.id_baru(), nilai))
    for n in range(1, BANYAK + 1):
        indikator = w.id_baru()
        perintah.append(Tambah("indikator", indikator, {"sasaran_id": sasaran}))
        for t in range(2014, 2014 + TAHUN):
            nilai = {
                "indikator_id": indikator,
                "tahun": t,
                "kode": f"SK1.IKK{n}",
                "nama": f"Indikator nomor {n}",
                "satuan": "Layanan",
                "polaritas": "naik",
                "target": n,
                "realisasi": n,
                "urut": n,
            }
            perintah.append(Tambah("indikator_tahun", w.id_baru(), nilai))
    w.lakukan(Banyak("Isi", tuple(perintah)))
    yield w
    w.tutup()


def test_tabel_besar_hanya_melukis_yang_tampak(qtbot: QtBot, besar: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    # Before the window is made: Qt looks up a method in Python once.
    disentuh: Counter[int] = Counter()
    asli = CellPainter.paint

    def paint(
        self: CellPainter,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        disentuh[index.row()] += 1
        asli(self, painter, option, index)

    monkeypatch.setattr(CellPainter, "paint", paint)
    jendela = tampil(qtbot, MainWindow(besar))
    assert len(besar.snapshot.rows(Laporan)) == TAHUN
    jendela.preview_action.trigger()
    view = jendela.show_screen("realisasi")
    assert isinstance(view, RealisasiView)
    kisi = view.year_page.grid
    model = kisi.model()
    assert model.rowCount() == BANYAK
    QApplication.processEvents()
    disentuh.clear()
    kisi.scrollTo(model.index(BANYAK // 2, 0))
    kisi.viewport().repaint()
    tampak = kisi.viewport().height() // kisi.rowHeight(0) + 3
    assert 0 < len(disentuh) <= tampak  # no row off screen is asked for anything
    disentuh.clear()
    # one edit: the rows on screen are asked again, not all 300
    sel = model.index(BANYAK // 2, model.column_of("realisasi"))
    assert model.setData(sel, "7")
    QApplication.processEvents()
    assert len(disentuh) <= 2 * tampak
    jendela.bridge.undo()
    jendela.close()
    jendela.deleteLater()


def test_setiap_jenis_baris_mempunyai_riwayat(qtbot: QtBot, jendela: MainWindow) -> None:
    """A right click offers the history of a value: the dialog opens for a row of every table that has rows."""
    from ui.history_dialog import HistoryDialog

    for t in TABLES.values():
        baris = jendela.bridge.snapshot.rows(t.row)
        kolom = next((c.name for c in t.columns if not c.hidden), "")
        if not baris or not kolom:
            continue
        jendela.bridge.history_wanted.emit(t.name, baris[0].id, kolom)
        dialog = jendela.findChild(HistoryDialog)
        assert dialog is not None, t.name
        dialog.close()
        dialog.deleteLater()
        QApplication.sendPostedEvents(None, 52)  # QEvent::DeferredDelete


@pytest.mark.parametrize(
    ("layar", "tabel", "kolom"),
    [
        ("identitas", "identitas", "nama"),  # a line
        ("identitas", "identitas", "kop"),  # several lines
        ("identitas", "identitas", "logo_id"),  # a picture
        ("sasaran", "indikator_tahun", "polaritas"),
        ("sasaran", "indikator_tahun", "jenis_nilai"),  # a choice
        ("sasaran", "indikator_tahun", "kumulatif"),  # yes or no
        ("naskah", "laporan", "penandatangan_id"),  # a reference
        ("naskah", "surat", "isi"),  # a long text, at its label
    ],
)
def test_klik_kanan_menawarkan_riwayat(
    qtbot: QtBot, jendela: MainWindow, layar: str, tabel: str, kolom: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = next(f for f in jendela.show_screen(layar).findChildren(Form) if f.table.name == tabel and kolom in f.fields)
    field = form.fields[kolom]
    diminta: list[tuple[str, str, str]] = []
    menu: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda self, _tempat: menu.append(self))  # off screen nothing grabs the keys
    jendela.bridge.history_wanted.disconnect(jendela._show_history)
    jendela.bridge.history_wanted.connect(lambda *tempat: diminta.append(tempat))
    sasaran: QWidget = field._label if kolom == "isi" else field.editor
    titik = sasaran.rect().center()
    klik = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, titik, sasaran.mapToGlobal(titik))
    QApplication.sendEvent(sasaran, klik)
    next(a for a in menu[0].actions() if a.text() == "Riwayat isian ini…").trigger()
    assert diminta == [(tabel, form.row_id, kolom)]


def test_huruf_menu_dan_pintasan_tidak_bertabrakan(qtbot: QtBot, jendela: MainWindow) -> None:
    """Two items with the same key answer to neither."""
    ganda: list[str] = []

    def periksa(aksi: list[QAction], nama: str) -> None:
        huruf = Counter(m[1].lower() for a in aksi if (m := re.search("&([^&])", a.text())))
        ganda.extend(f"{nama}: {h}" for h, n in huruf.items() if n > 1)
        for a in aksi:
            menu = a.menu()
            if isinstance(menu, QMenu):
                periksa(menu.actions(), a.text())

    periksa(jendela.menuBar().actions(), "bilah menu")
    pintasan = Counter(s.toString() for a in jendela.findChildren(QAction) for s in a.shortcuts())
    ganda.extend(s for s, n in pintasan.items() if n > 1)
    assert ganda == []


def test_bilah_perkakas_tidak_dapat_disembunyikan(qtbot: QtBot, jendela: MainWindow) -> None:
    """Found by attack: a right click on the menu bar offered to hide the bar with the year, without a way back."""
    for bagian in (jendela.menuBar(), jendela.toolbar, jendela.statusBar(), jendela):
        titik = bagian.rect().center()
        klik = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, titik, bagian.mapToGlobal(titik))
        QApplication.sendEvent(bagian, klik)
        assert QApplication.activePopupWidget() is None


def test_huruf_alt_di_layar_tidak_merebut_menu(qtbot: QtBot, jendela: MainWindow) -> None:
    """Found by attack: on Berkas Alt+B, Alt+S and Alt+A meant a label and a menu at once, and opened neither."""
    menu = {m[1].upper() for a in jendela.menuBar().actions() if (m := re.search("&([^&])", a.text()))}
    ganda: list[str] = []
    for layar in SCREENS:
        view = jendela.show_screen(layar.key)
        for label in view.findChildren(QLabel):
            huruf = re.search("&([^& ])", label.text()) if label.buddy() is not None else None
            if huruf and huruf[1].upper() in menu:
                ganda.append(f"{layar.key}: {label.text()}")
        for tombol in view.findChildren(QAbstractButton):
            huruf = re.search("&([^& ])", tombol.text())
            if huruf and huruf[1].upper() in menu:
                ganda.append(f"{layar.key}: {tombol.text()}")
    assert ganda == []


def test_tempel_blok_dijawab_dari_papan_ketik(qtbot: QtBot, jendela: MainWindow) -> None:
    """Found by attack: the table of the preview had the keys, and Tab never came out of it."""
    view = jendela.show_screen("anggaran")
    kisi = next(g for g in view.findChildren(Grid) if g.isVisible())
    dialog = PasteDialog(kisi.model(), plan_paste(kisi.model(), [["51", "1.000"], ["52", "2.000"]], 0, 0), jendela)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=TUNGGU)
    assert QApplication.focusWidget() is dialog.apply_button or not dialog.apply_button.isEnabled()
    dicapai: set[str] = set()
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        dicapai.add(focus.text() if isinstance(focus, QPushButton) else "tabel")
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {"Batal", "tabel"} < dicapai
    dialog.reject()
    dialog.deleteLater()


def test_tab_keluar_dari_tabel_aturan(qtbot: QtBot) -> None:
    """Found by attack: Tab went round and round in it, so that its own buttons were for the mouse only."""
    wadah = QWidget()
    qtbot.addWidget(wadah)
    kotak = QVBoxLayout(wadah)
    tabel = JsonTable("Predikat", [{"nama": "Baik", "batas": 80}, {"nama": "Kurang", "batas": 50}], str)
    sesudah = QLineEdit()
    kotak.addWidget(tabel)
    kotak.addWidget(sesudah)
    wadah.show()
    wadah.activateWindow()
    qtbot.waitUntil(wadah.isActiveWindow, timeout=TUNGGU)
    tabel.table.setFocus()
    tabel.table.setCurrentCell(0, 0)
    dilalui: list[QWidget] = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        dilalui.append(focus)
        if focus is sesudah:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert [w for w in dilalui if isinstance(w, QPushButton)] == tabel.findChildren(QPushButton)
    assert dilalui[-1] is sesudah
    assert dilalui.count(tabel.table) == 4  # every cell on the way
