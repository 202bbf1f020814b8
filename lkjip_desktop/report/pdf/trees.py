"""Drawn trees: organisation charts top down, sasaran with their indicators from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lkjip_desktop.report.blocks import Asal, Node, Run, Tree
from lkjip_desktop.report.pdf.flowables import Kotak
from lkjip_desktop.report.pdf.lines import Teks, susun
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import GARIS_KEPALA, PUTIH, Gaya, Tata, Warna

_TEPI = 5.0
_TEPI_DAUN = 3.2  # above and below the words of a branch's last boxes
_SELA_DAUN = 5.0
_AKAR = 0.3  # part of the width that the first box of a branch takes when only one level follows
_SELA = 10.0  # between neighbours
_TINGKAT = 20.0  # between levels
_TERKECIL = 0.55  # smallest scale before a wide chart hangs its leaves below each other


@dataclass(slots=True)
class _Kotak:
    """A box with its place from the upper left corner of the drawing (y downwards)."""

    teks: Teks
    sub: Teks | None
    lebar: float
    tinggi: float
    dalam: int
    x: float = 0.0
    y: float = 0.0
    anak: list[_Kotak] = field(default_factory=list)
    gantung: bool = False  # children hang below each other on a stem
    asal: Asal | None = None

    @property
    def tengah(self) -> float:
        return self.x + self.lebar / 2


class KotakPohon(Kotak):
    """A tree scaled to the text width and at most to a given height."""

    def __init__(self, tree: Tree, lebar: float, tinggi_maks: float, t: Tata) -> None:
        self.tree, self.t = tree, t
        if tree.gaya == "cabang":
            self.akar, w, h = self._cabang(lebar)
        else:
            self.akar, w, h = self._bagan(lebar, gantung=False)
            if lebar / w < _TERKECIL:
                akar, w2, h2 = self._bagan(lebar, gantung=True)
                if w2 < w:
                    self.akar, w, h = akar, w2, h2
            if lebar / w < _TERKECIL:
                self.akar, w, h = self._cabang(lebar)
                self.tree = replace(tree, gaya="cabang")
        self.skala = min(1.0, lebar / w, tinggi_maks / h)
        self.lebar, self.tinggi = w * self.skala, h * self.skala

    # ------------------------------------------------------------------------------------------- measure
    def _buat(self, n: Node, lebar: float, dalam: int, pusat: str, tepi: float = _TEPI) -> _Kotak:
        gaya: Gaya = replace(self.t.bagan, tebal=dalam == 0 or bool(n.sub), rata="tengah" if pusat else "kiri")
        teks = susun((Run(n.teks),), gaya, lebar - 2 * _TEPI)
        sub = susun((Run(n.sub),), replace(gaya, tebal=False), lebar - 2 * _TEPI) if n.sub else None
        tinggi = teks.tinggi + (sub.tinggi + 1 if sub else 0.0) + 2 * tepi
        return _Kotak(teks, sub, lebar, tinggi, dalam, asal=n.asal)

    def _bagan(self, lebar: float, *, gantung: bool) -> tuple[_Kotak, float, float]:
        daun = _jumlah_daun(self.tree.akar, gantung)
        satu = min(max(lebar / max(daun, 1) - _SELA, 78.0), 150.0)

        def bangun(n: Node, dalam: int) -> _Kotak:
            k = self._buat(n, satu, dalam, "tengah")
            k.anak = [bangun(a, dalam + 1) for a in n.anak]
            k.gantung = gantung and len(n.anak) > 1 and not any(a.anak for a in n.anak)
            return k

        akar = bangun(self.tree.akar, 0)
        tinggi_tingkat: dict[int, float] = {}

        def ukur(k: _Kotak) -> None:
            tinggi_tingkat[k.dalam] = max(tinggi_tingkat.get(k.dalam, 0.0), k.tinggi)
            if not k.gantung:
                for a in k.anak:
                    ukur(a)

        ukur(akar)
        for k in _semua(akar):
            if k.dalam in tinggi_tingkat and not _digantung(akar, k):
                k.tinggi = tinggi_tingkat[k.dalam]
        bawah = 0.0

        def letak(k: _Kotak, x: float, y: float) -> float:
            """Place a box and what is below it from x on; returns the width used."""
            nonlocal bawah
            k.y = y
            bawah = max(bawah, y + k.tinggi)
            if k.gantung:
                yb = y + k.tinggi + _TINGKAT * 0.6
                for a in k.anak:
                    a.x, a.y = x + 14, yb
                    yb += a.tinggi + _SELA * 0.7
                    bawah = max(bawah, a.y + a.tinggi)
                k.x = x
                return k.lebar + 14
            if not k.anak:
                k.x = x
                return k.lebar
            pakai = 0.0
            for i, a in enumerate(k.anak):
                pakai += letak(a, x + pakai + (_SELA if i else 0.0), y + k.tinggi + _TINGKAT) + (_SELA if i else 0.0)
            k.x = (k.anak[0].tengah + k.anak[-1].tengah) / 2 - k.lebar / 2
            if k.x < x:
                _geser(k.anak, x - k.x)
                pakai += x - k.x
                k.x = x
            return max(pakai, k.lebar + k.x - x)

        lebar_pakai = letak(akar, 0.0, 0.0)
        return akar, lebar_pakai, bawah

    def _cabang(self, lebar: float) -> tuple[_Kotak, float, float]:
        dalam = _kedalaman(self.tree.akar)
        satu = min(max((lebar - _TINGKAT * (dalam - 1)) / dalam, 70.0), 240.0)
        kolom = [satu] * dalam
        if dalam == 2:
            kolom = [lebar * _AKAR, lebar * (1 - _AKAR) - _TINGKAT]

        def bangun(n: Node, d: int) -> _Kotak:
            k = self._buat(n, kolom[d], d, "", _TEPI if n.anak else _TEPI_DAUN)
            k.anak = [bangun(a, d + 1) for a in n.anak]
            return k

        akar = bangun(self.tree.akar, 0)

        def letak(k: _Kotak, y: float) -> float:
            """Place a box and its branches from y on; returns the height used."""
            k.x = sum(kolom[: k.dalam]) + k.dalam * _TINGKAT
            if not k.anak:
                k.y = y
                return k.tinggi
            pakai = 0.0
            for i, a in enumerate(k.anak):
                sela = (_SELA_DAUN if not a.anak else _SELA * 0.8) if i else 0.0
                pakai += sela + letak(a, y + pakai + sela)
            atas, bawah = k.anak[0], k.anak[-1]
            k.y = (atas.y + bawah.y + bawah.tinggi) / 2 - k.tinggi / 2
            if k.y < y:
                _turun(k.anak, y - k.y)
                pakai = max(pakai + y - k.y, k.tinggi)
                k.y = y
            return max(pakai, k.y + k.tinggi - y)

        tinggi = letak(akar, 0.0)
        return akar, sum(kolom) + (dalam - 1) * _TINGKAT, tinggi

    # ---------------------------------------------------------------------------------------------- draw
    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        x += (lebar - self.lebar) / 2
        with k.ditandai("Figure", self.tree.alt or _lisan(self.tree.akar)), k.skala(self.skala, x, y):
            for kotak in _semua(self.akar):
                self._sambung(k, kotak, x, y)
            for kotak in _semua(self.akar):
                self._kotak(k, kotak, x, y)

    def _sambung(self, k: Kanvas, n: _Kotak, x: float, y: float) -> None:
        if not n.anak:
            return
        if self.tree.gaya == "cabang":
            batang = x + n.x + n.lebar + _TINGKAT / 2
            tengah = y - n.y - n.tinggi / 2
            letak = [y - a.y - a.tinggi / 2 for a in n.anak]
            _garis(k, x + n.x + n.lebar, tengah, batang, tengah)
            _garis(k, batang, max([*letak, tengah]), batang, min([*letak, tengah]))
            for ay, a in zip(letak, n.anak, strict=True):
                _garis(k, batang, ay, x + a.x, ay)
            return
        bawah = y - n.y - n.tinggi
        if n.gantung:
            batang = x + n.x + 6
            _garis(k, batang, bawah, batang, y - n.anak[-1].y - n.anak[-1].tinggi / 2)
            for a in n.anak:
                ay = y - a.y - a.tinggi / 2
                _garis(k, batang, ay, x + a.x, ay)
            return
        mendatar = bawah - _TINGKAT / 2
        _garis(k, x + n.tengah, bawah, x + n.tengah, mendatar)
        tepi = [x + a.tengah for a in n.anak]
        _garis(k, min([*tepi, x + n.tengah]), mendatar, max([*tepi, x + n.tengah]), mendatar)
        for a in n.anak:
            _garis(k, x + a.tengah, mendatar, x + a.tengah, y - a.y)

    def _kotak(self, k: Kanvas, n: _Kotak, x: float, y: float) -> None:
        latar: Warna = self.t.latar_kepala if n.dalam == 0 else PUTIH
        k.kotak(x + n.x, y - n.y, n.lebar, n.tinggi, latar, GARIS_KEPALA, 0.8)
        if n.asal is not None:
            k.hit(x + n.x, y - n.y - n.tinggi, x + n.x + n.lebar, y - n.y, n.asal)
        isi = n.teks.tinggi + (n.sub.tinggi + 1 if n.sub else 0.0)
        yb = y - n.y - (n.tinggi - isi) / 2
        k.teks(n.teks, x + n.x + _TEPI, yb)
        if n.sub is not None:
            k.teks(n.sub, x + n.x + _TEPI, yb - n.teks.tinggi - 1)


def _lisan(n: Node) -> str:
    """A tree in words, for those who cannot see it and when nobody described it."""
    anak = "; ".join(_lisan(a) for a in n.anak)
    return " ".join(s for s in (n.teks, n.sub, f"({anak})" if anak else "") if s)


def _garis(k: Kanvas, x0: float, y0: float, x1: float, y1: float) -> None:
    k.garis(x0, y0, x1, y1, 0.8, GARIS_KEPALA)


def _semua(k: _Kotak) -> list[_Kotak]:
    return [k, *(x for a in k.anak for x in _semua(a))]


def _digantung(akar: _Kotak, cari: _Kotak) -> bool:
    return any(k.gantung and any(a is cari for a in k.anak) for k in _semua(akar))


def _geser(kotak: list[_Kotak], dx: float) -> None:
    for b in kotak:
        for k in _semua(b):
            k.x += dx


def _turun(kotak: list[_Kotak], dy: float) -> None:
    for b in kotak:
        for k in _semua(b):
            k.y += dy


def _jumlah_daun(n: Node, gantung: bool) -> int:
    if not n.anak or (gantung and not any(a.anak for a in n.anak)):
        return 1
    return sum(_jumlah_daun(a, gantung) for a in n.anak)


def _kedalaman(n: Node) -> int:
    return 1 + max((_kedalaman(a) for a in n.anak), default=0)
