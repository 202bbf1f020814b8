"""Bab III A: summary tables, charts and verdict, each sasaran with its indicators, and what the PK promises besides."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from lkjip_desktop.core.hasil import Hasil, HasilIndikator, HasilSasaran
from lkjip_desktop.core.kata import (
    Isian,
    Kalimat,
    daftar,
    jumlah,
    kalimat_jumlah,
    kalimat_putusan,
    kalimat_rata,
    kalimat_sasaran,
    kalimat_status_sasaran,
    kutip,
    potong_nama,
    sebut_sasaran,
    singkat_indikator,
    singkat_sasaran,
    susun,
)
from lkjip_desktop.core.pk import isi_pk
from lkjip_desktop.core.tables import Pk, SasaranTahun
from lkjip_desktop.report.blocks import Asal, Block, Chart, Grid, GridRow, Heading, Items, Node, Para, Run, Seri, Tree
from lkjip_desktop.report.sections.bab3_indikator import indikator
from lkjip_desktop.report.sections.bangun import baris, judul_tabel, kepala, para, runs_kata, sel, sel_capaian, sel_ukur
from lkjip_desktop.report.sections.konteks import Konteks, baca_aman
from lkjip_desktop.report.sections.naskah_blok import blok_naskah, blok_teks
from lkjip_desktop.report.sections.tabel_capaian import (
    asal_realisasi,
    asal_target,
    tabel_indikator,
    tabel_sasaran,
)

_SERATUS = Fraction(100)


def bab3(k: Konteks) -> Iterable[Block]:
    """The chapter's title."""
    yield Heading(0, k.judul("bab3"), "bab3", label="BAB", asal=k.asal("bab3", "judul"))


def capaian(k: Konteks) -> Iterable[Block]:
    """A. Capaian kinerja organisasi."""
    h = k.hasil
    yield Heading(1, k.judul("bab3.capaian"), "bab3.capaian", asal=k.asal("bab3.capaian", "judul"))
    yield from blok_teks(k, "bab3.capaian")
    yield from _cara_mengukur(h)
    if not h.indikator:
        yield from para(kalimat_jumlah(h))
        return
    grafik = list(_grafik(k)) if k.aturan.cetak.tampil("grafik") else []
    gambar = [g.kunci for g in grafik]
    yield Para(
        (Run("Hasil pengukuran setiap sasaran kegiatan disajikan pada "), Run("", rujuk="tabel.sasaran"), Run("."))
    )
    yield tabel_sasaran(k)
    yield from para(kalimat_jumlah(h), *kalimat_putusan(h), kalimat_rata(h), rujuk=("tabel.indikator", *gambar))
    yield tabel_indikator(k, f"Capaian Sasaran Kegiatan dan Indikator Kinerja Kegiatan Tahun {k.tahun}")
    yield from grafik
    for s in h.kegiatan():
        yield from sasaran(k, s)
    yield from iku_ikp(k)


def _cara_mengukur(h: Hasil) -> Iterable[Block]:
    """The formulas that the year's indicators use, each once."""
    rumus = {i.capaian.rumus for i in h.indikator}
    butir: list[str] = []
    if "naik" in rumus:
        butir.append("indikator yang makin tinggi nilainya makin baik: realisasi dibagi target, dikalikan 100%;")
    if "turun_lan" in rumus:
        butir.append(
            "indikator yang makin rendah nilainya makin baik: dua kali target dikurangi realisasi, dibagi target, "
            "dikalikan 100%;"
        )
    if "turun_tr" in rumus:
        butir.append("indikator yang makin rendah nilainya makin baik: target dibagi realisasi, dikalikan 100%;")
    if rumus & {"rentang_bawah", "rentang_dalam", "rentang_atas"}:
        butir.append(
            "indikator dengan rentang target: 100% bila realisasi berada di dalam rentang; di luarnya dihitung "
            "terhadap batas yang terdekat;"
        )
    if not butir:
        return
    if rumus == {"naik"}:
        cara = susun("Capaian setiap indikator dihitung dengan membagi realisasi dengan target, dikalikan 100%.")
        yield from para(cara, _sasaran_tercapai())
        return
    if len(butir) == 1:
        hubung = " ialah " if "rentang" in butir[0] else " dihitung dengan rumus "
        cara = susun("Capaian {b}.", b=butir[0][:-1].replace(": ", hubung, 1))
        yield from para(cara, _sasaran_tercapai())
        return
    butir[-1] = butir[-1][:-1] + "."
    yield from para(susun("Capaian dihitung menurut sifat setiap indikator sebagai berikut."))
    yield Items(tuple((Run(b),) for b in butir), "a")
    yield from para(_sasaran_tercapai())


