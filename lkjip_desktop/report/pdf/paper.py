"""The sheet that everything is drawn on: text, rules, links, places to jump to, and what was drawn where."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import cos, radians, sin
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from lkjip_desktop.report.blocks import Asal, Hit
from lkjip_desktop.report.pdf.arsip import Utuh
from lkjip_desktop.report.pdf.fonts import Muka, muka, siap
from lkjip_desktop.report.pdf.lines import Teks, renggang
from lkjip_desktop.report.pdf.structure import Elemen, Struktur
from lkjip_desktop.report.pdf.style import TINTA, Gaya, Warna

_LARI = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


@lru_cache(maxsize=64)
def _rgb(warna: Warna) -> str:
    return "{:.3f} {:.3f} {:.3f}".format(*warna)


class _Tautan(pdfdoc.LinkAnnotation):
    """A link that the reading structure knows."""

    permitted = (*pdfdoc.LinkAnnotation.permitted, "StructParent")


class Kanvas:
    """A ReportLab canvas that writes its page code itself and remembers hits, jumps and missing characters.

    Lengths are points from the lower left; `y` of a text or box is its upper edge.
    """

    def __init__(self, ukuran: tuple[float, float], bahasa: str = "id") -> None:
        self._aliran = io.BytesIO()
        # The stubs do not know the inside, and reportlab is pinned for exactly this use.
        buat: Any = Canvas  # the stubs are wrong about some of its arguments
        c = buat(
            self._aliran,
            pagesize=ukuran,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=bahasa,
            initialFontName=muka("sans").nama,
        )
        # The constructor has already mixed the clock of an environment variable into the file's fingerprint.
        c._doc.encrypt = Utuh()
        c._doc.signature = hashlib.md5(b"LKjIP Desktop", usedforsecurity=False)
        self.c = c
        self.c._preamble = ""
        self.halaman = 0
        self.hits: list[Hit] = []
        self.glif: set[str] = set()
        self.jangkar: dict[int, int] = {}  # entry -> page
        self.kunci: dict[str, int] = {}  # key -> entry
        self.label: dict[int, str] = {}  # entry -> printed page number
        self.struktur = Struktur()
        self._tanda = False  # inside a marked piece of the page
        self._kini: Elemen | None = None  # the element of that piece, None where it is no content
        self.ada: set[int] = set()  # entries on the pages that are drawn
        self.ruang_ttd: dict[str, tuple[int, float, float, float, float]] = {}  # signature key -> page, rectangle
        self._nama_huruf: dict[tuple[str, int], str] = {}
        self._warna: Warna | None = None
        self._sela = 0.0
        self._skala = (1.0, 0.0, 0.0)

    # ------------------------------------------------------------------------------------------- pages
    def mulai(self, ukuran: tuple[float, float]) -> None:
        """Begin a page of a size."""
        self.c.setPageSize(ukuran)
        self.struktur.halaman_baru()
        self._warna, self._sela = None, 0.0

    def selesai(self) -> None:
        """End the page."""
        self.c._doc.signature.update("\n".join(self.c._code).encode())
        self.c.showPage()
        self.halaman += 1

    def simpan(self) -> bytes:
        """The finished file."""
        self.struktur.tulis(self.c)
        self.c.save()
        return self._aliran.getvalue()

    # -------------------------------------------------------------------------------------------- text
    def tulis(
        self, x: float, y: float, m: Muka, ukuran: float, teks: str, warna: Warna = TINTA, sela: float = 0.0
    ) -> None:
        """Characters from a point on the base line; `sela` widens each space."""
        if not teks:
            return
        kode: list[str] = self.c._code
        if warna != self._warna:
            kode.append(f"{_rgb(warna)} rg")
            self._warna = warna
        if sela != self._sela:
            kode.append(f"{sela:.3f} Tw")
            self._sela = sela
        if teks.isascii():
            potong = f"{self._huruf(m, 0)} {ukuran:.2f} Tf ({teks.translate(_LARI)}) Tj"
        else:
            potong = " ".join(
                f"{self._huruf(m, n)} {ukuran:.2f} Tf ({self.c._escape(t)}) Tj"
                for n, t in m.font.splitString(teks, self.c._doc)
            )
        kode.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {potong} ET")

    def _huruf(self, m: Muka, bagian: int) -> str:
        nama = self._nama_huruf.get((m.nama, bagian))
        if nama is None:
            m.font._assignState(self.c._doc)
            nama = self._nama_huruf[m.nama, bagian] = m.font.getSubsetInternalName(bagian, self.c._doc)
        return nama

    def teks(self, t: Teks, x: float, y: float, warna: Warna | None = None) -> None:
        """Broken text in a column from x, aligned by its style; its runs with a source become hits."""
        if not self._tanda:
            with self.ditandai("P"):
                self.teks(t, x, y, warna)
            return
        gaya = t.gaya
        if t.glif:
            self.glif |= t.glif
        warna = warna or gaya.warna
        dasar = y - gaya.jarak / 2 - gaya.ukuran * 0.35
        for b in t.baris:
            kiri = x + b.inden
            if gaya.rata == "tengah":
                kiri = x + (t.lebar - b.lebar) / 2
            elif gaya.rata in ("kanan", "desimal"):
                kiri = x + t.lebar - b.lebar
            sela = renggang(b, gaya, t.lebar)
            for i, r in enumerate(b.ruas):
                rx = kiri + r.x + sela * r.spasi
                teks = r.teks + " " if b.putus and i == len(b.ruas) - 1 else r.teks
                if r.asal is None and not r.tujuan:
                    self.tulis(rx, dasar, r.muka, gaya.ukuran, teks, warna, sela)
                else:
                    lebar = r.lebar + sela * (r.teks.count(" ") + r.teks.count("\xa0"))
                    kotak = (
                        rx,
                        dasar - gaya.ukuran * 0.25,
                        rx + max(lebar, gaya.ukuran * 0.6),
                        dasar + gaya.ukuran * 0.85,
                    )
                    if r.asal is not None:
                        self.hit(*kotak, r.asal)
                    with self.tertaut(*kotak, self.kunci[r.tujuan] if r.tujuan else -1, r.teks):
                        self.tulis(rx, dasar, r.muka, gaya.ukuran, teks, warna, sela)
            dasar -= gaya.jarak

    def string(self, teks: str, x: float, y: float, gaya: Gaya, rata: str = "kiri", warna: Warna | None = None) -> None:
        """One short line of our own (labels of charts, page numbers) with its base line at y."""
        if not self._tanda:
            with self.hiasan():
                self.string(teks, x, y, gaya, rata, warna)
            return
        m = muka(gaya.keluarga, gaya.tebal, gaya.miring)
        teks = siap(teks, m, self.glif).replace("\n", " ")
        w = m.lebar(teks) * gaya.ukuran
        x -= w / 2 if rata == "tengah" else w if rata == "kanan" else 0.0
        self.tulis(x, y, m, gaya.ukuran, teks, warna or gaya.warna)

    # ------------------------------------------------------------------------------------- rules and boxes
    def garis(
        self, x0: float, y0: float, x1: float, y1: float, tebal: float, warna: Warna, putus: tuple[float, ...] = ()
    ) -> None:
        """A straight line."""
        if not self._tanda:
            with self.hiasan():
                self.garis(x0, y0, x1, y1, tebal, warna, putus)
            return
        pola = f"[{' '.join(f'{p:.1f}' for p in putus)}] 0 d "
        self.c._code.append(f"{_rgb(warna)} RG {pola}{tebal:.2f} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")

    def kotak(
        self,
        x: float,
        y: float,
        lebar: float,
        tinggi: float,
        isi: Warna | None = None,
        garis: Warna | None = None,
        tebal: float = 0.5,
    ) -> None:
        """A rectangle from its upper left corner."""
        if not self._tanda:
            with self.hiasan():
                self.kotak(x, y, lebar, tinggi, isi, garis, tebal)
            return
        kode = self.c._code
        if isi is not None:
            kode.append(f"{_rgb(isi)} rg")
            self._warna = isi
        if garis is not None:
            kode.append(f"{_rgb(garis)} RG [] 0 d {tebal:.2f} w")
        tanda = "B" if isi is not None and garis is not None else "f" if isi is not None else "S"
        kode.append(f"{x:.2f} {y - tinggi:.2f} {lebar:.2f} {tinggi:.2f} re {tanda}")

    def jalur(
        self,
        titik: list[tuple[float, float]],
        warna: Warna,
        tebal: float,
        *,
        isi: Warna | None = None,
        tutup: bool = False,
        putus: tuple[float, ...] = (),
    ) -> None:
        """A broken line through points, or with `tutup` a polygon."""
        kode = self.c._code
        if isi is not None:
            kode.append(f"{_rgb(isi)} rg")
            self._warna = isi
        pola = " ".join(f"{p:.1f}" for p in putus)
        lintas = " ".join(f"{x:.2f} {y:.2f} {'l' if i else 'm'}" for i, (x, y) in enumerate(titik))
        akhir = ("b" if isi is not None else "s") if tutup else "S"
        kode.append(f"{_rgb(warna)} RG [{pola}] 0 d {tebal:.2f} w 1 j {lintas} {akhir}")

    @contextmanager
    def potong(self, x: float, y: float, lebar: float, tinggi: float) -> Iterator[None]:
        """Draw only inside a box given by its upper left corner."""
        with self.simpan_keadaan():
            self.c._code.append(f"{x:.2f} {y - tinggi:.2f} {lebar:.2f} {tinggi:.2f} re W n")
            yield

    @contextmanager
    def simpan_keadaan(self) -> Iterator[None]:
        """Everything set inside is forgotten outside."""
        keadaan = (self._warna, self._sela)
        self.c._code.append("q")
        yield
        self.c._code.append("Q")
        self._warna, self._sela = keadaan

    @contextmanager
    def skala(self, s: float, x: float, y: float) -> Iterator[None]:
        """Draw scaled about a fixed point."""
        s0, x0, y0 = lama = self._skala
        dx, dy = x * (1 - s), y * (1 - s)
        with self.simpan_keadaan():
            self.c._code.append(f"{s:.5f} 0 0 {s:.5f} {dx:.2f} {dy:.2f} cm")
            self._skala = (s0 * s, s0 * dx + x0, s0 * dy + y0)
            yield
            self._skala = lama

    @contextmanager
    def putar(self, sudut: float, x: float, y: float) -> Iterator[None]:
        """Draw turned about a point, which becomes the origin; no hits inside."""
        a, b = cos(radians(sudut)), sin(radians(sudut))
        with self.simpan_keadaan():
            self.c._code.append(f"{a:.5f} {b:.5f} {-b:.5f} {a:.5f} {x:.2f} {y:.2f} cm")
            yield

    # ---------------------------------------------------------------------------------- reading structure
    @contextmanager
    def wadah(self, jenis: str, kunci: object = None, atribut: str = "") -> Iterator[Elemen]:
        """An element that holds others (table, row, list)."""
        yield self.struktur.buka(jenis, kunci, atribut=atribut)
        self.struktur.tutup()

    @contextmanager
    def ditandai(self, jenis: str, alt: str = "", kunci: object = None, atribut: str = "") -> Iterator[None]:
        """What is drawn inside is one element of the reading structure, or belongs to the one around it."""
        if self._tanda:
            yield
            return
        e = self.struktur.buka(jenis, kunci, alt=alt, atribut=atribut)
        self._mulai_isi(e)
        yield
        self._akhir_isi()
        self.struktur.tutup()

    def _mulai_isi(self, e: Elemen) -> None:
        self.c._code.append(f"/{e.jenis} <</MCID {self.struktur.isi(e)}>> BDC")
        self._tanda, self._kini = True, e

    def _akhir_isi(self) -> None:
        self.c._code.append("EMC")
        self._tanda, self._kini = False, None

    @contextmanager
    def hiasan(self) -> Iterator[None]:
        """What is drawn inside is no content: rules, grounds, running heads, repeated table heads."""
        if self._tanda:
            yield
            return
        self.c._code.append("/Artifact BMC")
        self._tanda = True
        yield
        self._tanda = False
        self.c._code.append("EMC")

    # ---------------------------------------------------------------------------------- places and sources
    def _asli(self, x: float, y: float) -> tuple[float, float]:
        s, dx, dy = self._skala
        return (s * x + dx, s * y + dy)

    def hit(self, x0: float, y0: float, x1: float, y1: float, asal: Asal) -> None:
        """Remember where a value was drawn."""
        ax, ay = self._asli(x0, y0)
        bx, by = self._asli(x1, y1)
        self.hits.append(Hit(self.halaman, round(ax, 2), round(ay, 2), round(bx, 2), round(by, 2), asal))

    def tandai(self, entri: int, y: float) -> None:
        """An entry of the numbering begins here (y: its upper edge)."""
        self.jangkar[entri] = self.halaman
        _, y = self._asli(0, y)
        self.c.bookmarkPage(f"e{entri}", fit="XYZ", left=0, top=round(y + 6, 1), zoom=0)

    @contextmanager
    def tertaut(self, x0: float, y0: float, x1: float, y1: float, entri: int, kata: str) -> Iterator[None]:
        """What is drawn inside is the text of a link to an entry; plain text when that entry is not on these pages."""
        luar = self._kini
        if entri not in self.ada or (self._tanda and luar is None):
            yield
            return
        if luar is not None:
            self._akhir_isi()  # a piece of a page holds no other
        with self.ditandai("Link"):
            yield
            if self._kini is not None:
                self.tautan(self._kini, (x0, y0, x1, y1), entri, kata)
        if luar is not None:
            self._mulai_isi(luar)

    def tautan(self, e: Elemen, kotak: tuple[float, float, float, float], entri: int, kata: str) -> None:
        """The place on the page where a link can be clicked; `kata` names it to those who do not see it."""
        letak = (*self._asli(*kotak[:2]), *self._asli(*kotak[2:]))
        tujuan = self.c._bookmarkReference(f"e{entri}")
        a = _Tautan(Rect=letak, Contents=kata, Destination=tujuan, Border="[0 0 0]", F=4)
        self.c._addAnnotation(a)
        self.struktur.anotasi(e, a)
