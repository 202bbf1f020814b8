"""The office's own texts as blocks: merge fields resolved, own tables and pictures captioned like the program's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lkjip_desktop.core.kata import MEDAN
from lkjip_desktop.core.naskah import Daftar, GambarSendiri, Isi, Medan, Paragraf, Spans, TabelSendiri, Teks
from lkjip_desktop.core.tables import Ilustrasi
from lkjip_desktop.report.blocks import Asal, Block, Cell, Figure, Grid, GridRow, Items, Para, Picture, Rata, Run, Runs
from lkjip_desktop.report.sections.bangun import Gaya, asal, runs_rujuk
from lkjip_desktop.report.sections.konteks import Konteks

_ANGKA = re.compile(r"(Rp\s?)?-?\d[\d.]*(,\d+)?\s?%?\.?(,-)?")


def blok_naskah(
    k: Konteks,
    isi: Isi,
    *,
    kunci: str,
    a: Asal | None = None,
    baris_id: str = "",
    ganti: Mapping[str, str] | None = None,
    gaya: Gaya = "isi",
) -> list[Block]:
    """A text as blocks. `kunci` begins the keys of its tables and pictures; `baris_id` is the row that a merge field
    without a row speaks of; `ganti` maps row ids (a text shared by two indicators speaks of the one it stands at)."""
    hasil: list[Block] = []
    for n, b in enumerate(isi, start=1):
        match b:
            case Paragraf(spans):
                r = runs_spans(k, spans, a, baris_id, ganti)
                if r:
                    hasil.append(Para(r, gaya))
            case Daftar(bernomor, butir):
                semua = tuple(runs_spans(k, s, a, baris_id, ganti) for s in butir)
                hasil.append(Items(semua, "1" if bernomor else "-"))
            case TabelSendiri():
                hasil += _tabel(b, f"{kunci}.tabel{n}", a)
            case GambarSendiri():
                hasil.append(_gambar(k, b, f"{kunci}.gambar{n}", a))
    return hasil


def runs_spans(
    k: Konteks, spans: Spans, a: Asal | None, baris_id: str = "", ganti: Mapping[str, str] | None = None
) -> Runs:
    """Spans as runs; a field that is unknown or has no value becomes a visible marker, never its raw name in braces."""
    hasil: list[Run] = []
    for s in spans:
        if isinstance(s, Teks):
            if s.teks:
                hasil.append(Run(s.teks, s.tebal, s.miring, a))
        else:
            hasil.append(run_medan(k, s, a, baris_id, ganti))
    return tuple(hasil)


def run_medan(k: Konteks, m: Medan, a: Asal | None, baris_id: str = "", ganti: Mapping[str, str] | None = None) -> Run:
    """One merge field, resolved."""
    medan = MEDAN.get(m.nama)
    if medan is None:
        return Run(f"«medan tidak dikenal: {m.nama}»", tebal=True, asal=a)
    baris = (ganti or {}).get(m.baris_id, m.baris_id) or baris_id
    p = medan.potong(k.snapshot, k.hasil, baris)
    if not p.teks or p.teks == "-":  # a dash is for a cell; a sentence would read "sebesar -"
        return Run(f"«{medan.label}: belum ada»", tebal=True, asal=a)
    return Run(p.teks, asal=asal(p) or a)


def blok_teks(k: Konteks, kunci: str, *, baris_id: str = "", gaya: Gaya = "isi") -> list[Block]:
    """Text of a part (own or default) with the pictures that stand at it."""
    return [
        *blok_naskah(k, k.teks(kunci), kunci=kunci, a=k.asal(kunci), baris_id=baris_id, gaya=gaya),
        *dengan_rujukan(blok_ilustrasi(k, kunci)),
    ]


def dengan_rujukan(figur: list[Block]) -> list[Block]:
    """Pictures after a line that names them, so that none appears which no text has spoken of."""
    kunci = [f.kunci for f in figur if isinstance(f, Figure) and f.judul]
    if not kunci:
        return figur
    return [Para((Run("Gambaran selengkapnya ditampilkan pada "), *runs_rujuk(kunci), Run("."))), *figur]


def blok_ilustrasi(k: Konteks, bagian: str, pemilik_id: str = "") -> list[Block]:
    """Pictures placed at a part (or at a row of it); equal `kelompok` = several pictures under one caption."""
    semua = [i for i in k.snapshot.where(Ilustrasi, tahun=k.tahun, bagian=bagian) if i.pemilik_id == pemilik_id]
    kelompok: dict[object, list[Ilustrasi]] = {}
    for i in semua:
        kelompok.setdefault(i.kelompok if i.kelompok is not None else i.id, []).append(i)
    hasil: list[Block] = []
    for isi in kelompok.values():
        gambar = [
            p
            for i in isi
            if (p := k.gambar(i.gambar_id, i.lebar_mm or 0, i.judul, Asal("ilustrasi", i.id, "gambar_id"))) is not None
        ]
        if gambar:
            hasil.append(_figur(gambar, _pertama(i.judul for i in isi), _pertama(i.sumber for i in isi), isi[0].id))
    return hasil


def _pertama(teks: Iterable[str]) -> str:
    return next((t for t in teks if t), "")


def _figur(gambar: Sequence[Picture], judul: str, sumber: str, kunci: str) -> Figure:
    asal = Asal("ilustrasi", kunci, "judul")
    return Figure(tuple(gambar), (Run(judul, asal=asal),) if judul else None, f"gambar.{kunci}", sumber)


def _gambar(k: Konteks, b: GambarSendiri, kunci: str, a: Asal | None) -> Block:
    gambar = [p for id, lebar in b.gambar if (p := k.gambar(id, lebar, b.judul, a)) is not None]
    if not gambar:
        return Para((Run("«gambar tidak ditemukan»", tebal=True, asal=a),), "tengah")
    return Figure(tuple(gambar), (Run(b.judul, asal=a),) if b.judul else None, kunci, b.sumber)


def _tabel(b: TabelSendiri, kunci: str, a: Asal | None) -> list[Block]:
    if not b.baris or not b.baris[0]:
        return []
    n = len(b.baris[0])
    kepala = tuple(
        GridRow(tuple(Cell((Run(c, tebal=True, asal=a),), True, "tengah") for c in r)) for r in b.baris[: b.kepala]
    )
    isi = tuple(GridRow(tuple(Cell((Run(c, asal=a),)) for c in r)) for r in b.baris[b.kepala :])
    return [
        Grid(
            kepala,
            isi,
            tuple(_lebar(b, i) for i in range(n)),
            tuple(_rata(b, i) for i in range(n)),
            judul=(Run(b.judul, asal=a),) if b.judul else None,
            kunci=kunci,
            sumber=b.sumber,
        )
    ]


def _rata(b: TabelSendiri, i: int) -> Rata:
    """Running numbers in the middle, figures on their decimal comma, all else from the left."""
    isi = [t for r in b.baris[b.kepala :] if (t := r[i].strip()) and t != "-"]
    if not isi or not all(_ANGKA.fullmatch(t) for t in isi):
        return "kiri"
    urut = i == 0 and all(t.rstrip(".") == str(n) for n, t in enumerate(isi, start=1))
    return "tengah" if urut else "desimal"


def _lebar(b: TabelSendiri, i: int) -> float:
    """Relative width of a column by its longest cell, kept within bounds so that no column starves."""
    panjang = max((len(r[i]) for r in b.baris), default=1)
    return float(min(max(panjang, 6), 40))
