"""Make a fresh clone ready to run or to test: virtual environment, hashed libraries, Qt's system libraries.

`make` calls this with the system's own Python before anything is installed, so it uses the standard library
only and keeps to syntax that an old Python can read far enough to say what is missing. The second call finds
a stamp made from the hash of the requirements and returns without starting pip or apt.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
VENV = AKAR / ".venv"
PYTHON_VENV = VENV / "bin" / "python"
TERTUA, TERBARU = (3, 11), (3, 14)

# Purpose -> requirements. The second file holds everything of the first, in the same versions.
KEBUTUHAN = {"jalan": "requirements.txt", "uji": "requirements-dev.txt"}

# Library that Qt opens -> Debian package that brings it. The last eight are for a real screen only.
PUSTAKA_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

# What the program needs of the interpreter itself; ensurepip is asked for apart, Debian packs it apart.
_PERIKSA = (
    "import sys, ssl, zlib, sqlite3, ctypes, venv, importlib.util as u;"
    "print(*sys.version_info[:3], int(u.find_spec('ensurepip') is not None), sys.executable)"
)


class Berhenti(Exception):
    """One sentence for the user; the set-up cannot go on."""


def katakan(teks: str) -> None:
    print(teks, flush=True)


def jalankan(*perintah: str, gagal: str, diam: bool = False) -> None:
    """Run a command; `gagal` is what the user reads when it fails, `diam` hides all but its errors."""
    lingkungan = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1", DEBIAN_FRONTEND="noninteractive")
    keluaran = subprocess.DEVNULL if diam else None
    if subprocess.run(perintah, cwd=AKAR, env=lingkungan, stdout=keluaran, check=False).returncode != 0:
        raise Berhenti(gagal)


def pasang_paket(paket: list[str]) -> None:
    """Install Debian packages as root; otherwise stop with the one line to run."""
    daftar = " ".join(paket)
    baris = f"apt-get install -y --no-install-recommends {daftar}"
    if shutil.which("apt-get") is None:
        raise Berhenti(f"Pustaka sistem belum lengkap. Pasang padanan paket Debian ini, lalu ulangi: {daftar}")
    if os.geteuid() != 0:
        raise Berhenti(f"Pustaka sistem belum lengkap. Jalankan baris ini, lalu ulangi:\n\n    sudo {baris}\n")
    katakan(f"Memasang paket sistem: {daftar} ...")
    gagal = f"Paket sistem tidak dapat dipasang. Periksa jaringan, lalu jalankan: {baris}"
    jalankan("apt-get", "update", "-qq", gagal=gagal, diam=True)
    jalankan(*baris.split(), "-qq", gagal=gagal, diam=True)


# ---------------------------------------------------------------------------------------------- interpreter
def cari_python() -> tuple[str, tuple[int, ...], bool]:
    """The newest usable interpreter: its path, its version, whether it can make a virtual environment."""
    nama = [f"python3.{minor}" for minor in range(TERBARU[1], TERTUA[1] - 1, -1)] + ["python3", "python"]
    ditemukan = []
    for calon in dict.fromkeys(filter(None, (shutil.which(n) for n in nama))):
        # A name on the path may be a shim without anything behind it, so each one is tried.
        hasil = subprocess.run(
            [calon, "-c", _PERIKSA], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, cwd=AKAR
        )
        bagian = hasil.stdout.decode(errors="replace").split(maxsplit=4)
        if hasil.returncode == 0 and len(bagian) == 5:
            versi = tuple(int(b) for b in bagian[:3])
            if TERTUA <= versi[:2] <= TERBARU:
                ditemukan.append((versi, bagian[3] == "1", bagian[4].strip()))
    if not ditemukan:
        raise Berhenti(
            f"Python {_titik(TERTUA)} sampai {_titik(TERBARU)} tidak ditemukan. "
            "Di Debian 12: sudo apt-get install -y python3 python3-venv"
        )
    # Newest first; of equal ones, that which needs no further package.
    versi, bisa, jalur = max(ditemukan, key=lambda t: (t[0][:2], t[1], t[0]))
    return jalur, versi, bisa


def _titik(versi: tuple[int, ...]) -> str:
    return ".".join(str(v) for v in versi)


def buat_venv(jalur: str) -> None:
    katakan("Membuat lingkungan Python di .venv ...")
    jalankan(jalur, "-m", "venv", "--clear", str(VENV), gagal="Lingkungan .venv tidak dapat dibuat.")


# ------------------------------------------------------------------------------------------------ libraries
def sidik(tujuan: str) -> str:
    return hashlib.sha256((AKAR / KEBUTUHAN[tujuan]).read_bytes()).hexdigest()


def cap(tujuan: str) -> Path:
    return VENV / f".siap-{tujuan}"


def sudah_siap(tujuan: str) -> bool:
    # exists() follows the link, so an interpreter removed by a system upgrade counts as missing.
    return PYTHON_VENV.exists() and cap(tujuan).is_file() and cap(tujuan).read_text().strip() == sidik(tujuan)


def pasang_pustaka(tujuan: str) -> None:
    katakan("Memasang pustaka Python (hanya sekali; lamanya mengikuti jaringan) ...")
    # Nothing may be compiled on the user's machine: every pinned library comes as a wheel.
    perintah = [str(PYTHON_VENV), "-m", "pip", "install", "--require-hashes"]
    perintah += ["--only-binary=:all:", "-r", KEBUTUHAN[tujuan]]
    if not sys.stdout.isatty():
        perintah.append("-qq")
    gagal = "Pustaka Python tidak dapat dipasang. Periksa jaringan dan ruang kosong, lalu ulangi."
    jalankan(*perintah, gagal=gagal)
    for t in KEBUTUHAN if tujuan == "uji" else (tujuan,):
        cap(t).write_text(sidik(t) + "\n")


def pustaka_hilang() -> list[str]:
    """Debian packages of the libraries that Qt would look for in vain."""
    if not sys.platform.startswith("linux"):
        return []
    hilang = []
    for nama, paket in PUSTAKA_QT.items():
        try:
            ctypes.CDLL(nama)
        except OSError:
            hilang.append(paket)
    return hilang


def siapkan(tujuan: str) -> None:
    """Bring `.venv` and the system to what `tujuan` ("jalan" or "uji") needs; at once when they are there."""
    paket = pustaka_hilang()
    siap = sudah_siap(tujuan)
    jalur = ""
    if not siap and not _ada_pip():
        jalur, versi, bisa = cari_python()
        katakan(f"Memakai Python {_titik(versi)} ({jalur}).")
        if not bisa:
            paket.append(f"python{_titik(versi[:2])}-venv")
    if paket:
        pasang_paket(paket)
        if masih := pustaka_hilang():
            raise Berhenti(f"Pustaka sistem untuk jendela (Qt) masih belum ada: {' '.join(masih)}")
    if jalur:
        buat_venv(jalur)
    if not siap:
        pasang_pustaka(tujuan)
        katakan("Siap.")


def _ada_pip() -> bool:
    if not PYTHON_VENV.exists():
        return False
    perintah = [str(PYTHON_VENV), "-c", "import pip"]
    return subprocess.run(perintah, stderr=subprocess.DEVNULL, check=False).returncode == 0


# ----------------------------------------------------------------------------------------------------- lock
def kunci() -> None:
    """Write both requirements files anew from pyproject.toml, for every platform, without any host name."""
    with tempfile.TemporaryDirectory() as sementara:
        uv = shutil.which("uv")
        if uv is None:
            jalur, _, _ = cari_python()
            gagal = "Alat uv tidak dapat dipasang. Periksa jaringan, lalu ulangi."
            jalankan(jalur, "-m", "venv", sementara, gagal=gagal)
            jalankan(f"{sementara}/bin/python", "-m", "pip", "install", "-qq", "uv", gagal=gagal)
            uv = f"{sementara}/bin/uv"
        for tujuan, berkas in KEBUTUHAN.items():
            perintah = [
                uv,
                "pip",
                "compile",
                "pyproject.toml",
                "--universal",
                "--generate-hashes",
                "--upgrade",
            ]
            perintah += ["--python-version", _titik(TERTUA), "--no-header", "--no-config", "--quiet"]
            perintah += ["--no-emit-index-url", "--no-emit-find-links", "-o", berkas]
            if tujuan == "uji":
                perintah += ["--extra", "dev", "--constraint", KEBUTUHAN["jalan"]]
            jalankan(*perintah, gagal="Daftar pustaka tidak dapat disusun. Periksa jaringan, lalu ulangi.")
            isi = (AKAR / berkas).read_text(encoding="utf-8")
            if any(tanda in isi for tanda in ("://", "--index-url", "--find-links", str(AKAR))):
                raise Berhenti(f"{berkas} memuat alamat; jangan disimpan sebelum alamat itu hilang.")
            katakan(f"{berkas} diperbarui.")


def main(kata: list[str]) -> int:
    try:
        if kata == ["kunci"]:
            kunci()
        elif len(kata) == 1 and kata[0] in KEBUTUHAN:
            siapkan(kata[0])
        else:
            raise Berhenti("Pemakaian: python3 tools/siapkan.py jalan|uji|kunci")
    except Berhenti as sebab:
        sys.stderr.write(f"{sebab}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("Dihentikan; ulangi perintah yang sama untuk melanjutkan.\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
