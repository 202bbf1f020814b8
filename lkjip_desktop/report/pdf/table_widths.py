"""Column widths of tables whose texts would stand in tall, narrow columns beside empty ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Lines of the highest cell from which a table is looked at, and what the other widths must save of all its lines.
_TINGGI = 9
_HEMAT = 0.25
_BARIS_MAKS = 24  # rows looked at, those with most text
_LANGKAH = 0.025  # of the width of the table, moved from one column to another at a time
_RUGI = 1.06  # what breaking between words wastes of each line


@dataclass(frozen=True, slots=True)
class Isi:
    """One cell: its column, the first and last row over which it stands, and the width of its text in one line."""

    kolom: int
    dari: int
    sampai: int
    lebar: float


def seimbang(kolom: Sequence[float], perlu: Sequence[float], isi: Sequence[Isi], tepi: float) -> list[float]:
    """Widths with which the rows become much lower, none below what its column needs; else the widths as they are."""
    kolom = list(kolom)
    isi = _terpanjang(isi)
    awal = _tinggi(kolom, isi, tepi)
    if not isi or max(_baris(i, kolom, tepi) / (i.sampai - i.dari + 1) for i in isi) < _TINGGI:
        return kolom
    langkah = sum(kolom) * _LANGKAH
    baik, kini = list(kolom), awal
    for _ in range(40):
        sempit = {max(g, key=lambda i: _baris(i, baik, tepi)).kolom for g in _per_baris(isi)}
        calon = [
            (_tinggi(coba, isi, tepi), coba)
            for dari in range(len(kolom))
            for ke in sempit
            if dari != ke and baik[dari] - langkah >= perlu[dari]
            for coba in (_pindah(baik, dari, ke, langkah),)
        ]
        terbaik = min(calon, default=None)
        if terbaik is None or terbaik[0] >= kini:
            break
        kini, baik = terbaik
    return baik if kini <= awal * (1 - _HEMAT) else kolom


def _pindah(kolom: Sequence[float], dari: int, ke: int, langkah: float) -> list[float]:
    return [w - langkah if c == dari else w + langkah if c == ke else w for c, w in enumerate(kolom)]


def _terpanjang(isi: Sequence[Isi]) -> list[Isi]:
    """The cells of the rows that hold most."""
    berat: dict[int, float] = {}
    for i in isi:
        berat[i.dari] = max(berat.get(i.dari, 0.0), i.lebar)
    pilih = set(sorted(berat, key=lambda r: -berat[r])[:_BARIS_MAKS])
    return [i for i in isi if i.dari in pilih]


def _per_baris(isi: Sequence[Isi]) -> list[list[Isi]]:
    """The cells by the row where they begin."""
    hasil: dict[int, list[Isi]] = {}
    for i in isi:
        hasil.setdefault(i.dari, []).append(i)
    return list(hasil.values())


def _baris(i: Isi, kolom: Sequence[float], tepi: float) -> float:
    return max(1.0, i.lebar * _RUGI / max(kolom[i.kolom] - 2 * tepi, 1.0))


def _tinggi(kolom: Sequence[float], isi: Sequence[Isi], tepi: float) -> float:
    """Lines of all rows; a merged cell adds what its rows do not give it."""
    tinggi: dict[int, float] = {}
    for i in isi:
        if i.dari == i.sampai:
            tinggi[i.dari] = max(tinggi.get(i.dari, 0.0), _baris(i, kolom, tepi))
    jumlah = sum(tinggi.values())
    for i in isi:
        if i.dari != i.sampai:
            ada = sum(tinggi.get(r, 1.0) for r in range(i.dari, i.sampai + 1))
            jumlah += max(0.0, _baris(i, kolom, tepi) - ada)
    return jumlah
