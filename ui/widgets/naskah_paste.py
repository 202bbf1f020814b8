"""What a naskah can hold of a paste from Word, LibreOffice, Excel or the web: paragraphs, lists, tables, pictures."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument, QTextFrame, QTextList, QTextListFormat, QTextTable

from lkjip_desktop.core.naskah import Daftar, Medan, Paragraf, Span, Spans, TabelSendiri, Teks, dari_teks
from lkjip_desktop.core.teks import bersih
from ui.widgets import naskah_document as nd
from ui.widgets.tsv import read_tsv

#: A picture is an image in memory or the path of a file; `None` stands for one that cannot be reached.
Piece = Paragraf | Daftar | TabelSendiri | QImage | str | None

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".webp")
# Word writes the sign of a list item as text, with hard spaces up to the words.
_BULLET = re.compile("^[\u00b7\u2022\u25aa\u25cf\uf0b7\uf0a7\uf0d8\u2013o§-](?:[\u00a0 \t]{2,}|\t)(?=\\S)")
# A letter with one hard space is an initial: "H.\u00a0Ahmad".
_NUMBER = re.compile("^(?:\\d{1,3}[.)][\u00a0\t]|[a-zA-Z][.)](?:\t|[\u00a0 ]{2}))[\u00a0 \t]*(?=\\S)")
_SPACES = re.compile("[ \u00a0\u2007\u202f\t]+")
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")


def read_paste(source: QMimeData) -> list[Piece]:
    """The pieces of a paste, in order; empty when there is nothing in it that a naskah holds."""
    files = [Path(u.toLocalFile()) for u in source.urls() if u.isLocalFile()]
    pictures = [str(p) for p in files if p.suffix.lower() in _PICTURES]
    if pictures:
        return list(pictures)
    text = source.text()
    rows = [r for r in text.replace("\r\n", "\n").split("\n") if r.strip()]
    if len(rows) > 1 and all("\t" in r for r in rows) and not _is_list(source, rows):
        return [_table(read_tsv(text))]
    if source.hasImage() and not text.strip():
        image = source.imageData()
        return [image] if isinstance(image, QImage) else []
    if source.hasHtml():
        return read_html(source.html())
    plain = (Paragraf(_tidy(b.isi)) for b in dari_teks(bersih(text)[0]) if isinstance(b, Paragraf))
    return _joined([p for p in plain if p.isi])


def _is_list(source: QMimeData, rows: list[str]) -> bool:
    """Whether rows with tabs are the items of a list: Word gives its signs as "1.<tab>" and no table beside them."""
    items = all(_marked(r) and r.count("\t") == 1 for r in rows)
    return items and "<table" not in source.html().lower()


def read_html(html: str) -> list[Piece]:
    """The pieces of a text with styles; of the styles only bold, italic and lists stay."""
    document = QTextDocument()
    document.setHtml(html)
    return _joined(list(_frame(document.rootFrame())))


# ------------------------------------------------------------------------------------------------------ the document
def _frame(frame: QTextFrame) -> Iterator[Piece]:
    """Blocks and tables of a frame; other frames in it (text boxes) are read as if they stood in the text."""
    it = frame.begin()
    outer: QTextList | None = None  # the list that is being read
    while not it.atEnd():
        inner: QTextFrame | None = it.currentFrame()  # the stub does not know that there may be none
        block = it.currentBlock()
        it += 1
        if isinstance(inner, QTextTable):
            outer = None
            yield from _of_table(inner)
        elif inner is not None:
            outer = None
            yield from _frame(inner)
        elif block.isValid():
            spans, in_list = _tidy(nd.spans_of(block)), nd.list_of(block)
            if spans and in_list is not None:
                # An item of a list within a list is an item like the others: a naskah knows one level.
                inside = outer is not None and in_list.format().indent() > outer.format().indent()
                goes_on = in_list == outer or inside
                outer = outer if goes_on else in_list
                numbered = _numbered(outer.format().style()) if outer is not None else False
                yield Daftar(numbered, (spans,)) if goes_on else _Start(numbered, (spans,))
            elif spans:
                outer = None
                yield Paragraf(spans)
            yield from _pictures(block)


class _Start(Daftar):
    """The first item of a list: it does not go on with the list before."""

    __slots__ = ()


def _numbered(style: QTextListFormat.Style) -> bool:
    kinds = QTextListFormat.Style
    return style not in (kinds.ListDisc, kinds.ListCircle, kinds.ListSquare)


def _of_table(table: QTextTable) -> Iterator[Piece]:
    """A table; one of a single cell is a frame around text."""
    if table.rows() == table.columns() == 1:
        cell = table.cellAt(0, 0)
        yield from (Paragraf((Teks(line),)) for line in _lines(cell.firstCursorPosition().block(), cell))
        return
    rows = [[" ".join(_lines_of(table, i, j)) for j in range(table.columns())] for i in range(table.rows())]
    if any(any(r) for r in rows):
        yield _table(rows)


def _lines_of(table: QTextTable, row: int, column: int) -> list[str]:
    cell = table.cellAt(row, column)
    if (cell.row(), cell.column()) != (row, column):
        return []  # covered by a merged cell
    return _lines(cell.firstCursorPosition().block(), cell)


def _lines(block: QTextBlock, cell: object) -> list[str]:
    last = cell.lastCursorPosition().block()  # type: ignore[attr-defined]  # QTextTableCell, which has no base here
    out = []
    while block.isValid():
        words = "".join(s.teks for s in _tidy(nd.spans_of(block)) if isinstance(s, Teks)).strip()
        if words:
            out.append(words)
        if block == last:
            break
        block = block.next()
    return out


def _table(rows: list[list[str]]) -> TabelSendiri:
    width = max((len(r) for r in rows), default=0)
    cells = tuple(tuple(bersih(c)[0] for c in r) + ("",) * (width - len(r)) for r in rows)
    return TabelSendiri("", "", 1, cells)


def _pictures(block: QTextBlock) -> Iterator[Piece]:
    it = block.begin()
    while not it.atEnd():
        form = it.fragment().charFormat()
        if form.isImageFormat() and not (name := form.toImageFormat().name()).startswith(nd.SCHEME):
            yield _picture(name)
        it += 1


def _picture(name: str) -> QImage | str | None:
    """A picture that the text carries within itself or names on this computer."""
    if name.startswith("data:image/") and ";base64," in name:
        try:
            image = QImage.fromData(base64.b64decode(name.partition(";base64,")[2], validate=False))
        except (binascii.Error, ValueError):
            return None
        return None if image.isNull() else image
    path = Path(QUrl(name).toLocalFile() or name)
    return str(path) if path.suffix.lower() in _PICTURES and path.is_file() else None


# ------------------------------------------------------------------------------------------------------ the words
def _tidy(spans: Spans) -> Spans:
    """Without hard and doubled spaces, break marks and signs that no paper prints; empty when nothing is left."""
    out: list[Span] = []
    space = True  # at the front of a paragraph no space is wanted
    for s in spans:
        if isinstance(s, Medan):
            out.append(s)
            space = False
            continue
        marker = s.teks if not out else ""
        text = s.teks if _marked(marker) else _SPACES.sub(" ", s.teks)
        text = _NOTHING.sub("", bersih(text)[0])
        if space:
            text = text.lstrip(" ")
        if text:
            out.append(Teks(text, s.tebal, s.miring))
            space = text.endswith(" ")
    while out and isinstance(out[-1], Teks) and not out[-1].teks.rstrip():
        out.pop()
    if out and isinstance(out[-1], Teks):
        out[-1] = Teks(out[-1].teks.rstrip(), out[-1].tebal, out[-1].miring)
    return tuple(out)


def _marked(text: str) -> re.Match[str] | None:
    return _BULLET.match(text) or _NUMBER.match(text)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Items to lists, also those that Word writes as paragraphs with a sign at their front."""
    out: list[Piece] = []
    typed = False  # the list at the end of `out` was made of signs
    for p in pieces:
        if isinstance(p, Paragraf) and (item := _item(p)) is not None:
            before = out[-1] if out else None
            goes_on = typed and isinstance(before, Daftar) and before.bernomor == item.bernomor
            typed = True
            if goes_on and isinstance(before, Daftar):
                out[-1] = Daftar(before.bernomor, (*before.butir, *item.butir))
            else:
                out.append(item)
            continue
        before = out[-1] if out else None
        if isinstance(p, Daftar) and not isinstance(p, _Start) and not typed and isinstance(before, Daftar):
            out[-1] = Daftar(before.bernomor, (*before.butir, *p.butir))
        elif isinstance(p, Daftar):
            out.append(Daftar(p.bernomor, p.butir))
        else:
            out.append(p)
        typed = False
    return out


def _item(p: Paragraf) -> Daftar | None:
    """A paragraph with a sign of a list at its front as an item of one."""
    first = p.isi[0] if p.isi else None
    if not isinstance(first, Teks):
        return None
    found = _marked(first.teks)
    if found is None:
        return None
    rest = Teks(_SPACES.sub(" ", first.teks[found.end() :]), first.tebal, first.miring)
    spans = (rest, *p.isi[1:]) if rest.teks else p.isi[1:]
    return Daftar(_NUMBER.match(first.teks) is not None, (spans,)) if spans else None
