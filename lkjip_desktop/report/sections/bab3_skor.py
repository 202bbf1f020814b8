"""Bab III C: SMART, IKPA and NKA, official beside recomputed, and their combination as formula lines with its basis."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from lkjip_desktop.core.angka import angka, bulat
from lkjip_desktop.core.hasil import HasilSkor
from lkjip_desktop.core.kata import (
    dasar_gabungan,
    kalimat_gabungan,
    kalimat_komponen,
    kalimat_skor,
    kalimat_tidak_berlaku,
)
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Formula,
    Frac,
    Heading,
    Para,
    Part,
    Run,
    Suku,
)
from lkjip_desktop.report.sections.bangun import para, teks
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks
from lkjip_desktop.report.sections.tabel_skor import dihitung, tabel_banding_skor, tabel_ikpa, tabel_komponen

#: More columns of components than this turn the IKPA table on its side; so does a face of wide letters.
_KOMPONEN_TEGAK = 8
_HURUF_LEBAR = "bookman"


def kinerja_anggaran(k: Konteks) -> Iterable[Block]:
    """C. Capaian kinerja anggaran."""
    h = k.hasil
    kunci = "bab3.kinerja_anggaran"
    yield Heading(1, k.judul(kunci), kunci, asal=k.asal(kunci, "judul"))
    if not any(s.ada for s in (h.smart, h.ikpa, h.nka)):
        if k.punya_teks(kunci):
            yield from blok_teks(k, kunci)
        # A heading over nothing would be filled in by no reader; the check names what is missing.
        yield teks(f"Nilai kinerja anggaran tahun {k.tahun} belum tersedia pada saat laporan ini disusun.")
        return
    yield from blok_teks(k, kunci)
    if k.tampil("bab3.smart") and (h.smart.ada or k.punya_teks("bab3.smart")):
        yield from _smart(k)
    if k.tampil("bab3.ikpa") and (h.ikpa.ada or k.punya_teks("bab3.ikpa")):
        yield from _ikpa(k)
    if h.nka.ada and k.tampil("bab3.nka"):
        yield from _nka(k)
    if (h.smart.ada or h.ikpa.ada) and not h.nka.ada and k.aturan.gabungan is not None and k.tampil("bab3.gabungan"):
        yield from _gabungan(k)
    yield Para((Run("Nilai resmi dan hasil perhitungannya disandingkan pada "), Run("", rujuk="tabel.skor"), Run(".")))
    yield tabel_banding_skor(k)


def _kepala(k: Konteks, kunci: str, bawaan: str = "") -> Heading:
    return Heading(2, k.judul(kunci, bawaan), kunci, asal=k.asal(kunci, "judul"))


# --------------------------------------------------------------------------------------------------- SMART
def _smart(k: Konteks) -> Iterable[Block]:
    s = k.hasil.smart
    yield _kepala(k, "bab3.smart", s.nama)
    yield from blok_teks(k, "bab3.smart")
    yield from para(
        *kalimat_skor(s, k.tahun),
        kalimat_komponen(s),
        kalimat_tidak_berlaku(s),
        rujuk="tabel.smart" if s.ada and s.komponen else "",
    )
    if s.ada and s.komponen:
        yield tabel_komponen(k, s, f"{s.nama} Tahun {k.tahun}", "tabel.smart")
        rumus = _rumus_ne(k, s)
        if rumus is not None:
            yield teks("Nilai efisiensi (NE) dihitung dari efisiensi (E) sebagai berikut:")
            yield rumus


def _rumus_ne(k: Konteks, s: HasilSkor) -> Formula | None:
    """NE = 50 + E/20 × 50 with figures (PMK 22/2021), E clamped to its bounds."""
    aturan = k.aturan.smart
    x = next((x for x in s.komponen if x.berlaku and dihitung(x)), None)
    if aturan is None or x is None or x.nilai is None:
        return None
    batas = Fraction(aturan.ne_batas)
    dipakai = min(max(x.nilai, -batas), batas)
    e = x.nilai_cetak if dipakai == x.nilai else angka(dipakai, 2)
    dasar, pembagi, faktor = (angka(n) for n in (aturan.ne_dasar, aturan.ne_batas, aturan.ne_faktor))
    asal = Asal("skor_komponen", x.baris_id, "nilai")
    return Formula(
        (
            ("NE", ((Run(f"{dasar} +"),), Frac((Run("E"),), (Run(pembagi),)), (Run(f"× {faktor}"),))),
            (
                "",
                (
                    (Run(f"{dasar} +"),),
                    Frac((Run(e, asal=asal),), (Run(pembagi),)),
                    (Run(f"× {faktor} = {x.nilai_dipakai_cetak}"),),
                ),
            ),
        ),
        "" if dipakai == x.nilai else f"E dibatasi antara -{pembagi} dan {pembagi}.",
    )


# ---------------------------------------------------------------------------------------------------- IKPA
def _ikpa(k: Konteks) -> Iterable[Block]:
    s = k.hasil.ikpa
    yield _kepala(k, "bab3.ikpa", s.nama)
    yield from blok_teks(k, "bab3.ikpa")
    yield from para(
        *kalimat_skor(s, k.tahun), kalimat_tidak_berlaku(s), rujuk="tabel.ikpa" if s.ada and s.komponen else ""
    )
    if not s.ada or not s.komponen:
        return
    lanskap = len(s.komponen) > _KOMPONEN_TEGAK or k.aturan.cetak.huruf == _HURUF_LEBAR
    if lanskap:
        yield Part("arab", lanskap=True)
    yield tabel_ikpa(k, s, tegak=not lanskap)
    if lanskap:
        yield Part("arab")


# ----------------------------------------------------------------------------------------------------- NKA
def _nka(k: Konteks) -> Iterable[Block]:
    s = k.hasil.nka
    yield _kepala(k, "bab3.nka", s.nama)
    yield from blok_teks(k, "bab3.nka")
    yield from para(*kalimat_skor(s, k.tahun), kalimat_komponen(s), rujuk="tabel.nka" if s.komponen else "")
    if s.komponen:
        yield tabel_komponen(k, s, f"{s.nama} Tahun {k.tahun}", "tabel.nka")


# ---------------------------------------------------------------------------------------------------- both
def _gabungan(k: Konteks) -> Iterable[Block]:
    yield _kepala(k, "bab3.gabungan")
    yield from blok_teks(k, "bab3.gabungan")
    yield from para(*kalimat_gabungan(k.hasil.gabungan, k.tahun))
    rumus = rumus_gabungan(k)
    if rumus is not None:
        yield rumus


def rumus_gabungan(k: Konteks) -> Formula | None:
    """The combination with figures and its basis; None when a part is missing."""
    h, g = k.hasil, k.hasil.gabungan
    dasar = dasar_gabungan(g)
    if not dasar:
        return None
    resmi = dasar == "resmi"
    nilai = [Fraction(s.resmi) if resmi and s.resmi is not None else s.nilai for s in (h.smart, h.ikpa)]
    if nilai[0] is None or nilai[1] is None:
        return None
    cetak = [s.resmi_cetak if resmi else s.nilai_cetak for s in (h.smart, h.ikpa)]
    asal = [Asal("skor", s.baris_id, "nilai_resmi") if resmi else None for s in (h.smart, h.ikpa)]
    bobot = (g.bobot_smart, g.bobot_ikpa)
    bagian = [_tertimbang(n, b, resmi) for n, b in zip(nilai, bobot, strict=True) if n is not None]
    akhir = g.dari_resmi_cetak if resmi else g.nilai_cetak
    baris_rumus: list[tuple[str, tuple[Suku, ...]]] = [
        (nama, ((Run(c, asal=a), Run(f" × {angka(b, 2)}% = {p}")),))
        for nama, c, a, b, p in zip(("SMART", "IKPA"), cetak, asal, bobot, bagian, strict=True)
    ]
    baris_rumus.append(("Gabungan", ((Run(f"{bagian[0]} + {bagian[1]} = {akhir}"),),)))
    sebut = "nilai resmi" if resmi else "hasil perhitungan ulang"
    aturan = k.aturan.gabungan
    alasan = f" Bobot: {aturan.dasar.rstrip('.')}." if aturan is not None and aturan.dasar else ""
    return Formula(tuple(baris_rumus), f"Dasar perhitungan: {sebut} SMART dan IKPA tahun {k.tahun}.{alasan}")


def _tertimbang(nilai: Fraction, bobot: Decimal, tepat: bool) -> str:
    """A score by its weight: up to four decimals where that is exact, so that the sum comes out. A computed score is
    printed rounded, so its product is too: more figures would be others than those of the reader."""
    x = nilai * Fraction(bobot) / 100
    return angka(x, 4) if (tepat or bulat(nilai, 2) == nilai) and bulat(x, 4) == x else angka(x, 2, paksa=True)
