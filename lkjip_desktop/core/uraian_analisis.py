"""What of an analysis goes to paper: the office's own paragraph, the three answers, or another indicator's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .schema import TABLES
from .snapshot import Snapshot
from .tables import Analisis

#: Analyses that only the office can write; the others come from the numbers (PermenPAN-RB 53/2014).
DITANYAKAN = (5, 7)
#: The questions in the order in which their answers are printed.
JAWABAN = ("peristiwa", "sebab", "tindakan")
#: The three questions in other words where those of the columns do not fit what the regulation asks.
_PERTANYAAN = {
    7: ("Program atau kegiatan apa yang menunjang?", "Bagaimana pengaruhnya?", "Apa yang dilakukan selanjutnya?"),
}
#: Paragraphs of (column, words); within a paragraph the words stand side by side with a space between.
ParagrafJawaban = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class UraianDicetak:
    """What is printed of one analysis. `baris` holds the words (None when there are none); `lewat` are the rows on the
    way there, each of which uses the text of the next."""

    jenis: Literal["kosong", "jawaban", "sendiri"]
    baris: Analisis | None = None
    lewat: tuple[Analisis, ...] = ()

    @property
    def lengkap(self) -> bool:
        """True for a paragraph of the office's own and for three answered questions."""
        return self.jenis == "sendiri" or (self.baris is not None and not belum_dijawab(self.baris))

    @property
    def kolom_celah(self) -> str:
        """The question where the work goes on: the first without an answer."""
        return next(iter(belum_dijawab(self.baris)), JAWABAN[0]) if self.baris is not None else JAWABAN[0]


def uraian_dicetak(s: Snapshot, indikator_id: str, tahun: int, nomor: int) -> UraianDicetak:
    """A chosen other indicator comes first, then the paragraph of its own, then the answers: the last deliberate choice
    decides, and nothing of the rest is lost. Texts that point at each other print nothing."""
    lewat: list[Analisis] = []
    dicari: str | None = indikator_id
    while dicari and dicari not in {a.indikator_id for a in lewat}:
        a = s.one(Analisis, indikator_id=dicari, tahun=tahun, nomor=nomor)
        if a is None:
            break
        if a.sama_dengan_id:
            lewat.append(a)
            dicari = a.sama_dengan_id
            continue
        if a.isi:
            return UraianDicetak("sendiri", a, tuple(lewat))
        if paragraf_jawaban(a):
            return UraianDicetak("jawaban", a, tuple(lewat))
        break
    return UraianDicetak("kosong", None, tuple(lewat))


def tidak_dapat_dipakai(s: Snapshot, indikator_id: str, tahun: int, nomor: int) -> frozenset[str]:
    """Indicators whose text this one cannot use: itself, and all that use its text, directly or by way of others."""
    keluar, baru = {indikator_id}, {indikator_id}
    semua = [a for a in s.where(Analisis, tahun=tahun) if a.nomor == nomor and a.indikator_id and a.sama_dengan_id]
    while baru:
        baru = {a.indikator_id for a in semua if a.sama_dengan_id in baru and a.indikator_id} - keluar
        keluar |= baru
    return frozenset(keluar)


def pertanyaan(nomor: int, kolom: str) -> str:
    """What the office is asked for one of the columns of JAWABAN of an analysis."""
    lain = _PERTANYAAN.get(nomor)
    return lain[JAWABAN.index(kolom)] if lain else TABLES[Analisis.TABEL].by_name[kolom].label


def belum_dijawab(a: Analisis) -> tuple[str, ...]:
    """The questions without an answer."""
    return tuple(n for n in JAWABAN if not getattr(a, n).strip())


def paragraf_jawaban(a: Analisis) -> ParagrafJawaban:
    """The answers as running text: one paragraph of sentences, broken only where a line was broken by hand."""
    paragraf: list[list[tuple[str, str]]] = [[]]
    for kolom in JAWABAN:
        baris = [kata for b in getattr(a, kolom).split("\n") if (kata := " ".join(b.split()))]
        for n, kata in enumerate(baris):
            if n:
                paragraf.append([])
            paragraf[-1].append((kolom, _kalimat(kata)))
    return tuple(tuple(p) for p in paragraf if p)


def _kalimat(kata: str) -> str:
    """An answer as a sentence: a capital at the front (not in "e-Performance"), a full stop at the end."""
    pertama = kata.split(" ", 1)[0]
    if pertama.islower():
        kata = kata[0].upper() + kata[1:]
    return kata if kata.endswith((".", "!", "?", ":", ";", "…", ".”", '."', ".)")) else f"{kata}."
