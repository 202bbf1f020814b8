"""The achievement of one target: every formula of polaritas with its edge cases, cap and floor, and the status word.

Formulas (domain of PermenPAN-RB 53/2014, LAN for "turun"), in percent:
  naik      R / T x 100
  turun     (2T - R) / T x 100 (lan) or T / R x 100 (tr), by the rule of the office
  rentang   100 inside the band; below it R / lower bound as naik, above it as turun with the upper bound
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .angka import angka, persen, persen_skala, skala
from .aturan import Pengukuran
from .hasil import Capaian, Status, Ukur

SERATUS = Fraction(100)
_KOSONG = "-"


def tak_terhitung(alasan: str) -> Capaian:
    """An achievement that cannot be computed; `alasan` is a fragment that fits after "karena"."""
    return Capaian(None, None, _KOSONG, _KOSONG, "tidak_dapat_dihitung", alasan)


def status_nilai(nilai: Fraction, desimal: int = 2) -> Status:
    """The status of a percentage as printed: 99,996 prints 100,00 and is tercapai."""
    return _status(skala(nilai, desimal), desimal)


def _status(n: int, desimal: int) -> Status:
    """The status of a percentage given as rounded integer (core.angka.skala)."""
    seratus = 100 * 10**desimal
    return "melampaui" if n > seratus else "tercapai" if n == seratus else "tidak_tercapai"


def cetak_persen(nilai: Fraction, p: Pengukuran) -> str:
    """A percentage as this office prints it: "82,09%", "100%"."""
    return persen(nilai, p.desimal, utuh_tanpa_desimal=p.utuh_tanpa_desimal)


def hitung_capaian(
    polaritas: str,
    target: Fraction | None,
    realisasi: Fraction | None,
    p: Pengukuran,
    atas: Fraction | None = None,
) -> Capaian:
    """The achievement of `target` (the lower bound of a band, whose upper bound is `atas`) by `realisasi`, same unit.

    Under rounding rule P2 the realisasi must already be rounded. Never raises: what cannot be computed says why.
    """
    if target is None or realisasi is None:
        kurang = [n for n, v in (("target", target), ("realisasi", realisasi)) if v is None]
        return tak_terhitung(f"{' dan '.join(kurang)} belum diisi")
    if polaritas == "naik":
        return _selesai(*_naik(target, realisasi, p), p)
    if polaritas == "turun":
        return _selesai(*_turun(target, realisasi, p), p)
    if polaritas == "rentang":
        return _rentang(target, atas, realisasi, p)
    return tak_terhitung("polaritas belum dipilih")


def _naik(t: Fraction, r: Fraction, p: Pengukuran) -> tuple[Fraction | None, str, str]:
    """(value, formula, reason or note)."""
    # Signs and the one division are taken of the integers: Fraction's own comparisons cost more than the formula.
    tp, rp = t.numerator, r.numerator
    if tp < 0:
        return None, "naik", "target kurang dari 0"
    if tp == 0:
        return _khusus(p.target_nol_naik, "naik", "target bernilai 0")
    if rp == 0:
        return _khusus(p.realisasi_nol_naik, "naik", "realisasi bernilai 0")
    return Fraction(rp * t.denominator * 100, r.denominator * tp), "naik", ""


def _turun(t: Fraction, r: Fraction, p: Pengukuran) -> tuple[Fraction | None, str, str]:
    lan = p.rumus_turun == "lan"
    rumus = "turun_lan" if lan else "turun_tr"
    tp, rp = t.numerator, r.numerator
    if tp < 0:
        return None, rumus, "target kurang dari 0"
    if tp == 0 and rp == 0:
        return _khusus(p.target_nol_turun_realisasi_nol, rumus, "target dan realisasi bernilai 0")
    if tp == 0:
        return _khusus(p.target_nol_turun, rumus, "target bernilai 0")
    if rp == 0:
        return _khusus(p.realisasi_nol_turun_lan if lan else p.realisasi_nol_turun_tr, rumus, "realisasi bernilai 0")
    if not lan and rp < 0:
        return None, rumus, "realisasi kurang dari 0"
    tr, rt = tp * r.denominator, rp * t.denominator  # T / R = tr / rt
    return Fraction((2 * tr - rt) * 100, tr) if lan else Fraction(tr * 100, rt), rumus, ""


def _rentang(bawah: Fraction, atas: Fraction | None, r: Fraction, p: Pengukuran) -> Capaian:
    if atas is None:
        return tak_terhitung("batas atas rentang belum diisi")
    if atas < bawah:
        return tak_terhitung("batas atas rentang lebih rendah daripada batas bawahnya")
    if bawah <= r <= atas:
        return _selesai(SERATUS, "rentang_dalam", "", p)
    if r < bawah:
        nilai, _, catatan = _naik(bawah, r, p)
        return _selesai(nilai, "rentang_bawah", catatan.replace("target", "batas bawah rentang"), p)
    nilai, _, catatan = _turun(atas, r, p)
    return _selesai(nilai, "rentang_atas", catatan.replace("target", "batas atas rentang"), p)


def _khusus(aturan: Decimal | None, rumus: str, sebab: str) -> tuple[Fraction | None, str, str]:
    """An edge case that the office rules: its value and a note, or None and the reason."""
    if aturan is None:
        return None, rumus, sebab
    return Fraction(aturan), rumus, f"{sebab}; capaian {angka(aturan)}% menurut aturan pengukuran"


def _selesai(mentah: Fraction | None, rumus: str, catatan: str, p: Pengukuran) -> Capaian:
    """Cap, floor, print and status of a raw value."""
    if mentah is None:
        return Capaian(None, None, _KOSONG, _KOSONG, "tidak_dapat_dihitung", catatan, rumus)
    terhitung = mentah
    if p.batas is not None and mentah > p.batas:
        terhitung = Fraction(p.batas)
        catatan = _gabung(catatan, f"dihitung {angka(p.batas)}% sebagai batas capaian")
    elif p.minimum is not None and (mentah.numerator < 0 or p.minimum) and mentah < p.minimum:
        terhitung = Fraction(p.minimum)
        catatan = _gabung(catatan, f"dihitung {angka(p.minimum)}% karena hasil rumusnya lebih rendah")
    n_mentah = skala(mentah, p.desimal)
    n_terhitung = n_mentah if terhitung is mentah else skala(terhitung, p.desimal)
    n = n_terhitung if p.cetak_capaian == "terhitung" else n_mentah
    cetak = persen_skala(n, p.desimal, True, p.utuh_tanpa_desimal)
    cetak_terhitung = cetak if n == n_terhitung else persen_skala(n_terhitung, p.desimal, True, p.utuh_tanpa_desimal)
    return Capaian(mentah, terhitung, cetak, cetak_terhitung, _status(n, p.desimal), catatan, rumus)


def _gabung(a: str, b: str) -> str:
    return f"{a}; {b}" if a else b


# ----------------------------------------------------------------------------------------------------- predikat
def baca_skala(skala: str) -> tuple[str, ...]:
    """The grades of a scale, lowest first; the column holds one a line."""
    return tuple(s.strip() for s in skala.split("\n") if s.strip())


def ukur_predikat(predikat: str, skala: tuple[str, ...], nama: str) -> Ukur:
    """A grade as a measured value: printed as typed, its `nilai` is the rank on the scale (1 = lowest).

    `nama` ("target", "realisasi") begins the reason when it has none.
    """
    kata = predikat.strip()
    if not kata:
        return Ukur(None, _KOSONG, f"{nama} belum diisi")
    for i, s in enumerate(skala, start=1):
        if s.casefold() == kata.casefold():
            return Ukur(Fraction(i), kata, polos=kata)
    return Ukur(None, kata, f"{nama} “{kata}” tidak ada pada skala" if skala else "skala predikat belum diisi", kata)


def capaian_predikat(polaritas: str, target: Ukur, realisasi: Ukur, jumlah: int, p: Pengukuran) -> Capaian:
    """Achievement of a grade by its rank: equal or better than the target is reached.

    A rank is an order and no quantity, so by default there is a status and no number: the indicator stays out of means
    and `cetak` holds the word. An office that rules "peringkat" gets rank of realisasi / rank of target x 100. On a
    scale of `jumlah` grades with polaritas turun the order is turned round.
    """
    if target.nilai is None or realisasi.nilai is None:
        if target.cetak == realisasi.cetak == _KOSONG:
            return tak_terhitung("target dan realisasi belum diisi")
        return tak_terhitung(target.alasan if target.nilai is None else realisasi.alasan)
    t, r = target.nilai, realisasi.nilai
    if polaritas == "turun":
        t, r = jumlah + 1 - t, jumlah + 1 - r
    if p.predikat == "peringkat":
        return _selesai(r / t * 100, "peringkat", "", p)
    status: Status = "melampaui" if r > t else "tercapai" if r == t else "tidak_tercapai"
    kata = {"melampaui": "Melampaui", "tercapai": "Tercapai", "tidak_tercapai": "Tidak tercapai"}[status]
    return Capaian(None, None, kata, kata, status, "dinilai dari peringkat pada skala, tanpa angka", "predikat")
