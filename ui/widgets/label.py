"""Words on a screen: plain labels, and those that keep their room so that nothing moves below them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget


class Label(QLabel):
    """A wrapped label whose text is never markup."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, wrap: bool = True) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("peran", role)


class Steady(Label):
    """A label that keeps room for so many lines, for the words `like`, and for the longest that it said until
    `release`: what stands below it does not move."""

    def __init__(self, role: str = "redup", lines: int = 1, like: str = "") -> None:
        super().__init__("", role)
        self._lines, self.like = lines, like
        self._kept: dict[int, int] = {}  # width -> height
        self._measured: dict[int, tuple[str, str]] = {}  # width -> the words that this height knows of
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def heightForWidth(self, width: int) -> int:
        # Qt asks those of all hidden screens too, whenever another one is shown.
        words = self.text(), self.like
        if self._measured.get(width) != words:
            self._measured[width] = words
            self._kept[width] = max(super().heightForWidth(width), self._room(width), self._kept.get(width, 0))
        return self._kept[width]

    def release(self) -> None:
        """Forget what was said before: something else is shown now."""
        self._forget()
        self.updateGeometry()

    def _forget(self) -> None:
        self._kept.clear()
        self._measured.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_measured"):
            self._forget()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._lines * self.fontMetrics().lineSpacing()))

    def _room(self, width: int) -> int:
        metrics = self.fontMetrics()
        words = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, self.like)
        return max(self._lines * metrics.lineSpacing(), words.height() if self.like else 0)
