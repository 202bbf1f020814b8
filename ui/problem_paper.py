"""The list of problems on paper: through the print dialog, or as a PDF or text file."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.problem_groups import Group, lines, word

_MARGIN_MM = 20.0
#: The weight that the face of the screen has; a heavier one would be smeared.
_STRONG = 'style="font-weight:600"'


def list_html(title: str, groups: Iterable[Group]) -> str:
    """The list as a page: a heading for each group, its problems with their suggestions below."""
    out = [f"<h2 {_STRONG}>{escape(title)}</h2>"]
    for g in groups:
        if g.title:
            out.append(f"<h3 {_STRONG}>{escape(g.title)} ({len(g.problems)})</h3>")
        for p in g.problems:
            hint = f"<br><i>{escape(p.saran)}</i>" if p.saran else ""
            out.append(f"<p>☐ <span {_STRONG}>{escape(word(p))}.</span> {escape(p.teks)}{hint}</p>")
    return f'<div style="color:#000000; font-size:10pt">{"".join(out)}</div>'


def print_list(parent: QWidget, title: str, groups: Iterable[Group]) -> str:
    """Ask for the printer and print; what to tell afterwards, "" when cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Cetak {title}")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return ""
    document = QTextDocument()
    document.setHtml(list_html(title, groups))
    document.print_(printer)
    return f"{title} dikirim ke pencetak."


def save_list(path: Path, title: str, groups: Iterable[Group]) -> None:
    """Write the list: a PDF, or for any other ending its rows with tabs.

    Raises:
        OSError: when the file cannot be written.
    """
    if path.suffix.lower() != ".pdf":
        path.write_text(lines(groups) + "\n", encoding="utf-8")
        return
    path.open("ab").close()  # the writer itself keeps silent about a place where it may not write
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.setHtml(list_html(title, groups))
    document.print_(writer)
