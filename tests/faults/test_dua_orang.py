"""Two programs, two PCs, places that cannot be written, clocks that jump, folders of a cloud."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lkjip_desktop.errors import BerkasTerkunci
from lkjip_desktop.store import cadangan, kunci_berkas
from lkjip_desktop.workspace import Workspace

from .anak import berkas_baru, langkah, langkah_kini
from .bahan import Suntik, jalankan, perlu_strace, tanpa_jejak

BUKAN_SIAPA_SIAPA = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    berkas_baru(tmp_path / "a.lkjip")
    (tmp_path / "luar").mkdir()
    return tmp_path / "a.lkjip"


def _rebut(path: Path) -> str:
    """What another program gets that wants to write without asking for our lock file."""
    return jalankan("rebut", path, rumah=path.parent).keluaran.split(" ", 1)[1].strip()


# ------------------------------------------------------------------------------------------------- same computer
def test_proses_kedua_tertolak_dengan_nama(path: Path) -> None:
    """Fault 11. Locked at once, and the sentence names PC, officer and time."""
    with Workspace.buka(path, petugas="Sari"):
        a = jalankan("buka", path, rumah=path.parent)
        tanpa_jejak(a)
        assert "BerkasTerkunci" in a.kalimat
        for kata in ("Sari", kunci_berkas._pc(), "pukul", "hanya-baca"):
            assert kata in a.kalimat
        assert _rebut(path) == "tertolak"
    assert jalankan("buka", path, rumah=path.parent).selesai
    assert _rebut(path) == "dapat"


def test_dibuka_hanya_baca_selagi_dipakai(path: Path) -> None:
    """Fault 11. The offer behind the refusal: the last saved state, in a copy, and the owner loses nothing."""
    with Workspace.buka(path, petugas="Sari") as ws:
        langkah(ws)
        a = jalankan("lihat", path, rumah=path.parent)
        assert a.keluaran.startswith("SELESAI 1 "), a.keluaran
        assert "Sari" in a.keluaran
        assert _rebut(path) == "tertolak"
        assert langkah(ws) == 2


KERJA: dict[str, Callable[[Workspace, Path], object]] = {
    "cadangan otomatis": lambda ws, _: ws.cadangkan_otomatis("tangan"),
    "cadangkan": lambda ws, luar: ws.cadangkan(luar),
    "simpan salinan": lambda ws, luar: ws.simpan_salinan(luar / "salinan.lkjip"),
    "kirim": lambda ws, luar: ws.kirim(luar, 2023),
    "kode kaki": lambda ws, _: ws.kode_kaki(),
    "pratinjau": lambda ws, luar: ws.pratinjau_pulihkan(ws.cadangkan(luar)[0]),
    "verifikasi kiriman": lambda ws, luar: ws.verifikasi(ws.kirim(luar, 2023).path),
    "tempat rawan": lambda ws, luar: ws.tempat_rawan(luar),
    "pulihkan": lambda ws, luar: ws.pulihkan(ws.kirim(luar, 2023).path),
}


@pytest.mark.parametrize("nama", KERJA)
def test_kunci_tidak_lepas_selagi_bekerja(path: Path, nama: str) -> None:
    """Fault 13. Whatever the program does with its file, another process stays shut out."""
    with Workspace.buka(path) as ws:
        langkah(ws)
        KERJA[nama](ws, path.parent / "luar")
        assert _rebut(path) == "tertolak"


@pytest.mark.skipif(os.name != "posix", reason="kunci POSIX")
def test_kontrol_membuka_berkas_sendiri_melepas_kunci(path: Path) -> None:
    """Must-fail control of the test above: one open() and close() on the live file, and the lock is gone."""
    with Workspace.buka(path) as ws:
        langkah(ws)
        assert _rebut(path) == "tertolak"
        path.read_bytes()
        assert _rebut(path) == "dapat"


# ------------------------------------------------------------------------------------------------ another computer
def _kunci_lain(path: Path, **ganti: object) -> None:
    isi = {"pc": "PC-LAIN", "nama": "Budi", "pid": 4242, "waktu": "2026-11-24T07:45:00+07:00", "tanda": ""} | ganti
    kunci_berkas.nama_kunci(path).write_text(json.dumps(isi), encoding="utf-8")


def test_kunci_dari_komputer_lain(path: Path) -> None:
    """Fault 12. Never taken for stale by itself; read-only is offered, and the user may insist."""
    _kunci_lain(path)
    with pytest.raises(BerkasTerkunci, match=r"Budi di komputer PC-LAIN sejak 24-11-2026 pukul 07:45"):
        Workspace.buka(path)
    with Workspace.buka(path, hanya_baca=True) as ws:
        assert langkah_kini(ws) == 0
    assert kunci_berkas.baca(path) is not None
    with Workspace.buka(path, paksa=True, petugas="Sari") as ws:
        pemegang = kunci_berkas.baca(path)
        assert pemegang is not None
        assert pemegang.nama == "Sari"
        assert langkah(ws) == 1
    assert not kunci_berkas.nama_kunci(path).exists()


def test_kunci_proses_yang_sudah_mati(path: Path) -> None:
    """Fault 12. The number of a dead process, or of another one that has it now, locks nobody out."""
    for ganti in ({"pid": 2**22 + 1}, {"pid": os.getppid(), "tanda": "lain-1"}, {"pid": -1}):
        _kunci_lain(path, pc=kunci_berkas._pc(), **ganti)
        with Workspace.buka(path) as ws:
            assert "dipulihkan" in ws.pesan_buka


@pytest.mark.parametrize("isi", ["", "{", "[]", '{"pc": 1}', "\x00" * 50, "x" * 10_000])
def test_kunci_yang_rusak_tidak_mengunci(path: Path, isi: str) -> None:
    kunci_berkas.nama_kunci(path).write_text(isi)
    with Workspace.buka(path) as ws:
        assert langkah(ws) == 1


def test_berkas_yang_dibuka_tidak_ditimpa_berkas_baru(path: Path) -> None:
    _kunci_lain(path)
    semula = path.read_bytes()
    with pytest.raises(BerkasTerkunci):
        Workspace.baru(path, "Lain", 2024, timpa=True)
    assert path.read_bytes() == semula


# ------------------------------------------------------------------------------------- places that cannot be written
@pytest.fixture
def terkunci() -> Iterator[Path]:
    """A folder that only root may write, where others may read; pytest's own are closed to others altogether."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("perlu root untuk menjadi pengguna lain")
    with tempfile.TemporaryDirectory(prefix="lkjip-baca-") as t:
        tempat = Path(t)
        berkas_baru(tempat / "a.lkjip")
        (tempat / "a.lkjip").chmod(0o444)
        tempat.chmod(0o555)
        yield tempat
        tempat.chmod(0o700)


def test_tempat_yang_hanya_dapat_dibaca(terkunci: Path) -> None:
    """Fault 10. Opened for reading with a sentence for the banner; nothing is left beside it."""
    a = jalankan("buka", terkunci / "a.lkjip", rumah=terkunci, uid=BUKAN_SIAPA_SIAPA)
    assert a.selesai, a
    assert "tidak dapat ditulis" in a.keluaran
    a = jalankan("simpan", terkunci / "a.lkjip", rumah=terkunci, uid=BUKAN_SIAPA_SIAPA)
    tanpa_jejak(a)
    assert "HanyaBaca" in a.kalimat
    assert "Simpan salinan" in a.kalimat
    assert [p.name for p in terkunci.iterdir() if not p.name.startswith(".keluaran")] == ["a.lkjip"]


@perlu_strace
def test_perlu_dipulihkan_di_tempat_yang_hanya_dapat_dibaca(tmp_path: Path) -> None:
    """Faults 4 and 10 together: the file cannot be healed where it lies; a sentence, and nothing is touched."""
    if os.geteuid() != 0:
        pytest.skip("perlu root untuk menjadi pengguna lain")
    asal = tmp_path / "a.lkjip"
    berkas_baru(asal)
    jalankan("simpan", asal, rumah=tmp_path, suntik=Suntik("pwrite64", "signal=KILL", 3, (asal,)))
    with tempfile.TemporaryDirectory(prefix="lkjip-baca-") as t:
        for n in ("a.lkjip", "a.lkjip-journal"):
            shutil.copyfile(tmp_path / n, Path(t, n))
            Path(t, n).chmod(0o444)
        Path(t).chmod(0o555)
        semula = {p.name: p.read_bytes() for p in Path(t).iterdir()}
        a = jalankan("buka", Path(t, "a.lkjip"), rumah=Path(t), uid=BUKAN_SIAPA_SIAPA)
        tanpa_jejak(a)
        assert "dipulihkan" in a.kalimat
        assert {n: Path(t, n).read_bytes() for n in semula} == semula


