"""The same blocks as an editable Word file: real styles, captions, fields and equations."""
