"""What the menu does with whole files: new, open, save a copy, recent ones, a new year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QMenu

from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui.bridge import Bridge
from ui.dialogs import ask, choose_open, choose_save, documents, tell
from ui.folders import disk_words
from ui.opening import open_workspace
from ui.unsaved import copy_with_drafts, half_typed
from ui.widgets.parts import open_folder
from ui.widgets.view import leave_cell
from ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from ui.awal.panduan import StartGuide

_RECENT_MOST = 8


class FileDeeds(QObject):
    """The deeds of one window; the bridge goes over to the file that they open."""

    def __init__(self, window: WindowFrame, bridge: Bridge, settings: QSettings | None) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._settings = settings
        self._copy_offered = False
        self.remember(bridge.workspace.path)

    # ------------------------------------------------------------------------------------------------ open, new
    def new(self) -> None:
        """Lead through the start guide; the file that it makes is opened, at the screen where the work goes on."""
        if not self.may_leave():
            return
        from ui.awal.panduan import StartGuide
        from ui.awal.simpanan import Simpanan

        guide = StartGuide(self._window, simpanan=Simpanan())
        guide.finished.connect(lambda result: self._guided(guide, bool(result)))
        guide.open()

    def _guided(self, guide: StartGuide, made: bool) -> None:
        workspace = guide.workspace
        if made and workspace is not None:
            self._take(workspace)
            self._bridge.screen_wanted.emit(guide.next_screen)
        guide.deleteLater()

    def welcome(self, note: str = "") -> None:
        """The page of the first start; Escape leaves the file that is open."""
        from ui.awal import sambutan

        now = str(self._bridge.workspace.path)
        page = sambutan.Welcome([p for p in self.recent() if p != now], note, self._window)

        def chosen(code: int) -> None:
            match code:
                case sambutan.BARU:
                    self.new()
                case sambutan.BUKA:
                    self.choose_and_open()
                case sambutan.CONTOH:
                    self.open_example()
                case sambutan.TERAKHIR:
                    self.open_path(Path(page.chosen))

        page.finished.connect(chosen)
        page.open()

    def open_example(self) -> None:
        """The shipped example in the user's documents, made on first use."""
        try:
            path = Workspace.contoh_pengguna()
        except LkjipError as galat:
            tell(self._window, "Berkas contoh tidak dapat dibuat", str(galat), bad=True)
            return
        self.open_path(path)

    def choose_and_open(self) -> None:
        now = self._bridge.workspace.path
        path = choose_open(self._window, now.parent if now else None)
        if path:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> bool:
        """Open a data file; False (and a sentence) when it cannot be opened, the old one then stays."""
        now = self._bridge.workspace.path
        if now is not None and _same(path, now):
            return True
        leave_cell()
        if not self.may_leave():
            return False
        workspace = open_workspace(self._window, path)
        if workspace is None:
            return False
        self._take(workspace)
        return True

    def _take(self, workspace: Workspace) -> None:
        """Go over to an open file."""
        self._bridge.open(workspace)
        self.remember(workspace.path)
        if words := self.opening_words():
            self._bridge.told.emit(words, False)

    def opening_words(self) -> str:
        """What the user is told of the file that was just opened, "" when there is nothing."""
        workspace = self._bridge.workspace
        return " ".join(filter(None, (workspace.pesan_buka, workspace.peringatan_jam())))

    # ------------------------------------------------------------------------------------------------------ save
    def save(self) -> None:
        """Ctrl+S: store what is half typed, say when it was saved, and offer a copy. A habit is not asked again and
        again; what could not be stored is said instead."""
        if not self._window.commit():
            if self._bridge.trouble:
                self.offer_rescue()
            else:
                self._bridge.told.emit("Belum tersimpan: betulkan dahulu isian yang bertanda merah.", True)
            return
        stamp = self._bridge.workspace.waktu_simpan
        clock = stamp[11:16].replace(":", ".") if len(stamp) >= 16 else ""
        words = f"Sudah tersimpan {clock}." if clock else "Belum ada perubahan."
        if self._copy_offered:
            self._bridge.told.emit(f"{words} Salinan ke flashdisk: Berkas, Simpan salinan sebagai.", False)
            return
        self._copy_offered = True
        self._bridge.told.emit(words, False)
        text = (
            f"{words}\n\nSetiap isian tersimpan sendiri begitu Anda meninggalkannya. "
            f"Bila perlu, simpan juga salinan, misalnya di {disk_words() or 'flashdisk'}."
        )
        if ask(self._window, "Simpan", text, ["Simpan salinan…"]) == 0:
            self.save_copy()

    def save_copy(self) -> None:
        """A checked copy under another name; this file stays open."""
        workspace = self._bridge.workspace
        name = f"{workspace.path.stem if workspace.path else 'LKjIP'} - salinan.lkjip"
        path = choose_save(self._window, "Simpan salinan sebagai", name, kind="salinan")
        if not path:
            return
        try:
            workspace.simpan_salinan(path)
        except (LkjipError, OSError) as galat:
            tell(self._window, "Salinan tidak tersimpan", str(galat), bad=True)
            return
        self._bridge.offered.emit(f"Salinan tersimpan: {path}", "Buka folder", lambda: open_folder(Path(path)))

    def retry(self) -> None:
        """Try once more to store what the disk refused."""
        if self._window.commit() and self._bridge.trouble:  # nothing is typed: any small write tells
            workspace = self._bridge.workspace
            if not self._bridge.try_(lambda: workspace.atur_setelan("petugas", workspace.petugas)):
                self._bridge.stored()
        if not self._bridge.trouble:
            self._bridge.told.emit("Tersimpan kembali.", False)

    def offer_rescue(self) -> None:
        """Say why nothing can be stored, and offer the way on."""
        words = f"{self._bridge.trouble}\n\nSalinan membawa semua isian, juga yang baru diketik."
        if ask(self._window, "Belum tersimpan", words, ["Simpan salinan…"]) == 0:
            self.rescue()

    def may_leave(self) -> bool:
        """Whether this file may be left: what is typed and cannot be stored here is not lost without a word."""
        self._window.commit()
        left = len(half_typed(self._window.screens())) if self._bridge.trouble else 0
        if not left:
            return True
        words = f"{self._bridge.trouble}\n\n{left} isian yang sudah diketik belum tersimpan."
        choice = ask(self._window, "Belum tersimpan", words, ["Simpan salinan…", "Tinggalkan ketikannya"])
        return self.rescue() if choice == 0 else choice == 1

    def rescue(self) -> bool:
        """Go on in a copy elsewhere, with everything that is typed; False when the user did not, or could not."""
        workspace = self._bridge.workspace
        name = f"{workspace.path.stem if workspace.path else 'LKjIP'} - salinan.lkjip"
        path = choose_save(self._window, "Simpan salinan sebagai", name, folder=documents())
        if not path:
            return False
        half = half_typed(self._window.screens())
        copy = copy_with_drafts(self._window, workspace, Path(path), half)
        if copy is None:
            return False
        self._take(copy)
        if half:
            self._bridge.wanted.emit(*half[0][:3])
        self._bridge.told.emit(f"Pekerjaan dilanjutkan di salinan: {copy.path}", False)
        return True

    # ------------------------------------------------------------------------------------------------------ years
    def new_year(self) -> None:
        """Make a report year, empty or from the year before, and go there."""
        from ui.new_year import NewYearDialog

        dialog = NewYearDialog(self._bridge, self._window)
        if dialog.exec() and not self._bridge.do(dialog.command()):
            self._bridge.set_year(dialog.year())
            self._bridge.told.emit(dialog.summary(), False)
        dialog.deleteLater()

    # ----------------------------------------------------------------------------------------------------- recent
    def recent(self) -> list[str]:
        """Paths of the files opened last, newest first."""
        if self._settings is None:
            return []
        value = self._settings.value("terakhir")
        return [str(p) for p in value] if isinstance(value, list) else [str(value)] if value else []

    def remember(self, path: Path | None) -> None:
        if path is not None and self._settings is not None:
            paths = [str(path), *(p for p in self.recent() if p != str(path))]
            self._settings.setValue("terakhir", paths[:_RECENT_MOST])
            self._settings.setValue("berkas", str(path))

    def fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self.recent():
            name, folder = Path(path).name, str(Path(path).parent)
            action = menu.addAction(f"{name} ({folder})".replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: self.open_path(Path(path)))
        if menu.isEmpty():
            menu.addAction("Belum ada").setEnabled(False)


def _same(path: Path, other: Path) -> bool:
    """Whether both lead to one file; a name that the system cannot even look at leads nowhere."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False
