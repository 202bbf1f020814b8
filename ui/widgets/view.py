"""What every screen is: a titled page over the bridge that can be asked for the place of a value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.change import Changed
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.preview import Naskah

#: Widest content of a page of fields, in characters: longer lines are hard to read.
CONTENT_EM = 58


class View(QWidget):
    """Base of the screens. Subclasses fill `body`, say which tables they edit, and redraw in `refresh`.

    `refresh` is called when the screen is shown and, while it is on screen, after every step that touches one of
    `watches` (all tables when empty) and is not its own. `paper_changed` tells that `paper` gives another one now.
    """

    paper_changed = Signal()

    #: Tables whose rows this screen edits; the main window leads the click on a number here.
    tables: tuple[str, ...] = ()
    #: Tables that the derived parts of the screen depend on.
    watches: tuple[str, ...] = ()

    def __init__(self, bridge: Bridge, title: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._stale = True
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(20, 14, 20, 12)
        self._box.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Label(title, "judul")
        words.addWidget(self.title)
        self.subtitle = Label(help, "redup")
        if not help:
            self.subtitle.hide()
        words.addWidget(self.subtitle)
        head.addLayout(words, 1)
        self.head_tools = QHBoxLayout()
        self.head_tools.setSpacing(6)
        head.addLayout(self.head_tools)
        self._box.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._box.addLayout(self.body, 1)
        bridge.changed.connect(self._on_changed)
        bridge.year_changed.connect(self._on_year)

    # ------------------------------------------------------------------------------------------- for subclasses
    def refresh(self) -> None:
        """Redraw what is derived."""

    def show_place(self, table: str, key: str, column: str) -> bool:
        """Lead the user to the field of a value; False when it is not edited here."""
        return False

    def paper(self) -> Naskah:
        """What the preview shows beside this screen."""
        return Naskah("lkjip")

    def commit(self) -> bool:
        """Commit what is half typed before the screen is left; True when nothing is left."""
        return True

    # ------------------------------------------------------------------------------------------------ internals
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, changed: Changed) -> None:
        if self.watches and not changed.touches(*self.watches):
            return
        self._redraw()

    def _on_year(self, _year: int) -> None:
        self._redraw()

    def _redraw(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


class Commits(Protocol):
    """A form, or what holds forms."""

    def commit(self) -> bool: ...


def commit_all(forms: Iterable[Commits]) -> bool:
    """Commit every one of them, also after one was refused; True when nothing is left."""
    done = True
    for form in forms:
        done = form.commit() and done
    return done


def scrolled(content: QWidget) -> QScrollArea:
    """Content that scrolls where it is larger than its place: down often, sideways only when the text is enlarged."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("gulung")
    layout = content.layout()
    if layout is not None and layout.hasHeightForWidth():
        # As tall as it is at its width. Qt would also ask how tall it were at its narrowest, and scroll into a void.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    area.setWidget(content)
    return area


def leave_cell() -> None:
    """Take over what is being typed into a cell of a table; the table gets the keys. For whatever does not take the
    focus away by itself: closing the window, Ctrl+S, a file that another start hands over."""
    focus = QApplication.focusWidget()
    parent = focus.parentWidget() if focus is not None else None
    while parent is not None:
        if isinstance(parent, QAbstractItemView):
            parent.setFocus()
            return
        parent = parent.parentWidget()


def column(*parts: QWidget, spacing: int = 16, stretch: bool = True) -> QWidget:
    """Widgets one below the other, with room at the right for the scroll bar."""
    holder = _Column()
    box = QVBoxLayout(holder)
    box.setContentsMargins(2, 2, 10, 8)
    box.setSpacing(spacing)
    for part in parts:
        box.addWidget(part)
    if stretch:
        box.addStretch(1)
    return holder


class _Column(QWidget):
    """No wider than can be read, in characters of the size of now."""

    def __init__(self) -> None:
        super().__init__()
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._narrow()

    def _narrow(self) -> None:
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * CONTENT_EM * 2)


def card(*parts: QWidget, spacing: int = 10) -> QFrame:
    """A white panel with parts one below the other."""
    frame = QFrame()
    frame.setProperty("kartu", True)
    box = QVBoxLayout(frame)
    box.setContentsMargins(16, 14, 16, 14)
    box.setSpacing(spacing)
    for part in parts:
        box.addWidget(part)
    return frame


def section(title: str, *parts: QWidget, help: str = "") -> QWidget:
    """A titled block of a page."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(10)
    heading = Label(title, "sub", wrap=False)
    box.addWidget(heading)
    if help:
        box.addWidget(Label(help, "redup"))
    for part in parts:
        box.addWidget(part)
    return holder


def button_row(*buttons: QWidget) -> QWidget:
    """Buttons side by side, at the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return holder
