"""What the name of an indicator speaks for: kind of value, unit, consolidation, polaritas; a person decides."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from .tables import JENIS_NILAI, KONSOLIDASI, IndikatorTahun

_KATA_ARAH = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik"}
_GERAK = {"naik": "targetnya naik dari tahun ke tahun", "turun": "targetnya turun dari tahun ke tahun"}
_BALIK = {"naik": "turun", "turun": "naik"}
#: Words that may stand between a negation and what it negates: "tidak lagi mengulangi", "bebas dari temuan".
_SELA = r"(?:\w+\s+){0,1}"
#: Columns that are proposed, with their words in a sentence.
_JENIS = {nilai: kata.split(" (")[0].lower() for nilai, kata in JENIS_NILAI}
KOLOM = ("jenis_nilai", "satuan", "konsolidasi", "polaritas")


@dataclass(frozen=True, slots=True)
class Awalan:
    """How a name begins and what that proposes; `satuan` True: the unit is the thing that is counted."""

    pola: re.Pattern[str]
    isi: Mapping[str, str]
    satuan: bool
    sumber: str


@dataclass(frozen=True, slots=True)
class KataIndikator:
    """The words of resources/usulan/nama_indikator.json, ready to be looked for."""

    awalan: tuple[Awalan, ...]
    satuan: tuple[tuple[re.Pattern[str], str], ...]
    turun: re.Pattern[str]
    ragu: re.Pattern[str]
    selesai: re.Pattern[str]
    naik: re.Pattern[str]
    pembalik: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Usulan:
    """Proposed values, "" where the name says nothing; `alasan` is one Indonesian sentence.

    `lemah` tells that polaritas "naik" is only what most indicators have: nothing in the name speaks for it.
    """

    jenis_nilai: str = ""
    satuan: str = ""
    konsolidasi: str = ""
    polaritas: str = ""
    alasan: str = ""
    lemah: bool = False

    @property
    def isi(self) -> dict[str, str]:
        """The values that the name speaks for."""
        nilai = {k: getattr(self, k) for k in KOLOM}
        if self.lemah:
            nilai["polaritas"] = ""
        return {k: v for k, v in nilai.items() if v}


def urai_kata(data: Mapping[str, Any]) -> KataIndikator:
    """The words of the resource as patterns.

    Raises:
        ValueError: a value that the column does not know, or a part that is missing.
    """
    try:
        awalan = tuple(
            Awalan(_awal(a["kata"]), dict(a["isi"]), bool(a.get("satuan")), str(a["sumber"])) for a in data["awalan"]
        )
        satuan = tuple((_kata(s["kata"]), str(s["satuan"])) for s in data["satuan"])
        arah = {k: _kata(data["arah"][k]) for k in ("turun", "ragu", "selesai", "naik", "pembalik")}
    except (KeyError, TypeError) as e:
        raise ValueError(f"usulan: {e}") from e
    boleh = {"jenis_nilai": set(_JENIS), "konsolidasi": set(dict(KONSOLIDASI))}
    for a in awalan:
        for kolom, nilai in a.isi.items():
            if kolom not in KOLOM or nilai not in boleh.get(kolom, {nilai}):
                raise ValueError(f"usulan: {kolom} = {nilai}")
    return KataIndikator(awalan, satuan, **arah)


def usul_indikator(nama: str, kata: KataIndikator, target: Sequence[Decimal | None] = ()) -> Usulan:
    """A proposal from the name and the targets of the years, oldest first.

    A falling target speaks for "turun", a rising one for "naik"; the name speaks by its words, and weighs more.
    """
    usulan = usul_polaritas(nama, kata, target)
    sebut = ""
    for a in kata.awalan:
        if m := a.pola.match(nama.strip()):
            satuan = a.isi.get("satuan", "") or (_satuan(nama, kata) if a.satuan else "")
            usulan = replace(
                usulan,
                jenis_nilai=a.isi.get("jenis_nilai", ""),
                satuan=satuan,
                konsolidasi=a.isi.get("konsolidasi", ""),
            )
            jenis = _JENIS.get(usulan.jenis_nilai, "")
            sebut = f"{jenis} dalam {satuan}" if satuan else jenis
            sebut = f"{sebut}, karena namanya diawali “{m[0]}”"
            break
    if not sebut:
        return usulan
    arah = usulan.alasan.removeprefix("Usulan: ")
    if arah != usulan.alasan:
        return replace(usulan, alasan=f"Usulan: {sebut}; {arah}")
    return replace(usulan, alasan=f"Usulan: {sebut}. {arah}")


def usul_polaritas(nama: str, kata: KataIndikator, target: Sequence[Decimal | None] = ()) -> Usulan:
    """Only the polaritas; "" when the signs disagree or can be read either way."""
    tanda, arah_nama, ragu = _menurut_nama(nama, kata)
    arah_target = _menurut_target([t for t in target if t is not None])
    sebut, gerak = f"namanya menyebut “{tanda}”" if tanda else "", _GERAK.get(arah_target, "")
    if arah_nama and arah_target and arah_nama != arah_target:
        return Usulan(
            alasan=f"Tandanya bertentangan: {sebut}, tetapi {gerak}. Mintalah definisi operasionalnya.",
        )
    if ragu and not arah_target:
        return Usulan(
            alasan=f"Polaritasnya tidak diusulkan: “{tanda}” dapat berarti besarnya penurunan "
            "(makin tinggi makin baik) atau keadaan yang diharapkan turun. Pilih menurut definisi operasionalnya.",
        )
    arah = arah_nama or arah_target
    if not arah:
        return Usulan(
            polaritas="naik",
            alasan=f"Usulan: {_KATA_ARAH['naik']}, seperti kebanyakan indikator; "
            "nama dan targetnya tidak memberi tanda lain.",
            lemah=True,
        )
    return Usulan(
        polaritas=arah, alasan=f"Usulan: {_KATA_ARAH[arah]}, karena {' dan '.join(t for t in (sebut, gerak) if t)}."
    )


def ikut_nama(row: IndikatorTahun, nama: str, kata: KataIndikator) -> dict[str, Any]:
    """What a new name brings along: columns that nobody has chosen yet, or that still are what the old name proposed.

    Once a unit is chosen, a polaritas confirmed or a figure entered, what it is about stays; a name that says nothing
    takes nothing away.
    """
    lama, baru = usul_indikator(row.nama, kata).isi, usul_indikator(nama, kata).isi
    keluar: dict[str, Any] = {}
    if not row.polaritas_pasti and row.polaritas in ("", lama.get("polaritas")):
        keluar["polaritas"] = baru.get("polaritas", "")
    terisi = any(v not in (None, "") for v in (row.pembilang, row.penyebut, row.realisasi, row.realisasi_predikat))
    diusulkan = not row.polaritas_pasti and row.satuan == lama.get("satuan")
    if not terisi and (diusulkan or not row.satuan):
        bawaan = {"jenis_nilai": "hitungan", "satuan": "", "konsolidasi": "jumlah"}
        for k, v in bawaan.items():
            if k in baru and getattr(row, k) in (v, lama.get(k)):
                keluar[k] = baru[k]
        if diusulkan and baru.get("jenis_nilai") and "satuan" not in baru:  # a unit of another kind of value
            keluar["satuan"] = ""
    return {k: v for k, v in keluar.items() if v != getattr(row, k)}


# --------------------------------------------------------------------------------------------------- the words
def _kata(daftar: Sequence[str]) -> re.Pattern[str]:
    """Any of the words, whole; a star at the end stands for any ending."""
    urut = sorted(daftar, key=len, reverse=True)
    pola = "|".join(re.escape(k.rstrip("*")).replace(r"\ ", r"\s+") + (r"\w*" if k.endswith("*") else "") for k in urut)
    return re.compile(rf"\b(?:{pola})\b", re.IGNORECASE)


def _awal(daftar: Sequence[str]) -> re.Pattern[str]:
    urut = sorted(daftar, key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(k).replace(r"\ ", r"\s+") for k in urut) + r")(?!\w)", re.IGNORECASE)


def _satuan(nama: str, kata: KataIndikator) -> str:
    """The unit of the first thing that the name counts."""
    ketemu = [(m.start(), satuan) for pola, satuan in kata.satuan if (m := pola.search(nama))]
    return min(ketemu)[1] if ketemu else ""


def _menurut_nama(nama: str, kata: KataIndikator) -> tuple[str, str, bool]:
    """(the words that speak, what they speak for, whether they can be read either way)."""
    buruk = kata.turun.search(nama)
    ragu = kata.ragu.search(nama)
    # "Persentase pengaduan yang diselesaikan" counts what is settled, not what went wrong.
    if (buruk or ragu) and (m := kata.selesai.search(nama)):
        return _dibaca(nama, m, "naik", kata)
    if ragu:
        return ragu[0].lower(), "turun", True
    if buruk:
        return _dibaca(nama, buruk, "turun", kata)
    if m := kata.naik.search(nama):
        return _dibaca(nama, m, "naik", kata)
    return "", "", False


def _dibaca(nama: str, m: re.Match[str], arah: str, kata: KataIndikator) -> tuple[str, str, bool]:
    """A word that speaks for `arah`, or for the other way where it is negated: "tidak mengulangi"."""
    depan = re.search(rf"({kata.pembalik.pattern})\s+{_SELA}$", nama[: m.start()], re.IGNORECASE)
    if depan:
        return nama[depan.start() : m.end()].lower(), _BALIK[arah], False
    return m[0].lower(), arah, False


def _menurut_target(target: Sequence[Decimal]) -> str:
    langkah = [b - a for a, b in pairwise(target) if a != b]
    if not langkah:
        return ""
    if all(d > 0 for d in langkah):
        return "naik"
    return "turun" if all(d < 0 for d in langkah) else ""
