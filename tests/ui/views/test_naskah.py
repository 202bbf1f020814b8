"""Naskah: the preview shows the part that is being written, and lists say in an empty state how they begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.bagian import BAGIAN
from lkjip_desktop.core.tables import Prestasi
from tests.ui.conftest import TUNGGU
from ui.main_window import MainWindow
from ui.views.naskah import NaskahView
from ui.widgets.preview import Naskah, choices


def layar(jendela: MainWindow) -> NaskahView:
    view = jendela.show_screen("naskah")
    assert isinstance(view, NaskahView)
    return view


def test_the_preview_follows_the_chosen_part(qtbot: QtBot, jendela: MainWindow) -> None:
    view, pratinjau = layar(jendela), jendela.preview
    for kunci, bab in (("bab1.isu_strategis", "bab1"), ("bab4.saran", "bab4"), ("ikhtisar", "ikhtisar")):
        view.parts.tree.setCurrentItem(view.parts._items[kunci])
        assert pratinjau.naskah == Naskah("lkjip", bab)
    view.parts.tree.setCurrentItem(view.parts._items["bab1.isu_strategis"])
    qtbot.waitUntil(lambda: not pratinjau.stale, timeout=TUNGGU)
    assert pratinjau.chooser.currentText() == "Bab I Pendahuluan"
    assert pratinjau.pages._flash is not None  # the text of the part is marked on its page
    for n, bab in ((2, "bab3"), (3, "lampiran"), (4, "bab1"), (5, "lampiran"), (0, "bab1")):
        view.tabs.setCurrentIndex(n)
        assert pratinjau.naskah == Naskah("lkjip", bab)
    view.tabs.setCurrentIndex(1)
    view.report.focus_column("nama_dokumen")
    assert pratinjau.naskah == Naskah("lkjip", "sampul")
    view.report.focus_column("tempat")
    assert pratinjau.naskah == Naskah("lkjip", "kata_pengantar")
    view.letter.focus_column("perihal")
    assert pratinjau.naskah == Naskah("surat")


def test_every_part_of_the_tree_has_its_name_in_the_chooser() -> None:
    ada = {n.bagian for _, n in choices()}
    assert {b.bab or b.kunci for b in BAGIAN} <= ada


def test_an_empty_list_offers_its_first_row(jendela: MainWindow) -> None:
    view = layar(jendela)
    view.tabs.setCurrentWidget(view.awards)
    assert not view.awards.list.isVisible()
    QTest.mouseClick(view.awards.first, Qt.MouseButton.LeftButton)
    assert len(jendela.bridge.snapshot.where(Prestasi, tahun=2023)) == 1
    assert view.awards.list.isVisible()
    jendela.bridge.undo()
    assert view.awards.first.isVisible()
