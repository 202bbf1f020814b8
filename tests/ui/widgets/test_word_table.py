"""A read-only table of words is as wide as its place and cuts nothing: names go on in the next line."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.tema import tema
from ui.widgets.history_table import WordTable

NAMA = "Persentase klien usia produktif yang memperoleh atau melanjutkan pekerjaan di luar lembaga pemasyarakatan"


def tabel(qtbot: QtBot, lebar: int, stretch: int = 1) -> tuple[QWidget, WordTable]:
    page = QWidget()
    tema().gayakan(page)
    qtbot.addWidget(page)
    out = WordTable("Indikator", ("Kode", "Indikator", "Target"), stretch)
    box = QVBoxLayout(page)
    box.addWidget(out)
    box.addStretch()
    page.resize(lebar, 600)
    page.show()
    out.fill([("SK1.IKK1", NAMA, "60%"), ("SK1.IKK2", "Pendek", "1 Layanan")], right=(2,))
    QApplication.processEvents()
    return page, out


@pytest.mark.parametrize("lebar", [300, 420, 1400])
def test_names_are_read_in_full_and_figures_in_one_line(qtbot: QtBot, lebar: int) -> None:
    _page, t = tabel(qtbot, lebar)
    assert sum(t.columnWidth(j) for j in range(3)) == t.viewport().width()
    for j, kata in ((0, "SK1.IKK1"), (2, "1 Layanan")):
        assert t.columnWidth(j) > t.fontMetrics().horizontalAdvance(kata)
    assert t.rowHeight(0) >= t.sizeHintForRow(0)
    pendek = t.rowHeight(1)
    assert (t.rowHeight(0) > pendek) == (lebar < 1400)
    atas = t.horizontalHeader().height()
    assert t.height() >= atas + t.rowHeight(0) + pendek, "no row is below the edge"


def test_another_width_gives_other_heights(qtbot: QtBot) -> None:
    page, t = tabel(qtbot, 1400)
    satu = t.height()
    page.resize(360, 600)
    qtbot.waitUntil(lambda: t.height() > satu)


def test_columns_alike_wrap_too(qtbot: QtBot) -> None:
    _page, t = tabel(qtbot, 400, stretch=-1)
    assert abs(t.columnWidth(0) - t.columnWidth(2)) <= 1
    assert t.rowHeight(0) > 3 * t.fontMetrics().lineSpacing()
