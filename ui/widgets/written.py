"""The buttons that open a file which was just written, or the folder in which it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.ikon import pasang
from ui.widgets.parts import open_folder


def free_name(path: Path) -> Path:
    """The path, or one with "(2)" and so on while LibreOffice holds it open: it would write over what we write, and a
    system that does not lock files lets both."""
    out, n = path, 1
    while (out.parent / f".~lock.{out.name}#").exists():
        n += 1
        out = path.with_name(f"{path.stem} ({n}){path.suffix}")
    return out


class WrittenFile(QWidget):
    """Hidden until `show_file`; `forget` hides it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.open_file = QPushButton("Buka berkas")
        pasang(self.open_file, "buka")
        self.open_file.clicked.connect(self._open_file)
        self.open_folder = QPushButton("Buka folder")
        pasang(self.open_folder, "berkas")
        self.open_folder.clicked.connect(lambda: open_folder(self._path))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.open_file)
        row.addWidget(self.open_folder)
        row.addStretch()
        self.hide()

    def show_file(self, path: Path) -> None:
        """Offer to open this file."""
        self._path = path
        # Opening a folder twice, or a data file beside the one that is open, helps nobody.
        self.open_file.setVisible(not path.is_dir() and path.suffix not in (".lkjip", ".age"))
        self.show()

    def forget(self) -> None:
        """Offer nothing."""
        self._path = None
        self.hide()

    def _open_file(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
