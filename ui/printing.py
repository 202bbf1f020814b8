"""Paper through the system's print dialog: page ranges, copies, two sides; pages are drawn by PDFium."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

#: Finer than this no office printer shows, and a page takes 25 MB.
DPI_MOST = 300

Raster = Callable[[bytes, int, float], QImage]


def ask_and_print(
    parent: QWidget,
    title: str,
    pdf: bytes,
    sizes: tuple[tuple[float, float], ...],
    raster: Raster,
    page: int = 0,
) -> str:
    """Show the print dialog and print; what to tell the user afterwards, "" when cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Cetak {title}")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, max(1, len(sizes)))
    dialog.setFromTo(1, max(1, len(sizes)))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return ""
    pages = chosen_pages(printer, len(sizes), page)
    progress = QProgressDialog(f"Mencetak {title}…", "Batal", 0, len(pages), parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(800)
    done = print_pages(printer, pdf, sizes, raster, pages, lambda n: not progress.wasCanceled() and _shown(progress, n))
    progress.close()
    return f"{title} dikirim ke pencetak." if done else "Pencetakan dibatalkan."


def _shown(progress: QProgressDialog, n: int) -> bool:
    progress.setValue(n)
    return True


def chosen_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """Pages (from 0) as the dialog says."""
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        return [min(current, count - 1)]
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        return list(range(printer.fromPage() - 1, min(printer.toPage() or count, count)))
    return list(range(count))


def print_pages(
    printer: QPrinter,
    pdf: bytes,
    sizes: tuple[tuple[float, float], ...],
    raster: Raster,
    pages: list[int],
    go_on: Callable[[int], bool] = lambda _n: True,
) -> bool:
    """Draw pages on a printer at their real size, turned where they lie; False when `go_on` stopped it."""
    if not pages:
        return True
    painter = QPainter()
    for n, page in enumerate(pages):
        width, height = sizes[page]
        _set_page(printer, width, height)
        if n == 0:
            if not painter.begin(printer):
                return False
        else:
            printer.newPage()
        if not go_on(n):
            painter.end()
            return False
        dpi = min(DPI_MOST, printer.resolution())
        image = raster(pdf, page, dpi)
        scale = printer.resolution() / 72
        painter.drawImage(QRectF(0, 0, width * scale, height * scale), image)
    painter.end()
    return True


def _set_page(printer: QPrinter, width: float, height: float) -> None:
    lying = width > height
    size = QSizeF(min(width, height), max(width, height))
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)