def _sasaran_tercapai() -> Kalimat:
    """Why a mean above 100% is not enough."""
    return susun("Sasaran dinyatakan tercapai apabila semua indikatornya mencapai target.")


# ------------------------------------------------------------------------------------------------- charts
def _grafik(k: Konteks) -> Iterable[Chart]:
    """Capaian per sasaran (this year and last) and per IKK, with 100% as reference."""
    sasaran_ = k.hasil.kegiatan()
    bagan = grafik_sasaran(k)
    # Equal bars of a single year would tell nothing.
    if len(bagan.seri) > 1 or len(set(bagan.seri[0].label)) > 1:
        yield bagan
    ikk = k.hasil.indikator
    if len({h.capaian.cetak for h in ikk}) > 1:
        yield Chart(
            "baring",
            tuple(f"{singkat_sasaran(s)} {singkat_indikator(h)}" for s in sasaran_ for h in s.indikator),
            (
                Seri(
                    f"{k.besaran('capaian')} tahun {k.tahun}",
                    tuple(h.capaian.mentah for h in ikk),
                    tuple(h.capaian.cetak for h in ikk),
                    "realisasi",
                ),
            ),
            (Run(f"{k.besaran('capaian')} per Indikator Kinerja Kegiatan Tahun {k.tahun}"),),
            "gambar.capaian_ikk",
            satuan="%",
            acuan=_SERATUS,
            alt="; ".join(f"{h.kode} {h.capaian.cetak}" for h in ikk),
        )


def grafik_sasaran(k: Konteks) -> Chart:
    """Capaian of each Sasaran Kegiatan, beside that of the year before where there is one."""
    sasaran_ = k.hasil.kegiatan()
    seri = [
        Seri(
            f"Tahun {k.tahun}",
            tuple(s.rata_rata for s in sasaran_),
            tuple(s.rata_rata_cetak for s in sasaran_),
            "realisasi",
        )
    ]
    if any(s.rata_lalu is not None for s in sasaran_):
        seri.insert(
            0,
            Seri(
                f"Tahun {k.tahun - 1}",
                tuple(s.rata_lalu for s in sasaran_),
                tuple(s.rata_lalu_cetak for s in sasaran_),
                "lalu",
            ),
        )
    return Chart(
        "batang",
        tuple(singkat_sasaran(s) for s in sasaran_),
        tuple(seri),
        (Run(f"{k.besaran('capaian')} per Sasaran Kegiatan Tahun {k.tahun}"),),
        "gambar.capaian_sasaran",
        satuan="%",
        acuan=_SERATUS,
        alt="; ".join(f"{sebut_sasaran(s)} {s.rata_rata_cetak}" for s in sasaran_),
    )


# ------------------------------------------------------------------------------------------------- sasaran
def sasaran(k: Konteks, s: HasilSasaran) -> Iterable[Block]:
    """One sasaran: its words, its tree of indicators, then each indicator with its analyses."""
    kunci = f"bab3.sasaran.{s.id}"
    a = Asal("sasaran_tahun", s.baris_id, "nama")
    yield Heading(2, f"{sebut_sasaran(s)}: {s.nama}", kunci, nomor=False, asal=a)
    gambar = f"gambar.sasaran.{s.id}"
    isi = runs_kata(kalimat_sasaran(s), kalimat_status_sasaran(s, k.tahun, k.desimal))
    if s.indikator:
        isi = (*isi, Run(" Susunan indikatornya digambarkan pada "), Run("", rujuk=gambar), Run("."))
    yield Para(isi)
    baris_ = k.snapshot.get(SasaranTahun, s.baris_id)
    if baris_ is not None and baris_.pengantar:
        yield from blok_naskah(
            k,
            baca_aman(baris_.pengantar),
            kunci=f"{kunci}.pengantar",
            a=Asal("sasaran_tahun", s.baris_id, "pengantar"),
            baris_id=s.id,
        )
    if s.indikator:
        jenis = "Indikator Kinerja Kegiatan"
        yield Tree(
            Node(
                s.nama,
                sebut_sasaran(s),
                tuple(
                    Node(
                        f"{singkat_indikator(h)}: {h.nama}{_target_bagan(h)}",
                        asal=Asal("indikator_tahun", h.baris_id, "nama"),
                    )
                    for h in s.indikator
                ),
                Asal("sasaran_tahun", s.baris_id, "nama"),
            ),
            (Run(f"{sebut_sasaran(s)} dan {len(s.indikator)} {jenis}"),),
            gambar,
            "cabang",
            alt=f"{sebut_sasaran(s)}: " + "; ".join(h.nama for h in s.indikator),
        )
    for h in s.indikator:
        yield from indikator(k, s, h)


