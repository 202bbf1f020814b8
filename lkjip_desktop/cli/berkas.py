"""Files and exit codes shared by the words: opening for reading, and the file that a word may write."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkjip_desktop.errors import BerkasTerkunci, Ditolak
from lkjip_desktop.workspace import Workspace

SELESAI, BELUM_BERES, DITOLAK = 0, 1, 2


@contextmanager
def baca(path: str | Path) -> Iterator[Workspace]:
    """A data file for a word that only reads; nothing on disk changes.

    Raises:
        BerkasTerkunci: somebody works in it. A script must not take what was saved last for what is there.
    """
    with Workspace.buka(path, hanya_baca=True) as w:
        if w.mengintip:
            raise BerkasTerkunci(w.alasan_hanya_baca.split(";")[0] + ".", "Tutup dahulu, lalu ulangi.")
        yield w


def tujuan(a: argparse.Namespace, boleh: tuple[str, ...]) -> Path:
    """The file to write (-o): of a kind that the word can make, and never the file that it reads."""
    hasil = Path(a.tujuan)
    if hasil.suffix.lower() not in boleh:
        raise Ditolak(f"“{hasil.name}” harus berakhiran {' atau '.join(boleh)}.")
    if hasil.is_dir():
        raise Ditolak(f"“{hasil.name}” adalah folder; tulis nama berkasnya.")
    sumber = Path(getattr(a, "berkas", None) or a.sumber)
    if hasil.exists() and sumber.exists() and os.path.samefile(hasil, sumber):
        raise Ditolak("Berkas yang dibaca tidak dapat ditimpa oleh hasilnya; pilih nama lain.")
    return hasil
