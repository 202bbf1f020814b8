"""Runs broken into lines: text is data here from end to end, no markup exists.

Justified paragraphs are broken as a whole (least sum of uneven spaces, without hyphenation), others line by line.
Results are kept by their arguments, so an unchanged paragraph is never broken twice in a process.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lkjip_desktop.report.blocks import Asal, Run, Runs
from lkjip_desktop.report.pdf.fonts import Muka, muka, siap
from lkjip_desktop.report.pdf.style import Gaya

#: Spaces may shrink, and like to stretch, by these parts of the size; beyond the last one a line stays ragged.
_SUSUT = 0.05
_LONGGAR = 0.14
_TERLALU_LONGGAR = 0.9
#: Centred text up to so many lines is balanced.
_JUDUL_MAKS = 5

_BAGIAN = re.compile(r"\n| +|[^ \n]+")
# A line may end after the hyphen of "rata-rata", a slash between words, a long dash.
_PATAH = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_]{2})|(?<=[^\W\d_]/)(?=[^\W\d_])|(?<=[—])(?=\w)")
_BIASA, _SAMBUNG, _BARU = 0, 1, 2


class Ruas(NamedTuple):
    """Characters of one look in a line. `x`: start from the line's own start before justification; `spasi`: spaces
    before it in the line."""

    x: float
    spasi: int
    muka: Muka
    teks: str
    lebar: float
    asal: Asal | None
    tujuan: str


class Baris(NamedTuple):
    """One line: natural width, number of spaces, whether it ends a paragraph, indent; `putus`: it broke at a space,
    which is written for readers that join lines."""

    ruas: tuple[Ruas, ...]
    lebar: float
    spasi: int
    akhir: bool
    inden: float
    putus: bool = False


#: Words that stay with the number behind them.
_BERNOMOR = frozenset(
    [
        "Tabel",
        "Gambar",
        "Bab",
        "BAB",
        "Lampiran",
        "LAMPIRAN",
        "Pasal",
        "Nomor",
        "Triwulan",
        "SS",
        "SP",
        "SK",
        "IKU",
        "IKP",
        "IKK",
    ]
)
_ANGKA_AWAL = re.compile(r"(\d|[IVXLC]+([.,;:)]|$))")


@dataclass(frozen=True, slots=True)
class Teks:
    """Broken text for one width. `glif`: characters that print as □."""

    baris: tuple[Baris, ...]
    gaya: Gaya
    lebar: float
    glif: frozenset[str] = frozenset()

    @property
    def tinggi(self) -> float:
        return len(self.baris) * self.gaya.jarak

    @property
    def terlebar(self) -> float:
        """Natural width of the widest line."""
        return max((b.lebar + b.inden for b in self.baris), default=0.0)

    def potong(self, dari: int, sampai: int | None = None) -> Teks:
        """Some of the lines."""
        return Teks(self.baris[dari:sampai], self.gaya, self.lebar, self.glif)

    def muat(self, tinggi: float) -> int:
        """How many lines go into a height."""
        return max(0, min(len(self.baris), int((tinggi + 0.01) / self.gaya.jarak)))


class _Satuan:
    """An unbreakable group of characters and the space after it."""

    __slots__ = ("isi", "jenis", "lebar", "sela", "sela_lebar", "spasi")

    def __init__(self) -> None:
        self.isi: list[tuple[int, str, float]] = []  # run, characters, width
        self.lebar = 0.0
        self.spasi = 0  # unbreakable spaces inside
        self.sela: list[tuple[int, str, float]] = []
        self.sela_lebar = 0.0
        self.jenis = _BIASA

    def tambah(self, run: int, teks: str, lebar: float) -> None:
        self.isi.append((run, teks, lebar))
        self.lebar += lebar
        if "\xa0" in teks:
            self.spasi += teks.count("\xa0")


@lru_cache(maxsize=8192)
def susun(isi: Runs, gaya: Gaya, lebar: float) -> Teks:
    """Break runs (references already resolved to text) into lines no wider than `lebar` points."""
    glif: set[str] = set()
    mukas = [muka(gaya.keluarga, gaya.tebal or r.tebal, gaya.miring ^ r.miring) for r in isi]
    satuan = list(_pecah_panjang(_satuan(isi, mukas, gaya.ukuran, glif), lebar, mukas, gaya))
    baris: list[Baris] = []
    mulai = 0
    for i, s in enumerate(satuan):
        if s.jenis == _BARU or i == len(satuan) - 1:
            baris.extend(_baris(isi, mukas, satuan[mulai : i + 1], gaya, lebar, pertama=not baris))
            mulai = i + 1
    return Teks(tuple(baris), gaya, lebar, frozenset(glif))


def lebar_kata(isi: Runs, gaya: Gaya) -> float:
    """Width of the widest part of runs that does not break by itself."""
    mukas = [muka(gaya.keluarga, gaya.tebal or r.tebal, gaya.miring ^ r.miring) for r in isi]
    return max((s.lebar for s in _satuan(isi, mukas, gaya.ukuran, set())), default=0.0)


def lebar_teks(isi: Runs, gaya: Gaya) -> float:
    """Width of runs set on one line."""
    return sum(
        m.lebar(siap(r.teks, m, set())) * gaya.ukuran
        for r in isi
        for m in (muka(gaya.keluarga, gaya.tebal or r.tebal, gaya.miring ^ r.miring),)
    )


def satu_baris(teks: str, gaya: Gaya) -> Teks:
    """A string on one line, however long."""
    return susun((Run(teks.replace("\n", " ")),), gaya, 1e6)


# ------------------------------------------------------------------------------------------------ into units
def _satuan(isi: Runs, mukas: list[Muka], ukuran: float, glif: set[str]) -> list[_Satuan]:
    hasil: list[_Satuan] = []
    kini = _Satuan()
    for n, r in enumerate(isi):
        m = mukas[n]
        teks = siap(r.teks, m, glif)
        if not teks and r.asal is not None:
            kini.isi.append((n, "", 0.0))  # an empty value still has a place to click on
        for bagian in _BAGIAN.findall(teks):
            if bagian == "\n":
                kini.jenis = _BARU
                hasil.append(kini)
                kini = _Satuan()
            elif bagian[0] == " ":
                w = m.lebar(bagian) * ukuran
                kini.sela.append((n, bagian, w))
                kini.sela_lebar += w
            else:
                if kini.sela and _terikat(kini, bagian):
                    for lalu, spasi, w in kini.sela:
                        kini.tambah(lalu, spasi.replace(" ", "\xa0"), w)
                    kini.sela, kini.sela_lebar = [], 0.0
                elif kini.sela:
                    hasil.append(kini)
                    kini = _Satuan()
                if bagian.isalnum():  # most words: nothing in them at which they may be broken
                    kini.tambah(n, bagian, m.lebar(bagian) * ukuran)
                    continue
                for k, potong in enumerate(_PATAH.split(bagian)):
                    if k:
                        kini.jenis = _SAMBUNG
                        hasil.append(kini)
                        kini = _Satuan()
                    kini.tambah(n, potong, m.lebar(potong) * ukuran)
    hasil.append(kini)
    return hasil


def _terikat(s: _Satuan, kata: str) -> bool:
    """Whether a number must not begin a line of its own after what it counts ("Tabel III.3", "IKK 1", "Pasal 5")."""
    if kata[0].islower():
        return False
    return bool(_ANGKA_AWAL.match(kata)) and "".join(t for _, t, _ in s.isi).lstrip("(“") in _BERNOMOR


def _pecah_panjang(satuan: list[_Satuan], lebar: float, mukas: list[Muka], gaya: Gaya) -> Iterator[_Satuan]:
    """Units, those wider than a line cut between characters (never before a combining mark)."""
    ruang = max(lebar - gaya.awal, gaya.ukuran)
    for s in satuan:
        if s.lebar <= ruang:
            yield s
            continue
        kini = _Satuan()
        for n, teks, _ in s.isi:
            jumlah = [0.0]
            for w in mukas[n].lebar_huruf(teks):
                jumlah.append(jumlah[-1] + w * gaya.ukuran)
            mulai = 0
            while mulai < len(teks):
                akhir = bisect_right(jumlah, jumlah[mulai] + ruang - kini.lebar + 1e-6) - 1
                while mulai < akhir < len(teks) and unicodedata.combining(teks[akhir]):
                    akhir -= 1
                if akhir <= mulai:
                    if not kini.isi:
                        akhir = mulai + 1  # one character is wider than the line: it gets a line of its own
                    else:
                        kini.jenis = _SAMBUNG
                        yield kini
                        kini = _Satuan()
                        continue
                kini.tambah(n, teks[mulai:akhir], jumlah[akhir] - jumlah[mulai])
                mulai = akhir
        kini.sela, kini.sela_lebar, kini.jenis = s.sela, s.sela_lebar, s.jenis
        yield kini


# ------------------------------------------------------------------------------------------------ into lines
def _baris(
    isi: Runs, mukas: list[Muka], satuan: list[_Satuan], gaya: Gaya, lebar: float, *, pertama: bool
) -> Iterator[Baris]:
    inden = gaya.awal if pertama else 0.0
    if gaya.rata == "rata":
        ujung = _seimbang(satuan, gaya, lebar, inden)
    else:
        ujung = _serakah(satuan, lebar, inden)
        if gaya.rata == "tengah" and 1 < len(ujung) <= _JUDUL_MAKS:
            ujung = _ratakan(satuan, lebar, inden, ujung)
    mulai = 0
    for akhir in ujung:
        yield _rakit(isi, mukas, satuan[mulai:akhir], akhir == len(satuan), inden if not mulai else 0.0)
        mulai = akhir


def _serakah(satuan: list[_Satuan], lebar: float, inden: float) -> list[int]:
    """Line ends, each line as full as it gets."""
    ujung: list[int] = []
    x = inden
    for i, s in enumerate(satuan):
        if i > (ujung[-1] if ujung else 0) and x + s.lebar > lebar + 0.01:
            ujung.append(i)
            x = 0.0
        x += s.lebar + s.sela_lebar
    ujung.append(len(satuan))
    return ujung


def _ratakan(satuan: list[_Satuan], lebar: float, inden: float, ujung: list[int]) -> list[int]:
    """The same number of lines, but as narrow as they get: a centred title has no lonely last word."""
    kecil, besar = lebar / len(ujung), lebar
    for _ in range(7):
        tengah = (kecil + besar) / 2
        coba = _serakah(satuan, tengah, inden)
        if len(coba) == len(ujung) and all(s.lebar <= tengah for s in satuan):
            besar, ujung = tengah, coba
        else:
            kecil = tengah
    return ujung


def _seimbang(satuan: list[_Satuan], gaya: Gaya, lebar: float, inden: float) -> list[int]:
    """Line ends with the least sum of squared badness of spaces over the whole paragraph (Knuth and Plass)."""
    n = len(satuan)
    jarak = [0.0] * (n + 1)
    spasi = [0] * (n + 1)
    for i, s in enumerate(satuan):
        jarak[i + 1] = jarak[i] + s.lebar + s.sela_lebar
        spasi[i + 1] = spasi[i] + s.spasi + sum(len(t) for _, t, _ in s.sela)
    if jarak[n] - satuan[-1].sela_lebar + inden <= lebar + 0.01:
        return [n]
    susut, longgar = _SUSUT * gaya.ukuran, _LONGGAR * gaya.ukuran
    biaya = [0.0] * (n + 1)
    dari = [0] * (n + 1)
    kiri = 0  # first unit with which the line that ends at j can still start
    for j in range(1, n + 1):
        akhir = satuan[j - 1]
        sela = sum([len(t) for _, t, _ in akhir.sela])
        kanan, kanan_spasi = jarak[j] - akhir.sela_lebar, spasi[j] - sela
        while kiri < j - 1 and (
            kanan - jarak[kiri] + (0.0 if kiri else inden) - (kanan_spasi - spasi[kiri]) * susut > lebar + 0.01
        ):
            kiri += 1
        sambung = 3000.0 if akhir.jenis == _SAMBUNG and j < n else 0.0
        terbaik, asal = -1.0, kiri
        for i in range(kiri, j):
            sisa = lebar - kanan + jarak[i] - (0.0 if i else inden)
            ada = kanan_spasi - spasi[i]
            if sisa < 0:
                buruk = (sisa / (ada * susut)) ** 2 if ada else 8.0
            elif j == n:
                buruk = 1.0 if sisa > lebar * 0.92 else 0.0  # one short word alone on the last line
            else:
                buruk = min(sisa / (ada * longgar), 30.0) ** 3 if ada else 27000.0
                if buruk > 1000.0 and terbaik >= 0:
                    break  # lines only get shorter from here on
            b = biaya[i] + (1 + 100 * buruk) ** 2 + sambung
            if terbaik < 0 or b < terbaik:
                terbaik, asal = b, i
        biaya[j], dari[j] = terbaik, asal
    ujung = [n]
    while dari[ujung[-1]]:
        ujung.append(dari[ujung[-1]])
    return ujung[::-1]


def _rakit(isi: Runs, mukas: list[Muka], satuan: list[_Satuan], akhir: bool, inden: float) -> Baris:
    """One line from its units; neighbours of one look become one piece."""
    ruas: list[Ruas] = []
    x = 0.0
    spasi = 0
    kini: list[str] = []
    kini_x, kini_spasi, kini_run = 0.0, 0, -1

    def tutup() -> None:
        if kini_run >= 0:
            r = isi[kini_run]
            ruas.append(Ruas(kini_x, kini_spasi, mukas[kini_run], "".join(kini), x - kini_x, r.asal, r.rujuk))

    for k, s in enumerate(satuan):
        bagian = s.isi + s.sela if k < len(satuan) - 1 else s.isi
        for n, teks, w in bagian:
            if n != kini_run and not (
                kini_run >= 0
                and mukas[n] is mukas[kini_run]
                and isi[n].asal is isi[kini_run].asal is None
                and not isi[n].rujuk
                and not isi[kini_run].rujuk
            ):
                tutup()
                kini, kini_x, kini_spasi, kini_run = [], x, spasi, n
            kini.append(teks)
            x += w
            if " " in teks or "\xa0" in teks:
                spasi += teks.count(" ") + teks.count("\xa0")
    tutup()
    ujung = satuan[-1]
    return Baris(tuple(ruas), x, spasi, akhir or ujung.jenis == _BARU, inden, ujung.jenis == _BARU or bool(ujung.sela))


def renggang(b: Baris, gaya: Gaya, lebar: float) -> float:
    """Points to add to each space of a line; 0 for a line that is not justified or would gape."""
    if gaya.rata != "rata" or not b.spasi:
        return 0.0
    tambah = (lebar - b.inden - b.lebar) / b.spasi
    if b.akhir:
        return min(tambah, 0.0)  # a last line may have been taken a little too full, never stretched
    return tambah if tambah < _TERLALU_LONGGAR * gaya.ukuran else 0.0
