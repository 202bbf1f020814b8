"""The fingerprint of what a file holds, with every picture and attachment hashed anew from its bytes."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass

from lkjip_desktop.core.sidik import berkas_dirujuk, sidik
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.errors import BerkasRusak

from . import berkas
from .store import Store


@dataclass(frozen=True, slots=True)
class Isi:
    """Content of a file: rows, fingerprint, number of pictures and attachments."""

    snapshot: Snapshot
    sidik: str
    berkas: int

    @property
    def baris(self) -> dict[str, int]:
        """Number of rows of every table that has any."""
        return {t: len(r) for t, r in sorted(self.snapshot.tabel.items()) if r}


def baca_isi(conn: sqlite3.Connection) -> Isi:
    """Read everything anew. All blobs count, so the result equals core.sidik of the rows only where the file holds
    just the blobs that its rows name (as a sent file does).

    Raises:
        BerkasRusak: what is there cannot be read, or a picture is missing.
    """
    snapshot = Store(berkas.Sambungan(conn, None)).baca()
    try:
        ada = [hashlib.sha256(isi).hexdigest() for (isi,) in conn.execute("SELECT isi FROM blob ORDER BY sha")]
    except (sqlite3.Error, UnicodeDecodeError, TypeError) as e:
        raise berkas.galat(e) if isinstance(e, sqlite3.Error) else BerkasRusak("Berkas rusak.") from e
    if set(berkas_dirujuk(snapshot)) - set(ada):
        raise BerkasRusak("Berkas rusak: ada gambar atau lampiran yang isinya hilang atau berubah.")
    return Isi(snapshot, sidik(snapshot, ada), len(ada))
