"""The start guide when things go wrong: what was typed there stays, and can still be changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.tables import Identitas, Pejabat
from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import TUNGGU
from ui.awal.panduan import StartGuide


@pytest.fixture
def panduan(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StartGuide]:
    monkeypatch.setattr(Workspace, "folder_dokumen", staticmethod(lambda: tmp_path / "LKjIP"))
    guide = StartGuide(year=2026)
    qtbot.addWidget(guide)
    guide.show()
    guide.activateWindow()
    qtbot.waitUntil(guide.isActiveWindow, timeout=TUNGGU)
    yield guide
    guide.done(0)


def test_tempat_yang_menolak_lalu_isian_masih_dapat_diubah(
    panduan: StartGuide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by attack: after a refusal the fields looked alive, but nothing that was typed there got into the file."""
    nama = panduan.satker.form.fields["nama"].editor
    assert isinstance(nama, QLineEdit)
    nama.setFocus()
    QTest.keyClicks(nama, "Bapas Uji\r")
    panduan.go(5)
    (tmp_path / "LKjIP").write_bytes(b"")  # a file where the folder should be
    QTest.keyClick(panduan.forward, Qt.Key.Key_Space)
    assert panduan.isVisible()
    assert panduan.place.problem.isVisible()
    panduan.go(2)
    kepala = panduan.pages[2].forms[0].fields["nama"].editor
    assert isinstance(kepala, QLineEdit)
    kepala.setFocus()
    QTest.keyClicks(kepala, "Siti Rahayu\r")
    (tmp_path / "LKjIP").unlink()
    panduan.go(5)
    QTest.keyClick(panduan.forward, Qt.Key.Key_Space)
    w = panduan.workspace
    assert w is not None
    assert w.snapshot.rows(Identitas)[0].nama == "Bapas Uji"
    assert [p.nama for p in w.snapshot.rows(Pejabat)] == ["Siti Rahayu"]
    w.tutup()
