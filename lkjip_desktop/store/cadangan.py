"""Automatic backups on this computer: when one is due, numbered and checked files, thinned, room watched."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lkjip_desktop.core.penjarangan import Titik, yang_dibuang
from lkjip_desktop.errors import BerkasError, GagalSimpan, LkjipError

from . import berkas
from .salinan import Lapor, baca_sha256, diam, gagal, hapus, sidik_berkas, terbitkan, ukuran_teks

#: Why a backup is made; the word stands in its name.
ALASAN = ("buka", "tutup", "berkala", "impor", "migrasi", "pulihkan", "kunci", "kirim", "tangan")
BERKALA = 30 * 60.0  # seconds of work
#: Below this much room the user is warned; the backup is still tried.
RUANG_SEDIKIT = 500 * 1024**2

_NAMA = re.compile(r"(\d{6})_(\d{8}-\d{6}[+-]\d{4})_r(\d+)_([a-z]+)\.lkjip")


@dataclass(frozen=True, slots=True)
class Cadangan:
    """One backup, as its name tells: number, clock of the machine, revision of the data, reason."""

    path: Path
    nomor: int
    waktu: datetime
    revisi: int
    alasan: str

    @property
    def ukuran(self) -> int:
        """Bytes, 0 when it is gone."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


@dataclass(frozen=True, slots=True)
class Hasil:
    """What came of one backup: None = the newest one holds the same already; `peringatan` about room, or ""."""

    cadangan: Cadangan | None
    dibuang: int = 0
    peringatan: str = ""


def folder_untuk(pangkal: Path, path: Path) -> Path:
    """The folder of one data file's backups below `pangkal`; told apart by the full path."""
    tanda = hashlib.sha256(os.path.normcase(os.path.realpath(path)).encode()).hexdigest()[:8]
    nama = re.sub(r"[^0-9A-Za-z_-]+", "-", path.stem).strip("-")[:40] or "data"
    return pangkal / f"{nama}-{tanda}"


def daftar(folder: Path) -> tuple[Cadangan, ...]:
    """The backups in a folder, oldest first by number."""
    keluar = []
    with contextlib.suppress(OSError):
        for p in folder.iterdir():
            if m := _NAMA.fullmatch(p.name):
                with contextlib.suppress(ValueError):
                    # Not strptime: it loads the names of months in the language of the system, at every start.
                    waktu = datetime.fromisoformat(m[2].replace("-", "T", 1))
                    keluar.append(Cadangan(p, int(m[1]), waktu, int(m[3]), m[4]))
    return tuple(sorted(keluar, key=lambda c: c.nomor))


def buat(
    salin: Callable[[Path], str],
    folder: Path,
    *,
    alasan: str,
    revisi: int,
    kini: datetime,
    jarangkan: bool = True,
    paksa: bool = False,
) -> Hasil:
    """Write one more backup, checked and read back, unless the newest holds the same bytes; then thin the old ones.

    `paksa` writes it in any case. Raises GagalSimpan when the place refuses, BerkasRusak when the data file is
    damaged: then nothing old is removed.
    """
    assert alasan in ALASAN, alasan
    ada = daftar(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sapu(folder)
        mentah = folder / f".{os.getpid()}.salinan"
        try:
            sha = salin(mentah)
            if not paksa and ada and baca_sha256(ada[-1].path) == sha and utuh(ada[-1]):
                return Hasil(None, 0, _ruang(folder))
            nomor = ada[-1].nomor + 1 if ada else 1
            jam = kini.strftime("%Y%m%d-%H%M%S%z")
            tujuan = folder / f"{nomor:06d}_{jam}_r{revisi}_{alasan}.lkjip"
            if terbitkan(mentah, tujuan) != sha:
                raise GagalSimpan("Cadangan tidak sama dengan datanya.", "Periksa cakram komputer ini.")
        finally:
            with contextlib.suppress(OSError):
                hapus(mentah)
    except OSError as e:
        raise gagal(e, folder) from e
    dibuang = _jarangkan(folder, kini) if jarangkan else 0
    return Hasil(Cadangan(tujuan, nomor, kini, revisi, alasan), dibuang, _ruang(folder))


def utuh(c: Cadangan) -> bool:
    """True when the bytes are still those that were written; one without its .sha256 is checked by structure."""
    try:
        if tertulis := baca_sha256(c.path):
            return sidik_berkas(c.path) == tertulis
        berkas.periksa_isi(c.path)
    except (OSError, LkjipError):
        return False
    return True


def terbaru_utuh(folder: Path) -> Cadangan | None:
    """The newest backup that passes its check, None when there is none."""
    for c in reversed(daftar(folder)):
        if utuh(c):
            with contextlib.suppress(BerkasError):
                berkas.periksa_isi(c.path)
                return c
    return None


def salin_ke(
    salin: Callable[[Path], str], folder: Path, nama: str, *, revisi: int, kini: datetime, lapor: Lapor = diam
) -> tuple[Path, str]:
    """Cadangkan: the whole file, journal included, to a place of the user's; gives path and SHA-256.

    Raises:
        GagalSimpan, BerkasRusak, Dibatalkan: nothing with the final name is there.
    """
    tujuan = folder / f"{nama}_cadangan_{kini:%Y%m%d-%H%M%S}_r{revisi:04d}.lkjip"
    try:
        with tempfile.TemporaryDirectory(prefix="lkjip-cadang-", ignore_cleanup_errors=True) as kerja:
            lapor("Menyusun salinan", 0, 1)
            mentah = Path(kerja, "salinan.lkjip")
            salin(mentah)
            return tujuan, terbitkan(mentah, tujuan, lapor)
    except OSError as e:
        raise gagal(e, folder) from e


def _jarangkan(folder: Path, kini: datetime) -> int:
    """Remove what the rule no longer keeps; a file that cannot be removed stays for the next time."""
    ada = daftar(folder)
    buang = yang_dibuang([Titik(c.nomor, c.waktu) for c in ada], kini)
    n = 0
    for c in ada:
        if c.nomor in buang:
            with contextlib.suppress(OSError):
                hapus(c.path)
                hapus(Path(f"{c.path}.sha256"))
                n += 1
    return n


def _sapu(folder: Path) -> None:
    """Remove what a program that died left half written; our own suffixes only, and nothing younger than an hour."""
    for p in folder.iterdir():
        if p.name.endswith((".part", ".salinan", ".bagian")):
            with contextlib.suppress(OSError):
                if abs(time.time() - p.stat().st_mtime) > 3600:
                    hapus(p)


def _ruang(folder: Path) -> str:
    with contextlib.suppress(OSError):
        bebas = shutil.disk_usage(folder).free
        if bebas < RUANG_SEDIKIT:
            sisa = ukuran_teks(bebas)
            return f"Ruang untuk cadangan tinggal {sisa}. Kosongkan cakram, atau pindahkan tempat cadangan."
    return ""


class Penjaga:
    """Decides when a periodic backup is due: half an hour of work with a change, on a clock that cannot jump."""

    def __init__(self, revisi: int, detik: Callable[[], float] = time.monotonic) -> None:
        self._detik = detik
        self._revisi = revisi
        self._sejak: float | None = None

    def perlu(self, revisi: int) -> bool:
        """Ask from time to time; True when changes have waited for half an hour."""
        if revisi == self._revisi:
            self._sejak = None
            return False
        if self._sejak is None:
            self._sejak = self._detik()
        return self._detik() - self._sejak >= BERKALA

    def tercadang(self, revisi: int) -> None:
        """A backup of this revision was made."""
        self._revisi = revisi
        self._sejak = None
