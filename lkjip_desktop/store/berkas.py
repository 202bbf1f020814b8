"""The file itself: recognise, open and lock, make, copy, close; nothing here knows a row.

Never open() a path that this process holds open: on POSIX closing any descriptor of a file drops every lock
of the process on it, SQLite's too. So the header is read before connecting, and `terbuka()` tells the others.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lkjip_desktop.errors import (
    BerkasError,
    BerkasLebihBaru,
    BerkasRusak,
    BerkasTerkunci,
    BerkasTidakAda,
    BukanBerkasKita,
    GagalSimpan,
    LkjipError,
)

from .migrations import ID_APLIKASI, MIGRASI, terapkan

_BUSY, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 8, 10, 11, 13, 14, 26
_TUNGGU = 0.3  # seconds for a scanner that holds the file for a moment; a second program holds it longer

_terbuka: set[object] = set()
_penjaga = threading.Lock()


@dataclass(frozen=True, slots=True)
class Sambungan:
    """An open file: its connection, and why it cannot be written ("" = it can)."""

    conn: sqlite3.Connection
    path: Path | None  # None = in memory only
    alasan: str = ""
    tanda: frozenset[object] = frozenset()  # what the file is known by since it was opened (see _tanda)

    @property
    def hanya_baca(self) -> bool:
        """True when nothing can be written."""
        return bool(self.alasan)


# ------------------------------------------------------------------------------------------ who is open here
def _tanda(path: Path) -> frozenset[object]:
    """What makes two paths the same file: the name without links, and the file's number where it has one."""
    tanda: set[object] = set()
    with contextlib.suppress(OSError, ValueError):  # a name that no system can have
        tanda.add(os.path.normcase(os.path.realpath(path)))
        st = os.stat(path)
        if st.st_ino:
            tanda.add((st.st_dev, st.st_ino))
    return frozenset(tanda)


def _daftarkan(path: Path) -> frozenset[object]:
    """Note a file as open in this process; gives what it is known by."""
    tanda = _tanda(path)
    with _penjaga:
        _terbuka.update(tanda)
    return tanda


def periksa_tempat(s: Sambungan) -> None:
    """Refuse to write into a file that no longer lies where it was opened.

    On POSIX a file that was deleted, moved or put in the place of another one takes every write without complaint,
    and nobody finds them again: SQLite looks only when it opens a journal, which the lock keeps open.

    Raises:
        GagalSimpan: it is gone, or another file has its name.
    """
    if s.path is None or not s.tanda:
        return
    saran = "Kembalikan berkas itu, atau simpan salinan ke tempat lain."
    try:
        st = os.stat(s.path)
    except OSError as e:
        raise GagalSimpan(f"Belum tersimpan: berkas “{s.path.name}” tidak ada lagi di tempatnya.", saran) from e
    # Only a POSIX system lets another file take the name of an open one; elsewhere the numbers may not be steady.
    if os.name == "posix" and any(isinstance(t, tuple) for t in s.tanda) and (st.st_dev, st.st_ino) not in s.tanda:
        raise GagalSimpan(f"Belum tersimpan: di tempat berkas “{s.path.name}” kini ada berkas lain.", saran)


def terbuka(path: Path) -> bool:
    """True when this process has the file open; it must then not be opened or copied as a file."""
    with _penjaga:
        return not _terbuka.isdisjoint(_tanda(path))


