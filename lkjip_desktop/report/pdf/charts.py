"""Charts drawn as vectors: bars, horizontal bars, lines, with values, legend and reference line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor, log10

from lkjip_desktop.core.angka import angka
from lkjip_desktop.report.blocks import Chart, Run
from lkjip_desktop.report.pdf.chart_marks import Corak, corak, isi_kotak, penanda
from lkjip_desktop.report.pdf.flowables import Kotak
from lkjip_desktop.report.pdf.fonts import muka
from lkjip_desktop.report.pdf.lines import Teks, lebar_kata, susun
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import Gaya, Tata, Warna

_TINGGI = 138.0  # of the plot of an upright chart
_RENDAH = 84.0  # of one with little to see
_TERENDAH = 92.0  # to which it may be lowered to fill a page
_PENUH = 0.94  # part of the axis from which a bar's value needs room above
_PITA_SELA = 0.4  # least room between the names of a lowered horizontal chart
_KELOMPOK = 0.74  # part of a category's room that its bars fill
_BATANG_MAKS = 34.0
_MENDATAR = 11.0  # usual thickness of a horizontal bar


@dataclass(frozen=True, slots=True)
class Sumbu:
    """The axis of values: ends, ticks with their text, note on the unit."""

    dari: float
    sampai: float
    tanda: tuple[tuple[float, str], ...]
    satuan: str

    def letak(self, v: float, panjang: float) -> float:
        """Distance of a value from the axis' beginning."""
        return (v - self.dari) / (self.sampai - self.dari) * panjang


def sumbu(c: Chart) -> Sumbu:
    """Round ticks over all values and the reference; zero is always on a bar chart's axis.

    Lines that all run far above zero get an axis that begins near them, so that they do not lie on each other.
    """
    nilai = [float(v) for s in c.seri for v in s.nilai if v is not None]
    tertinggi = max(nilai, default=0.0)
    if c.acuan is not None:
        nilai.append(float(c.acuan))
    atas, bawah = max([*nilai, 0.0]), min([*nilai, 0.0])
    if c.jenis == "garis" and nilai and min(nilai) > 0.35 * atas:
        bawah = max(0.0, min(nilai) - 0.12 * (atas - min(nilai)) - 0.02 * atas)
    if atas == bawah:
        atas = bawah + 1.0
    langkah = _langkah((atas - bawah) / 5)
    i, j = floor(bawah / langkah + 1e-9), -floor(-atas / langkah + 1e-9)
    if c.jenis == "batang" and c.acuan is not None and tertinggi > j * langkah * _PENUH:
        j += 1  # room above the reference line for the values of bars that end near it
    skala, kata = 1, ""
    for besar, nama in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta")):
        if max(abs(atas), abs(bawah)) >= besar:
            skala, kata = besar, nama
            break
    satuan = " ".join(s for s in (kata, c.satuan) if s)
    tanda = tuple(
        (n * langkah, angka(Fraction(n * langkah).limit_denominator(10**9) / skala, 3)) for n in range(i, j + 1)
    )
    return Sumbu(i * langkah, j * langkah, tanda, satuan)


def _langkah(kasar: float) -> float:
    """The next round step: 1, 2, 2.5 or 5 times a power of ten."""
    pangkat = 10.0 ** floor(log10(kasar))
    return next((f * pangkat for f in (1.0, 2.0, 2.5, 5.0) if kasar <= f * pangkat * 1.0001), 10.0 * pangkat)


