"""Kirim: a sealed copy without journal, drafts and settings, proved by its own content before it leaves."""

from __future__ import annotations

import logging
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from lkjip_desktop.core.segel import Segel, nama_kiriman
from lkjip_desktop.errors import BerkasRusak, GagalSimpan

from . import berkas, rahasia
from .migrations import MIGRASI
from .salinan import Lapor, diam, gagal, sidik_berkas, terbitkan
from .sidik_isi import Isi, baca_isi
from .store import Store

_log = logging.getLogger("lkjip.kiriman")

#: A finished copy of everything under this path; gives its SHA-256 (Store.salin).
Salin = Callable[[Path], str]
#: The seal of this content.
BuatSegel = Callable[[Isi], Segel]


@dataclass(frozen=True, slots=True)
class Kiriman:
    """A sent file: where it lies, the SHA-256 and size of the `.lkjip` itself, its seal.

    With a secret `path` ends in .lkjip.age; code and receipt are still those of the .lkjip inside.
    """

    path: Path
    nama: str  # of the .lkjip
    sha256: str
    ukuran: int
    segel: Segel


def kirim(
    salin: Salin,
    buat_segel: BuatSegel,
    folder: Path,
    *,
    arsip: Path | None = None,
    kunci: rahasia.Kunci | None = None,
    lapor: Lapor = diam,
) -> Kiriman:
    """Make, check and publish a sealed copy in `folder`, and keep the same bytes in `arsip` on this computer.

    Raises:
        GagalSimpan, BerkasRusak, Dibatalkan: nothing with the final name is in `folder`.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="lkjip-kirim-", ignore_cleanup_errors=True) as kerja:
            lapor("Menyusun salinan", 0, 3)
            mentah, jadi = Path(kerja, "mentah.lkjip"), Path(kerja, "jadi.lkjip")
            salin(mentah)
            lapor("Menyegel", 1, 3)
            segel = segel_salinan(mentah, jadi, buat_segel)
            lapor("Memeriksa segel", 2, 3)
            _buktikan(jadi, segel)
            sha, ukuran = sidik_berkas(jadi), jadi.stat().st_size
            nama = nama_kiriman(segel)
            if arsip is not None:
                _simpan(jadi, arsip, nama, lapor)
            if kunci is None:
                tujuan = folder / nama
                terbitkan(jadi, tujuan, lapor)
            else:
                lapor("Menyandikan", 0, 1)
                tujuan = folder / f"{nama}.age"
                tersandi = Path(kerja, "jadi.age")
                tersandi.write_bytes(rahasia.tutup(jadi.read_bytes(), kunci))
                terbitkan(tersandi, tujuan, lapor)
            return Kiriman(tujuan, nama, sha, ukuran, segel)
    except OSError as e:
        raise gagal(e, folder) from e


def _simpan(jadi: Path, arsip: Path, nama: str, lapor: Lapor) -> None:
    """Keep what is sent on this computer too; a full disk here is no reason not to send."""
    try:
        arsip.mkdir(parents=True, exist_ok=True)
        terbitkan(jadi, arsip / nama, lapor)
    except (GagalSimpan, OSError) as e:
        _log.error("kiriman tidak tersimpan di komputer ini: %s", type(e).__name__)


def segel_salinan(mentah: Path, jadi: Path, buat_segel: BuatSegel) -> Segel:
    """Take out of a copy what does not leave the office, seal it, and write it anew without a trace of the rest."""
    conn = sqlite3.connect(mentah, isolation_level=None)
    try:
        conn.execute("PRAGMA synchronous = OFF")  # a private copy; what leaves is written by VACUUM INTO and synced
        revisi = Store(berkas.Sambungan(conn, None)).baca().revisi
        for tabel in ("jurnal", "draf", "setelan", "segel"):
            conn.execute(f"DELETE FROM {tabel}")
        Store(berkas.Sambungan(conn, None)).bersihkan_blob()
        isi = baca_isi(conn)
        segel = buat_segel(replace(isi, snapshot=replace(isi.snapshot, revisi=revisi)))
        Store(berkas.Sambungan(conn, None)).catat_segel(segel)
        conn.execute("VACUUM INTO ?", (str(jadi),))
    except sqlite3.Error as e:
        raise berkas.galat(e, jadi.name, menulis=True) from e
    finally:
        conn.close()
    return segel


def _buktikan(jadi: Path, segel: Segel) -> None:
    """Compute everything anew from the finished file; what is sent states nothing that was not read back."""
    berkas.periksa_isi(jadi)
    conn = sqlite3.connect(f"{jadi.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        isi = baca_isi(conn)
        sisa = conn.execute(
            "SELECT (SELECT count(*) FROM jurnal) + (SELECT count(*) FROM draf) + (SELECT count(*) FROM setelan)"
        ).fetchone()[0]
    finally:
        conn.close()
    baik = isi.sidik == segel.sidik and isi.baris == segel.baris and isi.berkas == segel.berkas
    if not baik or sisa or segel.skema != len(MIGRASI):
        raise BerkasRusak("Kiriman yang disusun tidak sama dengan datanya, jadi tidak dikirim.", "Ulangi sekali lagi.")
