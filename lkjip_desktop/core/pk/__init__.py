"""Which Perjanjian Kinerja is in force, what it contains, and how two versions differ (PermenPAN-RB 53/2014).

A draft shows the working values of its year; a signed version (terkunci, berlaku) only what was frozen when it was
signed. Signing itself is a command; it copies exactly what `isi_pk` shows of the draft.
"""

from __future__ import annotations

from .beda import beda
from .isi import anggaran_kerja, bagian_pernyataan, isi_pk, pejabat_menurut_tanggal, total_anggaran
from .jenis import BEKU, AnggaranPk, Beda, ButirPk, IsiPk, Pihak, SasaranPk, TingkatPk
from .masa import Keadaan, berlaku, butir_berlaku, keadaan, mulai_berlaku
from .utas import BandingPagu, JanjiIndikator, banding_pagu, janji

__all__ = [
    "BEKU",
    "AnggaranPk",
    "BandingPagu",
    "Beda",
    "ButirPk",
    "IsiPk",
    "JanjiIndikator",
    "Keadaan",
    "Pihak",
    "SasaranPk",
    "TingkatPk",
    "anggaran_kerja",
    "bagian_pernyataan",
    "banding_pagu",
    "beda",
    "berlaku",
    "butir_berlaku",
    "isi_pk",
    "janji",
    "keadaan",
    "mulai_berlaku",
    "pejabat_menurut_tanggal",
    "total_anggaran",
]
