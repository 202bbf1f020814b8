"""Names in a list that go on in the next line where they do not fit; Qt cuts one that is only a little too long."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex
_LINES_MOST = 4


class WholeNames(QStyledItemDelegate):
    """For a list with word wrap; a name of more than a few lines is cut at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        view = self.parent()
        if not isinstance(view, QAbstractItemView) or hint.width() <= (width := view.viewport().width()):
            return hint
        metrics = option.fontMetrics
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        around = hint.width() - metrics.horizontalAdvance(words)  # padding, frame and icon as the style draws them
        room = QRect(0, 0, max(40, width - max(around, 12)), 10_000)
        tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, words).height()
        extra = min(tall, _LINES_MOST * metrics.lineSpacing()) - metrics.height()
        return QSize(width, hint.height() + max(0, extra))
