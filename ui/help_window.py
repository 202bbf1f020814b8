"""The user's guide inside the program: pages of resources/panduan with search, opened at the place of a screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.tema import SUMBER, tema
from ui.widgets.field import Label
from ui.widgets.search_line import SearchLine

FOLDER = SUMBER / "panduan"
#: The page that F1 opens on each screen; the file name without its ending.
PAGE_OF: dict[str, str] = {
    "beranda": "03-jendela",
    "identitas": "05-identitas",
    "renstra": "05-identitas",
    "sasaran": "06-sasaran",
    "pk": "07-perjanjian",
    "realisasi": "08-realisasi-anggaran",
    "anggaran": "08-realisasi-anggaran",
    "naskah": "09-naskah",
    "cetak": "11-mencetak",
    "periksa": "10-periksa",
    "lampiran": "09-naskah",
    "tenggat": "10-periksa",
    "aturan": "12-tahun-baru",
    "berkas": "13-cadangan",
}


@dataclass(frozen=True)
class Page:
    """One page of the guide: key, title, Markdown."""

    key: str
    title: str
    text: str


@cache
def pages(folder: Path = FOLDER) -> tuple[Page, ...]:
    """The pages in order; the first line of each is its title."""
    out = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        out.append(Page(path.stem, text.partition("\n")[0].lstrip("# ").strip(), text))
    return tuple(out)


class PageText(QTextBrowser):
    """A page whose pictures are never wider than the view."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        path = FOLDER / QUrl(name).path()
        if kind != QTextDocument.ResourceType.ImageResource or not path.is_file():
            return super().loadResource(kind, name)
        picture = QImage(str(path))
        width = self.viewport().width() - 24
        if 100 < width < picture.width():
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        return picture


class HelpWindow(QDialog):
    """Stays open beside the window; `show_page` turns to a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Panduan")
        self.setModal(False)
        self.search = SearchLine("Cari di panduan…")
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.next_hit)
        self.state = Label("", "bantuan")
        self.list = QListWidget()
        self.list.setAccessibleName("Halaman panduan")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for n, page in enumerate(pages(), 1):
            item = QListWidgetItem(f"{n}. {page.title}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, page.key)
        self.list.currentItemChanged.connect(lambda item, _before: self._open(item))
        self.text = PageText()
        self.text.setAccessibleName("Isi panduan")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._link)
        self.text.setSearchPaths([str(FOLDER)])
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.search)
        box.addWidget(self.state)
        box.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([260, 680])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(10, 10, 10, 10)
        outer.addWidget(split)
        self._sized = QTimer(self)
        self._sized.setSingleShot(True)
        self._sized.setInterval(120)
        self._sized.timeout.connect(self._restyle)
        room = self.screen().availableGeometry()
        self.resize(min(1060, room.width() - 40), min(680, room.height() - 60))
        tema().berganti.connect(self._restyle)
        self.list.setCurrentRow(0)

    def show_page(self, key: str) -> None:
        """Turn to a page by its key and come to the front."""
        for i in range(self.list.count()):
            if self.list.item(i).data(Qt.ItemDataRole.UserRole) == key:
                self.search.clear()
                self.list.setCurrentRow(i)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def current(self) -> str:
        """Key of the page on view."""
        at = self.list.currentRow()
        return str(self.list.item(at).data(Qt.ItemDataRole.UserRole)) if at >= 0 else ""

    def next_hit(self) -> None:
        """Go to the next place of the words on this page, round from its end to its beginning."""
        words = self.search.text().strip()
        if words and not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words)

    # ------------------------------------------------------------------------------------------------ internals
    def _open(self, item: QListWidgetItem | None) -> None:
        page = next((p for p in pages() if item and p.key == item.data(Qt.ItemDataRole.UserRole)), None)
        if page is not None:
            self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{FOLDER}/"))
            self.text.setMarkdown(page.text)
            self.next_hit()

    def _filter(self, words: str) -> None:
        """Only pages that hold all the words stay in the list."""
        wanted = words.casefold().split()
        shown = 0
        for i, page in enumerate(pages()):
            fits = all(w in page.text.casefold() for w in wanted)
            self.list.item(i).setHidden(not fits)
            shown += fits
        self.state.setText(f"{shown} halaman memuatnya." if wanted else "")
        now = self.list.currentRow()
        if wanted and shown and (now < 0 or self.list.item(now).isHidden()):
            self.list.setCurrentRow(next(i for i in range(self.list.count()) if not self.list.item(i).isHidden()))
        else:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.next_hit()

    def _link(self, url: QUrl) -> None:
        if url.isRelative() and url.path().endswith(".md"):
            self.show_page(Path(url.path()).stem)
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def _restyle(self) -> None:
        """Pictures and colours anew; the place on the page stays."""
        at = self.text.verticalScrollBar().value()
        self.text.document().clear()
        self._open(self.list.currentItem())
        self.text.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sized.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3:
            self.next_hit()
        else:
            super().keyPressEvent(event)
