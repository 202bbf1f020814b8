"""Numbering that Word keeps itself: chapters and headings by level, and one list for each enumeration."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip_desktop.core.angka import huruf, romawi
from lkjip_desktop.report.blocks import Heading, Items
from lkjip_desktop.report.docx.gaya import NUM_ANGKA, NUM_BUTIR, NUM_JUDUL, TINGKAT, sifat_huruf
from lkjip_desktop.report.docx.xml import Elemen, twip, w
from lkjip_desktop.report.pdf.style import Tata

_LEVEL = 9  # Word wants all nine


@dataclass(slots=True)
class _Daftar:
    """A multi-level list: its instance, the label before the chapter number, its counters as Word keeps them."""

    num: int
    label: str
    hitung: list[int] = field(default_factory=lambda: [0] * _LEVEL)


class Penomoran:
    """Gives each heading and each enumeration its list instance; `xml` is the part, made at the end.

    Every list has a definition of its own: Word lets instances of one definition go on counting where others restart.
    """

    def __init__(self, t: Tata) -> None:
        self._t = t
        self._abstrak: list[Elemen] = []
        # The first lists are those of styles: a heading or an item typed in Word takes its number from them.
        self._bab = {"BAB": self._daftar("BAB", bergaya=True)}
        gaya_awal = (self._bab["BAB"].num, self._butir("1", "ListNumber"), self._butir("-", "ListBullet"))
        assert gaya_awal == (NUM_JUDUL, NUM_ANGKA, NUM_BUTIR)
        self._kini: _Daftar | None = None

    def judul(self, h: Heading, nomor: str) -> tuple[int, int] | None:
        """(list instance, level) with which Word shows `nomor` before this heading; None = no number."""
        if h.level == 0:
            self._kini = None  # what stands below an unnumbered chapter counts by itself from the start
            if h.nomor:
                label = h.label.strip().upper()
                if label not in self._bab:
                    self._bab[label] = self._daftar(label)
                self._kini = self._bab[label]
        if not nomor:
            return None
        level = min(h.level, _LEVEL - 1)
        kini = self._kini = self._kini or self._daftar("")
        harap = _urutan(level, nomor, kini.label)
        if kini.hitung[level] + 1 != harap:
            kini = self._kini = self._daftar(kini.label, mulai={level: harap})
            if level == 0:
                self._bab[kini.label] = kini
        kini.hitung[level] = harap
        kini.hitung[level + 1 :] = [0] * (_LEVEL - level - 1)
        return kini.num, level

    def butir(self, items: Items) -> int:
        """A fresh list for an enumeration."""
        return self._butir(items.gaya)

    def _butir(self, gaya: str, gaya_paragraf: str = "") -> int:
        bentuk = {"1": "decimal", "a": "lowerLetter", "-": "bullet"}[gaya]
        inden = twip(self._t.butir_inden)
        return self._tambah(
            "singleLevel",
            [
                w(
                    "lvl",
                    w("start", val=1),
                    w("numFmt", val=bentuk),
                    w("pStyle", val=gaya_paragraf) if gaya_paragraf else None,
                    w("lvlText", val="•" if gaya == "-" else "%1."),
                    w("lvlJc", val="left"),
                    w("pPr", w("ind", left=inden, hanging=inden)),
                    w("rPr", *sifat_huruf(self._t.butir)[:1]),
                    ilvl=0,
                )
            ],
        )

    def xml(self) -> Elemen:
        """The numbering part."""
        angka = [w("num", w("abstractNumId", val=n), numId=n + 1) for n in range(len(self._abstrak))]
        return w("numbering", *self._abstrak, *angka)

    # ---------------------------------------------------------------------------------------------- lists
    def _tambah(self, jenis: str, tingkat: list[Elemen]) -> int:
        n = len(self._abstrak)
        # Word takes lists of one nsid for the same list.
        nsid = w("nsid", val=f"{0x4C4B0000 + n:08X}")
        self._abstrak.append(w("abstractNum", nsid, w("multiLevelType", val=jenis), *tingkat, abstractNumId=n))
        return n + 1

    def _daftar(self, label: str, *, bergaya: bool = False, mulai: dict[int, int] | None = None) -> _Daftar:
        tingkat = [self._tingkat(i, label, bergaya, (mulai or {}).get(i, 1)) for i in range(_LEVEL)]
        return _Daftar(self._tambah("multilevel", tingkat), label)

    def _tingkat(self, i: int, label: str, bergaya: bool, mulai: int) -> Elemen:
        """One level of a list of headings."""
        bentuk = ("upperRoman", "upperLetter")[i] if i < 2 else ("decimal", "lowerLetter")[i % 2]
        if i == 0:
            pola = f"{label} %1" if label else "%1."
        else:
            pola = f"%{i + 1}{'.' if i <= 3 else ')'}"
        ruang = twip(self._t.nomor_judul[min(i, len(self._t.nomor_judul)) - 1]) if i else 0
        return w(
            "lvl",
            w("start", val=mulai),
            w("numFmt", val=bentuk),
            w("pStyle", val=f"Heading{i + 1}") if bergaya and i < TINGKAT else None,
            w("suff", val="tab" if i else "space"),
            w("lvlText", val=pola),
            w("lvlJc", val="left"),
            w("pPr", w("tabs", w("tab", val="num", pos=ruang)) if i else None, w("ind", left=ruang, hanging=ruang)),
            w("rPr", *sifat_huruf(self._t.bab_label)) if i == 0 else None,
            ilvl=i,
        )


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
