"""A status as a coloured word with a sign, so that colour is never the only mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lkjip_desktop.core.kata_dasar import LABEL_STATUS
from ui.widgets.field import set_role

SIGN = {
    "melampaui": "▲",
    "tercapai": "✓",
    "tidak_tercapai": "✕",
    "tercapai_sebagian": "◐",
    "tidak_dapat_dihitung": "–",
}
ROLE = {
    "melampaui": "baik",
    "tercapai": "baik",
    "tidak_tercapai": "buruk",
    "tercapai_sebagian": "awas",
    "tidak_dapat_dihitung": "netral",
}


def status_text(status: str) -> str:
    """Sign and word of a status: "✕ Tidak tercapai"."""
    return f"{SIGN.get(status, '')} {LABEL_STATUS.get(status, status)}".strip()


class Pill(QLabel):
    """A short word on a tinted ground."""

    def __init__(self, text: str = "", role: str = "netral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("pil", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_status(self, status: str) -> None:
        self.setText(status_text(status))
        set_role(self, "pil", ROLE.get(status, "netral"))

    def show_text(self, text: str, role: str) -> None:
        self.setText(text)
        set_role(self, "pil", role)
