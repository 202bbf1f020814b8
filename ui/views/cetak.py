"""Placeholder of the screen cetak."""

from __future__ import annotations

from ui.bridge import Bridge
from ui.widgets.view import View


class CetakView(View):
    """Not built yet."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "cetak")
