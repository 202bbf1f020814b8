"""The window as a whole: every screen opens, says what it is to a screen reader, fits, and is freed when closed."""

from __future__ import annotations

import gc
import weakref
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import ikk, tampil
from ui import file_deeds
from ui.history_dialog import HistoryDialog
from ui.main_window import MainWindow
from ui.screens import SCREENS
from ui.tema import tema

ISIAN = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractButton)


def tanpa_nama(akar: QWidget) -> list[str]:
    """Inputs that a screen reader could not name: neither a name nor a text nor the buddy of a label."""
    teman = {label.buddy() for label in akar.findChildren(QLabel) if label.buddy() is not None}
    out = []
    for w in akar.findChildren(QWidget):
        if not isinstance(w, ISIAN) or w.objectName().startswith("qt_") or w in teman:
            continue
        if w.isHidden() and isinstance(w, QAbstractButton):  # a button that gets its words when it is shown
            continue
        if isinstance(w.parent(), QComboBox | QAbstractSpinBox) or w.metaObject().className().startswith(
            "QTableCorner"
        ):
            continue
        if "Header" in w.metaObject().className() or w.metaObject().className() == "QComboBoxListView":
            continue
        teks = w.text() if isinstance(w, QAbstractButton) else ""
        if not (w.accessibleName() or teks or w.toolTip()):
            parent = w.parentWidget()
            out.append(f"{type(w).__name__} {w.objectName()} in {type(parent).__name__}")
    return out


@pytest.mark.parametrize("kunci", [s.key for s in SCREENS])
def test_setiap_isian_mempunyai_nama_dan_layar_muat(qtbot: QtBot, jendela: MainWindow, kunci: str) -> None:
    view = jendela.show_screen(kunci)
    QApplication.processEvents()
    assert tanpa_nama(jendela) == []
    assert jendela.size().width() == 1366, "the screen wants more room than the smallest display has"
    assert jendela.size().height() == 768
    assert view.minimumSizeHint().width() <= 760
    assert view.minimumSizeHint().height() <= 660


def test_setiap_layar_terjangkau_dari_papan_ketik(qtbot: QtBot, jendela: MainWindow) -> None:
    for n, screen in enumerate(SCREENS[:9]):
        QTest.keyClick(jendela, Qt.Key(Qt.Key.Key_1 + n), Qt.KeyboardModifier.ControlModifier)
        assert jendela._key == screen.key


