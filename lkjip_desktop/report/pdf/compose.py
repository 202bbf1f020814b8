"""Blocks turned into boxes for the text width of their part; the only place that knows every kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lkjip_desktop.core.angka import huruf
from lkjip_desktop.report import blocks as b
from lkjip_desktop.report.blocks import Block, Document, Run, Runs
from lkjip_desktop.report.gandeng import berpasang
from lkjip_desktop.report.numbering import Entri, Numbered, berentri
from lkjip_desktop.report.pdf.charts import KotakGrafik
from lkjip_desktop.report.pdf.flowables import BarisDaftar, Grup, GrupUtuh, Kotak, Paragraf, Sela, Tanda, tinggi
from lkjip_desktop.report.pdf.formula import Rumus
from lkjip_desktop.report.pdf.images import KotakGambar, KotakPindaian, Sumber, ukuran_mm
from lkjip_desktop.report.pdf.letters import Kop, Sampul, TandaTangan
from lkjip_desktop.report.pdf.lines import Teks, susun
from lkjip_desktop.report.pdf.pages import Aliran, BagianBaru, Bidang, HalamanBaru, SatuHalaman, bidang
from lkjip_desktop.report.pdf.style import LUAR_TABEL, MM, Gaya, tata
from lkjip_desktop.report.pdf.tables import Tabel
from lkjip_desktop.report.pdf.trees import KotakPohon

_GAMBAR_MAKS = 0.72  # highest picture as part of the text height
_SELA_GAMBAR = 5 * MM
_CATATAN_MAKS = 0.3  # highest caption, and notes, that stay in one piece with their table, as part of the text height
_TINGKAT_PEMBATAS = 3  # headings up to this level that no text passes to fill a page before a figure
_BUTIR_PENDEK = 3  # lines of an item that stays with its neighbour at the ends of a list
_SPASI_RAPAT = 115  # line spacing tried before smaller type
_HURUF_TERKECIL = 8  # to which type is set down so that a group stays on its page


class Pengubah:
    """Turns the blocks of one document into boxes; call once, in order."""

    def __init__(self, dok: Document, numbered: Numbered, sumber: Sumber, periksa_batal: Callable[[], None]) -> None:
        self.dok, self.numbered, self.sumber = dok, numbered, sumber
        self.t = tata(dok.kertas)
        self.bidang: Bidang = bidang(dok.kertas, lanskap=False)
        self._entri = iter(enumerate(numbered.entri))
        self._batal = periksa_batal

    @property
    def lebar(self) -> float:
        return self.bidang.lebar

    def ubah(self, blok: Iterable[Block]) -> Iterator[Aliran]:
        """The boxes of blocks, with page rules between them."""
        for satu, ikut in berpasang(blok):
            self._batal()
            for a in self._satu(satu):
                if ikut and isinstance(a, Paragraf):
                    a.ikut = True
                yield a

    def _satu(self, satu: Block) -> Iterator[Aliran]:
        nomor, entri = next(self._entri) if berentri(satu) else (-1, None)
        match satu:
            case b.Part():
                self.bidang = bidang(self.dok.kertas, satu.lanskap)
                yield BagianBaru(satu.nomor, satu.mulai, satu.lanskap, satu.kepala, satu.kode)
            case b.NewPage():
                yield HalamanBaru(satu.kanan)
            case b.Cover():
                yield SatuHalaman(Sampul(satu, self.dok.kertas, self.lebar, self.t, self.sumber))
            case b.Heading():
                assert entri is not None
                yield from self._kepala(satu, nomor, entri)
            case b.ScanPages():
                yield from self._pindaian(satu)
            case b.Keep():
                yield from self._rapat(satu)
            case b.Contents():
                yield from self._daftar(satu)
            case b.Items():
                yield from self._butir(satu)
            case b.Figure():
                yield from self._gambar(satu, nomor, entri)
            case b.Grid():
                yield from self._tabel(satu, nomor, entri)
            case b.Chart():
                kotak: Kotak = KotakGrafik(satu, self.lebar, self.t)
                yield from self._bergambar([kotak], satu.judul, satu.sumber, nomor, entri)
            case b.Tree():
                kotak = KotakPohon(satu, self.lebar, self.bidang.tinggi * 0.86, self.t)
                yield from self._bergambar([kotak], satu.judul, "", nomor, entri)
            case _:
                yield self._kotak(satu)

    def _kotak(self, satu: Block) -> Kotak:
        match satu:
            case b.Para():
                return self._para(satu.isi, self.t.gaya(satu.gaya))
            case b.Formula():
                return Rumus(satu, self.lebar, self.t, self.resolusi)
            case b.Signatures():
                return TandaTangan(satu, self.lebar, self.t)
            case b.Letterhead():
                return Kop(satu, self.lebar, self.t, self.sumber)
            case b.Space():
                return Sela(satu.mm * MM)
            case b.Mark():
                return Tanda(satu.asal)
        raise TypeError(f"no box for {type(satu).__name__}")

    # ---------------------------------------------------------------------------------------------- text
    def resolusi(self, isi: Runs) -> Runs:
        """Runs with their references as text; the key stays, for the link."""
        if not any(r.rujuk for r in isi):
            return isi
        return tuple(replace(r, teks=self.numbered.rujukan(r.rujuk)) if r.rujuk else r for r in isi)

    def _teks(self, isi: Runs | str, gaya: Gaya, lebar: float | None = None) -> Teks:
        runs = (Run(isi),) if isinstance(isi, str) else self.resolusi(isi)
        return susun(runs, gaya, (self.lebar if lebar is None else lebar) - gaya.kiri - gaya.kanan)

    def _para(self, isi: Runs | str, gaya: Gaya, *, utuh: bool = False) -> Paragraf:
        return Paragraf(self._teks(isi, gaya), gaya.kiri, utuh=utuh)

    def _kepala(self, h: b.Heading, nomor: int, entri: Entri) -> Iterator[Aliran]:
        if h.level == 0:
            yield HalamanBaru(bab=True)
        if not h.tampak:
            tempat = Sela(0.0)
            tempat.jangkar, tempat.ikut = (nomor,), True
            yield tempat
            return
        if h.level == 0:
            isi: list[Kotak] = []
            if entri.nomor and h.label:
                isi.append(self._para(entri.nomor, self.t.bab_label))
            judul = f"{entri.nomor} {h.judul}" if entri.nomor and not h.label else h.judul
            isi.append(self._para(judul, self.t.bab))
        else:
            i = min(h.level, len(self.t.subjudul)) - 1
            gaya, kiri = self.t.subjudul[i], self.t.nomor_judul[i] if entri.nomor else 0.0
            tanda = self._teks(entri.nomor, gaya, 200.0) if entri.nomor else None
            if tanda is not None:
                kiri = max(kiri, tanda.terlebar + gaya.ukuran * 0.5)
            isi = [Paragraf(self._teks(h.judul, gaya, self.lebar - kiri), kiri, tanda, utuh=True)]
        for p in isi:
            p.ikut, p.bertajuk, p.pembatas = True, True, (h.level <= _TINGKAT_PEMBATAS) + (h.level <= 1)
            if isinstance(p, Paragraf):
                p.asal, p.utuh, p.jenis = h.asal, True, f"H{min(h.level + 1, 6)}"
                p.elemen = ("judul", nomor)
        isi[0].jangkar = (nomor,)
        yield from isi

    def _butir(self, items: b.Items) -> Iterator[Kotak]:
        gaya, inden = self.t.butir, self.t.butir_inden
        tanda = [
            {"1": f"{i}.", "a": f"{huruf(i, kecil=True)}.", "-": "•"}[items.gaya]
            for i in range(1, len(items.butir) + 1)
        ]
        teks_tanda = [self._teks(s, replace(gaya, rata="kiri"), 200.0) for s in tanda]
        inden = max(inden, max((s.terlebar for s in teks_tanda), default=0.0) + gaya.ukuran * 0.5)
        daftar = object()
        akhir = len(items.butir) - 1
        for i, isi in enumerate(items.butir):
            p = Paragraf(self._teks(isi, gaya, self.lebar - inden), inden, teks_tanda[i])
            p.daftar = daftar
            # No short item alone at the foot of a page, nor the last one alone at the head of the next.
            p.ikut = akhir > 1 and i in (0, akhir - 1) and len(p.teks.baris) <= _BUTIR_PENDEK
            if i == len(items.butir) - 1:
                p.sesudah = self.t.isi.sesudah
            yield p

    def _daftar(self, c: b.Contents) -> Iterator[Kotak]:
        """Lines of a list; numbers of one level stand in a column as wide as the widest of them."""
        t, daftar = self.t, object()
        urutan = self.numbered.urutan_daftar(c.jenis)
        entri = [(n, self.numbered.entri[n]) for n in urutan]
        gaya_daftar = t.daftar if c.jenis == "isi" else (replace(t.daftar[1], kiri=0.0),)
        kanan = t.isi.ukuran * 3.6  # room for dots and the page number
        lebar_nomor: dict[tuple[int, str], float] = {}
        for _, e in entri:
            g = gaya_daftar[min(e.level, len(gaya_daftar) - 1)]
            if e.nomor:
                w = self._teks(e.nomor, g, 1e4).terlebar + g.ukuran * 0.7
                lebar_nomor[_kolom(e)] = max(lebar_nomor.get(_kolom(e), 0.0), w)
        for n, e in entri:
            g = gaya_daftar[min(e.level, len(gaya_daftar) - 1)]
            kolom = lebar_nomor.get(_kolom(e), 0.0) if e.nomor else 0.0
            polos = replace(g, kiri=0.0, kanan=0.0)
            nomor = self._teks(e.nomor, polos, 1e4) if e.nomor else None
            judul = susun((Run(e.judul),), polos, self.lebar - g.kiri - kolom - kanan)
            baris = BarisDaftar(n, nomor, judul, g.kiri, g.kiri + kolom)
            baris.daftar = daftar
            yield baris

    # ---------------------------------------------------------------------------------- tables and figures
    def _keterangan(self, judul: Runs, entri: Entri | None, gaya: Gaya) -> Paragraf:
        nomor = entri.nomor if entri else ""
        isi = (Run(f"{nomor}  "), *judul) if nomor else judul
        p = self._para(isi, gaya, utuh=True)
        p.jenis = "Caption"
        return p

    def _sumber(self, sumber: str, catatan: tuple[str, ...] = ()) -> list[Kotak]:
        g = self.t.sumber
        teks = [sumber if sumber.lower().startswith("sumber") else f"Sumber: {sumber}"] if sumber.strip() else []
        hasil: list[Kotak] = [self._para(s, g) for s in (*catatan, *teks)]
        if hasil:
            hasil[0].sebelum = g.ukuran * 0.45
        return hasil

    def _tabel(self, g: b.Grid, nomor: int, entri: Entri | None) -> Iterator[Kotak]:
        keterangan = lanjutan = None
        ekor = self._sumber(g.sumber, g.catatan)
        batas = self.bidang.tinggi * _CATATAN_MAKS
        if g.judul is not None:
            keterangan = self._keterangan(g.judul, entri, self.t.keterangan)
            if entri and entri.nomor:
                lanjutan = self._para(f"{entri.nomor} (lanjutan)", self.t.lanjutan)
            if keterangan.tinggi > batas:
                # Too long to travel with the table: it may part like any text.
                if nomor >= 0:
                    keterangan.jangkar = (nomor,)
                    nomor = -1
                yield keterangan
                keterangan = None
        lepas = ekor if tinggi(ekor) > batas else []
        tabel = Tabel.buat(g, self.lebar, self.t, self.resolusi, keterangan, lanjutan, [] if lepas else ekor)
        if nomor >= 0:
            tabel.jangkar, tabel.bernomor = (nomor,), True
        yield tabel
        yield from lepas

    def _gambar(self, f: b.Figure, nomor: int, entri: Entri | None) -> Iterator[Kotak]:
        baris: list[list[tuple[b.Picture, float, float]]] = []
        for p in f.gambar:
            w, h = ukuran_mm(p, self.lebar, self.bidang.tinggi * _GAMBAR_MAKS, self.sumber)
            if baris and sum(x[1] + _SELA_GAMBAR for x in baris[-1]) + w <= self.lebar + 0.5:
                baris[-1].append((p, w, h))
            else:
                baris.append([(p, w, h)])
        kotak: list[Kotak] = [KotakGambar(r, _SELA_GAMBAR, self.sumber, self.t.bagan_kecil) for r in baris]
        yield from self._bergambar(kotak, f.judul, f.sumber, nomor, entri)

    def _bergambar(
        self, kotak: list[Kotak], judul: Runs | None, sumber: str, nomor: int, entri: Entri | None
    ) -> Iterator[Kotak]:
        """Drawings with their caption below and source, kept together."""
        isi = list(kotak)
        for k in isi[:-1]:
            k.sesudah = _SELA_GAMBAR
        if judul is not None:
            isi.append(self._keterangan(judul, entri, self.t.keterangan))
            isi[-1].sebelum = self.t.isi.ukuran * 0.5
            isi[-1].sesudah = 0.0
        ekor = self._sumber(sumber)
        if ekor:
            ekor[0].sebelum = 0.0
            for e in ekor:
                if isinstance(e, Paragraf):
                    e.tengah(self.lebar)
        isi += ekor
        if not isi:
            return
        grup = Grup(isi)
        grup.apung = True
        grup.sebelum = grup.sesudah = LUAR_TABEL
        if nomor >= 0:
            grup.jangkar_sendiri(nomor)
        yield grup

    # ------------------------------------------------------------------------------------------- the rest
    def _rapat(self, keep: b.Keep) -> Iterator[Aliran]:
        """A group that stays together; page rules inside it end it."""
        if keep.satu_halaman:
            yield self._satu_halaman(keep)
            return
        kumpul: list[Kotak] = []
        for a in self.ubah(keep.isi):
            if isinstance(a, Kotak):
                kumpul.append(a)
                continue
            if kumpul:
                yield Grup(kumpul)
                kumpul = []
            yield a
        if kumpul:
            yield Grup(kumpul)

    def _satu_halaman(self, keep: b.Keep) -> Kotak:
        """A group that never parts: set in ever smaller type until a page holds it, at last drawn smaller."""
        biasa, kertas = self.t, self.dok.kertas
        ruang = self.bidang.tinggi - keep.sisakan_mm * MM
        try:
            while True:
                grup = GrupUtuh([a for a in self.ubah(keep.isi) if isinstance(a, Kotak)])
                if grup.tinggi <= ruang or kertas.ukuran_huruf <= _HURUF_TERKECIL:
                    return grup
                if kertas.spasi > _SPASI_RAPAT:
                    kertas = replace(kertas, spasi=_SPASI_RAPAT)
                else:
                    kertas = replace(kertas, ukuran_huruf=kertas.ukuran_huruf - 1)
                self.t = tata(kertas)
        finally:
            self.t = biasa

    def _pindaian(self, s: b.ScanPages) -> Iterator[Aliran]:
        for i in range(max(s.halaman, 1)):
            if i or not s.sambung:
                yield HalamanBaru()
            ruang = self.bidang.tinggi
            if i == 0 and s.judul.strip():
                judul = self._para(s.judul, self.t.judul, utuh=True)
                judul.ikut = True
                ruang = max(ruang - judul.tinggi - judul.sesudah, ruang * 0.5)
                yield judul
            yield KotakPindaian(s.berkas, s.mime, i, self.lebar, ruang, self.sumber, self.t.bagan_kecil)
        yield HalamanBaru()


def _kolom(e: Entri) -> tuple[int, str]:
    """Entries whose titles line up in a list: one level, one word before the number."""
    return e.level, e.nomor.partition(" ")[0] if " " in e.nomor else ""
