"""Bab III B: money per sasaran and per kind of spending, two years side by side, efficiency, gap to the PK, outputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from lkjip_desktop.core.angka import angka, persen
from lkjip_desktop.core.hasil import BarisAnggaran, HasilAnggaran, HasilSasaran
from lkjip_desktop.core.kata import (
    Isian,
    Kalimat,
    Potong,
    daftar,
    kalimat_belanja,
    kalimat_potongan,
    kalimat_selisih_pk,
    kalimat_serapan,
    kalimat_serapan_lalu,
    kalimat_serapan_sasaran,
    potong_sasaran,
    sebut_sasaran,
    susun,
)
from lkjip_desktop.core.pk import BandingPagu, banding_pagu, isi_pk
from lkjip_desktop.core.tables import Pk, Ro
from lkjip_desktop.core.tanggal import tanggal_cetak
from lkjip_desktop.report.blocks import Asal, Block, Cell, Chart, Grid, GridRow, Heading, Rata, Run, Seri
from lkjip_desktop.report.sections.bangun import (
    baris,
    judul_tabel,
    kepala,
    kepala_lebar,
    para,
    sel,
    sel_persen,
    sel_uang,
)
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks

_SERATUS = Fraction(100)
_DESIMAL: Rata = "desimal"
#: Pagu, realisasi and percentage of one year.
_TIGA: tuple[Rata, ...] = ("kanan", "kanan", "desimal")


def anggaran(k: Konteks) -> Iterable[Block]:
    """B. Realisasi anggaran."""
    a = k.hasil.anggaran
    yield Heading(1, k.judul("bab3.anggaran"), "bab3.anggaran", asal=k.asal("bab3.anggaran", "judul"))
    yield from blok_teks(k, "bab3.anggaran")
    yield from para(
        *kalimat_serapan(k.hasil),
        kalimat_serapan_lalu(k.hasil, k.desimal),
        kalimat_potongan(a),
        rujuk="tabel.anggaran.sasaran" if a.sasaran else "",
        sebut="Pagu dan realisasi setiap sasaran",
    )
    if a.sasaran:
        yield tabel_sasaran_anggaran(k)
        yield from _kalimat_sasaran(k)
    if a.jenis_belanja or a.banding:
        grafik = [grafik_belanja(k)] if k.aturan.cetak.tampil("grafik") else []
        yield from para(
            *_kalimat_belanja(k),
            rujuk=("tabel.anggaran.belanja", *(g.kunci for g in grafik)),
        )
        yield tabel_belanja(k)
        yield from grafik
    if a.sasaran:
        yield from _efisiensi(k)
    yield from _selisih(k)
    yield from _output(k)


def _ada_lalu(k: Konteks) -> bool:
    """Whether anything is known of last year's spending."""
    return any(x.lalu is not None for x in k.hasil.anggaran.banding)


def _kalimat_belanja(k: Konteks) -> Iterable[Kalimat]:
    """Every kind of spending against last year; one sentence without a comparison where last year is unknown."""
    banding = k.hasil.anggaran.banding
    if _ada_lalu(k):
        yield susun(
            "Menurut jenis belanja, penggunaan anggaran dibandingkan dengan tahun {t} sebagai berikut.", t=k.tahun - 1
        )
        yield from (kalimat_belanja(x, k.tahun) for x in banding)
        return
    butir: list[Isian] = [
        susun(
            "{nama} terserap {c}",
            nama=x.nama,
            c=Potong(x.kini.persen_cetak, "anggaran_belanja", x.kini.baris_id, "realisasi"),
        )
        for x in banding
        if x.kini is not None and x.kini.persen is not None
    ]
    if butir:
        yield susun("Menurut jenis belanja, {d}.", d=daftar(butir))


def sumber_data(sumber: str, tanggal: str) -> str:
    """ "Aplikasi OM-SPAN, keadaan per 31 Desember 2023"."""
    per = f"keadaan per {tanggal_cetak(tanggal, ruang_hari=False)}" if tanggal else ""
    return ", ".join(x for x in (sumber, per) if x)


