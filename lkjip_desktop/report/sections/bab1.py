"""Bab I Pendahuluan: background with its legal bases, duties with the organisation chart, aims, issues, outline."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.identitas import jabatan_cetak, nama_pejabat, pejabat_pada
from lkjip_desktop.core.kata import daftar, judul_biasa, jumlah, polos, susun, tanggal_laporan
from lkjip_desktop.core.tables import DasarHukum, DataDukung, Pejabat, Posisi
from lkjip_desktop.core.tanggal import akhir, awal
from lkjip_desktop.report.blocks import Asal, Block, Grid, GridRow, Heading, Items, Node, Para, Run, Tree
from lkjip_desktop.report.sections.bangun import baris, berbutir, judul_tabel, kepala, para, runs_kata, sel, teks
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.lampiran import URUTAN as URUTAN_LAMPIRAN
from lkjip_desktop.report.sections.naskah_blok import blok_teks

_NAMA_KELOMPOK = {"pegawai": "Pegawai", "klien": "Klien", "sarana": "Sarana dan Prasarana"}

#: What each chapter holds, for the outline; a chapter that is not printed is left out.
_ISI_BAB = {
    "kata_pengantar": "menyajikan pengantar kepala satuan kerja atas laporan ini",
    "ikhtisar": "menyajikan ringkasan capaian kinerja dan anggaran beserta simpulannya",
    "bab1": "menjelaskan latar belakang, tugas, fungsi, dan struktur organisasi, maksud dan tujuan, aspek strategis, "
    "isu strategis, serta sistematika laporan",
    "bab2": "menjelaskan Rencana Strategis yang menjadi acuan serta target dan anggaran dalam Perjanjian Kinerja",
    "bab3": "menguraikan capaian setiap sasaran dan indikator beserta analisisnya, realisasi anggaran, capaian kinerja "
    "anggaran, dan capaian kinerja lainnya",
    "bab4": "memuat kesimpulan atas kinerja tahun laporan dan saran perbaikannya",
    "lampiran": "",  # what follows in this year
}
#: Analyses of each indicator as the regulation lists them (PermenPAN-RB 53/2014), in words of our own.
ISI_ANALISIS = (
    "target dibandingkan dengan realisasi tahun ini;",
    "realisasi dan capaian tahun ini dibandingkan dengan tahun lalu dan beberapa tahun sebelumnya;",
    "realisasi sampai tahun ini dibandingkan dengan target jangka menengah dalam Renstra;",
    "realisasi tahun ini dibandingkan dengan standar nasional, apabila ada;",
    "penyebab keberhasilan atau kegagalan, naik atau turunnya kinerja, dan penanganan yang telah dilakukan;",
    "efisiensi penggunaan sumber daya; dan",
    "program atau kegiatan yang menunjang keberhasilan atau menyebabkan kegagalan.",
)


def bab1(k: Konteks) -> Iterable[Block]:
    """The chapter's title."""
    yield Heading(0, k.judul("bab1"), "bab1", label="BAB", asal=k.asal("bab1", "judul"))


def _kepala(k: Konteks, kunci: str) -> Heading:
    return Heading(1, k.judul(kunci), kunci, asal=k.asal(kunci, "judul"))


def latar_belakang(k: Konteks) -> Iterable[Block]:
    """A. Background, then the legal bases in force on the date of the report."""
    yield _kepala(k, "bab1.latar_belakang")
    yield from blok_teks(k, "bab1.latar_belakang")
    dasar = dasar_hukum(k)
    if dasar:
        yield teks("Laporan ini disusun berdasarkan peraturan berikut.")
        yield berbutir(
            [
                (
                    Run(d.nama, asal=Asal("dasar_hukum", d.id, "nama")),
                    *((Run(f" tentang {d.tentang}", asal=Asal("dasar_hukum", d.id, "tentang")),) if d.tentang else ()),
                )
                for d in dasar
            ]
        )


def dasar_hukum(k: Konteks) -> tuple[DasarHukum, ...]:
    """Legal bases in force on the date of the report."""
    hari = akhir(tanggal_laporan(k.snapshot, k.tahun))
    return tuple(d for d in k.snapshot.rows(DasarHukum) if awal(d.berlaku_dari) <= hari <= akhir(d.berlaku_sampai))


