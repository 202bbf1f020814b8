"""The start guide by keys alone: from nothing to a first Perjanjian Kinerja; skipping; the welcome."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import Identitas, IndikatorTahun, Pejabat, Pk, Renstra
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU
from ui.awal import sambutan
from ui.awal.panduan import StartGuide
from ui.help_window import HelpWindow
from ui.main_window import MainWindow
from ui.widgets.field import Label
from ui.widgets.polarity import PolarityField


@pytest.fixture
def panduan(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StartGuide]:
    monkeypatch.setattr(Workspace, "folder_dokumen", staticmethod(lambda: tmp_path / "LKjIP"))
    guide = StartGuide(year=2026)
    guide.show()
    guide.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is guide, timeout=TUNGGU)
    yield guide
    if guide.workspace is not None:
        guide.workspace.tutup()
    guide.done(0)
    guide.deleteLater()


def ketik(teks: str) -> None:
    isian = QApplication.focusWidget()
    assert isinstance(isian, QLineEdit | QPlainTextEdit), isian
    QTest.keyClicks(isian, teks)


def tab(kali: int = 1) -> None:
    for _ in range(kali):
        isian = QApplication.focusWidget()
        assert isian is not None
        QTest.keyClick(isian, Qt.Key.Key_Tab)


def tekan(qtbot: QtBot, tombol: QPushButton, huruf: Qt.Key) -> None:
    """Alt and the underlined letter of a button; Qt shows it pressed for a moment before it counts."""
    with qtbot.waitSignal(tombol.clicked, timeout=TUNGGU):
        QTest.keyClick(tombol.window(), huruf, Qt.KeyboardModifier.AltModifier)


def lanjut(qtbot: QtBot, guide: StartGuide) -> None:
    tekan(qtbot, guide.forward, Qt.Key.Key_L)


def test_dari_kosong_sampai_rancangan_pk_dengan_papan_ketik(qtbot: QtBot, panduan: StartGuide, tmp_path: Path) -> None:
    ketik("Balai Pemasyarakatan Kelas II Contoh")
    lanjut(qtbot, panduan)
    assert panduan.at == 1
    ketik("Kementerian Imigrasi dan Pemasyarakatan")
    tab(2)
    ketik("Kantor Wilayah Contoh")
    lanjut(qtbot, panduan)
    ketik("Dadi Mulyadi")
    lanjut(qtbot, panduan)
    ketik("Renstra 2025-2029")
    lanjut(qtbot, panduan)
    ketik("Meningkatnya pembimbingan klien")
    tab()
    ketik("Persentase klien yang selesai dibimbing")
    tab(2)  # past the kind of value
    ketik("%")
    tab()
    ketik("60")
    lanjut(qtbot, panduan)
    ketik("Siti")
    tekan(qtbot, panduan.forward, Qt.Key.Key_S)
    workspace = panduan.workspace
    assert workspace is not None
    assert workspace.path == tmp_path / "LKjIP" / "Balai Pemasyarakatan Kelas II Contoh.lkjip"
    assert panduan.next_screen == "pk"
    assert workspace.petugas == "Siti"
    satker = workspace.snapshot.rows(Identitas)[0]
    assert satker.kop.split("\n") == [
        "KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN",
        "KANTOR WILAYAH CONTOH",
        "BALAI PEMASYARAKATAN KELAS II CONTOH",
    ]
    kepala, atasan = workspace.snapshot.one(Pejabat, peran="kepala"), workspace.snapshot.one(Pejabat, peran="atasan")
    assert kepala is not None
    assert kepala.jabatan == "Kepala Balai Pemasyarakatan Kelas II Contoh"
    assert atasan is None  # nobody was named
    teks = " ".join("".join(Workspace.teks_halaman(workspace.bangun("pk", 2026).isi)).split())
    for kata in ("Persentase klien yang selesai dibimbing", "60", "Dadi Mulyadi", "KONSEP"):
        assert kata in teks
    # what the guide typed is no heap of steps to be undone one by one
    assert workspace.label_urung == ""


def enter() -> None:
    isian = QApplication.focusWidget()
    assert isian is not None
    QTest.keyClick(isian, Qt.Key.Key_Return)


def test_enter_dan_tab_berjalan_terus_sampai_lanjut(panduan: StartGuide) -> None:
    ketik("Bapas Contoh")
    tab()
    assert QApplication.focusWidget() is panduan.satker.year
    tab(4)  # short name, code, seat
    assert QApplication.focusWidget() is panduan.forward
    panduan.satker.form.focus_column("nama")
    enter()
    assert QApplication.focusWidget() is panduan.satker.year
    enter()
    ketik("Bapas")
    enter()
    ketik("692.421")
    enter()
    ketik("Lahat")
    assert panduan.at == 0
    enter()  # in the last field
    assert panduan.at == 1
    assert [panduan.steps.item(i).text()[-1] == "✓" for i in range(3)] == [True, False, False]
    satker = panduan.draft.workspace.snapshot.rows(Identitas)[0]
    assert (satker.singkatan, satker.kode_satker, satker.kota) == ("Bapas", "692421", "Lahat")


def test_enter_tinggal_di_isian_yang_ditolak(panduan: StartGuide) -> None:
    ketik("Bapas Contoh")
    panduan.go(3)
    awal = panduan.plan.forms[0].fields["tahun_awal"]
    awal.editor.setFocus()
    awal.set_text("25")
    enter()
    assert panduan.plan.forms[0].focusWidget() is awal.editor
    panduan.forward.setFocus()
    panduan.forward.click()
    assert panduan.at == 3
    assert QApplication.focusWidget() is awal.editor  # led back to it, with a word
    assert "Lewati" in panduan.plan.problem.text()
    panduan.skip.click()
    panduan.back.click()
    assert panduan.at == 3
    assert (awal.text(), awal.dirty) == ("25", True)  # kept as typed, with its sentence
    assert "empat angka" in awal._line.text()


def test_batal_hanya_bertanya_bila_ada_ketikan(
    qtbot: QtBot, panduan: StartGuide, monkeypatch: pytest.MonkeyPatch
) -> None:
    ditanya: list[list[str]] = []
    jawaban = [-1]

    def tanya(_p: object, _t: str, _w: str, verbs: list[str], danger: bool = False) -> int:
        ditanya.append(verbs)
        return jawaban[0]

    monkeypatch.setattr("ui.awal.panduan.ask", tanya)
    ketik("Bapas Contoh")
    QTest.keyClick(panduan.satker.form.fields["nama"].editor, Qt.Key.Key_Escape)  # takes the typing back
    assert panduan.isVisible()
    ketik("Bapas Contoh")
    panduan.cancel.click()
    assert ditanya == [["Buat berkas sekarang", "Tutup dan buang"]]
    assert panduan.isVisible()
    jawaban[0] = 0
    panduan.cancel.click()
    assert panduan.workspace is not None
    assert panduan.workspace.judul == "Bapas Contoh"

    lain = StartGuide(year=2026)
    qtbot.addWidget(lain)
    lain.show()
    QTest.keyClick(lain, Qt.Key.Key_Escape)
    assert not lain.isVisible()
    assert len(ditanya) == 2


def test_renstra_diusulkan_dari_tahun_dan_kementerian(qtbot: QtBot, panduan: StartGuide) -> None:
    ketik("Bapas Contoh")
    panduan.satker.year.setValue(2023)
    lanjut(qtbot, panduan)
    ketik("Kementerian Hukum dan HAM")
    panduan.go(3)
    isian = {k: f.text() for k, f in panduan.plan.forms[0].fields.items()}
    assert isian["nama"] == "Rencana Strategis Kementerian Hukum dan HAM 2020-2024"
    assert (isian["tahun_awal"], isian["tahun_akhir"]) == ("2020", "2024")
    assert "Perpres Nomor 18 Tahun 2020" in panduan.plan.period.text()
    panduan.satker.year.setValue(2025)
    assert panduan.plan.forms[0].fields["tahun_akhir"].text() == "2029"
    panduan.skip.click()  # a proposal that is passed over is none
    panduan.go(5)
    panduan.forward.click()
    assert panduan.workspace is not None
    assert not panduan.workspace.snapshot.rows(Renstra)


def test_cara_mengukur_diusulkan_dari_nama_dan_dapat_diubah(qtbot: QtBot, panduan: StartGuide) -> None:
    ketik("Bapas Contoh")
    tab(4)
    ketik("Lahat")
    panduan.go(3)
    lanjut(qtbot, panduan)
    ketik("Meningkatnya pembimbingan klien")
    enter()  # a long name is one field like any other
    ketik("Jumlah keluhan pengguna layanan")
    enter()
    janji = panduan.pages[4].forms[1].fields
    assert {k: janji[k].text() for k in ("jenis_nilai", "satuan", "polaritas")} == {
        "jenis_nilai": "hitungan",
        "satuan": "Pengaduan",
        "polaritas": "turun",
    }
    usulan = panduan.pages[4].findChildren(Label)
    assert any("“keluhan”" in u.text() and u.isVisible() for u in usulan)
    tab()
    ketik("Keluhan")
    enter()
    ketik("12")
    enter()  # to the pictures, the proposed one of which has the focus
    polaritas = janji["polaritas"]
    assert isinstance(polaritas, PolarityField)
    assert QApplication.focusWidget() is polaritas.buttons["turun"]
    enter()  # and on
    assert polaritas.buttons["turun"].isChecked()
    assert QApplication.focusWidget() is panduan.pages[4].forms[2].fields["nama"].editor
    panduan.go(5)
    panduan.forward.click()
    assert panduan.workspace is not None
    s = panduan.workspace.snapshot
    row = s.one(IndikatorTahun, tahun=2026)
    assert row is not None
    assert (row.satuan, row.polaritas, row.polaritas_pasti) == ("Keluhan", "turun", False)
    # The seat that was typed once stands at the signatures, and at the date of the letter.
    teks = " ".join("".join(Workspace.teks_halaman(panduan.workspace.bangun("pk", 2026).isi)).split())
    assert "Lahat," in teks


def test_hanya_nama_dan_tahun_yang_wajib(qtbot: QtBot, panduan: StartGuide) -> None:
    lanjut(qtbot, panduan)
    assert panduan.at == 0
    assert panduan.satker.problem.isVisible()
    ketik("Bapas Contoh")
    panduan.satker.year.setValue(2024)
    for _ in range(5):
        if panduan.at == 0:
            lanjut(qtbot, panduan)
        else:
            panduan.skip.click()
    assert panduan.at == 5
    panduan.forward.click()
    assert panduan.workspace is not None
    assert panduan.workspace.tahun() == (2024,)
    assert panduan.next_screen == "beranda"
    s = panduan.workspace.snapshot
    assert not s.rows(Pk)
    assert not s.rows(IndikatorTahun)
    assert not s.rows(Pejabat)


def test_tempat_yang_menolak_tidak_menghilangkan_isian(qtbot: QtBot, panduan: StartGuide, tmp_path: Path) -> None:
    ketik("Bapas Contoh")
    (tmp_path / "bukan-folder").write_text("x", encoding="utf-8")
    panduan.place._chosen = str(tmp_path / "bukan-folder" / "a.lkjip")
    panduan.go(5)
    panduan.forward.click()
    assert panduan.place.problem.isVisible()
    panduan.place._chosen = str(tmp_path / "baik.lkjip")
    panduan.forward.click()
    assert panduan.workspace is not None
    assert panduan.workspace.judul == "Bapas Contoh"


def test_usulan_tidak_menimpa_tulisan_sendiri(panduan: StartGuide) -> None:
    draf = panduan.draft
    names, form = panduan.pages[1].forms
    form.fields["kop"].set_text("KOP SENDIRI")
    form.commit()
    names.fields["kanwil"].set_text("Kantor Wilayah Contoh")
    names.commit()
    satker = draf.workspace.snapshot.get(Identitas, draf.identitas)
    assert satker is not None
    assert satker.kop == "KOP SENDIRI"


def test_sambutan_menawarkan_tiga_jalan(
    qtbot: QtBot, jendela: MainWindow, berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = sambutan.Welcome([str(berkas), str(berkas.with_name("hilang.lkjip"))], "Catatan.", jendela)
    qtbot.addWidget(halaman)
    assert halaman.recent.count() == 1  # a file that is gone is not offered
    nama = [b.accessibleName() for b in halaman.findChildren(QPushButton)]
    assert nama == ["Buat berkas satuan kerja saya", "Coba dengan contoh", "Buka berkas…"]
    halaman.open()
    tombol = halaman.findChildren(QPushButton)[1]
    tombol.setFocus()
    QTest.keyClick(tombol, Qt.Key.Key_Return)  # Enter as well as the space bar
    assert halaman.result() == sambutan.CONTOH
    halaman = sambutan.Welcome([str(berkas)], "", jendela)
    qtbot.addWidget(halaman)
    halaman.open()
    halaman.recent.itemActivated.emit(halaman.recent.item(0))
    assert halaman.chosen == str(berkas)

    monkeypatch.setattr(Workspace, "contoh_pengguna", classmethod(lambda cls: berkas))
    jendela.files.welcome()
    terbuka = next(w for w in jendela.findChildren(sambutan.Welcome) if w.isVisible())
    terbuka.findChildren(QPushButton)[1].click()
    assert jendela.bridge.workspace.path == berkas


def test_f1_menjelaskan_langkahnya(qtbot: QtBot, panduan: StartGuide) -> None:
    QTest.keyClick(panduan, Qt.Key.Key_F1)
    bantuan = panduan.findChild(HelpWindow)
    assert isinstance(bantuan, HelpWindow)
    assert bantuan.current == "02-panduan-mulai"
    bantuan.close()
