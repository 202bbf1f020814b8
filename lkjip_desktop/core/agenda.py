"""The dates of a year's work: deadlines by the rules of the office and the dates that it noted itself."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .aturan import AturanTenggat, aturan_tahun
from .checks.jadwal import batas_pk
from .checks.masalah import Tinjau
from .hasil import Hasil
from .pk import berlaku
from .snapshot import Snapshot
from .tables import Laporan, Pk, Surat, Tenggat
from .tanggal import akhir, bulan

Keadaan = Literal["lewat", "dekat", "nanti", "selesai"]
_DEKAT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Acara:
    """One date (ISO, in full): what is due, how it stands, and the place where it is done."""

    tanggal: str
    nama: str
    keadaan: Keadaan
    tabel: str = ""
    kunci: str = ""
    kolom: str = ""


def agenda(snapshot: Snapshot, hasil: Hasil, tahun: int, hari_ini: str) -> tuple[Acara, ...]:
    """Deadlines of the year, earliest first; of a monthly one only the next that is to come."""
    t = Tinjau(snapshot, hasil, tahun, aturan_tahun(snapshot, tahun), hari_ini)
    keluar = [_milik_kantor(x, hari_ini) for x in snapshot.where(Tenggat, tahun=tahun) if x.tanggal]
    for a in t.aturan.tenggat:
        acara = _bulanan(a, tahun, hari_ini) if a.jenis == "bulanan" else _pk(t) if a.jenis == "pk" else _lkjip(t, a)
        if acara is not None:
            keluar.append(acara)
    return tuple(sorted(keluar, key=lambda a: (a.tanggal, a.nama)))


def _keadaan(tanggal: str, hari_ini: str, selesai: bool = False) -> Keadaan:
    if selesai:
        return "selesai"
    if tanggal < hari_ini:
        return "lewat"
    dekat = (date.fromisoformat(hari_ini) + _DEKAT).isoformat()
    return "dekat" if tanggal <= dekat else "nanti"


def _milik_kantor(x: Tenggat, hari_ini: str) -> Acara:
    hari = akhir(x.tanggal)
    return Acara(hari, x.nama, _keadaan(hari, hari_ini, x.selesai), x.TABEL, x.id, "selesai")


def _bulanan(a: AturanTenggat, tahun: int, hari_ini: str) -> Acara | None:
    """The report on a month of the year is due on day `hari` of the month after it."""
    for n in range(1, 13):
        lebih, ke = divmod(n, 12)
        hari = _hari(tahun + lebih, ke + 1, a.hari)
        if hari >= hari_ini:
            return Acara(hari, f"{a.nama} bulan {bulan(n)} {tahun}", _keadaan(hari, hari_ini))
    return None


def _pk(t: Tinjau) -> Acara | None:
    batas = batas_pk(t)
    if not batas:
        return None
    pk = berlaku(t.snapshot, t.tahun)
    draf = pk or next((p for p in t.snapshot.where(Pk, tahun=t.tahun) if p.posisi_id is None), None)
    nama = f"Penandatanganan Perjanjian Kinerja {t.tahun}"
    return Acara(batas, nama, _keadaan(batas, t.hari_ini, pk is not None), Pk.TABEL, draf.id if draf else "", "tanggal")


def _lkjip(t: Tinjau, a: AturanTenggat) -> Acara:
    """The date that the year itself holds goes before the office's rule."""
    lap = t.snapshot.one(Laporan, tahun=t.tahun)
    surat = t.snapshot.one(Surat, tahun=t.tahun)
    sendiri = lap.batas_lkjip if lap is not None and a.kode == "lkjip" else ""
    batas = akhir(sendiri) if sendiri else _hari(t.tahun + a.tambah, a.bulan, a.hari)
    selesai = a.kode == "lkjip" and bool(surat and surat.tanggal)
    kunci = lap.id if lap is not None else ""
    return Acara(batas, f"{a.nama} {t.tahun}", _keadaan(batas, t.hari_ini, selesai), Laporan.TABEL, kunci, "tanggal")


def _hari(tahun: int, bln: int, hari: int) -> str:
    """The day, or the last one of a shorter month."""
    return f"{tahun:04}-{bln:02}-{min(hari, monthrange(tahun, bln)[1]):02}"
