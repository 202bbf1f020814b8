"""What one step does to rows, and what listeners are told afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .schema import Row


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None before = added, None after = removed."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def key(self) -> str:
        """Id of the row."""
        row = self.after or self.before
        assert row is not None
        return row.id

    @property
    def reverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """What a command does, as rows: one transaction, one journal row, one entry in the undo menu.

    `blobs` are new blob contents by SHA-256. `pagar` (barrier): undo does not cross this step.
    `izin` names what the step may touch although it is locked: ids of pk rows, or of kunci rows.
    """

    label: str
    changes: tuple[Change, ...]
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    pagar: bool = False
    izin: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changed:
    """Told to listeners after COMMIT: (table, id) of every touched row, and who caused it."""

    keys: frozenset[tuple[str, str]]
    initiator: object = None
    jenis: str = "langkah"  # langkah | batal | ulang | muat (another file or everything anew)

    def touches(self, *tables: str) -> bool:
        """True when a row of one of these tables changed, or everything was loaded anew."""
        return self.jenis == "muat" or any(t in tables for t, _ in self.keys)

    def has(self, table: str, id: str) -> bool:
        """True when this row changed, or everything was loaded anew."""
        return self.jenis == "muat" or (table, id) in self.keys
