"""What opens over a cell of a grid: a line or a list, read before it closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from lkjip_desktop.core.schema import Kind
from ui.widgets.cell_paint import CellPainter
from ui.widgets.field import set_role
from ui.widgets.grid_model import GridModel
from ui.widgets.make_field import rows_to_choose

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellEditor(CellPainter):
    """Opens a line or a list over a cell; a refused entry keeps the editor open with the reason below it.

    `stepped` asks for the cell below (1) or above (-1) after Enter, `refused` gives the reason of a refusal.
    """

    stepped = Signal(int)
    refused = Signal(str)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, GridModel)
        spec = model.columns[index.column()].spec
        if spec is not None and spec.kind in (Kind.PILIHAN, Kind.RUJUK):
            combo = QComboBox(parent)
            if not spec.default:
                combo.addItem("—", "")
            pairs = rows_to_choose(model.bridge, spec.ref) if spec.ref else spec.choices
            for value, words in pairs:
                combo.addItem(words, value)
            combo.activated.connect(lambda: self._done(combo))
            return combo
        line = QLineEdit(parent)
        line.setAccessibleName(model.columns[index.column()].title)
        line.textEdited.connect(lambda: set_role(line, "salah", False))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model = index.model()
            assert isinstance(model, GridModel)
            spec = model.columns[index.column()].spec
            value = model.value(model.row_at(index.row()), model.columns[index.column()]) if spec else ""
            editor.setCurrentIndex(max(0, editor.findData(value or "")))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        assert isinstance(model, GridModel)
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData() or "")
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        if isinstance(editor, QComboBox):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        editor.setGeometry(rect)

    def _done(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QAbstractItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Enter and Tab first ask whether the entry can be understood; Qt would close the editor regardless.
        if (
            isinstance(editor, QLineEdit)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            model = self._view.model()
            assert isinstance(model, GridModel)
            isian = model.read(self._view.currentIndex().column(), editor.text())
            if isian.galat:
                set_role(editor, "salah", True)
                QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), isian.galat, editor)
                self.refused.emit(isian.galat)
                return True
            if event.key() in ENTER:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(editor, event)
