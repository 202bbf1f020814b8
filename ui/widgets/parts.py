"""Small parts that screens and dialogs share: buttons, an input with its label, a folder shown by the system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTreeWidget, QVBoxLayout, QWidget

from ui.ikon import pasang
from ui.widgets.field import Label


class Steady(Label):
    """A label that keeps room for so many lines, for the words `like`, and for the longest that it said until
    `release`: what stands below it does not move."""

    def __init__(self, role: str = "redup", lines: int = 1, like: str = "") -> None:
        super().__init__("", role)
        self._lines, self._like = lines, like
        self._kept: dict[int, int] = {}  # width -> height
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def heightForWidth(self, width: int) -> int:
        self._kept[width] = max(super().heightForWidth(width), self._room(width), self._kept.get(width, 0))
        return self._kept[width]

    def release(self) -> None:
        """Forget what was said before: something else is shown now."""
        self._kept.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_kept"):
            self._kept.clear()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._lines * self.fontMetrics().lineSpacing()))

    def _room(self, width: int) -> int:
        metrics = self.fontMetrics()
        words = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, self._like)
        return max(self._lines * metrics.lineSpacing(), words.height() if self._like else 0)


def button(words: str, icon: str, act: Callable[[], object]) -> QPushButton:
    """A button with a verb."""
    out = QPushButton(words)
    if icon:
        pasang(out, icon)
    out.clicked.connect(lambda: act())
    return out


def icon_button(icon: str, words: str, act: Callable[[], object]) -> QPushButton:
    """A flat button with an icon; its words are the tooltip and what a screen reader says."""
    out = QPushButton()
    pasang(out, icon)
    out.setProperty("polos", True)
    out.setToolTip(words)
    out.setAccessibleName(words)
    out.clicked.connect(lambda: act())
    return out


def buttons(*parts: QWidget) -> QWidget:
    """Buttons beside each other, at the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return holder


def labelled(words: str, widget: QWidget) -> QWidget:
    """An input with its label above it, as its buddy."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(3)
    label = QLabel(words)
    label.setProperty("peran", "label")
    label.setBuddy(widget)
    widget.setAccessibleName(words.replace("&", ""))
    box.addWidget(label)
    box.addWidget(widget)
    return holder


def fit_rows(tree: QTreeWidget, most: int) -> None:
    """Make a list as tall as its rows, `most` of them at once; an empty one is hidden: words stand in its place."""
    rows = tree.topLevelItemCount()
    tree.setVisible(rows > 0)
    height = max(tree.sizeHintForRow(0), tree.fontMetrics().height())
    # One row more than there is: room for a scroll bar below.
    tree.setFixedHeight(tree.header().sizeHint().height() + height * (min(rows, most) + 1) + 2 * tree.frameWidth())


def open_folder(path: Path | None) -> None:
    """Show a folder in the file manager of the system."""
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
