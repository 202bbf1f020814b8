"""Merge fields in the editor of long texts: the menu that inserts them and the words that they show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from lkjip_desktop.core.naskah import Medan
from ui.bridge import Bridge

_MOST_LETTERS = 60


def fill_menu(menu: QMenu, bridge: Bridge, subject: str, chosen: Callable[[Medan], None]) -> None:
    """All merge fields by group, each with its value of now; those of an indicator only where there is a `subject`."""
    from lkjip_desktop.core.kata_medan import MEDAN

    menu.clear()
    groups: dict[str, QMenu] = {}
    for name, known in MEDAN.items():
        if known.butuh and not subject:
            continue
        sub = groups.get(known.kelompok)
        if sub is None:
            sub = groups[known.kelompok] = menu.addMenu(known.kelompok)
        value = _value(bridge, Medan(name), subject)
        action = sub.addAction(f"{known.label}: {value}" if value else known.label)
        action.triggered.connect(lambda _=False, name=name: chosen(Medan(name)))


def chip_words(bridge: Bridge, medan: Medan, subject: str) -> str:
    """What a merge field shows: its value, or its name while there is none."""
    from lkjip_desktop.core.kata_medan import MEDAN

    known = MEDAN.get(medan.nama)
    return _value(bridge, medan, subject) or (known.label if known else medan.nama)


def _value(bridge: Bridge, medan: Medan, subject: str) -> str:
    from lkjip_desktop.core.kata_medan import MEDAN

    hasil, known = bridge.hasil(), MEDAN.get(medan.nama)
    if hasil is None or known is None:
        return ""
    return known.isi(bridge.snapshot, hasil, medan.baris_id or subject)[:_MOST_LETTERS]
