"""Tables of the budget scores: components with weights, IKPA with its aspects, official beside recomputed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from lkjip_desktop.core.angka import angka, bulat
from lkjip_desktop.core.hasil import HasilSkor, KomponenSkor
from lkjip_desktop.core.kata import dasar_gabungan, kata_kategori, potong_resmi
from lkjip_desktop.core.tables import SkorKomponen
from lkjip_desktop.report.blocks import Asal, Cell, Grid, GridRow, Rata
from lkjip_desktop.report.sections.bab3_anggaran import sumber_data
from lkjip_desktop.report.sections.bangun import baris, judul_tabel, kepala, kepala_lebar, sel
from lkjip_desktop.report.sections.konteks import Konteks

_TENGAH: Rata = "tengah"
_KANAN: Rata = "desimal"
_NAMA = {"smart": "SMART", "ikpa": "IKPA", "nka": "NKA"}


def tabel_komponen(k: Konteks, s: HasilSkor, judul: str, kunci: str) -> Grid:
    """Component, value, weight, weighted; an efficiency E stands apart from the NE that is weighed."""
    rows: list[GridRow] = []
    aspek = ""
    for n, x in enumerate(s.komponen, start=1):
        if x.aspek != aspek:
            aspek = x.aspek
            rows += _baris_aspek(s, aspek)
        a = Asal("skor_komponen", x.baris_id, "nilai") if x.baris_id else None
        if not x.berlaku:
            rows.append(baris(f"{n}.", x.nama, sel("tidak berlaku", asal_baris=a), "-", "-"))
            continue
        if dihitung(x):
            rows.append(baris(f"{n}.", f"{x.nama} (E)", _sel_nilai(x.nilai, x.nilai_cetak, a), "", ""))
            depan, nama = "", f"Nilai {x.nama} (NE)"
        else:
            depan, nama = f"{n}.", x.nama
        rows.append(
            baris(
                depan,
                nama,
                _sel_nilai(x.nilai_dipakai, x.nilai_dipakai_cetak, a),
                sel(f"{angka(x.bobot, 2)}%", nilai=x.bobot, format="persen"),
                _sel_nilai(x.terbobot, x.terbobot_cetak, a),
            )
        )
    jumlah = "-" if s.total is None else angka(s.total, 2, paksa=True)
    rows.append(
        baris(
            sel("Jumlah", tebal=True, kolom=3),
            sel(f"{angka(s.bobot_berlaku, 2)}%", nilai=s.bobot_berlaku, format="persen"),
            _sel_nilai(s.total, jumlah, None),
            jenis="total",
        )
    )
    rows += _baris_akhir(s, 4)
    return Grid(
        kepala=(kepala("No.", "Komponen", "Nilai", "Bobot", "Tertimbang"),),
        baris=tuple(rows),
        lebar=(0.9, 7, 2.4, 2, 2.4),
        rata=("tengah", "kiri", "desimal", "desimal", "desimal"),
        judul=judul_tabel(judul),
        kunci=kunci,
        sumber=sumber_data(s.sumber, s.tanggal_data),
        catatan=(*_beda_resmi(k, s), *_catatan(s)),
        utuh=True,
    )


def _baris_aspek(s: HasilSkor, aspek: str) -> list[GridRow]:
    """The name of an aspect with its weight and its part of the total, above its components; none without a name."""
    if not aspek:
        return []
    isi = [x for x in s.komponen if x.aspek == aspek and x.berlaku]
    bobot = sum((x.bobot for x in isi), Decimal(0))
    tahu = [x.terbobot for x in isi if x.terbobot is not None]
    jumlah = sum(tahu, Fraction(0)) if tahu and len(tahu) == len(isi) else None
    return [
        baris(
            sel(aspek, tebal=True, kolom=3),
            sel(f"{angka(bobot, 2)}%", nilai=bobot, format="persen", tebal=True),
            sel(
                "-" if jumlah is None else angka(jumlah, 2, paksa=True),
                nilai=jumlah,
                format="angka" if jumlah is not None else "",
                tebal=True,
            ),
        )
    ]


def _baris_akhir(s: HasilSkor, rentang: int) -> list[GridRow]:
    """The final recomputed value and the official one."""
    rows = [
        baris(
            sel(f"Nilai akhir ({sebutan_hitung(s)})", tebal=True, kolom=rentang),
            _sel_nilai(s.nilai, s.nilai_cetak, None),
            jenis="total",
        )
    ]
    if s.resmi is not None:
        rows.append(
            baris(
                sel("Nilai resmi", tebal=True, kolom=rentang),
                sel(potong_resmi(s), nilai=s.resmi, format="angka"),
                jenis="total",
            )
        )
    return rows


def sebutan_hitung(s: HasilSkor) -> str:
    """ "perhitungan ulang", or "perhitungan sendiri" where the rule set is not confirmed."""
    return "perhitungan sendiri" if s.sendiri else "perhitungan ulang"


def _catatan(s: HasilSkor) -> tuple[str, ...]:
    if s.sendiri:
        return (
            "Bobot yang dipakai belum dicocokkan dengan peraturannya, sehingga nilai ini adalah perhitungan sendiri.",
        )
    return ()


def _beda_resmi(k: Konteks, s: HasilSkor) -> tuple[str, ...]:
    """Notes on weighted values that the ministry's system prints otherwise than they come out."""
    catatan: list[str] = []
    for x in s.komponen:
        baris_ = k.snapshot.get(SkorKomponen, x.baris_id)
        resmi = baris_.nilai_akhir_resmi if baris_ is not None and x.berlaku else None
        if resmi is not None and x.terbobot is not None and bulat(resmi, 2) != bulat(x.terbobot, 2):
            catatan.append(
                f"{x.nama}: nilai akhir pada aplikasi {x.resmi_cetak}, hasil perhitungan {x.terbobot_cetak}."
            )
    return tuple(catatan)


