"""Put another file in the place of the present one; what was there moves to a kept folder and can come back."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lkjip_desktop.errors import BerkasTerkunci, GagalSimpan

from . import berkas
from .salinan import gagal, ganti_nama, hapus, sidik_berkas, terbitkan, tulis_kecil

#: Side files of SQLite that belong to the main file beside them and to no other.
PENDAMPING = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Simpanan:
    """A kept folder: the former file with its side files, why and when it was put there."""

    folder: Path
    utama: Path
    alasan: str
    waktu: str


def folder_simpan(path: Path) -> Path:
    """Where former states of a file are kept: beside it, so that a move is a rename."""
    return path.with_name(f"{path.stem} (disimpan)")


def simpanan(path: Path) -> tuple[Simpanan, ...]:
    """The kept states of a file, oldest first."""
    keluar = []
    with contextlib.suppress(OSError):
        for f in sorted(folder_simpan(path).iterdir()):
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                isi = json.loads((f / "keterangan.json").read_text(encoding="utf-8"))
                keluar.append(Simpanan(f, f / isi["nama"], str(isi["alasan"]), str(isi["waktu"])))
    return tuple(keluar)


def simpan(path: Path, alasan: str, kini: datetime, dari: Path | None = None) -> Simpanan | None:
    """Copy the file and its side files as they are to a new kept folder; None when there is no file.

    `dari` is an earlier copy of the same file that is kept in its stead (before SQLite took back a step).

    Raises:
        GagalSimpan: the copy could not be made whole; the file is untouched.
    """
    if berkas.terbuka(path):
        raise BerkasTerkunci(f"Berkas “{path.name}” sedang dibuka di program ini.")
    if not path.exists():
        return None
    asal = dari or path
    try:
        if sama := _sudah_tersimpan(path, asal):
            return sama
        tempat = _folder_baru(path, kini)
        for p in (asal, *pendamping(asal)):
            tujuan = tempat / f"{path.name}{p.name[len(asal.name) :]}"
            if terbitkan(p, tujuan, sha256=False) != sidik_berkas(p):
                raise GagalSimpan("Berkas lama tidak dapat disimpan utuh.", "Periksa ruang dan medianya.")
        isi = {"nama": path.name, "alasan": alasan, "waktu": kini.isoformat(timespec="seconds")}
        tulis_kecil(tempat / "keterangan.json", json.dumps(isi, ensure_ascii=False).encode())
        berkas.sinkron_folder(tempat.parent)
        berkas.sinkron_folder(path.parent)
    except OSError as e:
        raise gagal(e, folder_simpan(path)) from e
    return Simpanan(tempat, tempat / path.name, alasan, str(isi["waktu"]))


def _sudah_tersimpan(path: Path, asal: Path) -> Simpanan | None:
    """The state kept last, when it is the same to the byte: a second look at a damaged file keeps nothing twice."""
    terakhir = next(iter(simpanan(path)[-1:]), None)
    if terakhir is None or not terakhir.utama.exists() or pendamping(asal) or pendamping(terakhir.utama):
        return None
    return terakhir if sidik_berkas(terakhir.utama) == sidik_berkas(asal) else None


def pulihkan(sumber: Path, path: Path, *, alasan: str, kini: datetime) -> Simpanan | None:
    """Replace `path` by a copy of `sumber` (a checked, closed file of ours); gives what was kept.

    At every moment either the old file lies there with its side files, or its whole is in the kept folder. The
    name never holds half a file, and a new file never meets the side file of an old one.

    Raises:
        GagalSimpan: the place refused; the old file stands.
    """
    if berkas.terbuka(path):
        raise BerkasTerkunci(f"Berkas “{path.name}” sedang dibuka di program ini.")
    berkas.periksa_isi(sumber)
    # First everything that can fail for want of room; the old file is touched by nothing but the last two steps.
    lama = simpan(path, alasan, kini)
    baru = path.with_name(f".{path.name}.baru")
    try:
        terbitkan(sumber, baru, sha256=False)
        for p in pendamping(path):
            hapus(p)
        berkas.sinkron_folder(path.parent)
        ganti_nama(baru, path)
        berkas.sinkron_folder(path.parent)
    except OSError as e:
        raise gagal(e, path) from e
    finally:
        with contextlib.suppress(OSError):
            hapus(baru)
    return lama


def kembalikan(s: Simpanan, path: Path, kini: datetime) -> Simpanan | None:
    """Undo of a restore: the kept state takes its place again, and what is there now is kept in its turn.

    Side files of the kept state come along, so that SQLite finishes what it had begun there.
    """
    sementara = path.with_name(f".{path.name}.kembali")
    try:
        for p in (s.utama, *pendamping(s.utama)):
            akhiran = p.name[len(s.utama.name) :]
            shutil.copyfile(p, Path(f"{sementara}{akhiran}"))
        if any(p.stat().st_size for p in pendamping(sementara)):
            berkas.tutup(berkas.buka(sementara))  # SQLite finishes, then one file is left
        return pulihkan(sementara, path, alasan="batal-pulih", kini=kini)
    except OSError as e:
        raise gagal(e, path) from e
    finally:
        for a in ("", *PENDAMPING):
            with contextlib.suppress(OSError):
                hapus(Path(f"{sementara}{a}"))


def pendamping(path: Path) -> list[Path]:
    """The side files that lie beside a file now."""
    return [p for a in PENDAMPING if (p := Path(f"{path}{a}")).exists()]


def _folder_baru(path: Path, kini: datetime) -> Path:
    """A folder of its own, numbered, so that a clock that stands still makes no clash."""
    pangkal = folder_simpan(path)
    pangkal.mkdir(exist_ok=True)
    n = 1 + max((int(p.name[:4]) for p in pangkal.iterdir() if p.name[:4].isdigit()), default=0)
    while True:
        tempat = pangkal / f"{n:04d}_{kini:%Y%m%d-%H%M%S}"
        try:
            os.mkdir(tempat)
            return tempat
        except FileExistsError:
            n += 1
