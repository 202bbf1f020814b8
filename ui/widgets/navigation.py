"""The list of screens at the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.ikon import ikon


class _Delegate(QStyledItemDelegate):
    """Paints an entry without its words while there is no room for them; readers and type-ahead still have them."""

    compact = False

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if self.compact:
            option.text = ""


class Navigation(QListWidget):
    """Screens by key, title, icon and shortcut; `chosen` gives the key of the one to show."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigasi")
        self.setAccessibleName("Bagian pekerjaan")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self._words = _Delegate(self)
        self.setItemDelegate(self._words)
        self._entries = list(entries)
        for key, title, _, keys in self._entries:
            item = QListWidgetItem(title, self)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(f"{title} ({keys})")
        self.restyle()
        self.currentItemChanged.connect(self._chosen)

    @property
    def compact(self) -> bool:
        """Whether only the icons are shown."""
        return self._words.compact

    def set_compact(self, compact: bool) -> None:
        """Show only the icons, with the titles as tool tips, or icons and titles."""
        if compact != self._words.compact:
            self._words.compact = compact
            self.restyle()
            self.scheduleDelayedItemsLayout()

    def restyle(self) -> None:
        """Icons in the colours of the theme, width by the size of the text."""
        side = round(self.fontMetrics().height() * 1.25)
        self.setIconSize(QSize(side, side))
        for n, (_, _, icon, _) in enumerate(self._entries):
            self.item(n).setIcon(ikon(icon))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = self.iconSize().width()
        if self.compact:
            scrolls = self.sizeHintForRow(0) * self.count() > self.viewport().height()
            # The wide list has room to spare for its scroll bar, the icons have not.
            self.setFixedWidth(side + 46 + (self.verticalScrollBar().sizeHint().width() if scrolls else 0))
        else:
            widest = max(self.fontMetrics().horizontalAdvance(title) for _, title, _, _ in self._entries)
            self.setFixedWidth(widest + side + 58)

    def show_key(self, key: str) -> None:
        """Mark a screen as the one on view."""
        for n, (known, _, _, _) in enumerate(self._entries):
            if known == key:
                self.setCurrentRow(n)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
