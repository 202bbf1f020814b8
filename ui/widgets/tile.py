"""A number that matters, on a card that leads to its place."""

from __future__ import annotations

from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.field import Label
from ui.widgets.pressable import Pressable
from ui.widgets.status import Pill


class Tile(Pressable):
    """Title, big value, a word below."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kartu", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title = title
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(2)
        box.addWidget(Label(title, "redup"))
        self.value = Label("–", "besar", wrap=False)
        box.addWidget(self.value)
        self.pill = Pill(parent=self)
        self.pill.hide()
        box.addWidget(self.pill)
        self.words = Label("", "bantuan")
        box.addWidget(self.words)
        box.addStretch(1)

    def show_value(self, value: str, words: str = "", pill: str = "", role: str = "netral") -> None:
        self.value.setText(value)
        self.words.setText(words)
        self.words.setVisible(bool(words) or not pill)
        self.pill.show_text(pill, role)
        self.pill.setVisible(bool(pill))
        self.setAccessibleName(f"{self._title}: {value}. {pill} {words}".strip())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setToolTip("Buka")
        super().enterEvent(event)
