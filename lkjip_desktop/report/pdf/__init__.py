"""Blocks drawn as PDF pages; the only room that speaks ReportLab."""
