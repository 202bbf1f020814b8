"""Opening, locking, copying and closing the file: what is not ours is not touched, what is ours is not shared."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lkjip_desktop.errors import (
    BerkasError,
    BerkasLebihBaru,
    BerkasRusak,
    BerkasTerkunci,
    BerkasTidakAda,
    BukanBerkasKita,
    GagalSimpan,
)
from lkjip_desktop.store import berkas
from lkjip_desktop.store.migrations import MIGRASI

AKAR = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "satker % uji?#.lkjip"  # signs that mean something within a URI
    berkas.baru(path, lambda c: c.execute("INSERT INTO setelan VALUES ('a', 'b')").close())
    return path


def proses(skrip: str, *kata: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", skrip, *kata], cwd=AKAR, capture_output=True, text=True, timeout=60, check=False
    )


BUKA_LUAR = """
import sys
from pathlib import Path
from lkjip_desktop.errors import LkjipError
from lkjip_desktop.store import berkas
try:
    berkas.tutup(berkas.buka(Path(sys.argv[1]), hanya_baca=len(sys.argv) > 2))
    print("terbuka")
except LkjipError as e:
    print(type(e).__name__)
"""


# ------------------------------------------------------------------------------------------- what is refused
def test_a_missing_file_is_said_and_not_created(tmp_path: Path) -> None:
    with pytest.raises(BerkasTidakAda, match="tidak ditemukan"):
        berkas.buka(tmp_path / "tidak ada.lkjip")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_said_and_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "kosong.lkjip"
    path.touch()
    with pytest.raises(BerkasTidakAda, match="kosong"):
        berkas.buka(path)
    assert path.stat().st_size == 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BukanBerkasKita, match="folder"):
        berkas.buka(tmp_path)


@pytest.mark.parametrize("isi", [b"x", b"PK\x03\x04" + bytes(500), b"SQLite format 3\0" + bytes(200)])
def test_what_is_not_ours_is_left_alone(tmp_path: Path, isi: bytes) -> None:
    path = tmp_path / "asing.lkjip"
    path.write_bytes(isi)
    with pytest.raises(BukanBerkasKita, match="bukan berkas data"):
        berkas.buka(path)
    assert path.read_bytes() == isi


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "anki.lkjip"
    conn = sqlite3.connect(path)
    conn.executescript("CREATE TABLE a (b); PRAGMA application_id = 77; PRAGMA user_version = 1")
    conn.close()
    sebelum = path.read_bytes()
    with pytest.raises(BukanBerkasKita):
        berkas.buka(path)
    assert path.read_bytes() == sebelum


def test_a_newer_file_is_refused_with_both_versions(data: Path) -> None:
    conn = sqlite3.connect(data)
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    sebelum = data.read_bytes()
    with pytest.raises(BerkasLebihBaru, match=f"versi data 99; program ini mengenal {len(MIGRASI)}"):
        berkas.buka(data)
    assert data.read_bytes() == sebelum


def test_a_truncated_file_is_seen_at_every_length(data: Path, tmp_path: Path) -> None:
    isi = data.read_bytes()
    potong = tmp_path / "potong.lkjip"
    for panjang in [*range(1, 120, 7), 4096, 5000, len(isi) // 2, len(isi) - 1]:
        potong.write_bytes(isi[:panjang])
        with pytest.raises(BerkasError) as e:
            berkas.buka(potong)
        assert isinstance(e.value, (BerkasRusak, BukanBerkasKita))
        assert potong.read_bytes() == isi[:panjang]


def test_a_header_of_nonsense_is_damage(data: Path) -> None:
    with open(data, "r+b") as f:
        f.seek(16)
        f.write(struct.pack(">H", 777))
    with pytest.raises(BerkasRusak):
        berkas.buka(data)


# -------------------------------------------------------------------------------------------------- the lock
def test_a_second_process_is_shut_out_before_any_write_of_ours(data: Path) -> None:
    s = berkas.buka(data)
    assert proses(BUKA_LUAR, str(data)).stdout.strip() == "BerkasTerkunci"
    assert proses(BUKA_LUAR, str(data), "baca").stdout.strip() == "BerkasTerkunci"
    berkas.tutup(s)
    assert proses(BUKA_LUAR, str(data)).stdout.strip() == "terbuka"


def test_the_same_process_does_not_open_twice_and_keeps_its_lock(data: Path, tmp_path: Path) -> None:
    tautan = tmp_path / "tautan.lkjip"
    tautan.symlink_to(data)
    keras = tmp_path / "keras.lkjip"
    os.link(data, keras)
    s = berkas.buka(data)
    for path in (data, tautan, keras):
        with pytest.raises(BerkasTerkunci, match="sudah dibuka di program ini"):
            berkas.buka(path)
        with pytest.raises(BerkasTerkunci):
            berkas.salin(s.conn, path)
        with pytest.raises(BerkasTerkunci):
            berkas.baru(path, timpa=True)
    assert proses(BUKA_LUAR, str(data)).stdout.strip() == "BerkasTerkunci"
    berkas.tutup(s)
    berkas.tutup(berkas.buka(data))


def test_our_own_open_would_drop_the_lock_which_is_why_it_is_forbidden(data: Path) -> None:
    """The control: with the rule broken on purpose, the other process gets in (POSIX)."""
    if os.name != "posix":
        pytest.skip("POSIX locks only")
    s = berkas.buka(data)
    data.read_bytes()
    assert proses(BUKA_LUAR, str(data)).stdout.strip() == "terbuka"
    berkas.tutup(s)


def test_the_pragmas_hold(data: Path) -> None:
    s = berkas.buka(data)
    nilai = {
        p: s.conn.execute(f"PRAGMA {p}").fetchone()[0]
        for p in ("journal_mode", "synchronous", "locking_mode", "trusted_schema", "cell_size_check", "foreign_keys")
    }
    berkas.tutup(s)
    assert nilai == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "trusted_schema": 0,
        "cell_size_check": 1,
        "foreign_keys": 1,
    }


def test_opening_and_closing_changes_no_byte_and_leaves_one_file(data: Path) -> None:
    sebelum = data.read_bytes()
    s = berkas.buka(data)
    assert {p.name for p in data.parent.iterdir()} == {data.name, data.name + "-journal"}
    berkas.tutup(s)
    assert data.read_bytes() == sebelum
    assert list(data.parent.iterdir()) == [data]


# -------------------------------------------------------------------------------------------- read-only places
@pytest.fixture
def tempat_umum() -> Iterator[Path]:
    """A folder that any user of the machine may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


