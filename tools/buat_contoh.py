"""Write resources/contoh/bapas-lahat.json from the facts in tools/contoh; the same facts always give the same bytes.

Run `python -m tools.buat_contoh`; with --periksa it only tells whether the committed file is up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lkjip_desktop.core.snapshot import Snapshot, dari_baris
from lkjip_desktop.exchange.json_keluar import tulis
from tools.contoh import analisis, anggaran, identitas, kinerja, laporan, naskah, perjanjian, renstra

TUJUAN = Path(__file__).resolve().parent.parent / "resources" / "contoh" / "bapas-lahat.json"


def snapshot() -> Snapshot:
    """All rows of the example."""
    bagian = (identitas, renstra, kinerja, analisis, perjanjian, anggaran, laporan, naskah)
    baris = [r for b in bagian for r in b.baris()]
    if len({r.id for r in baris}) != len(baris):
        raise ValueError("two rows of the example share an id")
    return dari_baris(baris)


def isi() -> bytes:
    """The exchange file as bytes."""
    berkas = {sha: data for sha, data, _ in laporan.gambar().values()}
    return tulis(snapshot(), berkas.__getitem__)


def main(argv: list[str]) -> int:
    """Write the file, or compare it with --periksa (exit 1 when it is out of date)."""
    data = isi()
    if "--periksa" in argv:
        sama = TUJUAN.is_file() and TUJUAN.read_bytes() == data
        print("up to date" if sama else "out of date: run python -m tools.buat_contoh")
        return 0 if sama else 1
    TUJUAN.parent.mkdir(parents=True, exist_ok=True)
    TUJUAN.write_bytes(data)
    print(f"{TUJUAN.name}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
