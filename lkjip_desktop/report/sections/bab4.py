"""Bab IV Penutup: conclusions generated from the year's numbers, and suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lkjip_desktop.core.hasil import HasilIndikator
from lkjip_desktop.core.kata import (
    Isian,
    Kalimat,
    daftar,
    gabung,
    kalimat_jumlah,
    kalimat_putusan,
    kalimat_rata,
    kalimat_selisih_pk,
    kalimat_serapan,
    kalimat_serapan_lalu,
    kalimat_status_sasaran,
    kutip,
    potong_nama,
    potong_realisasi,
    potong_target,
    susun,
)
from lkjip_desktop.core.tables import IndikatorPeriode
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import Asal, Block, Cell, Grid, Heading, Items
from lkjip_desktop.report.sections.bangun import baris, judul_tabel, kepala, para, runs_kata, sel
from lkjip_desktop.report.sections.ikhtisar import ikhtisar_skor
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks


def bab4(k: Konteks) -> Iterable[Block]:
    """The chapter's title."""
    yield Heading(0, k.judul("bab4"), "bab4", label="BAB", asal=k.asal("bab4", "judul"))


def kesimpulan(k: Konteks) -> Iterable[Block]:
    """A. Conclusions: verdict with every miss, each sasaran, budget, scores."""
    h = k.hasil
    yield Heading(1, k.judul("bab4.kesimpulan"), "bab4.kesimpulan", asal=k.asal("bab4.kesimpulan", "judul"))
    yield from blok_teks(k, "bab4.kesimpulan")
    butir: list[Kalimat] = [gabung((kalimat_jumlah(h), *kalimat_putusan(h), kalimat_rata(h)))]
    butir += [kalimat_status_sasaran(s, h.tahun, k.desimal) for s in h.kegiatan()]
    anggaran = (*kalimat_serapan(h, keadaan=False), kalimat_serapan_lalu(h, k.desimal))
    butir.append(gabung((*anggaran, kalimat_selisih_pk(h.anggaran, h.tahun))))
    butir.append(gabung(ikhtisar_skor(k)))
    yield from para(susun("Dari hasil pengukuran kinerja tahun {t} disimpulkan hal-hal berikut.", t=h.tahun))
    yield Items(tuple(runs_kata(b) for b in butir if b), "1")


def saran(k: Konteks) -> Iterable[Block]:
    """B. Suggestions, and what was planned for every indicator that missed its target."""
    yield Heading(1, k.judul("bab4.saran"), "bab4.saran", asal=k.asal("bab4.saran", "judul"))
    yield from blok_teks(k, "bab4.saran")
    yield from _tindak_lanjut(k)


def _tindak_lanjut(k: Konteks) -> Iterable[Block]:
    """The misses by name, which an office's own suggestions may pass over, and the steps noted for them."""
    meleset = k.hasil.meleset
    langkah = [(h, p) for h in meleset for p in _langkah(k, h.id)]
    rujuk = "tabel.rencana" if langkah else ""
    if meleset and (langkah or k.punya_teks("bab4.saran")):
        butir: list[Isian] = [
            susun(
                "{nama} (realisasi {r} dari target {t})",
                nama=kutip(potong_nama(h)),
                r=potong_realisasi(h),
                t=potong_target(h),
            )
            for h in meleset
        ]
        awal = susun(
            "Tindak lanjut pada tahun {t} diutamakan bagi indikator yang belum mencapai target, yaitu {d}.",
            t=k.tahun + 1,
            d=daftar(butir),
        )
        yield from para(awal, rujuk=rujuk, sebut="Rencananya")
    if langkah:
        yield _tabel_langkah(k, langkah)


def _langkah(k: Konteks, id: str) -> list[IndikatorPeriode]:
    return [p for p in k.snapshot.where(IndikatorPeriode, indikator_id=id, tahun=k.tahun) if p.tindak_lanjut.strip()]


def _tabel_langkah(k: Konteks, langkah: Sequence[tuple[HasilIndikator, IndikatorPeriode]]) -> Grid:
    def isi(p: IndikatorPeriode, teks: str, kolom: str) -> Cell:
        return sel(" ".join(teks.split()) or "-", asal_baris=Asal("indikator_periode", p.id, kolom))

    return Grid(
        kepala=(kepala("No.", k.kolom("indikator"), "Tindak Lanjut", "Penanggung Jawab", "Tenggat"),),
        baris=tuple(
            baris(
                f"{n}.",
                sel(potong_nama(h)),
                isi(p, p.tindak_lanjut, "tindak_lanjut"),
                isi(p, p.penanggung_jawab, "penanggung_jawab"),
                isi(p, tanggal_cetak(p.tenggat, ruang_hari=False), "tenggat"),
            )
            for n, (h, p) in enumerate(langkah, start=1)
        ),
        lebar=(0.9, 5, 5.4, 2.8, 2.4),
        rata=("tengah", "kiri", "kiri", "kiri", "kiri"),
        judul=judul_tabel(f"Rencana Tindak Lanjut Indikator yang Belum Mencapai Target Tahun {k.tahun}"),
        kunci="tabel.rencana",
    )
