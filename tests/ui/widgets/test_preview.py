"""The preview shows the real pages of the newest state, follows what is edited, and can be leafed and searched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Ubah
from tests.ui.conftest import TUNGGU, ikk
from ui.bridge import Bridge
from ui.widgets.preview import Naskah, PreviewPane


@pytest.fixture
def pratinjau(qtbot: QtBot, bridge: Bridge) -> PreviewPane:
    pane = PreviewPane(bridge)
    qtbot.addWidget(pane, before_close_func=lambda w: w.close_jobs())
    pane.naskah = Naskah("pk")
    pane.resize(420, 640)
    pane.show()
    siap(qtbot, pane)
    return pane


def siap(qtbot: QtBot, pane: PreviewPane) -> None:
    qtbot.waitUntil(lambda: not pane.stale, timeout=TUNGGU)


def teks(pane: PreviewPane) -> str:
    return "\n".join(pane.bridge.workspace.teks_halaman(pane.paper.content))


def test_halaman_sungguhan_tergambar(qtbot: QtBot, pratinjau: PreviewPane) -> None:
    qtbot.waitUntil(lambda: pratinjau.pages.image(0) is not None, timeout=TUNGGU)
    gambar = pratinjau.pages.image(0)
    assert gambar is not None
    assert gambar.width() == pytest.approx(pratinjau.pages.viewport().width() - 24, abs=2)
    warna = {gambar.pixelColor(x, y).name() for x in range(0, gambar.width(), 7) for y in range(0, gambar.height(), 7)}
    assert "#ffffff" in warna
    assert len(warna) > 3
    assert "PERJANJIAN KINERJA TAHUN 2023" in teks(pratinjau)


def test_mengikuti_suntingan_dan_hanya_yang_terbaru(qtbot: QtBot, bridge: Bridge, pratinjau: PreviewPane) -> None:
    pratinjau.show_naskah(Naskah("lkjip", "ikhtisar"))
    siap(qtbot, pratinjau)
    row = ikk(bridge.workspace)
    for n in range(630, 641):
        bridge.do(Ubah("indikator_tahun", row.id, {"pembilang": n}))
        assert pratinjau.stale
    bridge.do(Ubah("indikator_tahun", row.id, {"pembilang": 700}))
    siap(qtbot, pratinjau)
    assert "91,36%" in teks(pratinjau)
    assert pratinjau.chooser.currentText() == "Ikhtisar eksekutif"


def test_membawa_nilai_ke_pandangan(qtbot: QtBot, bridge: Bridge, pratinjau: PreviewPane) -> None:
    pratinjau.show_naskah(Naskah("lkjip", "bab3"))
    siap(qtbot, pratinjau)
    row = ikk(bridge.workspace, "SK2.IKK9")
    assert pratinjau.pages.page() == 0
    bridge.focused.emit("indikator_tahun", row.id, "realisasi")
    assert pratinjau.pages._flash is not None
    assert pratinjau.pages.verticalScrollBar().value() > 0
    assert not pratinjau.pages.show_value("indikator_tahun", "tidak-ada", "")


def test_halaman_dan_ukuran(qtbot: QtBot, pratinjau: PreviewPane) -> None:
    assert pratinjau.page_count.text() == f"/ {len(pratinjau.paper.sizes)}"
    pratinjau.page_field.setText("3")
    QTest.keyClick(pratinjau.page_field, Qt.Key.Key_Return)
    assert pratinjau.pages.page() == 2
    QTest.keyClick(pratinjau.pages, Qt.Key.Key_Home)
    assert pratinjau.pages.page() == 0
    semula = pratinjau.pages.percent()
    pratinjau.pages.step_zoom(1)
    assert pratinjau.pages.percent() > semula
    assert pratinjau.zoom_text.text() == f"{pratinjau.pages.percent()}%"
    pratinjau.pages.set_zoom(None)
    assert pratinjau.pages.percent() == semula


def test_cari_pada_halaman(qtbot: QtBot, pratinjau: PreviewPane) -> None:
    pratinjau.search_button.click()
    pratinjau.search.line.setText("perjanjian kinerja")
    qtbot.waitUntil(lambda: pratinjau.search.count.text().startswith("1/"), timeout=TUNGGU)
    banyak = len(pratinjau.pages._finds)
    assert banyak > 1
    QTest.keyClick(pratinjau.search.line, Qt.Key.Key_Return)
    assert pratinjau.search.count.text() == f"2/{banyak}"
    pratinjau.search.line.setText("kata yang tidak ada")
    qtbot.waitUntil(lambda: pratinjau.search.count.text() == "tidak ada", timeout=TUNGGU)
    pratinjau.search_button.click()
    assert pratinjau.search.line.isHidden() or not pratinjau.search.line.isVisible()


def test_yang_tidak_dapat_dibangun_dikatakan(qtbot: QtBot, bridge: Bridge, pratinjau: PreviewPane) -> None:
    pratinjau.show_naskah(Naskah("pk", pk_id="tidak-ada"))
    siap(qtbot, pratinjau)
    assert pratinjau._stack.currentWidget() is pratinjau._message
    assert pratinjau._message.text().endswith(".")
    pratinjau.show_naskah(Naskah("pk"))
    siap(qtbot, pratinjau)
    assert pratinjau._stack.currentWidget() is pratinjau.pages


def test_a_field_leads_to_the_chapter_that_prints_it(qtbot: QtBot, bridge: Bridge, pratinjau: PreviewPane) -> None:
    s = bridge.snapshot
    posisi, hukum, nilai = (next(iter(s.tabel[t])) for t in ("posisi", "dasar_hukum", "tata_nilai"))
    pratinjau.show_naskah(Naskah("surat"))
    siap(qtbot, pratinjau)
    for tabel, kunci, kolom, bab in (
        ("posisi", posisi, "tugas", "bab1"),
        ("dasar_hukum", hukum, "tentang", "bab1"),
        ("tata_nilai", nilai, "uraian", "bab2"),
        ("identitas", next(iter(s.tabel["identitas"])), "telepon", ""),
        ("naskah", "baru:bab1.maksud_tujuan", "isi", "bab1"),
    ):
        bridge.focused.emit(tabel, kunci, kolom)
        siap(qtbot, pratinjau)
        assert pratinjau.naskah == (Naskah("lkjip", bab) if bab else Naskah("surat"))
        assert pratinjau.pages._flash is not None
    # A paper that was chosen by hand stays, and so does the paper of the next screen.
    qtbot.waitUntil(lambda: pratinjau.chooser.count() > 0, timeout=TUNGGU)
    pratinjau.chooser.setCurrentIndex(pratinjau.chooser.findText("Kata pengantar"))
    pratinjau.chooser.activated.emit(pratinjau.chooser.currentIndex())
    bridge.focused.emit("posisi", posisi, "tugas")
    siap(qtbot, pratinjau)
    assert pratinjau.naskah == Naskah("lkjip", "kata_pengantar")
    pratinjau.show_naskah(Naskah("lkjip", "bab4"))
    siap(qtbot, pratinjau)
    assert pratinjau.naskah == Naskah("lkjip", "bab4")
