"""Placeholder of the screen naskah."""

from __future__ import annotations

from ui.bridge import Bridge
from ui.widgets.view import View


class NaskahView(View):
    """Not built yet."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "naskah")
