"""A picture of the file in a form: dropped, pasted or chosen, shown small, taken away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lkjip_desktop.core.isian import Isian
from lkjip_desktop.core.schema import Column
from ui.bridge import Bridge
from ui.ikon import pasang
from ui.widgets.field import Field, Label

#: The largest picture shown, in pixels, and the share of the width that it may take from words and buttons.
_WIDE, _TALL, _SHARE = 260, 130, 0.45
#: Room for the frame, which is thicker with the keys in it.
_EDGES = 4


class PictureField(Field):
    """A reference to a row of `gambar`; taking a picture in adds that row and sets the reference."""

    def __init__(self, column: Column, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self._bridge = bridge
        self._chosen_id = ""
        self.drop = DropFrame()
        self.drop.given.append(self._take_in)
        self.drop.choose.clicked.connect(self._choose)
        self.drop.remove.clicked.connect(self._remove)
        self._build(self.drop)

    def text(self) -> str:
        return self._chosen_id

    def set_text(self, text: str) -> None:
        self._chosen_id = text

    def _shown(self) -> str:
        return str(self.value or "")

    def _show(self, value: Any) -> None:
        self._chosen_id = str(value or "")
        picture = self._bridge.thumbnail(self._chosen_id, _WIDE, _TALL) if value else None
        self.drop.show_picture(picture)

    def read(self) -> Isian:
        return Isian(self._chosen_id or None)

    def _take_in(self, source: object) -> None:
        picture_id, before = self._bridge.prepare_picture(source)
        if picture_id:
            self._chosen_id, self.before = picture_id, before
            self.commit()

    def _choose(self) -> None:
        from ui.dialogs import choose_picture

        path = choose_picture(self)
        if path:
            self._take_in(path)

    def _remove(self) -> None:
        self._chosen_id = ""
        self.commit()


class DropFrame(QFrame):
    """Takes a picture by drop, Ctrl+V or button; as tall with a picture as without, so that nothing below it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.given: list[Any] = []  # functions called with a path or a QImage
        self.setProperty("kartu", True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(12)
        self._whole = QPixmap()
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._picture)
        margins = row.contentsMargins()
        self.setMinimumHeight(_TALL + margins.top() + margins.bottom() + _EDGES)
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addStretch()
        self.words = Label("", "bantuan")
        side.addWidget(self.words)
        buttons = QHBoxLayout()
        self.choose = QPushButton("Pilih berkas…")
        pasang(self.choose, "buka")
        self.remove = QPushButton("Lepas")
        self.remove.setAccessibleName("Lepas gambar")
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        side.addLayout(buttons)
        side.addStretch()
        row.addLayout(side, 1)

    def show_picture(self, picture: Any) -> None:
        """Show a pixmap; None or an empty one says that there is none."""
        has = picture is not None and not picture.isNull()
        self._whole = picture if has else QPixmap()
        self._fit()
        self._picture.setVisible(has)  # an empty place beside the words would only make them narrow
        how = "Seret gambar ke sini, tempel dengan Ctrl+V, atau pilih berkasnya."
        self.words.setText(f"Ganti: {how[0].lower()}{how[1:]}" if has else f"Belum ada gambar. {how}")
        self.remove.setVisible(has)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A wide picture leaves room for the words and the buttons."""
        if self._whole.isNull():
            self._picture.clear()
            return
        room = QSize(min(_WIDE, max(_TALL, round(self.width() * _SHARE))), _TALL)
        size = self._whole.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(self._whole.size())
        if self._picture.pixmap().size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(self._whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def _take(self, data: Any) -> None:
        source: object = None
        if data.hasUrls() and data.urls()[0].isLocalFile():
            source = data.urls()[0].toLocalFile()
        elif data.hasImage() and isinstance(data.imageData(), QImage):
            source = data.imageData()
        if source is not None:
            for take in self.given:
                take(source)
