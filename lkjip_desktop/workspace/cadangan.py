"""Backups on this computer, a whole copy for the office, and the way back from any of them."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import BukaKunci, Perintah, Terapkan
from lkjip_desktop.core.jurnal import Catatan
from lkjip_desktop.errors import BerkasRusak, BerkasTidakAda, Ditolak, LkjipError
from lkjip_desktop.store import cadangan as toko
from lkjip_desktop.store import kunci_berkas, pemulihan
from lkjip_desktop.store import pulihkan as toko_pulihkan
from lkjip_desktop.store.pulihkan import Simpanan
from lkjip_desktop.store.salinan import Lapor, diam
from lkjip_desktop.store.store import Store

from . import pembukaan
from .inti import Inti, Jam, sekarang
from .pembukaan import folder_cadangan

if TYPE_CHECKING:
    from lkjip_desktop.store.beda_tabel import BedaTabel
    from lkjip_desktop.store.terima import Temuan

_log = logging.getLogger("lkjip.cadangan")


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """What a restore would bring: the examined file, and rows added, changed and removed by table."""

    temuan: Temuan
    beda: tuple[BedaTabel, ...]


class Cadangan(Inti):
    """Everything that keeps the work of an office from being lost."""

    _cadang = threading.Lock()  # one backup at a time in this process
    _penjaga: toko.Penjaga | None = None
    _jarangkan = True
    _lepas: Callable[[], None] | None = None
    #: What the user is told after opening, e.g. that an interrupted step was finished; "" = nothing.
    pesan_buka = ""
    #: True when somebody else works in the file and this shows a copy of what was saved last.
    mengintip = False

    # ------------------------------------------------------------------------------------------- open and close
    @classmethod
    def buka(
        cls,
        path: Path | str,
        *,
        hanya_baca: bool = False,
        petugas: str = "",
        jam: Jam = sekarang,
        paksa: bool = False,
    ) -> Self:
        """Open a data file; a place that cannot be written gives a workspace that only reads.

        `hanya_baca` also shows a file that somebody works in, as it was saved last. `paksa` takes over the lock of
        another PC. A damaged file is for `Penyelamatan`.

        Raises:
            BerkasError: missing, empty, not ours, damaged, newer, or open elsewhere (one kind each).
        """
        terbuka = pembukaan.buka(Path(path), hanya_baca=hanya_baca, petugas=petugas, kini=sekarang(), paksa=paksa)
        try:
            ws = cls(terbuka.store, petugas, jam)
        except BaseException:
            terbuka.store.tutup()
            terbuka.lepas()
            raise
        ws._lepas, ws.pesan_buka, ws.mengintip = terbuka.lepas, terbuka.pesan, terbuka.intip
        return ws

    @classmethod
    def baru(
        cls,
        path: Path | str,
        nama: str = "",
        tahun: int | None = None,
        *,
        petugas: str = "",
        timpa: bool = False,
        jam: Jam = sekarang,
    ) -> Self:
        """As Inti.baru; a file that somebody has open is never replaced."""
        if os.path.exists(path):
            kunci_berkas.ambil(Path(path), petugas, sekarang().isoformat(timespec="seconds")).lepas()
        return super().baru(path, nama, tahun, petugas=petugas, timpa=timpa, jam=jam)

    def tutup(self) -> None:
        """Close the file and give its lock back."""
        super().tutup()
        lepas, self._lepas = self._lepas, None
        if lepas is not None:
            lepas()

    def peringatan_jam(self) -> str:
        """One sentence when the clock of this computer lies before the last step of the file, else ""."""
        terakhir = self.waktu_simpan
        if terakhir and self._jam() < datetime.fromisoformat(terakhir) - timedelta(minutes=5):
            from lkjip_desktop.core.tanggal import tanggal_cetak

            kapan = f"{tanggal_cetak(terakhir[:10])} pukul {terakhir[11:16].replace(':', '.')}"
            return (
                f"Langkah terakhir di dalam berkas bertanggal {kapan}, lebih baru daripada jam komputer ini. "
                "Periksa tanggal dan jam komputer; data Anda tidak terpengaruh."
            )
        return ""

    @staticmethod
    def tempat_rawan(path: Path | str) -> str:
        """One sentence when a file would lie in a folder of a cloud service or on the network, else ""."""
        return kunci_berkas.tempat_rawan(Path(path))

    @staticmethod
    def pemegang(path: Path | str) -> kunci_berkas.Pemegang | None:
        """Who has a file open, as its lock file tells."""
        return kunci_berkas.baca(Path(path))

    # --------------------------------------------------------------------------------------- automatic backups
    @property
    def folder_cadangan(self) -> Path | None:
        """Where automatic backups of this file go; None in memory."""
        return folder_cadangan(self.path) if self.path is not None else None

    def cadangkan_otomatis(self, alasan: str) -> toko.Hasil | None:
        """Back up now, for a reason of store.cadangan.ALASAN; for a worker thread.

        None when there is nothing to back up (memory, read-only). Raises GagalSimpan or BerkasRusak.
        """
        folder = self.folder_cadangan
        if folder is None or self.hanya_baca:
            return None
        with self._cadang:
            revisi = self.snapshot.revisi
            hasil = toko.buat(
                self._store.salin,
                folder,
                alasan=alasan,
                revisi=revisi,
                kini=self._jam(),
                jarangkan=self._jarangkan,
                paksa=alasan == "tangan",
            )
            self._penjaga_kini().tercadang(revisi)
        if hasil.cadangan is not None:
            _log.info("cadangan %06d (%s), %d dibuang", hasil.cadangan.nomor, alasan, hasil.dibuang)
        return hasil

    def cadangkan_bila_perlu(self) -> toko.Hasil | None:
        """To be called every minute or so: backs up when changes have waited for half an hour."""
        if self.path is None or self.hanya_baca or not self._penjaga_kini().perlu(self.snapshot.revisi):
            return None
        return self.cadangkan_otomatis("berkala")

    def _penjaga_kini(self) -> toko.Penjaga:
        if self._penjaga is None:
            self._penjaga = toko.Penjaga(self.snapshot.revisi)
        return self._penjaga

    def _sebelum(self, alasan: str) -> None:
        """A backup before something grave; when it cannot be made the log says so, the work goes on."""
        try:
            self.cadangkan_otomatis(alasan)
        except LkjipError as e:
            _log.error("cadangan sebelum %s gagal: %s", alasan, type(e).__name__)

    def lakukan(self, command: Perintah, pelaku: object = None) -> Changed:
        """As Inti.lakukan, with a backup before anything is unlocked or imported."""
        if isinstance(command, BukaKunci):
            self._sebelum("kunci")
        elif isinstance(command, Terapkan) and command.pagar:
            self._sebelum("impor")
        return super().lakukan(command, pelaku)

    def daftar_cadangan(self) -> tuple[toko.Cadangan, ...]:
        """The automatic backups of this file, oldest first."""
        folder = self.folder_cadangan
        return toko.daftar(folder) if folder is not None else ()

    @staticmethod
    def cadangan_utuh(c: toko.Cadangan) -> bool:
        """True when a backup still holds the bytes that were written."""
        return toko.utuh(c)

    # ----------------------------------------------------------------------------------------- to the office
    def cadangkan(self, folder: Path | str, lapor: Lapor = diam) -> tuple[Path, str]:
        """A whole copy, journal included, into a folder; gives its path and SHA-256.

        Raises GagalSimpan, BerkasRusak, Dibatalkan (from `lapor`); no unfinished file has the final name.
        """
        nama = self.path.stem if self.path is not None else "LKjIP"
        return toko.salin_ke(
            self._store.salin, Path(folder), nama, revisi=self.snapshot.revisi, kini=self._jam(), lapor=lapor
        )

    # ------------------------------------------------------------------------------------------------ and back
    def pratinjau_pulihkan(self, sumber: Path | str) -> Pratinjau:
        """Examine a file and compare it with the present rows; nothing moves."""
        from lkjip_desktop.store import terima
        from lkjip_desktop.store.beda_tabel import beda_tabel, sidik_tiap_baris

        temuan = terima.periksa(Path(sumber), rinci=True)
        kini = sidik_tiap_baris(self.snapshot)
        return Pratinjau(temuan, beda_tabel(kini, temuan.sidik_baris) if temuan.terbaca else ())

    def pulihkan(self, sumber: Path | str, pelaku: object = None, *, paksa: bool = False) -> Simpanan | None:
        """Put a checked file in the place of this one; gives where the former one is kept (see kembalikan).

        Only a file that is whole; one that differs from its seal only with `paksa`. From then on, until the file is
        opened again, backups are made but none is thinned out: a wrong restore must not push good ones away.

        Raises:
            BerkasRusak, Ditolak: refused, nothing moved; GagalSimpan: the old file stands.
        """
        self._boleh_menulis()
        path = self.path
        if path is None:
            raise Ditolak("Berkas di memori tidak dapat dipulihkan.")
        nama = Path(sumber).name
        with tempfile.TemporaryDirectory(prefix="lkjip-pulih-", ignore_cleanup_errors=True) as kerja:
            calon = Path(kerja, "calon.lkjip")
            temuan = ambil_terperiksa(Path(sumber), calon, paksa=paksa)
            self._sebelum("pulihkan")
            return self._ganti(
                lambda: toko_pulihkan.pulihkan(calon, path, alasan="pulih", kini=self._jam()),
                f"Pulihkan dari {nama} (revisi {temuan.revisi})",
                pelaku,
            )

    @classmethod
    def pulihkan_berkas(cls, sumber: Path | str, path: Path | str, *, paksa: bool = False) -> Simpanan | None:
        """As `pulihkan`, for a file that is not open here: whole, damaged or missing."""
        sumber, path = Path(sumber), Path(path)
        with contextlib.suppress(BerkasRusak, BerkasTidakAda), cls.buka(path) as ws:
            return ws.pulihkan(sumber, paksa=paksa)
        kini = sekarang()
        kunci = kunci_berkas.ambil(path, "", kini.isoformat(timespec="seconds"))
        try:
            with tempfile.TemporaryDirectory(prefix="lkjip-pulih-", ignore_cleanup_errors=True) as kerja:
                calon = Path(kerja, "calon.lkjip")
                ambil_terperiksa(sumber, calon, paksa=paksa)
                return toko_pulihkan.pulihkan(calon, path, alasan="pulih", kini=kini)
        finally:
            kunci.lepas()

    def kembalikan(self, simpanan: Simpanan, pelaku: object = None) -> Simpanan | None:
        """Undo a restore: the kept file takes its place again; what is there now is kept in its turn."""
        self._boleh_menulis()
        path = self.path
        assert path is not None
        return self._ganti(
            lambda: toko_pulihkan.kembalikan(simpanan, path, self._jam()), "Batalkan pemulihan berkas", pelaku
        )

    def simpanan(self) -> tuple[Simpanan, ...]:
        """Former states of this file that are kept beside it, oldest first."""
        return toko_pulihkan.simpanan(self.path) if self.path is not None else ()

    def _ganti(self, kerja: Callable[[], Any], label: str, pelaku: object) -> Simpanan | None:
        """Close, let `kerja` change the file on disk, open again: also when it failed, then as it was."""
        with self._cadang, self._kunci:
            path = self.path
            assert path is not None
            revisi = self.snapshot.revisi
            self._store.tutup()
            berhasil = False
            try:
                lama: Simpanan | None = kerja()
                berhasil = True
            finally:
                self._store = Store.buka(path)
                if berhasil:
                    self._jarangkan = False
                    catatan = Catatan(self.sekarang(), self._petugas, label, "[]", pagar=True)
                    self._store.tulis((), {}, catatan, paling_sedikit=revisi + 1)
                self._muat()
        _log.warning("berkas diganti: %s", label.split(" ", 1)[0].lower())
        self._beri_tahu(Changed(frozenset(), pelaku, "muat"))
        return lama


def ambil_terperiksa(sumber: Path, tujuan: Path, *, paksa: bool = False) -> Temuan:
    """Examine a file in a child and hand out the very bytes that were examined; raises BerkasRusak or Ditolak."""
    from lkjip_desktop.core.segel import Putusan
    from lkjip_desktop.store import terima

    with terima.Pemeriksa() as p:
        temuan = p.periksa(sumber)
        if not temuan.terbaca:
            raise BerkasRusak(f"“{sumber.name}” tidak dapat dipakai: {temuan.alasan}", "Berkas Anda tidak diubah.")
        if temuan.putusan is Putusan.BERUBAH and not paksa:
            raise Ditolak(
                f"“{sumber.name}” berubah: {temuan.alasan}", "Pakai cadangan lain, atau pulihkan dengan paksa."
            )
        terima.ambil_salinan(p, tujuan)
    return temuan


class Penyelamatan:
    """A damaged file and what can be put in its place; used in a with statement, nothing moves before `terapkan`."""

    def __init__(self, path: Path, kini: datetime) -> None:
        self._path, self._kini = path, kini
        self._kerja = tempfile.TemporaryDirectory(prefix="lkjip-selamat-", ignore_cleanup_errors=True)
        self.hasil = pemulihan.periksa(path, Path(self._kerja.name), lambda: folder_cadangan(path), kini, teliti=True)

    def __enter__(self) -> Penyelamatan:
        return self

    def __exit__(self, *_: object) -> None:
        self._kerja.cleanup()

    def terapkan(self) -> None:
        """Put the offered file in place; the damaged one is kept already. Raises GagalSimpan."""
        if self.hasil.calon is None:
            raise Ditolak("Tidak ada pengganti yang utuh untuk berkas itu.")
        toko_pulihkan.pulihkan(self.hasil.calon, self._path, alasan="rusak", kini=self._kini)
        _log.warning("berkas rusak diganti")
