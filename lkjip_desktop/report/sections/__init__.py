"""From numbers to blocks: one module a chapter, pure functions; SECTIONS names them in printing order."""

from __future__ import annotations

from lkjip_desktop.report.sections.daftar_bagian import SECTIONS, Section
from lkjip_desktop.report.sections.konteks import Konteks, konteks
from lkjip_desktop.report.sections.lkjip import blok_bagian, dokumen_lkjip, dokumen_sampul
from lkjip_desktop.report.sections.pk import dokumen_pk
from lkjip_desktop.report.sections.ringkasan import dokumen_ringkasan
from lkjip_desktop.report.sections.surat import dokumen_surat

__all__ = [
    "SECTIONS",
    "Konteks",
    "Section",
    "blok_bagian",
    "dokumen_lkjip",
    "dokumen_pk",
    "dokumen_ringkasan",
    "dokumen_sampul",
    "dokumen_surat",
    "konteks",
]
