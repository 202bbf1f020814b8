"""What every rig shares: a file in a known state, the child process, strace, and the oracle."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import ClassVar, TypeVar

import pytest

from lkjip_desktop.core.tables import DasarHukum
from lkjip_desktop.store.migrations import MIGRASI
from lkjip_desktop.workspace import Workspace

from .anak import BARIS

AKAR = Path(__file__).resolve().parents[2]
#: LKJIP_UJI_BERAT=1 walks every point and many more random ones (minutes instead of seconds).
BERAT = os.environ.get("LKJIP_UJI_BERAT") == "1"
#: A migration to come: a table rebuilt, so that every row is moved, and a new one.
MIGRASI_UJI = (
    *MIGRASI,
    """
CREATE TABLE dasar_hukum_baru (
    id TEXT NOT NULL PRIMARY KEY, urut INTEGER, nama TEXT NOT NULL, tentang TEXT NOT NULL,
    berlaku_dari TEXT NOT NULL, berlaku_sampai TEXT NOT NULL, catatan TEXT NOT NULL
) STRICT;
INSERT INTO dasar_hukum_baru SELECT id, urut, nama, tentang, berlaku_dari, berlaku_sampai, 'x' FROM dasar_hukum;
DROP TABLE dasar_hukum;
ALTER TABLE dasar_hukum_baru RENAME TO dasar_hukum;
CREATE TABLE tambahan (id TEXT NOT NULL PRIMARY KEY) STRICT;
""",
)

perlu_strace = pytest.mark.skipif(
    shutil.which("strace") is None,
    reason="strace tidak terpasang; titik yang sama diuji lewat perekam VFS di test_listrik.py",
)

T = TypeVar("T")
U = TypeVar("U")


def serempak(kerja: Callable[[T], U], bahan: Iterable[T]) -> list[U]:
    """Run children side by side; the threads only wait for them."""
    with ThreadPoolExecutor(2) as p:
        return list(p.map(kerja, bahan))


# --------------------------------------------------------------------------------------------------- children
@dataclass(frozen=True)
class Anak:
    """How a child ended: exit code (negative = signal) and what it wrote."""

    kode: int
    keluaran: str

    @property
    def selesai(self) -> bool:
        return any(b.startswith("SELESAI") for b in self.keluaran.splitlines())

    @property
    def kalimat(self) -> str:
        return next((b for b in self.keluaran.splitlines() if b.startswith("GAGAL")), "")


@dataclass(frozen=True)
class Suntik:
    """A fault by strace: what happens (signal=KILL, error=EIO) at the n-th such call on one of these paths.

    "{pid}" in a path stands for the number of the process.
    """

    panggilan: str
    aksi: str
    kali: int | str
    paths: tuple[Path, ...]

    def perintah(self, pid: int) -> list[str]:
        saring = [w for p in self.paths for w in ("-P", str(p).replace("{pid}", str(pid)))]
        return [
            *("strace", "-qq", "-o", "/dev/null", "-p", str(pid), *saring),
            *("-e", f"trace={self.panggilan}", "-e", f"inject={self.panggilan}:{self.aksi}:when={self.kali}"),
        ]


class Induk:
    """The process of tests.faults.induk: one deed at a time."""

    def __init__(self) -> None:
        env = {**os.environ, "PYTHONPATH": str(AKAR), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
        self._p = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.induk"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=env,
            cwd=AKAR,
        )
        assert self._p.stdin is not None
        assert self._p.stdout is not None
        self._ke, self._dari = self._p.stdin, self._p.stdout
        assert self._dari.readline() == "SIAP\n"

    def jalankan(
        self,
        argv: Sequence[str],
        rumah: Path,
        suntik: Suntik | None,
        batas: dict[str, int],
        uid: int,
        bunuh_sesudah: int,
    ) -> Anak:
        keluaran = rumah / ".keluaran"
        keluaran.unlink(missing_ok=True)
        pesan = {
            "argv": argv,
            "rumah": str(rumah),
            "keluaran": str(keluaran),
            "batas": batas,
            "uid": uid,
            "tunggu": suntik is not None,
        }
        self._ke.write(json.dumps(pesan) + "\n")
        self._ke.flush()
        pid = int(self._dari.readline())
        if suntik is not None:
            self._pasang(pid, suntik)
        if bunuh_sesudah:
            while not keluaran.exists() or keluaran.read_bytes().count(b"\n") < bunuh_sesudah:
                time.sleep(0.0003)
            os.kill(pid, signal.SIGKILL)
        kode = int(self._dari.readline())
        return Anak(kode, keluaran.read_text(encoding="utf-8", errors="replace"))

    def _pasang(self, pid: int, suntik: Suntik) -> None:
        """Wait until the child has stopped itself, attach strace, let the child go."""
        while _status(pid, "State")[:1] not in ("T", "t"):
            time.sleep(0.001)
        p = subprocess.Popen(suntik.perintah(pid), stderr=subprocess.DEVNULL)
        self._jejak.append(p)
        while _status(pid, "TracerPid") == "0":
            assert p.poll() is None, "strace could not attach"
            time.sleep(0.001)
        os.kill(pid, signal.SIGCONT)

    _jejak: ClassVar[list[subprocess.Popen[bytes]]] = []

    def tutup(self) -> None:
        self._ke.close()
        self._dari.close()
        self._p.wait()
        for p in self._jejak:
            p.wait()
        self._jejak.clear()


def _status(pid: int, nama: str) -> str:
    for baris in Path(f"/proc/{pid}/status").read_text().splitlines():
        if baris.startswith(f"{nama}:"):
            return baris.split(":", 1)[1].strip()
    return ""


_induk: SimpleQueue[Induk] = SimpleQueue()
_semua: list[Induk] = []


def jalankan(
    *argv: str | Path,
    rumah: Path,
    suntik: Suntik | None = None,
    batas: dict[str, int] | None = None,
    uid: int = 0,
    bunuh_sesudah: int = 0,
) -> Anak:
    """Do one deed of tests.faults.anak in a process of its own, with a fault in it; from any thread.

    `bunuh_sesudah`: kill it as soon as it has written so many lines. `uid`: run as another user (needs root).
    """
    try:
        induk = _induk.get_nowait()
    except Empty:
        induk = Induk()
        _semua.append(induk)
    try:
        return induk.jalankan([str(a) for a in argv], rumah, suntik, batas or {}, uid, bunuh_sesudah)
    finally:
        _induk.put(induk)


def akhiri() -> None:
    """End the processes that were started; called once at the end of the session."""
    for induk in _semua:
        induk.tutup()
    _semua.clear()


# ----------------------------------------------------------------------------------------------------- oracle
@dataclass(frozen=True)
class Rupa:
    """State of a file: number of the step that all rows agree on (None = mixed or unreadable), and why."""

    langkah: int | None
    sebab: str = ""


def rupa(path: Path, baris: int = BARIS) -> Rupa:
    """Open as any SQLite program would (a hot journal is rolled back), then look at everything."""
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    try:
        if conn.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return Rupa(None, "integrity_check")
        if conn.execute("PRAGMA foreign_key_check").fetchall():
            return Rupa(None, "foreign_key_check")
        isi = [int(n) for (n,) in conn.execute("SELECT nama FROM dasar_hukum")]
        (jurnal,) = conn.execute("SELECT count(*) FROM jurnal WHERE label = 'Naik'").fetchone()
    except sqlite3.Error as e:
        return Rupa(None, str(e))
    finally:
        conn.close()
    if len(isi) != baris or len(set(isi)) != 1 or jurnal != isi[0]:
        return Rupa(None, f"campur {sorted(set(isi))} jurnal {jurnal}")
    return Rupa(isi[0])


def terbuka_program(path: Path) -> tuple[int, str]:
    """Open with the program itself: the step it shows, and what it tells the user."""
    with Workspace.buka(path) as ws:
        langkah = {int(r.nama) for r in ws.snapshot.rows(DasarHukum)}
        assert len(langkah) == 1, langkah
        return langkah.pop(), ws.pesan_buka


def tanpa_jejak(a: Anak) -> None:
    """What a user sees: one Indonesian sentence, no traceback."""
    assert "Traceback" not in a.keluaran, a.keluaran
    assert a.kode == 3, (a.kode, a.keluaran)
    assert a.kalimat.rstrip().endswith("."), a.keluaran
