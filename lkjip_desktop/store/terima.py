"""A received file: what it is, found out in a child process on a private copy of the main file alone.

Nothing in a received file is believed before it was checked: its schema must be, word for word, one that this
program has made; its side files are left behind; and the child has limits of time, memory and writing.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import multiprocessing as mp
import shutil
import sqlite3
import struct
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any

from lkjip_desktop.core.segel import Putusan, Segel, baca_segel
from lkjip_desktop.core.sidik import sidik as sidik_snapshot
from lkjip_desktop.errors import (
    BerkasError,
    BerkasLebihBaru,
    BerkasRusak,
    BerkasTidakAda,
    BukanBerkasKita,
    LkjipError,
)

from . import berkas
from .beda_tabel import sidik_tiap_baris
from .migrations import MIGRASI, terapkan
from .salinan import baca_sha256
from .sidik_isi import baca_isi

BATAS_UKURAN = 1 << 30
BATAS_NILAI = 64 << 20  # one value: an attachment has at most 20 MB
BATAS_MEMORI = 1 << 31
BATAS_TUMPUKAN = 512 << 20  # what SQLite itself may take
BATAS_DETIK = 30.0

_PRAGMA = frozenset({"integrity_check", "foreign_key_check", "user_version"})
_FUNGSI = frozenset({"count", "max", "coalesce"})


@dataclass(frozen=True, slots=True)
class Temuan:
    """What was found out about a received file; `alasan` is one Indonesian sentence for it.

    `sha256` is of its bytes; `sidik` of its content as papers show it; `cocok_sha256` tells whether NAME.sha256
    beside it agrees (None = there is none). `baris` counts rows by table. `sidik_baris` (asked for only by
    restore) holds table -> id -> short fingerprint.
    """

    putusan: Putusan
    alasan: str
    nama: str = ""
    sha256: str = ""
    ukuran: int = 0
    versi: int = 0
    revisi: int = 0
    sidik: str = ""
    segel: Segel | None = None
    cocok_sha256: bool | None = None
    baris: Mapping[str, int] = field(default_factory=dict)
    sidik_baris: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    langkah: tuple[tuple[str, str], ...] = ()  # last steps of the journal: (time, label)

    @property
    def terbaca(self) -> bool:
        """True when the content could be read without fault (it may still differ from its seal)."""
        return self.putusan in (Putusan.ASLI, Putusan.MENTAH, Putusan.BERUBAH)


# ------------------------------------------------------------------------------------------- in the parent
def periksa(path: Path, *, rinci: bool = False, detik: float = BATAS_DETIK) -> Temuan:
    """The verdict on one received file; never raises for what the file holds."""
    with Pemeriksa(detik) as p:
        return p.periksa(path, rinci=rinci)


class Pemeriksa:
    """Examines received files one after the other, all in the same child while it behaves.

    The private copy of the file examined last stays at `salinan` until the next one or the end.
    """

    def __init__(self, detik: float = BATAS_DETIK) -> None:
        self._detik = detik
        self._kerja = tempfile.TemporaryDirectory(prefix="lkjip-terima-", ignore_cleanup_errors=True)
        self._anak: mp.process.BaseProcess | None = None
        self._pipa: Connection | None = None

    @property
    def salinan(self) -> Path:
        """The private copy of the main file."""
        return Path(self._kerja.name, "terima.lkjip")

    def __enter__(self) -> Pemeriksa:
        return self

    def __exit__(self, k: type[BaseException] | None, e: BaseException | None, t: TracebackType | None) -> None:
        self._akhiri()
        self._kerja.cleanup()

    def periksa(self, path: Path, *, rinci: bool = False) -> Temuan:
        """Copy, hash, examine; a child that dies or hangs makes the file `rusak`, and the next one gets a new child."""
        try:
            if berkas.terbuka(path):
                raise BerkasError(f"Berkas “{path.name}” sedang dibuka di program ini.", "Periksa salinannya.")
            if path.is_dir():
                raise BukanBerkasKita(f"“{path.name}” adalah folder, bukan berkas data.")
            sha, ukuran = _ambil(path, self.salinan)
        except OSError:
            return Temuan(Putusan.RUSAK, f"“{path.name}” tidak dapat dibaca dari medianya.", path.name)
        except BerkasTidakAda as e:
            return Temuan(Putusan.RUSAK, str(e), path.name)
        except BerkasError as e:
            return Temuan(Putusan.ASING, str(e), path.name)
        temuan = self._tanya(rinci)
        # The child knows the private copy only; the user knows the file by its own name.
        alasan = temuan.alasan.replace(self.salinan.name, path.name)
        temuan = replace(temuan, alasan=alasan, nama=path.name, sha256=sha, ukuran=ukuran)
        return _dengan_sha256(temuan, baca_sha256(path))

    def _tanya(self, rinci: bool) -> Temuan:
        if self._anak is None:
            self._mulai()
        assert self._pipa is not None
        try:
            self._pipa.send_bytes(json.dumps([str(self.salinan), rinci, self._detik]).encode())
            if not self._pipa.poll(self._detik + 5):
                raise TimeoutError
            return _dari_json(self._pipa.recv_bytes(BATAS_NILAI))
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            self._akhiri()
            return Temuan(Putusan.RUSAK, "Pemeriksaan tidak selesai: isi berkasnya di luar kewajaran.")

    def _mulai(self) -> None:
        konteks = mp.get_context("spawn")
        self._pipa, ujung = konteks.Pipe()
        anak = konteks.Process(target=_layani, args=(ujung,), daemon=True)
        try:
            anak.start()
        except OSError as e:  # no memory for another process, or a guard against viruses that forbids it
            raise BerkasError(
                "Pemeriksaan berkas tidak dapat dimulai pada komputer ini.",
                "Tutup program lain atau izinkan LKjIP Desktop pada antivirus, lalu coba lagi.",
            ) from e
        finally:
            ujung.close()
        self._anak = anak

    def _akhiri(self) -> None:
        if self._pipa is not None:
            self._pipa.close()
            self._pipa = None
        if self._anak is not None:
            self._anak.join(0.5)
            if self._anak.is_alive():
                self._anak.kill()
                self._anak.join()
            self._anak.close()
            self._anak = None


def _ambil(path: Path, salinan: Path) -> tuple[str, int]:
    """Copy the main file alone; gives its SHA-256 and size."""
    if not path.exists():
        raise BerkasTidakAda(f"Berkas “{path.name}” tidak ditemukan.", "Periksa nama dan tempatnya.")
    h, n = hashlib.sha256(), 0
    with open(path, "rb") as dari, open(salinan, "wb") as ke:
        while isi := dari.read(1 << 20):
            n += len(isi)
            if n > BATAS_UKURAN:
                raise BukanBerkasKita(f"Berkas “{path.name}” terlalu besar untuk berkas data LKjIP.")
            h.update(isi)
            ke.write(isi)
    return h.hexdigest(), n


def _dengan_sha256(t: Temuan, tertulis: str) -> Temuan:
    if not tertulis:
        return t
    cocok = tertulis == t.sha256
    if not cocok and t.putusan in (Putusan.ASLI, Putusan.MENTAH):
        return replace(
            t,
            putusan=Putusan.BERUBAH,
            alasan="Byte berkas ini tidak sama dengan yang tertulis pada berkas .sha256 di sampingnya.",
            cocok_sha256=False,
        )
    return replace(t, cocok_sha256=cocok)


def _dari_json(teks: bytes) -> Temuan:
    isi: dict[str, Any] = json.loads(teks)
    segel = isi.pop("segel")
    return Temuan(
        putusan=Putusan(isi.pop("putusan")),
        segel=baca_segel(segel) if segel else None,
        langkah=tuple((str(w), str(label)) for w, label in isi.pop("langkah")),
        **isi,
    )


# -------------------------------------------------------------------------------------------- in the child
def _layani(pipa: Connection) -> None:
    """Main of the child: one answer for each file, until the parent goes."""
    _batasi()
    with contextlib.suppress(EOFError, OSError):
        while True:
            path, rinci, detik = json.loads(pipa.recv_bytes())
            t = nilai(Path(path), rinci=rinci, detik=detik)
            pipa.send_bytes(
                json.dumps(
                    {
                        "putusan": t.putusan,
                        "alasan": t.alasan,
                        "versi": t.versi,
                        "revisi": t.revisi,
                        "sidik": t.sidik,
                        "segel": t.segel.teks() if t.segel else "",
                        "baris": dict(t.baris),
                        "sidik_baris": dict(t.sidik_baris),
                        "langkah": t.langkah,
                    }
                ).encode()
            )


def _batasi() -> None:
    if sys.platform == "win32":
        return  # SQLite's own heap limit and the parent's clock hold there
    import resource

    for jenis, batas in ((resource.RLIMIT_AS, BATAS_MEMORI), (resource.RLIMIT_FSIZE, 1 << 20)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(jenis, (batas, batas))


def nilai(path: Path, *, rinci: bool = False, detik: float = BATAS_DETIK, migrasi: Sequence[str] = MIGRASI) -> Temuan:
    """The verdict on a private copy, in this process; what the child runs."""
    try:
        versi = _kepala(path, migrasi)
        with contextlib.closing(_buka(path, detik)) as conn:
            _skema(conn, versi, migrasi)
            _jaga(conn)
            return _isi(conn, versi, rinci, migrasi)
    except BerkasLebihBaru as e:
        return Temuan(Putusan.LEBIH_BARU, str(e))
    except BukanBerkasKita as e:
        return Temuan(Putusan.ASING, str(e))
    except LkjipError as e:
        return Temuan(Putusan.RUSAK, str(e))
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, ValueError, TypeError, MemoryError, RecursionError):
        return Temuan(Putusan.RUSAK, "Isi berkas tidak terbaca utuh.")


def _kepala(path: Path, migrasi: Sequence[str]) -> int:
    """What 100 bytes tell: ours, not newer, whole to the byte, and not in a mode that needs side files."""
    versi = berkas.periksa_kepala(path, len(migrasi))
    ukuran = path.stat().st_size
    with open(path, "rb") as f:
        kepala = f.read(100)
    halaman = struct.unpack(">H", kepala[16:18])[0] or 0
    halaman = 65536 if halaman == 1 else halaman
    jumlah = struct.unpack(">I", kepala[28:32])[0]
    if ukuran > BATAS_UKURAN:
        raise BukanBerkasKita("Berkas terlalu besar untuk berkas data LKjIP.")
    if ukuran % halaman or jumlah * halaman != ukuran:
        raise BerkasRusak("Ukuran berkas tidak sama dengan yang dinyatakan kepalanya.")
    if tuple(kepala[18:20]) != (1, 1):
        raise BerkasRusak("Berkas ini bukan salinan resmi.", "Minta dikirim lagi lewat menu Kirim atau Cadangkan.")
    return versi


def _buka(path: Path, detik: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    conn = sqlite3.connect(uri, uri=True, isolation_level=None)
    habis = time.monotonic() + detik
    conn.set_progress_handler(lambda: time.monotonic() > habis, 10_000)
    for batas, n in (
        (sqlite3.SQLITE_LIMIT_LENGTH, BATAS_NILAI),
        (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (sqlite3.SQLITE_LIMIT_COLUMN, 200),
        (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
        (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 10),
        (sqlite3.SQLITE_LIMIT_VDBE_OP, 100_000),
        (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 16),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
        (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
    ):
        conn.setlimit(batas, n)
    if sys.version_info >= (3, 12):
        for pilihan, ya in (
            (sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True),
            (sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False),
            (sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False),
            (sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False),
        ):
            conn.setconfig(pilihan, ya)
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "query_only = ON",
        f"hard_heap_limit = {BATAS_TUMPUKAN}",
    ):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def _susunan(conn: sqlite3.Connection) -> set[tuple[str, str, str, str]]:
    return set(conn.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"))


def _skema(conn: sqlite3.Connection, versi: int, migrasi: Sequence[str]) -> None:
    """Nothing but the tables that this program makes, word for word: no view, trigger, virtual table, default."""
    if _susunan(conn) != _susunan_kenal(tuple(migrasi[:versi])):
        raise BerkasRusak("Susunan tabelnya bukan susunan berkas LKjIP.", "Jangan dipakai; minta dikirim lagi.")


@functools.cache
def _susunan_kenal(migrasi: tuple[str, ...]) -> set[tuple[str, str, str, str]]:
    with contextlib.closing(berkas.memori(migrasi)) as kenal:
        return _susunan(kenal)


def _jaga(conn: sqlite3.Connection) -> None:
    """From here on only reading, and only what the examination itself asks for."""
    lain = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION}

    def boleh(aksi: int, satu: str | None, dua: str | None, _basis: str | None, _dalam: str | None) -> int:
        ya = aksi in lain
        ya = ya or (aksi == sqlite3.SQLITE_PRAGMA and satu in _PRAGMA)
        ya = ya or (aksi == sqlite3.SQLITE_FUNCTION and dua in _FUNGSI)
        return sqlite3.SQLITE_OK if ya else sqlite3.SQLITE_DENY

    conn.set_authorizer(boleh)


def _isi(conn: sqlite3.Connection, versi: int, rinci: bool, migrasi: Sequence[str]) -> Temuan:
    if conn.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise BerkasRusak("Susunan halaman berkas rusak.")
    if conn.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise BerkasRusak("Ada baris yang menunjuk baris lain yang tidak ada.")
    with contextlib.ExitStack() as tumpuk:
        if versi < len(migrasi):
            conn.set_authorizer(None)
            kini = tumpuk.enter_context(contextlib.closing(berkas.memori(())))
            conn.backup(kini)
            terapkan(kini, migrasi)
            conn = kini
        isi = baca_isi(conn)
        teks_segel = [t for (t,) in conn.execute("SELECT isi FROM segel ORDER BY revisi")]
        langkah = conn.execute("SELECT waktu, label FROM jurnal ORDER BY nomor DESC LIMIT 5").fetchall()
        terakhir = conn.execute("SELECT sidik, revisi, waktu FROM segel ORDER BY revisi DESC LIMIT 1").fetchone()
    segel = baca_segel(teks_segel[-1]) if teks_segel else None
    temuan = Temuan(
        Putusan.MENTAH,
        "Salinan kerja tanpa segel kiriman; isinya utuh, tetapi tidak dibuat lewat menu Kirim.",
        versi=versi,
        revisi=isi.snapshot.revisi,
        sidik=sidik_snapshot(isi.snapshot),
        segel=segel,
        baris=isi.baris,
        sidik_baris=sidik_tiap_baris(isi.snapshot) if rinci else {},
        langkah=tuple((str(w)[:40], str(label)[:200]) for w, label in langkah),
    )
    if langkah or not teks_segel:
        return temuan
    if segel is None or terakhir != (segel.sidik, segel.revisi, segel.waktu):
        return replace(temuan, putusan=Putusan.BERUBAH, alasan="Segel berkas ini telah berubah.")
    if isi.sidik != segel.sidik or isi.baris != segel.baris or isi.berkas != segel.berkas:
        return replace(temuan, putusan=Putusan.BERUBAH, alasan="Isi berkas tidak sama dengan yang disegel pengirim.")
    return replace(
        temuan,
        putusan=Putusan.ASLI,
        alasan="Isi berkas sama dengan yang disegel; cocokkan kodenya dengan tanda terima bertanda tangan.",
    )


def periksa_banyak(paths: Iterable[Path]) -> list[Temuan]:
    """Verdicts on many files, e.g. a whole folder that the satkers sent."""
    with Pemeriksa() as p:
        return [p.periksa(path) for path in paths]


def ambil_salinan(p: Pemeriksa, tujuan: Path) -> None:
    """Move the private copy that was just examined to a place of the caller's."""
    shutil.copyfile(p.salinan, tujuan)
