"""This year beside others: direction and judgement against last year, the row of years, the medium-term targets.

Differences are those of the figures as printed (98,84 - 87,77 = 11,07), so that a reader who subtracts finds the same.
Differences of percentages are poin persen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from .angka import angka, bulat
from .aturan import Aturan
from .capaian import capaian_predikat, hitung_capaian, tak_terhitung
from .hasil import Arah, Banding, Capaian, Nilaian, TahunIndikator, TargetMenengah, Ukur
from .kinerja import Terukur, pecahan, ukur_target
from .snapshot import Snapshot
from .tables import Renstra, TargetRenstra
from .tahunan import silsilah

_TIADA = Ukur(None, "-", "indikator belum ada pada tahun itu")
_BELUM = Ukur(None, "-", "belum ada realisasi")
_CAPAIAN_TIADA: Capaian = tak_terhitung(_TIADA.alasan)


def tercetak(u: Ukur, desimal: int) -> Fraction | None:
    """The value as it stands on paper: typed figures whole, derived ones rounded to `desimal`."""
    if u.nilai is None:
        return None
    # A typed figure prints all its digits, so its own decimals count.
    dicetak = len(u.polos.partition(",")[2])
    return Fraction(bulat(u.nilai, max(dicetak, desimal)))


def arah_dari(selisih: Fraction | None) -> Arah:
    """The direction of a difference."""
    if selisih is None:
        return ""
    return "naik" if selisih > 0 else "turun" if selisih < 0 else "tetap"


def cetak_selisih(selisih: Fraction | None, akhiran: str, desimal: int = 2) -> str:
    """The size of a difference without its sign: "0,74 poin persen", "2 Unit", "1,5"; "" when unknown."""
    if selisih is None:
        return ""
    besar = abs(selisih)
    # Typed figures may have more decimals than the office prints of derived ones; their difference keeps them.
    polos = angka(besar, max(desimal, 6))
    if akhiran != "%":
        return polos + akhiran
    if 0 < len(polos.partition(",")[2]) < desimal:
        polos = angka(besar, desimal, paksa=True)
    return f"{polos} poin persen"


def terpaut(a: Ukur, b: Ukur, desimal: int = 2) -> str:
    """The size of the difference of two figures as printed; "" for none, a missing one, or two units (predikat)."""
    r, s = tercetak(a, desimal), tercetak(b, desimal)
    akhiran = a.cetak.removeprefix(a.polos)
    if r is None or s is None or r == s or not a.polos or not b.polos or akhiran != b.cetak.removeprefix(b.polos):
        return ""
    return cetak_selisih(r - s, akhiran, desimal)


def satu_tahun(tahun: int, indikator_id: str, t: Terukur | None) -> TahunIndikator:
    """The row of one year in a comparison: "-" where neither the indicator nor a predecessor (None) existed."""
    if t is None or t.baris.kelanjutan == "dihapus":
        return TahunIndikator(tahun, False, indikator_id, "", "", "", _TIADA, _TIADA, _CAPAIAN_TIADA)
    b = t.baris
    return TahunIndikator(
        tahun, True, b.indikator_id or "", b.id, b.kode, b.nama, t.target, t.realisasi.ukur, t.capaian
    )


def banding(kini: Terukur, lalu: Terukur, aturan: Aturan) -> Banding:
    """This year's indicator against that of an earlier year; a difference only where both have the same unit."""
    desimal = aturan.pengukuran.desimal
    tahun_lalu = lalu.baris.tahun or 0
    r, s = tercetak(kini.realisasi.ukur, desimal), tercetak(lalu.realisasi.ukur, desimal)
    predikat = kini.baris.jenis_nilai == "predikat"
    setara = kini.akhiran.casefold() == lalu.akhiran.casefold() and kini.skala == lalu.skala
    selisih = r - s if r is not None and s is not None and setara else None
    c, d = _capaian_tercetak(kini.capaian, desimal), _capaian_tercetak(lalu.capaian, desimal)
    selisih_capaian = c - d if c is not None and d is not None else None
    return Banding(
        tahun_lalu,
        None if predikat else selisih,
        "" if predikat else cetak_selisih(selisih, kini.akhiran, desimal),
        arah_dari(selisih),
        _nilaian(kini, lalu, r, s, selisih),
        selisih_capaian,
        cetak_selisih(selisih_capaian, "%", desimal),
        arah_dari(selisih_capaian),
    )


def _capaian_tercetak(c: Capaian, desimal: int) -> Fraction | None:
    """The achievement as it stands on paper: an office may print the capped one, and each year has its own rule."""
    dicetak = c.terhitung if c.cetak == c.cetak_terhitung else c.mentah
    return None if dicetak is None else Fraction(bulat(dicetak, desimal))


def _nilaian(kini: Terukur, lalu: Terukur, r: Fraction | None, s: Fraction | None, selisih: Fraction | None) -> Nilaian:
    """Better or worse, by the polaritas of this year; inside a band nearness to the band of each year decides."""
    polaritas = kini.baris.polaritas or ("naik" if kini.skala else "")
    if selisih is None or not polaritas or r is None or s is None:
        return ""
    if polaritas == "rentang":
        jauh, dulu = _jarak(kini, r), _jarak(lalu, s)
        if jauh is None or dulu is None:
            return ""
        selisih = dulu - jauh
    elif polaritas == "turun":
        selisih = -selisih
    return "membaik" if selisih > 0 else "memburuk" if selisih < 0 else "tetap"


