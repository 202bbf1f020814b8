"""Signed papers: scans that are attached to their paper, and electronic signatures on printed files."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Banyak, Tambah, Ubah
from lkjip_desktop.core.pk import BEKU
from lkjip_desktop.core.schema import TABLES
from lkjip_desktop.core.tables import Pindaian, Pk
from lkjip_desktop.errors import Ditolak
from lkjip_desktop.store.berkas import terbuka

from .kertas import Kertas, tulis_berkas

if TYPE_CHECKING:
    from lkjip_desktop.report.pindaian import PindaianMasuk
    from lkjip_desktop.report.ttd import MedanTtd

_NASKAH = dict(TABLES[Pindaian.TABEL].by_name["naskah"].choices)
_SERTIFIKAT_MAKS = 1_000_000


class Perjanjian(Kertas):
    """What happens to a paper after it was printed: signed by hand and scanned, or signed electronically."""

    # ------------------------------------------------------------------------------------------------- scans
    @staticmethod
    def baca_pindaian(
        sumber: Sequence[Path | str], batal: Callable[[], bool] | None = None
    ) -> tuple[PindaianMasuk, ...]:
        """Read and check scans, in any thread; several pictures are the pages of one paper, in their order.

        Raises:
            Ditolak: a file that is missing, too large, of another kind or not readable page by page, named in the
            sentence; GambarDitolak; Dibatalkan.
        """
        from lkjip_desktop.report.pindaian import BITA_MAKS, siapkan

        keluar: list[PindaianMasuk] = []
        for x in map(Path, sumber):
            if terbuka(x):
                raise Ditolak(f"“{x.name}” adalah berkas data yang sedang dibuka.", "Pilih berkas pindaian.")
            try:
                with open(x, "rb") as f:
                    data = f.read(BITA_MAKS + 1)
            except OSError as e:
                raise Ditolak(f"“{x.name}” tidak dapat dibaca.", "Periksa apakah berkasnya masih ada.") from e
            keluar.append(siapkan(data, x.name, batal))
        return tuple(keluar)

    def lampirkan_pindaian(
        self,
        naskah: str,
        tahun: int,
        pindaian: Sequence[PindaianMasuk],
        pk_id: str | None = None,
        pelaku: object = None,
    ) -> Changed:
        """Attach checked scans to their paper as one step; earlier scans of it stay but are no longer printed.

        Raises:
            Ditolak: no scan, an unknown paper, or a PK that is not signed yet; GagalSimpan; HanyaBaca.
        """
        if not pindaian:
            raise Ditolak("Belum ada pindaian yang dipilih.")
        if naskah not in _NASKAH:
            raise Ditolak(f"Pindaian untuk “{naskah}” tidak dikenal.", f"Pilih {', '.join(_NASKAH)}.")
        pk = self.snapshot.get(Pk, pk_id) if naskah == "pk" else None
        if naskah == "pk":
            if pk is None:
                raise Ditolak("Perjanjian Kinerja itu sudah tidak ada.")
            if pk.status not in BEKU:
                raise Ditolak(
                    "Perjanjian Kinerja ini masih draf.", "Tandatangani dan kunci dahulu, lalu lampirkan pindaiannya."
                )
            tahun = pk.tahun or tahun
        lama = self.pindaian(naskah, tahun, pk_id)
        perintah: list[Any] = [Ubah(Pindaian.TABEL, p.id, {"pakai": False}) for p in lama if p.pakai]
        for p in pindaian:
            nilai = {
                "tahun": tahun,
                "naskah": naskah,
                "pk_id": pk.id if pk else None,
                "nama_berkas": p.nama[:200],
                "mime": p.mime,
                "berkas": p.sha,
                "halaman": p.halaman,
                "pakai": True,
            }
            perintah.append(Tambah(Pindaian.TABEL, self.id_baru(), nilai, blobs={p.sha: p.isi}))
        return self.lakukan(Banyak(f"Lampirkan pindaian {_NASKAH[naskah]} {tahun}", tuple(perintah)), pelaku)

    def pindaian(self, naskah: str, tahun: int, pk_id: str | None = None) -> tuple[Pindaian, ...]:
        """The scans of a paper, in printing order."""
        semua = self.snapshot.where(Pindaian, tahun=tahun, naskah=naskah)
        return tuple(p for p in semua if naskah != "pk" or p.pk_id == pk_id)

    # -------------------------------------------------------------------------------- electronic signatures
    @staticmethod
    def ttd_tersedia() -> bool:
        """True when the library for electronic signatures is installed."""
        from lkjip_desktop.report import ttd

        return ttd.tersedia()

    def tanda_tangani_pdf(
        self,
        sumber: Path | str,
        medan: str,
        sertifikat: Path | str,
        sandi: str,
        tujuan: Path | str | None = None,
        *,
        alasan: str = "",
        tempat: str = "",
    ) -> Path:
        """Sign a printed PDF in one of its empty fields with a local P12 certificate, offline; gives where it lies.

        Raises:
            Ditolak: the file, the field, the certificate or its password does not do; BelumTersedia; GagalCetak.
        """
        from lkjip_desktop.report import ttd

        pdf = _baca(Path(sumber))
        p12 = _baca(Path(sertifikat), _SERTIFIKAT_MAKS)
        isi = ttd.tanda_tangani(pdf, medan, p12, sandi, alasan=alasan, tempat=tempat)
        s = Path(sumber)
        return tulis_berkas(Path(tujuan) if tujuan else s.with_name(f"{s.stem} (ttd){s.suffix}"), isi)

    @staticmethod
    def periksa_ttd(sumber: Path | str) -> tuple[MedanTtd, ...]:
        """The signature fields of a PDF with a verdict on each.

        Raises:
            Ditolak: it cannot be read as a PDF; BelumTersedia.
        """
        from lkjip_desktop.report import ttd

        return ttd.periksa(_baca(Path(sumber)))


def _baca(path: Path, maks: int = 200_000_000) -> bytes:
    with contextlib.suppress(OSError):
        if path.stat().st_size <= maks:
            return path.read_bytes()
        raise Ditolak(f"“{path.name}” terlalu besar.")
    raise Ditolak(f"“{path.name}” tidak dapat dibaca.", "Periksa apakah berkasnya masih ada.")
