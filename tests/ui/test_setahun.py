"""A small year from an empty file by keys and clicks: aim, indicator, figures, budget, text, agreement, paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.naskah import baca, polos
from lkjip_desktop.core.tables import (
    AnggaranBelanja,
    Identitas,
    IndikatorTahun,
    Kegiatan,
    Naskah,
    Pejabat,
    Pk,
    Renstra,
    SasaranTahun,
)
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk, tampil
from ui.main_window import MainWindow
from ui.views.anggaran import AnggaranView
from ui.views.bagian_panel import BagianPanel
from ui.views.cetak import CetakView
from ui.views.identitas import IdentitasView
from ui.views.naskah import NaskahView
from ui.views.renstra import RenstraView
from ui.views.sasaran import SasaranView
from ui.widgets.naskah_text import TextPart

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def jendela(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window on a file that holds a name and a year."""
    path = tmp_path / "baru.lkjip"
    Workspace.baru(path, "Balai Pemasyarakatan Kelas II Contoh", 2025).tutup()
    w = tampil(qtbot, MainWindow(Workspace.buka(path)))
    w.preview_action.trigger()  # the preview has its own tests
    return w


def isi(teks: str, lanjut: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Type into the input that has the focus, over what is there, and leave it."""
    fokus = QApplication.focusWidget()
    assert fokus is not None
    if isinstance(fokus, QLineEdit | QPlainTextEdit):
        fokus.selectAll()
    QTest.keyClicks(fokus, teks)
    QTest.keyClick(fokus, lanjut)


def klik(tombol: QPushButton) -> None:
    QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)


def tombol(akar: QWidget, nama: str) -> QPushButton:
    """A visible button by its text or accessible name."""
    for b in akar.findChildren(QPushButton):
        if nama in (b.text(), b.accessibleName()) and b.isVisible():
            return b
    raise AssertionError(f"no visible button {nama}")


def test_setahun_dari_berkas_kosong(qtbot: QtBot, jendela: MainWindow, tmp_path: Path) -> None:
    w = jendela.bridge.workspace

    # Identity and an official.
    identitas = jendela.show_screen("identitas")
    assert isinstance(identitas, IdentitasView)
    identitas.satker.focus_column("singkatan")
    isi("Bapas Contoh")
    isi("409251")
    assert w.snapshot.rows(Identitas)[0].kode_satker == "409251"
    identitas.tabs.setCurrentIndex(1)
    klik(tombol(identitas, "Tambah pejabat"))
    isi("Siti Rahayu")
    identitas.pejabat.focus_column("jabatan")
    isi("Kepala Balai Pemasyarakatan Kelas II Contoh")
    assert [(p.nama, p.jabatan.split()[0]) for p in w.snapshot.rows(Pejabat)] == [("Siti Rahayu", "Kepala")]

    # The plan.
    renstra = jendela.show_screen("renstra")
    assert isinstance(renstra, RenstraView)
    klik(tombol(renstra, "Tambah Renstra"))
    isi("Renstra 2025-2029")
    assert w.snapshot.rows(Renstra)[0].nama == "Renstra 2025-2029"

    # An aim with an indicator, its way of measuring, its figures.
    sasaran = jendela.show_screen("sasaran")
    assert isinstance(sasaran, SasaranView)
    klik(sasaran.add_aim)
    isi("Meningkatnya pembimbingan klien")
    klik(sasaran.add_indicator)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    isi("Persentase klien yang bekerja")
    assert [s.nama for s in w.snapshot.where(SasaranTahun, tahun=2025)] == ["Meningkatnya pembimbingan klien"]
    row = w.snapshot.one(IndikatorTahun, tahun=2025)
    assert row is not None
    assert (row.kode, row.nama) == ("SK1.IKK1", "Persentase klien yang bekerja")
    panel = sasaran.indikator
    panel.show_place("jenis_nilai")
    jenis = QApplication.focusWidget()
    assert jenis is not None
    QTest.keyClicks(jenis, "Rasio")
    panel.way.fields["jenis_nilai"].commit()
    panel.show_place("satuan")
    isi("%")
    klik_polaritas = panel.way.fields["polaritas"]
    QTest.mouseClick(klik_polaritas.buttons["naik"], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]  # a PolarityField
    panel.show_place("target")
    for angka in ("60%", "350", "500"):
        isi(angka)
    row = ikk(w, tahun=2025)
    assert [str(n) for n in (row.pembilang, row.penyebut, row.target)] == ["350", "500", "60"]
    assert panel.measure.value.text() == "116,67%"

    # The budget by a block from a spreadsheet, a programme by keys.
    anggaran = jendela.show_screen("anggaran")
    assert isinstance(anggaran, AnggaranView)
    anggaran.tabs.setCurrentWidget(anggaran.pages["anggaran_belanja"])
    kisi = anggaran.pages["anggaran_belanja"].grid
    kisi.setFocus()
    QTest.keyClick(kisi, Qt.Key.Key_Plus, CTRL)
    assert w.snapshot.rows(AnggaranBelanja)[0].kode == "51"
    kisi.select_block(0, 2, 0, 2)
    QApplication.clipboard().setText("Rp 1.000.000,-\t950.000")
    with Setuju():
        QTest.keyClick(kisi, Qt.Key.Key_V, CTRL)
    jendela.activateWindow()  # the offscreen platform does not give it back from a dialog by itself
    qtbot.waitUntil(lambda: QApplication.activeWindow() is jendela, timeout=TUNGGU)
    assert [(b.pagu, b.realisasi) for b in w.snapshot.rows(AnggaranBelanja)] == [(1_000_000, 950_000)]
    assert "95%" in anggaran.total.text()
    anggaran.tabs.setCurrentWidget(anggaran.pages["kegiatan"])
    kegiatan = anggaran.pages["kegiatan"].grid
    kegiatan.setFocus()
    QTest.keyClick(kegiatan, Qt.Key.Key_Plus, CTRL)
    kegiatan.go_to(w.snapshot.rows(Kegiatan)[0].id, "anggaran")
    QTest.keyClicks(kegiatan, "1")
    editor = kegiatan.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, ".000.000")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert w.snapshot.rows(Kegiatan)[0].anggaran == 1_000_000

    # A text of the office's own.
    naskah = jendela.show_screen("naskah")
    assert isinstance(naskah, NaskahView)
    parts = naskah.parts
    assert isinstance(parts, BagianPanel)
    parts.tree.setCurrentItem(parts._items["bab1.latar_belakang"])
    assert parts.form.focus_column("isi")
    teks = QApplication.focusWidget()
    assert isinstance(teks, TextPart)
    QTest.keyClicks(teks, "Laporan pertama kami.")
    parts.tree.setFocus()
    qtbot.waitUntil(lambda: bool(w.snapshot.where(Naskah, tahun=2025)), timeout=TUNGGU)
    assert polos(baca(w.snapshot.where(Naskah, tahun=2025)[0].isi)) == "Laporan pertama kami."

    # Fifty steps back and forth leave the same rows.
    sesudah = w.snapshot
    langkah = 0
    while w.label_urung:
        QTest.keyClick(jendela, Qt.Key.Key_Z, CTRL)
        langkah += 1
    assert langkah >= 20
    assert w.snapshot.rows(IndikatorTahun) == ()
    for _ in range(langkah):
        QTest.keyClick(jendela, Qt.Key.Key_Y, CTRL)
    assert w.snapshot == sesudah

    # Paper.
    cetak = jendela.show_screen("cetak")
    assert isinstance(cetak, CetakView)
    hasil = tmp_path / "LKjIP 2025.pdf"
    cetak.save_to(cetak._papers()[0][1], "pdf", hasil)
    qtbot.waitUntil(lambda: hasil.exists() and "Tersimpan" in cetak.done.text(), timeout=TUNGGU)
    tercetak = "\n".join(w.teks_halaman(hasil.read_bytes()))
    assert "116,67%" in tercetak
    assert "Laporan pertama kami." in tercetak
    assert w.snapshot.rows(Pk) == ()
    jendela.close()
    jendela.deleteLater()


class Setuju(QObject):
    """Presses the default button of the dialog that opens meanwhile."""

    def __enter__(self) -> Setuju:
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and hasattr(watched, "apply_button"):
            QTest.keyClick(watched.apply_button, Qt.Key.Key_Return)
        return False
