"""The tables of a report as a workbook: a sheet for each, numbers as numbers, text never as a formula."""

from __future__ import annotations

from lkjip_desktop.report.xlsx.buku import tulis

__all__ = ["tulis"]
