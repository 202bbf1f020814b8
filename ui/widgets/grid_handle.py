"""The small square at the corner of a chosen block: dragged down or to the right it fills the cells it passes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.tema import tema
from ui.widgets.grid_blocks import BlockTable
from ui.widgets.grid_column import GridColumn, Source

#: Side of the square in pixels, and how much further the mouse may be from it.
_SIDE, _NEAR = 7, 2

Block = tuple[int, int, int, int]  # top, left, bottom, right


class HandleTable(BlockTable):
    """Fills by the mouse. While it is dragged the block shows what will be filled; nothing is stored before the mouse
    is let go, and then as one step."""

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], name: str, parent: QWidget | None = None
    ) -> None:
        self._dragged: Block | None = None  # the block that is being copied from
        super().__init__(bridge, source, columns, name, parent)
        self.viewport().setMouseTracking(True)  # the square shows by its cursor that it can be dragged

    def handle_rect(self) -> QRect:
        """Where the square lies in the viewport; empty where nothing could be filled."""
        top, _, bottom, right = self._dragged or self._block()
        if top < 0 or self.bridge.read_only or not self.hasFocus() or bottom >= self._model.rowCount():
            return QRect()
        if not self._open_at(bottom, right):
            return QRect()
        cell = self.visualRect(self._model.index(bottom, right))
        if right >= self.kept_columns() and cell.right() - _SIDE < self.kept_width():
            return QRect()  # behind the columns that stay
        return QRect(cell.right() - _SIDE + 1, cell.bottom() - _SIDE + 1, _SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if event.rect().intersects(self.handle_rect()):
            self.paint_handle(QPainter(self.viewport()), QPoint())

    def paint_handle(self, painter: QPainter, away: QPoint) -> None:
        """Paint the square, moved by `away`, over the cells."""
        rect = self.handle_rect().translated(away)
        if not rect.isEmpty():
            painter.fillRect(rect.adjusted(-1, -1, 0, 0), QColor(tema().warna.isian))
            painter.fillRect(rect, QColor(tema().warna.aksen))

    def _on_handle(self, pos: QPoint) -> bool:
        rect = self.handle_rect()
        return not rect.isEmpty() and rect.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(pos)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._on_handle(event.position().toPoint()):
            self._dragged = self._block()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pos = event.position().toPoint()
        if self._dragged is None:
            over = not event.buttons() and self._on_handle(pos)
            self.viewport().setCursor(Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
            return
        top, left, bottom, right = self._reach(self._dragged, pos)
        first, last = self._model.index(top, left), self._model.index(bottom, right)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.block_between(first, last), flag.ClearAndSelect)
        self.scrollTo(last)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            super().mouseReleaseEvent(event)
            return
        source, self._dragged = self._dragged, None
        self.fill_from(source, self._reach(source, event.position().toPoint()))
        self.viewport().update()

    def _reach(self, source: Block, pos: QPoint) -> Block:
        """The block with the cells that the mouse has passed, in the direction in which it went further."""
        top, left, bottom, right = source
        corner = self.visualRect(self._model.index(bottom, right)).bottomRight()
        to = self.indexAt(pos)
        row = to.row() if to.isValid() else self._model.rowCount() - 1 if pos.y() > corner.y() else bottom
        column = to.column() if to.isValid() else right
        if pos.y() - corner.y() >= pos.x() - corner.x():
            return top, left, max(bottom, row), right
        return top, left, bottom, max(right, column)

    def fill_from(self, source: Block, target: Block) -> None:
        """Repeat what a block holds over the larger block that begins at the same corner."""
        top, left, bottom, right = source
        tall, wide = bottom - top + 1, right - left + 1
        cells = []
        for row in range(top, target[2] + 1):
            for column in range(left, target[3] + 1):
                if (row <= bottom and column <= right) or not self._open_at(row, column):
                    continue
                at = self._model.row_at(top + (row - top) % tall)
                of = self._model.columns[left + (column - left) % wide]
                if self._model.is_derived(at, of):
                    continue  # a figure that is computed for its own row says nothing of another
                if of is self._model.columns[column]:
                    cells.append((row, column, self._model.value(at, of)))
                elif not (isian := self._model.read(column, self._model.copy_text(at, of), row)).galat:
                    cells.append((row, column, isian.nilai))
        if cells:
            self._model.apply("Isi ke bawah" if target[2] > bottom else "Isi ke kanan", cells)
