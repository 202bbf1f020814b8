"""Set two papers side by side: which figures stayed, which moved, and whether each move has a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from .cetakan import ANGKA, angka_sumber, angka_teks, jelas, pokok


@dataclass(slots=True)
class Temuan:
    """What one change did to the paper."""

    pindah: int = 0  # figures on paper that became another
    kata: int = 0  # lines whose words changed (a verdict turned, a sentence came or went)
    tempat: set[tuple[int, int]] = field(default_factory=set)  # (line, figure) of the old paper that moved
    mati: frozenset[str] = frozenset()  # figures that no source has any more
    salah: list[str] = field(default_factory=list)


def banding(lama: Sequence[str], baru: Sequence[str], v0: Mapping[str, str], v1: Mapping[str, str]) -> Temuan:
    """Compare the lines of two papers, given what could be printed then (`v0`) and now (`v1`), by source.

    Wrong is: a figure that no source has any more but a page still prints; a figure that moved without a source that
    moved the same way; a new figure in changed words that is the value of nothing.
    """
    t = Temuan()
    ubah = {j for j in v0.keys() | v1.keys() if v0.get(j) != v1.get(j)}
    pasang = {p for j in ubah for p in _pasang(j, v0.get(j, ""), v1.get(j, ""))}
    dulu, kini = angka_sumber(v0), angka_sumber(v1)
    t.mati = frozenset(p for j in ubah for a in angka_teks(v0.get(j, "")) if jelas(a) and (p := pokok(a)) not in kini)
    # Rows of a list that lost or won some may only have moved; where the words stayed, each figure keeps its place.
    sama_susunan = len(lama) == len(baru) and all(_rangka(a) == _rangka(b) for a, b in zip(lama, baru, strict=True))
    for i, a, b in _sejajar(lama, baru):
        x, y = angka_teks(a), angka_teks(b)
        if _rangka(a) == _rangka(b):
            for n, (p, q) in enumerate(zip(x, y, strict=True)):
                if p != q:
                    t.pindah += 1
                    t.tempat.add((i, n))
                    geser = not sama_susunan and pokok(p) in dulu and pokok(q) in kini
                    if (pokok(p), pokok(q)) not in pasang and not geser and (jelas(p) or jelas(q)):
                        t.salah.append(f"berubah tanpa sebab: {p} -> {q} pada “{_potong(b, q)}”")
        else:
            t.kata += 1
            if b:
                hilang = Counter(x) - Counter(y)
                t.tempat |= {(i, n) for n, p in enumerate(x) if p in hilang}
            for q in Counter(y) - Counter(x):
                if jelas(q) and pokok(q) not in kini and pokok(q) not in dulu:
                    t.salah.append(f"angka baru tanpa sumber: {q} pada “{_potong(b, q)}”")
    for b in baru:
        t.salah += [f"masih tercetak: {q} pada “{_potong(b, q)}”" for q in set(angka_teks(b)) if pokok(q) in t.mati]
    return t


def _pasang(jalur: str, a: str, b: str) -> Iterator[tuple[str, str]]:
    """(old, new) of a source; where it prints one of several forms, any may follow any."""
    x, y = ([pokok(p) for p in angka_teks(t)] for t in (a, b))
    if len(x) == len(y) and not jalur.startswith("bagian."):
        yield from zip(x, y, strict=True)
    else:
        yield from ((p, q) for p in x for q in y)


def _rangka(teks: str) -> str:
    """The line without its figures and signs."""
    return ANGKA.sub("#", teks).replace("-#", "#")


def _sejajar(lama: Sequence[str], baru: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Lines that stand at the same place: (old index, old, new); a lost or a new line pairs with ""."""
    r0, r1 = [_rangka(x) for x in lama], [_rangka(x) for x in baru]
    muat = min(len(r0), len(r1))
    awal = next((n for n in range(muat) if r0[n] != r1[n]), muat)
    akhir = next((n for n in range(muat - awal) if r0[-1 - n] != r1[-1 - n]), muat - awal)
    for n in range(awal):
        yield n, lama[n], baru[n]
    a0, a1 = len(r0) - akhir, len(r1) - akhir
    cocok = SequenceMatcher(None, r0[awal:a0], r1[awal:a1], autojunk=False)
    for _, i0, i1, j0, j1 in cocok.get_opcodes():
        kiri, kanan = range(awal + i0, awal + i1), list(range(awal + j0, awal + j1))
        for i in kiri:
            j = kanan[0] if kanan and len(kanan) == len(kiri) - (i - kiri.start) else _mirip(lama[i], baru, kanan)
            yield i, lama[i], "" if j is None else baru[j]
            if j is not None:
                kanan.remove(j)
        yield from ((kiri.stop - 1, "", baru[j]) for j in kanan)
    for k in range(akhir):
        yield a0 + k, lama[a0 + k], baru[a1 + k]


def _mirip(teks: str, baru: Sequence[str], calon: Sequence[int]) -> int | None:
    """The line among the candidates that says nearly the same; None when there is none."""
    nilai = [(SequenceMatcher(None, teks[:200], baru[j][:200], autojunk=False).quick_ratio(), -j) for j in calon[:12]]
    tinggi, j = max(nilai, default=(0.0, 0))
    return -j if tinggi > 0.6 else None


def _potong(teks: str, angka: str) -> str:
    """The words around a figure."""
    di = max(teks.find(angka), 0)
    return " ".join(teks[max(0, di - 50) : di + len(angka) + 30].split())


def diam(lama: Sequence[str], tempat: set[tuple[int, int]]) -> list[str]:
    """Every figure on paper that no change moved, marked «» among the words around it."""
    return [
        f"{b[max(0, m.start() - 40) : m.start()]}«{m[0]}»{b[m.end() : m.end() + 30]}"
        for i, b in enumerate(lama)
        for n, m in enumerate(ANGKA.finditer(b))
        if (i, n) not in tempat
    ]
