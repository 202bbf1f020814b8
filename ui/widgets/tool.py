"""A flat button of a tool row: a picture, and its words for the eye that rests on it and for a screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QToolButton

from ui.ikon import pasang


def tool(icon: str, words: str, act: Callable[[], object]) -> QToolButton:
    """The button that does `act`."""
    button = QToolButton()
    pasang(button, icon)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setProperty("polos", True)
    button.clicked.connect(lambda: act())
    return button
