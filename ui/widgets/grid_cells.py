"""What the cells of a grid show: typed, computed, closed or refused, as text, as number, as Qt asks for it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from lkjip_desktop.core.isian import cetak_isian, teks_isian
from lkjip_desktop.core.schema import TABLES, Kind, Row
from ui.bridge import Bridge
from ui.tema import tema
from ui.widgets.grid_column import Computed, GridColumn, Source, Tone, side_of

Index = QModelIndex | QPersistentModelIndex
#: A cell whatever is shown and stored now: its row or the values that its row has elsewhere, and its column.
CellKey = tuple[Hashable, int]
_NOTHING = Computed()
# Put together once: Qt asks for the flags of every cell at every painting.
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable
_TICKED = _SHOWN | Qt.ItemFlag.ItemIsUserCheckable


class GridCells(QAbstractTableModel):
    """The reading half of a grid's model."""

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.source = source
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        #: By cell what was typed and refused, and why.
        self._refused: dict[CellKey, tuple[str, str]] = {}
        self._texts: dict[tuple[str, int], str] = {}
        self._looks: dict[tuple[str, int], tuple[str, Tone]] = {}
        self._computed: dict[tuple[str, int], Computed] = {}

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

    def look(self, row: int, column: int) -> tuple[str, Tone]:
        """What a cell shows and what it is; kept until rows change, for the painter asks at every painting."""
        of = self._rows[row]
        key = (of.id, column)
        known = self._looks.get(key)
        if known is None:
            spec = self.columns[column]
            refused = self._refused_at(of, column)
            text = refused[0] if refused else self._text(of, spec)
            if refused:
                tone = Tone.REFUSED
            elif spec.spec is None or self._closed(of, spec):
                tone = Tone.CLOSED
            else:
                tone = Tone.DERIVED if self.is_derived(of, spec) else Tone.TYPED
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

    def is_derived(self, row: Row, column: GridColumn) -> bool:
        """Whether a cell shows what the program computed because nothing is typed in it."""
        return bool(self.computed(row, column).text) and self._empty(row, column)

    def cell_key(self, row: Row, column: int) -> CellKey:
        """What an entry that is not stored belongs to: the same row shows another period's, or another year's, cell
        at the same place, and a row that is not stored yet gets an id of its own."""
        keys = self.columns[column].keys
        return (row.id if keys is None else tuple(sorted(keys(row).items()))), column

    def _refused_at(self, row: Row, column: int) -> tuple[str, str] | None:
        if not self._refused or self.columns[column].spec is None:
            return None
        return self._refused.get(self.cell_key(row, column))

    def checked(self, row: int, column: int) -> bool:
        """Whether the box of a cell is ticked."""
        return bool(self.value(self._rows[row], self.columns[column]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        refused = self._refused_at(row, index.column())
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
                typed = column.spec is not None and not self.is_derived(row, column)
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
        column = self.columns[index.column()]
        spec = column.spec
        if spec is not None and not self.bridge.read_only and not self._closed(self._rows[index.row()], column):
            return _TICKED if spec.kind is Kind.YATIDAK else _TYPED
        return _SHOWN

    def _closed(self, row: Row, column: GridColumn) -> str:
        """Why nothing can be typed into an empty cell of this row, "" when something can."""
        why = column.closed(row) if column.closed is not None else ""
        return why if why and self._empty(row, column) else ""

    def why_closed(self, index: Index) -> str:
        """Why nothing can be typed into a cell, as a sentence."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        if column.spec is not None:
            return self._closed(row, column)
        if column.elsewhere is not None:
            return f"{column.title} diubah di tempat lain; tekan F2 untuk membukanya."
        return f"Kolom {column.title} diisi oleh program."

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
        if self.is_derived(row, column):
            return self.computed(row, column).text
        return cetak_isian(column.spec, self.value(row, column), self.bridge.snapshot, self.bridge.year)

    def copy_text(self, row: Row, column: GridColumn) -> str:
        """The text that goes to the clipboard: what is seen, as it would be typed."""
        if column.spec is not None and self.is_derived(row, column):
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
