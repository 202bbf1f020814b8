"""In which order the rows of a grid stand, and which of them are shown; the file does not change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lkjip_desktop.core.baca import baca_angka
from lkjip_desktop.core.schema import Kind, Row
from ui.widgets.grid_column import GridColumn


class Arrangement:
    """Sorted by one column, filtered by words. As in a spreadsheet, what is typed afterwards moves and hides nothing:
    rows are arranged when that is asked for, and else stay where they are.

    `text` and `figure` tell what a cell shows, as words and as a number, `value` what is stored in it.
    """

    def __init__(
        self,
        columns: Sequence[GridColumn],
        text: Callable[[Row, GridColumn], str],
        figure: Callable[[Row, GridColumn], Decimal | Fraction | int | None],
        value: Callable[[Row, GridColumn], Any],
    ) -> None:
        self._columns = columns
        self._text = text
        self._figure = figure
        self._value = value
        self._by: tuple[int, bool] = (-1, False)
        self._words = ""
        self._hidden: set[str] = set()
        self._own: list[str] = []  # ids in the order of the file

    @property
    def active(self) -> bool:
        """True while the rows stand in another order than their own, or some are hidden."""
        return self._by[0] >= 0 or bool(self._words)

    def sort_by(self, column: int, down: bool) -> None:
        """Order by a column; -1 for the rows' own order."""
        self._by = (column, down)

    def show_only(self, words: str) -> None:
        """Rows with a cell that holds these words; "" for all."""
        self._words = " ".join(words.casefold().split())

    def arranged(self, rows: Sequence[Row]) -> list[Row]:
        """The rows to show, by what they hold now."""
        shown = list(rows)
        self._own = [r.id for r in rows]
        if self._words:
            shown = [r for r in rows if any(self._words in self._text(r, c).casefold() for c in self._columns)]
        self._hidden = set(self._own).difference(r.id for r in shown)
        at, down = self._by
        if 0 <= at < len(self._columns):
            column = self._columns[at]
            known = [r for r in shown if self._text(r, column)]
            empty = [r for r in shown if not self._text(r, column)]
            shown = sorted(known, key=lambda r: self._key(r, column), reverse=down) + empty
        return shown

    def in_place(self, rows: Sequence[Row], shown: Sequence[Row]) -> list[Row]:
        """The rows as they stand, with what they hold now; new ones at the end."""
        ids = [r.id for r in rows]
        # A row that was shown before it was stored has another id since, and stands at the same place in the file.
        stored = dict(zip(self._own, ids, strict=True)) if len(ids) == len(self._own) else {}
        self._own = ids
        if not self.active:
            return list(rows)
        left = {r.id: r for r in rows}
        at = [r.id if r.id in left else stored.get(r.id, "") for r in shown]
        return [left.pop(i) for i in at if i in left] + [r for i, r in left.items() if i not in self._hidden]

    def _key(self, row: Row, column: GridColumn) -> tuple[int, Any, str]:
        """Numbers before words, each in their own order; a printed number sorts as a number."""
        if column.spec is not None and (figure := self._figure(row, column)) is not None:
            return 0, figure, ""
        if column.spec is not None and column.spec.kind is Kind.TANGGAL:
            return 0, 0, str(self._value(row, column))
        text = self._text(row, column)
        number = baca_angka(text).nilai
        return (0, number, "") if number is not None else (1, 0, text.casefold())
