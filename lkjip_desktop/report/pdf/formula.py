"""Formulas set as mathematics: fraction bars, lines aligned at their "=", long labels wrapped."""

# ruff: noqa: ARG002 (all boxes answer to the same calls, whatever they need of them)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lkjip_desktop.report.blocks import Formula, Frac, Run, Runs, Suku
from lkjip_desktop.report.pdf.flowables import Kotak
from lkjip_desktop.report.pdf.lines import Teks, lebar_teks, susun
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import TINTA, Gaya, Tata

_PECAHAN_MAKS = 0.62  # widest fraction as part of the room


class _Bagian:
    """A term: text, or numerator over denominator; heights above and below the axis of the line."""

    def __init__(self, suku: Suku, gaya: Gaya, ruang: float, resolusi: Callable[[Runs], Runs]) -> None:
        self.gaya = gaya
        if isinstance(suku, Frac):
            kecil = replace(gaya, rata="tengah", jarak=gaya.jarak * 0.96)
            isi_atas, isi_bawah = resolusi(suku.atas), resolusi(suku.bawah)
            alami = max(lebar_teks(isi_atas, kecil), lebar_teks(isi_bawah, kecil))
            lebar = min(alami, ruang * _PECAHAN_MAKS)
            # Balanced lines: no wider than the widest line that the room gives.
            lebar = max(susun(isi_atas, kecil, lebar).terlebar, susun(isi_bawah, kecil, lebar).terlebar) + 0.1
            self.atas: Teks | None = susun(isi_atas, kecil, lebar)
            self.bawah = susun(isi_bawah, kecil, lebar)
            self.lebar = lebar + 6
            self.naik, self.turun = self.atas.tinggi + 1.5, self.bawah.tinggi + 1.5
        else:
            isi = resolusi(suku)
            self.atas = None
            self.bawah = susun(isi, replace(gaya, rata="kiri"), min(lebar_teks(isi, gaya) + 0.1, ruang))
            self.lebar = self.bawah.terlebar
            self.naik = self.turun = self.bawah.tinggi / 2

    def gambar(self, k: Kanvas, x: float, sumbu: float) -> None:
        if self.atas is None:
            k.teks(self.bawah, x, sumbu + self.bawah.tinggi / 2)
            return
        k.teks(self.atas, x + 3, sumbu + 1.5 + self.atas.tinggi)
        k.teks(self.bawah, x + 3, sumbu - 1.5)
        k.garis(x, sumbu, x + self.lebar, sumbu, 0.6, TINTA)


def _lisan(f: Formula, resolusi: Callable[[Runs], Runs]) -> str:
    """The lines as one says them: "Realisasi = 629 dibagi 1277 × 100% = 49,26%"."""

    def teks(isi: Runs) -> str:
        return "".join(r.teks for r in resolusi(isi)).strip()

    baris = []
    for kiri, suku in f.baris:
        isi = " ".join(f"{teks(s.atas)} dibagi {teks(s.bawah)}" if isinstance(s, Frac) else teks(s) for s in suku)
        baris.append(f"{kiri} = {isi.removeprefix('=').strip()}".strip())
    return "; ".join(baris)


