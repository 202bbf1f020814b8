"""Blocks of cells as Excel and LibreOffice put them on the clipboard: tabs, line ends, quotes."""

from __future__ import annotations

from collections.abc import Sequence


def read_tsv(text: str) -> list[list[str]]:
    """The cells of a copied block. A cell that holds a tab, line end or quote comes in quotes, doubled inside.

    A quote that does not open a cell is an ordinary character, as in 2,5" (inch). One last line end is the end of
    the last row and no row of its own. Rows may differ in length.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removesuffix("\n")
    rows: list[list[str]] = [[]]
    i, n = 0, len(text)
    while True:
        end = _closing_quote(text, i) if i < n and text[i] == '"' else -1
        if end >= 0:
            cell, i = text[i + 1 : end].replace('""', '"'), end + 1
        else:
            start = i
            while i < n and text[i] not in "\t\n":
                i += 1
            cell = text[start:i]
        rows[-1].append(cell)
        if i >= n:
            return rows
        if text[i] == "\n":
            rows.append([])
        i += 1


def write_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Cells as a block that Excel and LibreOffice paste back the same."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in rows)


def _quoted(cell: str) -> str:
    if any(c in cell for c in '\t\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _closing_quote(text: str, start: int) -> int:
    """Where the quoted cell that starts here ends, -1 when its quote is an ordinary character."""
    i = start + 1
    while (i := text.find('"', i)) >= 0:
        if text[i + 1 : i + 2] == '"':
            i += 2
            continue
        return i if text[i + 1 : i + 2] in ("", "\t", "\n") else -1
    return -1
