"""The migrated schema is the one that the row classes describe, and migrating is all or nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

import pytest

import lkjip_desktop.core.tables  # noqa: F401  registers every table
from lkjip_desktop.core.schema import STORAGE, TABLES, Kind
from lkjip_desktop.store.berkas import memori
from lkjip_desktop.store.migrations import ID_APLIKASI, MIGRASI, terapkan

MILIK_PENYIMPAN = {"jurnal", "draf", "setelan", "segel", "blob"}


@pytest.fixture
def conn() -> Iterator[sqlite3.Connection]:
    with contextlib.closing(memori()) as c:
        yield c


def test_tables_of_the_file_are_those_of_the_program(conn: sqlite3.Connection) -> None:
    ada = {n for (n,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert ada == set(TABLES) | MILIK_PENYIMPAN
    # Nothing else may lie in the file: no view, trigger or index that a reader did not expect.
    lain = conn.execute("SELECT type, name FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL").fetchall()
    assert lain == []


@pytest.mark.parametrize("nama", sorted(TABLES))
def test_columns_agree_with_the_row_class(conn: sqlite3.Connection, nama: str) -> None:
    t = TABLES[nama]
    ada = [
        (kolom, f"{jenis}{' NOT NULL' if wajib else ''}", kunci)
        for _, kolom, jenis, wajib, _, kunci in conn.execute(f"PRAGMA table_info({nama})")
    ]
    assert ada == [("id", "TEXT NOT NULL", 1), *((c.name, STORAGE[c.kind], 0) for c in t.columns)]


@pytest.mark.parametrize("nama", sorted(TABLES))
def test_references_are_declared_and_checked_at_commit(conn: sqlite3.Connection, nama: str) -> None:
    ada = {(r[3], r[2], r[4]) for r in conn.execute(f"PRAGMA foreign_key_list({nama})")}
    assert ada == {(c.name, c.ref, "id") for c in TABLES[nama].columns if c.kind is Kind.RUJUK}
    (sql,) = conn.execute("SELECT sql FROM sqlite_master WHERE name = ?", (nama,)).fetchone()
    assert sql.count("DEFERRABLE INITIALLY DEFERRED") == len(ada)


def test_all_tables_are_strict(conn: sqlite3.Connection) -> None:
    assert {r[1]: r[5] for r in conn.execute("PRAGMA table_list") if not r[1].startswith("sqlite_")} == dict.fromkeys(
        set(TABLES) | MILIK_PENYIMPAN, 1
    )


def test_user_version_and_application_id_are_set(conn: sqlite3.Connection) -> None:
    assert conn.execute("PRAGMA user_version").fetchone() == (len(MIGRASI),)
    assert conn.execute("PRAGMA application_id").fetchone() == (ID_APLIKASI,)
    assert int.from_bytes(b"LKj7", "big") == ID_APLIKASI


def test_a_failing_step_leaves_the_file_as_it_was(conn: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.Error):
        terapkan(conn, (*MIGRASI, "CREATE TABLE baru (id TEXT) STRICT", "CREATE TABEL salah"))
    assert conn.execute("PRAGMA user_version").fetchone() == (len(MIGRASI),)
    assert conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'baru'").fetchone() == (0,)


def test_references_are_checked_at_commit_not_before(conn: sqlite3.Connection) -> None:
    conn.execute("BEGIN")
    conn.execute("INSERT INTO sasaran (id, tingkat, induk_id) VALUES ('a', 'kegiatan', 'b')")
    conn.execute("INSERT INTO sasaran (id, tingkat) VALUES ('b', 'program')")
    conn.execute("COMMIT")
    conn.execute("BEGIN")
    conn.execute("DELETE FROM sasaran WHERE id = 'b'")
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute("COMMIT")
