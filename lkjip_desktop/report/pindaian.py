"""Signed scans on their way into a file: kind, size, and every page looked at before anything is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from lkjip_desktop import gambar
from lkjip_desktop.errors import Dibatalkan, Ditolak, LkjipError
from lkjip_desktop.report import pdfium

#: Most bytes of one scan, and most pages of one PDF.
BITA_MAKS = 20 * 1024 * 1024
HALAMAN_MAKS = 200
#: Sheets that a scanner makes, in points: from a receipt to A2.
_SISI_TERKECIL, _SISI_TERBESAR = 72.0, 1700.0
_LIHAT = 0.25  # how large a page is drawn to see that it can be


@dataclass(frozen=True, slots=True)
class PindaianMasuk:
    """A scan that was checked: what is kept of it. A picture is its cleaned master, a PDF its own bytes."""

    nama: str
    isi: bytes
    mime: str  # application/pdf, image/png, image/jpeg
    halaman: int

    @property
    def sha(self) -> str:
        """Its key."""
        return hashlib.sha256(self.isi).hexdigest()


def siapkan(data: bytes, nama: str, batal: Callable[[], bool] | None = None) -> PindaianMasuk:
    """Check a scan of a name; `batal` is asked before each page and ends the work with Dibatalkan.

    Raises:
        Ditolak: empty, larger than 20 MB, neither PDF nor PNG nor JPEG, locked by a password, without pages or with
            too many, or with a page that cannot be read; GambarDitolak: a broken or too large picture.
    """
    if not data:
        raise Ditolak(f"“{nama}” kosong.", "Pindai ulang, lalu lampirkan lagi.")
    if len(data) > BITA_MAKS:
        mb = -(-len(data) // (1024 * 1024))
        raise Ditolak(
            f"“{nama}” berukuran {mb} MB; paling besar 20 MB.",
            "Pindai hitam putih atau dengan ketajaman 200 dpi, lalu lampirkan lagi.",
        )
    # A PDF may have some rubbish before its mark (PDF 32000-1, Annex H).
    if b"%PDF-" in data[:1024]:
        return PindaianMasuk(nama, data, "application/pdf", _periksa_pdf(data, nama, batal))
    if data[:8] == b"\x89PNG\r\n\x1a\n" or data[:3] == b"\xff\xd8\xff":
        isi, mime, _, _ = gambar.siapkan(data, nama)
        return PindaianMasuk(nama, isi, mime, 1)
    raise Ditolak(f"“{nama}” bukan pindaian yang dapat dipakai.", "Lampirkan PDF, PNG, atau JPEG.")


def _periksa_pdf(data: bytes, nama: str, batal: Callable[[], bool] | None) -> int:
    """The number of pages, each of which was drawn once."""
    try:
        banyak = pdfium.jumlah_halaman(data)
    except LkjipError as e:
        raise Ditolak(
            f"“{nama}” tidak dapat dibuka: berkasnya rusak atau berkata sandi.",
            "Simpan ulang sebagai PDF tanpa kata sandi, atau pindai ulang.",
        ) from e
    if not banyak:
        raise Ditolak(f"“{nama}” tidak mempunyai halaman.", "Pindai ulang, lalu lampirkan lagi.")
    if banyak > HALAMAN_MAKS:
        raise Ditolak(
            f"“{nama}” berisi {banyak} halaman; paling banyak {HALAMAN_MAKS}.", "Lampirkan hanya naskah itu sendiri."
        )
    for n in range(banyak):
        if batal is not None and batal():
            raise Dibatalkan("Pemeriksaan pindaian dibatalkan.")
        try:
            w, h = pdfium.ukuran_halaman(data, n)
            if not (min(w, h) >= _SISI_TERKECIL and max(w, h) <= _SISI_TERBESAR):
                raise Ditolak(
                    f"Halaman {n + 1} dari “{nama}” berukuran tidak wajar ({round(w)} × {round(h)} poin).",
                    "Simpan ulang pada kertas A4 atau F4.",
                )
            pdfium.halaman_rgb(data, n, _LIHAT)
        except Ditolak:
            raise
        except (LkjipError, ValueError, MemoryError) as e:
            raise Ditolak(
                f"Halaman {n + 1} dari “{nama}” tidak dapat dibaca.", "Pindai ulang halaman itu, lalu lampirkan lagi."
            ) from e
    return banyak
