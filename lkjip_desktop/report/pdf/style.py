"""Every size, distance and shade of a printed page; nothing else holds a number of points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from lkjip_desktop.report.blocks import Kertas, Palet, Rata

MM = 72 / 25.4

Warna = tuple[float, float, float]
HITAM: Warna = (0.0, 0.0, 0.0)
TINTA: Warna = (0.1, 0.1, 0.12)  # body text: black enough for a copier
ABU: Warna = (0.35, 0.35, 0.38)  # running heads, sources
GARIS: Warna = (0.45, 0.47, 0.5)  # inner rules of tables
GARIS_KEPALA: Warna = (0.25, 0.27, 0.3)
LATAR_TOTAL: Warna = (0.93, 0.93, 0.93)
KODE: Warna = (0.62, 0.62, 0.62)  # the small grey code
CAP_AIR: Warna = (0.93, 0.93, 0.93)
PUTIH: Warna = (1.0, 1.0, 1.0)

TEBAL_LUAR = 0.9  # outer and head rules of a table
TEBAL_DALAM = 0.4
DPI_CETAK = 200
DPI_PINDAI = 170
SELA_JUDUL = 4 * MM  # below the title of a cover
RUANG_TTD = 22 * MM  # room for ink and stamp
#: Height of a line set solid, as a part of the size, in the families we embed.
PADAT = 1.149
LATAR_TERGELAP = 0.8  # lightness that the ground of header rows keeps


@dataclass(frozen=True, slots=True)
class Cat:
    """Colours of a chart beside those of its series; as they stand here, those of paper."""

    latar: Warna = PUTIH
    kisi: Warna = (0.82, 0.83, 0.85)
    sumbu: Warna = GARIS_KEPALA
    acuan: Warna = HITAM  # line of reference
    gelap: Warna = (0.25, 0.25, 0.27)  # fills of series without a role
    terang: Warna = (0.8, 0.81, 0.83)


CAT_KERTAS = Cat()


@dataclass(frozen=True, slots=True)
class Gaya:
    """How a paragraph is set; lengths in points. `jarak` is the distance of base lines."""

    ukuran: float
    jarak: float
    rata: Rata = "kiri"
    keluarga: str = "sans"
    tebal: bool = False
    miring: bool = False
    warna: Warna = TINTA
    awal: float = 0.0  # indent of the first line
    kiri: float = 0.0
    kanan: float = 0.0
    sebelum: float = 0.0
    sesudah: float = 0.0


@dataclass(frozen=True, slots=True)
class Tata:
    """The styles of one paper, made from its page rules."""

    keluarga: str
    aksen: Warna
    latar_kepala: Warna
    garis: Warna  # inner rules of tables
    seri: Mapping[str, Warna]  # colours of chart series by their role
    isi: Gaya
    rapat: Gaya
    kecil: Gaya
    catatan: Gaya
    tengah: Gaya
    judul: Gaya
    kutip: Gaya
    kanan: Gaya
    butir: Gaya
    butir_inden: float
    bab_label: Gaya
    bab: Gaya
    subjudul: tuple[Gaya, ...]  # headings of level 1, 2, 3 and deeper
    nomor_judul: tuple[float, ...]  # width kept for their numbers
    keterangan: Gaya  # captions
    lanjutan: Gaya
    sumber: Gaya
    sel: Gaya
    sel_polos: Gaya
    nomor_kolom: Gaya
    rumus: Gaya
    bagan: Gaya
    bagan_kecil: Gaya
    cat: Cat  # of charts
    daftar: tuple[Gaya, ...]  # lines of contents lists by level
    kepala: Gaya
    kaki: Gaya
    kode: Gaya
    kop: Gaya
    kop_kecil: Gaya
    sampul_atas: Gaya
    sampul_judul: Gaya
    sampul_bawah: Gaya
    ttd: Gaya
    ttd_catatan: Gaya

    def gaya(self, nama: str) -> Gaya:
        """Style of a Para by the name that blocks use."""
        gaya = getattr(self, nama)
        assert isinstance(gaya, Gaya)
        return gaya


#: Padding of table cells: left and right, above, below.
SEL_TEPI = 4.0
SEL_ATAS = 3.0
SEL_BAWAH = 2.8
#: Sizes of table text tried in turn when words do not fit their columns, as parts of the usual one.
SEL_KECIL = (1.0, 0.95, 0.9, 0.84, 0.78, 0.72)
#: Least part of a row, and of a paragraph (lines), that may stand alone at a page end.
YATIM = 2
#: Extra room around tables and figures.
LUAR_TABEL = 11.0


@lru_cache(maxsize=16)
def tata(kertas: Kertas) -> Tata:
    """The styles of a paper."""
    u = float(kertas.ukuran_huruf)
    keluarga = kertas.huruf
    aksen = _hex(kertas.warna)
    jarak = PADAT * kertas.spasi / 100
    dasar = Gaya(u, u * jarak, keluarga=keluarga)
    isi = replace(dasar, rata="rata", awal=u * 2.2, sesudah=u * 0.5)
    rapat = replace(isi, awal=0.0)
    kecil = replace(rapat, ukuran=u * 0.86, jarak=u * 1.16, sesudah=u * 0.35)
    tengah = replace(rapat, rata="tengah")
    judul = replace(tengah, tebal=True, ukuran=u * 1.1, jarak=u * 1.5, sebelum=u * 0.5, sesudah=u * 0.6)
    kepala1 = replace(dasar, ukuran=u * 1.14, jarak=u * 1.5, tebal=True, warna=aksen, sebelum=u * 1.35, sesudah=u * 0.6)
    kepala2 = replace(kepala1, ukuran=u * 1.05, jarak=u * 1.42, sebelum=u * 1.15, sesudah=u * 0.5)
    kepala3 = replace(kepala2, ukuran=u, jarak=u * 1.38, warna=TINTA, sebelum=u * 0.95, sesudah=u * 0.4)
    kepala4 = replace(kepala3, miring=True, sebelum=u * 0.8)
    sel = Gaya(u * 0.86, u * 1.1, keluarga=keluarga)
    sumber = replace(sel, ukuran=u * 0.78, jarak=u * 1.0, warna=ABU, sesudah=u * 0.1)
    bagan = replace(sel, ukuran=u * 0.78, jarak=u * 0.97, rata="tengah")
    daftar = replace(dasar, jarak=u * 1.38)
    return Tata(
        keluarga=keluarga,
        aksen=aksen,
        latar_kepala=_terang(_hex(kertas.warna_latar)) if kertas.warna_latar else _campur(aksen, 0.86),
        garis=_hex(kertas.warna_garis) if kertas.warna_garis else GARIS,
        seri=MappingProxyType(
            {
                nama: _hex(warna)
                for nama, warna in (
                    ("target", kertas.warna_target),
                    ("lalu", kertas.warna_target),
                    ("realisasi", kertas.warna_realisasi),
                    ("capaian", kertas.warna_capaian),
                )
                if warna
            }
        ),
        isi=isi,
        rapat=rapat,
        kecil=kecil,
        catatan=replace(kecil, miring=True, warna=ABU),
        tengah=tengah,
        judul=judul,
        kutip=replace(rapat, kiri=u * 2.2, kanan=u * 2.2, ukuran=u * 0.95, jarak=u * 0.95 * jarak),
        kanan=replace(rapat, rata="kanan"),
        butir=replace(rapat, sesudah=u * 0.28),
        butir_inden=u * 1.9,
        bab_label=replace(judul, sebelum=0.0, ukuran=u * 1.27, jarak=u * 1.75, warna=aksen, sesudah=0.0),
        bab=replace(judul, sebelum=0.0, ukuran=u * 1.4, jarak=u * 1.8, warna=aksen, sesudah=u * 1.7),
        subjudul=(kepala1, kepala2, kepala3, kepala4),
        nomor_judul=(u * 2.0, u * 2.0, u * 1.9, u * 1.9),
        keterangan=replace(sel, rata="tengah", tebal=True, ukuran=u * 0.9, jarak=u * 1.2, sesudah=u * 0.4),
        lanjutan=replace(sel, rata="tengah", miring=True, ukuran=u * 0.86, jarak=u * 1.15, sesudah=u * 0.35),
        sumber=sumber,
        sel=sel,
        sel_polos=replace(dasar, jarak=u * 1.38),
        nomor_kolom=replace(sel, ukuran=u * 0.7, jarak=u * 0.85, rata="tengah", warna=ABU),
        rumus=replace(dasar, jarak=u * 1.3),
        bagan=bagan,
        bagan_kecil=replace(bagan, ukuran=u * 0.7, jarak=u * 0.86, warna=ABU),
        cat=CAT_KERTAS,
        daftar=(
            replace(daftar, tebal=True, sebelum=u * 0.35),
            replace(daftar, kiri=u * 1.2),
            replace(daftar, kiri=u * 3.0),
            replace(daftar, kiri=u * 4.8, ukuran=u * 0.95),
        ),
        kepala=replace(sel, ukuran=u * 0.75, jarak=u * 0.95, warna=ABU),
        kaki=replace(sel, ukuran=u * 0.86, jarak=u * 1.1),
        kode=replace(sel, ukuran=u * 0.6, jarak=u * 0.75, warna=KODE),
        kop=replace(tengah, ukuran=u * 1.14, jarak=u * 1.42, sesudah=0.0),
        kop_kecil=replace(tengah, ukuran=u * 0.78, jarak=u * 0.98, sesudah=0.0),
        sampul_atas=replace(tengah, ukuran=u * 1.2, jarak=u * 1.65, tebal=True, sesudah=0.0),
        sampul_judul=replace(tengah, ukuran=u * 2.1, jarak=u * 2.75, tebal=True, warna=aksen, sesudah=0.0),
        sampul_bawah=replace(tengah, ukuran=u * 1.3, jarak=u * 1.8, tebal=True, sesudah=0.0),
        ttd=replace(dasar, jarak=u * 1.32),
        ttd_catatan=replace(dasar, ukuran=u * 0.75, jarak=u * 0.98, warna=ABU),
    )


def berpalet(t: Tata, p: Palet) -> Tata:
    """The same styles for a chart on a screen, in the colours of its theme."""
    teks, redup = _hex(p.teks), _hex(p.redup)
    return replace(
        t,
        aksen=_hex(p.realisasi),
        seri=MappingProxyType({"target": _hex(p.lalu), "lalu": _hex(p.lalu), "realisasi": _hex(p.realisasi)}),
        bagan=replace(t.bagan, warna=teks),
        bagan_kecil=replace(t.bagan_kecil, warna=redup),
        cat=Cat(_hex(p.latar), _hex(p.kisi), redup, teks, redup, _hex(p.kisi)),
    )


def _hex(warna: str) -> Warna:
    """RRGGBB (with or without #) as parts of one; anything else gives black."""
    teks = warna.strip().lstrip("#")
    try:
        r, g, b = bytes.fromhex(teks)
    except ValueError:
        return HITAM
    return (r / 255, g / 255, b / 255)


def terang(warna: Warna) -> float:
    """How light a colour comes out of a black-and-white copier: 0 black, 1 white."""
    r, g, b = warna
    return 0.299 * r + 0.587 * g + 0.114 * b


def _terang(warna: Warna) -> Warna:
    """A ground on which dark letters stay readable in a copy, however dark the office chose it."""
    while terang(warna) < LATAR_TERGELAP:
        warna = _campur(warna, 0.2)
    return warna


def _campur(warna: Warna, putih: float) -> Warna:
    """A colour thinned with white."""
    r, g, b = (c + (1 - c) * putih for c in warna)
    return (r, g, b)
