"""The same blocks through plain ReportLab as its manual shows it: platypus, multiBuild, TableOfContents."""

from __future__ import annotations

import io
import pickle
import sys
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    Image,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

from lkjip_desktop.report.blocks import (
    Chart,
    Contents,
    Cover,
    Document,
    Figure,
    Formula,
    Frac,
    Grid,
    Heading,
    Items,
    Keep,
    Letterhead,
    NewPage,
    Para,
    Runs,
    Signatures,
    Tree,
)

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
LEBAR = 160 * mm
BODY = ParagraphStyle("b", fontName="S", fontSize=11, leading=15, alignment=4, spaceAfter=6)
CELL = ParagraphStyle("c", fontName="S", fontSize=9, leading=11)
HEAD = ParagraphStyle("h", fontName="SB", fontSize=12, leading=16, spaceBefore=8, spaceAfter=4, keepWithNext=1)
CAP = ParagraphStyle("cap", fontName="S", fontSize=10, leading=13, alignment=1, keepWithNext=1)


class Doc(BaseDocTemplate):
    """Tells the three contents lists where headings and captions fell."""

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 (the hook of ReportLab)
        daftar = getattr(flowable, "daftar", None)
        if daftar:
            self.notify(daftar[0], (daftar[1], daftar[2], self.page))


def teks(isi: Runs) -> str:
    """Runs as ReportLab markup."""
    return "".join(f"<b>{escape(r.teks)}</b>" if r.tebal else escape(r.teks) for r in isi)


def par(isi: str, gaya: ParagraphStyle, daftar: tuple[str, int, str] | None = None) -> Any:
    """A paragraph, noted for a contents list when asked."""
    p: Any = Paragraph(isi, gaya)
    p.daftar = daftar
    return p


def tabel(g: Grid) -> list[Any]:
    """A captioned table."""
    out: list[Any] = []
    if g.judul is not None:
        out.append(par(teks(g.judul), CAP, ("Tabel", 0, teks(g.judul))))
    kolom = len(g.lebar)
    rows = []
    for r in (*g.kepala, *g.baris):
        cells: list[Any] = []
        for c in r.sel:
            cells += [Paragraph(teks(c.isi), CELL)] + [""] * (c.kolom - 1)
        rows.append((cells + [""] * kolom)[:kolom])
    if rows:
        total = sum(g.lebar)
        t = Table(rows, [max(LEBAR * w / total, 12) for w in g.lebar], repeatRows=len(g.kepala), splitInRow=1)
        t.setStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ]
        )
        out += [t, Spacer(1, 8)]
    return out


def cerita(blok: tuple[Any, ...], berkas: dict[str, bytes]) -> list[Any]:
    """The blocks as a story; charts and trees are drawn as small tables, so that less is drawn than by us."""
    out: list[Any] = []
    for b in blok:
        match b:
            case Heading():
                out.append(par(escape(b.judul), HEAD, ("Isi", b.level, escape(b.judul))))
            case Para():
                out.append(par(teks(b.isi), BODY))
            case Items():
                out += [par(f"{n}. {teks(i)}", BODY) for n, i in enumerate(b.butir, 1)]
            case Grid():
                out += tabel(b)
            case Formula():
                for kiri, suku in b.baris:
                    rumus = " ".join(
                        f"({teks(s.atas)}) / ({teks(s.bawah)})" if isinstance(s, Frac) else teks(s) for s in suku
                    )
                    out.append(par(escape(kiri) + " = " + rumus, BODY))
            case Chart():
                rows = [[escape(k), *(s.label[n] if s.label else "" for s in b.seri)] for n, k in enumerate(b.kategori)]
                out += [
                    Table([[str(c)[:40] for c in r] for r in rows]),
                    par(teks(b.judul or ()), CAP, ("Gambar", 0, "")),
                ]
            case Tree():
                out.append(par(teks(b.judul or ()), CAP, ("Gambar", 0, "")))
            case Figure():
                for p in b.gambar:
                    im = Image(io.BytesIO(berkas[p.berkas]))
                    s = min(1, LEBAR / im.imageWidth, 150 * mm / im.imageHeight)
                    im.drawWidth, im.drawHeight = im.imageWidth * s, im.imageHeight * s
                    out.append(im)
                if b.judul is not None:
                    out.append(par(teks(b.judul), CAP, ("Gambar", 0, teks(b.judul))))
            case Signatures():
                isi = [[par("<br/>".join(map(escape, (*s.pembuka, "", "", s.nama, *s.bawah))), CELL) for s in b.blok]]
                out.append(KeepTogether([Table(isi)]))
            case Letterhead():
                out.append(par("<br/>".join(map(escape, (*b.baris, *b.kontak))), CAP))
            case Cover():
                out += [par("<br/>".join(map(escape, (*b.atas, *b.judul, *b.bawah))), HEAD), PageBreak()]
            case Contents():
                kelas: Any = TableOfContents  # its stubs do not know notifyKind
                toc = kelas(notifyKind={"isi": "Isi", "tabel": "Tabel", "gambar": "Gambar"}[b.jenis])
                toc.levelStyles = [BODY] * 5
                out.append(toc)
            case Keep():
                out += cerita(b.isi, berkas)
            case NewPage():
                out.append(PageBreak())
            case _:
                pass
    return out


def main(masuk: str, keluar: str) -> None:
    """Read a pickled (Document, blobs) and print it."""
    for nama, file in (("S", "LiberationSans-Regular.ttf"), ("SB", "LiberationSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(nama, str(FONTS / file)))
    pdfmetrics.registerFontFamily("S", "S", "SB", "S", "SB")
    doc: Document
    doc, berkas = pickle.loads(Path(masuk).read_bytes())  # our own file, written a moment ago
    kertas = Doc(keluar, pagesize=A4)
    bingkai = Frame(30 * mm, 25 * mm, LEBAR, 247 * mm, 0, 0, 0, 0)
    kertas.addPageTemplates([PageTemplate("p", [bingkai])])
    kertas.multiBuild(cerita(doc.blok, berkas))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
