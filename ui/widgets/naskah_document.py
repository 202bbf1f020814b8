"""Paragraphs and lists of a naskah in a QTextDocument and back; merge fields are inline pictures of one character."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextList,
    QTextListFormat,
)

from lkjip_desktop.core.naskah import Daftar, Medan, Paragraf, Span, Spans, Teks
from ui.tema import tema

SCHEME = "medan:"
_OBJECT = "\ufffc"

#: The words that a chip shows for a merge field.
ChipText = Callable[[Medan], str]


def fill(doc: QTextDocument, blocks: Sequence[Paragraf | Daftar], chip: ChipText) -> None:
    """Replace the document's content; the undo stack of the document starts anew."""
    doc.setUndoRedoEnabled(False)
    doc.clear()
    insert(QTextCursor(doc), blocks, chip, first_in_place=True)
    doc.setUndoRedoEnabled(True)
    doc.setModified(False)


def insert(
    cursor: QTextCursor, blocks: Sequence[Paragraf | Daftar], chip: ChipText, first_in_place: bool = False
) -> None:
    """Insert blocks at the cursor; the first one goes on in the block where the cursor stands when asked so."""
    cursor.beginEditBlock()
    fresh = not first_in_place

    def new_block() -> None:
        nonlocal fresh
        if fresh:
            cursor.insertBlock(paragraph_format(), QTextCharFormat())
        else:
            cursor.setBlockFormat(paragraph_format())
            fresh = True

    for b in blocks:
        if isinstance(b, Paragraf):
            new_block()
            leave_list(cursor)
            _insert_spans(cursor, b.isi, chip)
        else:
            made: QTextList | None = None
            for item in b.butir:
                new_block()
                if made is None:
                    made = cursor.createList(list_format(b.bernomor))
                else:
                    made.add(cursor.block())
                _insert_spans(cursor, item, chip)
    cursor.endEditBlock()


def blocks_of(
    doc: QTextDocument, until: QTextBlock | None = None, after: QTextBlock | None = None
) -> tuple[Paragraf | Daftar, ...]:
    """The content as blocks of a naskah; empty paragraphs are left out, neighbouring items form one list. `until` is
    the last block that counts, `after` the one behind which it begins."""
    out: list[Paragraf | Daftar] = []
    last: QTextList | None = None
    block = doc.begin() if after is None else after.next()
    while block.isValid() and (until is None or block.blockNumber() <= until.blockNumber()):
        spans = spans_of(block)
        in_list = list_of(block)
        if any(isinstance(s, Medan) or s.teks.strip() for s in spans):
            if in_list is None:
                out.append(Paragraf(spans))
            else:
                numbered = in_list.format().style() != QTextListFormat.Style.ListDisc
                before = out[-1] if out else None
                if last is not None and last == in_list and isinstance(before, Daftar):
                    out[-1] = Daftar(before.bernomor, (*before.butir, spans))
                else:
                    out.append(Daftar(numbered, (spans,)))
            last = in_list
        elif in_list is None:
            last = None
        block = block.next()
    return tuple(out)


def insert_chip(cursor: QTextCursor, medan: Medan, chip: ChipText) -> None:
    """Insert a merge field at the cursor."""
    name = f"{SCHEME}{medan.nama}|{medan.baris_id}"
    picture = _chip(chip(medan))
    document = cursor.document()
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    form = QTextImageFormat()
    form.setName(name)
    form.setWidth(picture.width() / picture.devicePixelRatio())
    form.setHeight(picture.height() / picture.devicePixelRatio())
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    cursor.insertImage(form)


def paragraph_format() -> QTextBlockFormat:
    """The look of every paragraph on the screen."""
    form = QTextBlockFormat()
    form.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(7)
    return form


def list_format(numbered: bool) -> QTextListFormat:
    """The look of a list."""
    form = QTextListFormat()
    form.setStyle(QTextListFormat.Style.ListDecimal if numbered else QTextListFormat.Style.ListDisc)
    form.setIndent(1)
    return form


def insert_inline(cursor: QTextCursor, spans: Spans, chip: ChipText) -> None:
    """Insert spans within the paragraph where the cursor stands."""
    _insert_spans(cursor, spans, chip)


def list_of(block: QTextBlock) -> QTextList | None:
    """The list that a block belongs to (the stub does not know that there may be none)."""
    return block.textList()


def leave_list(cursor: QTextCursor) -> None:
    """Make the block of the cursor a plain paragraph."""
    now = list_of(cursor.block())
    if now is not None:
        now.remove(cursor.block())
    cursor.setBlockFormat(paragraph_format())


def _insert_spans(cursor: QTextCursor, spans: Spans, chip: ChipText) -> None:
    for s in spans:
        if isinstance(s, Medan):
            insert_chip(cursor, s, chip)
        else:
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Bold if s.tebal else QFont.Weight.Normal)
            form.setFontItalic(s.miring)
            cursor.insertText(s.teks, form)
    cursor.setCharFormat(QTextCharFormat())


def medan_of(form: QTextCharFormat) -> Medan | None:
    """The merge field that a picture stands for; None for any other piece of text."""
    if not form.isImageFormat() or not (name := form.toImageFormat().name()).startswith(SCHEME):
        return None
    nama, _, baris = name.removeprefix(SCHEME).partition("|")
    return Medan(nama, baris)


def spans_of(block: QTextBlock) -> Spans:
    """The runs and merge fields of one paragraph."""
    out: list[Span] = []
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        form = fragment.charFormat()
        if (medan := medan_of(form)) is not None:
            out.extend([medan] * fragment.length())
        else:
            # U+2028 is Qt's soft line break; the naskah knows paragraphs only, so it becomes a space.
            text = fragment.text().replace("\u2028", " ").replace(_OBJECT, "")
            bold = form.fontWeight() >= QFont.Weight.DemiBold.value
            before = out[-1] if out else None
            if isinstance(before, Teks) and (before.tebal, before.miring) == (bold, form.fontItalic()):
                out[-1] = Teks(before.teks + text, bold, form.fontItalic())
            elif text:
                out.append(Teks(text, bold, form.fontItalic()))
        it += 1
    return tuple(out)


def _chip(text: str) -> QImage:
    """A rounded label, twice as dense as the screen, so that it stays sharp."""
    ratio = 2.0
    font = QFont()
    font.setPointSizeF(tema().pt * 0.95)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 2
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    w = tema().warna
    painter.setPen(QColor(w.aksen))
    painter.setBrush(QColor(w.aksen_lembut))
    painter.drawRoundedRect(QRectF(0.75, 0.75, width - 1.5, height - 1.5), height / 2, height / 2)
    painter.setPen(QColor(w.teks))
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image
