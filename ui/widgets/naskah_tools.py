"""The tool row of a long text, and the holder that keeps it in sight while the page scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMoveEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ui.ikon import pasang
from ui.widgets.naskah_text import TextPart
from ui.widgets.reveal import scroll_area

_SPACING = 4


#: Picture, words, and what is done with the text at the cursor.
_LOOKS: tuple[tuple[str, str, Callable[[TextPart], None]], ...] = (
    ("tebal", "Tebal (Ctrl+B)", TextPart.toggle_bold),
    ("miring", "Miring (Ctrl+I)", TextPart.toggle_italic),
    ("butir", "Daftar butir (Ctrl+Shift+L, atau ketik “- ”)", lambda part: part.toggle_list(False)),
    ("nomor", "Daftar bernomor (Ctrl+Shift+N, atau ketik “1. ”)", lambda part: part.toggle_list(True)),
)


class NaskahTools(QWidget):
    """Looks that are on or off, data, table, picture. `look` carries what is to be done with the text."""

    look = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._looks: list[QToolButton] = []
        for icon, words, act in _LOOKS:
            button = _tool(icon, words)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, act=act: self.look.emit(act))
            row.addWidget(button)
            self._looks.append(button)
        row.addSpacing(6)
        self.data = _tool("medan", "Sisipkan data: angka, nama, dan tanggal yang selalu terbaru", "Data")
        self.data.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.data_menu = QMenu(self.data)
        self.data.setMenu(self.data_menu)
        self.table = _tool("tabel", "Sisipkan tabel", "Tabel")
        self.picture = _tool("gambar", "Sisipkan gambar", "Gambar")
        self.worded = (self.data, self.table, self.picture)
        for button in self.worded:
            row.addWidget(button)
        row.addStretch()

    def show_look(self, look: Sequence[bool]) -> None:
        """Say how the text at the cursor looks, in the order of the buttons."""
        for button, on in zip(self._looks, look, strict=True):
            button.setChecked(on)

    def fit(self, width: int) -> None:
        """Pictures without words where the row is too narrow for both: a word cut in two is none."""
        for style in (Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly):
            for button in self.worded:
                button.setToolButtonStyle(style)
            if self.sizeHint().width() <= width:
                break


def _tool(icon: str, words: str, text: str = "") -> QToolButton:
    button = QToolButton()
    pasang(button, icon)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setProperty("polos", True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if text:
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


class ToolHolder(QWidget):
    """`tools` above the parts that `box` takes in; once its place has scrolled away it stays at the upper edge of the
    page as long as something of the text is there."""

    def __init__(self, tools: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._area: QScrollArea | None = None
        self._place = QWidget()  # keeps the room of the row
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(_SPACING)
        self.box.addWidget(self._place)
        tools.setParent(self)
        tools.setBackgroundRole(QPalette.ColorRole.Light)  # as the card below it: text passes behind the row
        tools.setAutoFillBackground(True)
        tools.installEventFilter(self)

    @property
    def tool_height(self) -> int:
        """Height of the row, for which a place in the text has to leave room."""
        return self._tools.height()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._tools and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._fit()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        area = scroll_area(self)
        if area is not self._area:
            if self._area is not None:
                self._area.verticalScrollBar().valueChanged.disconnect(self._follow)
            self._area = area
            if area is not None:
                area.verticalScrollBar().valueChanged.connect(self._follow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def _fit(self) -> None:
        height = self._tools.sizeHint().height()
        self._place.setFixedHeight(height)
        self._tools.resize(self.width(), height)
        self._follow()

    def _follow(self) -> None:
        top = 0
        if self._area is not None and self._area.viewport().isAncestorOf(self):
            hidden = -self.mapTo(self._area.viewport(), QPoint(0, 0)).y()
            top = max(0, min(hidden, self.height() - 2 * self._tools.height()))
        self._tools.move(0, top)
        self._tools.raise_()
