"""Budget and spending of a year by both cuts, beside last year and beside what the PK promised; whole rupiah."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Protocol

from .angka import bulat
from .aturan import Aturan, Pengukuran
from .banding import arah_dari, cetak_selisih
from .capaian import cetak_persen
from .hasil import BandingBelanja, BarisAnggaran, HasilAnggaran
from .pk import anggaran_kerja, berlaku, isi_pk, total_anggaran
from .snapshot import Snapshot
from .tables import AnggaranBelanja, AnggaranSasaran, Ro, SasaranTahun


class _Uang(Protocol):
    @property
    def pagu_awal(self) -> int | None: ...
    @property
    def pagu(self) -> int | None: ...
    @property
    def blokir(self) -> int | None: ...
    @property
    def realisasi(self) -> int | None: ...


def baris_anggaran(
    kode: str, nama: str, baris_id: str, isi: Iterable[_Uang], p: Pengukuran, sasaran_id: str = ""
) -> BarisAnggaran:
    """One line, or the sum of several; unknown amounts are left out, and a sum of nothing known is None.

    The percentage is realisasi / pagu x 100 (pagu less blokir when the office rules so), None without a pagu above 0.
    Money spent from an unknown pagu is in the sum of one and not of the other: then there is neither percentage nor
    rest.
    """
    rows = tuple(isi)
    awal, pagu, blokir, realisasi = (
        _jumlah(getattr(r, k) for r in rows) for k in ("pagu_awal", "pagu", "blokir", "realisasi")
    )
    sebanding = not any(r.pagu is None and r.realisasi is not None for r in rows)
    dasar = pagu if sebanding else None
    if p.penyerapan_dasar == "efektif" and dasar is not None:
        dasar -= blokir or 0
    persen: Fraction | None = None
    if dasar is not None and dasar > 0 and realisasi is not None:
        persen = Fraction(realisasi * 100, dasar)
    cetak = "-" if persen is None else cetak_persen(persen, p)
    sisa = pagu - realisasi if sebanding and pagu is not None and realisasi is not None else None
    return BarisAnggaran(kode, nama, baris_id, awal, pagu, blokir, realisasi, persen, cetak, sisa, sasaran_id)


def hitung_anggaran(snapshot: Snapshot, tahun: int, aturan: Aturan) -> HasilAnggaran:
    """The budget of one year; an empty year gives empty cuts and unknown totals."""
    p = aturan.pengukuran
    per_sasaran = snapshot.where(AnggaranSasaran, tahun=tahun)
    sasaran = _menurut_sasaran(snapshot, tahun, per_sasaran, p)
    belanja = snapshot.where(AnggaranBelanja, tahun=tahun)
    lalu = snapshot.where(AnggaranBelanja, tahun=tahun - 1)
    total_sasaran = baris_anggaran("", "Jumlah", "", per_sasaran, p)
    total_belanja = baris_anggaran("", "Jumlah", "", belanja, p)
    # The cut by kind of expenditure is the DIPA itself; that by sasaran is the office's own division of it.
    total = total_belanja if total_belanja.pagu is not None else total_sasaran
    sama = not (per_sasaran and belanja) or (
        (total_sasaran.pagu, total_sasaran.realisasi) == (total_belanja.pagu, total_belanja.realisasi)
    )
    pk = berlaku(snapshot, tahun)
    pk_baris = isi_pk(snapshot, pk).anggaran if pk else anggaran_kerja(snapshot, tahun)
    pk_total = total_anggaran(pk_baris)
    return HasilAnggaran(
        sasaran=sasaran,
        jenis_belanja=tuple(_belanja((b,), p) for b in belanja),
        banding=_banding(lalu, belanja, p),
        total=total,
        total_sasaran=total_sasaran,
        total_belanja=total_belanja,
        total_lalu=_total_lalu(snapshot, tahun - 1, lalu, p),
        potongan_sama=sama,
        pk_total=pk_total,
        pk_selisih=total.pagu - pk_total if total.pagu is not None and pk_total is not None else None,
        pk_baris=tuple((b.jenis, b.kode, b.nama, b.nilai) for b in pk_baris),
        tanggal_data=max([r.tanggal_data for r in per_sasaran] + [r.tanggal_data for r in belanja], default=""),
        sumber_sasaran=_sumber(r.sumber for r in per_sasaran),
        sumber_belanja=_sumber([r.sumber for r in belanja] + [r.sumber for r in lalu]),
    )


def _menurut_sasaran(
    snapshot: Snapshot, tahun: int, rows: Sequence[AnggaranSasaran], p: Pengukuran
) -> tuple[BarisAnggaran, ...]:
    """One line a sasaran, in the order of the year's sasaran; several activities of one are added up."""
    nama = {s.sasaran_id: s for s in snapshot.where(SasaranTahun, tahun=tahun)}
    kelompok: dict[str | None, list[AnggaranSasaran]] = {}
    for r in rows:
        kelompok.setdefault(r.sasaran_id, []).append(r)
    urutan = [*(i for i in nama if i in kelompok), *(i for i in kelompok if i not in nama)]
    hasil: list[BarisAnggaran] = []
    for i in urutan:
        isi, s = kelompok[i], nama.get(i)
        baris_id = isi[0].id if len(isi) == 1 else ""
        hasil.append(baris_anggaran(s.kode if s else "", s.nama if s else "", baris_id, isi, p, i or ""))
    return tuple(hasil)


