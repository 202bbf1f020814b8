"""Placeholder of the screen beranda."""

from __future__ import annotations

from ui.bridge import Bridge
from ui.widgets.view import View


class Beranda(View):
    """Not built yet."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "beranda")
