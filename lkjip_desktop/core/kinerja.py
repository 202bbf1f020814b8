"""Target and realisasi of one indicator in one year, as measured values: exact, printed, or missing with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from .angka import angka, bulat
from .aturan import Aturan, Pengukuran
from .capaian import baca_skala, capaian_predikat, cetak_persen, hitung_capaian, tak_terhitung, ukur_predikat
from .hasil import Capaian, HasilPeriode, Ukur
from .tables import IndikatorPeriode, IndikatorTahun, PkButir
from .tanggal import akhir_periode

_PERSEN = frozenset({"%", "persen", "persentase"})
_BELUM = "realisasi belum diisi"


@dataclass(frozen=True, slots=True)
class Realisasi:
    """The realisasi of a year and how it came about: from a fraction, typed, or consolidated from periods."""

    ukur: Ukur
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    diketik: bool = False  # a ratio whose percentage was typed
    dari_periode: bool = False


@dataclass(frozen=True, slots=True)
class Terukur:
    """One row of indikator_tahun with everything that is derived of it alone."""

    baris: IndikatorTahun
    akhiran: str  # what follows the figure: "%", " Unit", ""
    skala: tuple[str, ...]
    target: Ukur
    target_angka: tuple[Decimal | None, Decimal | None]  # the figures behind it: target or lower bound, upper bound
    target_atas: Fraction | None
    target_asal: str  # "pk" | "kerja"
    target_pk: Ukur
    realisasi: Realisasi
    capaian: Capaian
    periode: tuple[HasilPeriode, ...]
    gabungan: Ukur | None  # what the periods make of the year, also where the year has its own figure


def pecahan(d: Decimal) -> Fraction:
    """d exactly; Fraction(d) first looks whether d is a Rational, which costs more than the conversion."""
    return Fraction(*d.as_integer_ratio())


@lru_cache(maxsize=256)
def akhiran_satuan(jenis_nilai: str, satuan: str, tersembunyi: tuple[str, ...]) -> str:
    """What follows a figure: "%" glued, " Unit" with a space, "" for a unit that is not printed (Indeks, Nilai)."""
    s = satuan.strip()
    if s.casefold() in _PERSEN or (jenis_nilai == "rasio" and not s):
        return "%"
    if not s or s == "-" or any(s.casefold() == t.casefold() for t in tersembunyi):
        return ""
    return f" {s}"


def ukur_angka(nilai: Decimal | None, akhiran: str, nama: str, desimal: int | None = None) -> Ukur:
    """A typed number as printed: digits as typed and its unit; more than `desimal` places are rounded when given.

    `nama` ("target", "standar") begins the reason when there is none.
    """
    if nilai is None:
        return Ukur(None, "-", f"{nama} belum diisi")
    if desimal is not None and -int(nilai.as_tuple().exponent) > desimal:
        nilai = bulat(nilai, desimal)
    polos = angka(nilai)
    return Ukur(pecahan(nilai), polos + akhiran, polos=polos)


def ukur_target(
    jenis_nilai: str,
    polaritas: str,
    akhiran: str,
    skala: Sequence[str],
    target: Decimal | None,
    atas: Decimal | None,
    predikat: str,
    nama: str = "target",
) -> Ukur:
    """A target as printed: "60%", "10 Unit", "40–60%" for a band, "BB" for a grade. `nilai` of a band is its lower
    bound, of a grade its rank."""
    if jenis_nilai == "predikat":
        return ukur_predikat(predikat, tuple(skala), nama)
    if polaritas == "rentang" and target is not None and atas is not None:
        polos = f"{angka(target)}–{angka(atas)}"
        return Ukur(pecahan(target), polos + akhiran, polos=polos)
    return ukur_angka(target, akhiran, nama)


def ukur_baris(
    baris: IndikatorTahun, periode: Sequence[IndikatorPeriode], butir: PkButir | None, aturan: Aturan
) -> Terukur:
    """One indicator in one year. The target is that of `butir` (its line in the PK in force) where it has one, else the
    working target; unit, polaritas and scale are those of the year's row."""
    p = aturan.pengukuran
    akhiran = akhiran_satuan(baris.jenis_nilai, baris.satuan, aturan.cetak.satuan_tersembunyi)
    skala = baca_skala(baris.skala) if baris.jenis_nilai == "predikat" else ()
    target = ukur_target(
        baris.jenis_nilai, baris.polaritas, akhiran, skala, baris.target, baris.target_atas, baris.target_predikat
    )
    bawah, atas, asal, target_pk = baris.target, baris.target_atas, "kerja", _TANPA_PK
    if butir is not None and (butir.target is not None or butir.target_predikat):
        if (butir.target, butir.target_atas, butir.target_predikat) == (baris.target, atas, baris.target_predikat):
            target_pk = target
        else:
            target_pk = ukur_target(
                baris.jenis_nilai,
                baris.polaritas,
                akhiran,
                skala,
                butir.target,
                butir.target_atas,
                butir.target_predikat,
            )
        target, bawah, atas, asal = target_pk, butir.target, butir.target_atas, "pk"
    realisasi = ukur_realisasi(baris, periode, akhiran, skala, p)
    batas = pecahan(atas) if atas is not None else None
    if baris.jenis_nilai == "predikat":
        capaian = capaian_predikat(baris.polaritas, target, realisasi.ukur, len(skala), p)
    else:
        capaian = hitung_capaian(baris.polaritas, target.nilai, realisasi.ukur.nilai, p, batas)
        if realisasi.ukur.nilai is None and realisasi.ukur.alasan != _BELUM:
            # The reader wants to know why there is no realisasi, not only that there is none.
            sebab = [target.alasan] if target.nilai is None else []
            capaian = tak_terhitung("; ".join([*sebab, realisasi.ukur.alasan]))
        if capaian.status != "tercapai" and target.nilai is not None:
            realisasi = _terbedakan(realisasi, target.nilai, akhiran, p)
    per_periode, gabungan = ukur_periode(baris, periode, akhiran, p) if periode else ((), None)
    return Terukur(
        baris,
        akhiran,
        skala,
        target,
        (bawah, atas),
        batas,
        asal,
        target_pk,
        realisasi,
        capaian,
        per_periode,
        gabungan,
    )


