"""A link in a line of a page: a button whose words are cut where there is no room, and then told in full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_PAD = 12


class Link(QPushButton):
    """`words` name the place that `act` opens."""

    def __init__(self, words: str, act: Callable[[], None] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = " ".join(words.split())
        self._tip = ""
        self.setProperty("tautan", True)
        self.setAccessibleName(self._words)
        # Aligned left in its layout it is as wide as its words, and narrower where there is no room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if act is not None:
            self.clicked.connect(lambda: act())
        self._fit()

    def words(self) -> str:
        """The words in full."""
        return self._words

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _PAD, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 10, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - _PAD + 4)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        cut = shown != self._words and self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        shown = (shown if cut else self._words).replace("&", "&&")
        if shown != self.text():
            self.setText(shown)
        super().setToolTip("\n".join(x for x in (self._words if cut else "", self._tip) if x))
