"""Bab IV Penutup: conclusions generated from the year's numbers, and suggestions."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_desktop.core.kata import (
    Kalimat,
    gabung,
    kalimat_jumlah,
    kalimat_putusan,
    kalimat_rata,
    kalimat_selisih_pk,
    kalimat_serapan,
    kalimat_status_sasaran,
    susun,
)
from lkjip_desktop.report.blocks import Block, Heading, Items
from lkjip_desktop.report.sections.bangun import para, runs_kata
from lkjip_desktop.report.sections.ikhtisar import ikhtisar_skor
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks


def bab4(k: Konteks) -> Iterable[Block]:
    """The chapter's title."""
    yield Heading(0, k.judul("bab4"), "bab4", label="BAB", asal=k.asal("bab4", "judul"))


def kesimpulan(k: Konteks) -> Iterable[Block]:
    """A. Conclusions: verdict with every miss, each sasaran, budget, scores."""
    h = k.hasil
    yield Heading(1, k.judul("bab4.kesimpulan"), "bab4.kesimpulan", asal=k.asal("bab4.kesimpulan", "judul"))
    yield from blok_teks(k, "bab4.kesimpulan")
    butir: list[Kalimat] = [gabung((kalimat_jumlah(h), *kalimat_putusan(h), kalimat_rata(h)))]
    butir += [kalimat_status_sasaran(s, h.tahun) for s in h.kegiatan()]
    butir.append(gabung((*kalimat_serapan(h, keadaan=False), kalimat_selisih_pk(h.anggaran, h.tahun))))
    butir.append(gabung(ikhtisar_skor(k)))
    yield from para(susun("Dari hasil pengukuran kinerja tahun {t} disimpulkan hal-hal berikut.", t=h.tahun))
    yield Items(tuple(runs_kata(b) for b in butir if b), "1")


def saran(k: Konteks) -> Iterable[Block]:
    """B. Suggestions."""
    yield Heading(1, k.judul("bab4.saran"), "bab4.saran", asal=k.asal("bab4.saran", "judul"))
    yield from blok_teks(k, "bab4.saran")
