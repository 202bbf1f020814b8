"""Pages of a finished paper on screen, drawn as they come into view; a click tells which value was hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ui.tema import tema
from ui.widgets.page_pictures import PagePictures, Raster
from ui.widgets.paper_home import BESIDE

_GAP = 12
_FLASH_MS = 1400
#: How strongly bygone pages are covered, of 255.
_VEIL = 140
ZOOM = (50, 67, 80, 100, 125, 150, 200, 300)


@dataclass(frozen=True)
class Paper:
    """A built paper: the PDF, page sizes in points, and where values were drawn (report.blocks.Hit)."""

    content: bytes
    sizes: tuple[tuple[float, float], ...]
    hits: tuple[Any, ...] = ()
    labels: tuple[str, ...] = ()


class PageView(QAbstractScrollArea):
    """All pages one below the other. Zoom None means that a page is as wide as the view."""

    hit = Signal(str, str, str)
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, raster: Raster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures = PagePictures(raster, self)
        pictures.drawn.connect(self.viewport().update)
        self._paper = Paper(b"", ())
        self._veiled = False
        self._pressed: QPointF | None = None
        self._zoom: int | None = None
        self._page = -1
        self._flash: tuple[int, QRectF] | None = None
        self._finds: list[tuple[int, QRectF]] = []
        self._find = -1
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(_FLASH_MS)
        self._flash_timer.timeout.connect(self._end_flash)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Halaman pratinjau")
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        # `destroyed` hands over the dying widget, which is no time to wait.
        self.destroyed.connect(lambda: pictures.close())

    # -------------------------------------------------------------------------------------------------- document
    @property
    def paper(self) -> Paper:
        return self._paper

    def set_paper(self, paper: Paper) -> None:
        """Show another build. Where the pages are the same in number the place stays, old pictures until new come."""
        same = len(paper.sizes) == len(self._paper.sizes)
        place = self.verticalScrollBar().value()
        self._pictures.begin(paper.content, keep=same)
        self._paper = paper
        self._veiled = False
        self._flash = None
        self._finds, self._find = [], -1
        self._layout()
        self.verticalScrollBar().setValue(place if same else min(place, self.verticalScrollBar().maximum()))
        self._scrolled()
        self.viewport().update()

    def veil(self, veiled: bool) -> None:
        """Show the pages as bygone, and let no click through: those of another paper are on their way."""
        if veiled != self._veiled:
            self._veiled = veiled
            self.viewport().update()

    def close_jobs(self) -> None:
        """End the drawing in the background."""
        self._pictures.close()

    def page(self) -> int:
        """The page (from 0) at the middle of the view, -1 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        for n in range(len(self._paper.sizes)):
            if self._rect(n).bottom() + _GAP >= middle:
                return n
        return len(self._paper.sizes) - 1

    def go_to_page(self, page: int) -> None:
        if 0 <= page < len(self._paper.sizes):
            self.verticalScrollBar().setValue(self._rect(page).top() - _GAP)

    def show_value(self, table: str, key: str, column: str, beside: bool = True) -> bool:
        """Bring the first place of a value into view and flash it, `beside`: or else of its row; False when no page
        shows it."""
        of_row = [h for h in self._paper.hits if (h.asal.tabel, h.asal.kunci) == (table, key)]
        near = BESIDE.get((table, column), "")
        best = next((h for h in of_row if h.asal.kolom == column), None)
        best = best or next((h for h in of_row if h.asal.kolom == near), None)
        if best is None and beside:
            best = next(iter(of_row), None)
        if best is None:
            return False
        rect = self._hit_rect(best)
        self._bring_into_view(best.halaman, rect)
        self._flash = (best.halaman, rect)
        self._flash_timer.start()
        self.viewport().update()
        return True

    def _bring_into_view(self, page: int, rect: QRectF) -> None:
        """Scroll until a place (points from the upper left of its page) is on screen."""
        on_screen = self._to_view(page, rect)
        if not self.viewport().rect().adjusted(0, 20, 0, -20).contains(on_screen.toAlignedRect()):
            top = self._rect(page).top() + rect.top() * self._scale(page)
            self.verticalScrollBar().setValue(round(top) - self.viewport().height() // 3)
            left = on_screen.left() + self.horizontalScrollBar().value()
            self.horizontalScrollBar().setValue(max(0, round(left) - self.viewport().width() // 3))

    def show_finds(self, places: Sequence[tuple[int, float, float, float, float]], go: bool = True) -> None:
        """Mark places (page, rectangle in points from the lower left); `go` to the first one from here on."""
        self._finds = [
            (page, QRectF(x0, self._paper.sizes[page][1] - y1, x1 - x0, y1 - y0))
            for page, x0, y0, x1, y1 in places
            if page < len(self._paper.sizes)
        ]
        here = self.page()
        self._find = next((i for i, (page, _) in enumerate(self._finds) if page >= here), 0)
        if go and self._finds:
            self._bring_into_view(*self._finds[self._find])
        self.viewport().update()

    def step_find(self, by: int) -> tuple[int, int]:
        """Go to the next or the one before of the marked places; (which, of how many), both 0 when there is none."""
        if not self._finds:
            self.viewport().update()
            return 0, 0
        self._find = (self._find + by) % len(self._finds)
        if by:
            self._bring_into_view(*self._finds[self._find])
        self.viewport().update()
        return self._find + 1, len(self._finds)

    # ------------------------------------------------------------------------------------------------------ zoom
    @property
    def zoom(self) -> int | None:
        return self._zoom

    def percent(self) -> int:
        """The zoom in force, 100 = real size at 96 pixels per inch."""
        return round(self._scale(max(0, self.page())) * 72 / 96 * 100) if self._paper.sizes else 100

    def set_zoom(self, zoom: int | None) -> None:
        page, top = self.page(), self.verticalScrollBar().value()
        inside = (top - self._rect(page).top()) / max(1, self._rect(page).height()) if page >= 0 else 0.0
        self._zoom = zoom
        self._layout()
        if page >= 0:
            self.verticalScrollBar().setValue(round(self._rect(page).top() + inside * self._rect(page).height()))
        self._scrolled()
        self.viewport().update()
        self.zoom_changed.emit()

    def step_zoom(self, step: int) -> None:
        now = self.percent()
        if step > 0:
            self.set_zoom(next((z for z in ZOOM if z > now + 1), ZOOM[-1]))
        else:
            self.set_zoom(next((z for z in reversed(ZOOM) if z < now - 1), ZOOM[0]))

    # -------------------------------------------------------------------------------------------------- geometry
    def _scale(self, page: int) -> float:
        """Pixels for one point."""
        if self._zoom is not None:
            return self._zoom / 100 * 96 / 72
        width = self._paper.sizes[page][0] if page < len(self._paper.sizes) else 595.0
        return max(0.1, (self.viewport().width() - 2 * _GAP) / width)

    def _rect(self, page: int) -> QRect:
        """Place of a page in the whole scrolled area."""
        return self._rects[page] if 0 <= page < len(self._rects) else QRect()

    def _layout(self) -> None:
        self._rects: list[QRect] = []
        y, widest = _GAP, 0
        for n, (w, h) in enumerate(self._paper.sizes):
            scale = self._scale(n)
            width, height = round(w * scale), round(h * scale)
            self._rects.append(QRect(0, y, width, height))
            y += height + _GAP
            widest = max(widest, width)
        view = self.viewport().size()
        for r in self._rects:
            r.moveLeft(max(_GAP, (max(view.width(), widest + 2 * _GAP) - r.width()) // 2))
        self.verticalScrollBar().setRange(0, max(0, y - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, widest + 2 * _GAP - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _hit_rect(self, h: Any) -> QRectF:
        """A hit in points from the upper left of its page."""
        height = self._paper.sizes[h.halaman][1]
        return QRectF(h.x0, height - h.y1, h.x1 - h.x0, h.y1 - h.y0)

    def _to_view(self, page: int, rect: QRectF) -> QRectF:
        scale, at = self._scale(page), self._rect(page).topLeft() - self._offset()
        return QRectF(at.x() + rect.x() * scale, at.y() + rect.y() * scale, rect.width() * scale, rect.height() * scale)

    def _visible(self) -> Sequence[int]:
        seen = self.viewport().rect().translated(self._offset()).adjusted(0, -200, 0, 200)
        return [n for n in range(len(self._paper.sizes)) if self._rect(n).intersects(seen)]

    # --------------------------------------------------------------------------------------------------- drawing
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        w = tema().warna
        painter.fillRect(self.viewport().rect(), QColor(w.samping))
        for n in self._visible():
            rect = self._rect(n).translated(-self._offset())
            painter.fillRect(rect, QColor("#ffffff"))
            image = self._pictures.shown(n)
            if image is not None:
                painter.drawImage(rect, image)
            painter.setPen(QColor(w.garis_isian))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        for i, (page, where) in enumerate(self._finds):
            colour = QColor(255, 168, 0, 130) if i == self._find else QColor(255, 226, 64, 90)
            painter.fillRect(self._to_view(page, where).adjusted(-1, -1, 1, 1), colour)
        if self._veiled:
            veil = QColor(w.samping)
            veil.setAlpha(_VEIL)
            painter.fillRect(self.viewport().rect(), veil)
        elif self._flash is not None:
            page, where = self._flash
            box = self._to_view(page, where).adjusted(-4, -3, 4, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor("#1d5b9f"), 2))  # on paper, which is white in both themes
            painter.setBrush(QColor(255, 214, 64, 90))
            painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(w.aksen), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _ask_images(self) -> None:
        ratio = self.devicePixelRatioF()
        self._pictures.want({n: self._scale(n) * 72 * ratio for n in self._visible()}, self.page())

    def image(self, page: int) -> QImage | None:
        """The drawn picture of a page, None while it is not there."""
        return self._pictures.image(page)

    def _end_flash(self) -> None:
        self._flash = None
        self.viewport().update()

    def _scrolled(self) -> None:
        self._ask_images()
        page = self.page()
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()

    # ---------------------------------------------------------------------------------------------------- events
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # on another screen the pictures would be coarse
            self._ask_images()
        return super().event(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_zoom(self._zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Home:
                self.go_to_page(0)
            case Qt.Key.Key_End:
                self.go_to_page(len(self._paper.sizes) - 1)
            case Qt.Key.Key_PageDown:
                self.verticalScrollBar().triggerAction(self.verticalScrollBar().SliderAction.SliderPageStepAdd)
            case Qt.Key.Key_PageUp:
                self.verticalScrollBar().triggerAction(self.verticalScrollBar().SliderAction.SliderPageStepSub)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _hit_at(self, place: QPointF) -> Any:
        if self._veiled:
            return None
        for n in self._visible():
            rect = self._rect(n).translated(-self._offset())
            if rect.contains(place.toPoint()):
                scale = self._scale(n)
                x, y = (place.x() - rect.x()) / scale, (place.y() - rect.y()) / scale
                found = [h for h in self._paper.hits if h.halaman == n and self._hit_rect(h).contains(x, y)]
                # The smallest of several is the most exact one.
                return min(found, key=lambda h: (h.x1 - h.x0) * (h.y1 - h.y0), default=None)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._hit_at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().setToolTip("Klik untuk membuka isiannya" if over else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        far = QApplication.startDragDistance()
        if pressed is None or (event.position() - pressed).manhattanLength() > far:
            return  # drawn over the page, not clicked
        if event.button() == Qt.MouseButton.LeftButton and (h := self._hit_at(event.position())) is not None:
            self._flash = (h.halaman, self._hit_rect(h))
            self._flash_timer.start()
            self.viewport().update()
            self.hit.emit(h.asal.tabel, h.asal.kunci, h.asal.kolom)
