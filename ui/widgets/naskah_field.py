"""The editor of long texts: text parts, own tables and pictures one below the other, with one tool row above."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

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
from ui.ikon import pasang
from ui.widgets.field import Field, Label, belongs_to_file
from ui.widgets.naskah_parts import PicturePart, TablePart
from ui.widgets.naskah_text import TextPart
from ui.widgets.naskah_tools import ToolHolder
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

    def _add_text(self, blocks: tuple[Paragraf | Daftar, ...], at: int | None = None) -> TextPart:
        part = TextPart(self._chip_text)
        part.setAccessibleName(self.column.label)
        part.fill(blocks)
        part.textChanged.connect(self._on_typed)
        part.table_pasted.connect(lambda rows, part=part: self.add_table(rows, part))
        part.picture_pasted.connect(lambda image, part=part: self.add_picture(image, part))
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

    def _reveal_part(self, part: QWidget) -> None:
        settle(part)
        reveal(part, above=self._holder.tool_height)

    def _follow_cursor(self, part: TextPart, place: QRect) -> None:
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
        self._tool_row = QWidget()
        row = QHBoxLayout(self._tool_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for icon, words, act in (
            ("tebal", "Tebal (Ctrl+B)", lambda t: t.toggle_bold()),
            ("miring", "Miring (Ctrl+I)", lambda t: t.toggle_italic()),
            ("butir", "Daftar butir", lambda t: t.toggle_list(False)),
            ("nomor", "Daftar bernomor", lambda t: t.toggle_list(True)),
        ):
            button = _tool(icon, words)
            button.clicked.connect(lambda _=False, act=act: self._on_current(act))
            row.addWidget(button)
        row.addSpacing(6)
        self._medan = _tool("medan", "Sisipkan data: angka, nama, dan tanggal yang selalu terbaru", "Data")
        self._medan.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._medan)
        menu.aboutToShow.connect(lambda: self._fill_medan(menu))
        self._medan.setMenu(menu)
        row.addWidget(self._medan)
        table = _tool("tabel", "Sisipkan tabel", "Tabel")
        table.clicked.connect(lambda: self.add_table([["", ""], ["", ""]]))
        picture = _tool("gambar", "Sisipkan gambar", "Gambar")
        picture.clicked.connect(self._choose_picture)
        row.addWidget(table)
        row.addWidget(picture)
        row.addStretch()
        self._worded = (self._medan, table, picture)
        return self._tool_row

    def _fit_tools(self) -> None:
        """Pictures without words where the row is too narrow for both: a word cut in two is none."""
        for style in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in self._worded:
                button.setToolButtonStyle(style)
            if self._tool_row.sizeHint().width() <= self.width():
                break

    def _on_current(self, act: Any) -> None:
        part = self._current()
        if part is not None:
            act(part)
            part.setFocus()

    def _choose_picture(self) -> None:
        from ui.dialogs import choose_picture

        path = choose_picture(self)
        if path:
            self.add_picture(path)

    def _fill_medan(self, menu: QMenu) -> None:
        from lkjip_desktop.core.kata_medan import MEDAN

        menu.clear()
        groups: dict[str, QMenu] = {}
        for name, medan in MEDAN.items():
            if medan.butuh and not self.subject:
                continue
            sub = groups.get(medan.kelompok)
            if sub is None:
                sub = groups[medan.kelompok] = menu.addMenu(medan.kelompok)
            value = self._medan_value(Medan(name))
            action = sub.addAction(f"{medan.label}: {value}" if value else medan.label)
            action.triggered.connect(lambda _=False, name=name: self._on_current(lambda t: t.insert_medan(Medan(name))))

    def _medan_value(self, medan: Medan) -> str:
        from lkjip_desktop.core.kata_medan import MEDAN

        hasil, known = self._bridge.hasil(), MEDAN.get(medan.nama)
        if hasil is None or known is None:
            return ""
        return known.isi(self._bridge.snapshot, hasil, medan.baris_id or self.subject)[:60]

    def _chip_text(self, medan: Medan) -> str:
        from lkjip_desktop.core.kata_medan import MEDAN

        known = MEDAN.get(medan.nama)
        return self._medan_value(medan) or (known.label if known else medan.nama)

    def _renew_chips(self, _what: object = None) -> None:
        """Merge fields show the values of now, also those that another screen changed."""
        if self.isVisible() and not self._committing and not self.dirty and any(medan_dipakai(self.isi())):
            self._fill(read_naskah(str(self.value or "")))

    def _count(self) -> None:
        words = len(polos(self.isi(), "x").split())
        self._words.setText(f"{angka(words)} kata" if words else "")

    # -------------------------------------------------------------------------------------------------- events
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_tools()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return False  # one key must not throw a written page away; Ctrl+Z takes it back bit by bit
        if watched is not self._editor and isinstance(watched, QWidget):
            kind = event.type()
            if kind == QEvent.Type.FocusIn:
                if isinstance(watched, TextPart):
                    self._last_text = watched
                self.entered.emit()
            elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
                if event.reason() != Qt.FocusReason.PopupFocusReason:
                    QTimer.singleShot(0, self, self._left)
            elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and belongs_to_file(event, self):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.commit()


def _tool(icon: str, words: str, text: str = "") -> QToolButton:
    button = QToolButton()
    pasang(button, icon)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setProperty("polos", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if text:
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def read_naskah(text: str) -> Isi:
    """The text of its JSON; a text that is none (an old draft) is taken as plain."""
    try:
        return baca(text)
    except ValueError:
        return dari_teks(text)
