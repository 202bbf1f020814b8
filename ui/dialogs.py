"""Plain dialogs with verbs on their buttons, and the file dialogs in Indonesian."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui import folders
from ui.tema import tema

DATA_FILTER = "Berkas LKjIP (*.lkjip);;Semua berkas (*)"
PICTURE_FILTER = "Gambar (*.png *.jpg *.jpeg);;Semua berkas (*)"


def documents() -> Path:
    """The user's folder for data files."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place or Path.home()) / "LKjIP"


def _there(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists: a dialog takes a missing one for a file's name."""
    return next((p for p in (folder, *folder.parents) if os.path.isdir(p)), Path.home())


def _start(folder: Path | None, kind: str) -> Path:
    """Where a dialog begins: the given folder, else where this kind of file was last chosen, else the documents."""
    return _there(folder or folders.start(kind) or documents())


def choose_open(parent: QWidget, folder: Path | None = None) -> str:
    """Path of a data file to open, "" when cancelled."""
    start = str(_start(folder, "berkas"))
    return QFileDialog.getOpenFileName(parent, "Buka berkas LKjIP", start, DATA_FILTER)[0]


def choose_file(parent: QWidget, title: str, filter_: str, kind: str) -> str:
    """Path of any file to read, "" when cancelled; the next dialog of this `kind` begins in its folder."""
    path = QFileDialog.getOpenFileName(parent, title, str(_start(None, kind)), filter_)[0]
    return folders.keep(kind, path)


def choose_files(parent: QWidget, title: str, filter_: str, kind: str) -> list[str]:
    """Paths of files to read, [] when cancelled; the next dialog of this `kind` begins in their folder."""
    paths = QFileDialog.getOpenFileNames(parent, title, str(_start(None, kind)), filter_)[0]
    if paths:
        folders.keep(kind, paths[0])
    return list(paths)


def choose_save(
    parent: QWidget | None,
    title: str,
    name: str,
    filter_: str = DATA_FILTER,
    folder: Path | None = None,
    suffix: str = "lkjip",
    kind: str = "kertas",
) -> str:
    """Path to write to, with its ending; "" when cancelled. The next dialog of this `kind` begins in its folder."""
    start = _start(folder, kind) / name
    path = QFileDialog.getSaveFileName(parent, title, str(start), filter_)[0]
    if path and not Path(path).suffix:
        path += f".{suffix}"
    return folders.keep(kind, path)


def choose_folder(parent: QWidget, title: str, kind: str = "folder") -> str:
    """Path of a folder, "" when cancelled."""
    path = QFileDialog.getExistingDirectory(parent, title, str(_start(None, kind)))
    return folders.keep(kind, path, itself=True)


def choose_picture(parent: QWidget) -> str:
    """Path of a picture, "" when cancelled."""
    pictures = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    start = str(_there(folders.start("gambar") or pictures))
    return folders.keep("gambar", QFileDialog.getOpenFileName(parent, "Pilih gambar", start, PICTURE_FILTER)[0])


def size_for_text(dialog: QWidget, width: int, height: int) -> None:
    """Open with this size at normal text, larger with larger text, and never beyond the screen."""
    room, share = dialog.screen().availableGeometry(), tema().zoom / 100
    dialog.resize(min(round(width * share), room.width() - 40), min(round(height * share), room.height() - 60))


def ask(parent: QWidget | None, title: str, text: str, verbs: Sequence[str], danger: bool = False) -> int:
    """Which of the verbs was chosen (0 = the first), -1 for Batal or Escape. The first verb is the default unless
    it destroys something."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    buttons = [box.addButton(verb, QMessageBox.ButtonRole.AcceptRole) for verb in verbs]
    cancel = box.addButton("Batal", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel if danger else buttons[0])
    box.setEscapeButton(cancel)
    box.exec()
    chosen = box.clickedButton()
    return next((i for i, b in enumerate(buttons) if b is chosen), -1)


def tell(parent: QWidget | None, title: str, text: str, bad: bool = False) -> None:
    """A sentence with one button."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning if bad else QMessageBox.Icon.Information)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.addButton("Tutup", QMessageBox.ButtonRole.AcceptRole)
    box.exec()
