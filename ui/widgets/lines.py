"""Inputs of typed text: one line (text, numbers, money, dates) and several plain lines with a counter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.isian import teks_isian
from lkjip_desktop.core.schema import Column, Kind
from ui.widgets.field import Field, Label, restyle

#: The margin that a plain text document keeps around its text, and the frame around its view.
_MARGIN, _FRAME = 4, 14
NUMBERS = (Kind.ANGKA, Kind.UANG, Kind.BULAT, Kind.TAHUN)
_PLACEHOLDER = {Kind.TANGGAL: "mis. 31-12-2025", Kind.UANG: "rupiah"}


def choose_stand_in() -> None:
    """Choose what stands in the field with the cursor: the stand-in of a new row goes with the first key typed."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit):
        focus.selectAll()


class LineField(Field):
    """One line: text, numbers, money, years, dates that may lack parts."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_PLACEHOLDER.get(column.kind, ""))
        if column.kind in NUMBERS:
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.textEdited.connect(self._on_typed)
        self.line.returnPressed.connect(self.commit)
        self._build(self.line)

    def text(self) -> str:
        return self.line.text()

    def set_text(self, text: str) -> None:
        self.line.setText(text)
        self._on_typed()

    def _shown(self) -> str:
        return teks_isian(self.column, self.value)

    def _show(self, value: Any) -> None:
        text = teks_isian(self.column, value)
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0 if not self.line.hasFocus() else len(text))

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        restyle(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            menu = self.line.createStandardContextMenu()
            _add_history(self, menu)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())
            return True
        return super().eventFilter(watched, event)


class PlainEdit(QPlainTextEdit):
    """Several lines that grow with their text between a least and a greatest height; Tab leaves it."""

    def __init__(self, least: int = 2, most: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        # Measured by the font: the document counts wrapped lines only once they have been on screen.
        metrics, width = QFontMetrics(self.font()), max(60, self.viewport().width() - 2 * _MARGIN)
        wrap = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextExpandTabs
        height = metrics.boundingRect(0, 0, width, 1_000_000, wrap, self.toPlainText() + "\u200b").height()
        line = metrics.lineSpacing()
        lines = max(self._least, min(self._most, -(-height // line)))
        frame = self.height() - self.viewport().height() if self.isVisible() else _FRAME
        if not 0 <= frame <= 4 * _FRAME:  # the two are not laid out together yet
            frame = _FRAME
        wanted = lines * line + frame + 2 * _MARGIN + 2
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._resize()


class ParagraphField(Field):
    """Several plain lines with a counter of the characters left."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self.edit = PlainEdit()
        self._counter = Label("", "bantuan", wrap=False)
        self._counter.hide()
        self._label_row.addWidget(self._counter)
        self.edit.textChanged.connect(self._count)
        self._quiet = False
        self.edit.textChanged.connect(self._changed)
        self._build(self.edit)
        self._count()

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        self.edit.setPlainText(text)

    def _shown(self) -> str:
        return teks_isian(self.column, self.value)

    def _show(self, value: Any) -> None:
        text = teks_isian(self.column, value)
        if self.edit.toPlainText() != text:
            self._quiet = True
            self.edit.setPlainText(text)
            self._quiet = False

    def set_read_only(self, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)
        restyle(self.edit)

    def _changed(self) -> None:
        if not self._quiet:
            self._on_typed()

    def _count(self) -> None:
        length, most = len(self.edit.toPlainText()), self.column.max_length
        # The counter speaks up only when it matters.
        shown = bool(most and length > most // 2)
        self._counter.setText(f"{angka(length)} / {angka(most)} huruf" if shown and most else "")
        self._counter.setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
                menu = self.edit.createStandardContextMenu()
                _add_history(self, menu)
                menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                menu.popup(event.globalPos())
                return True
            if (
                event.type() == QEvent.Type.KeyPress
                and isinstance(event, QKeyEvent)
                and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                and QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self.commit()
                return True
        return super().eventFilter(watched, event)


def _add_history(field: Field, menu: QMenu) -> None:
    menu.addSeparator()
    menu.addAction("Riwayat isian ini…").triggered.connect(field.history_wanted)
