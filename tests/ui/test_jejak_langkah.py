"""Undo and redo lead the eye: the field that changed takes the cursor, or the status bar says on which screen it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Banyak, Hapus, Tambah, Ubah
from lkjip_desktop.core.tables import IndikatorTahun, Tenggat
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk
from ui.main_window import MainWindow
from ui.step_trail import traces
from ui.views.realisasi import RealisasiView
from ui.views.sasaran import SasaranView
from ui.widgets.field import Field
from ui.widgets.grid import Grid

CTRL = Qt.KeyboardModifier.ControlModifier


def _isian() -> Field | None:
    """The field of the form in which the cursor is."""
    at = QApplication.focusWidget()
    while at is not None and not isinstance(at, Field):
        at = at.parentWidget()
    return at


def test_urungkan_memindah_kursor_ke_isian_yang_berubah(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    view = jendela.show_screen("sasaran")
    satu, dua = ikk(w), ikk(w, "SK1.IKK2")
    w.lakukan(Ubah("indikator_tahun", satu.id, {"sumber": "SDP"}))
    assert view.show_place("indikator_tahun", dua.id, "satuan")  # meanwhile the user is elsewhere on the screen
    di = QApplication.focusWidget()
    assert di is not None
    QTest.keyClick(di, Qt.Key.Key_Z, CTRL)
    assert ikk(w).sumber == satu.sumber
    assert jendela.message.text().startswith("Diurungkan: Ubah sumber data")
    qtbot.waitUntil(lambda: (f := _isian()) is not None and f.column.name == "sumber", timeout=TUNGGU)
    isian = _isian()
    assert isian is not None
    assert isian.editor.property("kilat")
    # The cursor is in a field now, and the keys are still those of the file.
    QTest.keyClick(isian.editor, Qt.Key.Key_Y, CTRL)
    assert ikk(w).sumber == "SDP"


def test_urungkan_di_tabel_memilih_selnya(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    baris = ikk(w, "SK2.IKK3")
    w.lakukan(Ubah("indikator_tahun", baris.id, {"realisasi": Decimal(9)}))
    jendela.show_screen("realisasi")
    QTest.keyClick(jendela, Qt.Key.Key_Z, CTRL)

    def terpilih() -> bool:
        kisi = QApplication.focusWidget()
        if not isinstance(kisi, Grid):
            return False
        at = kisi.currentIndex()
        spec = kisi.model().columns[at.column()].spec
        return kisi.model().row_at(at.row()).id == baris.id and spec is not None and spec.name == "realisasi"

    qtbot.waitUntil(terpilih, timeout=TUNGGU)


def test_urungkan_tempelan_memilih_seluruh_bloknya(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    ubah = [Ubah("indikator_tahun", ikk(w, f"SK2.IKK{n}").id, {"realisasi": Decimal(n)}) for n in (6, 7, 8)]
    w.lakukan(Banyak("Tempel 3 sel", tuple(ubah)))
    view = jendela.show_screen("realisasi")
    assert isinstance(view, RealisasiView)
    QTest.keyClick(jendela, Qt.Key.Key_Z, CTRL)
    kisi = view.year_page.grid
    qtbot.waitUntil(lambda: len(kisi.selectedIndexes()) == 3, timeout=TUNGGU)
    baris = {kisi.model().row_at(i.row()).id for i in kisi.selectedIndexes()}
    assert baris == {ikk(w, f"SK2.IKK{n}").id for n in (6, 7, 8)}


def test_di_layar_lain_disebut_dengan_tautan(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    baris = ikk(w)
    w.lakukan(Ubah("indikator_tahun", baris.id, {"sumber": "SDP"}))
    jendela.show_screen("periksa")
    QTest.keyClick(jendela, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "di layar Sasaran" in jendela.message.text(), timeout=TUNGGU)
    assert jendela._key == "periksa"  # the window does not jump by itself
    assert "&amp;" in jendela.message.text()  # names are no markup
    jendela.message.linkActivated.emit("#")
    assert jendela._key == "sasaran"
    isian = _isian()
    assert isian is not None
    assert isian.column.name == "sumber"
    jendela.say("Lain.", False)
    assert jendela.message.textFormat() == Qt.TextFormat.PlainText


def test_tahun_lain_disebut_dan_dibuka(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    baris = ikk(w, tahun=2022)
    w.lakukan(Ubah("indikator_tahun", baris.id, {"sumber": "SDP"}))
    jendela.show_screen("sasaran")
    QTest.keyClick(jendela, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: "2022" in jendela.message.text(), timeout=TUNGGU)
    assert jendela.bridge.year == 2023
    jendela.message.linkActivated.emit("#")
    assert jendela.bridge.year == 2022


def test_yang_setengah_diketik_ikut_diurungkan_dan_kembali(qtbot: QtBot, jendela: MainWindow) -> None:
    """A click on the tool bar leaves no field: the name just typed for a new indicator is what is taken back, not the
    indicator with the name in it."""
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    view = jendela.show_screen("sasaran")
    assert isinstance(view, SasaranView)
    QTest.mouseClick(view.add_indicator, Qt.MouseButton.LeftButton)
    banyak = len(w.snapshot.rows(IndikatorTahun))
    nama = QApplication.focusWidget()
    assert isinstance(nama, QPlainTextEdit)
    semula = nama.toPlainText()
    QTest.keyClicks(nama, "Persentase klien mandiri")
    jendela.undo_action.trigger()
    assert len(w.snapshot.rows(IndikatorTahun)) == banyak
    assert nama.toPlainText() == semula
    jendela.redo_action.trigger()
    assert nama.toPlainText() == "Persentase klien mandiri"
    assert w.snapshot.one(IndikatorTahun, nama="Persentase klien mandiri") is not None


def test_mengulangi_tidak_meninggalkan_yang_setengah_diketik(qtbot: QtBot, jendela: MainWindow) -> None:
    """Storing the half-typed words would be a step, and that would forget what can be done again."""
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    for sumber in ("SDP", "SDP 2023"):
        w.lakukan(Ubah("indikator_tahun", ikk(w).id, {"sumber": sumber}))
    view = jendela.show_screen("sasaran")
    assert view.show_place("indikator_tahun", ikk(w, "SK1.IKK2").id, "satuan")
    isian = QApplication.focusWidget()
    assert isinstance(isian, QLineEdit)
    jendela.undo_action.trigger()
    jendela.undo_action.trigger()
    qtbot.waitUntil(lambda: not jendela.trail._timer.isActive(), timeout=TUNGGU)
    assert view.show_place("indikator_tahun", ikk(w, "SK1.IKK2").id, "satuan")
    QTest.keyClicks(isian, "xyz")
    jendela.redo_action.trigger()
    qtbot.waitUntil(lambda: not jendela.trail._timer.isActive(), timeout=TUNGGU)
    assert QApplication.focusWidget() is isian
    assert "xyz" in isian.text()
    assert w.label_ulang.startswith("Ubah sumber data")


def test_ditahan_lima_puluh_kali_layar_bergerak_sekali(
    qtbot: QtBot, jendela: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    jendela.preview_action.trigger()
    w = jendela.bridge.workspace
    view = jendela.show_screen("sasaran")
    for n in range(50):
        w.lakukan(Ubah("indikator_tahun", ikk(w).id, {"sumber": f"Sumber {n}"}))
    gerak: list[str] = []
    asli = view.show_place

    def catat(table: str, key: str, column: str) -> bool:
        gerak.append(column)
        return asli(table, key, column)

    monkeypatch.setattr(view, "show_place", catat)
    for _ in range(50):
        QTest.keyClick(jendela, Qt.Key.Key_Z, CTRL)
    assert "Sumber" not in ikk(w).sumber
    qtbot.waitUntil(lambda: bool(gerak), timeout=TUNGGU)
    assert len(gerak) <= 3  # a slow machine may pause once or twice in fifty


def test_jejak_langkah_berurut(workspace: Workspace) -> None:
    satu, dua = ikk(workspace, "SK1.IKK1"), ikk(workspace, "SK1.IKK3")
    baru = workspace.id_baru()
    workspace.lakukan(Tambah("tenggat", baru, {"tahun": 2023, "nama": "Rapat"}))
    sebelum = workspace.snapshot
    pesan: list[Changed] = []
    workspace.dengar(pesan.append)
    perintah = (
        Hapus("tenggat", baru),
        Ubah("indikator_tahun", dua.id, {"sumber": "A", "urut": 9}),
        Ubah("indikator_tahun", satu.id, {"sumber": "B"}),
    )
    workspace.lakukan(Banyak("Uji", perintah))
    jejak = traces(sebelum, workspace.snapshot, pesan[-1])
    assert [(t.table, t.column, t.gone) for t in jejak if t.table != "tenggat"][:2] == [
        ("indikator_tahun", "sumber", False),
        ("indikator_tahun", "sumber", False),
    ]
    assert jejak[0].key == satu.id
    assert (jejak[-1].table, jejak[-1].gone, jejak[-1].year) == ("tenggat", True, 2023)
    assert not workspace.snapshot.where(Tenggat, tahun=2023, nama="Rapat")
