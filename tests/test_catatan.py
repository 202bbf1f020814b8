"""The log and the fault report: they tell what happened, never whose data or where."""

from __future__ import annotations

import logging
import platform
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lkjip_desktop import catatan
from lkjip_desktop.core.commands import Banyak, Tambah
from lkjip_desktop.errors import GagalSimpan
from lkjip_desktop.workspace import Workspace


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    tempat = catatan.mulai(tmp_path / "log")
    assert tempat is not None
    yield tempat
    catatan.selesai()


def _isi(folder: Path) -> str:
    for h in logging.getLogger("lkjip").handlers:
        h.flush()
    return (folder / "lkjip.log").read_text(encoding="utf-8")


def test_versi_tercatat_dan_galat_tanpa_isinya(folder: Path) -> None:
    try:
        raise ValueError("Perimansyah 196811061992031002")
    except ValueError as e:
        catatan.galat("uji", e)
    isi = _isi(folder)
    assert "LKjIP Desktop" in isi
    assert "ValueError (" in isi
    assert "test_catatan.py:" in isi
    assert "Perimansyah" not in isi
    assert "1968" not in isi


@pytest.mark.parametrize(
    ("teks", "hilang"),
    [
        ("berkas “Bapas Lahat 2023.lkjip” rusak", "Bapas"),
        ("gagal di C:\\Users\\budi\\Dokumen\\x.lkjip", "budi"),
        ("gagal di /home/budi/Dokumen/x.lkjip", "budi"),
        ("NIP 196811061992031002", "196811"),
        (f"komputer {platform.node()} ada", platform.node()),
    ],
)
def test_baris_dibersihkan_sebelum_sampai_di_cakram(folder: Path, teks: str, hilang: str) -> None:
    logging.getLogger("lkjip.uji").warning(teks)
    assert hilang not in _isi(folder)


def test_penolakan_cakram_dan_pemulihan_masuk_catatan(folder: Path, tmp_path: Path) -> None:
    """Every fault leaves an entry: here a full disk during a save."""
    with Workspace.baru(tmp_path / "rahasia.lkjip", "Satker Rahasia", 2023) as ws:
        ws._store._conn.execute("PRAGMA max_page_count = 1")
        banyak = tuple(Tambah("dasar_hukum", ws.id_baru(), {"nama": f"{n}", "tentang": "x" * 400}) for n in range(99))
        with pytest.raises(GagalSimpan):
            ws.lakukan(Banyak("Banyak", banyak))
    isi = _isi(folder)
    assert "penulisan ditolak: SQLITE_FULL" in isi
    assert "rahasia" not in isi.lower()


def test_catatan_berputar(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("lkjip.uji")
    for _ in range(2600):
        log.warning("x" * 1000)
    ada = sorted(p.name for p in folder.iterdir())
    assert ada == ["lkjip.log", "lkjip.log.1", "lkjip.log.2", "lkjip.log.3", "lkjip.log.4", "macet.log"]
    assert sum(p.stat().st_size for p in folder.iterdir()) < 3 * 1024**2


def test_laporan_galat_berisi_catatan_saja(folder: Path, tmp_path: Path) -> None:
    logging.getLogger("lkjip.uji").warning("sesuatu terjadi")
    _isi(folder)
    zip_ = catatan.buat_laporan_galat(tmp_path / "laporan.zip", f"rincian di {Path.home()}/Dokumen/x.py", folder)
    with zipfile.ZipFile(zip_) as z:
        assert sorted(z.namelist()) == ["lkjip.log", "macet.log", "mesin.txt", "rincian.txt"]
        semua = "".join(z.read(n).decode() for n in z.namelist())
    assert "sesuatu terjadi" in semua
    assert str(Path.home()) not in semua
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == []


def test_laporan_ke_tempat_yang_tidak_ada(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        catatan.buat_laporan_galat(tmp_path / "tidak-ada" / "x.zip", folder=folder)


def test_tanpa_tempat_program_tetap_jalan(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    assert catatan.mulai(tmp_path / "berkas" / "log") is None
    logging.getLogger("lkjip.uji").warning("tidak ke mana-mana")


def test_macet_tercatat(tmp_path: Path) -> None:
    """Fault 38. A hard crash (os.abort) leaves its stack for the report."""
    import subprocess
    import sys

    kode = (
        "import sys, os; sys.path.insert(0, sys.argv[1]); from pathlib import Path; "
        "from lkjip_desktop import catatan; catatan.mulai(Path(sys.argv[2])); os.abort()"
    )
    akar = Path(__file__).resolve().parents[1]
    p = subprocess.run([sys.executable, "-c", kode, str(akar), str(tmp_path)], capture_output=True, check=False)
    assert p.returncode != 0
    assert "Fatal Python error: Aborted" in (tmp_path / "macet.log").read_text()
