"""The place for a picture uses its whole width for words while it is empty."""

from __future__ import annotations

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.tema import tema
from ui.widgets.picture import DropFrame


def test_tempat_gambar_kosong_memakai_seluruh_lebar(qtbot: QtBot) -> None:
    frame = DropFrame()
    qtbot.addWidget(frame)
    frame.resize(420, 120)
    frame.show_picture(None)
    frame.show()
    assert frame.words.text().startswith("Belum ada gambar.")
    assert frame.words.width() > 0.9 * frame.width()
    assert not frame.remove.isVisible()
    frame.show_picture(QPixmap(260, 130))
    qtbot.waitUntil(lambda: frame.words.width() < 0.5 * frame.width())
    assert frame.words.text().startswith("Ganti: seret")
    assert frame.remove.isVisible()


def test_a_picture_that_comes_moves_nothing_below_and_cuts_nothing(qtbot: QtBot) -> None:
    page, below, frame = QWidget(), QLabel("di bawahnya"), DropFrame()
    tema().gayakan(page)
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    for part in (frame, below):
        box.addWidget(part)
    box.addStretch()
    frame.show_picture(None)
    page.resize(420, 400)
    page.show()
    before = below.y()
    for wide, tall in ((260, 130), (260, 20), (40, 130)):
        frame.show_picture(QPixmap(wide, tall))
        qtbot.waitUntil(lambda: frame.remove.width() > 10)
        QApplication.processEvents()
        assert below.y() == before
        assert frame.choose.width() >= frame.choose.sizeHint().width()
        assert frame.remove.geometry().right() <= frame.width()
