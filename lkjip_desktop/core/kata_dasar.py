"""Sentences as values: pieces of text, each of which may say in which field its value lives."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip_desktop.core.angka import jumlah_kata

#: Words of a status as they stand inside a sentence.
KATA_STATUS = {
    "melampaui": "melampaui target",
    "tercapai": "mencapai target",
    "tidak_tercapai": "belum mencapai target",
    "tercapai_sebagian": "mencapai sebagian target",
    "tidak_dapat_dihitung": "tidak dapat dihitung",
}

#: The same words as they stand alone in a table cell.
LABEL_STATUS = {
    "melampaui": "Melampaui target",
    "tercapai": "Tercapai",
    "tidak_tercapai": "Tidak tercapai",
    "tercapai_sebagian": "Tercapai sebagian",
    "tidak_dapat_dihitung": "Tidak dapat dihitung",
}

NAMA_JENIS = {
    "IKU": "Indikator Kinerja Utama",
    "IKP": "Indikator Kinerja Program",
    "IKK": "Indikator Kinerja Kegiatan",
}
NAMA_TINGKAT = {"strategis": "Sasaran Strategis", "program": "Sasaran Program", "kegiatan": "Sasaran Kegiatan"}
SINGKATAN_TINGKAT = {"strategis": "SS", "program": "SP", "kegiatan": "SK"}


@dataclass(frozen=True, slots=True)
class Potong:
    """A piece of a sentence; with `tabel` it is a value that lives in (tabel, kunci, kolom)."""

    teks: str
    tabel: str = ""
    kunci: str = ""
    kolom: str = ""
    tebal: bool = False


Kalimat = tuple[Potong, ...]
Isian = str | int | Potong | Kalimat


def susun(pola: str, **isian: Isian) -> Kalimat:
    """A sentence from our own pattern "Target {t} ..." and its pieces; pieces are data and never read as a pattern."""
    hasil: list[Potong] = []
    for tetap, nama, _, _ in string.Formatter().parse(pola):
        if tetap:
            hasil.append(Potong(tetap))
        if nama:
            hasil.extend(_potong(isian[nama]))
    return tuple(hasil)


def polos(*kalimat: Kalimat) -> str:
    """The plain text of sentences, joined by spaces."""
    return " ".join("".join(p.teks for p in k) for k in kalimat if k)


def gabung(kalimat: Iterable[Kalimat]) -> Kalimat:
    """Sentences of one paragraph, with a space between them; empty ones are left out."""
    hasil: list[Potong] = []
    for k in kalimat:
        if not k:
            continue
        if hasil:
            hasil.append(Potong(" "))
        hasil.extend(k)
    return tuple(hasil)


def daftar(butir: Sequence[Isian], kata: str = "dan") -> Kalimat:
    """ "a", "a dan b", "a, b, dan c"."""
    hasil: list[Potong] = []
    for i, b in enumerate(butir):
        if i:
            akhir = i == len(butir) - 1
            koma = "," if len(butir) > 2 else ""
            hasil.append(Potong(f"{koma} {kata} " if akhir else ", "))
        hasil.extend(_potong(b))
    return tuple(hasil)


def daftar_tahun(tahun: Sequence[int]) -> str:
    """Years as a reader says them: "2021", "2020 dan 2021", "2018 sampai 2021" for three or more in a row."""
    if len(tahun) > 2 and tahun[-1] - tahun[0] == len(tahun) - 1:
        return f"{tahun[0]} sampai {tahun[-1]}"
    return polos(daftar([str(t) for t in tahun]))


def jumlah(n: int, benda: str = "") -> str:
    """A count with its word: "2 (dua) indikator"."""
    return f"{jumlah_kata(n)} {benda}".strip()


def kutip(teks: Isian) -> Kalimat:
    """A name between quotation marks."""
    return (Potong("“"), *_potong(teks), Potong("”"))


def huruf_awal(teks: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return teks[:1].upper() + teks[1:]


def huruf_kecil_awal(teks: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation ("WBP", "BMN")."""
    return teks if teks[:2].isupper() else teks[:1].lower() + teks[1:]


#: Words that keep a small letter inside a title (EYD), and abbreviations that keep their capitals.
_KECIL = frozenset(
    ("dan", "atau", "serta", "dengan", "di", "ke", "dari", "pada", "untuk", "yang", "atas", "bagi", "dalam")
)
_SINGKATAN = frozenset(
    ("PK", "IKK", "IKU", "IKP", "AKIP", "SAKIP", "SMART", "IKPA", "NKA", "DIPA", "RO", "KRO", "LKJIP")
)


def judul_biasa(teks: str) -> str:
    """A title set in capitals as one reads it in a sentence: "TUGAS DAN FUNGSI" -> "Tugas dan Fungsi"."""
    if teks != teks.upper():
        return teks
    kata = [k if _tetap_besar(k.strip("(),.")) else k.capitalize() for k in teks.split(" ")]
    return " ".join(k.lower() if i and k.lower() in _KECIL else k for i, k in enumerate(kata))


def _tetap_besar(kata: str) -> bool:
    """True for a known abbreviation, one that no vowel makes a word ("BMN", "WBP"), and a Roman number."""
    return kata in _SINGKATAN or not set(kata) & set("AEIOU") or set(kata) <= set("IVX")


def klausa(teks: str) -> str:
    """A reason as the end of a sentence: no final stop, first letter small unless it is an abbreviation."""
    return huruf_kecil_awal(teks.strip().rstrip("."))


def _potong(isi: Isian) -> Kalimat:
    if isinstance(isi, tuple):
        return isi
    if isinstance(isi, Potong):
        return (isi,)
    return (Potong(str(isi)),)
