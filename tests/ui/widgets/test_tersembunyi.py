"""What is hidden costs nothing: fields are made when a form is first shown, a hidden grid reads its rows when it is
shown again. What shows then is what the file says."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Hapus, Ubah
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import AnggaranBelanja
from tests.ui.conftest import ikk
from ui.bridge import Bridge
from ui.widgets.form import Form
from ui.widgets.grid_column import Source
from ui.widgets.grid_page import GridPage, typed

NAMES = ("sumber", "target", "penanggung_jawab")


def inputs(form: Form) -> list[QLineEdit]:
    return form.findChildren(QLineEdit)


@pytest.fixture
def form(qtbot: QtBot, bridge: Bridge) -> Form:
    """A form that is bound to a row and not shown yet."""
    f = Form(bridge, "indikator_tahun", NAMES)
    qtbot.addWidget(f)
    f.resize(900, 400)
    f.show_row(ikk(bridge.workspace).id)
    return f


def test_fields_are_made_when_the_form_is_shown(form: Form, bridge: Bridge) -> None:
    bridge.do(Ubah("indikator_tahun", form.row_id, {"sumber": "Aplikasi SDP"}))
    assert form.commit()
    assert form.half_typed() == []
    assert inputs(form) == []
    form.show()
    assert form.fields["sumber"].text() == "Aplikasi SDP"
    assert all(f.isVisible() for f in form.fields.values())


def test_what_was_told_before_the_fields_were_made_holds(form: Form) -> None:
    form.arrange(["target", "sumber"])
    form.set_label("target", "Target", "Sebab")
    form.set_label("target", "Target (%)")
    form.set_read_only(True)
    assert inputs(form) == []
    form.show()
    assert [n for n, f in form.fields.items() if f.isVisible()] == ["sumber", "target"]
    assert form.fields["target"].editor.accessibleName() == "Target (%)"
    assert form.fields["target"].help == "Sebab"
    assert form.fields["sumber"].editor.property("readOnly")


def test_a_draft_waits_for_the_fields(form: Form, bridge: Bridge) -> None:
    bridge.workspace.simpan_draf("indikator_tahun", form.row_id, "sumber", "setengah ket")
    form.show_row(form.row_id)
    assert inputs(form) == []
    form.show()
    assert form.fields["sumber"].text() == "setengah ket"


def test_the_cursor_is_led_into_a_form_that_was_not_shown(form: Form, qtbot: QtBot) -> None:
    assert form.focus_column("sumber")
    form.show()
    form.activateWindow()
    editor = form.fields["sumber"].editor
    qtbot.waitUntil(lambda: form.focusWidget() is editor)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "SDP")
    assert "SDP" in editor.text()


def rows_of(page: GridPage) -> list[list[str]]:
    model = page.grid.model()
    return [[model.data(model.index(i, j)) for j in range(2)] for i in range(model.rowCount())]


class Belanja:
    """Rows of the budget by jenis belanja, counting how often they are read."""

    def __init__(self) -> None:
        self.read = 0

    def __call__(self, s: Snapshot, year: int) -> tuple[AnggaranBelanja, ...]:
        self.read += 1
        return s.where(AnggaranBelanja, tahun=year)


@pytest.fixture
def belanja() -> Belanja:
    return Belanja()


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, belanja: Belanja) -> GridPage:
    source = Source("anggaran_belanja", belanja, lambda y: {"tahun": y})
    p = GridPage(bridge, source, typed("anggaran_belanja", "nama", "pagu"), "Belanja")
    qtbot.addWidget(p)
    p.resize(700, 400)
    p.show()
    return p


def test_a_hidden_grid_reads_its_rows_when_it_is_shown_again(page: GridPage, bridge: Bridge, belanja: Belanja) -> None:
    first = bridge.snapshot.where(AnggaranBelanja, tahun=2023)[0]
    page.hide()
    belanja.read = 0
    for figure in (1, 2, 3):
        bridge.do(Ubah("anggaran_belanja", first.id, {"pagu": figure}))
    assert belanja.read == 0
    page.show()
    assert belanja.read == 1
    assert rows_of(page)[0] == [first.nama, "Rp3"]


def test_a_hidden_grid_follows_year_and_removed_rows(page: GridPage, bridge: Bridge) -> None:
    page.hide()
    bridge.set_year(2022)
    page.show()
    names = [r.nama for r in bridge.snapshot.where(AnggaranBelanja, tahun=2022)]
    assert [row[0] for row in rows_of(page)] == names
    page.hide()
    for row in bridge.snapshot.where(AnggaranBelanja, tahun=2022):
        bridge.do(Hapus("anggaran_belanja", row.id))
    page.show()
    assert rows_of(page) == []
    assert page.empty.isVisible()
    bridge.undo()
    assert len(rows_of(page)) == 1
    assert page.grid.isVisible()
