"""Collects cycles of garbage on the GUI thread only.

Python collects wherever the next allocation happens to be, so also in the worker that builds pages. A cycle that
holds a widget, a pixmap or an icon would then be destroyed off the GUI thread, which ends the program in Qt.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


class Pemulung(QObject):
    """Switches the automatic collection off, and collects by a timer what it would have collected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect every generation that is over its threshold, as the interpreter would."""
        for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if limit and count > limit:
                gc.collect(generation)

    def settle(self) -> None:
        """What is there now stays (modules, rows, the window): full collections need not look at it any more, which
        held the window up for a tenth of a second every few minutes."""
        gc.freeze()

    def renew(self) -> None:
        """Other rows are there, of another file: what the ones before left behind goes once."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Give the collection back to the interpreter."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