# ------------------------------------------------------------------------------------------ B. organisation
def tugas_fungsi(k: Konteks) -> Iterable[Block]:
    """B. Duties, organisation chart, and the tables of staff, clients and equipment."""
    yield _kepala(k, "bab1.tugas_fungsi")
    yield from blok_teks(k, "bab1.tugas_fungsi")
    posisi = posisi_tahun(k)
    if posisi:
        puncak = [p for p in posisi if p.induk_id is None or p.induk_id not in {x.id for x in posisi}]
        bawahan = [p for p in posisi if p not in puncak]
        kalimat = susun(
            "Struktur organisasi {s} terdiri atas {daftar}, sebagaimana disajikan pada ",
            s=k.singkatan_satker,
            daftar=daftar([p.jabatan for p in (*puncak, *bawahan)]),
        )
        tugas = [p for p in posisi if p.tugas]
        ekor = " Tugas setiap jabatan adalah sebagai berikut." if tugas else ""
        yield Para((*runs_kata(kalimat), Run("", rujuk="gambar.organisasi"), Run(f".{ekor}")))
        if tugas:
            yield Items(
                tuple(
                    (
                        Run(p.jabatan, tebal=True, asal=Asal("posisi", p.id, "jabatan")),
                        Run(": " + " ".join(p.tugas.split()), asal=Asal("posisi", p.id, "tugas")),
                    )
                    for p in tugas
                ),
                "a",
            )
        yield Tree(
            bagan(k, posisi),
            (Run(f"Struktur Organisasi {k.nama_satker}"),),
            "gambar.organisasi",
            "bagan",
            alt="Bagan struktur organisasi: " + ", ".join(p.jabatan for p in posisi),
        )
    for kelompok in ("pegawai", "klien", "sarana"):
        yield from _data_dukung(k, kelompok)


def posisi_tahun(k: Konteks) -> tuple[Posisi, ...]:
    """Positions that exist in the report year."""
    return tuple(
        p
        for p in k.snapshot.rows(Posisi)
        if (p.tahun_dari is None or p.tahun_dari <= k.tahun) and (p.tahun_sampai is None or k.tahun <= p.tahun_sampai)
    )


def bagan(k: Konteks, posisi: tuple[Posisi, ...]) -> Node:
    """The chart as a tree; several tops stand under the name of the satker."""
    ada = {p.id for p in posisi}
    anak: dict[str | None, list[Posisi]] = {}
    for p in posisi:
        anak.setdefault(p.induk_id if p.induk_id in ada else None, []).append(p)

    def simpul(p: Posisi, jejak: frozenset[str]) -> Node:
        bawah = tuple(simpul(x, jejak | {x.id}) for x in anak.get(p.id, ()) if x.id not in jejak)
        return Node(p.jabatan, _pemegang(k, p), bawah, Asal("posisi", p.id, "jabatan"))

    puncak = [simpul(p, frozenset({p.id})) for p in anak.get(None, ())]
    if not puncak:  # a circle of references: shown flat, the check reports it
        puncak = [Node(p.jabatan, _pemegang(k, p), asal=Asal("posisi", p.id, "jabatan")) for p in posisi]
    if len(puncak) == 1:
        return puncak[0]
    return Node(k.singkatan_satker, "", tuple(puncak))


def _pemegang(k: Konteks, p: Posisi) -> str:
    pejabat = k.snapshot.get(Pejabat, p.pejabat_id)
    if pejabat is None:
        return ""
    hari = akhir(tanggal_laporan(k.snapshot, k.tahun))
    if not awal(pejabat.tmt_dari) <= hari <= akhir(pejabat.tmt_sampai):
        ganti = pejabat_pada(k.snapshot, pejabat.peran, hari) if pejabat.peran in ("kepala", "atasan") else None
        if ganti is None:
            return ""
        pejabat = ganti
    nama = nama_pejabat(pejabat)
    jenis = jabatan_cetak(pejabat.jenis, "x").removesuffix("x").strip()
    return f"{jenis} {nama}".strip()


