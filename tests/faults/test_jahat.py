"""Hostile files: nothing in them runs, nothing beside them is read, nothing they do reaches the program."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from lkjip_desktop.core.segel import Putusan
from lkjip_desktop.errors import BerkasError, BerkasRusak, Ditolak
from lkjip_desktop.store import terima
from lkjip_desktop.workspace import Workspace

from .anak import berkas_baru
from .bahan import BERAT


@pytest.fixture(scope="module")
def kiriman(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tempat = tmp_path_factory.mktemp("kiriman")
    berkas_baru(tempat / "a.lkjip")
    with Workspace.buka(tempat / "a.lkjip") as ws:
        return ws.kirim(tempat, 2023).path


def _ganti_skema(tabel: str, dari: str, ke: str) -> Callable[[sqlite3.Connection], object]:
    """Write another definition straight into the schema, as an attacker would."""

    def kerja(c: sqlite3.Connection) -> object:
        c.execute("PRAGMA writable_schema = ON")
        n = c.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?", (dari, ke, tabel)).rowcount
        assert n == 1
        assert c.execute("SELECT 1 FROM sqlite_master WHERE name = ? AND instr(sql, ?)", (tabel, ke)).fetchone()
        return c.execute("PRAGMA writable_schema = OFF")

    return kerja


def _sql(*perintah: str) -> Callable[[sqlite3.Connection], object]:
    return lambda c: [c.execute(p) for p in perintah]


SERANGAN: dict[str, Callable[[sqlite3.Connection], object]] = {
    "view atas nama tabel": _sql("DROP TABLE tenggat", "CREATE VIEW tenggat AS SELECT * FROM pejabat"),
    "bom cpu dalam view": _sql(
        "CREATE VIEW bom AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    ),
    "trigger": _sql("CREATE TRIGGER t AFTER INSERT ON pejabat BEGIN DELETE FROM pejabat; END"),
    "tabel maya fts": _sql("CREATE VIRTUAL TABLE f USING fts4(a)"),
    "tabel maya rtree": _sql("CREATE VIRTUAL TABLE r USING rtree(id, a, b)"),
    "kolom hitung": _sql("ALTER TABLE pejabat ADD COLUMN g TEXT AS (upper(nama))"),
    "nilai bawaan": _sql("ALTER TABLE pejabat ADD COLUMN d TEXT DEFAULT 'x'"),
    "indeks ungkapan": _sql("CREATE INDEX i ON pejabat(upper(nama))"),
    "indeks biasa": _sql("CREATE INDEX i ON pejabat(nama)"),
    "tabel tambahan": _sql("CREATE TABLE tambahan(x)"),
    "tabel kurang": _sql("DROP TABLE tenggat"),
    "statistik": _sql("CREATE INDEX i ON pejabat(nama)", "ANALYZE", "DROP INDEX i"),
    "syarat CHECK": _ganti_skema("pejabat", "nama TEXT NOT NULL", "nama TEXT NOT NULL CHECK (length(nama) < 1e9)"),
    "bukan STRICT": _ganti_skema("pejabat", "STRICT", "      "),
    "urutan lain": _ganti_skema("pejabat", "nip TEXT NOT NULL", "nip TEXT NOT NULL COLLATE NOCASE"),
    "tanpa rowid": _sql("DROP TABLE draf", "CREATE TABLE draf(tabel TEXT PRIMARY KEY) WITHOUT ROWID"),
    "versi 0": _sql("PRAGMA user_version = 0"),
    "mode WAL": _sql("PRAGMA journal_mode = WAL"),
}


@pytest.mark.parametrize("nama", SERANGAN)
def test_susunan_asing_ditolak(kiriman: Path, tmp_path: Path, nama: str) -> None:
    """Only the exact schema of a known version is read; the file is not changed by looking at it."""
    path = tmp_path / "serang.lkjip"
    path.write_bytes(kiriman.read_bytes())
    conn = sqlite3.connect(path, isolation_level=None)
    SERANGAN[nama](conn)
    conn.close()
    semula = path.read_bytes()
    t = terima.nilai(path)
    assert t.putusan in (Putusan.RUSAK, Putusan.ASING), t
    assert t.alasan.endswith(".")
    assert path.read_bytes() == semula


def test_putusan_menyebut_berkas_dengan_namanya_sendiri(kiriman: Path, tmp_path: Path) -> None:
    """The examination looks at a private copy, whose name says nothing to the user."""
    path = tmp_path / "bapas-lahat.lkjip"
    path.write_bytes(kiriman.read_bytes()[:5000])
    assert "“bapas-lahat.lkjip” terpotong" in terima.periksa(path).alasan


def test_tanpa_serangan_diterima(kiriman: Path) -> None:
    """Control: the very file that the attacks start from is genuine."""
    assert terima.periksa(kiriman).putusan is Putusan.ASLI


def test_isi_diganti_dan_segel_dipalsukan(kiriman: Path, tmp_path: Path) -> None:
    """Changed content shows by the seal; a seal made anew shows by the code on paper."""
    path = tmp_path / "ubah.lkjip"
    path.write_bytes(kiriman.read_bytes())
    conn = sqlite3.connect(path)
    conn.execute("UPDATE dasar_hukum SET tentang = 'diganti'")
    conn.commit()
    conn.execute("VACUUM")
    conn.close()
    v = Workspace.verifikasi(path)
    assert v.temuan.putusan is Putusan.BERUBAH
    assert not v.beres
    conn = sqlite3.connect(path)
    conn.execute("UPDATE segel SET sidik = ?", (v.temuan.sidik,))
    conn.commit()
    conn.close()
    assert terima.periksa(path).putusan is Putusan.BERUBAH  # the stamp of the seal is over all of it
    from lkjip_desktop.core.kode_kata import kata

    asli = terima.periksa(kiriman)
    assert Workspace.verifikasi(path, kata(asli.sha256)).kode == "tidak"


def test_segel_yang_dirapikan_ditolak_dengan_kalimat(kiriman: Path, tmp_path: Path) -> None:
    """A restore refuses what was changed, unless the user insists."""
    path = tmp_path / "ubah.lkjip"
    path.write_bytes(kiriman.read_bytes())
    conn = sqlite3.connect(path)
    conn.execute("UPDATE dasar_hukum SET tentang = 'diganti'")
    conn.commit()
    conn.close()
    berkas_baru(tmp_path / "kerja.lkjip")
    with Workspace.buka(tmp_path / "kerja.lkjip") as ws:
        with pytest.raises(Ditolak, match="berubah"):
            ws.pulihkan(path)
        assert ws.tahun() == (2023,)  # still open
        ws.pulihkan(path, paksa=True)


@pytest.mark.parametrize(
    "teks",
    ["", "{}", "[]", "null", "1", '{"cap": 1}', "{" * 5000, '{"cap":"","tahun":1e999}', "x" * 1_000_000],
)
def test_segel_aneh(kiriman: Path, tmp_path: Path, teks: str) -> None:
    path = tmp_path / "segel.lkjip"
    path.write_bytes(kiriman.read_bytes())
    conn = sqlite3.connect(path)
    conn.execute("UPDATE segel SET isi = ?", (teks,))
    conn.commit()
    conn.close()
    assert terima.nilai(path).putusan is Putusan.BERUBAH


def test_nilai_raksasa_dan_waktu_habis(kiriman: Path, tmp_path: Path) -> None:
    """A value beyond the limit, and an examination beyond its time, end as "rusak"."""
    path = tmp_path / "besar.lkjip"
    path.write_bytes(kiriman.read_bytes())
    conn = sqlite3.connect(path)
    conn.execute("INSERT INTO blob VALUES ('x', zeroblob(?))", (terima.BATAS_NILAI + 10,))
    conn.commit()
    assert terima.nilai(path).putusan is Putusan.RUSAK
    conn.execute("DELETE FROM blob WHERE sha = 'x'")
    conn.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
        " INSERT INTO setelan SELECT i, 'x' FROM n"
    )
    conn.commit()
    conn.close()
    assert terima.nilai(path).putusan is Putusan.ASLI  # settings are no content
    assert terima.nilai(path, detik=-1).putusan is Putusan.RUSAK


def test_berkas_teracak_tidak_pernah_menjatuhkan(kiriman: Path, tmp_path: Path) -> None:
    """Fuzz: random damage at pages, cells and anywhere; no exception, no hang, never genuine with other content."""
    from .balik import salin_isi

    acak = random.Random(1)
    data, utuh = kiriman.read_bytes(), salin_isi(kiriman)
    path = tmp_path / "acak.lkjip"
    hasil: dict[str, int] = {}
    terlama = 0.0
    for _ in range(8000 if BERAT else 300):
        b = bytearray(data)
        for _ in range(acak.choice((1, 4, 40, 400))):
            p = acak.choice(
                (
                    acak.randrange(len(b)),
                    acak.randrange(8192),
                    acak.randrange(len(b) // 4096) * 4096 + acak.randrange(12),
                )
            )
            b[p] = acak.choice((0, 255, acak.randrange(256), b[p] ^ (1 << acak.randrange(8))))
        path.write_bytes(b)
        mulai = time.perf_counter()
        t = terima.nilai(path)
        terlama = max(terlama, time.perf_counter() - mulai)
        hasil[t.putusan] = hasil.get(t.putusan, 0) + 1
        assert t.putusan is not Putusan.ASLI or salin_isi(path) == utuh
    print(f"berkas teracak: {hasil}, terlama {terlama:.3f} s")


# ------------------------------------------------------------------------------------------ the child process
def _macet(pipa: Connection) -> None:
    pipa.recv_bytes()
    time.sleep(60)


def _jatuh(pipa: Connection) -> None:
    pipa.recv_bytes()
    os.abort()


def _rakus(pipa: Connection) -> None:
    pipa.recv_bytes()
    terima._batasi()
    try:
        bytearray(terima.BATAS_MEMORI + (1 << 20))
        pipa.send_bytes(b"{}")
    except MemoryError:
        os._exit(7)


def _ngawur(pipa: Connection) -> None:
    pipa.recv_bytes()
    pipa.send_bytes(b'{"putusan": "asli", "segel": "", "langkah": [], "asing": 1}')


@pytest.mark.parametrize("anak", [_macet, _jatuh, _rakus, _ngawur], ids=["macet", "jatuh", "rakus", "ngawur"])
def test_anak_yang_celaka(kiriman: Path, monkeypatch: pytest.MonkeyPatch, anak: Callable[[Connection], None]) -> None:
    """A child that hangs, dies, eats memory or answers nonsense costs one file its verdict; the next is examined."""
    asli = terima._layani
    monkeypatch.setattr(terima, "_layani", anak)
    with terima.Pemeriksa(detik=-4.5 if anak is _macet else 30) as p:
        assert p.periksa(kiriman).putusan is Putusan.RUSAK
        monkeypatch.setattr(terima, "_layani", asli)
        p._detik = 30
        assert p.periksa(kiriman).putusan is Putusan.ASLI


def test_berkas_yang_kita_buka_tidak_disentuh(tmp_path: Path) -> None:
    """Examining, hashing or decrypting the open file itself is refused: reading it would drop its lock."""
    path = tmp_path / "a.lkjip"
    berkas_baru(path)
    with Workspace.buka(path) as ws:
        assert terima.periksa(path).putusan is Putusan.ASING
        with pytest.raises(BerkasError):
            Workspace.verifikasi(path)
        with pytest.raises(BerkasError):
            ws.pulihkan(path)


# ----------------------------------------------------------------------------------------- what leaves the office
def test_yang_keluar_tidak_membawa_yang_tidak_perlu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No journal, drafts, settings, deleted text, officer's or login name, PC or folder in a sent file."""
    from lkjip_desktop.core.commands import Hapus, Tambah

    monkeypatch.setenv("LOGNAME", "loginrahasia")
    path = tmp_path / "folderrahasia.lkjip"
    with Workspace.baru(path, "Bapas Uji", 2023, petugas="Petugasrahasia") as ws:
        ws.lakukan(Tambah("dasar_hukum", ws.id_baru(), {"nama": "tetap"}))
        id = ws.id_baru()
        ws.lakukan(Tambah("dasar_hukum", id, {"nama": "Terhapusrahasia"}))
        ws.lakukan(Hapus("dasar_hukum", id))
        ws.simpan_draf("dasar_hukum", id, "nama", "Drafrahasia")
        k = ws.kirim(tmp_path, 2023)
        utuh, _ = ws.cadangkan(tmp_path)
    isi = k.path.read_bytes()
    assert b"tetap" in isi
    for kata in (b"rahasia", b"Berkas baru", os.fsencode(str(tmp_path))):
        assert kata.lower() not in isi.lower(), kata
    assert b"Terhapusrahasia" in utuh.read_bytes()  # the office's own copy keeps its journal