def test_ganti_tahun_mengganti_isi(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.year_box.setCurrentIndex(jendela.year_box.findData(2022))
    jendela.year_box.activated.emit(jendela.year_box.currentIndex())
    assert jendela.bridge.year == 2022
    assert "2022" in jendela.current.title.text()


def test_langkah_tampil_pada_menu_dan_baris_status(qtbot: QtBot, jendela: MainWindow) -> None:
    assert not jendela.undo_action.isEnabled()
    row = ikk(jendela.bridge.workspace)
    assert jendela.bridge.do(Ubah("indikator_tahun", row.id, {"sumber": "SDP"})) == ""
    assert jendela.undo_action.text().startswith("Urungkan: Ubah sumber data")
    assert jendela.saved.text().startswith("tersimpan ")
    jendela.undo_action.trigger()
    assert ikk(jendela.bridge.workspace).sumber == row.sumber
    assert jendela.redo_action.text().startswith("Ulangi: Ubah sumber data")


def test_berkas_hanya_baca_memasang_pita_dan_mematikan_isian(qtbot: QtBot, berkas: Path) -> None:
    workspace = Workspace.buka(berkas, hanya_baca=True)
    jendela = tampil(qtbot, MainWindow(workspace))
    assert jendela.banner.isVisible()
    assert jendela.banner.text().startswith("Hanya dibaca.")
    view = jendela.show_screen("sasaran")
    row = ikk(workspace)
    view.show_place("indikator_tahun", row.id, "pembilang")
    isian = QApplication.focusWidget()
    assert isinstance(isian, QLineEdit)
    assert isian.isReadOnly()
    jendela.close()
    jendela.deleteLater()


def test_layar_dan_jendela_dibebaskan(qtbot: QtBot, workspace: Workspace) -> None:
    jendela = MainWindow(workspace)
    jendela.show()
    hidup: list[weakref.ref[QWidget]] = [weakref.ref(jendela.show_screen(s.key)) for s in SCREENS]
    hidup.append(weakref.ref(jendela))
    jendela.close()
    jendela.deleteLater()
    del jendela
    QApplication.sendPostedEvents(None, 52)  # QEvent::DeferredDelete of every object
    QApplication.processEvents()
    gc.collect()
    assert [type(w()).__name__ for w in hidup if w() is not None] == []


def test_tempat_kerja_diingat(qtbot: QtBot, berkas: Path, tmp_path: Path) -> None:
    setelan = QSettings(str(tmp_path / "setelan.ini"), QSettings.Format.IniFormat)
    jendela = MainWindow(Workspace.buka(berkas), setelan)
    jendela.show_screen("anggaran")
    jendela.bridge.set_year(2022)
    # At once, so that also a power cut opens again where the work stood.
    assert (setelan.value("layar"), int(str(setelan.value("tahun")))) == ("anggaran", 2022)
    jendela.preview_action.trigger()
    jendela.close()
    jendela.deleteLater()
    lagi = MainWindow(Workspace.buka(berkas), setelan)
    assert lagi._key == "anggaran"
    assert lagi.bridge.year == 2022
    assert lagi.year_box.currentText() == "2022"
    assert not lagi.preview_action.isChecked()
    assert str(berkas) in lagi.files.recent()
    lagi.close()
    lagi.deleteLater()


def test_menu_warna_menandai_yang_dipilih(jendela: MainWindow) -> None:
    pilihan = {a.text().replace("&", ""): a for a in jendela.findChildren(QAction) if a.actionGroup() is not None}
    assert [k for k, a in pilihan.items() if a.isChecked()] == ["Ikut sistem"]
    try:
        pilihan["Gelap"].trigger()
        assert [k for k, a in pilihan.items() if a.isChecked()] == ["Gelap"]
        assert tema().warna.gelap
    finally:
        pilihan["Ikut sistem"].trigger()


def test_riwayat_isian_dari_menu(qtbot: QtBot, jendela: MainWindow) -> None:
    w = jendela.bridge.workspace
    jendela.history_action.trigger()
    assert "Pilih dahulu sebuah isian" in jendela.message.text()
    row = ikk(w)
    w.lakukan(Ubah("indikator_tahun", row.id, {"target": Decimal(61)}))
    jendela.go_to("indikator_tahun", row.id, "target")
    QTest.keyClick(jendela, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    dialog = jendela.findChild(HistoryDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_setengah_layar_kecil_di_samping_lembar_sebar(jendela: MainWindow) -> None:
    jendela.resize(683, 728)
    assert jendela.width() == 683
    assert not jendela.preview.isVisible()


def test_buka_berkas_lain_dan_berkas_yang_rusak(
    qtbot: QtBot, jendela: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dikatakan: list[str] = []
    monkeypatch.setattr("ui.opening.tell", lambda _p, _t, kata, bad=False: dikatakan.append(kata))
    bukan = tmp_path / "bukan.lkjip"
    bukan.write_text("bukan berkas data", encoding="utf-8")
    assert not jendela.open_path(bukan)
    assert dikatakan
    assert jendela.bridge.workspace.judul == "Bapas Kelas II Lahat"  # the old file stays
    baru = tmp_path / "baru.lkjip"
    Workspace.baru(baru, "Bapas Kelas II Contoh", 2025).tutup()
    assert jendela.open_path(baru)
    assert "Bapas Kelas II Contoh" in jendela.windowTitle()
    assert jendela.bridge.year == 2025
    assert jendela.year_box.currentText() == "2025"


def test_tema_gelap_dan_zoom(qtbot: QtBot, jendela: MainWindow) -> None:
    terang = jendela.grab().toImage().pixelColor(700, 90)
    tema().paksa(True)
    QApplication.processEvents()
    gelap = jendela.grab().toImage().pixelColor(700, 90)
    assert gelap.lightness() < 60 < 190 < terang.lightness()
    jendela.larger_action.trigger()
    qtbot.waitUntil(lambda: tema().zoom == 110)
    jendela.normal_action.trigger()
    qtbot.waitUntil(lambda: tema().zoom == 100)
    tema().paksa(None)


def test_ctrl_s_menawarkan_salinan_sekali_lalu_hanya_memberi_tahu(
    jendela: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    ditanya: list[str] = []

    def ask(_parent: object, _title: str, text: str, _verbs: object, danger: bool = False) -> int:
        ditanya.append(text)
        return -1

    monkeypatch.setattr(file_deeds, "ask", ask)
    kata: list[str] = []
    jendela.bridge.told.connect(lambda teks, _buruk: kata.append(teks))
    for _ in range(3):
        QTest.keyClick(jendela, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(ditanya) == 1
    assert len(kata) == 3
    assert "Simpan salinan" in kata[-1]
