"""Captions with the fields by which Word numbers tables and figures, and headings with theirs."""

from __future__ import annotations

import re

from lkjip_desktop.report.blocks import Heading, Run, Runs
from lkjip_desktop.report.docx.gaya import NUM_JUDUL, TINGKAT, judul_gaya
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.teks import huruf, isi_runs, medan, penanda, seimbang, tanda_daftar
from lkjip_desktop.report.docx.xml import Elemen, paragraf, sifat, w

# "Tabel III.3", "Gambar L.I.1": word, what stands before the chapter's number, that number, place in the chapter.
_NOMOR = re.compile(r"(\S+) ((?:[^.\s]+\.)*?)([IVXLCDM]+)\.(\d+)")
#: Between the number of a table or figure and its title.
PEMISAH = " "


def keterangan(judul: Runs, k: Konteks, *, atas: bool) -> Elemen:
    """The caption of the next table or figure; `atas` keeps it with what it stands above."""
    n, e = k.entri_berikut()
    isi = isi_runs(judul, k)
    if e.nomor:
        isi = [*penanda(k.nama_nomor(n), k.id_baru(), *_nomor(e.nomor)), huruf(PEMISAH), *isi]
    p = paragraf("Caption", *penanda(k.nama_entri(n), k.id_baru(), *isi))
    seimbang(p, (*((Run(e.nomor + PEMISAH, tebal=True),) if e.nomor else ()), *judul), k.tata.keterangan, k)
    if atas:
        sifat(p, w("keepNext"))
    return p


def kalimat_sumber(sumber: str) -> str:
    """The line below a table or figure; "Sumber" is not said twice."""
    return sumber if sumber.lower().startswith("sumber") else f"Sumber: {sumber}"


def _nomor(nomor: str) -> list[Elemen]:
    """The number as text and fields; one of another form stays text."""
    cocok = _NOMOR.fullmatch(nomor)
    if cocok is None:
        return [huruf(nomor)]
    kata, awalan, bab, urut = cocok.groups()
    # Word begins anew at each chapter by "\\s 1"; LibreOffice 7 knows only the explicit beginning.
    ulang = "\\r 1" if urut == "1" else "\\s 1"
    return [
        huruf(f"{kata} {awalan}"),
        *medan("STYLEREF 1 \\s", huruf(bab)),
        huruf("."),
        *medan(f"SEQ {kata} \\* ARABIC {ulang}", huruf(urut)),
    ]


def kepala(h: Heading, k: Konteks) -> Elemen:
    """A heading whose number Word keeps itself."""
    n, e = k.entri_berikut()
    if not h.tampak:
        # Not seen, but the contents list finds it.
        isi = tanda_daftar(f"{e.nomor} {h.judul}".strip(), h.level + 1) if h.daftar else []
        return paragraf("Sela", *penanda(k.nama_entri(n), k.id_baru(), *isi))
    isi = [huruf(h.judul)]
    angka = k.penomoran.judul(h, e.nomor)
    if angka is not None and h.level == 0 and h.label:
        isi.insert(0, w("r", w("br")))  # the title stands below "BAB I"
    p = paragraf(judul_gaya(h.level, h.daftar), *penanda(k.nama_entri(n), k.id_baru(), *isi))
    num, level = angka or (0, 0)
    if num != NUM_JUDUL or not h.daftar or level >= TINGKAT:
        sifat(p, w("numPr", w("ilvl", val=level) if num else None, w("numId", val=num)))
    if angka is None:
        sifat(p, w("ind", left=0, firstLine=0))
    if h.level == 0:
        seimbang(p, (Run(h.judul),), k.tata.bab, k)
    return p
