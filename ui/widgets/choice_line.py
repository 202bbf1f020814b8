"""A choice in a cell: a line whose typed words narrow a list, taken with Enter or Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

_SHOWN = 8
_VALUE = Qt.ItemDataRole.UserRole


class ChoiceLine(QLineEdit):
    """`choices` are (value, words). While nothing is typed all are offered; the list never takes the keys.

    `picked` tells that an entry was clicked.
    """

    picked = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)
        self._value = value
        # A child of the window, not a window: on every desktop it stays by its cell and the keys stay in the line.
        self.list = QListWidget(parent.window())
        self.list.setAccessibleName("Pilihan")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.hide()
        self.list.itemClicked.connect(self._click)
        self.setText(next((words for v, words in self._choices if v and v == value), ""))
        self.textEdited.connect(lambda _text: self._offer())
        self.destroyed.connect(self.list.deleteLater)

    def value(self) -> str | None:
        """The value of the marked entry; None when nothing fits what was typed."""
        row = self.list.currentRow()
        return None if row < 0 else str(self.list.item(row).data(_VALUE))

    @property
    def settled(self) -> bool:
        """True when the words in the line are exactly an entry: leaving the cell may take it."""
        return any(_plain(self.text()) == _plain(words) for value, words in self._choices if value)

    def show_choices(self) -> None:
        """Offer all entries, the present one marked."""
        self._fill(self._choices)
        at = next((i for i, (v, _) in enumerate(self._choices) if v == self._value), -1)
        self.list.setCurrentRow(at)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _SHOWN, Qt.Key.Key_PageUp: -_SHOWN}
        by = steps.get(Qt.Key(event.key()))
        if by is None or not self.list.count():
            super().keyPressEvent(event)
            return
        row = min(max(0, self.list.currentRow() + by), self.list.count() - 1)
        self.list.setCurrentRow(row)
        item = self.list.item(row)
        self.setText(item.text() if item.data(_VALUE) else "")
        self.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        self.list.hide()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.list.isVisible():
            self._place()
        return super().event(event)

    def _offer(self) -> None:
        typed = _plain(self.text())
        if not typed:
            self._fill(self._choices)
            self.list.setCurrentRow(next((i for i, (v, _) in enumerate(self._choices) if not v), -1))
        else:
            # An exact entry first, then those that begin so, then those with a word that begins so, then the rest.
            ranked = sorted(
                ((_rank(typed, words), i) for i, (value, words) in enumerate(self._choices) if value),
            )
            self._fill([self._choices[i] for rank, i in ranked if rank < _NOT])
            self.list.setCurrentRow(0 if self.list.count() else -1)
        self._place()

    def _fill(self, choices: Sequence[tuple[str, str]]) -> None:
        self.list.clear()
        for value, words in choices:
            item = QListWidgetItem(words)
            item.setData(_VALUE, value)
            item.setToolTip(words)
            self.list.addItem(item)

    def _place(self) -> None:
        """Below the line, or above it where there is more room; as wide as its words up to half of the window."""
        rows = min(self.list.count(), _SHOWN)
        window = self.list.parentWidget()
        if not rows or window is None:
            self.list.hide()
            return
        tall = rows * max(1, self.list.sizeHintForRow(0)) + 2 * self.list.frameWidth() + 2
        bar = self.list.verticalScrollBar().sizeHint().width() if self.list.count() > rows else 0
        wide = max(self.width(), min(self.list.sizeHintForColumn(0) + bar + 12, window.width() // 2))
        at = self.mapTo(window, QPoint(0, self.height()))
        if at.y() + tall > window.height() and at.y() - self.height() - tall >= 0:
            at.setY(at.y() - self.height() - tall)
        at.setX(max(0, min(at.x(), window.width() - wide)))
        self.list.setGeometry(at.x(), at.y(), wide, tall)
        self.list.show()
        self.list.raise_()

    def _click(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.picked.emit()


_NOT = 9


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _rank(typed: str, words: str) -> int:
    """How well an entry fits what was typed: 0 exactly, `_NOT` not at all."""
    full = _plain(words)
    if typed in (full, full.split(" (")[0]):
        return 0
    if full.startswith(typed):
        return 1
    if any(word.startswith(typed) for word in full.split()):
        return 2
    return 3 if all(part in full for part in typed.split()) else _NOT
