"""Inputs where something is chosen: one of a list, a row of another table, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from lkjip_desktop.core.isian import Isian
from lkjip_desktop.core.schema import Column
from ui.widgets.field import Field

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
        return str(self.combo.currentData() or "")

    def set_text(self, text: str) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(text)))
        self._on_typed()

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

    def read(self) -> Isian:
        return Isian(self.text() or (None if self.column.ref else ""))

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

    def _chosen(self) -> None:
        self.typed.emit()
        self.commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.combo and event.type() == QEvent.Type.Wheel and not self.combo.hasFocus():
            event.ignore()
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
