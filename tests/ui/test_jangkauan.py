"""Every column of every table can be reached: some screen has an input, a cell or a list for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lkjip_desktop.core.schema import TABLES
from ui.main_window import MainWindow
from ui.screens import SCREENS
from ui.widgets.form import Form
from ui.widgets.grid import Grid

#: Columns that a screen made by hand shows, with the widget that does: (table, columns) -> screen, class of the widget.
TANGAN: dict[str, tuple[tuple[str, ...], str, str]] = {
    "pk_butir": ((), "pk", "IsiPanel"),
    "pk_anggaran": ((), "pk", "IsiPanel"),
    "pindaian": ((), "pk", "PindaianPanel"),
    "kunci": ((), "berkas", "KunciPage"),
    "gambar": (("berkas",), "lampiran", "GambarPage"),
    "aturan": (("jenis", "isi"), "aturan", "RuleEditor"),
}


def kunci_kolom(fungsi: Callable[[Any], dict[str, Any]], baris: Any) -> set[str]:
    """Columns by which a cell finds its row."""
    return set(fungsi(baris)) if baris is not None else set()


def terjangkau(jendela: MainWindow) -> set[tuple[str, str]]:
    """(table, column) of every form field, grid cell and binding key on all screens."""
    ada: set[tuple[str, str]] = set()
    for screen in SCREENS:
        view = jendela.show_screen(screen.key)
        QApplication.processEvents()
        for form in view.findChildren(Form):
            ada |= {(form.table.name, n) for n in form.fields} | {(form.table.name, n) for n in form._keys}
        for grid in view.findChildren(Grid):
            model = grid.model()
            ada |= {(model.source.table, n) for n in (model.source.new_values or (lambda _y: {}))(jendela.bridge.year)}
            baris = model.row_at(0) if model.rowCount() else None
            for c in model.columns:
                if c.spec is not None:
                    ada.add((c.table or model.source.table, c.spec.name))
                if c.keys is not None:
                    ada |= {(c.table, n) for n in kunci_kolom(c.keys, baris)}
    return ada


def test_setiap_kolom_mempunyai_tempat(qtbot: QtBot, jendela: MainWindow) -> None:
    jendela.preview_action.trigger()  # pages have their own tests
    ada = terjangkau(jendela)
    for tabel, (kolom, layar, kelas) in TANGAN.items():
        view = jendela.show_screen(layar)
        nama = {type(w).__name__ for w in view.findChildren(object)}  # type: ignore[type-var]  # QObject and all below
        assert kelas in nama, f"{layar} has no {kelas} for {tabel}"
        ada |= {(tabel, c) for c in (kolom or [c.name for c in TABLES[tabel].columns])}
    kurang = [
        f"{t.name}.{c.name}" for t in TABLES.values() for c in t.columns if not c.hidden and (t.name, c.name) not in ada
    ]
    assert kurang == []


@pytest.mark.parametrize("tabel", sorted(TABLES))
def test_setiap_tabel_mempunyai_layar(tabel: str) -> None:
    """A click on a number, a problem or a search result knows where to go."""
    assert [s.key for s in SCREENS if tabel in s.tables], f"no screen names table {tabel}"