def _sel_baris(b: BarisAnggaran | None, tabel: str) -> tuple[Cell, Cell, Cell]:
    """Pagu, realisasi and percentage of one line."""
    if b is None:
        return sel("-"), sel("-"), sel("-")

    def a(kolom: str) -> Asal | None:
        return Asal(tabel, b.baris_id, kolom) if b.baris_id else None

    return (
        sel_uang(b.pagu, a("pagu")),
        sel_uang(b.realisasi, a("realisasi")),
        sel_persen(b.persen, b.persen_cetak, a("realisasi")),
    )


# --------------------------------------------------------------------------------------------- per sasaran
def tabel_sasaran_anggaran(k: Konteks) -> Grid:
    """Budget and spending per sasaran (seed: Tabel III.39)."""
    a = k.hasil.anggaran
    sasaran = {s.id: s for s in k.hasil.kegiatan()}
    rows: list[GridRow] = []
    for n, b in enumerate(a.sasaran, start=1):
        s = sasaran.get(b.sasaran_id)
        nama = sel(potong_sasaran(s)) if s is not None else sel(b.nama)
        rows.append(baris(f"{s.nomor if s is not None else n}.", nama, *_sel_baris(b, "anggaran_sasaran")))
    rows.append(baris(sel("Jumlah", tebal=True, kolom=2), *_sel_baris(a.total_sasaran, ""), jenis="total"))
    return Grid(
        kepala=(kepala("No.", k.kolom("sasaran"), k.kolom("pagu"), k.kolom("realisasi"), k.kolom("penyerapan")),),
        baris=tuple(rows),
        lebar=(0.9, 5.6, 3.4, 3.4, 2.2),
        rata=("tengah", "kiri", "kanan", "kanan", "desimal"),
        judul=judul_tabel(
            f"Persentase Capaian Kinerja Anggaran pada Sasaran Kegiatan {k.singkatan_satker} Tahun {k.tahun}"
        ),
        kunci="tabel.anggaran.sasaran",
        sumber=sumber_data(a.sumber_sasaran, a.tanggal_data),
    )


def _kalimat_sasaran(k: Konteks) -> Iterable[Block]:
    sasaran = {s.id: s for s in k.hasil.kegiatan()}
    for b in k.hasil.anggaran.sasaran:
        s = sasaran.get(b.sasaran_id)
        if s is not None:
            yield from para(kalimat_serapan_sasaran(s, b, k.tahun))


def _efisiensi(k: Konteks) -> Iterable[Block]:
    """Analysis 6 summed up: capaian against absorption of every sasaran."""
    sasaran = k.hasil.kegiatan()
    if not any(s.efisiensi.indeks is not None for s in sasaran):
        return
    metode = sasaran[0].efisiensi.metode
    kolom = {"selisih": ("Selisih",), "pmk22": ("E", "Nilai Efisiensi")}.get(metode, ("IE", "TE"))
    rows: list[GridRow] = []
    catatan: list[str] = []
    for s in sasaran:
        e = s.efisiensi
        ukuran = (e.indeks_cetak, e.tingkat_cetak)[: len(kolom)]
        rows.append(
            baris(
                sel(sebut_sasaran(s)),
                sel_persen(e.capaian, persen(e.capaian, k.desimal) if e.capaian is not None else "-"),
                sel_persen(e.penyerapan, persen(e.penyerapan, k.desimal) if e.penyerapan is not None else "-"),
                *ukuran,
                e.kata[:1].upper() + e.kata[1:],
            )
        )
        if e.catatan:
            catatan.append(f"{sebut_sasaran(s)}: {e.catatan.rstrip('.')}.")
    yield from para(
        susun("Efisiensi setiap sasaran pada tahun {t} dinilai dari capaian dan penyerapan anggarannya.", t=k.tahun),
        _kalimat_efisien([s for s in sasaran if s.efisiensi.indeks is not None]),
        rujuk="tabel.efisiensi",
    )
    yield Grid(
        kepala=(kepala(k.kolom("sasaran"), k.kolom("capaian"), k.kolom("penyerapan"), *kolom, k.kolom("keterangan")),),
        baris=tuple(rows),
        lebar=(3.6, 2.2, 2.4, *(2.0 for _ in kolom), 4.4),
        rata=("kiri", "desimal", "desimal", *(_DESIMAL for _ in kolom), "kiri"),
        judul=judul_tabel(f"Efisiensi Penggunaan Anggaran per Sasaran Kegiatan Tahun {k.tahun}"),
        kunci="tabel.efisiensi",
        catatan=tuple(catatan),
        utuh=True,
    )


