"""Beranda: pictures of the report in the colours of the theme, which lead to their place and say their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.checks import Problem
from lkjip_desktop.core.commands import Tambah, Ubah
from lkjip_desktop.core.kemajuan import kemajuan
from lkjip_desktop.core.kemajuan_bab import Butir, KemajuanBab
from lkjip_desktop.core.tables import Laporan
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, tampil
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.tema import GELAP, TERANG, Warna, kontras, tema
from ui.views.beranda import Beranda
from ui.views.naskah import NaskahView
from ui.widgets.link import Link
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


def test_gambar_digambar_lagi_bila_tema_berganti_di_layar_lain(qtbot: QtBot, beranda: Beranda) -> None:
    qtbot.waitUntil(lambda: _tergambar(beranda, tema().warna), timeout=TUNGGU)
    beranda.hide()
    tema().paksa(True)
    jeda = beranda.aims.findChild(QTimer)
    assert jeda is not None
    qtbot.waitUntil(lambda: not jeda.isActive(), timeout=TUNGGU)  # what is hidden is not drawn
    beranda.show()
    qtbot.waitUntil(lambda: _tergambar(beranda, GELAP), timeout=TUNGGU)


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
        assert "jam komputer ini" in view.clock.text()
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
    ("ada", "belum", "words"),
    [
        ((False, False), (False, False), "○ 0 dari 2"),
        ((True, False), (False, False), "◐ 1 dari 2"),
        ((True, True), (False, False), "✓ 2 dari 2"),
        ((True, False), (False, True), "– belum waktunya"),
    ],
)
def test_kemajuan_terbaca_tanpa_warna(
    beranda: Beranda, ada: tuple[bool, ...], belum: tuple[bool, ...], words: str
) -> None:
    butir = tuple(Butir("visi", a, "renstra", "", "visi", b) for a, b in zip(ada, belum, strict=True))
    row = beranda.jobs._chapter(KemajuanBab("bab2", "Bab II", butir))
    assert isinstance(row[2], QLabel)
    assert row[2].text() == words
    for widget in row:
        widget.deleteLater()


def _tulisan(view: QWidget) -> str:
    """Every word on view."""
    labels = [x.text() for x in view.findChildren(QLabel) if x.isVisible()]
    return "\n".join(labels + [x.words() for x in view.findChildren(Link) if x.isVisible()])


def test_tahun_kosong_menyebut_tiga_pekerjaan_bukan_daftar_masalah(qtbot: QtBot) -> None:
    saat = datetime(2026, 3, 2, 8, 0).astimezone()
    with Workspace.memori("Bapas Contoh", 2026, jam=lambda: saat) as w:
        bridge = Bridge(w)
        view = Beranda(bridge)
        qtbot.addWidget(view)
        view.show()
        qtbot.waitUntil(lambda: bridge.problems.fresh and bool(bridge.problems.found), timeout=TUNGGU)
        assert not view.problem_part.isVisible()
        assert not view.tiles.isVisible()
        words = _tulisan(view)
        assert "3. Tulis sasaran" in words
        assert "4. " not in words
        assert "0 dari 0" not in words
        assert "Bulan ini (Maret 2026)" in words
        assert "Pelaporan e-Performance bulan Februari 2026" in words
        assert "Bab III Akuntabilitas Kinerja" in words
        assert "– belum waktunya" in words
        bridge.close()


def test_sebagian_terisi_tanpa_nol_dari_nol(qtbot: QtBot) -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        isi = {"tahun": 2026, "kode": "51", "nama": "Belanja Pegawai", "pagu": 1_000_000}
        w.lakukan(Tambah("anggaran_belanja", w.id_baru(), isi))
        bridge = Bridge(w)
        view = Beranda(bridge)
        qtbot.addWidget(view)
        view.show()
        assert view.tiles.isVisible()
        assert "0 dari 0" not in _tulisan(view)
        assert view.reached.value.text() == "–"
        bridge.close()


def test_setiap_celah_bab_mengantar_ke_layarnya(qtbot: QtBot) -> None:
    """One click on a chapter leads to the screen of its first gap, also where the row is still missing."""
    saat = datetime(2027, 1, 5, 8, 0).astimezone()  # everything is due
    with Workspace.memori("Bapas Contoh", 2026, jam=lambda: saat) as w:
        window = tampil(qtbot, MainWindow(w))
        layar = {"Pengantar": "naskah", "Bab I ": "identitas", "Bab II ": "renstra", "Bab III": "sasaran"}
        for awal, tujuan in {**layar, "Lampiran": "pk"}.items():
            view = window.show_screen("beranda")
            link = next(x for x in view.findChildren(Link) if x.words().startswith(awal))
            QTest.mouseClick(link, Qt.MouseButton.LeftButton)
            assert window._key == tujuan, awal
            assert "ditulis oleh program" not in window.message.text()
        window.close()
        window.deleteLater()


def test_pekerjaan_mengantar_ke_isian_pertamanya_yang_kosong(qtbot: QtBot, workspace: Workspace) -> None:
    """The job of the letter opens the letter, whichever tab of Naskah was open last."""
    lap = workspace.snapshot.one(Laporan, tahun=2023)
    assert lap is not None
    workspace.lakukan(Ubah("laporan", lap.id, {"tanggal": ""}))
    jendela = tampil(qtbot, MainWindow(workspace))
    naskah = jendela.show_screen("naskah")
    assert isinstance(naskah, NaskahView)
    naskah.tabs.setCurrentIndex(naskah.tabs.count() - 1)
    beranda = jendela.show_screen("beranda")
    pekerjaan = next(k for k in beranda.findChildren(Link) if "penanda tangan" in k.words())
    pekerjaan.setFocus()
    QTest.keyClick(pekerjaan, Qt.Key.Key_Return)
    assert jendela.current is naskah
    fokus = QApplication.focusWidget()
    assert fokus is not None
    assert naskah.report.fields["tanggal"].isAncestorOf(fokus)


def test_setiap_pekerjaan_tahun_kosong_mengantar_ke_layarnya(qtbot: QtBot) -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        jendela = tampil(qtbot, MainWindow(w))
        for k in kemajuan(w.snapshot, w.hasil(2026), 2026):
            jendela.show_screen("beranda")
            jendela.message.clear()
            jendela.show_screen(k.layar)
            if k.celah is not None:
                jendela.go_to(*k.celah)
            assert jendela.current is jendela.show_screen(k.layar), k.judul
            assert not jendela.message.text(), k.judul


def test_jalan_kunci_kotak_dan_gambar_sama(qtbot: QtBot, beranda: Beranda) -> None:
    for bagian in (beranda.mean, beranda.aims):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter):
            with qtbot.waitSignal(bagian.pressed):
                QTest.keyClick(bagian, key)
        with qtbot.assertNotEmitted(bagian.pressed):  # let go beside it
            QTest.mousePress(bagian, Qt.MouseButton.LeftButton)
            QTest.mouseRelease(bagian, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))


def test_tautan_panjang_terpotong_dengan_keterangan_utuh(qtbot: QtBot) -> None:
    link = Link("Persentase klien & anak " * 12)
    qtbot.addWidget(link)
    link.resize(200, 30)
    link.show()
    assert link.text().endswith("…")
    assert link.toolTip() == link.words()
    assert link.minimumSizeHint().width() < 200
    link.resize(link.sizeHint())
    assert link.text().replace("&&", "&") == link.words()
    assert not link.toolTip()
