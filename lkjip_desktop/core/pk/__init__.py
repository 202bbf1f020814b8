"""Which Perjanjian Kinerja is in force, what it contains, and how two versions differ (PermenPAN-RB 53/2014).

A draft shows the working values of its year; a signed version (terkunci, berlaku) only what was frozen when it was
signed. Signing itself is a command; it copies exactly what `isi_pk` shows of the draft.
"""

from __future__ import annotations

from .beda import beda
from .isi import anggaran_kerja, bagian_pernyataan, isi_pk, total_anggaran
from .jenis import BEKU, AnggaranPk, Beda, ButirPk, IsiPk, Pihak, SasaranPk, TingkatPk
from .masa import berlaku, butir_berlaku, mulai_berlaku

__all__ = [
    "BEKU",
    "AnggaranPk",
    "Beda",
    "ButirPk",
    "IsiPk",
    "Pihak",
    "SasaranPk",
    "TingkatPk",
    "anggaran_kerja",
    "bagian_pernyataan",
    "beda",
    "berlaku",
    "butir_berlaku",
    "isi_pk",
    "mulai_berlaku",
    "total_anggaran",
]