def _terbedakan(r: Realisasi, target: Fraction, akhiran: str, p: Pengukuran) -> Realisasi:
    """A figure that rounds to its target without being it, with as many decimals more as tell them apart: 3,295 of 3,30
    is an achievement of 99,85%, and nobody would believe so of 3,30."""
    nilai = r.ukur.nilai
    if nilai is None or nilai == target or bulat(nilai, p.desimal) != target:
        return r
    if len(r.ukur.polos.partition(",")[2]) > p.desimal:  # typed with more decimals, and printed so
        return r
    desimal = next((d for d in range(p.desimal + 1, p.desimal + 5) if bulat(nilai, d) != target), None)
    if desimal is None:
        return r
    polos = angka(nilai, desimal)
    return replace(r, ukur=Ukur(nilai, polos + akhiran, polos=polos))


_TANPA_PK = Ukur(None, "-", "tidak ada dalam Perjanjian Kinerja yang berlaku")


# --------------------------------------------------------------------------------------------------- realisasi
def ukur_realisasi(
    baris: IndikatorTahun,
    periode: Sequence[IndikatorPeriode],
    akhiran: str,
    skala: Sequence[str],
    p: Pengukuran,
) -> Realisasi:
    """The realisasi of a year: its own figures first (a fraction before a typed percentage), else those of the periods.

    A ratio is pembilang / penyebut x 100, exact; rule P2 rounds it to the decimals of the office before it is used.
    """
    if baris.jenis_nilai == "predikat":
        return Realisasi(ukur_predikat(baris.realisasi_predikat, tuple(skala), "realisasi"))
    rasio = baris.jenis_nilai == "rasio"
    if (
        rasio
        and (baris.pembilang is not None or baris.penyebut is not None)
        and (baris.realisasi is None or (baris.pembilang is not None and baris.penyebut is not None))
    ):
        return _pecahan(baris.pembilang, baris.penyebut, akhiran, p, False)
    if baris.realisasi is not None:
        return Realisasi(_diketik(baris.realisasi, akhiran, p), diketik=rasio)
    return _dari_periode(baris, periode, akhiran, p)