def _data_dukung(k: Konteks, kelompok: str) -> Iterable[Block]:
    """One table for staff, clients or equipment, with a total for each category that counts one unit."""
    semua = k.snapshot.where(DataDukung, tahun=k.tahun, kelompok=kelompok)
    if not semua:
        return
    kunci = f"tabel.{kelompok}"
    nama = _NAMA_KELOMPOK.get(kelompok, kelompok)
    kalimat = susun("{n} {s} tahun {t} disajikan pada ", n=f"Data {nama.lower()}", s=k.singkatan_satker, t=k.tahun)
    yield Para((*runs_kata(kalimat), Run("", rujuk=kunci), Run(".")))
    kategori: dict[str, list[DataDukung]] = {}
    for d in semua:
        kategori.setdefault(d.kategori, []).append(d)
    isi: list[GridRow] = []
    nomor = 0
    for judul, butir in kategori.items():
        if judul:
            kategori_asal = Asal("data_dukung", butir[0].id, "kategori")
            isi.append(baris(sel(judul, tebal=True, kolom=4, asal_baris=kategori_asal), jenis="total"))
        for d in butir:
            nomor += 1
            a = Asal("data_dukung", d.id, "jumlah")
            isi.append(
                baris(
                    f"{nomor}.",
                    sel(d.uraian, asal_baris=Asal("data_dukung", d.id, "uraian")),
                    sel("-" if d.jumlah is None else angka(d.jumlah), nilai=d.jumlah, format="angka", asal_baris=a),
                    sel(d.satuan, asal_baris=Asal("data_dukung", d.id, "satuan")),
                )
            )
        isi += _jumlah(butir, f"Jumlah {judul[:1].lower()}{judul[1:]}".strip())
    yield Grid(
        kepala=(kepala("No.", "Uraian", "Jumlah", "Satuan"),),
        baris=tuple(isi),
        lebar=(1, 8, 2.4, 2.4),
        rata=("tengah", "kiri", "desimal", "tengah"),
        judul=judul_tabel(f"Data {nama} {k.singkatan_satker} Tahun {k.tahun}"),
        kunci=kunci,
    )


def _jumlah(butir: list[DataDukung], label: str) -> list[GridRow]:
    satuan = {d.satuan for d in butir}
    if len(butir) < 2 or len(satuan) != 1 or any(d.jumlah is None for d in butir):
        return []
    total = sum((d.jumlah for d in butir if d.jumlah is not None), Decimal(0))
    return [
        baris(
            sel(label, tebal=True, kolom=2),
            sel(angka(total), tebal=True, nilai=total, format="angka"),
            satuan.pop(),
            jenis="total",
        )
    ]


# ------------------------------------------------------------------------------------------------- C to F
def maksud_tujuan(k: Konteks) -> Iterable[Block]:
    """C. Purpose and aims."""
    yield _kepala(k, "bab1.maksud_tujuan")
    yield from blok_teks(k, "bab1.maksud_tujuan")


def aspek_strategis(k: Konteks) -> Iterable[Block]:
    """D. Strategic aspects."""
    yield _kepala(k, "bab1.aspek_strategis")
    yield from blok_teks(k, "bab1.aspek_strategis")


def isu_strategis(k: Konteks) -> Iterable[Block]:
    """E. Strategic issues."""
    yield _kepala(k, "bab1.isu_strategis")
    yield from blok_teks(k, "bab1.isu_strategis")


def _isi_lampiran(k: Konteks) -> str:
    """The annexes that this year's report has."""
    ada = [judul_biasa(k.judul(x)) for x in URUTAN_LAMPIRAN if x in k.dicetak]
    return "memuat " + polos(daftar(ada))


def sistematika(k: Konteks) -> Iterable[Block]:
    """F. Outline: the chapters that are printed, with what they hold, unless the office wrote its own."""
    yield _kepala(k, "bab1.sistematika")
    yield from blok_teks(k, "bab1.sistematika")
    if k.punya_teks("bab1.sistematika"):
        return
    butir = []
    for kunci, isi in _ISI_BAB.items():
        if kunci in k.dicetak:
            # The chapter's number is a cross reference, so a chapter moved by the office is still named right.
            judul = judul_biasa(k.judul(kunci))
            depan = (
                (Run("", tebal=True, rujuk=kunci), Run(f" {judul}", tebal=True))
                if kunci.startswith("bab")
                else (Run(judul, tebal=True),)
            )
            butir.append((*depan, Run(f" {isi or _isi_lampiran(k)}")))
    if butir:
        yield berbutir(butir, "a")
    nomor = [n for n in k.aturan.cetak.analisis if 1 <= n <= len(ISI_ANALISIS)]
    if nomor:
        yield from para(susun("Capaian setiap indikator dianalisis menurut {n} berikut:", n=jumlah(len(nomor), "hal")))
        yield Items(tuple((Run(ISI_ANALISIS[n - 1]),) for n in nomor))
