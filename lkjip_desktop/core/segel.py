"""The seal of a sent file: what it states, how it is written, and the verdict on a received file."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .kode_kata import kata

FORMAT = 1


class Putusan(StrEnum):
    """What a received file is, as far as it can be told without the paper; the value is shown to the user."""

    ASLI = "asli"  # the content is what its seal states
    MENTAH = "salinan mentah"  # one of our files, whole, but never sealed for sending
    BERUBAH = "berubah"  # readable, but not what was sealed
    RUSAK = "rusak"  # cannot be read without fault
    LEBIH_BARU = "versi lebih baru"  # written by a newer program
    ASING = "bukan berkas kita"


@dataclass(frozen=True, slots=True)
class Segel:
    """What the sender states: which satker, year and revision, when (ISO with offset), and the fingerprint of all.

    `sidik` is the content digest of core.sidik, `sebelum` that of the revision sent before ("" = the first), so
    that a receiver sees a gap or a step back. `baris` counts the rows of every table that has any.
    """

    kode_satker: str
    nama_satker: str
    tahun: int
    revisi: int
    waktu: str
    sidik: str
    sebelum: str = ""
    aplikasi: str = ""
    skema: int = 0
    baris: Mapping[str, int] = field(default_factory=dict)
    berkas: int = 0  # pictures and attachments
    format: int = FORMAT

    def teks(self) -> str:
        """Canonical JSON with a stamp over itself, so that a flipped bit in the seal shows too."""
        isi = dataclasses.asdict(self)
        return _json({**isi, "cap": _cap(isi)})

    @property
    def kata(self) -> str:
        """The code of the data: five words of the content digest; the first three stand in the foot of papers."""
        return kata(self.sidik)


def baca_segel(teks: str) -> Segel | None:
    """The seal as written by `Segel.teks`; None when it is not exactly that."""
    try:
        isi: dict[str, Any] = json.loads(teks)
        cap = isi.pop("cap")
        segel = Segel(**isi)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return segel if _sah(segel) and cap == _cap(isi) and segel.teks() == teks else None


def nama_kiriman(segel: Segel) -> str:
    """A name that FAT32 takes and a person reads: LKJIP_401234_2026_20261124-0815_r0042_jipin.lkjip."""
    kode = re.sub("[^0-9A-Za-z]", "", segel.kode_satker)[:12] or "satker"
    jam = re.sub("[^0-9]", "", segel.waktu[:16])
    kata_satu = segel.kata.split("-", 1)[0]
    return f"LKJIP_{kode}_{segel.tahun}_{jam[:8]}-{jam[8:12]}_r{segel.revisi:04d}_{kata_satu}.lkjip"


def kaki(revisi: int, sidik: str) -> str:
    """The code in the foot of LKjIP and PK: "Data r0042 · jipin-fuvok-bugap"."""
    return f"Data r{revisi:04d} · {kata(sidik, 3)}"


def _json(isi: Mapping[str, Any]) -> str:
    return json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _cap(isi: Mapping[str, Any]) -> str:
    return hashlib.sha256(_json(isi).encode()).hexdigest()


def _sah(s: Segel) -> bool:
    """Types and forms as stated; a received seal may hold anything that JSON can."""
    teks: tuple[object, ...] = (s.kode_satker, s.nama_satker, s.waktu, s.sidik, s.sebelum, s.aplikasi)
    bulat = (s.tahun, s.revisi, s.skema, s.berkas, s.format)
    isi: object = s.baris
    return (
        all(isinstance(t, str) and len(t) <= 1000 for t in teks)
        and all(type(n) is int and 0 <= n < 2**53 for n in bulat)
        and re.fullmatch("[0-9a-f]{64}", s.sidik) is not None
        and re.fullmatch("(?:[0-9a-f]{64})?", s.sebelum) is not None
        and isinstance(isi, dict)
        and all(type(n) is int and n > 0 for n in isi.values())
    )
