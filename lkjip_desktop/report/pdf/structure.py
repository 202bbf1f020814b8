"""The reading structure of a file (tagged PDF): headings, paragraphs, lists, tables and figures in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


@dataclass(slots=True, eq=False)
class Anotasi:
    """A link on a page that an element holds; `isi` is the library's object of it."""

    isi: Any
    halaman: int
    elemen: Elemen
    nomor: int = 0


@dataclass(slots=True, eq=False)
class Elemen:
    """One element: its kind, parent, children (elements, pieces of pages as (page, number of it), links)."""

    jenis: str
    induk: Elemen | None
    anak: list[Elemen | tuple[int, int] | Anotasi] = field(default_factory=list)
    alt: str = ""
    atribut: str = ""
    nomor: int = 0


class Struktur:
    """Collects elements while pages are drawn. A `kunci` names an element that goes on later or on another page."""

    def __init__(self) -> None:
        self.akar = Elemen("Document", None)
        self._menurut_kunci: dict[object, Elemen] = {}
        self._tumpuk = [self.akar]
        self._halaman: list[list[Elemen]] = []
        self._anotasi: list[Anotasi] = []

    def halaman_baru(self) -> None:
        """Begin a page."""
        self._halaman.append([])

    def buka(self, jenis: str, kunci: object = None, *, alt: str = "", atribut: str = "") -> Elemen:
        """Enter an element, a new one or the one of its key."""
        e = self._menurut_kunci.get(kunci) if kunci is not None else None
        if e is None:
            e = Elemen(jenis, self._tumpuk[-1], alt=alt, atribut=atribut)
            self._tumpuk[-1].anak.append(e)
            if kunci is not None:
                self._menurut_kunci[kunci] = e
        self._tumpuk.append(e)
        return e

    def tutup(self) -> None:
        """Leave the element entered last."""
        self._tumpuk.pop()

    def isi(self, e: Elemen) -> int:
        """The number of the next piece of this page, which belongs to an element."""
        halaman = self._halaman[-1]
        e.anak.append((len(self._halaman) - 1, len(halaman)))
        halaman.append(e)
        return len(halaman) - 1

    def anotasi(self, e: Elemen, isi: Any) -> None:
        """A link of this page belongs to an element."""
        a = Anotasi(isi, len(self._halaman) - 1, e)
        e.anak.append(a)
        self._anotasi.append(a)

    def tulis(self, c: Any) -> None:
        """Put the structure into a file whose pages are all drawn."""
        doc = c._doc
        semua: list[Elemen] = []
        _kumpul(self.akar, semua)
        akar = _Mentah()
        doc.Reference(akar, "StrukturAkar")
        nomor_akar = _nomor(doc, "StrukturAkar")
        wadah: list[_Mentah] = []
        for i, e in enumerate(semua):
            m = _Mentah()
            doc.Reference(m, f"Struktur{i}")
            e.nomor = _nomor(doc, f"Struktur{i}")
            wadah.append(m)
        halaman = [_nomor(doc, f"Page{i + 1}") for i in range(len(self._halaman))]
        banyak = len(self._halaman)
        for i, a in enumerate(self._anotasi):
            a.nomor = int(doc.Reference(a.isi).format(doc).split()[0])
            a.isi.otherkw["StructParent"] = banyak + i
        for m, e in zip(wadah, semua, strict=True):
            m.isi = _elemen(e, nomor_akar, halaman)
        pohon = " ".join(
            [f"{i} [{' '.join(f'{e.nomor} 0 R' for e in isi)}]" for i, isi in enumerate(self._halaman) if isi]
            + [f"{banyak + i} {a.elemen.nomor} 0 R" for i, a in enumerate(self._anotasi)]
        )
        akar.isi = (
            f"<</Type /StructTreeRoot /K {self.akar.nomor} 0 R /ParentTree <</Nums [{pohon}]>> "
            f"/ParentTreeNextKey {banyak + len(self._anotasi)}>>"
        ).encode()
        for i, isi in enumerate(self._halaman):
            page = doc.idToObject[f"Page{i + 1}"]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.Tabs = pdfdoc.PDFName("S")
            if isi:
                page.StructParents = i
        doc.Catalog.StructTreeRoot = akar
        doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})


class _Mentah(pdfdoc.PDFObject):
    """An object whose bytes are made by us."""

    isi = b"null"

    def format(self, document: Any) -> bytes:  # noqa: ARG002 (the library's signature)
        return self.isi


def _kumpul(e: Elemen, semua: list[Elemen]) -> None:
    semua.append(e)
    for a in e.anak:
        if isinstance(a, Elemen):
            _kumpul(a, semua)


def _nomor(doc: Any, nama: str) -> int:
    return int(doc.idToObjectNumberAndVersion[nama][0])


def _elemen(e: Elemen, nomor_akar: int, halaman: list[int]) -> bytes:
    """The dictionary of one element."""
    pertama = next((a[0] for a in e.anak if isinstance(a, tuple)), None)
    anak = []
    for a in e.anak:
        if isinstance(a, Elemen):
            anak.append(f"{a.nomor} 0 R")
        elif isinstance(a, Anotasi):
            anak.append(f"<</Type /OBJR /Pg {halaman[a.halaman]} 0 R /Obj {a.nomor} 0 R>>")
        elif a[0] == pertama:
            anak.append(str(a[1]))
        else:
            anak.append(f"<</Type /MCR /Pg {halaman[a[0]]} 0 R /MCID {a[1]}>>")
    bagian = [f"/S /{e.jenis} /P {e.induk.nomor if e.induk else nomor_akar} 0 R"]
    if pertama is not None:
        bagian.append(f"/Pg {halaman[pertama]} 0 R")
    if anak:
        bagian.append(f"/K {anak[0]}" if len(anak) == 1 else f"/K [{' '.join(anak)}]")
    if e.alt:
        bagian.append(f"/Alt <FEFF{e.alt.encode('utf-16-be').hex()}>")
    if e.atribut:
        bagian.append(f"/A <</O /Table {e.atribut}>>")
    return f"<<{' '.join(bagian)}>>".encode()
