"""Formula lines of realisasi, capaian and efficiency that come out on a reader's calculator.

Figures inside a formula carry no thousands marks: on a calculator a dot is a decimal point. Under rounding rule P1 the
fraction itself is written ((629/1277 × 100%) / 60%), because its rounded value would give another result.
"""

from __future__ import annotations

from fractions import Fraction

from lkjip_desktop.core.angka import angka, bulat, persen
from lkjip_desktop.core.hasil import Efisiensi, HasilIndikator
from lkjip_desktop.core.pk import butir_berlaku
from lkjip_desktop.core.tables import IndikatorTahun
from lkjip_desktop.report.blocks import Asal, Formula, Frac, Run, Runs, Suku
from lkjip_desktop.report.sections.konteks import Konteks

Baris = tuple[str, tuple[Suku, ...]]

_KALI = "× 100%"
#: Most decimals that a figure may have before it is written as a fraction instead.
_DESIMAL_PALING = 6


def rumus_indikator(k: Konteks, h: HasilIndikator) -> Formula | None:
    """Realisasi as a fraction (for a ratio) and the formula of the capaian with its figures; None when the capaian
    cannot be computed and there is no fraction to show."""
    baris = [*_realisasi(k, h), *_capaian(k, h)]
    return Formula(tuple(baris)) if baris else None


# ----------------------------------------------------------------------------------------------- realisasi
def _realisasi(k: Konteks, h: HasilIndikator) -> list[Baris]:
    it = k.snapshot.get(IndikatorTahun, h.baris_id)
    if it is None or not _pecahan_benar(h) or h.realisasi.nilai is None:
        return []
    a, b = (Asal("indikator_tahun", h.baris_id, n) for n in ("pembilang", "penyebut"))
    atas, bawah = _atas_bawah(h)
    return [
        (
            "Realisasi",
            (
                Frac(
                    (
                        Run(
                            it.label_pembilang or "Pembilang",
                            asal=Asal("indikator_tahun", h.baris_id, "label_pembilang"),
                        ),
                    ),
                    (Run(it.label_penyebut or "Penyebut", asal=Asal("indikator_tahun", h.baris_id, "label_penyebut")),),
                ),
                (Run(_KALI),),
            ),
        ),
        (
            "",
            (
                Frac((Run(atas, asal=a),), (Run(bawah, asal=b),)),
                (Run(f"{_KALI} = "), Run(h.realisasi.cetak, asal=a)),
            ),
        ),
    ]


def _pecahan_benar(h: HasilIndikator) -> bool:
    """True when the value really is pembilang / penyebut x 100, whatever consolidated it."""
    if h.jenis_nilai != "rasio" or h.diketik or h.pembilang is None or not h.penyebut or h.realisasi.nilai is None:
        return False
    nilai = Fraction(h.pembilang) / Fraction(h.penyebut) * 100
    return nilai == h.realisasi.nilai or _tercetak(nilai) == _tercetak(h.realisasi.nilai)


def _tercetak(x: Fraction) -> str:
    return angka(x, 2)


def _atas_bawah(h: HasilIndikator) -> tuple[str, str]:
    assert h.pembilang is not None
    assert h.penyebut is not None
    return teks_hitung(Fraction(h.pembilang)), teks_hitung(Fraction(h.penyebut))


# ------------------------------------------------------------------------------------------------- capaian
def _capaian(k: Konteks, h: HasilIndikator) -> list[Baris]:
    c, nama = h.capaian, k.besaran("capaian")
    if c.mentah is None:
        return []
    hasil = Run(c.cetak, asal=Asal("indikator_tahun", h.baris_id, h.kolom_realisasi))
    if c.rumus == "rentang_dalam":
        return [(nama, ((Run("100%, karena realisasi berada dalam rentang target"),),))]
    kata, bentuk = _bentuk(k, h)
    if kata is None:
        return []
    depan: Baris = (nama, (kata, (Run(_KALI),)))
    nilai = _angka_capaian(k, h, bentuk)
    if nilai is None:
        return [(nama, (kata, (Run(f"{_KALI} = "), hasil)))]
    return [depan, ("", (*nilai[:-1], (*nilai[-1], Run(" = "), hasil)))]


def _bentuk(k: Konteks, h: HasilIndikator) -> tuple[Frac | None, str]:
    """The formula in words, and its shape: "naik" (R/T), "lan" ((2T-R)/T), "tr" (T/R)."""
    batas = {"rentang_bawah": "Batas Bawah Target", "rentang_atas": "Batas Atas Target"}.get(h.capaian.rumus, "Target")
    bentuk = {"naik": "naik", "rentang_bawah": "naik", "peringkat": "naik", "turun_lan": "lan", "turun_tr": "tr"}.get(
        h.capaian.rumus, ""
    )
    if h.capaian.rumus == "rentang_atas":
        bentuk = "lan" if k.aturan.pengukuran.rumus_turun == "lan" else "tr"
    realisasi = "Realisasi"
    if h.jenis_nilai == "predikat":
        realisasi, batas = "Peringkat Realisasi", "Peringkat Target"
    match bentuk:
        case "naik":
            return Frac((Run(realisasi),), (Run(batas),)), bentuk
        case "lan":
            return Frac((Run(f"(2 × {batas}) − {realisasi}"),), (Run(batas),)), bentuk
        case "tr":
            return Frac((Run(batas),), (Run(realisasi),)), bentuk
    return None, ""


