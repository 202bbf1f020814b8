"""Checks of what an indicator is: polaritas, wording, continuity, Renstra, and its analyses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from .. import naskah
from ..banding import renstra_berlaku
from ..hasil import HasilIndikator
from ..kelanjutan import tanpa_tanda
from ..tables import Analisis, Indikator, IndikatorTahun, TargetRenstra
from ..uraian_analisis import belum_dijawab, pertanyaan, uraian_dicetak
from .masalah import INFO, KESALAHAN, PERINGATAN, Problem, Tinjau, daftar

_MENURUN = re.compile(r"\b(?:menurun\w*|penurunan|turun\w*|berkurang\w*|pengurangan|minimal\w*)\b", re.IGNORECASE)
_SOLUSI = re.compile(
    r"solusi|upaya|langkah|tindak|perbaik|atasi|selesai|usul|dibantu|membantu|koordinasi|memb\w*has", re.IGNORECASE
)


# ------------------------------------------------------------------------------------------------- polaritas
def polaritas(t: Tinjau) -> Iterator[Problem]:
    """Chosen, confirmed, and not contradicted by the trend of the targets or by the name.

    The program never chooses: where the signs disagree it shows what each reading would give and asks.
    """
    for h in t.semua_indikator():
        it = t.snapshot.get(IndikatorTahun, h.baris_id)
        if it is None or h.jenis_nilai == "predikat":
            continue
        if not h.polaritas:
            yield t.di(
                KESALAHAN,
                "polaritas.kosong",
                h,
                "polaritas",
                "polaritasnya belum dipilih, sehingga capaian tidak dapat dihitung.",
            )
            continue
        tanda = _tanda(h)
        if not tanda:
            if not it.polaritas_pasti:
                yield t.di(
                    INFO,
                    "polaritas.belum_pasti",
                    h,
                    "polaritas_pasti",
                    "polaritas (arah yang baik) masih perkiraan program; pastikan.",
                )
            continue
        baca = bacaan(t, h)
        nilai = f" Capaian menurut setiap bacaan: {'; '.join(f'{k} {v}' for k, v in baca)}." if baca else ""
        yield t.di(
            INFO if it.polaritas_pasti else PERINGATAN,
            "polaritas.bertentangan",
            h,
            "polaritas",
            f"dihitung sebagai {_ARTI[h.polaritas]}, tetapi {' dan '.join(tanda)}.{nilai}",
            "Mintalah definisi operasionalnya, pilih polaritas yang sesuai, lalu tandai sudah dipastikan.",
        )


_ARTI = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik", "rentang": "dalam rentang paling baik"}


def _tanda(h: HasilIndikator) -> list[str]:
    """What speaks against the chosen polaritas, in words."""
    deret = _deret(h)
    nilai = [n for _, n, _ in deret]
    turun = any(b < a for a, b in pairwise(nilai)) and all(b <= a for a, b in pairwise(nilai))
    naik = any(b > a for a, b in pairwise(nilai)) and all(b >= a for a, b in pairwise(nilai))
    rentet = " → ".join(cetak for _, _, cetak in deret)
    tanda: list[str] = []
    if h.polaritas == "naik":
        if turun:
            tanda.append(f"targetnya turun ({rentet})")
        if m := _MENURUN.search(h.nama):
            tanda.append(f"namanya menyebut “{m[0].lower()}”")
    elif h.polaritas == "turun" and naik:
        tanda.append(f"targetnya naik ({rentet})")
    return tanda


def _deret(h: HasilIndikator) -> list[tuple[int, Fraction, str]]:
    """Targets by year: those of the Renstra, and of years that have none the working ones."""
    nilai: dict[int, tuple[Fraction, str]] = {}
    for x in h.riwayat:
        if x.ada and x.target.nilai is not None:
            nilai[x.tahun] = (x.target.nilai, x.target.cetak)
    for m in h.menengah:
        if m.target.nilai is not None:
            nilai[m.tahun] = (m.target.nilai, m.target.cetak)
    return [(tahun, *nilai[tahun]) for tahun in sorted(nilai)]


def bacaan(t: Tinjau, h: HasilIndikator) -> tuple[tuple[str, str], ...]:
    """(reading, printed achievement) of one indicator under each way to compute it; empty without numbers.

    "komplemen" reads a share as its opposite: 92 of 151 in prison means 59 of 151 not.
    """
    r, target = h.realisasi.nilai, h.target.nilai
    if r is None or target is None or target == 0:
        return ()
    hasil = [("makin tinggi makin baik", r / target), ("makin rendah (LAN)", (2 * target - r) / target)]
    if r:
        hasil.append(("makin rendah (T/R)", target / r))
    if h.jenis_nilai == "rasio" and 0 <= r <= 100:
        hasil.append(("bagian sebaliknya", (100 - r) / target))
    return tuple((kata, t.persen(x * 100)) for kata, x in hasil)


# ------------------------------------------------------------------------------------------ wording and years
def kode_ganda(t: Tinjau) -> Iterator[Problem]:
    """A kode stands for one indicator of the year."""
    ada: dict[str, str] = {}
    for it in t.snapshot.where(IndikatorTahun, tahun=t.tahun):
        if not it.kode:
            yield t.masalah(PERINGATAN, "kode.kosong", it, "kode", f"“{it.nama[:60]}” belum berkode.")
        elif it.kode in ada:
            yield t.masalah(KESALAHAN, "kode.ganda", it, "kode", f"Kode {it.kode} dipakai dua indikator.")
        ada.setdefault(it.kode, it.id)
        if not it.nama.strip():
            yield t.masalah(KESALAHAN, "indikator.nama", it, "nama", f"{it.kode or 'Indikator'}: namanya belum diisi.")


def kelanjutan(t: Tinjau) -> Iterator[Problem]:
    """Indicators of last year go on, or it is said that they ended; a changed wording is pointed out."""
    kini = {it.indikator_id: it for it in t.snapshot.where(IndikatorTahun, tahun=t.tahun)}
    for lama in t.snapshot.where(IndikatorTahun, tahun=t.tahun - 1):
        i = t.snapshot.get(Indikator, lama.indikator_id)
        if i is None or not kini:
            continue
        baru = kini.get(i.id)
        if baru is None:
            berakhir = i.penerus_id or (i.tahun_akhir is not None and i.tahun_akhir < t.tahun)
            if not berakhir and lama.kelanjutan != "dihapus":
                yield t.masalah(
                    PERINGATAN,
                    "indikator.hilang",
                    i,
                    "tahun_akhir",
                    f"{lama.kode} tahun {t.tahun - 1} tidak ada lagi pada tahun {t.tahun}.",
                    "Tulis tahun terakhirnya, atau indikator yang melanjutkannya.",
                )
        elif lama.nama.strip() != baru.nama.strip():
            beda = tanpa_tanda(lama.nama) != tanpa_tanda(baru.nama)
            yield t.masalah(
                INFO,
                "indikator.nama_berubah",
                baru,
                "nama",
                f"{baru.kode}: {'rumusan' if beda else 'huruf besar atau tanda baca'} namanya berbeda dari tahun lalu.",
            )


def renstra(t: Tinjau) -> Iterator[Problem]:
    """Targets against those of the Renstra of the year."""
    berlaku = renstra_berlaku(t.snapshot, t.tahun)
    if berlaku is None:
        return
    tanpa = []
    for h in t.hasil.indikator:
        if not h.target_renstra.diketahui:
            tanpa.append(h)
        elif h.target.nilai is not None and (
            h.target.nilai != h.target_renstra.nilai
            or (h.polaritas == "rentang" and h.target.cetak != h.target_renstra.cetak)  # the upper bound
        ):
            baris = t.snapshot.one(TargetRenstra, renstra_id=berlaku.id, indikator_id=h.id, tahun=t.tahun)
            yield t.masalah(
                INFO if _menyebut_renstra(t, h) else PERINGATAN,
                "renstra.target",
                baris or ("indikator_tahun", h.baris_id),
                "nilai" if baris else "target",
                f"{h.kode}: target {h.target.cetak} berbeda dari target Renstra {h.target_renstra.cetak}.",
                "Samakan, atau jelaskan perbedaannya dari Renstra pada analisisnya.",
            )
    if tanpa:
        yield t.di(
            PERINGATAN,
            "renstra.kosong",
            tanpa[0],
            "target",
            f"target Renstra tahun {t.tahun} belum diisi untuk {daftar([h.kode for h in tanpa])}.",
        )


def _menyebut_renstra(t: Tinjau, h: HasilIndikator) -> bool:
    """Whether the office itself writes of the plan in one of the analyses of the indicator."""
    for a in t.snapshot.where(Analisis, indikator_id=h.id, tahun=t.tahun):
        isi = " ".join((_polos(a.isi), a.peristiwa, a.sebab, a.tindakan)).casefold()
        if "renstra" in isi or "rencana strategis" in isi:
            return True
    return False


# --------------------------------------------------------------------------------------------------- analyses
def analisis(t: Tinjau) -> Iterator[Problem]:
    """Analyses 5 and 7 of every IKK are written by the office; the others are written from the numbers. What counts is
    what the paper prints."""
    nama = {5: "penyebab dan solusi", 7: "program atau kegiatan penunjang"}
    for h in t.hasil.indikator:
        for nomor, apa in nama.items():
            u = uraian_dicetak(t.snapshot, h.id, t.tahun, nomor)
            a = u.lewat[0] if u.lewat else t.snapshot.one(Analisis, indikator_id=h.id, tahun=t.tahun, nomor=nomor)
            if u.baris is None:
                sebut = f"{h.kode}: analisis {nomor} ({apa})"
                yield t.masalah(
                    PERINGATAN,
                    "analisis.kosong",
                    a or (Analisis.TABEL, h.id),
                    "sama_dengan_id" if u.lewat else "peristiwa",
                    f"{sebut} memakai uraian indikator lain yang belum ditulis."
                    if u.lewat
                    else f"{sebut} belum ditulis.",
                    "PermenPAN-RB 53/2014 memintanya untuk setiap indikator.",
                )
            elif u.lewat:
                continue  # said once, at the indicator that holds the words
            elif u.jenis == "jawaban" and (belum := belum_dijawab(u.baris)):
                tanya = daftar([f"“{pertanyaan(nomor, n)}”" for n in belum])
                yield t.masalah(
                    PERINGATAN,
                    "analisis.sebagian",
                    u.baris,
                    belum[0],
                    f"{h.kode}: analisis {nomor} ({apa}) belum menjawab {tanya}.",
                    "Jawab ketiganya, atau tulis sendiri paragrafnya.",
                )
            elif nomor == 5 and u.jenis == "sendiri" and not _SOLUSI.search(_polos(u.baris.isi)):
                yield t.masalah(
                    INFO,
                    "analisis.solusi",
                    u.baris,
                    "isi",
                    f"{h.kode}: analisis 5 belum menyebut solusi yang dilakukan.",
                )


def _polos(isi: str) -> str:
    return naskah.polos(naskah.baca(isi))
