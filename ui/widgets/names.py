"""The input of a long name: it wraps like a paragraph, and is one line of text to who types it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.lines import ParagraphField


class NameField(ParagraphField):
    """Enter stores a name as it does in every line; Shift+Enter begins a new line, where a name really has two."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ):
            self.commit()
            event.ignore()  # goes on to whoever leads from field to field
            return True
        return super().eventFilter(watched, event)
