"""Blocks of cells in a grid: chosen, summed, copied, pasted, filled and emptied as one step each."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from ui.widgets.block_sum import sum_of_block
from ui.widgets.grid_frozen import FrozenTable
from ui.widgets.tsv import read_tsv, write_tsv


class BlockTable(FrozenTable):
    """What can be done with a block; by which keys is in Grid."""

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

    def cut(self) -> None:
        """Put the chosen block on the clipboard and empty it."""
        self.copy()
        self.clear_cells()

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
        """Copy the first row of the chosen block into the rows below it; of a single row, the row above into it."""
        top, left, bottom, right = self._block()
        if top == bottom:
            top -= 1
        if top < 0 or self.bridge.read_only:
            return
        source = self._model.row_at(top)
        cells = [
            (row, column, self._model.value(source, self._model.columns[column]))
            for column in range(left, right + 1)
            if not self._model.is_derived(source, self._model.columns[column])
            for row in range(top + 1, bottom + 1)
            if self._open_at(row, column)
        ]
        self._model.apply("Isi ke bawah", cells)

    def fill_right(self) -> None:
        """Copy the first column of the chosen block into those beside it, as text, so that a kind that does not fit is
        left out; of a single column, the column before into it."""
        top, left, bottom, right = self._block()
        if left == right:
            left -= 1
        if top < 0 or left < 0 or self.bridge.read_only:
            return
        source = self._model.columns[left]
        cells = [
            (row, column, isian.nilai)
            for row in range(top, bottom + 1)
            for column in range(left + 1, right + 1)
            if self._open_at(row, column)
            and not (
                isian := self._model.read(column, self._model.copy_text(self._model.row_at(row), source), row)
            ).galat
        ]
        self._model.apply("Isi ke kanan", cells)

    def many_chosen(self) -> bool:
        """Whether the chosen block has more than one cell."""
        top, left, bottom, right = self._block()
        return (top, left) != (bottom, right)

    def fill_block(self, text: str) -> None:
        """Put one text into every cell of the chosen block that can take it, as one step."""
        top, left, bottom, right = self._block()
        cells = [
            (row, column, isian.nilai)
            for column in range(left, right + 1)
            for row in range(top, bottom + 1)
            if self._open_at(row, column) and not (isian := self._model.read(column, text, row)).galat
        ]
        self._model.apply(f"Isi {len(cells)} sel", cells)

    def _open_at(self, row: int, column: int) -> bool:
        """Whether something can be typed into a cell."""
        flags = self._model.flags(self._model.index(row, column))
        return bool(flags & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable))

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

    def select_block(self, top: int, left: int, bottom: int, right: int) -> None:
        """Choose a block of cells."""
        first, last = self._model.index(top, left), self._model.index(bottom, right)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(first, flag.NoUpdate)
        self.selectionModel().select(QItemSelection(first, last), flag.ClearAndSelect)
