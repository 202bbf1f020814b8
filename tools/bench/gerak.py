"""What a user does in the window, in processor time of the GUI thread, as ratios to a plain form made and shown."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import ui.app  # isort: skip  (first, as main.py does: see ui/__init__.py)
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QStackedWidget, QWidget

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.workspace import Workspace
from ui.main_window import MainWindow
from ui.screens import SCREENS
from ui.tema import tema

_FIELDS = 30  # of the plain form
_TIMES = 3


def tunggu(ms: int) -> None:
    """Let the window work on: what comes later must not be counted for what is measured next."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def ukur(act: Callable[[], object]) -> float:
    """Processor seconds of this thread until the window shows what `act` did."""
    start = time.thread_time()
    act()
    QApplication.processEvents()
    return time.thread_time() - start


def polos(window: QStackedWidget) -> float:
    """The unit: a plain form in a plain window, made, shown and painted."""

    def show() -> None:
        page = QWidget()
        form = QFormLayout(page)
        for n in range(_FIELDS):
            form.addRow(f"Isian {n}", QLineEdit(str(n)))
        window.addWidget(page)
        window.setCurrentWidget(page)

    return ukur(show)


def main(path: Path) -> None:
    """Print one line of every deed: UKUR, its name, its ratio to the plain form."""
    ui.app.aplikasi()
    plain = QStackedWidget()
    plain.resize(1366, 768)
    plain.show()
    polos(plain)
    unit = statistics.median(polos(plain) for _ in range(5))
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = MainWindow(Workspace.buka(path), settings)
    window.resize(1366, 768)
    window.show()
    tunggu(1500)

    def tell(name: str, seconds: float) -> None:
        print(f"UKUR {seconds / unit:.2f} {name}", flush=True)

    for screen in SCREENS[1:]:
        tell(f"first show of {screen.key}", ukur(lambda key=screen.key: window.show_screen(key)))  # type: ignore[misc]
        tunggu(300)

    workspace, year = window.bridge.workspace, window.bridge.year
    row = workspace.snapshot.where(IndikatorTahun, tahun=year)[-1]
    Workspace.siapkan()
    figures = iter(range(1, 10_000))

    def edit() -> None:
        workspace.lakukan(Ubah("indikator_tahun", row.id, {"realisasi": Decimal(next(figures))}))

    def repeated(name: str, *acts: Callable[[], object]) -> None:
        times = []
        for _ in range(_TIMES):
            for act in acts:
                times.append(ukur(act))
                tunggu(150)
        tell(name, statistics.median(times))

    for key in ("beranda", "sasaran", "realisasi"):
        window.show_screen(key)
        tunggu(500)
        repeated(f"edit to painted on {key}", edit)
        repeated(f"another year on {key}", *(lambda y=y: window.bridge.set_year(y) for y in workspace.tahun()[-2:]))
        repeated(f"zoom step on {key}", lambda: tema().atur_zoom(110), lambda: tema().atur_zoom(100))
        repeated(f"other theme on {key}", lambda: tema().paksa(True), lambda: tema().paksa(False))
    sys.stdout.flush()
    os._exit(0)  # nothing of what would follow is measured


if __name__ == "__main__":
    main(Path(sys.argv[1]))