class Rumus(Kotak):
    """A block of formula lines with an optional note below."""

    def __init__(self, f: Formula, lebar: float, t: Tata, resolusi: Callable[[Runs], Runs]) -> None:
        gaya = t.rumus
        self.sebelum = self.sesudah = gaya.ukuran * 0.7
        self.sela = gaya.ukuran * 0.55
        inden = t.isi.awal
        kiri_maks = (lebar - inden) * 0.36
        self.tanda = susun((Run("="),), gaya, 100.0)
        self.lisan = _lisan(f, resolusi)
        kiri_lebar = min(max((lebar_teks((Run(a),), gaya) for a, _ in f.baris), default=0.0), kiri_maks)
        self.x_kiri = inden
        self.x_tanda = inden + (kiri_lebar + 6 if kiri_lebar else 0.0)
        self.x_suku = self.x_tanda + self.tanda.terlebar + 6
        ruang = lebar - self.x_suku
        self.baris: list[tuple[Teks | None, bool, list[list[_Bagian]]]] = []
        for kiri, suku in f.baris:
            polos = bool(suku) and _mulai_sama_dengan(suku[0])
            bagian = [_Bagian(s, gaya, ruang, resolusi) for s in (_tanpa_tanda(suku) if polos else suku)]
            teks_kiri = susun((Run(kiri),), gaya, kiri_lebar + 0.1) if kiri else None
            self.baris.append((teks_kiri, bool(suku), _lipat(bagian, ruang, gaya.ukuran * 0.4)))
        self.catatan = (
            susun((Run(f.keterangan),), replace(t.kecil, rata="kiri"), lebar - inden) if f.keterangan else None
        )
        self.tinggi_baris = [self._tinggi(b) for b in self.baris]
        self.tinggi = sum(self.tinggi_baris) + self.sela * max(0, len(self.baris) - 1)
        if self.catatan is not None:
            self.tinggi += self.catatan.tinggi + self.sela
        self.celah = gaya.ukuran * 0.4

    def _tinggi(self, b: tuple[Teks | None, bool, list[list[_Bagian]]]) -> float:
        kiri, _, lipatan = b
        naik, turun = _naik_turun(lipatan[0] if lipatan else [])
        if kiri is not None:
            naik, turun = max(naik, kiri.tinggi / 2), max(turun, kiri.tinggi / 2)
        return naik + turun + sum(sum(_naik_turun(baris)) + self.sela * 0.5 for baris in lipatan[1:])

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        with k.ditandai("Formula", self.lisan):
            self._gambar(k, x, y)

    def _gambar(self, k: Kanvas, x: float, y: float) -> None:
        for (kiri, ada, lipatan), tinggi in zip(self.baris, self.tinggi_baris, strict=True):
            naik, turun = _naik_turun(lipatan[0] if lipatan else [])
            if kiri is not None:
                naik, turun = max(naik, kiri.tinggi / 2), max(turun, kiri.tinggi / 2)
            sumbu = y - naik
            if kiri is not None:
                k.teks(kiri, x + self.x_kiri, sumbu + kiri.tinggi / 2)
            if ada:
                k.teks(self.tanda, x + self.x_tanda, sumbu + self.tanda.tinggi / 2)
            yb = sumbu
            for i, baris in enumerate(lipatan):
                if i:
                    n, _ = _naik_turun(baris)
                    yb -= turun + self.sela * 0.5 + n
                _, turun = _naik_turun(baris) if i else (0.0, turun)
                bx = x + self.x_suku
                for b in baris:
                    b.gambar(k, bx, yb)
                    bx += b.lebar + self.celah
            y -= tinggi + self.sela
        if self.catatan is not None:
            k.teks(self.catatan, x + self.x_kiri, y)


def _naik_turun(baris: list[_Bagian]) -> tuple[float, float]:
    return max((b.naik for b in baris), default=0.0), max((b.turun for b in baris), default=0.0)


def _lipat(bagian: list[_Bagian], ruang: float, celah: float) -> list[list[_Bagian]]:
    """Terms in rows no wider than the room."""
    hasil: list[list[_Bagian]] = [[]]
    x = 0.0
    for b in bagian:
        if hasil[-1] and x + b.lebar > ruang + 0.2:
            hasil.append([])
            x = 0.0
        hasil[-1].append(b)
        x += b.lebar + celah
    return hasil


def _mulai_sama_dengan(s: Suku) -> bool:
    return not isinstance(s, Frac) and "".join(r.teks for r in s).lstrip().startswith("=")


def _tanpa_tanda(suku: tuple[Suku, ...]) -> tuple[Suku, ...]:
    """Terms without a leading "=", which is drawn in its own column."""
    pertama = suku[0]
    assert not isinstance(pertama, Frac)
    hasil: list[Run] = []
    buang = True
    for r in pertama:
        teks = r.teks
        if buang:
            teks = teks.lstrip()
            if teks.startswith("="):
                teks, buang = teks[1:].lstrip(), False
        hasil.append(replace(r, teks=teks))
    return (tuple(hasil), *suku[1:]) if any(r.teks or r.rujuk for r in hasil) else suku[1:]
