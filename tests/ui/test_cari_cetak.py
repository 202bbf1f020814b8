"""Finding over the whole file, the list of keys, and paper from the preview."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.printing import ask_and_print, chosen_pages, fitted, print_pages
from ui.search_dialog import SearchDialog
from ui.shortcuts_dialog import ShortcutsDialog


def test_cari_membawa_ke_isiannya(qtbot: QtBot, jendela: MainWindow) -> None:
    QTest.keyClick(jendela, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    dialog = jendela._search
    assert isinstance(dialog, SearchDialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.line, timeout=TUNGGU)
    QTest.keyClicks(dialog.line, "1.277")
    qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=TUNGGU)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert jendela._key == "sasaran"
    row = ikk(jendela.bridge.workspace)
    panel = jendela.current.indikator  # type: ignore[attr-defined]  # the key says which view it is
    assert panel.row_id == row.id
    dialog.line.setText("tidak ada kata seperti ini")
    qtbot.waitUntil(lambda: "tidak ditemukan" in dialog.state.text(), timeout=TUNGGU)
    dialog.close()


def test_cari_di_tahun_lain_mengganti_tahun(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.find_words()
    dialog = jendela._search
    assert dialog is not None
    dialog.line.setText("SK1.IKK1")
    qtbot.waitUntil(lambda: dialog.list.count() > 1, timeout=TUNGGU)
    lama = next(
        item
        for i in range(dialog.list.count())
        if (item := dialog.list.item(i)).data(Qt.ItemDataRole.UserRole).tahun == 2022
    )
    dialog.list.itemActivated.emit(lama)
    assert jendela.bridge.year == 2022
    dialog.close()


def test_daftar_pintasan_dari_tindakan_jendela(qtbot: QtBot, jendela: MainWindow) -> None:
    dialog = ShortcutsDialog(jendela.actions(), jendela)
    isi = {
        table.item(i, 0).text(): table.item(i, 1).text()  # type: ignore[union-attr]  # every cell is filled
        for table in dialog.findChildren(QTableWidget)
        for i in range(table.rowCount())
    }
    assert isi["Ctrl+F"] == "Cari di berkas"
    assert isi["Ctrl+P"] == "Cetak halaman pratinjau"
    assert any("Ctrl+Y" in k for k in isi)
    dialog.close()


@pytest.fixture
def naskah(workspace: Workspace) -> bytes:
    return workspace.bangun("pk", 2023).isi


def test_mencetak_halaman_yang_dipilih(qtbot: QtBot, bridge: Bridge, naskah: bytes, tmp_path: Path) -> None:
    ukuran = bridge.page_sizes(naskah)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    hasil = tmp_path / "cetak.pdf"
    printer.setOutputFileName(str(hasil))
    printer.setFullPage(True)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    halaman = chosen_pages(printer, len(ukuran), 0)
    assert halaman == [1, 2]
    assert print_pages(printer, naskah, ukuran, bridge.raster, halaman)
    tercetak = bridge.page_sizes(hasil.read_bytes())
    assert len(tercetak) == 2
    assert tercetak[0] == pytest.approx(ukuran[1], abs=2)  # real size, lying where it lies


def test_mencetak_dapat_dihentikan(qtbot: QtBot, bridge: Bridge, naskah: bytes, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "batal.pdf"))
    ukuran = bridge.page_sizes(naskah)
    assert not print_pages(printer, naskah, ukuran, bridge.raster, [0, 1], lambda n: n < 1)


def _pdf(ukuran: list[tuple[float, float]]) -> bytes:
    """Pages of these sizes with a dark mark in the lower right corner."""
    from reportlab.pdfgen import canvas

    isi = io.BytesIO()
    kanvas = canvas.Canvas(isi)
    for lebar, tinggi in ukuran:
        kanvas.setPageSize((lebar, tinggi))
        kanvas.rect(lebar - 60, 30, 30, 30, fill=1)
        kanvas.showPage()
    kanvas.save()
    return isi.getvalue()


A4, F4 = (595.3, 841.9), (609.4, 935.4)
TIDUR = (F4[1], F4[0])


def test_f4_dan_halaman_tidur_tercetak_seukurannya(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    isi = _pdf([A4, F4, TIDUR, A4])
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    hasil = tmp_path / "campur.pdf"
    printer.setOutputFileName(str(hasil))
    printer.setFullPage(True)
    ukuran = bridge.page_sizes(isi)
    assert print_pages(printer, isi, ukuran, bridge.raster, [0, 1, 2, 3])
    tercetak = bridge.page_sizes(hasil.read_bytes())
    for asal, jadi in zip(ukuran, tercetak, strict=True):
        assert jadi == pytest.approx(asal, abs=4)  # F4 is "Folio" to the printer, 2 mm wider
    for n, (lebar, tinggi) in enumerate(ukuran):
        assert _bertanda(bridge.raster(hasil.read_bytes(), n, 72), lebar - 45, tinggi - 45)


def _bertanda(gambar: QImage, x: float, y: float) -> bool:
    return gambar.pixelColor(round(x), round(y)).lightness() < 60


class _HanyaA4(QPrinter):
    """A printer that has A4 in its tray and takes nothing else."""

    def setPageSize(self, _size: QPageSize | QPageSize.PageSizeId | QSize) -> bool:
        return super().setPageSize(QPageSize(QPageSize.PageSizeId.A4))


def test_f4_pada_pencetak_a4_dikecilkan_bukan_dipotong(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    isi = _pdf([F4, TIDUR, A4])
    printer = _HanyaA4(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    hasil = tmp_path / "a4.pdf"
    printer.setOutputFileName(str(hasil))
    printer.setFullPage(True)
    ukuran = bridge.page_sizes(isi)
    assert fitted(printer, *ukuran[0]) == pytest.approx(A4[1] / F4[1], abs=0.01)
    assert fitted(printer, *ukuran[2]) == 1
    assert print_pages(printer, isi, ukuran, bridge.raster, [0, 1, 2])
    tercetak = bridge.page_sizes(hasil.read_bytes())
    assert tercetak[1] == pytest.approx((A4[1], A4[0]), abs=2)
    bagian = A4[1] / F4[1]
    tepi = (A4[0] - F4[0] * bagian) / 2
    kertas = bridge.raster(hasil.read_bytes(), 0, 72)
    assert _bertanda(kertas, tepi + (F4[0] - 45) * bagian, (F4[1] - 45) * bagian)


def test_rentang_halaman_terputus_dan_bolak_balik(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the dialog of the system answers: pages 1, 3 and 4, on both sides as the rule of the office proposes."""
    isi = _pdf([A4] * 5)
    hasil = tmp_path / "rentang.pdf"
    diusulkan: list[QPrinter.DuplexMode] = []

    def jawab(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(hasil))
        printer.setResolution(72)
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setPageRanges(QPageRanges.fromString("1,3-4,9"))
        return QDialog.DialogCode.Accepted

    # A printer to a file has no second side and would not tell.
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _printer, cara: diusulkan.append(cara))
    monkeypatch.setattr(QPrintDialog, "exec", jawab)
    induk = QWidget()
    qtbot.addWidget(induk)
    said = ask_and_print(induk, "LKjIP", isi, bridge.page_sizes(isi), bridge.raster, two_sided=True)
    assert said == "LKjIP dikirim ke pencetak."
    assert diusulkan == [QPrinter.DuplexMode.DuplexLongSide]
    assert len(bridge.page_sizes(hasil.read_bytes())) == 3
