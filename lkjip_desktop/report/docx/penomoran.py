"""Numbering that Word keeps itself: chapters and headings by level, and one list for each enumeration."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip_desktop.core.angka import huruf, romawi
from lkjip_desktop.report.blocks import Heading, Items
from lkjip_desktop.report.docx.gaya import sifat_huruf
from lkjip_desktop.report.docx.xml import Elemen, twip, w
from lkjip_desktop.report.pdf.style import Gaya, Tata

_LEVEL = 9  # Word wants all nine


@dataclass(slots=True)
class _Daftar:
    """One multi-level list: its abstract number, label before the chapter number, counters as Word keeps them."""

    abstrak: int
    label: str
    dasar: int
    hitung: list[int] = field(default_factory=lambda: [0] * _LEVEL)


class Penomoran:
    """Gives each heading and each enumeration its list instance; `xml` is the part, made at the end."""

    def __init__(self, t: Tata) -> None:
        self._t = t
        self._abstrak: list[Elemen] = []
        self._angka: list[Elemen] = []
        self._daftar: dict[str, _Daftar] = {}
        self._butir: dict[str, int] = {}
        # The first list is that of the heading styles, so that a heading typed in Word continues it.
        self._kini = self._label("BAB")
        self._num = self._kini.dasar

    def judul(self, h: Heading, nomor: str) -> tuple[int, int] | None:
        """(list instance, level) with which Word shows `nomor` before this heading; None = no number."""
        if h.level == 0:
            if h.nomor:
                self._kini = self._label(h.label.strip().upper() or ("" if not h.label else "BAB"))
                self._num = self._kini.dasar
            else:
                # What stands below an unnumbered chapter counts by itself from the start.
                self._num = 0
        if not nomor:
            return None
        level = min(h.level, _LEVEL - 1)
        if self._num == 0:
            self._num = self._baru(self._kini.abstrak, {i: 1 for i in range(1, _LEVEL)})
            self._kini.hitung[1:] = [0] * (_LEVEL - 1)
        harap = _urutan(level, nomor, self._kini.label)
        if self._kini.hitung[level] + 1 != harap:
            self._num = self._baru(self._kini.abstrak, {level: harap})
        self._kini.hitung[level] = harap
        self._kini.hitung[level + 1 :] = [0] * (_LEVEL - level - 1)
        return self._num, level

    def butir(self, items: Items) -> int:
        """A fresh list instance for an enumeration."""
        gaya = items.gaya
        if gaya not in self._butir:
            self._butir[gaya] = self._tambah_butir(gaya)
        return self._baru(self._butir[gaya], {0: 1} if gaya != "-" else {})

    def xml(self) -> Elemen:
        """The numbering part."""
        return w("numbering", *self._abstrak, *self._angka)

    # ---------------------------------------------------------------------------------------------- lists
    def _baru(self, abstrak: int, mulai: dict[int, int]) -> int:
        n = len(self._angka) + 1
        timpa = [w("lvlOverride", w("startOverride", val=v), ilvl=i) for i, v in mulai.items()]
        self._angka.append(w("num", w("abstractNumId", val=abstrak), *timpa, numId=n))
        return n

    def _label(self, label: str) -> _Daftar:
        if label not in self._daftar:
            abstrak = len(self._abstrak)
            pertama = not self._daftar
            self._abstrak.append(
                w(
                    "abstractNum",
                    w("multiLevelType", val="multilevel"),
                    *(self._tingkat(i, label, pertama) for i in range(_LEVEL)),
                    abstractNumId=abstrak,
                )
            )
            self._daftar[label] = _Daftar(abstrak, label, self._baru(abstrak, {}))
        return self._daftar[label]

    def _tingkat(self, i: int, label: str, bergaya: bool) -> Elemen:
        """One level of a list of headings."""
        bentuk = ("upperRoman", "upperLetter")[i] if i < 2 else ("decimal", "lowerLetter")[i % 2]
        if i == 0:
            pola = f"{label} %1" if label else "%1."
        else:
            pola = f"%{i + 1}{'.' if i <= 3 else ')'}"
        ruang = twip(self._t.nomor_judul[min(i, len(self._t.nomor_judul)) - 1]) if i else 0
        return w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=bentuk),
            w("pStyle", val=f"Heading{i + 1}") if bergaya and i < 6 else None,
            w("suff", val="tab" if i else "space"),
            w("lvlText", val=pola),
            w("lvlJc", val="left"),
            w("pPr", w("tabs", w("tab", val="num", pos=ruang)) if i else None, w("ind", left=ruang, hanging=ruang)),
            w("rPr", *sifat_huruf(self._t.bab_label)) if i == 0 else None,
            ilvl=i,
        )

    def _tambah_butir(self, gaya: str) -> int:
        abstrak = len(self._abstrak)
        tingkat = []
        for i in range(_LEVEL):
            inden = twip(self._t.butir_inden * (i + 1))
            bentuk = {"1": "decimal", "a": "lowerLetter", "-": "bullet"}[gaya]
            pola = "•" if gaya == "-" else f"%{i + 1}."
            tingkat.append(
                w(
                    "lvl",
                    w("start", val=1),
                    w("numFmt", val=bentuk),
                    w("lvlText", val=pola),
                    w("lvlJc", val="left"),
                    w("pPr", w("ind", left=inden, hanging=twip(self._t.butir_inden))),
                    w("rPr", *_huruf_butir(self._t.butir)),
                    ilvl=i,
                )
            )
        self._abstrak.append(w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *tingkat, abstractNumId=abstrak))
        return abstrak


def _huruf_butir(g: Gaya) -> list[Elemen]:
    return sifat_huruf(g)[:1]


def _urutan(level: int, nomor: str, label: str) -> int:
    """Place in its list of a printed number ("BAB III" -> 3, "B." -> 2, "4." -> 4)."""
    inti = nomor.removeprefix(label).strip().rstrip(".)") if level == 0 else nomor.rstrip(".)")
    if level == 0:
        buat = romawi
    elif level % 2 == 0:
        return int(inti)
    else:
        buat = huruf
    n = 1
    while buat(n).lower() != inti.lower():
        n += 1
        if n > 3999:
            raise ValueError(f"not a number of a heading: {nomor!r}")
    return n
