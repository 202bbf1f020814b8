"""The text part of a naskah: paragraphs and lists with bold, italic and merge-field chips."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QTextCharFormat, QTextCursor, QTextListFormat
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QTextEdit, QWidget

from lkjip_desktop.core.naskah import Daftar, Medan, Paragraf
from ui.widgets import naskah_document as nd
from ui.widgets.naskah_paste import Piece, read_paste

_LEAST_LINES = 3
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
#: Signs that begin a list when a space follows, and whether it is a numbered one.
_SIGNS = {"-": False, "*": False, "•": False, "1.": True, "1)": True}


class TextPart(QTextEdit):
    """A text that grows with its content. A paste keeps only what a naskah knows; tables and pictures in it are handed
    on."""

    #: Something was pasted of which tables or pictures are a part (naskah_paste.Piece).
    pieces_pasted = Signal(list)
    #: Ctrl+Enter: what is typed is to be stored now.
    store_wanted = Signal()
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

    def settle(self) -> None:
        """What is typed so far is stored: from here on Ctrl+Z of the text goes back no further."""
        self.document().clearUndoRedoStacks()

    def blocks(self) -> tuple[Paragraf | Daftar, ...]:
        return nd.blocks_of(self.document())

    def insert_medan(self, medan: Medan) -> None:
        nd.insert_chip(self.textCursor(), medan, self._chip)
        self.setFocus()

    def look(self) -> tuple[bool, bool, bool, bool]:
        """Bold, italic, in a list, in a numbered list: what holds at the cursor."""
        here = nd.list_of(self.textCursor().block())
        numbered = here is not None and here.format().style() != QTextListFormat.Style.ListDisc
        bold = self.fontWeight() >= QFont.Weight.DemiBold.value
        return bold, self.fontItalic(), here is not None and not numbered, numbered

    def put_cursor(self, position: int) -> None:
        """Put the cursor there, or behind the last word when the text is shorter now."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    def go_behind(self, block: object) -> None:
        """Put the cursor behind a paragraph or list of this text."""
        at = 0
        for b in self.blocks():
            at += len(b.butir) if isinstance(b, Daftar) else 1
            if b == block:
                break
        found = self.document().findBlockByNumber(at - 1)
        cursor = self.textCursor()
        cursor.setPosition(found.position() + max(0, found.length() - 1))
        self.setTextCursor(cursor)

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
        ctrl = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() == Qt.Key.Key_B:
            self.toggle_bold()
        elif ctrl and event.key() == Qt.Key.Key_I:
            self.toggle_italic()
        elif event.modifiers() == _CTRL_SHIFT and event.key() in (Qt.Key.Key_L, Qt.Key.Key_N):
            self.toggle_list(event.key() == Qt.Key.Key_N)
        elif event.modifiers() == _CTRL_SHIFT and event.key() == Qt.Key.Key_V:
            self.paste_plain()
        elif self._shapes_list(event.key()):
            return
        elif ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.store_wanted.emit()
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

    def _shapes_list(self, key: int) -> bool:
        """True when a key made a list, or took a paragraph out of one."""
        if key == Qt.Key.Key_Space:
            return self._begins_list()
        return key == Qt.Key.Key_Backspace and self._leaves_list()

    def _begins_list(self) -> bool:
        """ "- " or "1. " at the front of a paragraph begins a list, as in Word; Ctrl+Z takes it back."""
        cursor = self.textCursor()
        sign = cursor.block().text()
        if sign not in _SIGNS or not cursor.atBlockEnd() or nd.list_of(cursor.block()) is not None:
            return False
        cursor.insertText(" ")  # a step of its own: taken back, the sign stays as it was typed
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.createList(nd.list_format(_SIGNS[sign]))
        cursor.endEditBlock()
        return True

    def _leaves_list(self) -> bool:
        """Backspace at the front of an item makes it a paragraph, before it joins the line above."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart() or nd.list_of(cursor.block()) is None:
            return False
        cursor.beginEditBlock()
        nd.leave_list(cursor)
        cursor.endEditBlock()
        return True

    # --------------------------------------------------------------------------------------------------- paste
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasText() or source.hasHtml() or source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied; merge fields go to other programs as the words that they show."""
        cursor = self.textCursor()
        data = QMimeData()  # Qt's own would fill in its words when they are asked for
        if cursor.hasSelection():
            data.setHtml(cursor.selection().toHtml())
            data.setText(self._plain(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def _plain(self, start: int, end: int) -> str:
        lines = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            line = ""
            it = block.begin()
            while not it.atEnd():
                fragment = it.fragment()
                it += 1
                first = max(start, fragment.position())
                last = min(end, fragment.position() + fragment.length())
                if last <= first:
                    continue
                chip = nd.medan_of(fragment.charFormat())
                text = fragment.text()[first - fragment.position() : last - fragment.position()]
                line += self._chip(chip) * (last - first) if chip is not None else text.replace("\u2028", "\n")
            lines.append(line)
            block = block.next()
        return "\n".join(lines)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insert_pieces(read_paste(source))

    def paste_plain(self) -> None:
        """The words of the clipboard without their look."""
        source = QApplication.clipboard().mimeData()
        if source.hasText():
            plain = QMimeData()
            plain.setText(source.text())
            self.insert_pieces(read_paste(plain))

    def make_menu(self) -> QMenu:
        """Cut, copy and paste as everywhere, with the plain paste beside the other; it goes when it is closed."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        plain = QAction("Tempel teks saja\tCtrl+Shift+V", menu)
        plain.setEnabled(self.canPaste() and not self.isReadOnly())
        plain.triggered.connect(self.paste_plain)
        after = next((a for a in menu.actions() if a.objectName() == "edit-paste"), None)
        following = menu.actions()[menu.actions().index(after) + 1] if after is not None else menu.addSeparator()
        menu.insertAction(following, plain)
        return menu

    def insert_pieces(self, pieces: list[Piece]) -> None:
        """Insert paragraphs and lists at the cursor; what else comes along is handed on with them, in one go."""
        blocks = tuple(p for p in pieces if isinstance(p, Paragraf | Daftar))
        if len(blocks) < len(pieces):
            self.textCursor().removeSelectedText()
            self.pieces_pasted.emit(pieces)
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        empty = not cursor.block().text()
        first = blocks[0] if blocks else None
        if len(blocks) == 1 and isinstance(first, Paragraf) and not empty:
            nd.insert_inline(cursor, first.isi, self._chip)
        else:
            nd.insert(cursor, blocks, self._chip, first_in_place=empty)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
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