def dihitung(x: KomponenSkor) -> bool:
    """True when the value that is weighed was derived from the typed one."""
    return x.nilai is not None and x.nilai_dipakai is not None and x.nilai != x.nilai_dipakai


def _sel_nilai(nilai: Fraction | None, cetak: str, a: Asal | None) -> Cell:
    return sel(cetak or "-", nilai=nilai, format="angka" if nilai is not None else "", asal_baris=a)


def tabel_ikpa(k: Konteks, s: HasilSkor, *, tegak: bool = False) -> Grid:
    """Components below their aspects; rows Nilai, Bobot, Nilai Akhir, Nilai Aspek; then total, conversion, final: as
    columns like the ministry's own table, or as rows below on an upright page (`tegak`)."""
    aspek: dict[str, list[KomponenSkor]] = {}
    for x in s.komponen:
        aspek.setdefault(x.aspek, []).append(x)
    komponen = [x for isi in aspek.values() for x in isi]
    rata_aspek = {a.nama: a for a in s.aspek}

    def a(x: KomponenSkor) -> Asal | None:
        return Asal("skor_komponen", x.baris_id, "nilai") if x.baris_id else None

    total = "-" if s.total is None else angka(s.total, 2, paksa=True)
    akhir = (
        ("Nilai Total", _sel_nilai(s.total, total, None)),
        ("Konversi Bobot", sel(f"{angka(s.bobot_berlaku, 2)}%", nilai=s.bobot_berlaku, format="persen")),
        ("Nilai Akhir", _sel_nilai(s.nilai, s.nilai_cetak, None)),
    )
    kosong = () if tegak else ("", "", "")
    rows: tuple[GridRow, ...] = (
        baris(
            sel("Nilai", tebal=True),
            *(
                _sel_nilai(x.nilai_dipakai, x.nilai_dipakai_cetak, a(x)) if x.berlaku else sel("-", asal_baris=a(x))
                for x in komponen
            ),
            *(() if tegak else (isi for _, isi in akhir)),
        ),
        baris(
            sel("Bobot", tebal=True),
            *(sel(angka(x.bobot, 2), nilai=x.bobot, format="angka") if x.berlaku else sel("-") for x in komponen),
            *kosong,
        ),
        baris(
            sel("Nilai Akhir", tebal=True),
            *(_sel_nilai(x.terbobot, x.terbobot_cetak, a(x)) if x.berlaku else sel("-") for x in komponen),
            *kosong,
        ),
        baris(
            sel("Nilai Aspek", tebal=True),
            *(
                sel(
                    rata_aspek[nama].cetak if nama in rata_aspek else "-",
                    kolom=len(isi),
                    rata="tengah",
                    nilai=rata_aspek[nama].nilai if nama in rata_aspek else None,
                    format="angka",
                )
                for nama, isi in aspek.items()
            ),
            *kosong,
            jenis="total",
        ),
    )
    n = len(komponen)
    if tegak:
        rows += tuple(baris(sel(nama, tebal=True, kolom=n), isi, jenis="total") for nama, isi in akhir)
    return Grid(
        kepala=(
            kepala(
                "Keterangan",
                *(kepala_lebar(nama or "Lainnya", len(isi)) for nama, isi in aspek.items()),
                *(() if tegak else (nama for nama, _ in akhir)),
            ),
            kepala("", *(x.nama for x in komponen), *kosong),
        ),
        baris=rows,
        lebar=(2.2, *(2.1 for _ in komponen), *(() if tegak else (1.8, 1.9, 1.8))),
        rata=("kiri", *(_TENGAH for _ in range(n + len(kosong)))),
        gabung=() if tegak else (n + 1, n + 2, n + 3),
        judul=judul_tabel(f"{s.nama} Tahun {k.tahun}"),
        kunci="tabel.ikpa",
        sumber=sumber_data(s.sumber, s.tanggal_data),
        catatan=(
            "Nilai Akhir = Nilai Total / Konversi Bobot; Nilai Aspek adalah rata-rata nilai indikatornya.",
            *_beda_resmi(k, s),
            *_catatan(s),
        ),
        utuh=True,
    )