BUKA_ORANG_LAIN = """
import os, sys
from pathlib import Path
from lkjip_desktop.errors import LkjipError
from lkjip_desktop.store import berkas
import lkjip_desktop.store.store
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
s = berkas.buka(Path(sys.argv[1]))
print(s.hanya_baca, s.conn.execute("SELECT nilai FROM setelan").fetchone())
berkas.tutup(s)
"""


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
@pytest.mark.parametrize(("mode_folder", "mode_berkas"), [(0o555, 0o666), (0o777, 0o444), (0o555, 0o444)])
def test_a_place_that_cannot_be_written_opens_read_only(tempat_umum: Path, mode_folder: int, mode_berkas: int) -> None:
    path = tempat_umum / "a.lkjip"
    berkas.baru(path, lambda c: c.execute("INSERT INTO setelan VALUES ('a', 'b')").close())
    sebelum = path.read_bytes()
    path.chmod(mode_berkas)
    tempat_umum.chmod(mode_folder)
    hasil = proses(BUKA_ORANG_LAIN, str(path))
    tempat_umum.chmod(0o755)
    assert hasil.stdout.strip() == "True ('b',)", hasil.stderr
    assert path.read_bytes() == sebelum
    assert list(tempat_umum.iterdir()) == [path]


def test_reading_only_on_request_keeps_nobody_out(data: Path) -> None:
    s = berkas.buka(data, hanya_baca=True)
    assert s.hanya_baca
    assert s.conn.execute("SELECT nilai FROM setelan").fetchone() == ("b",)
    with pytest.raises(sqlite3.OperationalError):
        s.conn.execute("DELETE FROM setelan")
    assert proses(BUKA_LUAR, str(data)).stdout.strip() == "terbuka"
    berkas.tutup(s)


