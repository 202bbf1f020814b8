"""Small parts that screens and dialogs share: buttons, an input with its label, a folder shown by the system."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTreeWidget, QVBoxLayout, QWidget

from ui.ikon import pasang


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


def enable(part: QWidget, on: bool, reason: str) -> None:
    """Let a button be pressed, or tell by its tooltip and to a screen reader why it cannot be."""
    part.setEnabled(on)
    part.setToolTip("" if on else reason)
    part.setAccessibleDescription("" if on else reason)


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
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if os.path.isdir(path) else path.parent)))