# -------------------------------------------------------------------------------------------- what is a file
def periksa_kepala(path: Path, versi: int = len(MIGRASI)) -> int:
    """user_version of one of our files, read from its first 100 bytes; the file is not touched.

    Raises:
        BerkasTidakAda, BukanBerkasKita, BerkasLebihBaru, BerkasRusak, BerkasTerkunci (open in this process).
    """
    nama = f"Berkas “{path.name}”"
    if terbuka(path):
        raise BerkasTerkunci(f"{nama} sudah dibuka di program ini.")
    try:
        if path.is_dir():
            raise BukanBerkasKita(f"“{path.name}” adalah folder, bukan berkas data.")
        with open(path, "rb") as f:
            kepala = f.read(100)
            ukuran = f.seek(0, os.SEEK_END)
    except FileNotFoundError:
        raise BerkasTidakAda(f"{nama} tidak ditemukan.", "Periksa nama dan tempatnya.") from None
    except (OSError, ValueError) as e:
        raise BerkasError(f"{nama} tidak dapat dibaca.", "Periksa izin dan medianya.") from e
    if not ukuran:
        raise BerkasTidakAda(f"{nama} kosong (0 byte).", "Ambil salinannya dari cadangan.")
    if kepala[:16] != b"SQLite format 3\0":
        raise BukanBerkasKita(f"{nama} bukan berkas data LKjIP.")
    if len(kepala) < 100:
        raise BerkasRusak(f"{nama} terpotong.", "Ambil salinannya dari cadangan.")
    halaman = struct.unpack(">H", kepala[16:18])[0]
    halaman = 65536 if halaman == 1 else halaman
    jumlah, ada, aplikasi = (struct.unpack(">I", kepala[n : n + 4])[0] for n in (28, 60, 68))
    if aplikasi != ID_APLIKASI or not ada:
        raise BukanBerkasKita(f"{nama} bukan berkas data LKjIP.")
    if ada > versi:
        raise BerkasLebihBaru(
            f"{nama} dibuat oleh program yang lebih baru (versi data {ada}; program ini mengenal {versi}).",
            "Pasang program yang terbaru untuk membukanya.",
        )
    if halaman < 512 or halaman & (halaman - 1):
        raise BerkasRusak(f"{nama} rusak pada kepalanya.", "Ambil salinannya dari cadangan.")
    # A journal that waits for recovery may still shorten or lengthen the file: then SQLite has the word.
    if ukuran < jumlah * halaman and not _berisi(Path(f"{path}-journal")):
        raise BerkasRusak(f"{nama} terpotong.", "Ambil salinannya dari cadangan.")
    return int(ada)


def _berisi(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def galat(e: Exception, nama: str = "", *, menulis: bool = False) -> LkjipError:
    """The sentence for what SQLite said; `menulis` = a save was refused and the old state stands."""
    kode = getattr(e, "sqlite_errorcode", 0) & 0xFF
    sebut = f"Berkas “{nama}”" if nama else "Berkas"
    if kode in (_CORRUPT, _NOTADB) or isinstance(e, UnicodeDecodeError) or "decode to UTF-8" in str(e):
        return BerkasRusak(f"{sebut} rusak.", "Ambil salinannya dari cadangan.")
    if menulis:
        if kode == _FULL:
            return GagalSimpan("Belum tersimpan: tempat penyimpanan penuh.", "Kosongkan ruang, lalu ulangi.")
        return GagalSimpan(
            "Belum tersimpan: berkas tidak dapat ditulis.",
            "Periksa media penyimpanannya, atau simpan salinan ke tempat lain.",
        )
    if kode == _BUSY:
        return BerkasTerkunci(f"{sebut} sedang dibuka program lain.", "Tutup di sana lebih dahulu.")
    if kode in (_READONLY, _CANTOPEN):
        return BerkasError(
            f"{sebut} perlu dipulihkan, tetapi tempatnya tidak dapat ditulis.",
            "Salin berkas beserta pendampingnya ke komputer ini, lalu buka dari sana.",
        )
    return BerkasError(f"{sebut} tidak dapat dibuka.", "Periksa media penyimpanannya.")


# --------------------------------------------------------------------------------------------------- opening
def buka(path: Path, *, hanya_baca: bool = False, migrasi: Sequence[str] = MIGRASI) -> Sambungan:
    """Open, lock and bring to the last version one of our files.

    A place or file that cannot be written is opened read-only; an older file is then brought up in memory.

    Raises:
        BerkasError: one of the kinds of errors.py; the file was not touched.
    """
    versi = periksa_kepala(path, len(migrasi))
    try:
        if hanya_baca:
            return _buka_baca(path, versi, migrasi, "Berkas dibuka hanya untuk dibaca.")
        try:
            return _buka_tulis(path, versi, migrasi)
        except sqlite3.Error as e:
            if getattr(e, "sqlite_errorcode", 0) & 0xFF not in (_READONLY, _CANTOPEN):
                raise
        return _buka_baca(path, versi, migrasi, "Berkas atau tempatnya tidak dapat ditulis.")
    except (sqlite3.Error, UnicodeDecodeError) as e:
        raise galat(e, path.name) from e


def _sambung(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(path.absolute().as_posix())}?mode={mode}"
    conn = sqlite3.connect(uri, uri=True, timeout=_TUNGGU, isolation_level=None, check_same_thread=False)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "secure_delete = ON"):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def _buka_tulis(path: Path, versi: int, migrasi: Sequence[str]) -> Sambungan:
    conn = _sambung(path, "rw")
    try:
        conn.execute("PRAGMA locking_mode = EXCLUSIVE")
        conn.execute("PRAGMA journal_mode = TRUNCATE")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("BEGIN EXCLUSIVE")  # the pragmas alone take no lock
        conn.execute("COMMIT")
        # A read-only file opens without complaint and fails at the first write, so write once and take it back.
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(f"PRAGMA user_version = {versi}")
        conn.execute("ROLLBACK")
        if versi < len(migrasi):
            salin(conn, _nama_bebas(path, f"sebelum versi {len(migrasi)}"))
            terapkan(conn, migrasi)
        conn.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        conn.close()
        raise
    return Sambungan(conn, path, "", _daftarkan(path))


