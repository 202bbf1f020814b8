"""The tree of a year: three levels of sasaran, each with its indicators and their capaian; found, moved and dragged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from lkjip_desktop.core.hasil import Hasil, HasilIndikator, HasilSasaran
from lkjip_desktop.core.kelanjutan import ada_sebelum
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import KELANJUTAN, TINGKAT, Indikator, IndikatorTahun, Sasaran, SasaranTahun
from ui.views.indikator_panel import ARROW
from ui.widgets.status import SIGN, status_text


def _value(h: HasilIndikator) -> str:
    known = h.capaian.status != "tidak_dapat_dihitung"
    return f"{SIGN[h.capaian.status]} {h.capaian.cetak}" if known else "–"


def _mean(s: HasilSasaran | None) -> str:
    return s.rata_rata_cetak.replace("-", "–") if s else ""


Test = Callable[[QTreeWidgetItem], bool]
_TABLE = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1
#: Most lines of a name, and what a row has around its words, in heights of a line: it grows with the letters.
_LINES, _AROUND = 3, 0.8
_REFIT_MS = 60
#: How an indicator stands to last year, where that is worth a word.
_SINCE = {value: words.lower() for value, words in KELANJUTAN if value != "dilanjutkan"}


@dataclass(frozen=True)
class _Line:
    """One line of the tree: depth, where it lives, its words, its capaian and what that says."""

    depth: int
    table: str
    row_id: str
    words: str
    value: str = ""
    tip: str = ""

    @property
    def key(self) -> tuple[int, str, str]:
        return self.depth, self.table, self.row_id


def _write(item: QTreeWidgetItem, line: _Line) -> None:
    item.setText(0, line.words)
    item.setToolTip(0, line.words)
    item.setText(1, line.value)
    item.setToolTip(1, line.tip)


def _lines(s: Snapshot, year: int, hasil: Hasil | None) -> Iterator[_Line]:
    """The year as lines: levels, their sasaran, their indicators."""
    means = {h.baris_id: h for h in hasil.sasaran} if hasil else {}
    by_aim: dict[str, list[IndikatorTahun]] = {}
    for row in s.where(IndikatorTahun, tahun=year):
        indicator = s.get(Indikator, row.indikator_id)
        by_aim.setdefault((indicator.sasaran_id if indicator else "") or "", []).append(row)
    aims = s.where(SasaranTahun, tahun=year)
    since = _SINCE if ada_sebelum(s, year) else {}
    for level, words in TINGKAT:
        of_level = [a for a in aims if (k := s.get(Sasaran, a.sasaran_id)) and k.tingkat == level]
        if not of_level and level != "kegiatan":
            continue
        yield _Line(0, "tingkat", level, words)
        for aim in of_level:
            yield _Line(1, "sasaran_tahun", aim.id, f"{aim.kode}  {aim.nama}", _mean(means.get(aim.id)))
            for row in by_aim.get(aim.sasaran_id or "", ()):
                h = hasil.per_indikator.get(row.indikator_id or "") if hasil else None
                value, tip = (_value(h), status_text(h.capaian.status)) if h else ("", "")
                words = f"{row.kode} {ARROW.get(row.polaritas, '')} {row.nama}"
                words += f" · {since[row.kelanjutan]}" if row.kelanjutan in since else ""
                yield _Line(2, "indikator_tahun", row.id, words, value, tip)


class SasaranTree(QTreeWidget):
    """`chosen` tells (table, row id): sasaran_tahun, indikator_tahun, or tingkat with the level itself.

    `entered`: on to the fields of what is chosen. `typed`: letters to look for. `dropped`: (table, row id, row of the
    sasaran that it goes to, row that it goes before or "").
    """

    chosen = Signal(str, str)
    entered = Signal()
    typed = Signal(str)
    dropped = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sasaran dan indikator")
        self.setColumnCount(2)
        self.setHeaderLabels(["Sasaran dan indikator", "Capaian"])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setIndentation(12)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(200)
        # Lines tell names apart that begin alike; what is longer has its tooltip.
        self.setWordWrap(True)
        self._filling = False
        self._lines: list[_Line] = []
        self._items: list[QTreeWidgetItem] = []
        self._sought = ""
        self._fitted = (0, 0, 0)
        self._measured: dict[tuple[int, str], int] = {}
        # Not while the splitter is dragged: every step would lay all rows out again.
        self._refit_timer = QTimer(self)
        self._refit_timer.setSingleShot(True)
        self._refit_timer.setInterval(_REFIT_MS)
        self._refit_timer.timeout.connect(self._refit)
        self.header().sectionResized.connect(lambda *_: self._refit_timer.start())
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.currentItemChanged.connect(self._chosen)

    def fill(self, s: Snapshot, year: int, hasil: Hasil | None) -> None:
        """Show a year anew; what was chosen stays chosen, else the first IKK is. The same rows get new words only."""
        lines = list(_lines(s, year, hasil))
        if [line.key for line in lines] == [line.key for line in self._lines]:
            for line, before, item in zip(lines, self._lines, self._items, strict=True):
                if line != before:
                    _write(item, line)
            self._lines = lines
            self._fit_rows()
            self._filter()
            return
        chosen = self.current()
        self._filling = True
        self.clear()
        self._lines, self._items = lines, []
        parents: list[QTreeWidgetItem] = [self.invisibleRootItem()]
        for line in lines:
            del parents[line.depth + 1 :]
            item = QTreeWidgetItem(parents[line.depth])
            item.setData(0, _TABLE, line.table)
            item.setData(0, _ID, line.row_id)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if line.depth == 0:
                font = item.font(0)
                font.setWeight(font.Weight.DemiBold)
                item.setFont(0, font)
            _write(item, line)
            parents.append(item)
            self._items.append(item)
        self._fit_rows()
        self.expandAll()
        self._filter()
        self._filling = False
        if not (chosen[1] and self.choose(*chosen)):
            first = self._first_measured() or self._first("indikator_tahun") or self._first("sasaran_tahun")
            if first is not None:
                self.setCurrentItem(first)

    # ------------------------------------------------------------------------------------------------ look for
    def seek(self, words: str) -> None:
        """Show only what holds all of the words, with what stands above it, and below a sasaran that does."""
        self._sought = words
        self._filter()
        if not words and (item := self.currentItem()) is not None:
            self.scrollToItem(item)

    def choose_found(self) -> None:
        """Choose the first row that holds the words that are looked for."""
        words = self._sought.casefold().split()
        for line, item in zip(self._lines, self._items, strict=True):
            if line.depth and all(w in line.words.casefold() for w in words):
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return

    def _filter(self) -> None:
        words = self._sought.casefold().split()
        if not words and not any(item.isHidden() for item in self._items):
            return
        for line, item in zip(self._lines, self._items, strict=True):
            shown = not words or all(w in line.words.casefold() for w in words)
            parent = item.parent()
            if not shown and line.depth == 2 and parent is not None and self._holds(parent, words):
                shown = True
            item.setHidden(not shown)
            while shown and parent is not None:
                parent.setHidden(False)
                parent = parent.parent()

    @staticmethod
    def _holds(item: QTreeWidgetItem, words: list[str]) -> bool:
        return all(w in item.text(0).casefold() for w in words)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed in the tree look for words anywhere in a name, not only at its begin."""
        if search.strip():
            self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current()[0] != "tingkat":
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------------ drag and drop
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self.place_of(event) is None:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where it was dropped; the step that follows draws the tree anew."""
        place, (table, row_id) = self.place_of(event), self.current()
        # Not a move for Qt: it would take the item out of the tree by itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if place is not None:
            self.dropped.emit(table, row_id, *place)

    def place_of(self, event: QDropEvent) -> tuple[str, str] | None:
        """(row of the sasaran, row to go before or "") for what is dragged; None where it cannot go."""
        target, (table, row_id) = self.itemAt(event.position().toPoint()), self.current()
        if target is None or str(target.data(0, _ID)) == row_id:
            return None
        at = str(target.data(0, _TABLE))
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        if table == "indikator_tahun" and at == "sasaran_tahun":
            return str(target.data(0, _ID)), ""
        parent, current = target.parent(), self.currentItem()
        mine = current.parent() if current is not None else None
        if at != table or parent is None or (table == "sasaran_tahun" and parent is not mine):
            return None
        before = self._after(target) if below else str(target.data(0, _ID))
        if before == row_id:  # below the row that it follows: there it is already
            return None
        return (str(parent.data(0, _ID)) if table == "indikator_tahun" else "", before)

    def _after(self, item: QTreeWidgetItem) -> str:
        parent = item.parent()
        following = parent.child(parent.indexOfChild(item) + 1) if parent is not None else None
        return str(following.data(0, _ID)) if following is not None else ""

    # ---------------------------------------------------------------------------------------------------- internals
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_items"):
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Names have as many lines as they need in the column that there is, three at most; headings have one."""
        metrics, width = self.fontMetrics(), self.header().sectionSize(0)
        if (key := (width, metrics.height(), metrics.averageCharWidth())) != self._fitted:
            self._fitted = key
            self._measured.clear()
        for line, item in zip(self._lines, self._items, strict=True):
            if (measured := (line.depth, line.words)) not in self._measured:
                self._measured[measured] = self._needed(line, width)
            lines = self._measured[measured]
            item.setSizeHint(0, QSize(0, round(metrics.lineSpacing() * (lines + _AROUND))) if lines > 1 else QSize())

    def _needed(self, line: _Line, width: int) -> int:
        metrics = self.fontMetrics()
        room = width - round(metrics.lineSpacing() * _AROUND) - line.depth * self.indentation()
        if not line.depth or room <= 0:
            return 1
        height = metrics.boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, line.words).height()
        return min(_LINES, -(-height // metrics.lineSpacing()))

    def _refit(self) -> None:
        if self._fitted[0] != self.header().sectionSize(0):
            self._fit_rows()

    def count(self) -> int:
        """How many sasaran and indicators there are."""
        return sum(line.depth > 0 for line in self._lines)

    def current(self) -> tuple[str, str]:
        """(table, row id) of what is chosen, empty when nothing is."""
        item = self.currentItem()
        return (str(item.data(0, _TABLE)), str(item.data(0, _ID))) if item else ("", "")

    def choose(self, table: str, row_id: str) -> bool:
        """Choose a row; False when the year does not have it."""
        item = self._find(lambda i: i.data(0, _TABLE) == table and i.data(0, _ID) == row_id)
        if item is None:
            return False
        self.setCurrentItem(item)
        self.scrollToItem(item)
        return True

    def place_after(self, table: str, row_id: str, by: int, s: Snapshot, year: int) -> int:
        """Where Pindah has to put a row so that it passes its neighbour in the tree; -1 when there is none."""
        item = self.currentItem()
        parent = item.parent() if item else None
        if item is None or parent is None:
            return -1
        at = parent.indexOfChild(item) + by
        if not 0 <= at < parent.childCount():
            return -1
        other = parent.child(at)
        neighbour = str(other.data(0, _ID)) if other is not None else ""
        cls = SasaranTahun if table == "sasaran_tahun" else IndikatorTahun
        order = [r.id for r in s.where(cls, tahun=year)]
        return order.index(neighbour) if neighbour in order else -1

    def _first_measured(self) -> QTreeWidgetItem | None:
        """The first IKK: what the satker itself measures."""
        top = self._find(lambda i: i.data(0, _TABLE) == "tingkat" and i.data(0, _ID) == "kegiatan")
        return self._find(lambda i: i.data(0, _TABLE) == "indikator_tahun", top)

    def _first(self, table: str) -> QTreeWidgetItem | None:
        return self._find(lambda i: i.data(0, _TABLE) == table)

    def _find(self, test: Test, below: QTreeWidgetItem | None = None) -> QTreeWidgetItem | None:
        todo = [below] if below is not None else [self.topLevelItem(i) for i in range(self.topLevelItemCount())]
        while todo:
            item = todo.pop(0)
            if item is None:
                continue
            if test(item):
                return item
            todo = [item.child(i) for i in range(item.childCount())] + todo
        return None

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(str(item.data(0, _TABLE)), str(item.data(0, _ID)))
