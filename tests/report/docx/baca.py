"""A Word file read back as a reader sees it: numbers counted as Word counts them, fields by their results."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from lkjip_desktop.core.angka import huruf, romawi

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def lipat(teks: str) -> str:
    """Text with all white space folded."""
    return " ".join(teks.split())


def rapat(teks: str) -> str:
    """Text without any white space."""
    return re.sub(r"\s+", "", teks)


@dataclass
class Baca:
    """The parts of a Word file, and its paragraphs in order."""

    isi: bytes
    bagian: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.isi)) as z:
            self.bagian = {n: z.read(n) for n in z.namelist()}
        self.badan: Any = self.xml("word/document.xml")[0]
        self._gaya = {s.get(W + "styleId"): s for s in self.xml("word/styles.xml").iter(W + "style")}
        angka = self.xml("word/numbering.xml")
        self._abstrak = {a.get(W + "abstractNumId"): a for a in angka.iter(W + "abstractNum")}
        self._num = {n.get(W + "numId"): n.find(W + "abstractNumId").get(W + "val") for n in angka.iter(W + "num")}
        self._hitung: dict[str, list[int]] = {}
        self.nomor = {p: self._nomor(p) for p in self.badan.iter(W + "p")}

    def xml(self, nama: str) -> Any:
        """A part as elements."""
        return etree.fromstring(self.bagian[nama])

    def gaya(self, p: Any) -> str:
        """Style id of a paragraph or table."""
        for jalan in (f"{W}pPr/{W}pStyle", f"{W}tblPr/{W}tblStyle"):
            e = p.find(jalan)
            if e is not None:
                return str(e.get(W + "val"))
        return ""

    def _nomor(self, p: Any) -> str:
        angka = p.find(f"{W}pPr/{W}numPr")
        if angka is None:
            gaya = self._gaya.get(self.gaya(p))
            angka = gaya.find(f"{W}pPr/{W}numPr") if gaya is not None else None
        if angka is None:
            return ""
        num = angka.find(W + "numId").get(W + "val")
        if num == "0":
            return ""
        ilvl = angka.find(W + "ilvl")
        level = int(ilvl.get(W + "val")) if ilvl is not None else 0
        abstrak = self._num[num]
        tingkat = {int(x.get(W + "ilvl")): x for x in self._abstrak[abstrak].iter(W + "lvl")}
        hitung = self._hitung.setdefault(abstrak, [0] * 9)
        hitung[level] = (hitung[level] or int(tingkat[level].find(W + "start").get(W + "val")) - 1) + 1
        hitung[level + 1 :] = [0] * (8 - level)
        bentuk = tingkat[level].find(W + "numFmt").get(W + "val")
        n = hitung[level]
        angka_teks = {
            "upperRoman": romawi(n),
            "upperLetter": huruf(n),
            "lowerLetter": huruf(n, kecil=True),
            "decimal": str(n),
            "bullet": "•",
        }[bentuk]
        pola = str(tingkat[level].find(W + "lvlText").get(W + "val"))
        return pola.replace(f"%{level + 1}", angka_teks)

    def teks(self, p: Any) -> str:
        """What stands in a paragraph, its number before it."""
        isi = [self.nomor.get(p, ""), " "]
        for e in p.iter(W + "t", M + "t", W + "tab", W + "br", M + "den", M + "num", M + "e"):
            if e.getparent().tag == W + "tabs":
                continue
            isi.append(e.text or "" if e.tag in (W + "t", M + "t") else " ")
        return lipat("".join(isi))

    def paragraf(self) -> list[str]:
        """All paragraphs that hold text, in order, those of tables row by row."""
        return [t for p in self.badan.iter(W + "p") if (t := self.teks(p))]

    def tabel(self, gaya: str) -> list[list[list[str]]]:
        """Cells of all tables of a style, merged ones where they begin."""
        return [
            [
                [lipat(" ".join(self.teks(p) for p in tc.iter(W + "p"))) for tc in tr.findall(W + "tc")]
                for tr in t.findall(W + "tr")
            ]
            for t in self.badan.iter(W + "tbl")
            if self.gaya(t) == gaya
        ]
