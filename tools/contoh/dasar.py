"""Stable ids and short forms shared by the modules of the example."""

from __future__ import annotations

import uuid
from decimal import Decimal

from lkjip_desktop.core import naskah
from lkjip_desktop.core.naskah import Blok, Daftar, Medan, Paragraf, Span, Teks

# Made once for this example; ids are derived from it, so that the file can be made anew with equal ids.
RUANG = uuid.UUID("6b0c9f1e-52a7-5d2c-9a53-1f0b7c1e2d34")

#: The office's short name and the one in headings.
SATKER = "Balai Pemasyarakatan Kelas II Lahat"
BAPAS = "Bapas Kelas II Lahat"


def id_baris(tabel: str, kunci: str) -> str:
    """The id of the row of `tabel` that this example knows as `kunci`."""
    return str(uuid.uuid5(RUANG, f"{tabel}/{kunci}"))


def d(teks: str) -> Decimal:
    """A typed number, digits as printed in the source."""
    return Decimal(teks)


def p(*isi: Span | str) -> Paragraf:
    """A paragraph of texts and merge fields."""
    return Paragraf(tuple(Teks(s) if isinstance(s, str) else s for s in isi))


def m(nama: str, baris_id: str = "") -> Medan:
    """A merge field: the number or name is taken from the data when the page is made."""
    return Medan(nama, baris_id)


def daftar(*butir: str, bernomor: bool = True) -> Daftar:
    """A list of plain items."""
    return Daftar(bernomor, tuple((Teks(b),) for b in butir))


def teks(*blok: Blok | str) -> str:
    """Canonical JSON of a text; a bare string is a paragraph."""
    return naskah.tulis(tuple(p(b) if isinstance(b, str) else b for b in blok))
