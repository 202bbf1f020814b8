"""What a restore would bring, table by table, before anything moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.dialogs import size_for_text
from ui.history_dialog import moment
from ui.widgets.field import Label
from ui.widgets.history_table import WordTable
from ui.widgets.status import Pill
from ui.widgets.view import column, scrolled

#: Verdicts with the sign and colour that they get; the words are those of core.segel.Putusan.
VERDICT = {
    "asli": ("✓ Asli", "baik"),
    "salinan mentah": ("◐ Salinan mentah", "netral"),
    "berubah": ("✕ Berubah", "buruk"),
    "rusak": ("✕ Rusak", "buruk"),
    "versi lebih baru": ("◐ Versi lebih baru", "awas"),
    "bukan berkas kita": ("✕ Bukan berkas LKjIP", "buruk"),
}


class RestoreDialog(QDialog):
    """`accept` means: do it. A file that differs from its seal needs the second, louder button."""

    def __init__(self, path: Path, preview: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pulihkan berkas")
        found = preview.temuan
        self.forced = str(found.putusan) == "berubah"
        pill = Pill()
        pill.show_text(*VERDICT.get(str(found.putusan), (str(found.putusan), "netral")))
        words = [f"Berkas: {path.name}", found.alasan]
        if found.segel is not None:
            seal = found.segel
            words.append(f"Segel: {seal.nama_satker}, tahun {seal.tahun}, revisi {seal.revisi}, {moment(seal.waktu)}.")
        words.append(f"Isi: {sum(found.baris.values())} baris dalam {len(found.baris)} tabel, revisi {found.revisi}.")
        self.table = WordTable("Perubahan menurut tabel", ("Tabel", "Ditambah", "Diubah", "Dihapus"), stretch=0)
        rows = [(b.label, str(b.tambah), str(b.ubah), str(b.hapus)) for b in preview.beda]
        self.table.fill(rows or [("Tidak ada perbedaan isi", "", "", "")], right=(1, 2, 3))
        box = QVBoxLayout(self)
        box.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(pill)
        head.addStretch()
        box.addLayout(head)
        box.addWidget(Label("\n".join(w for w in words if w)))
        if found.langkah:
            last = "\n".join(f"{moment(when)}  {label}" for when, label in found.langkah[-3:])
            box.addWidget(Label(f"Langkah terakhir di dalamnya:\n{last}", "redup"))
        box.addWidget(Label("Dibandingkan dengan berkas yang sedang dibuka, pemulihan akan membawa:", "label"))
        box.addWidget(scrolled(column(self.table)), 1)
        box.addWidget(Label("Keadaan sekarang disimpan lebih dahulu dan dapat dikembalikan dari layar ini.", "redup"))
        buttons = QHBoxLayout()
        buttons.addStretch()
        no = QPushButton("Batal")
        no.setDefault(True)
        no.clicked.connect(self.reject)
        self.yes = QPushButton("Pulihkan walau berubah" if self.forced else "Pulihkan")
        self.yes.setEnabled(found.terbaca)
        self.yes.setAutoDefault(False)
        self.yes.clicked.connect(self.accept)
        buttons.addWidget(no)
        buttons.addWidget(self.yes)
        box.addLayout(buttons)
        size_for_text(self, 620, 520)
