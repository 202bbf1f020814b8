"""The command line in this process, the example file, and a file with a name and a year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lkjip_desktop import cli
from lkjip_desktop.workspace import Workspace

from .bahan import Jalankan, Jawaban


@pytest.fixture
def lkjip(capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run the command line in this process."""

    def jalankan(*kata: object) -> Jawaban:
        capsys.readouterr()
        kode = cli.main([str(k) for k in kata])
        keluar, galat = capsys.readouterr()
        return Jawaban(kode, keluar, galat)

    return jalankan


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The example file, only read by the tests."""
    path = tmp_path_factory.mktemp("contoh") / "contoh.lkjip"
    Workspace.contoh(path).tutup()
    yield path
    assert [p.name for p in path.parent.iterdir()] == ["contoh.lkjip"]


@pytest.fixture
def tanpa_target(tmp_path: Path) -> Path:
    """A file with a name and a year, nothing else."""
    path = tmp_path / "kosong.lkjip"
    Workspace.baru(path, "Bapas Contoh", 2025).tutup()
    return path
