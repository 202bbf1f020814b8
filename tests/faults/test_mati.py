"""Sudden death of the program: at every write, sync and unlink of a save, in a recovery, and at random times."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from .anak import berkas_baru
from .bahan import BERAT, Suntik, jalankan, perlu_strace, rupa, serempak, terbuka_program

TITIK = ("pwrite64", "fdatasync", "ftruncate", "unlink")


def _sekitar(path: Path) -> tuple[Path, ...]:
    return path, Path(f"{path}-journal"), path.parent


@pytest.fixture(scope="module")
def pola(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in state 0, copied for every run."""
    path = tmp_path_factory.mktemp("pola") / "pola.lkjip"
    berkas_baru(path)
    return path


@perlu_strace
def test_mati_di_setiap_panggilan_sebuah_simpan(pola: Path, tmp_path: Path) -> None:
    """Fault 1. Old or new, never mixed; what was called saved is there; the next start says what it did."""

    def coba(titik: tuple[str, int]) -> tuple[str, bool]:
        panggilan, n = titik
        tempat = tmp_path / f"{panggilan}-{n}"
        tempat.mkdir()
        path = tempat / "a.lkjip"
        shutil.copyfile(pola, path)
        a = jalankan("simpan", path, rumah=tempat, suntik=Suntik(panggilan, "signal=KILL", n, _sekitar(path)))
        if a.kode == 0:
            return "habis", a.selesai
        panas = path.with_name("a.lkjip-journal").exists() and path.with_name("a.lkjip-journal").stat().st_size > 0
        bukti = tempat / "bukti.lkjip"
        for s in ("", "-journal"):
            if Path(f"{path}{s}").exists():
                shutil.copyfile(f"{path}{s}", f"{bukti}{s}")
        lihat = rupa(bukti)
        langkah, pesan = terbuka_program(path)
        assert lihat.langkah == langkah, (titik, lihat, langkah)
        assert langkah == 1 or not a.selesai, f"{titik}: saved, but lost"
        assert not panas or "dipulihkan" in pesan
        assert sorted(p.name for p in tempat.iterdir() if p.name.startswith(("a.", ".~a"))) == ["a.lkjip"]
        return ("baru" if langkah else "lama"), a.selesai

    hasil: dict[str, int] = {}
    for panggilan in TITIK:
        banyak = {"pwrite64": 18, "fdatasync": 7, "ftruncate": 2, "unlink": 1}[panggilan]
        # A few more than known, so that a save that does more than before is still walked to its end.
        for sebutan, _ in serempak(coba, [(panggilan, n) for n in range(1, banyak + 2)]):
            hasil[sebutan] = hasil.get(sebutan, 0) + 1
    assert hasil["lama"] > 10
    assert hasil["baru"] > 1
    assert hasil["habis"] >= len(TITIK)
    print("mati di setiap titik:", hasil)


@perlu_strace
def test_mati_saat_pemulihan_lalu_pulih_juga(pola: Path, tmp_path: Path) -> None:
    """Fault 4. A second death while the first is being repaired changes nothing."""
    asal = tmp_path / "asal"
    asal.mkdir()
    path = asal / "a.lkjip"
    shutil.copyfile(pola, path)
    # Killed at a write into the main file: the journal is hot and the file half new.
    a = jalankan("simpan", path, rumah=asal, suntik=Suntik("pwrite64", "signal=KILL", 2, (path,)))
    assert a.kode != 0
    assert Path(f"{path}-journal").stat().st_size > 512

    def coba(titik: tuple[str, int]) -> str:
        panggilan, n = titik
        tempat = tmp_path / f"{panggilan}-{n}"
        shutil.copytree(asal, tempat)
        salinan = tempat / "a.lkjip"
        a = jalankan("buka", salinan, rumah=tempat, suntik=Suntik(panggilan, "signal=KILL", n, _sekitar(salinan)))
        assert terbuka_program(salinan)[0] == 0
        assert rupa(salinan).langkah == 0
        return "selesai" if a.selesai else "mati"

    hasil = serempak(coba, [(p, n) for p in TITIK for n in range(1, 6 if BERAT else 3)])
    assert hasil.count("mati") >= 6
    print("mati saat pemulihan:", {h: hasil.count(h) for h in set(hasil)})


def test_mati_di_saat_acak(pola: Path, tmp_path: Path) -> None:
    """Fault 2. A loop of saves is killed at random times; nothing that was reported is missing afterwards."""
    acak = random.Random(9)
    kali = 300 if BERAT else 40

    def coba(n: int) -> bool:
        tempat = tmp_path / str(n)
        tempat.mkdir()
        path = tempat / "a.lkjip"
        shutil.copyfile(pola, path)
        a = jalankan("terus", path, rumah=tempat, bunuh_sesudah=jumlah[n])
        assert a.kode == -9, a
        dilaporkan = max(int(w) for w in a.keluaran.split() if w.isdigit())
        jurnal = Path(f"{path}-journal")
        panas = jurnal.exists() and jurnal.stat().st_size > 0
        langkah, pesan = terbuka_program(path)
        assert langkah in (dilaporkan, dilaporkan + 1), (langkah, dilaporkan)
        assert rupa(path).langkah == langkah
        assert pesan  # the lock file tells that the last session died
        return panas

    jumlah = [acak.randrange(1, 12) for _ in range(kali)]
    panas = serempak(coba, range(kali)).count(True)
    assert panas > 0
    print(f"mati acak: {kali} kali, {panas} dengan jurnal panas, 0 hilang")
