"""What is not in order in the year on screen, looked at off the GUI thread and shared by all who show it."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lkjip_desktop.errors import LkjipError
from ui.jobs import Jobs

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem
    from lkjip_desktop.workspace import Workspace

_PAUSE_MS = 250
#: The setting of the file that holds what was put aside in a year.
_SETTING = "periksa_disembunyikan_{}"


class ProblemSource(QObject):
    """`found` are the problems of the last look, gravest first; `fresh` says that it was at the rows of now. `hidden`
    are those that the office has seen and put aside: no errors, and only until their words change.

    Nobody pays for it before the first `ask`. From then on every step leads to another look after a short pause.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], tuple[Workspace, int]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._asked = False
        self.found: tuple[Problem, ...] = ()
        self.hidden: tuple[Problem, ...] = ()
        self.fresh = False
        #: What was typed and not stored at the last look; no step tells of it.
        self._typed: list[tuple[str, str, str, str, str]] = []
        self._jobs = Jobs(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)

    def ask(self) -> None:
        """Have the problems looked for, unless they are known; `changed` tells when they are there."""
        if not self._asked or not self.fresh or self._typed != _drafts(self._now()[0]):
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
        self._typed = _drafts(workspace)
        if not year:
            self._take(())
            return
        self._jobs.run("periksa", lambda _overtaken: workspace.periksa(year), self._take, lambda _e: self._take(()))

    def put_aside(self, p: Problem, aside: bool) -> str:
        """Count a warning or remark no more, or again; "" when done, else the sentence why not. Goes with the file."""
        if aside and p.level == "kesalahan":
            return "Kesalahan tidak dapat disembunyikan; perbaiki isiannya."
        workspace, year = self._now()
        marks = _marks(workspace, year)
        marks = marks | {_mark(p)} if aside else marks - {_mark(p)}
        try:
            workspace.atur_setelan(_SETTING.format(year), json.dumps(sorted(marks)))
        except LkjipError as galat:
            return str(galat)
        fresh = self.fresh
        self._take(_in_order((*self.found, *self.hidden)))
        self.fresh = fresh
        return ""

    def _take(self, found: tuple[Problem, ...]) -> None:
        workspace, year = self._now()
        marks = _marks(workspace, year) if found else frozenset()
        self.hidden = tuple(p for p in found if p.level != "kesalahan" and _mark(p) in marks)
        self.found = tuple(p for p in found if p not in self.hidden)
        self.fresh = not self._timer.isActive()
        self.changed.emit()


def _drafts(workspace: Workspace) -> list[tuple[str, str, str, str, str]]:
    """What is typed and not stored; nothing where the file cannot be read, as on a disk that is pulled out."""
    with contextlib.suppress(LkjipError):
        return workspace.draf()
    return []


def _marks(workspace: Workspace, year: int) -> frozenset[str]:
    """What was put aside in a year."""
    with contextlib.suppress(LkjipError, ValueError, TypeError):
        return frozenset(map(str, json.loads(workspace.setelan(_SETTING.format(year), "[]"))))
    return frozenset()


def _mark(p: Problem) -> str:
    """Stands for a problem: another wording (another figure) is another problem."""
    words = "|".join((p.aturan, p.tabel, p.kunci, p.kolom, p.teks))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    order = ("kesalahan", "peringatan", "info")
    return tuple(sorted(problems, key=lambda p: order.index(p.level) if p.level in order else len(order)))


def counted(problems: tuple[Problem, ...]) -> tuple[int, int]:
    """How many errors and warnings there are; what is not due yet is neither."""
    return sum(p.level == "kesalahan" for p in problems), sum(p.level == "peringatan" for p in problems)
