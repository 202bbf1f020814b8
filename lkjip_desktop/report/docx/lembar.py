"""Signature blocks, letterhead and cover: tables without rules that keep together."""

from __future__ import annotations

from dataclasses import replace

from lkjip_desktop.report.blocks import Cover, Letterhead, Picture, Run, Signatures, Signer
from lkjip_desktop.report.docx.gaya import garis, hex_warna
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.rupa import foto
from lkjip_desktop.report.docx.tabel import bingkai, sela
from lkjip_desktop.report.docx.teks import huruf
from lkjip_desktop.report.docx.xml import Elemen, el, paragraf, qn, sifat, twip, w
from lkjip_desktop.report.pdf.lines import susun
from lkjip_desktop.report.pdf.pages import bidang
from lkjip_desktop.report.pdf.style import HITAM, MM, RUANG_TTD, SELA_JUDUL, Gaya

#: An element and its height in points.
Petak = tuple[Elemen, float]

#: Part of the width that a single block takes at the right.
_LEBAR_SATU = 0.46
#: Boxes that logos fill as far as their shape allows, in points.
_LOGO_KOP = (28 * MM, 23 * MM)
_LOGO_SAMPUL = (42 * MM, 36 * MM)
#: Parts of the usual size tried in turn until the words of a cover leave room for its pictures (points).
_SKALA_SAMPUL = (1.0, 0.85, 0.7, 0.55, 0.4, 0.28, 0.2)
_RUANG_SAMPUL = 80 * MM


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
    atas, judul, bawah = _teks_sampul(c, k)
    if c.logo is not None:
        atas.insert(0, _gambar_sampul(c.logo, k, *_LOGO_SAMPUL, sesudah=8 * MM))
    garis_judul = 10 * MM + 4
    judul = [(_garis_sampul(k), garis_judul), *judul, (_garis_sampul(k), garis_judul)]
    luang = k.tinggi - 8 - sum(h for _, h in (*atas, *judul, *bawah))
    if c.gambar is not None:
        tinggi = max(20 * MM, min(110 * MM, luang - 34 * MM))
        judul.append(_gambar_sampul(c.gambar, k, k.lebar, tinggi, sebelum=12 * MM))
        luang -= judul[-1][1]
    baris = []
    for isi, bagian, letak in ((atas, 0.15, "top"), (judul, 0.7, "center"), (bawah, 0.15, "bottom")):
        tinggi_baris = sum(h for _, h in isi) + max(0.0, luang) * bagian
        tinggi = w("trHeight", val=twip(tinggi_baris), hRule="atLeast")
        tcpr = w("tcPr", w("tcW", w=twip(k.lebar), type="dxa"), w("vAlign", val=letak))
        p = [e for e, _ in isi] or [paragraf("SampulAtas")]
        baris.append(w("tr", w("trPr", w("cantSplit"), tinggi), w("tc", tcpr, *p)))
    # Outside the table: inside a cell the bands would be measured from it.
    pita = sela(0)
    pita.extend(_pita(k))
    return [pita, bingkai("TabelPolos", [k.lebar], baris)]


def _teks_sampul(c: Cover, k: Konteks) -> tuple[list[Petak], list[Petak], list[Petak]]:
    """The words above, in the middle and below, in the largest type that leaves room for the pictures."""
    t = k.tata
    for skala in _SKALA_SAMPUL:
        atas = [_baris_sampul("SampulAtas", b, t.sampul_atas, skala, k) for b in c.atas]
        judul = [
            _baris_sampul("Title", b, t.sampul_judul, skala * (0.72 if i else 1), k) for i, b in enumerate(c.judul)
        ]
        if len(judul) > 1:
            sifat(judul[1][0], w("spacing", before=twip(SELA_JUDUL), after=0))
            judul[1] = (judul[1][0], judul[1][1] + SELA_JUDUL)
        bawah = [_baris_sampul("SampulBawah", b, t.sampul_bawah, skala, k) for b in c.bawah]
        if skala == _SKALA_SAMPUL[-1] or sum(h for _, h in (*atas, *judul, *bawah)) < k.tinggi - _RUANG_SAMPUL:
            return atas, judul, bawah
    raise AssertionError("unreachable")


def _baris_sampul(kunci: str, t: str, gaya: Gaya, skala: float, k: Konteks) -> Petak:
    """A line of the cover, and its height."""
    kecil = replace(gaya, ukuran=gaya.ukuran * skala, jarak=gaya.jarak * skala)
    return paragraf(kunci, huruf(t, ukuran=kecil.ukuran if skala < 1 else 0.0)), susun((Run(t),), kecil, k.lebar).tinggi


def _gambar_sampul(
    g: Picture, k: Konteks, lebar: float, tinggi: float, *, sebelum: float = 0.0, sesudah: float = 0.0
) -> Petak:
    """A picture of the cover with its gaps, and their height."""
    isi, _, tinggi = foto(g, k, lebar, tinggi)
    p = _rapat(isi)
    sifat(p, w("spacing", before=twip(sebelum), after=twip(sesudah)))
    return p, tinggi + sebelum + sesudah


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
