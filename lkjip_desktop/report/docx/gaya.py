"""The styles of a Word file, made from the styles of the printed page, so that both papers look alike."""

from __future__ import annotations

from dataclasses import replace

from lkjip_desktop.report.blocks import Kertas
from lkjip_desktop.report.docx.xml import Elemen, qn, twip, w
from lkjip_desktop.report.pdf.pages import bidang
from lkjip_desktop.report.pdf.style import (
    GARIS_KEPALA,
    LUAR_TABEL,
    PADAT,
    SEL_ATAS,
    SEL_BAWAH,
    SEL_TEPI,
    TEBAL_DALAM,
    TEBAL_LUAR,
    Gaya,
    Warna,
    tata,
)

#: Word names the faces whose widths the embedded ones share.
HURUF = {"sans": "Arial", "serif": "Times New Roman", "bookman": "Bookman Old Style"}
_RATA = {"kiri": "left", "tengah": "center", "kanan": "right", "rata": "both", "desimal": "right"}

#: Style ids by the names that a Para uses.
PARA = {
    "isi": "BodyText",
    "rapat": "IsiRapat",
    "kecil": "TeksKecil",
    "catatan": "Catatan",
    "tengah": "IsiTengah",
    "judul": "JudulTengah",
    "kutip": "Quote",
    "kanan": "IsiKanan",
}
#: Lists that styles begin by themselves (see penomoran): headings, List Number, List Bullet.
NUM_JUDUL, NUM_ANGKA, NUM_BUTIR = 1, 2, 3
#: Heading levels that Word knows by name; deeper ones share the last.
TINGKAT = 6


def hex_warna(warna: Warna) -> str:
    """Parts of one as RRGGBB."""
    return "".join(f"{round(c * 255):02X}" for c in warna)


def garis(nama: str, poin: float, warna: Warna, jenis: str = "single", jarak: int = 0) -> Elemen:
    """A rule; its width is counted in eighths of a point."""
    return w(nama, val=jenis, sz=max(2, round(poin * 8)), space=jarak, color=hex_warna(warna))


def judul_gaya(level: int, daftar: bool) -> str:
    """Style id of a heading; one that the contents list leaves out has no outline level."""
    return f"{'Heading' if daftar else 'JudulLuar'}{min(level, TINGKAT - 1) + 1}"


