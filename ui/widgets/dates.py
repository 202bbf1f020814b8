"""The input of a date: typed in any usual form, today by a key, or picked from a calendar; parts may be missing."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from lkjip_desktop.core.schema import Column
from lkjip_desktop.core.tanggal import baca_tanggal, tanggal_cetak
from ui.ikon import ikon, pasang
from ui.tema import tema
from ui.widgets.lines import LineField


class DateField(LineField):
    """Ctrl+; writes today, as in a spreadsheet; Alt+Down or the picture at the right opens a calendar."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(column, parent)
        self.calendar_action = QAction("Pilih dari kalender (Alt+↓)", self)
        pasang(self.calendar_action, "kalender")
        self.calendar_action.triggered.connect(self.show_calendar)
        self.line.addAction(self.calendar_action, QLineEdit.ActionPosition.TrailingPosition)

    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.calendar_action.setEnabled(not read_only)

    def write_today(self) -> None:
        """Today, as if it had been typed and left."""
        self._take(_text(QDate.currentDate()))

    def show_calendar(self) -> None:
        """Days to click on, and what is asked for most often in words."""
        if self.line.isReadOnly():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        today = QDate.currentDate()
        menu.addAction(f"Hari ini, {_text(today)}\tCtrl+;").triggered.connect(self.write_today)
        month = tanggal_cetak(today.toString("yyyy-MM"), ruang_hari=False)
        menu.addAction(f"{month}, tanpa hari").triggered.connect(lambda: self._take(month))
        if self.year:
            last = tanggal_cetak(f"{self.year}-12-31")
            menu.addAction(last).triggered.connect(lambda: self._take(last))
        days = QCalendarWidget()
        days.setLocale(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
        days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for name, icon in (("prev", "kiri"), ("next", "kanan")):
            if (button := days.findChild(QToolButton, f"qt_calendar_{name}month")) is not None:
                button.setIcon(ikon(icon))
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(tema().warna.buruk))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            days.setWeekdayTextFormat(day, weekend)
        line = days.fontMetrics().height()
        days.setMinimumHeight(11 * line + 40)  # in a menu it would be as tall as it is without the looks of the window
        known, _ = baca_tanggal(self.text())
        if known:
            days.setSelectedDate(QDate.fromString(f"{known}-01-01"[:10], "yyyy-MM-dd"))
        elif self.year and self.year != today.year():
            days.setCurrentPage(self.year, 12)
        for chosen in (days.clicked, days.activated):  # by the mouse, by Enter
            chosen.connect(menu.close)
            chosen.connect(lambda day: self._take(_text(day)))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(days)
        menu.addAction(holder)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                if not self.line.isReadOnly():
                    self.write_today()
                return True
            if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.show_calendar()
                return True
        return super().eventFilter(watched, event)


def _text(day: QDate) -> str:
    return tanggal_cetak(day.toString("yyyy-MM-dd"))
