"""A friendly word at a field about a value that is stored but looks mistaken; the checks say the same later."""

from __future__ import annotations

import re
from typing import Any

from .kode_satker import DIGIT
from .nip import baca_nip
from .schema import Column, Kind

#: Degrees as written before and behind a name; "M. Ali" is no degree, "M.H." is.
_DEPAN = re.compile(r"^\s*(?:prof|drs?|dra|ir)\b\.?\s", re.IGNORECASE)
_BELAKANG = re.compile(
    r"\b[SM]\.(?:H|E|T|Si|Sos|Pd|Kom|Psi|AP|IP|Ag|Hum|Kes|Ak|KM|Kn|Tr)\b|\bA\.?Md\b|\bBc\.?\s?I", re.IGNORECASE
)
_SUREL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def nasihat(kolom: Column, nilai: Any) -> str:
    """What to look at again in a stored text, "" when nothing strikes. It never refuses: a police number stays."""
    teks = str(nilai or "").strip()
    if not teks:
        return ""
    if kolom.kind is Kind.TEKS and kolom.name.endswith("nip"):  # not the choice whether it is printed
        return baca_nip(teks)[1]
    if kolom.name == "kode_satker" and not (teks.isascii() and teks.isdigit() and len(teks) == DIGIT):
        angka = sum(c.isdigit() for c in teks)
        isi = f"yang ditulis {angka} angka" if angka == len(teks) else "tanpa huruf, titik, atau spasi"
        return f"Kode satker terdiri atas enam angka; {isi}."
    if kolom.name == "surel" and not _SUREL.fullmatch(teks):
        return "Alamat surel ditulis seperti nama@instansi.go.id, tanpa spasi."
    if kolom.label == "Nama tanpa gelar" and ("," in teks or _DEPAN.search(teks) or _BELAKANG.search(teks)):
        return "Tampaknya gelar ikut tertulis; pindahkan ke isian Gelar depan atau Gelar belakang."
    return ""
