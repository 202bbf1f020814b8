"""The evidence of one indicator in one year: what there is, where it lies, and the file itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Hapus, Tambah
from lkjip_desktop.core.tables import Bukti
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.lines import choose_stand_in
from ui.widgets.parts import button, buttons

_MOST_LINES = 5
_ID = Qt.ItemDataRole.UserRole


class EvidencePanel(QWidget):
    """A short list with the form of the chosen piece below it: there is little room beside the tree."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._indicator = ""
        self.empty = Label("Belum ada bukti. Tambahkan, lalu tulis tempat simpannya atau lampirkan berkasnya.", "redup")
        self.list = QListWidget()
        self.list.setAccessibleName("Bukti indikator ini")
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.form = Form(bridge, "bukti", ("nama", "lokasi", "tanggal", "berkas"), {"nama": 12, "lokasi": 8})
        self.add_button = button("Tambah bukti", "tambah", self.add)
        self.remove_button = button("Hapus bukti", "hapus", self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.empty, self.list, buttons(self.add_button, self.remove_button), self.form):
            box.addWidget(part)
        bridge.changed.connect(self._on_changed)

    def show_indicator(self, indicator: str) -> None:
        """Show the evidence of an indicator in the year on screen."""
        self.form.commit()
        self._indicator = indicator
        self._fill()

    def commit(self) -> bool:
        return self.form.commit()

    def add(self) -> None:
        """Another piece of evidence, its name to be typed over."""
        new_id = self.bridge.new_id()
        values = {"tahun": self.bridge.year, "indikator_id": self._indicator, "nama": "Bukti"}
        if self._indicator and not self.bridge.do(Tambah("bukti", new_id, values)):
            self._fill(new_id)
            self.form.focus_column("nama")
            choose_stand_in()

    def remove(self) -> None:
        row = self.bridge.snapshot.get(Bukti, self._current())
        if row is None:
            return
        words = f"Hapus bukti “{row.nama[:80]}”?\n\nLangkah ini dapat diurungkan."
        if ask(self, "Hapus", words, ["Hapus"], danger=True) == 0:
            self.bridge.do(Hapus("bukti", row.id))

    # ------------------------------------------------------------------------------------------------- internals
    def _current(self) -> str:
        at = self.list.currentRow()
        return str(self.list.item(at).data(_ID)) if at >= 0 else ""

    def _fill(self, choose: str = "") -> None:
        rows = [
            r for r in self.bridge.snapshot.where(Bukti, tahun=self.bridge.year) if r.indikator_id == self._indicator
        ]
        wanted = choose or self._current()
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.nama}{' · ada berkasnya' if row.berkas else ''}", self.list)
            item.setData(_ID, row.id)
            item.setToolTip(row.lokasi)
            if row.id == wanted:
                self.list.setCurrentItem(item)
        if rows and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        line = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        self.list.setFixedHeight(line * min(len(rows), _MOST_LINES) + 2 * self.list.frameWidth() + 2)
        for part, shown in ((self.empty, not rows), (self.list, bool(rows)), (self.form, bool(rows))):
            part.setVisible(shown)
        self.remove_button.setVisible(bool(rows))
        self._show()

    def _show(self) -> None:
        if (row_id := self._current()) != self.form.row_id:
            self.form.show_row(row_id)

    def _on_changed(self, changed: Changed) -> None:
        if self._indicator and changed.touches("bukti"):
            self._fill()
