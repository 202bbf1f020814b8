"""What opens over a cell of a grid: a line, several lines or a choice, read before it closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from lkjip_desktop.core.schema import Kind
from ui.widgets.cell_paint import CellPainter
from ui.widgets.choice_line import ChoiceLine
from ui.widgets.field import set_role
from ui.widgets.grid_column import Tone
from ui.widgets.grid_model import GridModel
from ui.widgets.make_field import rows_to_choose

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
#: Lines and characters that an editor of paragraphs offers at least.
_LINES, _CHARS = 5, 44


class CellEditor(CellPainter):
    """Opens an editor over a cell; a refused entry keeps the editor open with the reason below it.

    `stepped` asks for the cell below (1) or above (-1) after Enter, `refused` gives the reason of a refusal.
    """

    stepped = Signal(int)
    refused = Signal(str)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        #: How many of the first columns lie over the viewport and do not scroll.
        self.kept: Callable[[], int] = lambda: 0
        #: The editor that was opened last.
        self.opened: QLineEdit | QPlainTextEdit | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, GridModel)
        column = model.columns[index.column()]
        spec = column.spec
        if index.column() < self.kept():
            parent = self._view  # above the columns that stay, which lie over the viewport
        editor: QLineEdit | QPlainTextEdit
        if spec is not None and spec.kind in (Kind.PILIHAN, Kind.RUJUK):
            pairs = list(rows_to_choose(model.bridge, spec.ref) if spec.ref else spec.choices)
            if not spec.default:
                pairs.insert(0, ("", "—"))
            value = str(model.value(model.row_at(index.row()), column) or "")
            editor = choice = ChoiceLine(pairs, value, parent)
            choice.picked.connect(lambda: self._done(choice))
        elif spec is not None and spec.kind is Kind.PARAGRAF:
            editor = QPlainTextEdit(parent)
            editor.setToolTip("Shift+Enter membuat baris baru; Enter selesai.")
        else:
            editor = QLineEdit(parent)
        if isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(lambda: set_role(editor, "salah", False))
        else:
            editor.textEdited.connect(lambda: set_role(editor, "salah", False))
        editor.setAccessibleName(column.title)
        if model.look(index.row(), index.column())[1] is Tone.DERIVED:
            # What is computed stays in sight until the first letter, but is nothing to go on from.
            editor.setPlaceholderText(model.copy_text(model.row_at(index.row()), column))
        self.opened = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.opened:
            self.opened = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ChoiceLine):
            editor.selectAll()
        elif isinstance(editor, (QLineEdit, QPlainTextEdit)):
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setText(text) if isinstance(editor, QLineEdit) else editor.setPlainText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        assert isinstance(model, GridModel)
        if isinstance(editor, ChoiceLine):
            if (value := editor.value()) is not None:
                model.setData(index, value)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
        elif isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)  # the option is used again
        if isinstance(editor, QPlainTextEdit):
            # Larger than its cell where the cell is small, but inside the table.
            metrics, place = editor.fontMetrics(), self._view.viewport().rect()
            rect.setWidth(min(max(rect.width(), metrics.horizontalAdvance("0") * _CHARS), place.width()))
            rect.setHeight(min(max(rect.height(), metrics.lineSpacing() * _LINES + 12), place.height()))
            rect.moveRight(min(rect.right(), place.right()))
            rect.moveBottom(min(rect.bottom(), place.bottom()))
        if editor.parent() is self._view:
            rect.translate(self._view.viewport().pos())
        editor.setGeometry(rect)
        if isinstance(editor, ChoiceLine) and not editor.list.isVisible():
            editor.show_choices()

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _galat(self, editor: QWidget) -> str:
        """Why what an editor holds cannot be taken, "" when it can."""
        model, column = self._view.model(), self._view.currentIndex().column()
        assert isinstance(model, GridModel)
        if isinstance(editor, ChoiceLine):
            if editor.value() is not None:
                return ""
            return model.read(column, editor.text()).galat or "Pilih salah satu dari daftar."
        text = editor.text() if isinstance(editor, QLineEdit) else ""
        return model.read(column, editor.toPlainText() if isinstance(editor, QPlainTextEdit) else text).galat

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not isinstance(editor, (QLineEdit, QPlainTextEdit)):
            return super().eventFilter(editor, event)
        if isinstance(editor, ChoiceLine) and event.type() == QEvent.Type.FocusOut and not editor.settled:
            # Words that are half of a choice are no choice: it is taken with Enter or Tab only.
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            return False
        # Enter and Tab first ask whether the entry can be understood; Qt would close the editor regardless.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in (*ENTER, *_TABS):
            held = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
            if isinstance(editor, QPlainTextEdit) and event.key() in ENTER and held:
                editor.insertPlainText("\n")
                return True
            if galat := self._galat(editor):
                set_role(editor, "salah", True)
                QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), galat, editor)
                self.refused.emit(galat)
                return True
            if event.key() in ENTER:
                self._done(editor)
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(editor, event)


def caret_to_end(editor: QWidget) -> None:
    """Go on writing behind what is there, nothing chosen."""
    if isinstance(editor, QLineEdit):
        editor.deselect()
        editor.setCursorPosition(len(editor.text()))
    elif isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)
