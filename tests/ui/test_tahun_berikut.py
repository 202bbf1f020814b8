"""The year after as a person does it: copied by its dialog, filled by quarters, left in mid-cell, reopened, printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import IndikatorPeriode, IndikatorTahun, Pk
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, tampil
from tests.ui.test_setahun import Setuju
from ui.main_window import MainWindow
from ui.new_year import NewYearDialog
from ui.views.cetak import CetakView
from ui.views.realisasi import RealisasiView
from ui.widgets.grid import Grid

CTRL = Qt.KeyboardModifier.ControlModifier


def _buka(qtbot: QtBot, berkas: Path) -> MainWindow:
    w = tampil(qtbot, MainWindow(Workspace.buka(berkas)))
    w.preview_action.trigger()  # the preview has its own tests
    return w


def _periode(jendela: MainWindow) -> RealisasiView:
    view = jendela.show_screen("realisasi")
    assert isinstance(view, RealisasiView)
    view.tabs.setCurrentWidget(view.period_page)
    return view


def _pilih_triwulan(view: RealisasiView, n: int) -> Grid:
    view.period.setFocus()
    QTest.keyClick(view.period, Qt.Key.Key_Home)
    for _ in range(n - 1):
        QTest.keyClick(view.period, Qt.Key.Key_Down)
    view.period_page.grid.setFocus()
    return view.period_page.grid


def _buat_tahun(jendela: MainWindow) -> None:
    """The default of the dialog: the year after, copied from the last one."""

    def terima() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, NewYearDialog):
            QTest.keyClick(dialog, Qt.Key.Key_Return)
        else:
            QTimer.singleShot(0, terima)

    QTimer.singleShot(0, terima)
    jendela.year_action.trigger()


def test_tahun_berikut_sampai_kertasnya(qtbot: QtBot, berkas: Path, tmp_path: Path) -> None:
    jendela = _buka(qtbot, berkas)
    w = jendela.bridge.workspace
    _buat_tahun(jendela)
    assert jendela.bridge.year == 2024
    assert jendela.year_box.currentText() == "2024"
    it = w.snapshot.one(IndikatorTahun, tahun=2024, kode="SK1.IKK1")
    assert it is not None
    assert (it.pembilang, it.realisasi) == (None, None)
    assert not w.snapshot.where(Pk, tahun=2024), "an agreement is made anew"

    # Two quarters from a spreadsheet; the year follows from both.
    view = _periode(jendela)
    kisi = view.period_page.grid
    for n, teks in ((1, "300\t500"), (2, "330\t500")):
        kisi = _pilih_triwulan(view, n)
        kisi.go_to(it.id, "pembilang")
        QApplication.clipboard().setText(teks)
        with Setuju():
            QTest.keyClick(kisi, Qt.Key.Key_V, CTRL)
        jendela.activateWindow()  # the offscreen platform does not give it back from a dialog by itself
        qtbot.waitUntil(lambda: QApplication.activeWindow() is jendela, timeout=TUNGGU)
    hasil = jendela.bridge.hasil()
    assert hasil is not None
    assert hasil.per_indikator[it.indikator_id or ""].realisasi.cetak == "63%"

    # Called away in mid-cell: the window is closed, and the words are there the next morning.
    kisi.go_to(it.id, "kendala")
    QTest.keyClicks(kisi.viewport(), "K")
    editor = kisi.findChild(QLineEdit) or QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, "lien sulit dihubungi")
    jendela.close()
    jendela.deleteLater()

    jendela = _buka(qtbot, berkas)
    w = jendela.bridge.workspace
    kendala = [p.kendala for p in w.snapshot.where(IndikatorPeriode, tahun=2024, periode=2) if p.kendala]
    assert kendala == ["Klien sulit dihubungi"]
    assert w.label_urung.startswith("Ubah kendala")

    cetak = jendela.show_screen("cetak")
    assert isinstance(cetak, CetakView)
    jendela.bridge.set_year(2024)
    tujuan = tmp_path / "LKjIP 2024.pdf"
    cetak.save_to(cetak._papers()[0][1], "pdf", tujuan)
    qtbot.waitUntil(lambda: tujuan.exists() and "Tersimpan" in cetak.done.text(), timeout=TUNGGU)
    tercetak = "\n".join(w.teks_halaman(tujuan.read_bytes()))
    assert "Triwulan II: kendala: Klien sulit dihubungi." in tercetak
    assert "63%" in tercetak
    jendela.close()
    jendela.deleteLater()
