"""Backups of the file: those made by themselves, a copy for the office, and the way back from any of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from lkjip_desktop import tempat
from ui.bridge import Bridge
from ui.dialogs import ask, choose_file, choose_folder
from ui.restore_dialog import RestoreDialog
from ui.views.beranda_kerja import moment_words
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.parts import button, buttons, enable, fit_rows, open_folder
from ui.widgets.view import card, column, scrolled
from ui.widgets.work import WorkBar

#: The reasons of store.cadangan in words.
REASON = {
    "buka": "saat dibuka",
    "tutup": "saat ditutup",
    "berkala": "setiap 30 menit perubahan",
    "impor": "sebelum isi dimasukkan",
    "migrasi": "sebelum pembaruan bentuk berkas",
    "pulihkan": "sebelum pemulihan",
    "kunci": "sebelum kunci dibuka",
    "kirim": "saat dikirim",
    "tangan": "atas permintaan",
}
_UNSAVED = "Data ini belum disimpan sebagai berkas; cadangan dibuat setelah disimpan."
#: Backups in view at once.
_SHOWN = 8


class CadanganPage(QWidget):
    """A list of the automatic backups, newest first, and what can be done with one."""

    def __init__(self, bridge: Bridge, work: WorkBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.work = bridge, work
        self.place = Label("", "redup")
        self.list = QTreeWidget()
        self.list.setAccessibleName("Cadangan otomatis")
        self.list.setHeaderLabels(["Waktu", "Dibuat", "Revisi", "Ukuran"])
        self.list.setRootIsDecorated(False)
        self.none = Label("Belum ada cadangan otomatis.")
        self.list.itemActivated.connect(lambda *_: self.restore_chosen())
        self.back = button("Pulihkan yang dipilih…", "riwayat", self.restore_chosen)
        self.check = button("Periksa keutuhannya", "periksa", self.check_chosen)
        self.make = button("Cadangkan sekarang", "cadangan", self.now)
        self.usual = button("Kembali ke tempat biasa", "", lambda: self._set_place(None))
        self.folder = button("Buka folder", "", lambda: open_folder(self.bridge.workspace.folder_cadangan))
        self.undo = button("Kembalikan keadaan sebelum pemulihan…", "urung", self._bring_back)
        inner = column(
            card(
                section(
                    "Cadangan otomatis",
                    Label(
                        "Dibuat saat berkas dibuka dan ditutup, setiap 30 menit perubahan, dan sebelum langkah besar. "
                        "Yang lama dijarangkan sendiri.",
                        "redup",
                    ),
                    self.list,
                    self.none,
                    buttons(self.back, self.check, self.make),
                )
            ),
            card(
                section(
                    "Tempat cadangan otomatis",
                    self.place,
                    buttons(
                        button("Pindahkan tempatnya…", "berkas", self._move),
                        self.usual,
                        self.folder,
                    ),
                )
            ),
            card(
                section(
                    "Salinan untuk kantor",
                    Label(
                        "Salinan utuh dengan riwayat perubahan, misalnya di flashdisk; dibaca ulang dan dicocokkan.",
                        "redup",
                    ),
                    buttons(
                        button("Cadangkan ke folder…", "cadangan", self.back_up),
                        button("Pulihkan dari berkas…", "riwayat", self.restore),
                        self.undo,
                    ),
                )
            ),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(scrolled(inner))

    def refresh(self) -> None:
        """Show what is there now."""
        w = self.bridge.workspace
        self.list.clear()
        for c in reversed(w.daftar_cadangan()):
            item = QTreeWidgetItem(
                [moment_words(c.waktu), REASON.get(c.alasan, c.alasan), str(c.revisi), size_words(c.ukuran)]
            )
            item.setData(0, Qt.ItemDataRole.UserRole, c)
            self.list.addTopLevelItem(item)
        fit_rows(self.list, _SHOWN)
        self.none.setVisible(self.list.topLevelItemCount() == 0)
        for i in range(4):
            self.list.resizeColumnToContents(i)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        folder = w.folder_cadangan
        self.place.setText(str(folder) if folder else _UNSAVED)
        any_there = self.list.topLevelItemCount() > 0
        for part in (self.back, self.check):
            enable(part, any_there, _UNSAVED if w.path is None else "Belum ada cadangan untuk dipilih.")
        unable = _UNSAVED if w.path is None else w.alasan_hanya_baca
        enable(self.make, w.path is not None and not w.hanya_baca, unable)
        enable(self.folder, folder is not None and os.path.isdir(folder), "Foldernya dibuat bersama cadangan pertama.")
        usual = tempat.folder_data() / "cadangan"
        enable(self.usual, tempat.folder_cadangan() != usual, "Cadangan sudah dibuat di tempat biasa.")
        self.undo.setVisible(bool(w.simpanan()))

    def _chosen(self) -> Any:
        item = self.list.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None

    # ----------------------------------------------------------------------------------------------------- deeds
    def now(self) -> None:
        w = self.bridge.workspace

        def done(result: Any) -> str:
            self.refresh()
            if result is None:
                return "Tidak ada yang dicadangkan: berkas ini tidak dapat diubah atau belum disimpan."
            return f"Cadangan dibuat. {result.peringatan}".strip()

        self.work.run("Mencadangkan…", lambda _r: w.cadangkan_otomatis("tangan"), done, cancel=False)

    def check_chosen(self) -> None:
        c = self._chosen()
        if c is not None:
            w = self.bridge.workspace
            words = f"Cadangan {moment_words(c.waktu)}"
            self.work.run(
                "Memeriksa cadangan…",
                lambda _r: w.cadangan_utuh(c),
                lambda whole: f"{words} utuh." if whole else f"⚠ {words} rusak; pakai yang lain.",
                cancel=False,
            )

    def restore_chosen(self) -> None:
        c = self._chosen()
        if c is not None:
            self.restore_from(c.path)

    def back_up(self) -> None:
        folder = choose_folder(self, "Cadangkan ke folder", "salinan")
        if folder:
            w = self.bridge.workspace
            self.work.run(
                "Mencadangkan…",
                lambda report: w.cadangkan(folder, report),
                lambda a: f"Cadangan tersimpan: {a[0]}",
                written=lambda a: Path(a[0]),
            )

    def restore(self) -> None:
        path = choose_file(self, "Pilih berkas yang dipulihkan", "Berkas LKjIP (*.lkjip)", "salinan")
        if path:
            self.restore_from(Path(path))

    def restore_from(self, path: Path) -> None:
        """Examine a file, show what it would bring, and put it in place when the user agrees."""
        w = self.bridge.workspace
        self.work.run(
            "Memeriksa berkas…", lambda _r: w.pratinjau_pulihkan(path), lambda p: self._offer(path, p), cancel=False
        )

    def _offer(self, path: Path, preview: Any) -> str:
        dialog = RestoreDialog(path, preview, self.window())
        agreed, forced = bool(dialog.exec()), dialog.forced
        dialog.deleteLater()
        if not agreed:
            return "Tidak dipulihkan."
        refused = self.bridge.try_(lambda: self.bridge.workspace.pulihkan(path, paksa=forced))
        self.refresh()
        return f"⚠ {refused}" if refused else f"Dipulihkan dari {path.name}. Keadaan sebelumnya disimpan."

    def _bring_back(self) -> None:
        kept = self.bridge.workspace.simpanan()
        if not kept:
            return
        words = f"Kembalikan berkas seperti sebelum {kept[-1].waktu[:16].replace('T', ' ')}?"
        if ask(self, "Kembalikan", words, ["Kembalikan"], danger=True) == 0:
            refused = self.bridge.try_(lambda: self.bridge.workspace.kembalikan(kept[-1]))
            self.work.say(refused or "Keadaan sebelum pemulihan sudah kembali.", bad=bool(refused))
            self.refresh()

    def _move(self) -> None:
        folder = choose_folder(self, "Tempat cadangan otomatis")
        if folder:
            self._set_place(Path(folder))

    def _set_place(self, folder: Path | None) -> None:
        try:
            tempat.atur_folder_cadangan(folder)
        except OSError:
            self.work.say("Folder itu tidak dapat ditulis; pilih folder lain.", bad=True)
            return
        self.work.say("Cadangan berikutnya dibuat di tempat baru; yang lama tetap di tempatnya.")
        self.refresh()


def size_words(size: int) -> str:
    """Bytes as people read them: "820 KB", "3,4 MB"."""
    if size >= 1024**2:
        return f"{size / 1024**2:.1f} MB".replace(".", ",")
    return f"{max(1, size // 1024)} KB"
