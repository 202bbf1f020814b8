"""What the menu does with whole files: new, open, save a copy, recent ones, a new year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QMainWindow, QMenu

from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui.bridge import Bridge
from ui.dialogs import ask, choose_open, choose_save, tell
from ui.opening import open_workspace

if TYPE_CHECKING:
    from ui.awal.panduan import StartGuide

_RECENT_MOST = 8


class FileDeeds(QObject):
    """The deeds of one window; the bridge goes over to the file that they open."""

    def __init__(self, window: QMainWindow, bridge: Bridge, settings: QSettings | None) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._settings = settings
        self._copy_offered = False
        self.remember(bridge.workspace.path)

    # ------------------------------------------------------------------------------------------------ open, new
    def new(self) -> None:
        """Lead through the start guide; the file that it makes is opened, at the screen where the work goes on."""
        from ui.awal.panduan import StartGuide

        guide = StartGuide(self._window)
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
        if now is not None and path.exists() and now.exists() and path.samefile(now):
            return True
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
        """Ctrl+S: everything is saved already; say when, and offer a copy. A habit is not asked again and again."""
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
            "Bila perlu, simpan juga salinan, misalnya di flashdisk."
        )
        if ask(self._window, "Simpan", text, ["Simpan salinan…"]) == 0:
            self.save_copy()

    def save_copy(self) -> None:
        """A checked copy under another name; this file stays open."""
        workspace = self._bridge.workspace
        name = f"{workspace.path.stem if workspace.path else 'LKjIP'} - salinan.lkjip"
        path = choose_save(self._window, "Simpan salinan sebagai", name)
        if not path:
            return
        try:
            workspace.simpan_salinan(path)
        except (LkjipError, OSError) as galat:
            tell(self._window, "Salinan tidak tersimpan", str(galat), bad=True)
            return
        self._bridge.told.emit(f"Salinan tersimpan: {path}", False)

    # ------------------------------------------------------------------------------------------------------ years
    def new_year(self) -> None:
        """Make a report year, empty or from the year before, and go there."""
        from ui.new_year import NewYearDialog

        dialog = NewYearDialog(self._bridge, self._window)
        if dialog.exec() and not self._bridge.do(dialog.command()):
            self._bridge.set_year(dialog.year())
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
