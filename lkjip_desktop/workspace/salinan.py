"""Copies of the file: under another name, for the office, for the Kanwil, and back again."""

from __future__ import annotations

from pathlib import Path

from .inti import Inti


class Salinan(Inti):
    """What leaves the file as a file."""

    def simpan_salinan(self, path: Path | str) -> str:
        """A checked copy of everything under another name; gives its SHA-256. This file stays open."""
        return self._store.salin(Path(path))
