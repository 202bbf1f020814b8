"""Periksa: groups with counts, filters, keys, the list on the clipboard and in a file, and a word when all is well."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.checks import BELUM_WAKTUNYA, Problem
from lkjip_desktop.errors import BerkasError
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.places import PLACES
from ui.problem_groups import LATER, by_indicator, by_screen, lines
from ui.problems import counted
from ui.views.periksa import PeriksaView


@pytest.fixture
def periksa(qtbot: QtBot, bridge: Bridge) -> PeriksaView:
    view = PeriksaView(bridge)
    qtbot.addWidget(view)
    view.resize(740, 620)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(lambda: bridge.problems.fresh and view.list.problem_count() > 0, timeout=TUNGGU)
    return view


def _judul(view: PeriksaView) -> list[str]:
    daftar = view.list
    return [daftar.item(i).text() for i in range(daftar.count()) if daftar.item(i).flags() == Qt.ItemFlag.NoItemFlags]


def test_kelompok_menurut_layar_berurut_dan_berjumlah(periksa: PeriksaView) -> None:
    judul = [j.rpartition(" (")[0] for j in _judul(periksa)]
    urutan = [p.title for p in PLACES]
    assert judul == sorted(judul, key=urutan.index)
    assert len(judul) > 2
    jumlah = sum(int(j.rpartition("(")[2].rstrip(")")) for j in _judul(periksa))
    assert jumlah == periksa.list.problem_count() == len(periksa.bridge.problems.found)


def test_kelompok_menurut_indikator_diingat(qtbot: QtBot, periksa: PeriksaView, tmp_path: Path) -> None:
    periksa.bridge.settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    QTest.keyClick(periksa.order, Qt.Key.Key_Down)
    assert any(j.startswith("SK1.IKK2 ") for j in _judul(periksa))
    assert _judul(periksa)[-1].startswith("Seluruh laporan")
    lagi = PeriksaView(periksa.bridge)
    qtbot.addWidget(lagi)
    assert lagi.order.currentData() == "indikator"


def test_enter_mengantar_dan_panah_melewati_judul(qtbot: QtBot, periksa: PeriksaView) -> None:
    QTest.keyClicks(periksa.words, "SK1.IKK2")
    assert 0 < periksa.list.problem_count() < 8
    QTest.keyClick(periksa.words, Qt.Key.Key_Down)
    assert periksa.list.hasFocus()
    assert periksa.list.currentRow() == 1  # row 0 is a title
    with qtbot.waitSignal(periksa.bridge.wanted) as sinyal:
        QTest.keyClick(periksa.list, Qt.Key.Key_Return)
    assert sinyal.args[0] in ("indikator_tahun", "analisis", "indikator")
    QTest.keyClick(periksa.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "SK1.IKK2" in QGuiApplication.clipboard().text()


def test_saringan_tanpa_hasil_menyebut_sebabnya(qtbot: QtBot, periksa: PeriksaView) -> None:
    QTest.keyClicks(periksa.words, "zzz")
    assert "Tidak ada yang memuat “zzz”" in periksa.state.text()
    assert not periksa.fine.isVisible()
    assert not periksa.tools.isVisible()


def test_daftar_disalin_dan_disimpan(qtbot: QtBot, periksa: PeriksaView, tmp_path: Path) -> None:
    QTest.mouseClick(periksa.buttons["peringatan"], Qt.MouseButton.LeftButton)
    periksa.copy()
    baris = QGuiApplication.clipboard().text().split("\n")
    assert len(baris) == 1 + periksa.list.problem_count()
    assert {b.split("\t")[0] for b in baris[1:]} == {"Peringatan"}
    periksa.save_to(tmp_path / "daftar.txt")
    assert (tmp_path / "daftar.txt").read_text(encoding="utf-8").rstrip("\n").split("\n") == baris
    periksa.save_to(tmp_path / "daftar.pdf")
    isi = (tmp_path / "daftar.pdf").read_bytes()
    assert isi.startswith(b"%PDF")
    assert len(periksa.bridge.page_sizes(isi)) >= 1
    assert periksa.after.isVisible()
    with qtbot.waitSignal(periksa.bridge.told) as sinyal:
        periksa.save_to(tmp_path / "tidak ada" / "daftar.pdf")
    assert sinyal.args[1] is True
    assert not periksa.after.isVisible()


def test_semua_beres_dikatakan(qtbot: QtBot, periksa: PeriksaView) -> None:
    sumber = periksa.bridge.problems
    sumber.found, sumber.fresh = (), True
    sumber.changed.emit()
    assert periksa.fine.isVisible()
    assert not periksa.list.isVisible()
    assert "2023 beres" in periksa.fine_words.text()


def test_belum_waktunya_kelompok_sendiri(workspace: Workspace) -> None:
    baris = ikk(workspace)
    wajib = Problem("kesalahan", "x", "indikator_tahun", baris.id, "target", "Satu.")
    nanti = Problem("info", "x", "indikator_tahun", baris.id, "realisasi", "Dua.", BELUM_WAKTUNYA)
    for groups in (by_screen([nanti, wajib]), by_indicator([nanti, wajib], workspace.snapshot, 2023)):
        assert [g.problems for g in groups] == [(wajib,), (nanti,)]
        assert groups[-1].title == LATER
    baru = Problem("peringatan", "x", "analisis", f"baru:{baris.indikator_id}:5", "isi", "Tiga.")
    assert by_indicator([baru], workspace.snapshot, 2023)[0].title.startswith("SK1.IKK1 ")
    assert lines(by_screen([nanti])).endswith("Belum waktunya\tBelum waktunya, tidak dihitung\tDua.\t" + BELUM_WAKTUNYA)


def test_tahun_kosong_menyebut_yang_belum_waktunya(qtbot: QtBot) -> None:
    saat = datetime(2026, 3, 2, 8, 0).astimezone()
    with Workspace.memori("Bapas Contoh", 2026, jam=lambda: saat) as w:
        bridge = Bridge(w)
        view = PeriksaView(bridge)
        qtbot.addWidget(view)
        view.show()
        qtbot.waitUntil(lambda: bridge.problems.fresh and view.list.problem_count() > 0, timeout=TUNGGU)
        assert _judul(view)[-1].startswith(LATER)
        bridge.close()


def test_peringatan_yang_sudah_diketahui_disembunyikan(qtbot: QtBot, berkas: Path) -> None:
    """Delete puts a warning aside, in the file; it counts no more, stands in a group of its own and comes back."""
    with Workspace.buka(berkas) as w:
        bridge = Bridge(w)
        view = PeriksaView(bridge)
        qtbot.addWidget(view)
        view.show()
        qtbot.waitUntil(lambda: bridge.problems.fresh and view.list.problem_count() > 0, timeout=TUNGGU)
        semua, peringatan = len(bridge.problems.found), counted(bridge.problems.found)[1]
        view.list.setFocus()
        view.list.setCurrentRow(1)
        teks = view.list.currentItem().text()
        QTest.keyClick(view.list, Qt.Key.Key_Delete)
        assert [p.teks for p in bridge.problems.hidden] == [teks]
        assert counted(bridge.problems.found)[1] == peringatan - 1
        assert "1 disembunyikan" in view.state.text()
        assert _judul(view)[-1] == "Disembunyikan, tidak dihitung (1)"
        view.buttons["peringatan"].click()
        assert teks not in [view.list.item(i).text() for i in range(view.list.count())]
        view.buttons["semua"].click()
        view.list.setCurrentRow(view.list.count() - 1)
        assert view.list.currentItem().text() == teks
        bridge.close()
    with Workspace.buka(berkas) as w:  # it goes with the file
        bridge = Bridge(w)
        view = PeriksaView(bridge)
        qtbot.addWidget(view)
        view.show()
        qtbot.waitUntil(lambda: bridge.problems.fresh and bool(bridge.problems.hidden), timeout=TUNGGU)
        view.list.setFocus()
        view.list.setCurrentRow(view.list.count() - 1)
        QTest.keyClick(view.list, Qt.Key.Key_Delete)
        assert not bridge.problems.hidden
        assert len(bridge.problems.found) == semua
        bridge.close()


def test_kesalahan_tidak_dapat_disembunyikan(periksa: PeriksaView) -> None:
    salah = Problem("kesalahan", "x", "pk", "k", "tanggal", "Salah.")
    assert "tidak dapat disembunyikan" in periksa.bridge.problems.put_aside(salah, True)
    assert periksa._menu_words(salah) == ""
    assert periksa.bridge.problems.hidden == ()


def test_ketikan_yang_ditolak_disebut_dan_dibuka(qtbot: QtBot, jendela: MainWindow) -> None:
    """A word in the place of a number stays in its field; the paper shows the old number, and Periksa says so."""
    w = jendela.bridge.workspace
    row = ikk(w)
    jendela.go_to("indikator_tahun", row.id, "target")
    isian = QApplication.focusWidget()
    assert isinstance(isian, QLineEdit)
    isian.selectAll()
    QTest.keyClicks(isian, "delapan")
    view = jendela.show_screen("periksa")

    def tersebut() -> list[Problem]:
        return [p for p in jendela.bridge.problems.found if p.aturan == "ketikan.tertinggal"]

    qtbot.waitUntil(lambda: bool(tersebut()), timeout=TUNGGU)
    (p,) = tersebut()
    assert "“delapan”" in p.teks
    jendela.go_to(p.tabel, p.kunci, p.kolom)
    isian = QApplication.focusWidget()
    assert isinstance(isian, QLineEdit)
    assert isian.text() == "delapan"
    isian.selectAll()
    QTest.keyClicks(isian, "61")
    QTest.keyClick(isian, Qt.Key.Key_Return)
    assert jendela.show_screen("periksa") is view
    qtbot.waitUntil(lambda: not tersebut(), timeout=TUNGGU)


def test_berkas_yang_tidak_terbaca_lagi_tetap_diperiksa(
    qtbot: QtBot, periksa: PeriksaView, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flash disk that is pulled out: the rows are in memory, and "all is well" would be a lie."""

    def hilang() -> object:
        raise BerkasError("Berkas tidak dapat dibuka.")

    ada = bridge.problems.found
    monkeypatch.setattr(bridge.workspace, "draf", hilang)
    bridge.problems.spoil()
    qtbot.waitUntil(lambda: bridge.problems.fresh, timeout=TUNGGU)
    assert bridge.problems.found == ada
    bridge.problems.ask()
    assert not periksa.fine.isVisible()
