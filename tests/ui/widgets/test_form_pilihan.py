"""Inputs of a form: a long list is searched by words, a date is written by a key, picked, or offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QPushButton
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import Laporan
from tests.ui.conftest import ikk
from ui.bridge import Bridge
from ui.widgets.choices import ChoiceField
from ui.widgets.form import Form


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


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # by a list that opens, off screen
def test_tanggal_hari_ini_dan_tahun_yang_belum_lengkap(qtbot: QtBot, bridge: Bridge) -> None:
    f = Form(bridge, "laporan", ("tanggal", "tempat"))
    qtbot.addWidget(f)
    f.show()
    row = bridge.snapshot.one(Laporan, tahun=2023)
    assert row is not None
    f.show_row(row.id)
    isian = f.fields["tanggal"]
    QTest.keyClick(isian.editor, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert isian.value == QDate.currentDate().toString("yyyy-MM-dd")
    isian.set_text("4 Jan")
    assert not isian.commit()
    assert [b.text() for b in isian._offered if isinstance(b, QPushButton)] == ["4 Januari 2023", "4 Januari 2024"]
    QTest.mouseClick(isian._offered[1], Qt.MouseButton.LeftButton)
    assert isian.value == "2024-01-04"
    QTest.keyClick(isian.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    kalender = f.findChild(QCalendarWidget)
    assert kalender is not None
    assert kalender.selectedDate() == QDate(2024, 1, 4)
    kalender.clicked.emit(QDate(2024, 1, 20))
    assert isian.value == "2024-01-20"
    assert isian.text() == "20 Januari 2024"
