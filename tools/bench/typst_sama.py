"""The same blocks through Typst: paragraphs, tables, formulas, pictures and the three contents lists."""

from __future__ import annotations

import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

import typst

from lkjip_desktop.report.blocks import (
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
)

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
AWAL = """#set page(paper: "a4", margin: (left: 30mm, right: 20mm, y: 25mm), numbering: "1")
#set text(font: "Liberation Serif", size: 11pt, lang: "id")
#set par(justify: true)
#set table(stroke: 0.5pt)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure: set block(breakable: true)
"""


def kata(text: str) -> str:
    """A Typst string literal in content."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def teks(isi: Runs) -> str:
    """Runs as Typst content."""
    return "".join(f"#strong[{kata(r.teks)}]" if r.tebal else kata(r.teks) for r in isi)


def tabel(g: Grid) -> str:
    """A table, as a figure when it has a caption."""
    sel = [f"table.cell(colspan: {c.kolom})[{teks(c.isi)}]" for r in g.kepala for c in r.sel]
    kepala = f"table.header({', '.join(sel)})," if sel else ""
    isi = ", ".join(f"table.cell(colspan: {c.kolom})[{teks(c.isi)}]" for r in g.baris for c in r.sel)
    lebar = ", ".join(f"{w}fr" for w in g.lebar)
    t = f"table(columns: ({lebar},), {kepala} {isi})"
    return f"#figure({t}, kind: table, caption: [{teks(g.judul)}])\n" if g.judul is not None else f"#{t}\n"


def naskah(blok: tuple[Any, ...], ada: set[str]) -> str:
    """The blocks as Typst source."""
    out: list[str] = []
    for b in blok:
        match b:
            case Heading():
                out.append(f"#heading(level: {b.level + 1})[{kata(b.judul)}]\n")
            case Para():
                out.append(teks(b.isi) + "\n\n")
            case Items():
                out.append("#enum(" + ", ".join(f"[{teks(i)}]" for i in b.butir) + ")\n")
            case Grid() if b.baris:
                out.append(tabel(b))
            case Formula():
                for kiri, suku in b.baris:
                    isi = " ".join(
                        f"#math.frac([{teks(s.atas)}], [{teks(s.bawah)}])" if isinstance(s, Frac) else teks(s)
                        for s in suku
                    )
                    out.append(f"#math.equation(block: true)[{kata(kiri)} = {isi}]\n")
            case Figure():
                gambar = " ".join(f'#image("{p.berkas}.bin.png", width: 80%)' for p in b.gambar if p.berkas in ada)
                out.append(f"#figure([{gambar}], kind: image, caption: [{teks(b.judul or ())}])\n")
            case Signatures():
                out.append("#grid(columns: 2, " + ", ".join(f"[{kata(s.nama)}]" for s in b.blok) + ")\n")
            case Letterhead():
                out.append("#align(center)[" + " \\\n".join(map(kata, (*b.baris, *b.kontak))) + "]\n")
            case Cover():
                out.append(
                    "#align(center)[" + " \\\n".join(map(kata, (*b.atas, *b.judul, *b.bawah))) + "]\n#pagebreak()\n"
                )
            case Contents():
                jenis = {
                    "isi": "",
                    "tabel": ", target: figure.where(kind: table)",
                    "gambar": ", target: figure.where(kind: image)",
                }
                out.append(f"#outline(title: none{jenis[b.jenis]})\n")
            case Keep():
                out.append(naskah(b.isi, ada))
            case NewPage():
                out.append("#pagebreak(weak: true)\n")
            case _:
                pass
    return "".join(out)


def main(masuk: str, keluar: str) -> None:
    """Read a pickled (Document, blobs) and print it."""
    doc: Document
    doc, berkas = pickle.loads(Path(masuk).read_bytes())  # our own file, written a moment ago
    with tempfile.TemporaryDirectory() as folder:
        for sha, data in berkas.items():
            (Path(folder) / f"{sha}.bin.png").write_bytes(data)
        sumber = Path(folder) / "a.typ"
        sumber.write_text(AWAL + naskah(doc.blok, set(berkas)), encoding="utf-8")
        typst.compile(str(sumber), output=keluar, font_paths=[str(FONTS)])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
