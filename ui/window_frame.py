"""The frame of the window: its parts, actions, menus and bars; what they do is said by the main window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.bridge import Bridge
from ui.ikon import pasang, segarkan
from ui.screen_stack import ScreenStack
from ui.screens import SCREENS, keys_of
from ui.tema import tema
from ui.unsaved import UnsavedBand
from ui.widgets.field import Label, set_role
from ui.widgets.navigation import Navigation
from ui.widgets.preview import PreviewPane

_MESSAGE_MS = 9000
#: Widths of the window in characters below which the navigation shows icons only, and the preview makes room.
_ICONS_EM, _ALONE_EM = 140, 132


class WindowFrame(QMainWindow):
    """Parts by name; a subclass makes them with `build_parts` and gives every action its deed with `add_action`."""

    new_action: QAction
    open_action: QAction
    save_action: QAction
    copy_action: QAction
    double_click_action: QAction
    quit_action: QAction
    undo_action: QAction
    redo_action: QAction
    find_action: QAction
    history_action: QAction
    print_action: QAction
    help_action: QAction
    guide_action: QAction
    report_action: QAction
    keys_action: QAction
    year_action: QAction
    preview_action: QAction
    larger_action: QAction
    smaller_action: QAction
    normal_action: QAction
    about_action: QAction

    def commit(self) -> bool:
        """Store what is half typed on the screen in view; True when nothing is left."""
        raise NotImplementedError

    def screens(self) -> Iterable[QWidget]:
        """The screens that were made so far, in view or not."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------------- structure
    def build_parts(self, bridge: Bridge) -> None:
        """Navigation at the left, the stack of screens below a banner, the preview at the right, the status bar."""
        self.navigation = Navigation([(s.key, s.title, s.icon, keys_of(n)) for n, s in enumerate(SCREENS)])
        self.stack = ScreenStack(bridge)
        self.banner = Label("")
        self.banner.setProperty("pita", "awas")
        self.banner.hide()
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.banner)
        self.unsaved = UnsavedBand()
        box.addWidget(self.unsaved)
        box.addWidget(self.stack, 1)
        self.preview = PreviewPane(bridge)
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
        self._build_status()

    def add_action(
        self, text: str, icon: str, keys: QKeySequence.StandardKey | str | None, act: Callable[[], object]
    ) -> QAction:
        """An action of the window with its keys; the tool tip names them."""
        action = QAction(text, self)
        if icon:
            pasang(action, icon)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())
        words = text.replace("&", "").rstrip("…")
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({shortcut})" if shortcut else words)
        self.addAction(action)
        return action

    def build_toolbar(self, year_chosen: Callable[[], object]) -> None:
        """The bar below the menus; needs the actions."""
        bar = QToolBar("Perkakas")
        bar.setObjectName("perkakas")
        bar.setMovable(False)
        # A right click, on the menu bar too, would offer to hide this bar, and the year with it, without a way back.
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
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
        self.year_box.activated.connect(lambda _at: year_chosen())
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
        self._size_icons()

    def build_menus(self, fill_recent: Callable[[], object], set_dark: Callable[[bool | None], object]) -> None:
        """The menus; needs the actions."""
        menu = self.menuBar().addMenu("&Berkas")
        menu.addActions([self.new_action, self.open_action])
        self.recent_menu = menu.addMenu("Berkas &terakhir")
        self.recent_menu.aboutToShow.connect(lambda: fill_recent())
        menu.addSeparator()
        menu.addActions([self.save_action, self.copy_action])
        menu.addSeparator()
        menu.addAction(self.print_action)
        menu.addSeparator()
        menu.addActions([self.double_click_action, self.quit_action])
        menu = self.menuBar().addMenu("&Sunting")
        menu.addActions([self.undo_action, self.redo_action])
        menu.addSeparator()
        menu.addActions([self.find_action, self.history_action])
        menu.addSeparator()
        menu.addAction(self.year_action)
        menu = self.menuBar().addMenu("&Tampilan")
        menu.addAction(self.preview_action)
        menu.addSeparator()
        menu.addActions([self.larger_action, self.smaller_action, self.normal_action])
        look = menu.addMenu("&Warna")
        choice = QActionGroup(look)
        for words, dark in (("&Ikut sistem", None), ("&Terang", False), ("&Gelap", True)):
            action = look.addAction(words)
            action.setActionGroup(choice)
            action.setCheckable(True)
            action.setChecked(tema().dipaksa is dark)
            action.triggered.connect(lambda _=False, dark=dark: set_dark(dark))
        menu = self.menuBar().addMenu("B&antuan")
        menu.addActions([self.help_action, self.keys_action, self.guide_action])
        menu.addSeparator()
        menu.addActions([self.report_action, self.about_action])
        self.help_menu = menu

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.linkActivated.connect(lambda _href: self._follow_message())
        self._message_act: Callable[[], None] | None = None
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

    def width_em(self) -> int:
        """Width of the window in characters of now: the same for a small screen as for enlarged text."""
        return self.width() // max(1, self.fontMetrics().horizontalAdvance("0"))

    @property
    def narrow(self) -> bool:
        """Whether form and preview have no room side by side."""
        return self.width_em() < _ALONE_EM

    def fit(self) -> None:
        """Give the forms the room that they need: icons for the navigation where the window is narrow for its text."""
        self.navigation.set_compact(self.width_em() < _ICONS_EM)

    def say(self, words: str, refusal: bool, link: str = "", act: Callable[[], None] | None = None) -> None:
        """A message in the status bar for a while; `link` are the words at its end that do `act`."""
        text = ("⚠ " if refusal else "") + words
        if act is not None:
            from html import escape  # its table of names need not be read before the first paint

            text = f'{escape(text)} <a href="#" style="color: {tema().warna.aksen}">{escape(link)}</a>'
        self._message_act = act
        flags = Qt.TextInteractionFlag
        reach = flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        self.message.setTextInteractionFlags(flags.NoTextInteraction if act is None else reach)
        self.message.setTextFormat(Qt.TextFormat.PlainText if act is None else Qt.TextFormat.RichText)
        self.message.setText(text)
        self.message.setToolTip(words)
        set_role(self.message, "peran", "buruk" if refusal else "redup")
        self._message_timer.start()

    def _follow_message(self) -> None:
        if self._message_act is not None:
            self._message_act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as it does in a dialog; Qt leaves that to the space bar here."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton | QToolButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Icons and sizes by the theme and the size of the text of now."""
        segarkan(self)
        self._size_icons()
        self.navigation.restyle()

    def _size_icons(self) -> None:
        side = round(self.fontMetrics().height() * 1.4)
        self.toolbar.setIconSize(QSize(side, side))
