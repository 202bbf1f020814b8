"""Our start: the whole program on a data file, which tells when its window was painted and goes."""

from __future__ import annotations

import sys
from pathlib import Path

import ui.app  # isort: skip  (first, as main.py does: see ui/__init__.py)
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from tools.bench.jendela_kosong import lukis
from ui.main_window import MainWindow


class Jendela(MainWindow):
    """The window itself; a filter over all events would be paid for by this program and not by the bare one."""

    sudah = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (the hook of Qt)
        super().paintEvent(event)
        if not self.sudah:
            self.sudah = True
            QTimer.singleShot(0, lukis)


if __name__ == "__main__":
    ui.app.MainWindow = Jendela  # type: ignore[attr-defined]  # the program makes it as it makes its own
    sys.exit(ui.app.jalan(Path(sys.argv[1])))
