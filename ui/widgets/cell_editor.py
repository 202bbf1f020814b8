"""What opens over a cell of a grid: a line, several lines or a choice, read before it closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegion, QTextCursor
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
from ui.widgets.grid_keys import ARROWS
from ui.widgets.grid_model import GridModel
from ui.widgets.make_field import rows_to_choose

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
#: Lines and characters that an editor of paragraphs offers at least.
_LINES, _CHARS = 5, 44


class CellEditor(CellPainter):
    """Opens an editor over a cell; a refused entry keeps the editor open with the reason below it.

    `stepped` asks for a cell so many rows and columns away after Enter or an arrow, `tabbed` for the next (1) or
    previous (-1) one, `filled` to put a text into the whole block (Ctrl+Enter), `refused` says why not. `began` and
    `ended` frame the time that an editor is open.
    """

    stepped = Signal(int, int)
    tabbed = Signal(int)
    filled = Signal(str)
    refused = Signal(str)
    began = Signal(object, object)
    ended = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        #: How many of the first columns lie over the viewport and do not scroll.
        self.kept: Callable[[], int] = lambda: 0
        #: Whether a block of more than one cell is chosen.
        self.many: Callable[[], bool] = lambda: False
        #: The editor that was opened last.
        self.opened: QLineEdit | QPlainTextEdit | None = None
        #: While the grid opens an editor by typing over the cell: arrows then end the entry, as in a spreadsheet.
        self.typing = False
        self._overtyped = False

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
        self._overtyped = self.typing and type(editor) is QLineEdit
        self.began.emit(editor, index)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.opened:
            self.opened = None
            self.ended.emit()
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
            place = self._view.viewport().geometry()
            rect.translate(place.topLeft())
            seen = rect.intersected(place)
            if seen.isEmpty():
                rect.moveBottom(-1)  # scrolled away: not over the headings, and the keys stay in it
            elif seen != rect:
                editor.setMask(QRegion(seen.translated(-rect.topLeft())))
            else:
                editor.clearMask()
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
        if event.type() == QEvent.Type.MouseButtonPress:
            self._overtyped = False  # from now on the arrows are for the words
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            self._overtyped = not self._overtyped and type(editor) is QLineEdit
            return True
        # Enter, Tab and arrows first ask whether the entry can be understood; Qt would close the editor regardless.
        ends = (*ENTER, *_TABS, *(ARROWS if self._overtyped and editor is self.opened else ()))
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ends:
            held = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
            if isinstance(editor, QPlainTextEdit) and event.key() in ENTER and held:
                editor.insertPlainText("\n")
                return True
            if galat := self._galat(editor):
                set_role(editor, "salah", True)
                QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), galat, editor)
                self.refused.emit(galat)
                return True
            if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()
                if self.many():
                    self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
                    self.filled.emit(text)
                else:
                    self._done(editor)
                return True
            self._done(editor)
            if event.key() in ENTER:
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
            elif event.key() in _TABS:
                self.tabbed.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
            else:
                self.stepped.emit(*ARROWS[event.key()])
            return True
        return super().eventFilter(editor, event)


def caret_to_end(editor: QWidget) -> None:
    """Go on writing behind what is there, nothing chosen."""
    if isinstance(editor, QLineEdit):
        editor.deselect()
        editor.setCursorPosition(len(editor.text()))
    elif isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)
