"""Tests of report.sections."""
