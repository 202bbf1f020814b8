"""Faults: kill, power cut, full disk, damaged and hostile files; see README.md for the table of all of them."""
