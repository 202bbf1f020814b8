"""Numbers for headings, tables and figures, their lists and cross references, once for every printer.

Walk a document with `jalan` and take one `Entri` from `Numbered.entri` for each block that `berentri` names:
the order is the same. By key: `Numbered.nomor(kunci)`, `Numbered.rujukan(kunci)`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from lkjip_desktop.core.angka import huruf, romawi
from lkjip_desktop.errors import GagalCetak
from lkjip_desktop.report.blocks import (
    Block,
    Chart,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    Heading,
    Items,
    Keep,
    Para,
    Runs,
    Tree,
)

Daftar = Literal["isi", "tabel", "gambar"]


@dataclass(frozen=True, slots=True)
class Entri:
    """One heading, table or figure.

    nomor: as printed before the title, "" when unnumbered ("BAB I", "A.", "Tabel III.3", "Gambar I.1", "LAMPIRAN I").
    rujukan: text of a cross reference ("Bab III", "Bab III.A.1", "Tabel III.3"; the title when unnumbered).
    """

    jenis: Daftar
    level: int
    nomor: str
    judul: str
    rujukan: str
    kunci: str = ""
    daftar: bool = True


@dataclass(frozen=True, slots=True)
class Numbered:
    """All numbers of one document: `entri` in document order, and the same by key."""

    entri: tuple[Entri, ...]
    menurut_kunci: Mapping[str, Entri] = field(default_factory=dict)

    def nomor(self, kunci: str) -> str:
        """The printed number of a key; raises KeyError for an unknown one."""
        return self.menurut_kunci[kunci].nomor

    def rujukan(self, kunci: str) -> str:
        """The text that a cross reference to a key prints; raises KeyError for an unknown one."""
        return self.menurut_kunci[kunci].rujukan

    def daftar(self, jenis: Daftar) -> tuple[Entri, ...]:
        """Entries of the contents list, the list of tables or the list of figures, in order."""
        return tuple(e for e in self.entri if e.jenis == jenis and e.daftar)

    def urutan_daftar(self, jenis: Daftar) -> tuple[int, ...]:
        """Places in `entri` of the entries of a list, in order."""
        return tuple(i for i, e in enumerate(self.entri) if e.jenis == jenis and e.daftar)


def jalan(blok: Iterable[Block]) -> Iterator[Block]:
    """Every block in printing order; a Keep is followed by its content."""
    for b in blok:
        yield b
        if isinstance(b, Keep):
            yield from jalan(b.isi)


def berentri(blok: Block) -> bool:
    """Whether a block takes an entry: every heading, and every table or figure that has a title."""
    if isinstance(blok, Heading):
        return True
    return isinstance(blok, Grid | Chart | Tree | Figure) and blok.judul is not None


def teks_polos(isi: Runs, numbered: Numbered | None = None) -> str:
    """The characters of runs without their looks; references print their text when `numbered` is given."""
    return "".join(numbered.rujukan(r.rujuk) if r.rujuk and numbered else r.teks for r in isi)


def nomori(document: Document) -> Numbered:
    """Number a document.

    Raises GagalCetak that lists every reference to an unknown key and every key used twice.
    """
    pencacah = _Pencacah()
    blok = [b for b in jalan(document.blok) if berentri(b)]
    entri = [pencacah.beri(b) for b in blok]
    kunci = Counter(e.kunci for e in entri if e.kunci)
    ganda = sorted(k for k, n in kunci.items() if n > 1)
    if ganda:
        raise GagalCetak(f"Naskah belum dapat dicetak: nama acuan ini dipakai lebih dari sekali: {', '.join(ganda)}.")
    menurut_kunci = {e.kunci: e for e in entri if e.kunci}
    asing = sorted({k for b in jalan(document.blok) for k in _rujukan(b)} - menurut_kunci.keys())
    if asing:
        raise GagalCetak(
            f"Naskah belum dapat dicetak: rujukan ini tidak ditemukan di dalamnya: {', '.join(asing)}.",
            "Periksa apakah tabel, gambar, atau bagian yang dirujuk ikut dicetak.",
        )
    # A title may itself refer to a table: its text is known only now.
    for i, b in enumerate(blok):
        if isinstance(b, Grid | Chart | Tree | Figure) and b.judul and any(r.rujuk for r in b.judul):
            judul = "".join(menurut_kunci[r.rujuk].rujukan if r.rujuk else r.teks for r in b.judul)
            entri[i] = replace(entri[i], judul=judul)
    return Numbered(tuple(entri), MappingProxyType({e.kunci: e for e in entri if e.kunci}))


class _Pencacah:
    """Counters of chapters, headings, tables and figures while a document is walked."""

    def __init__(self) -> None:
        self._bab: Counter[str] = Counter()
        self._bawah = [0] * 8
        self._gambar: Counter[str] = Counter()
        self._awalan = ""  # chapter number before table and figure numbers; "" = front matter
        self._induk = ""  # reference text of the chapter

    def beri(self, b: Block) -> Entri:
        if isinstance(b, Heading):
            return self._kepala(b)
        assert isinstance(b, Grid | Chart | Tree | Figure)
        assert b.judul is not None
        jenis: Daftar = "tabel" if isinstance(b, Grid) else "gambar"
        judul = "".join(r.teks for r in b.judul)
        if not self._awalan:
            return Entri(jenis, 0, "", judul, judul, b.kunci, daftar=False)
        self._gambar[jenis] += 1
        nomor = f"{'Tabel' if jenis == 'tabel' else 'Gambar'} {self._awalan}.{self._gambar[jenis]}"
        return Entri(jenis, 0, nomor, judul, nomor, b.kunci)

    def _kepala(self, h: Heading) -> Entri:
        if h.level == 0:
            return self._bab_baru(h)
        self._bawah[h.level + 1 :] = [0] * (len(self._bawah) - h.level - 1)
        if not h.nomor:
            return Entri("isi", h.level, "", h.judul, h.judul, h.kunci, h.daftar)
        self._bawah[h.level] += 1
        nomor = _nomor(h.level, self._bawah[h.level])
        jejak = [_nomor(i, self._bawah[i]).strip(".)") for i in range(1, h.level + 1) if self._bawah[i]]
        rujukan = ".".join(([self._induk] if self._induk else []) + jejak)
        return Entri("isi", h.level, nomor, h.judul, rujukan, h.kunci, h.daftar)

    def _bab_baru(self, h: Heading) -> Entri:
        self._bawah = [0] * 8
        self._gambar.clear()
        if not h.nomor:
            self._awalan = self._induk = ""
            return Entri("isi", 0, "", h.judul, h.judul, h.kunci, h.daftar)
        label = h.label.strip().upper() or "BAB"
        self._bab[label] += 1
        angka = romawi(self._bab[label])
        # A lampiran counts on its own, so that its "Tabel L.I.1" is never mistaken for one of chapter I.
        self._awalan = angka if label == "BAB" else f"{label[0]}.{angka}"
        self._induk = f"{label.capitalize()} {angka}"
        nomor = f"{label} {angka}" if h.label else f"{angka}."
        return Entri("isi", 0, nomor, h.judul, self._induk, h.kunci, h.daftar)


def _nomor(level: int, n: int) -> str:
    """Number of a heading: "A." "1." "a." "1)" "a)" by level."""
    angka = huruf(n) if level == 1 else str(n) if level % 2 == 0 else huruf(n, kecil=True)
    return angka + ("." if level <= 3 else ")")


def _rujukan(b: Block) -> Iterator[str]:
    """Keys that a block refers to."""
    for isi in _isi(b):
        for r in isi:
            if r.rujuk:
                yield r.rujuk


def _isi(b: Block) -> Iterator[Runs]:
    """All runs of a block (a Keep's content is walked by itself)."""
    if isinstance(b, Para):
        yield b.isi
    elif isinstance(b, Items):
        yield from b.butir
    elif isinstance(b, Formula):
        for _, suku in b.baris:
            for s in suku:
                if isinstance(s, Frac):
                    yield s.atas
                    yield s.bawah
                else:
                    yield s
    elif isinstance(b, Grid):
        for baris in b.kepala + b.baris:
            for sel in baris.sel:
                yield sel.isi
    if isinstance(b, Grid | Chart | Tree | Figure) and b.judul is not None:
        yield b.judul
