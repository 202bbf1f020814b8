"""Problems as a list, gravest first; a click or Enter leads to the field. What is not due yet is grey and says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.bridge import Bridge
from ui.ikon import ikon
from ui.problem_groups import word
from ui.tema import tema

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem

#: Under a title: its problems.
Heap = tuple[str, Sequence["Problem"]]
_ICON = {"kesalahan": ("salah", "buruk"), "peringatan": ("awas", "awas"), "info": ("info", "teks_redup")}
_PLACE = Qt.ItemDataRole.UserRole
_GREY = Qt.ItemDataRole.UserRole + 1
_HINT = Qt.ItemDataRole.UserRole + 2
_HEAD = Qt.ItemDataRole.UserRole + 3
_PROBLEM = Qt.ItemDataRole.UserRole + 4
_Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap.value
_PAD, _GAP = 8, 8
_KNOWN_MOST = 20_000


class ProblemList(QListWidget):
    """Shows what it is given; knows the way to each place. `menu` gives the words of what a right click or Delete
    offers for a problem ("" = nothing), `menu_chosen` tells of it."""

    menu_chosen = Signal(object)

    def __init__(self, bridge: Bridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.menu: Callable[[Problem], str] | None = None
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Lines(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # the heights follow the width
        self.itemActivated.connect(self._follow)
        self.itemClicked.connect(self._follow)
        tema().berganti.connect(self._restyle)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Fill anew without titles; the place in the list stays."""
        self.show_groups([("", tuple(problems))])

    def show_groups(self, heaps: Iterable[Heap], grey: Collection[Problem] = ()) -> None:
        """Fill anew, each heap under its title and count, those of `grey` pale; the place in the list stays."""
        row = self.currentRow()
        before = (self.item(row).data(_PLACE), self.item(row).text()) if row >= 0 else None
        at = self.verticalScrollBar().value()
        self.clear()
        icons = {level: ikon(*look) for level, look in _ICON.items()}
        again, pale = -1, frozenset(grey)
        for title, problems in heaps:
            if title:
                self._add_head(title, len(problems))
            for p in problems:
                self._add(p, p in pale, icons)
                if before is not None and before[1] == p.teks and before[0] == (p.tabel, p.kunci, p.kolom):
                    again = self.count() - 1
        if again < 0:
            again = min(row, self.count() - 1)  # the one that is mended is gone: the next takes its place
        if again >= 0 and not self.item(again).flags() & Qt.ItemFlag.ItemIsSelectable:
            again += 1
        if 0 <= again < self.count():
            self.setCurrentRow(again)
        self.verticalScrollBar().setValue(at)

    def problem_count(self) -> int:
        """How many problems are shown; titles are none."""
        return sum(not self.item(i).data(_HEAD) for i in range(self.count()))

    def _add_head(self, title: str, n: int) -> None:
        item = QListWidgetItem(f"{title} ({n})", self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # the arrows pass it by
        item.setData(_HEAD, True)
        item.setToolTip(title)

    def _add(self, p: Problem, pale: bool, icons: Mapping[str, QIcon]) -> None:
        item = QListWidgetItem(icons.get(p.level, icons["info"]), p.teks, self)
        item.setData(_HINT, p.saran)
        item.setData(_PLACE, (p.tabel, p.kunci, p.kolom))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word(p)}: {p.teks} {p.saran}")
        item.setData(_PROBLEM, p)
        item.setData(_GREY, p.belum_waktunya or pale)
        more = f" Klik kanan: {words.lower()}." if self.menu is not None and (words := self.menu(p)) else ""
        item.setToolTip(f"{word(p)}. Klik atau Enter untuk membuka isiannya.{more}")
        if p.belum_waktunya or pale:
            item.setForeground(QBrush(QColor(tema().warna.teks_redup)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.currentRow() >= 0:
                item = self.currentItem()
                words = f"{item.text()} {item.data(_HINT)}".strip()
                QGuiApplication.clipboard().setText(words)
        elif event.key() == Qt.Key.Key_Delete and self._menu_words():
            self.menu_chosen.emit(self.currentItem().data(_PROBLEM))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        on_it = by_key or self.itemAt(event.pos()) is self.currentItem()  # a title, or the void below, has no menu
        if on_it and (words := self._menu_words()):
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            problem = self.currentItem().data(_PROBLEM)
            menu.addAction(f"{words}\tDelete").triggered.connect(lambda: self.menu_chosen.emit(problem))
            at = event.globalPos()
            if by_key:
                at = self.viewport().mapToGlobal(self.visualItemRect(self.currentItem()).center())
            menu.popup(at)

    def _menu_words(self) -> str:
        item = self.currentItem() if self.currentRow() >= 0 else None
        problem = item.data(_PROBLEM) if item is not None else None
        return self.menu(problem) if self.menu is not None and problem is not None else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A list that is entered by Tab has a line to start from."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            first = next((i for i in range(self.count()) if not self.item(i).data(_HEAD)), -1)
            self.setCurrentRow(first)

    def _follow(self, item: QListWidgetItem) -> None:
        table, key, column = item.data(_PLACE) or ("", "", "")
        if table:
            self._bridge.wanted.emit(table, key, column)

    def _restyle(self) -> None:
        for i in range(self.count()):
            if self.item(i).data(_GREY):
                self.item(i).setForeground(QBrush(QColor(tema().warna.teks_redup)))


def _height(words: str, font: QFont, width: int) -> int:
    metrics = QFontMetrics(font)
    if "\n" not in words and metrics.horizontalAdvance(words) <= width:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, max(60, width), 10_000), _WRAP, words).height()