def _buka_baca(path: Path, versi: int, migrasi: Sequence[str], alasan: str) -> Sambungan:
    conn = _sambung(path, "ro")
    try:
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if versi < len(migrasi):
            sementara = memori(())
            conn.backup(sementara)
            conn.close()
            conn = sementara
            terapkan(conn, migrasi)
        conn.execute("PRAGMA query_only = ON")
    except BaseException:
        conn.close()
        raise
    return Sambungan(conn, path, alasan, _daftarkan(path))


def memori(migrasi: Sequence[str] = MIGRASI) -> sqlite3.Connection:
    """An empty database of the last version that lives in memory only."""
    conn = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    if migrasi:
        terapkan(conn, migrasi)
        conn.execute("PRAGMA foreign_keys = ON")
    return conn


def tutup(s: Sambungan) -> None:
    """Close; a writable file leaves no second file behind."""
    try:
        if s.path is not None and not s.hanya_baca:
            with contextlib.suppress(sqlite3.Error):
                if s.conn.in_transaction:
                    s.conn.execute("ROLLBACK")
                s.conn.execute("PRAGMA journal_mode = DELETE")
        s.conn.close()
    finally:
        with _penjaga:
            _terbuka.difference_update(s.tanda)  # not looked up anew: it may have been moved meanwhile


# ------------------------------------------------------------------------------------------- new and copied
def baru(path: Path, isi: Callable[[sqlite3.Connection], None] | None = None, *, timpa: bool = False) -> None:
    """Write a new file: complete under another name first, then under its own. `isi` fills it.

    Raises:
        BerkasError: when the name is taken (unless `timpa`) or the place cannot be written.
    """
    if terbuka(path):
        raise BerkasTerkunci(f"Berkas “{path.name}” sedang dibuka di program ini.")
    if os.path.exists(path) and not timpa:
        raise BerkasError(f"Berkas “{path.name}” sudah ada.", "Pilih nama lain.")
    with _sementara(path) as bagian:
        conn = sqlite3.connect(bagian, isolation_level=None)
        try:
            conn.execute("PRAGMA synchronous = FULL")
            terapkan(conn)
            conn.execute("PRAGMA foreign_keys = ON")
            if isi is not None:
                isi(conn)
        finally:
            conn.close()


