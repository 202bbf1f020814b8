"""The program under fault: run as a process of its own, it does one deed and says so; the rig then looks at the file.

Usage: python -m tests.faults.anak DEED PATH [MORE]. After the deed it writes one line, "SELESAI ...", to standard
output; a LkjipError is written as "GAGAL kind sentence" and gives exit code 3.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from lkjip_desktop.core.commands import Banyak, Tambah, Ubah
from lkjip_desktop.core.tables import DasarHukum
from lkjip_desktop.errors import LkjipError
from lkjip_desktop.store.store import Store
from lkjip_desktop.workspace import Workspace

BARIS = 3  # rows that every step changes together


def _jam() -> datetime:
    """A clock that stands, so that a rig knows the names of copies beforehand."""
    return datetime(2024, 1, 5, 8, 0, tzinfo=timezone(timedelta(hours=7)))


def berkas_baru(path: Path, isi: int = 40, baris: int = BARIS) -> None:
    """A data file in state 0: `baris` rows that all say 0."""
    with Workspace.baru(path, "Bapas Uji", 2023, petugas="Uji") as ws:
        ws.lakukan(
            Banyak(
                "Isi",
                tuple(
                    Tambah("dasar_hukum", f"00000000-0000-4000-8000-{n:012d}", {"nama": "0", "tentang": "x" * isi})
                    for n in range(baris)
                ),
            )
        )


def langkah_kini(ws: Workspace) -> int:
    """The step that all rows agree on."""
    (n,) = {int(r.nama) for r in ws.snapshot.rows(DasarHukum)}
    return n


def langkah(ws: Workspace) -> int:
    """One step: every row goes from n to n + 1; gives n + 1."""
    ada = ws.snapshot.rows(DasarHukum)
    n = int(ada[0].nama) + 1
    ws.lakukan(Banyak("Naik", tuple(Ubah("dasar_hukum", r.id, {"nama": str(n)}) for r in ada)))
    return n


def main(argv: list[str]) -> int:
    deed, path = argv[0], Path(argv[1])
    try:
        if deed == "siap":  # load what the deeds load when they first need it
            from lkjip_desktop.store import kiriman, pemulihan, pulihkan  # noqa: F401

            Workspace.memori("x", 2023).lakukan(Tambah("dasar_hukum", "00000000-0000-4000-8000-000000000000", {}))
        elif deed == "simpan":
            with Workspace.buka(path) as ws:
                try:
                    print("SELESAI", langkah(ws), flush=True)
                except LkjipError:
                    print("TAMPAK", ws.snapshot.rows(DasarHukum)[0].nama, flush=True)
                    raise
        elif deed == "terus":
            ws = Workspace.buka(path)
            while True:
                print("SELESAI", langkah(ws), flush=True)
        elif deed == "buka":
            with Workspace.buka(path) as ws:
                print("SELESAI", ws.pesan_buka, ws.alasan_hanya_baca, flush=True)
        elif deed == "cadangkan":
            with Workspace.buka(path, jam=_jam) as ws:
                print("SELESAI", ws.cadangkan(Path(argv[2]))[0].name, flush=True)
        elif deed == "kirim":
            with Workspace.buka(path, jam=_jam) as ws:
                print("SELESAI", ws.kirim(Path(argv[2]), 2023).nama, flush=True)
        elif deed == "ganti":
            from lkjip_desktop.store import pulihkan

            pulihkan.pulihkan(Path(argv[2]), path, alasan="pulih", kini=_jam())
            print("SELESAI", flush=True)
        elif deed == "migrasi":
            from tests.faults.bahan import MIGRASI_UJI

            Store.buka(path, migrasi=MIGRASI_UJI).tutup()
            print("SELESAI", flush=True)
        elif deed == "tulis-pdf":
            from lkjip_desktop.workspace.kertas import tulis_berkas

            print("SELESAI", tulis_berkas(path, b"%PDF-1.4\n" + b"isi " * 50_000).name, flush=True)
        elif deed == "rebut":  # another program that wants to write, without asking for our lock file
            conn = sqlite3.connect(path, timeout=0, isolation_level=None)
            try:
                conn.execute("BEGIN IMMEDIATE")
                print("SELESAI dapat", flush=True)
            except sqlite3.OperationalError as e:
                print("SELESAI", "tertolak" if "locked" in str(e) else e, flush=True)
            conn.close()
        elif deed == "lihat":
            with Workspace.buka(path, hanya_baca=True) as ws:
                print("SELESAI", langkah_kini(ws), ws.alasan_hanya_baca, flush=True)
        elif deed == "balik-bit":
            from .balik import balik

            print("SELESAI", json.dumps(balik(path, int(argv[2]), int(argv[3]))), flush=True)
        else:
            raise SystemExit(f"unknown deed {deed}")
    except LkjipError as e:
        print("GAGAL", type(e).__name__, e, flush=True)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
