"""The inputs of the example, the value that each is changed to, and the example with values that nobody can confuse."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from lkjip_desktop.core import naskah
from lkjip_desktop.core.change import Change
from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.schema import TABLES, Column, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import AturanBaris

from .cetakan import angka_json

_TAHUN = 2023
_BILANGAN = (Kind.ANGKA, Kind.UANG)
#: Texts that are keys to the program, or a picture's data, and no words on paper.
_KUNCI = frozenset(
    {
        ("anggaran_belanja", "kode"),
        ("skor_komponen", "kode"),
        ("ilustrasi", "bagian"),
        ("ilustrasi", "pemilik_id"),
        ("naskah", "bagian"),
        ("gambar", "mime"),
        ("gambar", "nama"),
        ("pk", "sidik"),
        ("indikator_tahun", "skala"),
        ("ceklis", "jenis"),
        ("ceklis", "kode"),
    }
)


@dataclasses.dataclass(frozen=True, slots=True)
class Ubahan:
    """One input and the value it is changed to."""

    tabel: str
    id: str
    kolom: str
    dari: Any
    ke: Any
    cara: str = ""

    def __str__(self) -> str:
        dari, ke = (" ".join(str(x).split())[-30:] for x in (self.dari, self.ke))
        return f"{self.tabel}.{self.kolom} {dari} -> {ke} ({self.id[:8]})"

    def terapkan(self, s: Snapshot) -> Snapshot:
        """The snapshot after the command that an officer's edit is, memos carried along as the workspace does."""
        return s.apply(Ubah(self.tabel, self.id, {self.kolom: self.ke}).plan(s).changes)


def angka(s: Snapshot) -> Iterator[Ubahan]:
    """Every typed number (money, amounts, frozen lines of the PK too), twice: a little more, and about half."""
    for r, c in _isian(s, _BILANGAN):
        nilai = getattr(r, c.name)
        for cara, ke in (("lebih", _lebih(nilai)), ("kurang", _kurang(nilai))):
            yield Ubahan(r.TABEL, r.id, c.name, nilai, ke, cara)


def aturan(s: Snapshot) -> Iterator[Ubahan]:
    """Every number in the rule sets that measure the year: weights, limits of categories, decimals."""
    jenis = {"pengukuran", "kategori_capaian", "smart", "ikpa", "gabungan", "nka"}
    for r in s.rows(AturanBaris):
        if r.jenis in jenis and r.berlaku_dari <= f"{_TAHUN}-12-31":
            for n in range(_bilangan_json(json.loads(r.isi))):
                yield Ubahan("aturan", r.id, "isi", r.isi, _geser_json(r.isi, n), f"bilangan {n + 1}")


def teks(s: Snapshot) -> Iterator[Ubahan]:
    """Every typed line and paragraph: names, titles, addresses, units, sources."""
    for r, c in _isian(s, (Kind.TEKS, Kind.PARAGRAF)):
        if (r.TABEL, c.name) not in _KUNCI and not r.values().get("terkunci"):
            nilai = getattr(r, c.name)
            if nilai != "%":
                yield Ubahan(r.TABEL, r.id, c.name, nilai, nilai)


def tanggal(s: Snapshot) -> Iterator[Ubahan]:
    """Every date, moved within its year."""
    for r, c in _isian(s, (Kind.TANGGAL,)):
        nilai = getattr(r, c.name)
        yield Ubahan(r.TABEL, r.id, c.name, nilai, _geser_tanggal(nilai))


def uraian(s: Snapshot) -> Iterator[Ubahan]:
    """Every long text, its digits turned: what an officer typed in it changes with it."""
    for r, c in _isian(s, (Kind.NASKAH,)):
        isi = getattr(r, c.name)
        yield Ubahan(r.TABEL, r.id, c.name, isi, naskah.tulis(tuple(_putar_blok(b) for b in naskah.baca(isi))))


def putar(isi: str) -> str:
    """A text with every digit turned to the next one: what it says in figures is no longer there."""
    return isi.translate(str.maketrans("0123456789", "1234567890"))


# -------------------------------------------------------------------------------------------- the other example
def terpisah(s: Snapshot) -> Snapshot:
    """The example with typed numbers of which no two are alike, so that a printed figure tells where it comes from."""
    acak = random.Random(20231231)
    pakai: set[Any] = set()
    ubah: list[Change] = []
    for t in TABLES.values():
        for r in s.rows(t.row):
            baru: dict[str, Any] = {}
            for c in t.columns:
                nilai = getattr(r, c.name)
                if c.kind in _BILANGAN and nilai is not None:
                    while (n := _tebak(nilai, acak)) in pakai:
                        pass
                    pakai.add(n)
                    baru[c.name] = n
            if baru:
                ubah.append(Change(t.name, r, dataclasses.replace(r, **baru)))
    return s.apply(ubah)