def gaya_xml(kertas: Kertas) -> Elemen:
    """The styles part."""
    t = tata(kertas)
    dasar = t.rapat
    lebar = bidang(kertas, lanskap=False).lebar
    kepala = [t.bab, *t.subjudul][:TINGKAT]
    while len(kepala) < TINGKAT:
        kepala.append(kepala[-1])
    s: list[Elemen] = [_bawaan(kertas, dasar), _laten()]
    s.append(_gaya("Normal", "Normal", Gaya(dasar.ukuran, dasar.jarak, keluarga=t.keluarga), utama=True))
    s[-1].set(qn("w:default"), "1")
    s.append(
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        )
    )
    s.append(_tabel_polos())
    s.append(
        w(
            "style",
            w("name", val="No List"),
            w("uiPriority", val=99),
            w("semiHidden"),
            type="numbering",
            default=1,
            styleId="NoList",
        )
    )
    nama = {
        "isi": "Body Text",
        "rapat": "Isi Rapat",
        "kecil": "Teks Kecil",
        "catatan": "Catatan",
        "tengah": "Isi Tengah",
        "judul": "Judul Tengah",
        "kutip": "Quote",
        "kanan": "Isi Kanan",
    }
    s += [_gaya(PARA[k], n, t.gaya(k), utama=True) for k, n in nama.items()]
    for i, g in enumerate(kepala):
        gantung = t.nomor_judul[min(i, len(t.nomor_judul)) - 1] if i else 0.0
        s.append(
            _gaya(
                f"Heading{i + 1}",
                f"heading {i + 1}",
                g,
                sesudah="BodyText",
                utama=True,
                awal=(w("keepNext"), w("keepLines")),
                gantung=gantung,
                tengah=(w("numPr", w("ilvl", val=i), w("numId", val=NUM_JUDUL)),),
                akhir=(w("outlineLvl", val=i),),
            )
        )
        s.append(
            _gaya(
                f"JudulLuar{i + 1}",
                f"Judul di Luar Daftar {i + 1}",
                g,
                induk=f"Heading{i + 1}",
                sesudah="BodyText",
                gantung=gantung,
                tengah=(w("numPr", w("numId", val=0)),),
                akhir=(w("outlineLvl", val=9),),
            )
        )
    s.append(_gaya("Caption", "caption", t.keterangan, utama=True, awal=(w("keepLines"),)))
    s.append(_gaya("Sumber", "Sumber", t.sumber, utama=True))
    s.append(
        _gaya(
            "Gambar",
            "Gambar",
            Gaya(t.sel.ukuran, t.sel.ukuran * PADAT, "tengah", t.keluarga, sebelum=LUAR_TABEL, sesudah=6),
            utama=True,
            awal=(w("keepNext"),),
        )
    )
    s.append(_gaya("Rumus", "Rumus", t.rumus, utama=True))
    for kunci, nama_gaya, num in (("ListNumber", "List Number", NUM_ANGKA), ("ListBullet", "List Bullet", NUM_BUTIR)):
        tengah = (w("numPr", w("numId", val=num)),)
        s.append(_gaya(kunci, nama_gaya, t.butir, utama=True, gantung=t.butir_inden, tengah=tengah))
    s.append(_gaya("IsiTabel", "Isi Tabel", t.sel, utama=True))
    s.append(_gaya("KepalaTabel", "Kepala Tabel", _tebal(t.sel), induk="IsiTabel"))
    s.append(_gaya("NomorKolom", "Nomor Kolom", t.nomor_kolom, induk="IsiTabel"))
    s.append(_gaya("IsiPolos", "Isi Tabel Polos", t.sel_polos))
    for i, g in enumerate((*t.daftar, *t.daftar[-1:] * (TINGKAT - len(t.daftar)))):
        gantung = t.nomor_judul[0] if i else 0.0
        stop = _stop(lebar, g.kiri + gantung if i else 0.0)
        s.append(_gaya(f"TOC{i + 1}", f"toc {i + 1}", g, sesudah="Normal", prioritas=39, gantung=gantung, tengah=stop))
    polos = replace(t.daftar[1], kiri=0.0)
    s.append(_gaya("TableofFigures", "table of figures", polos, sesudah="Normal", prioritas=39, tengah=_stop(lebar)))
    s.append(_gaya("Header", "header", t.kepala))
    s.append(_gaya("Footer", "footer", t.kaki))
    s.append(_gaya("Kode", "Kode", t.kode))
    s.append(_gaya("Kop", "Kop Surat", t.kop))
    s.append(_gaya("KopKecil", "Kop Surat Kecil", t.kop_kecil))
    s.append(_gaya("SampulAtas", "Sampul Atas", t.sampul_atas))
    s.append(_gaya("Title", "Title", t.sampul_judul, utama=True))
    s.append(_gaya("SampulBawah", "Sampul Bawah", t.sampul_bawah))
    s.append(_gaya("TandaTangan", "Tanda Tangan", t.ttd))
    s.append(_gaya("CatatanTtd", "Catatan Tanda Tangan", t.ttd_catatan))
    s.append(_gaya("Sela", "Sela", Gaya(1, 1 * PADAT, keluarga=t.keluarga)))
    s.append(
        w(
            "style",
            w("name", val="Hyperlink"),
            w("basedOn", val="DefaultParagraphFont"),
            w("uiPriority", val=99),
            w("unhideWhenUsed"),
            type="character",
            styleId="Hyperlink",
        )
    )
    s += _tabel_gaya(t.garis)
    return w("styles", *s)


def jarak_baris(g: Gaya) -> int:
    """The distance of base lines as Word's multiple of a solid line, in 240ths."""
    return round(240 * g.jarak / (g.ukuran * PADAT))


def sifat_huruf(g: Gaya, keluarga: str = "") -> list[Elemen]:
    """Run properties of a style, in the schema's order."""
    nama = HURUF[keluarga or g.keluarga]
    ukuran = round(g.ukuran * 2)
    isi = [w("rFonts", ascii=nama, hAnsi=nama, eastAsia=nama, cs=nama)]
    for tanda, nyala in (("b", g.tebal), ("bCs", g.tebal), ("i", g.miring), ("iCs", g.miring)):
        isi.append(w(tanda, val=int(nyala)))
    isi += [w("color", val=hex_warna(g.warna)), w("sz", val=ukuran), w("szCs", val=ukuran)]
    return isi


