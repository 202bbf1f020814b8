"""The same blocks as an editable Word file."""