def _kalimat_efisien(sasaran: Sequence[HasilSasaran]) -> Kalimat:
    """Which sasaran used their budget efficiently, and which did not."""
    ya: list[Isian] = [sebut_sasaran(s) for s in sasaran if s.efisiensi.efisien]
    tidak: list[Isian] = [sebut_sasaran(s) for s in sasaran if not s.efisiensi.efisien]
    if not tidak:
        return susun("{d} dinilai efisien.", d=daftar(ya))
    if not ya:
        return susun("{d} belum dapat dinilai efisien.", d=daftar(tidak))
    return susun(
        "{ya} dinilai efisien, sedangkan {tidak} belum dapat dinilai efisien.", ya=daftar(ya), tidak=daftar(tidak)
    )


# ---------------------------------------------------------------------------------------- per jenis belanja
def tabel_belanja(k: Konteks) -> Grid:
    """Budget and spending per kind for two years with a two-level header (seed: Tabel III.40)."""
    a, lalu = k.hasil.anggaran, _ada_lalu(k)
    rows = [
        baris(
            f"{n}.",
            sel(x.nama, asal_baris=_asal_nama(x.kini or x.lalu)),
            *(_sel_baris(x.lalu, "anggaran_belanja") if lalu else ()),
            *_sel_baris(x.kini, "anggaran_belanja"),
        )
        for n, x in enumerate(a.banding, start=1)
    ]
    rows.append(
        baris(
            sel("Jumlah", tebal=True, kolom=2),
            *(_sel_baris(a.total_lalu, "") if lalu else ()),
            *_sel_baris(a.total_belanja, ""),
            jenis="total",
        )
    )
    tiga = (k.kolom("pagu"), k.kolom("realisasi"), "%")
    tahun = (k.tahun - 1, k.tahun) if lalu else (k.tahun,)
    lebar = (2.4 if lalu else 5.0, *((3.0, 3.0, 1.6) * len(tahun)))
    sebut = " dan ".join(f"Tahun {t}" for t in tahun)
    return Grid(
        kepala=(
            kepala("No.", "Jenis Belanja", *(kepala_lebar(f"Tahun {t}", 3) for t in tahun)),
            kepala("", "", *(tiga * len(tahun))),
        ),
        baris=tuple(rows),
        lebar=(0.8, *lebar),
        rata=("tengah", "kiri", *(_TIGA * len(tahun))),
        judul=judul_tabel(f"Rincian Pagu serta Realisasi Anggaran {k.singkatan_satker} per Jenis Belanja {sebut}"),
        kunci="tabel.anggaran.belanja",
        sumber=sumber_data(a.sumber_belanja, a.tanggal_data),
    )


def _asal_nama(b: BarisAnggaran | None) -> Asal | None:
    return Asal("anggaran_belanja", b.baris_id, "nama") if b is not None and b.baris_id else None


def grafik_belanja(k: Konteks) -> Chart:
    """Absorption per kind of spending, two years side by side."""
    banding = k.hasil.anggaran.banding
    seri = [
        Seri(
            f"Tahun {k.tahun}",
            tuple(x.kini.persen if x.kini is not None else None for x in banding),
            tuple(x.kini.persen_cetak if x.kini is not None else "-" for x in banding),
            "realisasi",
        )
    ]
    if any(x.lalu is not None and x.lalu.persen is not None for x in banding):
        seri.insert(
            0,
            Seri(
                f"Tahun {k.tahun - 1}",
                tuple(x.lalu.persen if x.lalu is not None else None for x in banding),
                tuple(x.lalu.persen_cetak if x.lalu is not None else "-" for x in banding),
                "lalu",
            ),
        )
    tahun = f"Tahun {k.tahun - 1} dan Tahun {k.tahun}" if len(seri) > 1 else f"Tahun {k.tahun}"
    return Chart(
        "batang",
        tuple(x.nama for x in banding),
        tuple(seri),
        (Run(f"Penyerapan Anggaran per Jenis Belanja {tahun}"),),
        "gambar.belanja",
        satuan="%",
        acuan=_SERATUS,
        alt="; ".join(f"{x.nama} {x.kini.persen_cetak if x.kini is not None else '-'}" for x in banding),
    )


