"""Sentences of the budget: absorbed money, both cuts, two years side by side, and the gap to the PK."""

from __future__ import annotations

from fractions import Fraction

from lkjip_desktop.core.angka import bulat, rupiah
from lkjip_desktop.core.banding import arah_dari, cetak_selisih
from lkjip_desktop.core.hasil import BandingBelanja, BarisAnggaran, Hasil, HasilAnggaran, HasilSasaran
from lkjip_desktop.core.kata_dasar import Isian, Kalimat, Potong, jumlah, kutip, susun
from lkjip_desktop.core.kata_tahun import potong_sasaran, sebut_sasaran
from lkjip_desktop.core.tanggal import tanggal_cetak


def uang(n: int | None) -> str:
    """Money as printed, "-" when unknown."""
    return "-" if n is None else rupiah(n)


def potong_uang(b: BarisAnggaran, tabel: str, kolom: str) -> Potong:
    """Pagu or realisasi of a budget line with its field (none for totals)."""
    nilai = getattr(b, kolom)
    return Potong(uang(nilai), tabel if b.baris_id else "", b.baris_id, kolom)


def kalimat_serapan(hasil: Hasil, keadaan: bool = True) -> tuple[Kalimat, ...]:
    """Pagu, realisasi and percentage of the year, what is left, and with `keadaan` the date of the figures."""
    a, t = hasil.anggaran, hasil.anggaran.total
    if t.pagu is None:
        return (susun("Pagu anggaran tahun {t} belum diisi.", t=hasil.tahun),)
    if t.realisasi is None:
        return (susun("Pagu anggaran tahun {t} sebesar {p}; realisasinya belum diisi.", t=hasil.tahun, p=uang(t.pagu)),)
    per = (
        f" Data tersebut menggambarkan keadaan per {tanggal_cetak(a.tanggal_data, ruang_hari=False)}."
        if a.tanggal_data and keadaan
        else ""
    )
    pola = "Pagu anggaran tahun {t} sebesar {p} telah direalisasikan sebesar {r}"
    if t.persen is not None:
        pola += " atau {c}"
    if t.realisasi < t.pagu:
        pola += ", sehingga tersisa {sisa}"
    elif t.realisasi > t.pagu:
        pola += ", melebihi pagu sebesar {sisa}"
    return (
        susun(
            pola + ".{per}",
            t=hasil.tahun,
            p=uang(t.pagu),
            r=uang(t.realisasi),
            c=t.persen_cetak,
            sisa=uang(abs(t.pagu - t.realisasi)),
            per=per,
        ),
    )


def kalimat_serapan_lalu(hasil: Hasil, desimal: int = 2) -> Kalimat:
    """Pagu and absorption of the year against last year's; empty when one of the years is not known in full."""
    t, lalu = hasil.anggaran.total, hasil.anggaran.total_lalu
    if lalu is None or t.pagu is None or lalu.pagu is None or t.persen is None or lalu.persen is None:
        return ()
    beda_pagu = t.pagu - lalu.pagu
    pagu = f"pagu {'naik' if beda_pagu > 0 else 'turun'} {uang(abs(beda_pagu))}" if beda_pagu else "pagu tidak berubah"
    beda = Fraction(bulat(t.persen, desimal)) - Fraction(bulat(lalu.persen, desimal))
    arah = arah_dari(beda)
    pola = "Dibandingkan dengan tahun {lalu}, {pagu}, sedangkan penyerapan "
    pola += "tetap {c}." if arah == "tetap" else "{arah} {beda} dari {c0} menjadi {c}."
    return susun(
        pola,
        lalu=hasil.tahun - 1,
        pagu=pagu,
        arah=arah,
        beda=cetak_selisih(beda, "%", desimal),
        c0=lalu.persen_cetak,
        c=t.persen_cetak,
    )


def kalimat_potongan(a: HasilAnggaran) -> Kalimat:
    """That the two cuts of the budget do not agree; empty when they do or one of them is missing."""
    s, b = a.total_sasaran, a.total_belanja
    if a.potongan_sama or not a.sasaran or not a.jenis_belanja:
        return ()
    return susun(
        "Jumlah menurut sasaran (pagu {ps}, realisasi {rs}) berbeda dari jumlah menurut jenis belanja (pagu {pb}, "
        "realisasi {rb}) dan masih perlu dicocokkan.",
        ps=uang(s.pagu),
        rs=uang(s.realisasi),
        pb=uang(b.pagu),
        rb=uang(b.realisasi),
    )


