"""Long text as a value: paragraphs, lists, own tables and pictures, with merge fields as nodes, never as markup.

Canonical JSON (kind `naskah`): a list of blocks, keys sorted, no spaces, "" for an empty text.
  {"t":"p","i":[span...]}                                   paragraph
  {"t":"ol"|"ul","b":[[span...],...]}                       numbered or bulleted list
  {"t":"tabel","j":judul,"s":sumber,"k":kepala,"r":[[text,...],...]}   own table, first k rows are its header
  {"t":"gambar","j":judul,"s":sumber,"g":[[gambar_id,lebar_mm],...]}   pictures under one caption
  span: {"s":text} with optional "b":1 (bold), "i":1 (italic); or {"f":field,"r":row_id} a merge field
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Teks:
    """A run of typed characters; printed as typed."""

    teks: str
    tebal: bool = False
    miring: bool = False


@dataclass(frozen=True, slots=True)
class Medan:
    """A merge field: its name from core.kata.MEDAN and, where it needs one, the row it speaks of."""

    nama: str
    baris_id: str = ""


Span = Teks | Medan
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One paragraph."""

    isi: Spans


@dataclass(frozen=True, slots=True)
class Daftar:
    """A numbered or bulleted list, one tuple of spans an item."""

    bernomor: bool
    butir: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class TabelSendiri:
    """A table of the office's own; `kepala` header rows, all rows of equal length."""

    judul: str
    sumber: str
    kepala: int
    baris: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class GambarSendiri:
    """Pictures under one caption: (gambar id, print width in mm or 0)."""

    judul: str
    sumber: str
    gambar: tuple[tuple[str, int], ...]


Blok = Paragraf | Daftar | TabelSendiri | GambarSendiri
Isi = tuple[Blok, ...]


def dari_teks(teks: str) -> Isi:
    """Plain text to paragraphs, one for each non-empty line."""
    return tuple(Paragraf((Teks(line.strip()),)) for line in teks.split("\n") if line.strip())


def tulis(isi: Isi) -> str:
    """Canonical JSON of a text; "" when it holds nothing."""
    if not isi:
        return ""
    return json.dumps([_block(b) for b in isi], ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def baca(text: str) -> Isi:
    """The text of its canonical JSON.

    Raises:
        ValueError: when the JSON is not of this form; the message names the place in English.
    """
    if not text:
        return ()
    data = json.loads(text)
    if not isinstance(data, list):
        raise ValueError("naskah: a list of blocks is expected")
    return tuple(_parse_block(b) for b in data)


def polos(isi: Isi, medan: str = "…") -> str:
    """Plain text for search, word counts and comparison; merge fields show as `medan`."""
    lines: list[str] = []
    for b in isi:
        match b:
            case Paragraf(spans):
                lines.append(_plain(spans, medan))
            case Daftar(_, items):
                lines.extend(_plain(s, medan) for s in items)
            case TabelSendiri(judul, _, _, rows):
                lines.append(judul)
                lines.extend("\t".join(r) for r in rows)
            case GambarSendiri(judul, _, _):
                lines.append(judul)
    return "\n".join(lines)


def medan_dipakai(isi: Isi) -> Iterator[Medan]:
    """Every merge field of a text, in order."""
    for b in isi:
        runs: tuple[Spans, ...] = ()
        if isinstance(b, Paragraf):
            runs = (b.isi,)
        elif isinstance(b, Daftar):
            runs = b.butir
        for spans in runs:
            yield from (s for s in spans if isinstance(s, Medan))


def gambar_dipakai(isi: Isi) -> Iterator[str]:
    """Ids of every picture of a text, in order."""
    for b in isi:
        if isinstance(b, GambarSendiri):
            yield from (g for g, _ in b.gambar)


def _plain(spans: Spans, medan: str) -> str:
    return "".join(s.teks if isinstance(s, Teks) else medan for s in spans)


def _span(s: Span) -> dict[str, Any]:
    if isinstance(s, Medan):
        return {"f": s.nama, "r": s.baris_id}
    out: dict[str, Any] = {"s": s.teks}
    if s.tebal:
        out["b"] = 1
    if s.miring:
        out["i"] = 1
    return out


def _block(b: Blok) -> dict[str, Any]:
    match b:
        case Paragraf(spans):
            return {"t": "p", "i": [_span(s) for s in spans]}
        case Daftar(numbered, items):
            return {"t": "ol" if numbered else "ul", "b": [[_span(s) for s in i] for i in items]}
        case TabelSendiri(judul, sumber, kepala, rows):
            return {"t": "tabel", "j": judul, "s": sumber, "k": kepala, "r": [list(r) for r in rows]}
        case GambarSendiri(judul, sumber, gambar):
            return {"t": "gambar", "j": judul, "s": sumber, "g": [list(g) for g in gambar]}


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"naskah: {where} must be text")
    return value


def _parse_spans(value: object) -> Spans:
    if not isinstance(value, list):
        raise ValueError("naskah: a list of spans is expected")
    out: list[Span] = []
    for s in value:
        if not isinstance(s, dict):
            raise ValueError("naskah: a span must be an object")
        if "f" in s:
            out.append(Medan(_text(s["f"], "field"), _text(s.get("r", ""), "row")))
        else:
            out.append(Teks(_text(s.get("s"), "span"), bool(s.get("b")), bool(s.get("i"))))
    return tuple(out)


def _parse_block(b: object) -> Blok:
    if not isinstance(b, dict):
        raise ValueError("naskah: a block must be an object")
    kind = b.get("t")
    if kind == "p":
        return Paragraf(_parse_spans(b.get("i")))
    if kind in ("ol", "ul"):
        items = b.get("b")
        if not isinstance(items, list):
            raise ValueError("naskah: a list needs items")
        return Daftar(kind == "ol", tuple(_parse_spans(i) for i in items))
    if kind == "tabel":
        rows, header = b.get("r"), b.get("k", 1)
        if not isinstance(rows, list) or not all(isinstance(r, list) for r in rows) or not isinstance(header, int):
            raise ValueError("naskah: a table needs rows")
        width = max((len(r) for r in rows), default=0)
        cells = tuple(tuple(_text(c, "cell") for c in r) + ("",) * (width - len(r)) for r in rows)
        return TabelSendiri(_text(b.get("j", ""), "title"), _text(b.get("s", ""), "source"), header, cells)
    if kind == "gambar":
        pictures = b.get("g")
        if not isinstance(pictures, list):
            raise ValueError("naskah: a figure needs pictures")
        pairs: list[tuple[str, int]] = []
        for g in pictures:
            if not isinstance(g, list) or len(g) != 2 or not isinstance(g[1], int):
                raise ValueError("naskah: a picture is [id, width]")
            pairs.append((_text(g[0], "picture"), g[1]))
        return GambarSendiri(_text(b.get("j", ""), "title"), _text(b.get("s", ""), "source"), tuple(pairs))
    raise ValueError(f"naskah: unknown block {kind!r}")
