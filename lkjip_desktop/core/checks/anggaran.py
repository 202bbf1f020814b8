"""Checks of the budget: both cuts, sources and dates, and changes that ask for an explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ..hasil import BarisAnggaran
from ..pk import anggaran_kerja
from ..schema import Row
from ..tables import AnggaranBelanja, AnggaranSasaran, Kegiatan, Ro, RoIndikator
from .masalah import INFO, KESALAHAN, PERINGATAN, Problem, Tinjau, daftar, rapat, uang

#: A change of pagu beyond this share wants a word in the report.
_BESAR = Fraction(1, 2)


def dua_potongan(t: Tinjau) -> Iterator[Problem]:
    """Both cuts are there and agree in pagu and realisasi."""
    a = t.hasil.anggaran
    if not a.sasaran and not a.jenis_belanja:
        yield t.masalah(
            PERINGATAN,
            "anggaran.kosong",
            (AnggaranBelanja.TABEL, ""),
            "pagu",
            f"Anggaran tahun {t.tahun} belum diisi.",
        )
    elif not a.sasaran:
        yield t.masalah(
            PERINGATAN,
            "anggaran.sasaran",
            (AnggaranSasaran.TABEL, ""),
            "pagu",
            f"Anggaran menurut sasaran tahun {t.tahun} belum diisi.",
        )
    elif not a.jenis_belanja:
        yield t.masalah(
            PERINGATAN,
            "anggaran.belanja",
            (AnggaranBelanja.TABEL, ""),
            "pagu",
            f"Anggaran menurut jenis belanja tahun {t.tahun} belum diisi.",
        )
    elif not a.potongan_sama:
        s, b = a.total_sasaran, a.total_belanja
        yield t.masalah(
            KESALAHAN,
            "anggaran.beda_potongan",
            (AnggaranSasaran.TABEL, a.sasaran[0].baris_id),
            "pagu",
            f"Jumlah menurut sasaran (pagu {uang(s.pagu)}, realisasi {uang(s.realisasi)}) tidak sama dengan jumlah "
            f"menurut jenis belanja (pagu {uang(b.pagu)}, realisasi {uang(b.realisasi)}).",
            "Kedua tabel memuat uang yang sama; periksa angka yang diketik.",
        )


def baris(t: Tinjau) -> Iterator[Problem]:
    """Every line has both amounts, and is not spent beyond its pagu."""
    a = t.hasil.anggaran
    for tabel, lines in ((AnggaranSasaran.TABEL, a.sasaran), (AnggaranBelanja.TABEL, a.jenis_belanja)):
        for b in lines:
            yield from _baris(t, tabel, b)
    if a.sasaran:
        ada = {r.sasaran_id for r in t.snapshot.where(AnggaranSasaran, tahun=t.tahun)}
        tanpa = [s for s in t.hasil.kegiatan() if s.id not in ada]
        if tanpa:
            yield t.masalah(
                PERINGATAN,
                "anggaran.sasaran_tanpa",
                ("sasaran_tahun", tanpa[0].baris_id),
                "kode",
                f"{daftar([s.kode for s in tanpa])} belum mempunyai anggaran; efisiensinya tidak dapat dihitung.",
            )


def _baris(t: Tinjau, tabel: str, b: BarisAnggaran) -> Iterator[Problem]:
    tanpa_nama = "Baris anggaran tanpa sasaran" if tabel == AnggaranSasaran.TABEL else "Baris belanja tanpa nama"
    sebut = f"{b.kode} {b.nama}"[:80].strip() or tanpa_nama
    tempat = (tabel, b.baris_id)
    for kolom, nilai in (("pagu", b.pagu), ("realisasi", b.realisasi)):
        if nilai is None:
            yield t.masalah(PERINGATAN, f"anggaran.{kolom}", tempat, kolom, f"{sebut}: {kolom} belum diisi.")
        elif nilai < 0:
            yield t.masalah(KESALAHAN, "anggaran.negatif", tempat, kolom, f"{sebut}: {kolom} bernilai negatif.")
    if b.pagu is not None and b.realisasi is not None and b.realisasi > b.pagu >= 0:
        yield t.masalah(
            PERINGATAN,
            "anggaran.lebih",
            tempat,
            "realisasi",
            f"{sebut}: realisasi {uang(b.realisasi)} melebihi pagu {uang(b.pagu)}.",
        )


def sumber(t: Tinjau) -> Iterator[Problem]:
    """Source system and cut-off date of the figures, and whether both cuts name the same one."""
    per_tabel: list[tuple[Row, ...]] = [
        t.snapshot.where(AnggaranSasaran, tahun=t.tahun),
        t.snapshot.where(AnggaranBelanja, tahun=t.tahun),
    ]
    nama: list[set[str]] = []
    for baris in per_tabel:
        for kolom, apa in (("sumber", "sumber"), ("tanggal_data", "tanggal keadaan data")):
            kosong = [r for r in baris if not getattr(r, kolom)]
            if kosong:
                yield t.masalah(
                    INFO,
                    f"anggaran.{kolom}",
                    kosong[0],
                    kolom,
                    f"{'Anggaran menurut sasaran' if baris is per_tabel[0] else 'Anggaran menurut jenis belanja'}: "
                    f"{apa} belum diisi pada {len(kosong)} dari {len(baris)} baris.",
                )
        nama.append({str(getattr(r, "sumber")) for r in baris} - {""})  # noqa: B009  both classes have it
    if nama[0] and nama[1] and nama[0] != nama[1]:
        yield t.masalah(
            INFO,
            "anggaran.dua_sumber",
            per_tabel[0][0],
            "sumber",
            f"Angka yang sama bersumber dari {daftar(sorted(nama[0] | nama[1]))}; sebutkan keduanya dalam laporan.",
        )


def perubahan(t: Tinjau) -> Iterator[Problem]:
    """Large changes of pagu, and a percentage that rises while the money falls."""
    for x in t.hasil.anggaran.banding:
        if x.kini is None or x.lalu is None:
            continue
        tempat = (AnggaranBelanja.TABEL, x.kini.baris_id)
        lama, kini = x.lalu.pagu, x.kini.pagu
        if lama and kini is not None and abs(Fraction(kini - lama, lama)) > _BESAR:
            yield t.masalah(
                INFO,
                "anggaran.perubahan",
                tempat,
                "pagu",
                f"Pagu {x.nama} berubah {t.persen(Fraction(100 * (kini - lama), lama))} dari tahun lalu "
                f"({uang(lama)} menjadi {uang(kini)}).",
                "Sebutkan penyebabnya dalam laporan.",
            )
        r0, r1, p0, p1 = x.lalu.realisasi, x.kini.realisasi, x.lalu.persen, x.kini.persen
        if r0 is None or r1 is None or p0 is None or p1 is None:
            continue
        if (p1 > p0 and r1 < r0) or (p1 < p0 and r1 > r0):
            yield t.masalah(
                INFO,
                "anggaran.rasio_nominal",
                tempat,
                "realisasi",
                f"Penyerapan {x.nama} {'naik' if p1 > p0 else 'turun'} ({x.lalu.persen_cetak} menjadi "
                f"{x.kini.persen_cetak}), tetapi rupiahnya {'turun' if r1 < r0 else 'naik'} ({uang(r0)} menjadi "
                f"{uang(r1)}).",
                "Sebutkan keduanya, agar tidak terbaca sebagai kenaikan belanja.",
            )


def kegiatan(t: Tinjau) -> Iterator[Problem]:
    """Amounts are there, programmes add up, and keep the names of last year or say so."""
    semua = t.snapshot.where(Kegiatan, tahun=t.tahun)
    dihitung = {a.baris_id: a.nilai for a in anggaran_kerja(t.snapshot, t.tahun)}
    berinduk = {k.induk_id for k in semua}
    for k in semua:
        # Under a programme with an amount of its own an activity may go without; else the activities are asked for.
        if k.id not in berinduk and dihitung[k.id] is None and dihitung.get(k.induk_id or "") is None:
            yield t.masalah(
                PERINGATAN, "kegiatan.anggaran", k, "anggaran", f"{k.nama or k.kode}: anggaran dalam PK belum diisi."
            )
    for k in semua:
        anak = [a.anggaran for a in semua if a.induk_id == k.id]
        if k.jenis == "program" and k.anggaran is not None and anak and None not in anak:
            jumlah = sum(a for a in anak if a is not None)
            if jumlah != k.anggaran:
                yield t.masalah(
                    PERINGATAN,
                    "kegiatan.jumlah",
                    k,
                    "anggaran",
                    f"{k.nama}: {uang(k.anggaran)}, sedangkan jumlah kegiatannya {uang(jumlah)}.",
                )
    lalu = {_kata(k.nama): k.nama for k in t.snapshot.where(Kegiatan, tahun=t.tahun - 1)}
    for k in semua:
        nama = lalu.get(_kata(k.nama))
        if nama is not None and rapat(nama) != rapat(k.nama):
            yield t.masalah(
                INFO,
                "kegiatan.nama",
                k,
                "nama",
                f"“{k.nama}” tahun lalu ditulis “{nama}”; pastikan mana yang benar.",
            )


def _kata(nama: str) -> tuple[str, ...]:
    """The words of a name in any order: "Pelayanan dan Penegakan Hukum" is "Penegakan dan Pelayanan Hukum"."""
    return tuple(sorted(re.findall(r"\w+", nama.casefold())))


def output(t: Tinjau) -> Iterator[Problem]:
    """Shares of a RO to its indicators make 100%."""
    for ro in t.snapshot.where(Ro, tahun=t.tahun):
        porsi = [k.porsi for k in t.snapshot.where(RoIndikator, ro_id=ro.id)]
        if porsi and None not in porsi and sum((p for p in porsi if p is not None), Decimal(0)) != 100:
            yield t.masalah(PERINGATAN, "ro.porsi", ro, "kode", f"{ro.kode} {ro.nama}: jumlah porsi kaitan bukan 100%.")
