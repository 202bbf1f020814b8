"""Blocks of one indicator of the example and its formula lines as text, for the tests of the analyses."""

from __future__ import annotations

from lkjip_desktop.core.hasil import HasilIndikator
from lkjip_desktop.report.blocks import Block, Formula, Frac, Heading, Suku
from lkjip_desktop.report.sections import Konteks
from lkjip_desktop.report.sections.bab3_indikator import indikator
from tests.report.sections.contoh import polos, teks


def blok_ikk(k: Konteks, kode: str) -> tuple[HasilIndikator, list[Block]]:
    for s in k.hasil.kegiatan():
        for h in s.indikator:
            if h.kode == kode:
                return h, list(indikator(k, s, h))
    raise AssertionError(kode)


def kepala(blok: list[Block]) -> list[str]:
    return [b.judul for b in blok if isinstance(b, Heading) and b.level == 4]


def bagian(blok: list[Block], judul: str) -> str:
    """Text below one heading."""
    mulai = next(n for n, b in enumerate(blok) if isinstance(b, Heading) and b.judul == judul)
    akhir = next((n for n in range(mulai + 1, len(blok)) if isinstance(blok[n], Heading)), len(blok))
    return teks(blok[mulai + 1 : akhir])


def suku_teks(x: Suku) -> str:
    return f"(({polos(x.atas)})/({polos(x.bawah)}))" if isinstance(x, Frac) else polos(x)


def baris_rumus(blok: list[Block]) -> list[str]:
    return ["".join(suku_teks(x) for x in suku) for b in blok if isinstance(b, Formula) for _, suku in b.baris]
