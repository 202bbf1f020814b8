"""Berkas: where the data lie, backups and the way back, the parcel for the Kanwil, import and export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QWidget

from lkjip_desktop.errors import GagalImpor, LkjipError
from ui.bridge import Bridge
from ui.dialogs import ask, choose_folder, choose_save, tell
from ui.history_dialog import moment
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.history_table import WordTable
from ui.widgets.preview import Naskah
from ui.widgets.view import View, card, column, scrolled

#: What stands behind the reasons of store.cadangan, in words.
_REASON = {
    "buka": "saat dibuka",
    "tutup": "saat ditutup",
    "berkala": "berkala",
    "impor": "sebelum impor",
    "migrasi": "sebelum pembaruan bentuk berkas",
    "pulihkan": "sebelum pemulihan",
    "kunci": "sebelum kunci dibuka",
    "kirim": "saat dikirim",
    "tangan": "atas permintaan",
}


class BerkasView(View):
    """Everything about the file as a file. Long work goes on in the background."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Berkas", "Satu berkas memuat semua tahun dan gambar satuan kerja ini.")
        self.place = Label("", "")
        self.officer = QLineEdit()
        self.officer.setAccessibleName("Nama petugas")
        self.officer.setPlaceholderText("nama Anda, seperti tercatat pada riwayat perubahan")
        self.officer.editingFinished.connect(self._name_officer)
        self.state = Label("", "redup")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setAccessibleName("Sedang bekerja")
        self.busy.setTextVisible(False)
        self.busy.hide()
        self.backups = WordTable("Cadangan otomatis", ("Waktu", "Alasan", "Revisi"), stretch=1)
        content = column(
            card(
                section("Tempat data", self.place, _row(self._button("Buka folder", "berkas", self._open_folder))),
                Label("Nama petugas", "label"),
                self.officer,
            ),
            card(
                section(
                    "Cadangan",
                    Label("Cadangan otomatis dibuat di komputer ini; simpan juga satu salinan di flashdisk.", "redup"),
                    _row(
                        self._button("Cadangkan ke folder…", "cadangan", self.back_up),
                        self._button("Pulihkan dari berkas…", "riwayat", self.restore),
                    ),
                    self.backups,
                )
            ),
            card(
                section(
                    "Kirim ke Kanwil",
                    Label("Kiriman adalah salinan bersegel tanpa riwayat perubahan dan tanpa draf.", "redup"),
                    _row(
                        self._button("Kirim ke folder…", "kanan", self.send),
                        self._button("Periksa kiriman…", "periksa", self.verify),
                    ),
                )
            ),
            card(
                section(
                    "Pertukaran data",
                    _row(
                        self._button("Ekspor…", "naik", self.export),
                        self._button("Impor…", "turun", self.import_),
                    ),
                )
            ),
            self.busy,
            self.state,
        )
        self.body.addWidget(scrolled(content), 1)

    def _button(self, words: str, icon: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        pasang(button, icon)
        button.clicked.connect(lambda: act())
        return button

    def refresh(self) -> None:
        w = self.bridge.workspace
        where = str(w.path) if w.path else "Data hanya di ingatan; pakai Simpan salinan untuk menyimpannya."
        weak = w.tempat_rawan(w.path) if w.path else ""
        self.place.setText(f"{where}\n⚠ {weak}" if weak else where)
        if not self.officer.hasFocus():
            self.officer.setText(w.petugas)
        rows = [
            (moment(c.waktu.isoformat()), _REASON.get(c.alasan, c.alasan), str(c.revisi))
            for c in reversed(w.daftar_cadangan())
        ]
        self.backups.fill(rows[:8] or [("Belum ada", "", "")])

    def paper(self) -> Naskah:
        return Naskah("lkjip")

    # ------------------------------------------------------------------------------------------------- the deeds
    def back_up(self) -> None:
        folder = choose_folder(self, "Cadangkan ke folder")
        if folder:
            w = self.bridge.workspace
            self._work("Mencadangkan…", lambda: w.cadangkan(folder), lambda a: f"Cadangan tersimpan: {a[0]}")

    def restore(self) -> None:
        path = QFileDialog.getOpenFileName(self, "Pulihkan dari berkas", "", "Berkas LKjIP (*.lkjip)")[0]
        if not path:
            return
        w = self.bridge.workspace
        self._work("Memeriksa berkas…", lambda: w.pratinjau_pulihkan(path), lambda p: self._offer(path, p))

    def _offer(self, path: str, preview: Any) -> str:
        """Show what a restore would bring, and do it when the user agrees."""
        if not preview.temuan.terbaca:
            tell(self, "Pulihkan", preview.temuan.alasan or "Berkas itu tidak dapat dibaca.", bad=True)
            return "Tidak dipulihkan."
        lines = [f"{b.label}: {b.tambah} ditambah, {b.ubah} diubah, {b.hapus} dihapus" for b in preview.beda[:10]]
        words = f"Ganti isi berkas ini dengan “{Path(path).name}”?\n\nKeadaan sekarang disimpan lebih dahulu."
        if lines:
            words += "\n\n" + "\n".join(lines)
        if ask(self, "Pulihkan", words, ["Pulihkan"], danger=True) != 0:
            return "Tidak dipulihkan."
        refused = self.bridge.try_(lambda: self.bridge.workspace.pulihkan(path))
        return refused or f"Dipulihkan dari {Path(path).name}."

    def send(self) -> None:
        w, year = self.bridge.workspace, self.bridge.year
        lacking = w.kurang_untuk_kirim(year)
        if lacking and ask(self, "Kirim", "\n".join(f"• {s}" for s in lacking), ["Tetap kirim"], danger=True) != 0:
            return
        folder = choose_folder(self, "Kirim ke folder")
        if folder:
            self._work("Menyusun kiriman…", lambda: w.kirim(folder, year), lambda _k: f"Kiriman tersimpan di {folder}.")

    def verify(self) -> None:
        path = QFileDialog.getOpenFileName(
            self, "Periksa kiriman", "", "Berkas LKjIP (*.lkjip *.age);;Semua berkas (*)"
        )[0]
        if not path:
            return
        w = self.bridge.workspace
        self._work("Memeriksa kiriman…", lambda: w.verifikasi(path), self._verdict)

    def _verdict(self, v: Any) -> str:
        words = v.temuan.alasan or ("Asli dan utuh." if v.beres else f"Putusan: {v.temuan.putusan}.")
        tell(self, "Hasil pemeriksaan", words, bad=not v.beres)
        return words

    def export(self) -> None:
        path = choose_save(
            self, "Ekspor", f"{self.bridge.workspace.judul}.json", "Berkas pertukaran (*.json)", suffix="json"
        )
        if path:
            w = self.bridge.workspace
            self._work("Mengekspor…", lambda: w.ekspor(path), lambda p: f"Ekspor tersimpan: {p}")

    def import_(self) -> None:
        path = QFileDialog.getOpenFileName(self, "Impor", "", "Berkas pertukaran (*.json *.xlsx)")[0]
        if path:
            w = self.bridge.workspace
            self._work("Membaca berkas…", lambda: w.rencana_impor(path), self._plan)

    def _plan(self, plan: Any) -> str:
        """Show what an import would do before it is applied as one step."""
        if plan.masalah:
            head = "\n".join(f"• {m}" for m in plan.masalah[:12])
            rest = len(plan.masalah) - 12
            tell(self, "Impor ditolak", head + (f"\ndan {rest} lainnya" if rest > 0 else ""), bad=True)
            return "Impor ditolak; tidak ada yang diubah."
        if plan.kosong:
            return "Tidak ada yang perlu diubah; isinya sama."
        words = "\n".join(plan.ringkas) + "\n\nTerapkan sebagai satu langkah? Langkah ini tidak dapat diurungkan."
        if ask(self, "Impor", words, ["Terapkan"]) != 0:
            return "Impor dibatalkan."
        refused = self.bridge.try_(lambda: self.bridge.workspace.terapkan_impor(plan))
        return refused or "Impor diterapkan."

    # ------------------------------------------------------------------------------------------------ internals
    def _work(self, words: str, job: Callable[[], Any], done: Callable[[Any], str]) -> None:
        self.state.setText(words)
        self.busy.show()

        def finished(answer: Any) -> None:
            self.busy.hide()
            self.state.setText(done(answer))
            self.refresh()

        def failed(galat: LkjipError) -> None:
            self.busy.hide()
            self.state.setText(f"⚠ {galat}")
            if isinstance(galat, GagalImpor) and galat.masalah:
                tell(self, "Tidak dapat dibaca", "\n".join(galat.masalah[:12]), bad=True)

        self.bridge.jobs.run("berkas", lambda _overtaken: job(), finished, failed)

    def _name_officer(self) -> None:
        name = self.officer.text()
        if name != self.bridge.workspace.petugas and not self.bridge.read_only:
            self.bridge.workspace.petugas = name

    def _open_folder(self) -> None:
        if self.bridge.workspace.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.bridge.workspace.path.parent)))


def _row(*buttons: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return holder
