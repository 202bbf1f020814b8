"""Percentages as horizontal bars with a mark at 100, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.tema import tema


@dataclass(frozen=True)
class Bar:
    """One bar: label, percentage (None = not known), printed value, role of its colour."""

    label: str
    percent: float | None
    text: str
    role: str = "aksen"


class BarChart(QWidget):
    """Bars one below the other; the accessible description says the same in words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: list[Bar] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = list(bars)
        self.setAccessibleDescription("; ".join(f"{b.label}: {b.text}" for b in bars))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def _line(self) -> int:
        return round(self.fontMetrics().height() * 1.9)

    def sizeHint(self) -> QSize:
        return QSize(320, max(1, len(self._bars)) * self._line() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        w = tema().warna
        metrics, line = self.fontMetrics(), self._line()
        label_width = min(
            max((metrics.horizontalAdvance(b.label) for b in self._bars), default=0) + 12, self.width() // 3
        )
        text_width = max((metrics.horizontalAdvance(b.text) for b in self._bars), default=0) + 12
        room = max(20, self.width() - label_width - text_width - 8)
        most = max([100.0, *(b.percent for b in self._bars if b.percent is not None)])
        for i, bar in enumerate(self._bars):
            y = i * line
            painter.setPen(QColor(w.teks))
            words = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, label_width - 8)
            painter.drawText(QRectF(0, y, label_width, line), Qt.AlignmentFlag.AlignVCenter, words)
            thick = line * 0.42
            ground = QRectF(label_width, y + (line - thick) / 2, room, thick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(w.garis))
            painter.drawRoundedRect(ground, 3, 3)
            if bar.percent is not None and bar.percent > 0:
                painter.setBrush(QColor(getattr(w, bar.role)))
                painter.drawRoundedRect(QRectF(ground.x(), ground.y(), room * bar.percent / most, thick), 3, 3)
            mark = ground.x() + room * 100.0 / most
            painter.setPen(QPen(QColor(w.teks_redup), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(round(mark), y + 3, round(mark), y + line - 3)
            painter.setPen(QColor(w.teks))
            place = QRectF(label_width + room + 6, y, text_width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.text)
        painter.end()