def kalimat_serapan_sasaran(s: HasilSasaran, b: BarisAnggaran, tahun: int) -> Kalimat:
    """Money of one sasaran beside its indicators."""
    isi: dict[str, Isian] = {
        "s": sebut_sasaran(s),
        "nama": kutip(potong_sasaran(s)),
        "n": jumlah(len(s.indikator), "indikator"),
        "p": potong_uang(b, "anggaran_sasaran", "pagu"),
        "r": potong_uang(b, "anggaran_sasaran", "realisasi"),
        "c": b.persen_cetak,
        "t": tahun,
    }
    if b.pagu is None or b.realisasi is None:
        return susun("Data anggaran {s}, {nama}, tahun {t} belum lengkap (pagu {p}, realisasi {r}).", **isi)
    pola = "{s}, {nama}, dengan {n}, memperoleh pagu {p} dan menyerap {r}" + (
        " atau {c}." if b.persen is not None else "."
    )
    return susun(pola, **isi)


def kalimat_belanja(x: BandingBelanja, tahun: int) -> Kalimat:
    """One kind of expenditure this year against last year, in poin persen."""
    if x.kini is None:
        if x.lalu is None:
            return ()
        if x.lalu.persen is None:
            return susun("{nama} hanya ada pada tahun {lalu}.", nama=x.nama, lalu=tahun - 1)
        return susun(
            "{nama} pada tahun {lalu} terserap {c0}; pada tahun {t} jenis belanja ini tidak ada.",
            nama=x.nama,
            lalu=tahun - 1,
            c0=x.lalu.persen_cetak,
            t=tahun,
        )
    isi: dict[str, Isian] = {
        "nama": Potong(x.nama, "anggaran_belanja", x.kini.baris_id, "nama"),
        "t": tahun,
        "lalu": tahun - 1,
        "c": Potong(x.kini.persen_cetak, "anggaran_belanja", x.kini.baris_id, "realisasi"),
        "beda": x.selisih_cetak,
        "arah": x.arah,
    }
    if x.kini.persen is None:
        return susun("Penyerapan {nama} tahun {t} belum dapat dihitung.", **isi)
    if x.lalu is None:
        return susun("{nama} tahun {t} terserap {c}; jenis belanja ini tidak ada dalam data tahun {lalu}.", **isi)
    isi["c0"] = Potong(x.lalu.persen_cetak, "anggaran_belanja", x.lalu.baris_id, "realisasi")
    if x.arah == "tetap":
        return susun("{nama} tahun {t} terserap {c}, sama dengan tahun {lalu}.", **isi)
    if not x.arah:
        return susun("{nama} tahun {t} terserap {c}.", **isi)
    return susun("{nama} tahun {t} terserap {c}, {arah} {beda} dari {c0} pada tahun {lalu}.", **isi)


def kalimat_selisih_pk(a: HasilAnggaran, tahun: int) -> Kalimat:
    """The PK budget against the pagu at year end; empty when there is no PK budget."""
    if a.pk_total is None:
        return ()
    isi: dict[str, Isian] = {"t": tahun, "pk": uang(a.pk_total), "pagu": uang(a.total.pagu)}
    if a.pk_selisih is None:
        return susun("Anggaran dalam Perjanjian Kinerja tahun {t} sebesar {pk}.", **isi)
    if a.pk_selisih == 0:
        return susun("Anggaran dalam Perjanjian Kinerja tahun {t} sama dengan pagu akhir tahun, yaitu {pk}.", **isi)
    return susun(
        "Anggaran dalam Perjanjian Kinerja tahun {t} sebesar {pk}, sedangkan pagu pada akhir tahun sebesar {pagu}, "
        "atau lebih {banding} {beda}.",
        **isi,
        banding="besar" if a.pk_selisih > 0 else "kecil",
        beda=uang(abs(a.pk_selisih)),
    )
