"""Bab III C: SMART, IKPA and NKA, official beside recomputed, and their combination as formula lines with its basis."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from lkjip_desktop.core.angka import angka, bulat
from lkjip_desktop.core.hasil import HasilSkor, KomponenSkor
from lkjip_desktop.core.kata import (
    dasar_gabungan,
    kalimat_gabungan,
    kalimat_komponen,
    kalimat_skor,
    kalimat_tidak_berlaku,
    potong_resmi,
)
from lkjip_desktop.core.tables import SkorKomponen
from lkjip_desktop.report.blocks import (
    Asal,
    Block,
    Cell,
    Formula,
    Frac,
    Grid,
    GridRow,
    Heading,
    Part,
    Rata,
    Run,
    Suku,
)
from lkjip_desktop.report.sections.bab3_anggaran import sumber_data
from lkjip_desktop.report.sections.bangun import baris, judul_tabel, kepala, kepala_lebar, para, sel
from lkjip_desktop.report.sections.konteks import Konteks
from lkjip_desktop.report.sections.naskah_blok import blok_teks

_TENGAH: Rata = "tengah"
_KANAN: Rata = "desimal"
#: More columns of components than this turn the IKPA table on its side.
_KOMPONEN_TEGAK = 5
_NAMA = {"smart": "SMART", "ikpa": "IKPA", "nka": "NKA"}


def kinerja_anggaran(k: Konteks) -> Iterable[Block]:
    """C. Capaian kinerja anggaran."""
    h = k.hasil
    kunci = "bab3.kinerja_anggaran"
    yield Heading(1, k.judul(kunci), kunci, asal=k.asal(kunci, "judul"))
    yield from blok_teks(k, kunci)
    if k.tampil("bab3.smart"):
        yield from _smart(k)
    if k.tampil("bab3.ikpa"):
        yield from _ikpa(k)
    if h.nka.ada and k.tampil("bab3.nka"):
        yield from _nka(k)
    if (h.smart.ada or h.ikpa.ada) and k.aturan.gabungan is not None and k.tampil("bab3.gabungan"):
        yield from _gabungan(k)
    if any(s.ada for s in (h.smart, h.ikpa, h.nka)):
        yield tabel_banding_skor(k)


def _kepala(k: Konteks, kunci: str) -> Heading:
    return Heading(2, k.judul(kunci), kunci, asal=k.asal(kunci, "judul"))


# --------------------------------------------------------------------------------------------------- SMART
def _smart(k: Konteks) -> Iterable[Block]:
    s = k.hasil.smart
    yield _kepala(k, "bab3.smart")
    yield from blok_teks(k, "bab3.smart")
    yield from para(
        *kalimat_skor(s, k.tahun),
        kalimat_komponen(s),
        kalimat_tidak_berlaku(s),
        rujuk="tabel.smart" if s.ada and s.komponen else "",
    )
    if s.ada and s.komponen:
        yield tabel_komponen(k, s, f"Nilai Kinerja Anggaran (SMART) Tahun {k.tahun}", "tabel.smart")
        rumus = _rumus_ne(k, s)
        if rumus is not None:
            yield rumus


def tabel_komponen(k: Konteks, s: HasilSkor, judul: str, kunci: str) -> Grid:
    """Component, value, weight, weighted; an efficiency E stands apart from the NE that is weighed."""
    rows: list[GridRow] = []
    for n, x in enumerate(s.komponen, start=1):
        a = Asal("skor_komponen", x.baris_id, "nilai") if x.baris_id else None
        if not x.berlaku:
            rows.append(baris(f"{n}.", x.nama, sel("tidak berlaku", asal_baris=a), "-", "-"))
            continue
        if _dihitung(x):
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


def _dihitung(x: KomponenSkor) -> bool:
    """True when the value that is weighed was derived from the typed one."""
    return x.nilai is not None and x.nilai_dipakai is not None and x.nilai != x.nilai_dipakai


def _sel_nilai(nilai: Fraction | None, cetak: str, a: Asal | None) -> Cell:
    return sel(cetak or "-", nilai=nilai, format="angka" if nilai is not None else "", asal_baris=a)


def _rumus_ne(k: Konteks, s: HasilSkor) -> Formula | None:
    """NE = 50 + E/20 × 50 with figures (PMK 22/2021), E clamped to its bounds."""
    aturan = k.aturan.smart
    x = next((x for x in s.komponen if x.berlaku and _dihitung(x)), None)
    if aturan is None or x is None or x.nilai is None:
        return None
    batas = Fraction(aturan.ne_batas)
    dipakai = min(max(x.nilai, -batas), batas)
    e = x.nilai_cetak if dipakai == x.nilai else angka(dipakai, 2)
    dasar, pembagi, faktor = (angka(n) for n in (aturan.ne_dasar, aturan.ne_batas, aturan.ne_faktor))
    asal = Asal("skor_komponen", x.baris_id, "nilai")
    return Formula(
        (
            ("NE", ((Run(f"{dasar} +"),), Frac((Run("E"),), (Run(pembagi),)), (Run(f"× {faktor}"),))),
            (
                "",
                (
                    (Run(f"{dasar} +"),),
                    Frac((Run(e, asal=asal),), (Run(pembagi),)),
                    (Run(f"× {faktor} = {x.nilai_dipakai_cetak}"),),
                ),
            ),
        ),
        "" if dipakai == x.nilai else f"E dibatasi antara -{pembagi} dan {pembagi}.",
    )


# ---------------------------------------------------------------------------------------------------- IKPA
def _ikpa(k: Konteks) -> Iterable[Block]:
    s = k.hasil.ikpa
    yield _kepala(k, "bab3.ikpa")
    yield from blok_teks(k, "bab3.ikpa")
    yield from para(
        *kalimat_skor(s, k.tahun), kalimat_tidak_berlaku(s), rujuk="tabel.ikpa" if s.ada and s.komponen else ""
    )
    if not s.ada or not s.komponen:
        return
    lanskap = len(s.komponen) > _KOMPONEN_TEGAK
    if lanskap:
        yield Part("arab", lanskap=True)
    yield tabel_ikpa(k, s)
    if lanskap:
        yield Part("arab")


def tabel_ikpa(k: Konteks, s: HasilSkor) -> Grid:
    """Components below their aspects; rows Nilai, Bobot, Nilai Akhir, Nilai Aspek; then total, conversion, final."""
    aspek: dict[str, list[KomponenSkor]] = {}
    for x in s.komponen:
        aspek.setdefault(x.aspek, []).append(x)
    komponen = [x for isi in aspek.values() for x in isi]
    rata_aspek = {a.nama: a for a in s.aspek}

    def a(x: KomponenSkor) -> Asal | None:
        return Asal("skor_komponen", x.baris_id, "nilai") if x.baris_id else None

    total = "-" if s.total is None else angka(s.total, 2, paksa=True)
    rows = (
        baris(
            sel("Nilai", tebal=True),
            *(
                _sel_nilai(x.nilai_dipakai, x.nilai_dipakai_cetak, a(x)) if x.berlaku else sel("-", asal_baris=a(x))
                for x in komponen
            ),
            _sel_nilai(s.total, total, None),
            sel(f"{angka(s.bobot_berlaku, 2)}%", nilai=s.bobot_berlaku, format="persen"),
            _sel_nilai(s.nilai, s.nilai_cetak, None),
        ),
        baris(
            sel("Bobot", tebal=True),
            *(sel(angka(x.bobot, 2), nilai=x.bobot, format="angka") if x.berlaku else sel("-") for x in komponen),
            *("", "", ""),
        ),
        baris(
            sel("Nilai Akhir", tebal=True),
            *(_sel_nilai(x.terbobot, x.terbobot_cetak, a(x)) if x.berlaku else sel("-") for x in komponen),
            *("", "", ""),
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
            *("", "", ""),
            jenis="total",
        ),
    )
    n = len(komponen)
    return Grid(
        kepala=(
            kepala(
                "Keterangan",
                *(kepala_lebar(nama or "Lainnya", len(isi)) for nama, isi in aspek.items()),
                "Nilai Total",
                "Konversi Bobot",
                "Nilai Akhir",
            ),
            kepala("", *(x.nama for x in komponen), "", "", ""),
        ),
        baris=rows,
        lebar=(2.2, *(2.1 for _ in komponen), 1.8, 1.9, 1.8),
        rata=("kiri", *(_TENGAH for _ in range(n + 3))),
        gabung=(n + 1, n + 2, n + 3),
        judul=judul_tabel(f"Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA) Tahun {k.tahun}"),
        kunci="tabel.ikpa",
        sumber=sumber_data(s.sumber, s.tanggal_data),
        catatan=(
            "Nilai Akhir = Nilai Total / Konversi Bobot; Nilai Aspek adalah rata-rata nilai indikatornya.",
            *_beda_resmi(k, s),
            *_catatan(s),
        ),
        utuh=True,
    )


# ----------------------------------------------------------------------------------------------------- NKA
def _nka(k: Konteks) -> Iterable[Block]:
    s = k.hasil.nka
    yield _kepala(k, "bab3.nka")
    yield from blok_teks(k, "bab3.nka")
    yield from para(*kalimat_skor(s, k.tahun), kalimat_komponen(s))
    if s.komponen:
        yield tabel_komponen(k, s, f"Nilai Kinerja Anggaran (NKA) Tahun {k.tahun}", "tabel.nka")


# ---------------------------------------------------------------------------------------------------- both
def _gabungan(k: Konteks) -> Iterable[Block]:
    yield _kepala(k, "bab3.gabungan")
    yield from blok_teks(k, "bab3.gabungan")
    yield from para(*kalimat_gabungan(k.hasil.gabungan, k.tahun))
    rumus = rumus_gabungan(k)
    if rumus is not None:
        yield rumus


def rumus_gabungan(k: Konteks) -> Formula | None:
    """The combination with figures and its basis; None when a part is missing."""
    h, g = k.hasil, k.hasil.gabungan
    dasar = dasar_gabungan(g)
    if not dasar:
        return None
    resmi = dasar == "resmi"
    nilai = [Fraction(s.resmi) if resmi and s.resmi is not None else s.nilai for s in (h.smart, h.ikpa)]
    if nilai[0] is None or nilai[1] is None:
        return None
    cetak = [s.resmi_cetak if resmi else s.nilai_cetak for s in (h.smart, h.ikpa)]
    asal = [Asal("skor", s.baris_id, "nilai_resmi") if resmi else None for s in (h.smart, h.ikpa)]
    bobot = (g.bobot_smart, g.bobot_ikpa)
    bagian = [_ringkas(Fraction(n) * Fraction(b) / 100) for n, b in zip(nilai, bobot, strict=True) if n is not None]
    akhir = g.dari_resmi_cetak if resmi else g.nilai_cetak
    baris_rumus: list[tuple[str, tuple[Suku, ...]]] = [
        (nama, ((Run(c, asal=a), Run(f" × {angka(b, 2)}% = {p}")),))
        for nama, c, a, b, p in zip(("SMART", "IKPA"), cetak, asal, bobot, bagian, strict=True)
    ]
    baris_rumus.append(("Gabungan", ((Run(f"{bagian[0]} + {bagian[1]} = {akhir}"),),)))
    teks = "nilai resmi" if resmi else "hasil perhitungan ulang"
    aturan = k.aturan.gabungan
    alasan = f" Bobot: {aturan.dasar.rstrip('.')}." if aturan is not None and aturan.dasar else ""
    return Formula(tuple(baris_rumus), f"Dasar perhitungan: {teks} SMART dan IKPA tahun {k.tahun}.{alasan}")


def _ringkas(x: Fraction) -> str:
    """Up to four decimals where that is exact, so that the sum comes out; else two."""
    return angka(x, 4) if bulat(x, 4) == x else angka(x, 2, paksa=True)


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
    return kata.strip().capitalize() or "-"


def _selisih(a: Fraction | None, b: Fraction | None) -> str:
    if a is None or b is None:
        return "-"
    return angka(Fraction(bulat(a, 2)) - Fraction(bulat(b, 2)), 2, paksa=True)
