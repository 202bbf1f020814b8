"""Our start: the whole program on a data file, which tells when its window was painted and goes."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

gc.disable()  # as main.py does, and in the same order: see ui/__init__.py
import ui.app  # noqa: E402  # isort: skip
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402

from tools.bench.jendela_kosong import lukis  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402


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
