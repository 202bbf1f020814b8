"""The preview of a pasted block: figures stand at the right, as in the grid that they go to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.bridge import Bridge
from ui.views.realisasi import RealisasiView
from ui.widgets.grid_paste import PasteDialog, plan_paste


def test_angka_pada_pratinjau_rata_kanan(qtbot: QtBot, bridge: Bridge) -> None:
    view = RealisasiView(bridge)
    qtbot.addWidget(view)
    model = view.year_page.grid.model()
    kolom = model.column_of("realisasi")
    rencana = plan_paste(model, [["3.733.357,5"], ["tidak tahu"]], 3, kolom)
    dialog = PasteDialog(model, rencana)
    qtbot.addWidget(dialog)
    tabel = dialog._table(model, rencana)
    qtbot.addWidget(tabel)
    angka, ditolak, kepala = tabel.item(0, 0), tabel.item(1, 0), tabel.horizontalHeaderItem(0)
    assert angka is not None
    assert ditolak is not None
    assert kepala is not None
    assert angka.textAlignment() & Qt.AlignmentFlag.AlignRight
    assert kepala.textAlignment() & Qt.AlignmentFlag.AlignRight
    assert not ditolak.textAlignment() & Qt.AlignmentFlag.AlignRight  # words that were not understood