def namai_huruf(elemen: Elemen, kertas: Kertas) -> Elemen:
    """The same element with the face that the office wants Word to name."""
    if kertas.huruf_word:
        for e in elemen.iter(qn("w:rFonts")):
            for kunci, nama in list(e.attrib.items()):
                if nama == HURUF[kertas.huruf]:
                    e.set(kunci, kertas.huruf_word)
    return elemen


def _stop(lebar: float, kiri: float = 0.0) -> tuple[Elemen, ...]:
    """Tab stops of a line in a contents list: after its number, and with dots at the right margin."""
    kanan = w("tab", val="right", leader="dot", pos=twip(lebar))
    return (w("tabs", w("tab", val="left", pos=twip(kiri)) if kiri else None, kanan),)


def _tebal(g: Gaya) -> Gaya:
    return replace(g, tebal=True, rata="tengah")


def _gaya(
    kunci: str,
    nama: str,
    g: Gaya,
    *,
    induk: str = "",
    sesudah: str = "",
    utama: bool = False,
    prioritas: int = 0,
    gantung: float = 0.0,
    awal: tuple[Elemen, ...] = (),
    tengah: tuple[Elemen, ...] = (),
    akhir: tuple[Elemen, ...] = (),
) -> Elemen:
    """A paragraph style that states every size itself; `gantung` is the room of a number before its lines."""
    masuk = {"hanging": twip(gantung)} if gantung else {"firstLine": twip(g.awal)}
    ppr = w(
        "pPr",
        *awal,
        w("widowControl"),
        *tengah,
        w("spacing", before=twip(g.sebelum), after=twip(g.sesudah), line=jarak_baris(g), lineRule="auto"),
        w("ind", left=twip(g.kiri + gantung), right=twip(g.kanan), **masuk),
        w("jc", val=_RATA[g.rata]),
        *akhir,
    )
    return w(
        "style",
        w("name", val=nama),
        w("basedOn", val=induk or "Normal") if kunci != "Normal" else None,
        w("next", val=sesudah) if sesudah else None,
        w("uiPriority", val=prioritas) if prioritas else None,
        w("qFormat") if utama else None,
        ppr,
        w("rPr", *sifat_huruf(g)),
        type="paragraph",
        styleId=kunci,
    )


def _bawaan(kertas: Kertas, g: Gaya) -> Elemen:
    nama = HURUF[kertas.huruf]
    ukuran = round(g.ukuran * 2)
    return w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", ascii=nama, hAnsi=nama, eastAsia=nama, cs=nama),
                w("sz", val=ukuran),
                w("szCs", val=ukuran),
                w("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA"),
            ),
        ),
        w("pPrDefault"),
    )


def _laten() -> Elemen:
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=0,
        defUnhideWhenUsed=0,
        defQFormat=0,
        count=376,
    )


def tepi_sel(samping: float, atas: float = 0.0, bawah: float = 0.0) -> Elemen:
    """Padding of cells in points."""
    return w(
        "tblCellMar",
        w("top", w=twip(atas), type="dxa"),
        w("left", w=twip(samping), type="dxa"),
        w("bottom", w=twip(bawah), type="dxa"),
        w("right", w=twip(samping), type="dxa"),
    )


def _tabel_polos() -> Elemen:
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa"), tepi_sel(0)),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _tabel_gaya(warna: Warna) -> list[Elemen]:
    luar = [garis(n, TEBAL_LUAR, GARIS_KEPALA) for n in ("top", "left", "bottom", "right")]
    dalam = [garis(n, TEBAL_DALAM, warna) for n in ("insideH", "insideV")]
    return [
        w(
            "style",
            w("name", val="Tabel Laporan"),
            w("basedOn", val="TableNormal"),
            w("qFormat"),
            w("tblPr", w("tblBorders", *luar, *dalam), tepi_sel(SEL_TEPI, SEL_ATAS, SEL_BAWAH)),
            type="table",
            styleId="TabelLaporan",
        ),
        w(
            "style",
            w("name", val="Tabel Tanpa Garis"),
            w("basedOn", val="TableNormal"),
            w("qFormat"),
            w("tblPr", tepi_sel(SEL_TEPI / 2)),
            type="table",
            styleId="TabelPolos",
        ),
    ]
