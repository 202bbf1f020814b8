"""The dates of a year's work: deadlines by the rules of the office and the dates that it noted itself."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .aturan import Aturan, AturanTenggat, aturan_tahun
from .pk import berlaku
from .snapshot import Snapshot
from .tables import Laporan, Pk, Surat, Tenggat
from .tanggal import akhir, bulan

Keadaan = Literal["lewat", "dekat", "nanti", "selesai"]
#: A date that is no further away is near.
DEKAT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Acara:
    """One date (ISO, in full): what is due, how it stands, and the place where it is done."""

    tanggal: str
    nama: str
    keadaan: Keadaan
    tabel: str = ""
    kunci: str = ""
    kolom: str = ""


def agenda(snapshot: Snapshot, tahun: int, hari_ini: str) -> tuple[Acara, ...]:
    """Deadlines of the year, earliest first; of a monthly one only the next that is to come."""
    aturan = aturan_tahun(snapshot, tahun)
    keluar = [_milik_kantor(x, hari_ini) for x in snapshot.where(Tenggat, tahun=tahun) if x.tanggal]
    for a in aturan.tenggat:
        if a.jenis == "bulanan":
            acara = _bulanan(a, tahun, hari_ini)
        elif a.jenis == "pk":
            acara = _pk(snapshot, aturan, tahun, hari_ini)
        else:
            acara = _lkjip(snapshot, a, tahun, hari_ini)
        if acara is not None:
            keluar.append(acara)
    return tuple(sorted(keluar, key=lambda a: (a.tanggal, a.nama)))


def keadaan(tanggal: str, hari_ini: str, selesai: bool = False) -> Keadaan:
    """How a full ISO date lies to today."""
    if selesai:
        return "selesai"
    if tanggal < hari_ini:
        return "lewat"
    dekat = (date.fromisoformat(hari_ini) + DEKAT).isoformat()
    return "dekat" if tanggal <= dekat else "nanti"


def _milik_kantor(x: Tenggat, hari_ini: str) -> Acara:
    hari = akhir(x.tanggal)
    return Acara(hari, x.nama, keadaan(hari, hari_ini, x.selesai), x.TABEL, x.id, "selesai")


def _bulanan(a: AturanTenggat, tahun: int, hari_ini: str) -> Acara | None:
    """The report on a month of the year is due on day `hari` of the month after it."""
    for n in range(1, 13):
        lebih, ke = divmod(n, 12)
        hari = hari_dalam_bulan(tahun + lebih, ke + 1, a.hari)
        if hari >= hari_ini:
            return Acara(hari, f"{a.nama} bulan {bulan(n)} {tahun}", keadaan(hari, hari_ini))
    return None


def batas_pk(snapshot: Snapshot, aturan: Aturan, tahun: int) -> str:
    """The last day for the PK as full ISO text, "" when the office has no such rule: one month after the DIPA, or
    the office's own date if that is later (PermenPAN-RB 53/2014)."""
    a = next((x for x in aturan.tenggat if x.jenis == "pk"), None)
    if a is None:
        return ""
    kantor = f"{tahun}-01-{a.hari:02}"
    lap = snapshot.one(Laporan, tahun=tahun)
    if lap is None or len(lap.tanggal_dipa) < 7:
        return kantor
    return max(kantor, _tambah_bulan(akhir(lap.tanggal_dipa), a.bulan))


def _pk(snapshot: Snapshot, aturan: Aturan, tahun: int, hari_ini: str) -> Acara | None:
    batas = batas_pk(snapshot, aturan, tahun)
    if not batas:
        return None
    pk = berlaku(snapshot, tahun)
    draf = pk or next((p for p in snapshot.where(Pk, tahun=tahun) if p.posisi_id is None), None)
    nama = f"Penandatanganan Perjanjian Kinerja {tahun}"
    return Acara(batas, nama, keadaan(batas, hari_ini, pk is not None), Pk.TABEL, draf.id if draf else "", "tanggal")


def _lkjip(snapshot: Snapshot, a: AturanTenggat, tahun: int, hari_ini: str) -> Acara:
    """The date that the year itself holds goes before the office's rule."""
    lap, surat = snapshot.one(Laporan, tahun=tahun), snapshot.one(Surat, tahun=tahun)
    sendiri = lap.batas_lkjip if lap is not None and a.kode == "lkjip" else ""
    batas = akhir(sendiri) if sendiri else hari_dalam_bulan(tahun + a.tambah, a.bulan, a.hari)
    # A letter that is dated ahead has not gone out; its number may be written by hand.
    terbit = surat is not None and surat.tanggal and akhir(surat.tanggal) <= hari_ini
    selesai = a.kode == "lkjip" and bool(terbit)
    tempat = (Laporan.TABEL, lap.id if lap is not None else "", "tanggal")
    if a.kode == "lkjip":  # to what is missing for it
        tempat = (Surat.TABEL, surat.id if surat else "", "tanggal")
    return Acara(batas, f"{a.nama} {tahun}", keadaan(batas, hari_ini, selesai), *tempat)


def _tambah_bulan(hari: str, n: int) -> str:
    d = date.fromisoformat(hari)
    tahun, bln = divmod(d.year * 12 + d.month - 1 + n, 12)
    return hari_dalam_bulan(tahun, bln + 1, d.day)


def hari_dalam_bulan(tahun: int, bln: int, hari: int) -> str:
    """The day, or the last one of a shorter month."""
    return f"{tahun:04}-{bln:02}-{min(hari, monthrange(tahun, bln)[1]):02}"
