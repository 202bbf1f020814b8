"""The row that looks for words on the pages of the preview."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.bridge import Bridge
from ui.widgets.page_view import PageView
from ui.widgets.tool import tool

_PAUSE_MS, _TRACK = 300, "cari halaman"


class PageSearch(QWidget):
    """Hidden until `open_`; words are looked for in the background and marked on the pages. `left` asks to close."""

    left = Signal()

    def __init__(self, bridge: Bridge, pages: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._pages = bridge, pages
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Cari pada halaman…")
        self.line.setAccessibleName("Cari pada halaman")
        self.line.returnPressed.connect(lambda: self._step(1))
        self.line.textChanged.connect(lambda: self._timer.start())
        self.count = QLabel("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addWidget(tool("naik", "Temuan sebelumnya", lambda: self._step(-1)))
        row.addWidget(tool("bawah", "Temuan berikutnya (Enter)", lambda: self._step(1)))
        self.hide()

    def open_(self, shown: bool) -> None:
        """Come or go."""
        self.setVisible(shown)
        if shown:
            self.line.setFocus()
            self.line.selectAll()
            self.look()
        else:
            self._pages.show_finds(())
            self.count.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def look(self, go: bool = True) -> None:
        """Mark the words on all pages, and `go` to the first from here on."""
        words, content, find = self.line.text(), self._pages.paper.content, self._bridge.workspace.cari_teks
        if not words.strip() or not content:
            self._bridge.jobs.cancel(_TRACK)
            self._pages.show_finds(())
            self.count.setText("")
            return
        self._bridge.jobs.run(_TRACK, lambda _o: (content, find(content, words), go), self._found)

    def _found(self, answer: tuple[bytes, Any, bool]) -> None:
        content, places, go = answer
        if content is self._pages.paper.content and not self.isHidden():
            self._pages.show_finds(places, go)
            self._step(0)

    def _step(self, by: int) -> None:
        at, count = self._pages.step_find(by)
        self.count.setText(f"{at}/{count}" if count else "tidak ada")
