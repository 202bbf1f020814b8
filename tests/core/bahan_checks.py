"""The example with some rows changed, and the problems that they bring: what the tests of checks are made of."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from lkjip_desktop.core import naskah
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.checks import Problem, periksa
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.schema import Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import (
    Analisis,
    IndikatorTahun,
    Naskah,
)
from lkjip_desktop.workspace import Workspace

HARI_INI = "2024-03-01"

R = TypeVar("R", bound=Row)


def nomor(n: int) -> str:
    return f"00000000-0000-4000-8000-{n:012d}"


@cache
def contoh() -> Snapshot:
    with Workspace.contoh_memori() as w:
        return w.snapshot


def periksa_contoh(s: Snapshot, tahun: int = 2023, hari_ini: str | None = HARI_INI) -> tuple[Problem, ...]:
    return periksa(s, hitung(s, tahun), tahun, hari_ini)


@cache
def semula() -> frozenset[Problem]:
    return frozenset(periksa_contoh(contoh()))


def masalah_baru(*baris: Row) -> list[Problem]:
    """The problems that these rows (new, or instead of those with their ids) bring into the example."""
    s = contoh().apply(Change(r.TABEL, contoh().row(r.TABEL, r.id), r) for r in baris)
    return [p for p in periksa_contoh(s) if p not in semula()]


def satu(cls: type[R], **sama: Any) -> R:
    r = contoh().one(cls, **sama)
    assert r is not None
    return r


def ikk(kode: str, /, **ganti: Any) -> IndikatorTahun:
    return replace(satu(IndikatorTahun, tahun=2023, kode=kode), **ganti)


def naskah_dari(*isi: str) -> str:
    return naskah.tulis(tuple(naskah.Paragraf((naskah.Teks(t),)) for t in isi))


def analisis(kode: str, nomor: int, *isi: str) -> Analisis:
    id = satu(IndikatorTahun, tahun=2023, kode=kode).indikator_id
    return replace(satu(Analisis, indikator_id=id, tahun=2023, nomor=nomor), isi=naskah_dari(*isi))


def naskah_bagian(*isi: str, bagian: str = "bab4.kesimpulan") -> Naskah:
    return replace(satu(Naskah, tahun=2023, bagian=bagian), isi=naskah_dari(*isi))


# ------------------------------------------------------------------------------------ slip -> problem
