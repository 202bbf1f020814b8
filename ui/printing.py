"""Paper through the system's print dialog: page ranges, copies, two sides; pages are drawn by PDFium."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

#: Finer than this no office printer shows, and a page takes 25 MB.
DPI_MOST = 300

#: Paper that differs less is the same: F4 is 210 or 215 mm wide, and sizes are rounded to points.
_SHRUNK = 0.97

Raster = Callable[[bytes, int, float], QImage]


def ask_and_print(
    parent: QWidget,
    title: str,
    pdf: bytes,
    sizes: tuple[tuple[float, float], ...],
    raster: Raster,
    page: int = 0,
    two_sided: bool = False,
) -> str:
    """Show the print dialog and print; what to tell the user afterwards, "" when cancelled. `two_sided` is what the
    dialog proposes."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    if two_sided:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Cetak {title}")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, max(1, len(sizes)))
    dialog.setFromTo(1, max(1, len(sizes)))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return ""
    pages = chosen_pages(printer, len(sizes), page)
    smaller = any(fitted(printer, *sizes[n]) < _SHRUNK for n in pages)
    progress = QProgressDialog(f"Mencetak {title}…", "Batal", 0, len(pages), parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(800)
    done = print_pages(printer, pdf, sizes, raster, pages, lambda n: not progress.wasCanceled() and _shown(progress, n))
    progress.close()
    if not done:
        return "Pencetakan dibatalkan."
    shrunk = " Kertas pencetak lebih kecil daripada naskah; halamannya dikecilkan agar muat." if smaller else ""
    return f"{title} dikirim ke pencetak.{shrunk}"


def _shown(progress: QProgressDialog, n: int) -> bool:
    progress.setValue(n)
    return True


def chosen_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """Pages (from 0) as the dialog says."""
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        return [min(current, count - 1)]
    ranges = printer.pageRanges()  # several of them where the dialog of the system takes "1,3-5"
    if printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        return [n for n in range(count) if ranges.contains(n + 1)]
    return list(range(count))


def print_pages(
    printer: QPrinter,
    pdf: bytes,
    sizes: tuple[tuple[float, float], ...],
    raster: Raster,
    pages: list[int],
    go_on: Callable[[int], bool] = lambda _n: True,
) -> bool:
    """Draw pages on a printer at their real size, turned where they lie, made smaller only where the paper is smaller;
    False when `go_on` stopped it."""
    if not pages:
        return True
    painter = QPainter()
    for n, page in enumerate(pages):
        width, height = sizes[page]
        share = fitted(printer, width, height)
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
        scale = printer.resolution() / 72 * share
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        left = max(0.0, (paper.width() - width * scale) / 2) if share < _SHRUNK else 0.0
        painter.drawImage(QRectF(left, 0, width * scale, height * scale), image)
    painter.end()
    return True


def fitted(printer: QPrinter, width: float, height: float) -> float:
    """Ask the printer for paper of this size in points; the share of the page that fits on what it has, at most 1."""
    _set_page(printer, width, height)
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    if paper.isEmpty():
        return 1.0
    share = min(1.0, paper.width() / width, paper.height() / height)
    return 1.0 if share > _SHRUNK else share


def _set_page(printer: QPrinter, width: float, height: float) -> None:
    lying = width > height
    size = QSizeF(min(width, height), max(width, height))
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)