def _diketik(nilai: Decimal, akhiran: str, p: Pengukuran) -> Ukur:
    return ukur_angka(nilai, akhiran, "realisasi", p.desimal if p.pembulatan == "P2" else None)


def _pecahan(
    pembilang: Decimal | None, penyebut: Decimal | None, akhiran: str, p: Pengukuran, dari_periode: bool
) -> Realisasi:
    if pembilang is None or penyebut is None:
        kurang = "pembilang" if pembilang is None else "penyebut"
        return Realisasi(Ukur(None, "-", f"{kurang} belum diisi"), pembilang, penyebut, False, dari_periode)
    if penyebut == 0:
        return Realisasi(Ukur(None, "-", "penyebut bernilai 0"), pembilang, penyebut, False, dari_periode)
    (a, b), (c, d) = pembilang.as_integer_ratio(), penyebut.as_integer_ratio()
    nilai = Fraction(a * d * 100, b * c)
    if p.pembulatan == "P2":
        nilai = Fraction(bulat(nilai, p.desimal))
    return Realisasi(_turunan(nilai, akhiran, p), pembilang, penyebut, False, dari_periode)


def _turunan(nilai: Fraction, akhiran: str, p: Pengukuran) -> Ukur:
    """A derived value as printed: with fixed decimals unless it is whole, so that 3,295 stands as 3,30 beside 3,20."""
    polos = cetak_persen(nilai, p).removesuffix("%")
    return Ukur(nilai, polos + akhiran, polos=polos)


def terisi(r: IndikatorPeriode, jenis_nilai: str) -> bool:
    """True when a period holds a figure; half a fraction is none."""
    return r.realisasi is not None or (jenis_nilai == "rasio" and r.pembilang is not None and r.penyebut is not None)


def periode_dipakai(periode: Sequence[IndikatorPeriode], jenis_nilai: str) -> list[IndikatorPeriode]:
    """The filled periods of which the year is made, in order: months or quarters, whichever reach further into it."""
    isi = [r for r in periode if r.periode is not None and terisi(r, jenis_nilai)]
    sampai = {j: max((_bulan(r) for r in isi if r.jenis == j), default=0) for j in ("bulan", "triwulan")}
    jenis = "bulan" if sampai["bulan"] >= sampai["triwulan"] else "triwulan"
    return sorted((r for r in isi if r.jenis == jenis), key=_bulan)


def cara_gabung(baris: IndikatorTahun) -> str:
    """How the periods make the year: a cumulative figure already holds the ones before it; of a ratio the mean of the
    parts gives the same percentage as their sum, and the sum can be checked against the periods."""
    cara = "terakhir" if baris.kumulatif else baris.konsolidasi
    return "jumlah" if cara == "rata" and baris.jenis_nilai == "rasio" else cara


