"""Grounds and rules of a table: strong outside and under the head, fine inside, none within merged cells."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import GARIS_KEPALA, LATAR_TOTAL, TEBAL_DALAM, TEBAL_LUAR, Tata
from lkjip_desktop.report.pdf.table_model import Larik, Ukuran

Jarak = tuple[Larik, float]  # a row with its height


def latar(k: Kanvas, x: float, y: float, u: Ukuran, kepala: Sequence[float], isi: Sequence[Jarak], t: Tata) -> None:
    """Grounds of the head and of sums."""
    lebar = sum(u.kolom)
    if kepala:
        k.kotak(x, y, lebar, sum(kepala), t.latar_kepala)
    y -= sum(kepala)
    for larik, h in isi:
        if larik.jenis == "total":
            k.kotak(x, y, lebar, h, LATAR_TOTAL)
        y -= h


def garis(k: Kanvas, x: float, y: float, u: Ukuran, kepala: Sequence[float], isi: Sequence[Jarak], t: Tata) -> None:
    """Rules: strong ones outside and under the head, fine ones inside, none inside merged cells."""
    tepi = [0.0]
    for w in u.kolom:
        tepi.append(tepi[-1] + w)
    semua = [(b, h) for b, h in zip(u.kepala, kepala, strict=True)]
    semua += isi
    if not semua:
        return
    nkepala = len(u.kepala)
    tegak: dict[int, float] = {}  # column edge -> where its rule began
    atas = y
    for i, (larik, h) in enumerate(semua):
        dalam = {s.kolom + j for s in larik.sel for j in range(1, s.lintang)}
        for e in range(1, len(u.kolom)):
            if e in dalam:
                _tegak(k, x + tepi[e], tegak.pop(e, None), y, t)
            else:
                tegak.setdefault(e, y)
        if i not in (0, nkepala):
            satu = larik.satu if i > nkepala or i < nkepala else frozenset()
            _datar(k, x, y, tepi, satu, t)
        y -= h
    for e, mulai in tegak.items():
        _tegak(k, x + tepi[e], mulai, y, t)
    k.kotak(x, atas, tepi[-1], atas - y, None, GARIS_KEPALA, TEBAL_LUAR)
    if 0 < nkepala < len(semua):
        bawah = atas - sum(kepala)
        k.garis(x, bawah, x + tepi[-1], bawah, TEBAL_LUAR, GARIS_KEPALA)


def _tegak(k: Kanvas, x: float, mulai: float | None, y: float, t: Tata) -> None:
    if mulai is not None:
        k.garis(x, mulai, x, y, TEBAL_DALAM, t.garis)


def _datar(k: Kanvas, x: float, y: float, tepi: list[float], satu: frozenset[int], t: Tata) -> None:
    mulai: float | None = None
    for c in range(len(tepi) - 1):
        if c in satu:
            if mulai is not None:
                k.garis(mulai, y, x + tepi[c], y, TEBAL_DALAM, t.garis)
            mulai = None
        elif mulai is None:
            mulai = x + tepi[c]
    if mulai is not None:
        k.garis(mulai, y, x + tepi[-1], y, TEBAL_DALAM, t.garis)
