"""Paragraphs, enumerations and the lists that Word makes from headings and captions."""

from __future__ import annotations

from dataclasses import replace

from lkjip_desktop.core.angka import huruf as angka_huruf
from lkjip_desktop.report.blocks import Contents, Items, Para, Run
from lkjip_desktop.report.docx.gaya import PARA, TINGKAT
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.teks import huruf, isi_runs, medan, seimbang, tautan
from lkjip_desktop.report.docx.xml import Elemen, paragraf, sifat, twip, w
from lkjip_desktop.report.pdf.lines import lebar_teks

#: Characters of an item that stays with its neighbour at the ends of a list, as the printed page keeps them.
_BUTIR_PENDEK = 250


def para(p: Para, k: Konteks) -> Elemen:
    """A paragraph of its style."""
    gaya = k.tata.gaya(p.gaya)
    hasil = paragraf(PARA[p.gaya], *isi_runs(p.isi, k, miring_dasar=gaya.miring))
    seimbang(hasil, p.isi, gaya, k)
    return hasil


def butir(items: Items, k: Konteks) -> list[Elemen]:
    """An enumeration as a list of its own."""
    gaya = k.tata.butir
    num = k.penomoran.butir(items)
    tanda = {"1": f"{len(items.butir)}.", "a": f"{angka_huruf(max(1, len(items.butir)), kecil=True)}.", "-": "•"}
    # A list of hundred items needs more room for its numbers than the style gives.
    perlu = lebar_teks((Run(tanda[items.gaya]),), gaya) + gaya.ukuran * 0.5
    hasil = []
    for i, isi in enumerate(items.butir):
        p = paragraf("ListBullet" if items.gaya == "-" else "ListNumber", *isi_runs(isi, k))
        sifat(p, w("numPr", w("ilvl", val=0), w("numId", val=num)))
        if perlu > k.tata.butir_inden:
            sifat(p, w("ind", left=twip(perlu), hanging=twip(perlu)))
        if len(items.butir) > 2 and i in (0, len(items.butir) - 2) and sum(len(r.teks) for r in isi) < _BUTIR_PENDEK:
            sifat(p, w("keepNext"))
        if i == len(items.butir) - 1:
            sifat(p, w("spacing", after=twip(k.tata.isi.sesudah)))
        hasil.append(p)
    return hasil


def daftar(c: Contents, k: Konteks) -> list[Elemen]:
    """A contents list as one field, with its lines as Word would fill them."""
    kode = {
        "isi": f'TOC \\o "1-{TINGKAT}" \\h \\z \\u \\f',
        "tabel": 'TOC \\h \\z \\c "Tabel"',
        "gambar": 'TOC \\h \\z \\c "Gambar"',
    }[c.jenis]
    baris = [_baris(n, c, k) for n in k.numbered.urutan_daftar(c.jenis)]
    awal, akhir = _medan_panjang(kode)
    if not baris:
        return [paragraf("TOC1" if c.jenis == "isi" else "TableofFigures", *awal, *akhir)]
    for i, e in enumerate(awal):
        baris[0].insert(1 + i, e)  # after the properties
    baris[-1].extend(akhir)
    # A section that ends in a line of a list loses its page numbers in LibreOffice: it shall end here.
    return [*baris, paragraf("Sela")]


def _medan_panjang(kode: str) -> tuple[list[Elemen], list[Elemen]]:
    """Runs before and after the result of a field that spans paragraphs."""
    isi = medan(kode, [])
    return isi[:3], isi[3:]


def _baris(n: int, c: Contents, k: Konteks) -> Elemen:
    """One line: number, title, dots, page; the whole of it a link."""
    e = k.numbered.entri[n]
    isi = c.jenis == "isi"
    level = min(e.level, TINGKAT - 1) if isi else 0
    g = k.tata.daftar[min(level, len(k.tata.daftar) - 1)] if isi else replace(k.tata.daftar[1], kiri=0.0)
    lebar = _lebar_nomor(c, level, k) if isi and e.level and e.nomor else 0.0
    pemisah = "\t" if lebar else " "
    teks = f"{e.nomor}{pemisah}{e.judul}" if e.nomor else e.judul
    acuan = medan(f"PAGEREF {k.nama_entri(n)} \\h", huruf(k.halaman(n), sembunyi=True))
    baris = tautan(k.nama_entri(n), huruf(teks, tautan=True), huruf("\t", sembunyi=True), *acuan)
    p = paragraf(f"TOC{level + 1}" if isi else "TableofFigures", baris)
    kiri = twip(g.kiri + lebar)
    stop = [w("tab", val="left", pos=kiri)] if lebar else []
    sifat(p, w("tabs", *stop, w("tab", val="right", leader="dot", pos=twip(k.lebar))))
    sifat(p, w("ind", left=kiri, hanging=twip(lebar)))
    return p


def _lebar_nomor(c: Contents, level: int, k: Konteks) -> float:
    """Width of the numbers of one level, as wide as the widest of them."""
    g = k.tata.daftar[min(level, len(k.tata.daftar) - 1)]
    nomor = [e.nomor for e in k.numbered.daftar(c.jenis) if min(e.level, TINGKAT - 1) == level and e.nomor]
    return max(lebar_teks((Run(t),), g) for t in nomor) + g.ukuran * 0.7
