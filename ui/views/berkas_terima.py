"""A received file: is it what was sent, and does the code on the paper fit it?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lkjip_desktop.core.kode_kata import kata
from lkjip_desktop.core.schema import TABLES
from ui.bridge import Bridge
from ui.dialogs import choose_file
from ui.history_dialog import moment
from ui.restore_dialog import VERDICT
from ui.views.berkas_cadangan import size_words
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.history_table import WordTable
from ui.widgets.parts import button, buttons, labelled
from ui.widgets.status import Pill
from ui.widgets.view import card, column, scrolled
from ui.widgets.work import WorkBar

_CODE = {
    "berkas": ("✓ Kode cocok dengan berkas ini", "baik"),
    "data": ("✓ Kode cocok dengan isi data", "baik"),
    "tidak": ("✕ Kode tidak cocok", "buruk"),
}


class TerimaPage(QWidget):
    """Path, code and passphrase in; a verdict, the seal and the counts out. Nothing is opened or changed."""

    def __init__(self, bridge: Bridge, work: WorkBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.work = bridge, work
        self.path = QLineEdit()
        self.path.setPlaceholderText("pilih berkas .lkjip atau .lkjip.age")
        self.code = QLineEdit()
        self.code.setPlaceholderText("lima kata, enam belas huruf, atau isi kode QR dari tanda terima; boleh kosong")
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText("hanya untuk berkas tersandi")
        for line in (self.path, self.code, self.secret):
            line.returnPressed.connect(self.verify)
            line.textEdited.connect(self._outdate)
        self.verdict, self.fits = Pill(), Pill()
        pills = QWidget()
        row = QHBoxLayout(pills)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.verdict)
        row.addWidget(self.fits)
        row.addStretch()
        self.words = Label("")
        self.words.setAccessibleName("Hasil pemeriksaan")
        self.counts = WordTable("Isi berkas", ("Tabel", "Baris"))
        self.result = card(section("Hasil", pills, self.words, self.counts))
        self.result.hide()
        inner = column(
            card(
                section(
                    "Periksa berkas yang diterima",
                    Label(
                        "Yang diperiksa adalah salinannya; isi berkas Anda sendiri tidak berubah.",
                        "redup",
                    ),
                    labelled("Berkas", self.path),
                    buttons(button("Pilih berkas…", "buka", self.choose)),
                    labelled("&Kode pada kertas", self.code),
                    labelled("Kata sandi", self.secret),
                    buttons(button("Periksa", "periksa", self.verify)),
                )
            ),
            self.result,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        self.area = scrolled(inner)
        box.addWidget(self.area)

    def choose(self) -> None:
        path = choose_file(
            self, "Pilih berkas yang diterima", "Berkas LKjIP (*.lkjip *.age);;Semua berkas (*)", "terima"
        )
        if path:
            self.path.setText(path)
            self.verify()

    def _outdate(self) -> None:
        """What was found was said of another file or code."""
        self.result.hide()

    def verify(self) -> None:
        path, code, secret = self.path.text().strip(), self.code.text(), self.secret.text()
        if not path:
            self.work.say("Pilih dahulu berkas yang diperiksa.", bad=True)
            return
        w = self.bridge.workspace
        self.result.hide()
        self.work.run(
            "Memeriksa kiriman…", lambda _r: w.verifikasi(Path(path), code, sandi=secret), self._show, cancel=False
        )

    def _show(self, v: Any) -> str:
        found = v.temuan
        self.verdict.show_text(*VERDICT.get(str(found.putusan), (str(found.putusan), "netral")))
        self.fits.setVisible(bool(v.kode))
        if v.kode:
            self.fits.show_text(*_CODE[v.kode])
        lines = [found.alasan]
        if found.segel is not None:
            s = found.segel
            lines += [
                f"Pengirim: {s.nama_satker or 'tanpa nama'} ({s.kode_satker or 'tanpa kode'})",
                f"Tahun {s.tahun}, revisi {s.revisi}, disegel {moment(s.waktu)}",
            ]
        if found.sha256:
            lines.append(f"Kode berkas: {kata(found.sha256)} ({size_words(found.ukuran)})")
        if found.cocok_sha256 is not None:
            agrees = "cocok" if found.cocok_sha256 else "TIDAK cocok"
            lines.append(f"Berkas .sha256 di sampingnya {agrees}.")
        self.words.setText("\n".join(x for x in lines if x))
        rows = [(TABLES[t].label if t in TABLES else t, str(n)) for t, n in found.baris.items()]
        self.counts.fill(rows, right=(1,))
        self.counts.setVisible(bool(rows))
        self.result.show()
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.result, 0, 8))
        return "Pemeriksaan selesai."
