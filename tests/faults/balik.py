"""Random single-bit flips of a sealed file: what the examination says of each, and whether its content changed."""

from __future__ import annotations

import contextlib
import hashlib
import random
import sqlite3
from pathlib import Path

from lkjip_desktop.core.segel import Putusan
from lkjip_desktop.store import terima

#: Tables whose rows are the content; journal, drafts and settings are empty in a sealed file.
_BUKAN_ISI = ("jurnal", "draf", "setelan")


def salin_isi(path: Path) -> str | None:
    """The content read by plain SQL, independent of the program's digest; None when it cannot be read."""
    h = hashlib.sha256()
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
        try:
            nama = [n for (n,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            for t in nama:
                if t not in _BUKAN_ISI:
                    # A blob is hashed first: its repr would take most of the time of the rig.
                    baris = sorted(
                        repr([hashlib.sha256(v).digest() if isinstance(v, bytes) else v for v in r])
                        for r in conn.execute(f'SELECT * FROM "{t}"')
                    )
                    h.update(repr((t, baris)).encode("utf-8", "surrogatepass"))
        except (sqlite3.Error, UnicodeDecodeError, OverflowError):
            return None
    return h.hexdigest()


def balik(path: Path, benih: int, kali: int) -> dict[str, int]:
    """Flip one bit at a time in a copy beside the file; counts by outcome."""
    acak = random.Random(benih)
    asli = path.read_bytes()
    utuh, sha = salin_isi(path), hashlib.sha256(asli).hexdigest()
    salinan = path.with_name(f"balik-{benih}.lkjip")
    n = {"dicoba": 0, "sha_menemukan": 0, "integrity_menemukan": 0, "ditemukan": 0, "di_ruang_kosong": 0, "lolos": 0}
    for _ in range(kali):
        b = bytearray(asli)
        b[acak.randrange(len(b))] ^= 1 << acak.randrange(8)
        salinan.write_bytes(b)
        n["dicoba"] += 1
        n["sha_menemukan"] += hashlib.sha256(b).hexdigest() != sha
        if terima.nilai(salinan).putusan is not Putusan.ASLI:
            n["ditemukan"] += 1
            n["integrity_menemukan"] += not _integrity(salinan)
        elif salin_isi(salinan) == utuh:  # in a part of a page that holds nothing
            n["di_ruang_kosong"] += 1
        else:
            n["lolos"] += 1
    return n


def _integrity(path: Path) -> bool:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
        try:
            return bool(conn.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
        except (sqlite3.Error, UnicodeDecodeError):
            return False
