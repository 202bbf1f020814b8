"""Lampiran: PK of last year and this year or their scans, manual, follow-up, checklist, evidence, awards, the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_desktop.core.hasil import HasilIndikator
from lkjip_desktop.core.kata import KATA_POLARITAS, singkat_indikator, singkat_sasaran
from lkjip_desktop.core.pk import isi_pk
from lkjip_desktop.core.tables import (
    Bukti,
    Ceklis,
    Ilustrasi,
    IndikatorTahun,
    Pindaian,
    Pk,
    Prestasi,
    Rekomendasi,
)
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import Asal, Block, Cell, Figure, Grid, GridRow, Heading, Keep, NewPage, Run, ScanPages
from lkjip_desktop.report.sections import pk as kertas_pk
from lkjip_desktop.report.sections.bangun import baris, judul_tabel, kepala, kepala_lebar, sel, teks
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks

_STATUS = {"belum": "Belum", "proses": "Dalam proses", "selesai": "Selesai"}
#: Room over a statement for the title of its annex, in mm.
_RUANG_JUDUL = 26
_BEKU = ("terkunci", "berlaku")


def _kepala(k: Konteks, kunci: str) -> Heading:
    return Heading(0, k.judul(kunci), kunci, label="LAMPIRAN", asal=k.asal(kunci, "judul"))


def lampiran(k: Konteks) -> Iterable[Block]:
    """Where the annexes begin: no page of its own, for the list of contents names each of them with its page."""
    asal = k.asal("lampiran", "judul")
    yield Heading(0, k.judul("lampiran"), "lampiran", nomor=False, asal=asal, daftar=False, tampak=False)


# ------------------------------------------------------------------------------------------------------ PK
def _versi(k: Konteks, tahun: int) -> tuple[Pk, ...]:
    """Signed versions of the head's PK of a year; the draft when none is signed."""
    semua = [p for p in k.snapshot.where(Pk, tahun=tahun) if p.posisi_id is None]
    return tuple(p for p in semua if p.status in _BEKU) or tuple(semua[-1:])


def ada_pk_lalu(k: Konteks) -> bool:
    """True when last year has a PK."""
    return bool(_versi(k, k.tahun - 1))


def ada_pk(k: Konteks) -> bool:
    """True when this year has a PK."""
    return bool(_versi(k, k.tahun))


def pk_lalu(k: Konteks) -> Iterable[Block]:
    """The PK of last year with its revisions."""
    yield from _pk_tahun(k, "lampiran.pk_lalu", k.tahun - 1)


def pk_kini(k: Konteks) -> Iterable[Block]:
    """The PK of this year with its revisions."""
    yield from _pk_tahun(k, "lampiran.pk", k.tahun)


def _pk_tahun(k: Konteks, kunci: str, tahun: int) -> Iterable[Block]:
    """The title over the first version, then its revisions, each in full or as its signed scan (Bab II tells what was
    changed and why)."""
    yield _kepala(k, kunci)
    for n, p in enumerate(_versi(k, tahun)):
        isi, di_bawah_judul = isi_pk(k.snapshot, p), n == 0
        pindai = [x for x in k.snapshot.where(Pindaian, pk_id=p.id) if x.pakai and x.berkas]
        if pindai:
            for m, x in enumerate(pindai):
                yield ScanPages(x.berkas, x.mime, x.halaman or 1, sambung=di_bawah_judul and m == 0)
            continue
        if not di_bawah_judul:
            yield NewPage()
        for b in kertas_pk.pernyataan(k.snapshot, isi):
            yield replace(b, sisakan_mm=_RUANG_JUDUL) if isinstance(b, Keep) and di_bawah_judul else b
        yield NewPage()
        yield from kertas_pk.lampiran(isi)


# --------------------------------------------------------------------------------------------------- manual
def ada_manual(k: Konteks) -> bool:
    """True when the office prints the manual and has IKK."""
    return bool(k.hasil.indikator) and k.aturan.cetak.tampil("manual_ikk")


