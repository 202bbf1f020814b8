"""Cetak: every paper as a file or on the printer, in the background, with what is not in order beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import TUNGGU
from ui.bridge import Bridge
from ui.views.cetak import CetakView
from ui.widgets.preview import Naskah


@pytest.fixture
def view(qtbot: QtBot, bridge: Bridge) -> CetakView:
    v = CetakView(bridge)
    qtbot.addWidget(v)
    v.resize(760, 640)
    v.show()
    return v


def test_pdf_dan_word_tersimpan_dan_foldernya_ditawarkan(qtbot: QtBot, view: CetakView, tmp_path: Path) -> None:
    for format_, awal in (("pdf", b"%PDF-"), ("docx", b"PK")):
        hasil = tmp_path / f"surat.{format_}"
        view.save_to(Naskah("surat"), format_, hasil)
        assert view.busy.isVisible()
        qtbot.waitUntil(lambda: view.done.text().startswith("Tersimpan"), timeout=TUNGGU)
        assert hasil.read_bytes().startswith(awal)
        assert view.after.open_folder.isVisible()
        assert not view.busy.isVisible()
    view.bridge.set_year(2022)
    assert view.done.text() == ""  # it was a paper of the other year
    assert not view.after.isVisible()


def test_konsep_tertulis_pada_halaman(qtbot: QtBot, view: CetakView, tmp_path: Path) -> None:
    view.draft.setChecked(True)
    hasil = tmp_path / "konsep.pdf"
    view.save_to(Naskah("ringkasan"), "pdf", hasil)
    qtbot.waitUntil(hasil.exists, timeout=TUNGGU)
    assert "KONSEP" in "".join(view.bridge.workspace.teks_halaman(hasil.read_bytes()))


def test_tempat_yang_tidak_dapat_ditulis(qtbot: QtBot, view: CetakView, tmp_path: Path) -> None:
    view.save_to(Naskah("surat"), "pdf", tmp_path / "tidak" / "ada" / "surat.pdf")
    qtbot.waitUntil(lambda: view.done.text().startswith("⚠"), timeout=TUNGGU)
    assert not view.busy.isVisible()


def test_dibatalkan_tanpa_sisa(qtbot: QtBot, view: CetakView, tmp_path: Path) -> None:
    hasil = tmp_path / "lkjip.pdf"
    view.save_to(Naskah("lkjip"), "pdf", hasil)
    view._cancel()
    assert "Dibatalkan" in view.done.text()
    view.bridge.jobs.close()
    assert list(tmp_path.iterdir()) == []


def test_ke_pencetak_lewat_dialog_sistem(qtbot: QtBot, view: CetakView, monkeypatch: pytest.MonkeyPatch) -> None:
    diminta: list[tuple[str, int]] = []

    def cetak(
        _induk: object, judul: str, _pdf: bytes, ukuran: tuple[object, ...], _raster: object, **_lain: bool
    ) -> str:
        diminta.append((judul, len(ukuran)))
        return "Dikirim."

    monkeypatch.setattr("ui.printing.ask_and_print", cetak)
    tombol = next(
        b for b in view.findChildren(QPushButton) if b.accessibleName() == "Cetak Surat pengantar 2023 dengan pencetak"
    )
    tombol.click()
    qtbot.waitUntil(lambda: view.done.text() == "Dikirim.", timeout=TUNGGU)
    assert diminta == [("Surat pengantar 2023", 1)]


def test_temuan_dihitung_di_latar(qtbot: QtBot, view: CetakView) -> None:
    qtbot.waitUntil(lambda: "peringatan" in view.severity.text(), timeout=TUNGGU)
    assert view.problems.text().startswith("• ")


def test_nama_kedua_bila_sasarannya_sedang_dibuka(qtbot: QtBot, view: CetakView, tmp_path: Path) -> None:
    hasil = tmp_path / "surat.docx"
    hasil.write_bytes(b"lama")
    (tmp_path / ".~lock.surat.docx#").write_text("", encoding="utf-8")  # as LibreOffice holds it
    view.save_to(Naskah("surat"), "docx", hasil)
    qtbot.waitUntil(lambda: "Tersimpan" in view.done.text(), timeout=TUNGGU)
    assert "“surat.docx” sedang dibuka" in view.done.text()
    assert (tmp_path / "surat (2).docx").read_bytes().startswith(b"PK")
    assert hasil.read_bytes() == b"lama"


def test_masalah_mengantar_ke_periksa(qtbot: QtBot, view: CetakView) -> None:
    qtbot.waitUntil(view.every.isVisible, timeout=TUNGGU)
    with qtbot.waitSignal(view.bridge.screen_wanted) as sinyal:
        view.every.click()
    assert sinyal.args == ["periksa"]
