"""Problems as a list, gravest first; a click or Enter leads to the field. What is not due yet is grey and says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.bridge import Bridge
from ui.ikon import ikon
from ui.tema import tema

if TYPE_CHECKING:
    from lkjip_desktop.core.checks import Problem

_ICON = {"kesalahan": ("salah", "buruk"), "peringatan": ("awas", "awas"), "info": ("info", "teks_redup")}
_WORD = {"kesalahan": "Kesalahan", "peringatan": "Peringatan", "info": "Keterangan"}
_PLACE = Qt.ItemDataRole.UserRole
_GREY = Qt.ItemDataRole.UserRole + 1


class ProblemList(QListWidget):
    """Shows what it is given; knows the way to each place."""

    def __init__(self, bridge: Bridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._follow)
        self.itemClicked.connect(self._follow)
        tema().berganti.connect(self._restyle)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Fill anew; the place in the list stays."""
        row, at = self.currentRow(), self.verticalScrollBar().value()
        self.clear()
        for p in problems:
            icon, role = _ICON.get(p.level, _ICON["info"])
            hint = p.saran
            item = QListWidgetItem(ikon(icon, role), f"{p.teks}\n{hint}" if hint else p.teks, self)
            item.setData(_PLACE, (p.tabel, p.kunci, p.kolom))
            word = "Belum waktunya" if p.belum_waktunya else _WORD.get(p.level, "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}: {p.teks} {hint}")
            item.setData(_GREY, p.belum_waktunya)
            item.setToolTip(f"{word}. Klik untuk membuka isiannya.")
            if p.belum_waktunya:
                item.setForeground(QBrush(QColor(tema().warna.teks_redup)))
        if 0 <= row < self.count():
            self.setCurrentRow(row)
        self.verticalScrollBar().setValue(at)

    def _follow(self, item: QListWidgetItem) -> None:
        table, key, column = item.data(_PLACE)
        if table:
            self._bridge.wanted.emit(table, key, column)

    def _restyle(self) -> None:
        for i in range(self.count()):
            if self.item(i).data(_GREY):
                self.item(i).setForeground(QBrush(QColor(tema().warna.teks_redup)))
