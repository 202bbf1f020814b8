"""The chapters: pure functions from a snapshot and its results to blocks."""
