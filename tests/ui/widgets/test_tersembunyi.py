"""What is hidden costs nothing: fields are made when a form is first shown, and show then what the file says."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.commands import Ubah
from tests.ui.conftest import ikk
from ui.bridge import Bridge
from ui.widgets.form import Form

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
