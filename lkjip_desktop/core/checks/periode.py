"""Checks of the months and quarters of an indicator: what they make of the year, and what they contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ..angka import angka
from ..kinerja import periode_dipakai, terisi
from ..tables import IndikatorPeriode, IndikatorTahun
from ..tanggal import sebut_periode
from .masalah import KESALAHAN, PERINGATAN, Problem, Tinjau, daftar


def _sebut(r: IndikatorPeriode) -> str:
    return sebut_periode(r.jenis, r.periode or 0)


def _daftar(jenis: str, nomor: Sequence[int]) -> str:
    """The periods without their kind: "Januari dan Maret", "I, II, dan III"."""
    return daftar([sebut_periode(jenis, n).removeprefix(f"{jenis} ") for n in nomor], 12)


def kumulatif(t: Tinjau) -> Iterator[Problem]:
    """Cumulative figures cannot fall without a reason."""
    for h in t.semua_indikator():
        it = t.snapshot.get(IndikatorTahun, h.baris_id)
        if it is None or not it.kumulatif:
            continue
        for jenis in ("bulan", "triwulan"):
            baris = t.snapshot.where(IndikatorPeriode, indikator_id=h.id, tahun=t.tahun, jenis=jenis)
            for kini in dict.fromkeys((*_turun(baris, "realisasi"), *_turun(baris, "pembilang"))):
                if not kini.alasan_koreksi:
                    yield t.masalah(
                        PERINGATAN,
                        "periode.turun",
                        kini,
                        "alasan_koreksi",
                        f"{h.kode}: angka kumulatif {_sebut(kini)} lebih kecil dari sebelumnya.",
                        "Perbaiki angkanya atau tulis alasan koreksinya.",
                    )


def _turun(baris: Iterable[IndikatorPeriode], kolom: str) -> Iterator[IndikatorPeriode]:
    """Periods whose figure is below that of the last filled one before them."""
    isi: list[tuple[IndikatorPeriode, Decimal]] = [(r, n) for r in baris if (n := getattr(r, kolom)) is not None]
    yield from (r for (_, a), (r, b) in pairwise(isi) if b < a)


def bolong(t: Tinjau) -> Iterator[Problem]:
    """A year that is summed up of its periods has no gap among them."""
    for h in t.semua_indikator():
        it = t.snapshot.get(IndikatorTahun, h.baris_id)
        if it is None or not h.dari_periode or it.kumulatif or it.konsolidasi in ("terakhir", "maksimum"):
            continue
        semua = t.snapshot.where(IndikatorPeriode, indikator_id=h.id, tahun=t.tahun)
        dipakai = periode_dipakai(semua, h.jenis_nilai)
        ada = {r.periode or 0 for r in dipakai}
        hilang = [n for n in range(1, max(ada)) if n not in ada]
        if not hilang:
            continue
        jenis = dipakai[-1].jenis
        lain = any(r.jenis != jenis and terisi(r, h.jenis_nilai) for r in semua)
        tidak_ikut = f"; angka {'triwulan' if jenis == 'bulan' else 'bulan'} yang ada tidak ikut" if lain else ""
        yield t.masalah(
            PERINGATAN,
            "periode.bolong",
            dipakai[0],
            "periode",
            f"{h.kode}: angka setahun dihitung dari {jenis} {_daftar(jenis, sorted(ada))} saja, tanpa "
            f"{_daftar(jenis, hilang)}{tidak_ikut}.",
            "Lengkapi periodenya, atau isi angka setahunnya.",
        )


def indeks_dijumlahkan(t: Tinjau) -> Iterator[Problem]:
    """The index of a year is no sum of those of its periods: 3,25 and 3,30 do not make 6,55."""
    for h in t.semua_indikator():
        dipakai = [p for p in h.periode if p.dipakai]
        if h.jenis_nilai == "indeks" and h.dari_periode and h.cara_gabung == "jumlah" and len(dipakai) > 1:
            yield t.di(
                KESALAHAN,
                "periode.indeks_jumlah",
                h,
                "konsolidasi",
                f"indeks dari {len(dipakai)} {dipakai[0].jenis} dijumlahkan menjadi {h.realisasi.cetak}.",
                "Indeks tidak dijumlahkan: pilih rata-rata atau nilai terakhir pada cara mengukurnya.",
            )


def rasio(t: Tinjau) -> Iterator[Problem]:
    """A part is not larger than its whole, in no month and no quarter."""
    for h in t.semua_indikator():
        if h.jenis_nilai != "rasio" or h.target.nilai is None or h.target.nilai > 100:
            continue
        for r in t.snapshot.where(IndikatorPeriode, indikator_id=h.id, tahun=t.tahun):
            if r.pembilang is not None and r.penyebut is not None and r.pembilang > r.penyebut > 0:
                yield t.masalah(
                    PERINGATAN,
                    "periode.rasio_lebih",
                    r,
                    "pembilang",
                    f"{h.kode}, {_sebut(r)}: pembilang {angka(r.pembilang)} lebih besar dari penyebut "
                    f"{angka(r.penyebut)}.",
                )


def beda_setahun(t: Tinjau) -> Iterator[Problem]:
    """A figure typed for the whole year beside periods that cover it and say something else."""
    for h in t.semua_indikator():
        if h.dari_periode or h.gabungan is None or h.realisasi.nilai is None:
            continue
        dipakai = [p for p in h.periode if p.dipakai]
        if not dipakai or dipakai[-1].sampai[5:] != "12-31":
            continue
        utuh = h.cara_gabung == "terakhir" or len(dipakai) == (12 if dipakai[0].jenis == "bulan" else 4)
        if utuh and h.gabungan.cetak != h.realisasi.cetak:
            yield t.di(
                PERINGATAN,
                "periode.beda_setahun",
                h,
                h.kolom_realisasi,
                f"angka setahun {h.realisasi.cetak} yang dicetak berbeda dari {h.gabungan.cetak} menurut periodenya.",
                "Kosongkan angka setahunnya agar dihitung dari periode, atau perbaiki angka periodenya.",
            )
