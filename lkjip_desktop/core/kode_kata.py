"""The first 80 bits of a SHA-256 as five words for the ear and as base32 for the keyboard, and both back again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip_desktop.errors import Ditolak

BIT = 80
#: Proquint letters (Wilkerson 2009): 16 consonants and 4 vowels, chosen to stay apart over a telephone.
_MATI = "bdfghjklmnprstvz"
_HIDUP = "aiou"
#: Crockford's base32: no I, L, O, U.
_BASIS32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MIRIP = str.maketrans("OIL", "011")

_KATA = re.compile(f"[{_MATI}][{_HIDUP}][{_MATI}][{_HIDUP}][{_MATI}]")
_HEX = re.compile("[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Kode:
    """A code as a person typed or scanned it: the leading hex digits of a digest, and how it was written."""

    awal: str
    bentuk: str  # "kata" | "basis32" | "heksa" | "qr"

    def cocok(self, sidik: str) -> bool:
        """True when the digest (hex) begins with this code."""
        return bool(self.awal) and sidik.lower().startswith(self.awal)


def kata(sidik: str, jumlah: int = 5) -> str:
    """The first `jumlah` words (16 bits each) of a digest in hex: "jipin-fuvok-bugap-kaduh-hotig"."""
    return "-".join(_satu_kata(int(sidik[n : n + 4], 16)) for n in range(0, 4 * jumlah, 4))


def basis32(sidik: str) -> str:
    """The first 80 bits of a digest in hex as 16 characters: "ATCJ-Z9GC-S9G7-8JTK"."""
    n = int(sidik[: BIT // 4], 16)
    huruf = "".join(_BASIS32[(n >> geser) & 31] for geser in range(BIT - 5, -1, -5))
    return "-".join(huruf[i : i + 4] for i in range(0, 16, 4))


def kelompok(sidik: str, panjang: int = 8) -> str:
    """A digest in hex in groups, as the receipt prints it."""
    return " ".join(sidik[i : i + panjang] for i in range(0, len(sidik), panjang))


def baca_kode(teks: str) -> Kode:
    """A code as typed: words, base32, a whole or partial SHA-256, or the text of the receipt's QR code.

    Case, spaces, hyphens and dots do not matter; O reads as 0 and I or L as 1 in base32.

    Raises:
        Ditolak: with a sentence that names what cannot be read.
    """
    teks = teks.strip()
    if teks.upper().startswith("LKJIP1|"):
        akhir = teks.rsplit("|", 1)[-1].strip().lower()
        if len(akhir) == 64 and _HEX.fullmatch(akhir):
            return Kode(akhir, "qr")
        raise Ditolak("Isi kode QR tidak lengkap.", "Pindai sekali lagi, atau ketik kelima katanya.")
    potong = [p for p in re.split(r"[\s\-–—.,;:_/]+", teks.lower()) if p]
    rapat = "".join(potong)
    if not rapat:
        raise Ditolak("Kode masih kosong.", "Ketik kode yang tercetak pada tanda terima.")
    if len(rapat) in (15, 25):  # never 20, which hex digits have
        return Kode("".join(_baca_kata(rapat[i : i + 5]) for i in range(0, len(rapat), 5)), "kata")
    if len(rapat) == 16:
        return Kode(_baca_basis32(rapat), "basis32")
    if len(rapat) in (BIT // 4, 64) and _HEX.fullmatch(rapat):
        return Kode(rapat, "heksa")
    if len(potong) > 1 and all(len(p) in (4, 5, 6) and p.isalpha() for p in potong):
        for p in potong:  # words of which one lost or gained a letter: name it
            _baca_kata(p)
    raise Ditolak(
        f"Kode dengan {len(rapat)} huruf tidak dikenal.",
        "Ketik kelima katanya, atau keenam belas huruf dan angkanya.",
    )


def _satu_kata(n: int) -> str:
    return f"{_MATI[n >> 12]}{_HIDUP[(n >> 10) & 3]}{_MATI[(n >> 6) & 15]}{_HIDUP[(n >> 4) & 3]}{_MATI[n & 15]}"


def _baca_kata(k: str) -> str:
    if not _KATA.fullmatch(k):
        raise Ditolak(f"“{k}” bukan kata kode.", "Setiap kata terdiri atas lima huruf, misalnya jipin.")
    m1, h1, m2, h2, m3 = tuple(k)
    n = _MATI.index(m1) << 12 | _HIDUP.index(h1) << 10 | _MATI.index(m2) << 6 | _HIDUP.index(h2) << 4
    return f"{n | _MATI.index(m3):04x}"


def _baca_basis32(k: str) -> str:
    n = 0
    for h in k.upper().translate(_MIRIP):
        if h not in _BASIS32:
            raise Ditolak(f"Huruf “{h}” tidak dipakai dalam kode.", "Periksa lagi tulisannya.")
        n = n << 5 | _BASIS32.index(h)
    return f"{n:0{BIT // 4}x}"
