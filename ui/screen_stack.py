"""The screens of one window: each is made when it is first shown, and stays; one of them is in sight."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.bridge import Bridge
from ui.ikon import segarkan
from ui.screens import SCREENS, Screen
from ui.tema import tema
from ui.widgets.view import View, leave_cell


class ScreenStack(QStackedWidget):
    """`key` names the screen in sight, "" before the first. `paper_changed` tells that another paper shows its
    values."""

    paper_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._views: dict[str, View] = {}
        self.key = ""
        tema().akan_berganti.connect(self._detach_hidden)

    def show_key(self, key: str) -> View:
        """Show a screen; what is half typed on the one before is committed."""
        before = self._views.get(self.key)
        if before is not None and key != self.key:
            before.commit()
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = next(s for s in SCREENS if s.key == key).factory(self._bridge)
            view.paper_changed.connect(self.paper_changed)
        if self.indexOf(view) < 0:
            self.addWidget(view)
            segarkan(view)
        self.key = key
        self.setCurrentWidget(view)
        return view

    def __iter__(self) -> Iterator[View]:
        """Every screen that was made."""
        return iter(self._views.values())

    def current(self) -> View | None:
        """The screen in sight, None before the first."""
        return self._views.get(self.key)

    def commit(self) -> None:
        """Commit what is half typed on every screen, and the open cell of a table."""
        leave_cell()
        for view in self:
            view.commit()

    def with_table(self, table: str) -> list[Screen]:
        """The screens that can show a value of a table, the one in sight first."""
        able = [s for s in SCREENS if table in s.tables]
        return sorted(able, key=lambda s: s.key != self.key)

    def close_screens(self) -> None:
        """No more answers to the theme; those that hang at no window go by themselves with it no longer."""
        tema().akan_berganti.disconnect(self._detach_hidden)
        for view in self:
            if self.indexOf(view) < 0:
                view.deleteLater()

    def _detach_hidden(self) -> None:
        """Take the screens out of view off the window before a new font or style sheet: Qt would restyle their
        thousands of widgets at once; each takes the sheet on when it is next shown, the font comes by itself."""
        for key, view in self._views.items():
            if key != self.key and self.indexOf(view) >= 0:
                self.removeWidget(view)
                view.setParent(None)
