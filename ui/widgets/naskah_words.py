"""A naskah as plain words for reading: merge fields show what they print now."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_desktop.core.kata_medan import MEDAN
from lkjip_desktop.core.naskah import Daftar, GambarSendiri, Isi, Medan, Paragraf, Spans, TabelSendiri
from ui.bridge import Bridge


def plain_words(bridge: Bridge, isi: Isi, row_id: str = "", instead: Mapping[str, str] | None = None) -> str:
    """Paragraphs with an empty line between. `row_id` is what merge fields without a row speak of; `instead` maps row
    ids, for a text that is used at another place."""
    out = []
    for block in isi:
        match block:
            case Paragraf(spans):
                out.append(_words(bridge, spans, row_id, instead or {}))
            case Daftar(numbered, items):
                out.append(
                    "\n".join(
                        f"{f'{n}.' if numbered else '–'} {_words(bridge, item, row_id, instead or {})}"
                        for n, item in enumerate(items, 1)
                    )
                )
            case TabelSendiri(judul, _, _, _):
                out.append(f"[Tabel: {judul}]" if judul else "[Tabel]")
            case GambarSendiri(judul, _, _):
                out.append(f"[Gambar: {judul}]" if judul else "[Gambar]")
    return "\n\n".join(out)


def _words(bridge: Bridge, spans: Spans, row_id: str, instead: Mapping[str, str]) -> str:
    hasil = bridge.hasil()
    out = []
    for s in spans:
        if isinstance(s, Medan):
            known = MEDAN.get(s.nama)
            row = instead.get(s.baris_id, s.baris_id) or row_id
            value = known.isi(bridge.snapshot, hasil, row) if known and hasil else ""
            out.append(value or (f"[{known.label}]" if known else ""))
        else:
            out.append(s.teks)
    return "".join(out)
