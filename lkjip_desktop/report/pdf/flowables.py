"""Boxes that stand below each other on a page: text, list items, lines of contents, groups, gaps.

A box knows its height for one width, how little of it may stand alone at the foot of a page, and how to part.
"""

# ruff: noqa: ARG002 (all boxes answer to the same calls, whatever they need of them)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_desktop.report.blocks import Asal
from lkjip_desktop.report.pdf.fonts import muka
from lkjip_desktop.report.pdf.lines import Teks
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import YATIM, Gaya, Warna


class Kotak:
    """One box. `ikut`: it stays with the next one. `jangkar`: entries of the numbering that begin in it.

    `apung`: text that follows may fill the page before it, but none that stands behind a box with `pembatas` (2 for a
    heading that nothing passes at all). `bernomor`: a table with a number. `bertajuk`: a heading.
    """

    tinggi: float = 0.0
    sebelum: float = 0.0
    sesudah: float = 0.0
    ikut: bool = False
    apung: bool = False
    pembatas: int = 0
    bernomor: bool = False
    bertajuk: bool = False
    jangkar: tuple[int, ...] = ()

    def awal(self, penuh: float) -> float:
        """Least height with which it may begin on a page; `penuh` is the height of an empty one."""
        return self.tinggi

    def belah(self, sisa: float, penuh: float) -> tuple[Kotak, Kotak] | None:
        """A part no higher than `sisa` and the rest; None where it does not part so."""
        return None

    def susutkan(self, sisa: float) -> Kotak | None:
        """The same a little lower, so that it fills a page instead of leaving a gap; None where that would harm."""
        return None

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        """Draw it with its upper left corner at x, y."""

    def _tandai(self, k: Kanvas, y: float) -> None:
        for n in self.jangkar:
            k.tandai(n, y)


class Paragraf(Kotak):
    """Text in a column, with an optional mark (number or bullet) before its first line."""

    def __init__(
        self,
        teks: Teks,
        kiri: float = 0.0,
        tanda: Teks | None = None,
        tanda_kiri: float = 0.0,
        *,
        asal: Asal | None = None,
        utuh: bool = False,
    ) -> None:
        self.teks, self.kiri, self.tanda, self.tanda_kiri, self.asal = teks, kiri, tanda, tanda_kiri, asal
        self.tinggi = teks.tinggi
        self.sebelum, self.sesudah = teks.gaya.sebelum, teks.gaya.sesudah
        self.utuh = utuh
        # Element of the reading structure; its parts on several pages, and lines of one heading, share a key.
        self.jenis = "P"
        self.elemen: object = object()
        self.daftar: object = None  # the list to which an item belongs

    def tengah(self, lebar: float) -> None:
        """Set in the middle of a width."""
        self.teks = replace(self.teks, gaya=replace(self.teks.gaya, rata="tengah"), lebar=lebar - 2 * self.kiri)

    def awal(self, penuh: float) -> float:
        n = len(self.teks.baris)
        if self.utuh or n <= 2 * YATIM - 1:
            return self.tinggi
        return YATIM * self.teks.gaya.jarak

    def belah(self, sisa: float, penuh: float) -> tuple[Kotak, Kotak] | None:
        n = len(self.teks.baris)
        muat = min(self.teks.muat(sisa), n - 1)
        if not (self.utuh and self.tinggi <= penuh):
            muat = min(muat, n - YATIM) if self.tinggi <= penuh else muat
        elif self.tinggi <= penuh:
            return None
        if muat < (YATIM if n > YATIM else 1):
            return None
        atas = Paragraf(self.teks.potong(0, muat), self.kiri, self.tanda, self.tanda_kiri, asal=self.asal)
        bawah = Paragraf(self.teks.potong(muat), self.kiri, asal=self.asal)
        atas.jangkar, atas.sebelum, bawah.ikut = self.jangkar, self.sebelum, self.ikut
        bawah.sesudah = self.sesudah
        for bagian in (atas, bawah):
            bagian.jenis, bagian.elemen, bagian.daftar = self.jenis, self.elemen, self.daftar
        return atas, bawah

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        if self.daftar is not None:
            with k.wadah("L", self.daftar), k.wadah("LI", self.elemen):
                if self.tanda is not None:
                    with k.ditandai("Lbl"):
                        k.teks(self.tanda, x + self.tanda_kiri, y)
                with k.ditandai("LBody", kunci=(self.elemen, "isi")):
                    k.teks(self.teks, x + self.kiri, y)
        else:
            with k.ditandai(self.jenis, kunci=self.elemen):
                if self.tanda is not None:
                    k.teks(self.tanda, x + self.tanda_kiri, y)
                k.teks(self.teks, x + self.kiri, y)
        if self.asal is not None:
            k.hit(x, y - self.tinggi, x + lebar, y, self.asal)


