"""Berkas & cadangan: where the data lie, backups and the way back, what goes out and comes in, closed parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from lkjip_desktop.errors import GagalImpor, LkjipError
from ui.bridge import Bridge
from ui.dialogs import ask, choose_file, choose_save, tell
from ui.views.berkas_cadangan import CadanganPage
from ui.views.berkas_kirim import KirimPage
from ui.views.berkas_kunci import KunciPage
from ui.views.berkas_terima import TerimaPage
from ui.widgets.field import Label
from ui.widgets.form import section
from ui.widgets.parts import button, buttons, enable, labelled, open_folder
from ui.widgets.preview import Naskah
from ui.widgets.view import View, card, column, scrolled
from ui.widgets.work import WorkBar

_KINDS = {"json": "Berkas pertukaran (*.json)", "xlsx": "Buku kerja Excel (*.xlsx)"}


class BerkasView(View):
    """One tab a duty; below them the work that is going on."""

    tables = ("kunci",)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Berkas & cadangan", "Satu berkas memuat semua tahun dan gambar satuan kerja ini.")
        self.work = WorkBar(bridge)
        self.data = DataPage(bridge, self.work)
        self.backups = CadanganPage(bridge, self.work)
        self.send_page = KirimPage(bridge, self.work)
        self.receive = TerimaPage(bridge, self.work)
        self.locks = KunciPage(bridge, self.work)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page, words in (
            (self.data, "Tempat data"),
            (self.backups, "Cadangan"),
            (self.send_page, "Kirim ke Kanwil"),
            (self.receive, "Terima"),
            (self.locks, "Kunci periode"),
        ):
            self.tabs.addTab(page, words)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.work)
        bridge.opened.connect(self._redraw)

    def refresh(self) -> None:
        for page in (self.data, self.backups, self.send_page, self.locks):
            page.refresh()

    def _tab_changed(self) -> None:
        """What was said belongs to the tab where it was done; work that goes on stays in sight."""
        self.work.forget()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is only put aside keeps what it says
            self.work.forget()

    def paper(self) -> Naskah:
        return Naskah("surat")

    def show_place(self, table: str, key: str, column: str) -> bool:
        if table != "kunci":
            return False
        self.tabs.setCurrentWidget(self.locks)
        self.locks.refresh()
        return self.locks.choose(key)


class DataPage(QWidget):
    """Where the file lies, who works in it, and exchange with other programs."""

    def __init__(self, bridge: Bridge, work: WorkBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.work = bridge, work
        self.place = Label("")
        self.place.setAccessibleName("Tempat berkas")
        self.weak = Label("", "awas")
        self.folder = button("Buka folder", "berkas", lambda: open_folder(self.bridge.workspace.path))
        self.officer = QLineEdit()
        self.officer.setPlaceholderText("nama Anda, seperti tercatat pada riwayat perubahan")
        self.officer.editingFinished.connect(self._name_officer)
        inner = column(
            card(
                section(
                    "Tempat data",
                    self.place,
                    self.weak,
                    buttons(self.folder),
                ),
                labelled("&Nama petugas", self.officer),
            ),
            card(
                section(
                    "Pertukaran data",
                    Label(
                        "Buku Excel memuat semua tabel tanpa gambar. Formulir realisasi hanya memuat sel yang perlu "
                        "diisi, misalnya untuk diisi seksi lain. Berkas JSON memuat seluruh isi beserta gambarnya, "
                        "untuk program lain. Ketiganya dapat diimpor kembali.",
                        "redup",
                    ),
                    buttons(
                        button("Ekspor ke Excel…", "naik", self.export_workbook),
                        button("Buat formulir realisasi…", "naik", self.export_form),
                        button("Ekspor ke JSON…", "naik", self.export),
                        button("Impor…", "turun", self.import_),
                    ),
                )
            ),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(scrolled(inner))

    def refresh(self) -> None:
        w = self.bridge.workspace
        self.place.setText(
            str(w.path)
            if w.path
            else "Data ini belum disimpan sebagai berkas. Pilih menu Berkas, Simpan salinan sebagai, lalu buka "
            "salinannya."
        )
        enable(self.folder, w.path is not None, "Data ini belum disimpan sebagai berkas.")
        weak = w.tempat_rawan(w.path) if w.path else ""
        if w.hanya_baca:
            weak = f"{w.alasan_hanya_baca} {weak}".strip()
        self.weak.setText(f"⚠ {weak}" if weak else "")
        self.weak.setVisible(bool(weak))
        if not self.officer.hasFocus():
            self.officer.setText(w.petugas)

    def _name_officer(self) -> None:
        name = self.officer.text()
        if name != self.bridge.workspace.petugas and not self.bridge.read_only:
            self.bridge.workspace.petugas = name

    def export(self) -> None:
        """Everything, pictures included, as exchange JSON."""
        self._export("Ekspor", self.bridge.workspace.judul, "json")

    def export_workbook(self) -> None:
        """All tables as a workbook that comes back by an import."""
        self._export("Ekspor", self.bridge.workspace.judul, "xlsx")

    def export_form(self) -> None:
        """The cells of this year's realisasi as a workbook to be filled in elsewhere."""
        year = self.bridge.year
        if not year:
            tell(self, "Formulir realisasi", "Tambahkan tahun laporan lebih dahulu.", bad=True)
            return
        self._export("Formulir realisasi", f"Formulir realisasi {year}", "xlsx", formulir=year)

    def _export(self, title: str, name: str, suffix: str, formulir: int | None = None) -> None:
        w = self.bridge.workspace
        path = choose_save(self, title, f"{name}.{suffix}", _KINDS[suffix], suffix=suffix, kind="tukar")
        if path:
            what, done = ("Mengekspor…", "Ekspor") if formulir is None else ("Menulis formulir…", "Formulir")
            self.work.run(
                what,
                lambda _r: w.ekspor(path, formulir=formulir),
                lambda p: f"{done} tersimpan: {p}",
                cancel=False,
                written=Path,
            )

    def import_(self) -> None:
        path = choose_file(self, "Pilih berkas yang diimpor", "Berkas pertukaran (*.json *.xlsx)", "tukar")
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Plan an import, show it, and apply it as one step when the user agrees."""
        w = self.bridge.workspace
        self.work.run("Membaca berkas…", lambda _r: w.rencana_impor(path), self._plan, self._unreadable, cancel=False)

    def _unreadable(self, galat: LkjipError) -> None:
        if isinstance(galat, GagalImpor) and galat.masalah:
            tell(self, "Tidak dapat dibaca", "\n".join(galat.masalah[:12]), bad=True)

    def _plan(self, plan: Any) -> str:
        if plan.masalah:
            head = "\n".join(f"• {m}" for m in plan.masalah[:12])
            rest = len(plan.masalah) - 12
            tell(self, "Impor ditolak", head + (f"\ndan {rest} lainnya" if rest > 0 else ""), bad=True)
            return "Impor ditolak; tidak ada yang diubah."
        if plan.kosong:
            return "Tidak ada yang perlu diubah; isinya sama."
        words = f"{_what_changes(plan.ringkas)}\n\nTerapkan sebagai satu langkah? Langkah ini tidak dapat diurungkan."
        if ask(self, "Impor", words, ["Terapkan"]) != 0:
            return "Impor dibatalkan."
        refused = self.bridge.try_(lambda: self.bridge.workspace.terapkan_impor(plan))
        return refused or "Impor diterapkan."


def _what_changes(lines: Sequence[str]) -> str:
    """The lines of an import plan whose tables change; the others are counted: all of them are taller than a screen."""
    changed = [line for line in lines if not re.search(r": \d+ sama$", line)]
    rest = len(lines) - len(changed)
    return "\n".join([*changed, *([f"{rest} tabel lain tetap sama."] if rest else [])])
