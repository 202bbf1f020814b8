"""The office's own texts of one year, and the numbers that its data know: what the checks of texts compare."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from .. import naskah
from ..baca import baca_angka, baca_uang
from ..bagian import BAGIAN_MENURUT_KUNCI
from ..naskah import Isi
from ..schema import TABLES, Kind, Row
from ..tables import Analisis, IndikatorTahun, KinerjaLain, Naskah, SasaranTahun, Surat
from ..uraian_analisis import JAWABAN, uraian_dicetak
from .masalah import Tinjau

#: Stands where a merge field will be printed: no letter, no digit, no space.
SELA = "\ufffc"

PERSEN = re.compile(r"(?<![\w.,])-?\d[\d.,]*(?<![.,])\s*(?:%|persen\b)", re.IGNORECASE)
UANG = re.compile(r"\bRp\.?\s*-?\d[\d.,]*(?<![.,])(?:,-)?", re.IGNORECASE)
_TOKEN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?|[0-9]+")


@dataclass(frozen=True)
class TeksKantor:
    """One text of the office: where it stands, how a person calls it, and its content."""

    baris: Row
    kolom: str
    sebut: str
    isi: Isi
    indikator_id: str = ""

    @cached_property
    def polos(self) -> str:
        """The plain text, SELA for every merge field."""
        return naskah.polos(self.isi, SELA)

    @cached_property
    def paragraf(self) -> tuple[str, ...]:
        """Its lines that hold words."""
        return tuple(p for p in (b.strip() for b in self.polos.split("\n")) if p)


def teks_kantor(t: Tinjau) -> Iterator[TeksKantor]:
    """Every own text that the report prints, in its order; a text that cannot be read is left to the file check."""
    for n in t.snapshot.where(Naskah, tahun=t.tahun):
        bagian = BAGIAN_MENURUT_KUNCI.get(n.bagian)
        yield from _satu(n, "isi", bagian.judul.capitalize() if bagian else f"Bagian {n.bagian}")
    for s in t.snapshot.where(SasaranTahun, tahun=t.tahun):
        yield from _satu(s, "pengantar", f"Uraian {s.kode}")
    kode = {it.indikator_id: it.kode for it in t.snapshot.where(IndikatorTahun, tahun=t.tahun)}
    for a in t.snapshot.where(Analisis, tahun=t.tahun):
        sebut = f"{kode.get(a.indikator_id, 'Indikator')}, analisis {a.nomor}"
        u = uraian_dicetak(t.snapshot, a.indikator_id or "", t.tahun, a.nomor or 0)
        if u.lewat:
            continue  # prints the text of another indicator, which is looked at there
        if u.jenis == "jawaban":
            for kolom in JAWABAN:
                if teks := getattr(a, kolom):
                    yield TeksKantor(a, kolom, sebut, naskah.dari_teks(teks), a.indikator_id or "")
        else:
            yield from _satu(a, "isi", sebut, a.indikator_id or "")
    for k in t.snapshot.where(KinerjaLain, tahun=t.tahun):
        yield from _satu(k, "isi", k.judul)
    for s2 in t.snapshot.where(Surat, tahun=t.tahun):
        yield from _satu(s2, "isi", "Surat pengantar")


def _satu(baris: Row, kolom: str, sebut: str, indikator_id: str = "") -> Iterator[TeksKantor]:
    teks = getattr(baris, kolom)
    if teks:
        try:
            yield TeksKantor(baris, kolom, sebut, _baca(teks), indikator_id)
        except ValueError:
            return


@lru_cache(maxsize=4096)
def _baca(teks: str) -> Isi:
    # The checks run after every edit, and nearly all texts are still those of the run before.
    return naskah.baca(teks)


def angka_dikenal(t: Tinjau) -> frozenset[Decimal]:
    """Every number that this year's results print or its rows hold, as typed, and as rounded for print."""
    dikenal = {Decimal(0), Decimal(100)}
    _kumpulkan(t.hasil, dikenal, set())
    for tabel in TABLES.values():
        if not tabel.has_year:
            continue
        for r in t.snapshot.where(tabel.row, tahun=t.tahun):
            for c in tabel.columns:
                nilai = getattr(r, c.name)
                if nilai is not None and c.kind in (Kind.ANGKA, Kind.UANG, Kind.BULAT):
                    dikenal.add(Decimal(nilai))
    return frozenset(dikenal)


def _kumpulkan(nilai: Any, dikenal: set[Decimal], dilalui: set[int]) -> None:
    """Walk a result: numbers as they are, printed texts by the numbers in them."""
    if isinstance(nilai, str):
        # Our own print, so the marks are known: dots group, the comma parts decimals.
        dikenal |= {Decimal(m[0].replace(".", "").replace(",", ".")) for m in _TOKEN.finditer(nilai)}
    elif isinstance(nilai, (int, Decimal)) and not isinstance(nilai, bool):
        dikenal.add(abs(Decimal(nilai)))
    elif dataclasses.is_dataclass(nilai) and not isinstance(nilai, type):
        if id(nilai) not in dilalui:
            dilalui.add(id(nilai))
            for f in dataclasses.fields(nilai):
                _kumpulkan(getattr(nilai, f.name), dikenal, dilalui)
    elif isinstance(nilai, (tuple, list)):
        for x in nilai:
            _kumpulkan(x, dikenal, dilalui)


def angka_token(teks: str) -> Decimal | None:
    """The number of a token, None when it can mean two things or none."""
    return baca_angka(teks).nilai


def uang_token(teks: str) -> Decimal | None:
    """The whole rupiah of a token, None when it cannot be read."""
    return baca_uang(teks).nilai
