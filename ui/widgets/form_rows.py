"""Which fields of a form stand beside each other, and where a heading comes between them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple


class Heading(NamedTuple):
    """Words over the fields of a group, in a row of their own."""

    row: int
    words: str


class Place(NamedTuple):
    """A field: its row, its first column, columns of the input, columns that the lines around it may use."""

    row: int
    start: int
    span: int
    room: int
    name: str


def placed(
    names: Sequence[str],
    span: Callable[[str], int],
    group: Callable[[str], str],
    alone: Collection[str],
    columns: int,
) -> Iterator[Heading | Place]:
    """Row by row, `columns` wide. A field of `alone` has the row to itself, from its input to the end."""
    row = 0
    words = ""
    beside: list[tuple[str, int, int]] = []  # of the row that is being filled: name, first column, columns
    free = columns

    def full() -> Iterator[Place]:
        for name, start, wide in beside:
            # The last field of a row says what it has to say in all the room that is left beside it.
            room = columns - start if name == beside[-1][0] else wide
            yield Place(row, start, wide, room, name)

    for name in names:
        new_group = group(name) != words
        wide = span(name)
        if beside and (new_group or wide > free or name in alone):
            yield from full()
            row, beside, free = row + 1, [], columns
        if new_group:
            words = group(name)
            if words:
                yield Heading(row, words)
                row += 1
        beside.append((name, columns - free, wide))
        free = 0 if name in alone else free - wide
    yield from full()
