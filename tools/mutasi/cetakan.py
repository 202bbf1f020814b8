"""What a paper prints, line by line, and every figure that a year may print, by its source."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lkjip_desktop.core import angka
from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.schema import TABLES, Kind
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import AturanBaris, Pk, PkAnggaran
from lkjip_desktop.report.blocks import Cell, Document, Run, Seri

#: A figure by itself: digits with their marks, no sign, no unit.
ANGKA = re.compile(r"(?<![\w.,])\d(?:[\d.,]*\d)?(?![\w])|(?<=Rp)\d(?:[\d.,]*\d)?")
#: Fields of blocks that hold no words.
_BUKAN_KATA = frozenset({"kunci", "asal", "berkas", "mime", "gaya", "rata", "jenis", "lembar", "kertas", "label_bab"})


def angka_teks(teks: str) -> list[str]:
    """The figures of a line in order."""
    return ANGKA.findall(teks)


def pokok(angka_: str) -> str:
    """The figure as a number, however it is set: "1.277" and "1277", "74,50" and "74,5" are one."""
    utuh, koma, pecahan = angka_.partition(",")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", utuh):
        utuh = utuh.replace(".", "")
    pecahan = pecahan.rstrip("0")
    return f"{utuh}{koma if pecahan else ''}{pecahan}"


def jelas(angka_: str) -> bool:
    """True for a figure that can hardly stand for something else by chance: three digits, no year, not 100."""
    digit = re.sub(r"\D", "", pokok(angka_))
    return len(digit) >= 3 and digit != "100" and not re.fullmatch(r"(19|20)\d\d", angka_)


# ------------------------------------------------------------------------------------------------- the paper
def baris(dokumen: Document, *, alt: bool = True) -> tuple[str, ...]:
    """Every text that the document prints, runs of one place joined; nothing is left out that holds words, not even the
    words for screen readers (`alt`)."""
    return tuple(_baris(dokumen, _BUKAN_KATA if alt else _BUKAN_KATA | {"alt"}))


def _baris(x: Any, lewati: frozenset[str]) -> Iterator[str]:
    if isinstance(x, str):
        if x:
            yield x
    elif isinstance(x, tuple):
        if x and isinstance(x[0], Run):
            yield "".join("[]" if r.rujuk else r.teks for r in x)  # a cross reference prints a number of its own
        else:
            for y in x:
                yield from _baris(y, lewati)
    elif dataclasses.is_dataclass(x) and not isinstance(x, type):
        for f in dataclasses.fields(x):
            if f.name not in lewati:
                yield from _baris(getattr(x, f.name), lewati)


def angka_lain(dokumen: Document) -> list[str]:
    """Numbers behind the words (Excel cells, lengths of bars) that do not say what is printed beside them."""
    salah: list[str] = []
    for x in _semua(dokumen):
        pasang: list[tuple[str, Fraction]] = []
        if isinstance(x, Cell) and x.nilai is not None:
            pasang = [("".join(r.teks for r in x.isi), x.nilai)]
        elif isinstance(x, Seri):
            pasang = [(t, n) for t, n in zip(x.label, x.nilai, strict=False) if n is not None]
        salah += [f"“{t}” with the number {float(n)} behind it" for t, n in pasang if not _sama(t, n)]
    return salah


def _sama(teks: str, nilai: Fraction) -> bool:
    ada = angka_teks(teks)
    if not ada:
        return True
    desimal = len(ada[0].partition(",")[2])
    return ada[0] in {angka.angka(abs(n), desimal, paksa=True) for n in (nilai, nilai * 100)}


def _semua(x: Any) -> Iterator[Any]:
    if isinstance(x, tuple):
        for y in x:
            yield from _semua(y)
    elif dataclasses.is_dataclass(x) and not isinstance(x, type):
        yield x
        for f in dataclasses.fields(x):
            yield from _semua(getattr(x, f.name))


# ------------------------------------------------------------------------------------------------- the sources
def sumber(s: Snapshot, h: Hasil) -> dict[str, str]:
    """Everything that may be printed of a year, by path: derived values as the core prints them, typed numbers."""
    keluar: dict[str, str] = dict(_turunan(s, h))
    _hasil(h, "hasil", keluar)
    for aturan in s.rows(AturanBaris):
        _aturan(json.loads(aturan.isi), f"aturan:{aturan.id}", keluar)
    for t in TABLES.values():
        kolom = [c for c in t.columns if c.kind in (Kind.ANGKA, Kind.UANG)]
        for r in s.rows(t.row) if kolom else ():
            for c in kolom:
                nilai: Decimal | int | None = getattr(r, c.name)
                if nilai is not None:
                    keluar[f"{t.name}.{c.name}:{r.id}"] = angka.angka(nilai)
    return keluar


def _turunan(s: Snapshot, h: Hasil) -> Iterator[tuple[str, str]]:
    """Figures that words and tables make of others, reckoned here once more from the exact values."""
    d = aturan_tahun(s, h.tahun).pengukuran.desimal
    for pk in s.rows(Pk):
        jumlah = sum(x.nilai or 0 for x in s.where(PkAnggaran, pk_id=pk.id) if x.jenis == "program")
        yield f"pk_total:{pk.id}", angka.angka(jumlah)
    for i in h.per_indikator.values():
        akhir = i.menengah[-1].target if i.menengah else None
        for nama, lain in (("target", i.target), ("menengah", akhir)):
            if lain is not None and lain.nilai is not None and i.realisasi.nilai is not None:
                yield f"selisih.{nama}:{i.id}", angka.angka(_beda(i.realisasi.nilai, lain.nilai, d), d)
    for sasaran in h.sasaran:
        if sasaran.rata_rata is not None and sasaran.rata_lalu is not None:
            yield f"selisih.lalu:{sasaran.id}", angka.angka(_beda(sasaran.rata_rata, sasaran.rata_lalu, d), d)
    kini, lalu = h.anggaran.total, h.anggaran.total_lalu
    if lalu is not None and kini.pagu is not None and lalu.pagu is not None:
        yield "selisih.pagu", angka.angka(abs(kini.pagu - lalu.pagu))
    if lalu is not None and kini.persen is not None and lalu.persen is not None:
        yield "selisih.serapan", angka.angka(_beda(kini.persen, lalu.persen, d), d)
    for x in (h.smart, h.ikpa, h.nka):
        if x.total is not None:
            yield f"total:{x.jenis}", angka.angka(x.total, 2, paksa=True)
    g = h.gabungan
    if g.nilai is not None and g.dari_resmi is not None:
        yield "selisih.gabungan", angka.angka(_beda(g.nilai, g.dari_resmi, 2), 2, paksa=True)
    for bobot, x in ((g.bobot_smart, h.smart), (g.bobot_ikpa, h.ikpa)):
        for cara, nilai in (("resmi", x.resmi), ("hitung", x.nilai)):
            if nilai is not None:
                bagian = Fraction(nilai) * Fraction(bobot) / 100
                # Four decimals where that is exact, else two: either may follow the other.
                yield f"bagian.{cara}:{x.jenis}", f"{angka.angka(bagian, 4)} {angka.angka(bagian, 2, paksa=True)}"


def _beda(a: Fraction, b: Fraction, desimal: int) -> Fraction:
    return abs(Fraction(angka.bulat(a, desimal)) - Fraction(angka.bulat(b, desimal)))


def _aturan(isi: Any, jalur: str, keluar: dict[str, str]) -> None:
    """Numbers of a rule set."""
    if isinstance(isi, (dict, list)):
        for k, v in isi.items() if isinstance(isi, dict) else enumerate(isi):
            _aturan(v, f"{jalur}.{k}", keluar)
    elif angka_json(isi):
        keluar[jalur] = angka.angka(Decimal(isi), 2)


def angka_json(v: Any) -> bool:
    """True for a number of a rule set, which stores decimals as text."""
    if isinstance(v, str):
        return v.replace(".", "", 1).isdigit()
    return isinstance(v, int) and not isinstance(v, bool)


def _hasil(x: Any, jalur: str, keluar: dict[str, str]) -> None:
    if dataclasses.is_dataclass(x) and not isinstance(x, type):
        for f in dataclasses.fields(x):
            if not f.name.endswith("id"):
                _hasil(getattr(x, f.name), f"{jalur}.{f.name}", keluar)
    elif isinstance(x, tuple):
        for n, y in enumerate(x):
            _hasil(y, f"{jalur}[{n}]", keluar)
    elif isinstance(x, Mapping):
        for k, y in x.items():
            _hasil(y, f"{jalur}[{k}]", keluar)
    elif isinstance(x, str):
        keluar[jalur] = x
    elif isinstance(x, (int, Decimal)) and not isinstance(x, bool):
        keluar[jalur] = angka.angka(x if x >= 0 else -x)


def angka_sumber(nilai: Mapping[str, str]) -> Counter[str]:
    """The figures of all sources, as numbers."""
    return Counter(pokok(a) for v in nilai.values() for a in angka_teks(v))
