"""Placeholder of the screen renstra."""

from __future__ import annotations

from ui.bridge import Bridge
from ui.widgets.view import View


class RenstraView(View):
    """Not built yet."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "renstra")
