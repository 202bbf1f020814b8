"""Other people's files: JSON and XLSX out and in."""
