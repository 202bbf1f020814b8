"""A chart of the report as a picture in the colours of the theme; it leads to its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.bridge import Bridge
from ui.tema import tema
from ui.widgets.pressable import Pressable

_PAUSE_MS = 120
#: Words of a chart are set at so many points on paper; on the screen they are nearly as large as plain text.
_PAPER_PT, _SHARE = 8.58, 0.93
_MARGIN = 4


class ChartPicture(Pressable):
    """Shows the chart `kind` ("capaian" or "belanja") of the year.

    It is drawn by the printer of the report off the GUI thread, not before the window was painted for the first time.
    The accessible description says the same numbers in words.
    """

    def __init__(self, bridge: Bridge, kind: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._kind = bridge, kind
        self.picture = QImage()
        self._painted = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().height() * 12)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        tema().berganti.connect(self._restyle)

    def show_words(self, words: str) -> None:
        """Say the numbers in words, and have the picture drawn anew where it differs."""
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self._soon()

    def _soon(self) -> None:
        if self._painted:
            self._timer.start()

    def _restyle(self) -> None:
        self.picture = QImage()
        self.update()
        self._soon()

    def _draw(self) -> None:
        year = self._bridge.year
        if not year or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        scale = QFontInfo(self.font()).pixelSize() * _SHARE / _PAPER_PT
        width = max(80.0, (self.width() - 2 * _MARGIN) / scale)
        w = tema().warna
        palette = {
            "latar": w.kartu,
            "teks": w.teks,
            "redup": w.teks_redup,
            "kisi": w.garis,
            "realisasi": w.aksen,
            "lalu": w.bagan_lalu,
        }
        workspace, snapshot, kind = self._bridge.workspace, self._bridge.snapshot, self._kind

        def job(_overtaken: Callable[[], bool]) -> Any:
            return workspace.gambar_bagan(snapshot, kind, year, width, scale * ratio, palette)

        self._bridge.jobs.run(f"bagan {kind}", job, lambda raster: self._take(raster, ratio), lambda _e: None)

    def _take(self, raster: Any, ratio: float) -> None:
        if raster is None:
            self.picture = QImage()
        else:
            width, height, rgb = raster
            drawn = QImage(rgb, width, height, width * 3, QImage.Format.Format_RGB888)
            self.picture = drawn.convertToFormat(QImage.Format.Format_RGB32)  # as the screen has it
            self.picture.setDevicePixelRatio(ratio)
            self.setFixedHeight(round(height / ratio) + 2 * _MARGIN)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.picture.isNull():  # the theme changed while another screen was on view
            self._soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.picture.isNull():
            painter.setPen(QColor(tema().warna.teks_redup))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Menyiapkan gambar…")
        else:
            painter.drawImage(_MARGIN, _MARGIN, self.picture)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tema().warna.aksen), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()
        if not self._painted:
            self._painted = True
            self._timer.start()
