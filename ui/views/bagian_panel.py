"""The parts of the report as a list, and the office's own text of the chosen one beside the default text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from lkjip_desktop.core.bagian import BAGIAN, BAGIAN_MENURUT_KUNCI
from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Tambah, Ubah
from lkjip_desktop.core.naskah import Isi, tulis
from lkjip_desktop.core.tables import Naskah
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.naskah_words import plain_words
from ui.widgets.view import card, column, scrolled

_KEY = Qt.ItemDataRole.UserRole


class BagianPanel(QWidget):
    """Bound to the year on screen. Rows of `naskah` come into being with their first words. `turned` tells that another
    part was chosen."""

    turned = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._part = ""
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Bagian laporan")
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setMinimumWidth(180)
        self._items: dict[str, QTreeWidgetItem] = {}
        for part in BAGIAN:
            parent_item = self._items.get(part.bab, self.tree.invisibleRootItem())
            item = QTreeWidgetItem(parent_item)
            item.setData(0, _KEY, part.kunci)
            self._items[part.kunci] = item
        self.tree.expandAll()
        self.tree.currentItemChanged.connect(self._chosen)
        self.heading = Label("", "sub")
        self.help = Label("", "redup")
        self.form = Form(bridge, "naskah", ("isi", "judul", "tampil"), {"judul": 8, "tampil": 4})
        self.form.committed.connect(lambda _name: self._mark())
        self.default_text = Label("", "redup")
        self.default_text.setAccessibleName("Teks baku")
        self.take = QPushButton("Salin teks baku ke isian untuk disunting")
        self.take.clicked.connect(self._take_default)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.take)
        row.addStretch()
        holder = QWidget()
        holder.setLayout(row)
        self.default_card = card(Label("Teks baku, dicetak selama isian kosong", "label"), self.default_text, holder)
        content = column(self.heading, self.help, card(self.form), self.default_card, spacing=10)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(scrolled(content))
        split.setStretchFactor(1, 1)
        split.setSizes([220, 540])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(split)
        bridge.changed.connect(self._on_changed)
        bridge.year_changed.connect(self._rebind)
        self._mark()
        self.tree.setCurrentItem(self._items[BAGIAN[0].kunci])

    def chapter(self) -> str:
        """Key of the chapter of what is chosen."""
        part = BAGIAN_MENURUT_KUNCI.get(self._part)
        return (part.bab or part.kunci) if part else ""

    def show_place(self, key: str, column: str) -> bool:
        row = self.bridge.snapshot.get(Naskah, key)
        item = self._items.get(row.bagian if row else key.removeprefix("baru:"))
        if item is None:
            return False
        self.tree.setCurrentItem(item)
        return self.form.focus_column(column or "isi")

    def commit(self) -> bool:
        return self.form.commit()

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.form.commit()
            self._part = str(item.data(0, _KEY))
            self.turned.emit()
            self._rebind()

    def _rebind(self, _year: int = 0) -> None:
        part = BAGIAN_MENURUT_KUNCI.get(self._part)
        if part is None:
            return
        self.heading.setText(part.judul)
        self.help.setText(part.bantuan)
        self.help.setVisible(bool(part.bantuan))
        self.form.arrange(["isi", "judul", "tampil"] if part.berteks else ["judul", "tampil"])
        if self.bridge.year:
            self.form.show_keys(tahun=self.bridge.year, bagian=part.kunci)
        self._show_default()
        self._mark()
        if self.isVisible():
            self.bridge.focused.emit("naskah", self.form.place_key, "isi")

    def _default(self) -> Isi:
        part, hasil = BAGIAN_MENURUT_KUNCI.get(self._part), self.bridge.hasil()
        return part.isi_bawaan(self.bridge.snapshot, hasil) if part and hasil else ()

    def _show_default(self) -> None:
        isi = self._default()
        self.default_text.setText(plain_words(self.bridge, isi))
        self.default_card.setVisible(bool(isi))

    def _take_default(self) -> None:
        """Copy the default text into the office's own, merge fields as they are."""
        isi = tulis((*self._default(),))
        row = self.form.row
        keys = {"tahun": self.bridge.year, "bagian": self._part}
        if row is None:
            self.bridge.do(Tambah("naskah", self.form.row_id, {**keys, "isi": isi}))
        else:
            self.bridge.do(Ubah("naskah", row.id, {"isi": isi}))

    def _mark(self) -> None:
        """Say at every part whether the office has written a text of its own."""
        own = {r.bagian for r in self.bridge.snapshot.where(Naskah, tahun=self.bridge.year) if r.isi}
        for part in BAGIAN:
            item = self._items[part.kunci]
            words = part.judul.capitalize() if part.judul.isupper() else part.judul
            sign = "✎ " if part.kunci in own else ""
            item.setText(0, f"{sign}{words}")
            item.setToolTip(0, f"{words}: teks sendiri" if part.kunci in own else words)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("naskah"):
            self._mark()
        if self.isVisible():
            self._show_default()
