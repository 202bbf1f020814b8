"""Tests of report.pdf."""
