"""The place for a picture uses its whole width for words while it is empty."""

from __future__ import annotations

from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

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
