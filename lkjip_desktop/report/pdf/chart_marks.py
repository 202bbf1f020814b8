"""Fills, lines and markers that tell series apart without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip_desktop.report.blocks import Seri
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import CAT_KERTAS, Cat, Warna, terang

_BEDA_TERANG = 0.25  # by which plain fills must differ in a black-and-white copy
_POLA = ("penuh", "miring", "terang", "silang", "datar", "gelap", "titik", "tegak")
_PENANDA = ("bulat", "kotak", "segitiga", "ketupat", "bulat0", "kotak0", "segitiga0", "ketupat0")
_PUTUS: tuple[tuple[float, ...], ...] = ((), (5, 2.5), (1.5, 2), (7, 2, 1.5, 2), (9, 3), (3, 1.5), (1, 1), (6, 4))


@dataclass(frozen=True, slots=True)
class Corak:
    """The look of one series."""

    pola: str
    penanda: str
    putus: tuple[float, ...]
    warna: Warna
    cat: Cat = CAT_KERTAS


def corak(seri: Sequence[Seri], aksen: Warna, warna: Mapping[str, Warna], cat: Cat = CAT_KERTAS) -> list[Corak]:
    """The looks of the series of one chart; they repeat after eight.

    A series with a role has the office's colour for it. Two plain fills that a copier would print alike are kept apart
    by hatching the later one.
    """
    hasil: list[Corak] = []
    for i, s in enumerate(seri):
        i %= len(_POLA)
        dasar = Corak(_POLA[i], _PENANDA[i], _PUTUS[i], aksen if i in (0, 1, 4, 7) else cat.gelap, cat)
        if s.peran in warna:
            pola = "miring" if s.peran == "capaian" else "penuh"
            sama = any(
                x.pola == "penuh" and abs(terang(x.warna) - terang(warna[s.peran])) < _BEDA_TERANG for x in hasil
            )
            dasar = replace(dasar, pola="miring" if sama else pola, warna=warna[s.peran])
        hasil.append(dasar)
    return hasil


def isi_kotak(k: Kanvas, c: Corak, x: float, y: float, w: float, h: float) -> None:
    """A bar or legend box from its upper left corner, filled with the pattern of a series."""
    rata = {"penuh": c.warna, "gelap": c.cat.gelap, "terang": c.cat.terang}.get(c.pola)
    k.kotak(x, y, w, h, rata or c.cat.latar)
    if rata is None and w > 0.1 and h > 0.1:
        with k.potong(x, y, w, h):
            _arsir(k, c, x, y, w, h)
    k.kotak(x, y, w, h, None, c.cat.gelap if c.pola == "terang" else c.warna, 0.6)


def _arsir(k: Kanvas, c: Corak, x: float, y: float, w: float, h: float) -> None:
    jarak = 3.6
    if c.pola in ("miring", "silang"):
        d = x - h
        while d < x + w:
            k.garis(d, y - h, d + h, y, 0.7, c.warna)
            if c.pola == "silang":
                k.garis(d, y, d + h, y - h, 0.7, c.warna)
            d += jarak
    elif c.pola == "datar":
        d = y - 1.5
        while d > y - h:
            k.garis(x, d, x + w, d, 0.8, c.warna)
            d -= jarak * 0.8
    elif c.pola == "tegak":
        d = x + 1.5
        while d < x + w:
            k.garis(d, y, d, y - h, 0.8, c.warna)
            d += jarak * 0.8
    elif c.pola == "titik":
        d = y - 1.5
        while d > y - h:
            k.garis(x + 1, d, x + w, d, 1.0, c.warna, (1.0, 2.6))
            d -= jarak * 0.8


def penanda(k: Kanvas, c: Corak, x: float, y: float, r: float = 2.7) -> None:
    """The marker of a series with its middle at a point."""
    isi = c.cat.latar if c.penanda.endswith("0") else c.warna
    bentuk = c.penanda.rstrip("0")
    if bentuk == "kotak":
        titik = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
    elif bentuk == "segitiga":
        titik = [(x - r * 1.15, y - r), (x + r * 1.15, y - r), (x, y + r * 1.2)]
    elif bentuk == "ketupat":
        titik = [(x - r * 1.25, y), (x, y - r * 1.25), (x + r * 1.25, y), (x, y + r * 1.25)]
    else:
        titik = [
            (x + r * a, y + r * b)
            for a, b in (
                (1, 0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0, 1), (-0.38, 0.92), (-0.71, 0.71), (-0.92, 0.38),
                (-1, 0), (-0.92, -0.38), (-0.71, -0.71), (-0.38, -0.92), (0, -1), (0.38, -0.92), (0.71, -0.71),
                (0.92, -0.38),
            )
        ]  # fmt: skip
    k.jalur(titik, c.warna, 0.9, isi=isi, tutup=True)
