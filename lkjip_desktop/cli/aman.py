"""The words that keep and carry the data: backup, sealed copy, verdict, restore, receipt."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypedDict

from lkjip_desktop.errors import Ditolak
from lkjip_desktop.workspace import Workspace
from lkjip_desktop.workspace.kertas import tulis_berkas

from .berkas import BELUM_BERES, SELESAI, baca, tujuan


def cadangkan(a: argparse.Namespace) -> int:
    """A whole copy into a folder."""
    with baca(a.berkas) as w:
        path, sha = w.cadangkan(a.folder)
    print(f"Cadangan ditulis dan diperiksa: {path}")
    print(f"SHA-256: {sha}")
    return SELESAI


def kirim(a: argparse.Namespace) -> int:
    """A sealed copy for the Kanwil; without --tahun of the newest year."""
    with Workspace.buka(a.berkas) as w:
        tahun = a.tahun or max(w.tahun(), default=0)
        if not tahun:
            raise Ditolak("Berkas ini belum berisi tahun laporan.")
        kurang = w.kurang_untuk_kirim(tahun)
        hasil = w.kirim(a.folder, tahun, **_rahasia(a))
    for kalimat in kurang:
        print(f"Perhatian: {kalimat}")
    print(f"Kiriman tahun {tahun} ditulis dan diperiksa: {hasil.path}")
    print(f"Kode data: {hasil.segel.kata}")
    return SELESAI


def verifikasi(a: argparse.Namespace) -> int:
    """The verdict on a file; 1 when it is not what was sealed or the code does not fit."""
    v = Workspace.verifikasi(a.sumber, a.kode or "", **_rahasia(a))
    t = v.temuan
    print(f"{Path(a.sumber).name}: {t.putusan}{f' ({t.alasan})' if t.alasan else ''}")
    if t.segel is not None:
        print(f"Satker: {t.segel.kode_satker or 'tanpa kode'} {t.segel.nama_satker}, tahun {t.segel.tahun}")
        print(f"Revisi {t.segel.revisi}, disegel {t.segel.waktu}")
    if t.cocok_sha256 is False:
        print("Byte berkas ini tidak sama dengan berkas .sha256 di sampingnya.")
    if v.kode:
        kata = {"berkas": "cocok dengan berkas ini", "data": "cocok dengan isi berkas ini", "tidak": "TIDAK cocok"}
        print(f"Kode pada tanda terima: {kata[v.kode]}")
    return SELESAI if v.beres else BELUM_BERES


def pulihkan(a: argparse.Namespace) -> int:
    """A checked backup in the place of the data file, be that whole, damaged or missing; the former one is kept."""
    path = Path(a.berkas)
    ada = path.exists()
    lama = Workspace.pulihkan_berkas(a.sumber, path)
    kerja = "dipulihkan" if ada else "dibuat"
    print(f"{path.name} {kerja} dari {Path(a.sumber).name}.")
    if lama is not None:
        print(f"Berkas sebelumnya disimpan: {lama.utama}")
    return SELESAI


def tanda_terima(a: argparse.Namespace) -> int:
    """The receipt of a sent file."""
    hasil = tujuan(a, (".pdf",))
    print(f"Ditulis: {tulis_berkas(hasil, Workspace.tanda_terima(a.sumber, **_rahasia(a)).isi)}")
    return SELESAI


def paket(a: argparse.Namespace) -> int:
    """The parcel for people without this program."""
    with Workspace.buka(a.berkas) as w:
        kurang = w.kurang_untuk_kirim(a.tahun)
        hasil = w.paket(a.folder, a.tahun, batas_mb=a.batas_mb)
    for kalimat in (*kurang, *hasil.tidak_ada):
        print(f"Perhatian: {kalimat}")
    print(f"Paket tahun {a.tahun} ditulis: {hasil.folder} ({len(hasil.isi)} berkas)")
    print(f"Kode data: {hasil.kiriman.segel.kata}")
    return SELESAI


class _Rahasia(TypedDict, total=False):
    sandi: str
    kunci: str


def _rahasia(a: argparse.Namespace) -> _Rahasia:
    """The passphrase or key in the first line of the file of --rahasia, as words for the workspace."""
    if not a.rahasia:
        return {}
    try:
        with open(a.rahasia, encoding="utf-8") as f:
            baris = f.readline().strip()
    except (OSError, UnicodeDecodeError) as e:
        raise Ditolak(f"“{Path(a.rahasia).name}” tidak dapat dibaca.", "Periksa nama dan isinya.") from e
    if not baris:
        raise Ditolak(f"Baris pertama “{Path(a.rahasia).name}” kosong.")
    return {"kunci": baris} if baris.startswith(("age1", "AGE-SECRET-KEY-1")) else {"sandi": baris}
