"""A file kept inside the data file: chosen or dropped, saved elsewhere to be looked at, taken away."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from lkjip_desktop.core.commands import Ubah
from lkjip_desktop.core.isian import Isian
from lkjip_desktop.core.schema import Column
from ui.bridge import Bridge
from ui.dialogs import choose_file, choose_save
from ui.ikon import pasang
from ui.widgets.field import Field, Label
from ui.widgets.parts import open_folder

#: Most bytes of one attachment; the whole file is carried on a flash disk.
MOST_BYTES = 20 * 1024 * 1024


class AttachmentField(Field):
    """A column of kind BERKAS. The columns `nama_berkas` and `mime` of the same row go along with it."""

    def __init__(self, column: Column, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._bridge = bridge
        self._sha = ""
        #: (table, row id) of the row at hand; the form sets it.
        self.home = ("", "")
        self.frame = AttachmentFrame()
        self.frame.dropped.append(self.take_in)
        self.frame.choose.clicked.connect(self._choose)
        self.frame.save.clicked.connect(self._save)
        self.frame.remove.clicked.connect(self._remove)
        self._build(self.frame)

    def text(self) -> str:
        return self._sha

    def set_text(self, text: str) -> None:
        self._sha = text

    def _shown(self) -> str:
        return str(self.value or "")

    def _show(self, value: Any) -> None:
        self._sha = str(value or "")
        self.frame.show_name(self._name() if value else "")

    def read(self) -> Isian:
        return Isian(self._sha)

    def _name(self) -> str:
        row = self._bridge.snapshot.row(*self.home)
        return str(getattr(row, "nama_berkas", "") or "berkas terlampir")

    def set_read_only(self, read_only: bool) -> None:
        self.frame.choose.setEnabled(not read_only)
        self.frame.remove.setEnabled(not read_only)

    # ----------------------------------------------------------------------------------------------------- deeds
    def take_in(self, path: Path) -> None:
        """Keep a file's bytes in the data file; a sentence when it is too large or cannot be read."""
        try:
            size = path.stat().st_size
            if size > MOST_BYTES:
                mb = -(-size // (1024 * 1024))
                self.refuse(f"“{path.name}” berukuran {mb} MB; paling besar 20 MB. Catat saja tempat simpannya.")
                return
            content = path.read_bytes()
        except OSError:
            self.refuse(f"“{path.name}” tidak dapat dibaca.")
            return
        if not content:
            self.refuse(f"“{path.name}” kosong.")
            return
        sha = hashlib.sha256(content).hexdigest()
        table, row_id = self.home
        mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        values = {"nama_berkas": path.name[:200], "mime": mime, self.column.name: sha}
        known = self._bridge.snapshot.row(table, row_id)
        values = {k: v for k, v in values.items() if known is not None and hasattr(known, k)}
        self.before = (Ubah(table, row_id, values, blobs={sha: content}),)
        self._sha = sha
        self.commit()

    def _choose(self) -> None:
        path = choose_file(self, "Lampirkan berkas", "Semua berkas (*)", "lampiran")
        if path:
            self.take_in(Path(path))

    def _save(self) -> None:
        target = choose_save(self, "Simpan berkas terlampir di", self._name(), "Semua berkas (*)", suffix="bin")
        if target:
            try:
                Path(target).write_bytes(self._bridge.workspace.isi_berkas(str(self.value)))
            except OSError:
                self._bridge.told.emit(f"“{Path(target).name}” tidak dapat ditulis di sana.", True)
            else:
                self._bridge.offered.emit(f"Tersimpan: {target}", "Buka folder", lambda: open_folder(Path(target)))

    def _remove(self) -> None:
        self._sha = ""
        self.commit()


class AttachmentFrame(QFrame):
    """Name of the file and three buttons; takes a dropped file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dropped: list[Any] = []  # functions called with a path
        self.setProperty("kartu", True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        self.name = Label("", "redup")
        row.addWidget(self.name, 1)
        self.choose = QPushButton("Pilih berkas…")
        pasang(self.choose, "buka")
        self.save = QPushButton("Simpan ke…")
        pasang(self.save, "simpan")
        self.remove = QPushButton("Lepas")
        self.remove.setAccessibleName("Lepas berkas")
        for button in (self.choose, self.save, self.remove):
            row.addWidget(button)

    def show_name(self, name: str) -> None:
        """What is attached, "" = nothing."""
        self.name.setText(name or "Belum ada berkas; seret ke sini atau pilih.")
        self.save.setVisible(bool(name))
        self.remove.setVisible(bool(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                event.acceptProposedAction()
                for take in self.dropped:
                    take(Path(url.toLocalFile()))
