"""The one door behind window and command line: open, do, undo, redo, listen, check, build, copy, close.

Every call may come from any thread. A step is in the file before its listeners hear of it; when the disk
refuses, the old rows stand and GagalSimpan is raised. Printing and exchange are loaded when they are asked for.
Each group of duties has its module: `inti` (rows and steps), `kertas` (papers), `bagan` (charts for the screen),
`pertukaran` (import and export), `contoh` (the example, files made of exchange files), `salinan` (copies of the
file), `cadangan` (lock, backups, restore), `kiriman` (sealed files, receipts, verdicts), `paket` (the parcel),
`perjanjian` (scans of signed papers, electronic signatures).
"""

from __future__ import annotations

from .cadangan import Penyelamatan
from .contoh import Contoh
from .inti import Jam, Pendengar, Riwayat
from .paket import Paket
from .perjanjian import Perjanjian
from .salinan import Salinan

__all__ = ["Jam", "Pendengar", "Penyelamatan", "Riwayat", "Workspace"]


class Workspace(Paket, Perjanjian, Contoh, Salinan):
    """One open data file. Made by `buka`, `baru` or `memori`; `tutup` it, or use it in a with statement."""
