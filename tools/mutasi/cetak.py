"""Do the printers follow: every figure of the blocks stands in the PDF and in the Word file, and no dead one does."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable

from lxml import etree

from lkjip_desktop.report.blocks import Document, Grid
from lkjip_desktop.report.docx import tulis as word
from lkjip_desktop.report.numbering import jalan
from lkjip_desktop.report.pdf.render import render
from lkjip_desktop.report.pdfium import teks_halaman

from .cetakan import angka_teks, baris, jelas, pokok

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def periksa_cetak(dokumen: Document, mati: Iterable[str], isi_berkas: Callable[[str], bytes]) -> list[str]:
    """What the PDF and the Word file of a document lack or keep; empty when they say what it says."""
    hasil = render(dokumen, isi_berkas)
    harus = Counter(a for b in baris(dokumen, alt=False) for a in angka_teks(b) if jelas(a))
    harus_sel = Counter(
        a
        for g in jalan(dokumen.blok)
        if isinstance(g, Grid)
        for b in baris(_tabel(g))
        for a in angka_teks(b)
        if jelas(a)
    )
    salah: list[str] = []
    for nama, isi in (
        ("PDF", teks_halaman(hasil.isi)),
        ("Word", _word(word.tulis(dokumen, isi_berkas, hasil))),
    ):
        ada = Counter(a for b in isi for a in angka_teks(b) if jelas(a))
        # Charts are pictures in Word, and both name them in words; a table's figures must be there all.
        kurang = (harus if nama == "PDF" else harus_sel) - ada
        salah += [f"{nama}: {a} tercetak {ada[a]} kali, seharusnya {ada[a] + n}" for a, n in kurang.items()]
        salah += [f"{nama}: masih tercetak {a}" for a in ada if pokok(a) in frozenset(mati)]
    return salah


def _tabel(g: Grid) -> Document:
    """A document of one table's body, for its lines."""
    from dataclasses import replace

    return Document((replace(g, judul=None, sumber="", catatan=()),), "", "")


def _word(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        akar = etree.fromstring(z.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(_W + "t", _M + "t")) for p in akar.iter(_W + "p")]
