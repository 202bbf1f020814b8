"""Elements of a Word file: names, order of paragraph properties, what text may hold."""

from __future__ import annotations

from typing import Any

from lxml import etree

from lkjip_desktop.core.teks import bersih

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
# Registered once: naming the prefixes anew for each of some ten thousand elements takes most of the time.
for _awalan, _ruang in NS.items():
    etree.register_namespace(_awalan, _ruang)

#: An lxml element; the library has no types of its own.
Elemen = Any

TWIP_MM = 1440 / 25.4
EMU_MM = 36000

# Word calls a file damaged when properties stand in another order than the schema's.
_URUTAN_P = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "pBdr", "shd"),
    *("tabs", "spacing", "ind", "contextualSpacing", "jc", "textAlignment", "outlineLvl", "rPr", "sectPr"),
)
_TEMPAT_P = {f"{{{NS['w']}}}{n}": i for i, n in enumerate(_URUTAN_P)}


def qn(nama: str) -> str:
    """ "w:p" as lxml writes it."""
    awalan, _, sisa = nama.partition(":")
    return f"{{{NS[awalan]}}}{sisa}"


def akar(nama: str) -> Elemen:
    """The root of a part that may hold elements of any of our vocabularies."""
    return etree.Element(qn(nama), nsmap={k: v for k, v in NS.items() if k != "xml"})


def el(nama: str, atribut: dict[str, str | int] | None = None, *anak: Elemen | None) -> Elemen:
    """An element by its prefixed name with prefixed attributes; None among the children is left out."""
    e = etree.Element(qn(nama))
    for kunci, nilai in (atribut or {}).items():
        e.set(qn(kunci) if ":" in kunci else kunci, str(nilai))
    e.extend(a for a in anak if a is not None)
    return e


def w(nama: str, *anak: Elemen | None, **atribut: str | int) -> Elemen:
    """An element of the main vocabulary: w("jc", val="center"); attributes are of it too."""
    e = etree.Element(qn("w:" + nama))
    for kunci, nilai in atribut.items():
        e.set(qn("w:" + kunci), str(nilai))
    e.extend(a for a in anak if a is not None)
    return e


def twip(poin: float) -> int:
    """Points as twentieths."""
    return round(poin * 20)


def teks(t: str) -> str:
    """The one way of a user's text into the file: NFC, no character that XML refuses."""
    if t.isascii() and t.isprintable():
        return t
    return bersih(t)[0]


def sifat(p: Elemen, properti: Elemen) -> None:
    """Set one property of a paragraph (it takes the place of one of its kind), at the place that the schema asks."""
    ppr = p.find(qn("w:pPr"))
    if ppr is None:
        ppr = w("pPr")
        p.insert(0, ppr)
    lama = ppr.find(properti.tag)
    if lama is not None:
        ppr.replace(lama, properti)
        return
    tempat = _TEMPAT_P[properti.tag]
    for i, anak in enumerate(ppr):
        if _TEMPAT_P[anak.tag] > tempat:
            ppr.insert(i, properti)
            return
    ppr.append(properti)


def paragraf(gaya: str, *isi: Elemen | None, properti: tuple[Elemen, ...] = ()) -> Elemen:
    """A paragraph of a style id; `properti` in the schema's order."""
    return w("p", w("pPr", w("pStyle", val=gaya) if gaya else None, *properti), *isi)
