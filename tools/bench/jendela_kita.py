"""Our start: the whole program on a data file, which tells when its window was painted and goes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from tools.bench.jendela_kosong import lukis
from ui.app import aplikasi, jalan


class Lukis(QObject):
    """Waits for the first paint of any main window."""

    sudah = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (the hook of Qt)
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow) and not self.sudah:
            self.sudah = True
            QTimer.singleShot(0, lukis)
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    app, saring = aplikasi(), Lukis()
    app.installEventFilter(saring)
    sys.exit(jalan(Path(sys.argv[1])))
