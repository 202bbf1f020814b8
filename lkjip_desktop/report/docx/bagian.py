"""Sections: paper, margins, page numbers, running head, watermark."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip_desktop.report.blocks import Document, Part
from lkjip_desktop.report.docx.gaya import HURUF, garis, hex_warna
from lkjip_desktop.report.docx.konteks import Konteks
from lkjip_desktop.report.docx.teks import huruf, medan
from lkjip_desktop.report.docx.xml import Elemen, el, paragraf, qn, sifat, twip, w
from lkjip_desktop.report.pdf.pages import bidang
from lkjip_desktop.report.pdf.style import ABU, CAP_AIR

_HURUF_NOMOR = {"romawi": "lowerRoman", "arab": "decimal", "": "decimal"}


@dataclass(slots=True)
class Bagian:
    """Rules of one section. `bab`: its first page opens a chapter and has no running head."""

    part: Part
    mulai: int | None
    jenis: str = "nextPage"
    bab: bool = False


@dataclass(slots=True)
class Tepian:
    """Headers and footers; equal ones are one part."""

    document: Document
    k: Konteks
    _ada: dict[tuple[object, ...], str] = field(default_factory=dict)

    def sifat_bagian(self, b: Bagian) -> Elemen:
        """The properties element of a section."""
        area = bidang(self.k.kertas, b.part.lanskap)
        kepala = b.part.kepala and any(self.document.kepala)
        acuan = [
            self._acuan("header", "default", kepala, area.lebar, b.part),
            self._acuan("footer", "default", True, area.lebar, b.part),
        ]
        if b.bab:
            acuan.append(self._acuan("header", "first", False, area.lebar, b.part))
            acuan.append(self._acuan("footer", "first", True, area.lebar, b.part))
        ukuran = w("pgSz", w=twip(area.lebar_kertas), h=twip(area.tinggi_kertas))
        if b.part.lanskap:
            ukuran.set(qn("w:orient"), "landscape")
        atas = area.tinggi_kertas - area.atas
        nomor = w("pgNumType", fmt=_HURUF_NOMOR[b.part.nomor])
        if b.mulai is not None:
            nomor.set(qn("w:start"), str(b.mulai))
        return w(
            "sectPr",
            *acuan,
            w("type", val=b.jenis),
            ukuran,
            w(
                "pgMar",
                top=twip(atas),
                right=twip(area.lebar_kertas - area.kanan),
                bottom=twip(area.bawah),
                left=twip(area.kiri),
                header=twip(atas * 0.45),
                footer=twip(area.bawah * 0.4),
                gutter=0,
            ),
            nomor,
            w("cols", space=720),
            w("titlePg") if b.bab else None,
        )

    def _acuan(self, jenis: str, halaman: str, isi: bool, lebar: float, part: Part) -> Elemen:
        kunci: tuple[object, ...] = (jenis, isi, round(lebar))
        if jenis == "footer":
            kunci = (jenis, part.nomor, part.kode)
        if kunci not in self._ada:
            buat = self._kepala(isi, lebar) if jenis == "header" else self._kaki(part)
            self._ada[kunci] = self.k.paket.tepi(jenis, buat)
        return el(f"w:{jenis}Reference", {"w:type": halaman, "r:id": self._ada[kunci]})

    def _kepala(self, isi: bool, lebar: float) -> Elemen:
        p = paragraf("Header")
        if isi:
            kiri, kanan = self.document.kepala
            sifat(p, w("pBdr", garis("bottom", 0.4, ABU, jarak=3)))
            sifat(p, w("tabs", w("tab", val="right", pos=twip(lebar))))
            p.append(huruf(f"{kiri}\t{kanan}" if kanan else kiri))
        if self.document.konsep:
            p.append(_cap_air(self.k))
        return w("hdr", p)

    def _kaki(self, part: Part) -> Elemen:
        p = paragraf("Footer")
        sifat(p, w("jc", val="center"))
        if part.nomor:
            p.extend(medan("PAGE", huruf("1" if part.nomor == "arab" else "i")))
        isi = [p]
        if part.kode:
            kode = paragraf("Kode", huruf(part.kode))
            sifat(kode, w("jc", val="right"))
            isi.append(kode)
        return w("ftr", *isi)


def _cap_air(k: Konteks) -> Elemen:
    """KONSEP across the page: a shape of the kind that Word's own watermarks are, so that Word can remove it."""
    area = bidang(k.kertas, False)
    lebar = min(area.lebar_kertas, area.tinggi_kertas) * 0.85
    gaya = (
        f"position:absolute;margin-left:0;margin-top:0;width:{lebar:.0f}pt;height:{lebar * 0.25:.0f}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        "mso-position-vertical:center;mso-position-vertical-relative:page"
    )
    n = k.id_baru()
    jenis = el(
        "v:shapetype",
        {
            "id": "_x0000_t136",
            "coordsize": "21600,21600",
            "o:spt": 136,
            "adj": 10800,
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
        el(
            "v:formulas",
            None,
            *(
                el("v:f", {"eqn": rumus})
                for rumus in (
                    "sum #0 0 10800",
                    "prod #0 2 1",
                    "sum 21600 0 @1",
                    "sum 0 0 @2",
                    "sum 21600 0 @3",
                    "if @0 @3 0",
                    "if @0 21600 @1",
                    "if @0 0 @2",
                    "if @0 @4 21600",
                    "mid @5 @6",
                    "mid @8 @5",
                    "mid @7 @8",
                    "mid @6 @7",
                    "sum @6 0 @5",
                )
            ),
        ),
        el(
            "v:path",
            {
                "textpathok": "t",
                "o:connecttype": "custom",
                "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
                "o:connectangles": "270,180,90,0",
            },
        ),
        el("v:textpath", {"on": "t", "fitshape": "t"}),
        el("v:handles", None, el("v:h", {"position": "#0,bottomRight", "xrange": "6629,14971"})),
        el("o:lock", {"v:ext": "edit", "text": "t", "shapetype": "t"}),
    )
    bentuk = el(
        "v:shape",
        {
            "id": f"PowerPlusWaterMarkObject{n}",
            "o:spid": f"_x0000_s{2048 + n}",
            "type": "#_x0000_t136",
            "alt": "KONSEP",
            "style": gaya,
            "o:allowincell": "f",
            "fillcolor": f"#{hex_warna(CAP_AIR)}",
            "stroked": "f",
        },
        el(
            "v:textpath",
            {"style": f'font-family:"{HURUF[k.tata.keluarga]}";font-size:1pt;font-weight:bold', "string": "KONSEP"},
        ),
        el("w10:wrap", {"anchorx": "page", "anchory": "page"}),
    )
    return w("r", w("pict", jenis, bentuk))
