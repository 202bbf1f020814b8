"""A click on any kind of value on any page opens the field in which it stands, and marks it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from ui.main_window import MainWindow
from ui.widgets.field import Field
from ui.widgets.grid import Grid
from ui.widgets.history_table import WordTable
from ui.widgets.preview import WHOLE, choices

#: A heading leads to what is written below it.
_LAIN = {("analisis", "nomor"): "isi"}
#: Frozen by a signature: the line of the signed version is chosen.
_BEKU = ("pk_butir", "pk_anggaran")


def di_mana() -> tuple[str, str]:
    """(table or "", column) of the field or cell with the focus."""
    w: QWidget | None = QApplication.focusWidget()
    while w is not None and not isinstance(w, Field | Grid | WordTable):
        w = w.parentWidget()
    if isinstance(w, Grid):
        kolom = w.model().columns[w.currentIndex().column()]
        return w.model().source.table, kolom.spec.name if kolom.spec else ""
    if isinstance(w, WordTable):
        return "beku", "" if w.currentRow() < 0 else "baris"
    return "", w.column.name if isinstance(w, Field) else "?"


def test_each_kind_of_value_opens_its_field(jendela: MainWindow) -> None:
    jendela.preview_action.trigger()  # pages have their own tests
    dicoba: dict[tuple[str, str], str] = {}
    for _, naskah in choices():
        if naskah == WHOLE:
            continue
        pilihan: dict[str, Any] = {"bagian": naskah.bagian} if naskah.bagian else {}
        for h in jendela.bridge.workspace.bangun(naskah.jenis, 2023, **pilihan).hits:
            dicoba.setdefault((h.asal.tabel, h.asal.kolom), h.asal.kunci)
    assert len(dicoba) >= 75
    salah = []
    for (tabel, kolom), kunci in sorted(dicoba.items()):
        jendela.bridge.set_year(2023)
        jendela.show_screen("tenggat")
        jendela.preview.pages.hit.emit(tabel, kunci, kolom)
        QApplication.processEvents()
        ada = di_mana()
        harap = ("beku", "baris") if tabel in _BEKU else (ada[0], _LAIN.get((tabel, kolom), kolom))
        if ada != harap:
            salah.append((tabel, kolom, kunci, ada))
    assert salah == []
