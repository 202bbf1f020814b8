"""Exchange files from the window: what is asked fits the screen, what is hostile changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.sidik import sidik
from tests.ui.conftest import TUNGGU
from ui.main_window import MainWindow
from ui.views import berkas as layar_berkas
from ui.views.berkas import DataPage


@pytest.fixture
def data(jendela: MainWindow) -> DataPage:
    jendela.preview_action.trigger()  # pages have their own tests
    halaman = jendela.show_screen("berkas").findChild(DataPage)
    assert halaman is not None
    return halaman


@pytest.fixture
def ekspor(jendela: MainWindow, tmp_path: Path) -> dict[str, Any]:
    jendela.bridge.workspace.ekspor(tmp_path / "a.json")
    isi = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert isinstance(isi, dict)
    return isi


def test_yang_ditanyakan_hanya_yang_berubah(
    qtbot: QtBot, data: DataPage, ekspor: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by attack: a line for every table, also those that stay as they are."""
    for baris in ekspor["tabel"]["indikator_tahun"]:
        baris["nama"] += " (impor)"
    (tmp_path / "b.json").write_text(json.dumps(ekspor), encoding="utf-8")
    ditanya: list[str] = []

    def tanya(_induk: QWidget, _judul: str, isi: str, _tombol: list[str]) -> int:
        ditanya.append(isi)
        return -1

    monkeypatch.setattr(layar_berkas, "ask", tanya)
    data.import_from(tmp_path / "b.json")
    qtbot.waitUntil(lambda: bool(ditanya), timeout=TUNGGU)
    baris_tanya = ditanya[0].split("\n")
    assert baris_tanya[0].startswith("Indikator menurut tahun: ")
    assert baris_tanya[1].endswith("tabel lain tetap sama.")
    assert len(baris_tanya) == 4


@pytest.mark.parametrize(
    ("kolom", "nilai"),
    [("target", {"a": 1}), ("nama", 7), ("tahun", "dua ribu"), ("id", "../../etc/passwd"), ("hantu", 1)],
)
def test_jenis_yang_keliru_ditolak_dengan_tempatnya(
    qtbot: QtBot,
    data: DataPage,
    ekspor: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kolom: str,
    nilai: object,
) -> None:
    for baris in ekspor["tabel"]["indikator_tahun"]:
        baris[kolom] = nilai
    (tmp_path / "b.json").write_text(json.dumps(ekspor), encoding="utf-8")
    sebelum = sidik(data.bridge.snapshot)
    kata: list[str] = []
    monkeypatch.setattr(layar_berkas, "tell", lambda _p, _judul, isi, **_: kata.append(isi))
    data.import_from(tmp_path / "b.json")
    qtbot.waitUntil(lambda: bool(kata), timeout=TUNGGU)
    assert kata[0].startswith("• Tabel indikator_tahun baris 1")
    assert sidik(data.bridge.snapshot) == sebelum
