"""What stands in the place of a table without rows: what goes here, and how its first rows come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.widgets.field import Label, drop
from ui.widgets.parts import button

#: What the rows of a table are, for one who opens it the first time.
WORDS = {
    "anggaran_sasaran": "Pagu dan realisasi setiap sasaran; dari sinilah realisasi anggaran dan efisiensi dihitung.",
    "anggaran_belanja": "Pagu dan realisasi belanja pegawai, barang, dan modal, seperti pada aplikasi keuangan.",
    "kegiatan": "Program dan kegiatan menurut DIPA dengan anggarannya; dicetak pada Perjanjian Kinerja.",
    "ro": "Keluaran setiap kegiatan: volume, pagu, dan realisasinya.",
    "ro_indikator": "Berapa persen dari sebuah output yang menunjang sebuah indikator; dipakai untuk efisiensi.",
    "renstra_butir": "Misi, tujuan, dan strategi kantor, satu baris untuk setiap butir; dicetak pada Bab II.",
    "target_renstra": "Target setiap indikator pada setiap tahun Renstra.",
    "tata_nilai": "Tata nilai kantor dengan uraiannya; dicetak pada Bab II.",
    "dasar_hukum": "Peraturan yang mendasari laporan, menurut urutan cetaknya.",
    "data_dukung": "Jumlah pegawai, klien, dan sarana menurut kelompok; menjadi tabel gambaran kantor pada Bab I.",
    "rekomendasi": "Rekomendasi evaluasi tahun lalu dan apa yang sudah dikerjakan untuk memenuhinya.",
    "rencana_aksi": "Kegiatan untuk mencapai target, dengan keluaran, waktu, dan penanggung jawabnya.",
    "kinerja_lain_angka": "Angka setiap bulan; butirnya dibuat dahulu pada layar Naskah, tab Kinerja lainnya.",
    "tenggat": "Tanggal penting kantor di luar jadwal menurut aturan; yang sudah dekat tampil di Beranda.",
}
#: Tables whose rows are not added in their grid: what is missing, what to do, the screen for it and its name.
ELSEWHERE = {
    "indikator_tahun": (
        "Belum ada indikator pada tahun ini",
        "Sasaran dan indikatornya dibuat pada layar Sasaran & IKK.",
        "sasaran",
        "Sasaran & IKK",
    ),
    "skor_komponen": (
        "Tidak ada komponen pada tahun ini",
        "Komponen dan bobotnya ditetapkan pada layar Aturan.",
        "aturan",
        "Aturan",
    ),
    "ceklis": (
        "Tidak ada daftar periksa pada tahun ini",
        "Butir-butirnya ditetapkan pada layar Aturan.",
        "aturan",
        "Aturan",
    ),
}


@dataclass(frozen=True)
class Deed:
    """A way to the first rows: words of its button, icon, tool tip, what it does."""

    words: str
    icon: str
    tip: str
    act: Callable[[], object]


class EmptyGrid(QWidget):
    """A heading, words and buttons in the middle. Ctrl+V calls `paste`, as in a table."""

    def __init__(self, title: str, paste: Callable[[], object] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._paste = paste
        self._deeds: list[tuple[str, str]] = []
        self.title = Label(title, "sub")
        self.words = Label("", "redup")
        self.buttons: list[QPushButton] = []
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(2)
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(label)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch()
        self._row.addStretch()
        box.addSpacing(4)
        box.addLayout(self._row)
        box.addStretch(3)

    def offer(self, words: str, deeds: Sequence[Deed]) -> None:
        """Say this and show these buttons; the same ones stay, so that the focus does."""
        self.words.setText(words)
        shown = [(d.words, d.icon) for d in deeds]
        if shown == self._deeds:
            return
        self._deeds = shown
        drop(self._row, [*self.buttons])
        self.buttons = []
        for deed in deeds:
            part = button(deed.words, deed.icon, deed.act)
            part.setToolTip(deed.tip)
            self._row.insertWidget(self._row.count() - 1, part)
            self.buttons.append(part)

    def start(self) -> None:
        """Put the keys on the first button."""
        if self.buttons:
            self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._paste is not None and event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)
