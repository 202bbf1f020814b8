"""The words that keep and carry the data: backup, sealed copy, verdict, restore, receipt."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from lkjip_desktop.errors import Ditolak
from lkjip_desktop.workspace import Workspace
from lkjip_desktop.workspace.cadangan import ambil_terperiksa
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
        hasil = w.kirim(a.folder, tahun)
    for kalimat in kurang:
        print(f"Perhatian: {kalimat}")
    print(f"Kiriman tahun {tahun} ditulis dan diperiksa: {hasil.path}")
    print(f"Kode data: {hasil.segel.kata}")
    return SELESAI


def verifikasi(a: argparse.Namespace) -> int:
    """The verdict on a file; 1 when it is not what was sealed or the code does not fit."""
    v = Workspace.verifikasi(a.sumber, a.kode or "")
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
    """A checked backup in the place of the data file; the former one is kept beside it."""
    path = Path(a.berkas)
    if path.exists():
        with Workspace.buka(path) as w:
            lama = w.pulihkan(a.sumber)
        print(f"{path.name} dipulihkan dari {Path(a.sumber).name}.")
        if lama is not None:
            print(f"Berkas sebelumnya disimpan: {lama.utama}")
        return SELESAI
    bagian = path.with_name(f".{path.name}.{os.getpid()}.bagian")
    try:
        ambil_terperiksa(Path(a.sumber), bagian)
        os.replace(bagian, path)
    except OSError as e:
        raise Ditolak(f"“{path.name}” tidak dapat ditulis.", "Periksa foldernya dan ruang kosongnya.") from e
    finally:
        bagian.unlink(missing_ok=True)
    print(f"{path.name} dibuat dari {Path(a.sumber).name}.")
    return SELESAI


def tanda_terima(a: argparse.Namespace) -> int:
    """The receipt of a sent file."""
    hasil = tujuan(a, (".pdf",))
    print(f"Ditulis: {tulis_berkas(hasil, Workspace.tanda_terima(a.sumber).isi)}")
    return SELESAI
