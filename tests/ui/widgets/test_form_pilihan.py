"""Inputs of a form: a long list is searched by words, a date is written by a key, picked, or offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.tables import Laporan
from tests.ui.conftest import ikk
from ui.bridge import Bridge
from ui.widgets.choices import ChoiceField
from ui.widgets.form import Form
from ui.widgets.polarity import PolarityField


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # by a list that opens, off screen
def test_daftar_panjang_dicari_dengan_kata(qtbot: QtBot, bridge: Bridge) -> None:
    f = Form(bridge, "indikator", ("penerus_id", "tahun_akhir"))
    qtbot.addWidget(f)
    f.resize(700, 200)
    f.show()
    f.activateWindow()
    row, cari = ikk(bridge.workspace, "SK1.IKK1"), ikk(bridge.workspace, "SK1.IKK3")
    f.show_row(row.indikator_id or "")
    isian = f.fields["penerus_id"]
    assert isinstance(isian, ChoiceField)
    assert isian.combo.isEditable()
    baris = isian.combo.lineEdit()
    assert baris is not None
    isian.combo.setFocus()
    baris.selectAll()
    QTest.keyClicks(isian.combo, "hak pendidikannya")
    QTest.keyClick(isian.combo, Qt.Key.Key_Return)
    assert isian.value == cari.indikator_id
    assert isian.combo.currentText().startswith("SK1.IKK3 ")
    baris.selectAll()
    QTest.keyClicks(isian.combo, "SK1.IKK2")  # the code alone
    assert isian.commit()
    assert isian.value == ikk(bridge.workspace, "SK1.IKK2").indikator_id
    isian.combo.setEditText("dokumen")
    assert not isian.commit()
    assert "lebih dari satu pilihan" in isian._line.text()
    assert len(isian._offered) >= 2
    isian.combo.setEditText("entah apa")
    assert not isian.commit()
    assert isian.text() == "entah apa"  # kept as typed
    isian.combo.setEditText("")
    assert isian.commit()
    assert isian.value is None


def test_wajib_berdiri_di_atas_isiannya(qtbot: QtBot, bridge: Bridge) -> None:
    """However often it is laid out: the mark stood at the end of the row every other time."""
    f = Form(bridge, "indikator_tahun", ("kode", "nama"), {"kode": 4})
    qtbot.addWidget(f)
    f.show_row(ikk(bridge.workspace).id)
    f.show()
    kode = f.fields["kode"]
    assert kode._must is not None
    for lebar in (900, 910, 920, 930):
        f.resize(lebar, 300)
        QApplication.processEvents()
        tepi = kode._must.mapTo(f, QPoint(kode._must.width(), 0)).x()
        assert tepi <= kode.editor.mapTo(f, QPoint(kode.editor.width(), 0)).x() + 1


def test_tab_menuju_polaritas_yang_dipilih(qtbot: QtBot, bridge: Bridge) -> None:
    f = Form(bridge, "indikator_tahun", ("satuan", "polaritas"))
    qtbot.addWidget(f)
    f.show()
    f.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is f)
    bridge.do(Ubah("indikator_tahun", ikk(bridge.workspace).id, {"polaritas": "turun"}))
    f.show_row(ikk(bridge.workspace).id)
    polaritas = f.fields["polaritas"]
    assert isinstance(polaritas, PolarityField)
    f.focus_column("satuan")
    QTest.keyClick(f.fields["satuan"].editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is polaritas.buttons["turun"]
    QTest.keyClick(polaritas.buttons["turun"], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is polaritas.buttons["rentang"]
    QTest.keyClick(polaritas.buttons["rentang"], Qt.Key.Key_Space)
    assert ikk(bridge.workspace).polaritas == "rentang"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # by a list that opens, off screen
def test_tanggal_hari_ini_dan_tahun_yang_belum_lengkap(qtbot: QtBot, bridge: Bridge) -> None:
    f = Form(bridge, "laporan", ("tanggal", "tempat"))
    qtbot.addWidget(f)
    f.show()
    f.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is f)
    row = bridge.snapshot.one(Laporan, tahun=2023)
    assert row is not None
    f.show_row(row.id)
    isian = f.fields["tanggal"]
    QTest.keyClick(isian.editor, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert isian.value == QDate.currentDate().toString("yyyy-MM-dd")
    isian.set_text("4 Jan")
    assert not isian.commit()
    assert [b.text() for b in isian._offered if isinstance(b, QPushButton)] == ["4 Januari 2023", "4 Januari 2024"]
    tawaran = list(isian._offered)
    qtbot.waitUntil(lambda: all(t.isVisible() for t in tawaran))
    isian.editor.setFocus()
    QTest.keyClick(isian.editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tawaran[0]
    QTest.keyClick(tawaran[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tawaran[1]
    QTest.keyClick(tawaran[1], Qt.Key.Key_Space)
    assert isian.value == "2024-01-04"
    QTest.keyClick(isian.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    kalender = f.findChild(QCalendarWidget)
    assert kalender is not None
    assert kalender.selectedDate() == QDate(2024, 1, 4)
    kalender.clicked.emit(QDate(2024, 1, 20))
    assert isian.value == "2024-01-20"
    assert isian.text() == "20 Januari 2024"


def test_enter_menyimpan_nama_yang_panjang(qtbot: QtBot, bridge: Bridge) -> None:
    f = Form(bridge, "indikator_tahun", ("nama", "definisi"))
    qtbot.addWidget(f)
    f.show()
    f.show_row(ikk(bridge.workspace).id)
    nama = f.fields["nama"]
    nama.set_text("Persentase klien")
    QTest.keyClick(nama.editor, Qt.Key.Key_Return)
    assert ikk(bridge.workspace).nama == "Persentase klien"
    nama.editor.selectAll()  # type: ignore[attr-defined]  # a text edit
    QTest.keyClicks(nama.editor, "Baris satu")
    QTest.keyClick(nama.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(nama.editor, "baris dua")
    assert nama.commit()
    assert ikk(bridge.workspace).nama == "Baris satu\nbaris dua"
    definisi = f.fields["definisi"]
    definisi.set_text("Satu")
    QTest.keyClick(definisi.editor, Qt.Key.Key_Return)
    assert definisi.dirty  # a paragraph goes on
