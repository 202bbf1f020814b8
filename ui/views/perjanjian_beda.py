"""What differs between a version and another one: targets, wording, budget, names."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lkjip_desktop.core.pk import beda
from lkjip_desktop.core.tables import ALASAN_PK, Pk
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.history_table import WordTable

_KIND = {
    "tambah": "Indikator baru",
    "hapus": "Indikator dihapus",
    "target": "Target",
    "rumusan": "Rumusan",
    "anggaran": "Anggaran",
    "pihak": "Pejabat",
}
_FIGURES = ("target", "anggaran")


class Perbedaan(QWidget):
    """The chosen version beside the one before it, or beside any other of its party and year."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self._pk: Pk | None = None
        self.other = QComboBox()
        self.other.setAccessibleName("Dibandingkan dengan versi")
        self.other.activated.connect(self._fill)
        self._words = QLabel("Dibandingkan dengan")
        self._words.setBuddy(self.other)
        self.summary = Label("", "redup")
        self.table = WordTable("Perbedaan antarversi", ("Jenis", "Uraian", "Semula", "Menjadi"), stretch=1)
        row = QHBoxLayout()
        row.addWidget(self._words)
        row.addWidget(self.other)
        row.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(row)
        box.addWidget(self.summary)
        box.addWidget(self.table)
        box.addStretch()

    @property
    def has_other(self) -> bool:
        """True when there is a version to compare with."""
        return self.other.count() > 0

    def show_version(self, pk: Pk) -> None:
        """Offer the other versions; the one before is taken unless another was chosen for this version."""
        chosen = self.other.currentData() if self._pk is not None and self._pk.id == pk.id else None
        self._pk = pk
        others = [p for p in self.bridge.snapshot.where(Pk, tahun=pk.tahun, posisi_id=pk.posisi_id) if p.id != pk.id]
        self.other.clear()
        for p in others:
            self.other.addItem(f"Perubahan ke-{p.nomor}" if p.nomor else "Awal", p.id)
        before = max((p for p in others if p.nomor < pk.nomor), key=lambda p: p.nomor, default=None)
        at = self.other.findData(chosen or (before.id if before is not None else ""))
        self.other.setCurrentIndex(max(0, at))
        self._fill()

    def _fill(self) -> None:
        pk, other = self._pk, self.bridge.snapshot.get(Pk, self.other.currentData())
        for part in (self._words, self.other, self.table):
            part.setVisible(other is not None)
        if pk is None or other is None:
            self.summary.setText("Belum ada versi lain untuk dibandingkan. Perubahan dibuat dari versi terakhir.")
            return
        first, second = (other, pk) if other.nomor < pk.nomor else (pk, other)
        found = beda(self.bridge.snapshot, first, second)
        self.table.fill([(_KIND.get(b.jenis, b.jenis), b.label, b.dari or "–", b.ke or "–") for b in found])
        for i, b in enumerate(found):
            if b.jenis in _FIGURES:  # figures one below the other, to be compared at a glance
                self.table.set_right(i, (2, 3))
        self.table.setVisible(bool(found))
        self.summary.setText(f"{len(found)} perbedaan. {_reason(second)}" if found else "Tidak ada perbedaan isi.")


def _reason(pk: Pk) -> str:
    kind = dict(ALASAN_PK).get(pk.alasan, "")
    words = " ".join(pk.alasan_uraian.split())
    return f"Alasan: {': '.join(x for x in (kind, words) if x)}" if kind or words else "Alasan belum diisi."
