"""When the disk refuses: a band that says so until something is stored again, and the way on in a copy elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui.dialogs import tell
from ui.opening import open_workspace
from ui.widgets.field import Label


class Half(NamedTuple):
    """A text that is typed and not stored: where it belongs, as drafts are kept."""

    table: str
    key: str
    column: str
    text: str


def half_typed(screens: Iterable[QWidget]) -> list[Half]:
    """Everything in the forms and grids of these screens that is typed and not stored."""
    from ui.widgets.cell_drafts import CellDrafts
    from ui.widgets.form import Form  # the window starts without forms

    found: dict[tuple[str, str, str], Half] = {}
    for screen in screens:
        for form in screen.findChildren(Form):
            found |= {(form.table.name, *half[:2]): Half(form.table.name, *half) for half in form.half_typed()}
        for cells in screen.findChildren(CellDrafts):
            found |= {half[:3]: Half(*half) for half in cells.half_typed()}
    return list(found.values())


def copy_with_drafts(parent: QWidget, workspace: Workspace, path: Path, half: list[Half]) -> Workspace | None:
    """A checked copy of all that is stored, opened, with the half-typed texts as its drafts; None when refused."""
    try:
        workspace.simpan_salinan(path)
    except (LkjipError, OSError) as galat:
        tell(parent, "Salinan tidak tersimpan", str(galat), bad=True)
        return None
    copy = open_workspace(parent, path)
    if copy is None:
        return None
    try:
        for one in half:
            copy.simpan_draf(*one)
    except LkjipError as galat:
        copy.tutup()
        tell(parent, "Salinan tidak tersimpan", str(galat), bad=True)
        return None
    return copy


class UnsavedBand(QFrame):
    """Hidden while all is well. `retried` asks to store once more, `rescued` to go on in a copy elsewhere."""

    retried = Signal()
    rescued = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("takTersimpan")
        self.words = Label("")
        self.words.setProperty("pita", "buruk")
        self.retry = QPushButton("Coba lagi")
        self.retry.clicked.connect(self.retried)
        self.rescue = QPushButton("Simpan salinan…")
        self.rescue.setToolTip("Simpan semua yang ada ke tempat lain, lalu lanjutkan pekerjaan di sana")
        self.rescue.clicked.connect(self.rescued)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 1)
        for button in (self.retry, self.rescue):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_reason(self, reason: str) -> None:
        """Say why nothing can be stored; "" hides the band."""
        self.words.setText(f"⚠ {reason}" if reason else "")
        self.setVisible(bool(reason))
