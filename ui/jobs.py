"""Work off the GUI thread: on each track only the newest job counts, and its answer comes back on the GUI thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from lkjip_desktop.errors import LkjipError

#: How long the worker may keep Python to itself while the window waits.
_SWITCH_S = 0.0005
Job = Callable[[Callable[[], bool]], Any]


class Jobs(QObject):
    """Runs jobs one after the other in a worker thread of its own.

    A job is called with a function that tells whether it was overtaken; it may look at it and return early. The
    answer of an overtaken job is dropped. A LkjipError goes to `gagal` (or is dropped without one); any other
    exception is raised again on the GUI thread, where the crash dialog sees it.

    The GUI thread holds on to every job and its answers until the worker has let go of them: what they close over
    are widgets, and a widget whose last reference dies on another thread takes the program with it.
    """

    _answer = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: dict[str, int] = {}
        self._queue: SimpleQueue[tuple[str, int, int, Job] | None] = SimpleQueue()
        self._serial = 0
        self._held: dict[int, tuple[Job, Callable[[Any], None], Callable[[LkjipError], None] | None]] = {}
        self._thread: threading.Thread | None = None
        self._closed = False
        self._answer.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        track: str,
        job: Job,
        selesai: Callable[[Any], None],
        gagal: Callable[[LkjipError], None] | None = None,
    ) -> None:
        """Run `job`; a waiting or running job of the same track is overtaken by it."""
        if self._closed:
            return
        if self._thread is None:
            # A build in the background then holds typing up by some 6 ms at most instead of 16.
            sys.setswitchinterval(_SWITCH_S)
            # Daemon: a build that hangs must not keep the program alive after its window is gone.
            self._thread = threading.Thread(target=self._work, name="kerja-latar", daemon=True)
            self._thread.start()
        number = self._newest.get(track, 0) + 1
        self._newest[track] = number
        self._serial += 1
        self._held[self._serial] = (job, selesai, gagal)
        self._queue.put((track, number, self._serial, job))

    def cancel(self, track: str) -> None:
        """Forget what the track is working at."""
        self._newest[track] = self._newest.get(track, 0) + 1

    def close(self, tunggu: float = 10.0) -> None:
        """Cancel everything and wait for the worker, at most `tunggu` seconds."""
        self._closed = True
        for track in list(self._newest):
            self.cancel(track)
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(tunggu)
            self._thread = None

    def _work(self) -> None:
        while (item := self._queue.get()) is not None:
            track, number, serial, job = item
            del item

            def overtaken(track: str = track, number: int = number) -> bool:
                return self._newest.get(track) != number

            answer: object = None
            if not overtaken():
                try:
                    answer = job(overtaken)
                except Exception as galat:  # noqa: BLE001  (carried to the GUI thread, where it is shown or raised)
                    answer = _Failure(galat)
            del job  # before the GUI thread hears of it and lets go
            if not self._closed:
                self._answer.emit((track, number, serial, answer))

    def _deliver(self, parcel: tuple[str, int, int, object]) -> None:
        track, number, serial, answer = parcel
        _, selesai, gagal = self._held.pop(serial)
        if self._newest.get(track) != number:
            return
        if not isinstance(answer, _Failure):
            selesai(answer)
        elif isinstance(answer.galat, LkjipError):
            if gagal is not None:
                gagal(answer.galat)
        else:
            raise answer.galat


class _Failure:
    """An exception on its way to the GUI thread."""

    def __init__(self, galat: Exception) -> None:
        self.galat = galat
