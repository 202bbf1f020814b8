"""Ctrl+F over the whole file: words in, places out; Enter leads to the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from lkjip_desktop.core.cari import Kena, cari
from ui.bridge import Bridge
from ui.dialogs import size_for_text
from ui.widgets.field import Label

_PAUSE_MS = 150
_KENA = Qt.ItemDataRole.UserRole


class SearchDialog(QDialog):
    """Stays open beside the window, so that one find after the other can be looked at."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setWindowTitle("Cari di seluruh berkas")
        self.setModal(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._search)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Kata, nama, kode, atau angka")
        self.line.setAccessibleName("Yang dicari")
        self.line.setClearButtonEnabled(True)
        for button in self.line.findChildren(QToolButton):
            button.setAccessibleName("Kosongkan")
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda: self._timer.start())
        self.line.returnPressed.connect(self._first)
        box.addWidget(self.line)
        self.state = Label("Ketik sedikitnya dua huruf.", "redup")
        box.addWidget(self.state)
        self.list = QListWidget()
        self.list.setAccessibleName("Hasil pencarian")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        box.addWidget(self.list, 1)
        size_for_text(self, 560, 460)

    def start(self) -> None:
        """Show the dialog with the words of last time chosen."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus()
        self.line.selectAll()
        if self.line.text():
            self._search()

    def _search(self) -> None:
        words = self.line.text().strip()
        self.list.clear()
        if len(words) < 2:
            self.state.setText("Ketik sedikitnya dua huruf.")
            return
        found = sorted(cari(self._bridge.snapshot, words), key=lambda k: k.tahun not in (None, self._bridge.year))
        for kena in found:
            year = f" ({kena.tahun})" if kena.tahun else ""
            item = QListWidgetItem(f"{kena.tempat}{year}\n{kena.isian}: {kena.cuplikan}", self.list)
            item.setData(_KENA, kena)
        if found:
            self.list.setCurrentRow(0)
        self.state.setText(f"{len(found)} tempat ditemukan." if found else f"“{words}” tidak ditemukan.")

    def _first(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        if (item := self.list.currentItem()) is not None:
            self._go(item)

    def _go(self, item: QListWidgetItem) -> None:
        kena: Kena = item.data(_KENA)
        if kena.tahun and kena.tahun != self._bridge.year and kena.tahun in self._bridge.workspace.tahun():
            self._bridge.set_year(kena.tahun)
        self._bridge.wanted.emit(kena.tabel, kena.kunci, kena.kolom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Up and Down walk through the finds while the cursor stays in the line.
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)