def _tebak(nilai: Decimal | int, acak: random.Random) -> Decimal | int:
    if isinstance(nilai, int):
        return round(nilai * acak.uniform(0.75, 1.3)) + acak.randrange(1000)
    besar = max(abs(nilai), Decimal(12))
    return (besar * Decimal(acak.randrange(7500, 13000)) / 10000).quantize(Decimal("0.01"))


def bertanda(s: Snapshot) -> tuple[Snapshot, dict[tuple[str, str, str], str]]:
    """The example with a tag of letters behind every typed line, and the tags by (table, id, column)."""
    tanda: dict[tuple[str, str, str], str] = {}
    ubah: dict[tuple[str, str], dict[str, Any]] = {}
    for n, u in enumerate(teks(s)):
        tanda[u.tabel, u.id, u.kolom] = _tanda(n)
        ubah.setdefault((u.tabel, u.id), {})[u.kolom] = tandai(u.dari, _tanda(n))
    changes = []
    for (tabel, id), nilai in ubah.items():
        r = s.row(tabel, id)
        assert r is not None
        changes.append(Change(tabel, r, dataclasses.replace(r, **nilai)))
    return s.apply(changes), tanda


def tandai(isi: str, tanda: str) -> str:
    """The text with the tag at the end of every line."""
    return "\n".join(f"{b} {tanda}" if b.strip() else b for b in isi.split("\n"))


def _tanda(n: int) -> str:
    """A word that no text holds, the same in capitals and small letters for a search."""
    huruf = "bcdfghjklmpqrtvwxz"
    kata = ""
    for _ in range(4):
        n, sisa = divmod(n, len(huruf))
        kata = huruf[sisa] + kata
    return f"zq{kata}zq"


# ------------------------------------------------------------------------------------------------- new values
def _isian(s: Snapshot, jenis: Iterable[Kind]) -> Iterator[tuple[Row, Column]]:
    for t in TABLES.values():
        kolom = [c for c in t.columns if c.kind in jenis]
        for r in s.rows(t.row):
            yield from ((r, c) for c in kolom if getattr(r, c.name) not in (None, ""))


def _lebih(lama: Decimal | int) -> Decimal | int:
    """About an eighth more, with an odd end that no figure of the example has."""
    if isinstance(lama, int):
        return lama + lama // 8 + 137
    if lama == lama.to_integral_value() and abs(lama) >= 20:
        return lama + (lama / 8).to_integral_value() + 3
    return lama + Decimal("1.37")


def _kurang(lama: Decimal | int) -> Decimal | int:
    """About half: verdicts turn."""
    if isinstance(lama, int):
        return lama // 2 - lama // 50 + 61
    return (lama * Decimal("0.53")).quantize(Decimal("0.01")) + Decimal("0.03")


def _geser_tanggal(t: str) -> str:
    tahun, *sisa = t.split("-")
    if not sisa:
        return str(int(tahun) - 1)
    bulan = int(sisa[0])
    baru = bulan - 1 if bulan > 1 else 2
    return "-".join([tahun, f"{baru:02}", *(["17" if x != "17" else "18" for x in sisa[1:]])])


def _bilangan_json(isi: Any) -> int:
    """How many numbers a rule set holds."""
    if isinstance(isi, dict):
        return sum(_bilangan_json(v) for v in isi.values())
    if isinstance(isi, list):
        return sum(_bilangan_json(v) for v in isi)
    return int(angka_json(isi))


def _geser_json(teks: str, ke: int) -> str:
    """The rule set with its number `ke` moved."""
    hitung = -1

    def jalan(v: Any) -> Any:
        nonlocal hitung
        if isinstance(v, dict):
            return {k: jalan(x) for k, x in v.items()}
        if isinstance(v, list):
            return [jalan(x) for x in v]
        if angka_json(v):
            hitung += 1
            if hitung == ke:
                return f"{Decimal(v) * Decimal('1.1') + Decimal('0.7')}" if isinstance(v, str) else v + 1
        return v

    return json.dumps(jalan(json.loads(teks)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _putar_blok(b: naskah.Blok) -> naskah.Blok:
    match b:
        case naskah.Paragraf(isi):
            return naskah.Paragraf(_putar_span(isi))
        case naskah.Daftar(bernomor, butir):
            return naskah.Daftar(bernomor, tuple(_putar_span(x) for x in butir))
        case naskah.TabelSendiri():
            return dataclasses.replace(b, baris=tuple(tuple(putar(x) for x in r) for r in b.baris))
        case _:
            return b


def _putar_span(isi: naskah.Spans) -> naskah.Spans:
    return tuple(dataclasses.replace(x, teks=putar(x.teks)) if isinstance(x, naskah.Teks) else x for x in isi)
