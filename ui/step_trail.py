"""Undo and redo that lead the eye: what changed is shown where it is in sight, else the status bar says where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer
from PySide6.QtWidgets import QApplication

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.schema import TABLES, Row
from lkjip_desktop.core.snapshot import Snapshot
from ui.bridge import Bridge
from ui.places import place_of
from ui.widgets.field import Field, flash
from ui.widgets.view import View, leave_cell

if TYPE_CHECKING:
    from ui.widgets.grid import Grid

#: So long after the last step the view moves: while the keys are held it stays, and the steps go by quickly.
_PAUSE_MS = 70
#: Rows of a step whose cells are chosen in a table.
_CELLS_MOST = 500


@dataclass(frozen=True)
class Trace:
    """One row that a step changed, and its columns that differ (none for a row that came or went). `gone`: the row is
    no longer there. `year` is 0 for what belongs to no year."""

    table: str
    key: str
    columns: tuple[str, ...]
    year: int
    gone: bool

    @property
    def column(self) -> str:
        """The first column that differs, "" for the row itself."""
        return self.columns[0] if self.columns else ""


def traces(before: Snapshot, after: Snapshot, changed: Changed) -> tuple[Trace, ...]:
    """What a step changed, in the order of the tables and of their rows; rows that are there go before those gone."""
    out: list[tuple[tuple[int, int, int], Trace]] = []
    tables = list(TABLES)
    order: dict[str, dict[str, int]] = {}
    for table, key in changed.keys:
        old, new = before.row(table, key), after.row(table, key)
        row = new or old
        if row is None:
            continue
        if table not in order:
            order[table] = {r.id: n for n, r in enumerate(after.rows(type(row)))}
        year = int(getattr(row, "tahun", 0) or 0)
        trace = Trace(table, key, _columns(old, new), year, new is None)
        out.append(((int(new is None), tables.index(table), order[table].get(key, 0)), trace))
    return tuple(t for _, t in sorted(out, key=lambda x: x[0]))


def _columns(old: Row | None, new: Row | None) -> tuple[str, ...]:
    if old is None or new is None:
        return ()
    shown = (c.name for c in TABLES[new.TABEL].columns if c.name != "urut" and not c.hidden)
    return tuple(n for n in shown if getattr(old, n) != getattr(new, n))


def _select(grid: Grid, changed: list[Trace]) -> None:
    """Choose every cell that changed, as the block that a paste or a filling made."""
    model, chosen = grid.model(), QItemSelection()
    for t in changed[:_CELLS_MOST]:
        for column in t.columns:
            row, at = model.cell_of(t.table, t.key, column)
            if row >= 0:
                cell = model.index(row, at)
                chosen.select(cell, cell)
    if chosen.indexes():
        grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


class StepTrail(QObject):
    """Does undo and redo for the window. `say` gets the sentence and, where the change is on another screen, the words
    of a link with what it does; `lead` opens the place of a value."""

    def __init__(
        self,
        bridge: Bridge,
        current: Callable[[], View | None],
        say: Callable[[str, str, Callable[[], None] | None], None],
        lead: Callable[[str, str, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._current, self._say, self._lead = current, say, lead
        self._snapshot = bridge.snapshot
        self._traces: tuple[Trace, ...] = ()
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._show)
        bridge.changed.connect(self._on_changed)

    def undo(self) -> None:
        self._store()
        self._step("Diurungkan", self.bridge.workspace.label_urung, self.bridge.undo)

    def redo(self) -> None:
        self._step("Diulangi", self.bridge.workspace.label_ulang, self.bridge.redo)

    def _store(self) -> None:
        """Make a step of what is half typed (a click on the tool bar leaves no field): it is what is taken back then,
        and redo brings it again."""
        leave_cell()
        if (view := self._current()) is not None:
            view.commit()

    def _step(self, done: str, label: str, act: Callable[[], str]) -> None:
        if label and not act():
            self._words = f"{done}: {label}"
            self._say(self._words, "", None)
            self._timer.start()

    def _on_changed(self, changed: Changed) -> None:
        before, self._snapshot = self._snapshot, self.bridge.snapshot
        back = changed.jenis in ("batal", "ulang")
        self._traces = traces(before, self._snapshot, changed) if back else ()
        if not back:
            self._timer.stop()  # what happens now is newer than what was taken back

    def _show(self) -> None:
        view = self._current()
        if view is None or not self._traces:
            return
        here = [t for t in self._traces if t.year in (0, self.bridge.year)]
        if here and not here[0].gone and self._reveal(view, here[0]):
            from ui.widgets.grid import Grid  # not before a table was shown: the start stays quick

            if isinstance(grid := QApplication.focusWidget(), Grid) and view.isAncestorOf(grid):
                _select(grid, here)
            return
        first = self._traces[0]
        place = place_of(first.table)
        if place is None or (first in here and first.table in view.tables):
            return
        where = place.title + (f" {first.year}" if first not in here else "")
        self._say(f"{self._words} — di layar {where}.", "Lihat", lambda: self._go(first))

    def _reveal(self, view: View, trace: Trace) -> bool:
        """Put the cursor on what changed; not while another field holds half-typed words, which leaving would store."""
        if any(f.dirty for f in view.findChildren(Field) if f.isVisible()):
            return True
        if not view.show_place(trace.table, trace.key, trace.column):
            return False
        if (field := QApplication.focusWidget()) is not None and view.isAncestorOf(field):
            flash(field)
        return True

    def _go(self, trace: Trace) -> None:
        if trace.year and trace.year != self.bridge.year and trace.year in self.bridge.workspace.tahun():
            self.bridge.set_year(trace.year)
        self._lead(trace.table, "" if trace.gone else trace.key, trace.column)
