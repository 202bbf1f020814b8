"""A table that is worked like a spreadsheet: where the keys lead, rows, the menu of a cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lkjip_desktop.core.commands import Banyak, Hapus, Pindah, Tambah
from ui.bridge import Bridge
from ui.widgets.cell_editor import ENTER, caret_to_end
from ui.widgets.choice_line import ChoiceLine
from ui.widgets.grid_column import GridColumn, Source, Tone
from ui.widgets.grid_frozen import GridHeader
from ui.widgets.grid_handle import HandleTable
from ui.widgets.grid_keys import ARROWS, WALKS, edge, leave

Index = QModelIndex | QPersistentModelIndex


class Grid(HandleTable):
    """A GridModel on screen. `picked` tells the row under the cursor."""

    picked = Signal(str)

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], name: str, parent: QWidget | None = None
    ) -> None:
        # Id of the row, its place, column: at first where one types, not on a code that is only shown.
        self._cursor: tuple[str, int, int] = ("", 0, next((j for j, c in enumerate(columns) if c.spec is not None), 0))
        self._had_keys = False
        super().__init__(bridge, source, columns, name, parent)
        #: Where a run of Tabs began: Enter goes on below it, as in a spreadsheet.
        self._run: tuple[int, int] | None = None
        self._delegate.stepped.connect(self._stepped)
        self._delegate.tabbed.connect(self._tab)
        self._delegate.filled.connect(self.fill_block)
        self._delegate.many = self.many_chosen
        self._delegate.refused.connect(lambda reason: bridge.told.emit(reason, True))
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._head_menu)
        self._model.modelAboutToBeReset.connect(self._note_keys)
        self._model.modelReset.connect(self._keep_cursor)

    # ---------------------------------------------------------------------------------------------------- cursor
    def step(self, down: int, right: int) -> None:
        """Move the cursor by cells, staying inside."""
        now = self.currentIndex()
        row = min(max(0, now.row() + down), self._model.rowCount() - 1)
        column = min(max(0, now.column() + right), self._model.columnCount() - 1)
        self.setCurrentIndex(self._model.index(row, column))

    def _stepped(self, down: int, right: int) -> None:
        """Enter or an arrow: inside a chosen block, after a run of Tabs below its first cell, else a cell further."""
        if not right and self._walk(down, 0):
            return
        if down == 1 and not right and self._run is not None and self._run[0] == self.currentIndex().row():
            column = self._run[1]
            self.setCurrentIndex(self._model.index(min(self._run[0] + 1, self._model.rowCount() - 1), column))
        else:
            self.step(down, right)

    def _tab(self, by: int) -> None:
        """To the next or previous cell that can be typed into; past the last one out of the grid, so that the keyboard
        is never caught in it."""
        if self._walk(0, by):
            return
        now, columns = self.currentIndex(), self._model.columnCount()
        at = now.row() * columns + now.column() if now.isValid() else -1
        while 0 <= (at := at + by) < self._model.rowCount() * columns:
            row, column = divmod(at, columns)
            if self._open_at(row, column):
                run = self._run if self._run is not None and self._run[0] == row else None
                self.setCurrentIndex(self._model.index(row, column))
                self._run = run or (row, now.column() if row == now.row() else column)
                return
        leave(self, by > 0)

    def _walk(self, down: int, right: int) -> bool:
        """Move the cursor inside the chosen block, along it and round; False when no block is chosen."""
        top, left, bottom, right_ = self._block()
        now = self.currentIndex()
        tall, wide = bottom - top + 1, right_ - left + 1
        if not self.many_chosen() or not (top <= now.row() <= bottom and left <= now.column() <= right_):
            return False
        if down:
            at = ((now.column() - left) * tall + now.row() - top + down) % (tall * wide)
            to = self._model.index(top + at % tall, left + at // tall)
        else:
            at = ((now.row() - top) * wide + now.column() - left + right) % (tall * wide)
            to = self._model.index(top + at // wide, left + at % wide)
        self.selectionModel().setCurrentIndex(to, QItemSelectionModel.SelectionFlag.NoUpdate)
        return True

    def go_to_value(self, table: str, row_id: str, column: str) -> bool:
        """Put the cursor on the cell in which a value lives; False when it is not shown."""
        row, at = self._model.cell_of(table, row_id, column)
        if row < 0:
            row, at = self._model.cell_of(table, row_id, "")
        return row >= 0 and self._go(row, at)

    def go_to(self, row_id: str, column: str = "") -> bool:
        """Put the cursor on a row's cell; False when the row is not shown."""
        row = self._model.row_of(row_id)
        return row >= 0 and self._go(row, max(0, self._model.column_of(column)))

    def _go(self, row: int, column: int) -> bool:
        at = self._model.index(row, column)
        self.setCurrentIndex(at)
        self.scrollTo(at)
        self.setFocus()
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._run = None
        if not current.isValid() or current.row() >= self._model.rowCount():
            return
        row = self._model.row_at(current.row())
        column = self._model.columns[current.column()]
        self._cursor = (row.id, current.row(), current.column())
        self.picked.emit(row.id)
        if self.hasFocus():
            table, home = self._model.home(row, column)
            self.bridge.focused.emit(table, (home or row).id, column.spec.name if column.spec else "")

    def _note_keys(self) -> None:
        focus = QApplication.focusWidget()
        self._had_keys = focus is not None and (focus is self or self.isAncestorOf(focus))

    def _keep_cursor(self) -> None:
        """After rows came or went the cursor stays on its row, else at its place; so do the keys.

        A row that was not stored has another id once its first cell was typed. Qt takes away the editor, and with it
        the focus, when rows come or go: what is typed next would land anywhere in the window.
        """
        row_id, place, column = self._cursor
        row = self._model.row_of(row_id)
        if row < 0:
            row = min(place, self._model.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, column))
        if self._had_keys:
            self.setFocus()

    # ------------------------------------------------------------------------------------------------------ keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        ctrl = modifiers & Qt.KeyboardModifier.ControlModifier
        shift = modifiers & Qt.KeyboardModifier.ShiftModifier
        alt = modifiers & Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif ctrl and key == Qt.Key.Key_D:
            self.fill_down()
        elif ctrl and key == Qt.Key.Key_R:
            self.fill_right()
        elif key == Qt.Key.Key_Space and (ctrl or shift) and not alt:
            self._choose_line(bool(ctrl), bool(shift))
        elif alt and shift and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(-1 if key == Qt.Key.Key_Up else 1)
        elif ctrl and not alt and key in ARROWS:
            self._jump(*ARROWS[key], bool(shift))
        elif shift and not alt and key in WALKS:
            # Qt extends a block by points on the screen; by cells it is right also beside the kept columns.
            if (to := self.moveCursor(WALKS[key], modifiers & ~Qt.KeyboardModifier.ShiftModifier)).isValid():
                self._extend(to)
        elif ctrl and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Insert):
            self.add_row()
        elif ctrl and key == Qt.Key.Key_Minus:
            self.remove_rows()
        elif key == Qt.Key.Key_Delete:
            self.clear_cells()
        elif key in ENTER and not ctrl:
            self._stepped(-1 if shift else 1, 0)
        elif alt and key == Qt.Key.Key_Down:
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Backspace) and not (ctrl or alt or shift):
            self._open(empty=key == Qt.Key.Key_Backspace)
        elif key == Qt.Key.Key_Escape and self._model.has_refused:
            self._model.forget_refused()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not (ctrl or alt):
            self._tab(1 if key == Qt.Key.Key_Tab else -1)
        elif event.text().isprintable() and event.text().strip() and not (ctrl or alt) and self._say_closed():
            pass  # Qt would look for a row that begins so, and the cursor would jump
        else:
            self._delegate.typing = bool(event.text()) and not (ctrl or alt)
            super().keyPressEvent(event)
            self._delegate.typing = False

    def _say_closed(self) -> bool:
        """Tell why nothing can be typed into the cell; False when something can."""
        now = self.currentIndex()
        if not now.isValid() or self.bridge.read_only or self._open_at(now.row(), now.column()):
            return False
        why = self._model.why_closed(now)
        self.bridge.told.emit(why, True)
        return True

    def _elsewhere(self, index: QModelIndex) -> bool:
        """Go to where a closed cell is typed; False for an open one and where there is no such place."""
        if not index.isValid() or self._open_at(index.row(), index.column()):
            return False
        go = self._model.columns[index.column()].elsewhere
        return go is not None and go(self._model.row_at(index.row()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._elsewhere(self.indexAt(event.position().toPoint())):
            super().mouseDoubleClickEvent(event)

    def _choose_line(self, columns: bool, rows: bool) -> None:
        """All cells of the block's columns, of its rows, or of both."""
        top, left, bottom, right = self._block()
        if top < 0:
            return
        if columns:
            top, bottom = 0, self._model.rowCount() - 1
        if rows:
            left, right = 0, self._model.columnCount() - 1
        index, flag = self._model.index, QItemSelectionModel.SelectionFlag
        self.selectionModel().select(QItemSelection(index(top, left), index(bottom, right)), flag.ClearAndSelect)

    def _open(self, empty: bool) -> None:
        """Begin to edit behind what is there, or in an emptied cell."""
        now = self.currentIndex()
        if not now.isValid() or (not empty and self._elsewhere(now)) or self._say_closed():
            return
        if not self._model.flags(now) & Qt.ItemFlag.ItemIsEditable:
            return
        self._delegate.typing = empty
        self.edit(now)
        self._delegate.typing = False
        editor = self._delegate.opened
        if editor is None:
            return
        if not isinstance(editor, ChoiceLine):
            caret_to_end(editor)
        if empty:
            # By keys, so that the line knows it was the user.
            editor.selectAll()
            QApplication.sendEvent(
                editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
            )

    def _jump(self, down: int, right: int, extend: bool) -> None:
        """Go to the edge of the filled cells, as a spreadsheet does; with `extend` the block grows from its corner."""
        now = self.currentIndex()
        if not now.isValid():
            return
        row, column = now.row(), now.column()
        if down:
            row = edge(lambda i: bool(self._model.look(i, column)[0]), self._model.rowCount(), row, down)
        else:
            column = edge(lambda j: bool(self._model.look(row, j)[0]), self._model.columnCount(), column, right)
        to = self._model.index(row, column)
        if not extend:
            self.setCurrentIndex(to)
            return
        self._extend(to)

    def _extend(self, to: QModelIndex) -> None:
        """Let the block reach from its corner to this cell, and the cursor go there."""
        flag = QItemSelectionModel.SelectionFlag
        corner = self.corner()
        self.selectionModel().setCurrentIndex(to, flag.NoUpdate)
        self.selectionModel().select(self.block_between(corner, to), flag.ClearAndSelect)
        self.scrollTo(to)

    def event(self, event: QEvent) -> bool:
        # Ctrl + and Ctrl - mean rows here; elsewhere they are the zoom of the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_D, Qt.Key.Key_R)
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in keys:
                event.accept()
                return True
        return super().event(event)

    # ------------------------------------------------------------------------------------------------------ rows
    def add_row(self) -> str:
        """Add a row at the end and go there; its id, "" when refused."""
        source = self._model.source
        if source.new_values is None:
            return ""
        new_id = self.bridge.new_id()
        if self.bridge.do(Tambah(source.table, new_id, source.new_values(self.bridge.year)), self):
            return ""
        self.go_to(new_id)
        return new_id

    def remove_rows(self) -> None:
        """Remove the chosen rows as one step (undo brings them back)."""
        top, _, bottom, _ = self._block()
        if top < 0 or self._model.source.new_values is None:
            return
        table = self._model.source.table
        commands = tuple(Hapus(table, self._model.row_at(i).id) for i in range(top, bottom + 1))
        self.bridge.do(commands[0] if len(commands) == 1 else Banyak(f"Hapus {len(commands)} baris", commands), self)

    def move_row(self, by: int) -> None:
        """Move the row under the cursor up or down in its list."""
        if self._model.sorted_or_filtered:
            self.bridge.told.emit("Kembalikan dahulu urutan dan saringan tabel sebelum memindahkan baris.", True)
            return
        now = self.currentIndex().row()
        if now < 0 or not 0 <= now + by < self._model.rowCount():
            return
        self.bridge.do(Pindah(self._model.source.table, self._model.row_at(now).id, now + by), self)

    # ----------------------------------------------------------------------------------------------------- menus
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = _Menu(self)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        writable = not self.bridge.read_only
        open_ = index.isValid() and self._open_at(index.row(), index.column())
        away = index.isValid() and not open_ and self._model.columns[index.column()].elsewhere is not None
        words = "Buka isiannya" if away else "Sunting"
        menu.add(f"{words}\tF2", lambda: self._open(empty=False), open_ or away)
        if index.isValid() and (origin := self._model.columns[index.column()].origin) is not None:
            row = self._model.row_at(index.row())
            derived = self._model.look(index.row(), index.column())[1] is Tone.DERIVED
            menu.add("Lihat asal angka ini", lambda: origin(row), derived)
        menu.addSeparator()
        menu.add("Potong\tCtrl+X", self.cut, writable)
        menu.add("Salin\tCtrl+C", self.copy)
        text = QApplication.clipboard().text()
        menu.add("Tempel…\tCtrl+V", lambda: self.paste(text), writable and bool(text))
        menu.addSeparator()
        menu.add("Isi ke bawah\tCtrl+D", self.fill_down, writable)
        menu.add("Isi ke kanan\tCtrl+R", self.fill_right, writable)
        menu.add("Kosongkan sel\tDelete", self.clear_cells, writable)
        if self._model.source.new_values is not None:
            menu.addSeparator()
            menu.add("Tambah baris\tCtrl++", self.add_row, writable)
            menu.add("Hapus baris\tCtrl+-", self.remove_rows, writable and index.isValid())
            in_order = writable and index.isValid() and not self._model.sorted_or_filtered
            menu.add("Naikkan baris\tAlt+Shift+↑", lambda: self.move_row(-1), in_order)
            menu.add("Turunkan baris\tAlt+Shift+↓", lambda: self.move_row(1), in_order)
        if index.isValid() and (spec := self._model.columns[index.column()].spec) is not None:
            table, home = self._model.home(self._model.row_at(index.row()), self._model.columns[index.column()])
            if home is not None:
                menu.addSeparator()
                menu.add("Riwayat isian ini…", lambda: self.bridge.history_wanted.emit(table, home.id, spec.name))
        menu.popup(place)

    def _head_menu(self, pos: QPoint) -> None:
        """What can be done with a column: its order and its width, and the widths of all."""
        header = self.horizontalHeader()
        section = header.section_at(pos.x()) if isinstance(header, GridHeader) else -1
        menu = _Menu(self)
        if section >= 0:
            order = Qt.SortOrder
            menu.add("Urutkan naik", lambda: self.sortByColumn(section, order.AscendingOrder))
            menu.add("Urutkan turun", lambda: self.sortByColumn(section, order.DescendingOrder))
            sorted_ = header.sortIndicatorSection() >= 0
            menu.add("Urutan semula", lambda: self.sortByColumn(-1, order.AscendingOrder), sorted_)
            menu.addSeparator()
            menu.add("Sesuaikan lebar kolom ini", lambda: self.fit_column(section))
        menu.add("Sesuaikan lebar semua kolom", self.fit_again)
        menu.popup(header.mapToGlobal(pos))


class _Menu(QMenu):
    """A menu that goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, words: str, act: Callable[[], object], enabled: bool = True) -> None:
        action = self.addAction(words)
        action.triggered.connect(lambda: act())
        action.setEnabled(enabled)
