"""Formula lines as equations that can be edited in Word, aligned at their first "="."""

from __future__ import annotations

from dataclasses import replace

from lkjip_desktop.report.blocks import Formula, Frac, Run, Runs, Suku
from lkjip_desktop.report.docx.gaya import HURUF
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.tabel import bingkai, sela
from lkjip_desktop.report.docx.teks import huruf, isi_runs, teruraikan
from lkjip_desktop.report.docx.xml import Elemen, el, paragraf, qn, sifat, teks, twip, w
from lkjip_desktop.report.pdf.lines import lebar_teks, susun

#: Most of the text width that the left sides may take.
_KIRI_PALING = 0.36
#: Most of the room beside it that a fraction may take.
_PECAHAN_PALING = 0.62


def rumus(f: Formula, k: Konteks) -> list[Elemen]:
    """One line a row: left side, then a display equation; then the explanation.

    A table aligns the lines because Word and LibreOffice do not read the alignment marks of equations alike.
    """
    gaya = k.tata.rumus
    inden = gaya.ukuran * 2.2
    kiri = max((lebar_teks((Run(teks_kiri),), gaya) for teks_kiri, _ in f.baris), default=0.0)
    kiri = min(kiri + gaya.ukuran, (k.lebar - inden) * _KIRI_PALING)
    kolom = [inden, kiri, k.lebar - inden - kiri]
    baris: list[Elemen] = []
    for i, (teks_kiri, suku) in enumerate(f.baris):
        isi = (
            paragraf("Rumus"),
            paragraf("Rumus", huruf(teks_kiri) if teks_kiri else None),
            paragraf("Rumus", _persamaan(suku, k, kolom[2]) if suku else None),
        )
        sel = []
        for p, lebar in zip(isi, kolom, strict=True):
            if i < len(f.baris) - 1 or f.keterangan:
                sifat(p, w("keepNext"))
            sel.append(w("tc", w("tcPr", w("tcW", w=twip(lebar), type="dxa"), w("vAlign", val="center")), p))
        baris.append(w("tr", w("trPr", w("cantSplit")), *sel))
    hasil = [bingkai("TabelPolos", kolom, baris)] if baris else []
    if f.keterangan:
        p = paragraf("TeksKecil", *isi_runs((Run(f.keterangan),), k))
        sifat(p, w("ind", left=twip(inden), firstLine=0))
        hasil.append(p)
    else:
        hasil.append(sela(gaya.ukuran * 0.5))
    return hasil


def _persamaan(suku: tuple[Suku, ...], k: Konteks, lebar: float) -> Elemen:
    """A display equation from "=" on."""
    isi = [_kata("= ", k)]
    ruang = lebar * _PECAHAN_PALING
    for n, s in enumerate(_tanpa_tanda(suku)):
        if n:
            isi.append(_kata(" ", k))
        if isinstance(s, Frac):
            atas, bawah = (_berbaris(r, k, ruang) for r in (s.atas, s.bawah))
            isi.append(el("m:f", None, el("m:num", None, *atas), el("m:den", None, *bawah)))
        else:
            isi += _runs(s, k)
    return el("m:oMathPara", None, el("m:oMathParaPr", None, el("m:jc", {"m:val": "left"})), el("m:oMath", None, *isi))


def _tanpa_tanda(suku: tuple[Suku, ...]) -> tuple[Suku, ...]:
    """Terms without a "=" of their own at the start, since every line has one."""
    if isinstance(suku[0], Frac) or not suku[0] or not suku[0][0].teks.lstrip().startswith("="):
        return suku
    run = suku[0][0]
    sisa = run.teks.lstrip()[1:].lstrip()
    pertama = ((replace(run, teks=sisa),) if sisa else ()) + suku[0][1:]
    return (pertama, *suku[1:]) if pertama else suku[1:]


def _berbaris(isi: Runs, k: Konteks, lebar: float) -> list[Elemen]:
    """Numerator or denominator; a long one in lines that are about equally long."""
    gaya = replace(k.tata.rumus, rata="tengah")
    polos = teruraikan(isi, k)
    lebar = min(lebar, lebar_teks(polos, gaya) + 0.1)
    baris = susun(polos, gaya, lebar).baris
    if len(baris) < 2:
        return _runs(isi, k) or [_kata(" ", k)]  # Word frames an empty place
    satu_baris = [el("m:e", None, *(_kata(r.teks, k) for r in b.ruas)) for b in baris]
    return [el("m:eqArr", None, *satu_baris)]


def _runs(isi: Runs, k: Konteks) -> list[Elemen]:
    return [_kata(r.teks, k, tebal=r.tebal, miring=r.miring) for r in teruraikan(isi, k)]


def _kata(t: str, k: Konteks, *, tebal: bool = False, miring: bool = False) -> Elemen:
    """Words and figures upright in the face of the text: they name things, not variables."""
    e = el("m:t")
    e.text = teks(t)
    e.set(qn("xml:space"), "preserve")
    nama = HURUF[k.tata.keluarga]
    rpr = w("rPr", w("rFonts", ascii=nama, hAnsi=nama, cs=nama), w("b") if tebal else None, w("i") if miring else None)
    return el("m:r", None, el("m:rPr", None, el("m:nor")), rpr, e)
