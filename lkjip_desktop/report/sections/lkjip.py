"""The LKjIP assembled from its sections by the print rules of the office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_desktop.core.aturan import Aturan
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.report.blocks import Block, Document, Grid, Heading, NewPage, Part
from lkjip_desktop.report.numbering import berentri, jalan
from lkjip_desktop.report.sections.daftar_bagian import SECTIONS, Section, urutkan
from lkjip_desktop.report.sections.kertas import kertas
from lkjip_desktop.report.sections.konteks import Konteks, konteks

#: Parts without a page number, and those that are counted i, ii, iii.
_TANPA_NOMOR = ("surat", "sampul")
_ROMAWI = ("kata_pengantar", "ikhtisar", "daftar_isi", "daftar_tabel", "daftar_gambar")


def dokumen_lkjip(
    snapshot: Snapshot,
    hasil: Hasil,
    *,
    aturan: Aturan | None = None,
    konsep: bool = False,
    kode: str = "",
    dengan_surat: bool = True,
) -> Document:
    """The whole report of `hasil.tahun`. `kode` (data revision and first words of the digest) is printed small on the
    last page where the office wants it; `dengan_surat` puts the covering letter before the cover."""
    k = siapkan(konteks(snapshot, hasil, aturan), dengan_surat)
    blok: list[Block] = []
    jenis_lalu: str | None = None
    for s, isi in _berisi([(s, tuple(s.buat(k))) for s in sections_tahun(k)]):
        jenis = _jenis(s)
        if jenis != jenis_lalu:
            if k.aturan.cetak.bolak_balik and jenis_lalu is not None:
                blok.append(NewPage(kanan=True))
            blok.append(_part(jenis))
        elif s.kunci == "sampul":  # after the letter
            blok.append(NewPage(kanan=k.aturan.cetak.bolak_balik))
        elif k.aturan.cetak.bolak_balik and not s.bab:
            blok.append(NewPage(kanan=True))
        jenis_lalu = jenis
        blok += isi
    return _dokumen(k, blok, konsep, kode)


def dokumen_sampul(snapshot: Snapshot, hasil: Hasil, *, konsep: bool = False) -> Document:
    """The cover alone, as in the whole report; no blocks where the office prints none."""
    k = siapkan(konteks(snapshot, hasil, None))
    isi = [b for s in sections_tahun(k) if s.kunci == "sampul" for b in s.buat(k)]
    return _dokumen(k, [_part("tanpa"), *isi] if isi else [], konsep, "")


def _dokumen(k: Konteks, blok: list[Block], konsep: bool, kode: str) -> Document:
    return Document(
        tuple(blok),
        judul=f"{k.nama_dokumen} {k.nama_satker} Tahun {k.tahun}",
        penulis=k.nama_satker,
        subjek=f"{k.singkatan_dokumen} Tahun {k.tahun}",
        tanggal=k.laporan.tanggal,
        konsep=konsep,
        kepala=(f"{k.singkatan_dokumen} {k.singkatan_satker}", f"Tahun {k.tahun}"),
        kertas=kertas(k.aturan.cetak),
        kode=kode if k.aturan.cetak.kode_kertas != "tidak" else "",
    )


def _berisi(semua: list[tuple[Section, tuple[Block, ...]]]) -> list[tuple[Section, tuple[Block, ...]]]:
    """The sections without a list of tables or figures that would be an empty page."""
    bernomor = [b for _, isi in semua for b in jalan(isi) if berentri(b) and not isinstance(b, Heading)]
    kosong = set()
    if not any(isinstance(b, Grid) for b in bernomor):
        kosong.add("daftar_tabel")
    if all(isinstance(b, Grid) for b in bernomor):
        kosong.add("daftar_gambar")
    return [(s, isi) for s, isi in semua if s.kunci not in kosong]


def sections_tahun(k: Konteks) -> tuple[Section, ...]:
    """The sections that will be printed, in the order of the office."""
    return tuple(s for s in urutkan(SECTIONS, k.aturan.cetak.urutan) if s.kunci in k.dicetak)


def siapkan(k: Konteks, dengan_surat: bool = True) -> Konteks:
    """The context with the keys of what will be printed."""
    kunci = {s.kunci for s in SECTIONS if k.tampil(s.kunci) and s.ada(k) and (dengan_surat or s.kunci != "surat")}
    return replace(k, dicetak=frozenset(kunci))


def blok_bagian(k: Konteks, kunci: str) -> tuple[Block, ...]:
    """Blocks of one chapter with its parts (or of one part), without page rules: for tests and for a quick look."""
    k = k if k.dicetak else siapkan(k)
    isi: list[Iterable[Block]] = [s.buat(k) for s in sections_tahun(k) if kunci in (s.kunci, s.bab)]
    return tuple(b for blok in isi for b in blok)


def _jenis(s: Section) -> str:
    akar = s.bab or s.kunci
    if akar in _TANPA_NOMOR:
        return "tanpa"
    return "romawi" if akar in _ROMAWI else "arab"


def _part(jenis: str) -> Part:
    if jenis == "tanpa":
        return Part("", kepala=False)
    if jenis == "romawi":
        return Part("romawi", mulai=1)
    return Part("arab", mulai=1)
