"""Problems in groups: by the screen where they are mended, or by the sasaran and indicator that they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, Sasaran, SasaranTahun
from ui.places import PLACES, place_of

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem

HIDDEN = "Disembunyikan, tidak dihitung"
LATER = "Belum waktunya, tidak dihitung"
_WORD = {"kesalahan": "Kesalahan", "peringatan": "Peringatan", "info": "Keterangan"}


@dataclass(frozen=True)
class Group:
    """Problems under one title, gravest first."""

    title: str
    problems: tuple[Problem, ...]


def word(p: Problem) -> str:
    """How grave it is, in words."""
    return "Belum waktunya" if p.belum_waktunya else _WORD.get(p.level, "")


def by_screen(problems: Iterable[Problem]) -> tuple[Group, ...]:
    """In the order of the navigation; what is not due yet comes last, as a group of its own."""
    order = {place.title: n for n, place in enumerate(PLACES)}

    def title(p: Problem) -> str:
        place = place_of(p.tabel)
        return place.title if place is not None else "Lain-lain"

    return _grouped(problems, title, lambda t: (order.get(t, len(order)), ""))


def by_indicator(problems: Iterable[Problem], snapshot: Snapshot, year: int) -> tuple[Group, ...]:
    """In the order of their codes; what belongs to the whole report follows, then what is not due yet."""
    names: dict[str, str] = {}
    for aim in snapshot.where(SasaranTahun, tahun=year):
        names[aim.sasaran_id or ""] = _named(aim.kode, aim.nama)
    for it in snapshot.where(IndikatorTahun, tahun=year):
        names[it.indikator_id or ""] = _named(it.kode, it.nama)
    order = {t: n for n, t in enumerate(names.values())}

    def title(p: Problem) -> str:
        return names.get(_owner(snapshot, p), "Seluruh laporan")

    return _grouped(problems, title, lambda t: (int(t not in order), t))


def flat(problems: Iterable[Problem]) -> tuple[Group, ...]:
    """No groups but for what is not due yet."""
    return _grouped(problems, lambda _p: "", lambda _t: (0, ""))


def lines(groups: Iterable[Group]) -> str:
    """The list as rows with tabs, for a table or a letter."""
    rows = ["Tingkat\tTempat\tMasalah\tSaran"]
    rows += ["\t".join((word(p), g.title, p.teks, p.saran)) for g in groups for p in g.problems]
    return "\n".join(rows)


def _named(code: str, name: str) -> str:
    return " ".join(f"{code} {name}".split()) or "Tanpa nama"


def _owner(snapshot: Snapshot, p: Problem) -> str:
    """Id of the indicator, else of the sasaran, to which the row of a problem belongs; "" when to neither."""
    row = snapshot.row(p.tabel, p.kunci) if p.kunci else None
    if isinstance(row, Indikator | Sasaran):
        return row.id
    if row is not None:
        return str(getattr(row, "indikator_id", "") or getattr(row, "sasaran_id", "") or "")
    # A row that is not there yet is told of by the one it would belong to.
    return next((k for k in (p.kunci, *p.kunci.split(":")) if k and snapshot.get(Indikator, k)), "")


def _grouped(
    problems: Iterable[Problem], title: Callable[[Problem], str], rank: Callable[[str], tuple[int, str]]
) -> tuple[Group, ...]:
    heaps: dict[str, list[Problem]] = {}
    later: list[Problem] = []
    for p in problems:
        if p.belum_waktunya:
            later.append(p)
        else:
            heaps.setdefault(title(p), []).append(p)
    groups = [Group(t, tuple(heaps[t])) for t in sorted(heaps, key=rank)]
    return (*groups, *([Group(LATER, tuple(later))] if later else []))