class KotakGrafik(Kotak):
    """A chart as wide as the text."""

    def __init__(self, c: Chart, lebar: float, t: Tata, plot: float = 0.0) -> None:
        self.plot = plot or (_RENDAH if c.rendah else _TINGGI)  # height of the plot of an upright chart
        self.c, self.t, self.lebar = c, t, lebar
        self.gaya = t.bagan
        self.kecil = replace(t.bagan_kecil, warna=t.bagan.warna)
        self.corak = corak(c.seri, t.aksen, t.seri, t.cat)
        self.sumbu = sumbu(c)
        self.n = max([len(c.kategori), 1, *(len(s.nilai) for s in c.seri)])
        self.mendatar = c.jenis == "baring" or (c.jenis == "batang" and not self._tegak_muat())
        self.legenda = self._legenda()
        self.tinggi_legenda = sum(map(_tinggi_legenda, self.legenda)) + 6 if self.legenda else 0.0
        if self.mendatar:
            self._ukur_mendatar()
        else:
            self._ukur_tegak()

    def susutkan(self, sisa: float) -> Kotak | None:
        if self.mendatar:
            return self._tipiskan(sisa)
        plot = self.plot - (self.tinggi - sisa)
        if plot < min(_TERENDAH, self.plot):
            return None
        kecil = KotakGrafik(self.c, self.lebar, self.t, plot)
        kecil.jangkar = self.jangkar
        return kecil

    def _tipiskan(self, sisa: float) -> Kotak | None:
        """The bars thinner and closer with smaller names, as far as those leave room."""
        bagian = 1 - (self.tinggi - sisa) / sum(self.pita)
        gaya = replace(self.kecil, rata="kanan")
        nama = [susun((Run(self._kategori(i)),), gaya, self.kiri - 8) for i in range(self.n)]
        if any(p * bagian < t.tinggi + _PITA_SELA for p, t in zip(self.pita, nama, strict=True)):
            return None
        kecil = KotakGrafik(self.c, self.lebar, self.t)
        kecil.nama = nama
        kecil.pita = [p * bagian for p in self.pita]
        kecil.tebal = self.tebal * bagian
        kecil.tinggi = self.tinggi - sum(self.pita) * (1 - bagian)
        kecil.jangkar = self.jangkar
        return kecil

    def _kategori(self, i: int) -> str:
        return self.c.kategori[i] if i < len(self.c.kategori) else ""

    def _tegak_muat(self) -> bool:
        """Whether category names stand below upright bars without breaking words."""
        ruang = (self.lebar - self._kiri_tegak()) / self.n
        return ruang >= 14 * max(1, len(self.c.seri)) * 0.6 and all(
            lebar_kata((Run(k),), self.kecil) <= ruang - 2 for k in self.c.kategori
        )

    def _kiri_tegak(self) -> float:
        m = muka(self.gaya.keluarga)
        return max(m.lebar(s) for _, s in self.sumbu.tanda) * self.kecil.ukuran + 8

    def _ukur_tegak(self) -> None:
        self.kiri = self._kiri_tegak()
        self.kanan = 6.0
        if self.c.acuan is not None:
            self.kanan = muka(self.gaya.keluarga).lebar(_angka(self.c.acuan)) * self.kecil.ukuran + 8
        ruang = (self.lebar - self.kiri - self.kanan) / self.n
        gaya = self.gaya if all(lebar_kata((Run(k),), self.gaya) <= ruang - 4 for k in self.c.kategori) else self.kecil
        self.nama = [susun((Run(self._kategori(i)),), gaya, max(ruang - 4, 4.0)) for i in range(self.n)]
        self.kaki = max(t.tinggi for t in self.nama) + 5
        self.kepala = 20.0 if self.sumbu.satuan else 14.0
        self.tinggi = self.kepala + self.plot + self.kaki + self.tinggi_legenda

    def _ukur_mendatar(self) -> None:
        gaya = replace(self.gaya, rata="kanan")
        lebar_nama = min(
            self.lebar * 0.42, max((susun((Run(k),), gaya, 1e4).terlebar for k in self.c.kategori), default=0.0) + 0.2
        )
        tebal = _MENDATAR if self.n * len(self.c.seri) <= 40 else 6.5
        self.nama = [susun((Run(self._kategori(i)),), gaya, max(lebar_nama, 20.0)) for i in range(self.n)]
        if self.n > 30:
            kecil = replace(self.kecil, rata="kanan")
            self.nama = [susun((Run(self._kategori(i)),), kecil, max(lebar_nama, 20.0)) for i in range(self.n)]
        self.kiri = lebar_nama + 8
        m = muka(self.gaya.keluarga)
        label = [s for seri in self.c.seri for s in seri.label]
        self.kanan = max((m.lebar(s) for s in label), default=2.0) * self.kecil.ukuran + 8
        sela = tebal * (1 / _KELOMPOK - 1) * max(1, len(self.c.seri))
        self.pita = [max(t.tinggi + 3, tebal * max(1, len(self.c.seri)) + sela) for t in self.nama]
        self.tebal = tebal
        self.kepala = 16.0 if self.c.acuan is not None else 6.0
        self.kaki = 14.0 + (self.kecil.jarak if self.sumbu.satuan else 0.0)
        self.tinggi = self.kepala + sum(self.pita) + self.kaki + self.tinggi_legenda

    def _legenda(self) -> list[list[tuple[int, Teks, float]]]:
        """Rows of the legend: (series, name, width)."""
        if len(self.c.seri) < 2 and not (self.c.seri and self.c.seri[0].nama):
            return []
        baris: list[list[tuple[int, Teks, float]]] = [[]]
        x = 0.0
        gaya = replace(self.gaya, rata="kiri")
        for i, s in enumerate(self.c.seri):
            nama = susun((Run(s.nama),), gaya, self.lebar - 34)
            w = nama.terlebar + 34
            if baris[-1] and x + w > self.lebar:
                baris.append([])
                x = 0.0
            baris[-1].append((i, nama, w))
            x += w
        return baris

    # ---------------------------------------------------------------------------------------------- draw
    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        x += (lebar - self.lebar) / 2
        with k.ditandai("Figure", self.c.alt or _lisan(self.c)):
            if self.mendatar:
                self._mendatar(k, x, y)
            else:
                self._tegak(k, x, y)
            self._gambar_legenda(k, x, y - self.tinggi + self.tinggi_legenda - 4)

    def _tegak(self, k: Kanvas, x: float, y: float) -> None:
        x0, x1 = x + self.kiri, x + self.lebar - self.kanan
        y1 = y - self.kepala
        y0 = y1 - self.plot
        for v, teks in self.sumbu.tanda:
            ty = y0 + self.sumbu.letak(v, self.plot)
            k.garis(x0, ty, x1, ty, 0.4, self.t.cat.kisi)
            k.string(teks, x0 - 4, ty - self.kecil.ukuran * 0.35, self.kecil, "kanan")
        if self.sumbu.satuan:
            k.string(f"({self.sumbu.satuan})", x, y - self.kecil.ukuran, self.kecil)
        ruang = (x1 - x0) / self.n
        nol = y0 + self.sumbu.letak(max(0.0, self.sumbu.dari), self.plot)
        if self.c.jenis != "garis":
            self._batang(k, x0, y0, nol, ruang)
        k.garis(x0, nol, x1, nol, 0.9, self.t.cat.sumbu)
        k.garis(x0, y0, x0, y1, 0.9, self.t.cat.sumbu)
        if self.c.acuan is not None:
            ya = y0 + self.sumbu.letak(float(self.c.acuan), self.plot)
            k.garis(x0, ya, x1, ya, 1.0, self.t.cat.acuan, (4, 3))
            k.string(_angka(self.c.acuan), x1 + 3, ya - self.kecil.ukuran * 0.35, replace(self.kecil, tebal=True))
        if self.c.jenis == "garis":
            self._garis_seri(k, x0, y0, ruang)
        else:
            self._label_batang(k, x0, y0, nol, ruang)
        for i, t in enumerate(self.nama):
            k.teks(t, x0 + ruang * i + (ruang - t.lebar) / 2, y0 - 4)

    def _batang(self, k: Kanvas, x0: float, y0: float, nol: float, ruang: float) -> None:
        banyak = max(1, len(self.c.seri))
        w = min(ruang * _KELOMPOK / banyak, _BATANG_MAKS)
        for i in range(self.n):
            mulai = x0 + ruang * i + (ruang - w * banyak) / 2
            for j, (s, c) in enumerate(zip(self.c.seri, self.corak, strict=True)):
                v = s.nilai[i] if i < len(s.nilai) else None
                if v is not None:
                    yv = y0 + self.sumbu.letak(float(v), self.plot)
                    isi_kotak(k, c, mulai + w * (j + 0.06), max(yv, nol), w * 0.88, abs(yv - nol))

    def _label_batang(self, k: Kanvas, x0: float, y0: float, nol: float, ruang: float) -> None:
        banyak = max(1, len(self.c.seri))
        w = min(ruang * _KELOMPOK / banyak, _BATANG_MAKS)
        gaya, tegak = self._gaya_label(w)
        for i in range(self.n):
            mulai = x0 + ruang * i + (ruang - w * banyak) / 2
            for j, s in enumerate(self.c.seri):
                v = s.nilai[i] if i < len(s.nilai) else None
                label = (s.label[i] if i < len(s.label) else "") or ("-" if v is None else "")
                atas = nol if v is None else max(nol, y0 + self.sumbu.letak(float(v), self.plot))
                tengah = mulai + w * (j + 0.5)
                if label and tegak:
                    with k.putar(90, tengah + gaya.ukuran * 0.35, atas + 2.5):
                        _berlatar(
                            k, self.t.cat.latar, label, muka(gaya.keluarga).lebar(label) * gaya.ukuran / 2, 0, gaya
                        )
                elif label:
                    _berlatar(k, self.t.cat.latar, label, tengah, atas + 2.5, gaya)

    def _gaya_label(self, ruang: float) -> tuple[Gaya, bool]:
        """Size of value labels over bars, and whether they must stand upright."""
        m = muka(self.gaya.keluarga)
        terlebar = max((m.lebar(s) for seri in self.c.seri for s in seri.label), default=0.0)
        for g in (self.gaya, self.kecil, replace(self.kecil, ukuran=self.kecil.ukuran * 0.86)):
            # Labels of neighbouring bars need a gap; a bar that stands alone has room on both sides.
            if terlebar * g.ukuran <= ruang + (1.5 if len(self.c.seri) == 1 else -1.5):
                return g, False
        return self.kecil, True

    def _garis_seri(self, k: Kanvas, x0: float, y0: float, ruang: float) -> None:
        letak: list[list[tuple[float, float, str, Corak]]] = [[] for _ in range(self.n)]
        for s, c in zip(self.c.seri, self.corak, strict=True):
            jalur: list[tuple[float, float]] = []
            for i in range(self.n):
                v = s.nilai[i] if i < len(s.nilai) else None
                if v is None:
                    self._jalur(k, jalur, c)
                    jalur = []
                    continue
                titik = (x0 + ruang * (i + 0.5), y0 + self.sumbu.letak(float(v), self.plot))
                jalur.append(titik)
                letak[i].append((*titik, s.label[i] if i < len(s.label) else "", c))
            self._jalur(k, jalur, c)
        gaya, langkah = self._label_garis(ruang)
        m = muka(gaya.keluarga)
        for i, titik_titik in enumerate(letak):
            dipakai: list[float] = []
            for px, py, label, c in sorted(titik_titik, key=lambda p: -p[1]):
                penanda(k, c, px, py)
                if label and (self.n - 1 - i) % langkah == 0:
                    ty = self._luang(py, dipakai, [p[1] for p in titik_titik])
                    dipakai.append(ty)
                    separuh = m.lebar(label) * gaya.ukuran / 2
                    tepi = max(x0 + ruang * self.n - separuh, x0 + separuh)
                    _berlatar(k, self.t.cat.latar, label, min(max(px, x0 + separuh), tepi), ty, gaya)

    def _label_garis(self, ruang: float) -> tuple[Gaya, int]:
        """Size of value labels on lines, and how many points share one: labels that are too wide for their point are
        left to every second one, third one... counted from the last; the table beside the chart has them all."""
        m = muka(self.gaya.keluarga)
        terlebar = max((m.lebar(s) for seri in self.c.seri for s in seri.label), default=0.0)
        sempit = replace(self.kecil, ukuran=self.kecil.ukuran * 0.86)
        for g in (self.kecil, sempit):
            if terlebar * g.ukuran + 3 <= ruang:
                return g, 1
        return sempit, ceil((terlebar * sempit.ukuran + 3) / ruang)

    def _luang(self, py: float, dipakai: list[float], titik: list[float]) -> float:
        """Base line of a label near its point that meets neither another label nor another marker."""
        tinggi = self.kecil.ukuran
        for geser in (4.5, -tinggi - 3.5, 4.5 + tinggi, -2 * tinggi - 3.5, 4.5 + 2 * tinggi):
            ty = py + geser
            if all(abs(ty - d) >= tinggi for d in dipakai) and all(
                not ty - 2.5 < p < ty + tinggi for p in titik if p != py
            ):
                return ty
        return py + 4.5

    @staticmethod
    def _jalur(k: Kanvas, jalur: list[tuple[float, float]], c: Corak) -> None:
        if len(jalur) > 1:
            k.jalur(jalur, c.warna, 1.3, putus=c.putus)

    def _mendatar(self, k: Kanvas, x: float, y: float) -> None:
        x0, x1 = x + self.kiri, x + self.lebar - self.kanan
        panjang = x1 - x0
        y1 = y - self.kepala
        y0 = y1 - sum(self.pita)
        for tv, teks in self.sumbu.tanda:
            tx = x0 + self.sumbu.letak(tv, panjang)
            k.garis(tx, y0, tx, y1, 0.4, self.t.cat.kisi)
            k.string(teks, tx, y0 - 3 - self.kecil.ukuran, self.kecil, "tengah")
        if self.sumbu.satuan:
            k.string(
                f"({self.sumbu.satuan})", (x0 + x1) / 2, y0 - 3 - self.kecil.ukuran - self.kecil.jarak, self.kecil,
                "tengah",
            )  # fmt: skip
        nol = x0 + self.sumbu.letak(max(0.0, self.sumbu.dari), panjang)
        yb = y1
        label_: list[tuple[str, float, float]] = []
        for i, (nama, pita) in enumerate(zip(self.nama, self.pita, strict=True)):
            k.teks(nama, x0 - 6 - nama.lebar, yb - (pita - nama.tinggi) / 2)
            by = yb - (pita - self.tebal * len(self.c.seri)) / 2
            for s, c in zip(self.c.seri, self.corak, strict=True):
                v = s.nilai[i] if i < len(s.nilai) else None
                label = s.label[i] if i < len(s.label) else ""
                dasar = by - self.tebal / 2 - self.kecil.ukuran * 0.35
                if v is None:
                    label_.append((label or "-", nol + 4, dasar))
                else:
                    xv = x0 + self.sumbu.letak(float(v), panjang)
                    isi_kotak(k, c, min(xv, nol), by - self.tebal * 0.07, abs(xv - nol), self.tebal * 0.86)
                    label_.append((label, max(xv, nol) + 4, dasar))
                by -= self.tebal
            yb -= pita
        k.garis(nol, y0, nol, y1, 0.9, self.t.cat.sumbu)
        if self.c.acuan is not None:
            xa = x0 + self.sumbu.letak(float(self.c.acuan), panjang)
            k.garis(xa, y0, xa, y1 + 3, 1.0, self.t.cat.acuan, (4, 3))
            k.string(_angka(self.c.acuan), xa, y1 + 5, replace(self.kecil, tebal=True), "tengah")
        m = muka(self.kecil.keluarga)
        for teks, lx, ly in label_:
            if teks:
                _berlatar(k, self.t.cat.latar, teks, lx + m.lebar(teks) * self.kecil.ukuran / 2, ly, self.kecil)

    def _gambar_legenda(self, k: Kanvas, x: float, y: float) -> None:
        for baris in self.legenda:
            bx = x + (self.lebar - sum(w for _, _, w in baris)) / 2
            for i, nama, w in baris:
                tengah = y - self.gaya.jarak / 2
                c = self.corak[i]
                if self.c.jenis == "garis":
                    k.jalur([(bx, tengah), (bx + 18, tengah)], c.warna, 1.3, putus=c.putus)
                    penanda(k, c, bx + 9, tengah)
                else:
                    isi_kotak(k, c, bx, tengah + 3.6, 16, 7.2)
                k.teks(nama, bx + 22, y)
                bx += w
            y -= _tinggi_legenda(baris)


def _berlatar(k: Kanvas, latar: Warna, teks: str, x: float, y: float, gaya: Gaya) -> None:
    """A value label in the middle of x on a ground of its own, so that no line crosses its figures."""
    w = muka(gaya.keluarga).lebar(teks) * gaya.ukuran
    k.kotak(x - w / 2 - 0.6, y + gaya.ukuran * 0.76, w + 1.2, gaya.ukuran * 0.82, latar)
    k.string(teks, x, y, gaya, "tengah")


def _tinggi_legenda(baris: list[tuple[int, Teks, float]]) -> float:
    return max(nama.tinggi for _, nama, _ in baris)


def _lisan(c: Chart) -> str:
    """A chart in words, for those who cannot see it and when nobody described it."""
    bagian = []
    for s in c.seri:
        label = [*s.label, *[""] * len(c.kategori)]
        isi = (f"{k} {label[i] or '-'}" for i, k in enumerate(c.kategori))
        bagian.append(f"{s.nama}: {', '.join(isi)}")
    return f"Grafik. {'; '.join(bagian)}."


def _angka(v: Fraction) -> str:
    return angka(v, 2)
