"""The choice of polaritas as three pictures: what is better, higher, lower, or within a band."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from lkjip_desktop.core.isian import Isian
from lkjip_desktop.core.schema import Column
from ui.tema import tema
from ui.widgets.field import Field

_WORDS = {
    "naik": ("Naik", "Makin tinggi makin baik"),
    "turun": ("Turun", "Makin rendah makin baik"),
    "rentang": ("Rentang", "Dalam rentang paling baik"),
}


class _Choice(QAbstractButton):
    """One polaritas: a small drawing with its word. `stepped`: an arrow leads so many choices on."""

    stepped = Signal(int)

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(_WORDS[value][0])
        self.setToolTip(_WORDS[value][1])
        self.setAccessibleName(_WORDS[value][1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key()), 0
        )
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(
            max(self.fontMetrics().horizontalAdvance(_WORDS[self.value][1]) // 2 + 70, 120), round(line * 4.1) + 10
        )

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.86)
        return font

    def _room_for_words(self) -> bool:
        """Whether the sentence fits below the word; half a sentence says less than none."""
        line = self.fontMetrics().height()
        place = QRect(0, 0, self.width() - 46 - 20, 10_000)
        words = QFontMetrics(self._small()).boundingRect(place, Qt.TextFlag.TextWordWrap, _WORDS[self.value][1])
        return words.width() <= place.width() and words.height() <= self.height() - 8 - line * 1.15

    def paintEvent(self, event: QPaintEvent) -> None:
        w = tema().warna
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focus = self.isChecked(), self.hasFocus()
        painter.setPen(QPen(QColor(w.aksen if chosen or focus else w.garis_isian), 2 if chosen or focus else 1))
        painter.setBrush(QColor(w.aksen_lembut if chosen else w.isian if self.isEnabled() else w.isian_mati))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        narrow = not self._room_for_words()
        drawing = QRectF(8, 8, 28 if narrow else 46, self.height() - 16)
        self._draw(painter, drawing)
        text = QRectF(drawing.right() + 8, 4, self.width() - drawing.right() - 12, self.height() - 8)
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(w.teks))
        line = self.fontMetrics().height()
        word = ("✓ " if chosen else "") + _WORDS[self.value][0]
        if narrow:  # the tool tip and the line above the figures say the rest
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, word)
        else:
            painter.drawText(QRectF(text.x(), text.y() + 2, text.width(), line), Qt.AlignmentFlag.AlignVCenter, word)
            painter.setFont(self._small())
            painter.setPen(QColor(w.teks_redup))
            rest = QRectF(text.x(), text.y() + line * 1.15, text.width(), text.height() - line * 1.15)
            painter.drawText(rest, Qt.TextFlag.TextWordWrap, _WORDS[self.value][1])
        painter.end()

    def _draw(self, painter: QPainter, box: QRectF) -> None:
        """The target as a dashed line, the good side tinted, and an arrow or a band."""
        w = tema().warna
        middle = box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        good = QColor(w.baik)
        good.setAlpha(55)
        painter.setBrush(good)
        if self.value == "naik":
            painter.drawRect(QRectF(box.x(), box.y(), box.width(), middle - box.y()))
        elif self.value == "turun":
            painter.drawRect(QRectF(box.x(), middle, box.width(), box.bottom() - middle))
        else:
            painter.drawRect(QRectF(box.x(), middle - 8, box.width(), 16))
        painter.setPen(QPen(QColor(w.teks_redup), 1.4, Qt.PenStyle.DashLine))
        for y in (middle - 8, middle + 8) if self.value == "rentang" else (middle,):
            painter.drawLine(QPointF(box.x(), y), QPointF(box.right(), y))
        painter.setPen(QPen(QColor(w.baik), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x = box.center().x()
        if self.value == "rentang":
            painter.setBrush(QColor(w.baik))
            painter.drawEllipse(QPointF(x, middle), 3.2, 3.2)
            return
        up = self.value == "naik"
        start, end = (box.bottom() - 3, box.y() + 4) if up else (box.y() + 3, box.bottom() - 4)
        painter.drawLine(QPointF(x, start), QPointF(x, end))
        back = 6 if up else -6
        painter.drawPolyline(QPolygonF([QPointF(x - 6, end + back), QPointF(x, end), QPointF(x + 6, end + back)]))


class PolarityField(Field):
    """The column `polaritas` with pictures instead of a list."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._value = ""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        holder = QWidget()
        holder.setLayout(row)
        self.buttons: dict[str, _Choice] = {}
        for value, _ in column.choices:
            button = _Choice(value)
            button.clicked.connect(lambda _=False, value=value: self._choose(value))
            button.stepped.connect(lambda by, value=value: self._step(value, by))
            self.buttons[value] = button
            self._group.addButton(button)
            row.addWidget(button)
        self._build(holder)
        self._mark()

    def text(self) -> str:
        return self._value

    def set_text(self, text: str) -> None:
        self._value = text
        self._mark()
        self._on_typed()

    def _shown(self) -> str:
        return str(self.value or "")

    def _show(self, value: Any) -> None:
        self._value = str(value or "")
        self._mark()

    def read(self) -> Isian:
        return Isian(self._value)

    def _mark(self) -> None:
        for value, button in self.buttons.items():
            button.setChecked(value == self._value)
        # The keys come to what is chosen, and go on from there with the arrows.
        chosen = self.buttons.get(self._value) or next(iter(self.buttons.values()))
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus)
        self.editor.setFocusProxy(chosen)

    def _step(self, value: str, by: int) -> None:
        """To the neighbour, without choosing it: Space chooses."""
        values = list(self.buttons)
        at = values.index(value) + by
        if 0 <= at < len(values):
            self.buttons[values[at]].setFocus()

    def _choose(self, value: str) -> None:
        self._value = value
        self._mark()
        self.entered.emit()
        self.commit()