def salin(conn: sqlite3.Connection, tujuan: Path, jaga: contextlib.AbstractContextManager[object] | None = None) -> str:
    """A checked copy of an open database, complete before it gets its name; gives the SHA-256 of its bytes.

    `jaga` (the lock of the connection) is held only while the database is read: checking the copy, its digest and the
    disk take longer, and edits need not wait for them.

    Raises:
        BerkasError: when the target is open here or cannot be written; GagalSimpan when the copy is not whole.
    """
    if terbuka(tujuan):
        raise BerkasTerkunci(f"Berkas “{tujuan.name}” sedang dibuka di program ini.")
    with _sementara(tujuan) as bagian:
        with jaga or contextlib.nullcontext():
            (baca_saja,) = conn.execute("PRAGMA query_only").fetchone()
            conn.execute("PRAGMA query_only = OFF")  # it would forbid the new file too
            try:
                conn.execute("VACUUM INTO ?", (str(bagian),))
            finally:
                conn.execute(f"PRAGMA query_only = {baca_saja}")
        try:
            periksa_isi(bagian)
        except BerkasRusak as e:  # it names the unfinished copy, which nobody knows
            raise BerkasRusak(
                "Salinannya tidak utuh, jadi tidak disimpan.", "Berkas ini atau medianya rusak; periksa medianya."
            ) from e
        with open(bagian, "rb") as f:
            sidik = hashlib.file_digest(f, "sha256").hexdigest()
    return sidik


def periksa_isi(path: Path) -> None:
    """Check a file that nobody has open: structure and references; raises BerkasRusak when not in order."""
    conn = sqlite3.connect(f"file:{quote(path.absolute().as_posix())}?mode=ro&immutable=1", uri=True)
    try:
        baik = conn.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        baik = baik and not conn.execute("PRAGMA foreign_key_check").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as e:
        raise galat(e, path.name) from e
    finally:
        conn.close()
    if not baik:
        raise BerkasRusak(f"Berkas “{path.name}” rusak.", "Ambil salinannya dari cadangan.")


@contextlib.contextmanager
def _sementara(tujuan: Path) -> Iterator[Path]:
    """A name beside the target to write to; it becomes the target at the end, or nothing is left."""
    bagian = tujuan.with_name(f".{tujuan.name}.{os.getpid()}.bagian")
    try:
        try:
            bagian.unlink(missing_ok=True)
            yield bagian
            with open(bagian, "rb+") as f:
                os.fsync(f.fileno())
            _kosongkan_tempat(tujuan)
            os.replace(bagian, tujuan)
            sinkron_folder(tujuan.parent)
        except sqlite3.Error as e:
            raise galat(e, tujuan.name, menulis=True) from e
        except OSError as e:
            raise GagalSimpan(
                f"Berkas “{tujuan.name}” tidak dapat ditulis.", "Periksa tempat dan ruang kosongnya."
            ) from e
    finally:
        for sisa in (bagian, Path(f"{bagian}-journal")):
            with contextlib.suppress(OSError):
                sisa.unlink(missing_ok=True)


def _kosongkan_tempat(tujuan: Path) -> None:
    """Make sure that nobody works in the file that will be replaced, and that no old journal lies beside the new one.

    SQLite would play a left-over journal into whatever file next has its name, so it is put aside.
    """
    if os.path.exists(tujuan):
        conn = _sambung(tujuan, "rw")
        try:
            conn.execute("BEGIN EXCLUSIVE")
            conn.execute("ROLLBACK")
        except sqlite3.Error as e:
            # A file that is none of ours, or damaged, may go: the user said so. One that is in use may not.
            if getattr(e, "sqlite_errorcode", 0) & 0xFF == _BUSY:
                raise BerkasTerkunci(
                    f"Berkas “{tujuan.name}” sedang dibuka program lain.", "Tutup di sana, atau pilih nama lain."
                ) from e
        finally:
            conn.close()
    for akhiran in ("-journal", "-wal", "-shm"):
        sisa = Path(f"{tujuan}{akhiran}")
        if _berisi(sisa):
            os.replace(sisa, f"{sisa}.usang")
        else:
            sisa.unlink(missing_ok=True)


def sinkron_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def _nama_bebas(path: Path, tambahan: str) -> Path:
    """A free name beside the file: "lahat (sebelum versi 2).lkjip"."""
    n = 1
    while True:
        nomor = f" {n}" if n > 1 else ""
        calon = path.with_name(f"{path.stem} ({tambahan}{nomor}){path.suffix}")
        if not calon.exists():
            return calon
        n += 1


def versi() -> tuple[str, int]:
    """Version of SQLite, and of the schema that this program writes."""
    return sqlite3.sqlite_version, len(MIGRASI)
