"""The seven analyses of one indicator: what the program writes from the data, and the office's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.aturan import aturan_tahun
from lkjip_desktop.core.banding import renstra_berlaku, sebut_renstra
from lkjip_desktop.core.change import Changed
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
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Analisis
from lkjip_desktop.core.uraian_analisis import (
    DITANYAKAN,
    JAWABAN,
    belum_dijawab,
    pertanyaan,
    tidak_dapat_dipakai,
    uraian_dicetak,
)
from ui.bridge import Bridge
from ui.views.analisis_cetak import DicetakCard
from ui.widgets.choices import ChoiceField
from ui.widgets.field import Label
from ui.widgets.form import Form
from ui.widgets.view import button_row, card, column, commit_all, scrolled

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
_ASK = (*JAWABAN, "sama_dengan_id")


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
        self._questions_open = True
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
        self.form = Form(bridge, "analisis", _ASK, {"sama_dengan_id": 12}, headings=False)
        other = self.form.fields["sama_dengan_id"]
        assert isinstance(other, ChoiceField)
        other.leave_out = self._unusable
        self.ask = QPushButton("Jawab tiga pertanyaan…")
        self.ask.clicked.connect(self._open_questions)
        self.aside = Label("", "awas")
        self.questions = card(self.aside, button_row(self.ask), self.form)
        self.printed = DicetakCard(bridge)
        self.printed.turned.connect(self._turned)
        self.form.typed.connect(self._show_printed)
        for form in (self.form, self.printed.own):
            form.committed.connect(lambda _name: self._refresh())
        content = column(self.list, self.help, self.written_card, self.questions, self.printed, spacing=10)
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
        self.list.setCurrentRow(self._number - 1)
        self._show()
        self._mark()

    def show_place(self, key: str, column: str) -> bool:
        """Open the analysis that a row is; for one that is not written yet ("baru:<indikator>:<nomor>", or the
        indicator alone) its first question."""
        row = self.bridge.snapshot.get(Analisis, key)
        of_key = key.rpartition(":")[2]
        number = row.nomor if row is not None else int(of_key) if of_key.isdecimal() else self._first_unwritten()
        if not number:
            return False
        self.list.setCurrentRow(number - 1)
        return self.focus_column(column or "isi")

    def focus_column(self, column: str) -> bool:
        """Put the cursor where a column is written; the paragraph is not begun by that when the answers are printed."""
        row = self._stored()
        column = column if column in _ASK else "isi"  # the heading on paper leads to what is written below it
        if self._number in DITANYAKAN:
            if row.sama_dengan_id and column != "sama_dengan_id":
                column = "sama_dengan_id"
            elif column == "isi" and not self.printed.is_own:
                column = next(iter(belum_dijawab(row)), JAWABAN[0])
            if column in _ASK:
                if column in JAWABAN and not self._questions_open:
                    self._questions_open = True
                    self._show_printed()
                return self.form.focus_column(column)
        return self.printed.own.focus_column("isi")

    def _first_unwritten(self) -> int:
        """Causes (5) or programmes (7), whichever is not complete."""
        s, year = self.bridge.snapshot, self.bridge.year
        return next((n for n in DITANYAKAN if not uraian_dicetak(s, self._indicator, year, n).lengkap), DITANYAKAN[0])

    def commit(self) -> bool:
        return commit_all((self.form, self.printed.own))

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and self._indicator:
            self._number = int(item.data(Qt.ItemDataRole.UserRole))
            self._show()
            if self.isVisible():
                self.bridge.focused.emit("analisis", self.form.place_key, "nomor")

    def _show(self) -> None:
        number = self._number
        self.help.setText(ANALYSES[number - 1][2])
        self.questions.setVisible(number in DITANYAKAN)
        for name in JAWABAN:
            self.form.fields[name].set_label(pertanyaan(number, name))
        self.form.show_keys(indikator_id=self._indicator, tahun=self.bridge.year, nomor=number)
        self.printed.bind(self._indicator, number)
        row = self._stored()
        self._questions_open = not row.isi or any(getattr(row, n) for n in JAWABAN)
        self._refresh()

    def _refresh(self) -> None:
        self._show_generated()
        self._show_printed()
        self._mark()

    def _show_generated(self) -> None:
        hasil = self.bridge.hasil()
        h = hasil.per_indikator.get(self._indicator) if hasil else None
        text = generated(self._number, h, hasil, self.bridge.snapshot) if h and hasil else ""
        self.written.setText(text)
        self.written_card.setVisible(bool(text))

    def _stored(self) -> Analisis:
        """The row as stored; an empty one where there is none."""
        keys: dict[str, Any] = {"indikator_id": self._indicator, "tahun": self.bridge.year, "nomor": self._number}
        return self.bridge.snapshot.one(Analisis, **keys) or Analisis(id=self.form.row_id, **keys)

    def _show_printed(self) -> None:
        """The questions that matter and what the paper says, with what is being typed taken in."""
        row = self._stored()
        typed: dict[str, Any] = {n: field.text() for n in JAWABAN if (field := self.form.fields[n]).dirty}
        shared = bool(row.sama_dengan_id)
        opened = self._questions_open or bool(typed)
        self.form.arrange([*(JAWABAN if opened and not shared else ()), "sama_dengan_id"])
        self.ask.setVisible(not opened and not shared)
        self.printed.show_row(replace(row, **typed))
        self.aside.setText("✎ Jawaban ini bahan saja: yang dicetak adalah paragraf di bawah, yang disunting sendiri.")
        self.aside.setVisible(opened and not shared and self.printed.is_own)

    def _open_questions(self) -> None:
        self.focus_column(JAWABAN[0])

    def _turned(self, own: bool) -> None:
        if not own:
            self.focus_column(next(iter(belum_dijawab(self._stored())), JAWABAN[0]))
        self._refresh()

    def _unusable(self) -> frozenset[str]:
        return tidak_dapat_dipakai(self.bridge.snapshot, self._indicator, self.bridge.year, self._number)

    def _mark(self) -> None:
        """A sign before every analysis: complete, begun, empty; those from data are always there."""
        s, year = self.bridge.snapshot, self.bridge.year
        for number, title, _ in ANALYSES:
            state, sign = "ditulis program dari data", "●"
            if number in DITANYAKAN:
                u = uraian_dicetak(s, self._indicator, year, number)
                state, sign = ("terisi", "●") if u.lengkap else ("sebagian", "◐") if u.baris else ("belum diisi", "○")
            item = self.list.item(number - 1)
            item.setText(f"{sign}  {number}. {title}")
            item.setToolTip(f"{title}: {state}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}. {title}, {state}")

    def _on_changed(self, changed: Changed) -> None:
        if not self._indicator or not self.isVisible():
            return
        self._show_generated()
        if changed.touches("analisis", "indikator_tahun") or changed.jenis == "muat":
            self._show_printed()
            self._mark()
