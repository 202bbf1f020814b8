"""The editor of long texts: text parts, own tables and pictures one below the other, with one tool row above."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.isian import Isian
from lkjip_desktop.core.naskah import (
    Blok,
    Daftar,
    GambarSendiri,
    Isi,
    Medan,
    Paragraf,
    TabelSendiri,
    baca,
    dari_teks,
    medan_dipakai,
    polos,
    tulis,
)
from lkjip_desktop.core.schema import Column
from ui.bridge import Bridge
from ui.widgets.field import Field, Label, belongs_to_file
from ui.widgets.naskah_data import chip_words, fill_menu
from ui.widgets.naskah_parts import PicturePart, TablePart
from ui.widgets.naskah_paste import Piece
from ui.widgets.naskah_text import TextPart
from ui.widgets.naskah_tools import NaskahTools, ToolHolder
from ui.widgets.reveal import reveal, settle

Part = TextPart | TablePart | PicturePart


class NaskahField(Field):
    """A naskah as one value: canonical JSON in, canonical JSON out."""

    def __init__(self, column: Column, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._bridge = bridge
        #: The row that merge fields without a row of their own speak of (an indicator's or sasaran's id).
        self.subject = ""
        self._parts: list[Part] = []
        self._last_text: TextPart | None = None
        self._laid: tuple[TextPart | None, int] = (None, 0)
        self._chips_old = False  # something changed while nobody saw the merge fields
        self._stack = QVBoxLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        holder = ToolHolder(self._tools())
        holder.box.addLayout(self._stack)
        self._words = Label("", "bantuan", wrap=False)
        self._label_row.addWidget(self._words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(400)
        self._timer.timeout.connect(self._count)
        self._build(holder)
        self._fill(())
        bridge.changed.connect(self._renew_chips)
        bridge.year_changed.connect(self._renew_chips)

    # --------------------------------------------------------------------------------------------- as a Field
    def text(self) -> str:
        return tulis(self.isi())

    def set_text(self, text: str) -> None:
        self._fill(read_naskah(text))
        self._on_typed()

    def isi(self) -> Isi:
        """The content as typed."""
        out: list[Blok] = []
        for part in self._parts:
            out.extend(part.blocks())
        return tuple(out)

    def read(self) -> Isian:
        text = self.text()
        most = self.column.max_length
        if most and len(text) > most:
            return Isian(
                galat=f"Naskah ini terlalu panjang: {angka(len(text))} dari paling banyak {angka(most)} tanda."
            )
        return Isian(text)

    def _shown(self) -> str:
        return str(self.value or "")

    def _show(self, value: Any) -> None:
        if self.text() != (value or ""):
            self._fill(read_naskah(value or ""))
        for part in self._parts:
            if isinstance(part, TextPart):
                part.settle()
        self._count()

    def _echo(self) -> None:
        self._say("")
        self._timer.start()

    def set_read_only(self, read_only: bool) -> None:
        self._tool_row.setEnabled(not read_only)
        for part in self._parts:
            if isinstance(part, TextPart):
                part.setReadOnly(read_only)
            else:
                part.setEnabled(not read_only)

    # --------------------------------------------------------------------------------------------------- parts
    def _fill(self, isi: Isi) -> None:
        at, position = self._cursor()
        while self._parts:
            self._drop(self._parts[-1])
        run: list[Paragraf | Daftar] = []
        for block in isi:
            if isinstance(block, Paragraf | Daftar):
                run.append(block)
                continue
            if run or not self._parts or not isinstance(self._parts[-1], TextPart):
                self._add_text(tuple(run))
            run = []
            self._add_block(block)
        self._add_text(tuple(run))
        if at >= 0:
            part = self._parts[min(at, len(self._parts) - 1)]
            if isinstance(part, TextPart):
                part.put_cursor(position)
            part.setFocus()

    def _cursor(self) -> tuple[int, int]:
        """Which part has the focus and where its cursor stands; -1 when none has it."""
        focus = QApplication.focusWidget()
        for at, part in enumerate(self._parts):
            if focus is not None and (part is focus or part.isAncestorOf(focus)):
                return at, part.textCursor().position() if isinstance(part, TextPart) else 0
        return -1, 0

    def _add_text(self, blocks: tuple[Paragraf | Daftar, ...], at: int | None = None) -> TextPart:
        part = TextPart(self._chip_text)
        part.setAccessibleName(self.column.label)
        part.fill(blocks)
        part.textChanged.connect(self._on_typed)
        part.pieces_pasted.connect(lambda pieces, part=part: self._paste(part, pieces))
        part.currentCharFormatChanged.connect(lambda _form: self._show_look())
        part.cursorPositionChanged.connect(self._show_look)
        part.store_wanted.connect(self.commit)
        part.cursor_moved.connect(lambda place, part=part: self._follow_cursor(part, place))
        self._insert(part, at)
        return part

    def _add_block(self, block: TabelSendiri | GambarSendiri, at: int | None = None) -> Part:
        part: Part
        part = TablePart(block) if isinstance(block, TabelSendiri) else PicturePart(block, self._bridge)
        part.changed.connect(self._on_typed)
        part.removed.connect(lambda part=part: self._remove(part))
        self._insert(part, at)
        return part

    def _insert(self, part: Part, at: int | None) -> None:
        at = len(self._parts) if at is None else at
        self._parts.insert(at, part)
        self._stack.insertWidget(at, part)
        part.show()  # a layout shows it only later, and what is not shown cannot take the focus
        for widget in (part, *part.findChildren(QWidget)):
            widget.installEventFilter(self)
        first = next((p for p in self._parts if isinstance(p, TextPart)), None)
        if first is not None and self._editor is not None:
            self.editor.setFocusProxy(first)

    def _drop(self, part: Part) -> None:
        self._parts.remove(part)
        if self._last_text is part:
            self._last_text = None
        if self._laid[0] is part:
            self._laid = (None, 0)
        self._stack.removeWidget(part)
        part.removeEventFilter(self)
        part.hide()
        part.deleteLater()

    def _remove(self, part: Part) -> None:
        """Take a table or picture away and join the texts around it."""
        at = self._parts.index(part)
        self._drop(part)
        if 0 < at < len(self._parts):
            above, below = self._parts[at - 1], self._parts[at]
            if isinstance(above, TextPart) and isinstance(below, TextPart):
                above.fill((*above.blocks(), *below.blocks()))
                self._drop(below)
        self._on_typed()
        self.commit()

    def to_end(self) -> None:
        """Put the cursor behind the last word."""
        last = next((p for p in reversed(self._parts) if isinstance(p, TextPart)), None)
        if last is not None:
            last.moveCursor(QTextCursor.MoveOperation.End)
            last.setFocus()

    def add_table(self, rows: list[list[str]], after: TextPart | None = None) -> None:
        """Put a table of the office's own below the paragraph with the cursor."""
        width = max((len(r) for r in rows), default=0)
        cells = tuple(tuple(r) + ("",) * (width - len(r)) for r in rows)
        self._put(TabelSendiri("", "", 1, cells), after)

    def add_picture(self, image: QImage | str, after: TextPart | None = None) -> None:
        """Take a picture in and put it below the paragraph with the cursor."""
        picture_id, before = self._bridge.prepare_picture(image)
        if picture_id:
            self.before = (*self.before, *before)
            self._put(GambarSendiri("", "", ((picture_id, 0),)), after)

    def _put(self, block: TabelSendiri | GambarSendiri, after: TextPart | None) -> None:
        """Add a block where the cursor is, with the text that follows below it, and show it ready for typing."""
        text = after or self._current()
        at, rest = len(self._parts), tuple[Paragraf | Daftar, ...]()
        if text is not None:
            at = self._parts.index(text) + 1
            above, rest = text.split()
            if rest:
                text.fill(above)
        part = self._add_block(block, at)
        if rest or at == len(self._parts) - 1:
            self._add_text(rest, at + 1)
        self._on_typed()
        part.setFocus()
        QTimer.singleShot(0, part, lambda: self._reveal_part(part))
        self.commit()  # a step of its own, which Ctrl+Z takes back

    def _paste(self, part: TextPart, pieces: list[Piece]) -> None:
        """Put text, tables and pictures that were pasted together where the cursor is."""
        at = self._parts.index(part)
        above, below = part.split()
        before = [b for p in self._parts[:at] for b in p.blocks()]
        after = [b for p in self._parts[at + 1 :] for b in p.blocks()]
        new: list[Blok] = []
        lost = 0
        for piece in pieces:
            if isinstance(piece, Paragraf | Daftar | TabelSendiri):
                new.append(piece)
                continue
            picture_id, commands = self._bridge.prepare_picture(piece) if piece is not None else ("", ())
            if picture_id:
                self.before = (*self.before, *commands)
                new.append(GambarSendiri("", "", ((picture_id, 0),)))
            elif piece is None:
                lost += 1
        if lost:
            words = "Gambar di dalam tempelan" if lost == 1 else f"{lost} gambar di dalam tempelan"
            self._bridge.told.emit(f"{words} tidak terbawa; salin dan tempel gambarnya tersendiri.", True)
        if not new:
            return
        self._fill((*before, *above, *new, *below, *after))
        self._on_typed()
        shown = next((p for p in self._parts if new[-1] in p.blocks()), self._parts[-1])
        shown.setFocus()
        if isinstance(shown, TextPart):
            shown.go_behind(new[-1])
        QTimer.singleShot(0, shown, lambda: self._reveal_part(shown))
        self.commit()

    def _reveal_part(self, part: QWidget) -> None:
        settle(part)
        reveal(part, above=self._holder.tool_height)

    def _follow_cursor(self, part: TextPart, place: QRect) -> None:
        laid = (part, part.minimumHeight())
        if laid != self._laid:  # a line more or less that the page has not taken in yet
            self._laid = laid
            settle(part)
        reveal(part, place, self._holder.tool_height)

    def _current(self) -> TextPart | None:
        focus = QApplication.focusWidget()
        texts = [p for p in self._parts if isinstance(p, TextPart)]
        if self._last_text in texts and focus not in texts:
            return self._last_text  # the tool row has the focus just now
        return next((p for p in texts if p is focus), texts[-1] if texts else None)

    # --------------------------------------------------------------------------------------------------- tools
    @property
    def _holder(self) -> ToolHolder:
        assert isinstance(self.editor, ToolHolder)
        return self.editor

    def _tools(self) -> QWidget:
        self._tool_row = NaskahTools()
        self._tool_row.look.connect(lambda act: self._on_current(act))
        self._tool_row.data_menu.aboutToShow.connect(lambda: self._fill_medan(self._tool_row.data_menu))
        self._tool_row.table.clicked.connect(lambda: self.add_table([["", ""], ["", ""]]))
        self._tool_row.picture.clicked.connect(self._choose_picture)
        return self._tool_row

    def _on_current(self, act: Any) -> None:
        part = self._current()
        if part is not None:
            act(part)
            part.setFocus()
            self._show_look()

    def _show_look(self) -> None:
        """Let the buttons say how the text at the cursor looks."""
        part = self._current()
        if part is not None:
            self._tool_row.show_look(part.look())

    def _choose_picture(self) -> None:
        from ui.dialogs import choose_picture

        path = choose_picture(self)
        if path:
            self.add_picture(path)

    def _fill_medan(self, menu: QMenu) -> None:
        fill_menu(
            menu, self._bridge, self.subject, lambda medan: self._on_current(lambda part: part.insert_medan(medan))
        )

    def _chip_text(self, medan: Medan) -> str:
        return chip_words(self._bridge, medan, self.subject)

    def _renew_chips(self, _what: object = None) -> None:
        """Merge fields show the values of now, also those that another screen changed; hidden ones when seen again."""
        self._chips_old = not self.isVisible()
        if not self._chips_old and not self._committing and not self.dirty and any(medan_dipakai(self.isi())):
            self._fill(read_naskah(str(self.value or "")))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._chips_old:
            self._renew_chips()

    def _count(self) -> None:
        words = len(polos(self.isi(), "x").split())
        self._words.setText(f"{angka(words)} kata" if words else "")

    # -------------------------------------------------------------------------------------------------- events
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._tool_row.fit(event.size().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return False  # one key must not throw a written page away; Ctrl+Z takes it back bit by bit
        if watched is not self._editor and isinstance(watched, QWidget):
            kind = event.type()
            if kind == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
                text = watched if isinstance(watched, TextPart) else watched.parentWidget()
                if isinstance(text, TextPart):
                    self._open_menu(text, event)
                    return True
                if isinstance(watched, QLineEdit):
                    return False  # its own
            if kind == QEvent.Type.FocusIn:
                if isinstance(watched, TextPart):
                    self._last_text = watched
                self.entered.emit()
            elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                if event.reason() != Qt.FocusReason.PopupFocusReason:
                    QTimer.singleShot(0, self, self._left)
            elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                undo = event.matches(QKeySequence.StandardKey.Undo)
                if undo and self.dirty and not isinstance(watched, TextPart | QLineEdit):
                    self.commit()  # a table has no undo of its own: what was typed in it becomes a step and goes back
                if belongs_to_file(event, self):
                    event.ignore()
                    return True
        return super().eventFilter(watched, event)

    def _open_menu(self, part: TextPart, event: QContextMenuEvent) -> None:
        """Cut, copy and paste as everywhere, then what this text has beside them."""
        menu = part.make_menu()
        if not part.isReadOnly():
            menu.addSeparator()
            data = menu.addMenu("Sisipkan data")
            data.aboutToShow.connect(lambda: self._fill_medan(data))
        menu.addSeparator()
        menu.addAction("Riwayat isian ini…").triggered.connect(self.history_wanted)
        menu.popup(event.globalPos())

    def _left(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.commit()


def read_naskah(text: str) -> Isi:
    """The text of its JSON; a text that is none (an old draft) is taken as plain."""
    try:
        return baca(text)
    except ValueError:
        return dari_teks(text)