def _jarak(t: Terukur, nilai: Fraction) -> Fraction | None:
    """How far a value lies outside its band."""
    bawah, atas = t.target.nilai, t.target_atas
    if bawah is None or atas is None or t.baris.polaritas != "rentang":
        return None
    return max(bawah - nilai, nilai - atas, Fraction(0))


# ---------------------------------------------------------------------------------------------- Renstra targets
def sebut_renstra(r: Renstra | None) -> str:
    """The short name by which every indicator calls the plan: its full one stands in Bab II; "" without a plan."""
    if r is None:
        return ""
    return f"Renstra {r.tahun_awal}–{r.tahun_akhir}" if r.tahun_awal and r.tahun_akhir else "Renstra"


def renstra_berlaku(snapshot: Snapshot, tahun: int) -> Renstra | None:
    """The Renstra whose years hold `tahun`, the one that began last; None when there is none."""
    calon = [
        r
        for r in snapshot.rows(Renstra)
        if r.tahun_awal is not None and r.tahun_awal <= tahun <= (r.tahun_akhir or r.tahun_awal)
    ]
    return calon[-1] if calon else None


def peta_renstra(snapshot: Snapshot, renstra: Renstra | None) -> dict[str, dict[int, TargetRenstra]]:
    """The filled medium-term targets of a Renstra by indicator id and year."""
    peta: dict[str, dict[int, TargetRenstra]] = {}
    for t in snapshot.where(TargetRenstra, renstra_id=renstra.id) if renstra else ():
        if t.indikator_id and t.tahun is not None and (t.nilai is not None or t.predikat):
            peta.setdefault(t.indikator_id, {})[t.tahun] = t
    return peta


def target_renstra(
    snapshot: Snapshot, peta: Mapping[str, Mapping[int, TargetRenstra]], indikator_id: str
) -> dict[int, TargetRenstra]:
    """The medium-term targets of an indicator by year; where it has none for a year, those of one that it continues."""
    hasil: dict[int, TargetRenstra] = {}
    for i in silsilah(snapshot, indikator_id):
        for tahun, t in peta.get(i, {}).items():
            hasil.setdefault(tahun, t)
    return hasil


def ukur_renstra(baris: TargetRenstra | None, t: Terukur) -> Ukur:
    """A medium-term target in the unit and scale of this year's indicator."""
    if baris is None:
        return Ukur(None, "-", "target Renstra belum diisi")
    return ukur_target(
        t.baris.jenis_nilai,
        t.baris.polaritas,
        t.akhiran,
        t.skala,
        baris.nilai,
        baris.nilai_atas,
        baris.predikat,
        "target Renstra",
    )


def menengah(
    renstra: Renstra | None,
    kini: Terukur,
    garis: Mapping[int, Terukur | None],
    aturan: Mapping[int, Aturan],
    target: Mapping[int, TargetRenstra],
) -> tuple[TargetMenengah, ...]:
    """Every year of the Renstra: its target, and the realisasi up to the year of the report against it.

    `garis` holds the indicator (or its predecessor) as measured in each year, `aturan` the rules of that year, `target`
    the medium-term targets by year; () when the indicator has none.
    """
    if renstra is None or not target or renstra.tahun_awal is None:
        return ()
    tahun_kini = kini.baris.tahun or 0
    hasil: list[TargetMenengah] = []
    for y in range(renstra.tahun_tabel_dari or renstra.tahun_awal, (renstra.tahun_akhir or tahun_kini) + 1):
        t = garis.get(y) if y <= tahun_kini else None
        baris = target.get(y)
        # A year's own target is mostly the medium-term one; then it is already measured and printed.
        ukur = t.target if t is not None and _sama(t, kini, baris) else ukur_renstra(baris, kini)
        cetak = "-"
        if t is not None and baris is not None:
            cetak = (t.capaian if ukur is t.target else _terhadap_renstra(t, ukur, baris, aturan[y])).cetak
        hasil.append(TargetMenengah(y, ukur, t.realisasi.ukur if t else _BELUM, cetak, baris.id if baris else ""))
    return tuple(hasil)


def _sama(t: Terukur, kini: Terukur, baris: TargetRenstra | None) -> bool:
    """True when the target by which a year was measured is its medium-term target, printed alike."""
    b = t.baris
    return (
        baris is not None
        and t.target_angka[0] == baris.nilai
        and b.jenis_nilai != "predikat"
        and t.akhiran == kini.akhiran
        and b.polaritas == kini.baris.polaritas
        and [str(d) for d in t.target_angka] == [str(baris.nilai), str(baris.nilai_atas)]
    )


def _terhadap_renstra(t: Terukur, target: Ukur, baris: TargetRenstra, aturan: Aturan) -> Capaian:
    if t.baris.jenis_nilai == "predikat":
        return capaian_predikat(t.baris.polaritas, target, t.realisasi.ukur, len(t.skala), aturan.pengukuran)
    atas = None if baris.nilai_atas is None else pecahan(baris.nilai_atas)
    return hitung_capaian(t.baris.polaritas, target.nilai, t.realisasi.ukur.nilai, aturan.pengukuran, atas)


def tahun_renstra(renstra: Renstra | None, tahun: int) -> Sequence[int]:
    """The years of a Renstra up to `tahun`, whose realisasi its table shows."""
    if renstra is None or renstra.tahun_awal is None:
        return ()
    return range(renstra.tahun_tabel_dari or renstra.tahun_awal, min(tahun, renstra.tahun_akhir or tahun) + 1)
