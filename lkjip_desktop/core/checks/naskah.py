"""Checks of the office's own texts against its data: years, numbers, claims, names, merge fields, signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .. import naskah as isi_naskah
from ..angka import angka
from ..bagian import BAGIAN_MENURUT_KUNCI
from ..glif import sebut, tak_tercetak
from ..kata_medan import MEDAN, cari_indikator, cari_sasaran
from ..schema import TABLES, Kind
from ..tables import Naskah, Renstra
from .masalah import INFO, KESALAHAN, PERINGATAN, Problem, Tinjau, daftar, rapat
from .teks_kantor import PERSEN, UANG, TeksKantor, angka_dikenal, angka_token, teks_kantor, uang_token

_TAHUN = re.compile(r"\b(?:tahun|th\.?)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_PERATURAN = re.compile(
    r"\b(?:nomor|no\.?)\s*:?\s*[\w./-]+\s+tahun\s+(?:19|20)\d\d|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d", re.IGNORECASE
)
_KLAIM = re.compile(
    r"\b(?:seluruh|semua)\s+(?:target|indikator)\b[^.]{0,40}\b(?:tercapai|terpenuhi|terlampaui)\b"
    r"|\b(?:telah|sudah)\s+memenuhi\s+(?:seluruh\s+|semua\s+)?target\b|\bdinyatakan\W{1,3}berhasil\b",
    re.IGNORECASE,
)
_REALISASI_PERSEN = re.compile(r"\brealisasi(?:nya)?\s+(?:sebesar\s+|mencapai\s+)?\d[\d.,]*\s*%", re.IGNORECASE)


def medan(t: Tinjau) -> Iterator[Problem]:
    """Merge fields are known, speak of a row that is there, and have something to print."""
    for x in teks_kantor(t):
        for m in dict.fromkeys(isi_naskah.medan_dipakai(x.isi)):
            baku = MEDAN.get(m.nama)
            if baku is None:
                yield t.masalah(
                    KESALAHAN,
                    "naskah.medan",
                    x.baris,
                    x.kolom,
                    f"{x.sebut}: isian otomatis “{m.nama}” tidak dikenal.",
                    "Hapus isian itu dan pilih yang lain dari daftar.",
                )
                continue
            kunci = m.baris_id or x.indikator_id or _sasaran_sendiri(x)
            if baku.butuh and not _ada(t, baku.butuh, kunci):
                yield t.masalah(
                    KESALAHAN,
                    "naskah.medan_baris",
                    x.baris,
                    x.kolom,
                    f"{x.sebut}: isian otomatis “{baku.label}” tidak menunjuk {baku.butuh} tahun ini.",
                )
            elif baku.isi(t.snapshot, t.hasil, kunci) in ("", "-"):
                yield t.masalah(
                    PERINGATAN,
                    "naskah.medan_kosong",
                    x.baris,
                    x.kolom,
                    f"{x.sebut}: isian otomatis “{baku.label}” belum mempunyai nilai.",
                )


def _sasaran_sendiri(x: TeksKantor) -> str:
    return x.baris.id if x.baris.TABEL == "sasaran_tahun" else ""


def _ada(t: Tinjau, butuh: str, kunci: str) -> bool:
    if butuh == "indikator":
        return cari_indikator(t.snapshot, t.hasil, kunci) is not None
    return cari_sasaran(t.snapshot, t.hasil, kunci) is not None


def bagian(t: Tinjau) -> Iterator[Problem]:
    """Texts stand in parts that the report has."""
    for n in t.snapshot.where(Naskah, tahun=t.tahun):
        b = BAGIAN_MENURUT_KUNCI.get(n.bagian)
        if n.isi and (b is None or not b.berteks):
            yield t.masalah(
                INFO, "naskah.bagian", n, "bagian", f"Naskah “{n.bagian}” tidak dicetak di bagian mana pun."
            )


def tahun(t: Tinjau) -> Iterator[Problem]:
    """A text that names another year and not its own was probably copied."""
    renstra = {
        y
        for r in t.snapshot.rows(Renstra)
        if r.tahun_awal and r.tahun_akhir
        for y in range(r.tahun_awal, r.tahun_akhir + 1)
    }
    wajar = {t.tahun - 1, t.tahun, t.tahun + 1} | renstra
    for x in teks_kantor(t):
        teks = _PERATURAN.sub(" ", x.polos)
        disebut = {int(m[1]) for m in _TAHUN.finditer(teks)}
        lain = sorted(disebut - wajar)
        bergerak = any(m.nama in ("tahun", "tahun_lalu") for m in isi_naskah.medan_dipakai(x.isi))
        if not lain and disebut - {t.tahun, t.tahun + 1} and t.tahun not in disebut and not bergerak:
            lain = sorted(disebut - {t.tahun, t.tahun + 1})
        if lain:
            yield t.masalah(
                PERINGATAN,
                "naskah.tahun",
                x.baris,
                x.kolom,
                f"{x.sebut}: menyebut tahun {daftar([str(y) for y in lain])} dalam laporan {t.tahun}.",
                "Periksa apakah teks ini salinan tahun lain; isian otomatis “Tahun laporan” selalu benar.",
            )


def angka_sendiri(t: Tinjau) -> Iterator[Problem]:
    """Percentages and amounts typed into a text are those of the data."""
    dikenal: frozenset[Decimal] = frozenset()
    for x in teks_kantor(t):
        nilai = [(m[0], angka_token(m[0])) for m in PERSEN.finditer(x.polos)]
        nilai += [(m[0], uang_token(m[0])) for m in UANG.finditer(x.polos)]
        if nilai and not dikenal:  # collected only when a text holds a number at all
            dikenal = angka_dikenal(t)
        asing = [" ".join(teks.split()) for teks, n in nilai if n is not None and abs(n) not in dikenal]
        if asing:
            yield t.masalah(
                PERINGATAN,
                "naskah.angka",
                x.baris,
                x.kolom,
                f"{x.sebut}: {daftar(list(dict.fromkeys(asing)))} tidak ada pada data tahun {t.tahun}.",
                "Perbaiki angkanya, atau pakai isian otomatis agar selalu mengikuti data.",
            )


def klaim(t: Tinjau) -> Iterator[Problem]:
    """No text says that all targets are met while one is missed."""
    if not t.hasil.meleset:
        return
    kode = daftar([h.kode for h in t.hasil.meleset])
    for x in teks_kantor(t):
        if m := _KLAIM.search(x.polos):
            yield t.masalah(
                PERINGATAN,
                "naskah.klaim",
                x.baris,
                x.kolom,
                f"{x.sebut}: “{m[0]}” tidak sesuai dengan data; {kode} belum mencapai target.",
            )


def indikator_lain(t: Tinjau) -> Iterator[Problem]:
    """An analysis speaks of its own indicator, and of a count as a count."""
    for x in teks_kantor(t):
        h = t.hasil.per_indikator.get(x.indikator_id)
        if h is None:
            continue
        teks = rapat(x.polos)
        for lain in t.hasil.indikator:
            nama = rapat(lain.nama)
            if lain.id != h.id and nama in teks and nama not in rapat(h.nama) and rapat(h.nama) not in nama:
                yield t.masalah(
                    PERINGATAN,
                    "naskah.indikator_lain",
                    x.baris,
                    x.kolom,
                    f"{x.sebut}: menyebut indikator {lain.kode} (“{lain.nama}”).",
                )
        if h.jenis_nilai == "hitungan" and (m := _REALISASI_PERSEN.search(x.polos)):
            yield t.masalah(
                PERINGATAN,
                "naskah.realisasi_persen",
                x.baris,
                x.kolom,
                f"{x.sebut}: “{m[0]}”, padahal realisasinya {h.realisasi.cetak}; {h.capaian.cetak} adalah capaian.",
            )


def berulang(t: Tinjau) -> Iterator[Problem]:
    """The same paragraph in two places explains neither."""
    ada: dict[str, str] = {}
    for x in teks_kantor(t):
        for p in x.paragraf:
            kunci = rapat(p)
            if len(kunci) < 60:
                continue
            lain = ada.setdefault(kunci, x.sebut)
            if lain != x.sebut:
                yield t.masalah(
                    INFO,
                    "naskah.berulang",
                    x.baris,
                    x.kolom,
                    f"{x.sebut}: ada paragraf yang sama dengan {lain}.",
                    "Bila memang sama, pakai “Sama dengan indikator” pada analisisnya.",
                )


def huruf(t: Tinjau) -> Iterator[Problem]:
    """Characters that the faces of paper lack, in any text of the year or of no year."""
    for tabel in TABLES.values():
        kolom = [c for c in tabel.columns if c.kind in (Kind.TEKS, Kind.PARAGRAF, Kind.NASKAH)]
        baris = t.snapshot.where(tabel.row, tahun=t.tahun) if tabel.has_year else t.snapshot.rows(tabel.row)
        for r in baris:
            for c in kolom:
                kurang = tak_tercetak(getattr(r, c.name), t.aturan.cetak.huruf)
                if kurang:
                    yield t.masalah(
                        PERINGATAN,
                        "naskah.huruf",
                        r,
                        c.name,
                        f"{tabel.label}, {c.label.lower()}: {daftar([sebut(h) for h in kurang])} tidak ada pada "
                        "huruf cetak dan tercetak sebagai □.",
                    )


def kosong(t: Tinjau) -> Iterator[Problem]:
    """Tables of the office's own whose cells are all empty, and figures without a caption."""
    for x in teks_kantor(t):
        for b in x.isi:
            match b:
                case isi_naskah.TabelSendiri(judul, _, _, isi):
                    if not any(sel.strip() for r in isi for sel in r):
                        yield t.masalah(INFO, "naskah.tabel", x.baris, x.kolom, f"{x.sebut}: ada tabel yang kosong.")
                    elif not judul:
                        yield t.masalah(INFO, "naskah.judul", x.baris, x.kolom, f"{x.sebut}: ada tabel tanpa judul.")
                case isi_naskah.GambarSendiri(judul, _, _) if not judul:
                    yield t.masalah(INFO, "naskah.judul", x.baris, x.kolom, f"{x.sebut}: ada gambar tanpa judul.")
        if len(x.polos) > 20_000:
            yield t.masalah(
                INFO, "naskah.panjang", x.baris, x.kolom, f"{x.sebut}: sangat panjang ({angka(len(x.polos))} huruf)."
            )