def _belanja(rows: Sequence[AnggaranBelanja], p: Pengukuran) -> BarisAnggaran:
    return baris_anggaran(rows[0].kode, rows[0].nama, rows[0].id if len(rows) == 1 else "", rows, p)


def _total_lalu(
    snapshot: Snapshot, tahun: int, belanja: Sequence[AnggaranBelanja], p: Pengukuran
) -> BarisAnggaran | None:
    isi: Sequence[_Uang] = belanja or snapshot.where(AnggaranSasaran, tahun=tahun)
    return baris_anggaran("", "Jumlah", "", isi, p) if isi else None


def _banding(
    lalu: Sequence[AnggaranBelanja], kini: Sequence[AnggaranBelanja], p: Pengukuran
) -> tuple[BandingBelanja, ...]:
    """Both years side by side by code, a line without one by its name; the difference is that of the percentages as
    printed."""
    dulu, ini = _menurut_kode(lalu), _menurut_kode(kini)
    hasil: list[BandingBelanja] = []
    for kunci in sorted({**dulu, **ini}):
        a = _belanja(dulu[kunci], p) if kunci in dulu else None
        b = _belanja(ini[kunci], p) if kunci in ini else None
        selisih: Fraction | None = None
        if a and b and a.persen is not None and b.persen is not None:
            selisih = Fraction(bulat(b.persen, p.desimal)) - Fraction(bulat(a.persen, p.desimal))
        kode, nama = next((x.kode, x.nama) for x in (b, a) if x)
        hasil.append(
            BandingBelanja(kode, nama, a, b, selisih, cetak_selisih(selisih, "%", p.desimal), arah_dari(selisih))
        )
    return tuple(hasil)


def _menurut_kode(rows: Iterable[AnggaranBelanja]) -> dict[tuple[str, str], list[AnggaranBelanja]]:
    kelompok: dict[tuple[str, str], list[AnggaranBelanja]] = {}
    for r in rows:
        kelompok.setdefault((r.kode, "" if r.kode else r.nama), []).append(r)
    return kelompok


def capaian_ro(snapshot: Snapshot, tahun: int) -> Fraction | None:
    """The mean of volume realised / volume planned over the ROs of a year, each counted up to 100; in percent.

    PMK 22/2021 and PER-5/PB/2022 take it from their own systems; this is the office's own figure until it has theirs.
    None when an RO with a target has no realisation yet, or there is none.
    """
    isi = [_volume(r) for r in snapshot.where(Ro, tahun=tahun) if r.jenis == "ro" and r.target_volume]
    diketahui = [c for c in isi if c is not None]
    if not isi or len(diketahui) < len(isi):
        return None
    return sum((min(c, Fraction(100)) for c in diketahui), Fraction(0)) / len(diketahui)


def efisiensi_ro(snapshot: Snapshot, tahun: int) -> Fraction | None:
    """E of PMK 22/2021 in percent: (sum of pagu x capaian - sum of realisasi) / sum of pagu x capaian, over the ROs."""
    seharusnya, nyata = Fraction(0), 0
    for r in snapshot.where(Ro, tahun=tahun):
        if r.jenis != "ro" or not r.target_volume:
            continue
        c = _volume(r)
        if c is None or r.pagu is None or r.realisasi is None:
            return None
        seharusnya += r.pagu * c / 100
        nyata += r.realisasi
    return (seharusnya - nyata) / seharusnya * 100 if seharusnya > 0 else None


def _volume(r: Ro) -> Fraction | None:
    if r.realisasi_volume is None or not r.target_volume or r.target_volume < 0:
        return None
    return Fraction(r.realisasi_volume) / Fraction(r.target_volume) * 100


def _jumlah(nilai: Iterable[int | None]) -> int | None:
    ada = [n for n in nilai if n is not None]
    return sum(ada) if ada else None


def _sumber(sumber: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(s.strip() for s in sumber if s.strip()))
