"""Tables on pages: head and caption repeat, rows part when they must, merged cells are drawn without spans.

A merged cell's text runs down over its rows. Where a page ends first, the lines that had no room go on after the
break; where all had room, the whole text is shown again with "(lanjutan)".
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lkjip_desktop.report.blocks import Grid, Runs
from lkjip_desktop.report.pdf.flowables import Kotak, tinggi
from lkjip_desktop.report.pdf.lines import Teks
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import (
    LUAR_TABEL,
    SEL_ATAS,
    SEL_BAWAH,
    YATIM,
    Tata,
)
from lkjip_desktop.report.pdf.table_breaks import BARIS_SISI, batas_baik, judul_kelompok
from lkjip_desktop.report.pdf.table_model import Larik, Sel, Ukuran, ukur
from lkjip_desktop.report.pdf.table_rules import garis, latar

#: A row higher than this part of a page may part although it would fit on the next page.
_TINGGI = 0.35
#: A table lower than this part of a page does not part.
_PENDEK = 0.2
#: One that should stay whole does, where it is lower than this part of a page or has few rows; a longer one parts
#: rather than leave more than the second part of a page empty.
_UTUH = 0.34
_BARIS_UTUH = 6
_SENJANG_UTUH = 0.18


@dataclass(slots=True)
class Keadaan:
    """Where a table goes on: row, what is left of it, merged texts under way (column -> text)."""

    baris: int = 0
    sisa: Larik | None = None
    bawaan: dict[int, Teks] = field(default_factory=dict)


@dataclass(slots=True)
class Potongan:
    """The part of a table on one page: (row, number of it, height), merged texts (column, from the top, text)."""

    baris: list[tuple[Larik, int, float]] = field(default_factory=list)
    gabungan: list[tuple[int, float, Teks]] = field(default_factory=list)
    tinggi: float = 0.0
    ekor: bool = False
    lanjut: Keadaan | None = None


class Tabel(Kotak):
    """A table or the rest of one."""

    def __init__(
        self,
        grid: Grid,
        ukuran: Ukuran,
        t: Tata,
        keterangan: Kotak | None,
        lanjutan: Kotak | None,
        ekor: list[Kotak],
        *,
        keadaan: Keadaan | None = None,
        potongan: Potongan | None = None,
    ) -> None:
        self.grid, self.ukuran, self.t = grid, ukuran, t
        self.keterangan, self.lanjutan, self.ekor = keterangan, lanjutan, ekor
        self.keadaan = keadaan or Keadaan()
        self.pertama = keadaan is None
        self.elemen: object = object()  # the table of the reading structure; all its parts share it
        self.atas, self.bawah = (0.6, 0.6) if grid.polos else (SEL_ATAS, SEL_BAWAH)
        self.kepala = self._kepala()
        self.judul = keterangan if self.pertama else lanjutan
        self.tinggi_judul = self.judul.tinggi + self.judul.sesudah if self.judul else 0.0
        self.tinggi_ekor = tinggi(ekor) + (ekor[0].sebelum if ekor else 0.0)
        self.potongan = potongan or self._susun(float("inf"), float("inf"))
        self.tinggi = self.potongan.tinggi
        self.sebelum = 0.0 if grid.polos else LUAR_TABEL
        self.sesudah = t.isi.sesudah if grid.polos else LUAR_TABEL

    @classmethod
    def buat(
        cls,
        grid: Grid,
        lebar: float,
        t: Tata,
        resolusi: Callable[[Runs], Runs],
        keterangan: Kotak | None,
        lanjutan: Kotak | None,
        ekor: list[Kotak],
    ) -> Tabel:
        """Measure a grid and make its table."""
        return cls(grid, ukur(grid, lebar, t, resolusi), t, keterangan, lanjutan, ekor)

    # ------------------------------------------------------------------------------------------- measure
    def _kepala(self) -> list[float]:
        """Heights of the header rows; a merged cell that needs more makes its last row higher."""
        kepala = self.ukuran.kepala
        tinggi = [b.tinggi + self.atas + self.bawah for b in kepala]
        for r, b in enumerate(kepala):
            for s in b.sel:
                akhir = self._akhir_gabung(r, s)
                kurang = s.teks.tinggi + self.atas + self.bawah - sum(tinggi[r : akhir + 1])
                if kurang > 0:
                    tinggi[akhir] += kurang
        return tinggi

    def _akhir_gabung(self, r: int, s: Sel) -> int:
        kepala = self.ukuran.kepala
        while s.lintang == 1 and r + 1 < len(kepala) and s.kolom in kepala[r + 1].satu:
            r += 1
        return r

    def _tinggi_awal(self) -> float:
        return self.tinggi_judul + sum(self.kepala)

    def _satu_halaman(self, penuh: float) -> bool:
        """Whether it stays on one page."""
        if self.tinggi > penuh or not self.grid.utuh:
            return self.tinggi <= _PENDEK * penuh
        return self.tinggi <= _UTUH * penuh or len(self.ukuran.baris) < _BARIS_UTUH

    def awal(self, penuh: float) -> float:
        if self._satu_halaman(penuh):
            return self.tinggi
        baris = self.potongan.baris
        if not baris:
            return self.tinggi
        # Two rows, so that none stands alone under its head.
        pertama = sum(h for _, _, h in baris[: self._awal_baris()])
        if len(baris) == 1:
            pertama += self.tinggi_ekor
        perlu = self._tinggi_awal() + min(pertama, _TINGGI * penuh)
        if self.grid.utuh:
            perlu = max(perlu, _SENJANG_UTUH * penuh)
        return min(perlu, penuh, self.tinggi)

    def _awal_baris(self) -> int:
        """Rows that stand together under the head: two that are no title of a group."""
        isi = 0
        for n, (larik, _, _) in enumerate(self.potongan.baris, start=1):
            isi += not judul_kelompok(self.ukuran, larik)
            if isi == BARIS_SISI:
                return n if n < len(self.potongan.baris) else 1
        return 1

    def belah(self, sisa: float, penuh: float) -> tuple[Kotak, Kotak] | None:
        if self.grid.utuh and self._satu_halaman(penuh):
            return None
        potongan = self._susun(sisa, penuh)
        if potongan.lanjut is not None and potongan.lanjut.sisa is None:
            tinggi_ = {r: h for _, r, h in potongan.baris}
            batas = batas_baik(self.ukuran, self.keadaan.baris, potongan.lanjut.baris, tinggi_, penuh)
            if batas < potongan.lanjut.baris:
                potongan = self._susun(sisa, penuh, batas)
        if potongan.lanjut is None or not (potongan.baris or self._maju(potongan)):
            return None
        atas = self._bagian(potongan)
        bawah = Tabel(
            self.grid, self.ukuran, self.t, self.keterangan, self.lanjutan, self.ekor, keadaan=potongan.lanjut
        )
        bawah.ikut, bawah.elemen = self.ikut, self.elemen
        return atas, bawah

    def _maju(self, p: Potongan) -> bool:
        return p.lanjut is not None and p.lanjut.baris > self.keadaan.baris

    def _bagian(self, potongan: Potongan) -> Tabel:
        atas = Tabel(
            self.grid,
            self.ukuran,
            self.t,
            self.keterangan,
            self.lanjutan,
            self.ekor,
            keadaan=None if self.pertama else self.keadaan,
            potongan=potongan,
        )
        atas.jangkar, atas.elemen = self.jangkar, self.elemen
        return atas

    def _susun(self, maks: float, penuh: float, batas: int | None = None) -> Potongan:
        """As many rows as go into a height, with where to go on after them, none from `batas` on."""
        u, k = self.ukuran, self.keadaan
        p = Potongan()
        y = self._tinggi_awal()
        tepi = self.atas + self.bawah
        aktif: dict[int, tuple[float, Teks, int]] = {}  # column -> top, text, first row
        for c, teks in k.bawaan.items():
            aktif[c] = (y, teks, self._mulai_gabung(k.baris, c))
        r = k.baris
        while r < len(u.baris):
            larik = k.sisa if r == k.baris and k.sisa is not None else u.baris[r]
            terus = u.bawah(r)
            baru = {s.kolom: (y, s.teks, r) for s in larik.sel if s.kolom in terus}
            berjalan = aktif | baru
            h = larik.tinggi + tepi
            penuhi = h
            for c, (mulai, teks, _) in berjalan.items():
                if c not in terus:
                    penuhi = max(penuhi, teks.tinggi + tepi - (y - mulai))
            ruang = maks - y - (self.tinggi_ekor if r == len(u.baris) - 1 else 0.0)
            if penuhi <= ruang + 0.01 and r != batas:
                self._tutup(p, {c: v for c, v in berjalan.items() if c not in terus}, y + penuhi)
                aktif = {c: v for c, v in berjalan.items() if c in terus}
                p.baris.append((larik, r, penuhi))
                y += penuhi
                r += 1
                continue
            ada = maks - y
            if penuhi <= ada + 0.01 and not p.baris and r == len(u.baris) - 1:
                # The last row alone with its notes is higher than a page: the notes follow on the next one.
                self._tutup(p, berjalan, y + penuhi)
                p.baris.append((larik, r, penuhi))
                p.tinggi = y + penuhi
                p.lanjut = Keadaan(len(u.baris))
                return p
            besar = penuhi > _TINGGI * penuh and r != batas
            if (not p.baris or besar) and self._potong(p, larik, r, berjalan, y, ada, paksa=not p.baris):
                return p
            p.lanjut = Keadaan(r, larik if larik is k.sisa else None, self._sisa(p, aktif, y))
            p.tinggi = y
            return p
        p.ekor = True
        p.tinggi = y + self.tinggi_ekor
        return p

    def _mulai_gabung(self, r: int, c: int) -> int:
        while r > 0 and c in self.ukuran.baris[r].satu:
            r -= 1
        return r

    def _tutup(self, p: Potongan, berjalan: dict[int, tuple[float, Teks, int]], y: float) -> None:
        """Merged texts that end on this page at y."""
        for c, (mulai, teks, _) in berjalan.items():
            p.gabungan.append((c, mulai, teks.potong(0, teks.muat(y - mulai - self.atas - self.bawah + 0.5))))

    def _sisa(self, p: Potongan, berjalan: dict[int, tuple[float, Teks, int]], y: float) -> dict[int, Teks]:
        """Merged texts cut by the page end at y: what of them stands on the next page."""
        bawaan: dict[int, Teks] = {}
        for c, (mulai, teks, r) in berjalan.items():
            muat = teks.muat(y - mulai - self.atas - self.bawah + 0.5)
            p.gabungan.append((c, mulai, teks.potong(0, muat)))
            habis = muat >= len(teks.baris)
            bawaan[c] = self.ukuran.lanjut.get((r, c), teks) if habis else teks.potong(muat)
        return bawaan

    def _potong(
        self,
        p: Potongan,
        larik: Larik,
        r: int,
        berjalan: dict[int, tuple[float, Teks, int]],
        y: float,
        ada: float,
        *,
        paksa: bool,
    ) -> bool:
        """Part a row inside its cells so that its first part fills `ada`; False where that gains nothing."""
        terus = self.ukuran.bawah(r)
        ruang = ada - self.atas - self.bawah
        atas: list[Sel] = []
        bawah: list[Sel] = []
        maju = False
        for s in larik.sel:
            if s.kolom in terus:
                continue  # its text is under way among the merged ones
            muat = s.teks.muat(ruang)
            sisa = len(s.teks.baris) - muat
            if 0 < sisa < YATIM and muat > YATIM:
                muat -= YATIM - sisa
            if paksa and muat == 0 and s.teks.baris:
                muat = 1
            maju = maju or muat >= min(YATIM, len(s.teks.baris))
            atas.append(Sel(s.kolom, s.lintang, s.teks.potong(0, muat), s.asal, s.geser))
            bawah.append(Sel(s.kolom, s.lintang, s.teks.potong(muat), s.asal, s.geser))
        if not (maju or paksa):
            return False
        kepala = Larik(atas, larik.jenis, max((s.teks.tinggi for s in atas), default=0.0), larik.satu)
        ekor = Larik(bawah, larik.jenis, max((s.teks.tinggi for s in bawah), default=0.0), larik.satu)
        tinggi_ = max(kepala.tinggi + self.atas + self.bawah, min(ada, ada if berjalan else 0.0))
        bawaan = self._sisa(p, berjalan, y + tinggi_)
        p.baris.append((kepala, r, tinggi_))
        p.tinggi = y + tinggi_
        habis = not any(s.teks.baris for s in bawah) and all(c in terus for c in bawaan)
        p.lanjut = Keadaan(r + 1, None, bawaan) if habis else Keadaan(r, ekor, bawaan)
        return True

    # ---------------------------------------------------------------------------------------------- draw
    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        if self.pertama:
            self._tandai(k, y)
        if self.grid.polos:
            x -= self.ukuran.tepi  # plain columns stand flush with the text around them
        with k.wadah("Div" if self._tata_letak else "Table", self.elemen):
            if self.judul is not None:
                with contextlib.nullcontext() if self.pertama else k.hiasan():
                    self.judul.gambar(k, x, y, lebar)
                y -= self.tinggi_judul
            with k.hiasan():
                if not self.grid.polos:
                    isi = [(larik, h) for larik, _, h in self.potongan.baris]
                    latar(k, x, y, self.ukuran, self.kepala, isi, self.t)
                    garis(k, x, y, self.ukuran, self.kepala, isi, self.t)
            with contextlib.nullcontext() if self.pertama else k.hiasan():
                self._gambar_kepala(k, x, y)
            yb = self._gambar_isi(k, x, y)
        if self.potongan.ekor:
            for i, b in enumerate(self.ekor):
                yb -= max(self.ekor[i - 1].sesudah, b.sebelum) if i else b.sebelum
                b.gambar(k, x, yb, lebar)
                yb -= b.tinggi

    def _gambar_isi(self, k: Kanvas, x: float, y: float) -> float:
        """The rows, cell by cell in reading order; gives where they end."""
        atas = y + self.tinggi_judul
        yb = y - sum(self.kepala)
        gabungan = list(self.potongan.gabungan)
        for i, (larik, _, h) in enumerate(self.potongan.baris):
            isi: list[tuple[int, Sel | Teks]] = [
                (c, teks) for c, mulai, teks in gabungan if abs(atas - mulai - yb) < 0.01
            ]
            ada = {c for c, _ in isi}
            isi += [(s.kolom, s) for s in larik.sel if s.kolom not in ada]
            if self._tata_letak:
                self._baris_polos(k, [s for _, s in sorted(isi, key=lambda b: b[0])], x, yb)
                yb -= h
                continue
            lalu = 0
            with k.wadah("TR"):
                for c, s in sorted(isi, key=lambda b: b[0]):
                    self._sel_kosong(k, larik, lalu, c)
                    lalu = c + (s.lintang if isinstance(s, Sel) else 1)
                    if isinstance(s, Sel):
                        with k.ditandai("TD", atribut=f"/ColSpan {s.lintang}" if s.lintang > 1 else ""):
                            self._sel(k, s, x, yb - self.atas)
                    else:
                        baris = 1 + sum(1 for _ in _terus(self.potongan.baris[i + 1 :], c))
                        with k.ditandai("TD", atribut=f"/RowSpan {baris}" if baris > 1 else ""):
                            k.teks(s, x + self.ukuran.x(c) + self.ukuran.tepi, yb - self.atas)
                self._sel_kosong(k, larik, lalu, len(self.ukuran.kolom))
            yb -= h
        return yb

    @staticmethod
    def _sel_kosong(k: Kanvas, larik: Larik, dari: int, sampai: int, jenis: str = "TD") -> None:
        """Cells that a row leaves out, so that to a reader all rows have as many columns."""
        for c in range(dari, sampai):
            if c not in larik.satu:
                with k.wadah(jenis):
                    pass

    @property
    def _tata_letak(self) -> bool:
        """Lines of a letter ("Nomor : 1") that columns only align: to a reader they are paragraphs, not a table."""
        return self.grid.polos and not self.grid.kepala

    def _baris_polos(self, k: Kanvas, isi: list[Sel | Teks], x: float, y: float) -> None:
        """One line as a paragraph, its cells parted by a blank."""
        with k.wadah("P"):
            for s in isi:
                if isinstance(s, Sel) and s.teks.baris:
                    gaya = s.teks.gaya
                    with k.ditandai("Span"):
                        self._sel(k, s, x, y - self.atas)
                        k.string(" ", x + self.ukuran.x(s.kolom), y - self.atas - gaya.jarak, gaya)

    def _sel(self, k: Kanvas, s: Sel, x: float, y: float) -> None:
        geser = self.ukuran.tepi if s.geser is None else s.geser
        k.teks(s.teks, x + self.ukuran.x(s.kolom) + geser, y)

    def _gambar_kepala(self, k: Kanvas, x: float, y: float) -> None:
        for r, larik in enumerate(self.ukuran.kepala):
            with k.wadah("TR") if self.pertama else contextlib.nullcontext():
                for s in larik.sel:
                    akhir = self._akhir_gabung(r, s)
                    h = sum(self.kepala[r : akhir + 1])
                    rentang = f" /ColSpan {s.lintang}" if s.lintang > 1 else f" /RowSpan {akhir - r + 1}"
                    with k.ditandai("TH", atribut=f"/Scope /Column{rentang if rentang != ' /RowSpan 1' else ''}"):
                        self._sel(k, s, x, y - (h - s.teks.tinggi + self.atas - self.bawah) / 2)
                if self.pertama:
                    akhir = max((s.kolom + s.lintang for s in larik.sel), default=0)
                    self._sel_kosong(k, larik, akhir, len(self.ukuran.kolom), "TH")
            y -= self.kepala[r]


def _terus(baris: list[tuple[Larik, int, float]], kolom: int) -> Iterator[Larik]:
    """Rows that go on with a merged cell."""
    for larik, _, _ in baris:
        if kolom not in larik.satu:
            return
        yield larik
