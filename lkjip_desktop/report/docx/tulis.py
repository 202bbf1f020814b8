"""A document as an editable Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from lkjip_desktop.report import blocks as b
from lkjip_desktop.report.blocks import Block, Document, Rendered
from lkjip_desktop.report.docx.bagian import Bagian, Tepian
from lkjip_desktop.report.docx.gaya import gaya_xml, namai_huruf
from lkjip_desktop.report.docx.huruf import tabel_huruf
from lkjip_desktop.report.docx.isi import butir, daftar, para
from lkjip_desktop.report.docx.keterangan import kepala
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.lembar import kop, sampul, tanda_tangan
from lkjip_desktop.report.docx.paket import Paket
from lkjip_desktop.report.docx.penomoran import Penomoran
from lkjip_desktop.report.docx.rapat import ikat, kecilkan, ukuran_muat
from lkjip_desktop.report.docx.rumus import rumus
from lkjip_desktop.report.docx.rupa import bagan, gambar, pindaian
from lkjip_desktop.report.docx.tabel import sela, tabel
from lkjip_desktop.report.docx.teks import huruf
from lkjip_desktop.report.docx.xml import Elemen, paragraf, qn, sifat, twip, w
from lkjip_desktop.report.gandeng import berpasang
from lkjip_desktop.report.numbering import nomori
from lkjip_desktop.report.pdf.pages import bidang
from lkjip_desktop.report.pdf.style import MM, tata


def tulis(document: Document, isi_berkas: Callable[[str], bytes], tata_letak: Rendered | None = None) -> bytes:
    """The Word file of a document; the same document gives the same bytes.

    `isi_berkas` gives a blob by its SHA-256. With `tata_letak`, the same document printed as PDF, the contents lists
    show its page numbers at once; without it Word fills them when it opens the file.
    Raises GagalCetak for references to nothing (see numbering.nomori).
    """
    t = tata(document.kertas)
    k = Konteks(document.kertas, t, nomori(document), Paket(), Penomoran(t), isi_berkas, tata_letak)
    badan = _Penulis(document, k).badan()
    k.paket.bagian("styles", CT.WML_STYLES, RT.STYLES, namai_huruf(gaya_xml(document.kertas), document.kertas))
    k.paket.bagian("numbering", CT.WML_NUMBERING, RT.NUMBERING, namai_huruf(k.penomoran.xml(), document.kertas))
    k.paket.bagian("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, tabel_huruf(document.kertas))
    return k.paket.simpan(namai_huruf(badan, document.kertas), document, perbarui=tata_letak is None)


class _Penulis:
    """Puts elements in order: page breaks, sections, what keeps together."""

    def __init__(self, document: Document, k: Konteks) -> None:
        self._document, self._k = document, k
        self._tepian = Tepian(document, k)
        self._isi: list[Elemen] = []
        self._bagian = Bagian(b.Part(""), None)
        self._kosong = True  # nothing stands in the current section yet
        self._putus = False  # the next element begins a page
        self._tersembunyi = False  # a chapter without a title of its own was just begun
        self._ukur()

    def badan(self) -> Elemen:
        """The body of the file."""
        self._blok(self._document.blok)
        if self._document.kode:
            kode = paragraf("Kode", huruf(self._document.kode))
            sifat(kode, w("jc", val="right"))
            self._putus = False
            self._taruh([kode])
        if self._isi and self._isi[-1].tag == qn("w:tbl"):
            self._isi.append(sela(0))
        return w("body", *self._isi, self._bagian_akhir())

    def _bagian_akhir(self) -> Elemen:
        """Rules of the last section; page rules after which nothing comes would give an empty page."""
        if self._kosong and self._isi:
            ppr = self._isi[-1].find(qn("w:pPr"))
            lama = ppr.find(qn("w:sectPr")) if ppr is not None else None
            if lama is not None:
                ppr.remove(lama)
                return lama
        return self._tepian.sifat_bagian(self._bagian)

    # ------------------------------------------------------------------------------------- pages, sections
    def _ukur(self) -> None:
        area = bidang(self._k.kertas, self._bagian.part.lanskap)
        self._k.lebar, self._k.tinggi = area.lebar, area.tinggi

    def _tutup_bagian(self) -> None:
        """End the current section: its rules go into its last paragraph."""
        if self._isi[-1].tag != qn("w:p") or self._isi[-1].find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            self._isi.append(sela(0))
        sifat(self._isi[-1], self._tepian.sifat_bagian(self._bagian))

    def _bagian_baru(self, baru: Bagian) -> None:
        if self._kosong:
            baru.jenis = baru.jenis if baru.jenis == "oddPage" else self._bagian.jenis
            if baru.mulai is None:
                baru.mulai = self._bagian.mulai
        else:
            self._tutup_bagian()
        self._bagian, self._kosong, self._putus = baru, True, False
        self._ukur()

    def _bab(self) -> None:
        """A chapter begins a page; where pages have a running head, its first one has none."""
        part = self._bagian.part
        if part.kepala and any(self._document.kepala):
            self._bagian_baru(Bagian(part, None, bab=True))
        else:
            self._putus = True

    # ---------------------------------------------------------------------------------------------- blocks
    def _blok(self, blok: Iterable[Block], *, rapat: bool = False) -> None:
        for satu, ikut in berpasang(blok):
            self._satu(satu, rapat=rapat)
            if ikut:
                sifat(self._isi[-1], w("keepNext"))

    def _satu(self, satu: Block, *, rapat: bool) -> None:
        k = self._k
        match satu:
            case b.Part():
                self._bagian_baru(Bagian(satu, satu.mulai))
            case b.NewPage():
                if satu.kanan:
                    self._bagian_baru(Bagian(self._bagian.part, None, jenis="oddPage"))
                self._putus = True
            case b.Keep():
                awal = len(self._isi)
                self._blok(satu.isi, rapat=True)
                ikat(self._isi[awal:])
                if satu.satu_halaman:
                    ukuran = ukuran_muat(satu, k, lanskap=self._bagian.part.lanskap)
                    if ukuran < k.kertas.ukuran_huruf:
                        kecilkan(self._isi[awal:], ukuran / k.kertas.ukuran_huruf, k)
            case b.Cover():
                self._putus = True
                self._taruh(sampul(satu, k))
                self._putus = True
            case b.ScanPages():
                for n, halaman in enumerate(pindaian(satu, k)):
                    self._putus = self._putus or n > 0 or not satu.sambung
                    self._taruh(halaman)
                self._putus = True
            case b.Heading():
                if satu.level == 0 and not self._tersembunyi:
                    self._bab()
                self._taruh([kepala(satu, k)])
                self._tersembunyi = satu.level == 0 and not satu.tampak
            case b.Mark():
                pass
            case _:
                self._taruh(self._elemen(satu, rapat=rapat))

    def _elemen(self, satu: Block, *, rapat: bool) -> list[Elemen]:
        k = self._k
        match satu:
            case b.Para():
                return [para(satu, k)]
            case b.Items():
                return butir(satu, k)
            case b.Grid():
                return tabel(satu, k, utuh=rapat)
            case b.Formula():
                return rumus(satu, k)
            case b.Chart() | b.Tree():
                return bagan(satu, k)
            case b.Figure():
                return gambar(satu, k)
            case b.Signatures():
                return tanda_tangan(satu, k)
            case b.Letterhead():
                return kop(satu, k)
            case b.Contents():
                return daftar(satu, k)
            case b.Space():
                p = paragraf("Sela")
                sifat(p, w("spacing", before=0, after=0, line=max(20, twip(satu.mm * MM)), lineRule="exact"))
                return [p]
        raise TypeError(f"no Word form for {type(satu).__name__}")

    def _taruh(self, elemen: list[Elemen]) -> None:
        if not elemen:
            return
        self._tersembunyi = False
        if self._putus and not self._kosong:
            if elemen[0].tag != qn("w:p"):
                elemen = [sela(0), *elemen]
            sifat(elemen[0], w("pageBreakBefore"))
        self._putus = self._kosong = False
        self._isi += elemen
