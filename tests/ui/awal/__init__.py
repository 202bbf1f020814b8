"""Tests of ui/awal."""
