"""Rows and journal in and out of the one open file: one connection, one lock, one transaction a step.

Reading uses sqlite3 alone; sqlite-utils is loaded when the first thing is written, so that a window that only
shows data starts without it. A Decimal is written as its text, since sqlite-utils would pass it through float.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_desktop.core import tables as _tables  # noqa: F401  registers every table
from lkjip_desktop.core.angka import teks_desimal
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.jurnal import Catatan, ke_json
from lkjip_desktop.core.schema import TABLES, Kind, Row, Table
from lkjip_desktop.core.segel import Segel, baca_segel
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.errors import BerkasError, BerkasRusak, HanyaBaca, LkjipError

from . import berkas
from .migrations import MIGRASI

if TYPE_CHECKING:
    from sqlite_utils import Database

_log = logging.getLogger("lkjip.simpan")


class Store:
    """The open file. Every call may come from any thread; each takes the one lock."""

    def __init__(self, sambungan: berkas.Sambungan) -> None:
        self._s = sambungan
        self._conn = sambungan.conn
        self._kunci = threading.RLock()
        self._menyalin = threading.Lock()  # one copy at a time; edits go on beside it
        self._db: Database | None = None

    @classmethod
    def buka(cls, path: Path, *, hanya_baca: bool = False, migrasi: Sequence[str] = MIGRASI) -> Store:
        """Open a file (see berkas.buka for what is raised)."""
        return cls(berkas.buka(path, hanya_baca=hanya_baca, migrasi=migrasi))

    @classmethod
    def memori(cls) -> Store:
        """An empty store that lives in memory only."""
        return cls(berkas.Sambungan(berkas.memori(), None))

    @classmethod
    def baru(
        cls, path: Path, changes: Iterable[Change], blobs: Mapping[str, bytes], catatan: Catatan, *, timpa: bool
    ) -> None:
        """Write a new file that holds these rows and their journal row."""

        def isi(conn: sqlite3.Connection) -> None:
            cls(berkas.Sambungan(conn, None)).tulis(changes, blobs, catatan)

        berkas.baru(path, isi, timpa=timpa)

    @property
    def path(self) -> Path | None:
        """The file, None in memory."""
        return self._s.path

    @property
    def alasan(self) -> str:
        """Why the file cannot be written; "" when it can."""
        return self._s.alasan

    def tutup(self) -> None:
        """Close the file; a second call does nothing."""
        with self._kunci:
            berkas.tutup(self._s)

    # ------------------------------------------------------------------------------------------------- reading
    def baca(self) -> Snapshot:
        """All rows of all tables, at the number of the last journal row (in a sent file: of its seal)."""
        with self._membaca():
            self._conn.execute("BEGIN")
            try:
                tabel = {t.name: self._baca_tabel(t) for t in TABLES.values()}
                (revisi,) = self._conn.execute(_REVISI).fetchone()
            finally:
                self._conn.execute("COMMIT")
        return Snapshot(tabel, revisi)

    def _baca_tabel(self, t: Table) -> dict[str, Row]:
        nama = ("id", *(c.name for c in t.columns))
        ubah = [(c.name, _PEMBACA[c.kind]) for c in t.columns if c.kind in _PEMBACA]
        hasil: dict[str, Row] = {}
        for baris in self._conn.execute(f"SELECT {', '.join(map(_kutip, nama))} FROM {_kutip(t.name)}"):
            nilai = dict(zip(nama, baris, strict=True))
            for k, f in ubah:
                if nilai[k] is not None:
                    nilai[k] = f(nilai[k])
            hasil[nilai["id"]] = t.row(**nilai)
        return hasil

    def catatan_pagar(self) -> list[Catatan]:
        """Journal rows since the last barrier, oldest first, without their changes (for the undo stacks)."""
        return self._catatan("'' AS isi", "nomor > (SELECT coalesce(max(nomor), 0) FROM jurnal WHERE pagar = 1)")

    def catatan(self, nomor: int) -> Catatan:
        """One journal row with its changes."""
        return self._catatan("isi", "nomor = ?", nomor)[0]

    def catatan_terakhir(self) -> Catatan | None:
        """The newest journal row, without its changes."""
        ada = self._catatan("'' AS isi", "nomor = (SELECT max(nomor) FROM jurnal)")
        return ada[0] if ada else None

    def catatan_tentang(self, id: str) -> list[Catatan]:
        """Journal rows whose changes name this row, oldest first."""
        return self._catatan("isi", "instr(isi, ?) > 0", f'"{id}"')

    def _catatan(self, isi: str, syarat: str, *nilai: object) -> list[Catatan]:
        sql = (
            f"SELECT waktu, oleh, label, {isi}, jenis, membatalkan, pagar, nomor FROM jurnal"
            f" WHERE {syarat} ORDER BY nomor"
        )
        with self._membaca():
            return [
                Catatan(w, o, label, teks, jenis, batal, bool(pagar), n)
                for w, o, label, teks, jenis, batal, pagar, n in self._conn.execute(sql, nilai)
            ]

    def isi_berkas(self, sha: str) -> bytes:
        """The bytes of a picture or attachment; raises BerkasError when the file does not hold it."""
        with self._membaca():
            ada = self._conn.execute("SELECT isi FROM blob WHERE sha = ?", (sha,)).fetchone()
        if ada is None:
            raise BerkasError("Isi gambar atau lampiran itu tidak ada di dalam berkas.")
        return bytes(ada[0])

    def sha_ada(self) -> frozenset[str]:
        """Keys of all pictures and attachments that the file holds."""
        with self._membaca():
            return frozenset(sha for (sha,) in self._conn.execute("SELECT sha FROM blob"))

    def setelan(self) -> dict[str, str]:
        """All settings of this file."""
        with self._membaca():
            return dict(self._conn.execute("SELECT nama, nilai FROM setelan").fetchall())

    def draf(self) -> list[tuple[str, str, str, str, str]]:
        """Texts of fields that were not yet committed: (table, row, column, text, time)."""
        with self._membaca():
            return self._conn.execute("SELECT tabel, kunci, kolom, teks, waktu FROM draf").fetchall()

    # ------------------------------------------------------------------------------------------------- writing
    @staticmethod
    def siapkan() -> None:
        """Load what writing needs, in any thread; else the first edit of the day waits a tenth of a second for it."""
        import sqlite_utils  # noqa: F401  (only to have it loaded)

    def tulis(
        self, changes: Iterable[Change], blobs: Mapping[str, bytes], catatan: Catatan, *, paling_sedikit: int = 0
    ) -> int:
        """Write changed rows, new blobs and the journal row in one transaction; gives the journal row's number.

        `paling_sedikit`: the number is not less, so that a file restored from an old copy does not count anew
        what was counted already.

        Raises:
            HanyaBaca: when the file is open for reading only.
            GagalSimpan: when the disk refuses; nothing of the step is in the file.
        """
        with self._menulis() as db:
            _tulis_baris(db, changes)
            if blobs:
                db.table("blob").insert_all(
                    ({"sha": k, "isi": v} for k, v in blobs.items()), pk="sha", ignore=True, batch_size=1
                )
            nomor = max(self._conn.execute(_REVISI).fetchone()[0] + 1, paling_sedikit)
            db.table("jurnal").insert(
                {
                    "nomor": nomor,
                    "waktu": catatan.waktu,
                    "oleh": catatan.oleh,
                    "jenis": catatan.jenis,
                    "membatalkan": catatan.membatalkan,
                    "pagar": int(catatan.pagar),
                    "label": catatan.label,
                    "isi": catatan.isi,
                },
                pk="nomor",
            )
        return int(nomor)

    def atur_setelan(self, nama: str, nilai: str) -> None:
        """Keep a setting with the file; outside journal and digest."""
        with self._menulis() as db:
            db.table("setelan").upsert({"nama": nama, "nilai": nilai}, pk="nama")

    def simpan_draf(self, tabel: str, kunci: str, kolom: str, teks: str, waktu: str) -> None:
        """Keep the text of a field that is not committed yet."""
        nilai = {"tabel": tabel, "kunci": kunci, "kolom": kolom, "teks": teks, "waktu": waktu}
        with self._menulis() as db:
            db.table("draf").upsert(nilai, pk=("tabel", "kunci", "kolom"))

    def hapus_draf(self, tabel: str = "", kunci: str = "", kolom: str = "") -> None:
        """Forget drafts; an empty word means any."""
        with self._menulis() as db:
            db.table("draf").delete_where(
                "(tabel = :t OR :t = '') AND (kunci = :k OR :k = '') AND (kolom = :c OR :c = '')",
                {"t": tabel, "k": kunci, "c": kolom},
            )

    def bersihkan_blob(self) -> int:
        """Remove blobs that neither a row nor the journal names; gives how many."""
        dipakai = " UNION ".join(
            f"SELECT {_kutip(c.name)} FROM {_kutip(t.name)}"
            for t in TABLES.values()
            for c in t.columns
            if c.kind is Kind.BERKAS
        )
        with self._menulis() as db:
            sebelum = db.table("blob").count
            db.table("blob").delete_where(
                f"sha NOT IN ({dipakai}) AND NOT EXISTS (SELECT 1 FROM jurnal WHERE instr(jurnal.isi, blob.sha))"
            )
            return int(sebelum - db.table("blob").count)

    def segel(self) -> list[Segel]:
        """The seals of what was sent from this file, oldest first; an unreadable one is left out."""
        with self._membaca():
            baris = self._conn.execute("SELECT isi FROM segel ORDER BY revisi").fetchall()
        return [s for (teks,) in baris if (s := baca_segel(teks)) is not None]

    def catat_segel(self, s: Segel) -> None:
        """Remember what was sent; the next seal names it. No step and no journal row."""
        with self._menulis() as db:
            db.table("segel").upsert(
                {"revisi": s.revisi, "waktu": s.waktu, "sidik": s.sidik, "isi": s.teks()}, pk="revisi"
            )

    def salin(self, tujuan: Path) -> str:
        """A checked copy of everything under another name; gives its SHA-256 (see berkas.salin)."""
        with self._menyalin:
            return berkas.salin(self._conn, tujuan, self._kunci)

    # --------------------------------------------------------------------------------------------------- parts
    @contextlib.contextmanager
    def _membaca(self) -> Iterator[None]:
        with self._kunci:
            try:
                yield
            except (sqlite3.Error, UnicodeDecodeError) as e:
                raise berkas.galat(e, self.path.name if self.path else "") from e
            except LkjipError as e:
                if isinstance(e, BerkasError):
                    raise
                raise BerkasRusak("Berkas rusak: ada angka yang tidak terbaca.") from e

    @contextlib.contextmanager
    def _menulis(self) -> Iterator[Database]:
        """One transaction of our own around what sqlite-utils does; any failure takes all of it back."""
        with self._kunci:
            if self._s.hanya_baca:
                raise HanyaBaca(self._s.alasan, "Simpan salinan ke tempat lain untuk mengubahnya.")
            from sqlite_utils import Database

            berkas.periksa_tempat(self._s)
            try:
                if self._db is None:
                    self._db = Database(self._conn, execute_plugins=False)
                self._conn.execute("BEGIN IMMEDIATE")
                with self._db.atomic():
                    yield self._db
                self._conn.execute("COMMIT")
            except BaseException as e:
                # A full disk has rolled back already; a rollback of nothing would hide the cause. So would the
                # question itself when the file is closed.
                with contextlib.suppress(sqlite3.ProgrammingError):
                    if self._conn.in_transaction:
                        self._conn.execute("ROLLBACK")
                if isinstance(e, sqlite3.Error):
                    _log.error("penulisan ditolak: %s", getattr(e, "sqlite_errorname", type(e).__name__))
                    raise berkas.galat(e, self.path.name if self.path else "", menulis=True) from e
                raise


#: A sent file has no journal, so the number of its seal goes on counting in whatever is made of it.
_REVISI = "SELECT max((SELECT coalesce(max(nomor), 0) FROM jurnal), (SELECT coalesce(max(revisi), 0) FROM segel))"


def _kutip(nama: str) -> str:
    return f'"{nama}"'


def _ya(nilai: object) -> bool:
    if nilai not in (0, 1):
        raise BerkasRusak("Berkas rusak: ada isian ya/tidak yang tidak terbaca.")
    return bool(nilai)


_PEMBACA: Mapping[Kind, Callable[[Any], object]] = {Kind.ANGKA: teks_desimal, Kind.YATIDAK: _ya}


def _sel(nilai: object) -> object:
    """A value as it lies in the file."""
    return int(nilai) if isinstance(nilai, bool) else ke_json(nilai)


def _tulis_baris(db: Database, changes: Iterable[Change]) -> None:
    """Additions by table in one go, the rest one by one; references are checked at COMMIT."""
    baru: dict[str, list[dict[str, Any]]] = {}
    for c in changes:
        if c.after is None:
            db.table(c.table).delete(c.key)
        elif c.before is None:
            nilai = {k: _sel(v) for k, v in c.after.values().items()}
            baru.setdefault(c.table, []).append({"id": c.key, **nilai})
        else:
            lama, kini = c.before.values(), c.after.values()
            beda = {k: _sel(v) for k, v in kini.items() if _sel(v) != _sel(lama[k])}
            if beda:
                # Not Table.update: it asks the file for the primary key at every row, which is most of a paste.
                isi = ", ".join(f'"{k}" = ?' for k in beda)
                if db.conn.execute(f'UPDATE "{c.table}" SET {isi} WHERE id = ?', (*beda.values(), c.key)).rowcount != 1:
                    raise LookupError(f"{c.table}: {c.key}")
    for nama, daftar in baru.items():
        db.table(nama).insert_all(daftar, pk="id")
