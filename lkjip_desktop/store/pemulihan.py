"""Recovery as a machine of few states: what is wrong with a file, what may be tried, what is offered.

Nothing here replaces the user's file: candidates are made on copies, and pulihkan puts a chosen one in place.
An operating error (permission, medium) never counts as damage: it is no reason to touch anything.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from lkjip_desktop.errors import (
    BerkasError,
    BerkasLebihBaru,
    BerkasRusak,
    BerkasTidakAda,
    BukanBerkasKita,
    LkjipError,
)

from . import berkas, cadangan, pulihkan
from .migrations import MIGRASI
from .sidik_isi import baca_isi

_log = logging.getLogger("lkjip.pemulihan")


class Keadaan(StrEnum):
    """Where the machine stands; the last six are ends."""

    MULAI = "mulai"
    PERIKSA_SESUDAH_PUTUS = "periksa sesudah putus"
    SIMPAN_BUKTI = "simpan bukti"
    COBA_TANPA_JURNAL = "coba tanpa jurnal"
    COBA_INDEKS = "coba indeks"
    CARI_CADANGAN = "cari cadangan"
    BAIK = "baik"
    DIPULIHKAN = "dipulihkan"  # an interrupted step was taken back or finished by SQLite; nothing to ask
    TAWARAN = "tawaran"  # damaged; a candidate is offered
    BUNTU = "buntu"  # damaged; nothing to offer
    GAGAL_OPERASI = "gagal operasi"  # permission, medium, lock: not the file's fault
    BUKAN_URUSAN = "bukan urusan"  # missing, foreign or newer: nothing to recover


class Peristiwa(StrEnum):
    """What a look at the file, or an attempt, can end in."""

    BERSIH = "bersih"
    PUTUS = "putus"  # the last session did not end cleanly
    PENDAMPING_ASING = "pendamping asing"  # a journal that belongs to another file of this name
    UTUH = "utuh"
    RUSAK = "rusak"
    OPERASI = "operasi"
    LAIN = "lain"
    TERSIMPAN = "tersimpan"
    ADA = "ada"
    TIDAK_ADA = "tidak ada"


K, P = Keadaan, Peristiwa
#: The whole machine; a pair that is not here cannot happen, and OPERASI always ends in GAGAL_OPERASI.
LANGKAH: dict[tuple[Keadaan, Peristiwa], Keadaan] = {
    (K.MULAI, P.BERSIH): K.BAIK,
    (K.MULAI, P.LAIN): K.BUKAN_URUSAN,
    (K.MULAI, P.PUTUS): K.PERIKSA_SESUDAH_PUTUS,
    (K.MULAI, P.RUSAK): K.SIMPAN_BUKTI,
    (K.MULAI, P.PENDAMPING_ASING): K.SIMPAN_BUKTI,
    (K.PERIKSA_SESUDAH_PUTUS, P.UTUH): K.DIPULIHKAN,
    (K.PERIKSA_SESUDAH_PUTUS, P.RUSAK): K.SIMPAN_BUKTI,
    (K.SIMPAN_BUKTI, P.TERSIMPAN): K.COBA_TANPA_JURNAL,
    (K.COBA_TANPA_JURNAL, P.UTUH): K.TAWARAN,
    (K.COBA_TANPA_JURNAL, P.RUSAK): K.COBA_INDEKS,
    (K.COBA_INDEKS, P.UTUH): K.TAWARAN,
    (K.COBA_INDEKS, P.RUSAK): K.CARI_CADANGAN,
    (K.CARI_CADANGAN, P.ADA): K.TAWARAN,
    (K.CARI_CADANGAN, P.TIDAK_ADA): K.BUNTU,
}
AKHIR = frozenset({K.BAIK, K.DIPULIHKAN, K.TAWARAN, K.BUNTU, K.GAGAL_OPERASI, K.BUKAN_URUSAN})


def lanjut(keadaan: Keadaan, peristiwa: Peristiwa) -> Keadaan:
    """The next state; raises KeyError for what cannot happen."""
    if peristiwa is P.OPERASI and keadaan not in AKHIR:
        return K.GAGAL_OPERASI
    return LANGKAH[keadaan, peristiwa]


@dataclass(frozen=True, slots=True)
class Hasil:
    """How it ended: `calon` = the file that is offered, `cara` how it was won, `bukti` where the damaged one is kept.

    `jejak` are the states passed through. `pesan` is what the user is told, "" when there is nothing to tell.
    """

    keadaan: Keadaan
    pesan: str
    jejak: tuple[Keadaan, ...]
    calon: Path | None = None
    cara: str = ""
    bukti: pulihkan.Simpanan | None = None
    galat: LkjipError | None = None


def periksa(
    path: Path,
    kerja: Path,
    folder_cadangan: Callable[[], Path] | None,
    kini: datetime,
    *,
    putus: bool = False,
    teliti: bool = False,
) -> Hasil:
    """Look at a file that nobody has open, and if it is damaged prepare what can be offered.

    `kerja` is a folder for candidates (the caller keeps it until he chose). `putus`: a lock file tells that the
    last session died. `teliti`: check the content even after a clean end.
    """
    return _Mesin(path, kerja, folder_cadangan, kini, putus, teliti).jalan()


class _Mesin:
    def __init__(
        self,
        path: Path,
        kerja: Path,
        cadangan: Callable[[], Path] | None,
        kini: datetime,
        putus: bool,
        teliti: bool,
    ) -> None:
        self.path, self.kerja, self.cadangan, self.kini = path, kerja, cadangan, kini
        self.putus, self.teliti = putus, teliti
        self.semula: Path | None = None  # as it was before SQLite finished the broken step
        self.calon: Path | None = None
        self.cara = ""
        self.bukti: pulihkan.Simpanan | None = None
        self.galat: LkjipError | None = None

    def jalan(self) -> Hasil:
        kerja: dict[Keadaan, Callable[[], Peristiwa]] = {
            K.MULAI: self._mulai,
            K.PERIKSA_SESUDAH_PUTUS: self._sesudah_putus,
            K.SIMPAN_BUKTI: self._simpan_bukti,
            K.COBA_TANPA_JURNAL: self._tanpa_jurnal,
            K.COBA_INDEKS: self._indeks,
            K.CARI_CADANGAN: self._cari,
        }
        keadaan, jejak = K.MULAI, [K.MULAI]
        while keadaan not in AKHIR:
            try:
                peristiwa = kerja[keadaan]()
            except (BerkasTidakAda, BukanBerkasKita, BerkasLebihBaru) as e:
                self.galat = e
                peristiwa = P.LAIN if keadaan is K.MULAI else P.RUSAK
            except BerkasRusak as e:
                self.galat = e
                peristiwa = P.RUSAK
            except (BerkasError, OSError) as e:
                self.galat = e if isinstance(e, LkjipError) else BerkasError("Berkas atau medianya tidak menjawab.")
                peristiwa = P.OPERASI
            keadaan = lanjut(keadaan, peristiwa)
            jejak.append(keadaan)
        if keadaan is not K.BAIK:
            _log.warning("pemeriksaan berkas: %s", " > ".join(jejak))
        return Hasil(keadaan, self._pesan(keadaan), tuple(jejak), self.calon, self.cara, self.bukti, self.galat)

    def _pesan(self, keadaan: Keadaan) -> str:
        nama = f"Berkas “{self.path.name}”"
        if keadaan is K.DIPULIHKAN:
            return f"{nama} dipulihkan ke langkah terakhir yang tersimpan."
        if keadaan is K.TAWARAN:
            return f"{nama} rusak. Yang rusak sudah disimpan; tersedia penggantinya: {self.cara}."
        if keadaan is K.BUNTU:
            return f"{nama} rusak dan tidak ada cadangan yang utuh di komputer ini. Berkas yang rusak tetap disimpan."
        return str(self.galat) if self.galat else ""

    # ------------------------------------------------------------------------------------------- the steps
    def _mulai(self) -> Peristiwa:
        berkas.periksa_kepala(self.path)
        if pendamping_asing(self.path):
            return P.PENDAMPING_ASING
        if self.putus or _berisi(Path(f"{self.path}-journal")):
            return P.PUTUS
        if self.teliti:
            _periksa_penuh(self.path)
        return P.BERSIH

    def _sesudah_putus(self) -> Peristiwa:
        """Let SQLite finish on the file itself, as it would at any opening, then look at everything."""
        if _berisi(Path(f"{self.path}-journal")):
            self.semula = self.kerja / "semula.lkjip"
            for p in (self.path, *pulihkan.pendamping(self.path)):
                shutil.copyfile(p, f"{self.semula}{p.name[len(self.path.name) :]}")
        berkas.tutup(berkas.buka(self.path))
        _periksa_penuh(self.path)
        return P.UTUH

    def _simpan_bukti(self) -> Peristiwa:
        self.bukti = pulihkan.simpan(self.path, "rusak", self.kini, dari=self.semula)
        return P.TERSIMPAN

    def _tanpa_jurnal(self) -> Peristiwa:
        """The main file as it lies there; right when a journal of another file was put beside it."""
        calon = self._salin("tanpa-jurnal.lkjip")
        _periksa_penuh(calon)
        self.calon, self.cara = calon, "berkas itu sendiri tanpa berkas pendamping yang bukan miliknya"
        return P.UTUH

    def _indeks(self) -> Peristiwa:
        """Indexes are derived: where only they are hurt, building them anew loses nothing."""
        calon = self._salin("indeks.lkjip")
        conn = sqlite3.connect(calon, isolation_level=None)
        try:
            conn.execute("REINDEX")
        except sqlite3.Error as e:
            raise berkas.galat(e, self.path.name) from e
        finally:
            conn.close()
        _periksa_penuh(calon)
        self.calon, self.cara = calon, "berkas itu sendiri dengan indeks yang dibangun ulang"
        return P.UTUH

    def _cari(self) -> Peristiwa:
        c = cadangan.terbaru_utuh(self.cadangan()) if self.cadangan is not None else None
        if c is None:
            return P.TIDAK_ADA
        self.calon = c.path
        self.cara = f"cadangan {c.waktu:%d-%m-%Y %H.%M} (revisi {c.revisi})"
        return P.ADA

    def _salin(self, nama: str) -> Path:
        calon = self.kerja / nama
        shutil.copyfile(self.path, calon)
        return calon


def _periksa_penuh(path: Path) -> None:
    """Structure, references, and that every row and attachment can be read."""
    berkas.periksa_isi(path)
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as conn:
        (versi,) = conn.execute("PRAGMA user_version").fetchone()
        if versi == len(MIGRASI):
            baca_isi(conn)


def _berisi(p: Path) -> bool:
    try:
        return p.stat().st_size > 0
    except OSError:
        return False


def pendamping_asing(path: Path) -> bool:
    """True when a side file lies beside the file that was surely not written for it; SQLite would apply it."""
    jurnal = Path(f"{path}-journal")
    # This program never makes a -wal, and SQLite reads one even beside a file of the other mode.
    return _berisi(Path(f"{path}-wal")) or (_berisi(jurnal) and not jurnal_milik(path, jurnal))


def jurnal_milik(path: Path, jurnal: Path) -> bool:
    """False when a rollback journal was surely not written for this main file, as after a copy put over it.

    The journal holds the pages as they were before the step. Page 1 there bears the change counter of that state;
    the file has the same one, or the next when the step had reached it. The file is never shorter than the journal
    says it was, and not longer either while the journal counts no page. Where the journal has no page 1 nothing
    more speaks against it.
    """
    with open(jurnal, "rb") as f:
        kepala = f.read(28)
        if len(kepala) < 28 or kepala[:8] != bytes.fromhex("d9d505f920a163d7"):
            return True  # SQLite itself ignores such a journal
        jumlah, _acak, awal, sektor, halaman = struct.unpack(">5I", kepala[8:28])
        if not 512 <= halaman <= 65536 or halaman & (halaman - 1) or not 32 <= sektor <= 65536:
            return True
        pencacah_lama = -1
        f.seek(sektor)
        for _ in range(jumlah):
            rekam = f.read(halaman + 8)
            if len(rekam) < halaman + 8:
                break
            if struct.unpack(">I", rekam[:4])[0] == 1:
                pencacah_lama = struct.unpack(">I", rekam[28:32])[0]
                break
    with open(path, "rb") as f:
        utama = f.read(100)
    (halaman_utama,) = struct.unpack(">H", utama[16:18])
    if (65536 if halaman_utama == 1 else halaman_utama) != halaman:
        return False
    ukuran = path.stat().st_size
    if ukuran < awal * halaman or (not jumlah and ukuran != awal * halaman):
        return False
    (pencacah,) = struct.unpack(">I", utama[24:28])
    return pencacah_lama < 0 or (pencacah - pencacah_lama) & 0xFFFFFFFF in (0, 1)
