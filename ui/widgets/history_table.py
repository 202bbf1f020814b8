"""A small read-only table of words: the years of an indicator, lists of results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

#: A column wider than so many characters holds names: they go on in the next line where the table has less room.
_NAMES = 18
#: The least width of such a column, in characters.
_LEAST = 12


class WordTable(QTableWidget):
    """Rows of texts; as tall as its rows. What is left of the width goes to column `stretch`, -1 makes all alike wide;
    where the width does not suffice, long words wrap: nothing is cut."""

    def __init__(self, name: str, titles: Sequence[str], stretch: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(0, len(titles), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(titles))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(mode.Fixed if stretch >= 0 else mode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._stretch = stretch

    def fill(self, rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
        """Show these rows; `right` are the columns set to the right."""
        self.setRowCount(len(rows))
        for j in right:
            if (header := self.horizontalHeaderItem(j)) is not None:
                header.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                item = QTableWidgetItem(text)
                if j in right:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(i, j, item)
        self._fit()

    def set_right(self, row: int, columns: Sequence[int]) -> None:
        """Set some cells of a row to the right: figures among words."""
        for j in columns:
            if (item := self.item(row, j)) is not None:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        """As wide as its place and as tall as its rows, in the font and with the frame that the style gives."""
        if self._stretch >= 0:
            for j, width in enumerate(self._widths(self.viewport().width())):
                self.setColumnWidth(j, width)
        least = round(self.fontMetrics().height() * 1.8)
        around = (least - self.fontMetrics().height()) // 2
        tall = 0
        for i in range(self.rowCount()):
            height = max(least, self.sizeHintForRow(i) + around)
            self.setRowHeight(i, height)
            tall += height
        top = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(top + max(least, tall) + 2 * self.frameWidth() + 2)

    def _wish(self, column: int) -> int:
        """How wide a column would be in one line."""
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        texts = [item.text() for i in range(self.rowCount()) if (item := self.item(i, column)) is not None]
        words = max((metrics.horizontalAdvance(line) for t in texts for line in t.split("\n")), default=0)
        return max(header.sectionSizeHint(column), words + metrics.horizontalAdvance("0") + 6)

    def _longest_word(self, column: int) -> int:
        """What no line can be narrower than; a word longer than a third of a screen may be broken."""
        metrics = self.fontMetrics()
        em = metrics.horizontalAdvance("0")
        texts = [item.text() for i in range(self.rowCount()) if (item := self.item(i, column)) is not None]
        words = {word for text in texts for word in text.split()}
        return min(20 * em, max((metrics.horizontalAdvance(w) for w in words), default=0) + em + 6)

    def _widths(self, room: int) -> list[int]:
        """Short columns as wide as they wish; those of names share what is left, or wrap in it."""
        metrics = self.fontMetrics()
        em = metrics.horizontalAdvance("0")
        widths = [self._wish(j) for j in range(self.columnCount())]
        names = [j for j, w in enumerate(widths) if w > _NAMES * em]
        left = room - sum(w for j, w in enumerate(widths) if j not in names)
        if names and sum(widths[j] for j in names) > left:
            least = {j: min(widths[j], max(_LEAST * em, self._longest_word(j))) for j in names}
            if (together := sum(least.values())) > left:  # no room even for words: figures stay whole
                least = {j: max(1, w * left // together) for j, w in least.items()}
            more = max(0, left - sum(least.values()))
            slack = max(1, sum(widths[j] - least[j] for j in names))
            for j in names:
                widths[j] = least[j] + more * (widths[j] - least[j]) // slack
        widths[self._stretch] += max(0, room - sum(widths))
        return widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
