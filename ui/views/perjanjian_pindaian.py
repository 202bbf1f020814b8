"""Signed scans: attached to their paper, shown, and printed in the LKjIP in the paper's place when wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.commands import Hapus, Ubah
from lkjip_desktop.core.tables import Pindaian, Pk
from ui.bridge import Bridge
from ui.dialogs import ask, choose_files
from ui.ikon import pasang
from ui.widgets.field import Label
from ui.widgets.page_view import PageView, Paper

if TYPE_CHECKING:
    from lkjip_desktop.workspace import Workspace

_FILTER = "Pindaian (*.pdf *.png *.jpg *.jpeg);;Semua berkas (*)"
_HELP = "PDF, PNG, atau JPEG, paling besar 20 MB tiap berkas. Beberapa gambar menjadi halaman-halaman satu naskah."
_EMPTY = "Belum ada pindaian. Seret berkasnya ke sini, atau tekan “Lampirkan…”."
_DRAFT = "Pindaian dilampirkan sesudah perjanjian ini ditandatangani dan dikunci."
_PAPERS = (("pk", "Perjanjian Kinerja ini"), ("surat", "Surat pengantar"), ("kata_pengantar", "Kata pengantar"))


class PindaianPanel(QWidget):
    """The scans of one paper: of the chosen PK, of the letter, or of the foreword of the year."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self._pk: Pk | None = None
        self._shown = ""
        self._reading = False
        self.setAcceptDrops(True)
        self.paper = QComboBox()
        self.paper.setAccessibleName("Naskah yang dipindai")
        for key, words in _PAPERS:
            self.paper.addItem(words, key)
        self.paper.activated.connect(self._fill)
        self.attach_button = QPushButton("Lampirkan…")
        pasang(self.attach_button, "tambah")
        self.attach_button.setAccessibleName("Lampirkan pindaian")
        self.attach_button.clicked.connect(self.choose_and_attach)
        self.remove_button = QPushButton()
        pasang(self.remove_button, "hapus")
        self.remove_button.setToolTip("Hapus pindaian")
        self.remove_button.setAccessibleName("Hapus pindaian")
        self.remove_button.clicked.connect(self._remove)
        self.list = QListWidget()
        self.list.setAccessibleName("Pindaian")
        self.list.setMaximumHeight(round(self.fontMetrics().height() * 3.4))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.use = QCheckBox("Cetak pindaian ini dalam LKjIP, menggantikan naskah buatan program")
        self.use.clicked.connect(self._use)
        self.message = Label(_HELP, "bantuan")
        self.pages = PageView(bridge.raster)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        holder = QScrollArea()
        holder.setWidget(self.picture)
        holder.setWidgetResizable(True)
        self.empty = Label(_EMPTY, "redup")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = QStackedWidget()
        for part in (self.empty, self.pages, holder):
            self.view.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.paper, 1)
        row.addWidget(self.attach_button)
        row.addWidget(self.remove_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(2, 8, 2, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.message)
        box.addWidget(self.list)
        box.addWidget(self.use)
        box.addWidget(self.view, 1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._reading:  # what was said of a scan is not news when the tab is opened again
            self.message.setText(_HELP)

    # ---------------------------------------------------------------------------------------------------- showing
    def show_version(self, pk: Pk) -> None:
        """Show the scans of a version, or go on with those of the other paper that was chosen."""
        self._pk = pk
        self._fill()

    def show_paper(self, key: str) -> None:
        """Choose the paper whose scans are shown: pk, surat or kata_pengantar."""
        self.paper.setCurrentIndex(self.paper.findData(key))
        self._fill()

    def choose(self, row: Pindaian) -> bool:
        """Show one scan."""
        self.show_paper(row.naskah)
        for i in range(self.list.count()):
            if self.list.item(i).data(Qt.ItemDataRole.UserRole) == row.id:
                self.list.setCurrentRow(i)
                return True
        return False

    def rows(self) -> tuple[Pindaian, ...]:
        """The scans of the paper on view."""
        pk = self._pk
        if pk is None:
            return ()
        return self.bridge.workspace.pindaian(str(self.paper.currentData()), pk.tahun or 0, pk.id)

    def current(self) -> Pindaian | None:
        """The chosen scan."""
        at = self.list.currentRow()
        if at < 0:
            return None
        return self.bridge.snapshot.get(Pindaian, self.list.item(at).data(Qt.ItemDataRole.UserRole))

    def _fill(self) -> None:
        rows, before = self.rows(), self.current()
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            pages = f"{row.halaman or 1} halaman"
            item = QListWidgetItem(f"{'✓' if row.pakai else '–'} {row.nama_berkas} ({pages})", self.list)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
        ids = [r.id for r in rows]
        self.list.setCurrentRow(ids.index(before.id) if before is not None and before.id in ids else len(ids) - 1)
        self.list.blockSignals(False)
        draft = self.paper.currentData() == "pk" and self._pk is not None and self._pk.status == "draf"
        self.attach_button.setEnabled(not draft and not self.bridge.read_only)
        self.attach_button.setToolTip(_DRAFT if draft else _HELP)
        self.empty.setText(_DRAFT if draft else _EMPTY)
        self._show()

    def _show(self) -> None:
        row = self.current()
        self.list.setVisible(self.list.count() > 0)
        self.use.setVisible(row is not None)
        self.remove_button.setEnabled(row is not None and not self.bridge.read_only)
        self.use.setEnabled(not self.bridge.read_only)
        if row is None:
            self._shown = ""
            self.view.setCurrentIndex(0)
            return
        self.use.setChecked(row.pakai)
        if row.berkas == self._shown:
            return
        self._shown = row.berkas
        content = self.bridge.workspace.isi_berkas(row.berkas)
        if row.mime == "application/pdf":
            self.pages.set_paper(Paper(content, self.bridge.page_sizes(content)))
            self.view.setCurrentIndex(1)
        else:
            picture = QPixmap()
            picture.loadFromData(content)
            width = max(200, self.view.width() - 24)
            self.picture.setPixmap(picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
            self.view.setCurrentIndex(2)

    # -------------------------------------------------------------------------------------------------- attaching
    def choose_and_attach(self) -> None:
        """Ask for files and attach them."""
        paths = choose_files(self, "Lampirkan pindaian", _FILTER, "pindaian")
        if paths:
            self.attach([Path(p) for p in paths])

    def attach(self, paths: Sequence[Path]) -> None:
        """Check every page of the files in the background, then attach them as one step."""
        pk, paper, workspace = self._pk, str(self.paper.currentData()), self.bridge.workspace
        if pk is None:
            return
        self._reading = True
        self.message.setText("Memeriksa halaman demi halaman…")
        self.bridge.jobs.run(
            "pindaian",
            lambda overtaken: workspace.baca_pindaian(paths, overtaken),
            lambda read: self._read(workspace, paper, pk, read),
            lambda galat: self._refused(str(galat)),
        )

    def _read(self, workspace: Workspace, paper: str, pk: Pk, scans: Any) -> None:
        self._reading = False
        refused = self.bridge.try_(lambda: workspace.lampirkan_pindaian(paper, pk.tahun or 0, scans, pk.id))
        if refused:
            self._refused(refused)
            return
        pages = sum(s.halaman for s in scans)
        self.message.setText(f"Terlampir: {pages} halaman, semuanya terbaca.")
        self.list.setCurrentRow(self.list.count() - 1)

    def _refused(self, words: str) -> None:
        self._reading = False
        self.message.setText(f"⚠ {words}")
        self.bridge.told.emit(words, True)

    def _use(self) -> None:
        row = self.current()
        if row is not None:
            self.bridge.do(Ubah("pindaian", row.id, {"pakai": self.use.isChecked()}))

    def _remove(self) -> None:
        row = self.current()
        if row is None:
            return
        words = f"Hapus pindaian “{row.nama_berkas}”?\n\nLangkah ini dapat diurungkan."
        if ask(self, "Hapus pindaian", words, ["Hapus pindaian"], danger=True) == 0:
            self.bridge.do(Hapus("pindaian", row.id))

    # -------------------------------------------------------------------------------------------------- dropping
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.attach_button.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.attach([Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])
