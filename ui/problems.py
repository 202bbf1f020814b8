"""What is not in order in the year on screen, looked at off the GUI thread and shared by all who show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Jobs

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem
    from lkjip_desktop.workspace import Workspace

_PAUSE_MS = 250


class ProblemSource(QObject):
    """`found` are the problems of the last look, gravest first; `fresh` says that it was at the rows of now.

    Nobody pays for it before the first `ask`. From then on every step leads to another look after a short pause.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], tuple[Workspace, int]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._asked = False
        self.found: tuple[Problem, ...] = ()
        self.fresh = False
        self._jobs = Jobs(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)

    def ask(self) -> None:
        """Have the problems looked for, unless they are known; `changed` tells when they are there."""
        if not self._asked or not self.fresh:
            self._asked = True
            self._timer.start()  # not before the screen that asks is painted

    def spoil(self) -> None:
        """The rows or the year changed."""
        self.fresh = False
        if self._asked:
            self._timer.start()

    def close(self) -> None:
        """End the work in the background."""
        self._timer.stop()
        self._jobs.close(0)  # it reads frozen rows only, so nobody has to wait for it

    def _look(self) -> None:
        self._timer.stop()
        workspace, year = self._now()
        if not year:
            self._take(())
            return
        self._jobs.run("periksa", lambda _overtaken: workspace.periksa(year), self._take, lambda _e: self._take(()))

    def _take(self, found: tuple[Problem, ...]) -> None:
        self.found = found
        self.fresh = not self._timer.isActive()
        self.changed.emit()


def counted(problems: tuple[Problem, ...]) -> tuple[int, int]:
    """How many errors and warnings there are; what is not due yet is neither."""
    return sum(p.level == "kesalahan" for p in problems), sum(p.level == "peringatan" for p in problems)