def ukur_periode(
    baris: IndikatorTahun, periode: Sequence[IndikatorPeriode], akhiran: str, p: Pengukuran
) -> tuple[tuple[HasilPeriode, ...], Ukur | None]:
    """Every period of the year by itself, and what they make of the year together; a predikat has no figures."""
    if baris.jenis_nilai == "predikat":
        return (), None
    rasio = baris.jenis_nilai == "rasio"
    pakai = periode_dipakai(periode, baris.jenis_nilai)
    if cara_gabung(baris) == "terakhir":
        pakai = pakai[-1:]
    hasil = []
    for r in sorted((r for r in periode if r.periode is not None), key=lambda r: (r.jenis, r.periode or 0)):
        bagian_ada = (r.pembilang is not None) + (r.penyebut is not None)
        if rasio and (bagian_ada == 2 or (bagian_ada and r.realisasi is None)):
            nilai, diketik = _pecahan(r.pembilang, r.penyebut, akhiran, p, True).ukur, False
        elif r.realisasi is not None:
            nilai, diketik = _diketik(r.realisasi, akhiran, p), True
        else:
            nilai, diketik = Ukur(None, "-", _BELUM), False
        sampai = akhir_periode(baris.tahun, r.jenis, r.periode or 0) if baris.tahun else ""
        hasil.append(HasilPeriode(r.id, r.jenis, r.periode or 0, sampai, nilai, diketik, r in pakai))
    gabungan = _dari_periode(baris, periode, akhiran, p).ukur
    return tuple(hasil), None if gabungan.alasan == _BELUM else gabungan


def _dari_periode(baris: IndikatorTahun, periode: Sequence[IndikatorPeriode], akhiran: str, p: Pengukuran) -> Realisasi:
    """The year from its months or quarters."""
    rasio = baris.jenis_nilai == "rasio"
    if rasio and any((r.pembilang is None) != (r.penyebut is None) for r in periode):
        return Realisasi(Ukur(None, "-", "ada periode yang baru terisi pembilang atau penyebutnya saja"))
    pakai = periode_dipakai(periode, baris.jenis_nilai)
    if not pakai:
        return Realisasi(Ukur(None, "-", _BELUM))
    cara = cara_gabung(baris)
    if not rasio:
        return _konsolidasi([r.realisasi for r in pakai if r.realisasi is not None], cara, akhiran, p)
    if cara == "terakhir":
        r = pakai[-1]
        if r.pembilang is not None and r.penyebut is not None:
            return _pecahan(r.pembilang, r.penyebut, akhiran, p, True)
        assert r.realisasi is not None  # `terisi` let it pass
        return Realisasi(_diketik(r.realisasi, akhiran, p), diketik=True, dari_periode=True)
    bagian = [(r.pembilang, r.penyebut) for r in pakai if r.pembilang is not None and r.penyebut is not None]
    if len(bagian) < len(pakai):
        return Realisasi(Ukur(None, "-", "ada periode yang hanya memuat persentase, tanpa pembilang dan penyebut"))
    atas, bawah = [a for a, _ in bagian], [b for _, b in bagian]
    if cara == "maksimum":
        return _pecahan(max(atas), max(bawah), akhiran, p, True)
    return _pecahan(_jumlah(atas), _jumlah(bawah), akhiran, p, True)


def _konsolidasi(nilai: Sequence[Decimal], cara: str, akhiran: str, p: Pengukuran) -> Realisasi:
    if cara == "rata":
        rata = sum((Fraction(n) for n in nilai), Fraction(0)) / len(nilai)
        if p.pembulatan == "P2":
            rata = Fraction(bulat(rata, p.desimal))
        return Realisasi(_turunan(rata, akhiran, p), dari_periode=True)
    hasil = nilai[-1] if cara == "terakhir" else max(nilai) if cara == "maksimum" else _jumlah(nilai)
    return Realisasi(_diketik(hasil, akhiran, p), dari_periode=True)


def _bulan(r: IndikatorPeriode) -> int:
    """The last month that a period covers."""
    return (r.periode or 0) * (3 if r.jenis == "triwulan" else 1)


def _jumlah(nilai: Sequence[Decimal]) -> Decimal:
    """An exact sum with as many decimals as the longest of them; Decimal's own would round to 28 digits."""
    desimal = max(max(0, -int(n.as_tuple().exponent)) for n in nilai)
    return bulat(sum((Fraction(n) for n in nilai), Fraction(0)), desimal)
