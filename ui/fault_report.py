"""The zip of the log for whoever mends the program, written where the user chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from lkjip_desktop import catatan
from ui.dialogs import choose_save, tell


def save_fault_report(parent: QWidget | None, extra: str = "") -> str:
    """Ask for a place and write the zip of the log there; its path, "" when cancelled or refused."""
    target = choose_save(parent, "Simpan laporan galat", "laporan-galat-lkjip.zip", "Berkas zip (*.zip)", suffix="zip")
    if not target:
        return ""
    try:
        path = catatan.buat_laporan_galat(Path(target), extra)
    except OSError:
        tell(parent, "Laporan galat", "Laporan tidak dapat ditulis di sana; pilih tempat lain.", bad=True)
        return ""
    tell(parent, "Laporan galat", f"Tersimpan: {path}\n\nIsinya catatan program tanpa data, nama, dan alamat folder.")
    return str(path)
