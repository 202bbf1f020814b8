"""Pictures of the pages of a paper: drawn in the background, kept as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.jobs import Job, Jobs

#: Pictures of pages that are kept beside those in view, bytes.
_MOST_BYTES = 48_000_000
#: (PDF, page from 0, pixels per inch) -> picture; called in a worker.
Raster = Callable[[bytes, int, float], QImage]


class PagePictures(QObject):
    """`drawn` tells that another picture is there."""

    drawn = Signal()

    def __init__(self, raster: Raster, parent: QObject) -> None:
        super().__init__(parent)
        self._raster = raster
        self._jobs = Jobs(self)
        self._content = b""
        self._images: dict[int, tuple[float, QImage]] = {}
        self._stale: dict[int, QImage] = {}
        #: Pages that are being drawn, with their pixels per inch: asking again would start them anew.
        self._asked: dict[int, float] = {}
        #: Pages that somebody waits for, likewise; read by the worker, which passes the others by.
        self._wanted: Mapping[int, float] = {}
        self._here = 0

    def begin(self, content: bytes, keep: bool) -> None:
        """Another build (PDF); the pictures of the one before stand in until new ones come where `keep` says so."""
        self._stale = {n: image for n, (_, image) in self._images.items()} if keep else {}
        self._images.clear()
        self._asked.clear()
        self._content = content

    def want(self, pages: Mapping[int, float], here: int) -> None:
        """Draw these pages, each with so many pixels per inch; what is kept of others is what lies around `here`."""
        self._wanted, self._here = dict(pages), here
        for n, dpi in pages.items():
            known = self._images.get(n)
            if known is not None and abs(known[0] - dpi) < 0.5:
                continue
            if abs(self._asked.get(n, 0.0) - dpi) < 0.5:
                continue
            self._asked[n] = dpi
            self._jobs.run(f"halaman {n}", self._drawing(self._content, n, dpi), self._drawn)

    def image(self, page: int) -> QImage | None:
        """The drawn picture of a page, None while it is not there."""
        known = self._images.get(page)
        return known[1] if known else None

    def shown(self, page: int) -> QImage | None:
        """The drawn picture, or that of the build before; None when there is neither."""
        image = self.image(page)
        return image if image is not None else self._stale.get(page)

    def kept_bytes(self) -> int:
        """Memory that all pictures take."""
        return sum(i.sizeInBytes() for i in (*(i for _, i in self._images.values()), *self._stale.values()))

    def close(self) -> None:
        """End the drawing in the background."""
        self._jobs.close()

    def _drawing(self, pdf: bytes, page: int, dpi: float) -> Job:
        raster = self._raster

        def draw(overtaken: Callable[[], bool]) -> Any:
            # Leafing on leaves pages behind that nobody waits for any more.
            passed = overtaken() or page not in self._wanted
            return pdf, page, dpi, None if passed else raster(pdf, page, dpi)

        return draw

    def _drawn(self, answer: Any) -> None:
        pdf, n, dpi, image = answer
        if pdf is not self._content:
            return
        self._asked.pop(n, None)
        if image is None:
            if n in self._wanted:  # it came back into view meanwhile
                self.want(self._wanted, self._here)
            return
        self._images[n] = (dpi, image)
        self._stale.pop(n, None)
        self._forget_far_pages()
        self.drawn.emit()

    def _forget_far_pages(self) -> None:
        """Keep what is near, and of the rest as little as fits: a long report at a large zoom would fill the memory."""
        for kept in (self._stale, self._images):
            room = _MOST_BYTES
            for n in sorted(kept, key=lambda n: abs(n - self._here)):
                image = self._stale[n] if kept is self._stale else self._images[n][1]
                room -= image.sizeInBytes()
                if room < 0 and n not in self._wanted:
                    del kept[n]
