"""Two people, one file: a lock file beside it that says who has it open, and folders in which files get lost."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PureWindowsPath

from lkjip_desktop.errors import BerkasTerkunci


@dataclass(frozen=True, slots=True)
class Pemegang:
    """Who has a file open: PC, name of the officer (else of the login), process, since when (ISO with offset)."""

    pc: str
    nama: str
    pid: int
    waktu: str
    tanda: str = ""  # start of the process, so that a number used again is not taken for the old one

    def kalimat(self, berkas: str) -> str:
        """What the user is told."""
        jam = f" sejak {self.waktu[8:10]}-{self.waktu[5:7]}-{self.waktu[:4]} pukul {self.waktu[11:16]}"
        return f"Berkas “{berkas}” sedang dibuka oleh {self.nama or 'pengguna lain'} di komputer {self.pc}{jam}."


@dataclass(slots=True)
class Kunci:
    """A lock that this process holds; `lama` is what a program that died here left behind (None = closed cleanly)."""

    path: Path | None
    lama: Pemegang | None = None

    def lepas(self) -> None:
        """Give it back; a second call does nothing."""
        path, self.path = self.path, None
        if path is not None:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def nama_kunci(path: Path) -> Path:
    """The lock file of a data file."""
    return path.with_name(f".~{path.name}.kunci")


def ambil(path: Path, nama: str, waktu: str, *, paksa: bool = False) -> Kunci:
    """Take the lock of a file; where the folder cannot be written there is none to take.

    A lock of this PC whose process is gone is taken over. One of another PC is never stale by itself: only the
    user can say so (`paksa`).

    Raises:
        BerkasTerkunci: somebody has it open; the sentence names PC, person and time.
    """
    kunci = nama_kunci(path)
    terpasang, ada = _baca(path)
    if ada is not None and not paksa and _hidup(ada):
        raise BerkasTerkunci(ada.kalimat(path.name), "Buka hanya-baca, atau tunggu sampai ditutup di sana.")
    saya = Pemegang(_pc(), nama or _login(), os.getpid(), waktu, _tanda_proses(os.getpid()))
    sementara = kunci.with_name(f"{kunci.name}.{os.getpid()}")
    try:
        if terpasang:  # stale, insisted on, or unreadable: a lock gets its name only when it is whole
            kunci.unlink(missing_ok=True)
        sementara.write_text(json.dumps(asdict(saya), ensure_ascii=False), encoding="utf-8")
        try:
            # Two who come at once: only one can make the name. FAT has no links; there the plain way must do.
            os.link(sementara, kunci)
        except FileExistsError:
            raise BerkasTerkunci(
                f"Berkas “{path.name}” baru saja dibuka di tempat lain.", "Buka hanya-baca, atau coba lagi."
            ) from None
        except (OSError, NotImplementedError):
            os.replace(sementara, kunci)
    except OSError:
        return Kunci(None, ada)
    finally:
        with contextlib.suppress(OSError):
            sementara.unlink(missing_ok=True)
    return Kunci(kunci, ada)


def baca(path: Path) -> Pemegang | None:
    """Who holds a file, as far as a lock file tells; None when nobody does or it is unreadable."""
    return _baca(path)[1]


def _baca(path: Path) -> tuple[bool, Pemegang | None]:
    """Whether there is a lock file, and what it says."""
    try:
        with open(nama_kunci(path), encoding="utf-8") as f:
            teks = f.read(4096)
    except FileNotFoundError:
        return False, None
    except (OSError, UnicodeDecodeError):
        return True, None
    try:
        p = Pemegang(**json.loads(teks))
    except (ValueError, TypeError, RecursionError):
        return True, None
    benar = all(isinstance(t, str) for t in (p.pc, p.nama, p.waktu, p.tanda)) and type(p.pid) is int
    return True, p if benar else None


def _hidup(p: Pemegang) -> bool:
    if p.pc != _pc():
        return True
    if p.pid == os.getpid() and p.tanda == _tanda_proses(p.pid):
        return True
    if not _proses_ada(p.pid):
        return False
    tanda = _tanda_proses(p.pid)
    return not (p.tanda and tanda and p.tanda != tanda)


def _pc() -> str:
    return platform.node() or "komputer ini"


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _proses_ada(pid: int) -> bool:
    if pid <= 0:
        return False
    if sys.platform == "win32":
        import ctypes

        k = ctypes.WinDLL("kernel32", use_last_error=True)
        k.OpenProcess.restype = ctypes.c_void_p
        pegang = ctypes.c_void_p(k.OpenProcess(0x1000, False, pid))  # PROCESS_QUERY_LIMITED_INFORMATION
        if not pegang:
            return bool(ctypes.get_last_error() == 5)  # access denied: it exists
        kode = ctypes.c_ulong()
        k.GetExitCodeProcess(pegang, ctypes.byref(kode))
        k.CloseHandle(pegang)
        return kode.value == 259  # STILL_ACTIVE
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _tanda_proses(pid: int) -> str:
    """When a process started, as the system counts it (Linux with the boot, Windows by date), else ""."""
    if sys.platform == "win32":
        import ctypes

        k = ctypes.WinDLL("kernel32", use_last_error=True)
        k.OpenProcess.restype = ctypes.c_void_p
        pegang = ctypes.c_void_p(k.OpenProcess(0x1000, False, pid))
        if not pegang:
            return ""
        waktu = [ctypes.c_ulonglong() for _ in range(4)]  # FILETIME: created, ended, kernel, user
        ada = k.GetProcessTimes(pegang, *(ctypes.byref(w) for w in waktu))
        k.CloseHandle(pegang)
        return f"w{waktu[0].value}" if ada else ""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as f:
            tik = f.read().rsplit(")", 1)[1].split()[19]
        with open("/proc/sys/kernel/random/boot_id", encoding="utf-8") as f:
            return f"{f.read().strip()[:8]}-{tik}"
    except (OSError, IndexError):
        return ""


# ------------------------------------------------------------------------------------- where files get lost
_AWAN = ("onedrive", "google drive", "googledrive", "my drive", "dropbox", "icloud", "nextcloud", "megasync", "pcloud")
_JARINGAN = frozenset(
    ("cifs", "smb", "smb2", "smb3", "smbfs", "nfs", "nfs4", "afs", "davfs", "9p", "ceph", "fuse.sshfs", "fuse.rclone")
)


def tempat_rawan(path: Path, lingkungan: Mapping[str, str] | None = None, kait: str | None = None) -> str:
    """One sentence when the folder of a file is synchronised by a cloud service or lies on the network, else "".

    `lingkungan` and `kait` (text like /proc/mounts) stand in for the machine's own in tests.
    """
    env = os.environ if lingkungan is None else lingkungan
    teks = str(path)
    bagian = [b.lower() for b in (*path.parts, *PureWindowsPath(teks).parts)]
    awan = [v for k, v in env.items() if k.startswith("OneDrive") and v]
    if any(teks.lower().startswith(a.lower()) for a in awan) or any(b.startswith(_AWAN) for b in bagian):
        return (
            "Folder ini disinkronkan ke awan. Berkas yang sedang dibuka dapat rusak atau tertimpa di sana; "
            "simpan berkas kerja di folder biasa, lalu salin cadangannya ke awan."
        )
    if teks.startswith(("\\\\", "//")) or _di_jaringan(path, kait):
        return (
            "Folder ini berada di jaringan. Kunci berkas di jaringan tidak selalu bekerja; "
            "simpan berkas kerja di komputer ini, lalu salin cadangannya ke jaringan."
        )
    return ""


def _di_jaringan(path: Path, kait: str | None) -> bool:
    if sys.platform == "win32" and kait is None:
        import ctypes

        return bool(ctypes.WinDLL("kernel32").GetDriveTypeW(path.absolute().anchor) == 4)  # DRIVE_REMOTE
    if kait is None:
        try:
            with open("/proc/mounts", encoding="utf-8", errors="replace") as f:
                kait = f.read()
        except OSError:
            return False
    terpilih = ("", "")
    tujuan = os.path.realpath(path)
    for baris in kait.splitlines():
        kolom = baris.split()
        if len(kolom) < 3:
            continue
        titik = kolom[1].replace("\\040", " ")
        if (tujuan == titik or tujuan.startswith(titik.rstrip("/") + "/")) and len(titik) >= len(terpilih[0]):
            terpilih = (titik, kolom[2])
    return terpilih[1] in _JARINGAN
