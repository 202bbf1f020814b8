"""The covering letter: letterhead, number, subject, addressee, basis, body, signature, copies; without page numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_desktop.core.aturan import Aturan
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.identitas import identitas_pada, pejabat_pada
from lkjip_desktop.core.kata import huruf_kecil_awal, penandatangan_laporan
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Identitas, Pejabat, Pindaian, Surat
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.core.teks_bawaan import isi_surat
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Document,
    Grid,
    GridRow,
    Items,
    Mark,
    Para,
    Part,
    Run,
    ScanPages,
    Signatures,
    Space,
)
from lkjip_desktop.report.sections.bangun import sel, teks
from lkjip_desktop.report.sections.kertas import kertas
from lkjip_desktop.report.sections.konteks import Konteks, baca_aman, konteks
from lkjip_desktop.report.sections.naskah_blok import blok_naskah
from lkjip_desktop.report.sections.tanda_tangan import kop, logo, penanda_tangan

#: Room for a number or a date that is written by hand.
_CATATAN_ELEKTRONIK = (
    "Catatan: surat ini ditandatangani secara elektronik, sehingga keabsahan tanda tangannya diperiksa pada berkas "
    "elektroniknya."
)
_RUANG_NOMOR = "\u00a0" * 28


def dokumen_surat(snapshot: Snapshot, hasil: Hasil, *, aturan: Aturan | None = None, konsep: bool = False) -> Document:
    """The letter of the year as a paper of its own; without a row in the file it prints with its room for ink."""
    k = konteks(snapshot, hasil, aturan)
    surat = snapshot.one(Surat, tahun=k.tahun) or Surat(id="", tahun=k.tahun)
    i = _identitas(k, surat)
    return Document(
        (Part("", kepala=False), *isi(k, surat, i)),
        judul=f"Surat Pengantar {k.singkatan_dokumen} {i.nama} Tahun {k.tahun}",
        penulis=i.nama,
        subjek=" ".join(surat.perihal.split()),
        tanggal=surat.tanggal,
        konsep=konsep,
        kertas=kertas(k.aturan.cetak, dinas=True),
    )


def ada_surat(k: Konteks) -> bool:
    """True when the year has a letter."""
    return k.snapshot.one(Surat, tahun=k.tahun) is not None


def bagian_surat(k: Konteks) -> Iterable[Block]:
    """The letter, or its signed scan, before the cover of the report."""
    surat = k.snapshot.one(Surat, tahun=k.tahun)
    if surat is None:
        return
    pindai = [p for p in k.snapshot.where(Pindaian, tahun=k.tahun, naskah="surat") if p.pakai and p.berkas]
    if pindai:
        yield from (ScanPages(p.berkas, p.mime, p.halaman or 1) for p in pindai)
        return
    yield from isi(k, surat, _identitas(k, surat))


def _identitas(k: Konteks, surat: Surat) -> Identitas:
    """The identity of the letter's own date."""
    return (identitas_pada(k.snapshot, surat.tanggal) if surat.tanggal else None) or k.identitas


def isi(k: Konteks, s: Surat, i: Identitas) -> list[Block]:
    """All blocks of a letter."""

    def a(kolom: str) -> Asal | None:
        return Asal("surat", s.id, kolom) if s.id else None

    blok: list[Block] = [kop(i, logo(k, i))]
    if s.id:
        blok.append(Mark(Asal("surat", s.id, "nomor")))
    tempat = f"{s.tempat or i.kota}, " if s.tempat or i.kota else ""
    blok.append(Para((Run(tempat + (tanggal_cetak(s.tanggal) or _RUANG_NOMOR), asal=a("tanggal")),), "kanan"))
    blok.append(_kepala(k, s, i))
    blok.append(Space(4))
    yth = [b.strip() for b in s.yth.split("\n") if b.strip()] or [f"Kepala {i.kanwil}" if i.kanwil else _RUANG_NOMOR]
    blok.append(Para((Run("Yth.\n"), Run("\n".join(yth), asal=a("yth"))), "rapat"))
    if s.di or i.kota_kanwil:
        blok += [teks("di -", "rapat"), Para((Run(s.di or i.kota_kanwil, asal=a("di")),), "kutip")]
    blok.append(Space(3))
    naskah = blok_naskah(k, baca_aman(s.isi) or isi_surat(k.snapshot, k.hasil), kunci="surat", a=a("isi"))
    blok += _dengan_dasar(s, naskah, a("dasar"))
    blok += [Space(3), _tanda_tangan(k, s)]
    tembusan = [b.strip() for b in s.tembusan.split("\n") if b.strip()]
    if tembusan:
        blok += [
            teks("Tembusan:", "rapat"),
            Items(tuple((Run(b, asal=a("tembusan")),) for b in tembusan))
            if len(tembusan) > 1
            else teks(tembusan[0], "rapat", a("tembusan")),
        ]
    if s.elektronik:
        blok += [Space(4), teks(_CATATAN_ELEKTRONIK, "kecil")]
    return blok


def _dengan_dasar(s: Surat, naskah: list[Block], a: Asal | None) -> list[Block]:
    """The body with the letter that it answers: in one sentence where the body goes on from it, else before it."""
    dasar = " ".join(s.dasar.split()).rstrip(".")
    if not dasar:
        return naskah
    depan = (Run("Menindaklanjuti "), Run(huruf_kecil_awal(dasar), asal=a))
    isi = naskah[0] if naskah else None
    if isinstance(isi, Para) and isi.isi and isi.isi[0].teks.startswith("Bersama "):
        awal = replace(isi.isi[0], teks="b" + isi.isi[0].teks[1:])
        return [replace(isi, isi=(*depan, Run(", "), awal, *isi.isi[1:])), *naskah[1:]]
    return [Para((*depan, Run(", kami sampaikan hal-hal sebagai berikut."))), *naskah]


def _kepala(k: Konteks, s: Surat, i: Identitas) -> Grid:
    """Nomor, sifat, lampiran, hal; an empty number leaves room after the pattern of the office."""

    def a(kolom: str) -> Asal | None:
        return Asal("surat", s.id, kolom) if s.id else None

    perihal = [b.strip() for b in s.perihal.split("\n") if b.strip()]
    if not perihal:
        perihal = [f"{k.nama_dokumen} ({k.singkatan_dokumen}) Tahun {k.tahun}", i.nama]
    baris: list[tuple[str, str, str]] = [("Nomor", s.nomor or f"{i.pola_nomor}{_RUANG_NOMOR}", "nomor")]
    if s.sifat:
        baris.append(("Sifat", s.sifat, "sifat"))
    baris.append(("Lampiran", s.lampiran or "-", "lampiran"))
    baris += [("Perihal" if n == 0 else "", b, "perihal") for n, b in enumerate(perihal)]
    return Grid(
        kepala=(),
        baris=tuple(
            GridRow((sel(label), sel(":" if label else ""), sel(nilai, asal_baris=a(kolom))))
            for label, nilai, kolom in baris
        ),
        lebar=(2.2, 0.3, 9),
        rata=("kiri", "kiri", "kiri"),
        polos=True,
    )


def _tanda_tangan(k: Konteks, s: Surat) -> Signatures:
    """The block at the right, without place and date: those stand at the head of a letter."""
    p = k.snapshot.get(Pejabat, s.penandatangan_id)
    if p is None and s.tanggal:
        p = pejabat_pada(k.snapshot, "kepala", s.tanggal)
    p = p or penandatangan_laporan(k.snapshot, k.tahun)
    return Signatures("", (penanda_tangan(p, s.elektronik),))
