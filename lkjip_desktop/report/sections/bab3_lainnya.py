"""Bab III D: other performance as a free ordered list, each with text, figures by month, source and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkjip_desktop.core.angka import angka
from lkjip_desktop.core.kata import Kalimat, Potong, kalimat_skor, klausa, susun
from lkjip_desktop.core.tables import KinerjaLain, KinerjaLainAngka
from lkjip_desktop.core.tanggal import bulan
from lkjip_desktop.report.blocks import Asal, Block, Figure, Grid, Heading, Rata
from lkjip_desktop.report.sections.bangun import Format, baris, judul_tabel, kepala, para, sel, teks
from lkjip_desktop.report.sections.konteks import Konteks, baca_aman
from lkjip_desktop.report.sections.naskah_blok import blok_ilustrasi, blok_naskah, blok_teks, dengan_rujukan
from lkjip_desktop.report.sections.tabel_skor import tabel_komponen

_DESIMAL: Rata = "desimal"


def lainnya(k: Konteks) -> Iterable[Block]:
    """D. Capaian kinerja lainnya."""
    kunci = "bab3.lainnya"
    yield Heading(1, k.judul(kunci), kunci, asal=k.asal(kunci, "judul"))
    yield from blok_teks(k, kunci)
    akip = k.hasil.akip
    if akip is not None and akip.ada and k.tampil("bab3.akip"):
        yield Heading(2, k.judul("bab3.akip", akip.nama), "bab3.akip", asal=k.asal("bab3.akip", "judul"))
        yield from blok_teks(k, "bab3.akip")
        yield from para(*kalimat_skor(akip, k.tahun), rujuk="tabel.akip" if akip.komponen else "")
        if akip.komponen:
            yield tabel_komponen(k, akip, f"{akip.nama} Tahun {k.tahun}", "tabel.akip")
    for x in k.snapshot.where(KinerjaLain, tahun=k.tahun):
        yield from _butir(k, x)


def _butir(k: Konteks, x: KinerjaLain) -> Iterable[Block]:
    kunci = f"bab3.lainnya.{x.id}"
    yield Heading(2, x.judul, kunci, asal=Asal("kinerja_lain", x.id, "judul"))
    yield from blok_naskah(k, baca_aman(x.isi), kunci=kunci, a=Asal("kinerja_lain", x.id, "isi"))
    tabel = list(_bulanan(k, x))
    yield from para(_nilai(k, x), _tenggat(x), _menurut_bulan(k, tabel), rujuk=[t.kunci for t in tabel])
    yield from tabel
    gambar = blok_ilustrasi(k, "bab3.lainnya", x.id)
    if x.sumber and not tabel and not any(isinstance(g, Figure) and g.sumber for g in gambar):
        yield teks(f"Sumber: {x.sumber}", "kecil", Asal("kinerja_lain", x.id, "sumber"))
    yield from dengan_rujukan(gambar)


def _nilai(k: Konteks, x: KinerjaLain) -> Kalimat:
    t, r = (
        Potong(_dengan_satuan(n, x.satuan), "kinerja_lain", x.id, kolom)
        for n, kolom in ((x.target, "target"), (x.realisasi, "realisasi"))
    )
    if x.target is not None and x.realisasi is not None:
        return susun("Target tahun {th} sebesar {t} dan realisasinya {r}.", th=k.tahun, t=t, r=r)
    if x.realisasi is not None:
        return susun("Realisasi tahun {th} sebesar {r}.", th=k.tahun, r=r)
    if x.target is not None:
        return susun("Target tahun {th} sebesar {t}; realisasinya belum diisi.", th=k.tahun, t=t)
    return ()


def _dengan_satuan(n: Decimal | None, satuan: str) -> str:
    if n is None:
        return "-"
    return f"{angka(n)}{satuan}" if satuan.strip() == "%" else f"{angka(n)} {satuan}".strip()


def _tenggat(x: KinerjaLain) -> Kalimat:
    if not x.tenggat:
        return ()
    return susun("Batas waktu pelaporannya adalah {t}.", t=Potong(klausa(x.tenggat), "kinerja_lain", x.id, "tenggat"))


def _menurut_bulan(k: Konteks, tabel: Sequence[Grid]) -> Kalimat:
    return susun("Perkembangannya dicatat setiap bulan sepanjang tahun {t}.", t=k.tahun) if tabel else ()


def _bulanan(k: Konteks, x: KinerjaLain) -> Iterable[Grid]:
    """Months down, figures across: twelve rows whatever the number of figures."""
    angka_bulan = k.snapshot.where(KinerjaLainAngka, kinerja_lain_id=x.id)
    if not angka_bulan:
        return
    label = list(dict.fromkeys(a.label for a in angka_bulan))
    nilai = {(a.label, a.bulan): a for a in angka_bulan}
    asal_label = {a.label: Asal("kinerja_lain_angka", a.id, "label") for a in reversed(angka_bulan)}
    bulan_ada = sorted({a.bulan for a in angka_bulan if a.bulan is not None and 1 <= a.bulan <= 12})
    rows = []
    for b in bulan_ada:
        isi = []
        for nama in label:
            a = nilai.get((nama, b))
            asal = Asal("kinerja_lain_angka", a.id, "nilai") if a is not None else None
            n = a.nilai if a is not None else None
            isi.append(
                sel(
                    _dengan_satuan(n, x.satuan if x.satuan == "%" else ""),
                    nilai=n,
                    format=_bentuk(n, x.satuan),
                    asal_baris=asal,
                )
            )
        rows.append(baris(bulan(b), *isi))
    yield Grid(
        kepala=(kepala("Bulan", *(sel(x, tebal=True, rata="tengah", asal_baris=asal_label.get(x)) for x in label)),),
        baris=tuple(rows),
        lebar=(3, *(3.0 for _ in label)),
        rata=("kiri", *(_DESIMAL for _ in label)),
        judul=judul_tabel(f"{x.judul} Menurut Bulan Tahun {k.tahun}"),
        kunci=f"tabel.lainnya.{x.id}",
        sumber=x.sumber,
    )


def _bentuk(n: Decimal | None, satuan: str) -> Format:
    if n is None:
        return ""
    return "persen" if satuan.strip() == "%" else "angka"
