"""Signature blocks, letterhead and cover: tables without rules that keep together."""

from __future__ import annotations

from lkjip_desktop.report.blocks import Cover, Letterhead, Signatures, Signer
from lkjip_desktop.report.docx.gaya import garis, hex_warna
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.rupa import foto
from lkjip_desktop.report.docx.tabel import bingkai, sela
from lkjip_desktop.report.docx.teks import huruf
from lkjip_desktop.report.docx.xml import Elemen, el, paragraf, qn, sifat, twip, w
from lkjip_desktop.report.pdf.pages import bidang
from lkjip_desktop.report.pdf.style import HITAM, MM, RUANG_TTD

#: Part of the width that a single block takes at the right.
_LEBAR_SATU = 0.46
#: Boxes that logos fill as far as their shape allows, in points.
_LOGO_KOP = (28 * MM, 23 * MM)
_LOGO_SAMPUL = (42 * MM, 36 * MM)


def tanda_tangan(s: Signatures, k: Konteks) -> list[Elemen]:
    """Place and date, then one block at the right or rows of two; names of a row stand at one height, nothing parts."""
    satu = len(s.blok) < 2
    kanan = k.lebar * _LEBAR_SATU if satu else k.lebar / 2
    kolom = [k.lebar - kanan, kanan]
    rata = "left" if satu else "center"
    baris: list[Elemen] = []
    if s.tempat_tanggal.strip():
        tempat = _baris_ttd(s.tempat_tanggal, "center" if s.tengah else rata)
        if s.tengah:
            baris.append(_baris([_sel([tempat], sum(twip(c) for c in kolom) / 20, lintang=2)]))
        else:
            baris.append(_baris([_sel([], kolom[0]), _sel([tempat], kolom[1])]))
    for i in range(0, len(s.blok), 2):
        pasang = [_lembar_ttd(b, rata) for b in s.blok[i : i + 2]]
        for bagian in range(3):
            isi = [lembar[bagian] for lembar in pasang]
            if len(isi) == 1:
                isi.insert(0, [])
            tinggi = RUANG_TTD if bagian == 1 else 0.0
            baris.append(_baris([_sel(p, lebar) for p, lebar in zip(isi, kolom, strict=True)], tinggi))
    ikat(baris)
    return [sela(k.tata.isi.ukuran * 1.2), bingkai("TabelPolos", kolom, baris), sela(k.tata.isi.ukuran)]


def ikat(baris: list[Elemen]) -> None:
    """Rows that stay on one page: each paragraph but those of the last row keeps with the next."""
    for tr in baris[:-1]:
        for p in tr.iter(qn("w:p")):
            sifat(p, w("keepNext"))


def _baris(sel: list[Elemen], tinggi: float = 0.0) -> Elemen:
    ukuran = w("trHeight", val=twip(tinggi), hRule="atLeast") if tinggi else None
    return w("tr", w("trPr", w("cantSplit"), ukuran), *sel)


def _lembar_ttd(b: Signer, rata: str) -> tuple[list[Elemen], list[Elemen], list[Elemen]]:
    """Opening lines; room for ink (or the note of an electronic signature); name and what stands below it."""
    pembuka = [_baris_ttd(t, rata) for t in b.pembuka]
    ruang = [_baris_ttd(b.catatan, rata, "CatatanTtd")] if b.catatan else []
    return pembuka, ruang, [_baris_ttd(b.nama, rata, tebal=True), *(_baris_ttd(t, rata) for t in b.bawah)]


def _baris_ttd(t: str, rata: str, gaya: str = "TandaTangan", *, tebal: bool = False) -> Elemen:
    p = paragraf(gaya, huruf(t, tebal=tebal) if t else None)
    if rata != "left":
        sifat(p, w("jc", val=rata))
    return p


def _sel(isi: list[Elemen], lebar: float, *, lintang: int = 1) -> Elemen:
    span = w("gridSpan", val=lintang) if lintang > 1 else None
    return w("tc", w("tcPr", w("tcW", w=twip(lebar), type="dxa"), span), *(isi or [paragraf("TandaTangan")]))


