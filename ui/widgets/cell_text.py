"""How a text lies in a cell of a table: broken into lines, cut after the last one, measured once and kept."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText, QTextLayout, QTextOption

#: Most lines that a row of a table shows; what is longer is in the tooltip and in the editor.
LINES = 3
#: Room between a cell's edge and its text, in pixels at each side.
PAD = 4
_KEPT = 12_000
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Laid:
    """A text as it is painted, line by line: pixels it takes, and whether some of it is not seen."""

    lines: tuple[tuple[QStaticText, float], ...]
    width: float
    height: float
    cut: bool


class CellTexts:
    """Laid texts of one font. Qt would lay a wrapped text at every painting; here a text is laid once for a width."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.line = self.metrics.lineSpacing()
        self._laid: dict[tuple[str, int, int], Laid] = {}
        self._advances: dict[str, float] = {}

    def advance(self, text: str) -> float:
        """Width of a text in one line, of several lines that of the widest."""
        known = self._advances.get(text)
        if known is None:
            if len(self._advances) > _KEPT:
                self._advances.clear()
            widest = max((self.metrics.horizontalAdvance(part) for part in text.split("\n")), default=0.0)
            known = self._advances[text] = widest
        return known

    def lay(self, text: str, width: int, lines: int = LINES) -> Laid:
        """A text in a cell with `width` pixels for it, in at most so many lines."""
        key = (text, width, lines)
        known = self._laid.get(key)
        if known is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            known = self._laid[key] = self._make(text, max(1, width), lines)
        return known

    def _make(self, text: str, width: int, most: int) -> Laid:
        single = "\n" not in text and self.advance(text) <= width
        parts, cut = ([text], False) if single else self._broken(text, width, most)
        drawn = tuple((self._static(part), self.metrics.horizontalAdvance(part)) for part in parts)
        widest = max((w for _, w in drawn), default=0.0)
        return Laid(drawn, widest, self.line * max(1, len(parts)), cut)

    def _static(self, line: str) -> QStaticText:
        static = QStaticText(line)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(font=self.font)
        return static

    def _broken(self, text: str, width: int, most: int) -> tuple[list[str], bool]:
        """The lines that are seen, and whether there are more of them."""
        if most == 1:
            flat = " ".join(text.split())
            short = self.metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width)
            return [short], short != flat
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        out: list[str] = []
        paragraphs = text.split("\n")
        for at, paragraph in enumerate(paragraphs):
            layout = QTextLayout(paragraph, self.font)
            layout.setTextOption(option)
            layout.beginLayout()
            while len(out) < most:
                line = layout.createLine()
                if not line.isValid():
                    break
                line.setLineWidth(width)
                start, length = line.textStart(), line.textLength()
                rest = paragraph[start:]
                more = start + length < len(paragraph) or at < len(paragraphs) - 1
                if len(out) == most - 1 and more:
                    shown = rest if start + length < len(paragraph) else rest + " " + _ELLIPSIS
                    out.append(self.metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width))
                    layout.endLayout()
                    return out, True
                out.append(rest[:length].rstrip())
            layout.endLayout()
        return out, False
