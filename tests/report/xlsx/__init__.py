"""Tests of lkjip_desktop.report.xlsx."""