def _angka_capaian(k: Konteks, h: HasilIndikator, bentuk: str) -> tuple[*tuple[Suku, ...], Runs] | None:
    """The same with figures, the last term being text; None where they would not give the value (an edge case)."""
    t = _batas(k, h)
    r = h.realisasi.nilai
    if t is None or r is None:
        return None
    hitung = _nilai_bentuk(bentuk, r, t)
    if hitung is None or angka(hitung, k.desimal + 2) != angka(h.capaian.mentah or Fraction(0), k.desimal + 2):
        return None
    satuan = "%" if h.satuan.strip() == "%" else ""
    target = Run(teks_hitung(t) + satuan, asal=Asal("indikator_tahun", h.baris_id, "target"))
    a = Asal("indikator_tahun", h.baris_id, h.kolom_realisasi)
    if k.hasil.pembulatan != "P2" and _pecahan_benar(h) and not _habis(r):
        atas, bawah = _atas_bawah(h)
        rasio = Run(f"({atas}/{bawah} × 100%)", asal=a)
        match bentuk:
            case "naik":
                return ((rasio, Run(" / "), target),)
            case "lan":
                return ((Run("((2 × "), target, Run(") − "), rasio, Run(") / "), target),)
        return ((target, Run(" / "), rasio),)
    realisasi = Run(teks_hitung(r) + satuan, asal=a)
    match bentuk:
        case "naik":
            pecahan = Frac((realisasi,), (target,))
        case "lan":
            pecahan = Frac((Run("(2 × "), target, Run(") − "), realisasi), (target,))
        case _:
            pecahan = Frac((target,), (realisasi,))
    return (pecahan, (Run(_KALI),))


def _nilai_bentuk(bentuk: str, r: Fraction, t: Fraction) -> Fraction | None:
    if bentuk == "tr":
        return t / r * 100 if r else None
    if not t:
        return None
    return (r if bentuk == "naik" else 2 * t - r) / t * 100


def _batas(k: Konteks, h: HasilIndikator) -> Fraction | None:
    """The bound that the formula uses: the target, or the upper bound of a band."""
    if h.capaian.rumus != "rentang_atas":
        return h.target.nilai
    atas = None
    if h.target_asal == "pk":
        butir = butir_berlaku(k.snapshot, k.tahun).get(h.id)
        atas = butir.target_atas if butir is not None else None
    if atas is None:
        it = k.snapshot.get(IndikatorTahun, h.baris_id)
        atas = it.target_atas if it is not None else None
    return Fraction(atas) if atas is not None else None


# --------------------------------------------------------------------------------------------- efficiency
def rumus_efisiensi(k: Konteks, e: Efisiensi) -> Formula | None:
    """The measure of analysis 6 with its figures; None when it cannot be computed."""
    if e.capaian is None or e.penyerapan is None or e.indeks is None:
        return None
    c, p = persen(e.capaian, k.desimal), persen(e.penyerapan, k.desimal)
    nama = k.besaran("capaian")
    if e.metode == "selisih":
        isi = f"{c} − {p} = {e.indeks_cetak}"
        return Formula((("Selisih", ((Run(f"{nama} − Penyerapan Anggaran"),),)), ("", ((Run(isi),),))))
    if e.metode == "pmk22":
        return Formula(
            (
                ("E", (Frac((Run(f"(Pagu × {nama}) − Realisasi"),), (Run(f"Pagu × {nama}"),)), (Run(_KALI),))),
                ("", (Frac((Run(f"{c} − {p}"),), (Run(c),)), (Run(f"{_KALI} = {e.indeks_cetak}"),))),
            ),
            f"Pembilang dan penyebut dibagi pagu, sehingga tinggal persentase {nama.lower()} dan penyerapan.",
        )
    return Formula(
        (
            (
                "IE",
                (
                    Frac((Run(f"% {nama}"),), (Run("% Penyerapan Anggaran"),)),
                    (Run("="),),
                    Frac((Run(c),), (Run(p),)),
                    (Run(f"= {e.indeks_cetak}"),),
                ),
            ),
            (
                "TE",
                (
                    Frac((Run("IE − SE"),), (Run("SE"),)),
                    (Run("="),),
                    Frac((Run(f"{e.indeks_cetak} − 1"),), (Run("1"),)),
                    (Run(f"= {e.tingkat_cetak}"),),
                ),
            ),
        ),
        "IE = indeks efisiensi; SE = standar efisiensi, yaitu 1; TE = tingkat efisiensi.",
    )


# ------------------------------------------------------------------------------------------------- figures
def teks_hitung(x: Fraction) -> str:
    """A figure as one types it into a calculator: exact, no thousands marks; a long one as a fraction "7/3"."""
    if not _habis(x):
        return f"({x.numerator}/{x.denominator})"
    utuh, koma, pecahan = angka(x, _DESIMAL_PALING).partition(",")
    return utuh.replace(".", "") + koma + pecahan


def _habis(x: Fraction) -> bool:
    """True when x has at most _DESIMAL_PALING decimals."""
    return bulat(x, _DESIMAL_PALING) == x
