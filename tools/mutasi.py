"""Change every input number of the example, one at a time, and show that no page keeps an old derived value.

Run `python -m tools.mutasi`; the suite runs a sample. For each change: every printed value that the year no longer has
must be gone from the report, and every value that took its place must stand wherever the old one stood.
"""

from __future__ import annotations

import dataclasses
import re
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from lkjip_desktop.core.angka import angka, rupiah
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.hitung import hitung
from lkjip_desktop.core.schema import TABLES, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.report.numbering import nomori
from lkjip_desktop.report.sections import dokumen_lkjip
from tests.report.sections.contoh import lahat, teks

#: Tables whose numbers are inputs of the report; frozen PK lines are inputs too, since the report measures by them.
TABEL = (
    "indikator_tahun",
    "target_renstra",
    "pk_butir",
    "pk_anggaran",
    "anggaran_sasaran",
    "anggaran_belanja",
    "skor",
    "skor_komponen",
    "kinerja_lain",
    "kinerja_lain_angka",
)
_TAHUN = 2023
_ANGKA = (Kind.ANGKA, Kind.UANG)


@dataclasses.dataclass(frozen=True, slots=True)
class Ubahan:
    """One input number and the value it is changed to."""

    tabel: str
    id: str
    kolom: str
    dari: Decimal | int
    ke: Decimal | int

    def __str__(self) -> str:
        return f"{self.tabel}.{self.kolom} {self.dari} -> {self.ke} ({self.id[:8]})"


def ubahan(s: Snapshot) -> Iterator[Ubahan]:
    """Every typed number of the input tables with a new value that no other number has."""
    for tabel in TABEL:
        kolom = [c.name for c in TABLES[tabel].columns if c.kind in _ANGKA]
        for r in s.rows(TABLES[tabel].row):
            for c in kolom:
                lama = getattr(r, c)
                if lama is not None:
                    yield Ubahan(tabel, r.id, c, lama, _baru(lama))


def _baru(lama: Decimal | int) -> Decimal | int:
    """A value near the old one and unlike any of the example: about an eighth more, with an odd end."""
    if isinstance(lama, int):
        return lama + lama // 8 + 137
    if lama == lama.to_integral_value() and abs(lama) >= 20:
        return lama + (lama / 8).to_integral_value() + 3
    return lama + Decimal("1.37") if lama < 20 else lama * Decimal("0.87") - Decimal("0.13")


def terapkan(s: Snapshot, u: Ubahan) -> Snapshot:
    """The snapshot with this change."""
    row = s.row(u.tabel, u.id)
    assert row is not None
    isi: dict[str, Row] = {**s.tabel[u.tabel], u.id: dataclasses.replace(row, **{u.kolom: u.ke})}  # type: ignore[arg-type]  # the column is one of the row
    return Snapshot({**s.tabel, u.tabel: isi})


# ------------------------------------------------------------------------------------------------- printed values
def cetakan(hasil: Hasil) -> dict[str, str]:
    """Every printed value of a year by its path."""
    keluar: dict[str, str] = {}
    _telusuri(hasil, "", keluar)
    return keluar


def _telusuri(nilai: Any, jalur: str, keluar: dict[str, str]) -> None:
    if dataclasses.is_dataclass(nilai) and not isinstance(nilai, type):
        for f in dataclasses.fields(nilai):
            isi = getattr(nilai, f.name)
            if isinstance(isi, str):
                if "cetak" in f.name:
                    keluar[f"{jalur}.{f.name}"] = isi
            elif f.name in ("pagu", "realisasi", "sisa", "pk_total", "pk_selisih") and isinstance(isi, int):
                keluar[f"{jalur}.{f.name}"] = rupiah(abs(isi))
            elif f.name != "per_indikator":
                _telusuri(isi, f"{jalur}.{f.name}", keluar)
    elif isinstance(nilai, tuple):
        for n, x in enumerate(nilai):
            _telusuri(x, f"{jalur}[{n}]", keluar)


def masukan(s: Snapshot) -> set[str]:
    """Every typed number of the file as it would be printed."""
    keluar: set[str] = set()
    for tabel in TABEL:
        kolom = [c for c in TABLES[tabel].columns if c.kind in _ANGKA]
        for r in s.rows(TABLES[tabel].row):
            for c in kolom:
                nilai = getattr(r, c.name)
                if nilai is not None:
                    keluar.add(rupiah(nilai) if isinstance(nilai, int) else angka(nilai))
    return keluar


def _jelas(teks_: str) -> bool:
    """True for a text that cannot stand by chance for something else: money, a decimal, or three digits and more."""
    return bool(re.search(r"Rp|\d,\d|\d{3}", teks_))


def ada(teks_: str, isi: str) -> bool:
    """True when a value stands in the text by itself, not as a part of a longer number."""
    return re.search(rf"(?<![-−\d,.]){re.escape(teks_)}(?![\d%]|,\d|\.\d)", isi) is not None


@cache
def dasar() -> tuple[dict[str, str], set[str], str]:
    """(printed values, typed values, text) of the unchanged report."""
    s = lahat()
    h = hitung(s, _TAHUN)
    return cetakan(h), masukan(s), teks(dokumen_lkjip(s, h))


def periksa(u: Ubahan) -> tuple[int, list[str]]:
    """(number of printed values that changed, what is wrong) for one change."""
    lama, ketik_lama, isi_lama = dasar()
    s = terapkan(lahat(), u)
    h = hitung(s, _TAHUN)
    dokumen = dokumen_lkjip(s, h)
    nomori(dokumen)
    isi = teks(dokumen)
    baru, ketik_baru = cetakan(h), masukan(s)
    tinggal = set(baru.values()) | ketik_baru | {x.rstrip("%") for x in baru.values()}
    salah: list[str] = []
    hilang = {x for x in lama.values() if _jelas(x)} | {x for x in ketik_lama if _jelas(x)}
    hilang -= tinggal | {f"{x}%" for x in tinggal}
    salah += [f"masih tercetak: {x}" for x in sorted(hilang) if ada(x, isi)]
    berubah = {(a, baru[j]) for j, a in lama.items() if j in baru and baru[j] != a and _jelas(a) and _jelas(baru[j])}
    salah += [
        f"tidak tercetak: {b} (dulu {a})"
        for a, b in sorted(berubah)
        if a not in tinggal and ada(a, isi_lama) and not ada(b, isi)
    ]
    return len(berubah), salah


def main() -> int:
    """All changes; exit 1 when a page kept an old value."""
    mulai = time.monotonic()
    banyak = nilai = 0
    salah: list[str] = []
    for u in ubahan(lahat()):
        banyak += 1
        n, s = periksa(u)
        nilai += n
        salah += [f"{u}: {x}" for x in s]
    for x in salah:
        print(x)
    detik = time.monotonic() - mulai
    print(f"{banyak} input numbers changed, {nilai} printed values moved, {len(salah)} wrong, {detik:.0f} s")
    return 1 if salah else 0


if __name__ == "__main__":
    sys.exit(main())
