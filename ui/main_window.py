"""The main window: navigation, the screens, the preview, and the commands that belong to the whole file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication

from lkjip_desktop.core.change import Changed
from lkjip_desktop.errors import LkjipError
from lkjip_desktop.workspace import Workspace
from ui import folders
from ui.backup_watch import BackupWatch
from ui.bridge import Bridge
from ui.dialogs import tell
from ui.file_deeds import FileDeeds
from ui.ikon import ikon
from ui.opening import dropped_file
from ui.screens import SCREENS, keys_of
from ui.step_trail import StepTrail
from ui.tema import tema
from ui.widgets.field import flash
from ui.widgets.view import View, leave_cell
from ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from ui.help_window import HelpWindow
    from ui.search_dialog import SearchDialog

#: Widest screen on which the window fills the whole of it when it is opened for the first time.
_SMALL_SCREEN = 1500


class MainWindow(WindowFrame):
    """One window over one data file."""

    def __init__(self, workspace: Workspace, settings: QSettings | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.bridge = Bridge(workspace, self)
        self.bridge.settings = settings
        folders.use(settings)
        self.files = FileDeeds(self, self.bridge, settings)
        self.backups = BackupWatch(self.bridge, self)
        self._close_failed = False
        #: What the user chose for the preview: "tidak", "selalu" (also where it is narrow), "ya" where there is room.
        self._preview_choice = "ya"
        #: The value at which the cursor was last: table, row, column.
        self._at = ("", "", "")
        self._search: SearchDialog | None = None
        self._help: HelpWindow | None = None
        self.trail = StepTrail(
            self.bridge,
            lambda: self.stack.current(),
            lambda words, link, act: self.say(words, False, link, act),
            self.go_to,
            self,
        )
        self.setWindowIcon(ikon("lkjip", ""))
        self.setMinimumSize(640, 480)  # beside a spreadsheet on a small screen
        self.setAcceptDrops(True)
        self.build_parts(self.bridge)
        self.navigation.chosen.connect(self.show_screen)
        self._make_actions()
        self.build_toolbar(self._year_chosen)
        self.build_menus(lambda: self.files.fill_recent(self.recent_menu), self._set_dark)
        self.bridge.changed.connect(self._on_changed)
        self.bridge.opened.connect(self._on_opened)
        self.bridge.told.connect(self.say)
        self.bridge.offered.connect(lambda words, link, act: self.say(words, False, link, act))
        self.bridge.wanted.connect(self.go_to)
        self.bridge.screen_wanted.connect(self.show_screen)
        self.bridge.history_wanted.connect(self._show_history)
        self.bridge.focused.connect(self._note_place)
        self.bridge.year_wanted.connect(self.files.new_year)
        self.bridge.year_changed.connect(self._fill_years)
        self.bridge.year_changed.connect(self._keep_place)
        self.bridge.trouble_changed.connect(self._on_trouble)
        self.unsaved.retried.connect(self.files.retry)
        self.unsaved.rescued.connect(self.files.rescue)
        tema().berganti.connect(self._restyle)
        self.stack.paper_changed.connect(self._show_paper)
        tema().zoom_dituju.connect(self._tell_zoom)
        self._fill_years()
        self._refresh_state()
        self._restore()
        tema().gayakan(self)

    def _make_actions(self) -> None:
        key = QKeySequence.StandardKey
        self.new_action = self.add_action("&Baru…", "baru", key.New, self.files.new)
        self.open_action = self.add_action("B&uka…", "buka", key.Open, self.files.choose_and_open)
        self.save_action = self.add_action("&Simpan", "simpan", key.Save, self.files.save)
        self.copy_action = self.add_action("Simpan s&alinan sebagai…", "salin", "Ctrl+Shift+S", self.files.save_copy)
        self.double_click_action = self.add_action("Buka dengan klik &ganda…", "", None, self._arrange_double_click)
        self.quit_action = self.add_action("&Keluar", "", "Ctrl+Q", self.close)
        self.undo_action = self.add_action("&Urungkan", "urung", key.Undo, self.trail.undo)
        self.redo_action = self.add_action("U&langi", "ulang", "Ctrl+Y", self.trail.redo)
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.find_action = self.add_action("&Cari di berkas…", "cari", key.Find, self.find_words)
        self.print_action = self.add_action("&Cetak halaman pratinjau…", "cetak", key.Print, self.print)
        self.help_action = self.add_action("Pan&duan", "bantuan", "F1", self.help)
        self.guide_action = self.add_action("&Selamat datang…", "", None, self.files.welcome)
        self.report_action = self.add_action("Buat laporan &galat…", "", None, self._report_fault)
        self.keys_action = self.add_action("&Pintasan papan ketik", "bantuan", "Ctrl+F1", self._show_keys)
        self.history_action = self.add_action("&Riwayat isian ini…", "riwayat", "Ctrl+H", self._show_history_here)
        self.year_action = self.add_action("&Tahun baru…", "kalender", None, self.files.new_year)
        self.preview_action = self.add_action("&Pratinjau halaman", "pratinjau", "F9", self._toggle_preview)
        self.preview_action.setCheckable(True)
        self.preview_action.setChecked(True)
        self.larger_action = self.add_action("Per&besar", "", "Ctrl++", lambda: tema().geser_zoom(1))
        self.larger_action.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller_action = self.add_action("Per&kecil", "", "Ctrl+-", lambda: tema().geser_zoom(-1))
        self.normal_action = self.add_action("&Ukuran biasa", "", "Ctrl+0", lambda: tema().geser_zoom(0))
        self.about_action = self.add_action("&Tentang program", "info", None, self._about)
        for n, screen in enumerate(SCREENS):
            self.add_action(screen.title, "", keys_of(n), partial(self.navigation.show_key, screen.key))

    # --------------------------------------------------------------------------------------------------- screens
    def show_screen(self, key: str) -> View:
        """Show a screen, making it on its first time; what is half typed on the one before is committed."""
        view = self.stack.show_key(key)
        self.navigation.show_key(key)
        self.preview.show_naskah(view.paper())
        self._keep_place()
        return view

    def commit(self) -> bool:
        leave_cell()
        return self.current.commit()

    def screens(self) -> Iterable[View]:
        return self.stack

    @property
    def _key(self) -> str:
        return self.stack.key

    @property
    def current(self) -> View:
        """The screen on view."""
        view = self.stack.current()
        assert view is not None, "a window shows a screen from its first moment on"
        return view

    def _show_paper(self) -> None:
        self.preview.show_naskah(self.current.paper())

    def go_to(self, table: str, key: str, column: str) -> None:
        """Lead the user to the field of a value."""
        for screen in self.stack.with_table(table):
            view = self.show_screen(screen.key)
            if view.show_place(table, key, column):
                if (field := QApplication.focusWidget()) is not None and self.isAncestorOf(field):
                    flash(field)
                return
            if not key:  # what is missing is added on its screen
                self.say("Belum ada isiannya; tambahkan di sini.", False)
                return
        self.say("Bagian ini ditulis oleh program dari data lain.", False)

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

    def _arrange_double_click(self) -> None:
        from ui.double_click import arrange_double_click

        arrange_double_click(self, self.bridge)

    def _report_fault(self) -> None:
        from ui.fault_report import save_fault_report

        save_fault_report(self)

    def _show_keys(self) -> None:
        from ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.actions(), self).open()

    # -------------------------------------------------------------------------------------------------- reacting
    def _on_changed(self, changed: Changed) -> None:
        self.message.clear()  # what it said was of an earlier step
        if changed.touches("laporan", "identitas"):
            self._fill_years()
        self._refresh_state()

    def _on_trouble(self, reason: str) -> None:
        self.unsaved.show_reason(reason)
        self._refresh_state()

    def _on_opened(self) -> None:
        self._fill_years()
        self._refresh_state()
        self._show_paper()

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
                self.commit()
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
        state = f"tersimpan {clock}" if clock else "belum ada perubahan"
        self.saved.setText("belum tersimpan" if self.bridge.trouble else state)
        self.banner.setVisible(workspace.hanya_baca)
        self.banner.setText(f"Hanya dibaca. {workspace.alasan_hanya_baca}")
        name = workspace.path.name if workspace.path else "Tanpa berkas"
        self.setWindowTitle(f"{workspace.judul} — {name}")
        self.place.setText(name)
        self.place.setToolTip(str(workspace.path) if workspace.path else "Data hanya di ingatan")
        self.name_label.setText(self.fontMetrics().elidedText(workspace.judul, Qt.TextElideMode.ElideRight, 320) + "  ")

    def _toggle_preview(self) -> None:
        shown = self.preview_action.isChecked()
        self._preview_choice = "tidak" if not shown else "selalu" if self.narrow else "ya"
        self.preview.setVisible(shown)

    def fit(self) -> None:
        """In a narrow window the preview makes room for the form, unless the user has asked for it there."""
        super().fit()
        shown = self._preview_choice == "selalu" or (self._preview_choice == "ya" and not self.narrow)
        if shown != self.preview_action.isChecked():
            self.preview_action.setChecked(shown)
            self.preview.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _set_dark(self, dark: bool | None) -> None:
        tema().paksa(dark)
        if self.settings is not None:
            self.settings.setValue("warna", "" if dark is None else "gelap" if dark else "terang")

    def _tell_zoom(self, percent: int) -> None:
        self.say(f"Ukuran tampilan {percent}%", False)

    def _restyle(self) -> None:
        self.restyle()
        self.fit()
        if self.settings is not None:
            self.settings.setValue("zoom", tema().zoom)

    def _show_history(self, table: str, key: str, column: str) -> None:
        from ui.history_dialog import HistoryDialog

        HistoryDialog(self.bridge, table, key, column, self).open()

    def _note_place(self, table: str, key: str, column: str) -> None:
        if column:  # a row that was chosen is no value
            self._at = (table, key, column)

    def _show_history_here(self) -> None:
        """Of the value that the cursor was at last."""
        table, key, column = self._at
        if not table or self.bridge.snapshot.row(table, key) is None:
            self.say("Pilih dahulu sebuah isian; riwayatnya tampil dari sini atau dengan klik kanan.", False)
            return
        self._show_history(table, key, column)

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
            self._preview_choice = str(s.value("pratinjau", "ya"))
        year = str(s.value("tahun", "")) if s is not None else ""
        if year.isdigit() and int(year) in self.bridge.workspace.tahun():
            self.bridge.set_year(int(year))
            self._fill_years()
        self.fit()
        self.show_screen(key if any(screen.key == key for screen in SCREENS) else "beranda")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._close_failed:
            try:
                self.stack.commit()
                may = self.files.may_leave()
            except Exception:
                self._close_failed = True  # a fault is told of and the window stays; the second time it closes
                event.ignore()
                raise
            if not may:
                event.ignore()
                return
        try:
            self._before_end()
        finally:  # whatever else fails, the file is closed in order
            try:
                self.bridge.workspace.tutup()
            except LkjipError as galat:
                tell(self, "Menutup berkas", str(galat), bad=True)
        self.stack.close_screens()
        super().closeEvent(event)

    def _keep_place(self, _year: int = 0) -> None:
        """Where the work stands, at once: after a power cut nobody should type on in another year."""
        if self.settings is not None and self._key:
            self.settings.setValue("layar", self._key)
            self.settings.setValue("tahun", self.bridge.year)

    def _before_end(self) -> None:
        """Keep what belongs to this computer, end the work in the background, make the last backup."""
        s = self.settings
        if s is not None:
            s.setValue("jendela", self.saveGeometry())
            s.setValue("pembagi", self.splitter.saveState())
            s.setValue("pratinjau", self._preview_choice)
            if self.bridge.workspace.path is not None:
                s.setValue("berkas", str(self.bridge.workspace.path))
        tema().berganti.disconnect(self._restyle)
        tema().zoom_dituju.disconnect(self._tell_zoom)
        self.preview.close_jobs()
        self.bridge.close()
        self.backups.before_closing()

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


def saved_at(workspace: Workspace) -> str:
    """Time of the last stored step as "08.15", "" when there is none."""
    stamp = workspace.waktu_simpan
    return stamp[11:16].replace(":", ".") if len(stamp) >= 16 else ""