class Baris(Kotak):
    """Several texts side by side, none of which parts: (distance from the left, text)."""

    def __init__(self, isi: Sequence[tuple[float, Teks]], *, sebelum: float = 0.0, sesudah: float = 0.0) -> None:
        self.isi = tuple(isi)
        self.tinggi = max((t.tinggi for _, t in isi), default=0.0)
        self.sebelum, self.sesudah = sebelum, sesudah

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        for kiri, t in self.isi:
            k.teks(t, x + kiri, y)


class Sela(Kotak):
    """Empty height, with a rule in its middle when `garis` is given (thickness, colour)."""

    def __init__(self, tinggi: float, garis: tuple[float, Warna] | None = None) -> None:
        self.tinggi, self.garis = tinggi, garis

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        if self.garis is not None:
            k.garis(x, y - self.tinggi / 2, x + lebar, y - self.tinggi / 2, *self.garis)


class Tanda(Kotak):
    """An invisible place of a row: a hit without height over the whole line."""

    ikut = True

    def __init__(self, asal: Asal) -> None:
        self.asal = asal

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        k.hit(x, y, x + lebar, y, self.asal)


class BarisDaftar(Kotak):
    """A line of a contents list: number, title, dots and the page, the whole of it a link."""

    def __init__(self, entri: int, nomor: Teks | None, judul: Teks, kiri: float, isi_kiri: float) -> None:
        self.entri, self.nomor, self.judul, self.kiri, self.isi_kiri = entri, nomor, judul, kiri, isi_kiri
        self.daftar: object = None  # the list to which the line belongs
        self.tinggi = judul.tinggi
        self.sebelum = judul.gaya.sebelum

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        with k.wadah("TOC", self.daftar), k.wadah("TOCI"):
            if self.entri not in k.ada:
                self._gambar(k, x, y, lebar, "P")
                return
            with k.wadah("Reference"):
                self._gambar(k, x, y, lebar, "Link")
                with k.wadah("Link", self) as e:
                    kotak = (x + self.kiri, y - self.tinggi, x + lebar, y)
                    k.tautan(e, kotak, self.entri, kata(self.nomor, self.judul, k.label.get(self.entri, "")))

    def _gambar(self, k: Kanvas, x: float, y: float, lebar: float, jenis: str) -> None:
        gaya = self.judul.gaya
        with k.ditandai(jenis, kunci=self):
            if self.nomor is not None:
                k.teks(self.nomor, x + self.kiri, y)
                k.string(" ", x + self.kiri + self.nomor.terlebar, y - gaya.jarak, gaya)
            k.teks(self.judul, x + self.isi_kiri, y)
        dasar = y - self.tinggi + gaya.jarak / 2 - gaya.ukuran * 0.35
        biasa = replace(gaya, tebal=False)
        label = k.label.get(self.entri, "")
        m = muka(gaya.keluarga, gaya.tebal)
        kanan = x + lebar - m.lebar(label) * gaya.ukuran
        titik = muka(gaya.keluarga).lebar(" .") * gaya.ukuran
        akhir = self.judul.baris[-1] if self.judul.baris else None
        mulai = x + self.isi_kiri + (akhir.lebar if akhir else 0.0) + gaya.ukuran * 0.3
        # The dots of all lines stand on one raster counted from the right edge.
        banyak = int((x + lebar - gaya.ukuran * 2.2 - mulai) / titik)
        if banyak > 1:
            k.string(" ." * banyak, x + lebar - gaya.ukuran * 2.2 - banyak * titik, dasar, biasa)
        with k.ditandai(jenis, kunci=self):
            k.string(f" {label}", kanan - m.lebar(" ") * gaya.ukuran, dasar, gaya)


