"""The preview beside the form: the real pages of the chapter that is being worked at, newest state wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QIntValidator, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.change import Changed
from lkjip_desktop.errors import LkjipError
from ui.bridge import Bridge
from ui.widgets.busy import Busy
from ui.widgets.field import Label
from ui.widgets.page_search import PageSearch
from ui.widgets.page_view import PageView, Paper
from ui.widgets.paper_home import Naskah, home
from ui.widgets.tool import tool

__all__ = ["WHOLE", "Naskah", "PreviewPane", "choices"]

_PAUSE_MS, _TRACK = 300, "pratinjau"


WHOLE = Naskah("lkjip")


def choices() -> list[tuple[str, Naskah]]:
    """What the preview can show, in printing order."""
    from lkjip_desktop.core.bagian import BAGIAN

    chapters: list[tuple[str, Naskah]] = [("Sampul", Naskah("lkjip", "sampul"))]
    chapters += [(b.judul.capitalize(), Naskah("lkjip", b.kunci)) for b in BAGIAN if not b.bab]
    for i, (words, paper) in enumerate(chapters):
        if paper.bagian.startswith("bab"):
            number = ("I", "II", "III", "IV")[int(paper.bagian[3]) - 1]
            chapters[i] = (f"Bab {number} {words}", paper)
    return [
        ("Seluruh laporan", WHOLE),
        ("Surat pengantar", Naskah("surat")),
        *chapters,
        ("Perjanjian Kinerja", Naskah("pk")),
        ("Ringkasan satu halaman", Naskah("ringkasan")),
    ]


class PreviewPane(QWidget):
    """Builds off the GUI thread from the snapshot. `follow` brings the value at hand into view."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.naskah = WHOLE
        self._place: tuple[str, str, str] | None = None
        self._stale = True
        #: Counts what was asked for; pages of a count before are not the newest. Shown: paper and year on view.
        self._asked, self._shown = 0, (WHOLE, 0)
        self._print_when_built = False
        #: True while a paper is on view that the user chose by hand: the field in focus does not change it.
        self._pinned = False
        #: True while the place was asked for after the paper: it may lead on to another one.
        self._leads = False
        self.pages = PageView(bridge.raster)
        self.pages.hit.connect(self._open_field)
        self.pages.page_changed.connect(self._show_page)
        self.pages.zoom_changed.connect(self._show_zoom)
        self._message = Label("", "redup")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(24)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._message)
        self.busy = Busy(holder)
        self.busy.cancelled.connect(self._cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._tools())
        box.addWidget(holder, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._build)
        bridge.changed.connect(self._on_changed)
        bridge.year_changed.connect(self._soon)
        bridge.focused.connect(self.follow)
        bridge.closing.connect(self._forget)
        self.setMinimumWidth(280)

    # ----------------------------------------------------------------------------------------------------- tools
    def _tools(self) -> QWidget:
        bar = QWidget()
        rows = QVBoxLayout(bar)
        rows.setContentsMargins(6, 6, 6, 2)
        rows.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(2)
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Bagian yang ditampilkan pratinjau")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(9)
        self.chooser.activated.connect(self._choose)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.chooser, 1)
        self.search_button = tool(
            "cari", "Cari pada halaman", lambda: self.search.open_(self.search_button.isChecked())
        )
        self.search_button.setCheckable(True)
        top.addWidget(self.search_button)
        rows.addLayout(top)
        self.search = PageSearch(self.bridge, self.pages)
        self.search.left.connect(self._end_search)
        rows.addWidget(self.search)
        rows.addLayout(row)
        self.page_field = QLineEdit()
        self.page_field.setAccessibleName("Halaman")
        self.page_field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page_field.setValidator(QIntValidator(1, 9999, self.page_field))
        self.page_field.returnPressed.connect(self._page_typed)
        self.page_count = QLabel("/ 0")
        before = tool("kiri", "Halaman sebelumnya", lambda: self.pages.go_to_page(self.pages.page() - 1))
        after = tool("kanan", "Halaman berikutnya", lambda: self.pages.go_to_page(self.pages.page() + 1))
        smaller = tool("perkecil", "Perkecil halaman", lambda: self.pages.step_zoom(-1))
        larger = tool("perbesar", "Perbesar halaman", lambda: self.pages.step_zoom(1))
        wide = tool("lebar", "Selebar pratinjau", lambda: self.pages.set_zoom(None))
        paper = tool("cetak", "Cetak halaman ini… (Ctrl+P)", self.print)
        row.addWidget(before)
        row.addWidget(self.page_field)
        row.addWidget(self.page_count)
        row.addWidget(after)
        row.addStretch()
        row.addWidget(smaller)
        self.zoom_text = QLabel("100%")
        self.zoom_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.zoom_text)
        for button in (larger, wide, paper):
            row.addWidget(button)
        self._row_buttons = (before, after, smaller, larger, wide, paper)
        self._tool_row, self._spare = row, (self.zoom_text, wide, paper)
        return bar

    def _end_search(self) -> None:
        self.search_button.setChecked(False)
        self.search.open_(False)
        self.pages.setFocus()

    def _fit_tools(self) -> None:
        """Widths and icons by the size of the text."""
        metrics = self.fontMetrics()
        self.page_field.setFixedWidth(metrics.horizontalAdvance("0000") + 26)
        self.zoom_text.setMinimumWidth(metrics.horizontalAdvance("100%") + 6)
        side = round(metrics.height() * 1.2)
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(side, side))
        self._fit_row()

    def _fit_row(self) -> None:
        """Leave out what there is another way to, before the rest has no room left."""
        row = self._tool_row
        widgets = (*self._row_buttons, self.page_count, self.zoom_text)
        wanted = sum(w.sizeHint().width() + row.spacing() for w in widgets)
        wanted += self.page_field.minimumWidth() + 12
        for widget in self._spare:
            widget.setVisible(wanted <= self.width())
            if wanted > self.width():
                wanted -= widget.sizeHint().width() + row.spacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_row()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit_tools()

    # --------------------------------------------------------------------------------------------------- content
    def _choose(self) -> None:
        chosen: Naskah = self.chooser.currentData()
        if chosen == self.naskah and self._stale and self.isVisible():
            self._timer.start()  # asked for again after a cancel
        self.show_naskah(chosen)
        self._pinned = True

    def show_naskah(self, naskah: Naskah) -> None:
        """Show another paper or chapter."""
        self._pinned = self._leads = False
        if naskah == self.naskah:
            return
        self.naskah = naskah
        self._print_when_built = False
        self._mark_choice()
        self._soon()

    def _mark_choice(self) -> None:
        """Say in the chooser what is on view; it is filled when the first pages are built, after the first paint."""
        naskah = self.naskah
        for i in range(self.chooser.count()):
            known: Naskah = self.chooser.itemData(i)
            if known == naskah or (naskah.jenis == "pk" and known.jenis == "pk"):
                self.chooser.setCurrentIndex(i)

    def follow(self, table: str, key: str, column: str) -> None:
        """Bring a value into view, at once or when the pages under way are there."""
        self._place, self._leads = (table, key, column), True
        if not self._stale:
            self._show_place()

    def _show_place(self) -> None:
        """The value at hand; the chapter that prints it when this one does not."""
        if self._place is None or self.pages.show_value(*self._place, beside=False):
            return
        where = home(self.bridge.snapshot, *self._place[:2])
        if self._pinned or not self._leads or where in (None, self.naskah) or self._holds(where):
            self.pages.show_value(*self._place)
        elif where is not None:
            self.show_naskah(where)

    def _holds(self, where: Naskah | None) -> bool:
        """True when the paper on view is a whole of which the other one is a part, or a version of its own."""
        return self.naskah.jenis == "pk" or (self.naskah == WHOLE and where is not None and where.jenis == "lkjip")

    @property
    def paper(self) -> Paper:
        return self.pages.paper

    @property
    def stale(self) -> bool:
        """True while newer pages than those on screen are still to come."""
        return self._stale

    def print(self) -> None:
        """Print what is on view through the system's dialog, once the newest pages are there."""
        if self._stale:
            self._print_when_built = True
            self._timer.start()
        elif self.paper.sizes:
            from ui.printing import ask_and_print

            title, page = self.chooser.currentText(), max(0, self.pages.page())
            said = ask_and_print(self, title, self.paper.content, self.paper.sizes, self.bridge.raster, page)
            if said:
                self.bridge.told.emit(said, False)

    def close_jobs(self) -> None:
        self._timer.stop()
        self.pages.close_jobs()

    def _forget(self) -> None:
        """Another file comes: nothing of this one stays on view or under way."""
        self._timer.stop()
        self.bridge.jobs.cancel(_TRACK)
        self.busy.end()
        self._print_when_built, self._place = False, None
        self._asked += 1
        self._stale = True
        self._show_nothing("Menyiapkan halaman…")

    def _on_changed(self, changed: Changed) -> None:
        self._soon()

    def _soon(self) -> None:
        self._asked += 1
        self._stale = True
        self.pages.veil(self._shown != (self.naskah, self.bridge.year))
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _build(self) -> None:
        if not self.chooser.count():
            for words, choice in choices():
                self.chooser.addItem(words, choice)
            self._mark_choice()
        year = self.bridge.year
        if not year:
            self._print_when_built = False
            self._show_nothing("Pratinjau tampil setelah tahun laporan pertama dibuat.")
            return
        snapshot, workspace, naskah, asked = self.bridge.snapshot, self.bridge.workspace, self.naskah, self._asked
        sizes = self.bridge.page_sizes
        options: dict[str, Any] = {}
        if naskah.bagian:
            options["bagian"] = naskah.bagian
        if naskah.pk_id:
            options["pk_id"] = naskah.pk_id

        def build(overtaken: Callable[[], bool]) -> Paper | None:
            made = workspace.bangun_dari(snapshot, naskah.jenis, year, batal=overtaken, **options)
            return None if overtaken() else Paper(made.isi, sizes(made.isi), made.hits, made.label)

        self.busy.begin()
        self.bridge.jobs.run(
            _TRACK,
            build,
            lambda paper: self._built(paper, (naskah, year), asked),
            lambda galat: self._failed(galat, (naskah, year), asked),
        )

    def _built(self, paper: Paper | None, what: tuple[Naskah, int], asked: int) -> None:
        """Show pages of the paper that is wanted; they are the newest ones unless something was done meanwhile."""
        if paper is None or what != (self.naskah, self.bridge.year):
            return
        self._shown = what
        self._stack.setCurrentWidget(self.pages)
        self.pages.set_paper(paper)
        self.page_count.setText(f"/ {len(paper.sizes)}")
        self._show_page(self.pages.page())
        self._show_zoom()
        self._show_place()
        if self.search_button.isChecked():
            self.search.look(go=False)
        if asked == self._asked:
            self._settled()
            if self._print_when_built:
                self.print()

    def _failed(self, galat: LkjipError, what: tuple[Naskah, int], asked: int) -> None:
        if asked == self._asked and what == (self.naskah, self.bridge.year):
            self._settled()
            self._print_when_built = False
            self._show_nothing(str(galat))

    def _settled(self) -> None:
        self._stale = False
        self.busy.end()

    def _cancel(self) -> None:
        """Build no longer; the paper that was on view before comes back."""
        self._timer.stop()
        self.bridge.jobs.cancel(_TRACK)
        self.busy.end()
        self._print_when_built = False
        before, year = self._shown
        if year == self.bridge.year and before != self.naskah:
            self.show_naskah(before)
        elif not self.paper.sizes:
            self._show_nothing("Penyusunan halaman dibatalkan. Pilih bagian lain, atau bagian yang sama sekali lagi.")

    def _show_nothing(self, words: str) -> None:
        """Words in place of pages; the pages before are gone, so that nobody prints or clicks them."""
        self._shown = (self.naskah, 0)
        self.pages.set_paper(Paper(b"", ()))
        self._message.setText(words)
        self._stack.setCurrentWidget(self._message)
        self.page_count.setText("/ 0")
        self.page_field.clear()

    def _open_field(self, table: str, key: str, column: str) -> None:
        """A value on the page was clicked. Its row may be gone since the page was built, or be one of another year, as
        the figures of last year beside those of this one."""
        row = self.bridge.snapshot.row(table, key)
        if row is None and not key.startswith("baru:"):
            self.bridge.told.emit("Baris ini sudah dihapus; halaman sedang disusun ulang.", False)
            return
        year = getattr(row, "tahun", None) or self.bridge.year
        # The targets of a Renstra stand side by side for all its years.
        if year != self.bridge.year and table != "target_renstra" and year in self.bridge.workspace.tahun():
            self.bridge.set_year(year)
            self.bridge.told.emit(f"Nilai ini milik tahun {year}; layar kini menampilkan tahun {year}.", False)
        self.bridge.wanted.emit(table, key, column)

    # ----------------------------------------------------------------------------------------------------- pages
    def _show_page(self, page: int) -> None:
        if page >= 0 and not self.page_field.hasFocus():
            self.page_field.setText(str(page + 1))

    def _show_zoom(self) -> None:
        self.zoom_text.setText(f"{self.pages.percent()}%")

    def _page_typed(self) -> None:
        if self.page_field.text():
            self.pages.go_to_page(min(int(self.page_field.text()), len(self.paper.sizes)) - 1)
            self.pages.setFocus()
