"""Power cut: the statements of a real save are replayed through a recording VFS, and every state that a disk may be
left in (writes that were not synced lost, kept, torn at 512 bytes, in any order) is opened and judged.

The rig has teeth: with synchronous=OFF it must find damage, and without the journal too.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw
import pytest

from lkjip_desktop.workspace import Workspace

from .anak import berkas_baru, langkah
from .bahan import BERAT, rupa

BARIS = 60
SEKTOR = 512

Operasi = tuple[Any, ...]


class Perekam(apsw.VFS):
    """Passes everything on to the machine's own VFS and writes down what changes a file."""

    def __init__(self, catatan: list[Operasi]) -> None:
        super().__init__("perekam", "")
        self.catatan = catatan

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return BerkasTerekam(self.catatan, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.catatan.append(("hapus", Path(filename).name))
        super().xDelete(filename, syncdir)


class BerkasTerekam(apsw.VFSFile):
    def __init__(self, catatan: list[Operasi], name: Any, flags: list[int]) -> None:
        nama = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.nama = Path(nama or "sementara").name
        self.catatan = catatan
        super().__init__("", name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        self.catatan.append(("tulis", self.nama, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self.catatan.append(("potong", self.nama, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self.catatan.append(("sinkron", self.nama))
        super().xSync(flags)


@dataclass
class Angka:
    """The figures of one walk."""

    keadaan: int = 0
    lama: int = 0
    baru: int = 0
    rusak: int = 0
    hilang: int = 0  # reported as saved, yet old
    contoh: list[str] = field(default_factory=list)


def pernyataan(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that opening, one save and closing send to SQLite, with values; "-- tersimpan" after COMMIT."""
    keluar: list[str] = []
    semula = sqlite3.connect

    def sambung(*a: Any, **k: Any) -> sqlite3.Connection:
        conn: sqlite3.Connection = semula(*a, **k)
        if str(path.name) in str(a[0]):
            conn.set_trace_callback(keluar.append)
        return conn

    with monkeypatch.context() as m:
        m.setattr(sqlite3, "connect", sambung)
        with Workspace.buka(path) as ws:
            langkah(ws)
            keluar.append("-- tersimpan")
    return keluar


def rekam(path: Path, sql: list[str], ganti: dict[str, str]) -> list[Operasi]:
    """Replay on a copy through the recorder."""
    catatan: list[Operasi] = []
    perekam = Perekam(catatan)
    conn = apsw.Connection(str(path), vfs="perekam", flags=apsw.SQLITE_OPEN_READWRITE)
    conn.execute("PRAGMA cache_size = 10").fetchall()  # spill, so that the file is written before COMMIT too
    for s in sql:
        if s == "-- tersimpan":
            catatan.append(("tersimpan",))
        elif not s.startswith("--"):
            conn.execute(next((b for a, b in ganti.items() if s.startswith(a)), s)).fetchall()
    conn.close()
    perekam.unregister()
    return catatan


def sesudah_putus(
    semula: bytes, nama: str, catatan: list[Operasi], cara: int, acak: random.Random
) -> Iterator[tuple[dict[str, bytearray], bool]]:
    """Files after a cut behind each operation. cara 0: what was not synced is lost; 1: all was written (a kill);
    2: any subset of sectors."""
    for k in range(len(catatan) + 1):
        berkas: dict[str, bytearray] = {nama: bytearray(semula)}
        tunda: dict[str, list[Operasi]] = {}
        tersimpan = False
        for op in catatan[:k]:
            if op[0] in ("tulis", "potong"):
                berkas.setdefault(op[1], bytearray())
                tunda.setdefault(op[1], []).append(op)
            elif op[0] == "sinkron":
                for q in tunda.pop(op[1], []):
                    _terap(berkas, q)
            elif op[0] == "hapus":
                # A directory entry may or may not be on the disk when the power goes.
                if cara in (0, 1) or acak.random() < 0.5:
                    berkas.pop(op[1], None)
                    tunda.pop(op[1], None)
            else:
                tersimpan = True
        for ops in tunda.values():
            for q in ops:
                if q[0] == "potong":
                    if cara == 1 or (cara == 2 and acak.random() < 0.5):
                        _terap(berkas, q)
                    continue
                for s in range(0, len(q[3]), SEKTOR):
                    if cara == 1 or (cara == 2 and acak.random() < 0.5):
                        _terap(berkas, ("tulis", q[1], q[2] + s, q[3][s : s + SEKTOR]))
        yield berkas, tersimpan


def _terap(berkas: dict[str, bytearray], op: Operasi) -> None:
    b = berkas.setdefault(op[1], bytearray())
    if op[0] == "potong":
        del b[op[2] :]
        b.extend(bytes(op[2] - len(b)))
        return
    _, _, di, data = op
    b.extend(bytes(max(0, di + len(data) - len(b))))
    b[di : di + len(data)] = data


def nilai(semula: bytes, catatan: list[Operasi], tempat: Path, *, tanpa_jurnal: bool = False) -> Angka:
    """Open every state and judge it."""
    acak = random.Random(3)
    angka = Angka()
    tempat.mkdir()
    path = tempat / "a.lkjip"
    for cara in (0, 1, *((2,) * (60 if BERAT else 8))):
        for berkas, tersimpan in sesudah_putus(semula, path.name, catatan, cara, acak):
            for p in tempat.iterdir():
                p.unlink()
            for nama, isi in berkas.items():
                if not (tanpa_jurnal and nama.endswith("-journal")):
                    (tempat / nama).write_bytes(isi)
            angka.keadaan += 1
            r = rupa(path, BARIS)
            if r.langkah not in (0, 1):
                angka.rusak += 1
                angka.contoh = [*angka.contoh[:2], f"cara {cara}: {r.sebab}"]
            elif r.langkah == 0:
                angka.lama += 1
                angka.hilang += tersimpan
            else:
                angka.baru += 1
    return angka


@pytest.fixture
def bahan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[str]]:
    """A file in state 0 and the statements of one save on it."""
    asal = tmp_path / "asal"
    asal.mkdir()
    berkas_baru(asal / "a.lkjip", isi=400, baris=BARIS)
    shutil.copyfile(asal / "a.lkjip", asal / "b.lkjip")
    return asal / "a.lkjip", pernyataan(asal / "b.lkjip", monkeypatch)


def _jalan(
    bahan: tuple[Path, list[str]], tmp_path: Path, ganti: dict[str, str], *, tanpa_jurnal: bool = False
) -> Angka:
    path, sql = bahan
    kerja = tmp_path / "kerja"
    kerja.mkdir()
    salinan = kerja / "a.lkjip"
    shutil.copyfile(path, salinan)
    catatan = rekam(salinan, sql, ganti)
    assert any(s.startswith("PRAGMA synchronous = FULL") for s in sql), "the program no longer asks for FULL"
    assert ("tersimpan",) in catatan
    angka = nilai(path.read_bytes(), catatan, tmp_path / "keadaan", tanpa_jurnal=tanpa_jurnal)
    print(f"{ganti or ('tanpa jurnal' if tanpa_jurnal else 'apa adanya')}: {len(catatan)} operasi, {angka}")
    return angka


def test_listrik_putus_di_mana_pun(bahan: tuple[Path, list[str]], tmp_path: Path) -> None:
    """Fault 3. No state is damaged, and nothing that was called saved is old."""
    angka = _jalan(bahan, tmp_path, {})
    assert angka.rusak == 0, angka.contoh[:3]
    assert angka.hilang == 0
    assert angka.lama > 100
    assert angka.baru > 10


def test_rig_bergigi_tanpa_sinkron(bahan: tuple[Path, list[str]], tmp_path: Path) -> None:
    """Must-fail control: with synchronous=OFF the same walk finds damage."""
    angka = _jalan(bahan, tmp_path, {"PRAGMA synchronous": "PRAGMA synchronous = OFF"})
    assert angka.rusak > 20
    assert angka.hilang > 0


def test_rig_bergigi_tanpa_jurnal(bahan: tuple[Path, list[str]], tmp_path: Path) -> None:
    """Must-fail control (fault 14): the main file alone, as a colleague copies it, is damaged in many states."""
    angka = _jalan(bahan, tmp_path, {}, tanpa_jurnal=True)
    assert angka.rusak > 20
