"""Kirim ke Kanwil: the sealed file, its receipt, the parcel for people without this program, and what was sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from lkjip_desktop.core.kode_kata import basis32, kata
from lkjip_desktop.core.tanggal import tanggal_cetak
from ui.bridge import Bridge
from ui.dialogs import ask, choose_folder, choose_save
from ui.views.berkas_cadangan import size_words
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.history_table import WordTable
from ui.widgets.parts import button, buttons, labelled, open_folder
from ui.widgets.view import card, column, scrolled
from ui.widgets.work import WorkBar


class KirimPage(QWidget):
    """After sending, `last` is the sent file, whose receipt can be printed."""

    def __init__(self, bridge: Bridge, work: WorkBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.work = bridge, work
        self.last: Any = None
        self.lacking = Label("", "awas")
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText("kosong = tidak disandikan")
        self.light = QCheckBox("Sertakan LKjIP PDF yang tidak lebih besar daripada")
        self.megabytes = QSpinBox()
        self.megabytes.setRange(1, 100)
        self.megabytes.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet does not reach into a spin box
        self.megabytes.setValue(5)
        self.megabytes.setSuffix(" MB")
        self.megabytes.setAccessibleName("Ukuran PDF terbesar")
        self.light.toggled.connect(self.megabytes.setEnabled)
        self.megabytes.setEnabled(False)
        self.result = Label("")
        self.result.setAccessibleName("Hasil pengiriman")
        self.copy_code = button("Salin kode", "salin", self._copy_code)
        self.receipt = button("Simpan tanda terima (PDF)…", "cetak", self.save_receipt)
        self.folder = button("Buka folder", "berkas", lambda: open_folder(self.last.path if self.last else None))
        self.result_card = card(section("Kiriman", self.result, buttons(self.receipt, self.copy_code, self.folder)))
        self.none = Label("Belum ada berkas yang dikirim.")
        self.sent = WordTable("Yang sudah dikirim", ("Waktu", "Tahun", "Revisi", "Kode"), stretch=3)
        inner = column(
            self.lacking,
            card(
                section(
                    "Paket kirim",
                    Label(
                        "Satu folder berisi surat pengantar, LKjIP (PDF dan Word), Perjanjian Kinerja, tabel Excel, "
                        "daftar bukti, berkas data bersegel, dan tanda terima, untuk penerima tanpa program ini.",
                        "redup",
                    ),
                    buttons(self.light, self.megabytes),
                    buttons(button("Buat paket kirim…", "kanan", self.parcel)),
                )
            ),
            card(
                section(
                    "Berkas data saja",
                    Label(
                        "Salinan bersegel tanpa riwayat perubahan dan tanpa draf. Kode pada tanda terima membuktikan "
                        "bahwa isinya tidak berubah.",
                        "redup",
                    ),
                    labelled("Kata sandi", self.secret),
                    buttons(button("Kirim ke folder…", "kanan", self.send)),
                )
            ),
            self.result_card,
            card(section("Riwayat pengiriman", self.sent, self.none)),
        )
        self.result_card.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        self.area = scrolled(inner)
        box.addWidget(self.area)

    def refresh(self) -> None:
        """Say what is missing, and list what was sent."""
        w, year = self.bridge.workspace, self.bridge.year
        lacking = w.kurang_untuk_kirim(year)
        self.lacking.setText("\n".join(f"⚠ {s}" for s in lacking))
        self.lacking.setVisible(bool(lacking))
        rows = [
            (f"{tanggal_cetak(s.waktu[:10])} {s.waktu[11:16].replace(':', '.')}", str(s.tahun), str(s.revisi), s.kata)
            for s in reversed(w.terkirim())
        ]
        self.sent.fill(rows[:10])
        self.sent.setVisible(bool(rows))
        self.none.setVisible(not rows)

    def _agreed(self) -> bool:
        lacking = self.bridge.workspace.kurang_untuk_kirim(self.bridge.year)
        words = "\n".join(f"• {s}" for s in lacking)
        return not lacking or ask(self, "Kirim", words, ["Tetap kirim"], danger=True) == 0

    # ----------------------------------------------------------------------------------------------------- deeds
    def send(self) -> None:
        if not self._agreed():
            return
        folder = choose_folder(self, "Kirim ke folder", "kirim")
        if folder:
            w, year, secret = self.bridge.workspace, self.bridge.year, self.secret.text()
            self.work.run(
                "Menyusun kiriman…", lambda report: w.kirim(folder, year, sandi=secret, lapor=report), self._sent
            )

    def parcel(self) -> None:
        if not self._agreed():
            return
        folder = choose_folder(self, "Tempat paket kirim", "kirim")
        if folder:
            w, year = self.bridge.workspace, self.bridge.year
            most = self.megabytes.value() if self.light.isChecked() else None
            self.work.run(
                "Menyusun paket…", lambda report: w.paket(folder, year, batas_mb=most, lapor=report), self._parcelled
            )

    def _sent(self, sent: Any) -> str:
        self._show_sent(sent, [])
        return f"Kiriman tersimpan: {sent.path}"

    def _parcelled(self, result: Any) -> str:
        lines = [f"Paket: {result.folder}", f"{len(result.isi)} berkas."]
        lines += [f"⚠ Tidak disertakan: {s}" for s in result.tidak_ada]
        # The sealed file was written before the folder of the parcel got its final name.
        self._show_sent(replace(result.kiriman, path=result.folder / result.kiriman.path.name), lines)
        return f"Paket kirim tersimpan: {result.folder}"

    def _show_sent(self, sent: Any, lines: list[str]) -> None:
        self.last = sent
        code = kata(sent.sha256)
        lines += [
            f"{sent.path.name} ({size_words(sent.ukuran)})",
            f"Kode berkas: {code}",
            f"atau: {basis32(sent.sha256)}",
            f"Kode data: {sent.segel.kata}, revisi {sent.segel.revisi}",
        ]
        self.result.setText("\n".join(lines))
        self.result_card.show()
        self.refresh()
        # What was above stays where it is; the answer comes into view once it has its size.
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.result_card, 0, 8))

    def _copy_code(self) -> None:
        if self.last is not None:
            QGuiApplication.clipboard().setText(kata(self.last.sha256))
            self.work.say("Kode disalin.")

    def save_receipt(self) -> None:
        """The receipt of what was sent last, for ink."""
        if self.last is None:
            return
        sent, secret = self.last, self.secret.text()
        name = f"Tanda terima {sent.nama.removesuffix('.lkjip')}.pdf"
        target = choose_save(self, "Simpan tanda terima", name, "Berkas PDF (*.pdf)", sent.path.parent, "pdf")
        if not target:
            return
        w = self.bridge.workspace

        def job(_report: Any) -> Path:
            from lkjip_desktop.workspace.kertas import tulis_berkas

            return tulis_berkas(Path(target), w.tanda_terima(sent.path, sandi=secret).isi)

        self.work.run(
            "Menyusun tanda terima…", job, lambda p: f"Tanda terima tersimpan: {p}", cancel=False, written=Path
        )
