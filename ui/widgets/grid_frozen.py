"""The first columns of a wide table stay in sight while the others scroll, as frozen panes of a spreadsheet do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QWidget

from ui.bridge import Bridge
from ui.tema import tema
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_fit import FittedTable

Index = QModelIndex | QPersistentModelIndex
_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)
#: The kept columns take at most this share of the table, and leave the others at least so many pixels.
_SHARE, _REST = 0.6, 160
#: After so many milliseconds without scrolling the columns come to rest where one begins.
_REST_MS = 180


class GridHeader(QHeaderView):
    """A header of which the sections under the first `kept` pixels do not scroll: what the mouse does there is meant
    for them and not for what lies scrolled away below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.kept = 0
        #: While the mouse is down on the header: what changes its width then is the user's wish.
        self.by_hand = False
        self._dragged = (-1, 0)  # the kept section whose border is dragged, and how far the mouse is from its width
        self.setSectionsClickable(True)

    def viewportEvent(self, event: QEvent) -> bool:
        pressed = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if pressed and isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            self.by_hand = True  # not by the right button: its menu gets to know when it is let go
        done = self._viewport_event(event)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.by_hand = False
        return done

    def _viewport_event(self, event: QEvent) -> bool:
        if self.kept and isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            x = event.position().x()
            if self._border(event):
                return True
            if 0 <= x < self.kept:
                return super().viewportEvent(_moved(event, -self.offset()))
        elif self.kept and isinstance(event, QHelpEvent) and 0 <= event.pos().x() < self.kept:
            at = event.pos() - QPoint(self.offset(), 0)
            return super().viewportEvent(QHelpEvent(event.type(), at, event.globalPos()))
        return super().viewportEvent(event)

    def _border(self, event: QMouseEvent) -> bool:
        """Whether the mouse is at a border of a kept section; Qt drags none that is scrolled away."""
        x, kind = event.position().toPoint().x(), event.type()
        section, away = self._dragged
        if section >= 0:
            if kind == QEvent.Type.MouseMove and event.buttons():
                self.resizeSection(section, max(self.minimumSectionSize(), x - away))
                return True
            self._dragged = (-1, 0)
            return kind == QEvent.Type.MouseButtonRelease
        near = self._border_at(x)
        if kind == QEvent.Type.MouseMove and not event.buttons():
            if near >= 0:
                self.setCursor(Qt.CursorShape.SplitHCursor)
                return True
            self.unsetCursor()
        elif near >= 0 and event.button() == Qt.MouseButton.LeftButton:
            if kind == QEvent.Type.MouseButtonPress:
                self._dragged = (near, x - self.sectionSize(near))
                return True
            if kind == QEvent.Type.MouseButtonDblClick:
                self.sectionHandleDoubleClicked.emit(near)
                return True
        return False

    def _border_at(self, x: int) -> int:
        """The kept section that ends there, -1 when none does."""
        grip = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderGripMargin, None, self)
        for section in range(self.count()):
            end = self.sectionPosition(section) + self.sectionSize(section)
            if abs(x - end) <= grip:
                return section
            if end >= self.kept:
                break
        return -1

    def section_at(self, x: int) -> int:
        """The section that is seen there, -1 for none."""
        return self.logicalIndexAt(x - self.offset() if 0 <= x < self.kept else x)

    def paint_at(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a section elsewhere than where it lies."""
        painter.save()
        self.paintSection(painter, rect, section)
        painter.restore()


class FrozenPart(QWidget):
    """Paints the kept columns, with their headings, over the left edge of the table.

    It only paints. The mouse goes through it to the table, which takes what lies there for the kept columns: so there
    is one selection, one editor, one order and one set of widths, and a screen reader meets no second table.
    """

    def __init__(self, table: FrozenTable, header: GridHeader) -> None:
        super().__init__(table)
        self._table = table
        self._header = header
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        table, colours = self._table, tema().warna
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.isian))
        top, x = self._header.height(), 0
        columns: list[tuple[int, int, int]] = []
        for column in range(table.kept_columns()):
            width = table.columnWidth(column)
            self._header.paint_at(painter, QRect(x, 0, width, top), column)
            columns.append((column, x, width))
            x += width
        painter.setClipRect(0, top, self.width(), self.height() - top)
        self._cells(painter, columns, top, QColor(colours.garis))
        table.paint_handle(painter, QPoint(0, top))
        painter.setClipping(False)
        painter.fillRect(self.width() - 2, 0, 2, self.height(), QColor(colours.garis_isian))

    def _cells(self, painter: QPainter, columns: Sequence[tuple[int, int, int]], top: int, line: QColor) -> None:
        table, model, chosen = self._table, self._table.model(), self._table.selectionModel()
        current = table.currentIndex() if table.hasFocus() else QModelIndex()
        row = max(0, table.rowAt(0))
        option = QStyleOptionViewItem()
        option.widget = table
        plain = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Active
        while row < model.rowCount():
            y, height = top + table.rowViewportPosition(row), table.rowHeight(row)
            if y > self.height():
                break
            for column, x, width in columns:
                index = model.index(row, column)
                option.rect = QRect(x, y, width - 1, height - 1)
                option.state = plain
                if chosen.isSelected(index):
                    option.state |= QStyle.StateFlag.State_Selected
                if index == current:
                    option.state |= QStyle.StateFlag.State_HasFocus
                table.itemDelegate().paint(painter, option, index)
                painter.fillRect(x + width - 1, y, 1, height, line)
                painter.fillRect(x, y + height - 1, width, 1, line)
            row += 1


class FrozenTable(FittedTable):
    """A fitted table whose leading columns, up to the one that names the row, stay while it is scrolled sideways."""

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], name: str, parent: QWidget | None = None
    ) -> None:
        self._part: FrozenPart | None = None
        self._kept = (0, 0)  # columns, pixels
        self._mouse = QPoint()
        self._anchor = QPersistentModelIndex()  # where a block began that the mouse is drawing
        super().__init__(bridge, source, columns, name, parent)
        self._leading = next((i + 1 for i, c in enumerate(self._model.columns) if c.names_row), 0)
        header = self.horizontalHeader()
        assert isinstance(header, GridHeader)
        self._part = FrozenPart(self, header)
        self._delegate.kept = self.kept_columns
        self.horizontalScrollBar().valueChanged.connect(self._lay_part)
        self.horizontalScrollBar().rangeChanged.connect(self._lay_part)
        self.verticalScrollBar().valueChanged.connect(self._part.update)
        # An editor in a kept column lies over the viewport, which takes only its own editors along.
        self.verticalScrollBar().valueChanged.connect(self.updateEditorGeometries)
        header.sectionResized.connect(self._lay_part)
        self.horizontalScrollBar().sliderReleased.connect(self._settle)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._settle)
        self.horizontalScrollBar().actionTriggered.connect(lambda _action: self._rest.start())
        header.sortIndicatorChanged.connect(self._part.update)
        self.verticalHeader().sectionResized.connect(self._part.update)
        self.selectionModel().selectionChanged.connect(self._part.update)
        self.selectionModel().currentChanged.connect(self._part.update)
        for signal in (self._model.dataChanged, self._model.modelReset, self._model.headerDataChanged):
            signal.connect(self._part.update)

    def make_header(self) -> QHeaderView:
        return GridHeader(self)

    # ---------------------------------------------------------------------------------------------------- layout
    def kept_columns(self) -> int:
        """How many of the first columns stay; 0 while everything fits."""
        return self._kept[0]

    def kept_width(self) -> int:
        """The pixels that they take."""
        return self._kept[1]

    def _lay_part(self) -> None:
        part, header = self._part, self.horizontalHeader()
        if part is None or not isinstance(header, GridHeader):
            return
        count, width = self._kept = self._keep() if self.horizontalScrollBar().maximum() > 0 else (0, 0)
        scrolled = bool(count) and header.offset() > 0
        header.kept = self._kept[1] if scrolled else 0
        if scrolled:
            place = self.viewport().geometry()
            part.setGeometry(place.left(), header.y(), width, place.bottom() + 1 - header.y())
            part.update()
        part.setVisible(scrolled)

    def _keep(self) -> tuple[int, int]:
        """(columns, pixels) that stay in a table that is wider than its place."""
        room, count = self.viewport().width(), self._leading
        while count and (width := sum(map(self.columnWidth, range(count)))) > min(room * _SHARE, room - _REST):
            count -= 1
        return (count, width) if count else (0, 0)

    def _edges(self) -> list[int]:
        """How far the table is scrolled where a column begins right beside the kept ones; a figure of which the first
        digits are hidden would read as another figure."""
        count, width = self._kept
        header = self.horizontalHeader()
        return [header.sectionPosition(j) - width for j in range(count, self._model.columnCount())]

    def _widths_set(self) -> None:
        self._round_off()

    def _by_hand(self) -> bool:
        header = self.horizontalHeader()
        return isinstance(header, GridHeader) and header.by_hand

    def fit_column(self, column: int) -> None:
        """Make a column as wide as its texts, by the user's wish."""
        header = self.horizontalHeader()
        assert isinstance(header, GridHeader)
        header.by_hand = True
        self.resizeColumnToContents(column)
        header.by_hand = False

    def _keep_widths(self, column: int) -> None:
        super()._keep_widths(column)
        if not self._fitting:
            self._round_off()

    def _round_off(self) -> None:
        """Let the last column fill what is missing for the furthest place to be where a column begins."""
        last = self._model.columnCount() - 1
        if self._part is None or last < 1 or not self.isVisible():
            return
        natural, start = self._wanted_of(last)[1], self.horizontalHeader().sectionPosition(last)
        over = start + natural - self.viewport().width()
        if over <= 0:
            return
        self._kept = self._keep()
        if not self._kept[0]:
            return
        to = next((edge for edge in self._edges() if edge >= over), over)
        if self.columnWidth(last) != natural + to - over:
            self._fitting = True
            self.setColumnWidth(last, natural + to - over)
            self._fitting = False

    def _settle(self) -> None:
        """After the mouse has scrolled: to the nearest place where a column begins."""
        bar = self.horizontalScrollBar()
        if self._kept[0] and not bar.isSliderDown():
            bar.setValue(min(self._edges(), key=lambda edge: abs(edge - bar.value())))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._lay_part()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_part()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and self._part is not None:
            self._part.update()
        return super().event(event)

    def paint_handle(self, painter: QPainter, away: QPoint) -> None:
        """What lies over the cells, moved by `away`."""

    # ----------------------------------------------------------------------------------------- where things are
    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        return rect.translated(self.horizontalHeader().offset(), 0) if index.column() < self._kept[0] else rect

    def indexAt(self, pos: QPoint) -> QModelIndex:
        kept = 0 <= pos.x() < self._kept[1]
        return super().indexAt(pos - QPoint(self.horizontalHeader().offset(), 0) if kept else pos)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight beside the kept columns; those are always there."""
        if not self._kept[0] or not index.isValid():
            super().scrollTo(index, hint)
            return
        column, bar = index.column(), self.horizontalScrollBar()
        before = bar.value()
        if column >= self._kept[0]:
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            right = left + width - self.viewport().width()
            if left < self._kept[1]:
                before += left - self._kept[1]
            elif right > 0:
                furthest = before + left - self._kept[1]
                before = min(next((e for e in self._edges() if e >= before + right), furthest), furthest)
        down = self.verticalScrollBar()
        top = self.rowViewportPosition(index.row())
        bottom = top + self.rowHeight(index.row()) - self.viewport().height()
        if top < 0:
            down.setValue(down.value() + top)
        elif bottom > 0:
            down.setValue(down.value() + min(bottom, top))
        bar.setValue(before)

    # ------------------------------------------------------------------------------------------- blocks by mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._anchor = QPersistentModelIndex(self.corner() if shift else self.indexAt(self._mouse))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._anchor = QPersistentModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        # Qt gives the block by two points; where columns are kept, a point can mean two cells.
        to = self.indexAt(self._mouse)
        if not self._kept[0] or not self._anchor.isValid() or not to.isValid():
            super().setSelection(rect, command)
            return
        self.selectionModel().select(self.block_between(self._anchor, to), command)

    def block_between(self, a: Index, b: Index) -> QItemSelection:
        """All cells between two corners."""
        index = self._model.index
        first = index(min(a.row(), b.row()), min(a.column(), b.column()))
        return QItemSelection(first, index(max(a.row(), b.row()), max(a.column(), b.column())))

    def corner(self) -> QModelIndex:
        """The corner of the chosen block that lies opposite to the cursor; from it a block grows."""
        now, chosen = self.currentIndex(), self.selectionModel().selection()
        if not now.isValid() or chosen.isEmpty():
            return now
        block = chosen.first()
        row = block.top() if now.row() == block.bottom() else block.bottom()
        return self._model.index(row, block.left() if now.column() == block.right() else block.right())


def _moved(event: QMouseEvent, right: int) -> QMouseEvent:
    """The same event some pixels further to the right."""
    return QMouseEvent(
        event.type(),
        event.position() + QPointF(right, 0),
        event.scenePosition(),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )
