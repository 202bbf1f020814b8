"""The seven analyses of one indicator (PermenPAN-RB 53/2014), each under its own numbered heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Literal

from lkjip_desktop.core.banding import sebut_renstra
from lkjip_desktop.core.hasil import HasilIndikator, HasilSasaran, TahunIndikator, Ukur
from lkjip_desktop.core.kata import (
    NAMA_JENIS,
    Isian,
    Kalimat,
    Potong,
    daftar,
    judul_penyebab,
    judul_program,
    kalimat_asal,
    kalimat_banding,
    kalimat_batas,
    kalimat_belum_efisien,
    kalimat_capaian,
    kalimat_efisiensi,
    kalimat_efisiensi_sama,
    kalimat_hasil,
    kalimat_menengah,
    kalimat_satu_dari_satu,
    kalimat_standar,
    kutip,
    potong_nama,
    potong_sasaran,
    singkat_indikator,
    singkat_sasaran,
    susun,
)
from lkjip_desktop.core.tables import Kegiatan, Ro, RoIndikator
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Cell,
    Chart,
    Grid,
    GridRow,
    Heading,
    Items,
    Rata,
    Run,
    Seri,
)
from lkjip_desktop.report.sections.bangun import (
    baris,
    judul_tabel,
    kepala,
    kepala_lebar,
    para,
    sel,
    sel_capaian,
    sel_ukur,
    teks,
)
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_ilustrasi, dengan_rujukan
from lkjip_desktop.report.sections.rumus import rumus_efisiensi, rumus_indikator
from lkjip_desktop.report.sections.tabel_capaian import asal_realisasi, asal_renstra, asal_target
from lkjip_desktop.report.sections.uraian import asal_analisis, catatan_periode, uraian, uraian_kosong

_TENGAH: Rata = "tengah"
#: Years side by side in the two-level table; earlier known ones follow in a table by rows, which never grows too wide.
_TAHUN_BANDING = 2
#: More years than this are drawn as lines.
_TAHUN_BATANG = 6


def indikator(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Title of the indicator, then the analyses that the office prints."""
    kunci = f"bab3.indikator.{h.id}"
    yield Heading(
        3,
        f"{NAMA_JENIS.get(h.jenis, 'Indikator')} {h.nomor} “{h.nama}”",
        kunci,
        nomor=False,
        asal=Asal("indikator_tahun", h.baris_id, "nama"),
    )
    for nomor in k.aturan.cetak.analisis:
        buat = _ANALISIS.get(nomor)
        if buat is not None:
            yield from buat(k, s, h)
    yield from dengan_rujukan(blok_ilustrasi(k, kunci, h.id))


def _kepala(k: Konteks, h: HasilIndikator, nomor: int, judul: str) -> Heading:
    asal = asal_analisis(k, h, nomor, "nomor")
    return Heading(4, judul, f"bab3.indikator.{h.id}.{nomor}", daftar=False, asal=asal)


def _sebut(s: HasilSasaran, h: HasilIndikator) -> str:
    return f"{singkat_sasaran(s)} dan {singkat_indikator(h)}"


# ------------------------------------------------------------------------------------------------------- 1
def _satu(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Target against realisasi of this year, with the fraction and the formula of the capaian."""
    yield _kepala(k, h, 1, f"Perbandingan Target dan Realisasi Kinerja Tahun {k.tahun}")
    yield from para(
        kalimat_capaian(h, k.tahun, k.desimal),
        rujuk=f"tabel.{h.id}.target",
        sebut=f"Target, realisasi, dan {k.besaran('capaian').lower()}nya",
    )
    yield Grid(
        kepala=(
            kepala(
                k.kolom("sasaran"),
                k.kolom("indikator"),
                f"{k.kolom('target')} {k.tahun}",
                f"{k.kolom('realisasi')} {k.tahun}",
                k.kolom("capaian"),
            ),
        ),
        baris=(
            baris(
                sel(potong_sasaran(s)),
                sel(potong_nama(h)),
                sel_ukur(h.target, asal_target(h)),
                sel_ukur(h.realisasi, asal_realisasi(h)),
                sel_capaian(h.capaian, asal_realisasi(h)),
            ),
        ),
        lebar=(5, 5, 2.2, 2.3, 2.2),
        rata=("kiri", "kiri", "tengah", "tengah", "tengah"),
        judul=judul_tabel(f"Capaian Target dan Realisasi {_sebut(s, h)}"),
        kunci=f"tabel.{h.id}.target",
        utuh=True,
    )
    rumus = rumus_indikator(k, h)
    if rumus is not None:
        nama = k.besaran("capaian")
        hitung = nama if rumus.baris[0][0] == nama else f"Realisasi dan {nama.lower()}"
        yield teks(f"{hitung} tersebut dihitung sebagai berikut:")
        yield rumus
    yield from para(kalimat_asal(h, k.snapshot), kalimat_batas(h), _kategori(k, h))
    yield from uraian(k, h, 1)


def _kategori(k: Konteks, h: HasilIndikator) -> Kalimat:
    if not h.kategori or not k.aturan.cetak.tampil("kategori_capaian"):
        return ()
    return susun("Capaian tersebut termasuk kategori {kat}.", kat=h.kategori.lower())


# ------------------------------------------------------------------------------------------------------- 2
def _dua(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Realisasi and capaian against last year and several years before: two-level table and chart."""
    yield _kepala(k, h, 2, f"Perbandingan Realisasi dan Capaian Kinerja Tahun {k.tahun} dengan Tahun Sebelumnya")
    isi: list[Grid | Chart] = []
    if h.riwayat:
        semua = (tabel_banding(k, s, h), _tabel_perkembangan(k, s, h), _grafik_tahun(k, s, h))
        isi = [x for x in semua if x is not None]
    sebut = "Angka setiap tahun" if sum(t.ada for t in h.riwayat) > 1 else f"Angka tahun {k.tahun}"
    yield from para(*kalimat_banding(h, k.tahun, k.snapshot), rujuk=[x.kunci for x in isi], sebut=sebut)
    yield from isi
    yield from uraian(k, h, 2)


def tabel_banding(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Grid:
    """Years side by side, each with target, realisasi and capaian; a year before the indicator existed prints "-"."""
    tahu = {t.tahun: t for t in h.riwayat}
    tahun = range(k.tahun - _TAHUN_BANDING + 1, k.tahun + 1)
    isi = [sel(potong_nama(h))]
    for t in tahun:
        isi += _sel_tahun(k, h, tahu[t]) if t in tahu else (sel("-"), sel("-"), sel("-"))
    tiga = (k.kolom("target"), k.kolom("realisasi"), k.kolom("capaian"))
    return Grid(
        kepala=(
            kepala(k.kolom("indikator"), *(kepala_lebar(f"Tahun {t}", 3) for t in tahun)),
            kepala("", *(x for _ in tahun for x in tiga)),
        ),
        baris=(GridRow(tuple(isi)),),
        lebar=(4.6, *(1.9 for _ in tahun for _ in tiga)),
        rata=("kiri", *(_TENGAH for _ in tahun for _ in tiga)),
        judul=judul_tabel(f"Perbandingan Capaian Kinerja {_sebut(s, h)}"),
        kunci=f"tabel.{h.id}.banding",
        utuh=True,
    )


def _sel_tahun(k: Konteks, h: HasilIndikator, t: TahunIndikator) -> tuple[Cell, Cell, Cell]:
    """Target, realisasi and capaian of one year; "-" before the indicator existed."""
    if not t.ada:
        return sel("-"), sel("-"), sel("-")
    at: Asal | None
    a: Asal | None
    if t.tahun == k.tahun:
        at, a = asal_target(h), asal_realisasi(h)
    else:
        at, a = (Asal("indikator_tahun", t.baris_id, n) if t.baris_id else None for n in ("target", "realisasi"))
    return sel_ukur(t.target, at), sel_ukur(t.realisasi, a), sel_capaian(t.capaian, a)


def _tabel_perkembangan(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Grid | None:
    """All known years one below the other, when there are more than the two-level table shows."""
    tahu = [t for t in h.riwayat if t.ada and (t.realisasi.cetak != "-" or t.target.cetak != "-")]
    if len(tahu) <= _TAHUN_BANDING:
        return None
    return Grid(
        kepala=(kepala("Tahun", k.kolom("target"), k.kolom("realisasi"), k.kolom("capaian")),),
        baris=tuple(baris(str(t.tahun), *_sel_tahun(k, h, t)) for t in tahu),
        lebar=(2, 3, 3, 3),
        rata=("tengah", "tengah", "tengah", "desimal"),
        judul=judul_tabel(f"Perkembangan Kinerja {_sebut(s, h)} Tahun {tahu[0].tahun} sampai {tahu[-1].tahun}"),
        kunci=f"tabel.{h.id}.perkembangan",
        utuh=True,
    )


def _grafik_tahun(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Chart | None:
    """Target, realisasi and, for percentages, capaian over the years; None below two known years. A count of one says
    nothing as a bar, so there the capaian is drawn and the count named."""
    if not k.aturan.cetak.tampil("grafik"):
        return None
    tahu = [t for t in h.riwayat if t.ada and t.realisasi.nilai is not None and t.target.polos]
    if len(tahu) < 2 or any(not t.realisasi.polos for t in tahu) or h.jenis_nilai == "predikat":
        return None
    persen = h.satuan.strip() == "%"
    satu = not persen and all(t.target.nilai is not None and t.target.nilai <= 1 for t in tahu)

    def seri_ukur(kunci: Literal["target", "realisasi"]) -> Seri:
        # The unit stands once at the axis; only the sign of a percentage is short enough to go with each figure.
        ukur: list[Ukur] = [getattr(t, kunci) for t in tahu]
        return Seri(
            k.besaran(kunci), tuple(u.nilai for u in ukur), tuple(u.cetak if persen else u.polos for u in ukur), kunci
        )

    target, realisasi = seri_ukur("target"), seri_ukur("realisasi")
    capaian = Seri(
        k.besaran("capaian"), tuple(t.capaian.mentah for t in tahu), tuple(t.capaian.cetak for t in tahu), "capaian"
    )
    besaran = [k.besaran(x) for x in ("target", "realisasi", "capaian")]
    # Without a common unit the rest stands in the category, so that no bar is drawn on a wrong scale.
    seri: tuple[Seri, ...]
    kategori: tuple[str, ...]
    if persen:
        seri, kategori = (target, realisasi, capaian), tuple(str(t.tahun) for t in tahu)
    elif satu:
        seri, kategori = (capaian,), tuple(_kategori_satu(k, t) for t in tahu)
    else:
        seri = (target, realisasi)
        kategori = tuple(f"{t.tahun} ({k.besaran('capaian').lower()} {t.capaian.cetak})" for t in tahu)
    return Chart(
        "garis" if len(tahu) > _TAHUN_BATANG else "batang",
        kategori,
        seri,
        (Run(f"Perkembangan {', '.join(besaran[:2])}, dan {besaran[2]} {_sebut(s, h)}"),),
        f"gambar.{h.id}.tahun",
        satuan="%" if persen or satu else h.satuan,
        acuan=Fraction(100) if satu else None,
        rendah=satu,
        alt="; ".join(
            f"{t.tahun}: target {t.target.cetak}, realisasi {t.realisasi.cetak}, capaian {t.capaian.cetak}"
            for t in tahu
        ),
    )


def _kategori_satu(k: Konteks, t: TahunIndikator) -> str:
    return f"{t.tahun} ({k.kolom('realisasi').lower()} {t.realisasi.cetak} dari {t.target.cetak})"


# ------------------------------------------------------------------------------------------------------- 3
def _tiga(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Realisasi up to this year against the medium-term targets, year by year."""
    yield _kepala(k, h, 3, "Perbandingan Realisasi Kinerja dengan Target Jangka Menengah dalam Renstra")
    yield from para(
        *kalimat_menengah(h, k.tahun, sebut_renstra(k.renstra), k.desimal),
        rujuk=f"tabel.{h.id}.menengah" if h.menengah else "",
        sebut="Perkembangannya selama periode Renstra",
    )
    if h.menengah:
        yield tabel_menengah(k, s, h)
    yield from uraian(k, h, 3)


def tabel_menengah(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Grid:
    """Renstra targets by year with the realisasi of each year below."""
    m = h.menengah
    tahun = [x.tahun for x in m]
    target = [sel_ukur(x.target, asal_renstra(x)) for x in m]
    baris_id = {t.tahun: t.baris_id for t in h.riwayat}

    def asal_tahun(t: int) -> Asal | None:
        if t == k.tahun:
            return asal_realisasi(h)
        return Asal("indikator_tahun", baris_id[t], "realisasi") if baris_id.get(t) else None

    realisasi = [sel_ukur(x.realisasi, asal_tahun(x.tahun)) for x in m]
    capaian = [sel(x.capaian_cetak or "-", asal_baris=asal_tahun(x.tahun)) for x in m]
    return Grid(
        kepala=(
            kepala(k.kolom("indikator"), "Uraian", kepala_lebar("Tahun", len(tahun))),
            kepala("", "", *(str(t) for t in tahun)),
        ),
        baris=(
            baris(sel(potong_nama(h)), "Target Renstra", *target),
            baris("", k.kolom("realisasi"), *realisasi),
            baris("", k.kolom("capaian"), *capaian),
        ),
        lebar=(4.4, 2.6, *(2.0 for _ in tahun)),
        rata=("kiri", "kiri", *(_TENGAH for _ in tahun)),
        gabung=(0,),
        judul=judul_tabel(f"Target Jangka Menengah {_sebut(s, h)}"),
        kunci=f"tabel.{h.id}.menengah",
        utuh=True,
    )


# ------------------------------------------------------------------------------------------------------- 4
def _empat(k: Konteks, _s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Realisasi against the national standard, if there is one."""
    yield _kepala(k, h, 4, "Perbandingan Realisasi Kinerja dengan Standar Nasional")
    yield from para(kalimat_standar(h, k.tahun, k.desimal))
    yield from uraian(k, h, 4)


# ------------------------------------------------------------------------------------------------------- 5
def _lima(k: Konteks, _s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Causes of success or failure, obstacles met during the year and the solutions tried."""
    yield _kepala(k, h, 5, judul_penyebab(h))
    yield from para(kalimat_hasil(h))
    isi = uraian(k, h, 5)
    yield from isi
    catatan = catatan_periode(k, h)
    if catatan:
        yield from para(susun("Kendala dan penanganan selama tahun {t} tercatat sebagai berikut.", t=k.tahun))
        yield Items(catatan, "a")
    if not isi and not catatan:
        yield uraian_kosong(k, h, 5, f"Uraian {judul_penyebab(h).lower()} belum diisi.")


# ------------------------------------------------------------------------------------------------------- 6
def _enam(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Efficiency of the use of resources."""
    yield _kepala(k, h, 6, "Analisis Efisiensi Penggunaan Sumber Daya")
    pertama = s.indikator[0]
    belum = kalimat_belum_efisien(h, s)
    if h is not pertama and s.efisiensi.indeks is not None:
        # One sum for the whole sasaran: written out once with its notes, named at every other indicator.
        sama = kalimat_efisiensi_sama(s, singkat_indikator(pertama))
        yield from para(*sama, belum, kalimat_satu_dari_satu(h))
    else:
        yield from para(*kalimat_efisiensi(s, k.tahun, k.desimal), belum)
        rumus = rumus_efisiensi(k, s.efisiensi)
        if rumus is not None:
            yield rumus
    yield from uraian(k, h, 6)


# ------------------------------------------------------------------------------------------------------- 7
def _tujuh(k: Konteks, s: HasilSasaran, h: HasilIndikator) -> Iterable[Block]:
    """Programmes, activities and outputs that helped or hindered."""
    yield _kepala(k, h, 7, judul_program(h))
    kegiatan = [x for x in k.snapshot.where(Kegiatan, tahun=k.tahun, sasaran_id=s.id) if x.jenis == "kegiatan"] or list(
        k.snapshot.where(Kegiatan, tahun=k.tahun, sasaran_id=s.id)
    )
    ro = _output(k, h)
    nama_kegiatan: list[Isian] = [kutip(Potong(x.nama, "kegiatan", x.id, "nama")) for x in kegiatan]
    nama_ro: list[Isian] = [kutip(Potong(x.nama, "ro", x.id, "nama")) for x in ro]
    if nama_kegiatan or nama_ro:
        pola = "Indikator ini didukung oleh "
        pola += "kegiatan {kegiatan}" if nama_kegiatan else ""
        pola += (" dengan " if nama_kegiatan else "") + "rincian output {ro}" if nama_ro else ""
        yield from para(susun(pola + ".", kegiatan=daftar(nama_kegiatan), ro=daftar(nama_ro)))
    isi = uraian(k, h, 7)
    yield from isi
    if not isi:
        yield uraian_kosong(k, h, 7, "Uraian program dan kegiatan yang memengaruhi capaian indikator ini belum diisi.")


def _output(k: Konteks, h: HasilIndikator) -> list[Ro]:
    kaitan = k.snapshot.where(RoIndikator, indikator_id=h.id)
    semua = [k.snapshot.get(Ro, r.ro_id) for r in kaitan]
    return [r for r in semua if r is not None and r.tahun == k.tahun]


_ANALISIS: Mapping[int, Callable[[Konteks, HasilSasaran, HasilIndikator], Iterable[Block]]] = {
    1: _satu,
    2: _dua,
    3: _tiga,
    4: _empat,
    5: _lima,
    6: _enam,
    7: _tujuh,
}