# ------------------------------------------------------------------------------------------------- migrations
LEBIH_BARU = (*MIGRASI, "ALTER TABLE setelan ADD COLUMN catatan TEXT NOT NULL DEFAULT 'c'")


def test_an_older_file_is_copied_and_then_migrated(data: Path) -> None:
    s = berkas.buka(data, migrasi=LEBIH_BARU)
    assert s.conn.execute("SELECT nilai, catatan FROM setelan").fetchone() == ("b", "c")
    berkas.tutup(s)
    salinan = [p for p in data.parent.iterdir() if f"sebelum versi {len(LEBIH_BARU)}" in p.name]
    assert len(salinan) == 1
    assert berkas.periksa_kepala(salinan[0]) == len(MIGRASI)
    assert berkas.periksa_kepala(data, len(LEBIH_BARU)) == len(LEBIH_BARU)


def test_a_failed_migration_leaves_every_byte(data: Path) -> None:
    sebelum = data.read_bytes()
    with pytest.raises(BerkasError):
        berkas.buka(data, migrasi=(*LEBIH_BARU, "INSERT INTO setelan (nama) VALUES (NULL)"))
    assert data.read_bytes() == sebelum
    berkas.tutup(berkas.buka(data))


def test_an_older_file_opened_to_read_is_migrated_in_memory(data: Path) -> None:
    sebelum = data.read_bytes()
    s = berkas.buka(data, hanya_baca=True, migrasi=LEBIH_BARU)
    assert s.conn.execute("SELECT catatan FROM setelan").fetchone() == ("c",)
    berkas.tutup(s)
    assert data.read_bytes() == sebelum
    assert list(data.parent.iterdir()) == [data]


# ------------------------------------------------------------------------------------------- copies, new files
def test_a_copy_is_whole_and_its_hash_is_told(data: Path, tmp_path: Path) -> None:
    s = berkas.buka(data)
    tujuan = tmp_path / "salinan.lkjip"
    sidik = berkas.salin(s.conn, tujuan)
    berkas.tutup(s)
    assert sidik == hashlib.sha256(tujuan.read_bytes()).hexdigest()
    s = berkas.buka(tujuan)
    assert s.conn.execute("SELECT nilai FROM setelan").fetchone() == ("b",)
    berkas.tutup(s)
    assert {p.name for p in tmp_path.iterdir()} == {data.name, tujuan.name}


def test_a_copy_that_cannot_be_written_leaves_nothing(data: Path, tmp_path: Path) -> None:
    s = berkas.buka(data)
    with pytest.raises(GagalSimpan):
        berkas.salin(s.conn, tmp_path / "tidak ada" / "salinan.lkjip")
    berkas.tutup(s)
    assert list(tmp_path.iterdir()) == [data]


