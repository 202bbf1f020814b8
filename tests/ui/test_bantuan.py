"""Help at the right place, its pictures, Tentang, the fault report and the crash dialog."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lkjip_desktop import catatan, tempat
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU
from tools.gambar_panduan import LAIN, LAYAR
from ui.about_dialog import AboutDialog, details, parts
from ui.crash import CrashDialog, CrashHook
from ui.help_window import FOLDER, PAGE_OF, HelpWindow, pages
from ui.main_window import MainWindow
from ui.screens import SCREENS


def gambar_disebut() -> set[str]:
    return {Path(n).stem for p in pages() for n in re.findall(r"!\[[^]]+\]\(gambar/([^)]+)\)", p.text)}


def test_setiap_layar_mempunyai_halaman() -> None:
    ada = {p.key for p in pages()}
    assert set(PAGE_OF) == {s.key for s in SCREENS}
    assert set(PAGE_OF.values()) <= ada
    assert 10 <= len(ada) <= 14
    assert all(p.title and len(p.text.split()) < 400 for p in pages())


def test_setiap_gambar_panduan_dilukis_oleh_alatnya() -> None:
    """A picture that no tool draws would age."""
    assert gambar_disebut() == set(LAYAR) | set(LAIN)
    for nama in gambar_disebut():
        path = FOLDER / "gambar" / f"{nama}.png"
        gambar = QImage(str(path))
        assert not gambar.isNull()
        assert gambar.width() <= 900
        assert path.stat().st_size < 120_000


def test_layar_pada_alat_gambar_masih_ada() -> None:
    assert {kunci for kunci, _ in LAYAR.values()} <= {s.key for s in SCREENS}


def test_tombol_yang_disebut_panduan_ada() -> None:
    """What the guide tells to press stands on a button or in a menu of this program."""
    akar = Path(__file__).parents[2]
    sumber = "\n".join(p.read_text(encoding="utf-8") for p in (akar / "ui").rglob("*.py")).replace("&", "")
    disebut = {
        kata.strip() for p in pages() for tebal in re.findall(r"\*\*([^*]+…)\*\*", p.text) for kata in tebal.split(", ")
    }
    assert len(disebut) > 8
    assert [k for k in sorted(disebut) if k.rstrip("…") not in sumber] == []


def test_f1_membuka_halaman_layarnya(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.show_screen("anggaran")
    QTest.keyClick(jendela, Qt.Key.Key_F1)
    bantuan = jendela.findChild(HelpWindow)
    assert isinstance(bantuan, HelpWindow)
    assert bantuan.isVisible()
    assert bantuan.current == "08-realisasi-anggaran"
    jendela.show_screen("berkas")
    jendela.help_action.trigger()
    assert bantuan.current == "13-cadangan"
    bantuan.close()


def test_cari_di_panduan(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.help_action.trigger()
    bantuan = jendela.findChild(HelpWindow)
    assert isinstance(bantuan, HelpWindow)
    bantuan.search.setText("tanda terima")
    tampak = [
        bantuan.list.item(i).data(Qt.ItemDataRole.UserRole)
        for i in range(bantuan.list.count())
        if not bantuan.list.item(i).isHidden()
    ]
    assert tampak == ["14-mengirim"]
    assert bantuan.current == "14-mengirim"
    assert bantuan.text.textCursor().selectedText().lower() == "tanda terima"
    pertama = bantuan.text.textCursor().position()
    bantuan.next_hit()
    assert bantuan.text.textCursor().position() != pertama
    bantuan.search.setText("zebra")
    assert bantuan.state.text() == "0 halaman memuatnya."
    bantuan.search.clear()
    assert not bantuan.list.item(0).isHidden()
    bantuan.close()


def test_tentang_menyebut_versi_lisensi_dan_tempat(qtbot: QtBot, berkas: Path) -> None:
    with Workspace.buka(berkas) as w:
        rincian = details(w)
        for kata in ("LKjIP Desktop", "Python 3", "Qt 6", "SQLite 3", "bentuk berkas"):
            assert kata in rincian
        assert str(berkas) not in rincian
        assert berkas.name not in rincian
        nama = {n.split(" ")[0] for n, _, _ in parts()}
        assert {"PySide6_Essentials", "reportlab", "SQLite", "Inter", "Python"} <= nama
        assert all(lisensi for _, _, lisensi in parts())
        dialog = AboutDialog(w)
        qtbot.addWidget(dialog)
        dialog.copy.click()
        assert QGuiApplication.clipboard().text() == rincian


def test_laporan_galat_tanpa_data(
    qtbot: QtBot, jendela: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tujuan = tmp_path / "laporan.zip"
    monkeypatch.setattr(tempat, "folder_log", lambda: tmp_path / "log")
    monkeypatch.setattr("ui.fault_report.choose_save", lambda *a, **k: str(tujuan))
    monkeypatch.setattr("ui.fault_report.tell", lambda *a, **k: None)
    jendela.report_action.trigger()
    with zipfile.ZipFile(tujuan) as z:
        isi = " ".join(z.read(n).decode() for n in z.namelist())
    assert "LKjIP Desktop" in isi
    assert "Lahat" not in isi


def test_kesalahan_tampil_sekali_dan_tercatat(
    qtbot: QtBot, jendela: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catatan.mulai(tmp_path)
    monkeypatch.setattr(sys, "excepthook", lambda *a: None)
    kait = CrashHook()
    terlihat: list[str] = []

    def lihat() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CrashDialog):
            terlihat.append(dialog.windowTitle())
            assert dialog.lapor.isVisible()
            dialog.accept()

    QTimer.singleShot(50, lihat)
    try:
        raise ValueError("nilai 'Budi' tidak dikenal")
    except ValueError as galat:
        sys.excepthook(type(galat), galat, galat.__traceback__)
    qtbot.waitUntil(lambda: bool(terlihat), timeout=TUNGGU)
    kait.release()
    catatan.selesai()
    tercatat = (tmp_path / "lkjip.log").read_text(encoding="utf-8")
    assert "kesalahan program: ValueError" in tercatat
    assert "Budi" not in tercatat
