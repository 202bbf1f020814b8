"""The form of one sasaran in one year, with what its indicators make of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Perintah, Ubah
from lkjip_desktop.core.tables import Indikator, IndikatorTahun, SasaranTahun
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.form import Form, section
from ui.widgets.history_table import WordTable
from ui.widgets.naskah_field import NaskahField
from ui.widgets.status import SIGN, Pill
from ui.widgets.view import card, column, scrolled


class SasaranPanel(QWidget):
    """Bound to one row of sasaran_tahun by `show_row`."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.row_id = ""
        self.form = Form(bridge, "sasaran_tahun", ("kode", "bobot", "nama", "pengantar"), {"kode": 4, "bobot": 4})
        self.form.together = {"kode": self._codes_below}
        self.identity = Form(bridge, "sasaran", ("tingkat", "induk_id", "renstra_id"), {"tingkat": 4, "induk_id": 8})
        self.mean = Label("-", "besar", wrap=False)
        self.mean.setAccessibleName("Rata-rata capaian")
        self.status = Pill()
        self.words = Label("", "redup")
        self.list = WordTable("Indikator sasaran ini", ("Indikator", "Target", "Realisasi", "Capaian"))
        content = column(
            card(self.form),
            card(Label("Rata-rata capaian", "label"), self.mean, self.status, self.words),
            section("Indikator", self.list),
            card(section("Kaitan", self.identity)),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(content))
        self.form.committed.connect(lambda _name: self._show_result())
        bridge.changed.connect(self._on_changed)

    def show_row(self, row_id: str) -> None:
        """Show a sasaran of the year."""
        self.row_id = row_id
        row = self.bridge.snapshot.get(SasaranTahun, row_id)
        naskah = self.form.fields["pengantar"]
        if row is not None and isinstance(naskah, NaskahField):
            naskah.subject = row.sasaran_id or ""
        self.form.show_row(row_id)
        if row is not None and row.sasaran_id:
            self.identity.show_row(row.sasaran_id)
        self._show_result()

    def _codes_below(self, code: Any) -> tuple[Perintah, ...]:
        """The indicators that bear the code of their sasaran follow it: SK1.IKK2 becomes SK4.IKK2."""
        s, row = self.bridge.snapshot, self.bridge.snapshot.get(SasaranTahun, self.row_id)
        if row is None or not row.kode or not code:
            return ()
        own = {i.id for i in s.where(Indikator, sasaran_id=row.sasaran_id)}
        return tuple(
            Ubah("indikator_tahun", r.id, {"kode": f"{code}{r.kode.removeprefix(row.kode)}"})
            for r in s.where(IndikatorTahun, tahun=row.tahun)
            if r.indikator_id in own and r.kode.startswith(f"{row.kode}.")
        )

    def show_place(self, column: str, table: str = "sasaran_tahun") -> bool:
        """Put the cursor into a field."""
        form = self.form if table == "sasaran_tahun" else self.identity
        return form.focus_column(column) or True

    def focus_first(self) -> None:
        """Put the cursor into the name."""
        self.form.focus_column("nama")

    def commit(self) -> bool:
        return all((self.form.commit(), self.identity.commit()))

    def _show_result(self) -> None:
        hasil = self.bridge.hasil()
        s = next((s for s in hasil.sasaran if s.baris_id == self.row_id), None) if hasil else None
        self.mean.setText(s.rata_rata_cetak if s else "-")
        self.status.show_status(s.status if s else "tidak_dapat_dihitung")
        self.words.setText(s.kata[:1].upper() + s.kata[1:] if s and s.kata else "")
        rows = [
            (f"{h.kode}  {h.nama}", h.target.cetak, h.realisasi.cetak, f"{SIGN[h.capaian.status]} {h.capaian.cetak}")
            for h in (s.indikator if s else ())
        ]
        self.list.fill(rows, right=(1, 2, 3))

    def _on_changed(self, changed: Changed) -> None:
        if self.row_id and self.isVisible():
            self._show_result()
