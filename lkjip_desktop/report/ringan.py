"""The same paper with smaller pictures, for a portal or a mail box that takes only so many megabytes."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from lkjip_desktop import gambar
from lkjip_desktop.errors import LkjipError

from .blocks import Document, Picture, ScanPages

#: (longest side in pixels, JPEG quality), tried in this order until the paper is small enough.
TINGKAT: tuple[tuple[int, int], ...] = ((1600, 75), (1100, 65), (800, 55), (500, 45))

T = TypeVar("T")


def ringankan(
    document: Document, isi_berkas: Callable[[str], bytes], sisi: int, mutu: int
) -> tuple[Document, Callable[[str], bytes]]:
    """The document with every picture replaced by a smaller one, and where its bytes come from.

    The new pictures have keys of their own, so that no store of prepared streams mixes them up with the masters.
    Scanned PDFs, and pictures that cannot be read or would grow, stay as they are.
    """
    kecil: dict[str, bytes] = {}

    def ganti(p: Picture) -> Picture:
        try:
            asal = isi_berkas(p.berkas)
            isi, w, h = gambar.kecilkan(asal, sisi, mutu)
        except (LkjipError, LookupError):
            return p
        if len(isi) >= len(asal):
            return p
        sha = hashlib.sha256(isi).hexdigest()
        kecil[sha] = isi
        # The natural width in pixels decides the printed one only where no width is given: keep that of the master.
        return dataclasses.replace(p, berkas=sha, lebar_px=p.lebar_px or w, tinggi_px=p.tinggi_px or h)

    baru = _telusuri(document, ganti)

    def baca(sha: str) -> bytes:
        return kecil[sha] if sha in kecil else isi_berkas(sha)

    return baru, baca


def _telusuri(nilai: T, ganti: Callable[[Picture], Picture]) -> T:
    """A copy in which every Picture, however deep, was replaced; what holds none is shared."""
    hasil: Any = nilai
    if isinstance(nilai, Picture):
        hasil = ganti(nilai)
    elif isinstance(nilai, tuple):
        anak = tuple(_telusuri(n, ganti) for n in nilai)
        hasil = nilai if all(a is b for a, b in zip(anak, nilai, strict=True)) else anak
    elif dataclasses.is_dataclass(nilai) and not isinstance(nilai, type | ScanPages):
        beda = {}
        for f in dataclasses.fields(nilai):
            lama = getattr(nilai, f.name)
            if isinstance(lama, tuple) or dataclasses.is_dataclass(lama):
                baru = _telusuri(lama, ganti)
                if baru is not lama:
                    beda[f.name] = baru
        hasil = dataclasses.replace(nilai, **beda) if beda else nilai
    return hasil  # type: ignore[no-any-return]  # the same type that came in
