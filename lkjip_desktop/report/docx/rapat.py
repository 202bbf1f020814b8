"""What stays on one page: paragraphs that keep with the next, and groups in the type with which they fit."""

from __future__ import annotations

from dataclasses import replace

from lkjip_desktop.errors import GagalCetak
from lkjip_desktop.report.blocks import Document, Keep, Part
from lkjip_desktop.report.docx.gaya import gaya_xml
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.xml import Elemen, qn, sifat, w

#: Smallest size of type, and room (mm) left for lines that Word breaks otherwise.
_TERKECIL = 7
_LEGA_MM = 6
_JARAK = ("before", "after")


def ikat(elemen: list[Elemen]) -> None:
    """Keep elements on one page as far as they fit: each paragraph but those of the last one keeps with the next."""
    semua: list[list[Elemen]] = []
    for e in elemen:
        semua += [[e]] if e.tag == qn("w:p") else [list(tr.iter(qn("w:p"))) for tr in e.iter(qn("w:tr"))]
    while semua and all(gaya(p) == "Sela" for p in semua[-1]):
        semua.pop()
    for kelompok in semua[:-1]:
        for p in kelompok:
            sifat(p, w("keepNext"))


def gaya(p: Elemen) -> str:
    """Style id of a paragraph."""
    e = p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return str(e.get(qn("w:val"))) if e is not None else "Normal"


def ukuran_muat(keep: Keep, k: Konteks, *, lanskap: bool) -> int:
    """The size of type with which a group fits on one page, found by the printer of the PDF."""
    from lkjip_desktop.report.pdf.render import render

    ukuran = k.kertas.ukuran_huruf
    isi = (Part("", kepala=False, lanskap=lanskap), Keep(keep.isi))
    kertas = replace(k.kertas, margin_bawah=k.kertas.margin_bawah + _LEGA_MM + keep.sisakan_mm)
    try:
        while ukuran > _TERKECIL:
            d = Document(isi, "", "", kertas=replace(kertas, ukuran_huruf=ukuran))
            if render(d, k.isi_berkas).halaman < 2:
                break
            ukuran -= 1
    except GagalCetak:  # it refers to what stands outside of it
        return k.kertas.ukuran_huruf
    return ukuran


def kecilkan(elemen: list[Elemen], bagian: float, k: Konteks) -> None:
    """Set elements in smaller type, with gaps to match; sizes become direct properties, since styles are for all."""
    bawaan = {s.get(qn("w:styleId")): s for s in gaya_xml(k.kertas).iter(qn("w:style"))}
    for p in (p for e in elemen for p in e.iter(qn("w:p"))):
        dasar = bawaan[gaya(p)]
        jarak = p.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        asli = dasar.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if gaya(p) != "Sela" or jarak is not None:
            nilai = {
                n: (jarak if jarak is not None else asli).get(qn(f"w:{n}"), asli.get(qn(f"w:{n}"))) for n in _JARAK
            }
            baru = w("spacing", **{n: round(int(v) * bagian) for n, v in nilai.items() if v is not None})
            for n in ("line", "lineRule"):
                if jarak is not None and jarak.get(qn(f"w:{n}")) is not None:
                    baru.set(qn(f"w:{n}"), jarak.get(qn(f"w:{n}")))
            sifat(p, baru)
        ukuran = int(dasar.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val")))
        for r in p.iter(qn("w:r")):
            _ukuran(r, ukuran, bagian)


def _ukuran(r: Elemen, ukuran: int, bagian: float) -> None:
    rpr = r.find(qn("w:rPr"))
    if rpr is None:
        rpr = w("rPr")
        r.insert(0, rpr)
    for nama in ("sz", "szCs"):
        ada = rpr.find(qn(f"w:{nama}"))
        if ada is None:
            ada = w(nama, val=ukuran)
            rpr.append(ada)
        ada.set(qn("w:val"), str(int(int(ada.get(qn("w:val"))) * bagian)))
