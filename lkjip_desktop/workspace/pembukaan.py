"""Before a file is open: who has it, did the last session end well, may a stranger's journal lie beside it."""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from lkjip_desktop import tempat
from lkjip_desktop.errors import BerkasError, BerkasRusak, BerkasTerkunci
from lkjip_desktop.store import berkas, cadangan, kunci_berkas, pemulihan
from lkjip_desktop.store.store import Store

# Without a log (see catatan) nothing is said on standard error, which belongs to the command line.
logging.getLogger("lkjip").addHandler(logging.NullHandler())
_log = logging.getLogger("lkjip.buka")


@dataclass(slots=True)
class Terbuka:
    """An open store; `lepas` is called after it is closed. `pesan` is for the user, "" = nothing to say.

    `intip` says that somebody works in the file and this is a copy of what was saved last."""

    store: Store
    lepas: Callable[[], None]
    pesan: str = ""
    intip: bool = False


def folder_cadangan(path: Path) -> Path:
    """Where the automatic backups of a file lie."""
    return cadangan.folder_untuk(tempat.folder_cadangan(), path)


def buka(path: Path, *, hanya_baca: bool, petugas: str, kini: datetime, paksa: bool = False) -> Terbuka:
    """Take the lock, let an interrupted step be finished, and open.

    `hanya_baca` also opens a file that somebody is working in: as a copy of its last saved state. `paksa` takes
    over the lock of another PC, when the user knows that nobody works there.

    Raises:
        BerkasTerkunci: names PC, person and time; BerkasRusak: damaged, see `pemulihan`; other BerkasError.
    """
    if hanya_baca:
        return _buka_baca(path)
    berkas.periksa_kepala(path)  # no lock file beside what is missing or not ours
    kunci = kunci_berkas.ambil(path, petugas, kini.isoformat(timespec="seconds"), paksa=paksa)
    try:
        with tempfile.TemporaryDirectory(prefix="lkjip-buka-", ignore_cleanup_errors=True) as kerja:
            hasil = pemulihan.periksa(
                path, Path(kerja), lambda: folder_cadangan(path), kini, putus=kunci.lama is not None
            )
        if hasil.keadaan in (pemulihan.Keadaan.TAWARAN, pemulihan.Keadaan.BUNTU):
            raise BerkasRusak(hasil.pesan, "Buka lewat Pulihkan untuk memilih penggantinya.")
        store = Store.buka(path)
    except BaseException:
        kunci.lepas()
        raise
    if store.alasan:
        kunci.lepas()
    pesan = hasil.pesan if hasil.keadaan is pemulihan.Keadaan.DIPULIHKAN else ""
    if pesan:
        _log.warning("dipulihkan: langkah yang terputus diselesaikan")
    return Terbuka(store, kunci.lepas, pesan)


def _buka_baca(path: Path) -> Terbuka:
    try:
        return Terbuka(Store.buka(path, hanya_baca=True), _diam)
    except BerkasTerkunci:
        if berkas.terbuka(path):
            raise
    kerja = tempfile.mkdtemp(prefix="lkjip-baca-")
    try:
        salinan = _intip(path, Path(kerja))
        s = berkas.buka(salinan, hanya_baca=True)
    except BaseException:
        shutil.rmtree(kerja, ignore_errors=True)
        raise
    siapa = kunci_berkas.baca(path)
    oleh = f" oleh {siapa.nama or 'pengguna lain'} di komputer {siapa.pc}" if siapa else " di tempat lain"
    alasan = f"Berkas sedang dibuka{oleh}; yang tampil adalah keadaan terakhir yang tersimpan, hanya untuk dibaca."
    return Terbuka(Store(replace(s, path=path, alasan=alasan)), _buang(kerja), intip=True)


def _intip(path: Path, kerja: Path) -> Path:
    """A copy of a file that another process works in, taken while no step is under way there.

    Its journal is empty between two steps; a copy is whole when it was so before and after, and nothing moved.
    """
    salinan = kerja / path.name
    for _ in range(20):
        sebelum = _rupa(path)
        if sebelum is not None:
            shutil.copyfile(path, salinan)
            if _rupa(path) == sebelum:
                berkas.periksa_isi(salinan)
                return salinan
        time.sleep(0.05)
    raise BerkasTerkunci(f"Berkas “{path.name}” sedang ditulis di tempat lain.", "Coba lagi sebentar lagi.")


def _rupa(path: Path) -> tuple[int, int] | None:
    """Size and time of a file at rest, None while a step is being written."""
    try:
        if Path(f"{path}-journal").stat().st_size:
            return None
    except FileNotFoundError:
        pass
    except OSError as e:
        raise BerkasError(f"Berkas “{path.name}” tidak dapat dibaca.") from e
    st = path.stat()
    return st.st_size, st.st_mtime_ns


def _buang(folder: str) -> Callable[[], None]:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def _diam() -> None:
    return
