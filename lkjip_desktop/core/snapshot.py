"""All rows at one moment, immutable; untouched tables are shared with the moment before."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .schema import TABLES, Row

if TYPE_CHECKING:
    from .change import Change

R = TypeVar("R", bound=Row)
_EMPTY: Mapping[str, Row] = MappingProxyType({})
#: From one changed row in so many on, indexes are made anew when they are asked for.
_FEW = 8


def _sort_key(row: Row) -> tuple[Any, ...]:
    key: list[Any] = []
    for name in TABLES[row.TABEL].order:
        value = getattr(row, name)
        key.append((value is not None, value if value is not None else 0))
    return (*key, row.id)


def _reindexed(
    index: Mapping[tuple[Any, ...], tuple[Row, ...]],
    columns: tuple[str, ...],
    before: Mapping[str, Row],
    news: Mapping[str, Row | None],
) -> Mapping[tuple[Any, ...], tuple[Row, ...]]:
    """An index after a few changes (id -> the row of now): only their groups are made anew, so that one edit among
    thousands of rows does not sort them all."""
    groups: dict[tuple[Any, ...], list[Row]] = {}

    def group(row: Row) -> list[Row]:
        key = tuple(getattr(row, c) for c in columns)
        if key not in groups:
            groups[key] = list(index.get(key, ()))
        return groups[key]

    for id, row in news.items():
        if (old := before.get(id)) is not None:
            rows, place = group(old), _sort_key(old)
            at = bisect_left(rows, place, key=_sort_key)
            if row is not None and group(row) is rows and _sort_key(row) == place:
                rows[at] = row
                continue
            del rows[at]
        if row is not None:
            insort(group(row), row, key=_sort_key)
    out = {k: v for k, v in index.items() if k not in groups}
    out.update((k, tuple(rows)) for k, rows in groups.items() if rows)
    return out


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Rows by table and id. Any thread may read it. `revisi` is the number of the last journal row.

    Lookups are indexed once per table version, so asking for one year or one indicator is cheap.
    """

    tabel: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)
    revisi: int = 0
    # (table, columns) -> index; a memo only, never part of the value.
    _indeks: dict[tuple[str, tuple[str, ...]], Mapping[tuple[Any, ...], tuple[Row, ...]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _ingatan: dict[Hashable, dict[Any, Any]] = field(default_factory=dict, compare=False, repr=False)

    def rows(self, cls: type[R]) -> tuple[R, ...]:
        """All rows of a table in its order."""
        return self.where(cls)

    def get(self, cls: type[R], id: str | None) -> R | None:
        """The row with this id, or None."""
        return cast("R | None", self.tabel.get(cls.TABEL, _EMPTY).get(id)) if id else None

    def row(self, table: str, id: str) -> Row | None:
        """The row of a table given by name."""
        return self.tabel.get(table, _EMPTY).get(id)

    def where(self, cls: type[R], **equal: Any) -> tuple[R, ...]:
        """Rows whose columns equal the given values, in table order: where(IndikatorTahun, tahun=2023)."""
        columns = tuple(sorted(equal))
        index = self._indeks.get((cls.TABEL, columns))
        if index is None:
            groups: dict[tuple[Any, ...], list[Row]] = {}
            for r in sorted(self.tabel.get(cls.TABEL, _EMPTY).values(), key=_sort_key):
                groups.setdefault(tuple(getattr(r, c) for c in columns), []).append(r)
            index = {k: tuple(v) for k, v in groups.items()}
            self._indeks[cls.TABEL, columns] = index
        return cast("tuple[R, ...]", index.get(tuple(equal[c] for c in columns), ()))

    def one(self, cls: type[R], **equal: Any) -> R | None:
        """The first row of `where`, or None."""
        found = self.where(cls, **equal)
        return found[0] if found else None

    def ingatan(self, nama: Hashable) -> dict[Any, Any]:
        """A memo under this name that goes along through `apply`, so that one edit does not derive a whole year anew.

        Rows are frozen, so what was derived of the same row objects is still right: an entry must hold the rows that
        it was made from and be used only when they are the very same objects.
        """
        return self._ingatan.setdefault(nama, {})

    def apply(self, changes: Iterable[Change], revisi: int | None = None) -> Snapshot:
        """The snapshot after these changes; tables without a change are shared, their indexes too."""
        touched: dict[str, dict[str, Row | None]] = {}
        for c in changes:
            touched.setdefault(c.table, {})[c.key] = c.after
        tabel = dict(self.tabel)
        for table, news in touched.items():
            rows = {**self.tabel.get(table, _EMPTY), **{id: row for id, row in news.items() if row is not None}}
            for id, row in news.items():
                if row is None:
                    rows.pop(id, None)
            tabel[table] = rows
        memo = {}
        # Copied first, which nothing can interrupt: a thread that reads this snapshot may be adding an index just now.
        for (table, columns), index in self._indeks.copy().items():
            news, before = touched.get(table, {}), self.tabel.get(table, _EMPTY)
            if len(news) * _FEW <= len(before):
                memo[table, columns] = _reindexed(index, columns, before, news) if news else index
        return Snapshot(tabel, self.revisi if revisi is None else revisi, memo, self._ingatan)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Snapshot):
            return NotImplemented
        names = {n for s in (self, other) for n, rows in s.tabel.items() if rows}
        return all(self.tabel.get(n, _EMPTY) == other.tabel.get(n, _EMPTY) for n in names)

    __hash__ = None  # type: ignore[assignment]  # compared by content, never a dictionary key


def dari_baris(rows: Iterable[Row], revisi: int = 0) -> Snapshot:
    """A snapshot of loose rows (for tests, import plans and the example)."""
    tabel: dict[str, dict[str, Row]] = {}
    for r in rows:
        tabel.setdefault(r.TABEL, {})[r.id] = r
    return Snapshot(tabel, revisi)