def _side(option: QStyleOptionViewItem) -> int:
    """Side of the sign before a line: as high as its letters."""
    return round(option.fontMetrics.height() * 0.95)


class _Lines(QStyledItemDelegate):
    """What is wrong in plain text, below it smaller and paler what to do.

    A year may have thousands of lines, and the list asks for each of them again and again: heights are worked out once
    for a text, a width and a font.
    """

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._known: dict[tuple[str, str, int, str], tuple[int, int]] = {}

    def _bold(self, option: QStyleOptionViewItem) -> QFont:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _parts(self, option: QStyleOptionViewItem, index: _Index) -> tuple[str, str, QFont]:
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.93)
        return str(index.data(Qt.ItemDataRole.DisplayRole) or ""), str(index.data(_HINT) or ""), small

    def _heights(self, option: QStyleOptionViewItem, index: _Index, width: int) -> tuple[int, int]:
        words, hint, small = self._parts(option, index)
        key = (words, hint, width, option.font.key())
        if key not in self._known:
            if len(self._known) > _KNOWN_MOST:
                self._known.clear()
            self._known[key] = _height(words, option.font, width), _height(hint, small, width) if hint else 0
        return self._known[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        parent = self.parent()
        width = parent.viewport().width() if isinstance(parent, QListWidget) else 300
        if index.data(_HEAD):
            return QSize(width - 4, QFontMetrics(self._bold(option)).height() + 3 * _PAD)
        above, below = self._heights(option, index, width - _side(option) - 2 * _PAD - _GAP - 4)
        return QSize(width - 4, above + (below + 2 if below else 0) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.data(_HEAD):
            self._paint_head(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        ground.text, ground.icon = "", QIcon()
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)
        words, hint, small = self._parts(option, index)
        side = _side(option)
        box = option.rect.adjusted(_PAD + side + _GAP, _PAD, -_PAD, -_PAD)
        if isinstance(icon, QIcon):
            icon.paint(painter, option.rect.x() + _PAD, box.y() + 1, side, side)
        above, _ = self._heights(option, index, box.width())
        w = tema().warna
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(w.teks_redup if index.data(_GREY) else w.teks))
        painter.drawText(box, _WRAP, words)
        painter.setFont(small)
        painter.setPen(QColor(w.teks_redup))
        painter.drawText(box.adjusted(0, above + 2, 0, 0), _WRAP, hint)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        font = self._bold(option)
        box = option.rect.adjusted(_PAD, 2 * _PAD, -_PAD, -_PAD)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        name, bracket, count = words.rpartition(" (")
        room = QFontMetrics(font)
        fits = room.elidedText(name, Qt.TextElideMode.ElideRight, box.width() - room.horizontalAdvance(bracket + count))
        w = tema().warna
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(w.teks))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fits + bracket + count)
        painter.setPen(QColor(w.garis))
        painter.drawLine(box.left(), option.rect.bottom() - 2, box.right(), option.rect.bottom() - 2)
        painter.restore()
