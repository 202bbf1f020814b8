"""One input of a form: label, editor, and the line below that helps, echoes or refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.commands import Perintah
from lkjip_desktop.core.isian import Isian, baca_isian
from lkjip_desktop.core.nasihat import nasihat
from lkjip_desktop.core.schema import Column, Kind
from ui.widgets.label import Label as Label
from ui.widgets.label import Steady

_FLASH_MS = 1400
#: A row of a form has so many columns, with so many pixels between two inputs.
COLUMNS, GAP = 12, 14
#: Kinds whose text is read otherwise than it is typed, and what stands in a line that is kept free.
_ECHOED = (Kind.ANGKA, Kind.UANG, Kind.BULAT, Kind.TAHUN, Kind.TANGGAL)
_NOTHING = "\u00a0"


def set_role(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def flash(widget: QWidget) -> None:
    """Tint an input for a moment: here is what was asked for."""
    set_role(widget, "kilat", True)
    QTimer.singleShot(_FLASH_MS, widget, lambda: set_role(widget, "kilat", False))


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again; one that was never shown will be looked at anyway."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def drop(layout: QLayout, widgets: list[QWidget]) -> None:
    """Take widgets out of their layout and let them go; the list is empty then.

    Not by takeAt: PySide leaves the taken item alive with the sizes it remembers, and may take a later item at its
    address for it, which then is freed twice.
    """
    for widget in widgets:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
    widgets.clear()


class Field(QWidget):
    """Base of every input. It knows its Column and the committed value, not the row it belongs to.

    Leaving the editor or Enter commits: the text is read, then `on_commit(value)` is asked; it returns "" when the
    value was stored, else the sentence to show. A refused entry stays as typed.
    """

    entered = Signal()
    typed = Signal()
    history_wanted = Signal()

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.value: Any = None
        self.on_commit: Callable[[Any], str] = lambda _value: ""
        self.year: int | None = None
        #: Commands that have to be done together with storing the value (a picture that is taken in).
        self.before: tuple[Perintah, ...] = ()
        #: The unit that stood beside the number which is being committed.
        self.unit = ""
        self._refused = False
        self._refused_as = ""
        self._committing = False
        self._editor: QWidget | None = None
        self._label_row = QHBoxLayout()
        self._label_row.setSpacing(6)
        self._label = Label(column.label, "label")
        self._label_row.addWidget(self._label, 1)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._must: Label | None = None
        if column.required:
            self._must = Label("wajib", "bantuan", wrap=False)
            self._label_row.addWidget(self._must)
        if column.unit:
            self._label_row.addWidget(Label(f"({column.unit})", "bantuan", wrap=False))
        # A grid of inputs keeps equal columns only when their own wishes are left aside.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        self._box.addLayout(self._label_row)
        self._editor_row = QHBoxLayout()
        self._place = (0, COLUMNS, COLUMNS)  # first column, columns of the input, columns of the lines around it
        self._line = Steady("bantuan", lines=1, like=column.help)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._offers = QGridLayout()
        self._offers.setSpacing(4)
        self._offers.setColumnStretch(COLUMNS, 1)
        self._offered: list[QWidget] = []
        self.help = column.help

    # ------------------------------------------------------------------------------------------- for subclasses
    def _build(self, editor: QWidget, stretch: int = 0) -> None:
        """Put the editor between label and line; call once, at the end of the subclass's constructor."""
        self._editor = editor
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        editor.setAccessibleName(self.column.label)
        editor.setAccessibleDescription(self.column.help)
        if self.column.help:
            editor.setToolTip(self.column.help)
        self._label.setBuddy(editor)
        self._label.installEventFilter(self)
        self._editor_row.addWidget(editor)
        self._box.addLayout(self._editor_row, stretch)
        self._box.addWidget(self._line)
        self._box.addLayout(self._offers)
        self._say("")

    def text(self) -> str:
        """The text in the editor."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Put a text into the editor as if it had been typed."""
        raise NotImplementedError

    def _show(self, value: Any) -> None:
        """Show a committed value."""
        raise NotImplementedError

    def _shown(self) -> str:
        """The text that stands for the committed value."""
        raise NotImplementedError

    def read(self) -> Isian:
        """The text in the editor as understood."""
        return baca_isian(self.column, self.text(), None, self.year)

    def set_label(self, text: str, help: str | None = None) -> None:
        """Another label (and line below) than the column's own, for a screen reader too."""
        self._label.setText(text)
        self._keep_share()
        if help is not None and help != self.help:
            self.help = self._line.like = help
            self._line.release()
            if not self._refused:
                self._say("")
        self.editor.setAccessibleName(f"{text}: {help}" if help else text)

    def place(self, start: int, span: int, room: int) -> None:
        """Stand in a row of COLUMNS equal columns without gaps: the input takes `span` of them from `start` on, and
        what is said below it may use `room` columns. The gap lies inside, so that every input keeps its share."""
        self._place = (start, span, room)
        left, right = GAP * start // COLUMNS, GAP * (COLUMNS - start - room) // COLUMNS
        self._box.setContentsMargins(left, 0, right, 0)
        self._keep_share()

    def _keep_share(self) -> None:
        start, span, room = self._place
        free = 0
        if span < room:
            share = span * self.width() / room - GAP * (COLUMNS - span) / COLUMNS
            free = max(0, round(self.width() - GAP * start // COLUMNS - share))
        self._editor_row.setContentsMargins(0, 0, free, 0)
        # A label that would wrap above its input uses the free room beside it instead.
        wish = self._label.fontMetrics().horizontalAdvance(self._label.text()) + self._label_row.spacing()
        margins = self._label_row.contentsMargins()
        others = self._label_row.sizeHint().width() - self._label.sizeHint().width() - margins.left() - margins.right()
        long = wish + others > self.width() - GAP - free
        self._label_row.setContentsMargins(0, 0, 0 if long else free, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_share()
            self._box.activate()  # now: the layout has just been laid out by the old margins

    def hide_required(self) -> None:
        """Say nothing of "wajib" where a whole page may be passed over."""
        if self._must is not None:
            self._must.hide()

    # --------------------------------------------------------------------------------------------------- state
    @property
    def editor(self) -> QWidget:
        assert self._editor is not None
        return self._editor

    @property
    def committing(self) -> bool:
        """True while the step of this field is being done."""
        return self._committing

    @property
    def refused(self) -> bool:
        """True while the editor holds something that was not understood, or not allowed."""
        return self._refused

    @property
    def dirty(self) -> bool:
        """True while the editor holds something that is not committed."""
        return self.text() != self._shown()

    def load(self, value: Any) -> None:
        """Show a committed value and forget what was typed."""
        self.value = value
        self.before = ()
        self._show(value)
        self._refused = False
        self._say("")
        set_role(self.editor, "salah", False)

    def settle(self) -> None:
        """Keep no room for what was said before: another row is shown."""
        self._line.release()

    def commit(self) -> bool:
        """Store what was typed; True when nothing is left uncommitted."""
        if self._committing:  # a view that reacts to the step must not commit it once more
            return True
        if not self.dirty:
            if self._refused:  # typed back to what it was
                self.load(self.value)
            return True
        isian = self.read()
        if isian.galat:
            self.refuse(isian.galat, isian.pilihan)
            self._refused_as = self.text()
            return False
        if isian.nilai == self.value and type(isian.nilai) is type(self.value) and not self._differs(isian.nilai):
            self.load(self.value)
            return True
        self._committing, self.unit = True, isian.satuan
        try:
            galat = self.on_commit(isian.nilai)
        finally:
            self._committing = False
        if galat:
            self.refuse(galat)
            return False
        self.load(isian.nilai)
        if isian.catatan:
            self._say(isian.catatan, "awas")
        elif isian.dibaca:
            self._say(isian.dibaca, "baik")
        return True

    def _differs(self, value: Any) -> bool:
        """True for equal values that are yet to be stored anew: Decimal 60 and 60.00."""
        return str(value) != str(self.value)

    def refuse(self, sentence: str, choices: tuple[tuple[str, str], ...] = ()) -> None:
        """Keep what was typed and say why it is not stored; offer what it could mean."""
        self._refused = True
        set_role(self.editor, "salah", True)
        self._say(sentence, "buruk")
        for words, text in choices[:4]:
            button = QPushButton(words)
            button.setProperty("tautan", True)
            button.setAccessibleName(f"Pakai {words}")
            button.clicked.connect(lambda _=False, text=text: self._take(text))
            self._offered.append(button)
        # Beside each other while they fit: half a date says less than none.
        widest = max((b.sizeHint().width() for b in self._offered), default=1) + self._offers.spacing()
        beside = max(1, self.width() // widest)
        for i, offered in enumerate(self._offered):
            self._offers.addWidget(offered, i // beside, i % beside, Qt.AlignmentFlag.AlignLeft)
        before = self.editor  # Tab comes to what is offered, and then to the next field
        for offered in self._offered:
            QWidget.setTabOrder(before, offered)
            before = offered

    def reveal(self) -> None:
        """Scroll until the whole field is in view; setting the focus alone does not."""
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(self, 20, 40)
            parent = parent.parentWidget()

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without letting it be changed."""
        self.editor.setEnabled(not read_only)

    # ------------------------------------------------------------------------------------------------ internals
    def _take(self, text: str) -> None:
        self.set_text(text)
        self.commit()
        self.editor.setFocus()

    def _say(self, sentence: str, role: str = "") -> None:
        drop(self._offers, self._offered)
        if not sentence and self.value and not self.dirty and (sentence := nasihat(self.column, self.value)):
            role = "awas"
        text = sentence or self.help
        self._line.setText({"buruk": "⚠ ", "awas": "⚠ "}.get(role, "") + text if text else _NOTHING)
        # What is understood is said while one types: its room is kept, so that nothing moves below the keys.
        self._line.setVisible(bool(text) or self.column.kind in _ECHOED)
        set_role(self._line, "peran", role or "bantuan")
        description = f"{self.column.help} {sentence}".strip()
        if self._editor is not None:
            self._editor.setAccessibleDescription(description)

    def _on_typed(self) -> None:
        """To be called by subclasses whenever the user changes the editor."""
        if self._refused:
            self._refused = False
            set_role(self.editor, "salah", False)
        self._echo()
        self.typed.emit()

    def _echo(self) -> None:
        """Say what would be understood, where it looks unlike what is typed."""
        if not self.dirty:
            self._say("")
            return
        isian = self.read()
        unlike = isian.dipahami and _plain(isian.dipahami) != _plain(self.text())
        self._say(f"Dipahami: {isian.dipahami}" if unlike else "", "baik" if unlike else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            # Inputs of text add the history to a menu of their own; every other input, and every label, has only this.
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction("Riwayat isian ini…").triggered.connect(self.history_wanted)
            menu.popup(event.globalPos())
            return True
        if watched is self._editor:
            match event.type():
                case QEvent.Type.FocusIn:
                    self.entered.emit()
                case QEvent.Type.FocusOut if isinstance(event, QFocusEvent):
                    # Its own menu is no leaving; and on the way to what is offered nothing is offered anew.
                    again = self._refused and self._refused_as == self.text()
                    if event.reason() != Qt.FocusReason.PopupFocusReason and not again:
                        self.commit()
                case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and belongs_to_file(event, self):
                    event.ignore()
                    return True
                case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                    if event.key() == Qt.Key.Key_Escape and (self.dirty or self._refused):
                        self.load(self.value)
                        self.typed.emit()
                        return True
        return super().eventFilter(watched, event)


def _plain(text: str) -> str:
    """Texts that differ only in grouping marks, money signs and spaces look alike to a reader."""
    return "".join(c for c in text.lower().replace("rp", "") if c not in " .\u00a0")


def belongs_to_file(event: QKeyEvent, field: Field) -> bool:
    """True for Ctrl+Z and Ctrl+Y while nothing is typed in the field: they are then the file's, not the editor's."""
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo  # every key asks: cheap first
    return (event.matches(undo) or event.matches(redo)) and not field.dirty
