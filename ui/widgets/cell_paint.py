"""How a cell of a grid is painted: wrapped words, figures at the right, a box in the middle, the cursor's frame."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui.tema import Warna, tema
from ui.widgets.cell_text import LINES, PAD, CellTexts
from ui.widgets.grid_column import GridColumn, Tone
from ui.widgets.grid_model import GridModel

Index = QModelIndex | QPersistentModelIndex
# As numbers: the flags of Qt are slow to combine, and this is asked of every cell at every painting.
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUS = QStyle.StateFlag.State_HasFocus.value


@dataclass(frozen=True, slots=True)
class _Colours:
    """Of a theme the pens and grounds, made once: making a QColor from its name costs more than painting a cell."""

    theme: Warna
    text: QColor
    faint: QColor
    bad: QColor
    bad_ground: QColor
    closed_ground: QColor
    chosen: QColor
    frame: QPen


class CellPainter(QStyledItemDelegate):
    """Paints by itself what the style would take ten times as long for (the sheet is worked out for every cell)."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.restyle(view)
        self._theme = tema()
        self._made: _Colours | None = None

    def restyle(self, view: QWidget) -> None:
        """Forget what was measured in another font."""
        self.texts = CellTexts(view.font())
        slanted = QFont(view.font())
        slanted.setItalic(True)
        self._slanted = CellTexts(slanted)

    def _colours(self) -> _Colours:
        theme = self._theme.warna
        if self._made is None or self._made.theme is not theme:
            self._made = _Colours(
                theme,
                QColor(theme.teks),
                QColor(theme.teks_redup),
                QColor(theme.buruk),
                QColor(theme.buruk_lembut),
                QColor(theme.latar),
                QColor(theme.aksen_lembut),
                QPen(QColor(theme.aksen), 2),
            )
        return self._made

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, GridModel)
        colours, rect, state = self._colours(), option.rect, option.state.value
        column = model.columns[index.column()]
        text, tone = model.look(index.row(), index.column())
        if state & _SELECTED:
            painter.fillRect(rect, colours.chosen)
        elif tone is Tone.REFUSED:
            painter.fillRect(rect, colours.bad_ground)
        elif tone is Tone.CLOSED:
            painter.fillRect(rect, colours.closed_ground)
        if column.check:
            self._box(painter, option, model.checked(index.row(), index.column()))
        elif text:
            painter.setPen(
                colours.text if tone is Tone.TYPED else colours.bad if tone is Tone.REFUSED else colours.faint
            )
            texts = self._slanted if tone is Tone.DERIVED else self.texts
            painter.setFont(texts.font)
            self._write(painter, texts, rect, text, column)
        if state & _FOCUS:
            painter.setPen(colours.frame)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _write(self, painter: QPainter, texts: CellTexts, rect: QRect, text: str, column: GridColumn) -> None:
        laid = texts.lay(text, rect.width() - 2 * PAD - 1, LINES if column.wraps else 1)
        y = rect.top() + max(1.0, (rect.height() - laid.height) / 2)
        for n, (line, width) in enumerate(laid.lines):
            x = rect.right() - PAD - width if column.to_right else rect.left() + PAD
            painter.drawStaticText(QPointF(x, y + n * texts.line), line)

    def _box(self, painter: QPainter, option: QStyleOptionViewItem, on: bool) -> None:
        """A check box in the middle, below its centred heading."""
        widget = option.widget
        box = QStyleOptionButton()
        box.rect = self._box_rect(option)
        box.state = QStyle.StateFlag.State_Enabled | (QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off)
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, widget)

    def _box_rect(self, option: QStyleOptionViewItem) -> QRect:
        side = round(self.texts.line)
        rect = QRect(0, 0, side, side)
        rect.moveCenter(option.rect.center())
        return rect

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        # The style looks for the box at the left; here it stands in the middle.
        assert isinstance(model, GridModel)
        if not model.columns[index.column()].check:
            return super().editorEvent(event, model, option, index)
        if not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Select):
                return False
        elif event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            if event.button() != Qt.MouseButton.LeftButton:
                return False
            if not self._box_rect(option).adjusted(-4, -4, 4, 4).contains(event.position().toPoint()):
                return False
        else:
            return False
        on = model.checked(index.row(), index.column())
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, GridModel)
        text, _ = model.look(index.row(), index.column())
        return QSize(round(self.texts.advance(text)) + 2 * PAD + 3, round(self.texts.line) + 8)

    def cut(self, model: GridModel, row: int, column: int, width: int) -> bool:
        """Whether some of a cell's text is not seen in a cell so wide."""
        text, _ = model.look(row, column)
        lines = LINES if model.columns[column].wraps else 1
        return bool(text) and self.texts.lay(text, width - 2 * PAD - 1, lines).cut

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """What the cell says of itself, and its whole text when some of it is cut."""
        model = index.model()
        if event.type() != QEvent.Type.ToolTip or not isinstance(model, GridModel):
            return super().helpEvent(event, view, option, index)
        words = str(model.data(index, Qt.ItemDataRole.ToolTipRole) or "")
        if not words and self.cut(model, index.row(), index.column(), option.rect.width()):
            words = model.look(index.row(), index.column())[0]
        show_tip(event.globalPos(), words, view)
        return bool(words)


def show_tip(at: QPoint, words: str, widget: QWidget) -> None:
    """A tooltip that breaks long texts into lines and takes them as they are, never as markup."""
    if not words:
        QToolTip.hideText()
        return
    from html import escape

    body = escape(words).replace("\n", "<br>")
    long = len(words) > 60
    QToolTip.showText(at, f"<div style='width: 420px'>{body}</div>" if long else f"<span>{body}</span>", widget)
