"""Automatic backups while the window is open: after opening, now and then, before closing; never in the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from lkjip_desktop.errors import LkjipError
from ui.bridge import Bridge

_EVERY_MS = 60_000
_AFTER_OPENING_MS = 5_000


class BackupWatch(QObject):
    """Asks the workspace in the background; a backup that fails is told of once and does not stop any work."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._now_and_then)
        self._timer.start()
        bridge.opened.connect(self._opened)
        QTimer.singleShot(_AFTER_OPENING_MS, self, self._opened)

    def before_closing(self) -> None:
        """A last backup, on this thread: the window waits the moment that it takes."""
        self._timer.stop()
        try:
            self._bridge.workspace.cadangkan_otomatis("tutup")
        except LkjipError as galat:
            self._failed(galat)

    def _opened(self) -> None:
        self._told = False
        workspace = self._bridge.workspace
        if self._timer.isActive():
            self._bridge.jobs.run("cadangan", lambda _o: workspace.cadangkan_otomatis("buka"), _nothing, self._failed)

    def _now_and_then(self) -> None:
        workspace = self._bridge.workspace
        self._bridge.jobs.run("cadangan", lambda _o: workspace.cadangkan_bila_perlu(), _nothing, self._failed)

    def _failed(self, galat: LkjipError) -> None:
        if not self._told:
            self._told = True
            self._bridge.told.emit(f"Cadangan otomatis belum berhasil. {galat}", True)


def _nothing(_answer: object) -> None:
    """A backup that was made needs no word."""
