"""What a command line gave, how it refuses, and the program as another process."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

AKAR = Path(__file__).resolve().parents[2]


class Jawaban(NamedTuple):
    """What a command line gave."""

    kode: int
    keluar: str
    galat: str

    @property
    def json(self) -> Any:
        return json.loads(self.keluar)


Jalankan = Callable[..., Jawaban]


def ditolak(j: Jawaban, *kata: str) -> None:
    """Refused as the contract wants it: exit 2, nothing on standard output, one line on standard error."""
    assert j.kode == 2
    assert j.keluar == ""
    assert j.galat.count("\n") == 1
    assert "Traceback" not in j.galat
    for k in kata:
        assert k in j.galat


def proses(
    *kata: str | Path, env: Mapping[str, str] | None = None, keluar: int = subprocess.PIPE, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as another process."""
    semua: list[str | Path] = [sys.executable, AKAR / "main.py", *kata]
    return subprocess.run(semua, env=env, cwd=cwd, stdout=keluar, stderr=subprocess.PIPE, timeout=120)
