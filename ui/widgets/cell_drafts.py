"""What is typed into the cells of a grid and not stored, kept as drafts: it survives a crash and closing."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.schema import Row
from lkjip_desktop.errors import LkjipError
from ui.widgets.cell_editor import CellEditor, Index
from ui.widgets.choice_line import ChoiceLine
from ui.widgets.draft_timer import DraftTimer
from ui.widgets.grid_cells import CellKey
from ui.widgets.grid_column import GridColumn
from ui.widgets.grid_model import GridModel

_BACK = "Ketikan yang belum tersimpan dikembalikan; tekan F2 lalu Enter untuk menyimpannya."


class Place(NamedTuple):
    """Where a draft belongs: table, row as drafts name it, column."""

    table: str
    key: str
    column: str


class CellDrafts(QObject):
    """Watches the cells of one grid: an editor that is open, and words that were refused."""

    def __init__(self, model: GridModel, delegate: CellEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._delegate = model, delegate
        self._kept: dict[Place, str] = {}
        self._places: dict[CellKey, Place] = {}  # of refused cells, also while they are not shown
        self._open = QPersistentModelIndex()
        self._left = False  # the file is being left: nothing more goes into it
        self._timer = DraftTimer(self)
        self._timer.timeout.connect(self.keep)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.keep)
        delegate.began.connect(self._began)
        delegate.ended.connect(self._soon.start)
        model.dataChanged.connect(self._cells_changed)
        model.modelReset.connect(self.restore)
        model.bridge.closing.connect(self._closing)
        model.bridge.changed.connect(self._changed)
        self.restore()

    # --------------------------------------------------------------------------------------------------- keeping
    def keep(self) -> None:
        """Bring the drafts in the file to what is typed now."""
        self._timer.stop()
        self._soon.stop()
        if self._left or self._model.bridge.read_only:
            return
        wanted = self._wanted()
        workspace = self._model.bridge.workspace
        try:
            for place in [p for p in self._kept if p not in wanted]:
                workspace.hapus_draf(*place)
                del self._kept[place]
            for place, text in wanted.items():
                if self._kept.get(place) != text:
                    workspace.simpan_draf(*place, text)
                    self._kept[place] = text
        except LkjipError as galat:
            self._model.bridge.failed(galat)

    def half_typed(self) -> list[tuple[str, str, str, str]]:
        """(table, row as drafts name it, column, text) of what is typed and not stored."""
        return [] if self._model.bridge.read_only else [(*place, text) for place, text in self._wanted().items()]

    def restore(self) -> None:
        """Put the drafts of the file into the cells of the rows that are shown, red, to be looked at."""
        model = self._model
        tables = {model.source.table, *(c.table for c in model.columns if c.table)}
        drafts = {Place(*key): text for key, text in model.bridge.drafts().items() if key[0] in tables}
        if not drafts:
            return
        for i in range(model.rowCount()):
            row = model.row_at(i)
            for j, column in enumerate(model.columns):
                place = self._place(row, column)
                text = drafts.get(place) if place is not None else None
                if place is None or text is None or model.cell_key(row, j) in model.refused_cells():
                    continue
                self._kept[place] = text
                if text != model.edit_text(row, column):
                    self._places[model.cell_key(row, j)] = place
                    model.put_back(i, j, text, _BACK)

    # ----------------------------------------------------------------------------------------------------- parts
    def _wanted(self) -> dict[Place, str]:
        model = self._model
        wanted: dict[Place, str] = {}
        self._note_places()
        refused = model.refused_cells()
        wanted.update((self._places[key], text) for key, (text, _) in refused.items() if key in self._places)
        editor = self._delegate.opened
        line = None if isinstance(editor, ChoiceLine) else editor
        if line is not None and self._open.isValid():
            row, column = model.row_at(self._open.row()), model.columns[self._open.column()]
            text = line.text() if isinstance(line, QLineEdit) else line.toPlainText()
            place = self._place(row, column)
            if place is not None and text != model.edit_text(row, column):
                wanted[place] = text
        return wanted

    def _note_places(self) -> None:
        model = self._model
        refused = model.refused_cells()
        columns = {j for _, j in refused}
        for i in range(model.rowCount() if refused else 0):
            row = model.row_at(i)
            for j in columns:
                key = model.cell_key(row, j)
                if key in refused and (place := self._place(row, model.columns[j])) is not None:
                    self._places[key] = place

    def _place(self, row: Row, column: GridColumn) -> Place | None:
        if column.spec is None:
            return None
        table, home = self._model.home(row, column)
        if home is not None:
            return Place(table, home.id, column.spec.name)
        assert column.keys is not None
        return Place(table, ";".join(f"{k}={v}" for k, v in sorted(column.keys(row).items())), column.spec.name)

    def _began(self, editor: object, index: Index) -> None:
        self._open = QPersistentModelIndex(index)
        if isinstance(editor, ChoiceLine):
            return
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._timer.typed)
        elif isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(self._timer.typed)

    def _cells_changed(self) -> None:
        self._note_places()  # now: another period may be chosen before anything is kept
        if self._kept or self._model.has_refused:
            self._soon.start()

    def _closing(self) -> None:
        self.keep()
        self._kept.clear()
        self._left = True

    def _changed(self, changed: Changed) -> None:
        if changed.jenis == "muat":  # another file: its own drafts, not those of the one before
            self._left = False
            self._kept.clear()
            self._places.clear()
            if self._model.has_refused:
                self._model.forget_refused()
            self.restore()
