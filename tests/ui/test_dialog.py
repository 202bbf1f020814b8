"""Dialogs: every input has a name, a verb stands on the buttons, and what they give is what was chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import SALIN, SalinTahun, Tambah, Ubah
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import AnggaranBelanja, Indikator, IndikatorTahun
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import ikk
from tests.ui.test_jendela import tanpa_nama
from ui.about_dialog import AboutDialog
from ui.awal.panduan import StartGuide
from ui.awal.sambutan import Welcome
from ui.bahasa import KataQt
from ui.bridge import Bridge
from ui.crash import CrashDialog
from ui.dialogs import ask
from ui.help_window import HelpWindow
from ui.history_dialog import HistoryDialog
from ui.new_year import NewYearDialog
from ui.search_dialog import SearchDialog
from ui.shortcuts_dialog import ShortcutsDialog
from ui.views.berkas_kunci import ReasonDialog
from ui.widgets.grid_column import Source
from ui.widgets.grid_model import GridModel
from ui.widgets.grid_page import typed
from ui.widgets.grid_paste import PasteDialog, plan_paste


def _tempel(b: Bridge) -> QDialog:
    model = GridModel(
        b,
        Source("anggaran_belanja", lambda s, y: s.where(AnggaranBelanja, tahun=y), lambda y: {"tahun": y}),
        typed("anggaran_belanja", "kode", "pagu"),
    )
    return PasteDialog(model, plan_paste(model, [["51", "1.000"], ["x" * 600, "seribu"]], 2, 0))


DIALOG: dict[str, Callable[[Bridge], QDialog]] = {
    "tahun": NewYearDialog,
    "cari": SearchDialog,
    "pintasan": lambda b: ShortcutsDialog([]),
    "tempel": _tempel,
    "galat": lambda b: CrashDialog("rincian"),
    "sambutan": lambda b: Welcome((), "Berkas terakhir tidak ditemukan."),
    "mulai": lambda b: StartGuide(year=2026),
    "panduan": lambda b: HelpWindow(),
    "tentang": lambda b: AboutDialog(b.workspace),
    "buka kunci": lambda b: ReasonDialog(),
    "riwayat": lambda b: HistoryDialog(b, "indikator_tahun", ikk(b.workspace).id, "target"),
}


@pytest.mark.parametrize("nama", DIALOG)
def test_setiap_dialog_dapat_dibaca_dan_ditutup(qtbot: QtBot, bridge: Bridge, nama: str) -> None:
    dialog = DIALOG[nama](bridge)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    assert tanpa_nama(dialog) == []
    assert dialog.sizeHint().width() <= 1366
    assert dialog.sizeHint().height() <= 768


def test_tahun_baru_disalin_atau_kosong(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = NewYearDialog(bridge)
    qtbot.addWidget(dialog)
    assert dialog.year() == 2024
    perintah = dialog.command()
    assert isinstance(perintah, SalinTahun)
    assert (perintah.dari, perintah.ke) == (2023, 2024)
    # What the year does not have cannot be chosen; targets of the plan are taken where it has some.
    kosong = {"data_dukung", "tenggat"}
    assert perintah.pilihan == {k for k, _, on in SALIN if on} - kosong | {"target_renstra"}
    assert all(not dialog._checks[k].isEnabled() and "belum ada" in dialog._checks[k].text() for k in kosong)
    assert bridge.do(perintah) == ""
    assert len(bridge.snapshot.where(IndikatorTahun, tahun=2024)) == len(
        bridge.snapshot.where(IndikatorTahun, tahun=2023)
    )
    dialog._empty.setChecked(True)
    assert isinstance(dialog.command(), Tambah)
    dialog._year.setValue(2023)
    assert not dialog._make.isEnabled()
    assert "sudah ada" in dialog._problem.text()


def test_indikator_yang_tidak_dilanjutkan_berakhir(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = NewYearDialog(bridge)
    qtbot.addWidget(dialog)
    pohon = dialog.indicators
    sasaran = next(
        item for i in range(pohon.topLevelItemCount()) if (item := pohon.topLevelItem(i)) and "SK1" in item.text(0)
    )
    satu = sasaran.child(0)
    assert satu is not None
    satu.setCheckState(0, Qt.CheckState.Unchecked)
    assert sasaran.checkState(0) == Qt.CheckState.PartiallyChecked
    assert "1 indikator tidak dilanjutkan ke tahun 2024" in dialog._ended.text()
    assert bridge.do(dialog.command()) == ""
    assert bridge.workspace.label_urung == "Salin tahun 2023 ke 2024"
    lama = ikk(bridge.workspace)
    assert bridge.snapshot.one(IndikatorTahun, tahun=2024, indikator_id=lama.indikator_id) is None
    assert "16 indikator" in dialog.summary()
    bridge.undo()  # one step
    assert bridge.workspace.tahun() == (2022, 2023)
    milik = bridge.snapshot.get(Indikator, lama.indikator_id)
    assert milik is not None
    assert milik.tahun_akhir is None


def test_pilihan_tetap_bila_kembali_dari_tahun_kosong(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = NewYearDialog(bridge)
    qtbot.addWidget(dialog)
    dialog._checks["surat"].setChecked(False)
    dialog._empty.setChecked(True)
    dialog._year.setValue(2026)
    dialog._copy.setChecked(True)
    assert not dialog._checks["surat"].isChecked()


def test_tahun_di_luar_renstra_diberitahukan(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = NewYearDialog(bridge)
    qtbot.addWidget(dialog)
    assert dialog._note.isHidden()
    dialog._year.setValue(2025)
    assert "Belum ada Renstra yang memuat tahun 2025; yang terakhir 2020-2024" in dialog._note.text()
    assert not dialog._checks["target_renstra"].isEnabled()


def test_riwayat_menyebut_dari_dan_menjadi(qtbot: QtBot, bridge: Bridge) -> None:
    row = ikk(bridge.workspace)
    bridge.workspace.petugas = "Siti"
    bridge.do(Ubah("indikator_tahun", row.id, {"penyebut": 1300}))
    bridge.undo()
    dialog = HistoryDialog(bridge, "indikator_tahun", row.id, "penyebut")
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget)
    assert table is not None
    isi = [
        [item.text() for j in range(1, 5) if (item := table.item(i, j)) is not None] for i in range(table.rowCount())
    ]
    assert isi[0][:3] == ["Siti", "1.300", "1.277"]
    assert isi[0][3].startswith("Diurungkan: Ubah penyebut")
    assert isi[1][:3] == ["Siti", "1.277", "1.300"]


def test_tempelan_menjelaskan_yang_dilewati(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = _tempel(bridge)
    assert isinstance(dialog, PasteDialog)
    qtbot.addWidget(dialog)
    kata = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "2 sel dipahami" in kata
    assert "2 sel tidak dipahami dan dilewati" in kata
    assert "1 baris baru" in kata
    assert dialog.apply_button.text() == "Terapkan 2 sel"


def test_tombol_berkata_kerja_dan_bawaan_yang_aman(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    terlihat: list[tuple[list[str], str]] = []

    def lihat(box: QMessageBox) -> int:
        terlihat.append(([b.text() for b in box.buttons()], box.defaultButton().text()))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", lihat)
    jendela = QPushButton()
    qtbot.addWidget(jendela)
    ask(jendela, "Hapus", "Hapus baris ini?", ["Hapus"], danger=True)
    ask(jendela, "Impor", "Terapkan?", ["Terapkan"])
    assert terlihat == [(["Hapus", "Batal"], "Batal"), (["Terapkan", "Batal"], "Terapkan")]


def test_kata_qt_berbahasa_indonesia(qtbot: QtBot, qapp: QApplication) -> None:
    baris = QLineEdit()
    qtbot.addWidget(baris)
    menu = baris.createStandardContextMenu()
    kata = [a.text().split("\t")[0].replace("&", "") for a in menu.actions() if a.text()]
    assert kata == ["Urungkan ketikan", "Ulangi ketikan", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]
    menu.deleteLater()
    assert KataQt(qapp).translate("QFileDialog", "File &name:") == "&Nama berkas:"


def test_setiap_jenis_isian_mempunyai_bentuk(qtbot: QtBot, bridge: Bridge) -> None:
    """Every column of every table can be put into a form; nothing falls through."""
    from ui.widgets.make_field import SPAN, make_field

    for table in TABLES.values():
        for kolom in table.columns:
            field = make_field(kolom, bridge)
            field.load(kolom.default)
            assert not field.dirty, (table.name, kolom.name)
            assert kolom.kind in SPAN
            field.deleteLater()


def test_berkas_kosong_menunjukkan_jalan(qtbot: QtBot) -> None:
    with Workspace.memori() as w:
        b = Bridge(w)
        assert b.year == 0
        assert b.hasil() is None
        b.close()
