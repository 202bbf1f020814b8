"""Boxes put on pages: breaks, page numbers, running heads, watermark and code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from lkjip_desktop.core.angka import romawi
from lkjip_desktop.report.blocks import Document, Kertas
from lkjip_desktop.report.pdf.flowables import Kotak, Susut, awal_rantai
from lkjip_desktop.report.pdf.lines import satu_baris
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.style import ABU, CAP_AIR, MM, Gaya, Tata


@dataclass(frozen=True, slots=True)
class BagianBaru:
    """From the next page on other rules (see blocks.Part)."""

    nomor: Literal["", "romawi", "arab"] = ""
    mulai: int | None = None
    lanskap: bool = False
    kepala: bool = True
    kode: str = ""


@dataclass(frozen=True, slots=True)
class HalamanBaru:
    """A page break; `kanan` = go on on a right-hand page. `bab`: the page opens a chapter."""

    kanan: bool = False
    bab: bool = False


@dataclass(frozen=True, slots=True)
class SatuHalaman:
    """A box that has a page of its own and draws on the whole sheet (cover)."""

    kotak: Kotak


#: Part of a page that a figure may leave empty before text is put there.
_SENJANG = 0.14
#: Points by which the end of a chapter may run below the text area (two lines), rather than open a page for them.
_LEBIH = 28.0

Aliran = Kotak | BagianBaru | HalamanBaru | SatuHalaman


@dataclass(slots=True)
class Halaman:
    """One page: its rules, number and boxes with their places."""

    bagian: BagianBaru
    nomor: str  # as printed
    urut: int
    kiri: bool = False  # a left-hand page of an opened book
    isi: list[tuple[Kotak, float]] = field(default_factory=list)  # box, upper edge
    bab: bool = False
    penuh: Kotak | None = None  # drawn over the whole sheet


@dataclass(frozen=True, slots=True)
class Bidang:
    """The text area of a sheet, in points."""

    lebar_kertas: float
    tinggi_kertas: float
    kiri: float
    kanan: float
    atas: float
    bawah: float

    @property
    def lebar(self) -> float:
        return self.kanan - self.kiri

    @property
    def tinggi(self) -> float:
        return self.atas - self.bawah


def bidang(kertas: Kertas, lanskap: bool, kiri: bool = False) -> Bidang:
    """The text area; a turned page keeps the binding margin on the bound edge, which is then its upper one. On a
    left-hand page (`kiri`) of a paper printed on both sides the bound edge is the other one."""
    w, h = kertas.lebar_mm * MM, kertas.tinggi_mm * MM
    jilid, luar = kertas.margin_kiri * MM, kertas.margin_kanan * MM
    if kiri and kertas.cermin:
        jilid, luar = luar, jilid
    if lanskap:
        return Bidang(h, w, kertas.margin_bawah * MM, h - kertas.margin_atas * MM, w - jilid, luar)
    return Bidang(
        w,
        h,
        jilid,
        w - luar,
        h - kertas.margin_atas * MM,
        kertas.margin_bawah * MM,
    )


class Penyusun:
    """Puts boxes on pages, one after the other."""

    def __init__(self, kertas: Kertas, periksa_batal: Callable[[], None]) -> None:
        self.kertas = kertas
        self.halaman: list[Halaman] = []
        self.entri: dict[int, int] = {}  # entry of the numbering -> page
        self._bagian = BagianBaru()
        self._nomor = 0
        self._y = 0.0
        self._lalu: Kotak | None = None
        self._buka = False
        self._bab = False
        self._batal = periksa_batal

    @property
    def _bidang(self) -> Bidang:
        return bidang(self.kertas, self._bagian.lanskap, len(self.halaman) % 2 == 0)

    def susun(self, aliran: Iterable[Aliran]) -> None:
        """Lay out everything."""
        antre = list(aliran)[::-1]
        while antre:
            a = antre.pop()
            if isinstance(a, BagianBaru):
                if a.lanskap and self._mendahului(a, antre):
                    continue
                self._tutup()
                self._bagian = a
                if a.mulai is not None:
                    self._nomor = a.mulai - 1
            elif isinstance(a, HalamanBaru) and a.bab and self._hampa():
                self.halaman[-1].bab = True  # the part that was just opened has no title of its own
            elif isinstance(a, HalamanBaru):
                self._tutup()
                if a.kanan and len(self.halaman) % 2:
                    self._halaman()
                    self._tutup()
                self._bab = a.bab
            elif isinstance(a, SatuHalaman):
                self._tutup()
                self._halaman().penuh = a.kotak
                self._tutup()
            else:
                self._taruh(a, antre)

    def _taruh(self, b: Kotak, antre: list[Aliran]) -> None:
        area = self._bidang
        hal = self.halaman[-1] if self._buka else self._halaman()
        sela = max(self._lalu.sesudah, b.sebelum) if self._lalu else 0.0
        sisa = self._y - sela - area.bawah
        if self._lalu is not None:
            rantai = [b]
            while rantai[-1].ikut and len(antre) >= len(rantai) and len(rantai) < 12:
                lanjut = antre[-len(rantai)]
                if not isinstance(lanjut, Kotak):
                    break
                rantai.append(lanjut)
            perlu = awal_rantai(rantai, area.tinggi)
            if perlu > sisa and self._habis(b, antre, sisa + _LEBIH):
                self._letak(hal, b, sela)
                return
            if perlu > sisa + 0.01 and perlu <= area.tinggi + 0.01:
                kecil = b.susutkan(sisa) if len(rantai) == 1 else None
                if kecil is not None:
                    self._letak(hal, kecil, sela)
                    return
                if b.apung and self._dahulukan(b, antre, sisa, area.tinggi):
                    return
                self._tutup()
                antre.append(b)
                return
        if b.tinggi <= sisa + 0.01 or (self._lalu is not None and self._habis(b, antre, sisa + _LEBIH)):
            self._letak(hal, b, sela)
            return
        belahan = b.belah(sisa, area.tinggi)
        if belahan is not None:
            self._letak(hal, belahan[0], sela)
            self._tutup()
            antre.append(belahan[1])
        elif self._lalu is not None:
            self._tutup()
            antre.append(b)
        else:
            self._letak(hal, Susut(b, sisa), sela)

    def _mendahului(self, a: BagianBaru, antre: list[Aliran]) -> bool:
        """Let what stands behind turned pages fill the upright page before them: text up to the next heading of the
        first level, and nothing that has a number of its own."""
        area = self._bidang
        sisa = self._y - area.bawah
        if not self._buka or self._bagian.lanskap or a.mulai is not None or sisa < area.tinggi * _SENJANG:
            return False
        akhir = next((i for i in range(len(antre) - 1, -1, -1) if not isinstance(antre[i], Kotak)), -1)
        tegak = antre[akhir] if akhir >= 0 else None
        if not isinstance(tegak, BagianBaru) or tegak != replace(self._bagian, mulai=None):
            return False  # other rules begin there
        isi: list[Kotak] = []
        tinggi_isi, lalu = 0.0, self._lalu
        for b in reversed(antre[:akhir]):
            if not isinstance(b, Kotak) or b.apung or b.bernomor or b.pembatas > 1:
                break
            tinggi_isi += (max(lalu.sesudah, b.sebelum) if lalu is not None else 0.0) + b.tinggi
            if tinggi_isi > sisa:
                break
            isi.append(b)
            lalu = b
        while isi and isi[-1].ikut:
            isi.pop()
        if not isi:
            return False
        miring = antre[akhir:]
        antre[akhir - len(isi) :] = [*miring, a, *reversed(isi)]
        return True

    def _dahulukan(self, b: Kotak, antre: list[Aliran], sisa: float, penuh: float) -> bool:
        """Let text that follows a figure fill the page that it leaves, when that page would show a wide gap.

        Only whole boxes up to the next heading of an indicator or a higher one, and never past another figure, so that
        figures and tables keep their order.
        """
        if sisa < penuh * _SENJANG:
            return False
        lebih, tinggi_isi, lalu = 0, 0.0, self._lalu
        while lebih < len(antre):
            a = antre[-1 - lebih]
            if not isinstance(a, Kotak) or a.apung or a.pembatas:
                break
            tinggi_isi += (max(lalu.sesudah, a.sebelum) if lalu is not None else 0.0) + a.tinggi
            if tinggi_isi > sisa:
                break
            lebih, lalu = lebih + 1, a
        lebih = self._utuh(antre, lebih)
        while lebih and getattr(antre[-lebih], "ikut", False):
            lebih -= 1  # a heading stays with its text
        if not lebih:
            return False
        isi = antre[-lebih:]
        del antre[-lebih:]
        antre += [b, *isi]
        return True

    @staticmethod
    def _utuh(antre: list[Aliran], banyak: int) -> int:
        """How many of the next boxes pass a figure so that it never stands amid what belongs to a later heading."""
        sesudah = antre[-1 - banyak] if banyak < len(antre) else None
        if not isinstance(sesudah, Kotak) or sesudah.bertajuk:
            return banyak
        judul = [n for n in range(banyak) if getattr(antre[-1 - n], "bertajuk", False)]
        return judul[-1] if judul else banyak

    @staticmethod
    def _habis(b: Kotak, antre: list[Aliran], ruang: float) -> bool:
        """Whether all that is left of the chapter goes into a room: its last page shall not hold two lines alone."""
        tinggi_isi, lalu = b.tinggi, b
        for a in reversed(antre):
            if tinggi_isi > ruang:
                return False
            if not isinstance(a, Kotak):
                break
            tinggi_isi += max(lalu.sesudah, a.sebelum) + a.tinggi
            lalu = a
        return tinggi_isi <= ruang

    def _letak(self, hal: Halaman, b: Kotak, sela: float) -> None:
        self._y -= sela
        hal.isi.append((b, self._y))
        for n in b.jangkar:
            self.entri.setdefault(n, len(self.halaman) - 1)
        self._y -= b.tinggi
        self._lalu = b

    def _halaman(self) -> Halaman:
        self._batal()
        self._nomor += 1
        label = {"": "", "arab": str(self._nomor), "romawi": romawi(max(self._nomor, 1), kecil=True)}
        kiri = len(self.halaman) % 2 == 1
        hal = Halaman(self._bagian, label[self._bagian.nomor], self._nomor, kiri, bab=self._bab)
        self.halaman.append(hal)
        self._y, self._lalu, self._buka, self._bab = self._bidang.atas, None, True, False
        return hal

    def _hampa(self) -> bool:
        """Whether nothing that is seen stands on the open page."""
        return self._buka and self._lalu is not None and not any(b.tinggi for b, _ in self.halaman[-1].isi)

    def _tutup(self) -> None:
        self._buka, self._lalu = False, None


def gambar_halaman(k: Kanvas, hal: Halaman, dok: Document, t: Tata, *, terakhir: bool) -> None:
    """Draw one page with its furniture."""
    area = bidang(dok.kertas, hal.bagian.lanskap, hal.kiri)
    k.mulai((area.lebar_kertas, area.tinggi_kertas))
    if dok.konsep:
        with k.hiasan():
            _cap_air(k, area, t)
    if hal.penuh is not None:
        hal.penuh.gambar(k, area.kiri, area.atas, area.lebar)
    elif hal.isi:
        with k.hiasan():
            _kepala(k, hal, dok, t, area)
    for kotak, y in hal.isi:
        kotak.gambar(k, area.kiri, y, area.lebar)
    if hal.nomor and hal.isi:
        k.string(hal.nomor, (area.kiri + area.kanan) / 2, area.bawah * 0.5, t.kaki, "tengah")
    kode = " · ".join(s for s in (hal.bagian.kode, dok.kode if terakhir else "") if s)
    if kode:
        k.string(kode, area.kanan, area.bawah * 0.42 - t.kode.ukuran * 1.6, t.kode, "kanan")
    k.selesai()


def _kepala(k: Kanvas, hal: Halaman, dok: Document, t: Tata, area: Bidang) -> None:
    """The running head, not over a chapter's opening."""
    kiri, kanan = dok.kepala
    if hal.bagian.kepala and not hal.bab and (kiri or kanan):
        y = area.atas + (area.tinggi_kertas - area.atas) * 0.32
        teks_kanan = satu_baris(_pas(kanan, t.kepala, area.lebar * 0.6), t.kepala)
        k.teks(teks_kanan.potong(0), area.kanan - teks_kanan.terlebar, y + t.kepala.jarak)
        ruang = area.lebar - teks_kanan.terlebar - 12
        k.teks(satu_baris(_pas(kiri, t.kepala, ruang), t.kepala), area.kiri, y + t.kepala.jarak)
        k.garis(area.kiri, y - 2.5, area.kanan, y - 2.5, 0.4, ABU)


def _pas(teks: str, gaya: Gaya, ruang: float) -> str:
    """A running head that goes into its room, its end given as an ellipsis."""
    if satu_baris(teks, gaya).terlebar <= ruang:
        return teks
    kata = teks.split(" ")
    while len(kata) > 1:
        kata.pop()
        pendek = " ".join(kata) + " …"
        if satu_baris(pendek, gaya).terlebar <= ruang:
            return pendek
    return teks[: max(1, int(ruang / gaya.ukuran))] + "…"


def _cap_air(k: Kanvas, area: Bidang, t: Tata) -> None:
    """KONSEP, large and light, below everything else."""
    ukuran = min(area.lebar_kertas, area.tinggi_kertas) * 0.2
    gaya = Gaya(ukuran, ukuran, keluarga=t.keluarga, tebal=True, warna=CAP_AIR)
    with k.putar(45, area.lebar_kertas / 2, area.tinggi_kertas / 2):
        k.string("KONSEP", 0, -ukuran * 0.35, gaya, "tengah")
