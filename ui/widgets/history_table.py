"""A small read-only table of words: the years of an indicator, lists of results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget


class WordTable(QTableWidget):
    """Rows of texts; as tall as its rows. Column `stretch` takes the room that is left, -1 makes all alike wide."""

    def __init__(self, name: str, titles: Sequence[str], stretch: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(0, len(titles), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(titles))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mode = QHeaderView.ResizeMode
        self.horizontalHeader().setSectionResizeMode(mode.ResizeToContents if stretch >= 0 else mode.Stretch)
        if stretch >= 0:
            self.horizontalHeader().setSectionResizeMode(stretch, mode.Stretch)
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
                if len(text) > 24:
                    item.setToolTip(text)
                self.setItem(i, j, item)
        self._fit()

    def set_right(self, row: int, columns: Sequence[int]) -> None:
        """Set some cells of a row to the right: figures among words."""
        for j in columns:
            if (item := self.item(row, j)) is not None:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        """As tall as its rows, in the font and with the frame that the style gives."""
        height = round(self.fontMetrics().height() * 1.8)
        for i in range(self.rowCount()):
            self.setRowHeight(i, height)
        top = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(top + height * max(1, self.rowCount()) + 2 * self.frameWidth() + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