def manual(k: Konteks) -> Iterable[Block]:
    """The manual of the IKK: definition, formula, source, person in charge, one small table each; indicators of which
    only the measure is known stand together in one table."""
    yield _kepala(k, "lampiran.manual")
    lain: list[GridRow] = []
    ada = False
    for s in k.hasil.kegiatan():
        for h in s.indikator:
            it = k.snapshot.get(IndikatorTahun, h.baris_id)
            if it is None:
                continue
            nama = f"{singkat_sasaran(s)} {singkat_indikator(h)}: {h.nama}"
            if it.definisi.strip() or it.sumber.strip() or it.penanggung_jawab.strip() or it.frekuensi.strip():
                ada = True
                yield _kartu(h, it, nama)
            else:
                rumus = it.rumus.strip() or _rumus(it)
                isi = ((nama, "nama"), (rumus, "rumus"), (it.satuan, "satuan"), (_polaritas(it.polaritas), "polaritas"))
                lain.append(baris(*(_sel_manual(it, nilai or "-", kolom) for nilai, kolom in isi)))
    if lain:
        if ada:
            yield teks("Cara mengukur indikator lainnya adalah sebagai berikut.")
        yield Grid(
            kepala=(kepala("Indikator", "Rumus", "Satuan", "Polaritas"),),
            baris=tuple(lain),
            lebar=(5.6, 4.6, 1.8, 4.2),
            rata=("kiri", "kiri", "tengah", "kiri"),
            lembar="Manual IKK",
        )


def _kartu(h: HasilIndikator, it: IndikatorTahun, nama: str) -> Grid:
    """The manual of one indicator; what is not known takes no row."""
    isi = [
        ("Definisi operasional", it.definisi, "definisi"),
        ("Rumus", it.rumus.strip() or _rumus(it), "rumus"),
        ("Satuan dan polaritas", ", ".join(x for x in (it.satuan, _polaritas(it.polaritas).lower()) if x), "satuan"),
        ("Sumber data", it.sumber, "sumber"),
        ("Penanggung jawab", it.penanggung_jawab, "penanggung_jawab"),
        ("Frekuensi pelaporan", it.frekuensi, "frekuensi"),
        ("Standar nasional", h.standar.cetak if h.standar.nilai is not None else "", "standar_nasional"),
    ]
    return Grid(
        kepala=(kepala(kepala_lebar(nama, 2)),),
        baris=tuple(
            baris(sel(label, tebal=True), _sel_manual(it, nilai, kolom)) for label, nilai, kolom in isi if nilai.strip()
        ),
        lebar=(3.4, 11),
        rata=("kiri", "kiri"),
        utuh=True,
        lembar=f"Manual {h.kode}",
    )


def _sel_manual(it: IndikatorTahun, nilai: str, kolom: str) -> Cell:
    return sel(" ".join(nilai.split()), asal_baris=Asal("indikator_tahun", it.id, kolom))


def _rumus(it: IndikatorTahun) -> str:
    if it.jenis_nilai == "rasio" and it.label_pembilang and it.label_penyebut:
        return f"({it.label_pembilang} / {it.label_penyebut}) × 100%"
    return ""


def _polaritas(p: str) -> str:
    kata = KATA_POLARITAS.get(p, "")
    return kata[:1].upper() + kata[1:]


# ------------------------------------------------------------------------------------------------ follow-up
def ada_tindak_lanjut(k: Konteks) -> bool:
    """True when there are recommendations and the office prints them."""
    return bool(k.snapshot.where(Rekomendasi, tahun=k.tahun)) and k.aturan.cetak.tampil("tindak_lanjut")


