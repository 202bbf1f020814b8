"""The main window: navigation, the screens, the preview, and the commands that belong to the whole file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lkjip_desktop.core.change import Changed
from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui.backup_watch import BackupWatch
from ui.bridge import Bridge
from ui.dialogs import tell
from ui.file_deeds import FileDeeds
from ui.ikon import ikon, pasang, segarkan
from ui.screens import SCREENS, Screen, keys_of
from ui.tema import tema
from ui.widgets.field import Label, set_role
from ui.widgets.navigation import Navigation
from ui.widgets.preview import PreviewPane
from ui.widgets.view import View

if TYPE_CHECKING:
    from ui.help_window import HelpWindow
    from ui.search_dialog import SearchDialog

_MESSAGE_MS = 9000
#: Widest screen on which the window fills the whole of it when it is opened for the first time.
_SMALL_SCREEN = 1500


class MainWindow(QMainWindow):
    """One window over one data file."""

    def __init__(self, workspace: Workspace, settings: QSettings | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.bridge = Bridge(workspace, self)
        self.files = FileDeeds(self, self.bridge, settings)
        self.backups = BackupWatch(self.bridge, self)
        self._views: dict[str, View] = {}
        self._key = ""
        self._search: SearchDialog | None = None
        self._help: HelpWindow | None = None
        self.setWindowIcon(ikon("lkjip", ""))
        self.setMinimumSize(900, 560)
        self.setAcceptDrops(True)
        self._build_center()
        self._build_actions()
        self._build_toolbar()
        self._build_menu()
        self._build_status()
        self.bridge.changed.connect(self._on_changed)
        self.bridge.opened.connect(self._on_opened)
        self.bridge.told.connect(self.say)
        self.bridge.wanted.connect(self.go_to)
        self.bridge.screen_wanted.connect(self.show_screen)
        self.bridge.history_wanted.connect(self._show_history)
        self.bridge.year_wanted.connect(self.files.new_year)
        self.bridge.year_changed.connect(self._fill_years)
        tema().berganti.connect(self._restyle)
        self._fill_years()
        self._refresh_state()
        self._restore()
        tema().gayakan(self)

    # ------------------------------------------------------------------------------------------------- structure
    def _build_center(self) -> None:
        self.navigation = Navigation([(s.key, s.title, s.icon, keys_of(n)) for n, s in enumerate(SCREENS)])
        self.navigation.chosen.connect(self.show_screen)
        self.stack = QStackedWidget()
        self.banner = Label("")
        self.banner.setProperty("pita", "awas")
        self.banner.hide()
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.banner)
        box.addWidget(self.stack, 1)
        self.preview = PreviewPane(self.bridge)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(middle)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([770, 410])
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.splitter, 1)
        self.setCentralWidget(holder)

    def _action(self, text: str, icon: str, keys: QKeySequence.StandardKey | str | None, act: object) -> QAction:
        action = QAction(text, self)
        if icon:
            pasang(action, icon)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())  # type: ignore[operator]  # any callable without arguments
        words = text.replace("&", "").rstrip("…")
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({shortcut})" if shortcut else words)
        self.addAction(action)
        return action

    def _build_actions(self) -> None:
        key = QKeySequence.StandardKey
        self.new_action = self._action("&Baru…", "baru", key.New, self.files.new)
        self.open_action = self._action("B&uka…", "buka", key.Open, self.files.choose_and_open)
        self.save_action = self._action("&Simpan", "simpan", key.Save, self.files.save)
        self.copy_action = self._action("Simpan salinan &sebagai…", "salin", "Ctrl+Shift+S", self.files.save_copy)
        self.quit_action = self._action("&Keluar", "", "Ctrl+Q", self.close)
        self.undo_action = self._action("&Urungkan", "urung", key.Undo, self.undo)
        self.redo_action = self._action("U&langi", "ulang", "Ctrl+Y", self.redo)
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.find_action = self._action("&Cari di berkas…", "cari", key.Find, self.find_words)
        self.print_action = self._action("&Cetak halaman pratinjau…", "cetak", key.Print, self.print)
        self.help_action = self._action("Pan&duan", "bantuan", "F1", self.help)
        self.guide_action = self._action("&Selamat datang…", "", None, self.files.welcome)
        self.report_action = self._action("Buat laporan &galat…", "", None, self._report_fault)
        self.keys_action = self._action("&Pintasan papan ketik", "bantuan", "Ctrl+F1", self._show_keys)
        self.year_action = self._action("&Tahun baru…", "kalender", None, self.files.new_year)
        self.preview_action = self._action("&Pratinjau halaman", "pratinjau", "F9", self._toggle_preview)
        self.preview_action.setCheckable(True)
        self.preview_action.setChecked(True)
        self.larger_action = self._action("Per&besar", "", "Ctrl++", lambda: tema().geser_zoom(1))
        self.larger_action.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller_action = self._action("Per&kecil", "", "Ctrl+-", lambda: tema().geser_zoom(-1))
        self.normal_action = self._action("Ukuran &biasa", "", "Ctrl+0", lambda: tema().geser_zoom(0))
        self.about_action = self._action("&Tentang program", "info", None, self._about)
        for n, screen in enumerate(SCREENS):
            self._action(screen.title, "", keys_of(n), lambda s=screen: self.navigation.show_key(s.key))

    def _build_toolbar(self) -> None:
        bar = QToolBar("Perkakas")
        bar.setObjectName("perkakas")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for action in (self.new_action, self.open_action, self.save_action):
            bar.addAction(action)
        bar.addSeparator()
        bar.addAction(self.undo_action)
        bar.addAction(self.redo_action)
        bar.addSeparator()
        self.year_label = QLabel("Tahun")
        self.year_box = QComboBox()
        self.year_box.setAccessibleName("Tahun laporan")
        self.year_box.setToolTip("Tahun laporan yang dikerjakan")
        self.year_label.setBuddy(self.year_box)
        self.year_box.activated.connect(self._year_chosen)
        bar.addWidget(self.year_label)
        bar.addWidget(self.year_box)
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(room)
        self.name_label = QLabel()
        self.name_label.setProperty("peran", "redup")
        bar.addWidget(self.name_label)
        bar.addAction(self.preview_action)
        button = bar.widgetForAction(self.preview_action)
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addToolBar(bar)
        self.toolbar = bar

    def _build_menu(self) -> None:
        menu = self.menuBar().addMenu("&Berkas")
        menu.addActions([self.new_action, self.open_action])
        self.recent_menu = menu.addMenu("Berkas &terakhir")
        self.recent_menu.aboutToShow.connect(lambda: self.files.fill_recent(self.recent_menu))
        menu.addSeparator()
        menu.addActions([self.save_action, self.copy_action])
        menu.addSeparator()
        menu.addAction(self.print_action)
        menu.addSeparator()
        menu.addAction(self.quit_action)
        menu = self.menuBar().addMenu("&Sunting")
        menu.addActions([self.undo_action, self.redo_action])
        menu.addSeparator()
        menu.addAction(self.find_action)
        menu.addSeparator()
        menu.addAction(self.year_action)
        menu = self.menuBar().addMenu("&Tampilan")
        menu.addAction(self.preview_action)
        menu.addSeparator()
        menu.addActions([self.larger_action, self.smaller_action, self.normal_action])
        look = menu.addMenu("&Warna")
        for words, dark in (("&Ikut sistem", None), ("&Terang", False), ("&Gelap", True)):
            look.addAction(words).triggered.connect(lambda _=False, dark=dark: self._set_dark(dark))
        menu = self.menuBar().addMenu("Ban&tuan")
        menu.addActions([self.help_action, self.keys_action, self.guide_action])
        menu.addSeparator()
        menu.addActions([self.report_action, self.about_action])
        self.help_menu = menu

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.saved = QLabel()
        self.saved.setAccessibleName("Keadaan simpanan")
        self.place = QLabel()
        self.place.setProperty("peran", "redup")
        bar.addWidget(self.message, 1)
        bar.addPermanentWidget(self.place)
        bar.addPermanentWidget(self.saved)
        self._message_timer = QTimer(self)
        self._message_timer.setSingleShot(True)
        self._message_timer.setInterval(_MESSAGE_MS)
        self._message_timer.timeout.connect(self.message.clear)

    # --------------------------------------------------------------------------------------------------- screens
    def show_screen(self, key: str) -> View:
        """Show a screen, making it on its first time; what is half typed on the one before is committed."""
        before = self._views.get(self._key)
        if before is not None and key != self._key:
            before.commit()
        view = self._views.get(key)
        if view is None:
            screen = next(s for s in SCREENS if s.key == key)
            view = screen.factory(self.bridge)
            self._views[key] = view
            view.paper_changed.connect(lambda: self.preview.show_naskah(self.current.paper()))
            self.stack.addWidget(view)
        self._key = key
        self.stack.setCurrentWidget(view)
        self.navigation.show_key(key)
        self.preview.show_naskah(view.paper())
        return view

    @property
    def current(self) -> View:
        """The screen on view."""
        return self._views[self._key]

    def go_to(self, table: str, key: str, column: str) -> None:
        """Lead the user to the field of a value."""
        for screen in self._screens_for(table):
            view = self.show_screen(screen.key)
            if view.show_place(table, key, column):
                return
        self.say("Bagian ini ditulis oleh program dari data lain.", False)

    def _screens_for(self, table: str) -> list[Screen]:
        here = [s for s in SCREENS if s.key == self._key and table in s.tables]
        return here + [s for s in SCREENS if s.key != self._key and table in s.tables]

    # ------------------------------------------------------------------------------------------------------ steps
    def undo(self) -> None:
        label = self.bridge.workspace.label_urung
        if label and not self.bridge.undo():
            self.say(f"Diurungkan: {label}", False)

    def redo(self) -> None:
        label = self.bridge.workspace.label_ulang
        if label and not self.bridge.redo():
            self.say(f"Diulangi: {label}", False)

    # ------------------------------------------------------------------------------------------ find and print
    def find_words(self) -> None:
        """Ctrl+F over the whole file."""
        from ui.search_dialog import SearchDialog

        if self._search is None:
            self._search = SearchDialog(self.bridge, self)
        self._search.start()

    def print(self) -> None:
        """The pages of the preview through the system's print dialog."""
        if self.preview.isHidden():
            self.preview_action.trigger()
        self.preview.print()

    def help(self) -> None:
        """F1: the guide at the page of the screen on view."""
        from ui.help_window import PAGE_OF, HelpWindow

        if self._help is None:
            self._help = HelpWindow(self)
        self._help.show_page(PAGE_OF.get(self._key, ""))

    def _report_fault(self) -> None:
        from ui.fault_report import save_fault_report

        save_fault_report(self)

    def _show_keys(self) -> None:
        from ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.actions(), self).open()

    def say(self, words: str, refusal: bool) -> None:
        """A message in the status bar for a while."""
        self.message.setText(("⚠ " if refusal else "") + words)
        self.message.setToolTip(words)
        set_role(self.message, "peran", "buruk" if refusal else "redup")
        self._message_timer.start()

    # -------------------------------------------------------------------------------------------------- reacting
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("laporan", "identitas"):
            self._fill_years()
        self._refresh_state()

    def _on_opened(self) -> None:
        self._fill_years()
        self._refresh_state()
        self.preview.show_naskah(self.current.paper())

    def _fill_years(self, _year: int = 0) -> None:
        years = self.bridge.workspace.tahun()
        if self.bridge.year not in years:
            self.bridge.set_year(years[-1] if years else 0)
        self.year_box.clear()
        for year in reversed(years):
            self.year_box.addItem(str(year), year)
        self.year_box.addItem("Tahun baru…" if years else "Buat tahun…", None)
        at = self.year_box.findData(self.bridge.year)
        self.year_box.setCurrentIndex(max(0, at))

    def _year_chosen(self) -> None:
        year = self.year_box.currentData()
        if year is None:
            self.year_box.setCurrentIndex(max(0, self.year_box.findData(self.bridge.year)))
            self.files.new_year()
        else:
            if self._key:
                self.current.commit()
            self.bridge.set_year(int(year))

    def _refresh_state(self) -> None:
        workspace = self.bridge.workspace
        for action, verb, label in (
            (self.undo_action, "Urungkan", workspace.label_urung),
            (self.redo_action, "Ulangi", workspace.label_ulang),
        ):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setEnabled(bool(label))
            action.setText(f"{verb}: {label}" if label else verb)
            action.setToolTip(f"{verb}: {label} ({keys})" if label else f"{verb} ({keys})")
        clock = saved_at(workspace)
        self.saved.setText(f"tersimpan {clock}" if clock else "belum ada perubahan")
        self.banner.setVisible(workspace.hanya_baca)
        self.banner.setText(f"Hanya dibaca. {workspace.alasan_hanya_baca}")
        name = workspace.path.name if workspace.path else "Tanpa berkas"
        self.setWindowTitle(f"{workspace.judul} — {name}")
        self.place.setText(name)
        self.place.setToolTip(str(workspace.path) if workspace.path else "Data hanya di ingatan")
        self.name_label.setText(self.fontMetrics().elidedText(workspace.judul, Qt.TextElideMode.ElideRight, 320) + "  ")

    def _toggle_preview(self) -> None:
        self.preview.setVisible(self.preview_action.isChecked())

    def _set_dark(self, dark: bool | None) -> None:
        tema().paksa(dark)
        if self.settings is not None:
            self.settings.setValue("warna", "" if dark is None else "gelap" if dark else "terang")

    def _restyle(self) -> None:
        segarkan(self)
        side = round(self.fontMetrics().height() * 1.45)
        self.toolbar.setIconSize(QSize(side, side))
        self.navigation.restyle()
        if self.settings is not None:
            self.settings.setValue("zoom", tema().zoom)

    def _show_history(self, table: str, key: str, column: str) -> None:
        from ui.history_dialog import HistoryDialog

        HistoryDialog(self.bridge, table, key, column, self).open()

    def _about(self) -> None:
        from ui.about_dialog import AboutDialog

        dialog = AboutDialog(self.bridge.workspace, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # ------------------------------------------------------------------------------------------- window and end
    def _restore(self) -> None:
        s = self.settings
        key = str(s.value("layar", "beranda")) if s is not None else "beranda"
        self.resize(1440, 860)
        if s is not None:
            if (geometry := s.value("jendela")) is not None:
                self.restoreGeometry(geometry)
            elif self.screen().availableGeometry().width() <= _SMALL_SCREEN:
                self.setWindowState(Qt.WindowState.WindowMaximized)
            if (state := s.value("pembagi")) is not None:
                self.splitter.restoreState(state)
            if s.value("pratinjau", "ya") == "tidak":
                self.preview_action.setChecked(False)
                self.preview.hide()
        self.show_screen(key if any(screen.key == key for screen in SCREENS) else "beranda")

    def closeEvent(self, event: QCloseEvent) -> None:
        for view in self._views.values():
            view.commit()
        s = self.settings
        if s is not None:
            s.setValue("jendela", self.saveGeometry())
            s.setValue("pembagi", self.splitter.saveState())
            s.setValue("pratinjau", "ya" if self.preview_action.isChecked() else "tidak")
            s.setValue("layar", self._key)
            if self.bridge.workspace.path is not None:
                s.setValue("berkas", str(self.bridge.workspace.path))
        tema().berganti.disconnect(self._restyle)
        self.preview.close_jobs()
        self.bridge.close()
        self.backups.before_closing()
        try:
            self.bridge.workspace.tutup()
        except LkjipError as galat:
            tell(self, "Menutup berkas", str(galat), bad=True)
        super().closeEvent(event)

    def take_over(self, paths: list[str]) -> None:
        """Come to the front for another start of the program, with the file that it was given."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        for path in paths[:1]:
            self.files.open_path(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            # After the drop is over: the other program waits for it, and opening may ask something.
            QTimer.singleShot(0, self, lambda: self.files.open_path(path))

    def open_path(self, path: Path) -> bool:
        """Open another data file in this window."""
        return self.files.open_path(path)


def dropped_file(urls: Sequence[QUrl]) -> Path | None:
    """The data file among what was dropped, None when there is none."""
    for url in urls:
        if url.isLocalFile() and url.toLocalFile().lower().endswith(".lkjip"):
            return Path(url.toLocalFile())
    return None


def saved_at(workspace: Workspace) -> str:
    """Time of the last stored step as "08.15", "" when there is none."""
    stamp = workspace.waktu_simpan
    return stamp[11:16].replace(":", ".") if len(stamp) >= 16 else ""
