"""The seven analyses of one indicator: what the program writes from the data, and the office's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.banding import renstra_berlaku, sebut_renstra
from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Tambah, Ubah
from lkjip_desktop.core.hasil import Hasil, HasilIndikator
from lkjip_desktop.core.kata import (
    Kalimat,
    kalimat_asal,
    kalimat_banding,
    kalimat_batas,
    kalimat_capaian,
    kalimat_efisiensi,
    kalimat_menengah,
    kalimat_standar,
    polos,
)
from lkjip_desktop.core.naskah import Paragraf, Teks, tulis
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Analisis
from ui.bridge import Bridge
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.naskah_field import NaskahField
from ui.widgets.view import card, column, scrolled

#: Number, title and what the regulation asks (PermenPAN-RB 53/2014).
ANALYSES = (
    (1, "Target dan realisasi tahun ini", "Membandingkan target dan realisasi kinerja tahun ini."),
    (
        2,
        "Dibanding tahun lalu",
        "Membandingkan realisasi dan capaian tahun ini dengan tahun lalu dan beberapa tahun terakhir.",
    ),
    (3, "Terhadap target Renstra", "Membandingkan realisasi sampai tahun ini dengan target jangka menengah."),
    (4, "Terhadap standar nasional", "Membandingkan realisasi dengan standar nasional, bila ada."),
    (5, "Penyebab dan solusi", "Penyebab keberhasilan atau kegagalan, dan solusi yang telah dilakukan."),
    (6, "Efisiensi sumber daya", "Penggunaan sumber daya dibanding capaian."),
    (
        7,
        "Program dan kegiatan penunjang",
        "Program atau kegiatan yang menunjang keberhasilan atau menyebabkan kegagalan.",
    ),
)
_ASKED = (5, 7)


def generated(number: int, h: HasilIndikator, hasil: Hasil, snapshot: Snapshot) -> str:
    """What the program itself writes for an analysis; "" for those that only the office knows."""
    year = hasil.tahun
    decimals = aturan_tahun(snapshot, year).pengukuran.desimal
    parts: tuple[Kalimat, ...] = ()
    match number:
        case 1:
            parts = (kalimat_asal(h, snapshot), kalimat_capaian(h, year, decimals), kalimat_batas(h))
        case 2:
            parts = kalimat_banding(h, year, snapshot)
        case 3:
            parts = kalimat_menengah(h, year, sebut_renstra(renstra_berlaku(snapshot, year)), decimals)
        case 4:
            parts = (kalimat_standar(h, year, decimals),)
        case 6:
            aim = next((s for s in hasil.sasaran if s.id == h.sasaran_id), None)
            parts = kalimat_efisiensi(aim, year, decimals) if aim else ()
    return " ".join(text for k in parts if (text := polos(k)))


class AnalisisPanel(QWidget):
    """A list of the seven at the top, one of them below. Rows come into being with their first words."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._indicator = ""
        self._number = 5
        self.list = QListWidget()
        self.list.setAccessibleName("Tujuh analisis")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, title, _ in ANALYSES:
            item = QListWidgetItem(f"{number}. {title}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, number)
        self.list.currentItemChanged.connect(self._chosen)
        self.help = Label("", "redup")
        self.written = Label("", "")
        self.written.setAccessibleName("Ditulis program dari data")
        self.written_card = card(Label("Ditulis program dari data", "label"), self.written)
        self.form = Form(
            bridge,
            "analisis",
            ("sama_dengan_id", "peristiwa", "sebab", "tindakan", "isi"),
            {"sama_dengan_id": 12},
            headings=False,
        )
        self.compose = QPushButton("Susun paragraf dari jawaban")
        self.compose.clicked.connect(self._compose)
        row = QHBoxLayout()
        row.addWidget(self.compose)
        row.addStretch()
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.form.committed.connect(lambda _name: self._mark())
        content = column(self.list, self.help, self.written_card, card(self.form, holder), spacing=10)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(content))
        bridge.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(ANALYSES) + 2 * self.list.frameWidth() + 8)

    # ------------------------------------------------------------------------------------------------- binding
    def show_indicator(self, indicator_id: str) -> None:
        """Show the analyses of an indicator in the year on screen."""
        self._indicator = indicator_id
        naskah = self.form.fields["isi"]
        if isinstance(naskah, NaskahField):
            naskah.subject = indicator_id
        self.list.setCurrentRow(self._number - 1)
        self._show()
        self._mark()

    def show_place(self, key: str, column: str) -> bool:
        """Open the analysis that a row is; for one that is not written yet the first that a person has to write."""
        row = self.bridge.snapshot.get(Analisis, key)
        number = row.nomor if row is not None else self._first_unwritten()
        if not number:
            return False
        self.list.setCurrentRow(number - 1)
        return self.form.focus_column(column or "isi")

    def _first_unwritten(self) -> int:
        """Causes (5) or programmes (7), whichever has no words yet."""
        for number in (5, 7):
            row = self.bridge.snapshot.one(Analisis, indikator_id=self._indicator, tahun=self.bridge.year, nomor=number)
            if row is None or not (row.isi or row.peristiwa or row.sebab or row.tindakan):
                return number
        return 5

    def commit(self) -> bool:
        return self.form.commit()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and self._indicator:
            self._number = int(item.data(Qt.ItemDataRole.UserRole))
            self._show()

    def _show(self) -> None:
        number = self._number
        self.help.setText(ANALYSES[number - 1][2])
        asked = number in _ASKED
        self.form.arrange(["sama_dengan_id", "peristiwa", "sebab", "tindakan", "isi"] if asked else ["isi"])
        self.form.fields["isi"].set_label("Uraian" if asked else "Tambahan dari kantor")
        self.compose.setVisible(asked)
        self.form.show_keys(indikator_id=self._indicator, tahun=self.bridge.year, nomor=number)
        self._show_generated()

    def _show_generated(self) -> None:
        hasil = self.bridge.hasil()
        h = hasil.per_indikator.get(self._indicator) if hasil else None
        text = generated(self._number, h, hasil, self.bridge.snapshot) if h and hasil else ""
        self.written.setText(text)
        self.written_card.setVisible(bool(text))

    def _mark(self) -> None:
        """A tick before every analysis that says something."""
        rows = {
            r.nomor: r
            for r in self.bridge.snapshot.where(Analisis, indikator_id=self._indicator, tahun=self.bridge.year)
        }
        for number, title, _ in ANALYSES:
            row = rows.get(number)
            done = number not in _ASKED or (row is not None and (row.isi or row.sama_dengan_id))
            self.list.item(number - 1).setText(f"{'✓' if done else '○'}  {number}. {title}")

    def _compose(self) -> None:
        """Make a paragraph of the three answers; it stays editable and undo takes it back."""
        if not self.form.commit():
            return
        answers = [self.form.fields[n].text().strip() for n in ("peristiwa", "sebab", "tindakan")]
        sentences = [a if a.endswith((".", "!", "?")) else f"{a}." for a in answers if a]
        if not sentences:
            self.bridge.told.emit("Jawab dahulu apa yang terjadi, mengapa, dan apa yang dilakukan.", True)
            return
        before = self.form.fields["isi"]
        assert isinstance(before, NaskahField)
        isi = tulis((*before.isi(), Paragraf((Teks(" ".join(sentences)),))))
        row = self.form.row
        keys = {"indikator_id": self._indicator, "tahun": self.bridge.year, "nomor": self._number}
        if row is None:
            self.bridge.do(Tambah("analisis", self.form.row_id, {**keys, "isi": isi}))
        else:
            self.bridge.do(Ubah("analisis", row.id, {"isi": isi}))

    def _on_changed(self, changed: Changed) -> None:
        if self._indicator and self.isVisible():
            self._show_generated()
            if changed.touches("analisis"):
                self._mark()
