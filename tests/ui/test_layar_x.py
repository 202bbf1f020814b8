"""The whole program on a real X screen with real key events: start, find, type, quit; the file holds what was typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lkjip_desktop.workspace import Workspace
from tests.ui.conftest import ikk

pytestmark = pytest.mark.skipif(
    not (sys.platform == "linux" and shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="needs Xvfb and xdotool",
)
AKAR = Path(__file__).parents[2]
TUNGGU = 30.0


@pytest.fixture
def layar(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a fresh X screen of 1366 x 768.

    Without -noreset the server starts anew whenever its last client leaves, which each look by xdotool does: a
    program that connects in that moment is turned away and ends ("no Qt platform plugin could be initialized";
    seen in 1 of 60 starts on busy cores, in none of 80 with it).
    """
    baca, tulis = os.pipe()
    xvfb = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tulis), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(tulis,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tulis)
    with os.fdopen(baca) as pipa:
        nomor = pipa.readline().strip()
    assert nomor, "Xvfb did not start"
    rumah = tmp_path / "rumah"
    rumah.mkdir()
    yield {
        **os.environ,
        "DISPLAY": f":{nomor}",
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(rumah),
        "XDG_RUNTIME_DIR": str(rumah),
    }
    xvfb.terminate()
    xvfb.wait(10)


def xdotool(layar: dict[str, str], *kata: str) -> str:
    hasil = subprocess.run(["xdotool", *kata], env=layar, capture_output=True, text=True, timeout=TUNGGU, check=False)
    return hasil.stdout.strip()


def jendela(layar: dict[str, str], nama: str, program: subprocess.Popen[bytes]) -> str:
    """Id of a visible window by its title, given the focus."""
    batas = time.monotonic() + TUNGGU
    while time.monotonic() < batas and program.poll() is None:
        id = xdotool(layar, "search", "--onlyvisible", "--name", nama).split("\n")[0]
        if id:
            xdotool(layar, "windowfocus", "--sync", id)
            return id
        time.sleep(0.05)
    raise AssertionError(f"no window {nama!r}")


def test_dari_papan_ketik_sampai_berkas(layar: dict[str, str], berkas: Path, tmp_path: Path) -> None:
    catatan = tmp_path / "galat.txt"
    with (
        catatan.open("wb") as tulis,
        subprocess.Popen([sys.executable, "main.py", str(berkas)], cwd=AKAR, env=layar, stderr=tulis) as program,
    ):
        try:
            utama = jendela(layar, "Bapas Kelas II Lahat", program)
            xdotool(layar, "key", "ctrl+f")
            jendela(layar, "Cari di seluruh berkas", program)
            xdotool(layar, "type", "1277")
            xdotool(layar, "key", "Return", "Escape")
            xdotool(layar, "windowfocus", "--sync", utama)
            xdotool(layar, "key", "ctrl+a")
            xdotool(layar, "type", "1300")
            xdotool(layar, "key", "Return")
            xdotool(layar, "key", "ctrl+q")
            program.wait(TUNGGU)
        except (AssertionError, subprocess.TimeoutExpired) as e:
            e.add_note(f"exit code {program.poll()}, said: {catatan.read_text()}")
            raise
        finally:
            program.kill()
    galat = catatan.read_text()
    assert program.returncode == 0, galat
    assert galat == ""
    with Workspace.buka(berkas) as w:
        assert ikk(w).penyebut == 1300
        assert w.label_urung.startswith("Ubah penyebut")
