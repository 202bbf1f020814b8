"""The parts of a naskah that are not running text: a table of the office's own, pictures under one caption."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.naskah import GambarSendiri, TabelSendiri
from lkjip_desktop.core.teks import bersih
from ui.bridge import Bridge
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.grid_keys import leave
from ui.widgets.tsv import read_tsv, write_tsv


class _Part(QFrame):
    """A card with caption and source lines and a button that takes it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, title: str, judul: str, sumber: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kartu", True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(10, 8, 10, 10)
        self._box.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(Label(title, "label", wrap=False))
        head.addStretch()
        self._buttons = QHBoxLayout()
        head.addLayout(self._buttons)
        self._add_button("hapus", f"Hapus {title.lower()} ini", self.removed.emit)
        self._box.addLayout(head)
        self.judul = self._line("Judul", judul)
        self.sumber = self._line("Sumber", sumber)

    def _add_button(self, icon: str, words: str, act: object) -> None:
        button = QPushButton()
        pasang(button, icon)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: act())  # type: ignore[operator]  # any callable without arguments
        self._buttons.addWidget(button)

    def _line(self, words: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setPlaceholderText(words)
        line.setAccessibleName(words)
        line.setMaxLength(500)
        line.textEdited.connect(self.changed)
        return line


class _Cells(QTableWidget):
    """Cells in which Tab at the end asks for another row, as in Word; in an empty last row it leaves the table."""

    ended = Signal()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action == QAbstractItemView.CursorAction.MoveNext and self._at_end() and self._last_row_filled():
            self.ended.emit()
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and self._at_end() and not self._last_row_filled():
            leave(self, True)
            return
        super().keyPressEvent(event)

    def _at_end(self) -> bool:
        return (self.currentRow(), self.currentColumn()) == (self.rowCount() - 1, self.columnCount() - 1)

    def _last_row_filled(self) -> bool:
        items = [self.item(self.rowCount() - 1, j) for j in range(self.columnCount())]
        return any(item is not None and item.text() for item in items)


class TablePart(_Part):
    """A small table: cells as typed, the first rows are its header."""

    def __init__(self, block: TabelSendiri, parent: QWidget | None = None) -> None:
        super().__init__("Tabel", block.judul, block.sumber, parent)
        self._header_rows = block.kepala
        rows, columns = max(1, len(block.baris)), max((len(r) for r in block.baris), default=1)
        self.table = _Cells(rows, columns)
        self.table.setAccessibleName("Isi tabel")
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setTabKeyNavigation(True)
        for i, row in enumerate(block.baris):
            for j, cell in enumerate(row):
                self.table.setItem(i, j, QTableWidgetItem(cell))
        self.table.setCurrentCell(0, 0)
        self._mark_header()
        self.table.itemChanged.connect(lambda _item: self.changed.emit())
        self.table.installEventFilter(self)
        self.table.ended.connect(self._append_row)
        self._box.addWidget(self.judul)
        self._box.addWidget(self.table)
        self._box.addWidget(self.sumber)
        tools = QHBoxLayout()
        for words, help, act in (
            ("+ Baris", "Tambah baris di bawah baris kursor", self._add_row),
            ("− Baris", "Hapus baris kursor", self._drop_row),
            ("+ Kolom", "Tambah kolom di kanan kolom kursor", self._add_column),
            ("− Kolom", "Hapus kolom kursor", self._drop_column),
        ):
            button = QPushButton(words)
            button.setToolTip(help)
            button.setAccessibleName(help)
            button.clicked.connect(act)
            tools.addWidget(button)
        tools.addStretch()
        self._box.addLayout(tools)
        self.setFocusProxy(self.table)
        self._fit()

    def blocks(self) -> tuple[TabelSendiri, ...]:
        rows = tuple(
            tuple(self._text(i, j) for j in range(self.table.columnCount())) for i in range(self.table.rowCount())
        )
        judul, sumber = bersih(self.judul.text())[0], bersih(self.sumber.text())[0]
        if not judul and not sumber and not any(any(r) for r in rows):
            return ()
        return (TabelSendiri(judul, sumber, min(self._header_rows, len(rows)), rows),)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return bersih(item.text())[0] if item else ""

    def _fit(self) -> None:
        height = sum(self.table.rowHeight(i) for i in range(self.table.rowCount()))
        self.table.setFixedHeight(min(height, 420) + 2 * self.table.frameWidth() + 4)

    def _mark_header(self) -> None:
        for j in range(self.table.columnCount()):
            for i in range(min(self._header_rows, self.table.rowCount())):
                item = self.table.item(i, j)
                if item is None:
                    item = QTableWidgetItem("")
                    self.table.setItem(i, j, item)
                if not (font := item.font()).bold():
                    font.setBold(True)
                    item.setFont(font)

    def _add_row(self) -> None:
        at = self.table.currentRow()
        self._insert_row(at + 1 if at >= 0 else self.table.rowCount())

    def _append_row(self) -> None:
        self._insert_row(self.table.rowCount())

    def _insert_row(self, at: int) -> None:
        """A new row with the cursor in it: what is typed next belongs there, not to a button."""
        self.table.insertRow(at)
        self.table.setCurrentCell(at, 0)
        self.table.setFocus()
        self._shape_changed()

    def _drop_row(self) -> None:
        """Take away the row of the cursor; the head of the table stays as long as there are rows below it."""
        at = self.table.currentRow() if self.table.currentRow() >= 0 else self.table.rowCount() - 1
        if self.table.rowCount() > 1 and at >= min(self._header_rows, self.table.rowCount() - 1):
            self.table.removeRow(at)
            self._shape_changed()

    def _add_column(self) -> None:
        at = self.table.currentColumn()
        at = at + 1 if at >= 0 else self.table.columnCount()
        self.table.insertColumn(at)
        self.table.setCurrentCell(max(0, self.table.currentRow()), at)
        self.table.setFocus()
        self._shape_changed()

    def _drop_column(self) -> None:
        if self.table.columnCount() > 1:
            at = self.table.currentColumn()
            self.table.removeColumn(at if at >= 0 else self.table.columnCount() - 1)
            self._shape_changed()

    def _shape_changed(self) -> None:
        self._mark_header()
        self._fit()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste):
                self._paste(QApplication.clipboard().text())
                return True
            if event.matches(QKeySequence.StandardKey.Copy):
                QApplication.clipboard().setText(self._chosen_text())
                return True
        return super().eventFilter(watched, event)

    def _paste(self, text: str) -> None:
        rows = read_tsv(text)
        top, left = max(0, self.table.currentRow()), max(0, self.table.currentColumn())
        with QSignalBlocker(self.table):  # of a block one change is told: the whole text is read at each
            self.table.setRowCount(max(self.table.rowCount(), top + len(rows)))
            self.table.setColumnCount(max(self.table.columnCount(), left + max(len(r) for r in rows)))
            for i, row in enumerate(rows):
                for j, cell in enumerate(row):
                    self.table.setItem(top + i, left + j, QTableWidgetItem(cell))
            self._mark_header()
        self._shape_changed()

    def _chosen_text(self) -> str:
        ranges = self.table.selectedRanges()
        if not ranges:
            return ""
        r = ranges[0]
        return write_tsv(
            [
                [self._text(i, j) for j in range(r.leftColumn(), r.rightColumn() + 1)]
                for i in range(r.topRow(), r.bottomRow() + 1)
            ]
        )


