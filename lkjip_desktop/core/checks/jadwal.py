"""Checks of dates: deadlines of the office, of the PK and of the LKjIP, against today."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ..agenda import batas_pk
from ..aturan import AturanTenggat
from ..pk import berlaku
from ..tables import Laporan, Pk, Surat, Tenggat
from ..tanggal import akhir, awal, tanggal_cetak
from .masalah import INFO, PERINGATAN, Problem, Tinjau

#: So many days ahead a deadline is shown.
_DEKAT = 14


def tenggat(t: Tinjau) -> Iterator[Problem]:
    """Dates that the office noted and has not ticked off."""
    if not t.hari_ini:
        return
    for x in t.snapshot.where(Tenggat, tahun=t.tahun):
        if x.selesai or not x.tanggal:
            continue
        hari = akhir(x.tanggal)
        if hari < t.hari_ini:
            yield t.masalah(
                PERINGATAN, "tenggat.lewat", x, "selesai", f"{x.nama} lewat tenggat {tanggal_cetak(x.tanggal)}."
            )
        elif hari <= _tambah_hari(t.hari_ini, _DEKAT):
            yield t.masalah(INFO, "tenggat.dekat", x, "tanggal", f"{x.nama} paling lambat {tanggal_cetak(x.tanggal)}.")


def perjanjian(t: Tinjau) -> Iterator[Problem]:
    """The PK is due one month after the DIPA, or on the office's date if that is later; late is a warning, no error."""
    batas = batas_pk(t.snapshot, t.aturan, t.tahun)
    if not batas:
        return
    pk = berlaku(t.snapshot, t.tahun)
    if pk is None:
        if t.hari_ini > batas:
            draf = next((p for p in t.snapshot.where(Pk, tahun=t.tahun) if p.posisi_id is None), None)
            yield t.masalah(
                PERINGATAN,
                "tenggat.pk",
                draf or (Pk.TABEL, ""),
                "tanggal",
                f"Perjanjian Kinerja {t.tahun} sudah lewat batas {tanggal_cetak(batas)}.",
            )
        return
    pertama = min((p for p in t.snapshot.where(Pk, tahun=t.tahun) if p.posisi_id is None), key=lambda p: p.nomor)
    if pertama.tanggal and awal(pertama.tanggal) > batas:
        yield t.masalah(
            PERINGATAN,
            "tenggat.pk",
            pertama,
            "tanggal",
            f"Perjanjian Kinerja {t.tahun} bertanggal {tanggal_cetak(pertama.tanggal, ruang_hari=False)}, sesudah "
            f"batas {tanggal_cetak(batas)}.",
        )


def lkjip(t: Tinjau) -> Iterator[Problem]:
    """The report is dated and sent in time."""
    lap = t.snapshot.one(Laporan, tahun=t.tahun)
    aturan = _aturan(t, "tahunan")
    if lap is None:
        return
    batas = lap.batas_lkjip and akhir(lap.batas_lkjip)
    if not batas and aturan is not None:
        tahun = t.tahun + aturan.tambah
        batas = f"{tahun}-{aturan.bulan:02}-{min(aturan.hari, monthrange(tahun, aturan.bulan)[1]):02}"
    if not batas:
        return
    surat = t.snapshot.one(Surat, tahun=t.tahun)
    tanggal = (surat.tanggal if surat is not None else "") or lap.tanggal
    if tanggal and awal(tanggal) > batas:
        yield t.masalah(
            PERINGATAN, "tenggat.lkjip", lap, "tanggal", f"LKjIP bertanggal sesudah batas {tanggal_cetak(batas)}."
        )
    elif not tanggal and t.hari_ini > batas:
        yield t.masalah(
            PERINGATAN, "tenggat.lkjip", lap, "tanggal", f"LKjIP {t.tahun} sudah lewat batas {tanggal_cetak(batas)}."
        )
    elif not tanggal and t.hari_ini and batas <= _tambah_hari(t.hari_ini, 2 * _DEKAT):
        yield t.masalah(INFO, "tenggat.lkjip", lap, "tanggal", f"LKjIP {t.tahun} paling lambat {tanggal_cetak(batas)}.")


def _aturan(t: Tinjau, jenis: str) -> AturanTenggat | None:
    return next((a for a in t.aturan.tenggat if a.jenis == jenis), None)


def _tambah_hari(hari: str, n: int) -> str:
    return (date.fromisoformat(hari) + timedelta(days=n)).isoformat()
