"""When a draft of what is being typed is kept: once the hand rests, and now and then while it does not."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

#: A draft is kept when the hand rests so long, and while it does not rest, so often.
PAUSE_MS, MOST_MS = 1200, 4000


class DraftTimer(QTimer):
    """Times out for the draft; `typed` is to be called at every key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(PAUSE_MS)
        self.most = MOST_MS
        self._since = QElapsedTimer()  # since the first key that no draft holds yet

    def typed(self) -> None:
        """A key was typed."""
        if not self.isActive():
            self._since.start()
        if not self.isActive() or self._since.elapsed() < self.most:
            self.start()
