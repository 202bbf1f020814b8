"""The capaian of one indicator beside its figures: value, status, and how it came about, line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.hasil import HasilIndikator
from ui.widgets.field import Label
from ui.widgets.status import Pill
from ui.widgets.view import card

_FORMULA = {
    "naik": "realisasi ÷ target × 100%",
    "turun_lan": "(2 × target − realisasi) ÷ target × 100%",
    "turun_tr": "target ÷ realisasi × 100%",
    "rentang_bawah": "realisasi ÷ batas bawah × 100%",
    "rentang_dalam": "di dalam rentang = 100%",
    "rentang_atas": "dihitung terhadap batas atas",
}


def formula_lines(h: HasilIndikator, rounding: str = "P1") -> list[str]:
    """How realisasi and capaian came about, with the numbers; under P1 the fraction itself enters the capaian, so
    that a reader's calculator gives the same (domain.md section 2)."""
    lines: list[str] = []
    term = h.realisasi.cetak
    if h.jenis_nilai == "rasio" and h.pembilang is not None and h.penyebut and not h.diketik:
        fraction = f"{angka(h.pembilang)} ÷ {angka(h.penyebut)} × 100%"
        lines.append(f"Realisasi = {fraction} = {h.realisasi.cetak}")
        term = f"({fraction})" if rounding == "P1" else h.realisasi.cetak
    t, c = h.target.cetak, h.capaian.cetak
    match h.capaian.rumus:
        case "naik" | "rentang_bawah":
            lines.append(f"Capaian = {term} ÷ {t} × 100% = {c}")
        case "turun_lan":
            lines.append(f"Capaian = (2 × {t} − {term}) ÷ {t} × 100% = {c}")
        case "turun_tr":
            lines.append(f"Capaian = {t} ÷ {term} × 100% = {c}")
        case "rentang_dalam" | "rentang_atas":
            lines.append(f"Capaian: realisasi {h.realisasi.cetak} terhadap rentang {t} = {c}")
    if h.capaian.alasan:
        lines.append(h.capaian.alasan[:1].upper() + h.capaian.alasan[1:] + ".")
    return lines


class MeasureCard(QWidget):
    """Shows one HasilIndikator; `pending` says that it includes what is typed and not yet stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.value = Label("-", "besar", wrap=False)
        self.value.setAccessibleName("Capaian")
        self.status = Pill()
        self.pending = Label("", "bantuan", wrap=False)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label("Capaian", "label", wrap=False))
        words.addWidget(self.value)
        row.addLayout(words)
        row.addWidget(self.status)
        row.addWidget(self.pending)
        row.addStretch()
        self.lines = Label("", "redup")
        self.lines.setAccessibleName("Cara menghitung capaian")
        box.addWidget(card(head, self.lines, spacing=6))

    def show_result(self, h: HasilIndikator | None, rounding: str = "P1", pending: bool = False) -> None:
        """Show what was computed; None shows a dash."""
        if h is None:
            self.value.setText("-")
            self.status.show_status("tidak_dapat_dihitung")
            self.lines.setText("")
            return
        self.value.setText(h.capaian.cetak)
        self.status.show_status(h.capaian.status)
        self.pending.setText("belum tersimpan" if pending else "")
        general = _FORMULA.get(h.capaian.rumus, "")
        lines = formula_lines(h, rounding)
        self.lines.setText("\n".join([f"Rumus: {general}", *lines] if general else lines))
