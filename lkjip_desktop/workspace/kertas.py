"""Papers: built from a snapshot in any thread, written under their name only when whole, shown as pictures."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.errors import BelumTersedia, GagalCetak

from .inti import Inti

if TYPE_CHECKING:
    from lkjip_desktop.report.blocks import Rendered

_NAMA_LAIN = 9  # further names that are tried when a viewer holds the one asked for


class Kertas(Inti):
    """The papers of a year: lkjip, pk, surat, ringkasan."""

    def bangun(self, jenis: str, tahun: int, **pilihan: Any) -> Rendered:
        """Build a paper from the rows of now (see bangun_dari)."""
        return self.bangun_dari(self.snapshot, jenis, tahun, **pilihan)

    def bangun_dari(self, snapshot: Snapshot, jenis: str, tahun: int, **pilihan: Any) -> Rendered:  # noqa: ARG002
        """Build lkjip, pk, surat or ringkasan from a snapshot, in any thread."""
        raise BelumTersedia("Pencetakan belum tersedia.")

    def cetak(self, jenis: str, tahun: int, tujuan: Path | str, **pilihan: Any) -> Path:
        """Build a paper and write it; gives the name under which it lies, a second one when the first is in use.

        Raises:
            GagalCetak: the place cannot be written; nothing is left there.
        """
        tujuan = Path(tujuan)
        pilihan.setdefault("format", tujuan.suffix.lstrip(".").lower() or "pdf")
        return tulis_berkas(tujuan, self.bangun(jenis, tahun, **pilihan).isi)

    @staticmethod
    def ukuran_halaman(pdf: bytes) -> tuple[tuple[float, float], ...]:
        """Width and height of every page in points."""
        from lkjip_desktop.report import pdfium

        return tuple(pdfium.ukuran_halaman(pdf, n) for n in range(pdfium.jumlah_halaman(pdf)))

    @staticmethod
    def halaman_rgb(pdf: bytes, halaman: int, skala: float) -> tuple[int, int, bytes]:
        """A page (0-based) as (width, height, packed RGB rows), in any thread; `skala` 1 = 72 dpi."""
        from lkjip_desktop.report import pdfium

        return pdfium.halaman_rgb(pdf, halaman, skala)

    @staticmethod
    def teks_halaman(pdf: bytes) -> tuple[str, ...]:
        """The text of each page."""
        from lkjip_desktop.report import pdfium

        return pdfium.teks_halaman(pdf)


def tulis_berkas(tujuan: Path, isi: bytes) -> Path:
    """Write a file whole or not at all; when its name is held by a viewer (Windows), under "... (2)" and so on.

    Raises:
        GagalCetak: the folder is missing, full or closed to us.
    """
    bagian = tujuan.with_name(f".{tujuan.name}.{os.getpid()}.bagian")
    try:
        with open(bagian, "wb") as f:
            f.write(isi)
            f.flush()
            os.fsync(f.fileno())
        for n in range(1, _NAMA_LAIN + 1):
            nama = tujuan if n == 1 else tujuan.with_name(f"{tujuan.stem} ({n}){tujuan.suffix}")
            try:
                os.replace(bagian, nama)
            except PermissionError:
                if n == _NAMA_LAIN or os.name == "posix":
                    raise
            else:
                return nama
    except OSError as e:
        raise GagalCetak(f"“{tujuan.name}” tidak dapat ditulis.", "Periksa foldernya dan ruang kosongnya.") from e
    finally:
        with contextlib.suppress(OSError):
            bagian.unlink(missing_ok=True)
    raise AssertionError("unreachable")
