"""What stands on a screen of a year while the file has none: what comes first, and the button for it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.view import button_row, card


class NoYear(QWidget):
    """A card; `stand_in` shows it in the place of the parts of a screen."""

    def __init__(self, bridge: Bridge, words: str) -> None:
        super().__init__()
        self._bridge = bridge
        self.make = QPushButton("Buat tahun laporan…")
        self.make.setProperty("utama", True)
        self.make.clicked.connect(bridge.year_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card(Label("Belum ada tahun laporan.", "sub"), Label(words, "redup"), button_row(self.make)))
        box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def stand_in(self, *parts: QWidget) -> bool:
        """Show this instead of `parts` while there is no year; True when it does."""
        missing = not self._bridge.year
        self.setVisible(missing)
        for part in parts:
            part.setVisible(not missing)
        return missing
