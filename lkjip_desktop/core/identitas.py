"""Which identity and which official hold at the date of a paper, and how a name and a post are printed.

A ministry may change its name inside a budget year, so every paper takes the identity and the officials of its own
date. A date that lacks its day or month stands for its last day: "2024" asks for 31 December 2024.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from .snapshot import Snapshot
from .tables import Identitas, Pejabat
from .tanggal import akhir, awal

T = TypeVar("T")

#: Kinds of appointment that stand before the title.
_AWALAN = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj."}


class Bernama(Protocol):
    """Anything with a name and its degrees: an official, or a party of a PK."""

    @property
    def nama(self) -> str: ...
    @property
    def gelar_depan(self) -> str: ...
    @property
    def gelar_belakang(self) -> str: ...


def identitas_pada(snapshot: Snapshot, tanggal: str) -> Identitas | None:
    """The identity valid at `tanggal` ("YYYY[-MM[-DD]]"; "" = the newest), None when none is.

    Never a neighbour's: a wrong name on paper is worse than an empty place that the check reports. Where several are
    valid the one that began last holds.
    """
    return _berlaku(((i.berlaku_dari, i.berlaku_sampai, i) for i in snapshot.rows(Identitas)), tanggal)


def pejabat_pada(snapshot: Snapshot, peran: str, tanggal: str) -> Pejabat | None:
    """The official in this role ("kepala", "atasan") at `tanggal`, None when nobody is; the newest TMT holds, so a Plt.
    inside the term of a definitive head signs while the term of the Plt. lasts."""
    return _berlaku(((p.tmt_dari, p.tmt_sampai, p) for p in snapshot.where(Pejabat, peran=peran)), tanggal)


def menjabat(p: Pejabat, tanggal: str) -> bool:
    """True when the term of an official covers the last day of `tanggal`; unknown ends count as open."""
    return _berlaku(((p.tmt_dari, p.tmt_sampai, p),), tanggal) is not None


def nama_pejabat(p: Bernama, gelar: bool = True) -> str:
    """The name with its degrees: "Dadi Mulyadi, Bc.I.P., S.H., M.H."; without them when `gelar` is False."""
    if not gelar:
        return p.nama.strip()
    depan = " ".join(x for x in (p.gelar_depan.strip(), p.nama.strip()) if x)
    return ", ".join(x for x in (depan, p.gelar_belakang.strip().strip(",")) if x)


def jabatan_cetak(jenis: str, jabatan: str) -> str:
    """The post as printed, with the kind of appointment before it: "Plt. Kepala Balai ..."; line breaks are kept."""
    awalan = _AWALAN.get(jenis, "")
    if not awalan or not jabatan.strip() or jabatan.lstrip().lower().startswith(awalan.lower()):
        return jabatan.strip()
    return f"{awalan} {jabatan.strip()}"


def _berlaku(masa: Iterable[tuple[str, str, T]], tanggal: str) -> T | None:
    """The value whose (from, to, value) covers the last day of `tanggal`, the latest beginning first.

    A date that is none (only a foreign file can hold one; the check names it) is as good as unknown.
    """
    hari = _hari(akhir, tanggal) if tanggal else None
    terbaik: tuple[str, T] | None = None
    for dari, sampai, nilai in masa:
        mulai, selesai = _hari(awal, dari), _hari(akhir, sampai)
        # Without a date the newest is meant, also one that has ended.
        if mulai is None or selesai is None or (hari is not None and not mulai <= hari <= selesai):
            continue
        if terbaik is None or mulai >= terbaik[0]:
            terbaik = (mulai, nilai)
    return terbaik[1] if terbaik else None


def _hari(baca: Callable[[str], str], tanggal: str) -> str | None:
    try:
        return baca(tanggal)
    except ValueError:
        return None
