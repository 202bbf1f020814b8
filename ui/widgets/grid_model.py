"""Rows of one table as a Qt model: cells edited as text, one cell or many as one step."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Banyak, Perintah, Tambah, Ubah
from lkjip_desktop.core.isian import Isian, baca_isian, cetak_isian, teks_isian
from lkjip_desktop.core.schema import TABLES, Kind, Row
from ui.bridge import Bridge
from ui.tema import tema
from ui.widgets.grid_column import Computed, GridColumn, Source, Tone, side_of
from ui.widgets.grid_order import Arrangement

Index = QModelIndex | QPersistentModelIndex
_NOTHING = Computed()


class GridModel(QAbstractTableModel):
    """The rows that `source` gives for the year on screen. `setData` takes what was typed; a refused entry stays in
    the cell, red, with the reason as its tooltip, until it is corrected or thrown away."""

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.source = source
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._refused: dict[tuple[str, int], tuple[str, str]] = {}
        self._texts: dict[tuple[str, int], str] = {}
        self._looks: dict[tuple[str, int], tuple[str, Tone]] = {}
        self._computed: dict[tuple[str, int], Computed] = {}
        self._order = Arrangement(self.columns, self._text, self.figure, self.value)
        self._rows = self._order.arranged(source.rows(bridge.snapshot, bridge.year))
        bridge.changed.connect(self._on_changed)
        bridge.year_changed.connect(self._on_year)

    # --------------------------------------------------------------------------------------------------- reading
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.columns)

    def row_at(self, row: int) -> Row:
        return self._rows[row]

    def row_of(self, row_id: str) -> int:
        """Position of a row, -1 when it is not shown."""
        return next((i for i, r in enumerate(self._rows) if r.id == row_id), -1)

    def cell_of(self, table: str, row_id: str, name: str) -> tuple[int, int]:
        """(row, column) of the cell that a value lives in, (-1, -1) when it is not shown."""
        for i, row in enumerate(self._rows):
            for j, column in enumerate(self.columns):
                if column.spec is None or (name and column.spec.name != name):
                    continue
                home_table, home = self.home(row, column)
                if home is not None and (home_table, home.id) == (table, row_id):
                    return i, j
        return -1, -1

    def column_of(self, name: str) -> int:
        """Position of a column by its name in the table, -1 when it is not shown."""
        return next((i for i, c in enumerate(self.columns) if c.spec and c.spec.name == name), -1)

    def home(self, row: Row, column: GridColumn) -> tuple[str, Row | None]:
        """(table, row) in which a cell lives; None while that row is not there."""
        if column.keys is None:
            return self.source.table, row
        cls = TABLES[column.table].row
        return column.table, self.bridge.snapshot.one(cls, **column.keys(row))

    def value(self, row: Row, column: GridColumn) -> Any:
        """The stored value of a typed column."""
        assert column.spec is not None
        _, home = self.home(row, column)
        return column.spec.default if home is None else getattr(home, column.spec.name)

    def _command(self, row: Row, column: GridColumn, value: Any) -> Perintah:
        assert column.spec is not None
        table, home = self.home(row, column)
        if home is not None:
            return Ubah(table, home.id, {column.spec.name: value})
        assert column.keys is not None
        return Tambah(table, self.bridge.new_id(), {**column.keys(row), column.spec.name: value})

    def look(self, row: int, column: int) -> tuple[str, Tone]:
        """What a cell shows and what it is; kept until rows change, for the painter asks at every painting."""
        of = self._rows[row]
        key = (of.id, column)
        known = self._looks.get(key)
        if known is None:
            spec = self.columns[column]
            refused = self._refused.get(key) if spec.spec else None
            text = refused[0] if refused else self._text(of, spec)
            if refused:
                tone = Tone.REFUSED
            elif spec.spec is None or self._closed(of, spec):
                tone = Tone.CLOSED
            else:
                tone = Tone.DERIVED if self._derived(of, spec) else Tone.TYPED
            known = self._looks[key] = text, tone
        return known

    def computed(self, row: Row, column: GridColumn) -> Computed:
        """What the program says of a cell; kept until rows change."""
        if column.computed is None:
            return _NOTHING
        key = (row.id, id(column))
        known = self._computed.get(key)
        if known is None:
            known = self._computed[key] = column.computed(row) or _NOTHING
        return known

    def figure(self, row: Row, column: GridColumn) -> Decimal | Fraction | int | None:
        """The number that a cell shows, typed or computed; None for an empty one and for words."""
        value = self.value(row, column)
        if isinstance(value, (Decimal, int)):
            return value
        return self.computed(row, column).value if self._empty(row, column) else None

    def _empty(self, row: Row, column: GridColumn) -> bool:
        """Whether nothing is typed in a typed column."""
        value = self.value(row, column)
        return value is None or value == "" or value is False

    def _derived(self, row: Row, column: GridColumn) -> bool:
        """Whether a cell shows what the program computed because nothing is typed in it."""
        return bool(self.computed(row, column).text) and self._empty(row, column)

    def refusal(self, row: int, column: int) -> str:
        """Why what was typed into a cell is not stored, "" when it is."""
        if not self._refused or not 0 <= row < len(self._rows):
            return ""
        return self._refused.get((self._rows[row].id, column), ("", ""))[1]

    def checked(self, row: int, column: int) -> bool:
        """Whether the box of a cell is ticked."""
        return bool(self.value(self._rows[row], self.columns[column]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        refused = self._refused.get((row.id, index.column())) if column.spec else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return refused[0] if refused else self._text(row, column)
            case Qt.ItemDataRole.EditRole:
                return refused[0] if refused else self.edit_text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                if refused:
                    return f"⚠ {refused[1]}"
                return self._closed(row, column) or self.computed(row, column).words or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(side_of(column))
            case Qt.ItemDataRole.ForegroundRole:
                if refused:
                    return QColor(tema().warna.buruk)
                typed = column.spec is not None and not self._derived(row, column)
                return None if typed else QColor(tema().warna.teks_redup)
            case Qt.ItemDataRole.BackgroundRole:
                if refused:
                    return QColor(tema().warna.buruk_lembut)
                return None if column.spec and not self._closed(row, column) else QColor(tema().warna.latar)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = refused[0] if refused else self._text(row, column)
                more = f"Ditolak: {refused[1]}" if refused else self.computed(row, column).words
                return f"{column.title}: {text or 'kosong'}" + (f". {more}" if more else "")
            case Qt.ItemDataRole.CheckStateRole if column.spec and column.spec.kind is Kind.YATIDAK:
                on = self.value(row, column)
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            column = self.columns[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(side_of(column))
            if role == Qt.ItemDataRole.DisplayRole:
                return column.heading
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return column.title
            if role == Qt.ItemDataRole.ToolTipRole:
                words = column.help or (column.spec.help if column.spec else "")
                return f"{column.title}\n{words}" if words else column.title
        elif orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.columns[index.column()]
        spec = column.spec
        if spec is not None and not self.bridge.read_only and not self._closed(self._rows[index.row()], column):
            flags |= Qt.ItemFlag.ItemIsUserCheckable if spec.kind is Kind.YATIDAK else Qt.ItemFlag.ItemIsEditable
        return flags

    def _closed(self, row: Row, column: GridColumn) -> str:
        """Why nothing can be typed into an empty cell of this row, "" when something can."""
        why = column.closed(row) if column.closed is not None else ""
        return why if why and self._empty(row, column) else ""

    def why_closed(self, index: Index) -> str:
        """Why nothing can be typed into a cell, as a sentence."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        if column.spec is None:
            return f"Kolom {column.title} diisi oleh program."
        return self._closed(row, column)

    def _text(self, row: Row, column: GridColumn) -> str:
        """What a cell shows; kept until rows change, because Qt asks for it at every painting."""
        key = (row.id, id(column))
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = self._make_text(row, column)
        return text

    def _make_text(self, row: Row, column: GridColumn) -> str:
        if column.shown is not None:
            return column.shown(row)
        assert column.spec is not None
        if column.spec.kind is Kind.YATIDAK:
            return ""
        if self._derived(row, column):
            return self.computed(row, column).text
        return cetak_isian(column.spec, self.value(row, column), self.bridge.snapshot, self.bridge.year)

    def copy_text(self, row: Row, column: GridColumn) -> str:
        """The text that goes to the clipboard: what is seen, as it would be typed."""
        if column.spec is not None and self._derived(row, column):
            return self.computed(row, column).text
        return self.edit_text(row, column)

    def edit_text(self, row: Row, column: GridColumn) -> str:
        """The text that editing starts from: what is typed, never what is computed."""
        if column.spec is None:
            return self._text(row, column)
        value = self.value(row, column)
        if column.spec.kind is Kind.RUJUK:
            return cetak_isian(column.spec, value, self.bridge.snapshot, self.bridge.year)
        return teks_isian(column.spec, value)

    # -------------------------------------------------------------------------------------------------- writing
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
        key = (row.id, index.column())
        if text == self.edit_text(row, column):
            self._refused.pop(key, None)
            self._touch(index)
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
        self._touch(index)
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
        if not commands:
            return ""
        refused = self.bridge.do(Banyak(label, tuple(commands)), self)
        if not refused:
            for row, column, _ in cells:
                if row < len(self._rows):
                    self._refused.pop((self._rows[row].id, column), None)
            self.reset()
        return refused

    def forget_refused(self) -> None:
        """Throw away what was typed and refused."""
        self._refused.clear()
        self._looks.clear()
        self._touch_all()

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
        self._texts.clear()
        self._looks.clear()
        self._computed.clear()
        before = [r.id for r in self._rows]
        rows = self.source.rows(self.bridge.snapshot, self.bridge.year)
        after = self._order.arranged(rows) if arrange or not before else self._order.in_place(rows, self._rows)
        ids = [r.id for r in after]
        # A row that was shown before it was stored gets its own id with its first value: it is still the same row, and
        # a reset would take away the editor, and with it the keys.
        stored = {b: a for a, b in zip(ids, before, strict=False) if a != b}
        if len(ids) == len(before) and not any(b in ids or a in before for b, a in stored.items()):
            self._refused = {(stored.get(id, id), column): r for (id, column), r in self._refused.items()}
            self._rows = after
            self._touch_all()
            return
        self.beginResetModel()
        self._rows = after
        self.endResetModel()

    def _on_year(self, _year: int) -> None:
        self.reset(arrange=True)

    def _on_changed(self, changed: Changed) -> None:
        if changed.jenis in ("batal", "ulang"):
            self._refused.clear()
            self._looks.clear()
        others = [c.table for c in self.columns if c.table]
        if changed.touches(self.source.table, *self.source.also, *others):
            self.reset()

    def _touch(self, index: Index) -> None:
        for column in range(len(self.columns)):
            self._looks.pop((self._rows[index.row()].id, column), None)
        first, last = self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1)
        self.dataChanged.emit(first, last)

    def _touch_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))
