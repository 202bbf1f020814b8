"""Daftar bukti dukung: what stands behind the figures, where it lies, and what is inside the data file."""

from __future__ import annotations

from lkjip_desktop.core.identitas import identitas_pada
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Bukti, IndikatorTahun
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import Block, Cell, Document, Grid, GridRow, Para, Part, Run, Space


def dokumen_daftar_bukti(snapshot: Snapshot, tahun: int, tanggal: str = "") -> Document:
    """The list of evidence of a year; says so when none is recorded."""
    identitas = identitas_pada(snapshot, tanggal)
    nama = identitas.nama if identitas is not None else ""
    blok: list[Block] = [
        Part("arab", mulai=1, kepala=False),
        Para((Run("DAFTAR BUKTI DUKUNG"),), "judul"),
        *([Para((Run(nama),), "tengah")] if nama else []),
        Para((Run(f"Tahun {tahun}"),), "tengah"),
        Space(4),
    ]
    bukti = snapshot.where(Bukti, tahun=tahun)
    if bukti:
        blok.append(_tabel(snapshot, tahun, bukti))
    else:
        blok.append(Para((Run("Belum ada bukti dukung yang dicatat untuk tahun ini."),), "rapat"))
    return Document(tuple(blok), f"Daftar Bukti Dukung Tahun {tahun}", nama, tanggal=tanggal)


def _tabel(snapshot: Snapshot, tahun: int, bukti: tuple[Bukti, ...]) -> Grid:
    kode = {r.indikator_id: r.kode for r in snapshot.where(IndikatorTahun, tahun=tahun)}
    baris = []
    for n, b in enumerate(bukti, start=1):
        tempat = "; ".join(x for x in (b.lokasi, f"berkas {b.nama_berkas}" if b.berkas else "") if x)
        sel = (str(n), b.nama, kode.get(b.indikator_id, ""), tempat or "-", tanggal_cetak(b.tanggal, False) or "-")
        baris.append(GridRow(tuple(Cell((Run(x),)) for x in sel)))
    kepala = ("No.", "Bukti", "Indikator", "Tempat simpan", "Tanggal")
    return Grid(
        kepala=(GridRow(tuple(Cell((Run(x),), tebal=True, rata="tengah") for x in kepala)),),
        baris=tuple(baris),
        lebar=(1, 6, 2.4, 5, 3),
        rata=("tengah", "kiri", "kiri", "kiri", "kiri"),
    )
