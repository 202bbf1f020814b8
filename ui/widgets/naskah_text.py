"""The text part of a naskah: paragraphs and lists with bold, italic and merge-field chips."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from lkjip_desktop.core.naskah import Daftar, Medan, Paragraf, dari_teks
from lkjip_desktop.core.teks import bersih
from ui.widgets import naskah_document as nd
from ui.widgets.tsv import read_tsv

_LEAST_LINES = 3


class TextPart(QTextEdit):
    """A text that grows with its content. Pasted tables and pictures are handed on, other paste keeps only what a
    naskah knows."""

    table_pasted = Signal(list)
    picture_pasted = Signal(object)
    #: The cursor went to another place (rectangle in this widget) by hand: it is to be seen.
    cursor_moved = Signal(QRect)

    def __init__(self, chip: nd.ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._resize)
        self._resize()
        self.cursorPositionChanged.connect(self._tell_cursor)
        self.textChanged.connect(self._tell_cursor)

    def _tell_cursor(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.cursorRect().translated(self.viewport().pos()))

    # ------------------------------------------------------------------------------------------------- content
    def fill(self, blocks: tuple[Paragraf | Daftar, ...]) -> None:
        nd.fill(self.document(), blocks, self._chip)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        if not blocks:
            cursor.setBlockFormat(nd.paragraph_format())
            self.document().setModified(False)
        self.setTextCursor(cursor)

    def blocks(self) -> tuple[Paragraf | Daftar, ...]:
        return nd.blocks_of(self.document())

    def insert_medan(self, medan: Medan) -> None:
        nd.insert_chip(self.textCursor(), medan, self._chip)
        self.setFocus()

    def split(self) -> tuple[tuple[Paragraf | Daftar, ...], tuple[Paragraf | Daftar, ...]]:
        """The text up to the paragraph (or the list) with the cursor, and what comes after it."""
        block = self.textCursor().block()
        here = nd.list_of(block)
        while here is not None and block.next().isValid() and nd.list_of(block.next()) == here:
            block = block.next()
        return nd.blocks_of(self.document(), until=block), nd.blocks_of(self.document(), after=block)

    # -------------------------------------------------------------------------------------------------- styles
    def toggle_bold(self) -> None:
        form = QTextCharFormat()
        bold = self.fontWeight() < QFont.Weight.DemiBold.value
        form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        self.mergeCurrentCharFormat(form)

    def toggle_italic(self) -> None:
        form = QTextCharFormat()
        form.setFontItalic(not self.fontItalic())
        self.mergeCurrentCharFormat(form)

    def toggle_list(self, numbered: bool) -> None:
        """Make the chosen paragraphs a list of this kind, or plain again when they are one."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        now = nd.list_of(cursor.block())
        form = nd.list_format(numbered)
        if now is None:
            cursor.createList(form)
        elif now.format().style() != form.style():
            now.setFormat(form)
        else:
            block = self.document().findBlock(cursor.selectionStart())
            while block.isValid() and block.position() <= cursor.selectionEnd():
                now.remove(block)
                plain = QTextCursor(block)
                plain.setBlockFormat(nd.paragraph_format())
                block = block.next()
        cursor.endEditBlock()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() == Qt.Key.Key_B:
            self.toggle_bold()
        elif ctrl and event.key() == Qt.Key.Key_I:
            self.toggle_italic()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cursor = self.textCursor()
            now = nd.list_of(cursor.block())
            if now is not None and not cursor.block().text().strip():
                nd.leave_list(cursor)
                return
            # A soft break does not exist in a naskah: Shift+Enter is a new paragraph too.
            super().keyPressEvent(QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier, "\r"))
        else:
            super().keyPressEvent(event)

    # --------------------------------------------------------------------------------------------------- paste
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        rows = [r for r in text.replace("\r\n", "\n").split("\n") if r.strip()]
        if len(rows) > 1 and all("\t" in r for r in rows):
            self.table_pasted.emit(read_tsv(text))
            return
        if source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage):
                self.picture_pasted.emit(image)
            return
        if source.hasHtml():
            foreign = QTextDocument()
            foreign.setHtml(source.html())
            blocks = tuple(_cleaned(b) for b in nd.blocks_of(foreign))
        else:
            blocks = tuple(b for b in dari_teks(bersih(text)[0]) if isinstance(b, Paragraf))
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        empty = not cursor.block().text()
        inline = len(blocks) == 1 and isinstance(blocks[0], Paragraf)
        if inline and not empty:
            nd.insert_inline(cursor, blocks[0].isi, self._chip)  # type: ignore[union-attr]  # `inline` says Paragraf
        else:
            nd.insert(cursor, blocks, self._chip, first_in_place=empty)
        cursor.endEditBlock()
        self.ensureCursorVisible()

    # ---------------------------------------------------------------------------------------------------- size
    def _resize(self) -> None:
        least = self.fontMetrics().lineSpacing() * _LEAST_LINES
        wanted = max(least, round(self.document().size().height())) + 2 * self.frameWidth() + 12
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._resize()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _cleaned(block: Paragraf | Daftar) -> Paragraf | Daftar:
    """Foreign text without the signs that no paper prints."""
    if isinstance(block, Paragraf):
        return Paragraf(nd.cleaned(block.isi))
    return Daftar(block.bernomor, tuple(nd.cleaned(i) for i in block.butir))
