"""PDF read back: pages as pictures, text, outline. PDFium is not made for threads, so one lock guards every call."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lkjip_desktop.errors import LkjipError

#: Hold this around every use of pypdfium2 anywhere in the program.
KUNCI = threading.RLock()

_terakhir: tuple[bytes, Any] | None = None
_terdaftar = False


@contextmanager
def _dokumen(pdf: bytes) -> Iterator[Any]:
    """The opened file, under the lock; the one opened last stays open, since a preview asks page after page."""
    global _terakhir, _terdaftar
    import pypdfium2

    with KUNCI:
        if not _terdaftar:
            # The library complains about files still open when the program ends; it must be imported before we
            # register, so that we are called first.
            atexit.register(lepas)
            _terdaftar = True
        if _terakhir is None or _terakhir[0] is not pdf:
            lepas()
            try:
                _terakhir = (pdf, pypdfium2.PdfDocument(pdf))
            except pypdfium2.PdfiumError as e:
                raise LkjipError("Berkas PDF ini tidak dapat dibaca.", "Periksa apakah berkasnya utuh.") from e
        yield _terakhir[1]


def lepas() -> None:
    """Close the file that was kept open."""
    global _terakhir
    with KUNCI:
        if _terakhir is not None:
            _terakhir[1].close()
            _terakhir = None


def jumlah_halaman(pdf: bytes) -> int:
    """Number of pages. Raises LkjipError when the bytes are no readable PDF."""
    with _dokumen(pdf) as dok:
        return len(dok)


def ukuran_halaman(pdf: bytes, halaman: int) -> tuple[float, float]:
    """Width and height of a page (0-based) in points."""
    with _dokumen(pdf) as dok:
        w, h = dok.get_page_size(halaman)
        return float(w), float(h)


def halaman_rgb(pdf: bytes, halaman: int, skala: float) -> tuple[int, int, bytes]:
    """A page as (width, height, packed RGB rows); `skala` 1 = 72 dpi. Raises LkjipError."""
    import pypdfium2

    with _dokumen(pdf) as dok:
        try:
            page = dok[halaman]
            gambar = page.render(scale=skala, rev_byteorder=True, maybe_alpha=False)
            w, h, langkah = int(gambar.width), int(gambar.height), int(gambar.stride)
            kanal = int(gambar.n_channels)
            isi = bytes(gambar.buffer)
            page.close()
        except pypdfium2.PdfiumError as e:
            raise LkjipError(f"Halaman {halaman + 1} dari berkas PDF ini tidak dapat dibaca.") from e
    if kanal == 3 and langkah == w * 3:
        return w, h, isi[: w * h * 3]
    baris = bytearray()
    for y in range(h):
        satu = isi[y * langkah : y * langkah + w * kanal]
        if kanal == 4:
            rgb = bytearray(w * 3)
            rgb[0::3], rgb[1::3], rgb[2::3] = satu[0::4], satu[1::4], satu[2::4]
            baris += rgb
        elif kanal == 1:
            baris += bytes(v for g in satu for v in (g, g, g))
        else:
            baris += satu
    return w, h, bytes(baris)


def halaman_png(pdf: bytes, halaman: int, skala: float) -> tuple[int, int, bytes]:
    """A page as (width, height, PNG)."""
    from lkjip_desktop.gambar import png_dari_rgb

    w, h, rgb = halaman_rgb(pdf, halaman, skala)
    return w, h, png_dari_rgb(w, h, rgb)


def teks_halaman(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, lines ended by LF; hyphens at line ends as they are printed."""
    with _dokumen(pdf) as dok:
        hasil = []
        for i in range(len(dok)):
            page = dok[i]
            isi = page.get_textpage()
            hasil.append(isi.get_text_range().replace("\r\n", "\n").replace("\x02", "-").replace("\ufffe", "-"))
            isi.close()
            page.close()
        return tuple(hasil)


def teks(pdf: bytes) -> str:
    """The text of all pages."""
    return "\n".join(teks_halaman(pdf))


def cari_teks(pdf: bytes, kata: str, batas: int = 500) -> tuple[tuple[int, float, float, float, float], ...]:
    """Places of `kata`, without regard to case: (page 0-based, rectangle in points from the lower left), at most
    `batas`; words that go over a line end have a rectangle on each line."""
    kata = " ".join(kata.split())
    if not kata:
        return ()
    hasil: list[tuple[int, float, float, float, float]] = []
    with _dokumen(pdf) as dok:
        for i in range(len(dok)):
            page = dok[i]
            isi = page.get_textpage()
            pencari = isi.search(kata)
            while (kena := pencari.get_next()) is not None and len(hasil) < batas:
                for j in range(isi.count_rects(*kena)):
                    x0, y0, x1, y1 = isi.get_rect(j)
                    hasil.append((i, float(x0), float(y0), float(x1), float(y1)))
            pencari.close()
            isi.close()
            page.close()
            if len(hasil) >= batas:
                break
    return tuple(hasil[:batas])


def daftar_isi(pdf: bytes) -> tuple[tuple[int, str, int], ...]:
    """The outline: (level from 0, title, page 0-based; -1 = none)."""
    with _dokumen(pdf) as dok:
        hasil = []
        for b in dok.get_toc(max_depth=9):
            tujuan = b.get_dest()
            halaman = tujuan.get_index() if tujuan is not None else None
            hasil.append((int(b.level), str(b.get_title()), -1 if halaman is None else int(halaman)))
        return tuple(hasil)