class Grup(Kotak):
    """Boxes that stay on one page when they fit on one; otherwise they part between or within themselves."""

    def __init__(self, isi: Sequence[Kotak]) -> None:
        self.isi = tuple(isi)
        self.sebelum = isi[0].sebelum if isi else 0.0
        self.sesudah = isi[-1].sesudah if isi else 0.0
        self.ikut = isi[-1].ikut if isi else False
        self.jangkar = tuple(n for b in isi for n in b.jangkar)
        self.tinggi = tinggi(isi)

    def jangkar_sendiri(self, entri: int) -> None:
        """The whole group is the place of an entry."""
        self.isi[0].jangkar = self.jangkar = (entri,)

    def awal(self, penuh: float) -> float:
        return self.tinggi if self.tinggi <= penuh or not self.isi else awal_rantai(self.isi, penuh)

    def belah(self, sisa: float, penuh: float) -> tuple[Kotak, Kotak] | None:
        if self.tinggi <= penuh:
            return None
        y = 0.0
        lalu: Kotak | None = None
        for i, b in enumerate(self.isi):
            sela = max(lalu.sesudah, b.sebelum) if lalu else 0.0
            if y + sela + b.tinggi > sisa + 0.01 or y + sela + awal_rantai(self.isi[i:], penuh) > sisa + 0.01:
                belahan = b.belah(sisa - y - sela, penuh)
                if belahan is None:
                    return (Grup(self.isi[:i]), Grup(self.isi[i:])) if i else None
                return Grup((*self.isi[:i], belahan[0])), Grup((belahan[1], *self.isi[i + 1 :]))
            y += sela + b.tinggi
            lalu = b
        return None

    def susutkan(self, sisa: float) -> Kotak | None:
        """Drawings give way in equal parts, words not at all."""
        lentur = [b for b in self.isi if b.susutkan(b.tinggi * 0.99) is not None]
        jumlah = sum(b.tinggi for b in lentur)
        if not jumlah:
            return None
        bagian = 1 - (self.tinggi - sisa) / jumlah
        isi: list[Kotak] = []
        for b in self.isi:
            kecil = b.susutkan(b.tinggi * bagian) if b in lentur else b
            if kecil is None:
                return None
            kecil.sebelum, kecil.sesudah, kecil.ikut = b.sebelum, b.sesudah, b.ikut
            isi.append(kecil)
        grup = Grup(isi)
        grup.sebelum, grup.sesudah = self.sebelum, self.sesudah
        return grup

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        lalu: Kotak | None = None
        for b in self.isi:
            y -= max(lalu.sesudah, b.sebelum) if lalu else 0.0
            b.gambar(k, x, y, lebar)
            y -= b.tinggi
            lalu = b


class GrupUtuh(Grup):
    """Boxes of one page: they never part."""

    def awal(self, penuh: float) -> float:
        return min(self.tinggi, penuh)

    def belah(self, sisa: float, penuh: float) -> tuple[Kotak, Kotak] | None:
        return None


class Susut(Kotak):
    """A box that fits no page, drawn smaller: nothing of it is lost."""

    def __init__(self, isi: Kotak, ruang: float) -> None:
        self.isi = isi
        self.tinggi = ruang
        self.skala = ruang / isi.tinggi
        self.sesudah, self.jangkar, self.ikut = isi.sesudah, isi.jangkar, isi.ikut

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        with k.skala(self.skala, x + lebar / 2, y):
            self.isi.gambar(k, x, y, lebar)


def kata(nomor: Teks | None, judul: Teks, halaman: str) -> str:
    """A line of a contents list in words, as its link is named."""
    isi = " ".join(r.teks for t in (nomor, judul) if t is not None for b in t.baris for r in b.ruas)
    return f"{isi}, halaman {halaman}" if halaman else isi


def tinggi(isi: Sequence[Kotak]) -> float:
    """Height of boxes below each other; the larger of two meeting gaps counts."""
    jumlah = 0.0
    for i, b in enumerate(isi):
        jumlah += b.tinggi + (max(isi[i - 1].sesudah, b.sebelum) if i else 0.0)
    return jumlah


def awal_rantai(isi: Sequence[Kotak], penuh: float) -> float:
    """Least height that the first box needs together with those that it must not leave."""
    jumlah = 0.0
    for i, b in enumerate(isi):
        if i:
            jumlah += max(isi[i - 1].sesudah, b.sebelum)
        if not b.ikut or i == len(isi) - 1:
            return jumlah + b.awal(penuh)
        jumlah += b.tinggi
    return jumlah


def rata(gaya: Gaya, arah: str) -> Gaya:
    """A style with another alignment ("rata" falls back to left in narrow columns)."""
    return gaya if gaya.rata == arah else replace(gaya, rata=arah)  # type: ignore[arg-type]  # arah is a Rata word
