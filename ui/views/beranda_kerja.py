"""What Beranda says of the work itself: the next jobs, what this month wants, progress of each chapter, the backup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QVBoxLayout, QWidget

from lkjip_desktop.core.agenda import Acara
from lkjip_desktop.core.bulan_ini import berikutnya, bulan_ini
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.kemajuan import Kemajuan, kemajuan, pekerjaan_berikut
from lkjip_desktop.core.kemajuan_bab import KemajuanBab, kemajuan_bab
from lkjip_desktop.core.tanggal import bulan, tanggal_cetak
from lkjip_desktop.workspace import Workspace
from ui.bridge import Bridge
from ui.widgets.field import Label, drop
from ui.widgets.link import Link
from ui.widgets.status import Pill
from ui.widgets.view import card, section

_SHOWN_DATES = 6
_SIGN = {"penuh": "✓", "sebagian": "◐", "kosong": "○"}
_DATE_WORD = {
    "lewat": ("✕ Lewat", "buruk"),
    "dekat": ("◐ Segera", "awas"),
    "nanti": ("– Bulan ini", "netral"),
}
#: Where a chapter without a gap is read.
_SCREEN = {"lampiran": "lampiran"}


class Jobs(QWidget):
    """The progress of each chapter; `next_card` and `month_card` stand where the screen puts them."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.next = QWidget()
        self.month = QWidget()
        self.parts = QWidget()
        self._filled: dict[QWidget, list[QWidget]] = {}
        self.next_card: QFrame = card(section("Pekerjaan berikutnya", self.next))
        self.month_title = Label("Bulan ini", "sub")
        self.month_card: QFrame = card(self.month_title, self.month)
        self.done = Label("", "redup")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card(section("Kemajuan laporan", self.parts), self.done))
        self._shown: tuple[object, ...] = ()

    def show_year(self, hasil: Hasil) -> None:
        """Draw anew when something differs from what stands there."""
        today = self._bridge.workspace.sekarang()[:10]
        snapshot = self._bridge.snapshot
        jobs = pekerjaan_berikut(kemajuan(snapshot, hasil, hasil.tahun, today))
        chapters = kemajuan_bab(snapshot, hasil, hasil.tahun, today)
        dates, after = bulan_ini(snapshot, hasil, today), berikutnya(snapshot, hasil.tahun, today)
        now = (jobs, chapters, dates, after, today[:7])
        if now == self._shown:
            return
        self._shown = now
        self._fill(self.next, [self._job(n, k) for n, k in enumerate(jobs, 1)])
        self.next_card.setVisible(bool(jobs))
        self._fill(self.month, self._month_rows(dates, after))
        self.month_title.setText(f"Bulan ini ({bulan(int(today[5:7]))} {today[:4]})")
        self._fill(self.parts, [self._chapter(k) for k in chapters])
        whole = all(k.penuh for k in chapters)
        self.done.setText("Semua isian laporan lengkap. Periksa dan cetak naskahnya." if whole else "")
        self.done.setVisible(whole)

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
                side = Qt.AlignmentFlag.AlignLeft if isinstance(widget, Link) else Qt.AlignmentFlag(0)
                grid.addWidget(widget, i, j, side | Qt.AlignmentFlag.AlignVCenter)
                filled.append(widget)
        for j in range(4):
            grid.setColumnStretch(j, 1 if j == 0 else 0)

    def _open(self, screen: str) -> Callable[[], None]:
        return lambda: self._bridge.screen_wanted.emit(screen)

    def _begin(self, k: Kemajuan) -> Callable[[], None]:
        """The screen of a job, at its first gap."""

        def go() -> None:
            self._bridge.screen_wanted.emit(k.layar)
            if k.celah is not None:
                self._bridge.wanted.emit(*k.celah)

        return go

    def _lead(self, table: str, key: str, column: str) -> Callable[[], None]:
        return lambda: self._bridge.wanted.emit(table, key, column)

    def _job(self, n: int, k: Kemajuan) -> tuple[QWidget, ...]:
        words = f"{k.selesai} dari {k.semua}" if k.selesai else ""
        return (Link(f"{n}. {k.pekerjaan}", self._begin(k)), Label(words, "redup", wrap=False))

    # ---------------------------------------------------------------------------------------------- this month
    def _month_rows(self, dates: tuple[Acara, ...], after: Acara | None) -> list[tuple[QWidget, ...]]:
        rows = [self._date(a) for a in dates[:_SHOWN_DATES]]
        if not rows:
            rows.append((Label("Tidak ada yang jatuh tempo bulan ini.", "redup"),))
        if len(dates) > _SHOWN_DATES:
            rows.append((Link(f"{len(dates) - _SHOWN_DATES} tenggat lagi", self._open("tenggat")),))
        elif after is not None:
            words = f"Sesudah itu: {after.nama}"
            rows.append((Link(words, self._way(after)), Label(tanggal_cetak(after.tanggal), "redup", wrap=False)))
        return rows

    def _way(self, a: Acara) -> Callable[[], None]:
        return self._lead(a.tabel, a.kunci, a.kolom) if a.tabel else self._open("tenggat")

    def _date(self, a: Acara) -> tuple[QWidget, ...]:
        words, role = _DATE_WORD[a.keadaan]
        pill = Pill()
        pill.show_text(words, role)
        return (Link(a.nama, self._way(a)), Label(tanggal_cetak(a.tanggal), "redup", wrap=False), pill)

    # ------------------------------------------------------------------------------------------------ chapters
    def _chapter(self, k: KemajuanBab) -> tuple[QWidget, ...]:
        gap = k.celah
        later = gap is None and not k.penuh
        # The sign says what the colour says: complete, begun, not begun, not due yet.
        state = "penuh" if k.penuh else "belum" if later else "sebagian" if k.selesai else "kosong"
        words = "– belum waktunya" if later else f"{_SIGN[state]} {k.selesai} dari {k.semua}"
        bar = QProgressBar()
        bar.setRange(0, max(1, k.semua))
        bar.setValue(k.selesai)
        bar.setTextVisible(False)
        bar.setFixedWidth(140)
        bar.setProperty("keadaan", state)
        bar.setAccessibleName(f"{k.judul}: {'belum waktunya' if later else words[2:]}")
        missing = [b.nama for b in k.butir if not b.ada and not b.belum]
        name = Link(k.judul, self._lead(gap.tabel, gap.kunci, gap.kolom) if gap else self._open(_screen(k)))
        hint = f"Berikutnya: {gap.nama}" if gap else ""
        if missing:
            more = f"\n… dan {len(missing) - 8} lagi" if len(missing) > 8 else ""
            name.setToolTip("Belum diisi:\n" + "\n".join(missing[:8]) + more)
        cell = QWidget()
        box = QVBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        below = Label(hint, "bantuan")
        below.setIndent(4)
        box.addWidget(below)
        below.setVisible(bool(hint))  # in its place: a widget without parent would be shown as a window
        return (cell, bar, Label(words, "baik" if state == "penuh" else "redup", wrap=False))


def _screen(k: KemajuanBab) -> str:
    return _SCREEN.get(k.kunci, "naskah")


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
