"""A problem as a value, and what every check looks at."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ..angka import angka, persen, rupiah
from ..aturan import Aturan
from ..hasil import Hasil, HasilIndikator
from ..schema import Row
from ..snapshot import Snapshot

KESALAHAN, PERINGATAN, INFO = "kesalahan", "peringatan", "info"
#: Gravest first.
LEVEL = (KESALAHAN, PERINGATAN, INFO)
#: What a problem says whose time has not come.
BELUM_WAKTUNYA = "Belum waktunya diisi."


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not in order.

    `kunci` is the id of the row of `tabel`; of a row that is still missing, the id of the row to which it would belong
    (an indicator, a sasaran), or "" when that is the year itself. `aturan` names the check: "topic.matter".
    """

    level: str
    aturan: str
    tabel: str
    kunci: str
    kolom: str
    teks: str
    saran: str = ""
    tahun: int | None = None

    @property
    def belum_waktunya(self) -> bool:
        """True for what is missing but not due yet by the season of the office."""
        return self.saran == BELUM_WAKTUNYA


@dataclass(frozen=True, slots=True)
class Tinjau:
    """What a check looks at. `hari_ini` is "YYYY-MM-DD", "" when there is no today (then everything is due)."""

    snapshot: Snapshot
    hasil: Hasil
    tahun: int
    aturan: Aturan
    hari_ini: str = ""

    def masalah(
        self, level: str, aturan: str, tempat: Row | tuple[str, str], kolom: str, teks: str, saran: str = ""
    ) -> Problem:
        """A problem of this year at a row, or at (table, key)."""
        tabel, kunci = tempat if isinstance(tempat, tuple) else (tempat.TABEL, tempat.id)
        return Problem(level, aturan, tabel, kunci, kolom, teks, saran, self.tahun)

    def di(self, level: str, aturan: str, h: HasilIndikator, kolom: str, teks: str, saran: str = "") -> Problem:
        """A problem at the row of an indicator in this year."""
        return self.masalah(level, aturan, ("indikator_tahun", h.baris_id), kolom, f"{h.kode}: {teks}", saran)

    def semua_indikator(self) -> tuple[HasilIndikator, ...]:
        """Indicators of all three levels, in order."""
        return tuple(h for s in self.hasil.sasaran for h in s.indikator)

    def persen(self, x: Fraction) -> str:
        """A percentage by the rounding of the office."""
        p = self.aturan.pengukuran
        return persen(x, p.desimal, utuh_tanpa_desimal=p.utuh_tanpa_desimal)


def uang(n: int | None) -> str:
    """Money as printed, "-" when unknown."""
    return "-" if n is None else rupiah(n)


def daftar(kata: list[str], batas: int = 6) -> str:
    """ "a, b dan c"; of a long list only the beginning and how many more."""
    if len(kata) > batas:
        return f"{', '.join(kata[:batas])}, dan {angka(len(kata) - batas)} lainnya"
    if len(kata) < 2:
        return "".join(kata)
    return f"{', '.join(kata[:-1])}{',' if len(kata) > 2 else ''} dan {kata[-1]}"


def rapat(teks: str) -> str:
    """A text for comparison of wording: small letters, single spaces, no marks at its end."""
    return " ".join(teks.split()).casefold().rstrip(".;, ")