def tindak_lanjut(k: Konteks) -> Iterable[Block]:
    """Recommendations of last year's evaluation, what was done, status and evidence."""
    yield _kepala(k, "lampiran.tindak_lanjut")
    rows: list[GridRow] = []
    for n, r in enumerate(k.snapshot.where(Rekomendasi, tahun=k.tahun), start=1):
        rows.append(
            baris(
                f"{n}.",
                *(
                    sel(isi or "-", asal_baris=Asal("rekomendasi", r.id, kolom))
                    for isi, kolom in (
                        (_dengan_sumber(r), "rekomendasi"),
                        (r.tindak_lanjut, "tindak_lanjut"),
                        (_STATUS.get(r.status, r.status), "status"),
                        (r.bukti, "bukti"),
                        (_pj(r), "penanggung_jawab"),
                    )
                ),
            )
        )
    yield Grid(
        kepala=(kepala("No.", "Rekomendasi", "Tindak Lanjut", "Status", "Bukti", "Penanggung Jawab"),),
        baris=tuple(rows),
        lebar=(0.9, 4.4, 4.4, 2, 2.6, 2.8),
        rata=("tengah", "kiri", "kiri", "tengah", "kiri", "kiri"),
        judul=judul_tabel(f"Tindak Lanjut Rekomendasi Hasil Evaluasi dalam Laporan Tahun {k.tahun}"),
        kunci="tabel.tindak_lanjut",
    )


def _dengan_sumber(r: Rekomendasi) -> str:
    return f"{r.rekomendasi} ({r.sumber})" if r.sumber else r.rekomendasi


def _pj(r: Rekomendasi) -> str:
    waktu = f"tenggat {tanggal_cetak(r.tenggat, ruang_hari=False)}" if r.tenggat else ""
    return ", ".join(x for x in (r.penanggung_jawab, waktu) if x)


# ---------------------------------------------------------------------------------------------------- reviu
def ada_reviu(k: Konteks) -> bool:
    """True when any point is answered and the office prints the list."""
    return (
        bool(k.aturan.ceklis_reviu.kelompok)
        and bool(k.snapshot.where(Ceklis, tahun=k.tahun, jenis="reviu"))
        and k.aturan.cetak.tampil("ceklis_reviu")
    )


def reviu(k: Konteks) -> Iterable[Block]:
    """The checklist of the reviu with its answers (PermenPAN-RB 53/2014, Lampiran III)."""
    daftar = k.aturan.ceklis_reviu
    jawab = {c.kode: c for c in k.snapshot.where(Ceklis, tahun=k.tahun, jenis="reviu")}
    yield _kepala(k, "lampiran.reviu")
    if daftar.pengantar:
        yield teks(daftar.pengantar)
    rows: list[GridRow] = []
    for g in daftar.kelompok:
        rows.append(baris(sel(g.nama, tebal=True, kolom=5), jenis="total"))
        for n, b in enumerate(g.butir, start=1):
            c = jawab.get(b.kode)
            a = Asal("ceklis", c.id, "jawaban") if c is not None else None
            ya, tidak = ("√" if c is not None and c.jawaban == x else "" for x in ("ya", "tidak"))
            rows.append(
                baris(
                    f"{n}.",
                    sel(b.teks, asal_baris=a),
                    sel(ya, asal_baris=a),
                    sel(tidak, asal_baris=a),
                    sel(
                        c.catatan if c is not None else "",
                        asal_baris=Asal("ceklis", c.id, "catatan") if c is not None else None,
                    ),
                )
            )
    yield Grid(
        kepala=(kepala("No.", "Pernyataan", "Ya", "Tidak", "Catatan"),),
        baris=tuple(rows),
        lebar=(0.9, 8, 1.2, 1.4, 4),
        rata=("tengah", "kiri", "tengah", "tengah", "kiri"),
        judul=judul_tabel(daftar.judul or f"Daftar Periksa Reviu Laporan Kinerja Tahun {k.tahun}"),
        kunci="tabel.reviu",
        sumber=daftar.sumber,
    )


# ------------------------------------------------------------------------------------------------- evidence
def ada_bukti(k: Konteks) -> bool:
    """True when there is evidence and the office prints the list."""
    return bool(k.snapshot.where(Bukti, tahun=k.tahun)) and k.aturan.cetak.tampil("daftar_bukti")


