"""make bench: prints `cetak lkjip`, the start of the window and what is done in it as ratios to others."""

from __future__ import annotations

import importlib.util
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lkjip_desktop.report.blocks import Cover, Document, Figure, Keep, Letterhead, ScanPages
from lkjip_desktop.report.sections.lkjip import dokumen_lkjip
from lkjip_desktop.workspace import Workspace

from .pasangan import banding, perbuatan

ROOT = Path(__file__).parents[2]


def gambar(blok: Iterable[Any]) -> Iterable[str]:
    """SHA-256 of every blob that the blocks name."""
    for b in blok:
        match b:
            case Figure():
                yield from (p.berkas for p in b.gambar)
            case Keep():
                yield from gambar(b.isi)
            case Letterhead() | Cover():
                yield from (p.berkas for p in (b.logo, getattr(b, "gambar", None)) if p)
            case ScanPages():
                yield b.berkas
            case _:
                pass


def siapkan(folder: Path) -> Path:
    """The example file, and its LKjIP 2023 as pickled blocks for the other engines."""
    data = folder / "contoh.lkjip"
    with Workspace.contoh(data) as w:
        doc: Document = dokumen_lkjip(w.snapshot, w.hasil(2023))
        berkas = {sha: w.isi_berkas(sha) for sha in set(gambar(doc.blok))}
    (folder / "blok.pickle").write_bytes(pickle.dumps((doc, berkas)))
    return data


def main() -> None:
    """Print the ratios."""
    py = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = siapkan(folder)
        blok, keluar = str(folder / "blok.pickle"), str(folder / "x.pdf")
        jalur = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
        env = {
            "PYTHONPATH": jalur,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPYCACHEPREFIX": str(folder / "pyc"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "setelan"),
        }
        kita = [py, str(ROOT / "main.py"), "cetak", "lkjip", str(data), "--tahun", "2023", "-o", str(folder / "k.pdf")]
        banding("cetak lkjip / plain ReportLab multiBuild", kita, [py, "-m", "tools.bench.polos", blok, keluar], env)
        if importlib.util.find_spec("typst"):
            banding("cetak lkjip / Typst", kita, [py, "-m", "tools.bench.typst_sama", blok, keluar], env)
        else:
            print("cetak lkjip / Typst: not measured (pip install typst, only for this)")
        mulai = [py, "-m", "tools.bench.jendela_kita", str(data)]
        banding("start to first paint / bare window", mulai, [py, "-m", "tools.bench.jendela_kosong"], env)
        perbuatan("in the window / a plain form made and shown", [py, "-m", "tools.bench.gerak", str(data)], env)


if __name__ == "__main__":
    main()