def _target_bagan(h: HasilIndikator) -> str:
    return f" (target {h.target.cetak})" if h.target.diketahui else ""


# --------------------------------------------------------------------------------- what else the PK promises
def iku_ikp(k: Konteks) -> Iterable[Block]:
    """Every IKU and IKP of the PK in force, measured or not: nothing that was promised is passed over in silence."""
    if not k.tampil("bab3.iku"):
        return
    janji = _janji(k)
    if not janji:
        return
    kunci = "bab3.iku"
    yield Heading(2, k.judul(kunci), kunci, nomor=False, asal=k.asal(kunci, "judul"))
    yield from blok_teks(k, kunci)
    ukur = [h for _, h, _, _ in janji if h is not None and h.realisasi.diketahui]
    belum: list[Isian] = [kutip(nama) for _, h, nama, _ in janji if h is None or not h.realisasi.diketahui]
    yield from para(_kalimat_janji(k, len(janji), len(ukur), belum), rujuk="tabel.iku")
    rows: list[GridRow] = []
    for n, (jenis, h, nama, target) in enumerate(janji, start=1):
        if h is not None and h.realisasi.diketahui:
            rows.append(
                baris(
                    f"{n}.",
                    jenis,
                    sel(potong_nama(h)),
                    sel_ukur(h.target, asal_target(h)),
                    sel_ukur(h.realisasi, asal_realisasi(h)),
                    sel_capaian(h.capaian, asal_realisasi(h)),
                    k.status(h.capaian.status),
                )
            )
        else:
            a = asal_realisasi(h) if h is not None else None
            rows.append(
                baris(f"{n}.", jenis, sel(nama, asal_baris=a), target, sel("-", asal_baris=a), "-", "Belum diukur")
            )
    yield Grid(
        kepala=(
            kepala(
                "No.",
                "Jenis",
                "Indikator",
                k.kolom("target"),
                k.kolom("realisasi"),
                k.kolom("capaian"),
                k.kolom("keterangan"),
            ),
        ),
        baris=tuple(rows),
        lebar=(0.9, 1.2, 6, 1.8, 2, 2, 2.6),
        rata=("tengah", "tengah", "kiri", "tengah", "tengah", "desimal", "kiri"),
        judul=judul_tabel(f"Pengukuran IKU dan IKP dalam Perjanjian Kinerja Tahun {k.tahun}"),
        kunci="tabel.iku",
    )


def _janji(k: Konteks) -> list[tuple[str, HasilIndikator | None, str, str]]:
    """(jenis, measured values, name, target as promised) of the levels above the satker; from the PK in force, else
    from the year's own rows."""
    pk = k.snapshot.get(Pk, k.hasil.pk_id)
    jenis = {"strategis": "IKU", "program": "IKP"}
    if pk is not None:
        return [
            (jenis[t.tingkat], k.hasil.per_indikator.get(b.indikator_id or ""), b.nama, b.target.cetak)
            for t in isi_pk(k.snapshot, pk).tingkat
            if t.tingkat in jenis
            for s in t.sasaran
            for b in s.butir
        ]
    return [
        (jenis[s.tingkat], h, h.nama, h.target.cetak)
        for s in k.hasil.sasaran
        if s.tingkat in jenis
        for h in s.indikator
    ]


def _kalimat_janji(k: Konteks, n: int, diukur: int, belum: list[Isian]) -> Kalimat:
    awal = (
        f"Perjanjian Kinerja tahun {k.tahun} juga memuat {jumlah(n, 'indikator')} pada tingkat di atas sasaran kegiatan"
    )
    if not belum:
        return susun("{a}; semuanya telah diukur.", a=awal)
    if not diukur:
        return susun("{a}; belum satu pun diukur pada tingkat satuan kerja.", a=awal)
    return susun(
        "{a}: {d} telah diukur, sedangkan {b} belum, yaitu {l}.",
        a=awal,
        d=jumlah(diukur),
        b=jumlah(len(belum)),
        l=daftar(belum),
    )
