"""Bring a part of a scrolled page into view, after what was just added has found its place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

#: Room that stays free above and below.
_MARGIN = 24


def scroll_area(widget: QWidget) -> QScrollArea | None:
    """The nearest scroll area around a widget."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def settle(widget: QWidget) -> None:
    """Let the layouts around a widget take a new size in now, up to the page that scrolls."""
    area = scroll_area(widget)
    parent: QWidget | None = widget
    chain = []
    while parent is not None and parent is not area:
        chain.append(parent)
        parent = parent.parentWidget()
    for part in chain:
        if (layout := part.layout()) is not None:
            layout.invalidate()
    content = area.widget() if area is not None else None
    if area is not None and content is not None:
        content.resize(area.viewport().width(), max(area.viewport().height(), content.sizeHint().height()))
        for part in reversed(chain):
            if (layout := part.layout()) is not None:
                layout.activate()


def reveal(widget: QWidget, place: QRect | None = None, above: int = 0) -> None:
    """Scroll as little as is needed to see a widget (or a place in it), with `above` pixels more room at the top; of
    what is taller than the view its upper edge is seen."""
    area = scroll_area(widget)
    content = area.widget() if area is not None else None
    if area is None or content is None or not content.isAncestorOf(widget):
        return
    rect = place if place is not None else widget.rect()
    at = widget.mapTo(content, rect.topLeft() if place is not None else QPoint(0, 0))
    bar, room = area.verticalScrollBar(), area.viewport().height()
    top, bottom = at.y() - _MARGIN - above, at.y() + rect.height() + _MARGIN
    if top < bar.value():
        bar.setValue(max(0, top))
    elif bottom > bar.value() + room:
        bar.setValue(min(top, bottom - room) if bottom - top > room else bottom - room)
