"""The start guide: six short pages with the real paper beside them, from nothing to a file that prints."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui.awal.langkah import (
    BerkasLangkah,
    JanjiLangkah,
    KopLangkah,
    Langkah,
    PejabatLangkah,
    RenstraLangkah,
    SatkerLangkah,
)
from ui.awal.rancangan import Rancangan
from ui.awal.simpanan import Simpanan
from ui.bridge import Bridge
from ui.dialogs import ask
from ui.ikon import ikon
from ui.widgets.field import Field, Label
from ui.widgets.polarity import PolarityField
from ui.widgets.preview import PreviewPane

if TYPE_CHECKING:
    from ui.help_window import HelpWindow


#: Width of the fields, in characters, below which no paper is shown beside them.
_FIELDS_EM = 38
#: What was entered is kept on this computer so long after the last entry.
_KEEP_MS = 500


class StartGuide(QDialog):
    """After `accept`, `workspace` is the new open file and `next_screen` the place to go on."""

    def __init__(
        self, parent: QWidget | None = None, year: int | None = None, simpanan: Simpanan | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Panduan mulai")
        self.setWindowIcon(ikon("lkjip", ""))
        self.workspace: Workspace | None = None
        self.next_screen = "beranda"
        self.at = 0
        self._help: HelpWindow | None = None
        self.draft = Rancangan(year or date.today().year)
        self._simpanan = simpanan
        kembali = simpanan is not None and simpanan.pulihkan(self.draft)
        self.bridge = Bridge(self.draft.workspace, self)
        self.bridge.told.connect(lambda words, bad: self.pages[self.at].say(words if bad else ""))
        self.satker = SatkerLangkah(self.bridge, self.draft)
        self.plan = RenstraLangkah(self.bridge, self.draft)
        self.place = BerkasLangkah(self.draft)
        self._typed = kembali
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(_KEEP_MS)
        self._keep.timeout.connect(self._keep_draft)
        self.bridge.changed.connect(lambda _changed: self._keep.start())
        self.pages: list[Langkah] = [
            self.satker,
            KopLangkah(self.bridge, self.draft),
            PejabatLangkah(self.bridge, self.draft),
            self.plan,
            JanjiLangkah(self.bridge, self.draft),
            self.place,
        ]
        self.steps = QListWidget()
        self.steps.setObjectName("navigasi")
        self.steps.setAccessibleName("Langkah panduan")
        for n, page in enumerate(self.pages, 1):
            self.steps.addItem(f"{n}. {page.title}")
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        self.preview = PreviewPane(self.bridge)
        self.preview.setMinimumWidth(300)
        self._lay_out()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field commits the field and turns no page
        for page in self.pages:
            for form in page.forms:
                form.typed.connect(self._on_typed)
                form.committed.connect(self._on_typed)
                if page in self.pages[:2]:
                    form.committed.connect(self._propose)
        self.place.officer.textEdited.connect(self._on_typed)
        QShortcut(QKeySequence.StandardKey.HelpContents, self, self.help)
        self.steps.currentRowChanged.connect(self.go)
        self.steps.setCurrentRow(0)
        self._show()
        if kembali:
            self.satker.say("Isian yang terputus terakhir kali sudah dikembalikan; periksa dan lanjutkan.")

    def _lay_out(self) -> None:
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(16, 14, 16, 12)
        box.addWidget(self.stack, 1)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        box.addWidget(line)
        buttons = QHBoxLayout()
        self.cancel = QPushButton("Batal")
        self.cancel.clicked.connect(self.reject)
        self.back = QPushButton("‹ &Kembali")
        self.back.clicked.connect(lambda: self.go(self.at - 1))
        self.skip = QPushButton("Le&wati")
        self.skip.setToolTip("Lewati langkah ini; isinya dapat dilengkapi kapan saja")
        self.skip.clicked.connect(lambda: self.go(self.at + 1))
        self.forward = QPushButton("&Lanjut ›")
        self.forward.setProperty("utama", True)
        self.forward.clicked.connect(self._forward)
        self.counter = Label("", "redup", wrap=False)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.counter)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.forward)
        box.addLayout(buttons)
        # After the last field comes what most people want next, and what throws away comes last.
        for before, after in ((self.forward, self.skip), (self.skip, self.back), (self.back, self.cancel)):
            QWidget.setTabOrder(before, after)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(middle)
        split.addWidget(self.preview)
        split.setSizes([640, 420])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.steps)
        outer.addWidget(split, 1)
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1280, room.width() - 40), min(760, room.height() - 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields keep their room: on a small screen with large letters the paper beside them gives way."""
        super().resizeEvent(event)
        room = self.fontMetrics().horizontalAdvance(" ✓") + 2 * self.steps.frameWidth() + 18
        self.steps.setFixedWidth(self.steps.sizeHintForColumn(0) + room)
        free = event.size().width() - self.steps.width() - self.preview.minimumWidth()
        self.preview.setVisible(free > _FIELDS_EM * self.fontMetrics().horizontalAdvance("0"))

    # ----------------------------------------------------------------------------------------------------- pages
    def go(self, at: int) -> None:
        """Turn to a page; what is typed on this one is stored or stays marked."""
        if not 0 <= at < len(self.pages) or at == self.at:
            return
        self.pages[self.at].commit()
        self.at = at
        self._show()

    def _propose(self, column: str) -> None:
        """What follows from a name is written with it."""
        if column in ("nama", "kementerian", "eselon_satu", "kanwil"):
            self.bridge.try_(self.draft.usulkan)

    def _show(self) -> None:
        page = self.pages[self.at]
        self.stack.setCurrentWidget(page)
        self.steps.blockSignals(True)
        self.steps.setCurrentRow(self.at)
        for n, done in enumerate(self.pages):
            mark = " ✓" if done.accepted and n != self.at else ""
            self.steps.item(n).setText(f"{n + 1}. {done.title}{mark}")
        self.steps.blockSignals(False)
        last = self.at == len(self.pages) - 1
        self.back.setEnabled(self.at > 0)
        self.skip.setVisible(not last)
        self.forward.setText("&Selesai, buat berkas" if last else "&Lanjut ›")
        self.counter.setText(f"Langkah {self.at + 1} dari {len(self.pages)}")
        self.preview.show_naskah(page.paper)
        self.plan.show_period()
        self.place.show_place()
        if (field := page.first_field()) is not None:
            field.setFocus()

    def help(self) -> None:
        """F1: the page of the guide that tells of these steps."""
        from ui.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self)
        self._help.show_page("02-panduan-mulai")

    def _forward(self) -> None:
        page = self.pages[self.at]
        page.say("")
        if not page.commit():
            page.say("Perbaiki isian yang bertanda merah, atau tekan Lewati; ketikan Anda tetap di sana.")
            refused = [f for form in page.forms for f in form.fields.values() if f.refused]
            for field in refused[:1]:
                field.editor.setFocus()
                field.reveal()
            return
        if page is self.satker and not self.draft.nama:
            page.say("Tulis dahulu nama satuan kerja; hanya itu yang wajib.")
            self._focus_name()
        elif self.at < len(self.pages) - 1:
            page.accept()
            page.accepted = True
            self.go(self.at + 1)
        else:
            self._finish()

    def _focus_name(self) -> None:
        self.satker.form.focus_column("nama")

    def _finish(self) -> None:
        if not self.draft.nama:
            self.go(0)
            self.satker.say("Tulis dahulu nama satuan kerja; hanya itu yang wajib.")
            return
        promise = self.draft.ada_isi_pk()
        path, officer = self.place.path(), " ".join(self.place.officer.text().split())
        try:
            self.workspace = self.draft.tulis(path, officer)
        except (LkjipError, OSError) as galat:
            self.place.say(
                f"Berkas tidak dapat dibuat di sana. {galat if isinstance(galat, LkjipError) else ''}".strip()
            )
            return
        self.next_screen = "pk" if promise else "beranda"
        self.accept()

    # ------------------------------------------------------------------------------------------------------ keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, and from the last one to the next page."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus: QWidget | None = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        elif focus is not None and self.stack.isAncestorOf(focus):
            field = _field_of(focus)
            if isinstance(field, PolarityField) and isinstance(focus, QAbstractButton) and not focus.isChecked():
                focus.click()  # one of the pictures: chosen, and on
            if field is not None and not field.commit():
                return
            self.focusNextPrevChild(True)
            now = self.focusWidget()
            if now is self.forward:
                self.forward.click()
            elif (following := _field_of(now)) is not None:
                following.reveal()

    def _on_typed(self) -> None:
        self._typed = True

    def reject(self) -> None:
        """Escape, Batal or the window's cross: what was typed is not thrown away without a question."""
        if self._typed:
            self.pages[self.at].commit()
            words = "Panduan ini belum selesai. Bila ditutup sekarang, yang sudah diketik akan hilang."
            verbs = ["Buat berkas sekarang"] if self.draft.nama else []
            chosen = ask(self, "Tutup panduan?", words, [*verbs, "Tutup dan buang"], danger=not verbs)
            if verbs and chosen == 0:
                self._finish()
                return
            if chosen < 0:
                return
        super().reject()

    def _keep_draft(self) -> None:
        if self._simpanan is not None and self._typed:
            self._simpanan.simpan(self.draft)

    def done(self, result: int) -> None:
        """The background work ends before the dialog goes."""
        self._keep.stop()
        if self._simpanan is not None:
            self._simpanan.buang()
        self.preview.close_jobs()
        self.bridge.close()
        super().done(result)


def _field_of(widget: QWidget | None) -> Field | None:
    """The field that an input belongs to."""
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget
