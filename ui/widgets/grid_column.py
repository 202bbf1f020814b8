"""What a column of a grid is, and where the rows of a grid come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt

from lkjip_desktop.core.schema import Column, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot

#: What is shown of a row in a column that is not typed.
Shown = Callable[[Any], str]
_NUMBERS = (Kind.ANGKA, Kind.UANG, Kind.BULAT, Kind.TAHUN)
#: A heading that is longer than this (in characters) stands in two lines, so that its figures need not be as wide.
_HEAD = 13
#: Columns of words that are wider than this (in characters) hold names or sentences; they give way down to it when the
#: grid has less room.
WORDS = 14


class Tone(Enum):
    """What a cell is to the one who types: open, open with a computed figure in it, computed or closed, or holding what
    was refused."""

    TYPED = "typed"
    DERIVED = "derived"
    CLOSED = "closed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Computed:
    """What the program has to say of a cell: the figure that stands there while nothing is typed, its value for sums
    and order, and in `words` where it comes from."""

    text: str = ""
    words: str = ""
    value: Decimal | Fraction | int | None = None


@dataclass(frozen=True, eq=False)
class GridColumn:
    """A column of a grid. With `spec` it is edited there, with `shown` it is computed. `width` in characters.

    With `keys` the cell lives in another row: the one of `table` that has these values, made when it is first typed
    into (a target by year, a figure by period).
    """

    title: str
    spec: Column | None = None
    shown: Shown | None = None
    width: int = 12
    right: bool = False
    help: str = ""
    table: str = ""
    keys: Callable[[Any], dict[str, Any]] | None = None
    #: Why a row has no such value ("" when it has one): its cell stays closed, unless there is something to take out.
    closed: Shown | None = None
    #: The figure that a typed column shows until something is typed over it, and the words of a cell of any column.
    computed: Callable[[Any], Computed | None] | None = None
    #: Goes to where a closed cell of a row is typed; False when that is nowhere.
    elsewhere: Callable[[Any], bool] | None = None
    #: Goes to what a computed figure of a row is made of; False when there is nothing to go to.
    origin: Callable[[Any], bool] | None = None
    #: The narrow column that names the row; of wide ones the first does.
    name: bool = False

    @cached_property
    def to_right(self) -> bool:
        """Figures stand at the right, under each other."""
        return self.right or (self.spec is not None and self.spec.kind in _NUMBERS)

    @cached_property
    def wraps(self) -> bool:
        """Words go on in the next line; figures and dates are never broken."""
        return not self.to_right and not (self.spec is not None and self.spec.kind in (Kind.TANGGAL, Kind.YATIDAK))

    @cached_property
    def names_row(self) -> bool:
        """Tells which row this is: stays in sight, with what stands before it, while the others scroll."""
        return self.name or (self.wraps and self.width > WORDS)

    @cached_property
    def check(self) -> bool:
        """A yes or no, as a box to tick."""
        return self.spec is not None and self.spec.kind is Kind.YATIDAK

    @cached_property
    def heading(self) -> str:
        """The title as it stands in the header."""
        return broken(self.title)


def broken(title: str) -> str:
    """A long title in two lines, broken at the space nearest to its middle."""
    spaces = [i for i, c in enumerate(title) if c == " "]
    if len(title) <= _HEAD or not spaces:
        return title
    at = min(spaces, key=lambda i: abs(i - len(title) / 2))
    return f"{title[:at]}\n{title[at + 1 :]}"


@dataclass
class Source:
    """Where the rows of a grid come from, and how a new one is made (None = no rows can be added)."""

    table: str
    rows: Callable[[Snapshot, int], Sequence[Row]]
    new_values: Callable[[int], dict[str, Any]] | None = None
    #: Other tables whose change makes the computed columns differ.
    also: tuple[str, ...] = field(default_factory=tuple)
    #: All that the cells of a row are made of beside the row: while these objects are the same ones, so are the cells.
    #: Without it every cell is made anew after every step.
    basis: Callable[[Any], tuple[object, ...]] | None = None


def side_of(column: GridColumn) -> Qt.AlignmentFlag:
    """How the cells and the heading of a column stand."""
    if column.check:
        return Qt.AlignmentFlag.AlignCenter
    side = Qt.AlignmentFlag.AlignRight if column.to_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
