"""One A4 page for the head: verdict, misses, budget, scores, and what must be decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lkjip_desktop.core.angka import rupiah
from lkjip_desktop.core.aturan import Aturan
from lkjip_desktop.core.hasil import Hasil
from lkjip_desktop.core.kata import (
    Kalimat,
    gabung,
    jumlah,
    kalimat_putusan_singkat,
    kalimat_rata,
    kalimat_serapan,
    klausa,
    kutip,
    potong_nama,
    potong_sasaran,
    susun,
)
from lkjip_desktop.core.snapshot import Snapshot
from lkjip_desktop.core.tables import Rekomendasi
from lkjip_desktop.report.blocks import Asal, Block, Document, Grid, Items, Keep, Para, Part, Run
from lkjip_desktop.report.sections.bangun import (
    baris,
    kepala,
    para,
    runs_kata,
    sel,
    sel_capaian,
    sel_persen,
    sel_uang,
    sel_ukur,
    teks,
)
from lkjip_desktop.report.sections.kertas import kertas
from lkjip_desktop.report.sections.konteks import Konteks, konteks
from lkjip_desktop.report.sections.tabel_capaian import asal_realisasi, asal_target, kata_sasaran
from lkjip_desktop.report.sections.tabel_skor import tabel_banding_skor

#: A4 whatever the office uses, smaller letters and margins: the page must hold the year.
_SATU_HALAMAN: dict[str, Any] = {
    "lebar_mm": 210,
    "tinggi_mm": 297,
    "margin_atas": 16,
    "margin_bawah": 16,
    "margin_kiri": 22,
    "margin_kanan": 18,
    "ukuran_huruf": 9,
}
#: Rows that still fit one page beside the rest; what is beyond is counted in words.
_BARIS_PALING = 8


def dokumen_ringkasan(
    snapshot: Snapshot, hasil: Hasil, *, aturan: Aturan | None = None, konsep: bool = False
) -> Document:
    """The one-page summary of the year."""
    k = konteks(snapshot, hasil, aturan)
    return Document(
        (Part("", kepala=False), Keep(tuple(isi(k)), satu_halaman=True)),
        judul=f"Ringkasan Kinerja {k.nama_satker} Tahun {k.tahun}",
        penulis=k.nama_satker,
        tanggal=k.laporan.tanggal,
        konsep=konsep,
        kertas=replace(kertas(k.aturan.cetak, dinas=True), **_SATU_HALAMAN),
    )


def isi(k: Konteks) -> list[Block]:
    """All blocks of the page."""
    h = k.hasil
    blok: list[Block] = [
        teks(f"RINGKASAN KINERJA TAHUN {k.tahun}\n{k.nama_satker.upper()}", "judul"),
        *para(kalimat_putusan_singkat(h), kalimat_rata(h), gaya="rapat"),
    ]
    if h.indikator:
        blok += [_subjudul("Capaian sasaran"), _tabel_sasaran(k)]
    if h.meleset:
        blok += [_subjudul("Indikator yang belum mencapai target"), _tabel_meleset(k)]
        if len(h.meleset) > _BARIS_PALING:
            blok.append(teks(f"dan {jumlah(len(h.meleset) - _BARIS_PALING, 'indikator')} lainnya.", "kecil"))
    blok += [_subjudul("Anggaran"), *para(*kalimat_serapan(h), gaya="rapat")]
    if h.anggaran.jenis_belanja:
        blok.append(_tabel_belanja(k))
    if any(s.ada for s in (h.smart, h.ikpa, h.nka)):
        t = tabel_banding_skor(k)
        blok += [_subjudul("Nilai kinerja anggaran"), _tanpa_judul(t)]
    putusan = keputusan(k)
    blok.append(_subjudul("Yang perlu diputuskan"))
    if putusan:
        blok.append(Items(tuple(runs_kata(x) for x in putusan)))
    else:
        blok.append(teks("Tidak ada hal yang memerlukan keputusan.", "rapat"))
    return blok


def _subjudul(judul: str) -> Para:
    """Not a heading: nothing on this page is numbered or listed."""
    return Para((Run(judul, tebal=True),), "rapat")


def _tanpa_judul(t: Grid) -> Grid:
    return Grid(t.kepala, t.baris, t.lebar, t.rata, t.gabung, None, t.kunci, utuh=True)


def _tabel_sasaran(k: Konteks) -> Grid:
    return Grid(
        kepala=(kepala("No.", k.kolom("sasaran"), k.kolom("capaian"), k.kolom("keterangan")),),
        baris=(
            *(
                baris(
                    f"{s.nomor}.",
                    sel(potong_sasaran(s)),
                    sel_persen(s.rata_rata, s.rata_rata_cetak, Asal("sasaran_tahun", s.baris_id, "nama")),
                    kata_sasaran(k, s),
                )
                for s in k.hasil.kegiatan()[:_BARIS_PALING]
            ),
            baris(
                sel("Rata-rata tahun", tebal=True, kolom=2),
                sel_persen(k.hasil.rata_rata, k.hasil.rata_rata_cetak),
                sel(f"{k.hasil.jumlah_tercapai} dari {k.hasil.jumlah_dihitung} indikator mencapai target"),
                jenis="total",
            ),
        ),
        lebar=(0.9, 8, 2.2, 4.4),
        rata=("tengah", "kiri", "desimal", "kiri"),
    )


def _tabel_meleset(k: Konteks) -> Grid:
    return Grid(
        kepala=(kepala("Kode", k.kolom("indikator"), k.kolom("target"), k.kolom("realisasi"), k.kolom("capaian")),),
        baris=tuple(
            baris(
                h.kode,
                sel(potong_nama(h)),
                sel_ukur(h.target, asal_target(h)),
                sel_ukur(h.realisasi, asal_realisasi(h)),
                sel_capaian(h.capaian, asal_realisasi(h)),
            )
            for h in k.hasil.meleset[:_BARIS_PALING]
        ),
        lebar=(2, 7, 2.2, 2.2, 2.2),
        rata=("kiri", "kiri", "tengah", "tengah", "desimal"),
    )


def _tabel_belanja(k: Konteks) -> Grid:
    a = k.hasil.anggaran
    return Grid(
        kepala=(kepala("Jenis Belanja", k.kolom("pagu"), k.kolom("realisasi"), k.kolom("penyerapan")),),
        baris=(
            *(
                baris(
                    b.nama,
                    sel_uang(b.pagu, Asal("anggaran_belanja", b.baris_id, "pagu")),
                    sel_uang(b.realisasi, Asal("anggaran_belanja", b.baris_id, "realisasi")),
                    sel_persen(b.persen, b.persen_cetak),
                )
                for b in a.jenis_belanja
            ),
            baris(
                sel("Jumlah", tebal=True),
                sel_uang(a.total_belanja.pagu),
                sel_uang(a.total_belanja.realisasi),
                sel_persen(a.total_belanja.persen, a.total_belanja.persen_cetak),
                jenis="total",
            ),
        ),
        lebar=(5, 3.6, 3.6, 2.4),
        rata=("kiri", "kanan", "kanan", "desimal"),
    )


def keputusan(k: Konteks) -> tuple[Kalimat, ...]:
    """What the head must decide, each from the numbers of the year."""
    h = k.hasil
    hasil: list[Kalimat] = [
        susun(
            "Langkah perbaikan untuk {kode}{nama}: realisasi {r} dari target {t}.",
            kode=f"{x.kode} " if x.kode else "",
            nama=kutip(potong_nama(x)),
            r=x.realisasi.cetak,
            t=x.target.cetak,
        )
        for x in h.meleset[:3]
    ]
    if h.tak_terhitung:
        daftar = "; ".join(f"{x.sebutan} ({klausa(x.capaian.alasan)})" for x in h.tak_terhitung[:3])
        hasil.append(susun("Kelengkapan data indikator yang belum dapat dihitung: {d}.", d=daftar))
    a = h.anggaran
    if a.pk_selisih:
        arah = "lebih besar" if a.pk_selisih > 0 else "lebih kecil"
        hasil.append(
            susun(
                "Penjelasan atas pagu akhir tahun yang {arah} {n} daripada anggaran Perjanjian Kinerja, serta perlu "
                "tidaknya Perjanjian Kinerja Perubahan.",
                arah=arah,
                n=rupiah(abs(a.pk_selisih)),
            )
        )
    if not a.potongan_sama and a.sasaran and a.jenis_belanja:
        hasil.append(susun("Penyamaan jumlah anggaran menurut sasaran dan menurut jenis belanja, yang masih berbeda."))
    for nama, skor in (("SMART", h.smart), ("IKPA", h.ikpa)):
        if skor.resmi is not None and skor.nilai is not None and skor.selisih_cetak.strip("-+0,."):
            hasil.append(
                susun(
                    "Konfirmasi nilai {nama}: nilai resmi {r}, sedangkan hasil perhitungan ulangnya {n}.",
                    nama=nama,
                    r=skor.resmi_cetak,
                    n=skor.nilai_cetak,
                )
            )
    belum = [x for s in h.sasaran if s.tingkat != "kegiatan" for x in s.indikator if not x.realisasi.diketahui]
    if belum:
        hasil.append(
            susun("Penanganan {n} tingkat program dan strategis yang belum diukur.", n=jumlah(len(belum), "indikator"))
        )
    terbuka = [r for r in k.snapshot.where(Rekomendasi, tahun=k.tahun) if r.status != "selesai"]
    if terbuka:
        hasil.append(susun("Penyelesaian {n} evaluasi yang belum tuntas.", n=jumlah(len(terbuka), "rekomendasi")))
    if h.pk_id is None:
        hasil.append(susun("Penandatanganan Perjanjian Kinerja tahun {t}, yang belum ada.", t=h.tahun))
    return tuple(gabung((x,)) for x in hasil)
