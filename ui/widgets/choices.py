"""Inputs where something is chosen: one of a list, a row of another table, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget

from lkjip_desktop.core.isian import Isian
from lkjip_desktop.core.schema import Column
from ui.widgets.field import Field

#: From so many entries on, typed words narrow a list.
_MANY = 9
#: Rows that a reference may choose from: (id, words).
Options = Callable[[], list[tuple[str, str]]]


class _Combo(QComboBox):
    """A combo box that the wheel passes by unless it has the focus, and that does not widen with its texts."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def make_searchable(self, searchable: bool) -> QLineEdit | None:
        """Let typed words narrow the list, wherever in an entry they stand; the line to type in when it is new."""
        if searchable == self.isEditable():
            return None
        self.setEditable(searchable)
        line, completer = self.lineEdit(), self.completer()
        if line is not None and completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setPlaceholderText("ketik untuk mencari")
        return line


class ChoiceField(Field):
    """One of the column's choices, or one of the rows that `options` gives (for references)."""

    def __init__(self, column: Column, options: Options | None = None, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._options = options
        #: Rows that must not be offered here (a row as a reference to itself).
        self.leave_out: Callable[[], Collection[str]] = tuple
        self.combo = _Combo()
        self._fill()
        self.combo.activated.connect(self._chosen)
        self._build(self.combo)

    def text(self) -> str:
        """The value of the entry, or what is typed and is none."""
        words = self.combo.currentText()
        at = self.combo.currentIndex()
        if self.combo.isEditable() and (at < 0 or words != self.combo.itemText(at)):
            if not words.strip():
                return ""
            fits = self._fits(words)
            return fits[0][1] if len(fits) == 1 else words
        return str(self.combo.currentData() or "")

    def set_text(self, text: str) -> None:
        at = self.combo.findData(text)
        if at < 0 and self.combo.isEditable():
            self.combo.setEditText(text)
        else:
            self.combo.setCurrentIndex(max(0, at))
        self._on_typed()

    def _fits(self, words: str) -> list[tuple[str, str]]:
        """(words, value) of the entries that hold all that is typed; one alone where it is the whole of it."""
        typed = words.casefold().split()
        entries = [(self.combo.itemText(i), str(self.combo.itemData(i) or "")) for i in range(self.combo.count())]
        found = [(w, v) for w, v in entries if v and all(t in w.casefold() for t in typed)]
        whole = [(w, v) for w, v in found if words.strip().casefold() in (w.casefold(), w.split(" ", 1)[0].casefold())]
        return whole if len(whole) == 1 else found

    def _shown(self) -> str:
        return str(self.value or "")

    def _show(self, value: Any) -> None:
        if self._options is not None:
            self._fill()
        index = self.combo.findData(value or "")
        if index < 0:  # a value that the list does not know is shown, never silently replaced
            self.combo.addItem(self.column.choice_label(str(value)), value)
            index = self.combo.count() - 1
        self.combo.setCurrentIndex(index)
        if (line := self.combo.lineEdit()) is not None:
            line.setText(self.combo.itemText(index))
            line.setCursorPosition(0)
            line.setToolTip(self.combo.itemText(index) if value else "")

    def read(self) -> Isian:
        value = self.text()
        if value and self.combo.findData(value) < 0:
            fits = self._fits(value)
            reason = "cocok dengan lebih dari satu pilihan" if fits else "tidak ada pada daftar pilihan"
            return Isian(galat=f"“{value[:40]}” {reason}.", pilihan=tuple(fits[:4]))
        return Isian(value or (None if self.column.ref else ""))

    def _fill(self) -> None:
        items = self._options() if self._options is not None else [(v, label) for v, label in self.column.choices]
        if out := self.leave_out():
            items = [(value, words) for value, words in items if value not in out]
        self.combo.clear()
        if not self.column.default:
            self.combo.addItem("— belum dipilih —" if self.column.required else "—", "")
        for value, words in items:
            self.combo.addItem(words, value)
            self.combo.setItemData(self.combo.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        if (line := self.combo.make_searchable(self.combo.count() >= _MANY)) is not None:
            line.setAccessibleName(self.column.label)
            line.installEventFilter(self)
            line.textEdited.connect(self._on_typed)

    def _chosen(self) -> None:
        self.typed.emit()
        self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.combo and event.type() == QEvent.Type.Wheel and not self.combo.hasFocus():
            event.ignore()
            return True
        if (
            watched is self.combo
            and self.combo.isEditable()
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self.dirty
        ):
            self.commit()
            return True
        return super().eventFilter(watched, event)


class YesNoField(Field):
    """A check box whose own text is the label."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self.check = QCheckBox(column.label)
        self.check.clicked.connect(self._chosen)
        self._label.hide()
        self._build(self.check)

    def text(self) -> str:
        return "ya" if self.check.isChecked() else "tidak"

    def set_text(self, text: str) -> None:
        self.check.setChecked(text == "ya")
        self._on_typed()

    def _shown(self) -> str:
        return "ya" if self.value else "tidak"

    def _show(self, value: Any) -> None:
        self.check.setChecked(bool(value))

    def read(self) -> Isian:
        return Isian(self.check.isChecked())

    def _chosen(self) -> None:
        self.typed.emit()
        self.commit()
