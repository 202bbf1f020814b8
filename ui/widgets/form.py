"""A form over one row, made from its columns; leaving a field commits it as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Banyak, Perintah, Tambah, Ubah
from lkjip_desktop.core.schema import TABLES, Column, Kind, Row, kunci_baru
from lkjip_desktop.errors import LkjipError
from ui.bridge import Bridge
from ui.widgets.attachment import AttachmentField
from ui.widgets.draft_timer import DraftTimer
from ui.widgets.field import COLUMNS, Field, Label
from ui.widgets.form_rows import Heading, placed
from ui.widgets.make_field import SPAN, make_field
from ui.widgets.view import section

__all__ = ["Form", "section"]

#: Widths in characters below which a form puts two fields, or one, into a row.
_NARROW_EM, _SINGLE_EM = 62, 30
#: Lines of help that may stand below a field beside others, and letters of help in the width of one character.
_HELP_LINES, _LETTERS = 2, 1.3


def forget_focus(widget: QWidget) -> None:
    """Let no page come back to a hidden field: Qt remembers it, gives it the keys, and nobody sees where they go."""
    for part in (widget, *widget.findChildren(QWidget)):
        part.clearFocus()


class Form(QWidget):
    """Fields for some columns of one table.

    `show_row(id)` binds it to a row. `show_keys(a=..., b=...)` binds it to the row with these values, which is
    added by the first committed field when it does not exist yet. Half-typed text is kept as a draft and put back.

    The fields are made when the form is first shown or asked for them: of the forms of a screen few are on view, and
    fields are what opening a screen, and a change of its look, spend their time on.
    """

    committed = Signal(str)  # column
    typed = Signal()
    reloaded = Signal()

    def __init__(
        self,
        bridge: Bridge,
        table: str,
        columns: Sequence[str] = (),
        spans: Mapping[str, int] | None = None,
        headings: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.table = TABLES[table]
        self.row_id = ""
        self._left = ""  # the row that it showed when its file was left
        self._keys: dict[str, Any] = {}
        self._fields: dict[str, Field] = {}
        self._names = tuple(columns or [c.name for c in self.table.columns if not c.hidden])
        self._labels: dict[tuple[str, bool], tuple[str, str | None]] = {}  # for fields that are not made yet
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(0)  # Qt would put a gap only at some columns: the fields bring it along
        self._grid.setVerticalSpacing(12)
        for i in range(COLUMNS):
            self._grid.setColumnStretch(i, 1)
            self._grid.setColumnMinimumWidth(i, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._grid)
        self._spans, self._headings = spans or {}, headings
        self._arranged = list(self._names)
        self._titles: list[Label] = []
        self._narrow, self._em = 0, 0.0
        self._locked = False
        #: What is settled, in the same step, by the value of a column: columns, or what gives them for a value.
        self.along: dict[str, dict[str, Any] | Callable[[Any], dict[str, Any]]] = {}
        #: What is done to other rows, in the same step, by the value of a column.
        self.together: dict[str, Callable[[Any], tuple[Perintah, ...]]] = {}
        self._drafts = DraftTimer(self)
        self._drafts.timeout.connect(self.save_drafts)
        bridge.changed.connect(self._on_changed)
        bridge.closing.connect(self._on_closing)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields by column, those of hidden columns as well."""
        if not self._fields:
            for name in self._names:
                self._make(name)
            for (name, _), (text, help) in self._labels.items():
                self._fields[name].set_label(text, help)
            self._lay_out()
            if self.row_id:
                self._reload(everything=True)
                self._restore_drafts()
        return self._fields

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fields  # noqa: B018  (made now, before the first paint)

    def hasHeightForWidth(self) -> bool:
        return True  # also before the fields are there: whoever puts the form on a page asks now

    def _make(self, name: str) -> None:
        field = make_field(self.table.by_name[name], self.bridge)
        field.setParent(self)  # before it is shown: a widget without parent would be a window
        field.on_commit = lambda value: self._commit(name, value)
        field.entered.connect(lambda: self._entered(name))
        field.typed.connect(self._on_typed)
        field.history_wanted.connect(lambda: self.bridge.history_wanted.emit(self.table.name, self.row_id, name))
        self._fields[name] = field

    def arrange(self, names: Sequence[str]) -> None:
        """Show these fields in this order and hide the others; values of hidden ones stay as they are."""
        if list(names) != self._arranged:
            self._arranged = list(names)
            if self._fields:
                self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = event.size().width() / max(1, self.fontMetrics().horizontalAdvance("0"))
        narrow = 2 if em < _SINGLE_EM else 1 if em < _NARROW_EM else 0
        talkative = self._talkative(self._em)
        self._em = em
        if narrow != self._narrow or self._talkative(em) != talkative:
            self._narrow = narrow
            if self._fields:
                self._lay_out()

    def set_label(self, name: str, text: str, help: str | None = None) -> None:
        """Another label (and line below) for a field; a long one gets a row of its own."""
        if not self._fields:
            self._labels.pop((name, help is None), None)  # the last one comes last
            self._labels[name, help is None] = text, help
            return
        talkative = self._talkative(self._em)
        self._fields[name].set_label(text, help)
        if self._talkative(self._em) != talkative:
            self._lay_out()

    def _talkative(self, em: float) -> set[str]:
        """Fields whose help would stand as a narrow column of many lines below them in a form of this width."""
        if em < _SINGLE_EM or not self._fields:  # not known yet, or each field has the whole width anyway
            return set()
        return {
            name
            for name in self._arranged
            if (span := self._span(name, em < _NARROW_EM)) <= COLUMNS // 2
            and len(self.fields[name].help) > _HELP_LINES * _LETTERS * em * span / COLUMNS
        }

    def _span(self, name: str, narrow: bool) -> int:
        span = self._spans.get(name, SPAN[self.table.by_name[name].kind])
        if narrow:  # two short fields or one long one in a row
            return COLUMNS // 2 if span <= 4 else COLUMNS
        return span

    def _lay_out(self) -> None:
        names = self._arranged
        # Not takeAt: PySide leaves the taken item alive, and with it the heights that it remembers.
        for field in self.fields.values():
            self._grid.removeWidget(field)
        for title in self._titles:
            self._grid.removeWidget(title)
            title.hide()
            title.deleteLater()
        self._titles = []
        for name, field in self.fields.items():
            field.setVisible(name in names)
            if name not in names:
                forget_focus(field)
        by_name, narrow = self.table.by_name, self._narrow
        for part in placed(
            names,
            lambda name: COLUMNS if narrow == 2 else self._span(name, narrow == 1),
            lambda name: by_name[name].group if self._headings else "",
            self._talkative(self._em),
            COLUMNS,
        ):
            if isinstance(part, Heading):
                title = Label(part.words, "sub", wrap=False)
                self._titles.append(title)
                self._grid.addWidget(title, part.row, 0, 1, COLUMNS)
                continue
            field = self.fields[part.name]
            field.place(part.start, part.span, part.room)
            self._grid.addWidget(field, part.row, part.start, 1, part.room, Qt.AlignmentFlag.AlignTop)

    # ------------------------------------------------------------------------------------------------- binding
    def show_row(self, row_id: str) -> None:
        """Show a row; what was typed for the row before is committed or kept as a draft."""
        self.commit()
        self._keys = {}
        self.row_id = row_id
        self._reload(everything=True)
        self._restore_drafts()

    def show_keys(self, **keys: Any) -> None:
        """Show the row with these column values, or an empty one that the first entry adds."""
        self.commit()
        self._keys = keys
        found = self.bridge.snapshot.one(self.table.row, **keys)
        self.row_id = found.id if found else self.bridge.new_id()
        self._reload(everything=True)
        self._restore_drafts()

    @property
    def row(self) -> Row | None:
        """The row as committed, None when it does not exist (yet)."""
        return self.bridge.snapshot.row(self.table.name, self.row_id) if self.row_id else None

    @property
    def place_key(self) -> str:
        """The row as the paper calls it: by its id, or by its natural key while it does not exist."""
        return kunci_baru(self.table, self._keys) if self._keys and self.row is None else self.row_id

    def focus_first(self) -> None:
        """Put the cursor into the first field that can be typed in."""
        for name in self._arranged:
            if self.fields[name].editor.isEnabled() and self.focus_column(name):
                return

    def focus_column(self, name: str) -> bool:
        """Put the cursor into a field; False when the form has no such field."""
        field = self.fields.get(name)
        if field is None or not field.isVisibleTo(self):
            return False
        field.editor.setFocus()
        # After the layout has settled: a form that was shown just now does not know its places yet.
        QTimer.singleShot(0, field, field.reveal)
        return True

    def commit(self) -> bool:
        """Commit every field that holds something; what is refused stays as a draft. True when nothing is left."""
        if not self.row_id:
            return True
        done = True
        for field in self._fields.values():
            done = field.commit() and done
        if not done:
            self.save_drafts()
        return done

    def set_read_only(self, read_only: bool) -> None:
        """Let its rows only be read, until told otherwise: a form that loads a row anew stays as it was told."""
        self._locked = read_only
        for field in self._fields.values():
            field.set_read_only(read_only or self.bridge.read_only)

    # ----------------------------------------------------------------------------------------------- internals
    def _reload(self, everything: bool) -> None:
        row = self.row
        for name, field in self._fields.items():
            field.year = self.bridge.year
            if isinstance(field, AttachmentField):
                field.home = (self.table.name, self.row_id)
            default = self.table.by_name[name].default
            value = getattr(row, name) if row is not None else self._keys.get(name, default)
            if everything or (not field.dirty) or value != field.value:
                field.load(value)
            if everything:
                field.settle()
        self.set_read_only(self._locked)
        self.reloaded.emit()

    def _on_changed(self, changed: Changed) -> None:
        if not self.row_id:
            if changed.jenis == "muat":
                self._bind_again()
            return
        if changed.jenis == "muat" and self._keys:
            self.show_keys(**self._keys)
            return
        if changed.initiator is self:
            return
        if self._keys and self.row is None and changed.touches(self.table.name):
            # Another hand may have added the row meanwhile, under an id of its own.
            found = self.bridge.snapshot.one(self.table.row, **self._keys)
            if found:
                self.row_id = found.id
        if changed.has(self.table.name, self.row_id):
            # Undo and redo show what is stored, whatever is being typed; the step of another view leaves it alone.
            self._reload(everything=changed.jenis in ("batal", "ulang", "muat"))
        elif any(c.ref and changed.touches(c.ref) for c in self.table.columns):
            for name, field in self._fields.items():
                if self.table.by_name[name].ref and not field.dirty:
                    field.load(field.value)

    def _on_closing(self) -> None:
        self.commit()
        self._drafts.stop()
        self._left, self.row_id = self.row_id, ""

    def _known(self, column: Column, value: Any) -> bool:
        """Whether a value that rows are looked up by means something in the file that is open."""
        if column.kind is Kind.TAHUN:
            return value in self.bridge.workspace.tahun()
        return not column.ref or self.bridge.snapshot.row(column.ref, str(value)) is not None

    def _bind_again(self) -> None:
        """Another file is open: it may hold the row that was shown (a copy of the one before does)."""
        row_id, self._left = self._left, ""
        if self._keys:
            if all(self._known(self.table.by_name[name], value) for name, value in self._keys.items()):
                self.show_keys(**self._keys)
        elif row_id and self.bridge.snapshot.row(self.table.name, row_id) is not None:
            self.show_row(row_id)

    def _commit(self, name: str, value: Any) -> str:
        draft = self._draft_key()
        command: Perintah
        along = self.along.get(name, {})
        values = {name: value, **(along(value) if callable(along) else along)}
        if self.row is not None:
            command = Ubah(self.table.name, self.row_id, values)
        elif self._keys:
            command = Tambah(self.table.name, self.row_id, {**self._keys, **values})
        else:
            return "Baris ini sudah dihapus."
        if before := self.fields[name].before:
            command = Banyak("Pasang gambar", (*before, command))
        elif others := self.together[name](value) if name in self.together else ():
            command = Banyak("", (command, *others))  # the step is called after the column
        refused = self.bridge.do(command, self)
        if not refused:
            self.bridge.try_(lambda: self._forget_draft(name, draft))
            for other in values:  # what came along shows at once
                if other != name and other in self.fields and not self.fields[other].dirty:
                    self.fields[other].load(getattr(self.row, other))
            self.committed.emit(name)
        return refused

    def _entered(self, name: str) -> None:
        self.bridge.focused.emit(self.table.name, self.place_key, name)

    def _on_typed(self) -> None:
        self._drafts.typed()
        self.typed.emit()

    # -------------------------------------------------------------------------------------------------- drafts
    def save_drafts(self) -> None:
        """Keep what is typed and not committed, so that a crash loses nothing."""
        self._drafts.stop()
        if not self.row_id or self.bridge.read_only:
            return
        for name, field in self._fields.items():
            try:
                if field.dirty:
                    self.bridge.workspace.simpan_draf(self.table.name, self._draft_key(), name, field.text())
                else:
                    self._forget_draft(name)
            except LkjipError as galat:
                self.bridge.failed(galat)
                return

    def half_typed(self) -> list[tuple[str, str, str]]:
        """(row as drafts name it, column, text) of what is typed and not stored."""
        if not self.row_id or self.bridge.read_only:
            return []
        return [(self._draft_key(), name, field.text()) for name, field in self._fields.items() if field.dirty]

    def _draft_key(self) -> str:
        """The row, or for a row that is not there yet the values that will make it."""
        if self.row is not None or not self._keys:
            return self.row_id
        return ";".join(f"{name}={value}" for name, value in sorted(self._keys.items()))

    def _forget_draft(self, name: str, key: str = "") -> None:
        key = key or self._draft_key()
        if (self.table.name, key, name) in self.bridge.drafts():
            self.bridge.workspace.hapus_draf(self.table.name, key, name)

    def _restore_drafts(self) -> None:
        if not self._fields:
            return
        for (table, key, name), text in self.bridge.drafts().items():
            if table == self.table.name and key == self._draft_key() and name in self.fields:
                field = self.fields[name]
                if field.text() != text:
                    field.set_text(text)
                    lines = field.column.kind in (Kind.PARAGRAF, Kind.NASKAH, Kind.DATA)  # there Enter is a line end
                    way = "pindah ke isian lain" if lines else "tekan Enter"
                    field.refuse(f"Ketikan yang belum tersimpan dikembalikan; {way} untuk menyimpannya.")
