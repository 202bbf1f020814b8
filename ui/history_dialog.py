"""What a value was before: who changed it, when, from what to what."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.isian import cetak_isian
from lkjip_desktop.core.naskah import baca, polos
from lkjip_desktop.core.schema import TABLES, Column, Kind
from lkjip_desktop.core.tanggal import tanggal_cetak
from ui.bridge import Bridge
from ui.dialogs import size_for_text
from ui.widgets.field import Label
from ui.widgets.history_table import WordTable
from ui.widgets.view import scrolled


class HistoryDialog(QDialog):
    """The journal of one value, newest first."""

    def __init__(self, bridge: Bridge, table: str, key: str, column: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        spec = TABLES[table].by_name[column]
        self.setWindowTitle(f"Riwayat {spec.label.lower()}")
        box = QVBoxLayout(self)
        box.setSpacing(10)
        entries = list(reversed(bridge.workspace.riwayat(table, key, column)))
        self.table = WordTable("Riwayat", ("Waktu", "Oleh", "Dari", "Menjadi", "Langkah"), stretch=4)
        self.table.fill(
            [
                (
                    moment(when),
                    who or "–",
                    self._words(bridge, spec, before),
                    self._words(bridge, spec, after),
                    label,
                )
                for when, who, label, before, after in entries
            ]
        )
        if entries:
            box.addWidget(scrolled(self.table))
        else:
            box.addWidget(Label("Isian ini belum pernah diubah sejak berkas dibuat.", "redup"))
        row = QHBoxLayout()
        row.addStretch()
        close = QPushButton("Tutup")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        box.addLayout(row)
        size_for_text(self, 760, 360)

    @staticmethod
    def _words(bridge: Bridge, spec: Column, value: Any) -> str:
        if spec.kind is Kind.NASKAH and isinstance(value, str):
            try:
                return " ".join(polos(baca(value)).split())[:80] or "(kosong)"
            except ValueError:
                return value[:80]
        try:
            return cetak_isian(spec, value, bridge.snapshot, bridge.year)[:80] or "(kosong)"
        except (TypeError, ValueError, AttributeError):
            return str(value)[:80]  # journals of older versions may hold other forms


def moment(iso: str) -> str:
    """A moment of the journal: "24 November 2026 08.15"."""
    return f"{tanggal_cetak(iso[:10])} {iso[11:16].replace(':', '.')}" if len(iso) >= 16 else iso