_WIDEST_MM = 250


class PicturePart(_Part):
    """One or more pictures under one caption, each with its print width."""

    def __init__(self, block: GambarSendiri, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Gambar", block.judul, block.sumber, parent)
        self._pictures = list(block.gambar)
        row = QHBoxLayout()
        row.setSpacing(8)
        for id, _ in self._pictures:
            label = QLabel()
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAccessibleName("Gambar")
            thumbnail = bridge.thumbnail(id, 320, 180)
            if thumbnail.isNull():
                label.setText("Gambar tidak ditemukan")
            else:
                label.setPixmap(thumbnail)
            row.addWidget(label)
        row.addStretch()
        self._box.addLayout(row)
        self._box.addLayout(self._widths())
        self._box.addWidget(self.judul)
        self._box.addWidget(self.sumber)
        self.setFocusProxy(self.judul)

    def _widths(self) -> QHBoxLayout:
        """One box for the print width of each picture."""
        row = QHBoxLayout()
        row.setSpacing(6)
        label = Label("Lebar cetak", "bantuan", wrap=False)
        row.addWidget(label)
        for at, (_, width) in enumerate(self._pictures):
            box = QSpinBox()
            box.setRange(0, _WIDEST_MM)
            box.setSingleStep(10)
            box.setSuffix(" mm")
            box.setSpecialValueText("ukuran asli")
            box.setValue(width)
            box.setAccessibleName("Lebar cetak gambar" if len(self._pictures) == 1 else f"Lebar cetak gambar {at + 1}")
            box.setToolTip("Lebar gambar di kertas; 0 berarti menurut ukuran aslinya")
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.valueChanged.connect(lambda mm, at=at: self._set_width(at, mm))
            box.installEventFilter(self)
            row.addWidget(box)
        row.addStretch()
        return row

    def _set_width(self, at: int, mm: int) -> None:
        # Below what the paper takes a width is on its way while it is typed.
        self._pictures[at] = (self._pictures[at][0], mm)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QSpinBox) and event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()  # the page scrolls, not the width
            return True
        return super().eventFilter(watched, event)

    def blocks(self) -> tuple[GambarSendiri, ...]:
        return (GambarSendiri(bersih(self.judul.text())[0], bersih(self.sumber.text())[0], tuple(self._pictures)),)
