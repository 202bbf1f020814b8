"""A table of a GridModel whose columns fit their place: figures never cut, words wrapped, widths remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.bridge import Bridge
from ui.widgets.cell_drafts import CellDrafts
from ui.widgets.cell_editor import CellEditor
from ui.widgets.cell_text import PAD, CellTexts
from ui.widgets.grid_column import WORDS, GridColumn, Source
from ui.widgets.grid_model import GridModel

#: The least width of a column of names, in characters; three lines of it hold most names.
_NAME = 20
#: Texts up to so many letters are short; so many of them are measured.
_SHORT, _MEASURED = 24, 60
#: Room of a heading beside its words: padding by the style sheet, in sizes of the letters, and its border in pixels.
_HEAD_PAD, _HEAD_BORDER = 1.25, 5


class FittedTable(QTableView):
    """What a grid looks like; what can be done with it by keys is in Grid."""

    def __init__(
        self, bridge: Bridge, source: Source, columns: Sequence[GridColumn], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setHorizontalHeader(self.make_header())
        self._model = GridModel(bridge, source, columns, self)
        self.setModel(self._model)
        self._delegate = CellEditor(self)
        self._heads = self._head_texts()
        self.setItemDelegate(self._delegate)
        self.drafts = CellDrafts(self._model, self._delegate, self)
        self.setAccessibleName(name)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._own_widths = self._fitting = False
        self._letters = QFontMetricsF(self.font()).height()
        self._widths = f"kolom/{name}"
        self._titles = "\n".join(c.title for c in self._model.columns)
        # Widths of other columns would bring a column along that is not there.
        if bridge.settings is not None and bridge.settings.value(f"{self._widths}/judul", "") == self._titles:
            kept = bridge.settings.value(self._widths)
            self._own_widths = isinstance(kept, QByteArray) and header.restoreState(kept)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            size = bridge.settings.value(f"{self._widths}/huruf", 0.0, float)
            if self._own_widths and isinstance(size, float) and size:
                self._scale_widths(self._letters / size)
        header.sectionResized.connect(lambda column, _was, _now: self._keep_widths(column))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.9))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._model.modelReset.connect(self._refit)
        self._model.dataChanged.connect(self._fit_changed)
        self._looks_old = False  # the font changed while it was hidden
        self._unfit = True
        self._ready = True

    def make_header(self) -> QHeaderView:
        """The header over the columns, made before anything is set on it."""
        header = QHeaderView(Qt.Orientation.Horizontal, self)
        header.setSectionsClickable(True)
        return header

    def model(self) -> GridModel:
        return self._model

    def _head_texts(self) -> CellTexts:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return CellTexts(font)

    def _wanted(self) -> list[tuple[int, int]]:
        """Of every column the width it would have and the least it can do with, in pixels: figures are never cut,
        words go on in the next line."""
        return [self._wanted_of(at) for at in range(self._model.columnCount())]

    def _wanted_of(self, at: int) -> tuple[int, int]:
        column, rows = self._model.columns[at], range(self._model.rowCount())
        em = self.fontMetrics().horizontalAdvance("0")
        padding = round(_HEAD_PAD * QFontInfo(self.font()).pixelSize()) + _HEAD_BORDER
        head = round(self._heads.advance(column.heading)) + padding
        content = self._content(at, rows)
        if not column.wraps:
            wanted = max(head, content, 0 if rows else min(column.width, 7) * em)
            return wanted, wanted
        short = self._short(column, content)
        wanted = max(head, content if short else min(max(content, 14 * em), max(column.width, 16) * em + 12))
        return wanted, max(head, min(wanted, wanted if short else _NAME * em))

    def _content(self, at: int, rows: Sequence[int]) -> int:
        """What the texts of a column want in these rows, each in one line."""
        # The widest text is among the longest ones; measuring all of them would take long. Of short ones, as codes and
        # figures, many are as long and not as wide.
        texts = sorted({self._model.look(i, at)[0] for i in rows}, key=len)
        longest = texts[-3:] if texts and len(texts[-1]) > _SHORT else texts[-_MEASURED:]
        return round(max((self._delegate.texts.advance(x) for x in longest), default=0.0)) + 2 * PAD + 4

    def _short(self, column: GridColumn, content: int) -> bool:
        """Whether words are few enough to stand in one line."""
        return column.width <= WORDS and content <= (WORDS + 4) * self.fontMetrics().horizontalAdvance("0")

    def _fit_columns(self) -> None:
        """Columns of words give way until all fit; if that cannot be, they keep a width at which a name is read."""
        if self._own_widths:
            return
        wanted = self._wanted()
        room = self.viewport().width()
        excess = max(0, sum(w for w, _ in wanted) - room)
        slack = sum(w - least for w, least in wanted)
        if excess >= slack:
            widths = [least for _, least in wanted]
        else:
            widths = [w - -(-excess * (w - least) // slack) if excess else w for w, least in wanted]
        spare = room - sum(widths)
        words = [i for i, c in enumerate(self._model.columns) if c.wraps and c.width > WORDS]
        if spare > 0 and words:
            for i in words:
                widths[i] += spare // len(words)
        self._fitting = True
        for i, width in enumerate(widths):
            if self.columnWidth(i) != width:
                self.setColumnWidth(i, width)
        self._fitting = False
        self._widths_set()
        self._fit_rows()

    def _widths_set(self) -> None:
        """The columns have their widths, the rows not yet their heights."""

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Make room for a figure that became longer than its column; else only these rows can have changed."""
        if not self.isVisible():
            self._unfit = True
            return
        rows = range(first.row(), last.row() + 1)
        if not self._own_widths and any(
            self._content(j, rows) > self.columnWidth(j)
            for j, c in enumerate(self._model.columns)
            if not c.wraps or self._short(c, self._content(j, rows))
        ):
            self._fit_columns()
        else:
            self._fit_rows(rows)

    def _fit_rows(self, rows: Sequence[int] | None = None) -> None:
        """Every row (or only these) as tall as the words in it need, up to three lines."""
        texts, header = self._delegate.texts, self.verticalHeader()
        plain = round(self.fontMetrics().height() * 1.9)
        words = [(j, self.columnWidth(j) - 2 * PAD - 1) for j, c in enumerate(self._model.columns) if c.wraps]
        for i in rows if rows is not None else range(self._model.rowCount()):
            tall = max((texts.lay(x, w).height for j, w in words if (x := self._model.look(i, j)[0])), default=0.0)
            height = max(plain, round(tall) + 10)
            if header.sectionSize(i) != height:
                header.resizeSection(i, height)

    def sizeHintForColumn(self, column: int) -> int:
        """The whole text in one line, for a double click on the border of the header; at most sixty letters."""
        texts = self._delegate.texts
        rows = range(self._model.rowCount())
        wide = max((texts.advance(self._model.look(i, column)[0]) for i in rows), default=0.0)
        return min(round(wide) + 2 * PAD + 4, self.fontMetrics().horizontalAdvance("0") * 60)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_ready"):
            self._looks_old = not self.isVisible()
            if self.isVisible():
                self._letters_changed()
            self._refit()

    def _refit(self) -> None:
        """Fit columns and rows to their place; those of a hidden table when it is shown."""
        if not self.isVisible():
            self._unfit = True
        elif self._own_widths:
            self._fit_rows()
        else:
            self._fit_columns()

    def _letters_changed(self) -> None:
        self._delegate.restyle(self)
        self._heads = self._head_texts()
        before, self._letters = self._letters, QFontMetricsF(self.font()).height()
        if self._own_widths and before != self._letters:
            self._scale_widths(self._letters / before)

    def showEvent(self, event: QShowEvent) -> None:
        self._model.wake()
        if self._looks_old:
            self._looks_old = False
            self._letters_changed()
        if self._unfit:
            self._unfit = False
            self._refit()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._model.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refit()
        super().resizeEvent(event)

    def _scale_widths(self, by: float) -> None:
        """Letters of another size, and the widths with them."""
        self._fitting = True
        for i in range(self._model.columnCount()):
            self.setColumnWidth(i, round(self.columnWidth(i) * by))
        self._fitting = False

    def _by_hand(self) -> bool:
        """Whether a column changes its width because the user wants so; the style has its own least width."""
        return True

    def fit_again(self) -> None:
        """Forget the widths that the user gave; from now on the columns fit their place by themselves."""
        self._own_widths = False
        if self.bridge.settings is not None:
            self.bridge.settings.remove(self._widths)
        self._fit_columns()

    def _keep_widths(self, column: int) -> None:
        """Remember the widths that the user gave the columns; the last one only fills what is left."""
        if self._fitting or not self.isVisible() or not self._by_hand():
            return
        self._fit_rows()
        if column == self._model.columnCount() - 1:
            return
        self._own_widths = True
        if self.bridge.settings is not None:
            self.bridge.settings.setValue(self._widths, self.horizontalHeader().saveState())
            self.bridge.settings.setValue(f"{self._widths}/huruf", self._letters)
            self.bridge.settings.setValue(f"{self._widths}/judul", self._titles)
