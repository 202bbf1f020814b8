"""The preview of a pasted block: how every cell is read, before it is applied as one step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from lkjip_desktop.core.isian import Isian, cetak_isian
from ui.dialogs import size_for_text
from ui.tema import tema
from ui.widgets.field import Label
from ui.widgets.grid_model import GridModel

_SHOWN_ROWS = 500
_SHOWN_REASONS = 3


@dataclass(frozen=True)
class PastedCell:
    """One cell of a block: where it goes, what was on the clipboard, how it is read."""

    row: int
    column: int
    text: str
    isian: Isian


@dataclass(frozen=True)
class PastePlan:
    """All cells, and what of the block has no place (cells beside or below the grid)."""

    cells: tuple[PastedCell, ...]
    outside: int
    new_rows: int


def plan_paste(
    model: GridModel, block: list[list[str]], top: int, left: int, bottom: int = -1, right: int = -1
) -> PastePlan:
    """Read a block for the cells from (top, left) on. One single cell fills the whole chosen block."""
    if len(block) == 1 and len(block[0]) == 1:
        block = [block[0] * max(1, right - left + 1)] * max(1, bottom - top + 1)
    cells: list[PastedCell] = []
    outside = 0
    can_add = model.source.new_values is not None
    for i, line in enumerate(block):
        for j, text in enumerate(line):
            row, column = top + i, left + j
            if column >= model.columnCount() or (row >= model.rowCount() and not can_add):
                outside += 1
            elif model.columns[column].spec is not None or text.strip():
                cells.append(PastedCell(row, column, text, model.read(column, text, row)))
    new_rows = max(0, top + len(block) - model.rowCount()) if can_add else 0
    return PastePlan(tuple(cells), outside, new_rows)


class PasteDialog(QDialog):
    """Shows a plan; good cells can be applied, refused ones are left out and said so."""

    def __init__(self, model: GridModel, plan: PastePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tempel blok")
        self._good = [c for c in plan.cells if not c.isian.galat]
        bad = len(plan.cells) - len(self._good)
        box = QVBoxLayout(self)
        box.setSpacing(10)
        words = f"{len(self._good)} sel dipahami dan akan diisi sebagai satu langkah."
        if plan.new_rows:
            words += f" {plan.new_rows} baris baru ditambahkan."
        box.addWidget(Label(words))
        if bad:
            box.addWidget(Label(f"⚠ {bad} sel tidak dipahami dan dilewati:\n" + _reasons(model, plan), "buruk"))
        if plan.outside:
            box.addWidget(Label(f"⚠ {plan.outside} sel berada di luar tabel dan dilewati.", "awas"))
        box.addWidget(self._table(model, plan))
        buttons = QHBoxLayout()
        buttons.addStretch()
        cancel = QPushButton("Batal")
        cancel.clicked.connect(self.reject)
        self.apply_button = QPushButton(f"Terapkan {len(self._good)} sel")
        self.apply_button.setDefault(True)
        self.apply_button.setEnabled(bool(self._good))
        self.apply_button.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(self.apply_button)
        box.addLayout(buttons)
        self.apply_button.setFocus()
        size_for_text(self, 760, 420)

    def accepted_cells(self) -> list[PastedCell]:
        """The cells that were understood."""
        return self._good

    def _table(self, model: GridModel, plan: PastePlan) -> QTableWidget:
        columns = sorted({c.column for c in plan.cells})
        rows = sorted({c.row for c in plan.cells})[:_SHOWN_ROWS]
        line_of, place_of = {r: i for i, r in enumerate(rows)}, {c: j for j, c in enumerate(columns)}
        table = QTableWidget(len(rows), len(columns))
        table.setAccessibleName("Sel yang akan ditempel")
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)  # Tab leads on to the buttons
        table.setHorizontalHeaderLabels([model.columns[c].title for c in columns])
        table.setVerticalHeaderLabels([str(r + 1) if r < model.rowCount() else f"{r + 1} (baru)" for r in rows])
        w = tema().warna
        for cell in plan.cells:
            if cell.row not in line_of:
                continue
            spec = model.columns[cell.column].spec
            if cell.isian.galat or spec is None:
                item = QTableWidgetItem(f"⚠ {cell.text}")
                item.setToolTip(cell.isian.galat)
                item.setForeground(QColor(w.buruk))
                item.setBackground(QColor(w.buruk_lembut))
            else:
                shown = cetak_isian(spec, cell.isian.nilai, model.bridge.snapshot, model.bridge.year)
                item = QTableWidgetItem(shown or "(kosong)")
                item.setToolTip(f"Dari: {cell.text}")
                if not shown:
                    item.setForeground(QColor(w.teks_redup))
            if model.columns[cell.column].to_right and not cell.isian.galat:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(line_of[cell.row], place_of[cell.column], item)
        for j, column in enumerate(columns):
            if model.columns[column].to_right and (title := table.horizontalHeaderItem(j)) is not None:
                title.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.resizeColumnsToContents()
        head = table.horizontalHeader()
        head_font = QFont(head.font())
        head_font.setWeight(QFont.Weight.DemiBold)  # as the style sheet draws it, which the size hint leaves aside
        metrics = QFontMetrics(head_font)
        for i in range(table.columnCount()):
            title = table.horizontalHeaderItem(i)
            words = metrics.horizontalAdvance(title.text() if title is not None else "") + 26
            table.setColumnWidth(i, min(max(table.columnWidth(i), words), 260))
        return table


def _reasons(model: GridModel, plan: PastePlan) -> str:
    """Why the first refused cells are refused, with their places; the rest have it as their tool tip."""
    bad = [c for c in plan.cells if c.isian.galat]
    lines = [f"• baris {c.row + 1}, {model.columns[c.column].title}: {c.isian.galat}" for c in bad[:_SHOWN_REASONS]]
    rest = len(bad) - len(lines)
    return "\n".join([*lines, *([f"• dan {rest} sel lain; arahkan tetikus ke selnya"] if rest else [])])
