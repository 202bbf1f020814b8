"""The holder of a long text whose tool row stays in sight while the page scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QMoveEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.widgets.reveal import scroll_area

_SPACING = 4


class ToolHolder(QWidget):
    """`tools` above the parts that `box` takes in; once its place has scrolled away it stays at the upper edge of the
    page as long as something of the text is there."""

    def __init__(self, tools: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._area: QScrollArea | None = None
        self._place = QWidget()  # keeps the room of the row
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(_SPACING)
        self.box.addWidget(self._place)
        tools.setParent(self)
        tools.setBackgroundRole(QPalette.ColorRole.Light)  # as the card below it: text passes behind the row
        tools.setAutoFillBackground(True)
        tools.installEventFilter(self)

    @property
    def tool_height(self) -> int:
        """Height of the row, for which a place in the text has to leave room."""
        return self._tools.height()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._tools and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._fit()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        area = scroll_area(self)
        if area is not self._area:
            if self._area is not None:
                self._area.verticalScrollBar().valueChanged.disconnect(self._follow)
            self._area = area
            if area is not None:
                area.verticalScrollBar().valueChanged.connect(self._follow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def _fit(self) -> None:
        height = self._tools.sizeHint().height()
        self._place.setFixedHeight(height)
        self._tools.resize(self.width(), height)
        self._follow()

    def _follow(self) -> None:
        top = 0
        if self._area is not None and self._area.viewport().isAncestorOf(self):
            hidden = -self.mapTo(self._area.viewport(), QPoint(0, 0)).y()
            top = max(0, min(hidden, self.height() - 2 * self._tools.height()))
        self._tools.move(0, top)
        self._tools.raise_()
