"""Checks of writing: words of the field that are often misspelt, doubled words, marks, numbers the English way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..schema import TABLES, Kind
from ..tables import Identitas
from .masalah import INFO, PERINGATAN, Problem, Tinjau, daftar
from .teks_kantor import UANG, teks_kantor, uang_token

#: Wrong (as a pattern of whole words) -> right. Only forms that are never right; names of people are not here.
EJAAN: tuple[tuple[str, str], ...] = (
    (r"p[ea]mas[ay]?rakatan|pamasyarakatan", "pemasyarakatan"),
    (r"klien masyarakat", "klien pemasyarakatan"),
    (r"pembimbing masyarakat", "pembimbing kemasyarakatan"),
    (r"kement[eí]gian|kementrian|kemeterian", "kementerian"),
    (r"kerumah\s+tang{1,2}a+n|kerumahtanga+n|kerumahtanggaa+an", "kerumahtanggaan"),
    (r"terpenuhiya", "terpenuhinya"),
    (r"prosentase", "persentase"),
    (r"kreatifitas", "kreativitas"),
    (r"efektifitas", "efektivitas"),
    (r"analisa", "analisis"),
    (r"besama", "bersama"),
    (r"renacana", "rencana"),
    (r"penyerpan", "penyerapan"),
    (r"merupakn", "merupakan"),
    (r"nasioal", "nasional"),
    (r"absesensi", "absensi"),
    (r"screenshoot", "tangkapan layar"),
    (r"indicator", "indikator"),
    (r"kehadiran tuhan", "kehadirat Tuhan"),
    (r"yg", "yang"),
    (r"dgn", "dengan"),
    (r"utk", "untuk"),
    (r"kerjasama", "kerja sama"),
    (r"tanggungjawab", "tanggung jawab"),
    (r"bapennas", "Bappenas"),
)
_EJAAN = tuple((re.compile(rf"(?<!\w)(?:{salah})(?!\w)", re.IGNORECASE), benar) for salah, benar in EJAAN)
_SALAH = re.compile(rf"(?<!\w)(?:{'|'.join(salah for salah, _ in EJAAN)})(?!\w)", re.IGNORECASE)

#: Systems whose names are written in many ways.
SISTEM = ("SMART-DJA", "OM-SPAN", "E-Performance", "E-Monev", "E-Tarja")
_SISTEM = tuple(
    (re.compile(rf"(?<![\w/.@-]){re.escape(n).replace(re.escape('-'), '[- ]?')}(?![\w.-]*\w)", re.IGNORECASE), n)
    for n in SISTEM
)

_GANDA = re.compile(r"(?<![\w-])(\w{3,})\s+\1(?![\w-])", re.IGNORECASE)
_TITIK_DESIMAL = re.compile(r"(?<![\w.,])\d{1,3}\.\d{1,2}\s*(?:%|persen\b)")
_SPASI_PERSEN = re.compile(r"\d\s+%")


def ejaan(t: Tinjau) -> Iterator[Problem]:
    """Known misspellings, in names as well as in texts."""
    for tabel in TABLES.values():
        kolom = [c for c in tabel.columns if c.kind in (Kind.TEKS, Kind.PARAGRAF, Kind.NASKAH) and not c.hidden]
        baris = t.snapshot.where(tabel.row, tahun=t.tahun) if tabel.has_year else t.snapshot.rows(tabel.row)
        for r in baris:
            if tabel.name == "aturan":
                continue
            for c in kolom:
                salah = salah_eja(getattr(r, c.name))
                if salah and not (isinstance(r, Identitas) and c.name in ("laman", "surel")):
                    yield t.masalah(
                        INFO,
                        "ejaan.kata",
                        r,
                        c.name,
                        f"{tabel.label}, {c.label.lower()}: tertulis {daftar(list(salah))}.",
                    )


@lru_cache(maxsize=8192)
def salah_eja(teks: str) -> tuple[str, ...]:
    """Known misspellings in a text, each with its right form."""
    if not _SALAH.search(teks):
        return ()
    return tuple(
        dict.fromkeys(f"“{m[0]}” (seharusnya “{benar}”)" for pola, benar in _EJAAN for m in pola.finditer(teks))
    )


def tulisan(t: Tinjau) -> Iterator[Problem]:
    """Doubled words, open quotation marks, decimal points, spaces before %, amounts that nobody can read."""
    for x in teks_kantor(t):
        catatan: list[str] = []
        if ganda := [m[0] for m in _GANDA.finditer(x.polos)]:
            catatan.append(f"kata berulang {daftar([f'“{g}”' for g in dict.fromkeys(ganda)])}")
        if x.polos.count("“") != x.polos.count("”") or x.polos.count('"') % 2:
            catatan.append("tanda kutip tidak berpasangan")
        if titik := [m[0] for m in _TITIK_DESIMAL.finditer(x.polos)]:
            catatan.append(f"desimal ditulis dengan titik ({daftar(list(dict.fromkeys(titik)))})")
        if _SPASI_PERSEN.search(x.polos):
            catatan.append("ada spasi sebelum tanda %")
        for pola, nama in _SISTEM:
            if lain := {m[0] for m in pola.finditer(x.polos)} - {nama}:
                catatan.append(f"{daftar(sorted(lain))} biasanya ditulis {nama}")
        if catatan:
            yield t.masalah(INFO, "ejaan.tulisan", x.baris, x.kolom, f"{x.sebut}: {'; '.join(catatan)}.")
        if kacau := [m[0] for m in UANG.finditer(x.polos) if uang_token(m[0]) is None]:
            yield t.masalah(
                PERINGATAN,
                "ejaan.uang",
                x.baris,
                x.kolom,
                f"{x.sebut}: {daftar(kacau)} tidak terbaca sebagai jumlah uang; tulis misalnya Rp3.733.357.000.",
            )
