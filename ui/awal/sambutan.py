"""The page of the first start: make a file, open one, or look round in the example."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.ikon import gambar, pasang
from ui.widgets.field import Label

#: What `exec` or `finished` gives, beside 0 for Escape.
BARU, BUKA, CONTOH, TERAKHIR = 1, 2, 3, 4


class Welcome(QDialog):
    """Three ways to begin, and the files opened last. `chosen` is the path of one of those."""

    def __init__(self, recent: Sequence[str] = (), note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Selamat datang")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chosen = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(10)
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(gambar("lkjip", 48, ""))
        head.addWidget(picture)
        words = QVBoxLayout()
        words.addWidget(Label("LKjIP Desktop", "judul"))
        words.addWidget(
            Label("Laporan kinerja dan perjanjian kinerja satuan kerja, dari data sampai cetakan.", "redup")
        )
        head.addLayout(words, 1)
        box.addLayout(head)
        if note:
            box.addWidget(Label(f"⚠ {note}", "awas"))
        for icon, title, help_, code in (
            ("baru", "Buat berkas satuan kerja saya", "Panduan enam langkah; hanya nama dan tahun yang wajib.", BARU),
            ("sasaran", "Coba dengan contoh", "Berkas contoh dengan data lengkap dua tahun; bebas diubah.", CONTOH),
            ("buka", "Buka berkas…", "Berkas .lkjip di komputer ini atau di flashdisk.", BUKA),
        ):
            button = QPushButton(f"{title}\n{help_}")
            pasang(button, icon)
            button.setProperty("pilihan", True)
            button.setAccessibleName(title)
            button.setAccessibleDescription(help_)
            button.clicked.connect(lambda _=False, code=code: self.done(code))
            button.setAutoDefault(False)
            box.addWidget(button)
        paths = [p for p in recent if os.path.isfile(p)]
        self.recent = QListWidget()
        self.recent.setAccessibleName("Berkas terakhir")
        for p in paths:
            item = QListWidgetItem(f"{Path(p).name}  ({Path(p).parent})", self.recent)
            item.setData(Qt.ItemDataRole.UserRole, p)
            item.setToolTip(p)
        self.recent.itemActivated.connect(self._take)
        self.recent.setMaximumHeight(self.fontMetrics().height() * 8)
        if paths:
            box.addWidget(Label("Berkas terakhir", "label"))
            box.addWidget(self.recent)
        else:
            self.recent.setParent(None)
        widest = max((b.sizeHint().width() for b in self.findChildren(QPushButton)), default=0)
        self.setMinimumWidth(max(520, widest + 80))  # the style adds its own room around words and picture

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button with the focus says; a dialog would press its own default one."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, QPushButton):
                focus.click()
            return
        super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen = str(item.data(Qt.ItemDataRole.UserRole))
        self.done(TERAKHIR)
