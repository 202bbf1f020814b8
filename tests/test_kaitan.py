"""A double click on a .lkjip: the lines for the desktop are well formed, and the tools of Linux believe them."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lkjip_desktop import kaitan
from lkjip_desktop.errors import BelumTersedia, GagalSimpan

_ALAT = pytest.mark.skipif(
    sys.platform == "win32" or not (shutil.which("update-mime-database") and shutil.which("gio")),
    reason="tanpa alat desktop",
)


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without settings."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def _exec(kata: list[str]) -> list[str]:
    """The words of the Exec line as a desktop reads them: the string escapes, then the quotes, then the codes."""
    baris = next(b for b in kaitan.entri_desktop(kata).splitlines() if b.startswith("Exec="))
    return [k.replace("%%", "%") for k in shlex.split(baris.removeprefix("Exec=").replace("\\\\", "\\"))]


@pytest.mark.parametrize("folder", ["/opt/lkjip", "/home/bu ratna/Program LKjIP", "/a%b", '/a"b', "/a\\b", "/50% $x"])
def test_perintah_pada_entri_desktop_tetap_utuh(folder: str) -> None:
    kata = [f"{folder}/python", f"{folder}/main.py"]
    dibaca = _exec(kata)
    assert [k.replace("\\$", "$") for k in dibaca[:2]] == kata
    assert dibaca[2] == "%f"


def test_jenis_mime_menyebut_akhiran_dan_induknya() -> None:
    akar = ElementTree.fromstring(kaitan.jenis_mime())
    ruang = "{http://www.freedesktop.org/standards/shared-mime-info}"
    glob = akar.find(f"{ruang}mime-type/{ruang}glob")
    induk = akar.find(f"{ruang}mime-type/{ruang}sub-class-of")
    assert glob is not None
    assert glob.get("pattern") == "*.lkjip"
    assert induk is not None
    assert induk.get("type") == "application/vnd.sqlite3"


def test_kunci_windows_mengutip_setiap_kata() -> None:
    kunci = kaitan.kunci_windows([r"C:\Program Files\lkjip\pythonw.exe", r"C:\Program Files\lkjip\main.py"])
    kelas = kunci[".lkjip"]
    assert kunci[rf"{kelas}\shell\open\command"] == (
        r'"C:\Program Files\lkjip\pythonw.exe" "C:\Program Files\lkjip\main.py" "%1"'
    )


@_ALAT
def test_kaitkan_lalu_lepaskan(rumah: Path) -> None:
    berkas = rumah / "data.lkjip"
    berkas.write_bytes(b"SQLite format 3\0" + bytes(84))
    assert not kaitan.terkait()
    kaitan.kaitkan()
    assert kaitan.terkait()
    jenis = subprocess.run(["gio", "info", "-a", "standard::content-type", berkas], capture_output=True, text=True)
    assert "application/x-lkjip" in jenis.stdout
    kaitan.kaitkan()
    assert kaitan.terkait()
    kaitan.lepaskan()
    assert not kaitan.terkait()
    kaitan.lepaskan()


@_ALAT
def test_kaitan_ke_folder_lama_bukan_kaitan(rumah: Path) -> None:
    kaitan.kaitkan()
    entri = rumah / ".local/share/applications/lkjip-desktop.desktop"
    entri.write_text(entri.read_text().replace("main.py", "lama/main.py"))
    assert not kaitan.terkait()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows memakai registri")
def test_tanpa_alat_desktop_ada_kalimatnya(rumah: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not kaitan.terkait()
    with pytest.raises(BelumTersedia, match="lewat Berkas, Buka"):
        kaitan.kaitkan()


@_ALAT
def test_folder_yang_tidak_dapat_ditulis_ada_kalimatnya(rumah: Path) -> None:
    (rumah / ".local").write_bytes(b"")
    with pytest.raises(GagalSimpan, match="tidak dapat ditulis"):
        kaitan.kaitkan()
