"""Opening a data file for a person: who has it open is told by name, a damaged one is offered its rescue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from lkjip_desktop.errors import BerkasRusak, BerkasTerkunci, LkjipError
from lkjip_desktop.workspace import Workspace
from ui.dialogs import ask, tell

_TITLE = "Berkas tidak dapat dibuka"


def open_workspace(parent: QWidget | None, path: Path) -> Workspace | None:
    """The opened file, read-only or rescued when the user chose so; None when it stays closed (he was told why)."""
    try:
        return Workspace.buka(path)
    except BerkasTerkunci as galat:
        return _locked(parent, path, galat)
    except BerkasRusak as galat:
        return _damaged(parent, path, galat)
    except (LkjipError, OSError) as galat:
        tell(parent, _TITLE, str(galat), bad=True)
        return None


def _locked(parent: QWidget | None, path: Path, galat: BerkasTerkunci) -> Workspace | None:
    """Somebody works in it: look on, or leave it; a PC that died can be overruled after another question."""
    holder = Workspace.pemegang(path)
    verbs = ["Buka hanya untuk dibaca"]
    if holder is not None:
        verbs.append("Komputer itu sudah mati…")
    choice = ask(parent, "Berkas sedang dibuka", galat.pesan, verbs)
    if choice == 0:
        return _try(parent, lambda: Workspace.buka(path, hanya_baca=True))
    if choice == 1 and holder is not None:
        words = (
            f"Pastikan tidak ada yang bekerja pada berkas ini di komputer {holder.pc}.\n\n"
            "Bila dua orang mengubahnya bersamaan, pekerjaan salah satunya hilang."
        )
        if ask(parent, "Ambil alih berkas", words, ["Ambil alih"], danger=True) == 0:
            return _try(parent, lambda: Workspace.buka(path, paksa=True))
    return None


def _damaged(parent: QWidget | None, path: Path, galat: BerkasRusak) -> Workspace | None:
    """Look what can be put in its place; the damaged one is kept whatever is chosen."""
    from lkjip_desktop.workspace.cadangan import Penyelamatan

    try:
        with Penyelamatan(path, datetime.now().astimezone()) as rescue:
            if rescue.hasil.calon is None:
                way = "Bila ada cadangan di flashdisk, salin ke komputer ini, lalu buka salinannya."
                words = f"{galat}\n\n{rescue.hasil.pesan}\n\n{way}"
                tell(parent, "Berkas rusak", words, bad=True)
                return None
            words = f"{rescue.hasil.pesan}\n\nBerkas yang rusak tetap disimpan di sebelahnya."
            if ask(parent, "Berkas rusak", words, ["Pulihkan"], danger=True) != 0:
                return None
            rescue.terapkan()
    except (LkjipError, OSError) as kedua:
        tell(parent, _TITLE, str(kedua), bad=True)
        return None
    return _try(parent, lambda: Workspace.buka(path))


def _try(parent: QWidget | None, opener: object) -> Workspace | None:
    try:
        workspace = opener()  # type: ignore[operator]  # a function without arguments
    except (LkjipError, OSError) as galat:
        tell(parent, _TITLE, str(galat), bad=True)
        return None
    assert isinstance(workspace, Workspace)
    return workspace


def dropped_file(urls: Sequence[QUrl]) -> Path | None:
    """The data file among what was dropped, None when there is none."""
    for url in urls:
        if url.isLocalFile() and url.toLocalFile().lower().endswith(".lkjip"):
            return Path(url.toLocalFile())
    return None