def test_a_copy_that_is_not_whole_is_said_without_its_working_name(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by attack, on a medium that lies: “.17203.salinan” was said to be damaged."""

    def rusak(path: Path) -> None:
        raise BerkasRusak(f"Berkas “{path.name}” rusak.")

    monkeypatch.setattr(berkas, "periksa_isi", rusak)
    s = berkas.buka(data)
    with pytest.raises(BerkasRusak, match="Salinannya tidak utuh") as e:
        berkas.salin(s.conn, tmp_path / "salinan.lkjip")
    berkas.tutup(s)
    assert "bagian" not in str(e.value)
    assert sorted(p.name for p in tmp_path.iterdir()) == [data.name]


def test_a_new_file_does_not_replace_one_unless_told(data: Path) -> None:
    sebelum = data.read_bytes()
    with pytest.raises(BerkasError, match="sudah ada"):
        berkas.baru(data)
    assert data.read_bytes() == sebelum
    berkas.baru(data, timpa=True)
    assert data.read_bytes() != sebelum


def test_a_new_file_that_cannot_be_filled_leaves_nothing(tmp_path: Path) -> None:
    def gagal(conn: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(GagalSimpan):
        berkas.baru(tmp_path / "a.lkjip", gagal)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_use_elsewhere_is_not_replaced(data: Path, tmp_path: Path) -> None:
    pemegang = subprocess.Popen(
        [sys.executable, "-c", PEGANG, str(data)], cwd=AKAR, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert pemegang.stdout is not None
    assert pemegang.stdout.readline().strip() == "terbuka"
    lain = tmp_path / "lain.lkjip"
    berkas.baru(lain)
    s = berkas.buka(lain)
    for ganti in (lambda: berkas.baru(data, timpa=True), lambda: berkas.salin(s.conn, data)):
        with pytest.raises(BerkasTerkunci, match="program lain"):
            ganti()
    pemegang.communicate("selesai\n", timeout=60)
    assert pemegang.returncode == 0
    berkas.salin(s.conn, data)
    berkas.tutup(s)
    assert {p.name for p in tmp_path.iterdir()} == {data.name, lain.name}


PEGANG = """
import sys
from pathlib import Path
from lkjip_desktop.store import berkas
s = berkas.buka(Path(sys.argv[1]))
print("terbuka", flush=True)
sys.stdin.readline()
berkas.tutup(s)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_left_over_journal_is_not_played_into_a_new_file(data: Path, tmp_path: Path) -> None:
    assert proses(TULIS_LALU_MATI, str(data)).returncode == -signal.SIGKILL
    data.rename(tmp_path / "dipindah.lkjip")  # as one does in a file manager, without the journal
    berkas.baru(data, lambda c: c.execute("INSERT INTO setelan VALUES ('baru', 'x')").close())
    s = berkas.buka(data)
    assert s.conn.execute("SELECT nama FROM setelan").fetchall() == [("baru",)]
    assert s.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    berkas.tutup(s)
    assert Path(f"{data}-journal.usang").stat().st_size > 0  # the evidence is kept


def test_a_file_that_someone_turned_to_wal_comes_back(data: Path) -> None:
    conn = sqlite3.connect(data)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("INSERT INTO setelan VALUES ('wal', 'y')")
    conn.commit()
    conn.close()
    s = berkas.buka(data)
    assert s.conn.execute("SELECT count(*) FROM setelan").fetchone() == (2,)
    s.conn.execute("DELETE FROM setelan WHERE nama = 'a'")
    berkas.tutup(s)
    assert data.read_bytes()[18:20] == b"\x01\x01"
    assert list(data.parent.iterdir()) == [data]


# ------------------------------------------------------------------------------------------------- sudden death
TULIS_LALU_MATI = """
import os, signal, sys
from pathlib import Path
from lkjip_desktop.store import berkas
s = berkas.buka(Path(sys.argv[1]))
for n in range(5):
    s.conn.execute("INSERT INTO setelan VALUES (?, 'x')", (f"n{n}",))
s.conn.execute("BEGIN")
s.conn.execute("PRAGMA cache_size = 1")
s.conn.execute("INSERT INTO blob VALUES ('s', randomblob(3000000))")
s.conn.execute("UPDATE setelan SET nilai = 'tengah jalan'")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_kill_keeps_what_was_committed_and_takes_back_the_rest(data: Path) -> None:
    hasil = proses(TULIS_LALU_MATI, str(data))
    assert hasil.returncode == -signal.SIGKILL
    assert Path(f"{data}-journal").stat().st_size > 0  # the control: there is something to recover
    s = berkas.buka(data)
    assert dict(s.conn.execute("SELECT nama, nilai FROM setelan")) == {"a": "b", **{f"n{n}": "x" for n in range(5)}}
    assert s.conn.execute("SELECT count(*) FROM blob").fetchone() == (0,)
    berkas.tutup(s)
    assert list(data.parent.iterdir()) == [data]
