"""The texts of a Document, told by its blocks alone: what every printer has to show."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_desktop.core.angka import huruf
from lkjip_desktop.report import blocks as b
from lkjip_desktop.report.blocks import Block, Document, Runs
from lkjip_desktop.report.numbering import Entri, Numbered, berentri, nomori


class Harapan:
    """Walks a document; `halaman` gives the printed page of a key for the contents lists."""

    def __init__(self, document: Document, halaman: dict[str, str]) -> None:
        self.numbered: Numbered = nomori(document)
        self._entri: Iterator[Entri] = iter(self.numbered.entri)
        self._halaman = halaman
        self.tabel: list[list[list[str]]] = []
        self.paragraf = [lipat(t) for t in self._blok(document.blok) if lipat(t)]
        self.paragraf += [document.kode] if document.kode else []

    def _blok(self, blok: tuple[Block, ...]) -> Iterator[str]:
        for satu in blok:
            yield from self._satu(satu)

    def _runs(self, isi: Runs) -> str:
        return "".join(self.numbered.rujukan(r.rujuk) if r.rujuk else r.teks for r in isi)

    def _satu(self, satu: Block) -> Iterator[str]:
        e = next(self._entri) if berentri(satu) else None
        match satu:
            case b.Heading(judul=judul, tampak=tampak):
                assert e is not None
                yield f"{e.nomor} {judul}" if tampak else ""
            case b.Para(isi=isi):
                yield self._runs(isi)
            case b.Items(butir=butir, gaya=gaya):
                for i, isi in enumerate(butir, start=1):
                    tanda = {"1": f"{i}.", "a": f"{huruf(i, kecil=True)}.", "-": "•"}[gaya]
                    yield f"{tanda} {self._runs(isi)}"
            case b.Keep(isi=isi_keep):
                yield from self._blok(isi_keep)
            case b.Grid():
                yield from self._tabel(satu, e)
            case b.Chart() | b.Tree() | b.Figure():
                if e is not None and satu.judul is not None:
                    yield f"{e.nomor} {self._runs(satu.judul)}"
                yield from _sumber("" if isinstance(satu, b.Tree) else satu.sumber)
            case b.Formula(baris=baris, keterangan=keterangan):
                for kiri, suku in baris:
                    yield kiri
                    yield "= " + " ".join(self._suku(s) for s in suku).removeprefix("=")
                yield keterangan
            case b.ScanPages(judul=judul):
                yield judul
            case b.Signatures():
                yield satu.tempat_tanggal
                for i in range(0, len(satu.blok), 2):
                    pasang = satu.blok[i : i + 2]
                    for s in pasang:
                        yield from s.pembuka
                    for s in pasang:
                        yield s.catatan
                    for s in pasang:
                        yield from (s.nama, *s.bawah)
            case b.Letterhead(baris=baris_kop, kontak=kontak):
                yield from (*baris_kop, *kontak)
            case b.Cover(atas=atas, judul=judul_sampul, bawah=bawah):
                yield from (*atas, *judul_sampul, *bawah)
            case b.Contents(jenis=jenis):
                for x in self.numbered.daftar(jenis):
                    yield f"{x.nomor} {x.judul} {self._halaman.get(x.kunci, '')}"

    def _suku(self, s: b.Suku) -> str:
        return f"{self._runs(s.atas)} {self._runs(s.bawah)}" if isinstance(s, b.Frac) else self._runs(s)

    def _tabel(self, g: b.Grid, e: Entri | None) -> Iterator[str]:
        if e is not None and g.judul is not None:
            yield f"{e.nomor} {self._runs(g.judul)}"
        isi = [[lipat(self._runs(s.isi)) for s in baris.sel] for baris in g.kepala + g.baris]
        if not g.polos:
            self.tabel.append(isi)
        for baris in isi:
            yield from baris
        yield from g.catatan
        yield from _sumber(g.sumber)


def _sumber(sumber: str) -> Iterator[str]:
    if sumber:
        yield sumber if sumber.lower().startswith("sumber") else f"Sumber: {sumber}"


def lipat(teks: str) -> str:
    """Text with all white space folded."""
    return " ".join(teks.split())