def test_kiriman_tersandi(kiriman: Path, tmp_path: Path) -> None:
    """A wrong key or one flipped bit is refused with a sentence; the right key gives the very bytes."""
    from lkjip_desktop.store import rahasia

    umum, pribadi = rahasia.kunci_baru()
    data = kiriman.read_bytes()
    tersandi = rahasia.tutup(data, rahasia.Kunci(kunci=umum))
    assert rahasia.buka(tersandi, rahasia.Kunci(kunci=pribadi)) == data
    lain = rahasia.kunci_baru()[1]
    acak = random.Random(3)
    for kunci in (lain, "bukan kunci"):
        with pytest.raises(Ditolak):
            rahasia.buka(tersandi, rahasia.Kunci(kunci=kunci))
    for _ in range(20):
        b = bytearray(tersandi)
        b[acak.randrange(len(b))] ^= 1 << acak.randrange(8)
        with pytest.raises(Ditolak):
            rahasia.buka(bytes(b), rahasia.Kunci(kunci=pribadi))
    path = tmp_path / "k.lkjip.age"
    path.write_bytes(tersandi)
    with pytest.raises(Ditolak, match="tersandi"):
        Workspace.verifikasi(path)
    assert Workspace.verifikasi(path, kunci=pribadi).temuan.putusan is Putusan.ASLI
    with pytest.raises(Ditolak, match="paling sedikit"):
        rahasia.tutup(data, rahasia.Kunci(sandi="pendek"))
    with pytest.raises(BerkasRusak):
        Workspace.tanda_terima(tmp_path / "tidak-ada.lkjip")
