"""Which polaritas an indicator probably has, with the reason; a person confirms it, the program never chooses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

_TURUN = re.compile(
    r"\b(?:menurun\w*|penurunan|turunnya|berkurang\w*|pengurangan|keluhan|pengaduan|pelanggaran|temuan|kecelakaan|"
    r"residivis\w*|pengulangan|tunggakan|keterlambatan|kerugian|kesalahan|gangguan|pelarian|kematian)\b",
    re.IGNORECASE,
)
# "Persentase pengaduan yang diselesaikan" counts what is settled, not what went wrong.
_TERTANGANI = re.compile(
    r"\b(?:diselesaikan|terselesaikan|penyelesaian|ditindaklanjuti|ditangani|tertangani|penanganan|dipulihkan|dicegah)\b",
    re.IGNORECASE,
)
_NAIK = re.compile(
    r"\b(?:meningkat\w*|peningkatan|tersusun\w*|terpenuhi\w*|terwujud\w*|terlaksana\w*|kepuasan|nilai|jumlah layanan|"
    r"memperoleh|melanjutkan|mendapat\w*|diselesaikan|ditindaklanjuti)\b",
    re.IGNORECASE,
)
_KATA = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik"}


@dataclass(frozen=True, slots=True)
class Usulan:
    """`polaritas` is "naik", "turun", or "" when the signs disagree; `alasan` is one Indonesian sentence."""

    polaritas: str
    alasan: str


def usul(nama: str, target: Sequence[Decimal | None] = ()) -> Usulan:
    """A proposal from the name of the indicator and the targets of its years, oldest first.

    A falling target speaks for "turun", a rising one for "naik"; the name speaks by its words, and weighs more.
    """
    kata, arah_nama = _menurut_nama(nama)
    arah_target = _menurut_target([t for t in target if t is not None])
    tanda = f"namanya menyebut “{kata}”" if kata else ""
    gerak = {"naik": "targetnya naik dari tahun ke tahun", "turun": "targetnya turun dari tahun ke tahun"}.get(
        arah_target, ""
    )
    if arah_nama and arah_target and arah_nama != arah_target:
        return Usulan("", f"Tandanya bertentangan: {tanda}, tetapi {gerak}. Mintalah definisi operasionalnya.")
    arah = arah_nama or arah_target
    if not arah:
        return Usulan(
            "naik",
            f"Usulan: {_KATA['naik']}, seperti kebanyakan indikator; nama dan targetnya tidak memberi tanda lain.",
        )
    return Usulan(arah, f"Usulan: {_KATA[arah]}, karena {' dan '.join(t for t in (tanda, gerak) if t)}.")


def _menurut_nama(nama: str) -> tuple[str, str]:
    """(the word that speaks, what it speaks for)."""
    if (m := _TURUN.search(nama)) and not _TERTANGANI.search(nama):
        return m[0].lower(), "turun"
    if m := _NAIK.search(nama):
        return m[0].lower(), "naik"
    return "", ""


def _menurut_target(target: Sequence[Decimal]) -> str:
    langkah = [b - a for a, b in pairwise(target) if a != b]
    if not langkah:
        return ""
    if all(d > 0 for d in langkah):
        return "naik"
    return "turun" if all(d < 0 for d in langkah) else ""
