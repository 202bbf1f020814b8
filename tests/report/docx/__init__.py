"""Tests of report.docx."""
