"""Pictures and signed scans on a page: decoded at most once in a process, each stored once in a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc

from lkjip_desktop import gambar
from lkjip_desktop.errors import GagalCetak, GambarDitolak, LkjipError
from lkjip_desktop.gambar import Cetakan
from lkjip_desktop.report.blocks import Picture
from lkjip_desktop.report.pdf.flowables import Kotak
from lkjip_desktop.report.pdf.paper import Kanvas
from lkjip_desktop.report.pdf.print_cache import ambil
from lkjip_desktop.report.pdf.style import DPI_CETAK, DPI_PINDAI, GARIS, MM, Gaya

IsiBerkas = Callable[[str], bytes]

_SUSUT = 0.72  # a picture may be printed so much smaller than wished to fill a page
_PINDAI_TERKECIL = 0.75  # a page of a scan, likewise, below a title


@dataclass(frozen=True, slots=True)
class Sumber:
    """Where pictures come from: their bytes by SHA-256, and a folder for prepared streams (None = none)."""

    isi: IsiBerkas
    folder: Path | None = None

    def __call__(self, berkas: str) -> bytes:
        return self.isi(berkas)


def _folder(sumber: IsiBerkas) -> Path | None:
    return sumber.folder if isinstance(sumber, Sumber) else None


def cetakan(berkas: str, lebar_mm: float, sumber: IsiBerkas) -> Cetakan:
    """The print stream of a picture at a width. Raises GambarDitolak."""
    return ambil(
        (berkas, round(lebar_mm), -1),
        _folder(sumber),
        lambda: gambar.cetak(sumber(berkas), lebar_mm, DPI_CETAK, berkas[:12]),
    )


def pindaian(berkas: str, mime: str, halaman: int, lebar_mm: float, sumber: IsiBerkas) -> Cetakan:
    """The print stream of one page of a scan. Raises LkjipError."""
    if mime != "application/pdf":
        return cetakan(berkas, lebar_mm, sumber)

    def buat() -> Cetakan:
        from lkjip_desktop.report.pdfium import halaman_rgb, ukuran_halaman

        data = sumber(berkas)
        w, _ = ukuran_halaman(data, halaman)
        # As fine as print needs at the printed width, however large the scanned sheet says it is.
        px, py, rgb = halaman_rgb(data, halaman, lebar_mm / 25.4 * DPI_PINDAI / max(w, 1.0))
        return Cetakan(px, py, "DeviceRGB", "DCTDecode", gambar.jpeg_dari_rgb(px, py, rgb))

    return ambil((berkas, round(lebar_mm), halaman), _folder(sumber), buat)


def ukuran_mm(p: Picture, lebar_maks: float, tinggi_maks: float, sumber: IsiBerkas) -> tuple[float, float]:
    """Printed size in points: as wished, or natural at 150 dpi, and never beyond the room given (points)."""
    w, h = p.lebar_px, p.tinggi_px
    if w <= 0 or h <= 0:
        try:
            w, h = gambar.ukuran(sumber(p.berkas))
        except (LkjipError, KeyError, OSError):
            w, h = 16, 9
    lebar = p.lebar_mm * MM if p.lebar_mm > 0 else w / 150 * 72
    skala = min(1.0, lebar_maks / lebar, tinggi_maks / (lebar * h / w))
    return lebar * skala, lebar * h / w * skala


class KotakGambar(Kotak):
    """Pictures side by side, in the middle of the line: (picture, width, height)."""

    def __init__(self, isi: list[tuple[Picture, float, float]], sela: float, sumber: IsiBerkas, gaya: Gaya) -> None:
        self.isi, self.sela, self.sumber, self.gaya = isi, sela, sumber, gaya
        self.tinggi = max(h for _, _, h in isi)
        self.lebar = sum(w for _, w, _ in isi) + sela * (len(isi) - 1)

    def susutkan(self, sisa: float) -> Kotak | None:
        skala = sisa / self.tinggi
        if skala < _SUSUT:
            return None
        isi = [(p, w * skala, h * skala) for p, w, h in self.isi]
        kecil = KotakGambar(isi, self.sela, self.sumber, self.gaya)
        kecil.jangkar = self.jangkar
        return kecil

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        x += (lebar - self.lebar) / 2
        for p, w, h in self.isi:
            gambar_berkas(k, p, x, y - (self.tinggi - h), w, h, self.sumber, self.gaya)
            x += w + self.sela


def gambar_berkas(
    k: Kanvas, p: Picture, x: float, y: float, lebar: float, tinggi: float, sumber: IsiBerkas, gaya: Gaya
) -> None:
    """Draw a picture in a box; one that cannot be read leaves a frame that says so."""
    if p.asal is not None:
        k.hit(x, y - tinggi, x + lebar, y, p.asal)
    try:
        c = cetakan(p.berkas, lebar / MM, sumber)
    except (GambarDitolak, GagalCetak, KeyError, OSError):
        hilang(k, x, y, lebar, tinggi, gaya)
        return
    with k.ditandai("Figure", p.alt or "Gambar"):
        taruh(k, p.berkas, c, x, y, lebar, tinggi)


def hilang(k: Kanvas, x: float, y: float, lebar: float, tinggi: float, gaya: Gaya) -> None:
    """The frame of a picture that cannot be read."""
    k.kotak(x, y, lebar, tinggi, None, GARIS)
    k.string("Gambar tidak dapat dibaca", x + lebar / 2, y - tinggi / 2, gaya, "tengah")


def taruh(k: Kanvas, nama: str, c: Cetakan, x: float, y: float, lebar: float, tinggi: float) -> None:
    """A prepared stream in a box given by its upper left corner."""
    doc = k.c._doc
    kunci = hashlib.sha1(f"{nama} {c.lebar} {c.tinggi}".encode(), usedforsecurity=False).hexdigest()
    regname = doc.getXObjectName(kunci)
    if regname not in doc.idToObject:
        doc.Reference(_ObjekGambar(kunci, c), regname)
        doc.addForm(kunci, doc.idToObject[regname])
    k.c._code.append(f"q {lebar:.2f} 0 0 {tinggi:.2f} {x:.2f} {y - tinggi:.2f} cm /{regname} Do Q")
    k.c._formsinuse.append(kunci)


class _ObjekGambar(pdfdoc.PDFObject):
    """An image object that holds a stream as prepared, without decoding it again."""

    def __init__(self, nama: str, c: Cetakan) -> None:
        self.name = nama
        self._c = c

    def format(self, document: Any) -> Any:
        c = self._c
        aliran = pdfdoc.PDFStream(content=c.isi)
        d = aliran.dictionary
        d["Type"] = pdfdoc.PDFName("XObject")
        d["Subtype"] = pdfdoc.PDFName("Image")
        d["Width"], d["Height"] = c.lebar, c.tinggi
        d["BitsPerComponent"] = 8
        d["ColorSpace"] = pdfdoc.PDFName(c.ruang)
        d["Filter"] = pdfdoc.PDFName(c.saring)
        d["Length"] = len(c.isi)
        if c.saring == "FlateDecode":
            d["DecodeParms"] = pdfdoc.PDFDictionary(
                {"Predictor": 15, "Colors": c.komponen, "BitsPerComponent": 8, "Columns": c.lebar}
            )
        return aliran.format(document)


class KotakPindaian(Kotak):
    """One page of a scan, as large as its room."""

    def __init__(
        self, berkas: str, mime: str, halaman: int, lebar: float, tinggi: float, sumber: IsiBerkas, gaya: Gaya
    ) -> None:
        self.berkas, self.mime, self.nomor = berkas, mime, halaman
        self.lebar, self.tinggi = lebar, tinggi
        self.sumber, self.gaya = sumber, gaya

    def susutkan(self, sisa: float) -> Kotak | None:
        """A little smaller, so that it stands under the title of its annex."""
        if sisa < _PINDAI_TERKECIL * self.tinggi:
            return None
        return KotakPindaian(self.berkas, self.mime, self.nomor, self.lebar, sisa, self.sumber, self.gaya)

    def gambar(self, k: Kanvas, x: float, y: float, lebar: float) -> None:
        self._tandai(k, y)
        try:
            c = pindaian(self.berkas, self.mime, self.nomor, self.lebar / MM, self.sumber)
        except (LkjipError, KeyError, OSError):
            hilang(k, x, y, lebar, self.tinggi, self.gaya)
            return
        skala = min(self.lebar / c.lebar, self.tinggi / c.tinggi)
        w, h = c.lebar * skala, c.tinggi * skala
        with k.ditandai("Figure", f"Pindaian halaman {self.nomor + 1}"):
            taruh(k, f"{self.berkas}/{self.nomor}", c, x + (lebar - w) / 2, y, w, h)
