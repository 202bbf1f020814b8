"""The one door behind window and command line: open, do, undo, redo, listen, check, build, copy, close.

Every call may come from any thread. A step is in the file before its listeners hear of it; when the disk
refuses, the old rows stand and GagalSimpan is raised. Printing and exchange are loaded when they are asked for.
Each group of duties has its module: `inti` (rows and steps), `kertas` (papers), `pertukaran` (import and export),
`salinan` (copies of the file).
"""

from __future__ import annotations

from .inti import Jam, Pendengar, Riwayat
from .kertas import Kertas
from .pertukaran import Pertukaran
from .salinan import Salinan

__all__ = ["Jam", "Pendengar", "Riwayat", "Workspace"]


class Workspace(Kertas, Pertukaran, Salinan):
    """One open data file. Made by `buka`, `baru` or `memori`; `tutup` it, or use it in a with statement."""