def kop(h: Letterhead, k: Konteks) -> list[Elemen]:
    """Logo left, lines in the middle, a double rule below."""
    baris = [paragraf("Kop", huruf(t, tebal=i == len(h.baris) - 1)) for i, t in enumerate(h.baris)]
    baris += [paragraf("KopKecil", huruf(t)) for t in h.kontak]
    isi: list[tuple[list[Elemen], float]] = [(baris, k.lebar)]
    if h.logo is not None:
        logo, lebar, _ = foto(h.logo, k, *_LOGO_KOP)
        isi = [([_rapat(logo)], lebar + 8), (baris, k.lebar - lebar - 8)]
    sel = []
    for p, lebar in isi:
        # thick above thin, as below a letterhead
        tepi = w("tcBorders", garis("bottom", 2.25, HITAM, jenis="thickThinSmallGap"))
        tcpr = w("tcPr", w("tcW", w=twip(lebar), type="dxa"), tepi, w("vAlign", val="center"))
        sel.append(w("tc", tcpr, *(p or [paragraf("Kop")])))
    return [bingkai("TabelPolos", [lebar for _, lebar in isi], [_baris(sel)]), sela(k.tata.isi.ukuran * 1.4)]


def sampul(c: Cover, k: Konteks) -> list[Elemen]:
    """The cover as three rows that fill the page: ministry, title with its picture, satker and year."""
    atas: list[Elemen] = []
    if c.logo is not None:
        p = _rapat(foto(c.logo, k, *_LOGO_SAMPUL)[0])
        sifat(p, w("spacing", before=0, after=twip(8 * MM)))
        atas.append(p)
    atas += [paragraf("SampulAtas", huruf(t)) for t in c.atas]
    tengah = [_garis_sampul(k)]
    for i, t in enumerate(c.judul):
        kecil = k.tata.sampul_judul.ukuran * 0.72 if i else 0.0
        tengah.append(paragraf("Title", huruf(t, ukuran=kecil)))
    tengah.append(_garis_sampul(k))
    if c.gambar is not None:
        p = _rapat(foto(c.gambar, k, k.lebar, k.tinggi * 0.38)[0])
        sifat(p, w("spacing", before=twip(12 * MM), after=0))
        tengah.append(p)
    bawah = [paragraf("SampulBawah", huruf(t)) for t in c.bawah]
    ruang = k.tinggi - 6
    baris = []
    for isi, bagian, letak in ((atas, 0.3, "top"), (tengah, 0.52, "center"), (bawah, 0.18, "bottom")):
        tinggi = w("trHeight", val=twip(ruang * bagian), hRule="exact")
        tcpr = w("tcPr", w("tcW", w=twip(k.lebar), type="dxa"), w("vAlign", val=letak))
        baris.append(w("tr", w("trPr", w("cantSplit"), tinggi), w("tc", tcpr, *(isi or [paragraf("SampulAtas")]))))
    # Outside the table: inside a cell the bands would be measured from it.
    pita = sela(0)
    pita.extend(_pita(k))
    return [pita, bingkai("TabelPolos", [k.lebar], baris)]


def _rapat(isi: Elemen) -> Elemen:
    """A picture alone in its paragraph, without gaps."""
    p = paragraf("Gambar", isi)
    sifat(p, w("spacing", before=0, after=0))
    return p


def _pita(k: Konteks) -> list[Elemen]:
    """Bands of the office's colour over the upper and the lower edge of the sheet."""
    area = bidang(k.kertas, lanskap=False)
    tebal = 7 * MM
    hasil = []
    for y in (0.0, area.tinggi_kertas - tebal):
        gaya = (
            f"position:absolute;margin-left:0;margin-top:{y:.1f}pt;width:{area.lebar_kertas:.1f}pt;height:{tebal:.1f}pt;"
            "z-index:-1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
        )
        warna = f"#{hex_warna(k.tata.aksen)}"
        n = k.id_baru()
        rect = el("v:rect", {"id": f"Pita{n}", "style": gaya, "fillcolor": warna, "stroked": "f"})
        hasil.append(w("r", w("pict", rect)))
    return hasil


def _garis_sampul(k: Konteks) -> Elemen:
    """A short rule in the middle of the line."""
    tepi = max(0, twip(k.lebar / 2 - 30 * MM))
    p = paragraf("Sela")
    sifat(p, w("pBdr", garis("bottom", 1.2, k.tata.aksen)))
    sifat(p, w("spacing", before=twip(5 * MM), after=twip(5 * MM)))
    sifat(p, w("ind", left=tepi, right=tepi))
    return p
