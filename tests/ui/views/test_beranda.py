"""Beranda: pictures of the report in the colours of the theme, which lead to their place and say their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.checks import Problem
from lkjip_desktop.core.kemajuan import Kemajuan
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU
from ui.bridge import Bridge
from ui.tema import GELAP, TERANG, Warna, kontras, tema
from ui.views.beranda import Beranda
from ui.widgets.problem_list import ProblemList


@pytest.fixture
def beranda(qtbot: QtBot, bridge: Bridge) -> Iterator[Beranda]:
    view = Beranda(bridge)
    qtbot.addWidget(view)
    view.resize(750, 650)
    view.show()
    yield view
    tema().paksa(None)


def _tergambar(view: Beranda, w: Warna) -> bool:
    gambar = (view.aims.picture, view.money.picture)
    return all(not g.isNull() and g.pixelColor(1, 1) == QColor(w.kartu) for g in gambar)


def test_gambar_mengikuti_tema_dan_lebar(qtbot: QtBot, beranda: Beranda) -> None:
    qtbot.waitUntil(lambda: _tergambar(beranda, tema().warna), timeout=TUNGGU)
    tema().paksa(True)
    assert beranda.aims.picture.isNull()  # never the colours of the other theme
    qtbot.waitUntil(lambda: _tergambar(beranda, GELAP), timeout=TUNGGU)
    lebar = beranda.aims.picture.width()
    beranda.resize(400, 650)
    qtbot.waitUntil(lambda: beranda.aims.picture.width() != lebar, timeout=TUNGGU)


def test_gambar_menyebut_angkanya_dan_membuka_tempatnya(qtbot: QtBot, beranda: Beranda) -> None:
    assert "101,50%" in beranda.aims.accessibleDescription()
    assert "Belanja Pegawai: 99,05%" in beranda.money.accessibleDescription()
    with qtbot.waitSignal(beranda.bridge.screen_wanted) as sinyal:
        QTest.keyClick(beranda.aims, Qt.Key.Key_Return)
    assert sinyal.args == ["sasaran"]
    with qtbot.waitSignal(beranda.bridge.screen_wanted) as sinyal:
        QTest.mouseClick(beranda.money, Qt.MouseButton.LeftButton)
    assert sinyal.args == ["anggaran"]


def test_tahun_kosong_tanpa_gambar_dengan_tiga_pekerjaan(qtbot: QtBot) -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        bridge = Bridge(w)
        view = Beranda(bridge)
        qtbot.addWidget(view)
        view.show()
        assert not view.aims_card.isVisible()
        assert not view.money_card.isVisible()
        assert view.jobs.next_card.isVisible()
        bridge.close()


def test_jam_yang_mundur_disebut(qtbot: QtBot) -> None:
    saat = [datetime(2026, 11, 24, 8, 0).astimezone()]
    with Workspace.memori("Bapas Contoh", 2026, jam=lambda: saat[0]) as w:
        saat[0] = datetime(2026, 11, 20, 8, 0).astimezone()
        bridge = Bridge(w)
        view = Beranda(bridge)
        qtbot.addWidget(view)
        view.show()
        assert "Jam komputer ini" in view.clock.text()
        bridge.close()


@pytest.mark.parametrize("w", [TERANG, GELAP])
def test_batang_tahun_lalu_terlihat(w: Warna) -> None:
    assert kontras(w.bagan_lalu, w.kartu) >= 3
    assert kontras(w.aksen, w.kartu) >= 4.5


def test_masalah_berdua_baris_dan_enter_membuka_isiannya(qtbot: QtBot, bridge: Bridge) -> None:
    daftar = ProblemList(bridge, "Daftar")
    qtbot.addWidget(daftar)
    daftar.resize(600, 400)
    panjang = Problem("peringatan", "x", "pk", "k", "tanggal", "Kalimat yang panjang sekali. " * 12, "Saran.")
    daftar.show_problems([Problem("info", "x", "pk", "k", "tanggal", "Pendek."), panjang])
    daftar.show()
    tinggi = [daftar.visualItemRect(daftar.item(i)).height() for i in range(2)]
    assert tinggi[1] > 2 * tinggi[0]
    assert "Saran." in daftar.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    daftar.setCurrentRow(1)
    with qtbot.waitSignal(bridge.wanted) as sinyal:
        QTest.keyClick(daftar, Qt.Key.Key_Return)
    assert sinyal.args == ["pk", "k", "tanggal"]


@pytest.mark.parametrize(
    ("done", "due", "words"),
    [(0, True, "○ 0/4"), (1, True, "◐ 1/4"), (4, True, "✓ 4/4"), (1, False, "– belum waktunya")],
)
def test_kemajuan_terbaca_tanpa_warna(beranda: Beranda, done: int, due: bool, words: str) -> None:
    part = Kemajuan("Naskah", done, 4, "naskah", "Isi naskah", belum=not due)
    row = beranda.jobs._part(part)
    assert isinstance(row[2], QLabel)
    assert row[2].text() == words
    for widget in row:
        widget.deleteLater()
