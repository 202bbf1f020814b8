"""Analysis 6: how well a sasaran used its budget, by the method of the office."""

from __future__ import annotations

from fractions import Fraction

from .angka import angka, bulat, jumlah_kata
from .aturan import AturanSkor, Pengukuran
from .banding import cetak_selisih
from .capaian import cetak_persen
from .hasil import BarisAnggaran, Efisiensi, HasilIndikator
from .skor import nilai_efisiensi

TAK_TERHITUNG = "tidak dapat dihitung"


def efisiensi_sasaran(
    indikator: tuple[HasilIndikator, ...], anggaran: BarisAnggaran | None, p: Pengukuran, skor: AturanSkor | None
) -> Efisiensi:
    """Efficiency of one sasaran from the mean of its uncapped achievements and its budget line.

    ie_te    IE = capaian / penyerapan; TE = (IE - SE) / SE with SE = 1
    selisih  capaian - penyerapan in poin persen (in `indeks`)
    pmk22    E = (pagu x capaian - realisasi) / (pagu x capaian) in percent (in `indeks`) and its NE (in `tingkat`) by
             the limits of the SMART rule of the year, `skor`; without such a rule there is no NE
    Efisien only when capaian is at least 100% and the index is not below its standard, both as printed.
    """
    mentah = [h.capaian.mentah for h in indikator if h.capaian.mentah is not None]
    capaian = sum(mentah, Fraction(0)) / len(mentah) if mentah else None
    penyerapan = anggaran.persen if anggaran else None
    if capaian is None or penyerapan is None or penyerapan <= 0:
        if capaian is None or penyerapan is None:
            catatan = f"{'capaian' if capaian is None else 'penyerapan anggaran'} sasaran ini belum diketahui"
        else:
            catatan = "anggaran sasaran ini belum diserap"
        return Efisiensi(p.efisiensi, capaian, penyerapan, None, None, "-", "-", False, TAK_TERHITUNG, catatan)
    indeks, tingkat, cetak, tingkat_cetak, cukup = _ukur(capaian, penyerapan, p, skor)
    if indeks is None:
        return Efisiensi(
            p.efisiensi, capaian, penyerapan, None, None, "-", "-", False, TAK_TERHITUNG, "capaian bernilai 0"
        )
    tercapai = bulat(capaian, p.desimal) >= 100
    if tercapai:
        kata = "efisien" if cukup else "tidak efisien"
    else:
        kata = "serapan lebih rendah, target belum tercapai" if cukup else "tidak efisien"
    return Efisiensi(
        p.efisiensi,
        capaian,
        penyerapan,
        indeks,
        tingkat,
        cetak,
        tingkat_cetak,
        tercapai and cukup,
        kata,
        _catatan(indikator),
    )


def _ukur(
    c: Fraction, s: Fraction, p: Pengukuran, skor: AturanSkor | None
) -> tuple[Fraction | None, Fraction | None, str, str, bool]:
    """(index, level, both printed, not below standard) by the method of the office."""
    if p.efisiensi == "selisih":
        selisih = Fraction(bulat(c, p.desimal)) - Fraction(bulat(s, p.desimal))
        tanda = "-" if selisih < 0 else ""
        return selisih, None, tanda + cetak_selisih(selisih, "%", p.desimal), "-", selisih >= 0
    if p.efisiensi == "pmk22":
        if c <= 0:
            return None, None, "-", "-", False
        e = (c - s) / c * 100
        ne = nilai_efisiensi(e, skor) if skor else None
        ne_cetak = "-" if ne is None else angka(ne, p.desimal, paksa=True)
        return e, ne, cetak_persen(e, p), ne_cetak, bulat(e, p.desimal) >= 0
    ie = c / s
    # Print says TE = (IE - 1) / 1 with figures, so TE is printed from the printed IE: 0,995 is 1,00 and then 0,00.
    tercetak = bulat(ie, p.desimal)
    te_tercetak = Fraction(tercetak) - 1
    return ie, ie - 1, angka(tercetak), angka(te_tercetak, p.desimal, paksa=True), te_tercetak >= 0


def _catatan(indikator: tuple[HasilIndikator, ...]) -> str:
    """What a reader must know before trusting the index."""
    dihitung = [h for h in indikator if h.capaian.mentah is not None]
    meleset = sum(h.capaian.status == "tidak_tercapai" for h in dihitung)
    # Counting to one is either done or not done: 100% then says nothing about how much was delivered.
    satu = sum(h.jenis_nilai == "hitungan" and h.target.nilai == 1 for h in dihitung)
    catatan: list[str] = []
    if meleset:
        catatan.append(f"{_bagian(meleset, len(dihitung))} belum mencapai target")
    if satu:
        catatan.append(
            f"{_bagian(satu, len(dihitung))} bertarget 1, sehingga capaiannya hanya menunjukkan ada atau tidak adanya "
            "keluaran dan angka efisiensinya perlu dibaca dengan hati-hati"
        )
    return "; ".join(catatan)


def _bagian(n: int, semua: int) -> str:
    """ "dari 3 (tiga) indikator sasaran ini, 1 (satu)", and as one says it of all of them or of the only one."""
    if semua == 1:
        return "satu-satunya indikator sasaran ini"
    if n == semua:
        return f"seluruh {jumlah_kata(semua)} indikator sasaran ini"
    return f"dari {jumlah_kata(semua)} indikator sasaran ini, {jumlah_kata(n)}"
