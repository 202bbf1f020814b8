"""The floor of a start: a bare PySide6 window, gone after its first paint."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Lukis(QObject):
    """Ends the program after the first paint of the watched window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (the hook of Qt)
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.exit)
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    jendela, lukis = QMainWindow(), Lukis()
    jendela.resize(1366, 768)
    jendela.installEventFilter(lukis)
    jendela.show()
    sys.exit(app.exec())
