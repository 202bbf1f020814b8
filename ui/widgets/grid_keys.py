"""Where a key leads in a grid of cells."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

#: Arrow keys as steps: rows down, columns to the right.
ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}

_MOVE = QAbstractItemView.CursorAction
#: Keys that make a block grow together with Shift.
WALKS: dict[int, QAbstractItemView.CursorAction] = {
    Qt.Key.Key_Up: _MOVE.MoveUp,
    Qt.Key.Key_Down: _MOVE.MoveDown,
    Qt.Key.Key_Left: _MOVE.MoveLeft,
    Qt.Key.Key_Right: _MOVE.MoveRight,
    Qt.Key.Key_Home: _MOVE.MoveHome,
    Qt.Key.Key_End: _MOVE.MoveEnd,
    Qt.Key.Key_PageUp: _MOVE.MovePageUp,
    Qt.Key.Key_PageDown: _MOVE.MovePageDown,
}


def leave(table: QTableView, forward: bool) -> None:
    """Give the focus to what comes after or before a table. While Tab walks its cells, Qt answers the wish to leave by
    pressing Tab in the table again, without end."""
    table.setTabKeyNavigation(False)
    table.focusNextPrevChild(forward)
    table.setTabKeyNavigation(True)


def edge(filled: Callable[[int], bool], count: int, at: int, by: int) -> int:
    """From cell `at` of `count` in steps of `by`: the last cell of its filled block, else the next filled cell, else
    the end, as Ctrl with an arrow goes in a spreadsheet."""
    last = count - 1 if by > 0 else 0
    if at == last:
        return at
    if filled(at) and filled(at + by):
        while at != last and filled(at + by):
            at += by
        return at
    at += by
    while at != last and not filled(at):
        at += by
    return at
