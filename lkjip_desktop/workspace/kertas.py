"""Papers: built from a snapshot in any thread, written under their name only when whole, shown as pictures."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from lkjip_desktop.core.kode_kata import kata
from lkjip_desktop.core.pk import berlaku
from lkjip_desktop.core.segel import kaki
from lkjip_desktop.core.sidik import sidik
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Pk
from lkjip_desktop.errors import BelumTersedia, Ditolak, GagalCetak
from lkjip_desktop.store.berkas import terbuka

from .bagan import Raster, raster_bagan
from .inti import Inti

if TYPE_CHECKING:
    from lkjip_desktop.report.blocks import Document, Rendered
    from lkjip_desktop.report.pdf.render import RuangTtd

_KATA_KAKI = 3  # first words of the digest in the foot of a paper
_NAMA_LAIN = 9  # further names that are tried when a viewer holds the one asked for


class Pilihan(TypedDict, total=False):
    """How a paper is wanted; what is left out is None or the usual."""

    versi: str | int | None  # of a PK: "awal" or 0, "1" or 1...; the last in force
    pk_id: str | None  # of a PK: its row, before versi
    bagian: str | None  # key of a chapter (lkjip); one of BAGIAN_PK (pk)
    format: str  # "pdf", "docx", or "xlsx" (the tables)
    konsep: bool | None  # mark every page KONSEP; a draft PK is marked unless this says no
    medan_ttd: bool  # of a pk or surat as PDF: empty fields for electronic signatures over the signature blocks
    batal: Callable[[], bool] | None  # asked often; True ends the work with Dibatalkan


class Kertas(Inti):
    """The papers of a year: lkjip, pk, surat, ringkasan."""

    _kaki: tuple[Snapshot, str] | None = None

    def kode_kaki(self, snapshot: Snapshot | None = None) -> str:
        """The code for the foot of LKjIP and PK: "Data r0042 · jipin-fuvok-bugap"."""
        snapshot = self.snapshot if snapshot is None else snapshot
        ada = self._kaki  # read once: builds on other threads keep theirs here too
        if ada is None or ada[0] is not snapshot:
            self._kaki = ada = (snapshot, kaki(snapshot.revisi, sidik(snapshot)))
        return ada[1]

    def bangun(self, jenis: str, tahun: int, **pilihan: Unpack[Pilihan]) -> Rendered:
        """Build a paper from the rows of now (see bangun_dari)."""
        return self.bangun_dari(self.snapshot, jenis, tahun, **pilihan)

    def bangun_dari(self, snapshot: Snapshot, jenis: str, tahun: int, **pilihan: Unpack[Pilihan]) -> Rendered:
        """Build lkjip, pk, surat or ringkasan from a snapshot, in any thread.

        Raises:
            Ditolak: the year or the version is not there; GagalCetak: the paper cannot be made.
        """
        document, hanya = self._dokumen(snapshot, jenis, tahun, pilihan)
        format, batal = pilihan.get("format", "pdf"), pilihan.get("batal")
        if format not in ("pdf", "docx", "xlsx"):
            raise BelumTersedia(f"Cetakan berjenis {format} belum tersedia.", "Pilih pdf, docx, atau xlsx.")
        if format == "xlsx":
            from lkjip_desktop.report.blocks import Rendered
            from lkjip_desktop.report.xlsx import tulis as tulis_xlsx

            return Rendered(tulis_xlsx(document), 0)
        from lkjip_desktop.report.pdf.render import render

        medan = pilihan.get("medan_ttd", False)
        if medan and (jenis not in ("pk", "surat") or format != "pdf"):
            raise Ditolak("Medan tanda tangan hanya ada pada PDF Perjanjian Kinerja dan surat pengantar.")
        ruang: dict[str, RuangTtd] = {}
        hanya = hanya if format == "pdf" else None
        rendered = render(document, self.isi_berkas, hanya=hanya, batal=batal, ruang_ttd=ruang)
        if medan:
            from lkjip_desktop.report.ttd import beri_medan

            return replace(rendered, isi=beri_medan(rendered.isi, ruang))
        if format == "docx":
            from lkjip_desktop.report.docx.tulis import tulis

            # The contents lists of the Word file show the pages of the printed one.
            return replace(rendered, isi=tulis(document, self.isi_berkas, rendered), hits=(), tujuan={})
        return rendered

    def _dokumen(self, snapshot: Snapshot, jenis: str, tahun: int, pilihan: Pilihan) -> tuple[Document, str | None]:
        """The blocks of a paper, and the heading to which its drawing is limited."""
        from lkjip_desktop.report import sections

        konsep, bagian = pilihan.get("konsep"), pilihan.get("bagian")
        if jenis == "pk":
            pk = pilih_pk(snapshot, tahun, pilihan.get("versi"), pilihan.get("pk_id"))
            kode = kata(pk.sidik, _KATA_KAKI) if pk.sidik else ""
            return sections.dokumen_pk(snapshot, pk, bagian=bagian or "semua", konsep=konsep, kode=kode), None
        hasil = self.hasil_dari(snapshot, tahun)
        if jenis == "lkjip" and bagian == "sampul":  # no heading leads there
            return sections.dokumen_sampul(snapshot, hasil, konsep=bool(konsep)), None
        if jenis == "lkjip":
            kode = self.kode_kaki(snapshot)
            return sections.dokumen_lkjip(snapshot, hasil, konsep=bool(konsep), kode=kode), bagian
        if jenis == "surat":
            return sections.dokumen_surat(snapshot, hasil, konsep=bool(konsep)), None
        if jenis == "ringkasan":
            return sections.dokumen_ringkasan(snapshot, hasil, konsep=bool(konsep)), None
        raise Ditolak(f"Jenis cetakan “{jenis}” tidak dikenal.", "Pilih lkjip, pk, surat, atau ringkasan.")

    def cetak(self, jenis: str, tahun: int, tujuan: Path | str, **pilihan: Unpack[Pilihan]) -> Path:
        """Build a paper and write it; gives the name under which it lies, a second one when the first is in use.

        Raises:
            GagalCetak: the place cannot be written; nothing is left there.
        """
        tujuan = Path(tujuan)
        pilihan.setdefault("format", tujuan.suffix.lstrip(".").lower() or "pdf")
        return tulis_berkas(tujuan, self.bangun(jenis, tahun, **pilihan).isi)

    def gambar_bagan(
        self, snapshot: Snapshot, nama: str, tahun: int, lebar: float, skala: float, palet: Mapping[str, str]
    ) -> Raster | None:
        """A chart of Bab III ("capaian" or "belanja") for the screen, in any thread: (width, height, packed RGB rows)
        of `lebar` points at `skala` pixels a point, in the colours of the theme; None while it has nothing to show.

        Raises:
            Ditolak: the year is not there.
        """
        from lkjip_desktop.report.sections.bagan import bagan_laporan

        bagan = bagan_laporan(snapshot, self.hasil_dari(snapshot, tahun), nama)
        return None if bagan is None else raster_bagan(bagan, lebar, skala, palet)

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
    def cari_teks(pdf: bytes, kata: str) -> tuple[tuple[int, float, float, float, float], ...]:
        """Places of words on the pages: (page 0-based, rectangle in points from the lower left)."""
        from lkjip_desktop.report import pdfium

        return pdfium.cari_teks(pdf, kata)

    @staticmethod
    def teks_halaman(pdf: bytes) -> tuple[str, ...]:
        """The text of each page."""
        from lkjip_desktop.report import pdfium

        return pdfium.teks_halaman(pdf)


def pilih_pk(snapshot: Snapshot, tahun: int, versi: str | int | None = None, pk_id: str | None = None) -> Pk:
    """The version that is asked for: by its row, by its number, else the last in force, else the newest draft.

    Raises:
        Ditolak: there is none.
    """
    if pk_id:
        pk = snapshot.get(Pk, pk_id)
        if pk is None:
            raise Ditolak("Perjanjian Kinerja itu sudah tidak ada.")
        return pk
    milik_kepala = snapshot.where(Pk, tahun=tahun, posisi_id=None)
    if versi not in (None, ""):
        nomor = "0" if versi == "awal" else str(versi)
        cocok = [p for p in milik_kepala if str(p.nomor) == nomor]
        if not cocok:
            sebut = "Awal" if nomor == "0" else f"Perubahan ke-{nomor}"
            raise Ditolak(f"Perjanjian Kinerja {sebut} tahun {tahun} tidak ada.")
        return cocok[0]
    pk = berlaku(snapshot, tahun) or max(milik_kepala, key=lambda p: p.nomor, default=None)
    if pk is None:
        raise Ditolak(f"Perjanjian Kinerja tahun {tahun} belum dibuat.")
    return pk


def tulis_berkas(tujuan: Path, isi: bytes) -> Path:
    """Write a file whole or not at all; when its name is held by a viewer (Windows), under "... (2)" and so on.

    Raises:
        GagalCetak: the folder is missing, full or closed to us, or the name is that of an open data file.
    """
    if terbuka(tujuan):
        raise GagalCetak(f"“{tujuan.name}” adalah berkas data yang sedang dibuka.", "Pilih nama lain.")
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
                if n == _NAMA_LAIN:
                    raise
            else:
                return nama
    except OSError as e:
        raise GagalCetak(f"“{tujuan.name}” tidak dapat ditulis.", "Periksa foldernya dan ruang kosongnya.") from e
    finally:
        with contextlib.suppress(OSError):
            bagian.unlink(missing_ok=True)
    raise AssertionError("unreachable")
