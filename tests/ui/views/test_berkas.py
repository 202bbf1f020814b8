"""Berkas & cadangan as a person works it: backup, restore with preview, sending, verifying with a code, locks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from lkjip_desktop import tempat
from lkjip_desktop.core.commands import KunciBagian, Ubah
from lkjip_desktop.core.kode_kata import basis32, kata
from lkjip_desktop.core.tables import KunciPeriode
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU, ikk, tampil
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.restore_dialog import RestoreDialog
from ui.views.berkas import BerkasView
from ui.views.berkas_kunci import ReasonDialog


@pytest.fixture
def layar(qtbot: QtBot, berkas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BerkasView]:
    monkeypatch.setattr(tempat, "folder_data", lambda: tmp_path / "data")
    jendela = tampil(qtbot, MainWindow(Workspace.buka(berkas)))
    jendela.preview_action.trigger()  # pages have their own tests
    view = jendela.show_screen("berkas")
    assert isinstance(view, BerkasView)
    yield view
    jendela.close()
    jendela.deleteLater()


def selesai(qtbot: QtBot, layar: BerkasView) -> str:
    qtbot.waitUntil(lambda: not layar.work.busy, timeout=TUNGGU)
    return layar.work.words.text()


def setuju(monkeypatch: pytest.MonkeyPatch, kelas: type[QDialog]) -> None:
    """Answer a dialog with its verb as soon as it opens."""
    monkeypatch.setattr(kelas, "exec", lambda _dialog: 1)


def test_cadangan_dibuat_diperiksa_dan_dipulihkan_dengan_pratinjau(
    qtbot: QtBot, layar: BerkasView, monkeypatch: pytest.MonkeyPatch
) -> None:
    w = layar.bridge.workspace
    halaman = layar.backups
    halaman.now()
    assert selesai(qtbot, layar).startswith("Cadangan dibuat.")
    assert halaman.list.topLevelItemCount() >= 1
    halaman.check_chosen()
    assert selesai(qtbot, layar).endswith("utuh.")

    baris = ikk(w)
    layar.bridge.do(Ubah("indikator_tahun", baris.id, {"pembilang": baris.penyebut}))
    isi: list[list[str]] = []

    def baca(dialog: RestoreDialog) -> int:
        t = dialog.table
        isi.extend([(x.text() if (x := t.item(i, j)) else "") for j in range(4)] for i in range(t.rowCount()))
        return 1

    monkeypatch.setattr(RestoreDialog, "exec", baca)
    halaman.restore_chosen()
    assert "Dipulihkan dari" in selesai(qtbot, layar)
    assert ["Indikator menurut tahun", "0", "1", "0"] in isi
    assert ikk(w).pembilang == 629
    # and back again: the state before the restore was kept
    monkeypatch.setattr("ui.views.berkas_cadangan.ask", lambda *a, **k: 0)
    halaman._bring_back()
    assert ikk(w).pembilang == baris.penyebut


def test_tempat_cadangan_dapat_dipindahkan(qtbot: QtBot, layar: BerkasView, tmp_path: Path) -> None:
    layar.backups._set_place(tmp_path / "lain")
    assert str(tmp_path / "lain") in layar.backups.place.text()
    (tmp_path / "bukan-folder").write_text("x", encoding="utf-8")
    layar.backups._set_place(tmp_path / "bukan-folder" / "x")
    assert layar.work.words.text().startswith("⚠")
    assert str(tmp_path / "lain") in layar.backups.place.text()


def test_kirim_lalu_terima_dengan_kode(
    qtbot: QtBot, layar: BerkasView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flashdisk = tmp_path / "flashdisk"
    flashdisk.mkdir()
    monkeypatch.setattr("ui.views.berkas_kirim.ask", lambda *a, **k: 0)  # the example has no kode satker
    monkeypatch.setattr("ui.views.berkas_kirim.choose_folder", lambda *a: str(flashdisk))
    layar.send_page.send()
    assert selesai(qtbot, layar).startswith("Kiriman tersimpan:")
    kiriman = layar.send_page.last
    assert kata(kiriman.sha256) in layar.send_page.result.text()
    assert basis32(kiriman.sha256) in layar.send_page.result.text()
    tanda = flashdisk / "tanda.pdf"
    monkeypatch.setattr("ui.views.berkas_kirim.choose_save", lambda *a: str(tanda))
    layar.send_page.save_receipt()
    assert selesai(qtbot, layar).startswith("Tanda terima tersimpan:")
    assert tanda.read_bytes().startswith(b"%PDF")

    terima = layar.receive
    for kode, putusan in (
        (kata(kiriman.sha256), "✓ Kode cocok dengan berkas ini"),
        (kiriman.segel.kata, "✓ Kode cocok dengan isi data"),
        ("jipin-fuvok-bugap-kaduh-hotig", "✕ Kode tidak cocok"),
    ):
        terima.path.setText(str(kiriman.path))
        terima.code.setText(kode)
        terima.verify()
        selesai(qtbot, layar)
        assert terima.verdict.text() == "✓ Asli"
        assert terima.fits.text() == putusan
    terima.code.setText("jipin-fuvok")
    terima.verify()
    assert selesai(qtbot, layar).startswith("⚠")

    isi = bytearray(kiriman.path.read_bytes())
    isi[len(isi) // 2] ^= 1
    kiriman.path.write_bytes(isi)
    terima.code.clear()
    terima.verify()
    selesai(qtbot, layar)
    assert terima.verdict.text() != "✓ Asli"


def test_paket_kirim_dengan_tanda_terimanya(
    qtbot: QtBot, layar: BerkasView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.views.berkas_kirim.ask", lambda *a, **k: 0)
    monkeypatch.setattr("ui.views.berkas_kirim.choose_folder", lambda *a: str(tmp_path))
    monkeypatch.setattr("ui.views.berkas_kirim.choose_save", lambda *a: str(tmp_path / "tanda.pdf"))
    layar.send_page.parcel()
    assert selesai(qtbot, layar).startswith("Paket kirim tersimpan:")
    kiriman = layar.send_page.last
    assert kiriman.path.exists()
    nama = {p.name for p in kiriman.path.parent.iterdir()}
    assert {"LIHAT-DAHULU.txt", "02 LKjIP 2023.pdf", "02 LKjIP 2023.docx", "06 Tanda terima.pdf"} <= nama
    layar.send_page.save_receipt()
    assert selesai(qtbot, layar).startswith("Tanda terima tersimpan:")


def test_batal_menghentikan_kiriman_tanpa_sisa(
    qtbot: QtBot, layar: BerkasView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flashdisk = tmp_path / "flashdisk"
    flashdisk.mkdir()
    monkeypatch.setattr("ui.views.berkas_kirim.ask", lambda *a, **k: 0)
    monkeypatch.setattr("ui.views.berkas_kirim.choose_folder", lambda *a: str(flashdisk))
    layar.send_page.send()
    layar.work.cancel.click()
    assert "Dibatalkan" in selesai(qtbot, layar)
    assert list(flashdisk.iterdir()) == []


def test_kunci_dan_buka_kunci_dengan_alasan(qtbot: QtBot, layar: BerkasView, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman, w = layar.locks, layar.bridge.workspace
    halaman.part.setCurrentIndex(halaman.part.findData("realisasi"))
    assert not halaman.period.isEnabled()
    halaman.reason.setText("sudah dilaporkan")
    halaman.close_part()
    kunci = w.snapshot.one(KunciPeriode, tahun=2023)
    assert kunci is not None
    assert kunci.alasan == "sudah dilaporkan"
    baris = ikk(w)
    assert "sudah dikunci" in layar.bridge.do(Ubah("indikator_tahun", baris.id, {"pembilang": baris.penyebut}))

    layar.window().go_to("kunci", kunci.id, "alasan")  # type: ignore[attr-defined]  # the main window
    assert layar.tabs.currentWidget() is halaman
    dialog = ReasonDialog(layar)
    assert not dialog.yes.isEnabled()  # without words there is no way on
    dialog.line.setText("salah hitung")
    assert dialog.yes.isEnabled()
    dialog.deleteLater()
    setuju(monkeypatch, ReasonDialog)
    monkeypatch.setattr(ReasonDialog, "reason", lambda self: "salah hitung")
    halaman.open_part()
    assert w.snapshot.one(KunciPeriode, tahun=2023) is None
    assert layar.bridge.do(Ubah("indikator_tahun", baris.id, {"pembilang": baris.penyebut})) == ""


@pytest.mark.parametrize(
    ("tombol", "nama"),
    [("Ekspor ke JSON…", "a.json"), ("Ekspor ke Excel…", "a.xlsx"), ("Buat formulir realisasi…", "f.xlsx")],
)
def test_ekspor_dari_tombolnya_dapat_diimpor_kembali(
    qtbot: QtBot, layar: BerkasView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tombol: str, nama: str
) -> None:
    monkeypatch.setattr("ui.views.berkas.choose_save", lambda *_a, **_k: str(tmp_path / nama))
    (pemicu,) = [b for b in layar.findChildren(QPushButton) if b.text() == tombol]
    QTest.mouseClick(pemicu, Qt.MouseButton.LeftButton)
    assert "tersimpan" in selesai(qtbot, layar)
    assert layar.bridge.workspace.rencana_impor(tmp_path / nama).kosong


def test_daftar_kosong_berkata_dan_tidak_makan_tempat(qtbot: QtBot, bridge: Bridge) -> None:
    view = BerkasView(bridge)
    qtbot.addWidget(view)
    view.show()
    for page in (view.backups, view.locks):
        view.tabs.setCurrentWidget(page)
        assert page.none.isVisible()
        assert not page.list.isVisible()
    bridge.workspace.lakukan(KunciBagian("k", 2023))
    view.locks.refresh()
    assert not view.locks.none.isVisible()
    assert view.locks.list.isVisible()
    assert view.locks.list.height() < 140


def test_tanpa_cadangan_tombolnya_mati_dengan_sebab(qtbot: QtBot) -> None:
    with Workspace.memori("Bapas Contoh", 2026) as w:
        bridge = Bridge(w)
        view = BerkasView(bridge)
        qtbot.addWidget(view)
        view.show()
        halaman = view.backups
        for tombol in (halaman.back, halaman.check, halaman.make, halaman.folder, view.data.folder):
            assert not tombol.isEnabled()
            assert tombol.toolTip()
            assert tombol.accessibleDescription() == tombol.toolTip()
        bridge.close()


def test_dengan_cadangan_tombolnya_hidup(qtbot: QtBot, layar: BerkasView) -> None:
    halaman = layar.backups
    halaman.now()
    selesai(qtbot, layar)
    for tombol in (halaman.back, halaman.check, halaman.make, halaman.folder):
        assert tombol.isEnabled()
        assert not tombol.toolTip()
    assert not halaman.usual.isEnabled()


def test_pesan_satu_tab_tidak_tinggal_di_tab_lain(qtbot: QtBot, layar: BerkasView, tmp_path: Path) -> None:
    tujuan = tmp_path / "a.xlsx"
    layar.data.work.run("x", lambda _r: tujuan, lambda p: f"Ekspor tersimpan: {p}", written=Path)
    assert selesai(qtbot, layar).startswith("Ekspor tersimpan")
    assert layar.work.after.open_folder.isVisible()
    assert layar.work.after.open_file.isVisible()
    QTest.keyClick(layar.tabs.tabBar(), Qt.Key.Key_Right)
    assert layar.tabs.currentWidget() is layar.backups
    assert not layar.work.isVisible()
    assert layar.work.words.text() == ""
    layar.locks.open_part()  # says what to choose first
    assert layar.work.words.text()
    jendela = layar.window()
    assert isinstance(jendela, MainWindow)
    jendela.show_screen("beranda")
    jendela.show_screen("berkas")
    assert layar.work.words.text() == ""


def test_jawaban_kiriman_tidak_menggeser_isian(
    qtbot: QtBot, layar: BerkasView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.views.berkas_kirim.ask", lambda *a, **k: 0)
    monkeypatch.setattr("ui.views.berkas_kirim.choose_folder", lambda *a: str(tmp_path))
    layar.tabs.setCurrentWidget(layar.send_page)
    isi, sandi = layar.send_page.area.widget(), layar.send_page.secret
    assert isi is not None
    qtbot.waitUntil(lambda: sandi.height() > sandi.fontMetrics().height(), timeout=TUNGGU)  # the tab has its layout
    QApplication.processEvents()
    sebelum = sandi.mapTo(isi, sandi.rect().topLeft())
    layar.send_page.send()
    selesai(qtbot, layar)
    qtbot.waitUntil(lambda: not layar.send_page.result.visibleRegion().isEmpty(), timeout=TUNGGU)
    # Once the column has the height that the answer adds to it, everything above stands where it stood.
    qtbot.waitUntil(lambda: sandi.mapTo(isi, sandi.rect().topLeft()) == sebelum, timeout=TUNGGU)


def test_hasil_terima_hilang_bila_kodenya_diganti(qtbot: QtBot, layar: BerkasView, tmp_path: Path) -> None:
    kiriman = tmp_path / "kiriman.lkjip"
    layar.bridge.workspace.simpan_salinan(kiriman)
    layar.tabs.setCurrentWidget(layar.receive)
    layar.receive.path.setText(str(kiriman))
    layar.receive.verify()
    selesai(qtbot, layar)
    assert layar.receive.result.isVisible()
    QTest.keyClicks(layar.receive.code, "a")
    assert not layar.receive.result.isVisible()
