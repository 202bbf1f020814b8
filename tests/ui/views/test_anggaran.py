"""Anggaran: the scores that the rules of a year know have a tab, and what is typed there is what the report prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import SalinTahun
from lkjip_desktop.core.tables import Skor
from ui.bridge import Bridge
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
