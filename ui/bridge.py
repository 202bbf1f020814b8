"""Between the workspace and the views: its callback becomes one Qt signal, its refusals become messages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from lkjip_desktop.core.change import Changed
from lkjip_desktop.core.commands import Perintah, Tambah
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Gambar
from lkjip_desktop.errors import GagalSimpan, LkjipError
from ui.jobs import Jobs
from ui.problems import ProblemSource

if TYPE_CHECKING:
    from lkjip_desktop.workspace import Workspace


class Bridge(QObject):
    """What every view holds: the open workspace, the year on screen, and the signals between the parts.

    `changed` tells of committed steps (Changed). `told` carries a message for the status bar and whether it is a
    refusal, `offered` one with the words of a link and what it does. `closing` comes before a file is left (what is
    half typed is committed or kept as a draft), `opened` after another one is there. Of values, by (table, row id,
    column): `focused` says which one the user is at, `wanted` asks for the place where it is edited, `history_wanted`
    for what was in it before. `screen_wanted` and `year_wanted` ask the window for another screen and for the dialog of
    a new year. `trouble_changed` tells why nothing can be stored any more, "" when something was.
    """

    changed = Signal(object)
    told = Signal(str, bool)
    offered = Signal(str, str, object)
    closing = Signal()
    opened = Signal()
    year_changed = Signal(int)
    focused = Signal(str, str, str)
    wanted = Signal(str, str, str)
    history_wanted = Signal(str, str, str)
    screen_wanted = Signal(str)
    year_wanted = Signal()
    trouble_changed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        #: Where the window keeps what belongs to this computer and not to the file; None in tests.
        self.settings: QSettings | None = None
        #: Why the last entry could not be stored, "" since one was.
        self.trouble = ""
        self._stop: Callable[[], None] | None = None
        self._workspace = workspace
        self._year = 0
        self._thumbnails: dict[tuple[str, int, int], QPixmap] = {}
        self._pending_pictures: dict[str, bytes] = {}
        self.problems = ProblemSource(lambda: (self._workspace, self._year), self)
        self.changed.connect(self.problems.spoil)
        self.changed.connect(self.stored)
        self.year_changed.connect(self.problems.spoil)
        self._listen()

    # ---------------------------------------------------------------------------------------------- workspace
    @property
    def workspace(self) -> Workspace:
        return self._workspace

    @property
    def snapshot(self) -> Snapshot:
        return self._workspace.snapshot

    @property
    def read_only(self) -> bool:
        return self._workspace.hanya_baca

    def open(self, workspace: Workspace) -> None:
        """Work with another file from now on; the old one is closed."""
        self.closing.emit()
        old, self._workspace = self._workspace, workspace
        if self._stop is not None:
            self._stop()
        self._listen()
        old.tutup()
        self.opened.emit()
        self.changed.emit(Changed(frozenset(), None, "muat"))

    def close(self) -> None:
        """Stop listening and end the work in the background; the workspace stays open."""
        self.closing.emit()
        if self._stop is not None:
            self._stop()
            self._stop = None
        self.problems.close()
        self.jobs.close()

    def _listen(self) -> None:
        self._stop = self._workspace.dengar(self.changed.emit)
        years = self._workspace.tahun()
        if self._year not in years:
            self._year = years[-1] if years else 0

    # ---------------------------------------------------------------------------------------------------- year
    @property
    def year(self) -> int:
        """The year on screen, 0 when the file has none yet."""
        return self._year

    def set_year(self, year: int) -> None:
        if year != self._year:
            self._year = year
            self.year_changed.emit(year)

    def hasil(self) -> Hasil | None:
        """The derived numbers of the year on screen, None while it cannot be computed."""
        if not self._year:
            return None
        try:
            return self._workspace.hasil(self._year)
        except LkjipError:
            return None

    # ------------------------------------------------------------------------------------------------- commands
    def do(self, command: Any, initiator: object = None) -> str:
        """Do a command; "" when it was done, else the sentence why not (shown in the status bar as well)."""
        return self._try(lambda: self._workspace.lakukan(command, initiator))

    def undo(self) -> str:
        return self._try(self._workspace.urungkan)

    def redo(self) -> str:
        return self._try(self._workspace.ulangi)

    def try_(self, action: Callable[[], object]) -> str:
        """Any other deed of the workspace, with the same answer as `do`."""
        return self._try(action)

    def failed(self, galat: LkjipError) -> None:
        """Tell of a refusal; when it was the disk that refused, it holds until something is stored again."""
        self.told.emit(str(galat), True)
        if isinstance(galat, GagalSimpan):
            self._set_trouble(str(galat))

    def stored(self, _changed: object = None) -> None:
        """Something is in the file: the disk works."""
        self._set_trouble("")

    def _set_trouble(self, reason: str) -> None:
        if reason != self.trouble:
            self.trouble = reason
            self.trouble_changed.emit(reason)

    def new_id(self) -> str:
        return self._workspace.id_baru()

    def drafts(self) -> dict[tuple[str, str, str], str]:
        """Half-typed texts that are kept: (table, row key, column) -> text."""
        return {(table, key, column): text for table, key, column, text, _ in self._workspace.draf()}

    # ------------------------------------------------------------------------------------------------- pictures
    def prepare_picture(self, source: object) -> tuple[str, tuple[Perintah, ...]]:
        """(id of the picture's row, commands that add it) for a path or an image from the clipboard; ("", ()) when
        refused. A picture that the file has already is used again."""
        from lkjip_desktop.gambar import siapkan

        name, data = _picture_bytes(source)
        try:
            content, mime, width, height = siapkan(data, name)
        except LkjipError as galat:
            self.told.emit(str(galat), True)
            return "", ()
        sha = hashlib.sha256(content).hexdigest()
        known = self.snapshot.one(Gambar, berkas=sha)
        if known is not None:
            return known.id, ()
        new_id = self.new_id()
        self._pending_pictures[new_id] = content
        values = {"nama": name[:200], "berkas": sha, "mime": mime, "lebar_px": width, "tinggi_px": height}
        return new_id, (Tambah("gambar", new_id, values, blobs={sha: content}),)

    def thumbnail(self, picture_id: str, width: int, height: int) -> QPixmap:
        """A picture of the file, fitted into a box; empty when there is none."""
        row = self.snapshot.get(Gambar, picture_id)
        if row is None and picture_id not in self._pending_pictures:
            return QPixmap()
        key = (picture_id, width, height)
        if key not in self._thumbnails:
            content = self._workspace.isi_berkas(row.berkas) if row else self._pending_pictures[picture_id]
            image = QImage.fromData(content)
            fit, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._thumbnails[key] = QPixmap.fromImage(image.scaled(width, height, fit, smooth))
        return self._thumbnails[key]

    # ---------------------------------------------------------------------------------------------------- pages
    def page_sizes(self, pdf: bytes) -> tuple[tuple[float, float], ...]:
        """Width and height of every page in points; in any thread."""
        return self._workspace.ukuran_halaman(pdf)

    def raster(self, pdf: bytes, page: int, dpi: float) -> QImage:
        """A page as a picture; in any thread."""
        width, height, rgb = self._workspace.halaman_rgb(pdf, page, dpi / 72)
        # In the format of the screen: the painter would convert a page at every painting.
        image = QImage(rgb, width, height, width * 3, QImage.Format.Format_RGB888)
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def _try(self, action: Callable[[], object]) -> str:
        try:
            action()
        except LkjipError as galat:
            self.failed(galat)
            return str(galat)
        return ""


def _picture_bytes(source: object) -> tuple[str, bytes]:
    """(name, content) of a picture given as a path or an image; empty content when it cannot be read."""
    if isinstance(source, QImage):
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        source.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt does not
        return "Tempelan", bytes(content.data())
    path = Path(str(source))
    try:
        return path.stem, path.read_bytes()
    except OSError:
        return path.stem, b""
