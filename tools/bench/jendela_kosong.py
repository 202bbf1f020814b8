"""The floor of a start: a bare PySide6 window, which tells when it was painted and goes."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def lukis() -> None:
    """Say when the first paint was, and how much processor time it took up to then."""
    print(f"LUKIS {time.monotonic():.6f} {time.process_time():.6f}", flush=True)
    QApplication.exit()


class Lukis(QObject):
    """Waits for the first paint of the watched window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (the hook of Qt)
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lukis)
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    app = QApplication(sys.argv)
    jendela, saring = QMainWindow(), Lukis()
    jendela.resize(1366, 768)
    jendela.installEventFilter(saring)
    jendela.show()
    sys.exit(app.exec())
