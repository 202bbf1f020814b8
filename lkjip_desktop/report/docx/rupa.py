"""Pictures in a Word file: photographs, charts and trees painted by the one painter, scanned pages."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace

from lkjip_desktop.errors import GambarDitolak, LkjipError
from lkjip_desktop.gambar import Cetakan, cetak, ukuran
from lkjip_desktop.report.blocks import Chart, Document, Figure, Picture, ScanPages, Tree
from lkjip_desktop.report.docx.keterangan import kalimat_sumber, keterangan
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.teks import huruf
from lkjip_desktop.report.docx.xml import EMU_MM, Elemen, el, paragraf, sifat, teks, twip, w
from lkjip_desktop.report.pdf.images import pindaian as cetakan_pindaian
from lkjip_desktop.report.pdf.images import ukuran_mm
from lkjip_desktop.report.pdf.style import DPI_CETAK, LUAR_TABEL, MM

#: Fineness of charts and trees, as a multiple of 72 dpi.
_SKALA_BAGAN = 3.0
#: Most of a page's height that a picture may take.
_TINGGI = 0.72
#: Room that two spaces between pictures may take.
_SELA = 5 * MM
_HILANG = "Gambar tidak dapat dibaca"


def foto(g: Picture, k: Konteks, lebar: float, tinggi: float) -> tuple[Elemen, float, float]:
    """A picture as a run that fills a box (points) as far as its shape allows, with its width and height.

    One that cannot be read leaves words that say so, as on the printed page.
    """
    try:
        isi = k.isi_berkas(g.berkas)
        px, py = (g.lebar_px, g.tinggi_px) if g.lebar_px > 0 and g.tinggi_px > 0 else ukuran(isi, g.berkas[:12])
        skala = min(lebar / px, tinggi / py)
        lebar, tinggi = px * skala, py * skala
        jadi = cetak(isi, lebar / MM, DPI_CETAK, g.berkas[:12])
    except (LkjipError, KeyError, OSError):
        return huruf(_HILANG, miring=True), lebar, tinggi
    return sisip(berkas(jadi), lebar, tinggi, g.alt, k), lebar, tinggi


def sisip(isi: bytes, lebar: float, tinggi: float, alt: str, k: Konteks) -> Elemen:
    """A run that holds a picture of a size in points."""
    n = k.id_baru()
    ukuran_emu = {"cx": round(lebar / MM * EMU_MM), "cy": round(tinggi / MM * EMU_MM)}
    nama: dict[str, str | int] = {"id": n, "name": f"Gambar {n}"}
    return w(
        "r",
        w(
            "drawing",
            el(
                "wp:inline",
                {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
                el("wp:extent", dict(ukuran_emu)),
                el("wp:docPr", nama | {"descr": teks(alt)}),
                el("wp:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noChangeAspect": 1})),
                el(
                    "a:graphic",
                    None,
                    el(
                        "a:graphicData",
                        {"uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"},
                        el(
                            "pic:pic",
                            None,
                            el("pic:nvPicPr", None, el("pic:cNvPr", dict(nama)), el("pic:cNvPicPr")),
                            el(
                                "pic:blipFill",
                                None,
                                el("a:blip", {"r:embed": k.paket.gambar(isi)}),
                                el("a:stretch", None, el("a:fillRect")),
                            ),
                            el(
                                "pic:spPr",
                                None,
                                el("a:xfrm", None, el("a:off", {"x": 0, "y": 0}), el("a:ext", dict(ukuran_emu))),
                                el("a:prstGeom", {"prst": "rect"}, el("a:avLst")),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def berkas(c: Cetakan) -> bytes:
    """The file of a print stream: a JPEG as it is, PNG rows with a head and an end."""
    if c.saring == "DCTDecode":
        return c.isi
    kepala = struct.pack(">IIBBBBB", c.lebar, c.tinggi, 8, 2 if c.komponen == 3 else 0, 0, 0, 0)
    potong = b"\x89PNG\r\n\x1a\n"
    for nama, isi in ((b"IHDR", kepala), (b"IDAT", c.isi), (b"IEND", b"")):
        potong += struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))
    return potong


def bagan(b: Chart | Tree, k: Konteks) -> list[Elemen]:
    """A chart or a tree as a picture of the printed one, with its caption and source below."""
    png, lebar, tinggi = _lukis(b, k)
    alt = b.alt or "".join(r.teks for r in b.judul or ())
    return _berketerangan([sisip(png, lebar, tinggi, alt, k)], b, k)


def gambar(f: Figure, k: Konteks) -> list[Elemen]:
    """Pictures under one caption, side by side as far as the line goes."""
    isi: list[Elemen] = []
    sisa = 0.0
    for n, g in enumerate(f.gambar):
        lebar, tinggi = ukuran_mm(g, k.lebar, k.tinggi * _TINGGI, k.isi_berkas)
        if n:
            isi.append(huruf("  ") if lebar + _SELA <= sisa else w("r", w("br")))
        if not n or lebar + _SELA > sisa:
            sisa = k.lebar
        sisa -= lebar + (_SELA if n else 0.0)
        isi.append(foto(g, k, lebar, tinggi)[0])
    return _berketerangan(isi, f, k)


def pindaian(s: ScanPages, k: Konteks) -> list[list[Elemen]]:
    """Each scanned page as the content of a page of its own."""
    judul: list[Elemen] = []
    if s.judul:
        judul.append(paragraf("JudulTengah", huruf(s.judul)))
        sifat(judul[0], w("keepNext"))
    ruang = k.tinggi - (k.tata.judul.jarak * 2 if s.judul else 0) - 12
    hasil: list[list[Elemen]] = []
    for n in range(max(1, s.halaman)):
        p = _tengah(_pindaian(s, n, k, ruang))
        sifat(p, w("keepNext", val=0))
        hasil.append([*(judul if n == 0 else []), p])
    return hasil


def _pindaian(s: ScanPages, n: int, k: Konteks, ruang: float) -> Elemen:
    try:
        c = cetakan_pindaian(s.berkas, s.mime, n, k.lebar / MM, k.isi_berkas)
    except (LkjipError, KeyError, OSError):
        return huruf(_HILANG, miring=True)
    skala = min(k.lebar / c.lebar, ruang / c.tinggi)
    alt = f"{s.judul or 'Pindaian'}, halaman {n + 1}"
    return sisip(berkas(c), c.lebar * skala, c.tinggi * skala, alt, k)


def _tengah(*isi: Elemen) -> Elemen:
    return paragraf("Gambar", *isi)


def _berketerangan(isi: list[Elemen], b: Chart | Tree | Figure, k: Konteks) -> list[Elemen]:
    p = _tengah(*isi)
    sumber = "" if isinstance(b, Tree) else b.sumber
    hasil = [p]
    if b.judul is not None:
        hasil.append(keterangan(b.judul, k, atas=False))
    if sumber.strip():
        if b.judul is not None:
            sifat(hasil[-1], w("keepNext"))
            sifat(hasil[-1], w("spacing", after=0))
        s = paragraf("Sumber", huruf(kalimat_sumber(sumber)))
        sifat(s, w("jc", val="center"))
        hasil.append(s)
    if len(hasil) == 1:
        sifat(p, w("keepNext", val=0))
    else:
        sifat(hasil[-1], w("spacing", after=twip(LUAR_TABEL)))
    return hasil


def _lukis(b: Chart | Tree, k: Konteks) -> tuple[bytes, float, float]:
    """(PNG, width, height in points) of the printed drawing, cut out of a page that holds nothing else."""
    from lkjip_desktop.gambar import png_dari_rgb
    from lkjip_desktop.report.pdf.render import render
    from lkjip_desktop.report.pdfium import halaman_rgb

    tepi = 5
    kertas = replace(
        k.kertas,
        lebar_mm=round(k.lebar / MM) + 2 * tepi,
        tinggi_mm=max(round(k.tinggi / MM), 120) + 2 * tepi,
        margin_kiri=tepi,
        margin_kanan=tepi,
        margin_atas=tepi,
        margin_bawah=tepi,
    )
    polos = replace(b, judul=None) if isinstance(b, Tree) else replace(b, judul=None, sumber="")
    pdf = render(Document((polos,), "", "", kertas=kertas), k.isi_berkas).isi
    lebar, tinggi, rgb = halaman_rgb(pdf, 0, _SKALA_BAGAN)
    x0, y0, x1, y1 = _isi(lebar, tinggi, rgb)
    baris = b"".join(rgb[(y * lebar + x0) * 3 : (y * lebar + x1) * 3] for y in range(y0, y1))
    ukuran_pt = (x1 - x0) / _SKALA_BAGAN, (y1 - y0) / _SKALA_BAGAN
    return png_dari_rgb(x1 - x0, y1 - y0, baris), *ukuran_pt


def _isi(lebar: int, tinggi: int, rgb: bytes) -> tuple[int, int, int, int]:
    """The box around everything that is not white, with a little air."""
    putih = b"\xff" * (lebar * 3)
    berisi = [y for y in range(tinggi) if rgb[y * lebar * 3 : (y + 1) * lebar * 3] != putih]
    if not berisi:
        raise GambarDitolak("Bagan ini kosong, jadi tidak dapat digambar.")
    kiri, kanan = lebar, 0
    for y in berisi:
        baris = rgb[y * lebar * 3 : (y + 1) * lebar * 3]
        kiri = min(kiri, (len(baris) - len(baris.lstrip(b"\xff"))) // 3)
        kanan = max(kanan, (len(baris.rstrip(b"\xff")) + 2) // 3)
    udara = 4
    atas, bawah = max(0, berisi[0] - udara), min(tinggi, berisi[-1] + 1 + udara)
    return max(0, kiri - udara), atas, min(lebar, kanan + udara), bawah
