"""The list of keys: those of the menus as they are set, and those of grids, fields and the preview."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.dialogs import size_for_text
from ui.widgets.history_table import WordTable
from ui.widgets.view import column, scrolled, section

_GRID = (
    ("F2", "Menyunting sel; Enter menyimpan dan turun"),
    ("panah", "Menyimpan yang diketik menimpa dan pindah sel; sesudah F2 menggerakkan kursor huruf"),
    ("Backspace", "Mengosongkan sel dan mulai mengetik"),
    ("Shift+Enter, Alt+Enter", "Baris baru di dalam sel berisi paragraf"),
    ("Ctrl+panah", "Ke ujung sel yang terisi; dengan Shift sambil memilih"),
    ("Tab, Shift+Tab", "Sel isian berikutnya, sebelumnya; Enter sesudahnya turun ke bawah sel pertama"),
    ("Ctrl+C, Ctrl+V", "Menyalin dan menempel blok, juga dari dan ke Excel"),
    ("Ctrl+D, Ctrl+R", "Mengisi ke bawah, ke kanan"),
    ("Ctrl+Enter", "Mengisi seluruh blok yang dipilih dengan yang diketik"),
    ("Ctrl+Spasi, Shift+Spasi", "Memilih kolom, memilih baris"),
    ("Delete", "Mengosongkan sel"),
    ("Ctrl++, Ctrl+-", "Menambah dan menghapus baris"),
    ("Alt+Shift+↑, Alt+Shift+↓", "Memindahkan baris"),
    ("Alt+↓", "Membuka daftar pilihan; huruf yang diketik menyaringnya"),
)
_FIELD = (
    ("Enter, Tab", "Menyimpan isian"),
    ("Ctrl+Enter", "Menyimpan isian beberapa baris; nama yang panjang cukup dengan Enter"),
    ("Escape", "Mengembalikan isian yang belum tersimpan"),
    ("Ctrl+;", "Menulis tanggal hari ini"),
    ("Alt+↓", "Membuka kalender atau daftar pilihan"),
    ("Ctrl+B, Ctrl+I", "Tebal dan miring pada naskah"),
    ("Ctrl+Shift+L, Ctrl+Shift+N", "Daftar butir dan daftar bernomor pada naskah; “- ” atau “1. ” di awal baris juga"),
    ("Ctrl+V", "Menempel teks, daftar, tabel, dan gambar ke dalam naskah"),
    ("Ctrl+Shift+V", "Menempel kata-katanya saja"),
)
_TREE = (
    ("Enter", "Ke isian baris yang dipilih"),
    ("F2", "Mengganti nama"),
    ("Ctrl+Shift+A, Ctrl+Shift+I", "Menambah sasaran, menambah indikator; juga dari isiannya"),
    ("Ctrl+D", "Menggandakan indikator"),
    ("Alt+Shift+↑, Alt+Shift+↓", "Memindahkan sasaran atau indikator"),
    ("Huruf", "Mencari di dalam nama"),
)
_PREVIEW = (
    ("Page Up, Page Down", "Menggulir halaman"),
    ("Home, End", "Halaman pertama, halaman terakhir"),
    ("Ctrl+roda tetikus", "Memperbesar dan memperkecil"),
    ("Klik pada angka", "Membuka isiannya"),
)


class ShortcutsDialog(QDialog):
    """Made from the actions of the window, so that it cannot say otherwise than they do."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Pintasan papan ketik")
        native = QKeySequence.SequenceFormat.NativeText
        window = [
            (", ".join(s.toString(native) for s in a.shortcuts()), a.text().replace("&", "").rstrip("…"))
            for a in actions
            if a.shortcuts()
        ]
        parts = []
        groups = (("Tabel", _GRID), ("Isian", _FIELD), ("Pohon sasaran", _TREE), ("Pratinjau", _PREVIEW))
        for title, rows in (("Jendela", window), *groups):
            table = WordTable(title, ("Tombol", "Kegunaan"), stretch=1)
            table.fill(rows)
            parts.append(section(title, table))
        box = QVBoxLayout(self)
        box.addWidget(scrolled(column(*parts)), 1)
        row = QHBoxLayout()
        row.addStretch()
        close = QPushButton("Tutup")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        box.addLayout(row)
        size_for_text(self, 560, 560)
