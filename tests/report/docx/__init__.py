"""Tests of lkjip_desktop.report.docx."""