def bukti(k: Konteks) -> Iterable[Block]:
    """The list of evidence."""
    yield _kepala(k, "lampiran.bukti")
    rows: list[GridRow] = []
    for n, b in enumerate(k.snapshot.where(Bukti, tahun=k.tahun), start=1):
        h = k.hasil.per_indikator.get(b.indikator_id or "")
        a = Asal("bukti", b.id, "nama")
        rows.append(
            baris(
                f"{n}.",
                h.kode if h is not None else "-",
                sel(b.nama, asal_baris=a),
                sel(b.lokasi or b.nama_berkas or "-", asal_baris=Asal("bukti", b.id, "lokasi")),
                tanggal_cetak(b.tanggal, ruang_hari=False) or "-",
            )
        )
    yield Grid(
        kepala=(kepala("No.", "Indikator", "Bukti", "Tempat Simpan", "Tanggal"),),
        baris=tuple(rows),
        lebar=(0.9, 2.2, 6, 4, 3),
        rata=("tengah", "kiri", "kiri", "kiri", "kiri"),
        judul=judul_tabel(f"Daftar Bukti Dukung Tahun {k.tahun}"),
        kunci="tabel.bukti",
    )


# --------------------------------------------------------------------------------------------------- awards
def ada_prestasi(k: Konteks) -> bool:
    """True when the year has awards."""
    return bool(k.snapshot.where(Prestasi, tahun=k.tahun))


def prestasi(k: Konteks) -> Iterable[Block]:
    """Awards as a list, then their pictures."""
    yield _kepala(k, "lampiran.prestasi")
    semua = k.snapshot.where(Prestasi, tahun=k.tahun)
    yield Grid(
        kepala=(kepala("No.", "Penghargaan", "Pemberi", "Tanggal", "Keterangan"),),
        baris=tuple(
            baris(
                f"{n}.",
                *(
                    sel(isi or "-", asal_baris=Asal("prestasi", p.id, kolom))
                    for isi, kolom in (
                        (p.nama, "nama"),
                        (p.pemberi, "pemberi"),
                        (tanggal_cetak(p.tanggal, ruang_hari=False), "tanggal"),
                        (p.keterangan, "keterangan"),
                    )
                ),
            )
            for n, p in enumerate(semua, start=1)
        ),
        lebar=(0.9, 5.4, 4, 2.8, 3.4),
        rata=("tengah", "kiri", "kiri", "kiri", "kiri"),
        judul=judul_tabel(f"Prestasi dan Penghargaan {k.singkatan_satker} Tahun {k.tahun}"),
        kunci="tabel.prestasi",
    )
    for p in semua:
        gambar = k.gambar(p.gambar_id, alt=p.nama, asal=Asal("prestasi", p.id, "gambar_id"))
        if gambar is not None:
            yield Figure(
                (gambar,), (Run(p.nama, asal=Asal("prestasi", p.id, "nama")),), f"gambar.prestasi.{p.id}", p.pemberi
            )


# -------------------------------------------------------------------------------------------------- the rest
def ada_lain(k: Konteks) -> bool:
    """True when the office added a text or pictures of its own."""
    return k.punya_teks("lampiran.lain") or bool(k.snapshot.where(Ilustrasi, tahun=k.tahun, bagian="lampiran.lain"))


def lain(k: Konteks) -> Iterable[Block]:
    """Text and pictures of the office's own."""
    yield _kepala(k, "lampiran.lain")
    yield from blok_teks(k, "lampiran.lain")


#: Annexes in printing order.
URUTAN = (
    "lampiran.pk_lalu",
    "lampiran.pk",
    "lampiran.manual",
    "lampiran.tindak_lanjut",
    "lampiran.reviu",
    "lampiran.bukti",
    "lampiran.prestasi",
    "lampiran.lain",
)
