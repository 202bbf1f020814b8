"""Rows of one table as a Qt model: cells edited as text, one cell or many as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import is_
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Banyak, Perintah, Tambah, Ubah
from lkjip_desktop.core.isian import Isian, baca_isian, cetak_isian
from lkjip_desktop.core.schema import Kind, Row
from ui.bridge import Bridge
from ui.widgets.grid_cells import CellKey, GridCells
from ui.widgets.grid_column import GridColumn, Source
from ui.widgets.grid_order import Arrangement

Index = QModelIndex | QPersistentModelIndex


class GridModel(GridCells):
    """The rows that `source` gives for the year on screen. `setData` takes what was typed; a refused entry stays in
    the cell, red, with the reason as its tooltip, until it is corrected or thrown away."""

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], parent: QObject | None = None
    ) -> None:
        super().__init__(bridge, source, columns, parent)
        self._made: dict[str, tuple[object, ...]] = {}  # of every row what its cells are made of
        self._resting = False
        self._missed: bool | None = None  # whether what was missed while resting wants the rows arranged
        self._order = Arrangement(self.columns, self._text, self.figure, self.value)
        self._rows = self._order.arranged(source.rows(bridge.snapshot, bridge.year))
        bridge.changed.connect(self._on_changed)
        bridge.year_changed.connect(self._on_year)

    # -------------------------------------------------------------------------------------------------- writing
    def _command(self, row: Row, column: GridColumn, value: Any) -> Perintah:
        assert column.spec is not None
        table, home = self.home(row, column)
        if home is not None:
            return Ubah(table, home.id, {column.spec.name: value})
        assert column.keys is not None
        return Tambah(table, self.bridge.new_id(), {**column.keys(row), column.spec.name: value})

    def read(self, column: int, text: str, row: int = -1) -> Isian:
        """What a text would be understood as in a column (of a row that is there); computed columns refuse."""
        spec, closed = self.columns[column].spec, self.columns[column].closed
        if spec is None:
            return Isian(galat="Kolom ini tidak diisi pada tabel ini.")
        if closed is not None and text.strip() and 0 <= row < len(self._rows) and (why := closed(self._rows[row])):
            return Isian(galat=why)
        return baca_isian(spec, text, self.bridge.snapshot, self.bridge.year)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or self.bridge.read_only:
            return False
        column = self.columns[index.column()]
        if column.spec is None:
            return False
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            text = "ya" if Qt.CheckState(value) == Qt.CheckState.Checked else "tidak"
        elif role == Qt.ItemDataRole.EditRole:
            text = str(value)
        else:
            return False
        key = self.cell_key(row, index.column())
        if text == self.edit_text(row, column):
            self._refused.pop(key, None)
            self._touch(index.row())
            return True
        isian = self.read(index.column(), text, index.row())
        galat = isian.galat or self.bridge.do(self._command(row, column, isian.nilai), self)
        if galat:
            # A list hands over the mark of the row that was chosen; a person knows it by its words.
            chosen = column.spec.kind is Kind.RUJUK and not isian.galat
            words = cetak_isian(column.spec, isian.nilai, self.bridge.snapshot, self.bridge.year) if chosen else text
            self._refused[key] = (words, galat)
            self.bridge.told.emit(galat, True)
        else:
            self._refused.pop(key, None)
        # The step may have moved the row, or taken it from this list.
        at = next((i for i, r in enumerate(self._rows) if self.cell_key(r, index.column()) == key), -1)
        if at >= 0:
            self._touch(at)
        return not galat

    def apply(self, label: str, cells: Sequence[tuple[int, int, Any]]) -> str:
        """Set many cells (row, column, value) as one step; rows past the end are added. The reason when refused."""
        commands: list[Perintah] = []
        new: dict[int, dict[str, Any]] = {}
        # Cells of one row elsewhere become one command, else the second one would add that row again.
        added: dict[tuple[str, tuple[tuple[str, Any], ...]], dict[str, Any]] = {}
        for row, column, value in cells:
            spec = self.columns[column].spec
            if spec is None:
                continue
            if row >= len(self._rows):
                new.setdefault(row, {})[spec.name] = value
                continue
            if value == self.value(self._rows[row], self.columns[column]):
                continue  # emptying an empty cell that has no row yet would make one
            command = self._command(self._rows[row], self.columns[column], value)
            keys = self.columns[column].keys
            if isinstance(command, Tambah) and keys is not None:
                at = (command.table, tuple(sorted(keys(self._rows[row]).items())))
                added.setdefault(at, dict(command.values))[spec.name] = value
            else:
                commands.append(command)
        commands += [Tambah(table, self.bridge.new_id(), values) for (table, _), values in added.items()]
        if self.source.new_values is not None:
            for _, values in sorted(new.items()):
                values = {**self.source.new_values(self.bridge.year), **values}
                commands.append(Tambah(self.source.table, self.bridge.new_id(), values))
        refused = self.bridge.do(Banyak(label, tuple(commands)), self) if commands else ""
        if not refused:
            for row, column, _ in cells if self._refused else ():
                key = self.cell_key(self._rows[row], column) if row < len(self._rows) else None
                if key is not None and self._refused.pop(key, None) is not None:
                    self._touch(row)
            if commands:
                self.reset()
        return refused

    def forget_refused(self) -> None:
        """Throw away what was typed and refused."""
        self._refused.clear()
        self._looks.clear()
        self._touch_all()

    def put_back(self, row: int, column: int, text: str, why: str) -> None:
        """Show words in a cell that are not stored, with what is to be done about them."""
        self._refused[self.cell_key(self._rows[row], column)] = (text, why)
        self._touch(row)

    def refused_cells(self) -> Mapping[CellKey, tuple[str, str]]:
        """(words, why they are not stored) by cell, also of cells that are not shown now."""
        return self._refused

    @property
    def has_refused(self) -> bool:
        return bool(self._refused)

    # ------------------------------------------------------------------------------------------- sort and filter
    @property
    def sorted_or_filtered(self) -> bool:
        """True while the rows stand in another order than their own, or some are hidden."""
        return self._order.active

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Show the rows in the order of a column; -1 gives their own order back. The file does not change."""
        self._order.sort_by(column, order == Qt.SortOrder.DescendingOrder)
        self.reset(arrange=True)

    def set_filter(self, words: str) -> None:
        """Show only rows with a cell that holds these words; "" shows all."""
        self._order.show_only(words)
        self.reset(arrange=True)

    # --------------------------------------------------------------------------------------------------- changes
    def reset(self, arrange: bool = False) -> None:
        """Read everything anew, keeping the structure where it is the same, so that the cursor stays; with `arrange`
        the rows are sorted and filtered by what they hold now."""
        before = [r.id for r in self._rows]
        rows = self.source.rows(self.bridge.snapshot, self.bridge.year)
        changed = self._forget_changed(rows)
        after = self._order.arranged(rows) if arrange or not before else self._order.in_place(rows, self._rows)
        ids = [r.id for r in after]
        # A row that was shown before it was stored gets its own id with its first value: it is still the same row, and
        # a reset would take away the editor, and with it the keys.
        stored = {b: a for a, b in zip(ids, before, strict=False) if a != b}
        if len(ids) == len(before) and not any(b in ids or a in before for b, a in stored.items()):
            self._rows = after
            if self._refused:  # what is red need not be made of other things to be another cell now
                self._looks.clear()
                self._touch_all()
            else:
                self._touch_rows([i for i, r in enumerate(after) if r.id in changed])
            return
        self.beginResetModel()
        self._rows = after
        self.endResetModel()

    def _forget_changed(self, rows: Sequence[Row]) -> set[str]:
        """Forget the texts of the rows that are made of other things than before; their ids."""
        basis = self.source.basis
        made = {r.id: (r, *(basis(r) if basis is not None else ())) for r in rows}
        if basis is None:
            changed = set(made)
        else:
            changed = {i for i, of in made.items() if not _same(of, self._made.get(i, ()))}
        self._made = made
        for known in (self._texts, self._looks, self._computed):
            if basis is None:
                known.clear()
                continue
            for key in [k for k in known if k[0] in changed]:
                del known[key]
        return changed

    def _touch_rows(self, rows: Sequence[int]) -> None:
        """Tell of rows whose cells can be other ones now, run by run."""
        if len(rows) == len(self._rows):
            self._touch_all()
            return
        first = None
        for at, row in enumerate(rows):
            first = row if first is None else first
            if at + 1 == len(rows) or rows[at + 1] != row + 1:
                self.dataChanged.emit(self.index(first, 0), self.index(row, len(self.columns) - 1))
                first = None

    def rest(self) -> None:
        """Nobody looks at the rows: what changes is read when `wake` says that somebody does again."""
        self._resting = True

    def wake(self) -> None:
        """Somebody looks again."""
        self._resting = False
        if self._missed is not None:
            arrange, self._missed = self._missed, None
            self.reset(arrange)

    def _renew(self, arrange: bool) -> None:
        if self._resting and self._rows:  # without rows the table itself is hidden, and waits for the first one
            self._missed = arrange or bool(self._missed)
        else:
            self.reset(arrange)

    def _on_year(self, _year: int) -> None:
        self._renew(arrange=True)

    def _on_changed(self, changed: Changed) -> None:
        if changed.jenis in ("batal", "ulang") and self._refused:
            self.forget_refused()
        others = [c.table for c in self.columns if c.table]
        if changed.touches(self.source.table, *self.source.also, *others):
            self._renew(arrange=False)

    def _touch(self, row: int) -> None:
        for column in range(len(self.columns)):
            self._looks.pop((self._rows[row].id, column), None)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def _touch_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))


def _same(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    """True when both hold the very same objects."""
    return len(a) == len(b) and all(map(is_, a, b))
