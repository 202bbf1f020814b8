"""Long work of a screen: a line that says what goes on, how far it has come, and a button that stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.errors import Dibatalkan, LkjipError
from ui.bridge import Bridge
from ui.jobs import Jobs
from ui.widgets.field import Label
from ui.widgets.written import WrittenFile

#: Tells what is being done and how far it is; raises Dibatalkan when the user wants to stop.
Report = Callable[[str, int, int], None]


class WorkBar(QWidget):
    """One job at a time, in a thread of its own, so that preview and checks go on meanwhile."""

    _progress = Signal(str, int, int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._stop = threading.Event()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Kemajuan pekerjaan")
        self.bar.setTextVisible(False)
        self.cancel = QPushButton("Batalkan")
        self.cancel.clicked.connect(self._cancel)
        self.words = Label("", "redup")
        self.after = WrittenFile()
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(row)
        box.addWidget(self.words)
        box.addWidget(self.after)
        self._busy(False)
        self._progress.connect(self._show)
        bridge.closing.connect(self.close_jobs)

    @property
    def busy(self) -> bool:
        """True while a job is under way."""
        return self._running

    def run(
        self,
        words: str,
        job: Callable[[Report], Any],
        done: Callable[[Any], str],
        failed: Callable[[LkjipError], None] | None = None,
        cancel: bool = True,
        written: Callable[[Any], Path | None] | None = None,
    ) -> None:
        """Do `job` in the background; `done` gives the sentence that is shown after it, `written` what it wrote, which
        is then offered to be opened."""
        if self._running:
            self.say("Tunggu sampai pekerjaan yang sedang berjalan selesai.", bad=True)
            return
        stop = self._stop = threading.Event()
        self._busy(True, cancel)
        self.say(words)

        def report(what: str, n: int, of: int) -> None:
            if stop.is_set():
                raise Dibatalkan("Dibatalkan; tidak ada yang ditinggalkan.")
            self._progress.emit(what, n, of)

        def finished(answer: Any) -> None:
            self._busy(False)
            self.say(done(answer))
            if written is not None and (path := written(answer)) is not None:
                self.after.show_file(path)

        def refused(galat: LkjipError) -> None:
            self._busy(False)
            self.say(str(galat), bad=not isinstance(galat, Dibatalkan))
            if failed is not None:
                failed(galat)

        self._jobs.run("kerja", lambda _overtaken: job(report), finished, refused)

    def say(self, sentence: str, bad: bool = False) -> None:
        """What stands below the bar."""
        self.words.setText(f"⚠ {sentence}" if bad else sentence)
        self.words.setVisible(bool(sentence))
        self.after.forget()
        self.setVisible(self._running or bool(sentence))

    def forget(self) -> None:
        """Say nothing more of work that is over."""
        if not self._running:
            self.say("")

    def close_jobs(self) -> None:
        """Stop what goes on and wait for its end."""
        self._stop.set()
        self._jobs.close()
        self._jobs = Jobs(self)
        if self._running:
            self._busy(False)
            self.say("")  # nobody will say how it ended

    def _busy(self, on: bool, cancel: bool = True) -> None:
        self._running = on
        self.setVisible(on or bool(self.words.text()))
        self.bar.setVisible(on)
        self.cancel.setVisible(on and cancel)
        self.cancel.setEnabled(on)
        self.bar.setRange(0, 0)

    def _show(self, what: str, n: int, of: int) -> None:
        if self._running:
            self.bar.setRange(0, max(0, of))
            self.bar.setValue(n)
            self.words.setText(f"{what}…")

    def _cancel(self) -> None:
        self._stop.set()
        self.cancel.setEnabled(False)
        self.words.setText("Menghentikan…")
