"""Rows of one table as a Qt model: cells edited as text, one cell or many as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Banyak, Perintah, Tambah, Ubah
from lkjip_desktop.core.isian import Isian, baca_isian, cetak_isian, teks_isian
from lkjip_desktop.core.schema import Column, Kind, Row
from lkjip_desktop.core.snapshot import Snapshot
from ui.bridge import Bridge
from ui.tema import tema

Index = QModelIndex | QPersistentModelIndex
#: What is shown of a row in a column that is not typed.
Shown = Callable[[Any], str]


@dataclass(frozen=True)
class GridColumn:
    """A column of a grid. With `spec` it is edited there, with `shown` it is computed. `width` in characters."""

    title: str
    spec: Column | None = None
    shown: Shown | None = None
    width: int = 12
    right: bool = False
    help: str = ""


@dataclass
class Source:
    """Where the rows of a grid come from, and how a new one is made (None = no rows can be added)."""

    table: str
    rows: Callable[[Snapshot, int], Sequence[Row]]
    new_values: Callable[[int], dict[str, Any]] | None = None
    #: Other tables whose change makes the computed columns differ.
    also: tuple[str, ...] = field(default_factory=tuple)


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
        self._refused: dict[tuple[str, str], tuple[str, str]] = {}
        self._load()
        bridge.changed.connect(self._on_changed)
        bridge.year_changed.connect(self.reset)

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

    def column_of(self, name: str) -> int:
        """Position of a column by its name in the table, -1 when it is not shown."""
        return next((i for i, c in enumerate(self.columns) if c.spec and c.spec.name == name), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        refused = self._refused.get((row.id, column.spec.name)) if column.spec else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return refused[0] if refused else self._text(row, column)
            case Qt.ItemDataRole.EditRole:
                return refused[0] if refused else self.edit_text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                if refused:
                    return f"⚠ {refused[1]}"
                text = self._text(row, column)
                return text if len(text) > column.width else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if self._right(column) else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ForegroundRole:
                if refused:
                    return QColor(tema().warna.buruk)
                return None if column.spec else QColor(tema().warna.teks_redup)
            case Qt.ItemDataRole.BackgroundRole:
                if refused:
                    return QColor(tema().warna.buruk_lembut)
                return None if column.spec else QColor(tema().warna.latar)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = refused[0] if refused else self._text(row, column)
                return f"{column.title}: {text or 'kosong'}" + (f". Ditolak: {refused[1]}" if refused else "")
            case Qt.ItemDataRole.CheckStateRole if column.spec and column.spec.kind is Kind.YATIDAK:
                on = getattr(row, column.spec.name)
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.title
            if role == Qt.ItemDataRole.ToolTipRole:
                return column.help or (column.spec.help if column.spec else "") or column.title
        elif orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        spec = self.columns[index.column()].spec
        if spec is not None and not self.bridge.read_only:
            flags |= Qt.ItemFlag.ItemIsUserCheckable if spec.kind is Kind.YATIDAK else Qt.ItemFlag.ItemIsEditable
        return flags

    def _right(self, column: GridColumn) -> bool:
        numbers = (Kind.ANGKA, Kind.UANG, Kind.BULAT, Kind.TAHUN)
        return column.right or (column.spec is not None and column.spec.kind in numbers)

    def _text(self, row: Row, column: GridColumn) -> str:
        if column.shown is not None:
            return column.shown(row)
        assert column.spec is not None
        if column.spec.kind is Kind.YATIDAK:
            return ""
        return cetak_isian(column.spec, getattr(row, column.spec.name), self.bridge.snapshot, self.bridge.year)

    def edit_text(self, row: Row, column: GridColumn) -> str:
        """The text that editing starts from, and that is copied."""
        if column.spec is None:
            return self._text(row, column)
        value = getattr(row, column.spec.name)
        if column.spec.kind is Kind.RUJUK:
            return cetak_isian(column.spec, value, self.bridge.snapshot, self.bridge.year)
        return teks_isian(column.spec, value)

    # -------------------------------------------------------------------------------------------------- writing
    def read(self, column: int, text: str) -> Isian:
        """What a text would be understood as in a column; computed columns refuse."""
        spec = self.columns[column].spec
        if spec is None:
            return Isian(galat="Kolom ini dihitung sendiri.")
        return baca_isian(spec, text, self.bridge.snapshot, self.bridge.year)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or self.bridge.read_only:
            return False
        spec = self.columns[index.column()].spec
        if spec is None:
            return False
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            text = "ya" if Qt.CheckState(value) == Qt.CheckState.Checked else "tidak"
        elif role == Qt.ItemDataRole.EditRole:
            text = str(value)
        else:
            return False
        key = (row.id, spec.name)
        if text == self.edit_text(row, self.columns[index.column()]):
            self._refused.pop(key, None)
            self._touch(index)
            return True
        isian = self.read(index.column(), text)
        galat = isian.galat or self.bridge.do(Ubah(self.source.table, row.id, {spec.name: isian.nilai}), self)
        if galat:
            self._refused[key] = (text, galat)
            self.bridge.told.emit(galat, True)
        else:
            self._refused.pop(key, None)
        self._touch(index)
        return not galat

    def apply(self, label: str, cells: Sequence[tuple[int, int, Any]]) -> str:
        """Set many cells (row, column, value) as one step; rows past the end are added. The reason when refused."""
        by_row: dict[int, dict[str, Any]] = {}
        for row, column, value in cells:
            spec = self.columns[column].spec
            if spec is not None:
                by_row.setdefault(row, {})[spec.name] = value
        commands: list[Perintah] = []
        for row, values in sorted(by_row.items()):
            if row < len(self._rows):
                commands.append(Ubah(self.source.table, self._rows[row].id, values))
            elif self.source.new_values is not None:
                values = {**self.source.new_values(self.bridge.year), **values}
                commands.append(Tambah(self.source.table, self.bridge.new_id(), values))
        if not commands:
            return ""
        refused = self.bridge.do(Banyak(label, tuple(commands)), self)
        if not refused:
            for row, values in by_row.items():
                for name in values:
                    if row < len(self._rows):
                        self._refused.pop((self._rows[row].id, name), None)
            self.reset()
        return refused

    def forget_refused(self) -> None:
        """Throw away what was typed and refused."""
        self._refused.clear()
        self._touch_all()

    @property
    def has_refused(self) -> bool:
        return bool(self._refused)

    # --------------------------------------------------------------------------------------------------- changes
    def _load(self) -> None:
        self._rows = list(self.source.rows(self.bridge.snapshot, self.bridge.year))

    def reset(self) -> None:
        """Read everything anew, keeping the structure where it is the same, so that the cursor stays."""
        before = [r.id for r in self._rows]
        after = list(self.source.rows(self.bridge.snapshot, self.bridge.year))
        if [r.id for r in after] == before:
            self._rows = after
            self._touch_all()
            return
        self.beginResetModel()
        self._rows = after
        self.endResetModel()

    def _on_changed(self, changed: Changed) -> None:
        if changed.jenis in ("batal", "ulang"):
            self._refused.clear()
        if changed.touches(self.source.table, *self.source.also):
            self.reset()

    def _touch(self, index: Index) -> None:
        first, last = self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1)
        self.dataChanged.emit(first, last)

    def _touch_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))
