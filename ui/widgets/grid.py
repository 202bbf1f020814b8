"""A table that is worked like a spreadsheet: keys, blocks from and to the clipboard, fill down, rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from lkjip_desktop.core.commands import Banyak, Hapus, Pindah, Tambah
from ui.bridge import Bridge
from ui.widgets.block_sum import sum_of_block
from ui.widgets.cell_editor import ENTER, caret_to_end
from ui.widgets.choice_line import ChoiceLine
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_frozen import FrozenTable
from ui.widgets.grid_keys import ARROWS, WALKS, edge
from ui.widgets.tsv import read_tsv, write_tsv

Index = QModelIndex | QPersistentModelIndex


class Grid(FrozenTable):
    """A GridModel on screen. `picked` tells the row under the cursor."""

    picked = Signal(str)

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], name: str, parent: QWidget | None = None
    ) -> None:
        self._cursor: tuple[str, int, int] = ("", 0, 0)  # id of the row, its place, column
        self._had_keys = False
        super().__init__(bridge, source, columns, name, parent)
        self._delegate.stepped.connect(lambda down: self.step(down, 0))
        self._delegate.refused.connect(lambda reason: bridge.told.emit(reason, True))
        self._model.modelAboutToBeReset.connect(self._note_keys)
        self._model.modelReset.connect(self._keep_cursor)

    # ---------------------------------------------------------------------------------------------------- cursor
    def step(self, down: int, right: int) -> None:
        """Move the cursor by cells, staying inside."""
        now = self.currentIndex()
        row = min(max(0, now.row() + down), self._model.rowCount() - 1)
        column = min(max(0, now.column() + right), self._model.columnCount() - 1)
        self.setCurrentIndex(self._model.index(row, column))

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
            self.copy()
            self.clear_cells()
        elif ctrl and key == Qt.Key.Key_D:
            self.fill_down()
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
            self.step(-1 if shift else 1, 0)
        elif alt and key == Qt.Key.Key_Down:
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Backspace) and not (ctrl or alt or shift):
            self._open(empty=key == Qt.Key.Key_Backspace)
        elif key == Qt.Key.Key_Escape and self._model.has_refused:
            self._model.forget_refused()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._at_edge(key):
            # Tab leaves the grid at its ends, so that the keyboard is never caught in it. While Tab walks the cells, Qt
            # answers the wish to leave by pressing Tab here again, without end.
            self.setTabKeyNavigation(False)
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            self.setTabKeyNavigation(True)
        else:
            super().keyPressEvent(event)

    def _open(self, empty: bool) -> None:
        """Begin to edit behind what is there, or in an emptied cell."""
        now = self.currentIndex()
        if not now.isValid() or not self._model.flags(now) & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(now)
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
            keys = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_D)
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in keys:
                event.accept()
                return True
        return super().event(event)

    def _at_edge(self, key: int) -> bool:
        now = self.currentIndex()
        last = (self._model.rowCount() - 1, self._model.columnCount() - 1)
        return (now.row(), now.column()) in ((last if key == Qt.Key.Key_Tab else (0, 0)), (-1, -1))

    # ---------------------------------------------------------------------------------------------------- blocks
    def _block(self) -> tuple[int, int, int, int]:
        """The chosen block: top, left, bottom, right; the cursor's cell when nothing is chosen."""
        # Ranges, not cells: of a whole table there would be thousands.
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(i) for i in range(chosen.count())]
        if not ranges:
            now = self.currentIndex()
            return now.row(), now.column(), now.row(), now.column()
        return (
            min(r.top() for r in ranges),
            min(r.left() for r in ranges),
            max(r.bottom() for r in ranges),
            max(r.right() for r in ranges),
        )

    def sum_of_block(self) -> str:
        """Sum, mean and count of the figures in the chosen block; "" when there are fewer than two."""
        return sum_of_block(self._model, *self._block())

    def copy(self) -> None:
        """Put the chosen block on the clipboard, as a spreadsheet does."""
        top, left, bottom, right = self._block()
        if top < 0:
            return
        cells = [
            [self._model.copy_text(self._model.row_at(i), self._model.columns[j]) for j in range(left, right + 1)]
            for i in range(top, bottom + 1)
        ]
        QApplication.clipboard().setText(write_tsv(cells))

    def paste(self, text: str) -> None:
        """Show how every cell of a block is read; apply it as one step when the user agrees."""
        if not text or self.bridge.read_only:
            return
        from ui.widgets.grid_paste import PasteDialog, plan_paste

        top, left, bottom, right = self._block()
        block = read_tsv(text)
        plan = plan_paste(self._model, block, max(0, top), max(0, left), bottom, right)
        if len(plan.cells) == 1 and not plan.cells[0].isian.galat:
            self._model.apply("Tempel", [(c.row, c.column, c.isian.nilai) for c in plan.cells])
            return
        dialog = PasteDialog(self._model, plan, self.window())
        if dialog.exec():
            cells = [(c.row, c.column, c.isian.nilai) for c in dialog.accepted_cells()]
            self._model.apply(f"Tempel {len(cells)} sel", cells)
        dialog.deleteLater()

    def fill_down(self) -> None:
        """Copy the first row of the chosen block into the rows below it."""
        top, left, bottom, right = self._block()
        if top < 0 or top == bottom:
            return
        source = self._model.row_at(top)
        cells = [
            (row, column, self._model.value(source, self._model.columns[column]))
            for column in range(left, right + 1)
            if self._model.columns[column].spec is not None
            for row in range(top + 1, bottom + 1)
        ]
        self._model.apply("Isi ke bawah", cells)

    def clear_cells(self) -> None:
        """Empty the chosen cells as one step; what is required stays a Problem later."""
        if self.bridge.read_only:
            return
        top, left, bottom, right = self._block()
        if top < 0:
            return
        cells = [
            (row, column, isian.nilai)
            for column in range(left, right + 1)
            if self._model.columns[column].spec is not None and not (isian := self._model.read(column, "")).galat
            for row in range(top, bottom + 1)
        ]
        self._model.apply("Kosongkan sel", cells)

    # ------------------------------------------------------------------------------------------------------ rows
    def add_row(self) -> str:
        """Add a row at the end and go there; its id, "" when refused."""
        source = self._model.source
        if source.new_values is None or self.bridge.read_only:
            return ""
        new_id = self.bridge.new_id()
        if self.bridge.do(Tambah(source.table, new_id, source.new_values(self.bridge.year)), self):
            return ""
        self.go_to(new_id)
        return new_id

    def remove_rows(self) -> None:
        """Remove the chosen rows as one step (undo brings them back)."""
        top, _, bottom, _ = self._block()
        if top < 0 or self._model.source.new_values is None or self.bridge.read_only:
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
        if now < 0 or not 0 <= now + by < self._model.rowCount() or self.bridge.read_only:
            return
        self.bridge.do(Pindah(self._model.source.table, self._model.row_at(now).id, now + by), self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Salin\tCtrl+C").triggered.connect(self.copy)
        menu.addAction("Tempel…\tCtrl+V").triggered.connect(lambda: self.paste(QApplication.clipboard().text()))
        menu.addAction("Isi ke bawah\tCtrl+D").triggered.connect(self.fill_down)
        menu.addAction("Kosongkan sel\tDelete").triggered.connect(self.clear_cells)
        if self._model.source.new_values is not None:
            menu.addSeparator()
            menu.addAction("Tambah baris\tCtrl++").triggered.connect(lambda: self.add_row())
            menu.addAction("Hapus baris\tCtrl+-").triggered.connect(self.remove_rows)
            menu.addAction("Naikkan baris\tAlt+Shift+↑").triggered.connect(lambda: self.move_row(-1))
            menu.addAction("Turunkan baris\tAlt+Shift+↓").triggered.connect(lambda: self.move_row(1))
        index = self.indexAt(event.pos())
        if index.isValid() and (spec := self._model.columns[index.column()].spec) is not None:
            table, home = self._model.home(self._model.row_at(index.row()), self._model.columns[index.column()])
            if home is not None:
                menu.addSeparator()
                menu.addAction("Riwayat isian ini…").triggered.connect(
                    lambda: self.bridge.history_wanted.emit(table, home.id, spec.name)
                )
        menu.popup(event.globalPos())

    def select_block(self, top: int, left: int, bottom: int, right: int) -> None:
        """Choose a block of cells."""
        first, last = self._model.index(top, left), self._model.index(bottom, right)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
        self.selectionModel().select(QItemSelection(first, last), flag.ClearAndSelect)
