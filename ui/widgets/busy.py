"""A small notice over a page that is being built, with the way to end that; it comes only when it takes long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.widgets.field import Label

_PATIENCE_MS, _MARGIN = 900, 12


class Busy(QFrame):
    """`begin` when the work begins (again), `end` when it is over; `cancelled` when the user has enough."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kartu", True)
        self.setAutoFillBackground(True)
        self.words = Label("Menyusun halaman…", "", wrap=False)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(70)
        bar.setAccessibleName("Sedang menyusun halaman")
        self.stop = QPushButton("Batalkan")
        self.stop.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        for part in (self.words, bar, self.stop):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._come)
        parent.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """The work begins, or begins anew."""
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """The work is over."""
        self._timer.stop()
        self.hide()

    def _come(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        parent = self._over
        self.adjustSize()
        self.resize(min(self.width(), parent.width()), self.height())
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
