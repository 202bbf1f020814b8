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
from ui.awal.simpanan import Simpanan


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


def test_panduan_yang_terputus_dikembalikan(qtbot: QtBot, tmp_path: Path) -> None:
    """Found by attack: a power cut in the guide cost everything that was entered there."""
    simpanan = Simpanan(tmp_path / "panduan.json")
    terputus = StartGuide(year=2026, simpanan=simpanan)
    terputus.show()
    terputus.satker.year.setValue(2027)
    for form, teks in ((terputus.satker.form, "Bapas Terputus"), (terputus.pages[2].forms[0], "Siti")):
        editor = form.fields["nama"].editor
        assert isinstance(editor, QLineEdit)
        QTest.keyClicks(editor, teks)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    target = terputus.pages[4].forms[1].fields["target"].editor
    assert isinstance(target, QLineEdit)
    QTest.keyClicks(target, "12,5\r")
    qtbot.waitUntil(lambda: (tmp_path / "panduan.json").is_file() and not terputus._keep.isActive(), timeout=TUNGGU)

    sesudah = StartGuide(year=2026, simpanan=simpanan)  # the first one never came to its end
    assert sesudah.draft.tahun == 2027
    assert sesudah.draft.nama == "Bapas Terputus"
    assert sesudah.satker.form.fields["nama"].text() == "Bapas Terputus"
    assert sesudah.pages[2].forms[0].fields["nama"].text() == "Siti"
    assert sesudah.pages[4].forms[1].fields["target"].text() == "12,5"
    assert "dikembalikan" in sesudah.satker.problem.text()
    sesudah.done(0)
    assert not (tmp_path / "panduan.json").exists()  # done, or thrown away after a question
    sesudah.deleteLater()
    terputus.done(0)
    terputus.deleteLater()


@pytest.mark.parametrize(
    "isi", ["", "[]", "{}", '{"tahun": "x", "baris": 1}', '{"tahun": 2026, "baris": {"kepala": 5}}']
)
def test_simpanan_yang_rusak_diabaikan(qtbot: QtBot, tmp_path: Path, isi: str) -> None:
    (tmp_path / "panduan.json").write_text(isi, encoding="utf-8")
    guide = StartGuide(year=2026, simpanan=Simpanan(tmp_path / "panduan.json"))
    assert guide.draft.nama == ""
    assert guide.satker.problem.text() == ""
    guide.done(0)
    guide.deleteLater()
