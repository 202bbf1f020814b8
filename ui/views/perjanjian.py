"""Placeholder of the screen perjanjian."""

from __future__ import annotations

from ui.bridge import Bridge
from ui.widgets.view import View


class PerjanjianView(View):
    """Not built yet."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "perjanjian")
