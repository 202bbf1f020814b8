"""Our start: the whole program on a data file, gone after the first paint of its window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.app import aplikasi, jalan


class Lukis(QObject):
    """Ends the program after the first paint of any main window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (the hook of Qt)
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, QApplication.exit)
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    app, lukis = aplikasi(), Lukis()
    app.installEventFilter(lukis)
    sys.exit(jalan(Path(sys.argv[1])))
