"""What Beranda says of the work itself: the next jobs, progress part by part, deadlines, the last backup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.agenda import Acara, agenda
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.kemajuan import Kemajuan, kemajuan, pekerjaan_berikut
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.workspace import Workspace
from ui.bridge import Bridge
from ui.widgets.field import Label, drop
from ui.widgets.status import Pill
from ui.widgets.view import card, section

_SHOWN_DATES = 5
_SIGN = {"penuh": "✓", "sebagian": "◐", "kosong": "○"}
_DATE_WORD = {
    "lewat": ("✕ Lewat", "buruk"),
    "dekat": ("◐ Segera", "awas"),
    "nanti": ("– Nanti", "netral"),
    "selesai": ("✓ Selesai", "baik"),
}


class Jobs(QWidget):
    """Two cards: what to do next with the progress of each part, and the dates that come."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.next = QWidget()
        self.parts = QWidget()
        self.dates = QWidget()
        self._filled: dict[QWidget, list[QWidget]] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        self.next_card = card(section("Pekerjaan berikutnya", self.next))
        # The screen puts the next jobs above everything else.
        box.addWidget(card(section("Kemajuan tahun ini", self.parts)))
        self.date_card: QFrame = card(section("Tenggat", self.dates))
        box.addWidget(self.date_card)
        self._shown: tuple[object, ...] = ()

    def show_year(self, hasil: Hasil) -> None:
        """Draw anew when something differs from what stands there."""
        today = self._bridge.workspace.sekarang()[:10]
        parts = kemajuan(self._bridge.snapshot, hasil, hasil.tahun, today)
        dates = [a for a in agenda(self._bridge.snapshot, hasil.tahun, today) if a.keadaan != "selesai"]
        if (parts, tuple(dates)) == self._shown:
            return
        self._shown = (parts, tuple(dates))
        jobs = pekerjaan_berikut(parts)
        self._fill(self.next, [self._job(n, k) for n, k in enumerate(jobs, 1)])
        self.next_card.setVisible(bool(jobs))
        self._fill(self.parts, [self._part(k) for k in parts])
        self._fill(self.dates, [self._date(a) for a in dates[:_SHOWN_DATES]])
        self.date_card.setVisible(bool(dates))

    def _fill(self, holder: QWidget, rows: list[tuple[QWidget, ...]]) -> None:
        old = holder.layout()
        grid = old if isinstance(old, QGridLayout) else QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(12)
        filled = self._filled.setdefault(holder, [])
        drop(grid, filled)
        for i, widgets in enumerate(rows):
            for j, widget in enumerate(widgets):
                grid.addWidget(widget, i, j, Qt.AlignmentFlag.AlignVCenter)
                filled.append(widget)
        for j in range(4):
            grid.setColumnStretch(j, 1 if j == 0 else 0)

    def _link(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("tautan", True)
        button.clicked.connect(lambda: act())
        return button

    def _open(self, screen: str) -> Callable[[], None]:
        return lambda: self._bridge.screen_wanted.emit(screen)

    def _job(self, n: int, k: Kemajuan) -> tuple[QWidget, ...]:
        return (self._link(f"{n}. {k.pekerjaan}", self._open(k.layar)), Label(f"{k.selesai} dari {k.semua}", "redup"))

    def _part(self, k: Kemajuan) -> tuple[QWidget, ...]:
        bar = QProgressBar()
        bar.setRange(0, max(1, k.semua))
        bar.setValue(k.selesai)
        bar.setTextVisible(False)
        bar.setFixedWidth(160)
        bar.setAccessibleName(f"{k.judul}: {k.selesai} dari {k.semua}{', belum waktunya' if k.belum else ''}")
        # The sign says what the colour says: complete, begun, not begun, not due yet.
        state = "belum" if k.belum else "penuh" if k.penuh else "sebagian" if k.selesai else "kosong"
        bar.setProperty("keadaan", state)
        words = "– belum waktunya" if k.belum else f"{_SIGN[state]} {k.selesai}/{k.semua}"
        role = "baik" if state == "penuh" else "redup"
        return (self._link(k.judul, self._open(k.layar)), bar, Label(words, role, wrap=False))

    def _date(self, a: Acara) -> tuple[QWidget, ...]:
        words, role = _DATE_WORD[a.keadaan]
        pill = Pill()
        pill.show_text(words, role)
        place = (a.tabel, a.kunci, a.kolom)
        act = (lambda: self._bridge.wanted.emit(*place)) if a.tabel and a.kunci else self._open("tenggat")
        return (self._link(a.nama, act), Label(tanggal_cetak(a.tanggal), "redup", wrap=False), pill)


def backup_words(workspace: Workspace) -> str:
    """When the last automatic backup of the file was made, as the words of a link."""
    if workspace.path is None:
        return "Data ini hanya di ingatan dan belum disimpan sebagai berkas."
    kept = workspace.daftar_cadangan()
    if not kept:
        return "Belum ada cadangan otomatis."
    return f"Cadangan terakhir: {moment_words(kept[-1].waktu)}"


def moment_words(when: datetime) -> str:
    """A moment as people write it: "24 November 2026 pukul 08.15", in the time of this computer."""
    here = when.astimezone()
    return f"{tanggal_cetak(here.date().isoformat())} pukul {here:%H.%M}"
