"""Change every input of the example, one at a time; no page may keep an old value (python -m tools.mutasi)."""