def tabel_banding_skor(k: Konteks) -> Grid:
    """Official value, recomputed value and difference of every score."""
    h, g = k.hasil, k.hasil.gabungan
    rows: list[GridRow] = []
    for s in (h.smart, h.ikpa, h.nka):
        if not s.ada:
            continue
        rows.append(
            baris(
                _NAMA[s.jenis],
                sel(potong_resmi(s), nilai=s.resmi, format="angka") if s.resmi is not None else "-",
                _kategori(s.kategori_resmi or s.kategori_dari_resmi),
                _sel_nilai(s.nilai, s.nilai_cetak, None),
                _kategori(s.kategori),
                s.selisih_cetak or "-",
            )
        )
    if dasar_gabungan(g):
        rows.append(
            baris(
                "Gabungan",
                _sel_nilai(g.dari_resmi, g.dari_resmi_cetak, None),
                "-",
                _sel_nilai(g.nilai, g.nilai_cetak, None),
                "-",
                _selisih(g.dari_resmi, g.nilai),
                jenis="total",
            )
        )
    sendiri = any(s.ada and s.sendiri for s in (h.smart, h.ikpa, h.nka))
    return Grid(
        kepala=(
            kepala(
                "Nilai",
                kepala_lebar("Resmi", 2),
                kepala_lebar("Perhitungan Sendiri" if sendiri else "Perhitungan Ulang", 2),
                "Selisih",
            ),
            kepala("", "Nilai", "Kategori", "Nilai", "Kategori", ""),
        ),
        baris=tuple(rows),
        lebar=(2.6, 2.2, 3, 2.2, 3, 2),
        rata=("kiri", _KANAN, "tengah", _KANAN, "tengah", _KANAN),
        judul=judul_tabel(f"Nilai Resmi dan Hasil Perhitungan Nilai Kinerja Anggaran Tahun {k.tahun}"),
        kunci="tabel.skor",
        utuh=True,
    )


def _kategori(kata: str) -> str:
    """A category as a cell: "Sangat baik", however it was typed."""
    kata = kata_kategori(kata)
    return kata[:1].upper() + kata[1:] or "-"


def _selisih(a: Fraction | None, b: Fraction | None) -> str:
    if a is None or b is None:
        return "-"
    return angka(Fraction(bulat(a, 2)) - Fraction(bulat(b, 2)), 2, paksa=True)