# ------------------------------------------------------------------------------------------------ clocks
def test_jam_melompat(path: Path) -> None:
    """Fault 22. Nothing is keyed by the clock: revisions count on, backups go on, the window warns."""
    jam = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    waktu = [jam]
    with Workspace.buka(path, jam=lambda: waktu[0]) as ws:
        langkah(ws)
        assert ws.peringatan_jam() == ""
        nomor = []
        for kini in (jam, datetime(2000, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC), jam + timedelta(hours=1)):
            waktu[0] = kini
            langkah(ws)
            hasil = ws.cadangkan_otomatis("berkala")
            assert hasil is not None
            assert hasil.cadangan is not None
            nomor.append((hasil.cadangan.nomor, ws.snapshot.revisi))
        assert nomor == sorted(nomor)
        assert len(ws.daftar_cadangan()) == len(nomor) == 4
        waktu[0] = datetime(2000, 1, 1, tzinfo=UTC)
        kata = ws.peringatan_jam()
        assert "jam komputer" in kata
        assert "T" not in kata.split("bertanggal ")[1].split(",")[0]  # a date as people write it
        k = ws.kirim(path.parent / "luar", 2023)
        assert f"_2023_20000101-0000_r{ws.snapshot.revisi:04d}_" in k.nama  # the year is the report's


def test_cadangan_berkala_memakai_jam_yang_tidak_melompat() -> None:
    """Fault 22. Half an hour of work with a change, on a monotonic clock."""
    detik = [0.0]
    p = cadangan.Penjaga(5, lambda: detik[0])
    assert not p.perlu(5)
    detik[0] = 9999
    assert not p.perlu(6)  # the change was noticed just now
    detik[0] += cadangan.BERKALA - 1
    assert not p.perlu(6)
    detik[0] += 1
    assert p.perlu(7)
    p.tercadang(7)
    assert not p.perlu(7)


# ------------------------------------------------------------------------------------------------ cloud, network
@pytest.mark.parametrize(
    ("folder", "lingkungan", "kait", "kata"),
    [
        ("/home/a/OneDrive - Kemenkumham/data", {}, "", "awan"),
        ("/home/a/Google Drive/x", {}, "", "awan"),
        ("/home/a/Dropbox", {}, "", "awan"),
        ("/data/sinkron/x", {"OneDriveCommercial": "/data/sinkron"}, "", "awan"),
        ("C:\\Users\\a\\OneDrive\\x", {}, "", "awan"),
        ("//server/bersama", {}, "", "jaringan"),
        ("\\\\server\\bersama", {}, "", "jaringan"),
        ("/mnt/kantor/x", {}, "//srv/b /mnt/kantor cifs rw 0 0\n/dev/sda1 / ext4 rw 0 0", "jaringan"),
        ("/mnt/dalam ruang/x", {}, "srv:/b /mnt/dalam\\040ruang nfs4 rw 0 0\n/dev/sda1 / ext4 rw 0 0", "jaringan"),
        ("/home/a/Dokumen", {}, "/dev/sda1 / ext4 rw 0 0", ""),
        ("/mnt/kantor2", {}, "//srv/b /mnt/kantor cifs rw 0 0\n/dev/sda1 / ext4 rw 0 0", ""),
        ("/home/a/drive", {"OneDrive": ""}, "/dev/sda1 / ext4 rw 0 0", ""),
    ],
)
def test_tempat_rawan(folder: str, lingkungan: dict[str, str], kait: str, kata: str) -> None:
    """Fault 37."""
    kalimat = kunci_berkas.tempat_rawan(Path(folder, "a.lkjip"), lingkungan, kait)
    assert (kata in kalimat) if kata else not kalimat
