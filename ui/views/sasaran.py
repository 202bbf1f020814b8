"""Sasaran & IKK: the tree of three levels, and a form for each sasaran and each indicator of the year."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lkjip_desktop.core.tables import Analisis, IndikatorTahun, SasaranTahun
from ui.bridge import Bridge
from ui.views.indikator_panel import IndikatorPanel
from ui.views.sasaran_panel import SasaranPanel
from ui.views.sasaran_rows import SasaranRows
from ui.views.sasaran_tree import SasaranTree
from ui.widgets.field import Label
from ui.widgets.lines import choose_stand_in
from ui.widgets.parts import icon_button
from ui.widgets.preview import Naskah
from ui.widgets.search_line import SearchLine
from ui.widgets.view import View

#: From so many rows on there is a line to look for words.
_MANY = 12


class SasaranView(View):
    """Tree at the left, the form of what is chosen at the right."""

    tables = ("sasaran", "sasaran_tahun", "indikator", "indikator_tahun", "analisis")

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "Sasaran & IKK")
        self.subtitle.hide()
        self.tree = SasaranTree()
        self.tree.chosen.connect(self._show)
        self.rows = SasaranRows(bridge, self.tree, self._begin, self)
        self.tree.dropped.connect(self.rows.drop)
        self.tree.entered.connect(self._enter)
        self.seek = SearchLine("Cari sasaran atau indikator…")
        self.seek.textChanged.connect(self.tree.seek)
        self.seek.returnPressed.connect(self._found)
        self.seek.down.connect(self._found)
        self.tree.typed.connect(self._seek)
        self.sasaran = SasaranPanel(bridge)
        self.indikator = IndikatorPanel(bridge)
        self.empty = Label("Belum ada sasaran pada tahun ini. Tekan “+ Sasaran” untuk menambah yang pertama.", "redup")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.panels = QStackedWidget()
        for panel in (self.empty, self.sasaran, self.indikator):
            self.panels.addWidget(panel)
        left = QWidget()
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.seek)
        box.addWidget(self.tree, 1)
        box.addLayout(self._buttons())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.panels)
        split.setStretchFactor(0, 1)  # a wide window shows whole names as well
        split.setStretchFactor(1, 2)
        split.setSizes([225, 520])
        self.body.addWidget(split, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        rows = self.rows
        self.add_aim = QPushButton("+ Sasaran")
        self.add_aim.setToolTip("Tambah sasaran pada tingkat yang dipilih (Ctrl+Shift+A)")
        self.add_aim.clicked.connect(rows.add_aim)
        self.add_indicator = QPushButton("+ Indikator")
        self.add_indicator.setToolTip("Tambah indikator pada sasaran yang dipilih (Ctrl+Shift+I)")
        self.add_indicator.clicked.connect(rows.add_indicator)
        row.addWidget(self.add_aim)
        row.addWidget(self.add_indicator)
        row.addStretch()
        for icon, words, act in (
            ("naik", "Naikkan (Alt+Shift+↑)", lambda: rows.move(-1)),
            ("turun", "Turunkan (Alt+Shift+↓)", lambda: rows.move(1)),
            ("hapus", "Hapus (Delete)", rows.remove),
        ):
            row.addWidget(icon_button(icon, words, act))
        # The first two work in the fields as well: whoever adds one indicator after another never leaves the keys.
        leave = QAction("Kosongkan pencarian", self.seek)
        leave.setShortcut(QKeySequence("Esc"))
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        leave.triggered.connect(self._leave_search)
        self.seek.addAction(leave)
        self._action("Tambah indikator", "Ctrl+Shift+I", rows.add_indicator, self)
        self._action("Tambah sasaran", "Ctrl+Shift+A", rows.add_aim, self)
        self._action("Ganti nama", "F2", self._rename, self.tree)
        self._action("Gandakan indikator", "Ctrl+D", rows.copy, self.tree)
        self._action("Naikkan", "Alt+Shift+Up", lambda: rows.move(-1), self.tree)
        self._action("Turunkan", "Alt+Shift+Down", lambda: rows.move(1), self.tree)
        self._action("Hapus…", "Delete", rows.remove, self.tree)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        return row

    def _action(self, words: str, keys: str, act: Callable[[], object], where: QWidget) -> None:
        action = QAction(words, where)
        action.setShortcut(QKeySequence(keys))
        # Those of the screen work wherever the keys are while it is on view; those of the tree only in the tree.
        context = Qt.ShortcutContext.WindowShortcut if where is self else Qt.ShortcutContext.WidgetShortcut
        action.setShortcutContext(context)
        action.triggered.connect(lambda: act())
        where.addAction(action)

    def _menu(self, place: QPoint) -> None:
        """All that can be done with a row, with its keys."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        indicator = self.tree.current()[0] == "indikator_tahun"
        menu.addActions(self.actions())
        menu.addSeparator()
        menu.addActions([a for a in self.tree.actions() if indicator or a.text() != "Gandakan indikator"])
        menu.popup(self.tree.viewport().mapToGlobal(place))

    # ------------------------------------------------------------------------------------------------- as a View
    def refresh(self) -> None:
        self.tree.fill(self.bridge.snapshot, self.bridge.year, self.bridge.hasil())
        self.seek.setVisible(self.tree.count() > _MANY or bool(self.seek.text()))
        if self.tree.current()[1] == "":
            self.panels.setCurrentWidget(self.empty)

    def paper(self) -> Naskah:
        return Naskah("lkjip", "bab3")

    def commit(self) -> bool:
        panel = self.panels.currentWidget()
        return panel.commit() if isinstance(panel, SasaranPanel | IndikatorPanel) else True

    def show_place(self, table: str, key: str, column: str) -> bool:
        s, year = self.bridge.snapshot, self.bridge.year
        target, row_id = table, key
        if table == "analisis":
            analysis = s.get(Analisis, key)
            # One that is not written yet is told of by its indicator, on paper as "baru:<indikator>:<nomor>".
            of = key.removeprefix("baru:").partition(":")[0]
            row = (
                s.one(IndikatorTahun, indikator_id=analysis.indikator_id, tahun=analysis.tahun)
                if analysis
                else s.one(IndikatorTahun, indikator_id=of, tahun=year) or s.get(IndikatorTahun, key)
            )
            target, row_id = "indikator_tahun", row.id if row else ""
        elif table == "indikator":
            row = s.one(IndikatorTahun, indikator_id=key, tahun=year)
            target, row_id = "indikator_tahun", row.id if row else ""
        elif table == "sasaran":
            aim = s.one(SasaranTahun, sasaran_id=key, tahun=year)
            target, row_id = "sasaran_tahun", aim.id if aim else ""
        stored = s.row(target, row_id)
        if stored is None:
            return False
        if (wanted := getattr(stored, "tahun", year)) != year:
            self.bridge.set_year(wanted)
        if not self.tree.choose(target, row_id):
            return False
        if target == "sasaran_tahun":
            return self.sasaran.show_place(column, table)
        return self.indikator.show_place(column, table, key)

    def _show(self, table: str, row_id: str) -> None:
        before = self.panels.currentWidget()
        if isinstance(before, SasaranPanel | IndikatorPanel) and before.row_id == row_id:
            return
        if isinstance(before, SasaranPanel | IndikatorPanel):
            before.commit()
        if table == "sasaran_tahun":
            self.sasaran.show_row(row_id)
            self.panels.setCurrentWidget(self.sasaran)
        elif table == "indikator_tahun":
            self.indikator.show_row(row_id)
            self.panels.setCurrentWidget(self.indikator)
        else:
            self.panels.setCurrentWidget(self.empty)
        if self.isVisible():
            self.bridge.focused.emit(table, row_id, "")

    # ------------------------------------------------------------------------------------------------------ by keys
    def _begin(self, table: str, row_id: str) -> None:
        """A new row: its name is chosen, to be typed over."""
        self.seek.clear()
        if self.tree.choose(table, row_id):
            self._rename()

    def _rename(self) -> None:
        table, _ = self.tree.current()
        if table == "sasaran_tahun":
            self.sasaran.show_place("nama")
        elif table == "indikator_tahun":
            self.indikator.show_place("nama")
        else:
            return
        choose_stand_in()

    def _enter(self) -> None:
        """From the tree to the fields of what is chosen."""
        panel = self.panels.currentWidget()
        if isinstance(panel, SasaranPanel | IndikatorPanel):
            panel.focus_first()

    def _seek(self, letters: str) -> None:
        if self.seek.isVisible():
            self.seek.setFocus()
            self.seek.setText(letters)

    def _leave_search(self) -> None:
        self.seek.clear()
        self.tree.setFocus()

    def _found(self) -> None:
        """From the words that are looked for to the first row that holds them."""
        self.tree.choose_found()
        self.tree.setFocus()
