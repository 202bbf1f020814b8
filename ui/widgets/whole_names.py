"""Names in a list that go on in the next line where they do not fit; Qt cuts one that is only a little too long."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex
_LINES_MOST = 6


class WholeNames(QStyledItemDelegate):
    """For a list with word wrap; a name of more than a few lines is cut at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        if not isinstance(view, QAbstractItemView):
            return super().sizeHint(option, index)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        # One letter in one line: what padding, frame and icon add to the words, as the style draws them.
        line.text, line.features = "x", line.features & ~QStyleOptionViewItem.ViewItemFeature.WrapText
        metrics, width = line.fontMetrics, view.viewport().width()
        one = view.style().sizeFromContents(QStyle.ContentsType.CT_ItemViewItem, line, QSize(), view)
        around = one.width() - metrics.horizontalAdvance("x")
        if metrics.horizontalAdvance(words) + around <= width:
            return QSize(metrics.horizontalAdvance(words) + around, one.height())
        room = QRect(0, 0, max(40, width - around), 10_000)
        tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, words).height()
        extra = min(tall, _LINES_MOST * metrics.lineSpacing()) - metrics.height()
        return QSize(width, one.height() + max(0, extra))
