"""Collect everything that is wrong with a foreign file, each with its place, in the words of an office colleague."""

from __future__ import annotations

from dataclasses import dataclass, field

#: More sentences than this help nobody; the rest is counted.
BATAS_MASALAH = 500


@dataclass(slots=True)
class Catatan:
    """A growing list of problems; `kalimat` is empty when the file is in order."""

    kalimat: list[str] = field(default_factory=list)
    lebih: int = 0

    def tambah(self, tempat: str, kalimat: str) -> None:
        """Note a problem at a place ("" = the file as a whole)."""
        if len(self.kalimat) >= BATAS_MASALAH:
            self.lebih += 1
        else:
            self.kalimat.append(f"{tempat}: {kalimat}" if tempat else kalimat)

    def semua(self) -> tuple[str, ...]:
        """Every sentence, the last one telling how many were left out."""
        if self.lebih:
            return (*self.kalimat, f"... dan {self.lebih} masalah lain.")
        return tuple(self.kalimat)


def potong(nilai: object, panjang: int = 40) -> str:
    """A value from the file, short enough to be quoted."""
    teks = " ".join(str(nilai)[: panjang + 1].split())
    return f"“{teks[:panjang]}{'…' if len(teks) > panjang else ''}”"
