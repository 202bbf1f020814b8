"""What the program opens when it starts: the file asked for, the last one, else the example with a welcome."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from lkjip_desktop.workspace import Workspace
from ui import app
from ui.awal.sambutan import Welcome


@pytest.fixture
def setelan(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "setelan.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def contoh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Workspace, "folder_dokumen", staticmethod(lambda: tmp_path / "LKjIP"))
    return tmp_path / "LKjIP" / "contoh.lkjip"


def test_pertama_kali_contoh_dengan_sambutan(qtbot: QtBot, setelan: QSettings, contoh: Path) -> None:
    workspace, sambut = app._buka(None, setelan)
    assert workspace.path == contoh
    assert sambut == ""
    workspace.tutup()


def test_berkas_terakhir_tanpa_sambutan(qtbot: QtBot, setelan: QSettings, contoh: Path, berkas: Path) -> None:
    setelan.setValue("berkas", str(berkas))
    workspace, sambut = app._buka(None, setelan)
    assert workspace.path == berkas
    assert sambut is None
    workspace.tutup()
    assert not contoh.exists()


def test_berkas_terakhir_hilang_disebut(qtbot: QtBot, setelan: QSettings, contoh: Path, tmp_path: Path) -> None:
    setelan.setValue("berkas", str(tmp_path / "pindah.lkjip"))
    workspace, sambut = app._buka(None, setelan)
    assert workspace.path == contoh
    assert sambut is not None
    assert "pindah.lkjip" in sambut
    workspace.tutup()


def test_berkas_yang_diminta_didahulukan(
    qtbot: QtBot, setelan: QSettings, contoh: Path, berkas: Path, tmp_path: Path
) -> None:
    lain = tmp_path / "lain.lkjip"
    Workspace.baru(lain, "Bapas Lain", 2025).tutup()
    setelan.setValue("berkas", str(berkas))
    workspace, sambut = app._buka(lain, setelan)
    assert workspace.path == lain
    assert sambut is None
    workspace.tutup()


ANAK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import aplikasi, jalan
from ui.main_window import MainWindow
from pathlib import Path

app = aplikasi()
def selesai():
    if "sqlite_utils" not in sys.modules:
        return  # what the first edit needs is loaded after the first paint, in the background
    jendela = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    print(jendela.bridge.workspace.path)
    app.exit()
tunggu = QTimer(interval=50, timeout=selesai)
tunggu.start()
sys.exit(jalan(Path(sys.argv[1])))
"""


def test_program_ditinggalkan_menutup_berkasnya(berkas: Path, tmp_path: Path) -> None:
    """Left without its own button (the system ends the session), the file is closed: one file, no lock."""
    env = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "setelan"),
        "XDG_STATE_HOME": str(tmp_path / "keadaan"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    hasil = subprocess.run(
        [sys.executable, "-c", ANAK, str(berkas)],
        cwd=Path(__file__).parents[2],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr
    assert hasil.stdout.strip() == str(berkas)
    assert "Traceback" not in hasil.stderr
    assert sorted(p.name for p in berkas.parent.iterdir() if "contoh" in p.name) == [berkas.name]


def test_berbagi_jaringan_yang_menolak_tidak_menghalangi_mulai(
    qtbot: QtBot, setelan: QSettings, contoh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by attack: looking for the last file raised where its share asks for a password, and nothing started."""
    tertutup = tmp_path / "jaringan" / "kerja.lkjip"
    setelan.setValue("berkas", str(tertutup))
    setelan.setValue("terakhir", [str(tertutup)])
    asli = os.stat

    def stat(path: str | os.PathLike[str], *a: object, **k: object) -> os.stat_result:
        if Path(str(path)).parent.name == "jaringan":
            raise PermissionError(13, "Permission denied", str(path))
        return asli(path, *a, **k)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(os, "stat", stat)
    workspace, sambut = app._buka(None, setelan)
    assert workspace.path == contoh
    assert sambut is not None
    assert "kerja.lkjip" in sambut
    assert Welcome([str(tertutup)], "") is not None  # the list of recent files looks for it too
    workspace.tutup()