# ----------------------------------------------------------------------------------------- PK against pagu
def _selisih(k: Konteks) -> Iterable[Block]:
    """The budget that the PK promised against the pagu at year end."""
    a: HasilAnggaran = k.hasil.anggaran
    kalimat = kalimat_selisih_pk(a, k.tahun)
    if not kalimat:
        return
    yield from para(kalimat, rujuk="tabel.anggaran.pk")
    rows = [
        baris(sel(nama, tebal=jenis == "program"), sel_uang(nilai), jenis="isi" if jenis == "program" else "anak")
        for jenis, _, nama, nilai in a.pk_baris
    ]
    rows.append(baris(sel("Jumlah anggaran Perjanjian Kinerja", tebal=True), sel_uang(a.pk_total), jenis="total"))
    b = _pagu_pk(k)
    if b is not None and b.pagu is not None:
        rows.append(baris("Pagu pada tanggal Perjanjian Kinerja", sel_uang(b.pagu)))
        rows.append(baris("Selisih (pagu dikurangi Perjanjian Kinerja)", sel_uang(b.selisih), jenis="anak"))
    rows.append(baris("Pagu akhir tahun", sel_uang(a.total.pagu)))
    rows.append(
        baris(
            sel("Selisih akhir tahun (pagu dikurangi Perjanjian Kinerja)", tebal=True),
            sel_uang(a.pk_selisih),
            jenis="total",
        )
    )
    yield Grid(
        kepala=(kepala("Uraian", "Jumlah"),),
        baris=tuple(rows),
        lebar=(9, 4),
        rata=("kiri", "kanan"),
        judul=judul_tabel(f"Anggaran Perjanjian Kinerja dan Pagu Akhir Tahun {k.tahun}"),
        kunci="tabel.anggaran.pk",
        utuh=True,
    )


def _pagu_pk(k: Konteks) -> BandingPagu | None:
    """The pagu on the date of the PK in force, where it is known."""
    pk = k.snapshot.get(Pk, k.hasil.pk_id)
    return banding_pagu(k.snapshot, isi_pk(k.snapshot, pk), k.hasil.anggaran.total.pagu) if pk is not None else None


# ------------------------------------------------------------------------------------------------- outputs
def _output(k: Konteks) -> Iterable[Block]:
    """KRO and RO with volumes, progress and money; nothing when the year has none."""
    semua = k.snapshot.where(Ro, tahun=k.tahun)
    if not semua:
        return
    yield from para(
        susun("Anggaran tersebut menghasilkan rincian output yang volumenya diukur sampai akhir tahun {t}.", t=k.tahun),
        rujuk="tabel.ro",
    )
    rows = []
    for r in semua:

        def a(kolom: str, id: str = r.id) -> Asal:
            return Asal("ro", id, kolom)

        rows.append(
            baris(
                sel(r.kode, asal_baris=a("kode")),
                sel(r.nama, tebal=r.jenis == "kro", asal_baris=a("nama")),
                sel(_volume(r.target_volume, r.satuan), asal_baris=a("target_volume")),
                sel(_volume(r.realisasi_volume, r.satuan), asal_baris=a("realisasi_volume")),
                sel("-" if r.progres is None else f"{angka(r.progres)}%", asal_baris=a("progres")),
                sel_uang(r.pagu, a("pagu")),
                sel_uang(r.realisasi, a("realisasi")),
                jenis="isi" if r.jenis == "kro" else "anak",
            )
        )
    yield Grid(
        kepala=(
            kepala(
                "Kode",
                "Rincian Output",
                "Target Volume",
                "Realisasi Volume",
                "Progres",
                k.kolom("pagu"),
                k.kolom("realisasi"),
            ),
        ),
        baris=tuple(rows),
        lebar=(1.8, 4.4, 2, 2, 1.6, 3, 3),
        rata=("kiri", "kiri", "tengah", "tengah", "desimal", "kanan", "kanan"),
        judul=judul_tabel(f"Capaian Rincian Output Tahun {k.tahun}"),
        kunci="tabel.ro",
    )


def _volume(n: Decimal | None, satuan: str) -> str:
    return "-" if n is None else f"{angka(n)} {satuan}".strip()
