"""Where the target of an indicator comes from, and its years beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lkjip_desktop.core.hasil import HasilIndikator
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.history_table import WordTable


class IndicatorHistory(QWidget):
    """Two small tables: Renstra, PK, working target, realisasi; and the years, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chain = WordTable("Rantai target", ("Renstra", "PK", "Target kerja", "Realisasi"), -1)
        self.history = WordTable("Riwayat tahun", ("Tahun", "Target", "Realisasi", "Capaian"))
        self.words = Label("", "redup")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(section("Rantai target", self.chain))
        box.addWidget(section("Riwayat", self.history, self.words))

    def show_result(self, h: HasilIndikator | None) -> None:
        """Show what was derived for an indicator; empty tables when there is nothing."""
        if h is None:
            self.chain.fill([])
            self.history.fill([])
            self.words.setText("")
            return
        work = h.target.cetak if h.target_asal == "kerja" else "sama dengan PK"
        self.chain.fill([(h.target_renstra.cetak, h.target_pk.cetak, work, h.realisasi.cetak)])
        self.history.fill(
            [(str(t.tahun), t.target.cetak, t.realisasi.cetak, t.capaian.cetak) for t in reversed(h.riwayat)],
            right=(1, 2, 3),
        )
        self.words.setText(_comparison(h))


def _comparison(h: HasilIndikator) -> str:
    """This year against last year in one line."""
    b = h.banding
    if b is None or not b.selisih_cetak:
        return ""
    judged = f" ({b.nilaian})" if b.nilaian and b.nilaian != "tetap" else ""
    if b.arah == "tetap":
        return f"Realisasi tetap dibanding tahun {b.tahun_lalu}."
    return f"Realisasi {b.arah} {b.selisih_cetak} dibanding tahun {b.tahun_lalu}{judged}."
