"""Ikhtisar eksekutif: verdict, summary table with the mean, sentences of each sasaran, budget and scores."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_desktop.core.kata import (
    Kalimat,
    kalimat_gabungan_singkat,
    kalimat_ikhtisar_sasaran,
    kalimat_jumlah,
    kalimat_putusan,
    kalimat_rata,
    kalimat_serapan,
    kalimat_serapan_lalu,
    kalimat_skor_singkat,
    susun,
)
from lkjip_desktop.report.blocks import Block, Heading, Items, Para, Run
from lkjip_desktop.report.sections.bangun import para, runs_kata
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks
from lkjip_desktop.report.sections.tabel_capaian import tabel_indikator


def ikhtisar(k: Konteks) -> Iterable[Block]:
    """The chapter."""
    h = k.hasil
    yield Heading(0, k.judul("ikhtisar"), "ikhtisar", nomor=False, asal=k.asal("ikhtisar", "judul"))
    yield from blok_teks(k, "ikhtisar")
    yield from para(kalimat_jumlah(h), *kalimat_putusan(h), kalimat_rata(h))
    if h.indikator:
        yield tabel_indikator(k, None, "tabel.ikhtisar")
        yield from para(susun("Capaian setiap sasaran pada tahun {t} adalah sebagai berikut.", t=h.tahun))
        yield Items(tuple(runs_kata(kalimat_ikhtisar_sasaran(s)) for s in h.kegiatan()), "1")
    yield from para(*kalimat_serapan(h, keadaan=False), kalimat_serapan_lalu(h, k.desimal))
    yield from para(*ikhtisar_skor(k))
    if h.meleset and "bab4.saran" in k.dicetak:
        depan = "Tindak lanjut atas indikator yang belum mencapai target diuraikan dalam "
        yield Para((Run(depan), Run("", rujuk="bab4"), Run(".")))


def ikhtisar_skor(k: Konteks) -> tuple[Kalimat, ...]:
    """Sentences on the budget scores that the year has."""
    h = k.hasil
    kalimat = [kalimat_skor_singkat(s, h.tahun) for s in (h.smart, h.ikpa, h.nka)]
    if h.smart.ada and h.ikpa.ada:
        kalimat.append(kalimat_gabungan_singkat(h.gabungan))
    return tuple(x for x in kalimat if x)
