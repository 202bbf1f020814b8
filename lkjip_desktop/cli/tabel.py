"""Results and problems as plain text for a person at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lkjip_desktop.core.angka import jumlah_kata, rupiah
from lkjip_desktop.core.hasil import BarisAnggaran, Hasil, HasilSkor
from lkjip_desktop.core.kata import LABEL_STATUS

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem

_LEBAR_NAMA = 48


def tabel(kepala: Sequence[str], baris: Sequence[Sequence[str]], kanan: Sequence[int] = ()) -> Iterator[str]:
    """Lines of a table: columns as wide as their widest cell, long cells broken; `kanan` are right-aligned columns."""
    sel = [[textwrap.wrap(s, _LEBAR_NAMA) or [""] for s in r] for r in (kepala, *baris)]
    lebar = [max(len(b) for r in sel for b in r[k]) for k in range(len(kepala))]
    for n, r in enumerate(sel):
        for tinggi in range(max(len(s) for s in r)):
            potong = [s[tinggi] if tinggi < len(s) else "" for s in r]
            yield "  ".join(
                p.rjust(w) if k in kanan else p.ljust(w) for k, (p, w) in enumerate(zip(potong, lebar, strict=True))
            ).rstrip()
        if n == 0:
            yield "  ".join("-" * w for w in lebar)


def hasil_teks(h: Hasil) -> Iterator[str]:
    """The derived numbers of a year for a person."""
    yield f"Capaian kinerja {h.tahun}"
    yield ""
    baris = []
    for s in h.sasaran:
        for i in s.indikator:
            status = LABEL_STATUS[i.capaian.status]
            if i.capaian.status == "tidak_dapat_dihitung" and i.capaian.alasan:
                status = f"{status}: {i.capaian.alasan}"
            baris.append((i.kode, i.nama, i.target.cetak, i.realisasi.cetak, i.capaian.cetak, status))
    yield from tabel(("Kode", "Indikator", "Target", "Realisasi", "Capaian", "Status"), baris, (2, 3, 4))
    yield ""
    yield from tabel(
        ("Sasaran", "Rata-rata", "Status"), [(s.kode, s.rata_rata_cetak, s.kata) for s in h.kegiatan()], (1,)
    )
    yield ""
    yield f"Rata-rata tahun {h.tahun}: {h.rata_rata_cetak} ({jumlah_kata(h.jumlah_tercapai)} dari " + (
        f"{jumlah_kata(len(h.indikator))} IKK mencapai target)"
    )
    yield from _anggaran(h)
    for s2, nama in ((h.smart, "SMART"), (h.ikpa, "IKPA"), (h.nka, "NKA")):
        yield from _skor(s2, nama)
    if h.gabungan.nilai is not None or h.gabungan.dari_resmi is not None:
        g = h.gabungan
        resmi = f"; dari nilai resmi {g.dari_resmi_cetak}" if g.dari_resmi is not None else ""
        yield f"Gabungan: {g.nilai_cetak}{resmi}"
    for catatan in h.catatan:
        yield f"Catatan: {catatan}"


def _anggaran(h: Hasil) -> Iterator[str]:
    a = h.anggaran
    kelompok = (("Anggaran menurut sasaran", a.sasaran), ("Anggaran menurut jenis belanja", a.jenis_belanja))
    for judul, lines in kelompok:
        if lines:
            yield ""
            baris = [(b.kode, b.nama, _uang(b.pagu), _uang(b.realisasi), b.persen_cetak) for b in lines]
            jumlah: BarisAnggaran = a.total_sasaran if lines is a.sasaran else a.total_belanja
            baris.append(("", "Jumlah", _uang(jumlah.pagu), _uang(jumlah.realisasi), jumlah.persen_cetak))
            yield from tabel(("Kode", judul, "Pagu", "Realisasi", "%"), baris, (2, 3, 4))
    if a.pk_total is not None:
        beda = f" (selisih dengan pagu {rupiah(a.pk_selisih)})" if a.pk_selisih else ""
        yield ""
        yield f"Anggaran Perjanjian Kinerja: {rupiah(a.pk_total)}{beda}"


def _skor(s: HasilSkor, nama: str) -> Iterator[str]:
    if not s.ada:
        return
    resmi = f"; nilai resmi {s.resmi_cetak} ({s.kategori_resmi or 'tanpa kategori'})" if s.resmi is not None else ""
    kategori = f" ({s.kategori})" if s.kategori else ""
    yield f"{nama}: perhitungan ulang {s.nilai_cetak}{kategori}{resmi}"


def _uang(n: int | None) -> str:
    return "-" if n is None else rupiah(n)


def masalah_teks(masalah: Sequence[Problem], tahun: int) -> Iterator[str]:
    """Problems for a person, gravest first, each with its hint."""
    from lkjip_desktop.core.checks import LEVEL

    if not masalah:
        yield f"Tahun {tahun}: tidak ada yang perlu dibenahi."
        return
    judul = {"kesalahan": "KESALAHAN", "peringatan": "PERINGATAN", "info": "KETERANGAN"}
    for level in LEVEL:
        kelompok = [p for p in masalah if p.level == level]
        if kelompok:
            yield f"{judul[level]} ({len(kelompok)})"
            for p in kelompok:
                yield from textwrap.wrap(p.teks, 100, initial_indent="  - ", subsequent_indent="    ")
                if p.saran:
                    yield from textwrap.wrap(p.saran, 100, initial_indent="    → ", subsequent_indent="      ")
            yield ""
    hitung = [f"{sum(p.level == lv for p in masalah)} {kata}" for lv, kata in _SEBUT]
    yield f"Tahun {tahun}: {', '.join(hitung)}."


_SEBUT = (("kesalahan", "kesalahan"), ("peringatan", "peringatan"), ("info", "keterangan"))
