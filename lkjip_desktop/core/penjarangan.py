"""Which local backups stay: all of two days, then 12 daily, 10 weekly and 9 monthly ones, whatever the clock does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

SEMUA = timedelta(days=2)
HARIAN, MINGGUAN, BULANAN = 12, 10, 9
#: The newest by number stay in any case: a clock that ran ahead for a day must not age everything at once.
TERBARU = 20


@dataclass(frozen=True, slots=True)
class Titik:
    """One backup: its number (grows by one with every backup) and the clock when it was made (with zone)."""

    nomor: int
    waktu: datetime


def yang_dibuang(titik: Iterable[Titik], kini: datetime) -> frozenset[int]:
    """Numbers of the backups to remove.

    The number decides what is older; the time only says how old. Times that run against the numbers (a clock that
    jumped) are not believed: such a backup counts as made at the time of its next believed neighbour, so it looks
    younger, never older. A present that lies before the newest believed backup removes nothing at all.
    """
    urut = sorted(titik, key=lambda t: t.nomor)
    if not urut:
        return frozenset()
    dipercaya = _naik([t.waktu for t in urut])
    if kini < urut[dipercaya[-1]].waktu:
        return frozenset()
    waktu = [kini] * len(urut)
    batas = kini
    boleh = set(dipercaya)
    for i in range(len(urut) - 1, -1, -1):
        if i in boleh:
            batas = urut[i].waktu
        waktu[i] = batas
    tinggal = {t.nomor for t in urut[-TERBARU:]}
    tinggal |= {t.nomor for t, w in zip(urut, waktu, strict=True) if kini - w <= SEMUA}
    tua = [(t.nomor, w) for t, w in zip(reversed(urut), reversed(waktu), strict=True) if kini - w > SEMUA]
    tahap: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (HARIAN, lambda w: w.date()),
        (MINGGUAN, lambda w: w.isocalendar()[:2]),
        (BULANAN, lambda w: (w.year, w.month)),
    )
    i = 0
    for kuota, kelompok in tahap:
        ada: set[object] = set()
        while i < len(tua):
            nomor, w = tua[i]
            k = kelompok(w)
            if k not in ada:
                if len(ada) == kuota:
                    break
                ada.add(k)
                tinggal.add(nomor)
            i += 1
    return frozenset(t.nomor for t in urut) - tinggal


def _naik(waktu: list[datetime]) -> list[int]:
    """Indexes of the longest run of times that never goes back; of equal ones the run that ends latest."""
    ekor: list[datetime] = []
    ekor_i: list[int] = []
    sebelum: list[int] = []
    for i, w in enumerate(waktu):
        n = bisect_right(ekor, w)
        sebelum.append(ekor_i[n - 1] if n else -1)
        ekor[n : n + 1] = [w]
        ekor_i[n : n + 1] = [i]
    keluar: list[int] = []
    i = ekor_i[-1]
    while i >= 0:
        keluar.append(i)
        i = sebelum[i]
    return keluar[::-1]
